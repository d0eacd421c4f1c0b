// Identifiers for new items. Injected, so that tests and templates are the same on every run.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace fullcourt {

/// Gives 64 random bits a call; the page's comes from the browser's cryptographic generator.
using RandomBits = std::function<std::uint64_t()>;

/// Ten characters of lower-case Crockford base32 (50 bits): unlikely to meet within one plan or one company.
std::string random_id(const RandomBits &bits);

/// A generator that counts up from a seed: for tests and for templates, where ids must repeat.
RandomBits counting_bits(std::uint64_t seed);

} // namespace fullcourt
