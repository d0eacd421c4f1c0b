// Copies that leave the page: which revision they carry, and how this browser remembers it until they come back.
#pragma once

#include <string>

#include "app/update.h"

namespace fullcourt {

/// Why a revision is kept, as the list of earlier states says it; those that are shared from here are known by it.
inline constexpr const char *sharedReason = "Shared";
/// From where another tab's changes began.
inline constexpr const char *forkReason = "Where another tab's changes began";
/// Another tab's changes themselves.
inline constexpr const char *branchReason = "Changes made from another state";
/// What was typed where another tab had become the writer.
inline constexpr const char *refusedReason = "Typed in a tab that was not the writer any more";

/// The envelope of a copy of the open plan that is leaving now, as file, link or web page: its revision is the first of its ancestry,
/// and is kept here, pinned, so that it is there when a changed copy comes back. An example becomes a plan of one's own by it.
Envelope share_envelope(State &state, Effects &effects, const Context &context);

/// Keeps that state of the open plan among its revisions for good. `named`: where its chunks of accounts have their names already.
void pin_revision(State &state, Effects &effects, const Plan &plan, const Envelope &envelope, const std::string &reason,
                  const Context &context, const PlanParts *named = nullptr);

/// The open plan's envelope has another ancestry: it is stored with it, although the plan is the same.
void store_ancestry(State &state, Effects &effects, const Context &context);

} // namespace fullcourt
