// Workshop mode as a facilitator runs it: one thing at a time, settled by one key, parked, logged, closed.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "edit/practice_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void start(Page &page) {
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
}

/// What the room looks at.
std::string question() {
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "heading") {
            return node.name;
        }
    }
    return {};
}

/// The first thing of the grid is answered.
void settle_a_row(Page &page) {
    start(page);
    page.click("tab", "The grid, row by row");
    page.type("1");
}

} // namespace

TEST_CASE("On a larger screen the workshop is as large as on a projector, and nothing else is") {
    Page page({.width = 1920, .height = 1080});
    const auto width_of_page = [] { return ImGui::GetIO().DisplaySize.x; };
    page.click("link", "Overview");
    CHECK(width_of_page() == 1920);
    page.click("button", "Settle it in the room");
    page.settle();
    CHECK(width_of_page() == 1280);
    page.dispatch(action::SetScale{2});
    page.settle();
    CHECK(width_of_page() == 960); // larger still, because the person wants it so
    page.dispatch(action::SetScale{1});
    page.settle();
    page.click("button", "Leave");
    page.settle();
    CHECK(width_of_page() == 1920);
}

TEST_CASE("On a smaller screen than a projector the workshop keeps the size of its words") {
    Page page({.width = 1024, .height = 768});
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    page.settle();
    CHECK(ImGui::GetIO().DisplaySize.x == 1024);
}

TEST_CASE("The workshop fills the window with its run sheet of 90 minutes") {
    Page page;
    start(page);
    CHECK(page.state().view == View::workshop);
    CHECK_FALSE(page.shows("link", "Plans"));
    CHECK(page.count("tab") == 5);
    CHECK(page.find("tab", "The grid, row by row").value == "35 min");
    // What the steps ask, and beside it what they do not.
    CHECK(question() == "17 things to settle between us");
    CHECK(page.shows("text", "5 things wait outside of the steps: Organisation 2, Organisation model 1 and Governance 2"));
    CHECK(count(check(page.plan())).total() == 17 + 5);
}

TEST_CASE("One key settles a thing, logs it, and shows the next; undo takes both back") {
    Page page;
    start(page);
    page.click("tab", "The grid, row by row");
    const std::string first = question();
    const std::size_t before = count(check(page.plan())).total();
    page.type("1");
    CHECK(question() != first);
    CHECK(count(check(page.plan())).total() < before);
    REQUIRE(page.plan().records->log.size() == 1);
    CHECK(page.plan().records->log.begin()->second.kind == LogEntry::Kind::decision);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan().records->log.empty());
    CHECK(count(check(page.plan())).total() == before);
}

TEST_CASE("What was settled gets its owner and its date from one click each") {
    Page page;
    settle_a_row(page);
    page.click("button", "SDR");
    page.click("button", "In a week");
    const LogEntry &entry = page.plan().records->log.begin()->second;
    CHECK(entry.owner.text == "sales-development-rep");
    CHECK(entry.due.size() == 10);
}

TEST_CASE("Somebody who is no column of the grid can see to it too") {
    Page page;
    settle_a_row(page);
    page.click("combobox", "Someone else sees to it");
    const std::string asked = question();
    page.type("x"); // no answer while the list is open
    CHECK(question() == asked);
    page.click("menuitemcheckbox", "Sales operations");
    CHECK(page.plan().records->log.begin()->second.owner.text == "sales-operations");
    CHECK(page.find("combobox", "Someone else sees to it").value == "Sales operations");
}

TEST_CASE("With more roles than two lines hold, each can still be named, and no answer lies under another") {
    Page page;
    Plan plan = page.plan();
    for (const auto &[id, role] : plan.organisation->roles) {
        plan.raci.edit().columns[id] = {role.position, {}};
    }
    change_plan(page, {"Show all roles", diff(page.plan(), plan)});
    settle_a_row(page);
    const platform::MirrorNode &others = page.find("combobox", "Someone else sees to it");
    CHECK(others.y + others.height < page.find("button", "In a week").y);
    CHECK(page.find("button", "N  Next one").y + page.find("button", "N  Next one").height < page.find("button", "AE").y);
    page.click("combobox", "Someone else sees to it");
    page.click("menuitemcheckbox", "Business development rep");
    CHECK(page.plan().records->log.begin()->second.owner.text == "business-development-rep");
}

