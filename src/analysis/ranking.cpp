#include "analysis/ranking.h"

#include <array>

namespace fullcourt {
namespace {

constexpr std::int64_t bestScore = 100'000'000'000;
/// Below it the row, above it in 37 bits how far its score is from the best.
constexpr unsigned rowBits = 27;
constexpr unsigned digitBits = 10;
constexpr unsigned digits = 4;
constexpr std::size_t radix = std::size_t{1} << digitBits;
constexpr std::uint64_t lastOfAll = (std::uint64_t{1} << 37U) - 1;

using Counts = std::array<std::array<std::uint32_t, radix>, digits>;

std::size_t digit_of(std::uint64_t packed, unsigned digit) { return packed >> (rowBits + digit * digitBits) & (radix - 1); }

} // namespace

void rank_rows(std::span<const std::int64_t> q, std::span<const std::uint32_t> ties, std::vector<std::uint32_t> &order) {
    std::vector<std::uint64_t> from(ties.size());
    std::vector<std::uint64_t> to(ties.size());
    Counts counts{};
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const std::int64_t score = q[ties[i]];
        const std::uint64_t key = score < 0 ? lastOfAll : static_cast<std::uint64_t>(bestScore - score);
        from[i] = key << rowBits | ties[i];
        for (unsigned digit = 0; digit < digits; ++digit) {
            ++counts[digit][digit_of(from[i], digit)];
        }
    }
    // The least significant digit first; each pass leaves equal ones as they were, which in the end is the order of ties.
    for (unsigned digit = 0; digit < digits; ++digit) {
        std::uint32_t before = 0;
        for (std::uint32_t &count : counts[digit]) {
            before += count;
            count = before - count;
        }
        for (const std::uint64_t packed : from) {
            to[counts[digit][digit_of(packed, digit)]++] = packed;
        }
        from.swap(to);
    }
    order.resize(ties.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = static_cast<std::uint32_t>(from[i] & ((std::uint64_t{1} << rowBits) - 1));
    }
}

} // namespace fullcourt
