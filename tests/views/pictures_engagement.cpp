// Pictures of pods and engagement plans, for people to look at (see pictures.cpp).
#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void name_people(Page &page) {
    Plan plan = page.plan();
    const std::vector<std::pair<const char *, const char *>> people = {
        {"Ana Lind", "account-executive"},  {"Ben Okoro", "account-executive"},  {"Chloé Martin", "account-executive"},
        {"Dev Patel", "account-executive"}, {"Eva Novak", "account-executive"},  {"Finn Berg", "account-executive"},
        {"Gita Rao", "account-executive"},  {"Hugo Silva", "account-executive"}, {"Mara Voss", "account-marketer"},
        {"Noor Haddad", "account-marketer"}};
    int number = 0;
    for (const auto &[name, role] : people) {
        Person person;
        person.name = name;
        person.hats[RoleId(role)] = 1;
        person.position = position_at_end(plan.organisation->people);
        plan.organisation.edit().people[PersonId("person-" + std::to_string(++number))] = person;
    }
    page.dispatch(action::Do{{"Name people", diff(page.plan(), plan)}, 0});
    page.settle();
}

void take_engagement(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "Pods");
    page.picture("pods-none" + suffix);
    page.click("link", "Engagement");
    page.picture("engagement-none" + suffix);
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    let_notices_go(page);
    name_people(page);
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
    page.click("button", "Assign accounts");
    page.picture("pods-assign" + suffix);
    page.click("button", "Assign");
    page.click("button", "Ben Okoro + Mara Voss");
    page.picture("pods" + suffix);
    page.click("textbox", "Who works this account?");
    page.type("quartz");
    page.picture("pods-search" + suffix);
    page.click("link", "Engagement");
    page.picture("engagement-empty" + suffix);
    for (const char *account : {"Quartz Works", "Meridian Systems"}) {
        plan_from_templates(page, account);
    }
    page.picture("engagement" + suffix);
    // A tablet's panel lies over what is clicked next.
    set_play_status(page, "Account briefing", "Done");
    show_panel(page, !options.touch);
    set_play_status(page, "Map of the buying committee", "Running");
    show_panel(page, !options.touch);
    page.click("textbox", "What the buyer said or did");
    page.type("The CFO asked for figures");
    page.press(ImGuiKey_Enter);
    if (!options.touch) { // which has no arrow keys
        page.click("button", "Executive dinner");
        page.press(ImGuiKey_RightArrow);
        page.picture("engagement-why" + suffix);
        page.click("textbox", "Why is the plan changed?");
        page.type("The CFO is away until January");
        page.press(ImGuiKey_Enter);
        page.picture("engagement-running" + suffix);
    }
    page.click("tab", "Who has time");
    page.picture("engagement-load" + suffix);
    page.click("gridcell", "Product specialist, week*");
    page.picture("engagement-load-open" + suffix);
    page.click("gridcell", "Account executive, week 4");
    page.picture("engagement-load-people" + suffix);
    page.click("tab", "Templates");
    page.picture("engagement-templates" + suffix);
}

} // namespace

TEST_CASE("Pictures of pods and engagement plans", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_engagement(variant.options, variant.suffix); }
    }
}
