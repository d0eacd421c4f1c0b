// Rows are ranked as a comparison of every two would rank them, however near and however many their scores.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <numeric>

#include "analysis/ranking.h"
#include "base/random.h"

using namespace fullcourt;

namespace {

/// No score comes last; equal ones stay in the order of ties.
std::vector<std::uint32_t> by_comparing(const std::vector<std::int64_t> &q, std::vector<std::uint32_t> ties) {
    std::stable_sort(ties.begin(), ties.end(), [&](std::uint32_t a, std::uint32_t b) { return q[a] > q[b]; });
    return ties;
}

/// Rows in no order, the same each time.
std::vector<std::uint32_t> mixed(std::size_t count, const RandomBits &bits) {
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    for (std::size_t i = count; i > 1; --i) {
        std::swap(rows[i - 1], rows[bits() % i]);
    }
    return rows;
}

} // namespace

TEST_CASE("Ranks of scores far apart, near each other and equal are those of a comparison") {
    const RandomBits bits = counting_bits(17);
    constexpr std::int64_t best = 100'000'000'000;
    for (const std::int64_t range :
         {std::int64_t{1}, std::int64_t{2}, std::int64_t{50}, std::int64_t{5'000}, std::int64_t{1'000'000}, best}) {
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{40}, std::size_t{3'000}}) {
            std::vector<std::int64_t> q(count);
            for (std::int64_t &score : q) {
                const auto within = static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(range + 1));
                score = bits() % 20 == 0 ? -1 : (range == best ? within : 40'000'000'000 + within);
            }
            const std::vector<std::uint32_t> ties = mixed(count, bits);
            std::vector<std::uint32_t> order;
            rank_rows(q, ties, order);
            CHECK(order == by_comparing(q, ties));
            // And after a few of them changed.
            std::vector<std::uint32_t> changed;
            for (std::uint32_t row = 0; row < count; row += 1 + static_cast<std::uint32_t>(bits() % (count / 4 + 1))) {
                q[row] = bits() % 4 == 0 ? -1 : static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(range + 1));
                changed.push_back(row);
            }
            rank_changed_rows(q, ties, changed, order);
            CHECK(order == by_comparing(q, ties));
        }
    }
}
