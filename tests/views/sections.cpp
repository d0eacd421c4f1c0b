// The sections of the operating model beside the grid: what they show, what a click and a key change, and that nothing of
// them is cut off on a projector.
#include <algorithm>
#include <array>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "edit/practice_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

constexpr std::array sectionLinks = {"Overview",  "Organisation", "Models", "RACI grid",  "Cadences",
                                     "Decisions", "Escalation",   "KPIs",   "Governance", "Readiness"};

/// The first item of this name; fails where there is none.
template <class Item> const Item &named(const Collection<Item> &items, const std::string &name) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const auto &entry) { return entry.second.name == name; });
    REQUIRE(it != items.end());
    return it->second;
}

std::size_t findings_of(const Page &page, PlanSection section) {
    std::size_t open = 0;
    for (const Finding &finding : check(page.plan())) {
        open += finding.section == section && !finding.accepted ? 1 : 0;
    }
    return open;
}

} // namespace

TEST_CASE("Every section opens from the sidebar, with its own heading") {
    Page page;
    for (const char *section : sectionLinks) {
        page.click("link", section);
        INFO(section);
        CHECK(page.find("link", section).selected == true);
        CHECK(page.count("main") == 1);
    }
}

TEST_CASE("Everything in the mirror is there once, and lies within what came before it") {
    Page page;
    for (const char *section : sectionLinks) {
        page.click("link", section);
        std::set<std::uint32_t> seen;
        for (const auto &node : ui::semantics::last()) {
            INFO(section << ": " << node.role << " " << node.name);
            CHECK((node.parent == 0 || seen.contains(node.parent)));
            CHECK(seen.insert(node.id).second);
        }
    }
}

TEST_CASE("The sidebar says how much there is to settle in each section, and the overview all of it") {
    Page page;
    const std::size_t decisions = findings_of(page, PlanSection::decisions);
    REQUIRE(decisions > 1);
    CHECK(page.find("link", "Decisions").description == std::to_string(decisions) + " things to settle");
    page.click("link", "Overview");
    CHECK(page.shows("heading", std::to_string(count(check(page.plan())).total()) + " things to settle"));
}

TEST_CASE("What there is to settle about accounts counts at the accounts, and about the score at the score") {
    Page page;
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
    std::size_t accounts = 0;
    std::size_t score = 0;
    for (const Finding &finding : page.app().derived().findings) {
        accounts += finding.rule == "account.low-coverage" ? 1 : 0;
        score += finding.rule.starts_with("scoring.") ? 1 : 0;
    }
    REQUIRE(accounts > 0);
    REQUIRE(score > 0);
    CHECK(page.find("link", "Accounts").description.starts_with(std::to_string(accounts) + " thing"));
    CHECK(page.find("link", "Score").description.starts_with(std::to_string(score) + " thing"));
}

TEST_CASE("An empty grid says what to do where the other empty sections do") {
    Page page;
    page.dispatch(action::StartFrom{"blank", false});
    page.settle();
    page.click("link", "RACI grid");
    const float left = page.find("heading", "Who does what?").x;
    const float buttons = page.find("button", "Paste a grid…").x;
    page.click("link", "Cadences");
    CHECK(left == page.find("heading", "Which meetings keep it moving?").x);
    CHECK(buttons == page.find("button", "Start with four usual meetings").x);
}

TEST_CASE("In the details every field ends at one edge") {
    Page page;
    try_sample(page);
    page.click("button", "Quartz Works");
    const auto right = [&](const char *role, const char *name) {
        page.scroll_to(role, name);
        const auto &node = page.find(role, name);
        return node.x + node.width;
    };
    CHECK(right("tablist", "Where would you put it?") == right("textbox", "Compare with"));
}

TEST_CASE("Nothing that can be used lies outside the window on a projector") {
    for (const bool panel : {true, false}) {
        Page page;
        if (!panel) {
            page.click("button", "Hide this panel");
        }
        for (const char *section : sectionLinks) {
            page.click("link", section);
            for (const auto &node : ui::semantics::last()) {
                if (node.role == "group" || node.role == "list") {
                    continue;
                }
                INFO(section << ": " << node.role << " " << node.name);
                CHECK(node.x >= 0);
                CHECK(node.x + node.width <= 1281);
            }
        }
    }
}

