// The sections of the page in the order of the sidebar, with their icons and names.
#pragma once

#include <array>

#include "app/action.h"
#include "ui/icons.h"

namespace fullcourt::ui {

struct Section {
    View view;
    const char *id;
    const char *icon;
    const char *name;
};
inline constexpr std::array sections = {
    Section{View::plans, "##plans", icon::library, "Plans"},
    Section{View::overview, "##overview", icon::gauge, "Overview"},
    Section{View::organisation, "##organisation", icon::users, "Organisation"},
    Section{View::models, "##models", icon::building2, "Models"},
    Section{View::raci, "##raci", icon::table2, "RACI grid"},
    Section{View::cadences, "##cadences", icon::calendar, "Cadences"},
    Section{View::decisions, "##decisions", icon::scale, "Decisions"},
    Section{View::escalation, "##escalation", icon::arrowUp, "Escalation"},
    Section{View::kpis, "##kpis", icon::target, "KPIs"},
    Section{View::governance, "##governance", icon::shieldCheck, "Governance"},
    Section{View::readiness, "##readiness", icon::listChecks, "Readiness"},
    Section{View::accounts, "##accounts", icon::crosshair, "Accounts"},
    Section{View::score, "##score", icon::slidersHorizontal, "Score"},
    Section{View::contacts, "##contacts", icon::contact, "Contacts"},
    Section{View::program, "##program", icon::trendingUp, "Program"},
    Section{View::pods, "##pods", icon::boxes, "Pods"},
    Section{View::engagement, "##engagement", icon::calendarRange, "Engagement"},
};

} // namespace fullcourt::ui
