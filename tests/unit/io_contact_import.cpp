#include "io/contact_import.h"

#include <catch2/catch_test_macros.hpp>

#include "contacts_for_tests.h"
#include "edit/edit.h"
#include "io/restore.h"
#include "test_files.h"

using namespace fullcourt;

namespace {

ContactUpdate read(const Plan &plan, const std::string &csv) {
    const Result<CsvTable> table = read_csv(csv, guess_csv_style(csv));
    REQUIRE(table);
    return update_contacts(plan, *table, guess_contact_mapping(*table));
}

Plan plan_with_stages() {
    Plan plan = test::plan_with_accounts({{"A1", Tier::oneToOne}, {"A2", Tier::oneToFew}});
    apply(plan, PlanEdit{"", {SetAccountCells{AccountColumnId("name"), {{AccountId("A1"), "Acme"}}}}});
    test::add_stage(plan, "MQL");
    test::add_stage(plan, "SAL");
    return plan;
}

bool tells(const ContactUpdate &update, const std::string &part) {
    for (const std::string &problem : update.problems) {
        if (problem.find(part) != std::string::npos) {
            return true;
        }
    }
    return false;
}

constexpr const char *head =
    "Contact ID,Contact Name,Account ID,Job Title,Buying Role,Budget,Authority,Need,Timeline,Lead Stage,Stage since\n";

} // namespace

TEST_CASE("Contacts of a CRM export come with role, answers and stage") {
    const ContactUpdate update =
        read(plan_with_stages(), std::string(head) + "C1,Ada Adler,A1,CFO,Decision Maker,yes,true,0,,MQL,2026-11-20\n");
    REQUIRE(update.added == std::vector<ContactId>{ContactId("C1")});
    const Contact &ada = update.after.contacts.at(ContactId("C1"));
    CHECK(ada.name == "Ada Adler");
    CHECK(ada.account == AccountId("A1"));
    CHECK(ada.title == "CFO");
    CHECK(ada.committee == CommitteeRole::decider);
    CHECK(ada.budget == Known::yes);
    CHECK(ada.authority == Known::yes);
    CHECK(ada.need == Known::no);
    CHECK(ada.timeline == Known::unknown);
    CHECK(ada.stage == LeadStageId("MQL"));
    CHECK(ada.stageSince == "2026-11-20");
    CHECK(update.problems.empty());
    CHECK(contact_update_label(update) == "Add 1 contact");
}

TEST_CASE("Importing again changes by id, keeps what the file leaves empty and who is not in it, and knows what is the same") {
    Plan plan = plan_with_stages();
    plan.contacts.edit() = read(plan, std::string(head) + "C1,Ada Adler,A1,CFO,Champion,yes,,,,MQL,2026-11-20\nC2,Bo,A2,,,,,,,,\n").after;
    plan.contacts.edit().contacts.at(ContactId("C1")).activities = {test::did(ContactActivityKind::reply, 3)};
    const ContactUpdate update = read(plan, std::string(head) + "C1,Ada Adler,,COO,,,no,,,SAL,\nC3,Cy,Acme,,,,,,,,\nC2,Bo,A2,,,,,,,,\n");
    CHECK(update.added == std::vector<ContactId>{ContactId("C3")});
    CHECK(update.changed == std::vector<ContactId>{ContactId("C1")});
    CHECK(update.unchanged == 1);
    const Contact &ada = update.after.contacts.at(ContactId("C1"));
    CHECK(ada.title == "COO");
    CHECK(ada.account == AccountId("A1"));
    CHECK(ada.committee == CommitteeRole::champion);
    CHECK(ada.authority == Known::no);
    CHECK(ada.stage == LeadStageId("SAL"));
    CHECK(ada.stageSince.empty()); // it was the day of another stage
    CHECK(ada.activities.size() == 1);
    CHECK(update.after.contacts.at(ContactId("C3")).account == AccountId("A1")); // found by the account's name
    CHECK(ordered(update.after.contacts).back() == ContactId("C3"));
}

TEST_CASE("Without an id, name and account tell contacts apart, and the next import finds them again") {
    Plan plan = plan_with_stages();
    const std::string csv = "Name,Account,Title\nAda,A1,CFO\nAda,A2,CTO\nAda,A1,CEO\n";
    const ContactUpdate update = read(plan, csv);
    CHECK(update.added.size() == 2);
    CHECK(update.leftOut == 1);
    CHECK(tells(update, "Line 4 is about “Ada” once more; it was left out."));
    plan.contacts.edit() = update.after;
    CHECK(read(plan, "Name,Account,Title\nada,A1,CFO\n").added.empty());
}

