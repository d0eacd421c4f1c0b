// The model held against accounts that people know: what it gets wrong, by which criteria, and the smallest change of the
// shares that gets most right (RULES §3). Nothing changes until somebody accepts it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

/// "low" …
std::string_view placement_name(Placement placement);

/// By row. Meant for about twenty accounts; two hundred take seconds.
using Placements = std::map<std::size_t, Placement>;

/// Two accounts placed apart, which the model does not put in that order.
struct WrongPair {
    std::size_t above = 0; ///< the row that should have the higher score
    std::size_t below = 0;
    CriterionId by;       ///< whose contribution speaks most for the wrong one; empty where none does
    std::string sentence; ///< "Acme (high) should stand above Bolt (medium), but “Intent” speaks for the latter."
};

/// An account that the model would place elsewhere, if it were to fill high, medium and low with as many accounts.
struct WrongPlacement {
    std::size_t row = 0;
    Placement placed = Placement::low;
    Placement byModel = Placement::low;
};

struct BlamedCriterion {
    CriterionId criterion;
    std::size_t pairs = 0; ///< wrong pairs for which it does most
};

struct SharesProposal {
    std::vector<double> shares; ///< in the order of the criteria; together 1
    std::size_t right = 0;      ///< pairs in the right order with them
    double change = 0;          ///< Σ |proposed − present share|
    std::string sentence; ///< "With “Intent” at 42 % instead of 35 % and …, 118 instead of 104 of 133 pairs would be in the right order."
};

struct Calibration {
    std::size_t pairs = 0; ///< of accounts placed apart
    std::size_t right = 0; ///< where the one placed higher has the higher score
    std::vector<WrongPair> wrongPairs;
    std::vector<WrongPlacement> wrongPlacements;
    std::vector<BlamedCriterion> blamed;    ///< most pairs first, then in the order of the criteria
    std::optional<SharesProposal> proposal; ///< nothing where no better one was found
};

/// `shares` as for score_accounts. The same question always gets the same answer; the search moves shares in steps of half a
/// per cent and is no proof that nothing smaller or better exists.
Calibration calibrate(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, std::span<const double> shares,
                      const Placements &placements);

} // namespace fullcourt
