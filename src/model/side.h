// The sides that settle the model with each other. They are shown; single people never are.
#pragma once

#include <map>
#include <string>

namespace fullcourt {

enum class Side { marketing, sales, product };

/// What each side answered, 0 to 4, by the code of a statement or factor. A side that answered nothing has no entry.
using SideAnswers = std::map<Side, std::map<std::string, int>>;

} // namespace fullcourt
