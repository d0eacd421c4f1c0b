#include "analysis/raci.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/rules.h"
#include "base/random.h"
#include "edit/gestures.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::drawn;
using test::with_threshold;

namespace {

/// "rule subject" of every finding, in their order.
std::vector<std::string> found(const Plan &plan) {
    std::vector<std::string> lines;
    for (const Finding &finding : check_raci(plan)) {
        std::string line(finding.rule);
        for (const std::string &id : finding.subject) {
            line += ' ' + id;
        }
        lines.push_back(line);
    }
    return lines;
}

std::size_t times_in_grid(const Plan &plan, const std::string &rule) {
    const std::vector<Finding> findings = check_raci(plan);
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding &one) { return one.rule == rule; }));
}

Finding only_in_grid(const Plan &plan, const std::string &rule) {
    REQUIRE(times_in_grid(plan, rule) == 1);
    const std::vector<Finding> findings = check_raci(plan);
    return *std::find_if(findings.begin(), findings.end(), [&](const Finding &one) { return one.rule == rule; });
}

Plan with_all_rules(Plan plan) {
    for (const RuleInfo &rule : rules()) {
        plan.settings.edit().rules[std::string(rule.code)] = true;
    }
    return plan;
}

Plan with_cell(Plan plan, const char *activity, const char *role, const char *letters) {
    set_letters(plan.raci.edit(), ActivityId(activity), RoleId(role), Letters::parse(letters).value_or(Letters()));
    return plan;
}

/// One activity with these cells.
Plan row(const std::string &cells) {
    std::vector<std::string> roles;
    for (std::size_t i = 0; i < test::words(cells).size(); ++i) {
        roles.push_back("r" + std::to_string(i + 1));
    }
    return drawn({roles, {"Close: " + cells}});
}

/// One column with these letters, beside a role that keeps every row sound.
Plan column(const std::string &cells, bool hasA = false) {
    std::vector<std::string> lines;
    int number = 0;
    for (const std::string &cell : test::words(cells)) {
        lines.push_back("t" + std::to_string(++number) + ": " + cell + (hasA && cell == "A" ? " R" : " A/R"));
    }
    return drawn({{"x", "y"}, lines});
}

} // namespace

TEST_CASE("The reference grid gives exactly nine findings", "[analysis]") {
    const std::vector<std::string> expected = {"raci.no-responsible Target account selection",
                                               "raci.no-accountable Account strategy",
                                               "raci.no-accountable Initial outreach",
                                               "raci.no-accountable Campaign execution",
                                               "raci.no-accountable Demo delivery",
                                               "raci.no-accountable Business case building",
                                               "raci.no-accountable Negotiation",
                                               "raci.no-responsible Close",
                                               "raci.no-accountable Post-sale handoff"};
    const Plan plan = test::reference_plan();
    CHECK(found(plan) == expected);
    const FindingCount counts = count(check_raci(plan));
    CHECK(counts.errors == 7);
    CHECK(counts.warnings == 2);
    CHECK(counts.notes == 0);
    for (const Finding &finding : check_raci(plan)) {
        const bool sole = finding.activity.text == "Business case building" || finding.activity.text == "Negotiation";
        CHECK(finding.severity == (sole ? Severity::warning : Severity::error));
    }
}

TEST_CASE("Of the reference grid alone, the other sections say one line each", "[analysis]") {
    const Plan plan = test::reference_plan();
    const std::vector<Finding> findings = check(plan);
    std::vector<Finding> grid(findings.begin(), findings.begin() + 9);
    CHECK(grid == check_raci(plan));
    std::vector<std::string> others;
    for (std::size_t i = 9; i < findings.size(); ++i) {
        others.push_back(findings[i].message);
    }
    CHECK(others == std::vector<std::string>{"No meeting is planned yet, though 4 pairs of roles share work.", "No KPI is set yet.",
                                             "No process is written down yet.", "No standard is written down yet.",
                                             "How the functions work together is not written down yet.",
                                             "How this model is reviewed and improved is not written down yet.", "No tool is listed yet.",
                                             "No organisation model is chosen yet."});
    CHECK(check(Plan()).empty());
}

TEST_CASE("With all rules on, the reference grid gives two more", "[analysis]") {
    const Plan plan = with_all_rules(test::reference_plan());
    CHECK(check_raci(plan).size() == 11);
    CHECK(only_in_grid(plan, "raci.nobody-consulted").activity.text == "Demo delivery");
    CHECK(only_in_grid(plan, "raci.no-blank").role.text == "AE");
}

