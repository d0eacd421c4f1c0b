#include "analysis/staffing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "analysis/offices.h"
#include "analysis/rules.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string_view ratio_of(CoreFunction core) {
    switch (core) {
    case CoreFunction::accountMarketing: return "staffing.ratio.marketer";
    case CoreFunction::salesDevelopment: return "staffing.ratio.sdr";
    case CoreFunction::productSpecialist: return "staffing.ratio.specialist";
    case CoreFunction::accountExecutive:
    case CoreFunction::none: break;
    }
    return "";
}

int heads_for(int accountExecutives, double each) {
    // 8 / 1.6 is a little more than 5 in binary.
    return static_cast<int>(std::ceil(accountExecutives / each - 1e-9));
}

/// What the stages count.
enum class Post { vpSales, vpMarketing, accountExecutive, accountMarketer, sdr, specialist, salesManager, contentManager };
constexpr std::size_t posts = 8;
using Heads = std::array<int, posts>;

constexpr std::array<Heads, 4> stageNeeds = {Heads{1, 1, 2, 1, 0, 0, 0, 0}, Heads{1, 1, 3, 3, 1, 1, 0, 0}, Heads{1, 1, 5, 3, 3, 1, 1, 1},
                                             Heads{1, 1, 10, 3, 3, 2, 1, 1}};

std::string post_name(Post post, int count) {
    const bool several = count != 1;
    switch (post) {
    case Post::vpSales: return "VP Sales";
    case Post::vpMarketing: return "VP Marketing";
    case Post::accountExecutive: return core_function_name(CoreFunction::accountExecutive, several);
    case Post::accountMarketer: return core_function_name(CoreFunction::accountMarketing, several);
    case Post::sdr: return core_function_name(CoreFunction::salesDevelopment, several);
    case Post::specialist: return several ? "product and customer success specialists" : "product or customer success specialist";
    case Post::salesManager: return several ? "sales managers" : "sales manager";
    case Post::contentManager: break;
    }
    return several ? "content managers" : "content manager";
}

/// A head-count that nobody has set is as many as anybody asks for.
constexpr int notSet = 1'000'000;

int heads_in(const Organisation &organisation, const RoleId &office) {
    const Role *role = find(organisation.roles, office);
    return role == nullptr ? 0 : role->headcount.value_or(notSet);
}

int heads_in(const Organisation &organisation, CoreFunction core) {
    const std::optional<int> heads = heads_of(organisation, core);
    return heads ? *heads : roles_of(organisation, core).empty() ? 0 : notSet;
}

Heads heads_now(const Organisation &organisation) {
    const Offices offices(organisation);
    return {heads_in(organisation, offices.of(Office::vpSales)),      heads_in(organisation, offices.of(Office::vpMarketing)),
            heads_in(organisation, CoreFunction::accountExecutive),   heads_in(organisation, CoreFunction::accountMarketing),
            heads_in(organisation, CoreFunction::salesDevelopment),   heads_in(organisation, CoreFunction::productSpecialist),
            heads_in(organisation, offices.of(Office::salesManager)), heads_in(organisation, offices.of(Office::contentManager))};
}

/// One account marketer per account executive is of stage 2 alone, with its 3 to 4 account executives.
Heads needs_of(std::size_t stage, const Heads &now) {
    Heads needs = stageNeeds[stage - 1];
    if (stage == 2) {
        int &marketers = needs[static_cast<std::size_t>(Post::accountMarketer)];
        marketers = now[static_cast<std::size_t>(Post::accountExecutive)] == 4 ? 4 : marketers;
    }
    return needs;
}

bool fills(const Heads &now, const Heads &needs) {
    return std::equal(now.begin(), now.end(), needs.begin(), [](int have, int need) { return have >= need; });
}

} // namespace

std::optional<Need> need_of(const Settings &settings, CoreFunction core, int accountExecutives) {
    const std::string ratio(ratio_of(core));
    if (ratio.empty()) {
        return std::nullopt;
    }
    const double lower = threshold(settings, ratio + ".least");
    const double upper = threshold(settings, ratio + ".most");
    const int executives = std::max(accountExecutives, 0);
    return Need{heads_for(executives, std::max(lower, upper)), heads_for(executives, std::min(lower, upper))};
}

std::optional<int> heads_of(const Organisation &organisation, CoreFunction core) {
    std::optional<int> heads;
    for (const auto &[id, role] : organisation.roles) {
        if (role.core == core && role.headcount) {
            heads = heads.value_or(0) + *role.headcount;
        }
    }
    return heads;
}

int heads_of_all(const Organisation &organisation) {
    int heads = 0;
    for (const auto &[id, role] : organisation.roles) {
        heads += role.headcount.value_or(0);
    }
    return heads;
}

std::string core_function_name(CoreFunction core, bool several) {
    switch (core) {
    case CoreFunction::accountExecutive: return several ? "account executives" : "account executive";
    case CoreFunction::salesDevelopment: return several ? "sales development reps" : "sales development rep";
    case CoreFunction::accountMarketing: return several ? "account marketers" : "account marketer";
    case CoreFunction::productSpecialist: return several ? "product specialists" : "product specialist";
    case CoreFunction::none: break;
    }
    return several ? "other roles" : "other role";
}

std::vector<StaffingRow> staffing(const Plan &plan, std::optional<int> accountExecutives) {
    const Organisation &organisation = *plan.organisation;
    const std::optional<int> executives = accountExecutives ? accountExecutives : heads_of(organisation, CoreFunction::accountExecutive);
    std::map<RoleId, WeeklyHours> weeks = weekly_hours(plan, ordered(plan.governance->meetings), accountExecutives);
    std::vector<StaffingRow> rows;
    for (const RoleId &id : ordered(organisation.roles)) {
        const Role &role = organisation.roles.at(id);
        StaffingRow row{id, role.headcount, {}, pods_per_person(organisation, id, accountExecutives), std::move(weeks[id])};
        if (executives) {
            row.need = need_of(*plan.settings, role.core, *executives);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<StageView> scaling_stage(const Organisation &organisation) {
    if (heads_of(organisation, CoreFunction::accountExecutive).value_or(0) == 0) {
        return std::nullopt;
    }
    const Heads now = heads_now(organisation);
    StageView view;
    for (std::size_t stage = stageNeeds.size(); stage > 0 && view.stage == 0; --stage) {
        view.stage = fills(now, needs_of(stage, now)) ? static_cast<int>(stage) : 0;
    }
    if (view.stage == static_cast<int>(stageNeeds.size())) {
        return view;
    }
    const auto next = static_cast<std::size_t>(view.stage) + 1;
    const Heads needs = needs_of(next, now);
    const Heads filled = view.stage == 0 ? Heads{} : needs_of(next - 1, now);
    for (std::size_t post = 0; post < posts; ++post) {
        if (now[post] < needs[post]) {
            const int lacking = needs[post] - now[post];
            view.missing.push_back(std::to_string(lacking) + " " + post_name(static_cast<Post>(post), lacking));
        }
        view.between = view.between || (needs[post] > filled[post] && now[post] >= needs[post] && now[post] != notSet);
    }
    return view;
}

} // namespace fullcourt
