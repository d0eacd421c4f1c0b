// Which organisation: the answer to the three questions of DOMAIN §3, and the company's situation that it is judged by
// (RULES §5).
#pragma once

#include <map>
#include <string>

#include "model/extra.h"

namespace fullcourt {

/// Where is home?
enum class Home { notChosen, marketing, sales, matrix, overlay, salesVicePresident };
/// Who owns the BDRs?
enum class BdrOwner { sales, marketing };

struct OrganisationChoice {
    Home home = Home::notChosen;
    bool liaison = false; ///< is there a full-time liaison?
    BdrOwner bdrOwner = BdrOwner::sales;
    /// Factor of RULES §5 ("marketing-scale") → answer 0 to 4; a factor that is not there is not answered.
    std::map<std::string, int> context;
    Extra extra;

    friend bool operator==(const OrganisationChoice &, const OrganisationChoice &) = default;
};

} // namespace fullcourt
