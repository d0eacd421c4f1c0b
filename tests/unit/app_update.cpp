#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "app/app.h"
#include "app/incoming.h"
#include "app_browser.h"
#include "edit/gestures.h"
#include "edit/practice_gestures.h"
#include "io/templates.h"
#include "io/write.h"
#include "reference_template.h"

using namespace fullcourt;
using test::closing;
using test::Disk;
using test::salesVp;
using test::Tab;

namespace {

Letters at(const Tab &tab, const ActivityId &activity, const RoleId &role) { return letters_at(*tab.plan().raci, activity, role); }

Tab &ready(Tab &tab) {
    tab.run_all();
    return tab;
}

} // namespace

TEST_CASE("A first visit shows the reference plan as an example that is not kept") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    REQUIRE(tab.state().open);
    CHECK(tab.plan().raci->activities.size() == 10);
    CHECK(save_state(tab.state()) == SaveState::example);
    CHECK(disk.index.empty());
    CHECK_FALSE(has_unsaved(tab.state()));
}

TEST_CASE("Where a person goes while the page is starting is where they stay") {
    Disk disk;
    Tab tab(disk, 1);
    tab.dispatch(action::Show{View::kpis});
    ready(tab);
    CHECK(tab.state().open.has_value());
    CHECK(tab.state().view == View::kpis);
}

TEST_CASE("The first edit keeps the example as a plan of one's own") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{set_cell(tab.plan(), closing, salesVp, Letters::one('R')), 0});
    CHECK(save_state(tab.state()) == SaveState::saving);
    CHECK(has_unsaved(tab.state()));
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::saved);
    CHECK_FALSE(has_unsaved(tab.state()));
    REQUIRE(disk.index.size() == 1);
    CHECK(disk.index.front().title == tab.plan().about->title);
}

TEST_CASE("Undo and redo are steps with the label of the gesture, and are saved like any edit") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const Plan first = tab.plan();
    tab.dispatch(action::Do{set_cell(first, closing, salesVp, Letters::one('R')), 0});
    const Plan second = tab.plan();
    CHECK(tab.state().open->history.undo_label().find("Close") != std::string::npos);
    tab.dispatch(action::Undo{});
    CHECK(tab.plan() == first);
    tab.dispatch(action::Redo{});
    CHECK(tab.plan() == second);
    tab.dispatch(action::Undo{});
    tab.run_all();
    disk.locks.clear();
    Tab again(disk, 2);
    ready(again);
    CHECK(again.plan() == first);
}

TEST_CASE("Edits of one gesture are one step of undo") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::string title = tab.plan().about->title;
    for (const char *text : {"F", "Fi", "Fir", "First"}) {
        tab.dispatch(action::Do{rename_plan(text), 42});
    }
    CHECK(tab.plan().about->title == "First");
    tab.dispatch(action::Undo{});
    CHECK(tab.plan().about->title == title);
}

TEST_CASE("An edit that changes nothing is no step") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{{"Nothing", {SetTitle{tab.plan().about->title}}}, 0});
    CHECK_FALSE(tab.state().open->history.can_undo());
    CHECK(save_state(tab.state()) == SaveState::example);
}

TEST_CASE("A deleted plan leaves with an undo, comes back whole, and is erased only when asked") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("Mine"), 0});
    tab.run_all();
    const PlanId id = tab.state().open->id;
    tab.dispatch(action::Delete{id});
    tab.run_all();
    CHECK_FALSE(tab.state().open);
    CHECK(plans_of(tab.state(), true).size() == 1);
    REQUIRE_FALSE(tab.state().notices.empty());
    const Notice notice = tab.state().notices.back();
    CHECK(notice.button == "Undo");
    tab.dispatch(notice.action.front());
    tab.run_all();
    REQUIRE(tab.state().open);
    CHECK(tab.plan().about->title == "Mine");
    tab.dispatch(action::Erase{id});
    CHECK(plans_of(tab.state(), false).size() == 1);
    tab.dispatch(action::Delete{id});
    tab.dispatch(action::Erase{id});
    tab.run_all();
    CHECK(disk.index.empty());
    CHECK(disk.journals.count(id.text) == 0);
}

