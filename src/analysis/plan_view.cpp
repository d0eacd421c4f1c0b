#include "analysis/plan_view.h"

#include "base/text.h"

namespace fullcourt {

bool Bits::meets(const Bits &other) const {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if ((m_words[i] & other.m_words[i]) != 0) {
            return true;
        }
    }
    return false;
}

Bits &Bits::operator&=(const Bits &other) {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] &= other.m_words[i];
    }
    return *this;
}

PlanView::PlanView(const Plan &whole)
    : plan(whole), policy(*whole.settings), grid(view_raci(whole)), roles(in_shown_order(whole.organisation->roles)),
      meetings(in_shown_order(whole.governance->meetings)), kpis(in_shown_order(whole.measurement->kpis)), m_noMeeting(meetings.size()) {
    place_roles();
    m_rows.reserve(grid.activities.size());
    for (std::size_t i = 0; i < grid.activities.size(); ++i) {
        m_rows.emplace(grid.activities[i].text, i);
    }
    note_attendance();
}

void PlanView::place_roles() {
    m_roles.reserve(roles.size());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        m_roles.emplace(roles[i].first->text, Place{quoted(head_name(*roles[i].second)), i, nowhere});
    }
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (const auto at = m_roles.find(grid.columns[i].text); at != m_roles.end()) {
            at->second.column = i;
        }
    }
}

void PlanView::note_attendance() {
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        for (const RoleId &role : meetings[i].second->attendees) {
            m_attended.try_emplace(role.text, m_noMeeting).first->second.set(i);
        }
    }
}

const PlanView::Place *PlanView::place_of(const RoleId &role) const {
    const auto at = m_roles.find(role.text);
    return at == m_roles.end() ? nullptr : &at->second;
}

const std::string &PlanView::name(const RoleId &role) const {
    static const std::string unknown = "(unknown role)";
    const Place *place = place_of(role);
    return place == nullptr ? unknown : place->name;
}

const Bits &PlanView::attended(const RoleId &role) const {
    const auto at = m_attended.find(role.text);
    return at == m_attended.end() ? m_noMeeting : at->second;
}

std::vector<RoleId> PlanView::roles_with(CoreFunction core) const {
    std::vector<RoleId> carrying;
    for (const auto &[id, role] : roles) {
        if (role->core == core) {
            carrying.push_back(*id);
        }
    }
    return carrying;
}

std::size_t PlanView::row(const ActivityId &activity) const {
    const auto at = m_rows.find(activity.text);
    return at == m_rows.end() ? nowhere : at->second;
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
    std::vector<RoleId> holding;
    for (const std::size_t column : grid.holders(row, letter)) {
        holding.push_back(grid.columns[column]);
    }
    return holding;
}

} // namespace fullcourt
