#include "analysis/pod_assignment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "analysis/key_order.h"

namespace fullcourt {
namespace {

/// Which pods may have an account, by what stands in its affinity column. Kind 0 is "any pod".
struct Affinities {
    std::vector<std::vector<std::uint32_t>> pods; ///< by kind
    std::vector<std::uint32_t> kind;              ///< by row
};

Affinities affinities_of(const Plan &plan, const std::vector<PodId> &order) {
    Affinities found;
    found.pods.emplace_back();
    for (std::uint32_t pod = 0; pod < order.size(); ++pod) {
        found.pods[0].push_back(pod);
    }
    const AccountTable &table = plan.accounts->table;
    found.kind.assign(table.rows(), 0);
    const AccountColumnId &column = plan.engagement->podPolicy.affinity;
    if (column.empty() || table.column(column) == nullptr) {
        return found;
    }
    std::map<std::string, std::uint32_t, std::less<>> kinds;
    for (std::uint32_t pod = 0; pod < order.size(); ++pod) {
        for (const std::string &word : plan.engagement->pods.at(order[pod]).affinity) {
            const auto [at, fresh] = kinds.emplace(word, static_cast<std::uint32_t>(found.pods.size()));
            if (fresh) {
                found.pods.emplace_back();
            }
            found.pods[at->second].push_back(pod);
        }
    }
    for (std::size_t row = 0; row < table.rows() && !kinds.empty(); ++row) {
        const AccountValue value = table.value(column, row);
        const auto *word = std::get_if<std::string_view>(&value);
        const auto at = word != nullptr ? kinds.find(*word) : kinds.find(table.text(column, row));
        found.kind[row] = at == kinds.end() ? 0 : at->second;
    }
    return found;
}

/// Accounts of one kind and tier in one pod, the last by key to move first.
using Bucket = std::vector<std::uint32_t>;
constexpr std::size_t tierCount = 4;

class Dealer {
  public:
    Dealer(const Plan &plan, std::span<const Tier> tiers, PodAssignment &result)
        : m_policy(plan.engagement->podPolicy), m_tiers(tiers), m_result(result), m_affinities(affinities_of(plan, result.before.order)),
          m_loads(result.before.pods.size(), 0), m_counts(result.before.pods.size(), 0), m_fixed(tiers.size(), 0) {}

    /// `order`: all rows by their keys.
    void deal(const Plan &plan, const std::vector<std::uint32_t> &order, Dealing dealing) {
        pin(plan, order);
        for (const std::uint32_t row : order) {
            std::uint32_t &pod = m_result.pods[row];
            if (dealing == Dealing::even && pod != noPod && m_fixed[row] == 0 && !may_have(m_affinities.kind[row], pod)) {
                pod = noPod;
            }
            if (pod != noPod) {
                count(row, pod, 1);
            }
        }
        deal_out(order);
        if (dealing == Dealing::even) {
            level(order);
        }
    }

  private:
    void pin(const Plan &plan, const std::vector<std::uint32_t> &order) {
        for (const auto &[account, mark] : plan.accounts->marks) {
            const auto row = mark.pinned ? row_in_key_order(plan.accounts->table, order, account.text) : std::nullopt;
            if (row && m_result.pods[*row] != noPod) {
                m_fixed[*row] = 1;
            }
        }
    }

    double weight(std::uint32_t row) const { return load_of(m_policy, m_tiers[row]); }
    bool may_have(std::uint32_t kind, std::uint32_t pod) const {
        const std::vector<std::uint32_t> &pods = m_affinities.pods[kind];
        return std::binary_search(pods.begin(), pods.end(), pod);
    }
    void count(std::uint32_t row, std::uint32_t pod, int sign) {
        m_loads[pod] += sign * weight(row);
        m_counts[pod] += sign;
    }

