// Small figures as people say them.
#pragma once

#include <cstdint>
#include <string>

#include "app/state.h"

namespace fullcourt::ui {

/// "just now", "5 minutes ago", "yesterday", "12 November 2026"; both are UTC instants. Empty where `then` is none.
std::string ago(const std::string &then, const std::string &now);
/// "812 bytes", "12 kB", "3.4 MB".
std::string size_text(std::uint64_t bytes);
/// "12 November 2026, 08:30 UTC".
std::string instant_text(const std::string &instant);

/// Where plans are kept, and how safe they are there.
std::string storage_sentence(const State &state);

} // namespace fullcourt::ui
