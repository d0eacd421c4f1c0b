// What gestures share: texts as the plan keeps them, ids in order, new ids, places. Private to edit.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/text.h"
#include "edit/gestures.h"

namespace fullcourt {

inline constexpr int mostHeads = 100'000;
inline constexpr double mostCost = 1e15;
inline constexpr int bestAnswer = 4;

// ---- texts and numbers, so that what is stored reads back unchanged

inline std::string one_line(std::string_view text) { return std::string(trimmed(truncated(on_one_line(text), longestName))); }
inline std::string long_text(std::string_view text) { return std::string(truncated(text, longestText)); }

/// 0 to `most`; anything else is not set.
inline std::optional<int> sound(std::optional<int> number, int most) {
    return number && *number >= 0 && *number <= most ? number : std::nullopt;
}

/// What is marked at an account; nothing yet at most of them.
inline AccountMark mark_of(const Plan &plan, const AccountId &account) {
    const AccountMark *mark = find(plan.accounts->marks, account);
    return mark == nullptr ? AccountMark() : *mark;
}

/// "Add Close", "Add an activity" for a name still to be typed, "Add 3 activities".
inline std::string label_for_new(const std::vector<std::string> &names, std::string_view one, std::string_view many) {
    if (names.size() != 1) {
        return "Add " + counted(names.size(), many, many);
    }
    const std::string name = one_line(names.front());
    return "Add " + (name.empty() ? std::string(one) : quoted(name));
}

// ---- ids

template <class Key> bool contains(const std::vector<Key> &ids, const Key &id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Those of `order` that are among `ids`: known ones, each once, as a person sees them.
template <class Key> std::vector<Key> in_order(const std::vector<Key> &order, std::vector<Key> ids) {
    std::sort(ids.begin(), ids.end());
    std::vector<Key> found;
    std::copy_if(order.begin(), order.end(), std::back_inserter(found),
                 [&](const Key &id) { return std::binary_search(ids.begin(), ids.end(), id); });
    return found;
}

template <class Key> std::vector<Key> without(const std::vector<Key> &order, const std::vector<Key> &ids) {
    std::vector<Key> rest;
    std::copy_if(order.begin(), order.end(), std::back_inserter(rest), [&](const Key &id) { return !contains(ids, id); });
    return rest;
}

template <class Key, class Item> Key new_id(const std::map<Key, Item> &items, const RandomBits &bits) {
    Key id(random_id(bits));
    while (items.contains(id)) {
        id = Key(random_id(bits));
    }
    return id;
}

// ---- places

/// Where among `siblings` (which lack `moved`) something goes that shall stand before `before`: the end where that is
/// empty or unknown; where `before` itself moves, before the next that stays.
template <class Key>
std::size_t index_before(const std::vector<Key> &order, const std::vector<Key> &siblings, const std::vector<Key> &moved,
                         const Key &before) {
    auto at = std::find(order.begin(), order.end(), before);
    while (at != order.end() && contains(moved, *at)) {
        ++at;
    }
    return at == order.end() ? siblings.size()
                             : static_cast<std::size_t>(std::find(siblings.begin(), siblings.end(), *at) - siblings.begin());
}

template <class Key> std::size_t index_after(const std::vector<Key> &siblings, const Key &after) {
    const auto at = std::find(siblings.begin(), siblings.end(), after);
    return at == siblings.end() ? siblings.size() : static_cast<std::size_t>(at - siblings.begin()) + 1;
}

template <class Key> std::vector<Key> with_inserted(std::vector<Key> siblings, std::size_t index, const std::vector<Key> &moved) {
    siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(index), moved.begin(), moved.end());
    return siblings;
}

} // namespace fullcourt
