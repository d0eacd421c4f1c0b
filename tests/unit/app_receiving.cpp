// Copies of a plan that leave, change elsewhere and come back.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "app/app.h"
#include "app/incoming.h"
#include "app/long_work.h"
#include "app/sharing.h"
#include "app_browser.h"
#include "edit/gestures.h"
#include "io/link.h"
#include "io/write.h"
#include "many_accounts.h"
#include "reference_template.h"

using namespace fullcourt;
using test::closing;
using test::Disk;
using test::executive;
using test::salesVp;
using test::Tab;

namespace {

Letters at(const Tab &tab, const RoleId &role) { return letters_at(*tab.plan().raci, closing, role); }

/// The reference plan as a plan of one's own.
void begin_plan(Tab &tab) {
    tab.run_all();
    tab.dispatch(action::Do{rename_plan("Ours"), 0});
    tab.run_all();
}

/// The same with many accounts.
void begin_long_plan(Tab &tab) {
    begin_plan(tab);
    Plan next = tab.plan();
    next.accounts.edit() = test::many_accounts();
    tab.dispatch(action::Do{{"Import", diff(tab.plan(), next)}, 0});
    tab.run_all();
}

void put(Tab &tab, const RoleId &role, char letter) {
    tab.dispatch(action::Do{set_cells(tab.plan(), {closing}, {role}, Letters::one(letter)), 0});
    tab.run_all();
}

void rename_role(Tab &tab, const RoleId &id, const std::string &name) {
    Role role = tab.plan().organisation->roles.at(id);
    role.name = name;
    tab.dispatch(action::Do{{"Rename the role", {Put<Role>{id, role}}}, 0});
    tab.run_all();
}

/// What leaves as a file.
std::string shared(Tab &tab) {
    tab.dispatch(action::SaveFile{true});
    while (std::holds_alternative<dialog::Saving>(tab.state().dialog)) {
        tab.dispatch(action::ContinueWork{});
    }
    tab.run_all();
    return tab.files.back().bytes;
}

Envelope envelope_of(const std::string &bytes) { return restore(bytes)->envelope; }

void arrive(Tab &tab, const std::string &bytes, const std::string &name = "theirs.fullcourt.json") {
    tab.dispatch(platform::Event(platform::FileOpened{0, name, bytes}));
    tab.run_all();
}

const dialog::Incoming &asked(const Tab &tab) {
    const auto *incoming = std::get_if<dialog::Incoming>(&tab.state().dialog);
    REQUIRE(incoming != nullptr);
    REQUIRE(incoming->compared != nullptr);
    return *incoming;
}

CopyRelation relation(const Tab &tab) { return asked(tab).compared->relation; }

void answer(Tab &tab, IncomingAnswer what) {
    tab.dispatch(action::AnswerIncoming{what});
    tab.run_all();
}

/// Everything that is stored, to see that nothing was.
std::string stored(const Disk &disk) {
    std::string all;
    for (const auto &[plan, mount] : disk.mounts) {
        all += plan + mount.slotA + mount.slotB + mount.marker;
    }
    for (const auto &[plan, journal] : disk.journals) {
        for (const platform::JournalRow &row : journal) {
            all += row.bytes;
        }
    }
    for (const platform::IndexRow &row : disk.index) {
        all += row.plan + row.title + row.savedAt + row.deletedAt;
    }
    for (const auto &[row, bytes] : disk.revisions) {
        all += row.revision + row.reason + bytes;
    }
    return all;
}

const platform::RevisionRow *kept(const Disk &disk, const std::string &revision) {
    for (const auto &[row, bytes] : disk.revisions) {
        if (row.revision == revision) {
            return &row;
        }
    }
    return nullptr;
}

/// Two people with the same shared plan.
struct Two {
    Disk here;
    Disk there;
    Tab mine{here, 1};
    Tab theirs{there, 2};

    Two() {
        begin_plan(mine);
        theirs.run_all();
        arrive(theirs, shared(mine), "ours.fullcourt.json");
        mine.clock = "2026-11-24T09:00:00Z";
        theirs.clock = "2026-11-24T10:00:00Z";
    }
};

bool is_being_read(const Tab &tab) { return std::holds_alternative<dialog::Receiving>(tab.state().dialog); }

bool is_being_compared(const Tab &tab) {
    const auto *incoming = std::get_if<dialog::Incoming>(&tab.state().dialog);
    return incoming != nullptr && comparing_part(*incoming).has_value();
}

/// Goes on as the page does, a piece a frame; how many pieces that took.
int finish(Tab &tab) {
    int pieces = 0;
    while (is_being_read(tab) || is_being_compared(tab)) {
        tab.dispatch(action::ContinueWork{});
        tab.run_all();
        ++pieces;
    }
    return pieces;
}

void put_size(Tab &tab, std::size_t row, const std::string &size) {
    Plan next = tab.plan();
    test::set_size(next, row, size);
    tab.dispatch(action::Do{{"Change the size", diff(tab.plan(), next)}, 0});
    tab.run_all();
    tab.fire(Timer::store);
    tab.run_all();
}

std::string size_at(const Tab &tab, std::size_t row) { return tab.plan().accounts->table.text(AccountColumnId("size"), row); }

/// Two people with the same shared plan of many accounts.
struct TwoWithLists {
    Disk here;
    Disk there;
    Tab mine{here, 1};
    Tab theirs{there, 2};

