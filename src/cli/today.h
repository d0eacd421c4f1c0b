// The machine's day, for what is counted from today, and its instant, for what is saved now.
#pragma once

#include <chrono>
#include <cstdint>
#include <format>
#include <string>

namespace fullcourt::cli {

/// Days since 1970-01-01, UTC.
inline std::int32_t today() {
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count());
}

/// "2026-11-26T12:00:00Z"
inline std::string now() { return std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); }

} // namespace fullcourt::cli
