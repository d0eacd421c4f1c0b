// What a person does, composed of steps with the label that undo shows. Each returns an edit without steps where
// there is nothing to do; an id that the plan does not have is nothing to do. Names become one line and are cut at
// `longestName` bytes, notes and the description at `longestText`, so that what is stored reads back unchanged. Names
// in labels are shortened.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

inline constexpr std::size_t longestName = 1'000;
inline constexpr std::size_t longestText = 1'000'000;
inline constexpr std::size_t longestList = 10'000; ///< topics, outputs, values of one item

/// The plan as something to start from: without what happened in it (log, conflicts, ballots, tallies, answers about readiness,
/// which meetings were held, the values of KPIs and who signed them, accepted findings, what is parked, the
/// accounts with their plays and responses, and the signatures under their score).
Plan template_of(const Plan &plan);

PlanEdit rename_plan(const std::string &title);
PlanEdit describe_plan(const std::string &description);

// Grid cells. A rectangle is rows × columns as the person selected them (ids in shown order).
PlanEdit set_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, Letters letters);
PlanEdit set_cells(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, Letters letters);

// Activities and phases.
/// A new activity after `after` (in its phase), or at the end of `phase` where `after` is empty. Its id is returned in `made`.
PlanEdit add_activity(const Plan &plan, const std::string &name, const PhaseId &phase, const ActivityId &after, const RandomBits &bits,
                      ActivityId *made = nullptr);
/// Several at once, as a pasted list of names gives them.
PlanEdit add_activities(const Plan &plan, const std::vector<std::string> &names, const PhaseId &phase, const ActivityId &after,
                        const RandomBits &bits, std::vector<ActivityId> *made = nullptr);
/// Copies with their letters, each behind what it copies and named "… (copy)".
PlanEdit duplicate_activities(const Plan &plan, const std::vector<ActivityId> &ids, const RandomBits &bits,
                              std::vector<ActivityId> *made = nullptr);
PlanEdit rename_activity(const Plan &plan, const ActivityId &id, const std::string &name);
PlanEdit note_activity(const Plan &plan, const ActivityId &id, const std::string &note);
/// Takes the activities out together with their letters, notes, as-is picture and ballots; decisions and disputes no longer
/// name them.
PlanEdit remove_activities(const Plan &plan, const std::vector<ActivityId> &ids);
/// Moves the activities, in their order, into `phase` before `before` (empty: to the phase's end).
PlanEdit move_activities(const Plan &plan, const std::vector<ActivityId> &ids, const PhaseId &phase, const ActivityId &before);
/// A new phase after the last; the activities named go into it.
PlanEdit add_phase(const Plan &plan, const std::string &name, const std::vector<ActivityId> &members, const RandomBits &bits,
                   PhaseId *made = nullptr);
PlanEdit rename_phase(const Plan &plan, const PhaseId &id, const std::string &name);
/// The activities of the phase stay; they join the phase before it (or stand before the first).
PlanEdit remove_phase(const Plan &plan, const PhaseId &id);
PlanEdit move_phase(const Plan &plan, const PhaseId &id, const PhaseId &before);

// Roles and columns.
/// A new role, shown as the column after `after` (empty: the last).
PlanEdit add_role(const Plan &plan, const std::string &name, const RoleId &after, const RandomBits &bits, RoleId *made = nullptr);
PlanEdit add_roles(const Plan &plan, const std::vector<std::string> &names, const RoleId &after, const RandomBits &bits,
                   std::vector<RoleId> *made = nullptr);
/// All but its place and its unknown keys. What is out of range counts as not set.
PlanEdit change_role(const Plan &plan, const RoleId &id, const Role &role);
/// The role, its column, its letters and the KPIs that measure it (the label counts them). It also leaves meetings,
/// decisions, the escalation ladder, people's hats, reporting lines, practices, tools, the log, ballots, the as-is picture and the
/// ownership of other KPIs.
PlanEdit remove_roles(const Plan &plan, const std::vector<RoleId> &ids);
/// Only the column; letters stay for when it is shown again.
PlanEdit hide_column(const Plan &plan, const RoleId &id);
PlanEdit show_column(const Plan &plan, const RoleId &id);
PlanEdit move_columns(const Plan &plan, const std::vector<RoleId> &ids, const RoleId &before);

// Settings.
/// RASCI → RACI turns no letter into another: where an S stands, S becomes an extra letter. Back again, RASCI has its own.
PlanEdit set_scheme(const Plan &plan, LetterScheme scheme);
/// A to Z; a letter of the scheme is refused (nothing to do).
PlanEdit set_extra_letter(const Plan &plan, char letter, const std::string &meaning);
/// Cells that hold it become blank.
PlanEdit remove_extra_letter(const Plan &plan, char letter);
PlanEdit set_rule(const Plan &plan, const std::string &rule, std::optional<bool> on);
PlanEdit set_threshold(const Plan &plan, const std::string &name, std::optional<double> value);

} // namespace fullcourt