    TwoWithLists() {
        begin_plan(mine);
        Plan next = mine.plan();
        next.accounts.edit() = test::many_accounts();
        mine.dispatch(action::Do{{"Import", diff(mine.plan(), next)}, 0});
        do {
            mine.run_all();
        } while (mine.fire(Timer::store));
        theirs.run_all();
        arrive(theirs, shared(mine), "ours.fullcourt.json");
        finish(theirs);
        mine.clock = "2026-11-24T09:00:00Z";
        theirs.clock = "2026-11-24T10:00:00Z";
    }
};

} // namespace

TEST_CASE("A copy that leaves names its revision and where it came from, and that revision is kept for good", "[receiving]") {
    Disk disk;
    {
        Tab tab(disk, 1);
        begin_plan(tab);
        const Envelope first = envelope_of(shared(tab));
        CHECK_FALSE(first.revision.empty());
        CHECK(first.ancestry == std::vector<std::string>{first.revision});
        REQUIRE(kept(disk, first.revision) != nullptr);
        CHECK(kept(disk, first.revision)->pinned);
        CHECK(kept(disk, first.revision)->reason == sharedReason);
        put(tab, salesVp, 'S');
        tab.dispatch(action::SetAuthor{"  Ada\nLovelace "});
        const Envelope second = envelope_of(shared(tab));
        CHECK(second.parent == first.revision);
        CHECK(second.ancestry == std::vector<std::string>{second.revision, first.revision});
        CHECK(second.author == "Ada Lovelace");
        CHECK(save_state(tab.state()) == SaveState::saved);
    }
    disk.locks.clear();
    Tab again(disk, 2);
    again.run_all();
    CHECK(again.state().open->envelope.ancestry.size() == 2);
    CHECK(again.state().open->envelope.ancestry.front() == again.state().open->envelope.revision);
    for (int i = 0; i < 40; ++i) {
        put(again, salesVp, i % 2 == 0 ? 'A' : 'I');
        shared(again);
    }
    CHECK(envelope_of(again.files.back().bytes).ancestry.size() == longestAncestry);
}

TEST_CASE("An example that is shared is a plan of one's own, so that it is there when it comes back", "[receiving]") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::example);
    const std::string sent = shared(tab);
    CHECK(disk.index.size() == 1);
    arrive(tab, sent);
    CHECK(relation(tab) == CopyRelation::same);
}

TEST_CASE("A copy of an earlier state has nothing new, and leaving it touches nothing", "[receiving]") {
    Disk disk;
    Tab tab(disk, 1);
    begin_plan(tab);
    const std::string sent = shared(tab);
    put(tab, salesVp, 'S');
    tab.fire(Timer::store);
    tab.run_all();
    const std::string before = stored(disk);
    const Plan plan = tab.plan();
    arrive(tab, sent);
    CHECK(relation(tab) == CopyRelation::older);
    tab.dispatch(action::ReviewIncoming{true});
    CHECK(asked(tab).reviewing);
    tab.dispatch(action::CloseDialog{});
    tab.run_all();
    CHECK(tab.plan() == plan);
    CHECK(stored(disk) == before);
}

TEST_CASE("A copy that went on from what is here is taken in one step, and undone in one", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    rename_role(two.theirs, executive, "Field executive");
    const std::string back = shared(two.theirs);
    const Plan before = two.mine.plan();
    const std::string disk = stored(two.here);
    arrive(two.mine, back);
    CHECK(relation(two.mine) == CopyRelation::update);
    CHECK(stored(two.here) == disk);
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.plan() == two.theirs.plan());
    CHECK(two.mine.plan().conflicts->empty());
    two.mine.dispatch(action::Undo{});
    CHECK(two.mine.plan() == before);
    two.mine.run_all();
    // It was not taken, then; it can be again.
    arrive(two.mine, back);
    CHECK(relation(two.mine) == CopyRelation::update);
    two.mine.dispatch(action::CloseDialog{});
    two.mine.dispatch(action::Redo{});
    two.mine.run_all();
    arrive(two.mine, back);
    CHECK(relation(two.mine) == CopyRelation::same);
}

