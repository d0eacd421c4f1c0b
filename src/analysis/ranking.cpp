#include "analysis/ranking.h"

#include <algorithm>
#include <array>

namespace fullcourt {
namespace {

constexpr std::int64_t bestScore = 100'000'000'000;
/// Below it the row, above it in 37 bits how far its score is from the best.
constexpr unsigned rowBits = 27;
constexpr std::uint64_t lastOfAll = (std::uint64_t{1} << 37U) - 1;
/// What the radix sort looks at: the upper 24 of the 37 bits, in steps of 0.000008 points.
constexpr unsigned lowestBit = rowBits + 13;
constexpr unsigned digitBits = 12;
constexpr unsigned digits = 2;
constexpr std::size_t radix = std::size_t{1} << digitBits;

using Counts = std::array<std::array<std::uint32_t, radix>, digits>;

std::size_t digit_of(std::uint64_t packed, unsigned digit) { return packed >> (lowestBit + digit * digitBits) & (radix - 1); }
std::uint64_t key_of(std::uint64_t packed) { return packed >> rowBits; }

/// The least significant digit first; each pass leaves equal ones as they were.
void sort_by_upper_bits(Counts &counts, std::vector<std::uint64_t> &from, std::vector<std::uint64_t> &to) {
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
}

/// Those alike in the upper bits stand together, few as a rule: each run is put in order by itself, equal keys staying as they were.
void sort_by_lower_bits(std::vector<std::uint64_t> &packed) {
    constexpr std::ptrdiff_t few = 16;
    for (auto begin = packed.begin(); begin != packed.end();) {
        const std::uint64_t upper = *begin >> lowestBit;
        auto end = begin + 1;
        bool sorted = true;
        while (end != packed.end() && *end >> lowestBit == upper) {
            sorted = sorted && key_of(*(end - 1)) <= key_of(*end);
            ++end;
        }
        const auto before = [](std::uint64_t a, std::uint64_t b) { return key_of(a) < key_of(b); };
        if (!sorted && end - begin > few) {
            std::stable_sort(begin, end, before);
        } else if (!sorted) {
            for (auto each = begin + 1; each != end; ++each) {
                std::rotate(std::upper_bound(begin, each, *each, before), each, each + 1);
            }
        }
        begin = end;
    }
}

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
    sort_by_upper_bits(counts, from, to);
    sort_by_lower_bits(from);
    order.resize(ties.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = static_cast<std::uint32_t>(from[i] & ((std::uint64_t{1} << rowBits) - 1));
    }
}

void rank_changed_rows(std::span<const std::int64_t> q, std::span<const std::uint32_t> ties, const std::vector<std::uint32_t> &changed,
                       std::vector<std::uint32_t> &order) {
    std::vector<std::uint32_t> tie(ties.size());
    for (std::size_t i = 0; i < ties.size(); ++i) {
        tie[ties[i]] = static_cast<std::uint32_t>(i);
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t first = std::max<std::int64_t>(q[a], -1);
        const std::int64_t second = std::max<std::int64_t>(q[b], -1);
        return first != second ? first > second : tie[a] < tie[b];
    };
    std::vector<std::uint8_t> moves(ties.size());
    for (const std::uint32_t row : changed) {
        moves[row] = 1;
    }
    std::erase_if(order, [&](std::uint32_t row) { return moves[row] != 0; });
    for (const std::uint32_t row : changed) {
        order.insert(std::lower_bound(order.begin(), order.end(), row, before), row);
    }
}

} // namespace fullcourt
