// How accounts are spread over pods (RULES §7); the loads are added up by hand.
#include "analysis/pod_assignment.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "edit/pod_gestures.h"
#include "reference_plan.h"

using namespace fullcourt;

namespace {

Plan plan_with_pods(const std::vector<std::string> &pods, const std::vector<std::vector<std::string>> &rows) {
    Plan plan = test::reference_plan();
    plan.accounts = Shared(test::accounts({{"region", AccountColumnType::category}, {"pod", AccountColumnType::category}}, rows));
    for (std::size_t i = 0; i < pods.size(); ++i) {
        Pod &pod = plan.engagement.edit().pods[PodId(pods[i])];
        pod.name = pods[i];
        pod.position = spread_position(i, pods.size());
    }
    return plan;
}

/// So many accounts without region or pod.
std::vector<std::vector<std::string>> rows(std::size_t count) {
    std::vector<std::vector<std::string>> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back({"a" + std::to_string(i), "", ""});
    }
    return all;
}

std::vector<Tier> tiers(std::size_t ones, std::size_t fews, std::size_t manys, std::size_t nones = 0) {
    std::vector<Tier> all(ones, Tier::oneToOne);
    all.insert(all.end(), fews, Tier::oneToFew);
    all.insert(all.end(), manys, Tier::oneToMany);
    all.insert(all.end(), nones, Tier::none);
    return all;
}

std::vector<double> loads(const PodLoads &all) {
    std::vector<double> found;
    for (const PodLoad &pod : all.pods) {
        found.push_back(pod.load);
    }
    return found;
}

} // namespace

TEST_CASE("An account counts by its tier, and the spread is between the heaviest pod and the lightest") {
    const Plan plan = plan_with_pods({"north", "south"}, {{"a", "", "north"}, {"b", "", "north"}, {"c", "", "south"}, {"d", "", "gone"}});
    const std::vector<Tier> of = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::oneToOne};
    const PodLoads all = pod_loads(plan, of, pods_of_accounts(plan));
    CHECK(loads(all) == std::vector<double>{13, 1}); // 10 + 3; 1
    CHECK(all.without.count() == 1);                 // a pod that is not there is none
    CHECK(all.spread() == 12);
    CHECK(all.mean == 7);
}

TEST_CASE("Every account gets one pod, and the loads are even") {
    // 3 × 10 + 4 × 3 + 6 × 1 = 48 for three pods: 16 each.
    const Plan plan = plan_with_pods({"p", "q", "r"}, rows(13));
    const PodAssignment result = assign_to_pods(plan, tiers(3, 4, 6), Dealing::missing);
    CHECK(loads(result.after) == std::vector<double>{16, 16, 16});
    CHECK(result.after.without.count() == 0);
    CHECK(result.changed.size() == 13);
    CHECK(result.fresh == 13);
    for (const PodLoad &pod : result.after.pods) {
        CHECK(pod.accounts[static_cast<std::size_t>(Tier::oneToOne)] == 1);
    }
}

TEST_CASE("Accounts without a tier are spread by their number") {
    const Plan plan = plan_with_pods({"p", "q"}, rows(7));
    const PodAssignment result = assign_to_pods(plan, tiers(0, 0, 0, 7), Dealing::missing);
    CHECK(result.after.pods[0].count() == 4);
    CHECK(result.after.pods[1].count() == 3);
    // 10 and 3: those without a tier do not all go to the lighter pod.
    const PodAssignment uneven = assign_to_pods(plan, tiers(1, 1, 0, 5), Dealing::missing);
    CHECK(uneven.after.pods[0].count() == 3);
    CHECK(uneven.after.pods[1].count() == 4);
}

TEST_CASE("The order of the rows says nothing") {
    const Plan plan = plan_with_pods({"p", "q", "r"}, rows(10));
    std::vector<std::vector<std::string>> turned = rows(10);
    std::reverse(turned.begin(), turned.end());
    const Plan other = plan_with_pods({"p", "q", "r"}, turned);
    const std::vector<Tier> of = tiers(2, 3, 5);
    const PodAssignment one = assign_to_pods(plan, of, Dealing::even);
    const PodAssignment two = assign_to_pods(other, std::vector<Tier>(of.rbegin(), of.rend()), Dealing::even);
    CHECK(one.pods == std::vector<std::uint32_t>(two.pods.rbegin(), two.pods.rend()));
}

