// Where moved and new items stand among their siblings: positions for one gesture.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "model/position.h"

namespace fullcourt {

template <class Key> using Placed = std::vector<std::pair<Key, Position>>;

/// Keys longer than this are not handed out while renumbering the siblings can avoid it.
inline constexpr std::size_t longPosition = 64;

/// Positions that put `moved` (in this order) between siblings[index - 1] and siblings[index]. `siblings` are ids of
/// `items` in shown order, without the moved ones. Where two neighbours left no room (equal positions after a merge,
/// or keys grown long), all siblings are spread anew and listed too.
template <class Key, class Item>
Placed<Key> place(const std::map<Key, Item> &items, const std::vector<Key> &siblings, std::size_t index, const std::vector<Key> &moved) {
    const auto key_of = [&](std::size_t i) -> std::string_view { return items.at(siblings[i]).position.key; };
    const std::string_view before = index == 0 ? std::string_view() : key_of(index - 1);
    const std::string_view after = index == siblings.size() ? std::string_view() : key_of(index);
    const bool crowded = !before.empty() && !after.empty() && before >= after;
    const std::vector<Position> between = positions_between(before, after, moved.size());
    bool small = !crowded;
    for (const Position &position : between) {
        small = small && position.key.size() <= longPosition;
    }
    Placed<Key> placed;
    if (small) {
        for (std::size_t i = 0; i < moved.size(); ++i) {
            placed.emplace_back(moved[i], between[i]);
        }
        return placed;
    }
    std::vector<Key> all(siblings);
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(index), moved.begin(), moved.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
        placed.emplace_back(all[i], spread_position(i, all.size()));
    }
    return placed;
}

} // namespace fullcourt