TEST_CASE("Changes of both that do not touch come together in one step", "[receiving]") {
    Two two;
    put(two.mine, salesVp, 'I');
    rename_role(two.theirs, executive, "Field executive");
    const Plan before = two.mine.plan();
    arrive(two.mine, shared(two.theirs));
    CHECK(relation(two.mine) == CopyRelation::merge);
    CHECK(asked(two.mine).compared->conflicts.empty());
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Field executive");
    CHECK(at(two.mine, salesVp).text() == "I");
    CHECK(two.mine.plan().conflicts->empty());
    two.mine.dispatch(action::Undo{});
    CHECK(two.mine.plan() == before);
}

TEST_CASE("What both changed differently is stored in the plan and settled in steps, or all at once", "[receiving]") {
    Two two;
    two.theirs.dispatch(action::SetAuthor{"Ada"});
    put(two.mine, salesVp, 'I');
    put(two.theirs, salesVp, 'S');
    rename_role(two.mine, executive, "Account lead");
    rename_role(two.theirs, executive, "Field executive");
    arrive(two.mine, shared(two.theirs));
    REQUIRE(asked(two.mine).compared->conflicts.size() == 2);
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.state().view == View::conflicts);
    const Plan merged = two.mine.plan();
    REQUIRE(merged.conflicts->size() == 2);
    std::set<std::string> origins;
    for (const auto &[key, conflict] : *merged.conflicts) {
        for (const auto &[value, from] : conflict.values) {
            origins.insert(from.begin(), from.end());
        }
    }
    CHECK(origins == std::set<std::string>{"2026-11-24T09:00:00Z", "Ada, 2026-11-24T10:00:00Z"});
    CHECK(is_own(two.mine.state(), "2026-11-24T09:00:00Z"));
    two.mine.dispatch(action::SettleAllAs{"2026-11-24T09:00:00Z"});
    CHECK(two.mine.plan().conflicts->empty());
    CHECK(at(two.mine, salesVp).text() == "I");
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Account lead");
    two.mine.dispatch(action::Undo{});
    CHECK(two.mine.plan() == merged);
    two.mine.dispatch(action::SettleAllAs{"Ada, 2026-11-24T10:00:00Z"});
    CHECK(at(two.mine, salesVp).text() == "S");
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Field executive");
    CHECK(two.mine.plan().conflicts->empty());
}

TEST_CASE("Who merges each other's copies has the same plan, and the next round begins from there", "[receiving]") {
    Two two;
    put(two.mine, salesVp, 'I');
    rename_role(two.theirs, executive, "Field executive");
    const std::string fromMine = shared(two.mine);
    const std::string fromTheirs = shared(two.theirs);
    arrive(two.mine, fromTheirs);
    answer(two.mine, IncomingAnswer::take);
    arrive(two.theirs, fromMine);
    answer(two.theirs, IncomingAnswer::take);
    CHECK(two.mine.plan() == two.theirs.plan());
    // The same places again: nobody's earlier change counts as a change once more.
    put(two.mine, salesVp, 'A');
    rename_role(two.theirs, executive, "Account lead");
    arrive(two.mine, shared(two.theirs));
    CHECK(relation(two.mine) == CopyRelation::merge);
    CHECK(asked(two.mine).compared->conflicts.empty());
    answer(two.mine, IncomingAnswer::take);
    CHECK(at(two.mine, salesVp).text() == "A");
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Account lead");
}

TEST_CASE("A copy that goes on after it was taken is compared from what was taken", "[receiving]") {
    Two two;
    rename_role(two.theirs, executive, "Field executive");
    arrive(two.mine, shared(two.theirs));
    answer(two.mine, IncomingAnswer::take);
    put(two.mine, salesVp, 'I');
    rename_role(two.theirs, executive, "Account lead");
    arrive(two.mine, shared(two.theirs));
    CHECK(relation(two.mine) == CopyRelation::merge);
    CHECK(asked(two.mine).compared->conflicts.empty());
}

TEST_CASE("Without a state that both went on from, two copies are compared two ways and nothing counts as deleted", "[receiving]") {
    Two two;
    put(two.mine, salesVp, 'I');
    put(two.theirs, salesVp, 'S');
    two.here.revisions.clear();
    arrive(two.mine, shared(two.theirs));
    CHECK(relation(two.mine) == CopyRelation::unrelated);
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.plan().raci->activities.size() == 10);
    CHECK(two.mine.plan().conflicts->size() == 1);
}

