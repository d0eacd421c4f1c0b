// The program's version, as `fullcourt --version` says it.
#pragma once

#include <string_view>

namespace fullcourt::cli {

inline constexpr std::string_view version = "0.1.0";

} // namespace fullcourt::cli
