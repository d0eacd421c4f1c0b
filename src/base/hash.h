// Two digests: a fast one for keys and caches, and SHA-256 for what is stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fullcourt {

/// FNV-1a, 64 bits. Not for anything an attacker chooses.
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t start = 0xcbf29ce484222325ULL);

/// Sixteen lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Our own, because the browser's is absent on
/// plain http and the libraries that offer it are not packaged as source for WebAssembly.
std::string sha256(std::string_view bytes);

} // namespace fullcourt
