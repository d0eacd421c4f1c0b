// The sides that settle the model with each other. They are shown; single people never are.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace fullcourt {

enum class Side { marketing, sales, product };

/// "marketing"
std::string_view side_name(Side side);

/// What each side answered, 0 to 4, by the code of a statement or factor. A side that answered nothing has no entry.
using SideAnswers = std::map<Side, std::map<std::string, int>>;

} // namespace fullcourt
