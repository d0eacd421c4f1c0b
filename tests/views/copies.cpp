// A copy of the plan arrives: the question, the difference on the grid, and what is in conflict afterwards.
#include <functional>

#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "harness.h"
#include "io/write.h"
#include "unit/edits_for_tests.h"
#include "unit/many_accounts.h"
#include "unit/reference_template.h"

using namespace fullcourt;
using namespace fullcourt::views;
using test::after;
using test::closing;
using test::executive;
using test::marketer;
using test::salesVp;

namespace {

Plan with_role_name(Plan plan, const RoleId &id, const std::string &name) {
    Role role = plan.organisation->roles.at(id);
    role.name = name;
    return after(std::move(plan), {"", {Put<Role>{id, role}}});
}

/// The plan is shared as it is; then it changes here and elsewhere.
struct Diverged {
    /// `further`: what else was changed elsewhere.
    explicit Diverged(const PageOptions &options = {}, const std::function<void(Plan &)> &further = {}) : page(options) {
        page.dispatch(action::Do{rename_plan("Operating model 2027"), 0});
        page.settle();
        page.dispatch(action::SaveFile{true});
        page.settle();
        Envelope envelope = page.state().open->envelope;
        envelope.parent = envelope.revision;
        envelope.revision = "elsewhere";
        envelope.savedAt = "2026-11-23T08:10:00Z";
        envelope.author = "Ada";
        Plan plan = with_role_name(page.plan(), executive, "Field executive");
        plan = after(plan, set_cells(plan, {closing}, {salesVp}, Letters::one('S')));
        plan = after(plan, set_cells(plan, {ActivityId("demo-delivery")}, {marketer}, Letters()));
        plan = after(plan, set_cells(plan, {ActivityId("negotiation")}, {marketer}, Letters::one('S')));
        plan = after(plan, remove_activities(plan, {ActivityId("post-sale-handoff")}));
        plan = after(plan, rename_plan("Operating model 2027, reviewed"));
        if (further) {
            further(plan);
        }
        theirs = write_plan(plan, envelope);
    }

    /// Both change the same places differently.
    void change_here() {
        page.dispatch(action::Do{set_cells(page.plan(), {closing}, {salesVp}, Letters::one('I')), 0});
        page.dispatch(action::Do{{"Rename the role", diff(page.plan(), with_role_name(page.plan(), executive, "Account lead"))}, 0});
        page.settle();
    }

    void arrive() {
        page.dispatch(platform::Event(platform::FileOpened{0, "theirs.fullcourt.json", theirs}));
        page.settle();
    }

    Page page;
    std::string theirs;
};

std::string letter(const Page &page, const RoleId &role) { return letters_at(*page.plan().raci, closing, role).text(); }

void take_pictures(const PageOptions &options, const std::string &suffix) {
    Diverged diverged(options);
    Page &page = diverged.page;
    platform::null::machine().fileNow = diverged.theirs;
    page.dispatch(action::SaveFile{});
    page.settle();
    page.picture("file-changed" + suffix);
    page.press(ImGuiKey_Escape);
    diverged.arrive();
    page.picture("copy-update" + suffix);
    page.press(ImGuiKey_Escape);
    diverged.change_here();
    diverged.arrive();
    page.picture("copy-merge" + suffix);
    page.click("button", "Look at the difference");
    page.picture("review-plan" + suffix);
    page.click("option", "RACI grid*");
    page.picture("review-grid" + suffix);
    page.click("tab", "How the two copies differ");
    page.picture("review-whole" + suffix);
    page.click("option", "Organisation*");
    page.picture("review-organisation" + suffix);
    page.click("button", "Back");
    page.click("button", "Merge");
    page.picture("conflicts" + suffix);
    page.click("link", "RACI grid");
    page.picture("conflicts-grid" + suffix);
}

} // namespace

