// Pictures of the page, for people to look at: FULLCOURT_PICTURES=/tmp/pictures fullcourt_views "[picture]"
#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "edit/section_gestures.h"
#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void show_large(Page &page) { page.dispatch(action::Do{{"Fill the plan", diff(page.plan(), large_plan(40, 25))}, 0}); }

void take_all(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.picture("grid" + suffix);
    show_panel(page, true);
    page.click("button", "Nobody is accountable for Business case building*");
    page.picture("finding" + suffix);
    show_panel(page, !options.touch); // a tablet's lies over the cells
    page.click_cell("Negotiation", "Account executive");
    show_panel(page, true);
    page.click("tab", "Details");
    page.picture("cell" + suffix);
    show_panel(page, !options.touch);
    page.click("rowheader", "Account strategy*");
    page.picture("activity" + suffix);
    page.click("columnheader", "Product specialist*");
    page.picture("role" + suffix);
    page.click("link", "Plans");
    page.picture("plans" + suffix);
    page.click("link", "RACI grid");
    page.dispatch(action::ShowRules{});
    page.settle();
    page.picture("rules" + suffix);
    page.dispatch(action::ShowKeys{});
    page.settle();
    page.picture("keys" + suffix);
    page.dispatch(action::ShowAbout{});
    page.settle();
    page.picture("about" + suffix);
    page.dispatch(action::PasteGrid{"Activity\tAE\tCFO\nPlan\tR\tA\nBuild\tX\tC\n"});
    page.settle();
    page.picture("paste" + suffix);
}

/// Each section as it opens, and with the details of the first thing in it.
void take_sections(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    const std::vector<std::pair<std::string, std::string>> sections = {{"Overview", ""},
                                                                       {"Organisation", "Account executive"},
                                                                       {"Models", "Hybrid (matrix)"},
                                                                       {"Cadences", "AE and account marketer sync"},
                                                                       {"Decisions", "Target account selection*"},
                                                                       {"Escalation", "Level 2"},
                                                                       {"KPIs", "Account coverage*"},
                                                                       {"Governance", "Account selection*"},
                                                                       {"Readiness", ""}};
    for (const auto &[section, item] : sections) {
        page.click("link", section);
        page.settle();
        page.picture("section-" + section + suffix);
        if (page.search("button", item) != nullptr) {
            page.click("button", item);
            page.picture("section-" + section + "-details" + suffix);
        }
    }
}

/// A model of one's own being edited, and a template of one's own among the plans.
void take_own(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "Models");
    page.click("button", "Hybrid (matrix)");
    page.picture("model-details" + suffix);
    page.click("button", "Copy as your own");
    page.scroll_to("textbox", "Model's name");
    page.picture("model-own" + suffix);
    page.scroll_to("combobox", "Need: Marketing is large and mature.");
    page.picture("model-needs" + suffix);
    page.click("button", "More of this plan");
    page.click("menuitem", "Save as a template");
    page.picture("plans-template" + suffix);
    page.click("link", "KPIs");
    page.picture("kpis-testing" + suffix);
}

/// Target accounts: none, the sample, one of them opened; the score, one criterion opened.
void take_accounts(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "Accounts");
    page.picture("accounts-none" + suffix);
    page.click("link", "Score");
    page.picture("score-none" + suffix);
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    let_notices_go(page);
    page.picture("accounts" + suffix);
    page.click("button", "Quartz Works");
    page.picture("accounts-details" + suffix);
    show_panel(page, !options.touch);
    const bool filtered = !options.touch; // the column stands beyond a tablet's edge
    if (filtered) {
        page.click("button", "Filter Industry");
        page.picture("accounts-filter" + suffix);
        page.click("checkbox", "Software");
        page.click("button", "Done");
    }
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.picture("accounts-selected" + suffix);
    page.click("button", "Tier");
    page.picture("accounts-bulk" + suffix);
    page.press(ImGuiKey_Escape);
    page.click("button", "Columns");
    page.picture("accounts-columns" + suffix);
    page.press(ImGuiKey_Escape);
    page.click("textbox", "Find accounts");
    page.type("quartz");
    page.picture("accounts-search" + suffix);
    page.click("textbox", "Find accounts");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.press(ImGuiKey_Delete);
    if (filtered) {
        page.click("button", "Clear all");
    }
    page.click("tab", "Board");
    page.picture("board" + suffix);
    page.click("tab", "By stage");
    page.picture("board-stage" + suffix);
    page.dispatch(platform::Event{platform::FileOpened{
        0, "crm.csv",
        "Account ID;Account name;Employees;Revenue;Last contact;Notes\nA-001;Alder Biotech;360;1.234,5;23.11.2026;=1+1\n"
        "A-002;Alder Motors;many;72,0;30.02.2026;good\nX-1;Zeta;12;3,5;1.11.2026;\nX-1;Zeta;12;3,5;1.11.2026;\n"}});
    page.settle();
    page.picture("import" + suffix);
    page.click("button", "Cancel");
}

