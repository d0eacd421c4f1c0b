// Bytes as text that addresses may hold: base64url (RFC 4648 §5) without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

std::string to_base64url(std::string_view bytes);

/// Whether the character is one of its 64.
bool is_base64url(char c);

/// Nothing where a character is none of the 64. What is left of a text that was cut (fewer than 8 bits) is dropped.
std::optional<std::string> from_base64url(std::string_view text);

} // namespace fullcourt
