// Which organisation: the answer to the three questions of DOMAIN §3, and the company's situation that it is judged by
// (RULES §5). And the models that a company adds to the seven.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/collection.h"
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

/// What an own model needs of a factor: "at least 3, importance 2".
struct OwnNeed {
    bool atMost = false;   ///< else: at least
    int level = 0;         ///< 0 to 4
    double importance = 1; ///< 0 to 100

    friend bool operator==(const OwnNeed &, const OwnNeed &) = default;
};

/// A model besides the seven, or a copy of one to change. Texts are shown as the seven's own.
struct OwnModel {
    std::string name;
    Home home = Home::notChosen; ///< notChosen: it leaves that question open
    bool liaison = false;
    BdrOwner bdrOwner = BdrOwner::sales;
    std::string essence; ///< one line
    std::vector<std::string> advantages;
    std::vector<std::string> drawbacks;
    std::string governance;               ///< one line: what keeps it together
    std::string fitsWhen;                 ///< one line
    std::map<std::string, OwnNeed> needs; ///< by factor
    Position position;
    Extra extra;

    friend bool operator==(const OwnModel &, const OwnModel &) = default;
};
using OwnModelId = Id<OwnModel>;

} // namespace fullcourt
