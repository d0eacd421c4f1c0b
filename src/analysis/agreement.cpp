#include "analysis/agreement.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t bestCompared = 50;

/// The rows of the best that have a score.
std::vector<std::uint32_t> best_of(const Scores &scores) {
    std::vector<std::uint32_t> rows(scores.order.begin(),
                                    scores.order.begin() + static_cast<std::ptrdiff_t>(std::min(bestCompared, scores.order.size())));
    std::erase_if(rows, [&](std::uint32_t row) { return scores.q[row] < 0; });
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::string sentence_of(const SidesAgreement &agreement) {
    if (!agreement.overlap) {
        return "Both sides must give weights before their best accounts can be compared.";
    }
    const std::string best =
        "The sides share " + std::to_string(agreement.shared) + " of their " + std::to_string(agreement.best) + " best accounts; ";
    return agreement.differ.empty()
               ? best + "every account is in the same tier."
               : best + counted(agreement.differ.size(), "account is in a different tier.", "accounts are in different tiers.");
}

using Pair = std::pair<std::int64_t, std::int64_t>;

double pairs_among(std::size_t count) { return static_cast<double>(count) * (static_cast<double>(count) - 1) / 2; }

/// Pairs within the runs of equal ones.
template <class Value, class Same> double tied_pairs(const std::vector<Value> &sorted, const Same &same) {
    double pairs = 0;
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t end = begin + 1;
        while (end < sorted.size() && same(sorted[begin], sorted[end])) {
            ++end;
        }
        pairs += pairs_among(end - begin);
        begin = end;
    }
    return pairs;
}

/// How many exchanges of neighbours put them in order: a merge sort that counts.
double exchanges(std::vector<std::int64_t> &values) {
    double count = 0;
    std::vector<std::int64_t> merged(values.size());
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t begin = 0; begin < values.size(); begin += 2 * width) {
            const std::size_t middle = std::min(begin + width, values.size());
            const std::size_t end = std::min(middle + width, values.size());
            std::size_t left = begin;
            std::size_t right = middle;
            for (std::size_t to = begin; to < end; ++to) {
                const bool takesRight = right < end && (left == middle || values[right] < values[left]);
                count += takesRight ? static_cast<double>(middle - left) : 0;
                merged[to] = values[takesRight ? right++ : left++];
            }
        }
        values.swap(merged);
    }
    return count;
}

} // namespace

SidesAgreement sides_agreement(const Scores &marketing, const Scores &sales) {
    const std::vector<std::uint32_t> first = best_of(marketing);
    const std::vector<std::uint32_t> second = best_of(sales);
    std::vector<std::uint32_t> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    SidesAgreement agreement;
    agreement.best = std::max(first.size(), second.size());
    agreement.shared = both.size();
    if (!first.empty() && !second.empty()) {
        agreement.overlap = static_cast<double>(agreement.shared) / static_cast<double>(agreement.best);
    }
    for (std::size_t row = 0; row < marketing.tier.size(); ++row) {
        if (marketing.tier[row] != sales.tier[row]) {
            agreement.differ.push_back(static_cast<std::uint32_t>(row));
        }
    }
    agreement.sentence = sentence_of(agreement);
    return agreement;
}

std::optional<double> kendall_tau_b(std::span<const std::int64_t> first, std::span<const std::int64_t> second) {
    std::vector<Pair> rows;
    for (std::size_t row = 0; row < first.size(); ++row) {
        if (first[row] >= 0 && second[row] >= 0) {
            rows.emplace_back(first[row], second[row]);
        }
    }
    std::sort(rows.begin(), rows.end());
    const double all = pairs_among(rows.size());
    const double tiedFirst = tied_pairs(rows, [](const Pair &a, const Pair &b) { return a.first == b.first; });
    const double tiedBoth = tied_pairs(rows, [](const Pair &a, const Pair &b) { return a == b; });
    std::vector<std::int64_t> values;
    for (const Pair &row : rows) {
        values.push_back(row.second);
    }
    // Pairs tied in the first stand in order in the second, so they are not counted as exchanged.
    const double discordant = exchanges(values);
    const double tiedSecond = tied_pairs(values, [](std::int64_t a, std::int64_t b) { return a == b; });
    if (all == tiedFirst || all == tiedSecond) {
        return std::nullopt;
    }
    const double balance = all - tiedFirst - tiedSecond + tiedBoth - 2 * discordant;
    return balance / (std::sqrt(all - tiedFirst) * std::sqrt(all - tiedSecond));
}

} // namespace fullcourt
