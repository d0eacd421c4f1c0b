#include "app/report.h"

#include <cmath>
#include <numeric>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

using Facts = std::vector<platform::PageFact>;

void add(std::string &text, const std::string &title, const Facts &facts) {
    text += facts.empty() ? "" : "\n" + title + "\n";
    for (const platform::PageFact &fact : facts) {
        text += "- " + fact.name + ": " + on_one_line(fact.value) + "\n";
    }
}

std::size_t cells_of(const RaciGrid &grid) {
    return std::accumulate(grid.rows.begin(), grid.rows.end(), std::size_t{0},
                           [](std::size_t sum, const auto &row) { return sum + row.second.size(); });
}

} // namespace

std::vector<platform::PageFact> storage_facts(const State &state) {
    const std::vector<platform::IndexRow> plans = plans_of(state, false);
    const std::uint64_t bytes = std::accumulate(state.library.begin(), state.library.end(), std::uint64_t{0},
                                                [](std::uint64_t sum, const platform::IndexRow &row) { return sum + row.bytes; });
    Facts facts = {{"Plans", grouped(plans.size()) + " kept, " + grouped(plans_of(state, true).size()) + " deleted"}};
    if (!state.library.empty()) {
        const std::string size = bytes < 1000 ? "under 1 kB" : grouped(to_text(std::ceil(static_cast<double>(bytes) / 1000))) + " kB";
        facts.push_back({"Their size", size});
    }
    if (state.storage == StorageState::unavailable) {
        facts.push_back({"Nothing is kept", state.storageError});
    }
    if (state.open) {
        facts.push_back({"The open plan", save_sentence(state)});
        facts.push_back({"Steps to undo", grouped(state.open->history.past.size())});
    }
    return facts;
}

std::vector<platform::PageFact> plan_facts(const State &state) {
    if (!state.open) {
        return {};
    }
    const Plan &plan = state.open->plan();
    return {{"Roles and people", grouped(plan.organisation->roles.size()) + " and " + grouped(plan.organisation->people.size())},
            {"Grid", grouped(plan.raci->activities.size()) + " activities, " + grouped(plan.raci->columns.size()) + " columns, " +
                         grouped(cells_of(*plan.raci)) + " cells"},
            {"Meetings, decisions, KPIs", grouped(plan.governance->meetings.size()) + ", " + grouped(plan.governance->decisions.size()) +
                                              ", " + grouped(plan.measurement->kpis.size())},
            {"Accounts", grouped(plan.accounts->table.rows()) + " in " + grouped(plan.accounts->columns.size()) + " columns"},
            {"Contacts and plays", grouped(plan.contacts->contacts.size()) + " and " + grouped(plan.engagement->plays.size())},
            {"Conflicts between copies", grouped(plan.conflicts->size())},
            {"Mended while it was read", grouped(state.open->repairs.sentences.size() + state.open->repairs.more)}};
}

std::string diagnostic_report(const State &state, const std::vector<platform::PageFact> &page, const std::string &now) {
    std::string text = "Fullcourt, diagnostic report of " + now + "\nIt holds nothing of what stands in the plans.\n";
    add(text, "Page", page);
    add(text, "Storage", storage_facts(state));
    add(text, "The open plan, by numbers", plan_facts(state));
    return text;
}

} // namespace fullcourt
