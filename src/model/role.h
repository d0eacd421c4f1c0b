// A role of the account team (DOMAIN §2): what somebody does, not who somebody is.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "model/collection.h"
#include "model/extra.h"

namespace fullcourt {

/// Where in the company the role belongs.
enum class BusinessFunction { other, sales, marketing, product, customerSuccess, finance, operations, leadership };

/// The four functions that must exist even where one person covers several (S4).
enum class CoreFunction { none, accountExecutive, salesDevelopment, accountMarketing, productSpecialist };

struct Role;
using RoleId = Id<Role>;

struct Role {
    std::string name;
    std::string shortName; ///< for a column head; empty: the name is used
    BusinessFunction function = BusinessFunction::other;
    CoreFunction core = CoreFunction::none;
    std::optional<int> headcount;      ///< 0 to 100,000; not set is not 0
    RoleId reportsTo;                  ///< the solid line; empty: nobody in the plan
    RoleId dottedTo;                   ///< the dotted line; empty: none
    std::optional<double> costPerHead; ///< a year, in the plan's own currency; at least 0
    Position position;
    Extra extra;

    friend bool operator==(const Role &, const Role &) = default;
};

/// Short name where there is one, else the name.
inline const std::string &head_name(const Role &role) { return role.shortName.empty() ? role.name : role.shortName; }

} // namespace fullcourt
