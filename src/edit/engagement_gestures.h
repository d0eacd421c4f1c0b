// What a person does to the engagement plans of accounts (DOMAIN §11, RULES §7). As in edit/gestures.h, whose limits hold here
// too: an edit without steps where there is nothing to do, and an id that the plan does not have is nothing to do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Plays. One that follows another begins after that one has ended: an earlier start is put off, and a play that moves takes what
// follows it along, and what follows that. What would follow itself in a circle follows nothing.
//
// A plan is under way once one of its plays is running or done. From then on its time, effort, roles and plays change only with
// a reason, which is kept beside them in the same edit; without one there is nothing to do. That a play goes on to running or done, or
// gets another name, is no change of the plan.
struct ChangeReason {
    std::string why;
    std::string on; ///< calendar date
};
bool is_under_way(const Engagement &engagement, const AccountId &account);
/// Whether the change asks for a reason once the plan is under way.
bool changes_plan(const Play &before, const Play &after);

PlanEdit add_play(const Plan &plan, const Play &play, const ChangeReason &reason, const RandomBits &bits, PlayId *made = nullptr);
/// Its account stays. A start or length that changes moves what follows.
PlanEdit change_play(const Plan &plan, const PlayId &id, const Play &play, const ChangeReason &reason, const RandomBits &bits);
/// So many weeks later, or earlier below 0, as far as what it follows lets it.
PlanEdit move_play(const Plan &plan, const PlayId &id, int weeks, const ChangeReason &reason, const RandomBits &bits);
PlanEdit remove_plays(const Plan &plan, const std::vector<PlayId> &ids, const ChangeReason &reason, const RandomBits &bits);
/// What the templates of the tier say, from the week of `start` (a calendar date) on. Where there are none of the tier yet, starter
/// plays become its templates in the same step.
PlanEdit plan_from_templates(const Plan &plan, const AccountId &account, Tier tier, const std::string &start, const ChangeReason &reason,
                             const RandomBits &bits, std::vector<PlayId> *made = nullptr);

// Templates of plays.
PlanEdit add_play_template(const Plan &plan, const PlayTemplate &play, const RandomBits &bits, PlayTemplateId *made = nullptr);
PlanEdit change_play_template(const Plan &plan, const PlayTemplateId &id, const PlayTemplate &play);
PlanEdit remove_play_templates(const Plan &plan, const std::vector<PlayTemplateId> &ids);
PlanEdit move_play_templates(const Plan &plan, const std::vector<PlayTemplateId> &ids, const PlayTemplateId &before);
/// Some to start from, for the plan's core roles.
PlanEdit add_starter_plays(const Plan &plan, Tier tier, const RandomBits &bits, std::vector<PlayTemplateId> *made = nullptr);

// What happened at an account.
PlanEdit add_note(const Plan &plan, const EngagementNote &note, const RandomBits &bits, EngagementNoteId *made = nullptr);
PlanEdit change_note(const Plan &plan, const EngagementNoteId &id, const EngagementNote &note);
PlanEdit remove_notes(const Plan &plan, const std::vector<EngagementNoteId> &ids);

/// The Monday after its last week; nothing where it is not planned in time.
std::optional<Date> end_of(const Play &play);

} // namespace fullcourt
