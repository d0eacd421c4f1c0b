// Findings for scripts: what `fullcourt check --json` prints (DESIGN §7).
#pragma once

#include <string>
#include <vector>

#include "analysis/finding.h"

namespace fullcourt {

/// {"findings":[{"rule","severity","subject","key","message","why","accepted","fixes":[{"label"}]}]}, one finding a
/// line, ending in a line break. "accepted" is whether somebody accepted it with a reason.
std::string findings_json(const std::vector<Finding> &findings);

} // namespace fullcourt
