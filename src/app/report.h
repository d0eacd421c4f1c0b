// What somebody who helps needs to know when something went wrong, as text to copy: of the page, the browser and the plan's size,
// and nothing that stands in a plan.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace fullcourt {

/// Where plans are kept, how many and how large, and how safe the open one is.
std::vector<platform::PageFact> storage_facts(const State &state);

/// How much of everything the open plan has; nothing where none is open.
std::vector<platform::PageFact> plan_facts(const State &state);

/// All of it, a line each, `page` as PageDescribed tells it.
std::string diagnostic_report(const State &state, const std::vector<platform::PageFact> &page, const std::string &now);

} // namespace fullcourt
