#include "analysis/what_if.h"

#include <algorithm>
#include <array>

#include "analysis/offices.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::array ratioFunctions = {CoreFunction::accountMarketing, CoreFunction::salesDevelopment, CoreFunction::productSpecialist};

/// Nothing happens where the plan has no role of the function.
void set_heads(Organisation &organisation, CoreFunction core, int heads) {
    const std::vector<RoleId> roles = roles_of(organisation, core);
    if (roles.empty()) {
        return;
    }
    const auto first =
        std::find_if(roles.begin(), roles.end(), [&](const RoleId &id) { return organisation.roles.at(id).headcount.has_value(); });
    std::optional<int> &main = organisation.roles.at(first == roles.end() ? roles.front() : *first).headcount;
    int missing = heads - heads_of(organisation, core).value_or(0);
    if (missing >= 0) {
        main = main.value_or(0) + missing;
        return;
    }
    for (auto id = roles.rbegin(); id != roles.rend(); ++id) {
        if (std::optional<int> &count = organisation.roles.at(*id).headcount) {
            const int taken = std::min(*count, -missing);
            *count -= taken;
            missing += taken;
        }
    }
}

enum class End { unchanged, least, most };

Plan staffed(const Plan &plan, int accountExecutives, End end) {
    Plan changed = plan;
    Organisation &organisation = changed.organisation.edit();
    set_heads(organisation, CoreFunction::accountExecutive, accountExecutives);
    for (const CoreFunction core : ratioFunctions) {
        const std::optional<Need> need = need_of(*plan.settings, core, accountExecutives);
        if (need && end != End::unchanged) {
            set_heads(organisation, core, end == End::least ? need->least : need->most);
        }
    }
    return changed;
}

std::optional<double> cost_of(const Role &role) {
    if (!role.headcount || !role.costPerHead) {
        return std::nullopt;
    }
    return *role.headcount * *role.costPerHead;
}

using Loads = std::map<RoleId, RoleStaffing>;

Loads loads_of(const Plan &plan) {
    const std::map<RoleId, WeeklyHours> weeks = weekly_hours(plan, ordered(plan.governance->meetings));
    Loads loads;
    for (const auto &[id, role] : plan.organisation->roles) {
        const WeeklyHours *week = find(weeks, id);
        loads[id] = {role.headcount, week == nullptr ? 0 : week->hours, cost_of(role)};
    }
    return loads;
}

StaffingTotal total_of(const Plan &plan, const Loads &loads) {
    StaffingTotal total;
    for (const auto &[id, load] : loads) {
        total.hoursAWeek += load.hoursAWeek * load.heads.value_or(1);
        if (load.costAYear) {
            total.costAYear = total.costAYear.value_or(0) + *load.costAYear;
        }
    }
    total.stage = scaling_stage(*plan.organisation);
    return total;
}

std::optional<Need> need_today(const Settings &settings, CoreFunction core, const std::optional<int> &accountExecutives) {
    return accountExecutives ? need_of(settings, core, *accountExecutives) : std::nullopt;
}

std::string heads_text(const Need &need, CoreFunction core) {
    const std::string range = need.least == need.most ? "" : " to " + std::to_string(need.most);
    return std::to_string(need.least) + range + " " + core_function_name(core, need.most != 1);
}

/// "4 to 6 account marketers (2 today)".
std::string need_text(const Organisation &organisation, const Need &need, CoreFunction core) {
    const std::optional<int> heads = heads_of(organisation, core);
    return heads_text(need, core) + (heads ? " (" + std::to_string(*heads) + " today)" : "");
}

std::string sentence_of(const Plan &plan, const WhatIf &answer) {
    std::vector<std::string> needs;
    for (const CoreFunction core : ratioFunctions) {
        if (const std::optional<Need> need = need_of(*plan.settings, core, answer.accountExecutives)) {
            needs.push_back(need_text(*plan.organisation, *need, core));
        }
    }
    const auto executives = static_cast<std::size_t>(answer.accountExecutives);
    return counted(executives, "account executive needs ", "account executives need ") + listed(needs) + ".";
}

} // namespace

WhatIf what_if(const Plan &plan, int accountExecutives) {
    WhatIf answer;
    answer.accountExecutives = std::clamp(accountExecutives, 1, mostAccountExecutives);
    answer.accountExecutivesToday = heads_of(*plan.organisation, CoreFunction::accountExecutive);
    const Staffings<Plan> plans = {plan, staffed(plan, answer.accountExecutives, End::unchanged),
                                   staffed(plan, answer.accountExecutives, End::least), staffed(plan, answer.accountExecutives, End::most)};
    const Staffings<Loads> loads = {loads_of(plans.today), loads_of(plans.unchanged), loads_of(plans.least), loads_of(plans.most)};
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        const CoreFunction core = plan.organisation->roles.at(id).core;
        answer.rows.push_back({id,
                               core,
                               need_of(*plan.settings, core, answer.accountExecutives),
                               need_today(*plan.settings, core, answer.accountExecutivesToday),
                               {loads.today.at(id), loads.unchanged.at(id), loads.least.at(id), loads.most.at(id)}});
    }
    answer.total = {total_of(plans.today, loads.today), total_of(plans.unchanged, loads.unchanged), total_of(plans.least, loads.least),
                    total_of(plans.most, loads.most)};
    answer.sentence = sentence_of(plan, answer);
    return answer;
}

} // namespace fullcourt
