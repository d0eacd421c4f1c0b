#include <algorithm>
#include <array>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/raci.h"
#include "analysis/rules.h"
#include "base/random.h"
#include "edits_for_tests.h"
#include "operating_plan.h"
#include "rounds.h"

using namespace fullcourt;
using test::after;
using test::drawn;

namespace {

std::vector<std::string> labels(const Plan &plan, const std::string &rule, const char *activity = "") {
    std::vector<std::string> found;
    for (const Finding &finding : check(plan)) {
        if (finding.rule == rule && (*activity == '\0' || finding.activity.text == activity)) {
            for (const PlanEdit &fix : finding.fixes) {
                found.push_back(fix.label);
            }
            break;
        }
    }
    return found;
}

/// Every fix of every finding does something, takes its own finding away, and
/// is taken back by the difference.
void check_fixes(const Plan &plan) {
    for (const Finding &finding : check(plan)) {
        for (const PlanEdit &fix : finding.fixes) {
            const Plan fixed = after(plan, fix);
            REQUIRE_FALSE(fix.label.empty());
            REQUIRE_FALSE(fixed == plan);
            for (const Finding &left : check(fixed)) {
                REQUIRE_FALSE((left.rule == finding.rule && left.subject == finding.subject));
            }
            REQUIRE(after(fixed, {"Undo", diff(fixed, plan)}) == plan);
        }
    }
}

Plan random_grid(std::uint64_t seed) {
    const RandomBits bits = counting_bits(seed);
    const auto below = [&](std::size_t end) { return static_cast<std::uint32_t>(bits() % end); };
    test::Drawing drawing;
    for (std::size_t i = 1 + below(8); i > 0; --i) {
        drawing.roles.push_back("r" + std::to_string(i));
    }
    static constexpr std::array cells = {"-", "-", "-", "R", "R", "A", "A/R", "S", "C", "C", "I", "V"};
    for (std::size_t i = 1 + below(9); i > 0; --i) {
        std::string line = "t" + std::to_string(i) + ":";
        const bool blank = below(6) == 0;
        for (std::size_t column = 0; column < drawing.roles.size(); ++column) {
            line += std::string(" ") + (blank ? "-" : cells[below(cells.size())]);
        }
        drawing.lines.push_back(line);
    }
    Plan plan = drawn(drawing);
    RaciGrid &grid = plan.raci.edit();
    grid.scheme = below(3) == 0 ? LetterScheme::raci : LetterScheme::rasci;
    if (below(2) == 0) {
        grid.columns.erase(grid.columns.begin());
    }
    for (const RuleInfo &rule : rules()) {
        plan.settings.edit().rules[std::string(rule.code)] = true;
    }
    plan.settings.edit().thresholds["raci.many-responsible.count"] = 2 + static_cast<double>(below(3));
    plan.settings.edit().thresholds["raci.consult-drag.count"] = 2 + static_cast<double>(below(3));
    return plan;
}

} // namespace

TEST_CASE("Fixes mend what they were offered for, and undo brings it back", "[analysis]") {
    check_fixes(test::reference_plan());
    check_fixes(test::operating_plan());
    check_fixes(test::broken_plan());
    for (std::uint64_t seed = 0; seed < test::rounds(std::uint64_t{500}); ++seed) {
        check_fixes(random_grid(seed));
    }
}

TEST_CASE("The only one who works may decide too, here or everywhere", "[analysis]") {
    const Plan plan = test::reference_plan();
    CHECK(labels(plan, "raci.no-accountable", "Negotiation") == std::vector<std::string>{"Make AE accountable and responsible",
                                                                                         "Make the one responsible role accountable "
                                                                                         "too in both rows like this"});
    const std::vector<Finding> findings = check(plan);
    const auto at = std::find_if(findings.begin(), findings.end(), [](const Finding &one) { return one.activity.text == "Negotiation"; });
    REQUIRE(at != findings.end());
    CHECK(check_raci(after(plan, at->fixes.at(0))).size() == 8);
    CHECK(check_raci(after(plan, at->fixes.at(1))).size() == 7);
    CHECK(labels(drawn({{"a", "b"}, {"One: R C"}}), "raci.no-accountable") ==
          std::vector<std::string>{"Make a accountable and responsible"});
}

