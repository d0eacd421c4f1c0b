// Frames, timers, clocks and chance.
#include <array>
#include <cstdio>
#include <ctime>

#include "platform/web/border.h"

namespace fullcourt::platform {

void wake(int frames) { platform_wake(frames); }
void wake_after(double seconds) { platform_wake_after(seconds); }
void start_timer(std::uint32_t timer, double seconds) { platform_start_timer(timer, seconds); }
void stop_timer(std::uint32_t timer) { platform_stop_timer(timer); }
double seconds() { return platform_seconds(); }

std::string utc_now() {
    const auto now = static_cast<std::time_t>(platform_unix_milliseconds() / 1000);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

Date today() {
    const int packed = platform_today();
    return {packed / 10000, packed / 100 % 100, packed % 100};
}

std::uint64_t random_bits() {
    std::uint64_t bits = 0;
    platform_random(&bits, sizeof bits);
    return bits;
}

} // namespace fullcourt::platform
