// Contacts, lead stages, committees and the program, as a person works with them.
#include <algorithm>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/program.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// The sample accounts with their contacts, and the contacts in sight.
void try_sample_contacts(Page &page, const char *section = "Contacts") {
    try_sample(page);
    page.click("link", section);
    page.settle();
}

/// A contact of the sample, with its details beside the list.
void show_first_contact(Page &page) {
    try_sample_contacts(page);
    page.dispatch(action::Choose{View::contacts, "C-001"});
    page.settle();
    page.click("tab", "Details");
}

const Contact &contact(const Page &page, const char *id) { return page.plan().contacts->contacts.at(ContactId(id)); }

void take_leads(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.click("link", "Contacts");
    page.picture("contacts-none" + suffix);
    page.click("tab", "Lead stages*");
    page.picture("lead-stages-none" + suffix);
    page.click("link", "Program");
    page.picture("program-none" + suffix);
    try_sample_contacts(page);
    let_notices_go(page);
    page.click("tab", "Contacts*");
    page.picture("contacts" + suffix);
    page.dispatch(action::Choose{View::contacts, "C-001"});
    page.settle();
    show_panel(page, true);
    page.click("tab", "Details");
    page.picture("contact-details" + suffix);
    page.scroll_to("button", "Timeline");
    page.picture("contact-known" + suffix);
    show_panel(page, !options.touch); // a tablet's lies over the list
    page.click("tab", "Overdue*");
    page.picture("contacts-overdue" + suffix);
    page.click("tab", "Lead stages*");
    page.picture("lead-stages" + suffix);
    page.click("button", "TQL");
    page.picture("lead-stage-details" + suffix);
    page.scroll_to("textbox", "Points of a page view");
    page.picture("lead-policy" + suffix);
    page.dispatch(action::Choose{View::accounts, "A-063"});
    page.settle();
    show_panel(page, true);
    page.click("tab", "Details");
    page.scroll_to("combobox", "Stage of the account");
    page.picture("committee" + suffix);
    page.click("link", "Program");
    page.settle();
    page.picture("program" + suffix);
    page.click("button", "Revenue");
    page.picture("program-figure" + suffix);
    page.scroll_to("button", "Show the numbers: Leads");
    page.click("button", "Show the numbers: Leads");
    page.picture("program-below" + suffix);
    page.click("link", "Contacts");
    page.dispatch(platform::Event{platform::FileOpened{
        0, "contacts.csv",
        "Contact ID,Name,Account ID,Buying role,Budget\nC-001,Ada Lovelace,A-063,Decision maker,yes\nC-900,Bo,A-999,Wizard,\n"}});
    page.settle();
    page.picture("contact-import" + suffix);
}

} // namespace

TEST_CASE("Pictures of contacts and the program", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_leads(variant.options, variant.suffix); }
    }
}

TEST_CASE("The sample brings contacts in stages both sides can argue about, and one step of undo takes all away") {
    Page page;
    const Plan before = page.plan();
    try_sample_contacts(page);
    CHECK(page.plan().contacts->contacts.size() == 62);
    CHECK(page.plan().contacts->stages.size() == 4);
    CHECK(page.shows("list", "62 contacts"));
    CHECK(page.plan().contacts->stages.at(LeadStageId("tql")).owner == RoleId("sales-development-rep"));
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
    CHECK(page.shows("button", "Go to the accounts"));
}

TEST_CASE("Only contacts in sight are drawn") {
    Page page;
    try_sample_contacts(page);
    std::size_t rows = 0;
    for (const auto &node : ui::semantics::last()) {
        rows += node.role == "button" && node.value.starts_with("Fit ") ? 1U : 0U;
    }
    CHECK(rows > 4);
    CHECK(rows < 30);
}

