// The rules as a table: what exists, whether it is on, and which numbers it takes (RULES §1, §2). Thresholds are
// policy: Settings of a plan may differ from the defaults here.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "analysis/finding.h"
#include "model/plan.h"

namespace fullcourt {

struct ThresholdInfo {
    std::string_view name;  ///< "raci.many-responsible.count"
    std::string_view label; ///< "R in one row, from"
    double standard = 0;
    double least = 0;
    double most = 0;
    std::string_view unit; ///< "", "%", "h"
};

struct RuleInfo {
    std::string_view code;
    std::string_view title; ///< sentence case, for the settings and the legend
    std::string_view why;   ///< one sentence
    Severity severity = Severity::error;
    bool on = true;
    std::span<const ThresholdInfo> thresholds;
};

/// In the order of RULES.
std::span<const RuleInfo> rules();
const RuleInfo *find_rule(std::string_view code);
const ThresholdInfo *find_threshold(std::string_view name);

/// Where findings of the rule are settled, unless they say otherwise themselves.
PlanSection section_of(std::string_view rule);

bool is_on(const Settings &settings, const RuleInfo &rule);
/// The plan's value held within [least, most], else the standard.
double threshold(const Settings &settings, std::string_view name);

} // namespace fullcourt
