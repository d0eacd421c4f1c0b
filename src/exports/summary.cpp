#include "exports/summary.h"

#include <algorithm>

#include "analysis/check.h"
#include "analysis/organisation_fit.h"
#include "base/date_words.h"
#include "base/text.h"
#include "exports/html_page.h"
#include "exports/manual.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

// What fits on a page.
constexpr std::size_t mostRows = 13;
constexpr std::size_t mostRoles = 9;
constexpr std::size_t mostItems = 5;
constexpr std::size_t mostKpis = 7;

std::string item(const std::string &strong, const std::string &rest) {
    return "<li><strong>" + markup_text(quoted(strong)) + "</strong>" + (rest.empty() ? "" : " ") + markup_text(rest) + "</li>\n";
}

std::string more(std::size_t all, std::size_t shown, std::string_view one, std::string_view many) {
    return all <= shown ? std::string() : "<li>… and " + counted(all - shown, one, many) + " more</li>\n";
}

std::string part(const std::string &title, const std::string &items, const std::string &missing, const std::string &list = "ul") {
    return "<section><h2>" + markup_text(title) + "</h2>\n" +
           (items.empty() ? "<p class=\"missing\">" + markup_text(missing) + "</p>\n" : "<" + list + ">\n" + items + "</" + list + ">\n") +
           "</section>\n";
}

std::string names_within(const Plan &plan, const std::set<RoleId> &roles, std::string_view conjunction = "and") {
    constexpr std::size_t most = 4;
    std::vector<std::string> names = role_names(plan, roles);
    if (names.size() > most) {
        const std::size_t left = names.size() - most;
        names.resize(most);
        names.push_back(counted(left, "other", "others"));
    }
    for (std::string &name : names) {
        name = quoted(name);
    }
    return names.empty() ? "nobody yet" : listed(names, conjunction);
}

std::string decisions_html(const Plan &plan) {
    const std::vector<DecisionId> order = ordered(plan.governance->decisions);
    std::string items;
    for (std::size_t i = 0; i < std::min(mostItems, order.size()); ++i) {
        const Decision &decision = plan.governance->decisions.at(order[i]);
        const std::string every = often(decision.period);
        items += item(decision.name + ":",
                      names_within(plan, decision.deciders, decision.either ? "or" : "and") + (every.empty() ? "" : ", " + every));
    }
    return part("Who decides", items + more(order.size(), mostItems, "decision", "decisions"), "Not settled yet.");
}

std::string meetings_html(const Plan &plan) {
    const std::vector<MeetingId> order = ordered(plan.governance->meetings);
    std::string items;
    for (std::size_t i = 0; i < std::min(mostItems, order.size()); ++i) {
        const Meeting &meeting = plan.governance->meetings.at(order[i]);
        const std::string every = often(meeting.period);
        items += item(meeting.name + ":", (every.empty() ? "when it is called" : every) + ", " + length(meeting.minutes) + "; " +
                                              names_within(plan, meeting.attendees));
    }
    return part("When we meet", items + more(order.size(), mostItems, "meeting", "meetings"), "No standing meetings yet.");
}

std::string ladder_html(const Plan &plan) {
    const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
    std::string items;
    for (std::size_t i = 0; i < std::min(mostItems, order.size()); ++i) {
        const EscalationLevel &level = plan.governance->escalation.at(order[i]);
        const std::string limit =
            level.limitDays ? ", for " + counted(static_cast<std::size_t>(*level.limitDays), "day", "days") : std::string();
        items += "<li>" + markup_text(names_within(plan, level.parties) + limit) + "</li>\n";
    }
    return part("When we cannot agree", items + more(order.size(), mostItems, "level", "levels"), "No ladder yet.", "ol");
}

std::string kpis_html(const Plan &plan) {
    std::vector<const Kpi *> shared;
    for (const KpiId &id : ordered(plan.measurement->kpis)) {
        const Kpi &kpi = plan.measurement->kpis.at(id);
        if (kpi.is_shared()) {
            shared.push_back(&kpi);
        }
    }
    std::string items;
    for (std::size_t i = 0; i < std::min(mostKpis, shared.size()); ++i) {
        const Kpi &kpi = *shared[i];
        items += item(kpi.name + (kpi.target.empty() ? "" : ":"), kpi.target.empty() ? std::string() : "target " + quoted(kpi.target));
    }
    const std::size_t others = plan.measurement->kpis.size() - shared.size();
    items += more(shared.size(), mostKpis, "KPI", "KPIs");
    items += others == 0 ? "" : "<li>besides, " + counted(others, "KPI of a single role", "KPIs of single roles") + "</li>\n";
    return part("What we measure together", items, "Not settled yet.");
}

std::string model_html(const Plan &plan) {
    const std::vector<const NamedModel *> parts = parts_of(plan.organisation->choice);
    if (parts.empty()) {
        return "<p class=\"missing\">No organisation model has been chosen yet.</p>\n";
    }
    std::string essence;
    for (const NamedModel *one : parts) {
        essence += " " + std::string(one->essence);
    }
    return "<p><strong>" + markup_text(choice_name(plan.organisation->choice)) + ".</strong> " + markup_text(essence) + "</p>\n";
}

std::string grid_part(const Plan &plan) {
    block::Grid grid = manual_grid(plan);
    if (grid.rows.empty() || grid.roles.empty()) {
        return "<p class=\"missing\">It has not been settled yet who does what.</p>\n";
    }
    const std::size_t rows = grid.rows.size();
    const std::size_t roles = grid.roles.size();
    grid.rows.resize(std::min(rows, mostRows));
    grid.roles.resize(std::min(roles, mostRoles));
    for (block::Grid::Row &row : grid.rows) {
        row.name = quoted(row.name);
    }
    for (std::string &role : grid.roles) {
        role = quoted(role);
    }
    std::vector<std::string> left;
    if (rows > mostRows) {
        left.push_back(counted(rows - mostRows, "more row", "more rows"));
    }
    if (roles > mostRoles) {
        left.push_back(counted(roles - mostRoles, "more role", "more roles"));
    }
    return grid_table_html(grid) + (left.empty() ? "" : "<p class=\"missing\">The whole grid has " + listed(left) + ".</p>\n");
}

std::string open_html(const std::vector<Finding> &findings) {
    const FindingCount found = count(findings);
    const std::size_t open = found.errors + found.warnings;
    std::string text = open == 0 ? "Nothing is open." : counted(open, "thing is", "things are") + " still to settle";
    text += found.errors == 0 ? "" : ", " + std::to_string(found.errors) + " of them pressing";
    text += open == 0 ? "" : ".";
    text += found.accepted == 0 ? "" : " " + counted(found.accepted, "other was", "others were") + " looked at and left so on purpose.";
    return "<p>" + markup_text(text) + " The operating manual has them all.</p>\n";
}

} // namespace

std::string summary_html(const Plan &plan, const Date &today, Checker &checker) {
    const std::string title = printable(plan.about->title).empty() ? "Untitled plan" : quoted(printable(plan.about->title));
    std::string body = "<main class=\"sheet\">\n<header><p class=\"kind\">On one page · " + markup_text(date_words(today)) + "</p><h1>" +
                       markup_text(title) + "</h1></header>\n";
    body += model_html(plan) + grid_part(plan);
    body += "<div class=\"columns\">\n" + decisions_html(plan) + meetings_html(plan) + ladder_html(plan) + kpis_html(plan) + "</div>\n";
    body += open_html(checker.check(plan, wording::days_of(today))) + "</main>\n";
    return html_page(title + ": on one page", body);
}

} // namespace fullcourt