TEST_CASE("A copy that arrived says whose it is and what would happen, and is looked at before anything is taken", "[copies]") {
    Diverged diverged;
    Page &page = diverged.page;
    const Plan before = page.plan();
    diverged.arrive();
    CHECK(page.shows("dialog", "A copy has arrived"));
    CHECK(page.shows("heading", "Operating model 2027, reviewed"));
    CHECK(page.says({"From: ", "theirs.fullcourt.json", " kB"}));
    CHECK(page.says({"Saved: 20 minutes ago by ", "Ada"}));
    CHECK(page.says({"It went on from exactly what is here", "overwrites nothing"}));
    page.click("button", "Look at the difference");
    CHECK(page.shows("dialog", "What differs"));
    CHECK(page.shows("option", "RACI grid: *"));
    page.click("option", "RACI grid: *");
    CHECK(page.says({"Negotiation, ", ": added, nothing → supports"}));
    CHECK(page.shows("rowheader", "Post-sale handoff: removed"));
    CHECK(page.shows("listitem", "added: Account marketer in Negotiation: – → S (supports)"));
    page.click("option", "Organisation: *");
    CHECK(page.shows("listitem", "changed: Name of the role Field executive: Account executive → Field executive"));
    CHECK(page.plan() == before);
    page.click("button", "Back");
    page.click("button", "Leave it");
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK(page.plan() == before);
}

TEST_CASE("A copy of a long list is read while the page shows how far it is, and can be stopped") {
    Page page;
    Plan plan = test::plan_with_many_accounts();
    const std::string theirs = write_plan(plan, {PlanId("elsewhere"), "r1", "", {}, "", {}});
    const Plan before = page.plan();
    const auto arrive = [&] {
        page.dispatch(platform::Event(platform::FileOpened{0, "theirs.fullcourt.json", theirs}));
        page.frame();
        page.frame();
        REQUIRE(page.shows("dialog", "Reading theirs.fullcourt.json"));
        CHECK(page.find("progressbar", "Reading the file").value != "100 %");
    };
    arrive();
    page.picture("copy-reading");
    page.click("button", "Stop");
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK(page.plan() == before);
    arrive();
    page.settle();
    CHECK(page.plan() == plan);

    // The same plan again, changed by somebody else.
    test::set_size(plan, 5000, "7777");
    page.dispatch(platform::Event(
        platform::FileOpened{0, "theirs.fullcourt.json", write_plan(plan, {PlanId("elsewhere"), "r2", "r1", {"r1"}, "", {}})}));
    while (!page.shows("progressbar", "Comparing it with what is here")) {
        page.frame();
    }
    page.picture("copy-comparing");
    CHECK_FALSE(page.shows("button", "Take the changes"));
    page.settle();
    CHECK(page.says({"Taking it brings 1 change"}));
    page.click("button", "Take the changes");
    CHECK(page.plan() == plan);
}

TEST_CASE("A file that somebody else has written to is looked at, saved beside, or written over", "[copies]") {
    Diverged diverged;
    Page &page = diverged.page;
    diverged.change_here();
    platform::null::Machine &machine = platform::null::machine();
    machine.fileNow = diverged.theirs;
    page.press(ImGuiMod_Ctrl | ImGuiKey_S);
    page.settle();
    REQUIRE(page.shows("dialog", "The file has changed in the meantime"));
    CHECK(page.says({"Somebody else, or another program, has written to"}));
    CHECK(machine.saved.size() == 1);
    SECTION("looked at") {
        page.click("button", "Look at what they changed");
        CHECK(page.shows("dialog", "A copy has arrived"));
        page.click("button", "Merge");
        page.press(ImGuiMod_Ctrl | ImGuiKey_S);
        page.settle();
        REQUIRE(machine.saved.size() == 2);
        CHECK_FALSE(machine.saved.back().saveAs);
        CHECK(machine.saved.back().bytes.find("Negotiation") != std::string::npos);
    }
    SECTION("saved beside") {
        page.click("button", "Save as another file…");
        CHECK_FALSE(page.shows("dialog", "*"));
        REQUIRE(machine.saved.size() == 2);
        CHECK(machine.saved.back().saveAs);
    }
    SECTION("written over") {
        page.click("button", "Overwrite it");
        CHECK_FALSE(page.shows("dialog", "*"));
        REQUIRE(machine.saved.size() == 2);
        CHECK_FALSE(machine.saved.back().saveAs);
    }
    SECTION("left by the keyboard") {
        page.press(ImGuiKey_Escape);
        CHECK_FALSE(page.shows("dialog", "*"));
        CHECK(machine.saved.size() == 1);
    }
}

