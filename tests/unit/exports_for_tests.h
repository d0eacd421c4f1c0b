// Exports, as tests ask for them.
#pragma once

#include <string>

#include "exports/exports.h"

namespace fullcourt::test {

/// The day that these tests take for today.
inline constexpr Date exportDay{2026, 11, 26};

/// `from`: the day on which the calendar begins.
inline std::string exported(const Plan &plan, ExportKind kind, const Date &from = exportDay) {
    return make_export(plan, {.kind = kind, .today = exportDay, .from = from, .plan = "plan"}).bytes;
}

} // namespace fullcourt::test
