// Which pod works which account, and how evenly (RULES §7).
//
// An account counts in its pod's load what its tier counts (PodPolicy); one without a tier counts nothing, and such accounts are
// spread by their number. The same plan gives the same answer, whatever the order of its rows.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

inline constexpr std::uint32_t noPod = std::numeric_limits<std::uint32_t>::max();

/// What an account of the tier counts.
double load_of(const PodPolicy &policy, Tier tier);

struct PodLoad {
    double load = 0;
    std::array<std::size_t, 4> accounts{}; ///< by Tier

    std::size_t count() const { return accounts[0] + accounts[1] + accounts[2] + accounts[3]; }
    friend bool operator==(const PodLoad &, const PodLoad &) = default;
};

struct PodLoads {
    std::vector<PodId> order;  ///< the pods as a person sees them; indexes below mean places in it
    std::vector<PodLoad> pods; ///< one for each
    PodLoad without;           ///< accounts in no pod, or in one that the plan does not have
    double least = 0;
    double most = 0;
    double mean = 0;

    /// Between the heaviest pod and the lightest.
    double spread() const { return most - least; }
};

/// By row: the index of its pod among ordered(pods), or noPod.
std::vector<std::uint32_t> pods_of_accounts(const Plan &plan);
/// `tiers`: one a row, as Scores::tier.
PodLoads pod_loads(const Plan &plan, std::span<const Tier> tiers, std::span<const std::uint32_t> pods);

enum class Dealing {
    missing, ///< only accounts without a pod get one
    even,    ///< besides, the fewest others move until no single move makes the loads more even
};

struct PodAssignment {
    std::vector<std::uint32_t> pods; ///< by row
    PodLoads before;
    PodLoads after;
    std::vector<std::uint32_t> changed; ///< rows that get another pod, in the order of their keys
    std::size_t fresh = 0;              ///< of these, how many had none
};

/// Every account gets one pod, where there are any. Pinned accounts stay where they are. An account whose region (or whatever
/// PodPolicy::affinity names) a pod takes first goes to such a pod; all others to any. Accounts are dealt out heaviest first, each to
/// the lightest pod.
PodAssignment assign_to_pods(const Plan &plan, std::span<const Tier> tiers, Dealing dealing);

} // namespace fullcourt