TEST_CASE("A finding accepted with a reason no longer counts, is listed with it, and can be opened again") {
    Page page;
    page.click("link", "Decisions");
    const std::size_t before = findings_of(page, PlanSection::decisions);
    std::string message;
    for (const Finding &finding : check(page.plan())) {
        if (finding.section == PlanSection::decisions) {
            message = finding.message;
            break;
        }
    }
    page.click("tab", "To settle*");
    page.click("button", message);
    page.click("button", "Accept with a reason");
    page.type("Agreed for this year");
    page.press(ImGuiKey_Enter);
    CHECK(findings_of(page, PlanSection::decisions) == before - 1);
    page.click("link", "Overview");
    page.click("tab", "Accepted*");
    page.click("button", "Open it again");
    CHECK(findings_of(page, PlanSection::decisions) == before);
}

TEST_CASE("A finding in the overview leads to what it is about") {
    Page page;
    page.click("link", "Overview");
    const std::vector<Finding> findings = check(page.plan());
    const auto it = std::find_if(findings.begin(), findings.end(),
                                 [](const Finding &finding) { return finding.section == PlanSection::decisions && !finding.item.empty(); });
    REQUIRE(it != findings.end());
    page.click("button", it->message);
    page.click("button", "Show it in Decision rights");
    CHECK(page.state().view == View::decisions);
    CHECK(chosen_item(page.state(), View::decisions) == it->item);
}

TEST_CASE("Meetings are added by typing their names, and their attendees ticked") {
    Page page;
    page.click("link", "Cadences");
    page.click("textbox", "Add a meeting");
    page.type("Forecast review");
    page.press(ImGuiKey_Enter);
    const auto meeting = [&] { return named(page.plan().governance->meetings, "Forecast review"); };
    CHECK(meeting().attendees.empty());
    page.click("button", "Forecast review");
    page.click("checkbox", "VP Sales");
    REQUIRE(meeting().attendees.size() == 1);
    CHECK(page.find("checkbox", "VP Sales").checked == true);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(meeting().attendees.empty());
}

TEST_CASE("A pasted list is several meetings in its order, and one step of undo") {
    Page page{{.templateName = "blank"}};
    page.click("link", "Cadences");
    page.click("textbox", "Add a meeting");
    page.paste("Weekly sync\nMonthly review\n\nQuarterly workshop\n");
    const auto &meetings = page.plan().governance->meetings;
    REQUIRE(meetings.size() == 3);
    const std::vector<MeetingId> order = ordered(meetings);
    CHECK(meetings.at(order[0]).name == "Weekly sync");
    CHECK(meetings.at(order[2]).name == "Quarterly workshop");
    page.click("button", "Undo");
    CHECK(page.plan().governance->meetings.empty());
}

TEST_CASE("What begins an empty section stands under its words and within the page, however narrow that is") {
    Page page({.width = 1024, .templateName = "blank"});
    show_panel(page, true);
    for (const auto &[section, field] :
         {std::pair{"Cadences", "Add a meeting"}, std::pair{"Decisions", "Add a decision"}, std::pair{"Organisation", "Add a role"}}) {
        INFO(section);
        page.click("link", section);
        page.settle();
        const platform::MirrorNode &add = page.find("textbox", field);
        CHECK(add.x + add.width <= page.find("complementary", "*").x);
        CHECK(add.x == page.find("button", "Start with *").x);
    }
}

TEST_CASE("Hours in meetings open into their terms") {
    Page page;
    page.click("link", "Cadences");
    CHECK(page.find("button", "Account marketer").value == "2.7 h a week");
    page.click("button", "Account marketer");
    CHECK(page.shows("text", "*for 4 pods") == false);
    std::size_t terms = 0;
    for (const auto &node : ui::semantics::last()) {
        terms += node.role == "text" && node.name.find("every") != std::string::npos ? 1 : 0;
    }
    CHECK(terms >= 4);
}

TEST_CASE("A decision gets its deciders and a tie-break") {
    Page page;
    page.click("link", "Decisions");
    page.click("button", "Target account selection*");
    page.click("combobox", "Where they do not agree");
    page.click("menuitemcheckbox", "CRO");
    bool found = false;
    for (const auto &[id, decision] : page.plan().governance->decisions) {
        found = found || decision.tieBreak.text == "cro";
    }
    CHECK(found);
}

TEST_CASE("An escalation level is added and given its time limit") {
    Page page{{.templateName = "blank"}};
    page.click("link", "Escalation");
    page.click("button", "Add a level");
    REQUIRE(page.plan().governance->escalation.size() == 1);
    page.click("textbox", "It rises by itself after");
    page.type("7");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().governance->escalation.begin()->second.limitDays == 7);
}

