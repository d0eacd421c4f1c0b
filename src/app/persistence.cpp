#include "app/persistence.h"

#include <algorithm>
#include <utility>

#include "app/opening.h"
#include "io/edit_json.h"
#include "io/write.h"

namespace fullcourt {
namespace {

bool is_open(const State &state, const std::string &plan) { return state.open && state.open->id.text == plan; }

void start(Effects &effects, Timer timer, double seconds) { effects.emplace_back(effect::StartTimer{timer, seconds}); }

/// Minutes since the epoch of "2026-11-23T08:30:00Z", near enough for "ten minutes later".
long minutes_of(const std::string &instant) {
    const auto number = [&](std::size_t at, std::size_t length) {
        long value = 0;
        for (std::size_t i = at; i < at + length && i < instant.size(); ++i) {
            value = value * 10 + (instant[i] - '0');
        }
        return value;
    };
    return instant.size() < 16 ? 0 : ((number(0, 4) * 372 + number(5, 2) * 31 + number(8, 2)) * 24 + number(11, 2)) * 60 + number(14, 2);
}

void keep_revision_after_work(State &state, Effects &effects, const Context &context) {
    Persistence &at = state.open->persistence;
    if (at.revisionKeptAt.empty()) {
        at.revisionKeptAt = context.now;
    } else if (minutes_of(context.now) - minutes_of(at.revisionKeptAt) >= revisionMinutes) {
        keep_revision(state, effects, "Ten minutes of work", context);
    }
}

std::vector<platform::PartToStore> parts_to_store(std::vector<std::pair<std::string, Shared<std::string>>> parts) {
    std::vector<platform::PartToStore> stored;
    stored.reserve(parts.size());
    for (auto &[name, bytes] : parts) {
        stored.push_back({std::move(name), std::move(bytes)});
    }
    return stored;
}

/// Cells of accounts above which a change is stored and not journalled.
constexpr std::size_t mostCellsInRecord = 2 * accountChunkRows;

bool is_too_large_for_a_record(const PlanEdit &edit) {
    std::size_t cells = 0;
    for (const EditStep &step : edit.steps) {
        if (const auto *set = std::get_if<SetAccountCells>(&step)) {
            cells += set->cells.size();
        } else if (const auto *table = std::get_if<SetAccountTable>(&step)) {
            cells += table->table.rows();
        }
    }
    return cells > mostCellsInRecord;
}

/// Slots and journal lead to the newest state, whichever slot is lost.
bool all_is_stored(const Persistence &at) { return at.stored >= at.sequence && journal_complete(at); }

/// Something is new, no store is under way, and this tab may write.
bool may_store(const State &state) {
    if (!state.open || state.storage != StorageState::ready) {
        return false;
    }
    const Persistence &at = state.open->persistence;
    return !at.storing && at.writable && !all_is_stored(at);
}

} // namespace

platform::IndexRow index_row(const OpenPlan &open, const std::string &now) { return {open.id.text, open.plan().about->title, now, "", 0}; }

void adopt(State &state, Effects &effects, const Context &context) {
    OpenPlan &open = *state.open;
    Persistence &at = open.persistence;
    at.example = false;
    open.envelope.plan = open.id;
    if (open.envelope.revision.empty()) {
        open.envelope.revision = random_id(context.bits) + random_id(context.bits);
    }
    if (state.storage == StorageState::unavailable) {
        ++at.sequence;
        return;
    }
    // The id is new, so nobody else can hold the lock; writing need not wait for the answer.
    at.writable = true;
    at.lockAsked = true;
    effects.emplace_back(effect::TakeLock{open.id.text, false});
    effects.emplace_back(effect::PutIndex{index_row(open, context.now)});
    effects.emplace_back(effect::AppendJournal{open.id.text, {++at.sequence, "", "base", write_plan(open.plan(), open.envelope)}});
    start(effects, Timer::store, storeDelay);
}

void keep_change(State &state, Effects &effects, const Plan &before, const std::string &label, const Context &context) {
    OpenPlan &open = *state.open;
    Persistence &at = open.persistence;
    open.generation = state.nextId++;
    if (at.example) {
        // The journal's base is the example as it was, so that the edit that adopts it can be seen as one.
        const Plan after = open.history.present;
        open.history.present = before;
        adopt(state, effects, context);
        open.history.present = after;
    }
    const PlanEdit edit{label, diff(before, open.plan())};
    const bool large = state.storage == StorageState::ready && at.writable && is_too_large_for_a_record(edit);
    const bool complete = journal_complete(at);
    std::string json = large ? std::string() : write_edit(edit);
    const std::string parent = open.envelope.revision;
    open.envelope.parent = parent;
    open.envelope.revision = large ? random_id(context.bits) + random_id(context.bits) : next_revision(parent, json);
    ++at.sequence;
    const bool journalled = complete && !large;
    if (!journalled) {
        at.unjournalled = at.sequence;
    }
    if (state.storage == StorageState::unavailable) {
        return;
    }
    platform::JournalRow row{at.sequence, parent, "edit", std::move(json)};
    if (!journalled) {
        row.kind = "stored";
        row.bytes = open.envelope.revision;
    }
    effects.emplace_back(effect::AppendJournal{open.id.text, std::move(row)});
    keep_revision_after_work(state, effects, context);
    start(effects, Timer::store, large ? 0 : journalled ? storeDelay : storeDelayWithoutJournal);
}

void store_in_pieces(State &state, Effects &effects, const Context &context) {
    // What is stored is put together for itself, when all chunks have their names.
    if (may_store(state) && !state.open->persistence.parts.prepare(state.open->plan(), 0)) {
        state.open->persistence.parts.prepare(state.open->plan(), chunksAtOnce);
        start(effects, Timer::store, 0);
        return;
    }
    store_now(state, effects, context);
}

void store_now(State &state, Effects &effects, const Context &context) {
    if (!may_store(state)) {
        return;
    }
    OpenPlan &open = *state.open;
    Persistence &at = open.persistence;
    at.storing = true;
    at.storingUpTo = at.sequence;
    Envelope envelope = open.envelope;
    envelope.savedAt = context.now;
    PlanWrite write = at.parts.write(open.plan(), envelope, at.nextSlot);
    platform::IndexRow row = index_row(open, context.now);
    row.bytes = write.bytes;
    platform::PlanToStore files{std::string(1, at.nextSlot), std::move(write.slot), parts_to_store(std::move(write.parts)),
                                std::move(write.needs), std::vector<std::string>(write.keep.begin(), write.keep.end())};
    effects.emplace_back(effect::StorePlan{open.id.text, std::move(files), at.stored, std::move(row)});
}

platform::PlanInPieces in_pieces(PlanPieces pieces) {
    return {std::move(pieces.frame.before), parts_to_store(std::move(pieces.parts)), std::move(pieces.frame.after)};
}

void keep_revision(State &state, Effects &effects, const std::string &reason, const Context &context) {
    if (!state.open || state.open->persistence.example || state.storage != StorageState::ready) {
        return;
    }
    OpenPlan &open = *state.open;
    Envelope envelope = open.envelope;
    envelope.savedAt = context.now;
    PlanPieces pieces = open.persistence.parts.pieces(open.plan(), envelope);
    platform::RevisionRow row{0, open.id.text, envelope.revision, context.now, reason, false, pieces.bytes};
    effects.emplace_back(effect::KeepRevision{std::move(row), in_pieces(std::move(pieces))});
    open.persistence.revisionKeptAt = context.now;
}

void leave_plan(State &state, Effects &effects, const Context &context) {
    if (!state.open) {
        return;
    }
    Persistence &at = state.open->persistence;
    effects.emplace_back(effect::StopTimer{Timer::store});
    effects.emplace_back(effect::StopTimer{Timer::retry});
    if (at.writable && !at.example) {
        store_now(state, effects, context);
        effects.emplace_back(effect::ReleaseLock{state.open->id.text});
    }
    state.open.reset();
}

void on_journal_written(State &state, Effects &effects, const platform::JournalWritten &event, const Context &context) {
    if (!is_open(state, event.plan)) {
        return;
    }
    Persistence &at = state.open->persistence;
    if (event.error.empty()) {
        at.journalled = std::max(at.journalled, event.sequence);
        return;
    }
    at.unjournalled = at.sequence;
    at.error = event.error;
    effects.emplace_back(effect::Announce{save_sentence(state), true});
    store_now(state, effects, context);
}

void on_plan_stored(State &state, Effects &effects, const platform::PlanStored &event, const Context &context) {
    if (!is_open(state, event.plan)) {
        return;
    }
    Persistence &at = state.open->persistence;
    at.storing = false;
    if (!event.error.empty()) {
        // The journal may hold everything all the same; then only the pause before the next try is longer.
        if (!journal_complete(at) || at.journalled < at.sequence) {
            at.error = event.error;
        }
        at.parts.failed();
        start(effects, Timer::retry, retryDelay);
        return;
    }
    at.parts.stored();
    at.storedOlder = std::exchange(at.stored, at.storingUpTo);
    at.nextSlot = at.nextSlot == 'A' ? 'B' : 'A';
    if (at.stored >= at.sequence) {
        at.journalled = at.stored;
        at.error.clear();
    }
    if (at.handingOver) {
        if (all_is_stored(at)) {
            at.writable = false;
            effects.emplace_back(effect::ReleaseLock{event.plan});
            return;
        }
        store_now(state, effects, context);
    } else if (!journal_complete(at)) {
        start(effects, Timer::store, at.stored < at.sequence ? storeDelayWithoutJournal : 0);
    } else if (at.stored < at.sequence) {
        start(effects, Timer::store, storeDelay);
    }
}

void on_lock_changed(State &state, Effects &effects, const platform::LockChanged &event, const Context &) {
    if (!is_open(state, event.plan)) {
        return;
    }
    Persistence &at = state.open->persistence;
    const bool had = at.writable;
    at.lockAsked = false;
    at.handingOver = false;
    at.writable = event.held;
    if (event.held && !had) {
        // What the former writer did after this tab last read the plan has to be seen before anything is written.
        at.writable = false;
        at.lockAsked = true;
        effects.emplace_back(effect::LoadPlan{event.plan});
    } else if (!event.held && had) {
        effects.emplace_back(effect::Announce{"Another tab is now editing this plan; this one shows it.", true});
    }
}

void on_take_over_asked(State &state, Effects &effects, const platform::TakeOverAsked &event, const Context &context) {
    if (!is_open(state, event.plan) || !state.open->persistence.writable) {
        return;
    }
    Persistence &at = state.open->persistence;
    at.handingOver = true;
    if (all_is_stored(at) && !at.storing) {
        at.writable = false;
        effects.emplace_back(effect::ReleaseLock{event.plan});
        return;
    }
    store_now(state, effects, context);
}

} // namespace fullcourt