TEST_CASE("A plan that is not open is duplicated and renamed from the library") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("One"), 0});
    tab.run_all();
    const PlanId one = tab.state().open->id;
    tab.dispatch(action::StartFrom{"blank", false});
    tab.run_all();
    tab.dispatch(action::Duplicate{one});
    tab.run_all();
    CHECK(tab.plan().about->title == "Copy of One");
    CHECK(tab.plan().raci->activities.size() == 10);
    tab.dispatch(action::Rename{one, "Uno"});
    tab.run_all();
    CHECK(tab.plan().about->title == "Uno");
    CHECK(plans_of(tab.state(), false).size() == 3);
}

TEST_CASE("A plan saved as a template stays beside it, and new plans start from it under its name") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("Mine"), 0});
    tab.run_all();
    const PlanId mine = tab.state().open->id;
    tab.dispatch(action::SaveAsTemplate{});
    tab.run_all();
    const PlanId made = tab.state().open->id;
    CHECK(is_template(made));
    CHECK_FALSE(is_template(mine));
    CHECK(disk.index.size() == 2);
    REQUIRE_FALSE(tab.state().notices.empty());
    CHECK(tab.state().notices.back().button == "Back to the plan");
    tab.dispatch(action::Open{mine});
    tab.run_all();
    tab.dispatch(action::Duplicate{made});
    tab.run_all();
    CHECK(tab.plan().about->title == "Mine");
    CHECK_FALSE(is_template(tab.state().open->id));
    CHECK(disk.index.size() == 3);
}

TEST_CASE("A file that is no plan is refused in a sentence and changes nothing") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const Plan before = tab.plan();
    for (const char *bytes : {"", "{\"a\":1}", "\x01\x02\x03", "{\"fullcourt\":{\"version\":99}}"}) {
        CAPTURE(bytes);
        tab.dispatch(platform::Event(platform::FileOpened{0, "odd.json", bytes}));
        REQUIRE_FALSE(tab.state().notices.empty());
        CHECK(tab.state().notices.back().text.find("odd.json") == 0);
        CHECK(tab.plan() == before);
    }
    CHECK(disk.index.empty());
}

TEST_CASE("What is saved after a cancelled save is not taken for the plan's file") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::SaveFile{true});
    tab.dispatch(platform::Event(platform::FileSaved{0, "mine.fullcourt.json", true, ""}));
    tab.dispatch(platform::Event(platform::FileSaved{7, "grid.csv", false, ""}));
    CHECK(tab.state().open->fileHandle == 0);
    CHECK(tab.state().open->fileRevision.empty());
}

TEST_CASE("A table is taken for what its head names, and else for what the view is about") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const auto drop = [&](View view, const char *bytes) {
        tab.dispatch(action::Show{view});
        tab.dispatch(platform::Event(platform::FileOpened{0, "export.csv", bytes}));
    };
    const char *const people = "Contact ID,First Name,Account Name\n003A,Ada,Alder\n";
    const char *const companies = "Account ID,Account Name,Employees\n001A,Alder,20\n";
    for (const View view : {View::raci, View::accounts, View::contacts}) {
        drop(view, people);
        CHECK(std::holds_alternative<dialog::ContactImport>(tab.state().dialog));
    }
    for (const View view : {View::accounts, View::score, View::pods, View::engagement, View::program}) {
        drop(view, companies);
        CHECK(std::holds_alternative<dialog::AccountImport>(tab.state().dialog));
    }
    drop(View::raci, "Activity,VP Sales\nPlan,A\n");
    CHECK(std::holds_alternative<dialog::Paste>(tab.state().dialog));
}

