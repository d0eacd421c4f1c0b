// The plan as the rules of RULES §2 read it: the grid counted, roles and activities found by id without walking maps of text.
// For the files of this layer. The plan must outlive the view.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/policy.h"
#include "analysis/raci_view.h"
#include "model/plan.h"

namespace fullcourt {

class PlanView {
  public:
    explicit PlanView(const Plan &plan);

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    const Plan &plan;
    const Policy policy;
    const RaciView grid;
    const std::vector<MeetingId> meetings; ///< in shown order

    bool has_role(const RoleId &role) const { return place_of(role) != nullptr; }
    /// Short name where there is one; "(unknown role)".
    std::string name(const RoleId &role) const;
    /// The row of an activity, the column of a role; nowhere where the grid does not show it.
    std::size_t row(const ActivityId &activity) const;
    std::size_t column(const RoleId &role) const;
    /// Empty where the grid does not show the role.
    Letters letters(std::size_t row, const RoleId &role) const;
    /// The roles with the letter in the row, in shown order.
    std::vector<RoleId> holders(std::size_t row, char letter) const;

    /// The plan's roles among these ids, as the plan orders them; unknown ones are left out.
    template <class Ids> std::vector<RoleId> in_order(const Ids &ids) const;
    /// Their names in that order, "a, b and c".
    template <class Ids> std::string names(const Ids &ids) const;

  private:
    struct Place {
        std::string_view id;
        const Role *role = nullptr;
        std::size_t order = 0;
        std::size_t column = nowhere;
    };
    const Place *place_of(const RoleId &role) const;

    std::vector<Place> m_roles;                                   // by id
    std::vector<std::pair<std::string_view, std::size_t>> m_rows; // by id
};

template <class Ids> std::vector<RoleId> PlanView::in_order(const Ids &ids) const {
    std::vector<std::pair<std::size_t, const RoleId *>> found;
    for (const RoleId &id : ids) {
        if (const Place *place = place_of(id)) {
            found.emplace_back(place->order, &id);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<RoleId> inOrder;
    inOrder.reserve(found.size());
    for (const auto &[order, id] : found) {
        inOrder.push_back(*id);
    }
    return inOrder;
}

template <class Ids> std::string PlanView::names(const Ids &ids) const {
    std::vector<std::string> all;
    for (const RoleId &id : in_order(ids)) {
        all.push_back(name(id));
    }
    return all.empty() ? "(unknown role)" : some_of(all);
}

} // namespace fullcourt
