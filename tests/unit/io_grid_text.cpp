// Grids as spreadsheets copy, export and paste them.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "io/grid_text.h"
#include "io/templates.h"
#include "random_plan.h"
#include "reference_template.h"
#include "restored_for_tests.h"

using namespace fullcourt;
using test::reference_template;
using test::Sentences;

namespace {

using Row = std::vector<std::string>;

std::vector<Row> table(std::string_view text) {
    const Result<TextTable> read = read_table(text);
    REQUIRE(read);
    return read->rows;
}

GridText grid_of(std::string_view text, const RaciGrid &grid = RaciGrid()) {
    const Result<GridText> read = read_grid(text, grid);
    INFO((read ? std::string() : read.error().message));
    REQUIRE(read);
    return *read;
}

/// "Close: R A/R - C", a line for each activity, with its phase in brackets where it has one.
Sentences drawn_lines(const GridText &grid) {
    Sentences lines;
    for (const GridText::Row &row : grid.rows) {
        std::string line = (row.phase.empty() ? "" : "[" + row.phase + "] ") + row.activity + ":";
        for (const Letters &letters : row.letters) {
            line += " " + (letters.empty() ? "-" : letters.text());
        }
        lines.push_back(line);
    }
    return lines;
}

Plan pasted_grid(const Plan &plan, std::string_view text, bool replace = false) {
    static const RandomBits bits = counting_bits(5);
    Plan after = plan;
    apply(after, paste_grid(plan, grid_of(text, *plan.raci), replace, bits));
    return after;
}

/// The plan's grid as it is shown: a heading in brackets, an activity with its letters.
Sentences shown(const Plan &plan) {
    Sentences lines;
    for (const GridLine &line : grid_lines(*plan.raci)) {
        if (line.is_heading()) {
            lines.push_back("[" + plan.raci->phases.at(line.phase).name + "]");
            continue;
        }
        std::string text = plan.raci->activities.at(line.activity).name + ":";
        for (const RoleId &role : ordered(plan.raci->columns)) {
            const Letters letters = letters_at(*plan.raci, line.activity, role);
            text += " " + (letters.empty() ? "-" : letters.text());
        }
        lines.push_back(text);
    }
    return lines;
}

Sentences heads(const Plan &plan) {
    Sentences names;
    for (const RoleId &role : ordered(plan.raci->columns)) {
        names.push_back(plan.organisation->roles.at(role).name);
    }
    return names;
}

} // namespace

// Tables.

TEST_CASE("tables: tab, comma and semicolon are found, with any line ends") {
    const std::vector<Row> expected = {{"a", "b"}, {"c", ""}};
    for (const char *text :
         {"a\tb\nc\t", "a\tb\nc\t\n", "a\tb\r\nc\t\r\n", "a\tb\rc\t\r", "a,b\nc,\n", "a;b\nc;\n", "a;b\nc\n", "\uFEFFa,b\r\nc,\r\n"}) {
        INFO(text);
        CHECK(table(text) == expected);
    }
}

TEST_CASE("tables: names with commas do not mislead, nor letters such as R, A") {
    CHECK(table("Activity;AE, the first, of many;SDR\nClose;A;C\n")[0] == Row{"Activity", "AE, the first, of many", "SDR"});
    CHECK(table("Close\tR, A\tC\nPlan\tA\t\n")[0] == Row{"Close", "R, A", "C"});
    CHECK(table("\"Win; lose\",A\nPlan,R\n")[0] == Row{"Win; lose", "A"});
}

TEST_CASE("tables: quotes as in RFC 4180, and a quote that nobody closes is a character") {
    CHECK(table("\"two\r\nlines\",\"say \"\"hi\"\"\",\"\"\n") == std::vector<Row>{{"two\r\nlines", "say \"hi\"", ""}});
    CHECK(table("5\" pipe,x\n") == std::vector<Row>{{"5\" pipe", "x"}});
    CHECK(table("a,\"b\nc,d\n") == std::vector<Row>{{"a", "\"b"}, {"c", "d"}});
    CHECK(table("\"a\"b,c\n") == std::vector<Row>{{"ab", "c"}});
}

