// RULES §2 plan.overload: roles that plays ask more hours of than there are.
#include <algorithm>
#include <cmath>

#include "analysis/consistency.h"
#include "analysis/play_load.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/engagement_gestures.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostFixes = 3;
/// Plays that are tried, the first in the worst weeks.
constexpr std::size_t mostTried = 40;

std::string hours_words(double hours) { return tenths(hours) + " h"; }

std::vector<WeekNumber> worst_first(const RoleLoad &load) {
    std::vector<WeekNumber> weeks = load.weeks_over();
    sort_stably(weeks, [&](WeekNumber a, WeekNumber b) { return load.in(a) > load.in(b); });
    return weeks;
}

std::string weeks_words(const RoleLoad &load, const std::vector<WeekNumber> &worst) {
    constexpr std::size_t mostNamed = 3;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < worst.size() && i < mostNamed; ++i) {
        words.push_back(hours_words(load.in(worst[i])) + " in " + week_name(worst[i]));
    }
    if (worst.size() > mostNamed) {
        words.push_back("too much in " + counted(worst.size() - mostNamed, "other week", "other weeks"));
    }
    return listed(words);
}

/// The role's hours once the edit is done.
bool mends(const Plan &plan, const RoleId &role, const PlanEdit &edit) {
    Plan mended;
    mended.organisation = plan.organisation;
    mended.settings = plan.settings;
    mended.engagement = plan.engagement;
    apply(mended, edit);
    const std::vector<RoleLoad> loads = play_loads(mended);
    return std::none_of(loads.begin(), loads.end(), [&](const RoleLoad &load) { return load.role == role && !load.weeks_over().empty(); });
}

/// Moving one planned play, with what follows it, a week later.
std::vector<PlanEdit> put_one_off(const PlanView &view, const RoleLoad &load, const std::vector<WeekNumber> &worst) {
    std::vector<PlanEdit> fixes;
    std::size_t tried = 0;
    const RandomBits bits = counting_bits(static_cast<std::uint64_t>(worst.front()));
    for (const PlayShare &share : plays_in(view.plan, load.role, worst.front())) {
        const Play &play = view.plan.engagement->plays.at(share.play);
        const double over = load.in(worst.front()) - load.capacity->hours();
        if (fixes.size() == mostFixes || tried == mostTried || share.hours < over - 1e-9) {
            break;
        }
        if (play.status != PlayStatus::planned || is_under_way(*view.plan.engagement, play.account)) {
            continue; // a plan under way changes with a reason of the person's own
        }
        ++tried;
        PlanEdit fix = move_play(view.plan, share.play, 1, {}, bits);
        if (mends(view.plan, load.role, fix)) {
            const auto row = view.plan.accounts->table.row_of(play.account.text);
            fix.label += " (" + quoted(row ? account_name(*view.plan.accounts, *row) : play.account.text) + ")";
            fixes.push_back(std::move(fix));
        }
    }
    return fixes;
}

} // namespace

std::vector<Finding> check_engagement(const PlanView &view) {
    std::vector<Finding> findings;
    if (!view.policy.on("plan.overload") || view.plan.engagement->plays.empty()) {
        return findings;
    }
    for (const RoleLoad &load : play_loads(view.plan)) {
        const std::vector<WeekNumber> worst = worst_first(load);
        if (worst.empty()) {
            continue;
        }
        std::string evidence;
        for (const WeekNumber week : load.weeks_over()) {
            evidence += to_text(monday_of_week(week)) + " " + hours_words(load.in(week)) + "\n";
        }
        const PlayCapacity &capacity = *load.capacity;
        Finding finding =
            finding_of("plan.overload", {load.role.text}, evidence,
                       view.name(load.role) + ": plays ask " + weeks_words(load, worst) + "; there are " + hours_words(capacity.hours()) +
                           " a week (" + counted(static_cast<std::size_t>(capacity.heads), "head", "heads") + " × 40 h × " +
                           to_text(std::round(capacity.share * 1000) / 10) + " %).");
        finding.item = "load:" + load.role.text;
        finding.role = load.role;
        finding.fixes = put_one_off(view, load, worst);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace fullcourt
