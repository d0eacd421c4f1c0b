#include "bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace fullcourt::bench {
namespace {

double milliseconds(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

void report(const char *what, const std::function<void()> &work, int times) {
    std::vector<double> measured;
    work();
    for (int i = 0; i < times; ++i) {
        measured.push_back(milliseconds(work));
    }
    std::sort(measured.begin(), measured.end());
    std::printf("%-62s %9.3f ms  (%.3f to %.3f)\n", what, measured[measured.size() / 2], measured.front(), measured.back());
}

} // namespace fullcourt::bench
