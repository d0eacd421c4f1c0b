// How often a property is tried.
#pragma once

#include <cstdlib>

namespace fullcourt::test {

/// Everything is tried where FULLCOURT_LONG is set in the environment, as for the survival of the page.
inline bool is_long_run() {
    static const bool isLong = std::getenv("FULLCOURT_LONG") != nullptr;
    return isLong;
}

/// `all` in a long run, else the first quarter, which finds most of what all of them find.
template <class Number> Number rounds(Number all) { return is_long_run() ? all : all / 4; }

} // namespace fullcourt::test
