// Which roles of a plan hold the offices that DOMAIN speaks of, and who stands above whom. Roles carry no tag for it, so an
// office is known by the template's id or by the names it usually has ("VP Sales", "Vice President of Sales").
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

enum class Office { vpSales, vpMarketing, salesOperations, salesManager, contentManager, businessDevelopment, liaison, overlayTeam };

class Offices {
  public:
    explicit Offices(const Organisation &organisation);

    /// The first such role in the plan's order; empty where there is none.
    const RoleId &of(Office office) const { return m_holders[static_cast<std::size_t>(office)]; }

  private:
    std::array<RoleId, 8> m_holders;
};

/// The roles of a core function in the plan's order.
std::vector<RoleId> roles_of(const Organisation &organisation, CoreFunction core);

/// Whether the solid lines lead from the role to the superior, over however many steps.
bool reports_up_to(const Organisation &organisation, const RoleId &role, const RoleId &superior);

/// Who stands above whom by solid lines, each line walked once. The organisation must outlive it.
class ChainsOfCommand {
  public:
    explicit ChainsOfCommand(const Organisation &organisation) : m_organisation(organisation) {}

    /// Who could settle what these cannot: the roles above all of them, nearest first; where no line says so, the roles of the
    /// company's leadership. Never one of them.
    std::vector<RoleId> above(const std::set<RoleId> &roles);

  private:
    using Chain = std::vector<const RoleId *>;

    const Organisation &m_organisation;
    std::map<std::string_view, Chain> m_chains; // by id; all ids are the organisation's
};

} // namespace fullcourt