    /// Those that a pod takes first before all others, of these the heaviest first; each to the lightest pod, and what counts nothing
    /// to the one with the fewest.
    void deal_out(const std::vector<std::uint32_t> &order) {
        std::vector<std::uint32_t> open;
        for (const std::uint32_t row : order) {
            if (m_result.pods[row] == noPod) {
                open.push_back(row);
            }
        }
        std::stable_sort(open.begin(), open.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(m_affinities.kind[a] == 0, -weight(a)) < std::tuple(m_affinities.kind[b] == 0, -weight(b));
        });
        for (const std::uint32_t row : open) {
            const std::vector<std::uint32_t> &pods = m_affinities.pods[m_affinities.kind[row]];
            const bool weighs = weight(row) > 0;
            const std::uint32_t pod = *std::min_element(pods.begin(), pods.end(), [&](std::uint32_t a, std::uint32_t b) {
                return weighs ? std::tie(m_loads[a], m_counts[a]) < std::tie(m_loads[b], m_counts[b])
                              : std::tie(m_counts[a], m_loads[a]) < std::tie(m_counts[b], m_loads[b]);
            });
            m_result.pods[row] = pod;
            count(row, pod, 1);
        }
    }

    Bucket &bucket(std::uint32_t pod, std::size_t kind, std::size_t tier) {
        return m_buckets[(pod * m_affinities.pods.size() + kind) * tierCount + tier];
    }

    void level(const std::vector<std::uint32_t> &order) {
        m_buckets.assign(m_loads.size() * m_affinities.pods.size() * tierCount, {});
        for (const std::uint32_t row : order) {
            if (m_fixed[row] == 0) {
                bucket(m_result.pods[row], m_affinities.kind[row], static_cast<std::size_t>(m_tiers[row])).push_back(row);
            }
        }
        // What counts nothing comes last: its moves change no load.
        even_out(m_loads, false);
        even_out(m_counts, true);
    }

    /// Moves accounts as long as one makes `loads` more even: from the heaviest pod that can give to the lightest that can take. Each
    /// move makes the sum of their squares smaller, so this ends.
    template <class Number> void even_out(const std::vector<Number> &loads, bool withoutTier) {
        std::set<std::pair<Number, std::uint32_t>> sorted;
        for (std::uint32_t pod = 0; pod < loads.size(); ++pod) {
            sorted.emplace(loads[pod], pod);
        }
        // A pod that could give to nobody is passed over until it changes; at the end each is asked once more.
        std::vector<std::uint8_t> stuck(loads.size());
        bool moved = true;
        while (moved) {
            moved = false;
            std::fill(stuck.begin(), stuck.end(), std::uint8_t{0});
            while (const auto pods = move_one(sorted, stuck, withoutTier)) {
                moved = true;
                for (const auto &[before, pod] : *pods) {
                    sorted.erase({before, pod});
                    sorted.emplace(loads[pod], pod);
                    stuck[pod] = 0;
                }
            }
        }
    }

    /// The two pods between which an account moved, with what they had before; nothing where none did.
    template <class Number>
    std::optional<std::array<std::pair<Number, std::uint32_t>, 2>> move_one(const std::set<std::pair<Number, std::uint32_t>> &sorted,
                                                                            std::vector<std::uint8_t> &stuck, bool withoutTier) {
        for (auto from = sorted.rbegin(); from != sorted.rend(); ++from) {
            if (stuck[from->second] != 0) {
                continue;
            }
            for (const auto &to : sorted) {
                const double gap = static_cast<double>(from->first) - static_cast<double>(to.first);
                if (gap <= 0) {
                    break;
                }
                if (move_between(from->second, to.second, gap, withoutTier)) {
                    return {{*from, to}};
                }
            }
            stuck[from->second] = 1;
        }
        return std::nullopt;
    }

    /// The account whose move halves the gap best; of two that do so alike the lighter, which leaves more to choose from.
    bool move_between(std::uint32_t from, std::uint32_t to, double gap, bool withoutTier) {
        Bucket *best = nullptr;
        double bestLeft = gap - tolerance;
        double bestMoved = 0;
        for (std::size_t kind = 0; kind < m_affinities.pods.size(); ++kind) {
            if (!may_have(static_cast<std::uint32_t>(kind), to)) {
                continue;
            }
            for (std::size_t tier = 0; tier < tierCount; ++tier) {
                Bucket &candidates = bucket(from, kind, tier);
                const double load = load_of(m_policy, static_cast<Tier>(tier));
                const double moved = withoutTier ? (load == 0 ? 1.0 : 0.0) : load;
                const double left = std::abs(gap - 2 * moved);
                const bool better = left < bestLeft || (left == bestLeft && best != nullptr && moved < bestMoved);
                if (!candidates.empty() && moved > 0 && better) {
                    best = &candidates;
                    bestLeft = left;
                    bestMoved = moved;
                }
            }
        }
        if (best == nullptr) {
            return false;
        }
        const std::uint32_t row = best->back();
        best->pop_back();
        count(row, from, -1);
        count(row, to, 1);
        m_result.pods[row] = to;
        bucket(to, m_affinities.kind[row], static_cast<std::size_t>(m_tiers[row])).push_back(row);
        return true;
    }

