#include "analysis/rules.h"

#include <cctype>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "analysis/finding.h"

using namespace fullcourt;

TEST_CASE("The table holds the rules of RULES §1 and §2 with what they take", "[analysis]") {
    REQUIRE(rules().size() == 13 + 34 + 2);
    const std::set<std::string_view> families = {"raci",     "role",  "decision", "cadence",   "escalation", "kpi",  "governance",
                                                 "staffing", "model", "scoring",  "leadstage", "account",    "plan", "merge"};
    std::set<std::string_view> codes;
    for (const RuleInfo &rule : rules()) {
        CHECK(codes.insert(rule.code).second);
        CHECK(families.contains(rule.code.substr(0, rule.code.find('.'))));
        CHECK_FALSE(section_name(section_of(rule.code)).empty());
        CHECK(std::isupper(static_cast<unsigned char>(rule.title.front())));
        CHECK(rule.why.ends_with('.'));
        CHECK(find_rule(rule.code) == &rule);
        CHECK(rule.on == (rule.code != "raci.nobody-consulted" && rule.code != "raci.no-blank"));
        for (const ThresholdInfo &info : rule.thresholds) {
            CHECK(info.name.starts_with(rule.code));
            CHECK(info.least <= info.standard);
            CHECK(info.standard <= info.most);
            CHECK(find_threshold(info.name) == &info);
        }
    }
    CHECK(find_rule("raci.none") == nullptr);
    CHECK(find_threshold("raci.none.count") == nullptr);
}

TEST_CASE("Standards are those of RULES §1", "[analysis]") {
    const Settings settings;
    CHECK(threshold(settings, "raci.many-responsible.count") == 4);
    CHECK(threshold(settings, "raci.consult-drag.count") == 4);
    CHECK(threshold(settings, "raci.overloaded-role.share") == 75);
    CHECK(threshold(settings, "raci.overloaded-role.activities") == 5);
    CHECK(threshold(settings, "raci.accountability-bottleneck.share") == 40);
    CHECK(threshold(settings, "raci.accountability-bottleneck.count") == 3);
    CHECK(threshold(settings, "raci.no-blank.activities") == 5);
}

TEST_CASE("Standards are those of RULES §2", "[analysis]") {
    const Settings settings;
    CHECK(threshold(settings, "cadence.never-meet.times") == 12);
    CHECK(threshold(settings, "cadence.load.hours") == 4);
    CHECK(threshold(settings, "kpi.lead-centred.share") == 50);
    CHECK(threshold(settings, "staffing.ratio.marketer.least") == 3);
    CHECK(threshold(settings, "staffing.ratio.marketer.most") == 4);
    CHECK(threshold(settings, "staffing.ratio.sdr.least") == 2);
    CHECK(threshold(settings, "staffing.ratio.sdr.most") == 3);
    CHECK(threshold(settings, "staffing.ratio.specialist.least") == 8);
    CHECK(threshold(settings, "staffing.ratio.specialist.most") == 10);
    CHECK(threshold(settings, "staffing.ratio.scale") == 8);
}

TEST_CASE("A plan may set rules and thresholds, within reason", "[analysis]") {
    Settings settings;
    settings.rules = {{"raci.no-blank", true}, {"raci.no-accountable", false}};
    settings.thresholds = {{"raci.consult-drag.count", 6}, {"raci.many-responsible.count", -3}, {"raci.overloaded-role.share", 1e9}};
    CHECK(is_on(settings, *find_rule("raci.no-blank")));
    CHECK_FALSE(is_on(settings, *find_rule("raci.no-accountable")));
    CHECK(is_on(settings, *find_rule("raci.many-accountable")));
    CHECK(threshold(settings, "raci.consult-drag.count") == 6);
    CHECK(threshold(settings, "raci.many-responsible.count") == 2);
    CHECK(threshold(settings, "raci.overloaded-role.share") == 100);
}

TEST_CASE("Keys are rule, subject and a digest of the evidence", "[analysis]") {
    CHECK(finding_key("raci.x", {"a", "b"}, "") == "raci.x|a|b|cbf29ce484222325");
    CHECK(finding_key("raci.x", {"a"}, "1") != finding_key("raci.x", {"a"}, "2"));
    CHECK(severity_name(Severity::error) == "error");
    CHECK(severity_name(Severity::warning) == "warning");
    CHECK(severity_name(Severity::note) == "note");
}
