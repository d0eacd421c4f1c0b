// The page as one file that brings a plan along, files that start the page, and newer versions of it.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "app_browser.h"
#include "edit/gestures.h"
#include "io/restore.h"
#include "io/templates.h"
#include "io/write.h"
#include "reference_template.h"

using namespace fullcourt;
using test::closing;
using test::Disk;
using test::salesVp;
using test::Tab;

namespace {

std::string page_of(const std::string &revision) {
    Result<Restored> made = load_template("reference");
    made->envelope.plan = PlanId("abcdefghij");
    made->envelope.revision = revision;
    return write_plan(made->plan, made->envelope);
}

Preferences page_with(const std::string &plan, bool readOnly) {
    Preferences preferences;
    preferences.fromDisk = true;
    preferences.carried = platform::CarriedPlan{plan, readOnly};
    return preferences;
}

void put_letter(Tab &tab, char letter) { tab.dispatch(action::Do{set_cell(tab.plan(), closing, salesVp, Letters::one(letter)), 0}); }

std::string letter(const Tab &tab) { return letters_at(*tab.plan().raci, closing, salesVp).text(); }

bool told(const Tab &tab, const std::string &part) {
    return std::any_of(tab.state().notices.begin(), tab.state().notices.end(),
                       [&](const Notice &notice) { return notice.text.find(part) != std::string::npos; });
}

platform::Event file_of(const std::string &bytes) { return platform::FileOpened{7, "sent.fullcourt.json", bytes}; }

/// The page was opened, changed and closed.
void leave_changed(Disk &disk) {
    {
        Tab tab(disk, 1, page_with(page_of("one"), false));
        tab.run_all();
        put_letter(tab, 'R');
        tab.run_all();
        tab.fire(Timer::store);
        tab.run_all();
    }
    disk.locks.clear();
}

} // namespace

TEST_CASE("A page shows the plan that it brings along and keeps it from the first change on") {
    Disk disk;
    Tab tab(disk, 1, page_with(page_of("one"), false));
    tab.run_all();
    REQUIRE(tab.state().open);
    CHECK(tab.state().open->id == PlanId("abcdefghij"));
    CHECK(save_sentence(tab.state()) == "From this page: kept once you change it");
    CHECK(disk.index.empty());
    put_letter(tab, 'R');
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::saved);
    REQUIRE(disk.index.size() == 1);
    CHECK(disk.index.front().plan == "abcdefghij");
    CHECK(told(tab, "not in this file"));
}

TEST_CASE("A page opened again goes on with what was changed in it") {
    Disk disk;
    leave_changed(disk);
    Tab again(disk, 2, page_with(page_of("one"), false));
    again.run_all();
    CHECK(letter(again) == "R");
    CHECK(save_state(again.state()) == SaveState::saved);
    CHECK(std::holds_alternative<std::monostate>(again.state().dialog));
    CHECK(told(again, "newer than the file"));
}

TEST_CASE("A page with another state of a plan that is kept here asks before anything changes") {
    Disk disk;
    leave_changed(disk);
    Tab other(disk, 2, page_with(page_of("two"), false));
    other.run_all();
    CHECK(letter(other) == "R");
    CHECK_FALSE(std::holds_alternative<std::monostate>(other.state().dialog));
}

TEST_CASE("A page opened after its plan was deleted here brings back what was deleted, and writes nothing over it") {
    Disk disk;
    leave_changed(disk);
    {
        Tab tab(disk, 2, page_with(page_of("one"), false));
        tab.run_all();
        tab.dispatch(action::Delete{PlanId("abcdefghij")});
        tab.run_all();
        REQUIRE_FALSE(disk.index.front().deletedAt.empty());
    }
    disk.locks.clear();
    Tab again(disk, 3, page_with(page_of("one"), false));
    again.run_all();
    CHECK(letter(again) == "R");
    CHECK(disk.index.front().deletedAt.empty());
}

TEST_CASE("A page whose plan is stored here but unreadable shows its own, apart from what is stored") {
    Disk disk;
    leave_changed(disk);
    Disk::Mount &mount = disk.mounts.at("abcdefghij");
    mount.slotA = mount.slotA.empty() ? "" : "damaged";
    mount.slotB = mount.slotB.empty() ? "" : "damaged";
    disk.journals.clear();
    const std::string stored = mount.slotA + "|" + mount.slotB;
    Tab again(disk, 2, page_with(page_of("one"), false));
    again.run_all();
    REQUIRE(again.state().open);
    CHECK(told(again, "could not be opened"));
    CHECK(again.plan() == load_template("reference")->plan);
    put_letter(again, 'C');
    again.run_all();
    CHECK_FALSE(again.state().open->id == PlanId("abcdefghij"));
    CHECK(disk.mounts.at("abcdefghij").slotA + "|" + disk.mounts.at("abcdefghij").slotB == stored);
}

TEST_CASE("A page for reading cannot be changed, keeps nothing, and gives a copy that can") {
    Disk disk;
    Tab tab(disk, 1, page_with(page_of("one"), true));
    tab.run_all();
    const Plan before = tab.plan();
    CHECK(save_state(tab.state()) == SaveState::forReading);
    CHECK_FALSE(can_edit(tab.state()));
    put_letter(tab, 'R');
    tab.run_all();
    CHECK(tab.plan() == before);
    CHECK(disk.index.empty());
    tab.dispatch(action::Duplicate{tab.state().open->id});
    put_letter(tab, 'R');
    tab.run_all();
    CHECK(letter(tab) == "R");
    CHECK(save_state(tab.state()) == SaveState::saved);
    CHECK(tab.state().open->id != PlanId("abcdefghij"));
}