    static constexpr double tolerance = 1e-9;

    const PodPolicy &m_policy;
    std::span<const Tier> m_tiers;
    PodAssignment &m_result;
    Affinities m_affinities;
    std::vector<double> m_loads;
    std::vector<std::int64_t> m_counts;
    std::vector<std::uint8_t> m_fixed; ///< by row: pinned
    std::vector<Bucket> m_buckets;     ///< by pod, kind and tier
};

} // namespace

double load_of(const PodPolicy &policy, Tier tier) {
    switch (tier) {
    case Tier::oneToOne: return policy.oneToOne;
    case Tier::oneToFew: return policy.oneToFew;
    case Tier::oneToMany: return policy.oneToMany;
    case Tier::none: break;
    }
    return 0;
}

std::vector<std::uint32_t> pods_of_accounts(const Plan &plan) {
    const AccountTable &table = plan.accounts->table;
    std::vector<std::uint32_t> pods(table.rows(), noPod);
    if (table.column(podColumn()) == nullptr) {
        return pods;
    }
    std::map<std::string, std::uint32_t, std::less<>> places;
    for (const PodId &id : ordered(plan.engagement->pods)) {
        places.emplace(id.text, static_cast<std::uint32_t>(places.size()));
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const AccountValue value = table.value(podColumn(), row);
        const auto *word = std::get_if<std::string_view>(&value);
        const auto at = word == nullptr ? places.find(table.text(podColumn(), row)) : places.find(*word);
        pods[row] = at == places.end() ? noPod : at->second;
    }
    return pods;
}

PodLoads pod_loads(const Plan &plan, std::span<const Tier> tiers, std::span<const std::uint32_t> pods) {
    PodLoads loads;
    loads.order = ordered(plan.engagement->pods);
    loads.pods.resize(loads.order.size());
    for (std::size_t row = 0; row < pods.size(); ++row) {
        PodLoad &load = pods[row] == noPod ? loads.without : loads.pods[pods[row]];
        ++load.accounts[static_cast<std::size_t>(tiers[row])];
    }
    const auto weigh = [&](PodLoad &load) {
        for (std::size_t tier = 0; tier < load.accounts.size(); ++tier) {
            load.load += static_cast<double>(load.accounts[tier]) * load_of(plan.engagement->podPolicy, static_cast<Tier>(tier));
        }
    };
    weigh(loads.without);
    for (PodLoad &load : loads.pods) {
        weigh(load);
        loads.mean += load.load / static_cast<double>(loads.pods.size());
    }
    if (!loads.pods.empty()) {
        const auto [least, most] =
            std::minmax_element(loads.pods.begin(), loads.pods.end(), [](const PodLoad &a, const PodLoad &b) { return a.load < b.load; });
        loads.least = least->load;
        loads.most = most->load;
    }
    return loads;
}

PodAssignment assign_to_pods(const Plan &plan, std::span<const Tier> tiers, Dealing dealing) {
    PodAssignment result;
    result.pods = pods_of_accounts(plan);
    const std::vector<std::uint32_t> before = result.pods;
    result.before = pod_loads(plan, tiers, before);
    if (!result.before.order.empty()) {
        const std::vector<std::uint32_t> order = key_order(plan.accounts->table);
        Dealer(plan, tiers, result).deal(plan, order, dealing);
        for (const std::uint32_t row : order) {
            if (result.pods[row] != before[row]) {
                result.changed.push_back(row);
                result.fresh += before[row] == noPod ? 1U : 0U;
            }
        }
    }
    result.after = pod_loads(plan, tiers, result.pods);
    return result;
}

} // namespace fullcourt
