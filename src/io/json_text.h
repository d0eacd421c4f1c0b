// The few pieces of JSON text that writing needs. Private to io.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fullcourt {

/// In quotes, with only the escapes that JSON demands, in their shortest form. Ill-formed UTF-8 and NUL become
/// U+FFFD, so that a file or a journal that we write can always be read.
std::string json_string(std::string_view text);
/// The same, behind what `out` holds.
void append_json_string(std::string &out, std::string_view text);

/// Shortest round-trip; −0 is written as 0, because a reader may not tell them apart; what is not finite as null.
std::string json_number(double value);

std::string joined(const std::vector<std::string> &parts, std::string_view between);

} // namespace fullcourt