TEST_CASE("Of several who work, one is picked", "[analysis]") {
    CHECK(labels(test::reference_plan(), "raci.no-accountable", "Account strategy") ==
          std::vector<std::string>{"Make AE accountable as well as responsible (A/R)",
                                   "Make Account marketer accountable as well as responsible (A/R)"});
    CHECK(labels(drawn({{"a", "b", "c", "d", "e"}, {"One: R R R R R"}}), "raci.no-accountable").size() == 4);
    CHECK(labels(drawn({{"a", "b"}, {"One: C I"}}), "raci.no-accountable").empty());
}

TEST_CASE("Of several who decide, one stays and the label says what the others "
          "become",
          "[analysis]") {
    const Plan plan = drawn({{"a", "b", "c", "d"}, {"One: A A/R A C"}});
    const std::vector<std::string> expected = {"Keep only a as accountable (b becomes R, c becomes C)",
                                               "Keep only b as accountable (a and c become C)",
                                               "Keep only c as accountable (b becomes R, a becomes C)"};
    CHECK(labels(plan, "raci.many-accountable") == expected);
    const Plan fixed = after(plan, check(plan).front().fixes.front());
    CHECK(letters_at(*fixed.raci, ActivityId("One"), RoleId("a")).text() == "A");
    CHECK(letters_at(*fixed.raci, ActivityId("One"), RoleId("b")).text() == "R");
    CHECK(letters_at(*fixed.raci, ActivityId("One"), RoleId("c")).text() == "C");
}

TEST_CASE("Work that nobody does goes to who decides or who supports", "[analysis]") {
    CHECK(labels(drawn({{"a", "b"}, {"One: A S"}}), "raci.no-responsible") ==
          std::vector<std::string>{"Let a also do the work (A/R)", "Make b responsible instead of supporting"});
    CHECK(labels(drawn({{"a", "b"}, {"One: A S"}}), "raci.support-alone") ==
          std::vector<std::string>{"Make b responsible instead of supporting"});
    CHECK(labels(test::reference_plan(), "raci.no-responsible", "Close") == std::vector<std::string>{"Let AE also do the work (A/R)"});
}

TEST_CASE("Notes offer a fix where one letter is enough", "[analysis]") {
    CHECK(labels(drawn({{"a", "b", "c", "d"}, {"One: A/R R R R"}}), "raci.many-responsible") ==
          std::vector<std::string>{"Let b support instead (S)", "Let c support instead (S)", "Let d support instead (S)"});
    CHECK(labels(drawn({{"a", "b", "c", "d", "e"}, {"One: A/R R R R R"}}), "raci.many-responsible").empty());
    CHECK(labels(drawn({{"a", "b", "c", "d", "e"}, {"One: A/R C C C C"}}), "raci.consult-drag").front() == "Only inform b afterwards (I)");
}

TEST_CASE("Empty activities and idle roles can go", "[analysis]") {
    const Plan plan = drawn({{"a", "b"}, {"One: A/R -", "Two: - -"}});
    CHECK(labels(plan, "raci.empty-activity") == std::vector<std::string>{"Delete the activity"});
    CHECK(labels(plan, "raci.idle-role") == std::vector<std::string>{"Hide the column"});
}

TEST_CASE("An activity whose letters are hidden is shown, not deleted", "[analysis]") {
    Plan plan = drawn({{"a", "b"}, {"One: A/R -", "Two: - A/R"}});
    plan.raci.edit().columns.erase(RoleId("b"));
    CHECK(labels(plan, "raci.empty-activity") == std::vector<std::string>{"Show the column of b"});
}

TEST_CASE("A fix for all such rows is offered on a few, however many there are", "[analysis]") {
    test::Drawing drawing{{"a", "b"}, {}};
    for (int i = 0; i < 100; ++i) {
        drawing.lines.push_back(std::to_string(i) + ": R C");
    }
    std::size_t steps = 0;
    for (const Finding &finding : check(drawn(drawing))) {
        for (const PlanEdit &fix : finding.fixes) {
            steps += fix.steps.size();
        }
    }
    CHECK(steps < 1'000);
    CHECK(labels(drawn(drawing), "raci.no-accountable").back() == "Make the one responsible role accountable too in all 100 rows "
                                                                  "like this");
}