void take_workshop(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    page.picture("workshop-gaps" + suffix);
    page.click("button", "Change the run sheet");
    page.picture("workshop-sheet" + suffix);
    page.click("tab", "The grid, row by row");
    page.picture("workshop-thing" + suffix);
    page.type("v");
    page.type("r");
    page.press(ImGuiKey_PageDown);
    page.type("a");
    page.picture("workshop-ballot" + suffix);
    page.press(ImGuiKey_PageDown);
    page.press(ImGuiKey_PageDown);
    page.picture("workshop-cards" + suffix);
    page.press(ImGuiKey_PageDown);
    page.type("1");
    page.picture("workshop-settled" + suffix);
    page.type("1");
    page.click("tab", "Decisions and escalation");
    page.picture("workshop-decision" + suffix);
    page.click("tab", "Meetings and rhythm");
    page.picture("workshop-rhythm" + suffix);
    page.type("w");
    page.picture("workshop-writing" + suffix);
    page.press(ImGuiKey_Escape);
    page.click("tab", "Close: owners and first dates");
    page.picture("workshop-close" + suffix);
    page.click("button", page.plan().records->log.at(ordered(page.plan().records->log).front()).what);
    page.picture("workshop-naming" + suffix);
    page.click("button", "VP Sales");
    page.click("button", "In two weeks");
    page.picture("workshop-named" + suffix);
}

/// Both sides fill most of the grid, sales a little otherwise.
void vote(Page &page) {
    const Plan before = page.plan();
    Plan voted = before;
    GridRows sales = before.raci->rows;
    voted.ballots.edit().grid[Side::marketing] = before.raci->rows;
    int nth = 0;
    for (auto &[activity, row] : sales) {
        for (auto &[role, letters] : row) {
            letters = ++nth % 3 == 0 ? Letters::one('A') : nth % 7 == 0 ? Letters::one('C') : letters;
        }
    }
    voted.ballots.edit().grid[Side::sales] = sales;
    page.dispatch(action::Do{{"Vote", diff(before, voted)}, 0});
    page.settle();
}

void take_ballots(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "RACI grid");
    page.picture("ballots-from" + suffix);
    page.click("button", "Blind ballots");
    vote(page);
    page.picture("ballots-one" + suffix);
    page.click("button", "Demo delivery, AE");
    page.picture("ballots-menu" + suffix);
    page.press(ImGuiKey_Escape);
    page.click("tab", "Cards up");
    page.picture("ballots-cards" + suffix);
}

/// What a plan holds some months after the workshop: values, ticks, conflicts, people, and letters as they were.
Plan months_later(const Plan &before) {
    Plan plan = before;
    int nth = 0;
    for (auto &[id, kpi] : plan.measurement.edit().kpis) {
        kpi.target = "50 %";
        kpi.unit = "%";
        kpi.values = {{"2026-Q3", 44.0 + nth % 5}, {"2026-11", 40.0 + 3 * (nth % 7)}};
        kpi.signedByMarketing = nth % 2 == 0;
        kpi.signedBySales = nth % 3 == 0;
        ++nth;
    }
    for (const char *activity : {"demo-delivery", "demo-delivery", "negotiation"}) {
        Dispute dispute;
        dispute.what = "Who speaks first at the customer's";
        dispute.activity = ActivityId(activity);
        dispute.days = 4 + nth;
        dispute.position = position_at_end(plan.records->disputes);
        plan.records.edit().disputes[DisputeId("d" + std::to_string(nth++))] = dispute;
    }
    for (const char *name : {"Ana Ruiz", "Bo Lind"}) {
        Person person;
        person.name = name;
        person.hats = {{RoleId("account-executive"), 0.5}, {RoleId("account-marketer"), 0.5}};
        person.position = position_at_end(plan.organisation->people);
        plan.organisation.edit().people[PersonId(name)] = person;
    }
    for (auto &[id, role] : plan.organisation.edit().roles) {
        role.costPerHead = 120'000;
    }
    plan.raci.edit().asIs = plan.raci->rows;
    plan.raci.edit().asIsOn = "2026-09-01";
    set_letters(plan.raci.edit(), ActivityId("negotiation"), RoleId("account-executive"), Letters::accountable_and_responsible());
    set_letters(plan.raci.edit(), ActivityId("demo-delivery"), RoleId("cfo"), Letters::one('I'));
    set_letters(plan.raci.edit(), ActivityId("close"), RoleId("vp-sales"), {});
    return plan;
}

