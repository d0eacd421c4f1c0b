// How often a property is tried.
#pragma once

#include <cstdlib>

namespace fullcourt::test {

/// Everything is tried where FULLCOURT_LONG is set in the environment, as for the survival of the page.
inline bool is_long_run() {
    static const bool isLong = std::getenv("FULLCOURT_LONG") != nullptr;
    return isLong;
}

/// `all` in a long run, else the first eighth, which finds most of what all of them find. As WebAssembly half of that: what differs
/// there is the size of a pointer and the standard library, and luck is tried natively, under the sanitizers.
template <class Number> Number rounds(Number all) {
#ifdef FULLCOURT_FEWER_ROUNDS
    constexpr Number part = 16;
#else
    constexpr Number part = 8;
#endif
    return is_long_run() ? all : all / part;
}

} // namespace fullcourt::test