TEST_CASE("The ballot in a file that came back is taken without the rest of it") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("Mine"), 0});
    tab.dispatch(action::SaveFile{false});
    tab.run_all();
    REQUIRE(tab.files.size() == 1);
    const std::string sent = tab.files.front().bytes;

    Disk elsewhere;
    Tab sales(elsewhere, 2);
    ready(sales);
    sales.dispatch(platform::Event(platform::FileOpened{0, "mine.fullcourt.json", sent}));
    const ActivityId activity = activity_order(*sales.plan().raci).front();
    const RoleId role = ordered(sales.plan().raci->columns).front();
    sales.dispatch(action::Do{set_ballot_cells(sales.plan(), Side::sales, {activity}, {role}, Letters::one('C')), 0});
    sales.dispatch(action::Do{rename_plan("Renamed by sales"), 0});
    sales.dispatch(action::SaveFile{false});
    sales.run_all();
    const std::string back = sales.files.back().bytes;

    tab.dispatch(action::Do{set_ballot_cells(tab.plan(), Side::marketing, {activity}, {role}, Letters::one('R')), 0});
    tab.dispatch(platform::Event(platform::FileOpened{0, "back.fullcourt.json", back}));
    const auto *incoming = std::get_if<dialog::Incoming>(&tab.state().dialog);
    REQUIRE(incoming != nullptr);
    CHECK(ballots_to_take(tab.state(), *incoming) == std::vector<Side>{Side::sales});
    tab.dispatch(action::TakeBallot{Side::sales});
    CHECK(std::holds_alternative<std::monostate>(tab.state().dialog));
    CHECK(tab.state().view == View::ballots);
    CHECK(tab.plan().about->title == "Mine");
    CHECK(letters_at(tab.plan().ballots->grid.at(Side::sales), activity, role).text() == "C");
    CHECK(letters_at(tab.plan().ballots->grid.at(Side::marketing), activity, role).text() == "R");
    tab.dispatch(action::Undo{});
    CHECK_FALSE(tab.plan().ballots->grid.contains(Side::sales));
}

TEST_CASE("A saved file opens again as the same plan; a copy here already is asked about first") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("Mine"), 0});
    tab.dispatch(action::SaveFile{false});
    tab.run_all();
    REQUIRE(tab.files.size() == 1);
    const std::string bytes = tab.files.front().bytes;

    Disk elsewhere;
    Tab other(elsewhere, 2);
    ready(other);
    other.dispatch(platform::Event(platform::FileOpened{0, "mine.fullcourt.json", bytes}));
    CHECK(other.plan() == tab.plan());
    CHECK(other.state().open->id == tab.state().open->id);

    tab.dispatch(action::Do{rename_plan("Mine, changed"), 0});
    tab.dispatch(platform::Event(platform::FileOpened{0, "mine.fullcourt.json", bytes}));
    CHECK(tab.plan().about->title == "Mine, changed");
    REQUIRE(std::holds_alternative<dialog::Incoming>(tab.state().dialog));
    tab.run_all();
    tab.dispatch(action::AnswerIncoming{IncomingAnswer::replace});
    CHECK(tab.plan().about->title == "Mine");
    tab.dispatch(action::Undo{});
    CHECK(tab.plan().about->title == "Mine, changed");
}