TEST_CASE("Where pods have accounts already, only what must move does") {
    // p has 10 + 3 + 3, q has 3, and one of 10 is new: it goes to q (13); then 16 and 13 cannot be made more even by one move.
    const Plan plan = plan_with_pods({"p", "q"}, {{"a", "", "p"}, {"b", "", "p"}, {"c", "", "p"}, {"d", "", "q"}, {"e", "", ""}});
    const std::vector<Tier> of = {Tier::oneToOne, Tier::oneToFew, Tier::oneToFew, Tier::oneToFew, Tier::oneToOne};
    const PodAssignment missing = assign_to_pods(plan, of, Dealing::missing);
    CHECK(missing.changed == std::vector<std::uint32_t>{4});
    CHECK(loads(missing.after) == std::vector<double>{16, 13});
    CHECK(assign_to_pods(plan, of, Dealing::even).changed == std::vector<std::uint32_t>{4});
    // All in one pod: half of them move, none of the others does.
    std::vector<std::vector<std::string>> crowded = rows(8);
    for (auto &row : crowded) {
        row[2] = "p";
    }
    const PodAssignment even = assign_to_pods(plan_with_pods({"p", "q"}, crowded), tiers(2, 2, 4), Dealing::even);
    CHECK(loads(even.after) == std::vector<double>{15, 15}); // 2 × 10 + 2 × 3 + 4 × 1 = 30
    CHECK(even.changed.size() <= 4);
    CHECK(even.fresh == 0);
    CHECK(assign_to_pods(plan_with_pods({"p", "q"}, crowded), tiers(2, 2, 4), Dealing::missing).changed.empty());
}

TEST_CASE("A pinned account stays, however uneven that is") {
    std::vector<std::vector<std::string>> crowded = rows(4);
    for (auto &row : crowded) {
        row[2] = "p";
    }
    Plan plan = plan_with_pods({"p", "q"}, crowded);
    for (const char *account : {"a0", "a1", "a2"}) {
        plan.accounts.edit().marks[AccountId(account)].pinned = true;
    }
    const PodAssignment result = assign_to_pods(plan, tiers(4, 0, 0), Dealing::even);
    CHECK(result.changed == std::vector<std::uint32_t>{3});
    CHECK(loads(result.after) == std::vector<double>{30, 10});
}

TEST_CASE("A pod takes the accounts of its region first, and others to even out") {
    Plan plan = plan_with_pods({"dach", "anywhere"},
                               {{"a", "DACH", ""}, {"b", "DACH", "anywhere"}, {"c", "Iberia", ""}, {"d", "Iberia", ""}, {"e", "", ""}});
    plan.engagement.edit().podPolicy.affinity = AccountColumnId("region");
    plan.engagement.edit().pods.at(PodId("dach")).affinity = {"DACH"};
    const std::vector<Tier> of(5, Tier::oneToFew);
    const PodAssignment result = assign_to_pods(plan, of, Dealing::even);
    // Both of DACH in its pod, two elsewhere, and one to whichever: 6 and 9, or 9 and 6.
    CHECK(result.pods[0] == 0);
    CHECK(result.pods[1] == 0);
    CHECK(result.pods[2] == 1);
    CHECK(result.pods[3] == 1);
    CHECK(result.after.spread() == 3);
    // Without a column nothing comes first.
    plan.engagement.edit().podPolicy.affinity = {};
    CHECK(assign_to_pods(plan, of, Dealing::even).pods[1] == 1);
}

TEST_CASE("Without pods nobody is assigned, and without accounts nothing happens") {
    const Plan plan = plan_with_pods({}, rows(3));
    const PodAssignment result = assign_to_pods(plan, tiers(3, 0, 0), Dealing::even);
    CHECK(result.changed.empty());
    CHECK(result.after.without.count() == 3);
    CHECK(assign_to_pods(plan_with_pods({"p"}, {}), {}, Dealing::even).after.spread() == 0);
}

TEST_CASE("Thousands of accounts in uneven pods come within the load of the lightest account") {
    std::vector<std::vector<std::string>> many = rows(3'000);
    std::vector<Tier> of;
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i][2] = i % 3 == 0 ? "p0" : i % 5 == 0 ? "p1" : "";
        of.push_back(i < 10 ? Tier::oneToOne : i < 60 ? Tier::oneToFew : i < 2'000 ? Tier::oneToMany : Tier::none);
    }
    const Plan plan = plan_with_pods({"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"}, many);
    const PodAssignment result = assign_to_pods(plan, of, Dealing::even);
    CHECK(result.after.spread() <= 1);
    CHECK(result.after.without.count() == 0);
}
