#include "app/sharing.h"

#include "app/persistence.h"
#include "io/merge.h"

namespace fullcourt {
namespace {

/// Of many accounts only what the store does not hold yet; where another tab writes, nobody knows what that is.
PlanPieces pieces_of(OpenPlan &open, const Plan &plan, const Envelope &envelope, const PlanParts *named) {
    PlanParts &parts = open.persistence.parts;
    if (!open.persistence.writable) {
        return PlanParts().pieces(plan, envelope);
    }
    if (plan.accounts.shares_with(open.plan().accounts)) {
        return parts.pieces(plan, envelope);
    }
    PlanParts others = parts;
    if (named != nullptr) {
        others.take_names(*named);
    }
    return others.pieces(plan, envelope);
}

} // namespace

Envelope share_envelope(State &state, Effects &effects, const Context &context) {
    OpenPlan &open = *state.open;
    if (open.persistence.example && !open.forReading) {
        // What went out is here when it comes back.
        adopt(state, effects, context);
    }
    Envelope &envelope = open.envelope;
    envelope.plan = open.id;
    envelope.author = state.author;
    if (envelope.ancestry.empty() || envelope.ancestry.front() != envelope.revision) {
        remember_shared(envelope, envelope.revision);
        store_ancestry(state, effects, context);
    }
    Envelope shared = envelope;
    shared.savedAt = context.now;
    pin_revision(state, effects, open.plan(), shared, sharedReason, context);
    return shared;
}

void pin_revision(State &state, Effects &effects, const Plan &plan, const Envelope &envelope, const std::string &reason,
                  const Context &context, const PlanParts *named) {
    if (state.storage != StorageState::ready || envelope.revision.empty() || state.open->persistence.example) {
        return;
    }
    PlanPieces pieces = pieces_of(*state.open, plan, envelope, named);
    platform::RevisionRow row{0, state.open->id.text, envelope.revision, context.now, reason, true, pieces.bytes};
    effects.emplace_back(effect::KeepRevision{std::move(row), in_pieces(std::move(pieces))});
}

void store_ancestry(State &state, Effects &effects, const Context &context) {
    Persistence &at = state.open->persistence;
    if (!at.writable || at.example || state.storage != StorageState::ready) {
        return;
    }
    // No record of the journal says it, so only the slot can hold it.
    ++at.sequence;
    store_now(state, effects, context);
}

} // namespace fullcourt
