// Items by id, with a position of their own.
#pragma once

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "model/position.h"

namespace fullcourt {

template <class Item> using Collection = std::map<Id<Item>, Item>;

/// The ids in the order a person sees: by (position, id).
template <class Key, class Item> std::vector<Key> ordered(const std::map<Key, Item> &items) {
    std::vector<const Key *> keys;
    std::vector<const Position *> positions;
    keys.reserve(items.size());
    positions.reserve(items.size());
    for (const auto &[id, item] : items) {
        keys.push_back(&id);
        positions.push_back(&item.position);
    }
    std::vector<Key> ids;
    ids.reserve(items.size());
    for (const std::size_t index : rising(positions)) {
        ids.push_back(*keys[index]);
    }
    return ids;
}

template <class Key, class Item> const Item *find(const std::map<Key, Item> &items, const Key &id) {
    const auto it = items.find(id);
    return it == items.end() ? nullptr : &it->second;
}

/// A position after all items.
template <class Key, class Item> Position position_at_end(const std::map<Key, Item> &items) {
    std::string_view last;
    for (const auto &[id, item] : items) {
        last = std::max(last, std::string_view(item.position.key));
    }
    return position_between(last, {});
}

} // namespace fullcourt
