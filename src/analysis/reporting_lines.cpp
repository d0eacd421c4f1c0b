#include "analysis/reporting_lines.h"

#include <algorithm>
#include <set>
#include <string>

#include "analysis/offices.h"
#include "analysis/organisation_change.h"
#include "base/text.h"
#include "edit/section_gestures.h"

namespace fullcourt {
namespace {

bool is_head_name(const std::string &name) {
    const std::string words = lowered(name);
    return words.starts_with("vp ") || words.starts_with("vice president") || words.starts_with("head of ") || words.starts_with("chief ");
}

class LineProposer {
  public:
    explicit LineProposer(const Plan &plan)
        : m_plan(plan), m_drawn(plan), m_offices(*plan.organisation), m_order(ordered(plan.organisation->roles)) {
        for (const auto &[role, column] : plan.raci->columns) {
            m_busy.insert(role);
        }
        for (const auto &[id, level] : plan.governance->escalation) {
            m_busy.insert(level.parties.begin(), level.parties.end());
        }
        for (const auto &[id, role] : plan.organisation->roles) {
            if (role.core != CoreFunction::none || role.headcount.value_or(0) > 0) {
                m_busy.insert(id);
            }
        }
    }

    PlanEdit propose() {
        for (const ExpectedLine &line : expected_lines(*m_plan.organisation, m_plan.organisation->choice)) {
            if (!line.solid.empty()) {
                draw(line.role, line.solid.front());
            }
            add(set_dotted_line(m_drawn, line.role, m_plan.organisation->roles.at(line.role).dottedTo.empty() ? line.dotted : RoleId()));
        }
        const RoleId top = revenue_head();
        for (const RoleId &id : m_order) {
            const Role &role = m_plan.organisation->roles.at(id);
            const RoleId head = head_of(role.function);
            const RoleId manager = manager_of(role.function);
            if (id == head) {
                // Product and finance answer to nobody who leads revenue.
                const bool revenue = role.function == BusinessFunction::sales || role.function == BusinessFunction::marketing ||
                                     role.function == BusinessFunction::customerSuccess;
                draw(id, revenue ? top : RoleId());
            } else {
                draw(id, manager.empty() || manager == id ? head : manager);
            }
        }
        return m_edit;
    }

  private:
    const Role *busy(const RoleId &id) const { return m_busy.contains(id) ? find(m_plan.organisation->roles, id) : nullptr; }

    RoleId first_named(BusinessFunction function, bool (*fits)(const std::string &)) const {
        for (const RoleId &id : m_order) {
            const Role *role = busy(id);
            if (role != nullptr && role->function == function && fits(role->name)) {
                return id;
            }
        }
        return {};
    }

    RoleId head_of(BusinessFunction function) const {
        const RoleId known = function == BusinessFunction::sales       ? m_offices.of(Office::vpSales)
                             : function == BusinessFunction::marketing ? m_offices.of(Office::vpMarketing)
                                                                       : RoleId();
        return known.empty() ? first_named(function, is_head_name) : known;
    }

    RoleId manager_of(BusinessFunction function) const {
        return first_named(function, [](const std::string &name) {
            const std::string words = lowered(name);
            return words == "sales manager" || words == "marketing manager";
        });
    }

    RoleId revenue_head() const {
        return first_named(BusinessFunction::leadership, [](const std::string &name) {
            const std::string words = lowered(name);
            return words == "cro" || words == "chief revenue officer";
        });
    }

    void draw(const RoleId &role, const RoleId &superior) {
        const Role *before = find(m_drawn.organisation->roles, role);
        const bool circle = superior == role || reports_up_to(*m_drawn.organisation, superior, role);
        if (before != nullptr && busy(role) != nullptr && before->reportsTo.empty() && !superior.empty() && !circle) {
            add(set_reports_to(m_drawn, role, superior));
        }
    }

    void add(const PlanEdit &edit) {
        apply(m_drawn, edit);
        m_edit.steps.insert(m_edit.steps.end(), edit.steps.begin(), edit.steps.end());
    }

    const Plan &m_plan;
    Plan m_drawn; ///< with the lines proposed so far
    Offices m_offices;
    std::vector<RoleId> m_order;
    std::set<RoleId> m_busy;
    PlanEdit m_edit{"Draw the usual reporting lines", {}};
};

} // namespace

PlanEdit propose_reporting_lines(const Plan &plan) { return LineProposer(plan).propose(); }

} // namespace fullcourt
