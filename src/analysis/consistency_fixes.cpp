#include "analysis/consistency_fixes.h"

#include "analysis/raci_fixes.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string_view unit_name(PeriodUnit unit) {
    switch (unit) {
    case PeriodUnit::none: break;
    case PeriodUnit::day: return "day";
    case PeriodUnit::week: return "week";
    case PeriodUnit::month: return "month";
    case PeriodUnit::quarter: return "quarter";
    case PeriodUnit::year: return "year";
    }
    return "";
}

} // namespace

void add_columns(const Plan &plan, const std::vector<RoleId> &roles, PlanEdit &edit) {
    std::vector<RoleId> missing;
    for (const RoleId &role : roles) {
        if (!plan.raci->columns.contains(role)) {
            missing.push_back(role);
        }
    }
    if (missing.empty()) {
        return;
    }
    std::string_view last;
    for (const auto &[role, column] : plan.raci->columns) {
        last = std::max(last, std::string_view(column.position.key));
    }
    const std::vector<Position> places = positions_between(last, {}, missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i) {
        edit.steps.emplace_back(ShowColumn{missing[i], {places[i], {}}});
    }
}

PlanEdit make_accountable(const PlanView &view, std::size_t row, const RoleId &role) {
    PlanEdit edit;
    const bool shown = view.column(role) != PlanView::nowhere;
    if (!shown) {
        add_columns(view.plan, {role}, edit);
    }
    const ActivityId &activity = view.grid.activities[row];
    std::vector<std::string> doing;
    std::vector<std::string> asked;
    const std::vector<std::size_t> holders = view.grid.holders(row, 'A');
    edit.steps.reserve(edit.steps.size() + holders.size() + 1);
    for (const std::size_t column : holders) {
        const RoleId &holder = view.grid.columns[column];
        if (holder != role) {
            const bool does = view.grid.at(row, column).has('R');
            edit.steps.emplace_back(SetLetters{activity, holder, Letters::one(does ? 'R' : 'C')});
            (does ? doing : asked).push_back(view.grid.role_name(column));
        }
    }
    // A letter may wait in a column that is hidden.
    const bool does = (shown ? view.letters(row, role) : letters_at(*view.plan.raci, activity, role)).has('R');
    edit.steps.emplace_back(SetLetters{activity, role, does ? Letters::accountable_and_responsible() : Letters::one('A')});
    edit.label = joined({"Make ", view.name(role), " accountable for ", view.grid.activity_name(row)});
    if (!doing.empty() || !asked.empty()) {
        edit.label += joined({" (", become(doing, 'R'), doing.empty() || asked.empty() ? "" : ", ", become(asked, 'C'), ")"});
    }
    return edit;
}

PlanEdit consult(const PlanView &view, std::size_t row, const std::vector<RoleId> &roles) {
    PlanEdit edit;
    add_columns(view.plan, roles, edit);
    for (const RoleId &role : roles) {
        edit.steps.emplace_back(SetLetters{view.grid.activities[row], role, Letters::one('C')});
    }
    edit.label = joined({"Consult ", view.names(roles), " on ", view.grid.activity_name(row), " (C)"});
    return edit;
}

PlanEdit invite(const PlanView &view, const MeetingId &meeting, const std::vector<RoleId> &roles) {
    Meeting changed = view.plan.governance->meetings.at(meeting);
    changed.attendees.insert(roles.begin(), roles.end());
    const std::string name = name_with_period(changed);
    return put_item(joined({"Invite ", view.names(roles), " to ", name}), meeting, std::move(changed));
}

std::string name_with_period(const Meeting &meeting) {
    const std::string_view unit = unit_name(meeting.period.unit);
    if (unit.empty()) {
        return quoted(meeting.name);
    }
    const bool one = meeting.period.every == 1;
    return joined({quoted(meeting.name), " (every ", one ? "" : std::to_string(meeting.period.every) + " ", unit, one ? ")" : "s)"});
}

} // namespace fullcourt
