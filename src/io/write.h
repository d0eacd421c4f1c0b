// Plan → canonical bytes: the envelope on one line, then one item a line in a stable order (DESIGN §4), so that
// an edit of one cell changes the envelope's line and one other. The same plan always gives the same bytes.
#pragma once

#include <string>

#include "io/envelope.h"

namespace fullcourt {

/// The whole file, ending in a line break.
std::string write_plan(const Plan &plan, const Envelope &envelope);

/// A file name for it: the title made safe for every file system, then ".fullcourt.json".
std::string file_name(const Plan &plan);

} // namespace fullcourt
