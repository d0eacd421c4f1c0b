#include "analysis/share_search.h"

#include <algorithm>
#include <cmath>

namespace fullcourt {
namespace {

constexpr double oneStep = 0.005;
constexpr int mostSteps = 50;

struct Search {
    const std::vector<RowValues> &accounts;
    const WantedOrder &wanted;
    const std::vector<double> &start;
};

struct Found {
    std::vector<double> shares;
    std::size_t right = 0;
    double distance = 0;
};

Found found(const Search &search, std::vector<double> shares) {
    const std::size_t right = pairs_in_order(search.accounts, search.wanted, shares);
    const double distance = distance_between(shares, search.start);
    return {std::move(shares), right, distance};
}

/// More right; with as many right, nearer by more than rounding.
bool is_better(const Found &a, const Found &b) { return a.right != b.right ? a.right > b.right : a.distance < b.distance - 1e-9; }

/// The sums behind the accounts' scores, so that moving some share from one criterion to another is two products an account.
class Trial {
  public:
    Trial(const Search &search, const Found &from) : m_search(search), m_from(from), m_q(search.accounts.size()) {
        for (const RowValues &account : search.accounts) {
            Sum sum;
            for (std::size_t k = 0; k < from.shares.size(); ++k) {
                sum.given += account.counts[k] ? from.shares[k] * account.u[k] : 0;
                sum.weights += account.counts[k] ? from.shares[k] : 0;
            }
            m_sums.push_back(sum);
        }
    }

    /// Right pairs after the move; but for the last bits.
    std::size_t right(std::size_t giver, std::size_t taker, double given) {
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            const RowValues &account = m_search.accounts[i];
            const double gives = account.counts[giver] ? given : 0;
            const double takes = account.counts[taker] ? given : 0;
            const double weights = m_sums[i].weights - gives + takes;
            const double values = m_sums[i].given - gives * account.u[giver] + takes * account.u[taker];
            m_q[i] = weights > 1e-12 ? quantised(100 * values / weights) : noScore;
        }
        return static_cast<std::size_t>(std::count_if(m_search.wanted.begin(), m_search.wanted.end(),
                                                      [&](const auto &pair) { return m_q[pair.first] > m_q[pair.second]; }));
    }

    double distance(std::size_t giver, std::size_t taker, double given) const {
        const auto apart = [&](std::size_t k, double share) { return std::abs(share - m_search.start[k]); };
        return m_from.distance - apart(giver, m_from.shares[giver]) - apart(taker, m_from.shares[taker]) +
               apart(giver, m_from.shares[giver] - given) + apart(taker, m_from.shares[taker] + given);
    }

