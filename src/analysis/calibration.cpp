#include "analysis/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/key_order.h"
#include "analysis/share_search.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// The known accounts, by row, with what the model makes of them.
struct KnownAccounts {
    const Accounts &accounts;
    const Scoring &scoring;
    const CriterionValues &values;
    std::vector<double> shares; ///< together 1, or all 0
    std::vector<std::size_t> rows;
    std::vector<Placement> placed;
    std::vector<RowValues> account;
    WantedOrder wanted;

    std::string name(std::size_t i) const {
        return quoted(account_name(accounts, rows[i])) + " (" + std::string(placement_name(placed[i])) + ")";
    }
    std::string criterion_name(std::size_t k) const { return "“" + quoted(scoring.criteria.at(values.criteria[k].id).name) + "”"; }
};

std::vector<double> to_sum_one(std::span<const double> shares) {
    double sum = 0;
    for (const double share : shares) {
        sum += share;
    }
    std::vector<double> scaled(shares.begin(), shares.end());
    for (double &share : scaled) {
        share /= sum > 0 ? sum : 1;
    }
    return scaled;
}

KnownAccounts known_accounts(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                             std::span<const double> shares, const Placements &placements) {
    KnownAccounts known{accounts, scoring, values, to_sum_one(shares), {}, {}, {}, {}};
    for (const auto &[row, placement] : placements) {
        known.rows.push_back(row);
        known.placed.push_back(placement);
        known.account.push_back(row_values(values, row));
    }
    for (std::size_t i = 0; i < known.rows.size(); ++i) {
        for (std::size_t j = 0; j < known.rows.size(); ++j) {
            if (known.placed[i] > known.placed[j]) {
                known.wanted.emplace_back(i, j);
            }
        }
    }
    return known;
}

std::vector<double> contributions(const RowValues &account, const std::vector<double> &shares) {
    double all = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        all += account.counts[k] ? shares[k] : 0;
    }
    std::vector<double> parts;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        parts.push_back(account.counts[k] && all > 0 ? shares[k] * account.u[k] / all : 0);
    }
    return parts;
}

/// The criterion that speaks most for the account that should be below.
std::optional<std::size_t> blamed_for(const KnownAccounts &known, std::size_t above, std::size_t below) {
    const std::vector<double> first = contributions(known.account[above], known.shares);
    const std::vector<double> second = contributions(known.account[below], known.shares);
    std::optional<std::size_t> most;
    for (std::size_t k = 0; k < first.size(); ++k) {
        if (second[k] > first[k] && (!most || second[k] - first[k] > second[*most] - first[*most])) {
            most = k;
        }
    }
    return most;
}

void list_wrong_pairs(Calibration &calibration, const KnownAccounts &known) {
    std::vector<std::size_t> counts(known.shares.size());
    for (const auto &[above, below] : known.wanted) {
        if (q_of(known.account[above], known.shares) > q_of(known.account[below], known.shares)) {
            ++calibration.right;
            continue;
        }
        const std::optional<std::size_t> by = blamed_for(known, above, below);
        WrongPair pair{known.rows[above], known.rows[below], {}, known.name(above) + " should stand above " + known.name(below)};
        if (by) {
            ++counts[*by];
            pair.by = known.values.criteria[*by].id;
            pair.sentence += ", but " + known.criterion_name(*by) + " speaks for the latter";
        }
        pair.sentence += ".";
        calibration.wrongPairs.push_back(std::move(pair));
    }
    for (std::size_t k = 0; k < counts.size(); ++k) {
        if (counts[k] > 0) {
            calibration.blamed.push_back({known.values.criteria[k].id, counts[k]});
        }
    }
    sort_stably(calibration.blamed, [](const BlamedCriterion &a, const BlamedCriterion &b) { return a.pairs > b.pairs; });
}

/// As many high, medium and low as people placed, the best scores first.
std::vector<WrongPlacement> wrong_placements(const KnownAccounts &known) {
    std::vector<std::size_t> order(known.rows.size());
    std::vector<std::int64_t> q;
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        q.push_back(q_of(known.account[i], known.shares));
    }
    const AccountTable &table = known.accounts.table;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return q[a] != q[b] ? q[a] > q[b] : key_before(table.key(known.rows[a]), table.key(known.rows[b]));
    });
    std::vector<Placement> places = known.placed;
    std::sort(places.begin(), places.end(), [](Placement a, Placement b) { return a > b; });
    std::vector<Placement> byModel(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        byModel[order[place]] = places[place];
    }
    std::vector<WrongPlacement> wrong;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (byModel[i] != known.placed[i]) {
            wrong.push_back({known.rows[i], known.placed[i], byModel[i]});
        }
    }
    return wrong;
}

