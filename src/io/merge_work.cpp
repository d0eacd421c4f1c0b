// Merging in pieces: the accounts (merge_accounts.h) around everything else, which is one piece for each of the three plans.
#include <optional>
#include <utility>

#include "base/pieces.h"
#include "io/merge.h"
#include "io/merge_accounts.h"
#include "io/plan_places.h"
#include "io/restore.h"

namespace fullcourt {
namespace {

bool is_about_rows(const PlanPath &path) { return !path.empty() && path.front() == "accounts"; }

Conflicts conflicts_about_rows(const Plan &plan, bool aboutRows) {
    Conflicts some;
    for (const auto &[key, conflict] : *plan.conflicts) {
        if (is_about_rows(conflict.path) == aboutRows) {
            some.emplace(key, conflict);
        }
    }
    return some;
}

AccountSide account_side_of(const Plan &plan, const std::string &origin) {
    return {&*plan.accounts, conflicts_about_rows(plan, true), origin};
}

Error too_many(std::size_t conflicts) {
    return {"The two copies differ in " + std::to_string(conflicts) + " places that both changed; Fullcourt keeps up to " +
                std::to_string(RestoreLimits().items) + ". Take one of the copies, or bring them closer first.",
            {}};
}

} // namespace

struct MergeWork::State {
    Plan base;
    Plan mine;
    Plan theirs;
    MergeOrigins origins;
    AccountRowsMerge accounts;
    MergeSide sides[3];
    std::optional<PlacesMerge> merging;
    MergedPlaces places;
    std::optional<PlanOfPlaces> making;
    Plan plan;
    Result<Merged> result = Merged();
    Pieces pieces;

    State(const Plan &from, const Plan &one, const Plan &other, const MergeOrigins &called)
        : base(from), mine(one), theirs(other), origins(called),
          accounts(account_side_of(base, {}), account_side_of(mine, origins.mine), account_side_of(theirs, origins.theirs)) {
        pieces.add(1, [this] { return look_for_short_cut(); });
    }

    double look_for_short_cut() {
        if (theirs == base || theirs == mine) {
            result = Merged{mine, {}};
        } else if (mine == base) {
            result = Merged{theirs, {}};
        } else {
            add_steps();
        }
        return 1;
    }

    void add_steps() {
        accounts.add_first_steps(pieces);
        const std::pair<const Plan *, std::string> plans[] = {{&base, {}}, {&mine, origins.mine}, {&theirs, origins.theirs}};
        for (std::size_t i = 0; i < std::size(plans); ++i) {
            pieces.add(0.3, [this, i, plan = plans[i].first, origin = plans[i].second] {
                sides[i] = {places_of(*plan), conflicts_about_rows(*plan, false), origin, {}};
                return 1;
            });
        }
        pieces.add(1, [this] { return merge_all_else(); });
        pieces.add(0.5, [this] { return make_plan(); });
        pieces.add(3, [this] { return begin_with_rows(); });
    }

    double merge_all_else() {
        if (!merging) {
            sides[1].touched = accounts.columns_with_changed_cells(true);
            sides[2].touched = accounts.columns_with_changed_cells(false);
            merging.emplace(sides[0], sides[1], sides[2]);
        }
        if (!merging->go_on()) {
            return merging->part();
        }
        places = merging->take();
        merging.reset();
        return 1;
    }

    double make_plan() {
        if (!making) {
            making.emplace(places.places);
        }
        return making->go_on() ? 1 : making->part();
    }

    double begin_with_rows() {
        Result<Plan> made = making->take();
        making.reset();
        if (!made) {
            result = made.error();
            return 1;
        }
        plan = *std::move(made);
        accounts.add_steps(pieces, plan.accounts->columns);
        pieces.add(0.3, [this] { return put_together(); });
        return 1;
    }

    double put_together() {
        MergedAccounts rows = accounts.take();
        plan.accounts.edit().table = std::move(rows.table);
        plan.conflicts.edit() = std::move(places.conflicts);
        plan.conflicts.edit().merge(std::move(rows.conflicts));
        if (plan.conflicts->size() > RestoreLimits().items) {
            result = too_many(plan.conflicts->size());
            return 1;
        }
        share_sections(plan, theirs);
        share_sections(plan, mine);
        places.found.insert(places.found.end(), rows.found.begin(), rows.found.end());
        result = Merged{std::move(plan), std::move(places.found)};
        return 1;
    }
};

MergeWork::MergeWork(const Plan &base, const Plan &mine, const Plan &theirs, const MergeOrigins &origins)
    : m_state(std::make_unique<State>(base, mine, theirs, origins)) {}

MergeWork::~MergeWork() = default;

bool MergeWork::go_on() { return m_state->pieces.go_on(); }

double MergeWork::part() const { return m_state->pieces.part(); }

Result<Merged> MergeWork::take() { return std::move(m_state->result); }

} // namespace fullcourt
