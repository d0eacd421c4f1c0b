// Keeping the open plan safe: journal at once, store after a pause, one writer. Part of update(); see State.
//
// The journal keeps every record since the older of the two slots, so that either slot and the journal lead to the
// newest state, and a damaged slot loses nothing. A change of a whole list of accounts has no record of its own text: it goes to
// both slots, in pieces, and is shown as saved when it is in both.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Seconds of quiet before a plan is written to its slot.
inline constexpr double storeDelay = 2;
/// The same while no record keeps what is new.
inline constexpr double storeDelayWithoutJournal = 0.2;
/// Seconds between tries after a failed write.
inline constexpr double retryDelay = 5;
/// Minutes of work after which a revision is kept.
inline constexpr int revisionMinutes = 10;

/// What the open plan's present state became through `steps` is journalled (and an example adopted). `before` is the
/// plan as it was.
void keep_change(State &state, Effects &effects, const Plan &before, const std::string &label, const Context &context);

/// Puts a plan that the store does not hold yet into the library, as the open plan: base record, index row, lock.
void adopt(State &state, Effects &effects, const Context &context);

/// Chunks of accounts that are written between two chances for the person's hand: together well under a frame's time.
inline constexpr std::size_t chunksAtOnce = 1;

/// Writes the open plan to its slot as store_now does, but a large list of accounts over several turns of Timer::store.
void store_in_pieces(State &state, Effects &effects, const Context &context);

/// Writes the open plan to its slot now, unless nothing is new, a store is under way, or this tab may not write.
void store_now(State &state, Effects &effects, const Context &context);

/// As the platform takes it.
platform::PlanInPieces in_pieces(PlanPieces pieces);

/// Keeps the present state among the revisions.
void keep_revision(State &state, Effects &effects, const std::string &reason, const Context &context);

/// Leaves the open plan: stores what is not stored and gives the lock back.
void leave_plan(State &state, Effects &effects, const Context &context);

platform::IndexRow index_row(const OpenPlan &open, const std::string &now);

// Answers of the platform.
void on_journal_written(State &state, Effects &effects, const platform::JournalWritten &event, const Context &context);
void on_plan_stored(State &state, Effects &effects, const platform::PlanStored &event, const Context &context);
void on_lock_changed(State &state, Effects &effects, const platform::LockChanged &event, const Context &context);
void on_take_over_asked(State &state, Effects &effects, const platform::TakeOverAsked &event, const Context &context);

} // namespace fullcourt
