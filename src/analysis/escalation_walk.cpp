#include "analysis/escalation_walk.h"

#include <algorithm>

#include "analysis/who_decides.h"
#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string parties(const Plan &plan, const EscalationLevel &level) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (level.parties.contains(id)) {
            names.push_back(head_name(plan.organisation->roles.at(id)));
        }
    }
    return names.empty() ? std::string("nobody yet") : listed(names);
}

std::string rising(const EscalationLevel &level, const WalkStep &step, bool last) {
    if (last) {
        return " Theirs is the last word.";
    }
    if (step.until && level.limitDays) {
        return (step.assumed ? " It rises about " : " It rises on ") + date_words(*step.until) + ".";
    }
    if (step.until) {
        return (level.trigger.empty() ? std::string(" Nothing says when it rises")
                                      : " It rises " + rising_words(level) + ", on no fixed date") +
               "; if that takes " + counted(static_cast<std::size_t>(days_between(*step.from, *step.until)), "day", "days") + ", on " +
               date_words(*step.until) + ".";
    }
    if (level.limitDays) {
        return " It rises after " + counted(static_cast<std::size_t>(*level.limitDays), "day", "days") + ".";
    }
    return level.trigger.empty() ? " Nothing says when it rises." : " It rises " + rising_words(level) + ", on no fixed date.";
}

std::string sentence(const Plan &plan, const EscalationLevel &level, const WalkStep &step, bool last) {
    const Meeting *forum = find(plan.governance->meetings, level.forum);
    const std::string start = step.from ? (step.assumed ? "From about " : "From ") + date_words(*step.from) + ": " : "Then: ";
    return start + parties(plan, level) + (forum == nullptr ? "" : ", in " + forum->name) + "." + rising(level, step, last);
}

} // namespace

std::vector<WalkStep> walk_up(const Plan &plan, const Date &start, std::optional<int> assumedDays) {
    std::vector<WalkStep> steps;
    const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
    std::optional<Date> at = start;
    bool assumed = false;
    for (const EscalationLevelId &id : order) {
        const EscalationLevel &level = plan.governance->escalation.at(id);
        const bool last = id == order.back();
        WalkStep step{id, steps.size() + 1, at, std::nullopt, assumed, {}};
        const std::optional<int> days = level.limitDays ? level.limitDays : assumedDays;
        if (at && days && !last) {
            step.until = date_after(*at, *days);
        }
        assumed = assumed || !level.limitDays;
        step.sentence = sentence(plan, level, step, last);
        at = step.until;
        steps.push_back(std::move(step));
    }
    return steps;
}

std::optional<int> days_to_last_word(const Plan &plan) {
    const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
    int days = 0;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        const EscalationLevel &level = plan.governance->escalation.at(order[i]);
        if (!level.limitDays) {
            return std::nullopt;
        }
        days += *level.limitDays;
    }
    return order.empty() ? std::nullopt : std::optional<int>(days);
}

std::vector<FailedRow> failed_rows(const Plan &plan) {
    std::vector<FailedRow> rows;
    std::vector<ActivityId> activities = activity_order(*plan.raci);
    activities.emplace_back(); // those about no activity
    for (const ActivityId &activity : activities) {
        FailedRow row{activity, activity.empty() ? std::string("No activity") : plan.raci->activities.at(activity).name, 0, std::nullopt};
        double days = 0;
        std::size_t timed = 0;
        for (const auto &[id, dispute] : plan.records->disputes) {
            const bool here = find(plan.raci->activities, dispute.activity) == nullptr ? activity.empty() : dispute.activity == activity;
            row.disputes += here ? 1 : 0;
            timed += here && dispute.days ? 1U : 0U;
            days += here ? dispute.days.value_or(0) : 0;
        }
        if (timed > 0) {
            row.days = days / static_cast<double>(timed);
        }
        if (row.disputes > 0) {
            rows.push_back(std::move(row));
        }
    }
    sort_stably(rows, [](const FailedRow &a, const FailedRow &b) { return a.disputes > b.disputes; });
    return rows;
}

} // namespace fullcourt