TEST_CASE("What is written down can be taken or left by a click, without a keyboard") {
    Page page;
    start(page);
    page.click("tab", "Meetings and rhythm");
    const std::string first = question();
    page.click("button", "W  Write an action");
    CHECK(page.find("button", "Write it down").disabled);
    page.click("button", "Back to the answers");
    CHECK(page.shows("button", "W  Write an action"));
    CHECK(page.plan().records->log.empty());
    page.click("button", "W  Write an action");
    page.click("textbox", "What do we do about it?");
    page.type("Sales brings a proposal");
    page.click("button", "Write it down");
    CHECK(page.shows("status", "To do: Sales brings a proposal"));
    CHECK(question() != first);
}

TEST_CASE("A thing is parked and taken up again") {
    Page page;
    start(page);
    page.click("tab", "Meetings and rhythm");
    const std::string first = question();
    page.type("p");
    CHECK(question() != first);
    CHECK(page.plan().workshop->parked.size() == 1);
    while (!page.shows("heading", "Nothing is left to settle here")) {
        page.type("p");
    }
    page.click("button", "Take up what is parked");
    CHECK(page.plan().workshop->parked.empty());
    CHECK(question() == first);
}

TEST_CASE("After three minutes on one thing, parking it is what the page proposes") {
    Page page;
    start(page);
    page.click("tab", "The grid, row by row");
    CHECK(page.shows("button", "P  Park it"));
    platform::null::advance(179);
    page.settle();
    CHECK(page.shows("button", "P  Park it"));
    platform::null::advance(2);
    page.settle();
    CHECK(page.shows("button", "P  Park it: 3:0*"));
    const std::string first = question();
    page.type("p");
    CHECK(question() != first);
    CHECK(page.shows("button", "P  Park it")); // the next one has its own three minutes
}

TEST_CASE("What no click mends becomes an action with owner and date, and the thing waits for it") {
    Page page;
    start(page);
    page.click("tab", "Meetings and rhythm");
    const std::string first = question();
    page.type("w");
    page.type("Sales brings a proposal");
    page.press(ImGuiKey_Enter);
    CHECK(question() != first);
    CHECK(page.shows("status", "To do: Sales brings a proposal"));
    page.click("button", "VP Sales");
    page.click("button", "In a week");
    REQUIRE(page.plan().records->log.size() == 1);
    const auto entry = [&] { return page.plan().records->log.begin()->second; };
    CHECK(entry().kind == LogEntry::Kind::action);
    CHECK(entry().due == "2026-11-30");
    // Once it is done, the thing is asked again unless it is settled by then.
    page.dispatch(action::Do{mark_done(page.plan(), page.plan().records->log.begin()->first), 0});
    page.settle();
    page.click("tab", "The grid, row by row");
    page.click("tab", "Meetings and rhythm");
    CHECK(question() == first);
    page.click("tab", "Close: owners and first dates");
    page.click("button", "Copy the summary");
    CHECK(platform::null::machine().copied.back().find("- Sales brings a proposal (VP Sales, 30 Nov 2026)") != std::string::npos);
}

TEST_CASE("The close gives each meeting its first date, and where no day is set asks for one") {
    Page page;
    start(page);
    page.click("tab", "Close: owners and first dates");
    CHECK(page.find("text", "AE and account marketer sync").value.empty());
    page.click("button", "Tue");
    CHECK(page.find("text", "AE and account marketer sync").value == "24 Nov 2026");
}

TEST_CASE("N looks at the next thing and changes nothing") {
    Page page;
    start(page);
    page.click("tab", "The grid, row by row");
    const Plan before = page.plan();
    const std::string first = question();
    page.type("n");
    CHECK(question() != first);
    CHECK(page.plan() == before);
}

TEST_CASE("A presenter's remote goes through the things of a step, on to the next step, and back") {
    Page page;
    start(page);
    const auto step = [&] {
        for (const auto &node : ui::semantics::last()) {
            if (node.role == "tab" && node.selected == true) {
                return node.name;
            }
        }
        return std::string();
    };
    const Plan before = page.plan();
    const std::string opening = step();
    page.press(ImGuiKey_PageDown);
    CHECK(step() == "The grid, row by row");
    const std::string first = question();
    page.press(ImGuiKey_PageDown);
    CHECK(question() != first);
    CHECK(step() == "The grid, row by row");
    page.press(ImGuiKey_PageUp);
    CHECK(question() == first);
    page.press(ImGuiKey_PageUp);
    CHECK(step() == opening);
    for (int pressed = 0; step() != "Close: owners and first dates" && pressed < 40; ++pressed) {
        page.press(ImGuiKey_PageDown);
    }
    CHECK(step() == "Close: owners and first dates");
    CHECK(page.plan() == before);
}