TEST_CASE("Pasted letters fill the grid from the cursor; a pasted grid is shown before it is taken") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::vector<ActivityId> rows = activity_order(*tab.plan().raci);
    const std::vector<RoleId> columns = ordered(tab.plan().raci->columns);
    const GridPlace place{PhaseId(), rows[0], columns[0]};
    tab.dispatch(action::Show{View::raci});
    tab.dispatch(action::Select{{place, place}});
    tab.dispatch(platform::Event(platform::Pasted{"A\tr\n-\tA/R\n"}));
    CHECK(at(tab, rows[0], columns[0]).text() == "A");
    CHECK(at(tab, rows[0], columns[1]).text() == "R");
    CHECK(at(tab, rows[1], columns[0]).empty());
    CHECK(at(tab, rows[1], columns[1]).text() == "A/R");
    tab.dispatch(action::Undo{});
    CHECK(at(tab, rows[0], columns[0]).text() == "C");

    tab.dispatch(platform::Event(platform::Pasted{"Activity\tAE\tBoss\nCall the customer\tR\tA\n"}));
    const auto *paste = std::get_if<dialog::Paste>(&tab.state().dialog);
    REQUIRE(paste != nullptr);
    REQUIRE(paste->grid);
    CHECK(paste->grid->roles == std::vector<std::string>{"AE", "Boss"});
    tab.dispatch(action::ApplyPaste{true});
    CHECK(activity_order(*tab.plan().raci).size() == 1);
    CHECK(tab.plan().raci->columns.size() == 2);
    tab.dispatch(action::Undo{});
    CHECK(activity_order(*tab.plan().raci).size() == 10);
}

TEST_CASE("Copy gives the selected rectangle as a spreadsheet takes it") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::vector<ActivityId> rows = activity_order(*tab.plan().raci);
    const std::vector<RoleId> columns = ordered(tab.plan().raci->columns);
    tab.dispatch(action::Select{{{PhaseId(), rows[1], columns[2]}, {PhaseId(), rows[0], columns[0]}}});
    const SelectedCells selected = selected_cells(tab.state());
    CHECK(selected.rows.size() == 2);
    CHECK(selected.columns.size() == 3);
    CHECK(write_tsv(cells_table(tab.plan(), selected.rows, selected.columns, false)) == "C\t\tI\nR\tC\tR\n");
}

TEST_CASE("While the letters as they were are shown, copying and pasting mean those") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::vector<ActivityId> rows = activity_order(*tab.plan().raci);
    const std::vector<RoleId> columns = ordered(tab.plan().raci->columns);
    const auto show = [&](GridPicture picture) { tab.dispatch(action::Choose{View::raci, std::string(picture_name(picture))}); };
    show(GridPicture::asIs);
    CHECK(grid_picture(tab.state()) == GridPicture::toBe); // nothing was kept yet
    tab.dispatch(action::Do{take_as_is(tab.plan(), "2026-11-23"), 0});
    CHECK(grid_picture(tab.state()) == GridPicture::asIs);
    const GridRows before = tab.plan().raci->rows;
    tab.dispatch(action::Select{{{PhaseId(), rows[0], columns[0]}, {PhaseId(), rows[0], columns[0]}}});
    tab.dispatch(platform::Event(platform::Pasted{"I"}));
    CHECK(tab.plan().raci->rows == before);
    CHECK(letters_at(tab.plan().raci->asIs, rows[0], columns[0]).text() == "I");
    CHECK(letters_at(shown_rows(tab.state()), rows[0], columns[0]).text() == "I");
    show(GridPicture::differences);
    CHECK(letters_at(shown_rows(tab.state()), rows[0], columns[0]).text() == "C");
    tab.dispatch(action::Undo{});
    CHECK(tab.plan().raci->asIs == before);
}

TEST_CASE("An earlier state is looked at, brought back as one step, and the present one is kept") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    tab.dispatch(action::Do{rename_plan("First"), 0});
    tab.run_all();
    disk.locks.clear();
    Tab again(disk, 2);
    ready(again);
    again.dispatch(action::Do{rename_plan("Second"), 0});
    again.run_all();
    again.dispatch(action::ShowRevisions{});
    again.run_all();
    const auto *revisions = std::get_if<dialog::Revisions>(&again.state().dialog);
    REQUIRE(revisions != nullptr);
    REQUIRE_FALSE(revisions->rows.empty());
    again.dispatch(action::PreviewRevision{revisions->rows.back().key});
    again.run_all();
    const std::size_t kept = disk.revisions.size();
    again.dispatch(action::BringBackRevision{false});
    again.run_all();
    CHECK(again.plan().about->title == "First");
    CHECK(disk.revisions.size() == kept + 1);
    again.dispatch(action::Undo{});
    CHECK(again.plan().about->title == "Second");
}

