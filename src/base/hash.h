// Two digests: a fast one for keys and caches, and SHA-256 for what is stored.
#pragma once

#include <array>
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

/// The same of bytes that come one after the other.
class Sha256 {
  public:
    void add(std::string_view bytes);
    /// Of all that was added; nothing is added behind it.
    std::string digest();

  private:
    std::array<std::uint32_t, 8> m_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::string m_rest; ///< fewer than a block's
    std::uint64_t m_size = 0;
};

} // namespace fullcourt
