// Three copies of a plan that went their own ways (DESIGN §4 "Merge"): what a person would see, and what holds for any plans.
#include <algorithm>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "edit/place_words.h"
#include "edit/section_gestures.h"
#include "edits_for_tests.h"
#include "io/changes.h"
#include "io/merge.h"
#include "io/plan_places.h"
#include "io/restore.h"
#include "io/write.h"
#include "random_plan.h"
#include "reference_plan.h"
#include "rounds.h"

using namespace fullcourt;
using test::after;
using test::drawnClosing;
using test::RandomPlan;

namespace {

const RoleId ae("AE");
const RoleId cfo("CFO");

Merged merged(const Plan &base, const Plan &mine, const Plan &theirs) {
    Result<Merged> result = merge(base, mine, theirs);
    REQUIRE(result);
    return *std::move(result);
}

Plan with_headcount(const Plan &plan, int heads) { return after(plan, set_headcount(plan, cfo, heads)); }

std::vector<PlanPath> places_in_conflict(const Merged &result) {
    std::vector<PlanPath> paths;
    for (const MergeConflict &conflict : result.conflicts) {
        paths.push_back(conflict.path);
    }
    return paths;
}

using Paths = std::vector<PlanPath>;

/// As the other side would list it.
std::vector<MergeConflict> exchanged(std::vector<MergeConflict> conflicts) {
    for (MergeConflict &conflict : conflicts) {
        std::swap(conflict.mine, conflict.theirs);
    }
    return conflicts;
}

bool begins_with(const PlanPath &path, const PlanPath &beginning) {
    return path.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

/// Some rows gone, some new.
AccountTable with_other_rows(RandomPlan &random, const Accounts &accounts) {
    std::vector<std::pair<AccountColumnId, AccountColumnType>> types;
    for (const auto &[id, column] : accounts.columns) {
        types.emplace_back(id, column.type);
    }
    AccountTableBuilder builder(types);
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (random.below(8) != 0) {
            builder.add_row(accounts.table.key(row));
            for (std::size_t column = 0; column < types.size(); ++column) {
                builder.add_any(column, accounts.table.text(types[column].first, row));
            }
        }
    }
    for (std::size_t i = random.below(3); i > 0; --i) {
        const std::string key = "new" + std::to_string(i) + std::to_string(random.below(4));
        if (!accounts.table.row_of(key)) {
            builder.add_row(key);
            for (std::size_t column = 0; column < types.size(); ++column) {
                builder.add_any(column, random.below(2) == 0 ? "" : "7");
            }
        }
    }
    return builder.take();
}

/// A plan that somebody went on working on: some of its places gone, some as another random plan has them, some of that plan's items
/// besides.
Plan edited(RandomPlan &random, const Plan &plan) {
    Places places = places_of(plan);
    for (const auto &[path, json] : Places(places)) {
        if (random.below(25) == 0 && path.back() != "name" && path.back() != "at" && path.back() != "minutes") {
            std::erase_if(places, [&](const auto &place) { return begins_with(place.first, path); });
        }
    }
    const Places other = places_of(random.plan());
    PlanPath item;
    bool taken = false;
    for (const auto &[path, json] : other) {
        const bool within = !item.empty() && path.size() > item.size() && begins_with(path, item);
        if (!within && json == "true" && path.size() > 1 && other.contains([&] {
                PlanPath name = path;
                name.push_back("at");
                return name;
            }())) {
            item = path;
            taken = random.below(10) == 0 && !places.contains(path);
            if (taken) {
                places[path] = json;
            }
        } else if (within ? taken || (places.contains(item) && random.below(12) == 0) : random.below(12) == 0) {
            places[path] = json;
        }
    }
    Result<Plan> made = plan_of(places);
    REQUIRE(made);
    Plan after = *std::move(made);
    after.accounts.edit().table = plan.accounts->table;
    after.conflicts = plan.conflicts;
    // Columns that are gone take their cells along.
    Plan sound = plan;
    fullcourt::apply(sound, {"", diff(plan, after)});
    for (const auto &[id, column] : plan.accounts->columns) {
        const AccountColumn *now = find(sound.accounts->columns, id);
        if (now == nullptr) {
            fullcourt::apply(sound, Remove<AccountColumn>{id});
        } else if (now->type != column.type) {
            AccountColumn same = *now;
            same.type = column.type;
            fullcourt::apply(sound, Put<AccountColumn>{id, same});
        }
    }
    for (std::size_t i = random.below(6); i > 0; --i) {
        static const std::vector<std::string> texts = {"", "12", "Software", "yes", "2026-11-23", "é\n🏀"};
        SetAccountCells cells;
        for (const auto &[id, column] : sound.accounts->columns) {
            cells.column = id;
        }
        cells.cells[AccountId("a" + std::to_string(random.below(30)))] = texts[random.below(texts.size())];
        fullcourt::apply(sound, cells);
    }
    if (random.below(3) == 0) {
        fullcourt::apply(sound, SetAccountTable{with_other_rows(random, *sound.accounts)});
    }
    for (const auto &[key, conflict] : *plan.conflicts) {
        if (random.below(3) == 0) {
            fullcourt::apply(sound, SetConflict{key, std::nullopt});
        }
    }
    return restore(write_plan(sound, {}))->plan;
}

Plan sound_plan(RandomPlan &random) { return restore(write_plan(random.plan(), {}))->plan; }

} // namespace

