#include "analysis/agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace fullcourt {
namespace {

double pairs(std::size_t n) { return static_cast<double>(n) * (static_cast<double>(n) - 1) / 2; }

/// Pairs that are alike among neighbours of a sorted list.
template <class Same> double tied_pairs(std::size_t size, const Same &same) {
    double tied = 0;
    for (std::size_t begin = 0; begin < size;) {
        std::size_t end = begin + 1;
        while (end < size && same(begin, end)) {
            ++end;
        }
        tied += pairs(end - begin);
        begin = end;
    }
    return tied;
}

/// Sorts by merging and counts the pairs that change places.
double sorted_with_swaps(std::vector<std::int64_t> &values, std::vector<std::int64_t> &room, std::size_t begin, std::size_t end) {
    if (end - begin < 2) {
        return 0;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    double swaps = sorted_with_swaps(values, room, begin, middle) + sorted_with_swaps(values, room, middle, end);
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t at = begin; at < end; ++at) {
        if (right == end || (left < middle && values[left] <= values[right])) {
            room[at] = values[left++];
        } else {
            swaps += static_cast<double>(middle - left);
            room[at] = values[right++];
        }
    }
    std::copy(room.begin() + static_cast<std::ptrdiff_t>(begin), room.begin() + static_cast<std::ptrdiff_t>(end),
              values.begin() + static_cast<std::ptrdiff_t>(begin));
    return swaps;
}

} // namespace

std::optional<double> kendall_tau_b(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b) {
    const std::size_t n = std::min(a.size(), b.size());
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return a[i] == a[j] ? b[i] < b[j] : a[i] < a[j]; });
    const double tiedA = tied_pairs(n, [&](std::size_t i, std::size_t j) { return a[order[i]] == a[order[j]]; });
    const double tiedBoth =
        tied_pairs(n, [&](std::size_t i, std::size_t j) { return a[order[i]] == a[order[j]] && b[order[i]] == b[order[j]]; });
    std::vector<std::int64_t> values(n);
    std::transform(order.begin(), order.end(), values.begin(), [&](std::size_t i) { return b[i]; });
    std::vector<std::int64_t> room(n);
    const double swaps = sorted_with_swaps(values, room, 0, n);
    const double tiedB = tied_pairs(n, [&](std::size_t i, std::size_t j) { return values[i] == values[j]; });
    const double untiedA = pairs(n) - tiedA;
    const double untiedB = pairs(n) - tiedB;
    if (n < 2 || untiedA == 0 || untiedB == 0) {
        return std::nullopt;
    }
    return (pairs(n) - tiedA - tiedB + tiedBoth - 2 * swaps) / (std::sqrt(untiedA) * std::sqrt(untiedB));
}

Agreement compare_sides(const AccountScores &marketing, const AccountScores &sales, const AccountScores &agreed) {
    Agreement agreement;
    std::vector<std::int64_t> a;
    std::vector<std::int64_t> b;
    for (std::size_t row = 0; row < agreed.q.size(); ++row) {
        if (marketing.has_score(row) && sales.has_score(row)) {
            a.push_back(marketing.q[row]);
            b.push_back(sales.q[row]);
        }
    }
    if (a.empty()) {
        return agreement;
    }
    agreement.compared = std::min(bestCompared, a.size());
    const auto best = static_cast<std::ptrdiff_t>(agreement.compared);
    const std::set<std::uint32_t> ours(marketing.order.begin(), marketing.order.begin() + best);
    agreement.shared = static_cast<std::size_t>(
        std::count_if(sales.order.begin(), sales.order.begin() + best, [&](std::uint32_t row) { return ours.contains(row); }));
    std::copy_if(agreed.order.begin(), agreed.order.end(), std::back_inserter(agreement.otherTier),
                 [&](std::uint32_t row) { return marketing.tier[row] != sales.tier[row]; });
    agreement.tau = kendall_tau_b(a, b);
    return agreement;
}

} // namespace fullcourt