  private:
    struct Sum {
        double given = 0;
        double weights = 0;
    };
    const Search &m_search;
    const Found &m_from;
    std::vector<Sum> m_sums;
    std::vector<std::int64_t> m_q;
};

/// The best that giving some of one criterion's share to another leads to.
Found best_move(const Search &search, const Found &from) {
    Found best = from;
    Trial trial(search, from);
    const auto try_move = [&](std::size_t giver, std::size_t taker, double given) {
        const Found promised{{}, trial.right(giver, taker, given), trial.distance(giver, taker, given)};
        if (!is_better(promised, best)) {
            return;
        }
        std::vector<double> shares = from.shares;
        shares[giver] -= given;
        shares[taker] += given;
        Found moved = found(search, std::move(shares));
        if (is_better(moved, best)) {
            best = std::move(moved);
        }
    };
    for (std::size_t giver = 0; giver < from.shares.size(); ++giver) {
        const double most = from.shares[giver];
        const int steps = static_cast<int>(std::ceil(most / oneStep - 1e-9));
        for (std::size_t taker = 0; taker < from.shares.size(); ++taker) {
            for (int i = 1; taker != giver && i <= steps; ++i) {
                try_move(giver, taker, std::min(most, i * oneStep));
            }
        }
    }
    return best;
}

Found climbed(const Search &search, Found from) {
    for (int i = 0; i < mostSteps; ++i) {
        Found next = best_move(search, from);
        if (!is_better(next, from)) {
            break;
        }
        from = std::move(next);
    }
    return from;
}

/// What an account counts in each criterion; one that is skipped counts as the account does altogether.
std::vector<double> features(const RowValues &account, const std::vector<double> &shares) {
    std::vector<double> values = account.u;
    for (std::size_t k = 0; k < values.size(); ++k) {
        values[k] = account.counts[k] ? values[k] : std::max(0.0, score_of(account, shares) / 100);
    }
    return values;
}

std::vector<double> to_sum_one(std::vector<double> weights) {
    double sum = 0;
    for (const double weight : weights) {
        sum += weight;
    }
    for (double &weight : weights) {
        weight /= sum > 0 ? sum : 1;
    }
    return weights;
}

/// One oneStep for a pair in the wrong order: towards what speaks for the first.
void learn(std::vector<double> &weights, const std::vector<double> &first, const std::vector<double> &second) {
    static constexpr double rate = 0.02;
    double margin = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        margin += weights[k] * (first[k] - second[k]);
    }
    for (std::size_t k = 0; margin <= 0 && k < weights.size(); ++k) {
        weights[k] = std::max(0.0, weights[k] + rate * (first[k] - second[k]));
    }
}

/// An averaged perceptron (Freund and Schapire 1999) from the present shares: it sees all criteria at once, where a climb moves
/// two at a time and may stop early.
std::vector<double> learned_shares(const Search &search) {
    static constexpr int rounds = 200;
    std::vector<std::vector<double>> accounts;
    for (const RowValues &account : search.accounts) {
        accounts.push_back(features(account, search.start));
    }
    std::vector<double> weights = search.start;
    std::vector<double> sums(weights.size());
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[first, second] : search.wanted) {
            learn(weights, accounts[first], accounts[second]);
            for (std::size_t k = 0; k < weights.size(); ++k) {
                sums[k] += weights[k];
            }
        }
    }
    return to_sum_one(std::move(sums));
}

std::vector<double> between(const std::vector<double> &a, const std::vector<double> &b, double part) {
    std::vector<double> shares(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) {
        shares[k] = a[k] + (b[k] - a[k]) * part;
    }
    return shares;
}

/// As near to the start as gets as many right: back along the straight line, then criterion by criterion.
Found drawn_back(const Search &search, Found from) {
    static constexpr int parts = 200;
    for (int i = 1; i < parts; ++i) {
        Found nearer = found(search, between(search.start, from.shares, static_cast<double>(i) / parts));
        if (is_better(nearer, from)) {
            from = std::move(nearer);
            break;
        }
    }
    return climbed(search, std::move(from));
}

} // namespace

std::size_t pairs_in_order(const std::vector<RowValues> &accounts, const WantedOrder &wanted, const std::vector<double> &shares) {
    std::vector<std::int64_t> q;
    for (const RowValues &account : accounts) {
        q.push_back(q_of(account, shares));
    }
    return static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](const auto &pair) { return q[pair.first] > q[pair.second]; }));
}

double distance_between(const std::vector<double> &a, const std::vector<double> &b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        sum += std::abs(a[k] - b[k]);
    }
    return sum;
}

std::vector<double> better_shares(const std::vector<RowValues> &accounts, const WantedOrder &wanted, const std::vector<double> &start) {
    const Search search{accounts, wanted, start};
    const Found present = found(search, start);
    if (present.right == wanted.size()) {
        return start;
    }
    Found climb = drawn_back(search, climbed(search, present));
    Found learned = drawn_back(search, climbed(search, found(search, learned_shares(search))));
    Found &best = is_better(learned, climb) ? learned : climb;
    if (best.right <= present.right) {
        return start;
    }
    return std::move(best.shares);
}

} // namespace fullcourt
