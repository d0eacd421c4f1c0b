#include <catch2/catch_test_macros.hpp>

#include "io/assets.h"
#include "io/templates.h"
#include "io/write.h"

using namespace fullcourt;

TEST_CASE("templates are listed with the reference first and restore without repairs, byte for byte") {
    const std::vector<TemplateInfo> infos = templates();
    REQUIRE(infos.size() >= 2);
    CHECK(infos[0].name == "reference");
    CHECK(infos[1].name == "blank");
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

TEST_CASE("the blank template has a title and nothing else to undo") {
    const Result<Restored> restored = load_template("blank");
    REQUIRE(restored);
    CHECK(restored->plan.organisation->roles.empty());
    CHECK(*restored->plan.raci == RaciGrid());
}

TEST_CASE("an unknown template is answered with the names there are") {
    const Result<Restored> restored = load_template("reverence");
    REQUIRE_FALSE(restored);
    CHECK(restored.error().message == "There is no template “reverence”. There are “reference” and “blank”.");
}
