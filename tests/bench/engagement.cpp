// What a person waits for who assigns a market to pods, and whose plans fill the weeks.
#include <cstdio>
#include <string>

#include "analysis/check.h"
#include "analysis/play_load.h"
#include "analysis/pod_assignment.h"
#include "base/random.h"
#include "bench.h"
#include "edit/engagement_gestures.h"
#include "edit/pod_gestures.h"

namespace fullcourt::bench {
namespace {

/// Accounts in one of twelve regions, two in three of them in a pod already.
Plan market(std::size_t rows, std::size_t pods) {
    const RandomBits bits = counting_bits(3);
    Plan plan;
    const AccountColumnId region("region");
    Accounts &accounts = plan.accounts.edit();
    accounts.columns[region].type = AccountColumnType::category;
    accounts.columns[podColumn()].type = AccountColumnType::category;
    AccountTableBuilder builder({{region, AccountColumnType::category}, {podColumn(), AccountColumnType::category}});
    for (std::size_t row = 0; row < rows; ++row) {
        builder.add_row("account-" + random_id(bits));
        builder.add_text(0, "region " + std::to_string(bits() % 12));
        if (bits() % 3 != 0) {
            builder.add_text(1, "pod-" + std::to_string(bits() % (pods / 2)));
        }
    }
    accounts.table = builder.take();
    Engagement &engagement = plan.engagement.edit();
    engagement.podPolicy.affinity = region;
    for (std::size_t i = 0; i < pods; ++i) {
        Pod &pod = engagement.pods[PodId("pod-" + std::to_string(i))];
        pod.position = spread_position(i, pods);
        if (i % 4 == 0) {
            pod.affinity = {"region " + std::to_string(i % 12)};
        }
    }
    return plan;
}

std::vector<Tier> tiers_of(std::size_t rows) {
    std::vector<Tier> tiers(rows, Tier::none);
    for (std::size_t i = 0; i < rows; ++i) {
        tiers[i] = i % 10'000 == 0 ? Tier::oneToOne : i % 2'000 == 0 ? Tier::oneToFew : i % 2 == 0 ? Tier::oneToMany : Tier::none;
    }
    return tiers;
}

void measure_pods(std::size_t rows, std::size_t pods) {
    std::printf("\n%zu accounts in %zu pods\n", rows, pods);
    const Plan plan = market(rows, pods);
    const std::vector<Tier> tiers = tiers_of(rows);
    report("loads of the pods", [&] { (void)pod_loads(plan, tiers, pods_of_accounts(plan)); }, 11);
    report("assign those without a pod", [&] { (void)assign_to_pods(plan, tiers, Dealing::missing); }, 11);
    report("assign and even out", [&] { (void)assign_to_pods(plan, tiers, Dealing::even); }, 11);
    const PodAssignment result = assign_to_pods(plan, tiers, Dealing::even);
    std::printf("%zu of them change; the spread goes from %.1f to %.1f\n", result.changed.size(), result.before.spread(),
                result.after.spread());
    std::map<AccountId, PodId> given;
    for (const std::uint32_t row : result.changed) {
        given.emplace(AccountId(std::string(plan.accounts->table.key(row))), result.after.order[result.pods[row]]);
    }
    report(
        "the edit, applied",
        [&] {
            Plan changed = plan;
            apply(changed, give_accounts(plan, given));
        },
        5);
}

void measure_plans(std::size_t accounts) {
    Plan plan;
    for (const auto &[id, core, heads] :
         {std::tuple("ae", CoreFunction::accountExecutive, 80), std::tuple("am", CoreFunction::accountMarketing, 20),
          std::tuple("sdr", CoreFunction::salesDevelopment, 30), std::tuple("ps", CoreFunction::productSpecialist, 10)}) {
        Role &role = plan.organisation.edit().roles[RoleId(id)];
        role.name = id;
        role.core = core;
        role.headcount = heads;
    }
    for (std::size_t i = 0; i < accounts; ++i) {
        const AccountId account("account-" + std::to_string(i));
        const std::string start = to_text(date_after({2026, 11, 30}, static_cast<int>(i % 52) * 7));
        apply(plan, plan_from_templates(plan, account, Tier::oneToFew, start, {}, counting_bits(i * 100 + 1)));
    }
    std::printf("\n%zu plays of %zu accounts\n", plan.engagement->plays.size(), accounts);
    report("hours by role and week", [&] { (void)play_loads(plan); }, 21);
    const PlayId first = plan.engagement->plays.begin()->first;
    report("move a play with what follows", [&] { (void)move_play(plan, first, 1, {}, counting_bits(1)); }, 21);
    report("every rule of the plan", [&] { (void)check(plan); }, 5);
}

} // namespace

void measure_engagement() {
    measure_pods(100'000, 8);
    measure_pods(100'000, 200);
    measure_plans(500);
}

} // namespace fullcourt::bench
