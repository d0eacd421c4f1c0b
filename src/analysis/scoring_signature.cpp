#include "analysis/scoring_signature.h"

#include "base/hash.h"
#include "base/number.h"

namespace fullcourt {
namespace {

/// Texts are told apart by their lengths, whatever stands in them.
void add(std::string &canonical, std::string_view text) {
    canonical += std::to_string(text.size()) + ":";
    canonical += text;
    canonical += "\n";
}

void add(std::string &canonical, double number) { add(canonical, to_text(number)); }

template <class Enumeration> void add_choice(std::string &canonical, Enumeration value) {
    add(canonical, std::to_string(static_cast<int>(value)));
}

void add_criterion(std::string &canonical, const Criterion &criterion) {
    add(canonical, criterion.name);
    add_choice(canonical, criterion.family);
    add(canonical, criterion.column.text);
    add_choice(canonical, criterion.scale);
    add_choice(canonical, criterion.points.size());
    for (const ScalePoint &point : criterion.points) {
        add(canonical, point.x);
        add(canonical, point.u);
    }
    add_choice(canonical, criterion.values.size());
    for (const auto &[word, u] : criterion.values) {
        add(canonical, word);
        add(canonical, u);
    }
    add(canonical, criterion.otherwise);
    add(canonical, criterion.halfLife);
    add_choice(canonical, missing_policy(criterion));
    add(canonical, criterion.marketing);
    add(canonical, criterion.sales);
    add(canonical, criterion.settled ? to_text(*criterion.settled) : std::string());
}

void add_policy(std::string &canonical, const TierPolicy &policy) {
    add_choice(canonical, policy.method);
    add_choice(canonical, policy.oneToOne);
    add_choice(canonical, policy.oneToFew);
    for (const double number : {policy.oneToManyFrom, policy.oneToFewFrom, policy.oneToOneFrom, policy.confidence}) {
        add(canonical, number);
    }
    add(canonical, policy.asOf);
}

} // namespace

std::string tiers_digest(const AccountTable &table, const CriterionValues &values, const Scores &scores) {
    std::uint64_t digest = fnv1a("");
    for (const std::uint32_t row : values.keyOrder) {
        if (scores.tier[row] != Tier::none) {
            digest = fnv1a("\n", fnv1a(tier_name(scores.tier[row]), fnv1a("\t", fnv1a(table.key(row), digest))));
        }
    }
    return to_hex(digest);
}

std::string model_digest(const Scoring &scoring) {
    std::string canonical;
    for (const CriterionId &id : ordered(scoring.criteria)) {
        add(canonical, id.text);
        add_criterion(canonical, scoring.criteria.at(id));
    }
    add_policy(canonical, scoring.tiers);
    return to_hex(fnv1a(canonical));
}

SignatureState signature_state(const Scoring &scoring, Side side, std::string_view tiers, std::string_view model) {
    const auto signature = scoring.signatures.find(side);
    if (signature == scoring.signatures.end()) {
        return SignatureState::none;
    }
    if (signature->second.tiers != tiers) {
        return SignatureState::voided;
    }
    return signature->second.model == model ? SignatureState::valid : SignatureState::toConfirm;
}

} // namespace fullcourt
