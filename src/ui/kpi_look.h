// Where a value stands against its target, as the list of KPIs and the program show it. No sign of a finding: what is near its target
// is nothing to settle.
#pragma once

#include "analysis/kpi_status.h"
#include "ui/icons.h"
#include "ui/theme.h"

namespace fullcourt::ui {

/// Told apart by shape as well as by colour.
struct KpiLook {
    const char *icon = nullptr;
    ImU32 ink = 0;
};

inline KpiLook kpi_look(KpiState state) {
    switch (state) {
    case KpiState::onTarget: return {icon::circleCheck, palette().good};
    case KpiState::close: return {icon::circleMinus, palette().warning};
    case KpiState::off: return {icon::circleX, palette().error};
    case KpiState::unknown: break;
    }
    return {icon::circle, palette().muted};
}

} // namespace fullcourt::ui
