#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "io/assets.h"
#include "io/templates.h"
#include "io/write.h"

using namespace fullcourt;

TEST_CASE("templates are listed with the reference first and restore without repairs, byte for byte") {
    const std::vector<TemplateInfo> infos = templates();
    CHECK(template_count() == infos.size());
    REQUIRE(infos.size() >= 2);
    std::vector<std::string> names;
    for (const TemplateInfo &info : infos) {
        names.push_back(info.name);
        CHECK(info.summary.ends_with('.'));
        CHECK(info.description.starts_with(info.summary));
        CHECK(info.summary.find('\n') == std::string::npos);
    }
    CHECK(names == std::vector<std::string>{"reference", "blank", "marketing-led", "sales-led", "hybrid", "overlay", "liaison",
                                            "marketing-owns-bdrs", "vp-sales", "stage-1", "stage-2", "stage-3", "stage-4"});
    CHECK(infos[2].summary == "Account marketers sit in marketing and report to the VP Marketing.");
    CHECK(infos.size() == assets::templates().size());
    for (const assets::File &file : assets::templates()) {
        INFO(file.name);
        const Result<Restored> restored = restore(file.bytes);
        REQUIRE(restored);
        CHECK(restored->report.empty());
        CHECK(restored->report.kept.empty());
        CHECK(write_plan(restored->plan, restored->envelope) == file.bytes);
        CHECK(restored->envelope == Envelope());
        CHECK_FALSE(restored->plan.about->title.empty());
        CHECK_FALSE(restored->plan.about->description.empty());
        CHECK(file.bytes.size() < 15 * 1'024);
    }
}

TEST_CASE("the reference template is the grid of DOMAIN §4") {
    const Result<Restored> restored = load_template("reference");
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const std::vector<RoleId> columns = ordered(plan.raci->columns);
    const std::vector<std::string> heads = {"AE", "SDR", "Account marketer", "Product specialist", "CFO", "VP Sales", "VP Marketing"};
    REQUIRE(columns.size() == heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i) {
        CHECK(head_name(plan.organisation->roles.at(columns[i])) == heads[i]);
    }
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Target account selection", "C-I--AC"}, {"Account strategy", "RCRC-CI"},   {"Initial outreach", "RRS--I-"},
        {"Content creation", "C-RC-IA"},         {"Campaign execution", "RRR--CI"}, {"Demo delivery", "R-SR---"},
        {"Business case building", "R-SSCC-"},   {"Negotiation", "R--SCC-"},        {"Close", "A-ICCC-"},
        {"Post-sale handoff", "R--R-I-"},
    };
    const std::vector<ActivityId> activities = activity_order(*plan.raci);
    REQUIRE(activities.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(plan.raci->activities.at(activities[i]).name == rows[i].first);
        std::string letters;
        for (const RoleId &role : columns) {
            const std::string text = letters_at(*plan.raci, activities[i], role).text();
            letters += text.empty() ? "-" : text;
        }
        CHECK(letters == rows[i].second);
    }
    CHECK(plan.raci->scheme == LetterScheme::rasci);
    for (const char *id : {"cro", "vp-product", "vp-customer-success", "sales-manager", "marketing-manager", "head-of-content",
                           "sales-operations", "finance", "abm-program-manager", "business-development-rep"}) {
        CHECK(plan.organisation->roles.contains(RoleId(id)));
    }
}