void take_months(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.dispatch(action::Do{{"Months pass", diff(page.plan(), months_later(page.plan()))}, 0});
    page.settle();
    page.click("link", "RACI grid");
    page.picture("as-is-none" + suffix);
    page.click("tab", "Differences");
    page.picture("as-is-differences" + suffix);
    page.click("tab", "As is");
    page.picture("as-is" + suffix);
    page.click("link", "KPIs");
    page.click("button", "Account coverage*");
    page.picture("kpis-values" + suffix);
    page.click("link", "Escalation");
    page.scroll_to("list", "Rows that failed");
    page.picture("escalation-failed" + suffix);
    page.click("link", "Cadences");
    page.click("button", "AE and account marketer sync");
    page.scroll_to("tab", "Held");
    page.picture("cadences-held" + suffix);
    page.scroll_to("list", "Hours a week by person");
    page.picture("cadences-hours" + suffix);
    page.click("link", "Organisation");
    page.scroll_to("button", "Draw the usual lines");
    page.picture("organisation-no-lines" + suffix);
    page.click("button", "Draw the usual lines");
    page.dispatch(action::Do{set_dotted_line(page.plan(), RoleId("account-marketer"), RoleId("vp-sales")), 0});
    page.settle();
    page.scroll_to("group", "Reporting lines");
    page.picture("organisation-chart" + suffix);
    page.scroll_to("group", "Account executives");
    page.picture("organisation-what-if" + suffix);
    page.click("link", "Models");
    page.click("radio", "Marketing is large and mature.: 4");
    page.click("radio", "Sales is large and established.: 2");
    page.picture("models-ranking" + suffix);
    page.click("button", "Compare the best two");
    page.picture("models-two" + suffix);
    page.click("button", "Compare all 7");
    page.picture("models-seven" + suffix);
}

/// What a first visit shows, an empty plan, a large one, and a browser that keeps nothing.
void take_special(const PageOptions &options, const std::string &suffix) {
    const auto with = [&](const char *templateName, bool storage) {
        PageOptions other = options;
        other.templateName = templateName;
        other.storage = storage;
        return other;
    };
    {
        Page page(with("blank", true));
        page.picture("empty" + suffix);
        for (const char *section : {"Overview", "Organisation", "Models", "Cadences", "Decisions", "Escalation", "KPIs", "Governance"}) {
            page.click("link", section);
            page.picture("empty-" + std::string(section) + suffix);
        }
    }
    {
        Page page(with("", true));
        page.picture("first-visit" + suffix);
    }
    {
        Page page(options);
        show_large(page);
        page.settle();
        page.picture("large-plan" + suffix);
    }
    {
        Page page(with("reference", false));
        page.picture("no-storage" + suffix);
        page.click("link", "Plans");
        page.picture("no-storage-plans" + suffix);
    }
    {
        Page page(options);
        page.click_cell("Close", "VP Sales");
        page.press(ImGuiKey_Space);
        page.picture("menu" + suffix);
    }
}

} // namespace

TEST_CASE("Pictures of months later", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_months(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of the ballots", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_ballots(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of what is one's own", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_own(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of the page", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_all(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of the accounts", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_accounts(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of the workshop", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_workshop(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of the sections", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_sections(variant.options, variant.suffix); }
    }
}

TEST_CASE("Pictures of special states", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_special(variant.options, variant.suffix); }
    }
}
