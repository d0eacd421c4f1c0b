// Organisation models and head-counts for scripts: what `fullcourt compare --json` and `fullcourt staff --json` print (DESIGN §7).
#pragma once

#include <string>

#include "model/plan.h"

namespace fullcourt {

/// {"models":[{"id","name","fit","terms":[{"factor","need","importance","answer","suitability"}]}],"winner","robustness"}, a model
/// a line, best first. "need" is "at least 3" or "at most 2", "fit" null where nothing is answered, "winner" null where no model
/// has a fit. "robustness" is {"clear","undecided":[factor],"answer","importance"}; the last two are "none" or the smallest
/// change that changes the winner: {"factor","from","to","winner"} and the same with the "model" whose importance it is.
std::string comparison_json(const Plan &plan);

/// {"roles":[{"id","headcount","need":[least,most],"pods_per_person","weekly_hours","terms":[{"meeting","hours","times"}]}],
/// "stage":{"reached","missing":[]}}, a role a line. "headcount" and "need" are null where they are not known, "stage" where no
/// account executive is counted.
std::string staffing_json(const Plan &plan);

} // namespace fullcourt