TEST_CASE("A plan of the library that is not open is compared without taking it, and merged once that is asked for", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    const std::string back = shared(two.theirs);
    const PlanId plan = two.mine.state().open->id;
    two.mine.dispatch(action::StartFrom{"reference", false});
    two.mine.run_all();
    const std::string disk = stored(two.here);
    arrive(two.mine, back);
    CHECK(relation(two.mine) == CopyRelation::update);
    CHECK(two.here.locks.count(plan.text) == 0);
    CHECK(stored(two.here) == disk);
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.state().open->id == plan);
    CHECK(at(two.mine, salesVp).text() == "S");
}

TEST_CASE("A copy of a deleted plan is not written over it", "[receiving]") {
    Two two;
    const PlanId plan = two.mine.state().open->id;
    put(two.mine, salesVp, 'I');
    rename_role(two.theirs, executive, "Field executive");
    const std::string back = shared(two.theirs);
    two.mine.dispatch(action::Delete{plan});
    two.mine.run_all();
    arrive(two.mine, back);
    CHECK(relation(two.mine) == CopyRelation::merge);
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.state().open->id == plan);
    CHECK(at(two.mine, salesVp).text() == "I");
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Field executive");
    CHECK(plans_of(two.mine.state(), false).size() == 1);
}

TEST_CASE("A separate plan stands beside what is here and shares nothing with it", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    const PlanId mine = two.mine.state().open->id;
    arrive(two.mine, shared(two.theirs));
    answer(two.mine, IncomingAnswer::separate);
    CHECK_FALSE(two.mine.state().open->id == mine);
    CHECK(at(two.mine, salesVp).text() == "S");
    CHECK(plans_of(two.mine.state(), false).size() == 2);
}

TEST_CASE("A separate plan is not saved over the file that it came in", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    two.mine.dispatch(platform::Event(platform::FileOpened{9, "theirs.fullcourt.json", shared(two.theirs)}));
    two.mine.run_all();
    answer(two.mine, IncomingAnswer::separate);
    two.mine.dispatch(action::SaveFile{});
    CHECK(two.mine.files.back().handle == 0);
}

namespace {

/// My plan lies in a file (9), both went on from it, and I save when theirs was saved there.
struct OneFile {
    Two two;

    OneFile() {
        two.mine.dispatch(action::SaveFile{});
        two.mine.dispatch(platform::Event(platform::FileSaved{9, "plan.fullcourt.json", false, ""}));
        two.mine.run_all();
        put(two.theirs, salesVp, 'S');
        put(two.mine, executive, 'C');
        save_over(shared(two.theirs));
    }
    void save_over(const std::string &theirs) {
        two.mine.fileNow = theirs;
        two.mine.dispatch(action::SaveFile{});
        two.mine.run_all();
    }
    /// The handle of the file that is written without a question.
    std::uint32_t saved_to() {
        two.mine.dispatch(action::SaveFile{});
        two.mine.run_all();
        return two.mine.files.back().handle;
    }
};

void look_at_file(Tab &tab) {
    tab.dispatch(action::AnswerFileChanged{false});
    tab.run_all();
}

} // namespace

TEST_CASE("A file that was changed elsewhere is merged before it is saved over", "[receiving]") {
    OneFile file;
    Tab &mine = file.two.mine;
    const std::size_t before = mine.files.size();
    REQUIRE(std::holds_alternative<dialog::FileChanged>(mine.state().dialog));
    look_at_file(mine);
    CHECK(relation(mine) == CopyRelation::merge);
    answer(mine, IncomingAnswer::take);
    CHECK(at(mine, salesVp).text() == "S");
    CHECK(at(mine, executive).text() == "C");
    CHECK(mine.files.size() == before);
    CHECK(file.saved_to() == 10);
}

TEST_CASE("A file that was changed elsewhere is written over only when that is said", "[receiving]") {
    OneFile file;
    Tab &mine = file.two.mine;
    SECTION("left") {
        mine.dispatch(action::CloseDialog{});
        CHECK(file.saved_to() == 9); // where it is still not what was opened
    }
    SECTION("looked at and left") {
        look_at_file(mine);
        mine.dispatch(action::CloseDialog{});
        CHECK(file.saved_to() == 9);
    }
    SECTION("looked at and kept beside") {
        look_at_file(mine);
        answer(mine, IncomingAnswer::separate);
        CHECK(file.saved_to() == 0);
    }
    SECTION("written over") {
        mine.dispatch(action::AnswerFileChanged{true});
        mine.run_all();
        CHECK(mine.files.back().handle == 10);
        CHECK(restore(mine.files.back().bytes)->plan == mine.plan());
        CHECK(file.saved_to() == 10);
    }
    SECTION("changed once more before it is written over") {
        mine.fileNow = "{}";
        mine.dispatch(action::AnswerFileChanged{true});
        mine.run_all();
        CHECK(std::holds_alternative<dialog::FileChanged>(mine.state().dialog));
    }
    SECTION("it is no plan any more") {
        file.save_over("{\"half");
        look_at_file(mine);
        CHECK(std::any_of(mine.state().notices.begin(), mine.state().notices.end(),
                          [](const Notice &notice) { return notice.severity == Severity::error; }));
        CHECK(file.saved_to() == 9);
    }
    SECTION("it is another plan") {
        Tab other(file.two.there, 12);
        other.dispatch(action::StartFrom{"blank", false});
        other.run_all();
        file.save_over(shared(other));
        look_at_file(mine);
        CHECK(relation(mine) == CopyRelation::created);
    }
}

