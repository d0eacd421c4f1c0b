// Two maps walked in step. Private to edit.
#pragma once

#include "edit/edit.h"

namespace fullcourt {

/// `removed(key)` for what only `before` has, `put(key, value)` for what is new or differs.
template <class Map, class Removed, class Put> void walk(const Map &before, const Map &after, const Removed &removed, const Put &put) {
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            removed(old->first);
            ++old;
        } else if (old == before.end() || now->first < old->first) {
            put(now->first, now->second);
            ++now;
        } else {
            if (!(old->second == now->second)) {
                put(now->first, now->second);
            }
            ++old;
            ++now;
        }
    }
}

template <class Item> void diff_items(const Collection<Item> &before, const Collection<Item> &after, std::vector<EditStep> &steps) {
    walk(
        before, after, [&](const Id<Item> &id) { steps.push_back(Remove<Item>{id}); },
        [&](const Id<Item> &id, const Item &item) { steps.push_back(Put<Item>{id, item}); });
}

} // namespace fullcourt
