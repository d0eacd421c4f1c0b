// Rows from the best quantised score to the last.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace fullcourt {

/// `q`: by row, −1 to 10¹¹, where below 0 means no score, which comes last. `ties`: every row, in the order that decides
/// between equal ones. A radix sort: linear in the rows unless very many lie within 0.000008 points. At most 2²⁷ rows.
void rank_rows(std::span<const std::int64_t> q, std::span<const std::uint32_t> ties, std::vector<std::uint32_t> &order);

/// The same where only the scores of these rows changed since `order` was made; quick where they are few.
void rank_changed_rows(std::span<const std::int64_t> q, std::span<const std::uint32_t> ties, const std::vector<std::uint32_t> &changed,
                       std::vector<std::uint32_t> &order);

} // namespace fullcourt