TEST_CASE("A link to a plan that is not here asks before it is kept", "[receiving]") {
    Two two;
    const std::string sent = shared(two.mine);
    Disk empty;
    Tab visitor(empty, 3);
    visitor.run_all();
    visitor.dispatch(action::Receive{{Shared(sent), "the link", CopyOrigin::link, 0}});
    visitor.run_all();
    CHECK(relation(visitor) == CopyRelation::created);
    CHECK(empty.index.empty());
    answer(visitor, IncomingAnswer::take);
    CHECK(visitor.plan() == two.mine.plan());
    CHECK(visitor.state().open->id == two.mine.state().open->id);
    CHECK(empty.index.size() == 1);
}

TEST_CASE("Accounts that a link left at home are not deleted by what comes back from it", "[receiving]") {
    Disk disk;
    Tab mine(disk, 1);
    begin_plan(mine);
    Plan plan = mine.plan();
    AccountTableBuilder builder({{AccountColumnId("employees"), AccountColumnType::number}});
    for (const char *key : {"a", "b", "c"}) {
        builder.add_row(key);
        builder.add_number(0, 7);
    }
    plan.accounts.edit().columns[AccountColumnId("employees")].type = AccountColumnType::number;
    plan.accounts.edit().table = builder.take();
    mine.dispatch(action::Do{{"Add accounts", diff(mine.plan(), plan)}, 0});
    mine.run_all();
    const Envelope leaving = envelope_of(shared(mine));
    const Result<std::string> link = write_link(mine.plan(), leaving);
    REQUIRE(link);

    Disk elsewhere;
    Tab visitor(elsewhere, 2);
    visitor.run_all();
    visitor.dispatch(action::Receive{{Shared(*read_link(*link)), "the link", CopyOrigin::link, 0}});
    visitor.run_all();
    answer(visitor, IncomingAnswer::take);
    CHECK(visitor.plan().accounts->table.rows() == 0);
    rename_role(visitor, executive, "Field executive");
    arrive(mine, shared(visitor));
    CHECK(relation(mine) == CopyRelation::update);
    answer(mine, IncomingAnswer::take);
    CHECK(mine.plan().organisation->roles.at(executive).name == "Field executive");
    CHECK(mine.plan().accounts->table.rows() == 3);

    // And the other way: the whole file brings them to who had only the link.
    arrive(visitor, shared(mine));
    answer(visitor, IncomingAnswer::take);
    CHECK(visitor.plan().accounts->table.rows() == 3);
}

TEST_CASE("A copy that brings nothing new is not merged, whatever it went on from", "[receiving]") {
    Two two;
    put(two.mine, salesVp, 'I');
    put(two.theirs, salesVp, 'I');
    put(two.mine, executive, 'C');
    arrive(two.mine, shared(two.theirs));
    CHECK(relation(two.mine) == CopyRelation::older);
    const Plan before = two.mine.plan();
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.plan() == before);
}

TEST_CASE("A pasted plan whose text holds a link is the plan, not the link", "[receiving]") {
    Two two;
    Plan plan = two.theirs.plan();
    plan.about.edit().description = "See https://plans.example.com/#plan=AAAA";
    two.theirs.dispatch(action::Do{{"Describe the plan", diff(two.theirs.plan(), plan)}, 0});
    two.theirs.run_all();
    two.mine.dispatch(platform::Event(platform::Pasted{shared(two.theirs)}));
    two.mine.run_all();
    CHECK(relation(two.mine) == CopyRelation::update);
}

TEST_CASE("Two copies that arrive together are asked about one after the other", "[receiving]") {
    Two two;
    rename_role(two.theirs, executive, "Field executive");
    const std::string first = shared(two.theirs);
    rename_role(two.theirs, salesVp, "Head of sales");
    const std::string second = shared(two.theirs);
    two.mine.dispatch(platform::Event(platform::FileOpened{0, "first.json", first}));
    two.mine.dispatch(platform::Event(platform::FileOpened{0, "second.json", second}));
    two.mine.run_all();
    CHECK(asked(two.mine).fileName == "first.json");
    answer(two.mine, IncomingAnswer::take);
    CHECK(asked(two.mine).fileName == "second.json");
    answer(two.mine, IncomingAnswer::take);
    CHECK(two.mine.plan().organisation->roles.at(salesVp).name == "Head of sales");
}