TEST_CASE("By keyboard alone a copy is merged, its conflicts are settled, and all of it is undone", "[copies]") {
    Diverged diverged;
    Page &page = diverged.page;
    diverged.change_here();
    const Plan before = page.plan();
    diverged.arrive();
    REQUIRE(page.shows("button", "Merge"));
    for (int i = 0; i < 20 && !page.find("button", "Merge").focused; ++i) {
        page.press(ImGuiKey_Tab);
    }
    REQUIRE(page.find("button", "Merge").focused);
    page.press(ImGuiKey_Enter);
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK(page.shows("status", "2 things to settle"));
    const Plan merged = page.plan();
    const std::string mine = "VP Sales in Close: I (informed)";
    for (int i = 0; i < 40 && !(page.shows("button", mine) && page.find("button", mine).focused); ++i) {
        page.press(ImGuiKey_Tab);
    }
    REQUIRE(page.find("button", mine).focused);
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().conflicts->size() == 1);
    CHECK(letter(page, salesVp) == "I");
    // The keyboard is on the next one already.
    CHECK(page.find("button", "Name of the role Field executive: *").focused);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan() == merged);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan() == before);
}

TEST_CASE("A conflict is settled by typing something else, and what cannot stand there is said", "[copies]") {
    Diverged diverged;
    Page &page = diverged.page;
    diverged.change_here();
    diverged.arrive();
    page.click("button", "Merge");
    page.click("textbox", "VP Sales in Close: something else");
    page.type("?!");
    page.press(ImGuiKey_Enter);
    CHECK(page.count("alert") > 0);
    CHECK(page.plan().conflicts->size() == 2);
    page.click("textbox", "VP Sales in Close: something else");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("A");
    page.press(ImGuiKey_Enter);
    CHECK(letter(page, salesVp) == "A");
    CHECK(page.plan().conflicts->size() == 1);
    page.press(ImGuiKey_Escape);
    page.click("button", "Keep all of Ada's");
    CHECK(page.plan().conflicts->empty());
    CHECK(page.plan().organisation->roles.at(executive).name == "Field executive");
}

TEST_CASE("When a meeting starts is told by the clock where copies differ, and typed so", "[copies]") {
    const auto starting = [](Plan &plan, int minutes) { plan.governance.edit().meetings.begin()->second.startMinutes = minutes; };
    Diverged diverged({}, [&](Plan &plan) { starting(plan, 570); });
    Page &page = diverged.page;
    Plan mine = page.plan();
    starting(mine, 600);
    page.dispatch(action::Do{{"Set a time", diff(page.plan(), mine)}, 0});
    page.settle();
    diverged.arrive();
    page.click("button", "Merge");
    const std::string start = "Start of the meeting " + page.plan().governance->meetings.begin()->second.name;
    CHECK(page.shows("button", start + ": 10:00"));
    CHECK(page.shows("button", start + ": 9:30"));
    page.click("textbox", start + ": something else");
    page.type("930"); // no time, though so many minutes after midnight would be
    page.press(ImGuiKey_Enter);
    CHECK(page.count("alert") > 0);
    CHECK(page.plan().conflicts->size() == 1);
    page.click("textbox", start + ": something else");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("9:15");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().conflicts->empty());
    CHECK(page.plan().governance->meetings.begin()->second.startMinutes == 555);
}

TEST_CASE("A finding about a conflict leads to its place in the list", "[copies]") {
    Diverged diverged;
    Page &page = diverged.page;
    diverged.change_here();
    diverged.arrive();
    page.click("button", "Merge");
    page.click("link", "RACI grid");
    page.click("button", "VP Sales in Close was changed differently*");
    CHECK(page.state().view == View::conflicts);
    page.click("button", "More of this plan");
    CHECK(page.shows("menuitem", "Conflicts between copies (2)"));
}

TEST_CASE("Pictures of copies that come together", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_pictures(variant.options, variant.suffix); }
    }
}
