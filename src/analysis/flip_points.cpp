#include "analysis/flip_points.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// An account as one criterion moves: with x = t/(1 − t) its score is 100 · (values + on·u·x) / (weights + on·x).
struct Moving {
    double values = 0;  ///< Σ w·u of the others, which together weigh 1
    double weights = 0; ///< Σ w of those that count
    double on = 0;      ///< 1 where the moving criterion counts, else 0
    double u = 0;
    bool skips = false; ///< any criterion

    bool has_score(double share) const { return weights * (1 - share) + on * share > 0; }
};

double others_than(std::span<const double> shares, std::size_t criterion) {
    double sum = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        sum += k == criterion ? 0 : shares[k];
    }
    return sum;
}

Moving moving(const RowValues &row, std::span<const double> shares, std::size_t criterion, double others) {
    Moving account;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        if (k != criterion && row.counts[k]) {
            account.values += shares[k] * row.u[k] / others;
            account.weights += shares[k] / others;
        }
        account.skips = account.skips || !row.counts[k];
    }
    account.on = row.counts[criterion] ? 1 : 0;
    account.u = row.u[criterion];
    return account;
}

/// Shares t for the x ≥ 0 with a·x² + b·x + c = 0.
std::vector<double> shares_at_roots(double a, double b, double c) {
    std::vector<double> roots;
    if (a == 0 && b != 0) {
        roots = {-c / b};
    } else if (const double inner = b * b - 4 * a * c; a != 0 && inner >= 0) {
        // The root whose terms have one sign first: the other way round near ones cancel each other.
        const double far = -(b + std::copysign(std::sqrt(inner), b)) / 2;
        roots = {far / a};
        if (far != 0) {
            roots.push_back(c / far);
        }
    }
    std::vector<double> shares;
    for (const double x : roots) {
        if (x >= 0 && std::isfinite(x)) {
            shares.push_back(std::abs(x / (1 + x))); // no −0
        }
    }
    return shares;
}

std::vector<double> meeting_shares(const Moving &i, const Moving &j) {
    if (!i.skips && !j.skips) {
        const double before = j.values - i.values;
        const double whole = before + (i.u - j.u);
        const double share = whole == 0 ? -1 : before / whole;
        return share >= 0 && share <= 1 ? std::vector{std::abs(share)} : std::vector<double>();
    }
    const double a = i.on * j.on * (i.u - j.u);
    const double b = i.values * j.on + i.on * i.u * j.weights - j.values * i.on - j.on * j.u * i.weights;
    const double c = i.values * j.weights - j.values * i.weights;
    std::vector<double> shares = shares_at_roots(a, b, c);
    // With the same value there both end in the same score, where nothing else counts any more.
    if (i.on * j.on > 0 && i.u == j.u && (b != 0 || c != 0)) {
        shares.push_back(1);
    }
    std::erase_if(shares, [&](double share) { return !i.has_score(share) || !j.has_score(share); });
    return shares;
}

void put_in_order(std::vector<double> &shares) {
    std::sort(shares.begin(), shares.end());
    shares.erase(std::unique(shares.begin(), shares.end()), shares.end());
}

} // namespace

std::vector<FlipPoint> flip_points(const RowValues &first, const RowValues &second, std::span<const double> shares) {
    std::vector<FlipPoint> points;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        const double others = others_than(shares, k);
        if (others > 0) {
            std::vector<double> meeting = meeting_shares(moving(first, shares, k, others), moving(second, shares, k, others));
            put_in_order(meeting);
            for (const double share : meeting) {
                points.push_back({k, shares[k] / (others + shares[k]), share});
            }
        }
    }
    return points;
}

std::vector<std::string> flip_sentences(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                                        std::span<const double> shares, std::size_t first, std::size_t second, std::size_t most) {
    const RowValues a = row_values(values, first);
    const RowValues b = row_values(values, second);
    if (first == second || q_of(a, shares) < 0 || q_of(b, shares) < 0) {
        return {};
    }
    const bool ahead = q_of(a, shares) >= q_of(b, shares);
    const std::string upper = "“" + quoted(account_name(accounts, ahead ? first : second)) + "”";
    const std::string lower = "“" + quoted(account_name(accounts, ahead ? second : first)) + "”";
    std::vector<FlipPoint> points = flip_points(a, b, shares);
    // Where both are level already no weight has to move.
    std::erase_if(points, [](const FlipPoint &point) { return std::abs(point.at - point.now) < 1e-9; });
    sort_stably(points, [](const FlipPoint &x, const FlipPoint &y) { return std::abs(x.at - x.now) < std::abs(y.at - y.now); });
    std::vector<std::string> sentences;
    for (const FlipPoint &point : points) {
        if (sentences.size() < most) {
            const std::string name = quoted(scoring.criteria.at(values.criteria[point.criterion].id).name);
            std::string sentence = lower;
            sentence.append(" would pass ").append(upper).append(" if “").append(name).append("” counted ");
            sentence.append(point.at > point.now ? "more" : "less").append(" than ").append(percent(point.at));
            sentence.append(" instead of ").append(percent(point.now)).append(".");
            sentences.push_back(std::move(sentence));
        }
    }
    if (sentences.empty()) {
        sentences.push_back("No single weight would change which of the two stands higher.");
    }
    return sentences;
}

std::vector<double> shares_for_score(const RowValues &row, std::span<const double> shares, std::size_t criterion, double score) {
    const double others = others_than(shares, criterion);
    if (!(others > 0)) {
        return {};
    }
    const Moving account = moving(row, shares, criterion, others);
    const double level = score / 100;
    // (values + on·u·x) = level · (weights + on·x)
    std::vector<double> found = shares_at_roots(0, account.on * (account.u - level), account.values - level * account.weights);
    std::erase_if(found, [&](double share) { return !account.has_score(share); });
    return found;
}

} // namespace fullcourt
