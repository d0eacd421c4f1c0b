// Adding, changing, deleting and moving items: alike for every kind, given what ItemWays knows of it. Private to edit.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edit/gesture_parts.h"
#include "edit/placing.h"

namespace fullcourt {

inline constexpr int longestEvery = 100;
inline constexpr int longestMinutes = 10'000;
inline constexpr int mostDays = 100'000;

/// What a kind of item is called, what makes it sound, and how a label names a change of it. Each file of gestures says it for
/// its own kinds:
///   one, many                    "a meeting", "meetings"
///   tidy(item)                   texts and numbers as the plan keeps them
///   label(name, before, after)   "Change who attends Weekly sync"
///   called(items, id)            only where the item has no `name`
template <class Item> struct ItemWays;

template <class Item> std::string called(const Collection<Item> &items, const Id<Item> &id) {
    if constexpr (requires { ItemWays<Item>::called(items, id); }) {
        return ItemWays<Item>::called(items, id);
    } else {
        return quoted(items.at(id).name);
    }
}

template <class Item> std::string called(const Collection<Item> &items, const std::vector<Id<Item>> &ids) {
    return ids.size() == 1 ? called(items, ids.front()) : counted(ids.size(), ItemWays<Item>::many, ItemWays<Item>::many);
}

/// One thing that a person may have changed, in their words: "who attends".
struct Part {
    bool differs = false;
    std::string_view words;
};

/// "Change who attends Weekly sync" for one part, else "Change Weekly sync".
inline std::string change_label(const std::string &name, std::initializer_list<Part> parts) {
    std::string what;
    std::size_t count = 0;
    for (const Part &part : parts) {
        if (part.differs) {
            what = std::string(part.words) + " ";
            ++count;
        }
    }
    return "Change " + (count == 1 ? what : std::string()) + name;
}

inline std::vector<std::string> sound_lines(std::vector<std::string> lines) {
    lines.resize(std::min(lines.size(), longestList));
    std::transform(lines.begin(), lines.end(), lines.begin(), one_line);
    return lines;
}

inline Period sound_period(Period period) {
    period.every = period.unit == PeriodUnit::none ? 1 : std::clamp(period.every, 1, longestEvery);
    return period;
}

/// Several new items, in this order, after `after` or at the end.
template <class Item>
PlanEdit add_all(const Collection<Item> &items, const std::string &label, const std::vector<Item> &fresh, const Id<Item> &after,
                 const RandomBits &bits, std::vector<Id<Item>> *made) {
    Collection<Item> added;
    std::vector<Id<Item>> ids;
    for (const Item &item : fresh) {
        Id<Item> id = new_id(items, bits);
        while (added.contains(id)) {
            id = new_id(items, bits);
        }
        added.emplace(id, ItemWays<Item>::tidy(item));
        ids.push_back(std::move(id));
    }
    const std::vector<Id<Item>> order = ordered(items);
    PlanEdit edit{label, {}};
    for (auto &[id, position] : place(items, order, index_after(order, after), ids)) {
        Item placed = added.contains(id) ? added.at(id) : items.at(id);
        placed.position = position;
        edit.steps.push_back(Put<Item>{id, std::move(placed)});
    }
    if (made != nullptr) {
        made->insert(made->end(), ids.begin(), ids.end());
    }
    return edit;
}

template <class Item>
PlanEdit add(const Collection<Item> &items, const std::string &label, const Item &item, const Id<Item> &after, const RandomBits &bits,
             Id<Item> *made) {
    std::vector<Id<Item>> ids;
    PlanEdit edit = add_all(items, label, {item}, after, bits, &ids);
    if (made != nullptr) {
        *made = ids.front();
    }
    return edit;
}

template <class Item>
PlanEdit add_named(const Collection<Item> &items, const Item &item, const Id<Item> &after, const RandomBits &bits, Id<Item> *made) {
    return add(items, label_for_new({item.name}, ItemWays<Item>::one, ItemWays<Item>::many), item, after, bits, made);
}

/// One for each name, made by `make(name)`.
template <class Item, class Make>
PlanEdit add_all_named(const Collection<Item> &items, const std::vector<std::string> &names, const Make &make, const Id<Item> &after,
                       const RandomBits &bits, std::vector<Id<Item>> *made) {
    std::vector<Item> fresh;
    fresh.reserve(names.size());
    for (const std::string &name : names) {
        fresh.push_back(make(name));
    }
    return add_all(items, label_for_new(names, ItemWays<Item>::one, ItemWays<Item>::many), fresh, after, bits, made);
}

template <class Item> PlanEdit change(const Collection<Item> &items, const Id<Item> &id, const Item &item) {
    const Item *old = find(items, id);
    if (old == nullptr) {
        return {};
    }
    Item changed = ItemWays<Item>::tidy(item);
    changed.position = old->position;
    changed.extra = old->extra;
    if (changed == *old) {
        return {};
    }
    std::string label = ItemWays<Item>::label(called(items, id), *old, changed);
    if constexpr (requires { old->name; }) {
        if (changed.name != old->name) {
            label = "Rename " + quoted(old->name) + " to " + quoted(changed.name);
        }
    }
    return {label, {Put<Item>{id, std::move(changed)}}};
}

template <class Item> PlanEdit remove(const Collection<Item> &items, const std::vector<Id<Item>> &ids) {
    const std::vector<Id<Item>> known = in_order(ordered(items), ids);
    PlanEdit edit{"Delete " + called(items, known), {}};
    for (const Id<Item> &id : known) {
        edit.steps.push_back(Remove<Item>{id});
    }
    return edit;
}

template <class Item> PlanEdit move(const Collection<Item> &items, const std::vector<Id<Item>> &ids, const Id<Item> &before) {
    const std::vector<Id<Item>> order = ordered(items);
    const std::vector<Id<Item>> moved = in_order(order, ids);
    const std::vector<Id<Item>> siblings = without(order, moved);
    const std::size_t index = index_before(order, siblings, moved, before);
    if (moved.empty() || with_inserted(siblings, index, moved) == order) {
        return {};
    }
    PlanEdit edit{"Move " + called(items, moved), {}};
    for (auto &[id, position] : place(items, siblings, index, moved)) {
        Item placed = items.at(id);
        placed.position = position;
        edit.steps.push_back(Put<Item>{id, std::move(placed)});
    }
    return edit;
}

template <class Item> Item named(const std::string &name) {
    Item item;
    item.name = name;
    return item;
}

} // namespace fullcourt
