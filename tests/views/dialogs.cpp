// Dialogs about what was read: a file of a plan that is here, what was mended, earlier states, what was set aside.
#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "edit/practice_gestures.h"
#include "harness.h"
#include "io/write.h"
#include "unit/edits_for_tests.h"

using namespace fullcourt;
using namespace fullcourt::views;
using test::after;

namespace {

/// The open plan as the file that somebody else made of it.
std::string file_of(const Page &page, const Plan &plan, const PlanId &id = {}) {
    Envelope envelope = page.state().open->envelope;
    envelope.plan = id.empty() ? page.state().open->id : id;
    envelope.revision = "elsewhere";
    return write_plan(plan, envelope);
}

void open_file(Page &page, const std::string &bytes) {
    page.dispatch(platform::Event(platform::FileOpened{0, "theirs.fullcourt.json", bytes}));
    page.settle();
}

/// The example becomes a plan of one's own.
void keep(Page &page) {
    page.dispatch(action::Do{rename_plan("Mine"), 0});
    page.settle();
}

} // namespace

TEST_CASE("A dialog is told of where it is seen, not where it is laid out before") {
    Page page;
    page.settle();
    page.dispatch(action::ShowRules{});
    for (int frames = 0; !page.shows("button", "Close"); ++frames) {
        REQUIRE(frames < 10);
        page.frame();
    }
    const ImVec2 first = centre(page.find("button", "Close"));
    page.settle();
    const ImVec2 last = centre(page.find("button", "Close"));
    CHECK(first.x == last.x);
    CHECK(first.y == last.y);
}

TEST_CASE("A file of a plan that is here asks what to do, and its ballot can be taken alone") {
    Page page;
    keep(page);
    const ActivityId demo("demo-delivery");
    const RoleId executive("account-executive");
    const Plan theirs = after(after(page.plan(), rename_plan("Theirs")),
                              set_ballot_cells(page.plan(), Side::sales, {demo}, {executive}, Letters::one('C')));
    open_file(page, file_of(page, theirs));
    CHECK(page.shows("dialog", "A copy has arrived"));
    CHECK_FALSE(page.shows("button", "Take only the ballot of marketing"));
    page.click("button", "Take only the ballot of sales");
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK(page.state().view == View::ballots);
    CHECK(page.plan().about->title == "Mine");
    CHECK(letters_at(page.plan().ballots->grid.at(Side::sales), demo, executive).text() == "C");
}

TEST_CASE("A file of a plan that is here replaces it, in a step that can be undone, or stands beside it") {
    Page page;
    keep(page);
    const std::string file = file_of(page, after(page.plan(), rename_plan("Theirs")));
    open_file(page, file);
    page.click("button", "Replace what is here with it");
    CHECK(page.plan().about->title == "Theirs");
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan().about->title == "Mine");
    const PlanId mine = page.state().open->id;
    open_file(page, file);
    page.click("button", "Keep as a separate plan");
    CHECK(page.plan().about->title == "Theirs");
    CHECK_FALSE(page.state().open->id == mine);
    open_file(page, file);
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.shows("dialog", "*"));
}

TEST_CASE("What was mended in a file is listed in sentences") {
    Page page;
    std::string bytes = file_of(page, page.plan(), PlanId("another"));
    const std::size_t at = bytes.find("\"headcount\":8");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 13, "\"headcount\":\"eight\"");
    open_file(page, bytes);
    page.click("button", "Show what");
    CHECK(page.shows("dialog", "What was mended"));
    CHECK(page.count("listitem") == 1);
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.shows("dialog", "*"));
}

TEST_CASE("Earlier states are listed, looked at, and brought back") {
    Page page;
    keep(page);
    open_file(page, file_of(page, after(page.plan(), rename_plan("Theirs"))));
    page.click("button", "Replace what is here with it");
    page.click("button", "More of this plan");
    page.click("menuitem", "Earlier states*");
    CHECK(page.shows("dialog", "Earlier states"));
    page.click("option", "Before opening*");
    page.click("button", "Bring it back");
    CHECK(page.plan().about->title == "Mine");
}

TEST_CASE("Where nothing was set aside the plans do not speak of it, and who asks is told so") {
    Page page;
    page.click("link", "Plans");
    CHECK_FALSE(page.shows("button", "What was set aside as unreadable"));
    page.dispatch(action::ShowQuarantine{});
    page.settle();
    CHECK(page.shows("dialog", "Set aside as unreadable"));
    CHECK(page.count("status") > 0);
}

TEST_CASE("What was set aside is listed with its reason, and saved byte by byte") {
    Page page;
    const std::string bytes("not a plan \xFF\x00 at all", 19);
    platform::quarantine("plan", "A slot of “Spring” could not be read.", bytes);
    platform::quarantine("plan", "A journal record of “Autumn” was no edit.", "other");
    page.reload();
    page.click("link", "Plans");
    page.click("button", "What was set aside as unreadable");
    CHECK(page.count("button") > 0);
    CHECK(page.shows("text", "A slot of “Spring” could not be read."));
    CHECK(page.shows("text", "A journal record of “Autumn” was no edit."));
    page.click("button", "Save as a file");
    REQUIRE(platform::null::machine().saved.size() == 1);
    CHECK(platform::null::machine().saved.front().bytes == bytes);
}

TEST_CASE("About this page says where plans are kept, which version it is and what is inside, and gives a report without the plan") {
    Page page;
    page.dispatch(action::Do{rename_plan("Secret project"), 0});
    page.settle();
    page.click("button", "About this page");
    page.settle();
    REQUIRE(page.shows("dialog", "About this page"));
    CHECK(page.says({"kept in this browser"}));
    CHECK(page.find("listitem", "The open plan").value == "Saved in this browser");
    CHECK(page.find("listitem", "Their size").value.ends_with(" kB"));
    CHECK(page.find("listitem", "Their size").value != "0 kB");
    CHECK(page.find("listitem", "Storage used").value == "1.2 MB of 2,100 MB");
    page.click("button", "Copy a diagnostic report");
    page.settle();
    REQUIRE(platform::null::machine().copied.size() == 1);
    const std::string report = platform::null::machine().copied.front();
    CHECK(report.find("- Storage used: 1.2 MB of 2,100 MB\n") != std::string::npos);
    CHECK(report.find("- Grid: 10 activities") != std::string::npos);
    CHECK(report.find("Secret") == std::string::npos);
    CHECK(report.find("Account executive") == std::string::npos);
    CHECK(page.shows("button", "Copied"));
    page.click("button", "Read their licences");
    page.settle();
    CHECK(platform::null::machine().licencesShown == 1);
}