/// To a tenth of a per cent, what is over or lacking going to the largest; the same shares where that gets fewer right.
std::vector<double> rounded(const KnownAccounts &known, const std::vector<double> &shares) {
    std::vector<double> thousandths;
    double sum = 0;
    for (const double share : shares) {
        thousandths.push_back(std::round(share * 1000));
        sum += thousandths.back();
    }
    *std::max_element(thousandths.begin(), thousandths.end()) += 1000 - sum;
    for (double &share : thousandths) {
        share /= 1000;
    }
    const bool as_good = pairs_in_order(known.account, known.wanted, thousandths) >= pairs_in_order(known.account, known.wanted, shares);
    return as_good ? thousandths : shares;
}

std::string sentence_of(const KnownAccounts &known, const SharesProposal &proposal, std::size_t right) {
    std::vector<std::size_t> changed;
    for (std::size_t k = 0; k < known.shares.size(); ++k) {
        if (percent(known.shares[k]) != percent(proposal.shares[k])) {
            changed.push_back(k);
        }
    }
    // Two tell what it is about; what is too little to be seen in tenths of a per cent is not worth a list.
    constexpr std::size_t named = 2;
    sort_stably(changed, [&](std::size_t a, std::size_t b) {
        return std::abs(known.shares[a] - proposal.shares[a]) > std::abs(known.shares[b] - proposal.shares[b]);
    });
    const bool more = changed.size() > named;
    changed.resize(std::min(changed.size(), named));
    std::sort(changed.begin(), changed.end());
    std::vector<std::string> changes;
    for (const std::size_t k : changed) {
        changes.push_back(known.criterion_name(k) + " at " + percent(proposal.shares[k]) + " instead of " + percent(known.shares[k]));
    }
    return "With " +
           std::string(changes.empty() ? "slightly other shares"
                       : more          ? "other shares, most of all "
                                       : "") +
           listed(changes) + ", " + std::to_string(proposal.right) + " instead of " + std::to_string(right) + " of " +
           counted(known.wanted.size(), "pair", "pairs") + " would be in the right order.";
}

std::optional<SharesProposal> proposal_for(const KnownAccounts &known, std::size_t right) {
    if (known.shares.empty()) {
        return std::nullopt;
    }
    SharesProposal proposal;
    proposal.shares = rounded(known, better_shares(known.account, known.wanted, known.shares));
    proposal.right = pairs_in_order(known.account, known.wanted, proposal.shares);
    if (proposal.right <= right) {
        return std::nullopt;
    }
    proposal.change = distance_between(proposal.shares, known.shares);
    proposal.sentence = sentence_of(known, proposal, right);
    return proposal;
}

} // namespace

std::string_view placement_name(Placement placement) {
    switch (placement) {
    case Placement::high: return "high";
    case Placement::medium: return "medium";
    case Placement::low: break;
    }
    return "low";
}

Calibration calibrate(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, std::span<const double> shares,
                      const Placements &placements) {
    const KnownAccounts known = known_accounts(accounts, scoring, values, shares, placements);
    Calibration calibration;
    calibration.pairs = known.wanted.size();
    list_wrong_pairs(calibration, known);
    calibration.wrongPlacements = wrong_placements(known);
    calibration.proposal = proposal_for(known, calibration.right);
    return calibration;
}

Placements placements_of(const Accounts &accounts, const CriterionValues &values) {
    Placements placements;
    for (const auto &[id, mark] : accounts.marks) {
        if (mark.placement) {
            if (const std::optional<std::uint32_t> row = row_in_key_order(accounts.table, values.keyOrder, id.text)) {
                placements[*row] = *mark.placement;
            }
        }
    }
    return placements;
}

std::vector<std::size_t> accounts_to_place(const Scores &scores, const Placements &placed, std::size_t count) {
    std::vector<std::uint32_t> open;
    for (const std::uint32_t row : scores.order) {
        if (scores.q[row] >= 0 && !placed.contains(row)) {
            open.push_back(row);
        }
    }
    const std::size_t parts = std::min(count, open.size());
    std::vector<std::size_t> rows;
    for (std::size_t part = 0; part < parts; ++part) {
        const auto begin = open.begin() + static_cast<std::ptrdiff_t>(open.size() * part / parts);
        const auto end = open.begin() + static_cast<std::ptrdiff_t>(open.size() * (part + 1) / parts);
        rows.push_back(
            *std::max_element(begin, end, [&](std::uint32_t a, std::uint32_t b) { return scores.confidence[a] < scores.confidence[b]; }));
    }
    return rows;
}

} // namespace fullcourt