TEST_CASE("The reference grid is counted as RULES §1 counts it", "[analysis]") {
    const Plan plan = test::reference_plan();
    const RaciGrid &grid = *plan.raci;
    CHECK(count_column(grid, RoleId("AE")).of('R') == 7);
    CHECK(count_column(grid, RoleId("AE")).filled == 10);
    CHECK(count_column(grid, RoleId("SDR")).of('R') == 2);
    CHECK(count_column(grid, RoleId("Account marketer")).of('R') == 3);
    CHECK(count_column(grid, RoleId("Product specialist")).of('R') == 2);
    CHECK(count_row(grid, ActivityId("Close")).of('C') == 3);
    CHECK(count_row(grid, ActivityId("Close")).of('X') == 0);
    CHECK(count_row(grid, ActivityId("Nothing")).filled == 0);
    const Plan both = row("A/R C");
    CHECK(count_row(*both.raci, ActivityId("Close")).of('A') == 1);
    CHECK(count_row(*both.raci, ActivityId("Close")).of('R') == 1);
    CHECK(count_row(*both.raci, ActivityId("Close")).filled == 2);
}

TEST_CASE("A sound grid gives nothing", "[analysis]") {
    CHECK(check_raci(drawn({{"a", "b", "c"}, {"One: R A C", "Two: A/R C I", "Three: S R A"}})).empty());
    CHECK(check_raci(Plan()).empty());
    CHECK(check_raci(drawn({{"a", "b"}, {}})).empty());
}

TEST_CASE("Findings name things as the person wrote them", "[analysis]") {
    CHECK(only_in_grid(row("R R C"), "raci.no-accountable").message == "Nobody is accountable for Close.");
    CHECK(only_in_grid(row("R - C"), "raci.no-accountable").message == "Nobody is accountable for Close; r1 alone does the work.");
    CHECK(only_in_grid(row("A A/R C"), "raci.many-accountable").message == "r1 and r2 are both accountable for Close.");
    CHECK(only_in_grid(row("A A A/R"), "raci.many-accountable").message == "r1, r2 and r3 are all accountable for Close.");
    CHECK(only_in_grid(row("A A A A A A/R"), "raci.many-accountable").message == "r1, r2, r3 and 3 others are all accountable for Close.");
    CHECK(only_in_grid(row("A C"), "raci.no-responsible").message == "Nobody is responsible for doing Close.");
    CHECK(only_in_grid(row("A S"), "raci.support-alone").message == "r2 supports Close, but nobody is responsible for it.");
    CHECK(only_in_grid(row("A/R R R R"), "raci.many-responsible").message == "4 roles are responsible for Close.");
    CHECK(only_in_grid(row("A/R C C C C"), "raci.consult-drag").message == "4 roles are consulted on Close.");
    CHECK(only_in_grid(column("- - C A/R"), "raci.many-accountable").message == "x and y are both accountable for t4.");
    Plan renamed = row("R R C");
    renamed.raci.edit().activities.at(ActivityId("Close")).name = "";
    CHECK(only_in_grid(renamed, "raci.no-accountable").message == "Nobody is accountable for (unnamed).");
    Plan shortened = row("R - C");
    shortened.organisation.edit().roles.at(RoleId("r1")).shortName = "AE";
    CHECK(only_in_grid(shortened, "raci.no-accountable").message == "Nobody is accountable for Close; AE alone does the work.");
    for (const Finding &finding : check_raci(with_all_rules(test::reference_plan()))) {
        CHECK(finding.message.ends_with('.'));
        CHECK(finding.why.ends_with('.'));
    }
}

TEST_CASE("An empty activity gives one finding and silences the others", "[analysis]") {
    const Plan plan = with_all_rules(drawn({{"a", "b"}, {"One: A/R C", "Two: - -"}}));
    CHECK(found(plan) == std::vector<std::string>{"raci.empty-activity Two"});
    Plan off = plan;
    off.settings.edit().rules["raci.empty-activity"] = false;
    CHECK(found(off).empty());
}