TEST_CASE("Showing a finding selects what it is about") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::vector<Finding> findings = check(tab.plan());
    const auto it =
        std::find_if(findings.begin(), findings.end(), [](const Finding &finding) { return finding.section == PlanSection::grid; });
    REQUIRE(it != findings.end());
    tab.dispatch(action::ShowFinding{it->key});
    CHECK(tab.state().view == View::raci);
    CHECK(tab.state().selection.cursor.activity == it->activity);
    CHECK(tab.state().shownFinding == it->key);
}

TEST_CASE("Showing a finding of another section opens it with the item chosen") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    const std::vector<Finding> findings = check(tab.plan());
    const auto it = std::find_if(findings.begin(), findings.end(),
                                 [](const Finding &finding) { return finding.section == PlanSection::decisions && !finding.item.empty(); });
    REQUIRE(it != findings.end());
    tab.dispatch(action::ShowFinding{it->key});
    CHECK(tab.state().view == View::decisions);
    CHECK(chosen_item(tab.state(), View::decisions) == it->item);
}

TEST_CASE("What follows from a plan counts open things by section and item; accepted ones are none") {
    const Plan plan = load_template("reference")->plan;
    Checker checker;
    const Derived derived = derive(plan, checker);
    CHECK(open_in(derived, PlanSection::grid) == 9);
    const auto it = std::find_if(derived.findings.begin(), derived.findings.end(),
                                 [](const Finding &finding) { return finding.section == PlanSection::decisions; });
    REQUIRE(it != derived.findings.end());
    const std::size_t before = open_in(derived, PlanSection::decisions);
    REQUIRE(mark_of(derived, PlanSection::decisions, it->item) != nullptr);
    Plan accepted = plan;
    accepted.acceptances.edit()[it->key] = {"It is fine", {}, {}, {}};
    CHECK(open_in(derive(accepted, checker), PlanSection::decisions) == before - 1);
}

TEST_CASE("Without storage the page says so, and a saved file quiets the question at leaving") {
    Disk disk;
    Tab tab(disk, 1);
    tab.dispatch(platform::Event(platform::StorageStarted{false, false, "this window is private.", false, {}}));
    REQUIRE(tab.state().open);
    tab.dispatch(action::Do{rename_plan("Mine"), 0});
    CHECK(tab.plan().about->title == "Mine");
    CHECK(save_state(tab.state()) == SaveState::failed);
    CHECK(save_sentence(tab.state()).find("private") != std::string::npos);
    CHECK(has_unsaved(tab.state()));
    tab.dispatch(action::SaveFile{false});
    tab.dispatch(platform::Event(platform::FileSaved{0, "mine.fullcourt.json", false, ""}));
    CHECK_FALSE(has_unsaved(tab.state()));
}

TEST_CASE("A grid pasted on the first screen becomes a plan of its own, once it is taken") {
    Disk disk;
    Tab tab(disk, 1);
    ready(tab);
    REQUIRE(tab.state().view == View::plans);
    tab.dispatch(platform::Event(platform::Pasted{"Activity\tAE\tCFO\nPlan\tR\tA\n"}));
    REQUIRE(std::holds_alternative<dialog::Paste>(tab.state().dialog));
    CHECK(disk.index.empty());
    tab.dispatch(action::ApplyPaste{true});
    ready(tab);
    CHECK(tab.state().view == View::raci);
    CHECK(tab.plan().raci->activities.size() == 1);
    CHECK(tab.plan().governance->meetings.empty());
    CHECK(disk.index.size() == 1);
}
