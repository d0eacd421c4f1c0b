#include "analysis/plan_view.h"

#include <algorithm>

#include "base/text.h"

namespace fullcourt {

PlanView::PlanView(const Plan &whole)
    : plan(whole), policy(*whole.settings), grid(view_raci(whole)), meetings(ordered(whole.governance->meetings)) {
    m_roles.reserve(plan.organisation->roles.size());
    for (const auto &[id, role] : plan.organisation->roles) {
        m_roles.push_back({id.text, &role, 0, nowhere});
    }
    std::vector<Place *> byPosition;
    for (Place &place : m_roles) {
        byPosition.push_back(&place);
    }
    std::stable_sort(byPosition.begin(), byPosition.end(),
                     [](const Place *a, const Place *b) { return a->role->position < b->role->position; });
    for (std::size_t i = 0; i < byPosition.size(); ++i) {
        byPosition[i]->order = i;
    }
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (const Place *place = place_of(grid.columns[i])) {
            m_roles[static_cast<std::size_t>(place - m_roles.data())].column = i;
        }
    }
    for (std::size_t i = 0; i < grid.activities.size(); ++i) {
        m_rows.emplace_back(grid.activities[i].text, i);
    }
    std::sort(m_rows.begin(), m_rows.end());
}

const PlanView::Place *PlanView::place_of(const RoleId &role) const {
    const auto at = std::lower_bound(m_roles.begin(), m_roles.end(), std::string_view(role.text),
                                     [](const Place &place, std::string_view id) { return place.id < id; });
    return at == m_roles.end() || at->id != role.text ? nullptr : &*at;
}

std::string PlanView::name(const RoleId &role) const {
    const Place *place = place_of(role);
    return place == nullptr ? "(unknown role)" : quoted(head_name(*place->role));
}

std::size_t PlanView::row(const ActivityId &activity) const {
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), std::string_view(activity.text),
                                     [](const auto &row, std::string_view id) { return row.first < id; });
    return at == m_rows.end() || at->first != activity.text ? nowhere : at->second;
}

std::size_t PlanView::column(const RoleId &role) const {
    const Place *place = place_of(role);
    return place == nullptr ? nowhere : place->column;
}

Letters PlanView::letters(std::size_t row, const RoleId &role) const {
    const std::size_t at = column(role);
    return at == nowhere ? Letters() : grid.at(row, at);
}

std::vector<RoleId> PlanView::holders(std::size_t row, char letter) const {
    std::vector<RoleId> roles;
    for (const std::size_t column : grid.holders(row, letter)) {
        roles.push_back(grid.columns[column]);
    }
    return roles;
}

} // namespace fullcourt
