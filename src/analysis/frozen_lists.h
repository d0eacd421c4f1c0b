// A quarter's account list as it was frozen, and what became of it.
#pragma once

#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

/// The accounts that are in a tier now, under a name. `scores` and `values` of the table.
FrozenList freeze(const Accounts &accounts, const Scores &scores, const std::string &name, const std::string &on);

/// The tier an account had; none where it was on no list.
Tier tier_in(const FrozenList &list, const AccountId &account);

struct ListMove {
    AccountId account;
    Tier from = Tier::none;
    Tier to = Tier::none;
};

/// By the higher tier, then by id.
struct ListDifference {
    std::vector<ListMove> came;  ///< from no tier
    std::vector<ListMove> went;  ///< to no tier
    std::vector<ListMove> moved; ///< from tier to tier
    std::size_t stayed = 0;
    std::string sentence; ///< "4 accounts came, 3 went and 6 moved to another tier; 87 stayed."
};
ListDifference list_difference(const FrozenList &before, const FrozenList &after);

/// "2026-Q4"
std::string quarter_name(const std::string &day);

} // namespace fullcourt