TEST_CASE("The room sees who is in the row that it settles, as it stands at that moment") {
    Page page;
    start(page);
    page.click("tab", "The grid, row by row");
    CHECK(question() == "Nobody is responsible for doing Target account selection.");
    CHECK(page.shows(
        "img",
        "Target account selection as it stands: AE consulted, Account marketer informed, VP Sales accountable, VP Marketing consulted"));
    page.press(ImGuiKey_N);
    page.type("n");
    CHECK_FALSE(page.shows("img", "Target account selection*"));
    // What belongs to no row has none.
    page.click("tab", "Meetings and rhythm");
    CHECK(page.count("img") == 0);
}

TEST_CASE("A whole workshop by keyboard: two ballots, ten things settled, three parked, a close, and nothing technical speaks up") {
    Page page;
    start(page);
    page.press(ImGuiKey_PageDown);
    const auto quiet = [&] { return page.state().notices.empty() && page.count("dialog") == 0; };
    const auto settled = [&] { return page.plan().records->log.size(); };
    for (int ballot = 0; ballot < 2; ++ballot) {
        const std::string asked = question();
        page.type("v");
        REQUIRE(question() != asked);
        page.type("r"); // what marketing thinks of the first role
        page.press(ImGuiKey_PageDown);
        page.type("i"); // and sales
        page.press(ImGuiKey_PageDown);
        page.press(ImGuiKey_PageDown);
        CHECK(page.says({"The sides agree on 0 of 1 cell"}));
        page.type("s"); // what the room makes of it
        CHECK(settled() == static_cast<std::size_t>(ballot) + 1);
        REQUIRE(quiet());
        page.press(ImGuiKey_PageDown);
        page.type("n");
        REQUIRE(question() != asked);
    }
    while (settled() < 10 + 2) {
        const std::string asked = question();
        const std::size_t so_far = settled();
        page.type("1");
        if (settled() == so_far) {
            page.type("x");
            page.type("fine for this quarter");
            page.press(ImGuiKey_Enter);
        }
        REQUIRE(quiet());
        if (page.shows("heading", "Nothing is left to settle here")) {
            page.press(ImGuiKey_PageDown);
        } else {
            REQUIRE(question() != asked);
        }
    }
    while (page.plan().workshop->parked.size() < 3) {
        page.type("p");
        if (page.shows("heading", "Nothing is left to settle here")) {
            page.press(ImGuiKey_PageDown);
        }
        REQUIRE(quiet());
    }
    page.click("tab", "Close: owners and first dates");
    CHECK(settled() == 10 + 2);
    CHECK(page.says({"12", "and parked 3"}));
    CHECK(quiet());
    CHECK(page.shows("button", "Leave"));
    page.click("button", "Leave");
    CHECK(page.state().view == View::overview);
    CHECK(save_state(page.state()) == SaveState::saved);
}

TEST_CASE("A thing may stay as it is, with a reason that is typed in the room") {
    Page page;
    start(page);
    page.click("tab", "Decisions and escalation");
    const std::string first = question();
    page.type("x");
    page.type("agreed for a year");
    page.press(ImGuiKey_Enter);
    CHECK(question() != first);
    REQUIRE(page.plan().acceptances->size() == 1);
    CHECK(page.plan().acceptances->begin()->second.reason == "agreed for a year");
    CHECK(page.plan().records->log.size() == 1);
}

TEST_CASE("The close says what was settled, by whom it is done, and copies it for the chat") {
    Page page;
    settle_a_row(page);
    page.click("tab", "Close: owners and first dates");
    CHECK(question() == "We settled 1 thing today");
    page.click("button", "Copy the summary");
    REQUIRE_FALSE(platform::null::machine().copied.empty());
    CHECK(platform::null::machine().copied.back().find("what we settled on") != std::string::npos);
    page.click("button", "Back to the plan");
    CHECK(page.state().view == View::overview);
}

