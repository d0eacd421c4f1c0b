// What the benchmarks share: the median time of some work, printed on a line.
#pragma once

#include <functional>

namespace fullcourt::bench {

void report(const char *what, const std::function<void()> &work, int times = 51);

/// A file per subject; core.cpp runs them.
void measure_scoring();
void measure_account_files();
void measure_engagement();
void measure_table_frames();
void measure_plan_search();
void measure_long_work();

/// 100,000 accounts, which peers.mjs reads and scores with other programs.
void measure_imported_accounts();
void measure_scored_accounts();

} // namespace fullcourt::bench
