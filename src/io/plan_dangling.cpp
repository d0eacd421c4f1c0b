#include "io/plan_dangling.h"

#include <string>
#include <vector>

#include "base/text.h"
#include "io/dangling.h"
#include "io/repair_names.h"

namespace fullcourt {
namespace {

class DanglingTeller {
  public:
    DanglingTeller(const Plan &plan, Repairs &repairs) : m_plan(plan), m_repairs(repairs) {}

    void all() {
        const RaciGrid &grid = *m_plan.raci;
        for (const auto &[id, activity] : grid.activities) {
            if (!activity.phase.empty() && !grid.phases.contains(activity.phase)) {
                m_repairs.kept("Activity " + name_of(m_plan, id) + " belongs to a phase, " + in_quotes(activity.phase.text) +
                               ", that the plan does not have; it stands before the first phase.");
            }
        }
        for (const auto &[role, column] : grid.columns) {
            if (!m_plan.organisation->roles.contains(role)) {
                m_repairs.kept("A column of the grid is for " + name_of(m_plan, role) + ", which is no role of the plan; it is kept.");
            }
        }
        for (const auto &[activity, cells] : grid.rows) {
            tell_about_row(activity, cells);
        }
        tell_about_rows(grid.notes, "A note on a cell");
        tell_about_rows(grid.asIs, "The as-is picture");
        for (const auto &[side, rows] : m_plan.ballots->grid) {
            tell_about_rows(rows, "The ballot of " + std::string(word_of(side, sideWords)));
        }
        tell_about(m_plan.organisation->roles);
        tell_about(m_plan.organisation->people);
        tell_about(m_plan.governance->meetings);
        tell_about(m_plan.governance->decisions);
        tell_about(m_plan.governance->escalation);
        tell_about(m_plan.measurement->kpis);
        tell_about(m_plan.practices->practices);
        tell_about(m_plan.practices->tools);
        tell_about(m_plan.records->log);
        tell_about(m_plan.records->disputes);
        tell_about(m_plan.scoring->criteria);
        tell_about(m_plan.contacts->contacts);
        tell_about(m_plan.contacts->stages);
        tell_about(m_plan.engagement->pods);
        tell_about(m_plan.engagement->plays);
        tell_about(m_plan.engagement->templates);
        tell_about(m_plan.engagement->notes);
        tell_about_tallies();
    }

  private:
    template <class Rows> void tell_about_rows(const Rows &rows, const std::string &what) {
        Dangling dangling(m_plan);
        dangling.rows(rows);
        for (const std::string &sentence : dangling.sentences(what)) {
            m_repairs.kept(sentence);
        }
    }

    void tell_about_tallies() {
        Dangling dangling(m_plan);
        dangling.lines_by_id("tallies", m_plan.ballots->tallies);
        for (const std::string &sentence : dangling.sentences("A tally")) {
            m_repairs.kept(sentence);
        }
    }

    template <class Item> void tell_about(const Collection<Item> &items) {
        const std::vector<Id<Item>> order = ordered(items);
        for (std::size_t i = 0; i < order.size(); ++i) {
            Dangling dangling(m_plan);
            describe(dangling, items.at(order[i]));
            for (const std::string &sentence : dangling.sentences(item_name(items.at(order[i]), i))) {
                m_repairs.kept(sentence);
            }
        }
    }

    template <class Item> static std::string item_name(const Item &item, std::size_t index) {
        if constexpr (requires { item.name; }) {
            return std::string(itemWords<Item>.label) + " " + in_quotes(item.name);
        } else {
            return std::string(itemWords<Item>.label) + " " + std::to_string(index + 1);
        }
    }

    void tell_about_row(const ActivityId &activity, const Cells &cells) {
        if (!m_plan.raci->activities.contains(activity)) {
            m_repairs.kept("A row of letters is for " + name_of(m_plan, activity) + ", which is no activity of the plan; it is kept.");
        }
        for (const auto &[role, letters] : cells) {
            if (!m_plan.organisation->roles.contains(role)) {
                m_repairs.kept(cell_name(m_plan, "", activity, role) + ": no role of the plan has that id; the letter is kept.");
            }
            const std::string text = letters.text();
            if (text.size() == 1 && text != "S" && !is_letter_of(*m_plan.raci, text[0])) {
                m_repairs.kept(cell_name(m_plan, "", activity, role) + ": “" + text + "” is no letter of this grid; it is kept.");
            }
        }
    }

    const Plan &m_plan;
    Repairs &m_repairs;
};

} // namespace

void tell_what_dangles(const Plan &plan, Repairs &repairs) { DanglingTeller(plan, repairs).all(); }

} // namespace fullcourt