TEST_CASE("tables: ragged rows are padded, blank lines stay rows, broken bytes are mended") {
    CHECK(table("a,b,c\n\nd\n") == std::vector<Row>{{"a", "b", "c"}, {"", "", ""}, {"d", "", ""}});
    CHECK(table("caf\xE9\tA\n")[0][0] == "caf\uFFFD");
    CHECK(table("\uFEFF\uFEFFa,b\n")[0][0] == "a");
}

TEST_CASE("tables: too many cells or columns and no text at all are refused") {
    CHECK_FALSE(read_table(""));
    CHECK_FALSE(read_table("\xEF\xBB\xBF"));
    CHECK(read_table(std::string(999, '\t')));
    CHECK(read_table(std::string(1'000, '\t')).error().message == "Row 1 has more than 1,000 columns; that is too much for a grid.");
    CHECK(read_table(std::string(100'001, '\n')).error().message == "The text holds more than 100,000 cells; that is too much for a grid.");
    CHECK_FALSE(read_table(std::string(999, ',') + std::string(5'000, '\n')));
    std::string quotes;
    for (int i = 0; i < 30'000; ++i) {
        quotes += ",\"\"\"";
    }
    CHECK_FALSE(read_table(quotes));
}

TEST_CASE("tables: nothing that is written runs in a spreadsheet, and reading takes the guard off") {
    const TextTable dangerous{{{"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "-", "'=1", "''+", "'tis", "a=b"}}};
    const std::string csv = write_csv(dangerous);
    CHECK(csv == "'=1+1,'+1,'-1,'@SUM(A1),\"'\tx\",\"'\rx\",-,''=1,'''+,'tis,a=b\r\n");
    CHECK(table(csv) == dangerous.rows);
    CHECK(table(write_csv({{{"\uFEFFmark", "x"}}}))[0][0] == "\uFEFFmark");
    CHECK(table(write_tsv(dangerous)) == dangerous.rows);
}

TEST_CASE("tables: what is written is read back") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        test::RandomPlan random(seed);
        TextTable written;
        const std::size_t columns = 2 + random.below(4);
        for (std::size_t i = 1 + random.below(5); i > 0; --i) {
            Row &row = written.rows.emplace_back();
            for (std::size_t j = 0; j < columns; ++j) {
                row.push_back(random.below(2) == 0 ? random.text() : random.name());
            }
        }
        CHECK(table(write_csv(written)) == written.rows);
        CHECK(table(write_tsv(written)) == written.rows);
    }
}

TEST_CASE("tables: quotes only where they are needed") {
    const TextTable cells{{{"a b", "c,d", "e\"f", "g\nh"}}};
    CHECK(write_csv(cells) == "a b,\"c,d\",\"e\"\"f\",\"g\nh\"\r\n");
    CHECK(write_tsv(cells) == "a b\tc,d\t\"e\"\"f\"\t\"g\nh\"\n");
}

// Grids.

TEST_CASE("a grid with heads on both sides, as Excel and Google Sheets copy it") {
    const GridText grid = grid_of("\tAE\tSDR\tVP Sales\r\nClose\tA\tr\t\r\nPlan\tR, A\t-\tc \r\n");
    CHECK(grid.hasHeader);
    CHECK(grid.hasNames);
    CHECK(grid.roles == Sentences{"AE", "SDR", "VP Sales"});
    CHECK(drawn_lines(grid) == Sentences{"Close: A R -", "Plan: A/R - C"});
    CHECK(grid.problems.empty());
}

TEST_CASE("letters in every guise") {
    const GridText grid = grid_of("Activity,A1,A2,A3,A4,A5,A6,A7,A8,A9\nx,A/R,r/a,AR,a,\"R, A\", r ,-,–,\u00A0\ny,R&A,R + A,i,S,c,—,−,,\n");
    CHECK(drawn_lines(grid) == Sentences{"x: A/R A/R A/R A A/R R - - -", "y: A/R A/R I S C - - - -"});
    CHECK(grid.problems.empty());
}

TEST_CASE("unknown letters are reported by row and column as the text has them, and stay empty") {
    const GridText grid = grid_of("\n\nActivity\tAE\tVP Sales\nClose\tA\tX\n\nPlan\tR/C\tR\n");
    CHECK(drawn_lines(grid) == Sentences{"Close: A -", "Plan: - R"});
    CHECK(grid.problems == Sentences{"Row 4, column “VP Sales”: “X” is no letter of this grid; the cell stays empty.",
                                     "Row 6, column “AE”: “R/C” is no letter of this grid; the cell stays empty."});
    RaciGrid raci;
    raci.scheme = LetterScheme::raci;
    raci.extraLetters['V'] = "verifies";
    const GridText other = grid_of("Activity\tAE\tSDR\nClose\tS\tv\n", raci);
    CHECK(drawn_lines(other) == Sentences{"Close: - V"});
    CHECK(other.problems == Sentences{"Row 2, column “AE”: “S” is no letter of this grid; the cell stays empty."});
}

TEST_CASE("a grid without heads gets numbered ones") {
    const GridText bare = grid_of("R\tA\nC\t\n");
    CHECK_FALSE(bare.hasHeader);
    CHECK_FALSE(bare.hasNames);
    CHECK(bare.roles == Sentences{"Role 1", "Role 2"});
    CHECK(drawn_lines(bare) == Sentences{"Activity 1: R A", "Activity 2: C -"});
    const GridText named = grid_of("Close\tR\tA\nPlan\tC\t\n");
    CHECK_FALSE(named.hasHeader);
    CHECK(named.hasNames);
    CHECK(drawn_lines(named) == Sentences{"Close: R A", "Plan: C -"});
    const GridText headed = grid_of("AE\tSDR\nR\tA\nC\t\n");
    CHECK(headed.hasHeader);
    CHECK_FALSE(headed.hasNames);
    CHECK(headed.roles == Sentences{"AE", "SDR"});
    CHECK(drawn_lines(grid_of("Close\tA\tC\n")) == Sentences{"Close: A C"});
}

TEST_CASE("names of one letter are names where the corner says so") {
    const GridText grid = grid_of("Activity\tA\tR\nC\tR\tA\nI\tS\tC\n");
    CHECK(grid.roles == Sentences{"A", "R"});
    CHECK(drawn_lines(grid) == Sentences{"C: R A", "I: S C"});
}

TEST_CASE("missing heads and names are given and told") {
    const GridText grid = grid_of("Activity\tAE\t\nClose\tA\tR\n\tC\tI\nPlan\tR\tA\n");
    CHECK(grid.roles == Sentences{"AE", "Role 2"});
    CHECK(drawn_lines(grid) == Sentences{"Close: A R", "Activity 2: C I", "Plan: R A"});
    CHECK(grid.problems ==
          Sentences{"Column 3 has no head; its role is called “Role 2”.", "Row 3 has no name; its activity is called “Activity 2”."});
}

TEST_CASE("a title above the grid, empty columns and empty lines are no part of it") {
    const GridText clean = grid_of("RACI 2026\t\t\t\nActivity\tAE\t\tSDR\nClose\tA\t\tR\n\t\t\t\n");
    CHECK(clean.roles == Sentences{"AE", "SDR"});
    CHECK(drawn_lines(clean) == Sentences{"Close: A R"});
    CHECK(clean.problems == Sentences{"Row 1, “RACI 2026”, was taken for a title and left out."});
    const GridText shifted = grid_of("\t\t\n\tActivity\tAE\n\tClose\tA\n");
    CHECK(drawn_lines(shifted) == Sentences{"Close: A"});
}

TEST_CASE("phases: a name without letters above letters is a heading") {
    const GridText grid = grid_of("Activity\tAE\tSDR\nPrepare\t\t\nSelect\tA\tR\nPlan\t\tC\nWin\t\t\nClose\tA\tI\nNothing yet\t\t\n");
    CHECK(drawn_lines(grid) == Sentences{"[Prepare] Select: A R", "[Prepare] Plan: - C", "[Win] Close: A I", "[Win] Nothing yet: - -"});
}

TEST_CASE("phases: a dash says that an activity has no letters") {
    CHECK(drawn_lines(grid_of("Activity\tAE\nIdle\t-\nClose\tA\n")) == Sentences{"Idle: -", "Close: A"});
}

TEST_CASE("phases: a column of their own, merged or not, on either side") {
    const Sentences expected = {"Start: R", "[Prepare] Select: A", "[Prepare] Plan: -", "[Win] Close: A"};
    CHECK(drawn_lines(grid_of("Activity,Phase,AE\nStart,,R\nSelect,Prepare,A\nPlan,,\nClose,Win,A\n")) == expected);
    CHECK(drawn_lines(grid_of("Phase,Activity,AE\n,Start,R\nPrepare,Select,A\n,Plan,\nWin,Close,A\n")) == expected);
}

TEST_CASE("an empty form with heads is a grid, other text is none") {
    CHECK(drawn_lines(grid_of("Activity,AE,SDR\nClose,,\nPlan,,\n")) == Sentences{"Close: - -", "Plan: - -"});
    for (const char *text : {" ", "hello", "hello\nworld\n", "Dear all,\nsee you, soon\n", "Name,City\nAda,London\nBob,Oslo\n", "AE\tSDR\n",
                             "1\t2\n3\t4\n", "{\"fullcourt\":{\"version\":1}}"}) {
        INFO(text);
        const Result<GridText> grid = read_grid(text, RaciGrid());
        REQUIRE_FALSE(grid);
        CHECK(grid.error().message ==
              "There is no grid in this text: a grid has letters such as R, A, S, C and I where activities and roles meet.");
    }
    CHECK_FALSE(read_grid("", RaciGrid()));
}

TEST_CASE("names are trimmed to one line of bearable length") {
    const GridText grid = grid_of("Activity,\"VP\nSales\"\n\"  Close \",A\n" + std::string(5'000, 'x') + ",R\n");
    CHECK(grid.roles == Sentences{"VP Sales"});
    CHECK(grid.rows[0].activity == "Close");
    CHECK(grid.rows[1].activity.size() == 1'000);
    CHECK(grid_of("Activity,\x0E  \x1F\nClose,A\n").roles == Sentences{"Role 1"});
}

// Pasting a grid.

TEST_CASE("the reference grid goes out and comes back without a change") {
    const Plan plan = reference_template();
    for (const bool replace : {false, true}) {
        for (const std::string &text : {write_csv(grid_table(plan)), write_tsv(grid_table(plan))}) {
            CHECK(paste_grid(plan, grid_of(text, *plan.raci), replace, counting_bits(1)).steps.empty());
        }
    }
    CHECK(write_csv(grid_table(plan))
              .starts_with("Activity,Account executive,Sales development rep,Account marketer,Product specialist,CFO,VP "
                           "Sales,VP Marketing\r\nTarget account selection,C,,I,,,A,C\r\n"));
}

TEST_CASE("a plan with phases, an idle activity and dangerous names goes out and comes back") {
    Plan plan = pasted_grid(Plan(), "Activity,Phase,=cmd(),\"B, \"\"b\"\"\"\nStart,,R,\nIdle,,,\nSelect,Prepare,A,x\nClose,Win,,C\n");
    CHECK(shown(plan) == Sentences{"Start: R -", "Idle: - -", "[Prepare]", "Select: A -", "[Win]", "Close: - C"});
    for (const bool replace : {false, true}) {
        CHECK(paste_grid(plan, grid_of(write_csv(grid_table(plan))), replace, counting_bits(2)).steps.empty());
    }
    plan.raci.edit().phases.clear();
    CHECK(paste_grid(plan, grid_of(write_tsv(grid_table(plan))), false, counting_bits(2)).steps.empty());
}

TEST_CASE("a pasted grid meets roles and activities by name and short name, and adds the rest") {
    const Plan before = reference_template();
    const Plan after = pasted_grid(before, "\tAE\tsdr \tLegal\nCLOSE\tR\tC\tA\nSign\t\tR\tA\n");
    CHECK(after.organisation->roles.size() == before.organisation->roles.size() + 1);
    CHECK(after.raci->activities.size() == 11);
    CHECK(heads(after).back() == "Legal");
    const Sentences lines = shown(after);
    CHECK(lines[8] == "Close: R C I C C C - A");
    CHECK(lines[10] == "Sign: - R - - - - - A");
    CHECK(letters_at(*after.raci, ActivityId("close"), RoleId("account-executive")) == Letters::one('R'));
}

TEST_CASE("replacing shows exactly what was pasted, in its order, and keeps the ids") {
    const Plan before = reference_template();
    const Plan after = pasted_grid(before, "\tVP Sales\tAE\nClose\tA\tR\nNew one\tC\t-\nAccount strategy\t\tA/R\n", true);
    CHECK(heads(after) == Sentences{"VP Sales", "Account executive"});
    CHECK(shown(after) == Sentences{"Close: A R", "New one: C -", "Account strategy: - A/R"});
    CHECK(after.raci->activities.contains(ActivityId("close")));
    CHECK(after.organisation->roles.size() == before.organisation->roles.size());
    CHECK_FALSE(after.raci->rows.contains(ActivityId("negotiation")));
    CHECK(letters_at(*after.raci, ActivityId("close"), RoleId("cfo")) == Letters::one('C'));
}

TEST_CASE("a role that the plan has but the grid does not show becomes a column") {
    const Plan after = pasted_grid(reference_template(), "\tCRO\nClose\tA\n");
    CHECK(after.raci->columns.contains(RoleId("cro")));
    CHECK(heads(after).back() == "CRO");
}

TEST_CASE("two rows of one name stay two activities, and two heads of one name two roles") {
    const Plan after = pasted_grid(Plan(), "\tPM\tPM\nReview\tA\tR\nReview\tC\tI\n");
    CHECK(shown(after) == Sentences{"Review: A R", "Review: C I"});
    CHECK(paste_grid(after, grid_of("\tPM\tPM\nReview\tA\tR\nReview\tC\tI\n"), true, counting_bits(9)).steps.empty());
}

TEST_CASE("the same name in two phases means two activities, in whatever order they come") {
    const std::string text = "Activity,Phase,AE\nReview,One,A\nReview,Two,R\nReview,One,C\n";
    const Plan plan = pasted_grid(Plan(), text);
    CHECK(shown(plan) == Sentences{"[One]", "Review: A", "Review: C", "[Two]", "Review: R"});
    CHECK(paste_grid(plan, grid_of(text), true, counting_bits(9)).steps.empty());
}

TEST_CASE("a head that is one role's name and another's short name means the first") {
    Plan plan;
    Role &named = plan.organisation.edit().roles[RoleId("1")];
    named.name = "Account executive";
    named.shortName = "AE";
    named.position.key = "A";
    Role &shortened = plan.organisation.edit().roles[RoleId("2")];
    shortened.name = "AE";
    shortened.position.key = "B";
    const Plan after = pasted_grid(plan, "\tAE\tAccount executive\nClose\tA\tR\n");
    CHECK(letters_at(*after.raci, after.raci->rows.begin()->first, RoleId("2")) == Letters::one('A'));
    CHECK(letters_at(*after.raci, after.raci->rows.begin()->first, RoleId("1")) == Letters::one('R'));
    CHECK(after.organisation->roles.size() == 2);
}

TEST_CASE("phases of a pasted grid are met by name or added") {
    Plan plan = pasted_grid(Plan(), "Activity\tAE\nPrepare\t\nSelect\tA\n");
    plan = pasted_grid(plan, "Activity\tAE\nprepare\t\nPlan\tR\nWin\t\nClose\tA\n");
    CHECK(shown(plan) == Sentences{"[Prepare]", "Select: A", "Plan: R", "[Win]", "Close: A"});
    CHECK(shown(pasted_grid(plan, "Activity\tAE\nClose\tA\nPlan\tR\n", true)) == Sentences{"Close: A", "Plan: R"});
}

TEST_CASE("any random plan's grid survives the way through a spreadsheet") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        test::RandomPlan random(seed);
        const Plan plan = random.plan();
        const Result<TextTable> back = read_table(write_tsv(grid_table(plan)));
        REQUIRE(back);
        CHECK((back->rows == grid_table(plan).rows || back->columns() == 1 || grid_table(plan).columns() == 1));
        const Result<GridText> grid = read_grid(write_csv(grid_table(plan)), *plan.raci);
        if (grid) {
            Plan after = plan;
            apply(after, paste_grid(plan, *grid, true, counting_bits(seed)));
            CHECK(after.raci->columns.size() == grid->roles.size());
            CHECK(after.raci->activities.size() == grid->rows.size());
        }
    }
}

// Pasting cells.

TEST_CASE("letters are pasted from the cursor on, and one cell fills the selection") {
    const Plan plan = reference_template();
    const std::vector<ActivityId> rows = activity_order(*plan.raci);
    const std::vector<RoleId> columns = ordered(plan.raci->columns);
    SECTION("a block") {
        const CellPaste paste = paste_cells(plan, {{{"r", "-"}, {"A/R", "C"}}}, rows, columns, 1, 1, 1, 1);
        CHECK(paste.problems.empty());
        CHECK(paste.edit.label == "Paste 4 cells");
        Plan after = plan;
        apply(after, paste.edit);
        CHECK(shown(after)[1] == "Account strategy: R R - C - C I");
        CHECK(shown(after)[2] == "Initial outreach: R A/R C - - I -");
    }
    SECTION("one cell over a selection") {
        const CellPaste paste = paste_cells(plan, {{{"I"}}}, rows, columns, 8, 5, 2, 2);
        Plan after = plan;
        apply(after, paste.edit);
        CHECK(shown(after)[8] == "Close: A - I C C I I");
        CHECK(shown(after)[9] == "Post-sale handoff: R - - R - I I");
        CHECK(paste.edit.label == "Paste 4 cells");
    }
    SECTION("what is the same already is no step") {
        CHECK(paste_cells(plan, {{{"C", ""}}}, rows, columns, 0, 0, 1, 1).edit.steps.empty());
    }
    SECTION("what is no letter, and what reaches beyond, is left out and told") {
        const CellPaste paste = paste_cells(plan, {{{"X", "R", "A"}, {"C", "I", "S"}}}, rows, columns, 9, 5, 1, 1);
        CHECK(paste.edit.steps == std::vector<EditStep>{SetLetters{rows[9], columns[6], Letters::one('R')}});
        CHECK(paste.problems ==
              Sentences{"Row “Post-sale handoff”, column “VP Sales”: “X” is no letter of this grid; the cell stays as it is.",
                        "1 row and 1 column of what was pasted reach beyond the grid and were left out."});
    }
    SECTION("a cursor beyond the grid changes nothing") {
        CHECK(paste_cells(plan, {{{"R"}}}, rows, columns, 10, 0, 1, 1).edit.steps.empty());
    }
}

TEST_CASE("a rectangle is copied alone or with its heads") {
    const Plan plan = reference_template();
    const std::vector<ActivityId> rows = {ActivityId("close"), ActivityId("demo-delivery")};
    const std::vector<RoleId> columns = {RoleId("account-executive"), RoleId("cfo")};
    CHECK(write_tsv(cells_table(plan, rows, columns, false)) == "A\tC\nR\t\n");
    CHECK(write_tsv(cells_table(plan, rows, columns, true)) == "\tAccount executive\tCFO\nClose\tA\tC\nDemo delivery\tR\t\n");
    CHECK(write_tsv(cells_table(plan, rows, {RoleId("sales-development-rep")}, true)) ==
          "\tSales development rep\nClose\t-\nDemo delivery\t-\n");
}
