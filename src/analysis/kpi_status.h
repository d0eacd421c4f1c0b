// Where a KPI stands: its newest value against its target (DOMAIN §8), and what a plan's KPIs count.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// The number that a target's text speaks of: "25 %" → 25, "≥ 1,200" → 1200, "14 days" → 14. Nothing where there is none or
/// more than one ("5 to 7 days").
std::optional<double> target_number(std::string_view target);

enum class KpiState { onTarget, close, off, unknown };
enum class KpiTrend { better, worse, level, unknown };

struct KpiStatus {
    KpiState state = KpiState::unknown; ///< close: within 10 % of the target
    KpiTrend trend = KpiTrend::unknown; ///< against the value before
    std::optional<double> latest;       ///< of the newest period
    std::string period;                 ///< "2026-Q4"; empty without a value
    std::string sentence;               ///< "November 2026: 31 %, on target (25 %), up from 28 %." Empty without a value
};
/// Periods are ordered by the month they end in: "2026-Q3" before "2026-11" before "2026".
KpiStatus kpi_status(const Kpi &kpi);

/// The spans that it has a value of, by the month they end in.
std::vector<std::string> periods_in_order(const Kpi &kpi);

/// "3 on target, 1 close, 2 off; 4 have no value yet." Empty where no KPI has a value.
std::string kpi_standing(const Plan &plan);

/// Do the plan's KPIs count accounts or leads?
struct KpiBalance {
    std::size_t account = 0;
    std::size_t lead = 0;
    std::size_t neither = 0;
    std::size_t shared = 0; ///< by the program
    std::size_t agreed = 0; ///< of the shared ones: signed by both sides
    std::string sentence;   ///< "12 of 23 KPIs count accounts and 4 leads." Empty where there are none
};
KpiBalance kpi_balance(const Plan &plan);

} // namespace fullcourt
