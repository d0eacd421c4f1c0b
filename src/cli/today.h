// The machine's day, for what is counted from today.
#pragma once

#include <chrono>
#include <cstdint>

namespace fullcourt::cli {

/// Days since 1970-01-01, UTC.
inline std::int32_t today() {
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count());
}

} // namespace fullcourt::cli
