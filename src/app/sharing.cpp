#include "app/sharing.h"

#include "app/persistence.h"
#include "io/merge.h"
#include "io/write.h"

namespace fullcourt {

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

void pin_revision(const State &state, Effects &effects, const Plan &plan, const Envelope &envelope, const std::string &reason,
                  const Context &context) {
    if (state.storage != StorageState::ready || envelope.revision.empty() || state.open->persistence.example) {
        return;
    }
    std::string file = write_plan(plan, envelope);
    platform::RevisionRow row{0, state.open->id.text, envelope.revision, context.now, reason, true, file.size()};
    effects.emplace_back(effect::KeepRevision{std::move(row), {std::move(file), {}, {}}});
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
