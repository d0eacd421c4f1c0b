#include "analysis/rules.h"

#include <algorithm>
#include <array>

namespace fullcourt {
namespace {

constexpr std::array manyResponsible = {ThresholdInfo{"raci.many-responsible.count", "R in one activity, from", 4, 2, 50, ""}};
constexpr std::array consultDrag = {ThresholdInfo{"raci.consult-drag.count", "C in one activity, from", 4, 2, 50, ""}};
constexpr std::array overloaded = {
    ThresholdInfo{"raci.overloaded-role.share", "R in this share of the activities, from", 75, 1, 100, "%"},
    ThresholdInfo{"raci.overloaded-role.activities", "In grids of this many activities, from", 5, 1, 1000, ""}};
constexpr std::array bottleneck = {
    ThresholdInfo{"raci.accountability-bottleneck.share", "A in this share of the activities, from", 40, 1, 100, "%"},
    ThresholdInfo{"raci.accountability-bottleneck.count", "And in this many activities, from", 3, 1, 1000, ""}};
constexpr std::array noBlank = {ThresholdInfo{"raci.no-blank.activities", "In grids of this many activities, from", 5, 1, 1000, ""}};

constexpr std::array neverMeet = {
    ThresholdInfo{"cadence.never-meet.times", "They should meet this often a year, at least", 12, 1, 260, ""}};
constexpr std::array load = {ThresholdInfo{"cadence.load.hours", "Hours a week in standing meetings, more than", 4, 0.5, 40, "h"}};
constexpr std::array leadCentred = {
    ThresholdInfo{"kpi.lead-centred.share", "KPIs that count leads, more than this share of all", 50, 0, 99, "%"}};
constexpr std::array ratio = {
    ThresholdInfo{"staffing.ratio.marketer.least", "Account executives for one account marketer, from", 3, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.marketer.most", "Account executives for one account marketer, to", 4, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.sdr.least", "Account executives for one sales development rep, from", 2, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.sdr.most", "Account executives for one sales development rep, to", 3, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.specialist.least", "Account executives for one product specialist, from", 8, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.specialist.most", "Account executives for one product specialist, to", 10, 0.5, 100, ""},
    ThresholdInfo{"staffing.ratio.scale", "A warning, not a note, from this many account executives", 8, 1, 1000, ""}};

constexpr std::array sidesDisagree = {
    ThresholdInfo{"scoring.sides-disagree.share", "The sides' 50 best should share, at least", 70, 0, 100, "%"}};

constexpr std::array lowCoverage = {
    ThresholdInfo{"account.low-coverage.roles", "Engaged members of the buying committee, at least", 3, 1, 50, ""}};
constexpr std::array overload = {ThresholdInfo{"plan.overload.executive", "An account executive's share for plays", 20, 0, 100, "%"},
                                 ThresholdInfo{"plan.overload.sdr", "A sales development rep's share for plays", 50, 0, 100, "%"},
                                 ThresholdInfo{"plan.overload.marketer", "An account marketer's share for plays", 60, 0, 100, "%"},
                                 ThresholdInfo{"plan.overload.specialist", "A product specialist's share for plays", 25, 0, 100, "%"}};

constexpr std::array table = {
    RuleInfo{"raci.empty-activity",
             "Activity without any letter",
             "An activity that nobody takes part in either does not happen or does not belong here.",
             Severity::error,
             true,
             {}},
    RuleInfo{"raci.no-accountable",
             "Nobody is accountable",
             "Without one role that decides, open questions wait or are settled twice.",
             Severity::error,
             true,
             {}},
    RuleInfo{"raci.many-accountable",
             "Several are accountable",
             "Where several roles decide, nobody can be held to the decision, so exactly one should be accountable.",
             Severity::error,
             true,
             {}},
    RuleInfo{"raci.no-responsible", "Nobody is responsible", "Work that is on nobody's desk does not get done.", Severity::error, true, {}},
    RuleInfo{"raci.support-alone",
             "Support without a lead",
             "Support needs somebody to support: one role has to carry the work.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"raci.many-responsible", "Many are responsible", "The more hands share one piece of work, the less clear is who starts it.",
             Severity::note, true, manyResponsible},
    RuleInfo{"raci.consult-drag", "Many are consulted", "Every role that must be asked first makes the activity slower.", Severity::note,
             true, consultDrag},
    RuleInfo{"raci.idle-role",
             "Role without any letter",
             "A role without a part either is missing somewhere or need not be in this grid.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"raci.spectator-role",
             "Core role that only listens",
             "The core functions carry the account; one that is only asked or told has no work in it.",
             Severity::note,
             true,
             {}},
    RuleInfo{"raci.overloaded-role", "Role that does nearly everything",
             "When one role does most of the work, its calendar sets the pace for all.", Severity::warning, true, overloaded},
    RuleInfo{"raci.accountability-bottleneck", "Role that decides very much", "Decisions queue up where one role takes most of them.",
             Severity::warning, true, bottleneck},
    RuleInfo{"raci.nobody-consulted",
             "Nobody is asked or told",
             "Work that nobody else hears of surprises those who come after it.",
             Severity::note,
             false,
             {}},
    RuleInfo{"raci.no-blank", "Role with a part in everything", "A role that is involved everywhere has no time to be good anywhere.",
             Severity::note, false, noBlank},
    RuleInfo{"role.unknown",
             "Role that does not exist",
             "What is given to a role that is not there is given to nobody.",
             Severity::error,
             true,
             {}},
    RuleInfo{"role.not-in-grid",
             "Deciding role outside the grid",
             "Who decides or settles conflicts should find its part in the grid, too.",
             Severity::note,
             true,
             {}},
    RuleInfo{"role.unstaffed",
             "Role that nobody fills",
             "Work and decisions of a role without people wait, or land on whoever is nearest.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"decision.no-decider",
             "Decision that nobody takes",
             "A decision without a decider is taken late, or by chance.",
             Severity::error,
             true,
             {}},
    RuleInfo{"decision.no-deadline",
             "Decision without a deadline",
             "Without a day by which it is taken, a decision waits for the next crisis.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"decision.joint-without-tiebreak",
             "Joint decision without a tie-break",
             "Two who decide together and disagree need somebody who settles it.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"decision.joint-one-accountable",
             "Joint decision, one accountable",
             "When the grid says one role and the decision says several, each can point at the other.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"decision.decider-not-accountable",
             "Accountable role that does not decide",
             "Who answers for an activity should be who decides about it.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"decision.input-not-consulted",
             "Input that the grid does not ask for",
             "Input that the grid does not foresee is forgotten when time is short.",
             Severity::note,
             true,
             {}},
    RuleInfo{"decision.no-forum",
             "Recurring decision without a meeting",
             "A decision that recurs needs a place where those who take it meet.",
             Severity::note,
             true,
             {}},
    RuleInfo{"cadence.no-attendees",
             "Meeting without attendees",
             "A meeting that nobody is invited to does not take place.",
             Severity::error,
             true,
             {}},
    RuleInfo{"cadence.no-output",
             "Meeting without a result",
             "A meeting that is to produce nothing is the first to be skipped.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"cadence.never-meet", "Shared work, no shared meeting", "Those who share work and never meet find out from the customer.",
             Severity::warning, true, neverMeet},
    RuleInfo{"cadence.load", "Many hours in meetings", "Hours in standing meetings are hours away from accounts.", Severity::warning, true,
             load},
    RuleInfo{
        "escalation.time-limit", "Level without a limit", "A conflict stays where nothing makes it rise.", Severity::warning, true, {}},
    RuleInfo{"escalation.ends-in-group",
             "Ladder that ends in a group",
             "The last level has to end the conflict, and a group can be in deadlock.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"kpi.core-role-without",
             "Core function without a KPI",
             "What a core function contributes stays invisible without a number of its own.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"kpi.incomplete", "Incomplete KPI", "A KPI without owner, target or source cannot be reviewed.", Severity::warning, true, {}},
    RuleInfo{
        "kpi.not-agreed", "Target not agreed", "A shared target binds only when both sides have signed it.", Severity::warning, true, {}},
    RuleInfo{"kpi.lead-centred", "KPIs that count leads",
             "Account-based work shows in accounts; counting leads pulls the team back to volume.", Severity::note, true, leadCentred},
    RuleInfo{"governance.gap",
             "Gap in the governance",
             "What nobody owns or has written down is done by everybody in another way.",
             Severity::note,
             true,
             {}},
    RuleInfo{"staffing.ratio", "Head-counts out of proportion", "Too few people starve the accounts, too many are paid for idle capacity.",
             Severity::warning, true, ratio},
    RuleInfo{"staffing.stage",
             "Between two stages of growth",
             "A team between two stages has some of the next stage's work and not yet its people.",
             Severity::note,
             true,
             {}},
    RuleInfo{"model.not-chosen",
             "No organisation model chosen",
             "Until it is settled where account marketers belong, reporting lines and priorities stay open.",
             Severity::note,
             true,
             {}},
    RuleInfo{"model.reporting",
             "Reporting line against the model",
             "A reporting line that differs from the chosen model keeps the old priorities in force.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"leadstage.incomplete",
             "Incomplete lead stage",
             "A stage that does not say who does what, and by when, is a label and no agreement.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"leadstage.not-agreed",
             "Lead stage not agreed",
             "What one side hands over and the other did not sign is handed back, or left lying.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"scoring.weights", "No criterion has a weight", "A score in which nothing counts orders nothing.", Severity::error, true, {}},
    RuleInfo{"scoring.not-signed",
             "Score not signed by both sides",
             "A list that one side did not sign is the other side's list.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"scoring.sides-disagree", "The sides see other accounts ahead",
             "Where each side would pursue other accounts, their mean is nobody's list.", Severity::note, true, sidesDisagree},
    RuleInfo{"account.no-pod",
             "Account without a pod",
             "An account that is in no pod is worked by whoever has time, which is nobody.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"account.top-tier-no-plan",
             "Account in 1:1 without a plan",
             "An account that gets the most attention needs a plan of its own, or it gets only the usual.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"account.low-coverage", "Few of the committee engaged",
             "A purchase that hangs on one or two people falls when one of them leaves or says no.", Severity::warning, true, lowCoverage},
    RuleInfo{"plan.overload", "More plays planned than there are hours",
             "Plays that nobody has time for slip, and the ones that follow slip with them.", Severity::warning, true, overload},
    RuleInfo{"merge.conflict",
             "Two copies changed the same",
             "What stands there was chosen by a rule and not by a person.",
             Severity::warning,
             true,
             {}},
    RuleInfo{"merge.dangling",
             "Names what is no longer there",
             "What one person deleted and another still counts on has to be found again or let go.",
             Severity::warning,
             true,
             {}},
};

} // namespace

std::span<const RuleInfo> rules() { return table; }

const RuleInfo *find_rule(std::string_view code) {
    const auto *at = std::find_if(table.begin(), table.end(), [&](const RuleInfo &rule) { return rule.code == code; });
    return at == table.end() ? nullptr : at;
}

const ThresholdInfo *find_threshold(std::string_view name) {
    for (const RuleInfo &rule : table) {
        for (const ThresholdInfo &info : rule.thresholds) {
            if (info.name == name) {
                return &info;
            }
        }
    }
    return nullptr;
}

PlanSection section_of(std::string_view rule) {
    // Two of the accounts' rules ask for what only another section can bring: a pod, and a plan.
    if (rule == "account.no-pod") {
        return PlanSection::pods;
    }
    if (rule == "account.top-tier-no-plan") {
        return PlanSection::engagement;
    }
    const std::string_view family = rule.substr(0, rule.find('.'));
    if (family == "role" || family == "staffing") {
        return PlanSection::organisation;
    }
    if (family == "model") {
        return PlanSection::model;
    }
    if (family == "cadence") {
        return PlanSection::cadences;
    }
    if (family == "decision") {
        return PlanSection::decisions;
    }
    if (family == "escalation") {
        return PlanSection::escalation;
    }
    if (family == "governance") {
        return PlanSection::governance;
    }
    if (family == "scoring" || family == "account") {
        return PlanSection::accounts;
    }
    if (family == "leadstage") {
        return PlanSection::contacts;
    }
    if (family == "plan") {
        return PlanSection::engagement;
    }
    return family == "kpi" ? PlanSection::kpis : PlanSection::grid;
}

bool is_on(const Settings &settings, const RuleInfo &rule) {
    const auto at = settings.rules.find(std::string(rule.code));
    return at == settings.rules.end() ? rule.on : at->second;
}

double threshold(const Settings &settings, std::string_view name) {
    const ThresholdInfo *info = find_threshold(name);
    if (info == nullptr) {
        return 0;
    }
    const auto at = settings.thresholds.find(std::string(name));
    return at == settings.thresholds.end() ? info->standard : std::clamp(at->second, info->least, info->most);
}

} // namespace fullcourt
