// Sorting of lists that a person sees: some hundreds of items of any type.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace fullcourt {

/// The indexes of so many items in their order; what neither stands before the other keeps its order.
std::vector<std::uint32_t> stable_order(std::size_t count, const std::function<bool(std::uint32_t, std::uint32_t)> &before);

/// One sort for all types: std::stable_sort, made anew for each, would take the page some kilobytes every time. Tables of accounts
/// are sorted by it, though, because it is quicker.
template <class Item, class Before> void sort_stably(std::vector<Item> &items, Before before) {
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t index :
         stable_order(items.size(), [&](std::uint32_t a, std::uint32_t b) { return before(items[a], items[b]); })) {
        sorted.push_back(std::move(items[index]));
    }
    items = std::move(sorted);
}

} // namespace fullcourt