TEST_CASE("A copy that comes while the page is starting waits until it is known what is here", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    const std::string back = shared(two.theirs);
    two.mine.fire(Timer::store);
    two.mine.run_all();
    two.here.locks.clear();
    Tab again(two.here, 5);
    SECTION("from a link") { again.dispatch(action::Receive{{Shared(back), "the link", CopyOrigin::link, 0}}); }
    SECTION("pasted") { again.dispatch(platform::Event(platform::Pasted{back})); }
    SECTION("from a file") { again.dispatch(platform::Event(platform::FileOpened{0, "theirs.fullcourt.json", back})); }
    again.run_all();
    CHECK(relation(again) == CopyRelation::update);
    CHECK(again.state().open->id == two.mine.state().open->id);
    CHECK(at(again, salesVp).text() != "S");
}

TEST_CASE("A copy cannot be merged where another tab is the writer, but kept beside it", "[receiving]") {
    Two two;
    put(two.theirs, salesVp, 'S');
    const std::string back = shared(two.theirs);
    two.mine.fire(Timer::store);
    two.mine.run_all();
    Tab second(two.here, 7);
    second.run_all();
    REQUIRE(save_state(second.state()) == SaveState::readOnly);
    arrive(second, back);
    CHECK(relation(second) == CopyRelation::update);
    answer(second, IncomingAnswer::take);
    CHECK(at(second, salesVp).text() != "S");
    CHECK(relation(second) == CopyRelation::update);
    answer(second, IncomingAnswer::separate);
    CHECK(at(second, salesVp).text() == "S");
}

TEST_CASE("A copy that says it is an old revision but holds something else is not taken for nothing new", "[receiving]") {
    Two two;
    const std::string sent = shared(two.mine);
    put(two.mine, executive, 'I');
    std::string forged = sent;
    const std::string name = "\"Account executive\"";
    REQUIRE(forged.find(name) != std::string::npos);
    forged.replace(forged.find(name), name.size(), "\"Somebody else\"");
    arrive(two.mine, forged);
    CHECK(relation(two.mine) == CopyRelation::merge);
    answer(two.mine, IncomingAnswer::take);
    CHECK(at(two.mine, executive).text() == "I");
    CHECK(two.mine.plan().organisation->roles.at(executive).name == "Somebody else");
}

TEST_CASE("Hostile copies of a plan that is here are refused or shown, and change nothing by themselves", "[receiving]") {
    Two two;
    const std::string sent = shared(two.mine);
    const std::string disk = stored(two.here);
    const Plan before = two.mine.plan();
    std::string deep = "{\"fullcourt\":{\"version\":1,\"plan\":\"" + two.mine.state().open->id.text + "\"},\"roles\":";
    deep += std::string(5000, '[');
    std::string claims = sent;
    const std::string revision = envelope_of(sent).revision;
    std::string many = "\"ancestry\":[";
    for (int i = 0; i < 500; ++i) {
        many += "\"r" + std::to_string(i) + "\",";
    }
    claims.replace(claims.find("\"ancestry\":["), 12, many);
    for (const std::string &bytes : {sent.substr(0, sent.size() / 2), deep, std::string("{\"fullcourt\":[]}"), claims}) {
        arrive(two.mine, bytes);
        two.mine.dispatch(action::CloseDialog{});
        two.mine.run_all();
        CHECK(two.mine.plan() == before);
        CHECK(stored(two.here) == disk);
    }
}

TEST_CASE("Another tab's changes that were kept apart are offered for merging", "[receiving]") {
    Disk disk;
    {
        Tab tab(disk, 1);
        begin_plan(tab);
        tab.fire(Timer::store);
        tab.run_all();
        put(tab, salesVp, 'S');
        tab.fire(Timer::store);
        tab.run_all();
    }
    // A record of a tab that knew only the first state: it changed the plan's name from there.
    const PlanId plan(disk.index.front().plan);
    auto &journal = disk.journals[plan.text];
    const auto record = std::find_if(journal.rbegin(), journal.rend(), [](const auto &row) { return row.kind == "edit"; });
    REQUIRE(record != journal.rend());
    const std::string fork = record->parent;
    platform::JournalRow other = *record;
    other.sequence += 10;
    const std::size_t letter = other.bytes.find("\"S\"");
    REQUIRE(letter != std::string::npos);
    other.bytes.replace(letter, 3, "\"I\"");
    journal.push_back(other);
    disk.locks.clear();

    Tab tab(disk, 2);
    tab.run_all();
    CHECK(at(tab, salesVp).text() == "S");
    REQUIRE_FALSE(tab.state().notices.empty());
    const Notice notice = tab.state().notices.back();
    CHECK(notice.button == "Compare and merge");
    REQUIRE(notice.action.size() == 1);
    tab.dispatch(notice.action.front());
    tab.run_all();
    CHECK(relation(tab) == CopyRelation::merge);
    REQUIRE(asked(tab).compared->conflicts.size() == 1);
    tab.dispatch(action::CloseDialog{});
    // Later, too, from the list of earlier states.
    tab.dispatch(action::ShowRevisions{});
    tab.run_all();
    const auto *revisions = std::get_if<dialog::Revisions>(&tab.state().dialog);
    REQUIRE(revisions != nullptr);
    const auto row = std::find_if(revisions->rows.begin(), revisions->rows.end(), [](const auto &r) { return r.reason == branchReason; });
    REQUIRE(row != revisions->rows.end());
    CHECK(row->pinned);
    tab.dispatch(action::PreviewRevision{row->key});
    tab.run_all();
    tab.dispatch(action::ReceiveRevision{});
    tab.run_all();
    CHECK(relation(tab) == CopyRelation::merge);
    answer(tab, IncomingAnswer::take);
    CHECK(tab.plan().conflicts->size() == 1);
    CHECK(tab.state().view == View::conflicts);
}

