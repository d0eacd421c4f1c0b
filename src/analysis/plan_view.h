// The plan as the rules of RULES §2 read it: the grid counted, roles and activities found by id without walking maps of text.
// For the files of this layer. The plan must outlive the view.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/policy.h"
#include "analysis/raci_view.h"
#include "model/plan.h"

namespace fullcourt {

/// Items with their ids as a person sees them, so that nobody looks them up again.
template <class Item> using InOrder = std::vector<std::pair<const Id<Item> *, const Item *>>;

/// In the order of ordered() (model/collection.h).
template <class Item> InOrder<Item> in_shown_order(const Collection<Item> &items);

/// A set of small numbers, for many intersections.
class Bits {
  public:
    explicit Bits(std::size_t size) : m_words((size + 63) / 64) {}
    void set(std::size_t i) { m_words[i / 64] |= std::uint64_t{1} << (i % 64); }
    bool has(std::size_t i) const { return (m_words[i / 64] >> (i % 64) & 1) != 0; }
    bool meets(const Bits &other) const;
    /// What both hold; of equal size.
    Bits &operator&=(const Bits &other);

  private:
    std::vector<std::uint64_t> m_words;
};

class PlanView {
  public:
    explicit PlanView(const Plan &plan);

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    const Plan &plan;
    const Policy policy;
    const RaciView grid;
    const InOrder<Role> roles;
    const InOrder<Meeting> meetings;
    const InOrder<Kpi> kpis;

    bool has_role(const RoleId &role) const { return place_of(role) != nullptr; }
    /// Short name where there is one; "(unknown role)".
    const std::string &name(const RoleId &role) const;
    /// Which of `meetings` invite the role, by their index; an unknown role may be invited, too.
    const Bits &attended(const RoleId &role) const;
    /// The row of an activity, the column of a role; nowhere where the grid does not show it.
    std::size_t row(const ActivityId &activity) const;
    std::size_t column(const RoleId &role) const;
    /// Empty where the grid does not show the role.
    Letters letters(std::size_t row, const RoleId &role) const;
    /// The roles with the letter in the row, in shown order.
    std::vector<RoleId> holders(std::size_t row, char letter) const;

    /// The roles with the core function, in shown order.
    std::vector<RoleId> roles_with(CoreFunction core) const;

    /// The plan's roles among these ids, as the plan orders them; unknown ones are left out.
    template <class Ids> std::vector<RoleId> in_order(const Ids &ids) const;
    /// Their names in that order, "a, b and c".
    template <class Ids> std::string names(const Ids &ids) const;

  private:
    struct Place {
        std::string name;
        std::size_t order = 0; ///< index in `roles`
        std::size_t column = nowhere;
    };
    const Place *place_of(const RoleId &role) const;
    void place_roles();
    void note_attendance();
    /// The places of those that the plan has, as it orders them.
    template <class Ids> std::vector<const Place *> places_of(const Ids &ids) const;

    // By id; the text is the plan's.
    std::unordered_map<std::string_view, Place> m_roles;
    std::unordered_map<std::string_view, std::size_t> m_rows;
    std::unordered_map<std::string_view, Bits> m_attended;
    const Bits m_noMeeting;
};

template <class Item> InOrder<Item> in_shown_order(const Collection<Item> &items) {
    InOrder<Item> byId;
    std::vector<const Position *> positions;
    byId.reserve(items.size());
    positions.reserve(items.size());
    for (const auto &[id, item] : items) {
        byId.emplace_back(&id, &item);
        positions.push_back(&item.position);
    }
    InOrder<Item> inOrder;
    inOrder.reserve(items.size());
    for (const std::size_t index : rising(positions)) {
        inOrder.push_back(byId[index]);
    }
    return inOrder;
}

template <class Ids> std::vector<const PlanView::Place *> PlanView::places_of(const Ids &ids) const {
    std::vector<const Place *> places;
    places.reserve(ids.size());
    for (const RoleId &id : ids) {
        if (const Place *place = place_of(id)) {
            places.push_back(place);
        }
    }
    std::sort(places.begin(), places.end(), [](const Place *a, const Place *b) { return a->order < b->order; });
    return places;
}

template <class Ids> std::vector<RoleId> PlanView::in_order(const Ids &ids) const {
    std::vector<RoleId> inOrder;
    inOrder.reserve(ids.size());
    for (const Place *place : places_of(ids)) {
        inOrder.push_back(*roles[place->order].first);
    }
    return inOrder;
}

template <class Ids> std::string PlanView::names(const Ids &ids) const {
    std::vector<std::string_view> all;
    all.reserve(ids.size());
    for (const Place *place : places_of(ids)) {
        all.push_back(place->name);
    }
    return all.empty() ? "(unknown role)" : some_of(all);
}

} // namespace fullcourt