TEST_CASE("A grid that nobody has started gives one line", "[analysis]") {
    const std::vector<Finding> findings = check_raci(drawn({{"a", "b", "c"}, {"One: - - -", "Two: - - -", "Three: - - -"}}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "No activity of the grid has a letter yet.");
    CHECK(findings[0].subject.size() == 3);
    CHECK(found(drawn({{"a", "b", "c"}, {"One: - - -"}})) == std::vector<std::string>{"raci.empty-activity One"});
}

TEST_CASE("Accountable: none, one, two", "[analysis]") {
    CHECK(only_in_grid(row("R R"), "raci.no-accountable").severity == Severity::error);
    CHECK(only_in_grid(row("R C"), "raci.no-accountable").severity == Severity::warning);
    CHECK(only_in_grid(row("C I"), "raci.no-accountable").severity == Severity::error);
    CHECK(times_in_grid(row("A R"), "raci.no-accountable") == 0);
    CHECK(times_in_grid(row("A/R C"), "raci.no-accountable") == 0);
    CHECK(times_in_grid(row("A R"), "raci.many-accountable") == 0);
    CHECK(only_in_grid(row("A A/R"), "raci.many-accountable").severity == Severity::error);
}

TEST_CASE("Responsible: none, one, four", "[analysis]") {
    CHECK(only_in_grid(row("A C"), "raci.no-responsible").severity == Severity::error);
    CHECK(times_in_grid(row("A/R C"), "raci.no-responsible") == 0);
    CHECK(times_in_grid(row("A/R R R"), "raci.many-responsible") == 0);
    CHECK(only_in_grid(row("A/R R R R"), "raci.many-responsible").severity == Severity::note);
}

TEST_CASE("Support alone is support without R, and only where S means support", "[analysis]") {
    CHECK(only_in_grid(row("A S"), "raci.support-alone").severity == Severity::warning);
    CHECK(times_in_grid(row("A/R S"), "raci.support-alone") == 0);
    CHECK(times_in_grid(row("A C"), "raci.support-alone") == 0);
    Plan raci = row("A S");
    raci.raci.edit().scheme = LetterScheme::raci;
    CHECK(times_in_grid(raci, "raci.support-alone") == 0);
    CHECK(only_in_grid(raci, "raci.no-responsible").fixes.size() == 1);
}

TEST_CASE("Three are consulted, four are a drag", "[analysis]") {
    CHECK(times_in_grid(row("A/R C C C"), "raci.consult-drag") == 0);
    CHECK(only_in_grid(row("A/R C C C C"), "raci.consult-drag").severity == Severity::note);
}

TEST_CASE("A role without a letter is idle", "[analysis]") {
    const Finding idle = only_in_grid(drawn({{"a", "b"}, {"One: A/R -", "Two: A/R -"}}), "raci.idle-role");
    CHECK(idle.severity == Severity::warning);
    CHECK(idle.role.text == "b");
    CHECK(idle.message == "b has no letter in any activity.");
    CHECK(times_in_grid(drawn({{"a", "b"}, {"One: A/R -", "Two: A/R V"}}), "raci.idle-role") == 0);
}

TEST_CASE("A core role with only C and I is a spectator", "[analysis]") {
    Plan plan = drawn({{"a", "b"}, {"One: A/R C", "Two: A/R I", "Three: A/R V"}});
    CHECK(times_in_grid(plan, "raci.spectator-role") == 0);
    plan.organisation.edit().roles.at(RoleId("b")).core = CoreFunction::salesDevelopment;
    CHECK(only_in_grid(plan, "raci.spectator-role").severity == Severity::note);
    CHECK(only_in_grid(plan, "raci.spectator-role").message == "b is only consulted and informed, though the account rests on its "
                                                               "work.");
    CHECK(times_in_grid(with_cell(plan, "Three", "b", "S"), "raci.spectator-role") == 0);
    CHECK(times_in_grid(with_cell(plan, "Three", "b", "R"), "raci.spectator-role") == 0);
    CHECK(times_in_grid(with_cell(with_cell(plan, "One", "b", ""), "Two", "b", ""), "raci.spectator-role") == 0);
}

TEST_CASE("Overloaded: three quarters of at least five activities", "[analysis]") {
    CHECK(times_in_grid(column("R R R -"), "raci.overloaded-role") == 0);
    const Plan heavy = drawn({{"x", "y"}, {"1: R A", "2: R A", "3: R A", "4: R A", "5: R A", "6: R A", "7: C A/R", "8: C A/R"}});
    CHECK(only_in_grid(heavy, "raci.overloaded-role").message == "x is responsible for 6 of 8 activities.");
    CHECK(only_in_grid(heavy, "raci.overloaded-role").severity == Severity::warning);
    CHECK(times_in_grid(with_cell(with_cell(heavy, "6", "x", "C"), "6", "y", "A/R"), "raci.overloaded-role") == 0);
    const Plan four = drawn({{"x", "y"}, {"1: R A", "2: R A", "3: R A", "4: R A"}});
    CHECK(times_in_grid(four, "raci.overloaded-role") == 0);
    const Plan five = drawn({{"x", "y"}, {"1: R A", "2: R A", "3: R A", "4: R A", "5: C A/R"}});
    CHECK(times_in_grid(five, "raci.overloaded-role") == 1);
}

TEST_CASE("Bottleneck: two fifths and at least three", "[analysis]") {
    const auto accountable = [](int of, int all) {
        std::vector<std::string> lines;
        lines.reserve(static_cast<std::size_t>(all));
        for (int i = 0; i < all; ++i) {
            lines.push_back(std::to_string(i) + (i < of ? ": A R -" : (i % 2 == 0 ? ": - A/R C" : ": - C A/R")));
        }
        return with_threshold(drawn({{"x", "y", "z"}, lines}), "raci.overloaded-role.share", 100);
    };
    const auto hits = [](const Plan &plan) {
        const std::vector<std::string> lines = found(plan);
        return std::count(lines.begin(), lines.end(), "raci.accountability-bottleneck x");
    };
    CHECK(hits(accountable(4, 10)) == 1);
    CHECK(hits(accountable(3, 10)) == 0);
    CHECK(hits(accountable(3, 7)) == 1);
    CHECK(hits(accountable(3, 8)) == 0);
    CHECK(hits(accountable(2, 4)) == 0);
    CHECK(only_in_grid(accountable(4, 10), "raci.accountability-bottleneck").message == "x is accountable for 4 of 10 activities.");
}

TEST_CASE("Nobody consulted and no blank are for those who ask", "[analysis]") {
    CHECK(times_in_grid(row("A/R S"), "raci.nobody-consulted") == 0);
    CHECK(only_in_grid(with_all_rules(row("A/R S")), "raci.nobody-consulted").severity == Severity::note);
    CHECK(times_in_grid(with_all_rules(row("A/R I")), "raci.nobody-consulted") == 0);
    CHECK(times_in_grid(with_all_rules(row("A/R C")), "raci.nobody-consulted") == 0);
    const Plan five = drawn({{"x", "y"}, {"1: C A/R", "2: V A/R", "3: I A/R", "4: S A/R", "5: C A/R"}});
    CHECK(times_in_grid(five, "raci.no-blank") == 0);
    CHECK(times_in_grid(with_all_rules(five), "raci.no-blank") == 2);
    CHECK(times_in_grid(with_all_rules(with_cell(five, "2", "x", "")), "raci.no-blank") == 1);
    CHECK(times_in_grid(with_all_rules(drawn({{"x", "y"}, {"1: C A/R", "2: C A/R", "3: I A/R", "4: S A/R"}})), "raci.no-blank") == 0);
}

TEST_CASE("Every rule can be turned off", "[analysis]") {
    Plan everything =
        with_all_rules(drawn({{"core", "idle", "many", "m2", "m3", "m4", "m5"},
                              {"1: C - R R R R S", "2: I - A A S - -", "3: C - A C C C C", "4: C - R - - - -", "5: I - A - - - -",
                               "6: I - A/R - - - -", "7: - - - - - - -", "8: I - A/R - - - -", "9: I - A/R R - - -"}}));
    everything.organisation.edit().roles.at(RoleId("core")).core = CoreFunction::accountExecutive;
    for (const RuleInfo &rule : rules()) {
        const std::string code(rule.code);
        Plan off = everything;
        off.settings.edit().rules[code] = false;
        CHECK(times_in_grid(off, code) == 0);
    }
}

TEST_CASE("Thresholds of the plan are obeyed", "[analysis]") {
    CHECK(times_in_grid(with_threshold(row("A/R R R R"), "raci.many-responsible.count", 5), "raci.many-responsible") == 0);
    CHECK(times_in_grid(with_threshold(row("A/R R R"), "raci.many-responsible.count", 3), "raci.many-responsible") == 1);
    CHECK(times_in_grid(with_threshold(row("A/R C C"), "raci.consult-drag.count", 2), "raci.consult-drag") == 1);
    CHECK(times_in_grid(with_threshold(test::reference_plan(), "raci.overloaded-role.share", 70), "raci.overloaded-role") == 1);
    CHECK(times_in_grid(with_threshold(test::reference_plan(), "raci.overloaded-role.share", 71), "raci.overloaded-role") == 0);
}

TEST_CASE("Only the grid's own columns are read", "[analysis]") {
    Plan plan = drawn({{"a", "b"}, {"One: R A", "Two: - A"}});
    plan.raci.edit().columns.erase(RoleId("b"));
    CHECK(found(plan) == std::vector<std::string>{"raci.no-accountable One", "raci.empty-activity Two"});
    // Letters of an activity that is gone count for nobody.
    Plan gone = drawn({{"a", "b"}, {"One: A/R -"}});
    set_letters(gone.raci.edit(), ActivityId("gone"), RoleId("b"), Letters::one('R'));
    CHECK(found(gone) == std::vector<std::string>{"raci.idle-role b"});
}

TEST_CASE("Headings are no activities", "[analysis]") {
    Plan plan = drawn({{"a", "b"}, {"One: A/R C"}});
    plan.raci.edit().phases[PhaseId("p")].name = "Phase";
    CHECK(found(plan).empty());
}

TEST_CASE("Extra letters count as a letter and otherwise for nothing", "[analysis]") {
    CHECK(found(row("V V")) == std::vector<std::string>{"raci.no-accountable Close", "raci.no-responsible Close"});
}

TEST_CASE("A role that the plan does not have is still named", "[analysis]") {
    Plan plan = drawn({{"a", "b"}, {"One: A/R -"}});
    plan.organisation.edit().roles.erase(RoleId("b"));
    CHECK(only_in_grid(plan, "raci.idle-role").message == "(unknown role) has no letter in any activity.");
}

TEST_CASE("Keys survive edits elsewhere and change with the evidence", "[analysis]") {
    const auto key = [](const Plan &plan) { return only_in_grid(plan, "raci.many-accountable").key; };
    const Plan plan = drawn({{"a", "b", "c"}, {"One: A A/R C", "Two: R A I", "Three: R C A"}});
    const std::string before = key(plan);
    Plan elsewhere = with_cell(with_cell(plan, "Two", "a", "C"), "One", "c", "I");
    elsewhere.raci.edit().activities.at(ActivityId("One")).name = "Renamed";
    elsewhere.organisation.edit().roles.at(RoleId("a")).name = "Renamed";
    fullcourt::apply(elsewhere, move_columns(elsewhere, {RoleId("a")}, RoleId()));
    fullcourt::apply(elsewhere, move_activities(elsewhere, {ActivityId("One")}, PhaseId(), ActivityId()));
    CHECK(key(elsewhere) == before);
    CHECK(key(with_cell(plan, "One", "c", "A")) != before);
    CHECK(key(with_cell(plan, "One", "a", "A/R")) != before);
    const Plan idle = drawn({{"a", "b"}, {"One: A/R -", "Two: A/R -"}});
    CHECK(only_in_grid(idle, "raci.idle-role").key == only_in_grid(with_cell(idle, "One", "a", "A"), "raci.idle-role").key);
}

TEST_CASE("Keys tell all findings of a grid apart", "[analysis]") {
    std::vector<std::string> keys;
    for (const Finding &finding : check_raci(with_all_rules(test::reference_plan()))) {
        keys.push_back(finding.key);
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("The evidence is what the grid marks", "[analysis]") {
    const std::vector<RoleId> expected = {RoleId("r1"), RoleId("r2")};
    CHECK(only_in_grid(row("R R C"), "raci.no-accountable").cells == expected);
    CHECK(only_in_grid(row("A A/R C"), "raci.many-accountable").cells == expected);
    CHECK(only_in_grid(row("A S C"), "raci.no-responsible").cells == expected);
    const Finding idle = only_in_grid(drawn({{"a", "b"}, {"One: A/R -"}}), "raci.idle-role");
    CHECK(idle.cells == std::vector{RoleId("b")});
    CHECK(idle.activity.empty());
}

TEST_CASE("Rows first as they are read, then columns", "[analysis]") {
    Plan plan = drawn({{"a", "b", "c"}, {"One: R - -", "Two: C - -"}});
    CHECK(found(plan) == std::vector<std::string>{"raci.no-accountable One", "raci.no-accountable Two", "raci.no-responsible Two",
                                                  "raci.idle-role b", "raci.idle-role c"});
    fullcourt::apply(plan, move_activities(plan, {ActivityId("Two")}, PhaseId(), ActivityId("One")));
    fullcourt::apply(plan, move_columns(plan, {RoleId("c")}, RoleId("a")));
    CHECK(found(plan) == std::vector<std::string>{"raci.no-accountable Two", "raci.no-responsible Two", "raci.no-accountable One",
                                                  "raci.idle-role c", "raci.idle-role b"});
}
