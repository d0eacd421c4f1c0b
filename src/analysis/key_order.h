// Accounts by their keys, which decides between equal scores: the shorter key first, then by bytes (RULES §3: a2 before a10).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/accounts.h"

namespace fullcourt {

/// Whether the one key stands before the other.
bool key_before(std::string_view a, std::string_view b);

/// Every row, in that order.
std::vector<std::uint32_t> key_order(const AccountTable &table);

/// The row of a key, found in the rows' order.
std::optional<std::uint32_t> row_in_key_order(const AccountTable &table, const std::vector<std::uint32_t> &order, std::string_view key);

} // namespace fullcourt
