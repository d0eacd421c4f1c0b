#include "analysis/key_order.h"

#include <algorithm>

namespace fullcourt {
namespace {

/// A key's length and its first eight bytes after what all keys begin with: what tells most pairs apart without the keys.
struct Sorted {
    std::size_t length;
    std::uint64_t bytes;
    std::uint32_t row;
};

std::size_t common_prefix(const AccountTable &table) {
    std::string_view prefix = table.rows() == 0 ? std::string_view() : table.key(0);
    for (std::size_t row = 1; row < table.rows(); ++row) {
        const std::string_view key = table.key(row);
        const auto end = std::mismatch(prefix.begin(), prefix.end(), key.begin(), key.end()).first;
        prefix = prefix.substr(0, static_cast<std::size_t>(end - prefix.begin()));
    }
    return prefix.size();
}

std::uint64_t eight_bytes(std::string_view text) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < sizeof(bytes); ++i) {
        bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return bytes;
}

} // namespace

bool key_before(std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

std::vector<std::uint32_t> key_order(const AccountTable &table) {
    const std::size_t prefix = common_prefix(table);
    std::vector<Sorted> sorted;
    sorted.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view key = table.key(row);
        sorted.push_back({key.size(), eight_bytes(key.substr(prefix)), static_cast<std::uint32_t>(row)});
    }
    const auto before = [&](const Sorted &a, const Sorted &b) {
        if (a.length != b.length) {
            return a.length < b.length;
        }
        return a.bytes != b.bytes ? a.bytes < b.bytes : table.key(a.row) < table.key(b.row);
    };
    // A table that was exported in order is common, and then this is all.
    if (!std::is_sorted(sorted.begin(), sorted.end(), before)) {
        std::sort(sorted.begin(), sorted.end(), before);
    }
    std::vector<std::uint32_t> order;
    order.reserve(sorted.size());
    for (const Sorted &one : sorted) {
        order.push_back(one.row);
    }
    return order;
}

std::optional<std::uint32_t> row_in_key_order(const AccountTable &table, const std::vector<std::uint32_t> &order, std::string_view key) {
    const auto it = std::lower_bound(order.begin(), order.end(), key,
                                     [&](std::uint32_t row, std::string_view wanted) { return key_before(table.key(row), wanted); });
    return it != order.end() && table.key(*it) == key ? std::optional<std::uint32_t>(*it) : std::nullopt;
}

} // namespace fullcourt
