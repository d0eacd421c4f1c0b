// Text of a plan made fit for a document that others read: whatever it holds, it is shown as letters and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fullcourt {

/// One line without control characters of any kind, without marks that turn the direction of what follows (so that a name cannot
/// rearrange the sentence it stands in), and without what no XML may hold. Ill-formed UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

/// The same for a text of several lines; empty lines are left out.
std::vector<std::string> printable_lines(std::string_view text);

/// For HTML, XML and SVG, within elements and within quoted attributes.
std::string markup_text(std::string_view text);

} // namespace fullcourt
