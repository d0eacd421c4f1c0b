#include "app/comparing.h"

#include <algorithm>

#include "base/pieces.h"

namespace fullcourt {
namespace {

constexpr std::size_t chunksSharedAtOnce = 1;

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

struct CompareWork::State {
    Plan mine;
    Plan theirs;
    std::optional<Plan> base;
    Comparison compared;
    std::optional<MergeWork> merging;
    Places places; ///< of mine, where the changes are asked for
    std::optional<ChangesWork> changing;
    std::size_t chunk = 0;
    Pieces pieces;

    State(const PlanCopy &ours, const PlanCopy &other, const std::optional<Plan> &from, const std::string &now)
        : mine(ours.plan), theirs(other.plan), base(from) {
        compared.origins = origins_of(ours, other, now);
        pieces.add(0.3, [this] { return share_chunks(); });
        pieces.add(1, [this] { return look_for_short_cut(); });
    }

    /// What is alike need not be compared again, nor be kept twice.
    double share_chunks() {
        const std::size_t chunks = std::max(theirs.accounts->table.chunks(), base ? base->accounts->table.chunks() : 0);
        const std::size_t end = std::min(chunk + chunksSharedAtOnce, chunks);
        for (; chunk < end; ++chunk) {
            share(theirs, mine);
            if (base) {
                share(*base, theirs);
                share(*base, mine);
            }
        }
        return chunk == chunks ? 1 : static_cast<double>(chunk) / static_cast<double>(chunks);
    }

    void share(Plan &plan, const Plan &other) const {
        if (!plan.accounts.shares_with(other.accounts)) {
            plan.accounts.edit().table.share_chunk(other.accounts->table, chunk);
        }
    }

    double look_for_short_cut() {
        compared.mine = mine;
        compared.result = mine;
        compared.base = base.value_or(Plan());
        if (mine == theirs) {
            compared.relation = CopyRelation::same;
            return 1;
        }
        if (base && *base == theirs) {
            compared.relation = CopyRelation::older;
            return 1;
        }
        compared.relation = !base ? CopyRelation::unrelated : *base == mine ? CopyRelation::update : CopyRelation::merge;
        merging.emplace(compared.base, mine, theirs, compared.origins);
        pieces.add(1, [this] { return merging->go_on() ? 1 : merging->part(); });
        pieces.add(0.1, [this] { return take_result(); });
        return 1;
    }

    /// Behind all that comparing takes.
    void add_changes() {
        pieces.add(0.1, [this] {
            places = places_of(mine);
            return 1;
        });
        pieces.add(0.2, [this] {
            if (!changing) {
                changing.emplace(mine, places, after());
            }
            return changing->go_on() ? 1 : 0;
        });
        pieces.add(0.05, [this] {
            compared.changes = reviewed_changes(mine, after(), changing->take());
            changing.reset();
            return 1;
        });
    }

    /// What the plan would be like once the copy is taken.
    const Plan &after() const { return compared.merges() ? compared.result : theirs; }

    double take_result() {
        Result<Merged> merged = merging->take();
        if (!merged) {
            compared.error = merged.error().message;
            return 1;
        }
        compared.result = std::move(merged->plan);
        compared.conflicts = std::move(merged->conflicts);
        if (compared.result == mine) {
            compared.relation = CopyRelation::older;
        }
        return 1;
    }
};

CompareWork::CompareWork(const PlanCopy &mine, const PlanCopy &theirs, const std::optional<Plan> &base, const std::string &now)
    : m_state(std::make_unique<State>(mine, theirs, base, now)) {}

CompareWork::~CompareWork() = default;

void CompareWork::ask_for_changes() { m_state->add_changes(); }

bool CompareWork::go_on() { return m_state->pieces.go_on(); }

double CompareWork::part() const { return m_state->pieces.part(); }

Comparison CompareWork::take() { return std::move(m_state->compared); }

const Plan &CompareWork::theirs() const { return m_state->theirs; }

Comparison compare_copies(const PlanCopy &mine, const PlanCopy &theirs, const std::optional<Plan> &base, const std::string &now) {
    CompareWork work(mine, theirs, base, now);
    while (!work.go_on()) {
    }
    return work.take();
}

Comparison compare_with_nothing(const PlanCopy &theirs) {
    Comparison compared;
    compared.result = theirs.plan;
    return compared;
}

} // namespace fullcourt