TEST_CASE("What cannot be read is told by line, and the rest is taken") {
    const ContactUpdate update =
        read(plan_with_stages(), std::string(head) + "C1,Ada,A9,,Wizard,perhaps,,,,XQL,\n,,A1,,,,,,,,\nC2,Bo,A1,,,,,,,MQL,2026-02-30\n");
    CHECK(update.added.size() == 2);
    CHECK(tells(update, "Line 2 names the account “A9”, which is not in the list of accounts; the contact is kept."));
    CHECK(tells(update, "Line 2: “Wizard” is no role in a buying committee"));
    CHECK(tells(update, "Line 2, Budget: “perhaps” is neither yes nor no"));
    CHECK(tells(update, "Line 2: “XQL” is no lead stage of this plan"));
    CHECK(tells(update, "Line 3 has neither a name nor an id; it was left out."));
    CHECK(tells(update, "Line 4: “2026-02-30” is no date that exists"));
    CHECK(update.after.contacts.at(ContactId("C2")).stage == LeadStageId("MQL"));
}

TEST_CASE("A file of activities is told from one of contacts, and is not counted twice") {
    Plan plan = plan_with_stages();
    plan.contacts.edit() = read(plan, std::string(head) + "C1,Ada,A1,,,,,,,,\nC2,Bo,A1,,,,,,,,\n").after;
    const std::string csv = "Contact ID,Activity,Date,Minutes\nC1,Meeting,20.11.2026,45\nC1,Meeting,20.11.2026,45\nBo,replied,21.11.2026,\n"
                            "C9,Reply,21.11.2026,\nC1,Blinked,21.11.2026,\nC1,Reply,31.02.2026,\nC2,Event,13.11.2026,-5\n";
    const ContactUpdate update = read(plan, csv);
    CHECK(update.activities == 4);
    CHECK(update.leftOut == 3);
    CHECK(update.after.contacts.at(ContactId("C1")).activities ==
          std::vector<ContactActivity>(2, {ContactActivityKind::meeting, "2026-11-20", 45}));
    CHECK(update.after.contacts.at(ContactId("C2")).activities.front().kind == ContactActivityKind::reply);
    CHECK(tells(update, "Line 5 names “C9”, which is no contact, or more than one; it was left out."));
    CHECK(tells(update, "Line 6: “Blinked” is nothing that counts as engagement"));
    CHECK(tells(update, "Line 7: “31.02.2026” is no date that exists"));
    CHECK(tells(update, "Line 8: “-5” is no number of minutes; the length is not known."));
    CHECK(contact_update_label(update) == "Log 4 activities");
    plan.contacts.edit() = update.after;
    const ContactUpdate again = read(plan, csv);
    CHECK(again.activities == 0);
    CHECK(again.repeated == 4);
    CHECK(again.changed.empty());
}

TEST_CASE("Names that several have identify nobody") {
    Plan plan = plan_with_stages();
    plan.contacts.edit() = read(plan, "Name,Account\nAda,A1\nAda,A2\n").after;
    const ContactUpdate update = read(plan, "Contact,Activity,Date\nAda,Reply,2026-11-20\n");
    CHECK(update.activities == 0);
    CHECK(update.leftOut == 1);
}

TEST_CASE("A list of accounts is not taken for one of contacts") {
    const auto looks = [](const std::string &csv) { return looks_like_contacts(*read_csv(csv, guess_csv_style(csv))); };
    CHECK(looks(std::string(head) + "C1,Ada,A1,,,,,,,,\n"));
    CHECK(looks("Contact ID,Activity,Date\nC1,Reply,2026-11-20\n"));
    CHECK(!looks("Account ID,Account name,Contact e-mail,Type\nA1,Acme,a@acme.example,Prospect\n"));
}

TEST_CASE("The words of CRMs are known") {
    CHECK(committee_role_of("Economic Buyer") == CommitteeRole::decider);
    CHECK(committee_role_of("END_USER") == CommitteeRole::user);
    CHECK(committee_role_of("Legal & Compliance") == CommitteeRole::gatekeeper);
    CHECK(committee_role_of("") == CommitteeRole::none);
    CHECK(!committee_role_of("wizard"));
    CHECK(activity_kind_of("Page-View") == ContactActivityKind::pageView);
    CHECK(!activity_kind_of("email sent")); // an unopened send is no activity
}

TEST_CASE("The sample's CSV files read without a complaint and give the sample's own contacts") {
    Plan plan;
    const Result<Restored> sample = restore(test::read_file("../assets/samples/accounts.fullcourt.json"));
    REQUIRE(sample);
    plan = sample->plan;
    const Collection<Contact> contacts = plan.contacts->contacts;
    plan.contacts.edit().contacts.clear();
    for (const char *file : {"contacts.csv", "contact-activities.csv"}) {
        const ContactUpdate update = read(plan, test::read_file(std::string("../assets/samples/") + file));
        CHECK(update.problems.empty());
        CHECK(update.leftOut == 0);
        plan.contacts.edit() = update.after;
    }
    CHECK(plan.contacts->contacts.size() == 62);
    for (const auto &[id, contact] : contacts) {
        Contact same = plan.contacts->contacts.at(id);
        same.position = contact.position;
        CHECK(same == contact);
    }
}
