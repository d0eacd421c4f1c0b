#include "analysis/play_load.h"

#include <algorithm>

#include "analysis/rules.h"
#include "base/sort.h"

namespace fullcourt {
namespace {

constexpr Date firstMonday{1970, 1, 5};
constexpr int daysAWeek = 7;
constexpr double rounding = 1e-9;

std::string_view share_threshold(CoreFunction core) {
    switch (core) {
    case CoreFunction::accountExecutive: return "plan.overload.executive";
    case CoreFunction::salesDevelopment: return "plan.overload.sdr";
    case CoreFunction::accountMarketing: return "plan.overload.marketer";
    case CoreFunction::productSpecialist: return "plan.overload.specialist";
    case CoreFunction::none: break;
    }
    return {};
}

} // namespace

WeekNumber week_number(const Date &date) { return days_between(firstMonday, monday_of(date)) / daysAWeek; }

Date monday_of_week(WeekNumber week) { return date_after(firstMonday, week * daysAWeek); }

std::string week_name(WeekNumber week) { return "week " + std::to_string(iso_week(monday_of_week(week)).week); }

std::optional<PlayWeeks> weeks_of(const Play &play) {
    const std::optional<Date> start = parse_date(play.start);
    if (!start || play.status == PlayStatus::done || play.status == PlayStatus::dropped) {
        return std::nullopt;
    }
    return PlayWeeks{week_number(*start), std::max(1, play.weeks)};
}

std::optional<PlayCapacity> capacity_of(const Plan &plan, const RoleId &role) {
    const Role *found = find(plan.organisation->roles, role);
    const std::string_view share = found == nullptr ? std::string_view() : share_threshold(found->core);
    if (share.empty() || !found->headcount) {
        return std::nullopt;
    }
    return PlayCapacity{*found->headcount, threshold(*plan.settings, share) / 100};
}

double RoleLoad::in(WeekNumber week) const {
    const double *found = find(hours, week);
    return found == nullptr ? 0 : *found;
}

bool RoleLoad::over(WeekNumber week) const { return capacity && in(week) > capacity->hours() + rounding; }

std::vector<WeekNumber> RoleLoad::weeks_over() const {
    std::vector<WeekNumber> weeks;
    for (const auto &[week, planned] : hours) {
        if (over(week)) {
            weeks.push_back(week);
        }
    }
    return weeks;
}

std::vector<RoleLoad> play_loads(const Plan &plan) {
    std::map<RoleId, std::map<WeekNumber, double>> hours;
    for (const auto &[id, play] : plan.engagement->plays) {
        const std::optional<PlayWeeks> weeks = weeks_of(play);
        for (const auto &[role, effort] : play.effort) {
            for (int i = 0; weeks && effort > 0 && i < weeks->count; ++i) {
                hours[role][weeks->first + i] += effort / weeks->count;
            }
        }
    }
    std::vector<RoleLoad> loads;
    for (const RoleId &role : ordered(plan.organisation->roles)) {
        const std::optional<PlayCapacity> capacity = capacity_of(plan, role);
        const auto at = hours.find(role);
        if (capacity || at != hours.end()) {
            loads.push_back({role, capacity, at == hours.end() ? std::map<WeekNumber, double>() : std::move(at->second)});
            hours.erase(role);
        }
    }
    for (auto &[role, weeks] : hours) {
        loads.push_back({role, std::nullopt, std::move(weeks)});
    }
    return loads;
}

std::vector<PlayShare> plays_in(const Plan &plan, const RoleId &role, WeekNumber week) {
    std::vector<PlayShare> shares;
    for (const PlayId &id : ordered(plan.engagement->plays)) {
        const Play &play = plan.engagement->plays.at(id);
        const std::optional<PlayWeeks> weeks = weeks_of(play);
        const double *effort = find(play.effort, role);
        if (weeks && effort != nullptr && *effort > 0 && week >= weeks->first && week < weeks->first + weeks->count) {
            shares.push_back({id, *effort / weeks->count});
        }
    }
    sort_stably(shares, [](const PlayShare &a, const PlayShare &b) { return a.hours > b.hours; });
    return shares;
}

} // namespace fullcourt
