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