TEST_CASE("Search, stage and grade narrow the list") {
    Page page;
    try_sample_contacts(page);
    page.click("textbox", "Find contacts");
    page.type("meridian systems");
    page.settle();
    CHECK(page.shows("list", "4 contacts"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.press(ImGuiKey_Delete);
    page.settle();
    std::size_t sql = 0;
    for (const auto &[id, each] : page.plan().contacts->contacts) {
        sql += each.stage == LeadStageId("sql") ? 1U : 0U;
    }
    page.click("combobox", "Only in stage");
    page.click("menuitemcheckbox", "SQL");
    page.settle();
    CHECK(page.shows("list", std::to_string(sql) + " contacts"));
    page.click("tab", "D");
    page.settle();
    CHECK(page.shows("list", "0 contacts"));
}

TEST_CASE("An activity is logged in a few keys, changes the points at once, and is one step of undo") {
    Page page;
    show_first_contact(page);
    const std::size_t before = contact(page, "C-001").activities.size();
    page.click("textbox", "Minutes");
    page.type("60");
    page.press(ImGuiKey_Enter);
    page.settle();
    REQUIRE(contact(page, "C-001").activities.size() == before + 1);
    CHECK(contact(page, "C-001").activities.back() == ContactActivity{ContactActivityKind::meeting, "2026-11-23", 60});
    CHECK(page.shows("listitem", "Meeting, 60 min on 23 November 2026"));
    page.click("button", "Undo*");
    CHECK(contact(page, "C-001").activities.size() == before);
}

TEST_CASE("Budget, authority, need and timeline go through their three answers by clicks") {
    Page page;
    page.click("link", "Contacts");
    page.click("textbox", "Add a contact");
    page.type("Ada Adler");
    page.press(ImGuiKey_Enter);
    page.settle();
    REQUIRE(page.plan().contacts->contacts.size() == 1);
    const auto budget = [&] { return page.plan().contacts->contacts.begin()->second.budget; };
    CHECK(page.find("button", "Budget").value == "not known");
    page.click("button", "Budget");
    CHECK(budget() == Known::yes);
    CHECK(page.find("button", "Budget").value == "known and positive");
    page.click("button", "Budget");
    CHECK(budget() == Known::no);
    page.click("button", "Budget");
    CHECK(budget() == Known::unknown);
}

TEST_CASE("Lead stages begin with four to argue about; each side signs; a changed text asks again") {
    Page page;
    page.click("link", "Contacts");
    page.click("tab", "Lead stages*");
    page.click("button", "Start with MQL, TQL, SAL and SQL");
    page.settle();
    CHECK(page.state().open->history.undo_label() == "Start with MQL, TQL, SAL and SQL");
    CHECK(page.find("link", "Contacts").description == "1 thing to settle");
    page.click("button", "SAL");
    page.click("switch", "Signed by sales");
    page.click("switch", "Signed by marketing");
    CHECK(page.find("button", "SAL").value == "signed by both sides");
    page.scroll_to("textbox", "Answered within");
    page.click("textbox", "Answered within");
    page.type("8");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.plan().contacts->stages.at(LeadStageId("sal")).responseHours == 8);
    CHECK(page.find("button", "SAL").value == "not signed");
}

TEST_CASE("The stages' definitions stand there whole on a tablet too, and with those in no stage they add up to all contacts") {
    Page page({.width = 1024, .height = 768, .touch = true});
    try_sample_contacts(page);
    page.click("tab", "Lead stages*");
    // Its lines stand below the owner, the time and who signed, across the row.
    CHECK(page.find("button", "MQL").height > 75);
    CHECK(page.shows("listitem", "4 contacts in no stage yet"));
}

TEST_CASE("A finding about a lead stage opens its details, from wherever the person is") {
    Page page;
    page.click("link", "Contacts");
    page.click("tab", "Lead stages*");
    page.click("textbox", "Add a lead stage");
    page.type("MQL");
    page.press(ImGuiKey_Enter);
    page.settle();
    page.click("tab", "Contacts*");
    page.click("link", "Overview");
    page.click("button", "The lead stage MQL still needs*");
    page.click("button", "Show it in Contacts");
    page.settle();
    CHECK(page.find("tab", "Lead stages*").selected == true);
    CHECK(page.find("button", "MQL").selected == true);
}

TEST_CASE("The committee of an account shows who sits where and who is engaged; a seat opens its contact") {
    Page page;
    try_sample_contacts(page, "Accounts");
    page.dispatch(action::Choose{View::accounts, "A-063"});
    page.settle();
    page.click("tab", "Details");
    page.scroll_to("text", "Momentum");
    const AccountEngagement committee = page.app().contact_board().account(AccountId("A-063"));
    CHECK(page.find("group", "Buying committee").value == committee.wide_sentence());
    CHECK(page.find("text", "Momentum").description == committee.momentum_sentence());
    const auto seat = std::find_if(committee.contacts.begin(), committee.contacts.end(), [&](const ContactId &id) {
        return page.plan().contacts->contacts.at(id).committee != CommitteeRole::none;
    });
    REQUIRE(seat != committee.contacts.end());
    const ContactId first = *seat;
    const std::string name = page.plan().contacts->contacts.at(first).name;
    page.scroll_to("button", name);
    page.click("button", name);
    page.settle();
    CHECK(page.state().view == View::contacts);
    CHECK(chosen_item(page.state(), View::contacts) == first.text);
}

TEST_CASE("A mapped committee and a stage are set beside the account, each in one step") {
    Page page;
    try_sample_contacts(page, "Accounts");
    page.dispatch(action::Choose{View::accounts, "A-063"});
    page.settle();
    page.click("tab", "Details");
    page.scroll_to("textbox", "Members of the committee");
    page.click("textbox", "Members of the committee");
    page.type("9");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.plan().accounts->marks.at(AccountId("A-063")).committeeSize == 9);
    page.scroll_to("combobox", "Stage of the account");
    page.click("combobox", "Stage of the account");
    page.click("menuitemcheckbox", "Won");
    page.settle();
    CHECK(page.plan().accounts->marks.at(AccountId("A-063")).stageSince.at("won") == "2026-11-23");
    CHECK(page.state().open->history.undo_label() == "Move Meridian Systems to won");
}