TEST_CASE("What is no number does not change a number") {
    Page page;
    page.click("link", "Organisation");
    page.click("button", "Account executive");
    page.click("textbox", "Head-count");
    page.type("many");
    page.press(ImGuiKey_Enter);
    CHECK(named(page.plan().organisation->roles, "Account executive").headcount == 8);
    page.click("textbox", "Head-count");
    page.type("12");
    page.press(ImGuiKey_Enter);
    CHECK(named(page.plan().organisation->roles, "Account executive").headcount == 12);
}

TEST_CASE("A KPI's new target asks both sides to sign again") {
    Page page{{.templateName = "blank"}};
    page.click("link", "KPIs");
    page.click("textbox", "Add a KPI");
    page.type("Account penetration");
    page.press(ImGuiKey_Enter);
    page.click("switch", "Signed by marketing");
    page.click("switch", "Signed by sales");
    const auto kpi = [&] { return named(page.plan().measurement->kpis, "Account penetration"); };
    CHECK((kpi().signedByMarketing && kpi().signedBySales));
    page.click("textbox", "Target");
    page.type("40 %");
    page.press(ImGuiKey_Enter);
    CHECK(kpi().target == "40 %");
    CHECK_FALSE(kpi().signedByMarketing);
    CHECK_FALSE(kpi().signedBySales);
}

TEST_CASE("Answers about the company rank the models, and a choice is applied as one step") {
    Page page;
    page.click("link", "Models");
    for (const char *answer : {"Marketing is large and mature.: 4", "How many account marketers will be needed?: 20 or more"}) {
        page.click("radio", answer);
    }
    CHECK(page.plan().organisation->choice.context.size() == 2);
    // The ranges are the answers, not numbers that a line below explains.
    CHECK(page.plan().organisation->choice.context.at("marketers-needed") == 4);
    CHECK(page.find("radiogroup", "How many account marketers will be needed?").value == "20 or more");
    CHECK(page.shows("radio", "How many account marketers will be needed?: 6–10"));
    page.click("tab", "Marketing");
    CHECK(page.plan().organisation->choice.home == Home::marketing);
    if (page.shows("button", "Apply all as one step")) {
        page.click("button", "Apply all as one step");
        CHECK_FALSE(page.shows("button", "Apply all as one step"));
        page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(page.shows("button", "Apply all as one step"));
    }
}

TEST_CASE("Two models stand side by side") {
    Page page;
    page.click("link", "Models");
    for (const char *model : {"Marketing-led", "Hybrid (matrix)"}) {
        page.click("button", std::string("Side by side: ") + model);
    }
    CHECK(page.shows("heading", "Side by side"));
    CHECK_FALSE(page.find("text", "Hybrid (matrix), For").value.empty());
}

TEST_CASE("Another number of account executives shows what it would ask for, and changes nothing") {
    Page page;
    page.click("link", "Organisation");
    const Plan before = page.plan();
    page.scroll_to("text", "Account marketer");
    CHECK(page.find("text", "Account marketer").value.starts_with("2 to 3, today 2"));
    for (int i = 0; i < 8; ++i) {
        page.click("button", "More: Account executives");
    }
    CHECK(page.find("text", "Account marketer").value.starts_with("4 to 6, today 2"));
    CHECK(page.plan() == before);
    page.click("button", "Back to 8");
    CHECK(page.find("text", "Account marketer").value.starts_with("2 to 3, today 2"));
}

TEST_CASE("People are pasted with their roles; words that are no role are told") {
    Page page;
    page.click("link", "Organisation");
    page.click("textbox", "Add people");
    page.paste("Ana Ruiz; VP Sales\nBo; SDR 50 %; Wizard\n");
    REQUIRE(page.plan().organisation->people.size() == 2);
    CHECK(named(page.plan().organisation->people, "Ana Ruiz").hats.contains(RoleId("vp-sales")));
    CHECK(page.shows("button", "Ana Ruiz"));
    page.click("link", "Decisions");
    page.click("textbox", "Who decides?");
    page.type("selection");
    CHECK(page.shows("button", "VP Sales (Ana Ruiz) and VP Marketing decide together*"));
}

TEST_CASE("A question is answered as one types, and the answer leads to its decision") {
    Page page;
    page.click("link", "Decisions");
    page.click("textbox", "Who decides?");
    page.type("pipeline");
    page.click("button", "VP Sales decides on Pipeline and revenue*");
    CHECK(page.find("button", "Pipeline and revenue").selected == true);
}

