// The library of plans: opening, making, renaming, duplicating, deleting, and what comes back from the store.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Shows `plan` as the open plan; what was open is left, safely. The new one is not kept until adopt() or its first edit.
void show_plan(State &state, Effects &effects, Plan plan, Envelope envelope, PlanId id, const Context &context);

/// Opens a plan of the library: lock first, then read.
void open_from_library(State &state, Effects &effects, Pending pending, const Context &context);

/// Commits `next` as one labelled step and keeps it; tells when this tab may not write.
void edit_plan(State &state, Effects &effects, Plan next, const std::string &label, std::uint64_t gesture, const Context &context);

PlanId new_plan_id(const Context &context);

void on_storage_started(State &state, Effects &effects, const platform::StorageStarted &event, const Context &context);
void on_plan_loaded(State &state, Effects &effects, const platform::PlanLoaded &event, const Context &context);
/// A piece of what is read of long plans; `state.reading` is not empty.
void continue_reading_stored(State &state, Effects &effects, const Context &context);
void on_pending_lock(State &state, Effects &effects, const platform::LockChanged &event);

void start_from(State &state, Effects &effects, const action::StartFrom &action, const Context &context);
void save_as_template(State &state, Effects &effects, const Context &context);
void duplicate(State &state, Effects &effects, const PlanId &plan, const Context &context);
void rename(State &state, Effects &effects, const action::Rename &action, const Context &context);
void remove(State &state, Effects &effects, const PlanId &plan, const Context &context);
void bring_back(State &state, Effects &effects, const PlanId &plan, const Context &context);
void erase(State &state, Effects &effects, const PlanId &plan);

} // namespace fullcourt