TEST_CASE("Showing what is in conflict leads to the list of conflicts", "[receiving]") {
    Two two;
    put(two.mine, salesVp, 'I');
    put(two.theirs, salesVp, 'S');
    arrive(two.mine, shared(two.theirs));
    answer(two.mine, IncomingAnswer::take);
    two.mine.dispatch(action::Show{View::raci});
    Checker checker;
    const Derived derived = derive(two.mine.plan(), checker);
    const auto finding =
        std::find_if(derived.findings.begin(), derived.findings.end(), [](const Finding &f) { return f.rule == "merge.conflict"; });
    REQUIRE(finding != derived.findings.end());
    CHECK(finding->section == PlanSection::grid);
    CHECK(finding->cells == std::vector<RoleId>{salesVp});
    two.mine.dispatch(action::ShowFinding{finding->key});
    CHECK(two.mine.state().view == View::conflicts);
    CHECK(chosen_item(two.mine.state(), View::conflicts) == two.mine.plan().conflicts->begin()->first);
}

TEST_CASE("A copy of a long list is read and compared in pieces, and stopping keeps everything as it was", "[receiving]") {
    TwoWithLists two;
    put_size(two.theirs, 5000, "7777");
    put_size(two.mine, 3, "3333");
    const std::string back = shared(two.theirs);
    const Plan before = two.mine.plan();
    const std::string disk = stored(two.here);
    SECTION("stopped while it is read") {
        arrive(two.mine, back);
        REQUIRE(is_being_read(two.mine));
        two.mine.dispatch(action::ContinueWork{});
        REQUIRE(is_being_read(two.mine));
        two.mine.dispatch(action::CloseDialog{});
        two.mine.dispatch(action::ContinueWork{});
    }
    SECTION("stopped while it is compared") {
        arrive(two.mine, back);
        while (!is_being_compared(two.mine)) {
            two.mine.dispatch(action::ContinueWork{});
            two.mine.run_all();
        }
        two.mine.dispatch(action::ContinueWork{});
        // Not before it is known what would happen.
        answer(two.mine, IncomingAnswer::take);
        CHECK(two.mine.plan() == before);
        two.mine.dispatch(action::CloseDialog{});
        two.mine.dispatch(action::ContinueWork{});
    }
    two.mine.run_all();
    CHECK(std::holds_alternative<std::monostate>(two.mine.state().dialog));
    CHECK(two.mine.plan() == before);
    CHECK(stored(two.here) == disk);

    // It can come again, and is then taken in one step.
    arrive(two.mine, back);
    CHECK(finish(two.mine) > 8);
    CHECK(relation(two.mine) == CopyRelation::merge);
    CHECK(asked(two.mine).compared->conflicts.empty());
    answer(two.mine, IncomingAnswer::take);
    CHECK(size_at(two.mine, 5000) == "7777");
    CHECK(size_at(two.mine, 3) == "3333");
    two.mine.dispatch(action::Undo{});
    CHECK(two.mine.plan() == before);
}