TEST_CASE("A page whose plan is listed here but never reached the disk shows it all the same") {
    Disk disk;
    disk.index.push_back({"abcdefghij", "Reference operating model", "2026-11-23T07:00:00Z", "", 0});
    Tab tab(disk, 1, page_with(page_of("one"), false));
    tab.run_all();
    REQUIRE(tab.state().open);
    CHECK(tab.state().open->id == PlanId("abcdefghij"));
    put_letter(tab, 'R');
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::saved);
}

TEST_CASE("A page whose plan cannot be read says so and can be used all the same") {
    Disk disk;
    Tab tab(disk, 1, page_with("{\"fullcourt\":", false));
    tab.run_all();
    CHECK(told(tab, "The plan in this page could not be read"));
    CHECK(tab.state().open.has_value());
}

TEST_CASE("A plan is saved as a web page with its id and revision, and that is no plan file") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    put_letter(tab, 'R');
    tab.run_all();
    tab.dispatch(action::SaveAsWebPage{true});
    REQUIRE(tab.pages.size() == 1);
    CHECK(tab.pages.front().name == "Reference operating model.html");
    CHECK(tab.pages.front().readOnly);
    const Result<Restored> restored = restore(tab.pages.front().plan);
    REQUIRE(restored);
    CHECK(restored->report.empty());
    CHECK(restored->plan == tab.plan());
    CHECK(restored->envelope.plan == tab.state().open->id);
    CHECK(restored->envelope.revision == tab.state().open->envelope.revision);
    tab.dispatch(platform::Event(platform::FileSaved{0, "Reference operating model.html", false, ""}));
    CHECK(tab.remembered.empty());
    CHECK(tab.state().open->fileRevision.empty());
}

TEST_CASE("A file that starts the page waits until it is known which plans are here") {
    Disk disk;
    leave_changed(disk);
    Tab tab(disk, 2);
    tab.dispatch(file_of(page_of("two")));
    tab.run_all();
    // The plan that is here is open, and the file asks.
    CHECK(letter(tab) == "R");
    CHECK_FALSE(std::holds_alternative<std::monostate>(tab.state().dialog));
    CHECK(disk.index.size() == 1);
    REQUIRE(tab.remembered.size() == 1);
    CHECK(tab.remembered.front().name == "sent.fullcourt.json");
    CHECK(tab.remembered.front().handle == 7);
}

TEST_CASE("A plan file that was saved is remembered, a table is not") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    tab.dispatch(action::ShowExport{.kind = ExportKind::gridCsv});
    tab.dispatch(action::SaveExport{});
    tab.run_all();
    CHECK(tab.remembered.empty());
    put_letter(tab, 'R');
    tab.dispatch(action::SaveFile{});
    tab.run_all();
    CHECK(tab.remembered.size() == 1);
    tab.dispatch(platform::Event(platform::FileOpened{0, "grid.csv", "Activity,AE\nClose,R\n"}));
    CHECK(tab.remembered.size() == 1);
}

TEST_CASE("A newer version is offered once, and comes when it is asked for") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    tab.dispatch(platform::Event(platform::UpdateReady{}));
    tab.dispatch(platform::Event(platform::UpdateReady{}));
    CHECK(std::count_if(tab.state().notices.begin(), tab.state().notices.end(), [](const Notice &n) { return n.later == "Later"; }) == 1);
    CHECK(tab.updatesUsed == 0);
    tab.dispatch(action::UseUpdate{});
    CHECK(tab.updatesUsed == 1);
}

TEST_CASE("A newer version waits until what was changed is on disk") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    tab.dispatch(platform::Event(platform::UpdateReady{}));
    put_letter(tab, 'R');
    tab.dispatch(action::UseUpdate{});
    CHECK(tab.updatesUsed == 0);
    CHECK(told(tab, "as soon as your changes are saved"));
    tab.run_all();
    CHECK(tab.updatesUsed == 1);
}

TEST_CASE("A newer version waits until what was begun is finished, or given up") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    tab.dispatch(platform::Event(platform::UpdateReady{}));
    // It was asked for while an edit was on its way to disk, and meanwhile the person went on.
    put_letter(tab, 'R');
    tab.dispatch(action::UseUpdate{});
    tab.dispatch(action::TypePasteGrid{});
    tab.run_all();
    CHECK(tab.updatesUsed == 0);
    tab.dispatch(action::CloseDialog{});
    CHECK(tab.updatesUsed == 1);

    tab.dispatch(action::NoteUnfinished{true});
    tab.dispatch(action::UseUpdate{});
    CHECK(tab.updatesUsed == 1);
    CHECK(told(tab, "not in the plan yet"));
    tab.dispatch(action::NoteUnfinished{false});
    CHECK(tab.updatesUsed == 2);

    tab.dispatch(action::NoteUnfinished{true});
    tab.dispatch(action::UseUpdate{});
    tab.dispatch(action::UseUpdate{true});
    CHECK(tab.updatesUsed == 3);
}

TEST_CASE("A newer version does not come over what could not be saved, until it is in a file") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    tab.dispatch(platform::Event(platform::UpdateReady{}));
    tab.failures = 1000;
    put_letter(tab, 'R');
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::failed);
    tab.dispatch(action::UseUpdate{});
    CHECK(tab.updatesUsed == 0);
    CHECK(told(tab, "once they are in a file"));
    tab.dispatch(action::SaveFile{});
    tab.run_all();
    CHECK(tab.updatesUsed == 1);
}