TEST_CASE("A CSV file of contacts shows what would become of it, can be corrected, and is one step") {
    Page page;
    try_sample_contacts(page);
    const Plan before = page.plan();
    page.dispatch(platform::Event{
        platform::FileOpened{0, "people.csv", "Contact ID,Name,Account ID,Power\nC-001,Ada Lovelace,A-063,decider\nC-900,Bo,A-999,\n"}});
    page.settle();
    CHECK(page.plan() == before);
    CHECK(page.find("status", "1 new, 1 changed*").name == "1 new, 1 changed and 0 unchanged.");
    CHECK(page.shows("listitem", "Line 3 names the account “A-999”*"));
    page.click("combobox", "Column of Committee role");
    page.click("menuitemcheckbox", "Power");
    page.settle();
    page.click("button", "Import");
    page.settle();
    CHECK(contact(page, "C-001").name == "Ada Lovelace");
    CHECK(contact(page, "C-001").committee == CommitteeRole::decider);
    CHECK(page.plan().contacts->contacts.size() == 63);
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("The program shows six figures beside their targets, and says where there is none") {
    Page page;
    try_sample_contacts(page, "Program");
    const auto &penetration = page.find("button", "Penetration");
    CHECK(penetration.value.ends_with(" %"));
    CHECK(penetration.description.find("No target for Account penetration yet.") != std::string::npos);
    page.click("button", "Penetration");
    page.click("button", "Set it in the KPIs");
    page.settle();
    CHECK(page.state().view == View::kpis);
    page.click("textbox", "Target");
    page.type("90 %");
    page.press(ImGuiKey_Enter);
    page.settle();
    page.click("link", "Program");
    page.settle();
    CHECK(page.find("button", "Penetration").description.find("Target 90 %, off target; not signed by both sides.") != std::string::npos);
}

TEST_CASE("Behind each picture of the program its numbers can be reached, and a tier is counted alone") {
    Page page;
    try_sample_contacts(page, "Program");
    const Program program = program_of(page.plan(), page.app().score_board(), page.app().contact_board());
    CHECK(page.find("listitem", "Engaged").value.find("Reached it " + std::to_string(program.stages.at(1).reached)) != std::string::npos);
    page.click("button", "Show the numbers: From stage to stage");
    CHECK(page.shows("button", "Show the picture: From stage to stage"));
    CHECK(page.find("listitem", "Engaged").value.find("Reached it") != std::string::npos);
    page.click("tab", "1:1");
    page.settle();
    const Program best = program_of(page.plan(), page.app().score_board(), page.app().contact_board(), Tier::oneToOne);
    CHECK(best.accounts == 10);
    CHECK(page.find("listitem", "Engaged").value.find("Reached it " + std::to_string(best.stages.at(1).reached)) != std::string::npos);
}

TEST_CASE("Revenue is read from the column that a person chooses, and the choice stays in the plan") {
    Page page;
    try_sample_contacts(page, "Program");
    page.click("button", "Revenue");
    CHECK(page.find("combobox", "What a won account brings").value == "Deal size (EUR k)");
    page.click("combobox", "What a won account brings");
    page.click("menuitemcheckbox", "Website visits");
    page.settle();
    CHECK(page.plan().contacts->policy.revenue == AccountColumnId("website-visits"));
    CHECK(page.state().open->history.undo_label() == "Choose what a won account brings");
}

TEST_CASE("The details are those of the list beside them: of no contact beside the lead stages") {
    Page page;
    show_first_contact(page);
    REQUIRE(page.shows("textbox", "Name"));
    page.click("tab", "Lead stages*");
    page.settle();
    CHECK_FALSE(page.shows("textbox", "Name"));
    page.click("tab", "Contacts*");
    page.settle();
    CHECK(page.shows("textbox", "Name"));
}

TEST_CASE("Nothing of contacts and program lies outside the window on a projector, and all of it is there once") {
    Page page;
    try_sample_contacts(page);
    const auto look = [&](const char *where) {
        std::set<std::uint32_t> seen;
        for (const auto &node : ui::semantics::last()) {
            INFO(where << ": " << node.role << " " << node.name);
            CHECK(seen.insert(node.id).second);
            if (node.role != "group" && node.role != "list") {
                CHECK(node.x >= 0);
                CHECK(node.x + node.width <= 1281);
            }
        }
    };
    look("contacts");
    page.click("tab", "Overdue*");
    look("overdue");
    page.click("tab", "Lead stages*");
    look("stages");
    page.click("link", "Program");
    page.settle();
    look("program");
}

TEST_CASE("A contact is reached in its list and chosen by the keyboard alone") {
    Page page;
    try_sample_contacts(page);
    const auto focused = [] {
        for (const auto &node : ui::semantics::last()) {
            if (node.focused) {
                return node;
            }
        }
        return platform::MirrorNode();
    };
    const auto press_until = [&](ImGuiKeyChord chord, const auto &done) {
        for (int i = 0; i < 40 && !done(focused()); ++i) {
            page.press(chord);
            page.settle();
        }
        REQUIRE(done(focused()));
    };
    press_until(ImGuiKey_F6, [](const platform::MirrorNode &node) { return node.role == "tab"; });
    press_until(ImGuiKey_DownArrow, [](const platform::MirrorNode &node) { return node.value.starts_with("Fit "); });
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.plan().contacts->contacts.contains(ContactId(chosen_item(page.state(), View::contacts))));
}
