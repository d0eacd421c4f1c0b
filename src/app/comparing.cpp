#include "app/comparing.h"

#include <algorithm>

namespace fullcourt {
namespace {

bool contains(const std::vector<std::string> &revisions, const std::string &revision) {
    return std::find(revisions.begin(), revisions.end(), revision) != revisions.end();
}

MergeOrigins origins_of(const PlanCopy &mine, const PlanCopy &theirs, const std::string &now) {
    Envelope present = mine.envelope;
    present.savedAt = now;
    MergeOrigins origins{origin_of(present), origin_of(theirs.envelope)};
    if (origins.mine == origins.theirs) {
        // Saved within one second, and nobody said who: they must not be taken for one.
        origins.theirs += (origins.theirs.empty() ? "" : ", ") + std::string("the other copy");
    }
    return origins;
}

} // namespace

std::vector<std::string> bases_of(const Envelope &mine, const Envelope &theirs, const std::vector<std::string> &sharedHere) {
    std::vector<std::string> bases = common_revisions(mine, theirs);
    std::vector<std::string> line = {theirs.revision, theirs.parent};
    line.insert(line.end(), theirs.ancestry.begin(), theirs.ancestry.end());
    for (const std::string &revision : line) {
        if (!revision.empty() && contains(sharedHere, revision) && !contains(bases, revision)) {
            bases.push_back(revision);
        }
    }
    return bases;
}

Comparison compare_copies(const PlanCopy &mine, const PlanCopy &theirs, const std::optional<Plan> &base, const std::string &now) {
    Comparison compared;
    compared.mine = mine.plan;
    compared.result = mine.plan;
    compared.base = base.value_or(Plan());
    compared.origins = origins_of(mine, theirs, now);
    if (mine.plan == theirs.plan) {
        compared.relation = CopyRelation::same;
        return compared;
    }
    if (base && *base == theirs.plan) {
        compared.relation = CopyRelation::older;
        return compared;
    }
    compared.relation = !base ? CopyRelation::unrelated : *base == mine.plan ? CopyRelation::update : CopyRelation::merge;
    Result<Merged> merged = merge(compared.base, mine.plan, theirs.plan, compared.origins);
    if (!merged) {
        compared.error = merged.error().message;
        return compared;
    }
    compared.result = std::move(merged->plan);
    compared.conflicts = std::move(merged->conflicts);
    if (compared.result == mine.plan) {
        compared.relation = CopyRelation::older;
    }
    return compared;
}

Comparison compare_with_nothing(const PlanCopy &theirs) {
    Comparison compared;
    compared.result = theirs.plan;
    return compared;
}

} // namespace fullcourt
