// What a side signed, and whether it still holds: an edit that moves no account to another tier keeps a signature and asks for
// a line of confirmation; one that does voids it (RULES §2, scoring.not-signed).
#pragma once

#include <string>
#include <string_view>

#include "analysis/scoring.h"

namespace fullcourt {

/// Of every account that is in a tier, with its tier; the order of the rows and accounts in no tier make no difference.
/// `scores` and `values` of the same table. Sixteen hexadecimal digits.
std::string tiers_digest(const AccountTable &table, const CriterionValues &values, const Scores &scores);

/// Of the criteria in their order, with names and weights, and of the policy for tiers; not of the signatures.
std::string model_digest(const Scoring &scoring);

enum class SignatureState {
    none, ///< nobody signed for this side
    valid,
    toConfirm, ///< the model changed, but no account's tier
    voided     ///< an account is in another tier
};

/// With the digests as they are now.
SignatureState signature_state(const Scoring &scoring, Side side, std::string_view tiers, std::string_view model);

} // namespace fullcourt