TEST_CASE("the reference template is the operating model of DOMAIN §5 to §8") {
    const Result<Restored> restored = load_template("reference");
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const Governance &governance = *plan.governance;
    std::map<std::string, int> heads;
    for (const auto &[id, role] : plan.organisation->roles) {
        if (role.headcount) {
            heads[id.text] = *role.headcount;
        }
        CHECK(role.reportsTo.empty());
    }
    CHECK(heads == std::map<std::string, int>{{"account-executive", 8},
                                              {"account-marketer", 2},
                                              {"product-specialist", 1},
                                              {"sales-development-rep", 3},
                                              {"vp-customer-success", 1},
                                              {"vp-marketing", 1},
                                              {"vp-product", 1},
                                              {"vp-sales", 1}});
    CHECK(plan.organisation->choice == OrganisationChoice());
    std::vector<int> minutes;
    for (const MeetingId &id : ordered(governance.meetings)) {
        minutes.push_back(governance.meetings.at(id).minutes);
        CHECK_FALSE(governance.meetings.at(id).topics.empty());
        CHECK_FALSE(governance.meetings.at(id).outputs.empty());
    }
    CHECK(minutes == std::vector<int>{30, 60, 90, 240});
    CHECK(governance.decisions.size() == 4);
    const Decision &selection = governance.decisions.at(DecisionId("target-account-selection"));
    CHECK(selection.deciders == std::set<RoleId>{RoleId("vp-marketing"), RoleId("vp-sales")});
    CHECK_FALSE(selection.either);
    CHECK(selection.inputs.contains(RoleId("finance")));
    const Decision &content = governance.decisions.at(DecisionId("content-approval"));
    CHECK(content.deciders == std::set<RoleId>{RoleId("account-marketer"), RoleId("head-of-content")});
    CHECK(content.either);
    CHECK(content.turnaroundDays == 7);
    CHECK(governance.escalation.size() == 4);
    CHECK(governance.escalation.at(ordered(governance.escalation).back()).parties == std::set<RoleId>{RoleId("cro")});
    std::map<std::string, int> kpis;
    for (const auto &[id, kpi] : plan.measurement->kpis) {
        ++kpis[kpi.role.text];
        CHECK(kpi.target.empty());
        CHECK_FALSE(kpi.unit.empty());
    }
    CHECK(kpis == std::map<std::string, int>{
                      {"", 7}, {"account-executive", 5}, {"account-marketer", 4}, {"product-specialist", 3}, {"sales-development-rep", 4}});
}

TEST_CASE("the reference template governs itself as DOMAIN §9 offers") {
    const Plan plan = load_template("reference")->plan;
    std::map<PracticeKind, int> kinds;
    for (const auto &[id, practice] : plan.practices->practices) {
        ++kinds[practice.kind];
        CHECK((practice.owner.empty() || plan.organisation->roles.contains(practice.owner)));
    }
    CHECK(kinds ==
          std::map<PracticeKind, int>{
              {PracticeKind::process, 4}, {PracticeKind::standard, 4}, {PracticeKind::collaboration, 2}, {PracticeKind::improvement, 3}});
    std::set<ToolPurpose> purposes;
    for (const auto &[id, tool] : plan.practices->tools) {
        purposes.insert(tool.purpose);
    }
    CHECK(purposes.size() == plan.practices->tools.size());
    CHECK(purposes.size() == 5);
}

TEST_CASE("with the reference rhythm the pairs that share work and never meet monthly are the three of RULES §2") {
    const Result<Restored> restored = load_template("reference");
    REQUIRE(restored);
    const RaciGrid &grid = *restored->plan.raci;
    const auto meet = [&](const RoleId &one, const RoleId &other) {
        return std::any_of(restored->plan.governance->meetings.begin(), restored->plan.governance->meetings.end(), [&](const auto &entry) {
            const Meeting &meeting = entry.second;
            const bool frequent = meeting.period.unit != PeriodUnit::none && weeks_of(meeting.period) <= weeks_of({PeriodUnit::month, 1});
            return frequent && meeting.attendees.contains(one) && meeting.attendees.contains(other);
        });
    };
    std::set<std::string> apart;
    for (const auto &[activity, cells] : grid.rows) {
        for (const auto &[one, letters] : cells) {
            for (const auto &[other, others] : cells) {
                if (one < other && letters.has('R') && others.has('R') && !meet(one, other)) {
                    apart.insert(one.text + " " + other.text);
                }
            }
        }
    }
    CHECK(apart == std::set<std::string>{"account-executive product-specialist", "account-executive sales-development-rep",
                                         "account-marketer sales-development-rep"});
}

TEST_CASE("the blank template has a title and nothing else to undo") {
    const Result<Restored> restored = load_template("blank");
    REQUIRE(restored);
    CHECK(restored->plan.organisation->roles.empty());
    CHECK(*restored->plan.raci == RaciGrid());
}

TEST_CASE("an unknown template is answered with the names there are") {
    const Result<Restored> restored = load_template("reverence");
    REQUIRE_FALSE(restored);
    CHECK(restored.error().message ==
          "There is no template “reverence”. There are “reference”, “blank”, “marketing-led”, “sales-led”, “hybrid”, "
          "“overlay”, “liaison”, “marketing-owns-bdrs”, “vp-sales”, “stage-1”, “stage-2”, “stage-3” and “stage-4”.");
}
