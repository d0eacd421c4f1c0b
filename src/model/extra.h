// What a newer or foreign program wrote and this one does not know: kept, compared, merged and written back.
#pragma once

#include <map>
#include <string>

namespace fullcourt {

/// Unknown key → its value as canonical JSON text.
using Extra = std::map<std::string, std::string>;

} // namespace fullcourt