TEST_CASE("Two people who change different fields of one role are both heard", "[merge]") {
    const Plan base = test::reference_plan();
    const Plan mine = with_headcount(base, 2);
    const Plan theirs = after(base, set_reports_to(base, cfo, RoleId("VP Sales")));
    const Merged result = merged(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK(result.plan.organisation->roles.at(cfo).headcount == 2);
    CHECK(result.plan.organisation->roles.at(cfo).reportsTo == RoleId("VP Sales"));
}

TEST_CASE("Two values for one field: the greater bytes stand, and both are kept until somebody chooses", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    const Merged result = merged(base, with_headcount(base, 2), with_headcount(base, 3));
    CHECK(result.plan.organisation->roles.at(cfo).headcount == 3);
    REQUIRE(result.conflicts.size() == 1);
    const MergeConflict &conflict = result.conflicts.front();
    CHECK(conflict.path == PlanPath{"roles", "CFO", "headcount"});
    CHECK(conflict.base == "1");
    CHECK(conflict.mine == "2");
    CHECK(conflict.theirs == "3");
    CHECK(place_words(result.plan, conflict.path) == "Headcount of the role CFO");
    const Conflict &stored = result.plan.conflicts->at(conflict.key);
    CHECK(stored.base == "1");
    CHECK(stored.values.size() == 2);
    CHECK(stored.values.contains("2"));
}

TEST_CASE("Who and when stand beside the values, and every order of merging stores the same", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    const Result<Merged> result = merge(base, with_headcount(base, 2), with_headcount(base, 3), {"Anna", "Ben"});
    const Result<Merged> other = merge(base, with_headcount(base, 3), with_headcount(base, 2), {"Ben", "Anna"});
    REQUIRE(result);
    REQUIRE(other);
    CHECK(result->plan == other->plan);
    const Conflict &stored = result->plan.conflicts->begin()->second;
    CHECK(stored.values.at("2") == std::set<std::string>{"Anna"});
    CHECK(stored.values.at("3") == std::set<std::string>{"Ben"});
}

TEST_CASE("Letters in different cells merge; in one cell both are listed", "[merge]") {
    const Plan base = test::reference_plan();
    const Plan mine = after(base, set_cell(base, drawnClosing, ae, Letters::accountable_and_responsible()));
    const Plan theirs = after(base, set_cell(base, drawnClosing, cfo, Letters::one('I')));
    const Merged apart = merged(base, mine, theirs);
    CHECK(apart.conflicts.empty());
    CHECK(letters_at(*apart.plan.raci, drawnClosing, ae).text() == "A/R");
    CHECK(letters_at(*apart.plan.raci, drawnClosing, cfo).text() == "I");

    const Merged same = merged(base, mine, after(base, set_cell(base, drawnClosing, ae, Letters::one('S'))));
    CHECK(places_in_conflict(same) == Paths{{"grid", "rows", "Close", "AE"}});
    CHECK(letters_at(*same.plan.raci, drawnClosing, ae).text() == "S");
    CHECK(place_words(same.plan, same.conflicts.front().path) == "AE in Close");
}

TEST_CASE("Attendees, hats and settings merge element by element", "[merge]") {
    Plan base = test::reference_plan();
    base.governance.edit().meetings[MeetingId("sync")] = {};
    base.governance.edit().meetings[MeetingId("sync")].attendees = {ae};
    Plan mine = base;
    mine.governance.edit().meetings[MeetingId("sync")].attendees = {ae, cfo};
    mine.settings.edit().rules["raci.no-blank"] = true;
    Plan theirs = base;
    theirs.governance.edit().meetings[MeetingId("sync")].attendees = {RoleId("SDR")};
    theirs.settings.edit().rules["raci.idle-role"] = false;
    const Merged result = merged(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK(result.plan.governance->meetings.at(MeetingId("sync")).attendees == std::set<RoleId>{cfo, RoleId("SDR")});
    CHECK(result.plan.settings->rules.size() == 2);
}

TEST_CASE("An edit beats a delete, and the deletion is listed", "[merge]") {
    const Plan base = test::reference_plan();
    const Plan mine = after(base, remove_activities(base, {drawnClosing}));
    const Plan theirs = after(base, set_cell(base, drawnClosing, ae, Letters::accountable_and_responsible()));
    for (const Merged &result : {merged(base, mine, theirs), merged(base, theirs, mine)}) {
        CHECK(places_in_conflict(result) == Paths{{"grid", "activities", "Close"}});
        // The whole row is back, not only the cell that was edited.
        CHECK(result.plan.raci->activities.contains(drawnClosing));
        CHECK(letters_at(*result.plan.raci, drawnClosing, ae).text() == "A/R");
        CHECK(letters_at(*result.plan.raci, drawnClosing, cfo).text() == "C");
    }
}

TEST_CASE("A reference to what the other deleted stays, dangling", "[merge]") {
    Plan base = test::reference_plan();
    base.governance.edit().meetings[MeetingId("sync")] = {};
    const Plan mine = after(base, remove_roles(base, {cfo}));
    Plan theirs = base;
    theirs.governance.edit().meetings[MeetingId("sync")].attendees = {cfo};
    const Merged result = merged(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK_FALSE(result.plan.organisation->roles.contains(cfo));
    CHECK(result.plan.governance->meetings.at(MeetingId("sync")).attendees == std::set<RoleId>{cfo});
}

TEST_CASE("A signature under a target does not move to another target by itself", "[merge]") {
    Plan base = test::reference_plan();
    Kpi &kpi = base.measurement.edit().kpis[KpiId("win")];
    kpi.name = "Win rate";
    kpi.target = "20 %";
    Plan mine = base;
    mine.measurement.edit().kpis[KpiId("win")].target = "30 %";
    Plan theirs = base;
    theirs.measurement.edit().kpis[KpiId("win")].signedBySales = true;
    const Merged result = merged(base, mine, theirs);
    CHECK(places_in_conflict(result) == Paths{{"kpis", "win", "target"}});
    const Kpi &stands = result.plan.measurement->kpis.at(KpiId("win"));
    CHECK((stands.target == "20 %") == stands.signedBySales);
}

TEST_CASE("Both may add roles and rows; what both moved is listed as a place in the order", "[merge]") {
    const Plan base = test::reference_plan();
    const RandomBits bits = counting_bits(5);
    const Plan mine = after(base, add_role(base, "RevOps", {}, bits));
    const Plan theirs = after(base, add_role(base, "Legal", {}, bits));
    const Merged result = merged(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK(result.plan.organisation->roles.size() == base.organisation->roles.size() + 2);

    const std::vector<ActivityId> order = activity_order(*base.raci);
    const Plan first = after(base, move_activities(base, {order[5]}, {}, order[0]));
    const Plan last = after(base, move_activities(base, {order[5]}, {}, {}));
    CHECK(places_in_conflict(merged(base, first, last)) == Paths{{"grid", "activities", order[5].text, "at"}});
}

TEST_CASE("A first change of one number of the tiers is no change of the others", "[merge]") {
    const Plan base = test::reference_plan();
    Plan mine = base;
    mine.scoring.edit().tiers.oneToOne = 12;
    Plan theirs = base;
    theirs.scoring.edit().tiers.oneToFew = 40;
    const Merged result = merged(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK(result.plan.scoring->tiers.oneToOne == 12);
    CHECK(result.plan.scoring->tiers.oneToFew == 40);
}

TEST_CASE("A conflict is settled by one edit that can be undone", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    const Merged result = merged(base, with_headcount(base, 2), with_headcount(base, 3));
    const std::string key = result.conflicts.front().key;
    for (const PlaceValue &choice : {PlaceValue("2"), PlaceValue("3"), PlaceValue("1"), PlaceValue("17"), PlaceValue()}) {
        const Result<PlanEdit> edit = settle_conflict(result.plan, key, choice);
        REQUIRE(edit);
        CHECK(edit->label == "Settle: Headcount of the role CFO");
        const Plan settled = after(result.plan, *edit);
        CHECK(settled.conflicts->empty());
        CHECK(settled.organisation->roles.at(cfo).headcount == (choice ? std::optional(std::stoi(*choice)) : std::nullopt));
        CHECK(after(settled, {"Undo", diff(settled, result.plan)}) == result.plan);
    }
    for (const std::string &nonsense : {std::string("\"many\""), std::string("-1"), std::string("{"), std::string("1,2"), std::string()}) {
        CHECK_FALSE(settle_conflict(result.plan, key, nonsense));
    }
    CHECK(settle_conflict(result.plan, "unknown", "1")->steps.empty());
}

TEST_CASE("Settling for the deletion deletes with all that refers to it; for the edit it stays", "[merge]") {
    const Plan base = test::reference_plan();
    const Plan mine = after(base, remove_activities(base, {drawnClosing}));
    const Merged result = merged(base, mine, after(base, set_cell(base, drawnClosing, ae, Letters())));
    REQUIRE(result.conflicts.size() == 1);
    const std::string key = result.conflicts.front().key;
    const Plan gone = after(result.plan, *settle_conflict(result.plan, key, std::nullopt));
    CHECK(gone == mine);
    const Plan kept = after(result.plan, *settle_conflict(result.plan, key, "true"));
    CHECK(kept.conflicts->empty());
    CHECK(kept.raci->activities.contains(drawnClosing));
}

TEST_CASE("Two who settle one conflict differently are in conflict again; alike they are not", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    const Plan open = merged(base, with_headcount(base, 2), with_headcount(base, 3)).plan;
    const std::string key = open.conflicts->begin()->first;
    const Plan two = after(open, *settle_conflict(open, key, "2"));
    const Plan three = after(open, *settle_conflict(open, key, "3"));
    CHECK(merged(open, two, two).plan == two);
    CHECK(merged(open, two, open).plan == two);
    const Merged again = merged(open, two, three);
    CHECK(again.conflicts.size() == 1);
    CHECK(again.plan.conflicts->size() == 1);
    CHECK_FALSE(again.plan.conflicts->contains(key));
}

TEST_CASE("A merged copy has a new revision, the same for all who merge, and the ancestry of both", "[merge]") {
    Envelope mine;
    mine.plan = PlanId("p");
    mine.revision = "m";
    mine.parent = "b";
    mine.ancestry = {"b", "a"};
    Envelope theirs = mine;
    theirs.revision = "t";
    theirs.ancestry = {"s", "b", "a"};
    const Plan plan = test::reference_plan();
    const Envelope made = merged_envelope(plan, mine, theirs, "2026-11-26T12:00:00Z");
    CHECK(made.plan == PlanId("p"));
    CHECK(made.parent == "m");
    CHECK(made.ancestry == std::vector<std::string>{"m", "t", "s", "b", "a"});
    CHECK(made.revision == merged_envelope(plan, theirs, mine, "2026-11-27T12:00:00Z").revision);
    CHECK(made.revision != merged_envelope(Plan(), mine, theirs, "2026-11-26T12:00:00Z").revision);
    CHECK(common_revisions(mine, theirs) == std::vector<std::string>{"b", "a"});
    CHECK(common_revisions(made, theirs) == std::vector<std::string>{"t", "s", "b", "a"});
    // Where theirs went on from mine, theirs is the newer: what they send next is compared with that.
    Envelope later = theirs;
    later.revision = "u";
    later.ancestry = {"m", "b", "a"};
    const Envelope taken = merged_envelope(plan, mine, later, "");
    CHECK(taken.ancestry == std::vector<std::string>{"u", "m", "b", "a"});
    Envelope next = later;
    next.revision = "v";
    next.parent = "u";
    next.ancestry = {"u", "m", "b", "a"};
    CHECK(common_revisions(taken, next).front() == "u");
    Envelope sent = mine;
    remember_shared(sent, "m");
    remember_shared(sent, "m");
    CHECK(sent.ancestry == std::vector<std::string>{"m", "b", "a"});
    CHECK(origin_of({PlanId("p"), "", "", {}, "2026-11-26T12:00:00Z", {}, "Ada"}) == "Ada, 2026-11-26T12:00:00Z");
    for (std::size_t i = 0; i < 2 * longestAncestry; ++i) {
        theirs.ancestry.push_back("r" + std::to_string(i));
    }
    CHECK(merged_envelope(plan, mine, theirs, "").ancestry.size() == longestAncestry);
}

TEST_CASE("All conflicts are settled as one copy had it in one edit, deletions and all", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    Plan mine = with_headcount(base, 2);
    Plan theirs = with_headcount(base, 3);
    mine.about.edit().title = "Mine";
    theirs.about.edit().title = "Theirs";
    theirs.raci.edit().activities.erase(ActivityId("Close"));
    mine.raci.edit().activities.at(ActivityId("Close")).name = "Close it";
    const Result<Merged> both = merge(base, mine, theirs, {"m", "t"});
    REQUIRE(both);
    const std::size_t open = both->plan.conflicts->size();
    REQUIRE(open >= 3);
    for (const std::string origin : {"m", "t"}) {
        CAPTURE(origin);
        const SettledAll all = settle_all_of(both->plan, origin);
        Plan settled = both->plan;
        fullcourt::apply(settled, all.edit);
        CHECK(all.left == 0);
        CHECK(settled.conflicts->empty());
        CHECK(settled.about->title == (origin == "m" ? "Mine" : "Theirs"));
        CHECK(settled.raci->activities.contains(ActivityId("Close")) == (origin == "m"));
    }
    CHECK(settle_all_of(both->plan, "nobody").settled == 0);
}

TEST_CASE("Conflicts are kept in the file, and damaged ones are left out with a sentence", "[merge]") {
    const Plan base = with_headcount(test::reference_plan(), 1);
    const Plan open = merged(base, with_headcount(base, 2), with_headcount(base, 3)).plan;
    const std::string file = write_plan(open, {});
    CHECK(file.find(R"({"at":["roles","CFO","headcount"],"base":1,"values":[{"value":2},{"value":3}]})") != std::string::npos);

    const Result<Restored> damaged = restore(R"({"fullcourt":{"version":1},"conflicts":{
        "a":{"at":["title"],"values":[{"value":"one"},{}],"later":true},
        "b":{"at":[],"values":[{"value":1},{"value":2}]},
        "c":{"at":["title"],"values":[{"value":1}]},
        "d":{"at":["title",7],"values":[{"value":1},{"value":2}]},
        "e":[1],
        "f":{"at":["title"],"values":[{"value":1,"from":["Anna",3]},7,{"value":{"b":1,"a":[]}}]}}})");
    REQUIRE(damaged);
    CHECK(damaged->report.sentences.size() == 4);
    REQUIRE(damaged->plan.conflicts->size() == 2);
    CHECK(damaged->plan.conflicts->at("a").extra == Extra{{"later", "true"}});
    CHECK(damaged->plan.conflicts->at("a").values.contains(std::nullopt));
    CHECK(damaged->plan.conflicts->at("f").values.contains(R"({"a":[],"b":1})"));
    CHECK(damaged->plan.conflicts->at("f").values.at("1").empty());
}

TEST_CASE("Accounts merge by row and cell, whatever their order", "[merge]") {
    const AccountColumnId size("size");
    const auto plan_with = [&](const std::vector<std::pair<std::string, std::string>> &rows) {
        Plan plan = test::reference_plan();
        Accounts &accounts = plan.accounts.edit();
        accounts.columns[size].name = "Employees";
        accounts.columns[size].type = AccountColumnType::number;
        AccountTableBuilder builder({{size, AccountColumnType::number}});
        for (const auto &[key, text] : rows) {
            builder.add_row(key);
            builder.add_any(0, text);
        }
        accounts.table = builder.take();
        return plan;
    };
    const Plan base = plan_with({{"acme", "10"}, {"bolt", "20"}, {"cord", "30"}});
    const Plan mine = plan_with({{"acme", "11"}, {"cord", "30"}, {"zeta", "1"}});
    const Plan theirs = plan_with({{"acme", "12"}, {"bolt", "21"}, {"cord", "31"}, {"dart", "2"}});
    const Merged result = merged(base, mine, theirs);
    const AccountTable &table = result.plan.accounts->table;
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        rows.push_back(std::string(table.key(row)) + " " + table.text(size, row));
    }
    CHECK(rows == std::vector<std::string>{"acme 12", "bolt 21", "cord 31", "dart 2", "zeta 1"});
    CHECK(places_in_conflict(result) == Paths{{"accounts", "acme", "size"}, {"accounts", "bolt"}});
    CHECK(place_words(result.plan, {"accounts", "acme", "size"}) == "Employees of the account acme");

    const std::string cell = result.conflicts.front().key;
    CHECK(after(result.plan, *settle_conflict(result.plan, cell, R"("11")")).accounts->table.text(size, 0) == "11");
    CHECK(after(result.plan, *settle_conflict(result.plan, cell, "13")).accounts->table.text(size, 0) == "13");
    const Plan gone = after(result.plan, *settle_conflict(result.plan, result.conflicts.back().key, std::nullopt));
    CHECK_FALSE(gone.accounts->table.row_of("bolt"));
    CHECK(gone.conflicts->size() == 1);
}

TEST_CASE("A column that one deleted and the other filled in comes back with its cells", "[merge]") {
    const AccountColumnId size("size");
    Plan base = test::reference_plan();
    base.accounts.edit().columns[size].name = "Employees";
    base.accounts.edit().columns[size].type = AccountColumnType::number;
    AccountTableBuilder builder({{size, AccountColumnType::number}});
    builder.add_row("acme");
    builder.add_any(0, "10");
    builder.add_row("bolt");
    builder.add_any(0, "20");
    base.accounts.edit().table = builder.take();
    Plan mine = base;
    fullcourt::apply(mine, Remove<AccountColumn>{size});
    Plan theirs = base;
    fullcourt::apply(theirs, SetAccountCells{size, {{AccountId("bolt"), "21"}}});
    for (const Merged &result : {merged(base, mine, theirs), merged(base, theirs, mine)}) {
        CHECK(places_in_conflict(result) == Paths{{"accountColumns", "size"}});
        CHECK(result.plan.accounts->table == theirs.accounts->table);
        const Plan settled = after(result.plan, *settle_conflict(result.plan, result.conflicts.front().key, std::nullopt));
        CHECK(settled.accounts->columns.empty());
        CHECK(settled.accounts->table.columns().empty());
    }
}

TEST_CASE("Every list of a plan merges item by item", "[merge]") {
    RandomPlan random(70);
    for (int i = 0; i < test::rounds(30); ++i) {
        for (const auto &[path, json] : places_of(random.plan())) {
            const bool unknown = std::any_of(path.begin(), path.end(), [](const std::string &key) { return key.starts_with("x-"); });
            INFO(path.front() << " " << json);
            CHECK((unknown || path.size() > 2 || !json.starts_with("[{\"at\":")));
        }
    }
}

TEST_CASE("A plan taken apart and put together again is the same", "[merge]") {
    RandomPlan random(71);
    for (int i = 0; i < test::rounds(60); ++i) {
        Plan plan = random.plan();
        plan.accounts.edit().table = {};
        plan.conflicts = {};
        const Result<Plan> again = plan_of(places_of(plan));
        REQUIRE(again);
        REQUIRE(*again == plan);
    }
}

TEST_CASE("What only one changed is taken, and the sides may be exchanged", "[merge]") {
    RandomPlan random(72);
    for (int i = 0; i < test::rounds(30); ++i) {
        const Plan base = sound_plan(random);
        const Plan mine = random.below(4) == 0 ? sound_plan(random) : edited(random, base);
        const Plan theirs = edited(random, base);
        REQUIRE(merged(base, mine, base).plan == mine);
        REQUIRE(merged(base, base, mine).plan == mine);
        REQUIRE(merged(base, mine, mine).plan == mine);
        // The same past the short cuts: the other side changed one thing that nobody else touched.
        const PlanEdit besides{"", {SetThreshold{"beside all others", 1}}};
        REQUIRE(merged(base, mine, after(base, besides)).plan == after(mine, besides));
        const Merged one = merged(base, mine, theirs);
        const Merged other = merged(base, theirs, mine);
        REQUIRE(one.plan == other.plan);
        REQUIRE(one.conflicts == exchanged(other.conflicts));
    }
}

TEST_CASE("A merged plan is restored without repair, whatever was merged", "[merge]") {
    RandomPlan random(73);
    for (int i = 0; i < test::rounds(30); ++i) {
        const Plan base = sound_plan(random);
        const Plan mine = random.below(4) == 0 ? sound_plan(random) : edited(random, base);
        const Plan theirs = random.below(4) == 0 ? sound_plan(random) : edited(random, base);
        const Merged result = merged(base, mine, theirs);
        const Result<Restored> restored = restore(write_plan(result.plan, {}));
        REQUIRE(restored);
        CHECKED_ELSE(restored->report.empty()) { FAIL(restored->report.sentences.front()); }
        REQUIRE(restored->plan == result.plan);
    }
}

TEST_CASE("Of three people any two may merge first", "[merge]") {
    RandomPlan random(74);
    for (int i = 0; i < test::rounds(30); ++i) {
        const Plan base = sound_plan(random);
        const Plan a = edited(random, base);
        const Plan b = edited(random, base);
        const Plan c = edited(random, base);
        const Plan first = merged(base, merged(base, a, b).plan, c).plan;
        const Plan second = merged(base, a, merged(base, b, c).plan).plan;
        const Plan third = merged(base, merged(base, c, a).plan, b).plan;
        REQUIRE(places_of(first) == places_of(second));
        REQUIRE(*first.conflicts == *second.conflicts);
        REQUIRE(first == second);
        REQUIRE(first == third);
    }
}

TEST_CASE("No edit disappears without being listed", "[merge]") {
    RandomPlan random(75);
    for (int i = 0; i < test::rounds(30); ++i) {
        const Plan base = sound_plan(random);
        const Plan mine = edited(random, base);
        const Plan theirs = edited(random, base);
        const Merged result = merged(base, mine, theirs);
        const Paths listed = places_in_conflict(result);
        const auto is_listed = [&](const PlanPath &path) {
            const PlanPath activity = activity_of(path);
            return std::any_of(listed.begin(), listed.end(), [&](const PlanPath &at) {
                return at == activity || (at.size() <= path.size() && std::equal(at.begin(), at.end(), path.begin()));
            });
        };
        for (const Plan *side : {&mine, &theirs}) {
            std::set<PlanPath> lost;
            for (const PlaceChange &change : changes(*side, result.plan)) {
                lost.insert(change.path);
            }
            for (const PlaceChange &change : changes(base, *side)) {
                INFO(place_words(result.plan, change.path));
                REQUIRE((!lost.contains(change.path) || is_listed(change.path)));
            }
        }
    }
}