TEST_CASE("A conflict is noted and shows which row of the grid failed") {
    Page page;
    page.click("link", "Escalation");
    page.click("textbox", "Add a conflict");
    page.type("Who owns the demo?");
    page.press(ImGuiKey_Enter);
    REQUIRE(page.plan().records->disputes.size() == 1);
    page.click("combobox", "Activity");
    page.click("menuitemcheckbox", "Demo delivery");
    CHECK(page.plan().records->disputes.begin()->second.activity.text == "demo-delivery");
}

TEST_CASE("An action gets its owner and date in the overview, and is ticked off") {
    Page page;
    page.click("link", "Overview");
    page.click("textbox", "Add an action");
    page.type("Draft the battlecards");
    page.press(ImGuiKey_Enter);
    const auto entry = [&] { return page.plan().records->log.begin()->second; };
    REQUIRE(page.plan().records->log.size() == 1);
    page.click("combobox", "Owner");
    page.click("menuitemcheckbox", "Head of content");
    CHECK(entry().owner.text == "head-of-content");
    page.click("button", "Done: Draft the battlecards");
    CHECK(entry().done);
}

TEST_CASE("Each side answers the readiness statements apart, and the gap shows side by side") {
    Page page;
    page.click("link", "Readiness");
    const std::string statement = "One person is named to run account-based work.";
    page.click("radio", statement + ": 4");
    CHECK(page.find("radio", statement + ": 4").checked == true);
    page.click("tab", "Sales answers");
    CHECK(page.find("radio", statement + ": 4").checked == false);
    page.click("radio", statement + ": 1");
    page.click("tab", "Side by side");
    CHECK(page.find("text", statement).value == "marketing 4, sales 1");
}

TEST_CASE("Product answers too, where it is wanted: readiness and the company's situation") {
    Page page;
    page.click("link", "Readiness");
    page.click("tab", "Product answers");
    const std::string statement = "One person is named to run account-based work.";
    page.click("radio", statement + ": 2");
    page.click("tab", "Side by side");
    CHECK(page.find("text", statement).value == "marketing –, sales –, product 2");
    page.click("link", "Models");
    for (const Side side : {Side::marketing, Side::sales}) {
        page.dispatch(action::Do{answer_ballot(page.plan(), side, "marketing-scale", 3), 0});
    }
    page.click("tab", "Product");
    page.click("radio", "Marketing is large and mature.: 3");
    page.click("tab", "Compare");
    CHECK(page.find("text", "Marketing is large and mature.").value == "marketing 3, sales 3, product 3");
    page.click("button", "Take over what they answered alike");
    CHECK(page.plan().organisation->choice.context.at("marketing-scale") == 3);
}

TEST_CASE("A phase folds to its heading and unfolds for what is jumped to") {
    Page page;
    page.click("rowheader", "Account strategy*");
    page.press(ImGuiMod_Alt | ImGuiKey_G);
    page.settle();
    const platform::MirrorNode *phase = page.search("rowheader", "Phase: *");
    REQUIRE(phase != nullptr);
    CHECK(phase->expanded == true);
    page.press(ImGuiKey_Escape);
    page.click("rowheader", "Phase: *");
    page.press(ImGuiKey_LeftArrow);
    CHECK(page.find("rowheader", "Phase: *").expanded == false);
    CHECK_FALSE(page.shows("rowheader", "Account strategy*"));
    page.click("tab", "To settle*");
    page.click("button", "Nobody is accountable for Account strategy.");
    CHECK(page.shows("rowheader", "Account strategy*"));
}

TEST_CASE("The letters as they are are kept, and what differs from them is told") {
    Page page;
    page.click("rowheader", "Close*");
    page.click("tab", "Details");
    page.click("columnheader", "CFO*");
    page.click("button", "Keep the letters as they are today");
    CHECK_FALSE(page.plan().raci->asIsOn.empty());
    page.click_cell("Demo delivery", "CFO");
    page.type("i");
    CHECK(page.plan().raci->asIs != page.plan().raci->rows);
    page.click("columnheader", "CFO*");
    page.click("button", "Forget that picture");
    CHECK(page.plan().raci->asIsOn.empty());
}

TEST_CASE("A note on a cell is typed in its details and kept") {
    Page page;
    page.click_cell("Demo delivery", "CFO");
    page.click("tab", "Details");
    page.click("textbox", "Note on this cell");
    page.type("Only above a million");
    REQUIRE(page.plan().raci->notes.size() == 1);
    page.press(ImGuiKey_Escape);
    page.click("button", "Undo");
    CHECK(page.plan().raci->notes.empty());
}