TEST_CASE("At the close the room names who sees to a decision, and by when, by mouse and by keyboard") {
    Page page;
    settle_a_row(page);
    page.type("1");
    page.click("tab", "Close: owners and first dates");
    const std::vector<LogEntryId> made = ordered(page.plan().records->log);
    REQUIRE(made.size() == 2);
    const auto entry = [&](std::size_t index) { return page.plan().records->log.at(made[index]); };
    const std::string first = entry(0).what;
    const std::string second = entry(1).what;
    CHECK(page.find("button", first).value == "nobody yet");
    CHECK_FALSE(page.shows("button", "SDR"));
    page.click("button", first);
    page.click("button", "SDR");
    page.click("button", "In a week");
    CHECK(entry(0).owner.text == "sales-development-rep");
    CHECK(page.find("button", first).value == "SDR, 30 Nov 2026");
    page.click("button", first);
    CHECK_FALSE(page.shows("button", "SDR"));
    page.press(ImGuiKey_DownArrow);
    page.press(ImGuiKey_Enter);
    CHECK(page.shows("button", "SDR"));
    page.press(ImGuiKey_RightArrow);
    page.press(ImGuiKey_Enter);
    CHECK_FALSE(entry(1).owner.empty());
    CHECK(page.find("button", second).value != "nobody yet");
    page.press(ImGuiKey_DownArrow);
    page.press(ImGuiKey_Enter);
    CHECK(entry(1).due.size() == 10);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.find("button", second).value == "nobody yet");
}

TEST_CASE("Everything in the workshop lies within a projector's picture") {
    Page page;
    start(page);
    for (const char *step : {"The grid, row by row", "Decisions and escalation", "Meetings and rhythm", "Close: owners and first dates"}) {
        page.click("tab", step);
        for (const auto &node : ui::semantics::last()) {
            INFO(step << ": " << node.role << " " << node.name);
            CHECK(node.x + node.width <= 1281);
            CHECK(node.y + node.height <= 721);
        }
    }
}

TEST_CASE("On a tablet what was just settled lies over no answer of the next thing") {
    Page page({.width = 1024, .height = 768, .touch = true});
    settle_a_row(page);
    const platform::MirrorNode sheet = page.find("status", "Settled:*");
    REQUIRE(question() == "Nobody is accountable for Account strategy.");
    for (const char *answer : {"Make AE accountable*", "Make Account marketer accountable*", "Park it", "Next one"}) {
        INFO(answer);
        CHECK(page.find("button", answer).y + page.find("button", answer).height <= sheet.y);
    }
}

TEST_CASE("While the owner of a decision is named on a tablet, all meetings can be scrolled to above what goes out") {
    Page page({.width = 1024, .height = 768, .touch = true});
    settle_a_row(page);
    page.click("tab", "Close: owners and first dates");
    page.click("button", page.plan().records->log.begin()->second.what);
    for (const auto &[id, meeting] : page.plan().governance->meetings) {
        INFO(meeting.name);
        page.scroll_to("text", meeting.name);
        const platform::MirrorNode &row = page.find("text", meeting.name);
        CHECK(row.y + row.height <= page.find("button", "Copy the summary").y);
        CHECK(row.y >= page.find("heading", "We settled*").y + page.find("heading", "We settled*").height);
    }
}

TEST_CASE("While the workshop waits, a frame comes once a second and no more") {
    Page page;
    start(page);
    CHECK(page.settle() < 20);
    CHECK(platform::null::machine().framesWanted <= 0);
}

TEST_CASE("The run sheet is changed: lengths, names, order, parts, and back to the usual 90 minutes") {
    Page page;
    start(page);
    page.click("button", "Change the run sheet");
    CHECK(page.find("heading", "The run sheet: *").name == "The run sheet: 90 minutes");
    // Within the same edges as the steps, and the way back beside the way on.
    CHECK(page.find("heading", "The run sheet: *").x == page.find("button", "Done").x);
    CHECK(page.find("button", "Done").y == page.find("button", "Next step").y);
    const auto &last = page.find("button", "Remove The grid, row by row");
    const auto &next = page.find("button", "Next step");
    CHECK(last.x + last.width <= next.x + next.width);
    page.click("button", "More: Minutes of The grid, row by row");
    CHECK(page.shows("heading", "The run sheet: 95 minutes"));
    CHECK(page.find("tab", "The grid, row by row").value == "40 min");
    page.click("button", "Remove Meetings and rhythm");
    CHECK(page.count("tab") == 4);
    page.click("textbox", "Add a part");
    page.type("Ballots");
    page.press(ImGuiKey_Enter);
    CHECK(page.count("tab") == 5);
    page.click("combobox", "What Ballots is for");
    page.click("menuitemcheckbox", "Settles the grid");
    page.click("button", "Done");
    page.click("tab", "Ballots");
    CHECK(page.shows("heading", "Nobody is*"));
    page.click("tab", "Where the gaps are");
    page.click("button", "Change the run sheet");
    page.click("button", "The usual 90 minutes");
    CHECK(page.shows("heading", "The run sheet: 90 minutes"));
    CHECK(page.count("tab") == 5);
}