TEST_CASE("Who merges each other's long lists has the same plan, and can go on from it", "[receiving]") {
    TwoWithLists two;
    put_size(two.mine, 3, "3333");
    put_size(two.theirs, 5000, "7777");
    const std::string fromMine = shared(two.mine);
    const std::string fromTheirs = shared(two.theirs);
    for (const auto &[tab, copy] : {std::pair(&two.mine, fromTheirs), std::pair(&two.theirs, fromMine)}) {
        arrive(*tab, copy);
        finish(*tab);
        answer(*tab, IncomingAnswer::take);
    }
    CHECK(two.mine.plan() == two.theirs.plan());
    // What was kept of it for later is whole, although the store holds most of it already.
    for (const Disk *disk : {&two.here, &two.there}) {
        const auto merged = std::find_if(disk->revisions.begin(), disk->revisions.end(),
                                         [](const auto &kept) { return kept.first.reason.starts_with("Merged with"); });
        REQUIRE(merged != disk->revisions.end());
        const Result<Restored> restored = restore(merged->second);
        REQUIRE(restored);
        CHECK(restored->report.empty());
        CHECK(restored->plan == two.mine.plan());
    }
    const auto arrived = std::find_if(two.here.revisions.begin(), two.here.revisions.end(),
                                      [](const auto &kept) { return kept.first.reason.starts_with("As it arrived: "); });
    REQUIRE(arrived != two.here.revisions.end());
    CHECK(restore(arrived->second)->plan == restore(fromTheirs)->plan);
    // The same place again: an earlier change does not count once more.
    put_size(two.mine, 3, "4444");
    arrive(two.theirs, shared(two.mine));
    finish(two.theirs);
    CHECK(asked(two.theirs).compared->conflicts.empty());
    answer(two.theirs, IncomingAnswer::take);
    CHECK(size_at(two.theirs, 3) == "4444");
}

TEST_CASE("What happens to a long list while it is asked about a copy of it is in what is taken", "[receiving]") {
    TwoWithLists two;
    put_size(two.theirs, 5000, "7777");
    arrive(two.mine, shared(two.theirs));
    finish(two.mine);
    CHECK(relation(two.mine) == CopyRelation::update);
    put_size(two.mine, 3, "3333");
    answer(two.mine, IncomingAnswer::take);
    finish(two.mine);
    CHECK(size_at(two.mine, 5000) == "7777");
    CHECK(size_at(two.mine, 3) == "3333");
    CHECK(two.mine.state().open->history.undo_label() == "Merge theirs.fullcourt.json");
}

TEST_CASE("The file of a long list is written in pieces, can be stopped, and holds what is here at the end", "[receiving]") {
    Disk disk;
    Tab tab(disk, 1);
    begin_long_plan(tab);
    const std::string before = stored(disk);
    tab.dispatch(action::SaveFile{});
    tab.dispatch(action::ContinueWork{});
    CHECK(tab.files.empty());
    tab.dispatch(action::CloseDialog{});
    tab.dispatch(action::ContinueWork{});
    tab.run_all();
    CHECK(tab.files.empty());
    CHECK(stored(disk) == before);

    tab.dispatch(action::ShowShare{});
    tab.run_all();
    tab.dispatch(action::SaveFile{});
    tab.dispatch(action::ContinueWork{});
    put_size(tab, 3, "3333");
    int pieces = 0;
    while (std::holds_alternative<dialog::Saving>(tab.state().dialog)) {
        tab.dispatch(action::ContinueWork{});
        ++pieces;
    }
    CHECK(pieces > 3);
    REQUIRE(tab.files.size() == 1);
    const Envelope envelope = envelope_of(tab.files.back().bytes);
    CHECK(tab.files.back().bytes == write_plan(tab.plan(), envelope));
    CHECK(envelope.revision == tab.state().open->envelope.revision);
}

TEST_CASE("A long earlier state is read in pieces before it is shown", "[receiving]") {
    Disk disk;
    Tab tab(disk, 1);
    begin_long_plan(tab);
    shared(tab); // which keeps the state
    tab.dispatch(action::ShowRevisions{});
    tab.run_all();
    const auto &revisions = std::get<dialog::Revisions>(tab.state().dialog);
    REQUIRE_FALSE(revisions.rows.empty());
    tab.dispatch(action::PreviewRevision{revisions.rows.front().key});
    tab.run_all();
    CHECK(is_working(tab.state()));
    CHECK_FALSE(revisions.preview);
    int pieces = 0;
    while (is_working(tab.state())) {
        tab.dispatch(action::ContinueWork{});
        ++pieces;
    }
    CHECK(pieces > 3);
    REQUIRE(revisions.preview);
    CHECK(revisions.preview->plan == tab.plan());
}

TEST_CASE("Nothing is worked on where the plan that was being written is gone, or an earlier state holds nothing", "[receiving]") {
    State state;
    state.dialog = dialog::Saving{std::make_shared<PlanFileWork>(Plan())};
    CHECK_FALSE(is_working(state));
    state.dialog = dialog::Revisions{false, {}, 7, {}, {}, {}};
    on_revision_loaded(state, platform::RevisionLoaded{7, ""});
    CHECK_FALSE(is_working(state));
    CHECK_FALSE(std::get<dialog::Revisions>(state.dialog).error.empty());
}