TEST_CASE("A process gets its owner from a list, a tool its users from chips") {
    Page page{{.templateName = "blank"}};
    page.click("link", "Organisation");
    page.click("textbox", "Add a role");
    page.type("AE");
    page.press(ImGuiKey_Enter);
    page.click("link", "Governance");
    page.click("textbox", "Add a process");
    page.type("Account selection");
    page.press(ImGuiKey_Enter);
    page.click("combobox", "Who keeps it alive");
    page.click("menuitemcheckbox", "AE");
    CHECK_FALSE(page.plan().practices->practices.begin()->second.owner.empty());
    page.click("textbox", "Add a tool");
    page.type("CRM");
    page.press(ImGuiKey_Enter);
    page.click("checkbox", "AE");
    CHECK(page.plan().practices->tools.begin()->second.access.size() == 1);
    page.click("textbox", "Add a tool");
    page.type("Sequencer");
    page.press(ImGuiKey_Enter);
    CHECK(page.find("button", "Sequencer").value == "Other. No training named. No data flows");
    page.click("checkbox", "CRM");
    CHECK(page.find("button", "Sequencer").value == "Other. No training named. Data flows with CRM");
    CHECK(page.find("button", "CRM").value == "Other. No training named. Data flows with Sequencer");
}

TEST_CASE("A template of an organisation model is started from the first screen") {
    Page page;
    page.click("link", "Plans");
    page.click("button", "Start from a model or a stage*");
    page.click("button", "Hybrid*");
    CHECK(page.state().view == View::overview);
    CHECK(page.plan().organisation->choice.home == Home::matrix);
}

TEST_CASE("A list of choices lies in the page whole, however low its box") {
    Page page;
    page.click("link", "Escalation");
    page.click("textbox", "Add a conflict");
    page.type("Who owns the demo?");
    page.press(ImGuiKey_Enter);
    page.click("combobox", "Activity");
    const auto &menu = page.find("menu", "Activity");
    CHECK(menu.y >= 0);
    CHECK(menu.y + menu.height <= 720);
    CHECK(menu.height >= 200);
}

TEST_CASE("A model of one's own is copied, named, given needs, and ranked with the others") {
    Page page;
    page.click("link", "Models");
    page.click("button", "Hybrid (matrix)");
    page.click("button", "Copy as your own");
    REQUIRE(page.plan().organisation->models.size() == 1);
    const auto own = [&] { return page.plan().organisation->models.begin()->second; };
    CHECK_FALSE(own().needs.empty());
    page.click("textbox", "Model's name");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("Ours");
    page.press(ImGuiKey_Enter);
    CHECK(own().name == "Ours");
    CHECK(page.shows("button", "Ours"));
    page.click("combobox", "Need: Marketing is large and mature.");
    page.click("menuitemcheckbox", "At most 2");
    CHECK(own().needs.at("marketing-scale").atMost);
    CHECK(own().needs.at("marketing-scale").level == 2);
    page.click("button", "Delete this model");
    CHECK(page.plan().organisation->models.empty());
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(own().name == "Ours");
}

TEST_CASE("The dashboard says who owns testing and optimisation") {
    Page page;
    page.click("link", "KPIs");
    page.click("combobox", "Testing and optimisation is owned by");
    page.click("menuitemcheckbox", "VP Marketing");
    CHECK(page.find("combobox", "Testing and optimisation is owned by").value == "VP Marketing");
    page.click("link", "Governance");
    CHECK(page.shows("button", "Testing and optimisation*"));
}

TEST_CASE("A meeting gets its time of day as a person writes it") {
    Page page;
    page.click("link", "Cadences");
    page.click("button", "AE and account marketer sync");
    page.click("textbox", "Starts at");
    page.type("9:30");
    page.press(ImGuiKey_Enter);
    CHECK(named(page.plan().governance->meetings, "AE and account marketer sync").startMinutes == 570);
    CHECK(page.find("textbox", "Starts at").value == "9:30");
}

TEST_CASE("A decision's row is as high as its words need, so that deadline and turnaround are read whole") {
    Page page;
    page.click("link", "Decisions");
    page.click("button", "Target account selection*");
    const float before = page.find("button", "Target account selection*").height;
    Plan plan = page.plan();
    for (auto &[id, decision] : plan.governance.edit().decisions) {
        decision.deadline = "by the last working day of the month before, for the whole of the quarter that begins with it";
        decision.turnaroundDays = 10;
    }
    page.dispatch(action::Do{{"Say when", diff(page.plan(), plan)}, 0});
    page.settle();
    CHECK(page.find("button", "Target account selection*").height > before + 10);
}
