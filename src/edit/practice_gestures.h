// What a person does to governance, readiness, records, ballots, own organisation models and the workshop, and beside the
// grid's letters. As in edit/section_gestures.h, whose limits and way of change_… hold here too: an edit without steps where
// there is nothing to do, and an id that the plan does not have is nothing to do. A date that does not exist counts as none.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Practices: processes, standards, collaboration, improvement.
PlanEdit add_practice(const Plan &plan, PracticeKind kind, const std::string &name, const PracticeId &after, const RandomBits &bits,
                      PracticeId *made = nullptr);
/// Several at once, as a pasted list of names gives them.
PlanEdit add_practices(const Plan &plan, PracticeKind kind, const std::vector<std::string> &names, const RandomBits &bits,
                       std::vector<PracticeId> *made = nullptr);
PlanEdit change_practice(const Plan &plan, const PracticeId &id, const Practice &practice);
/// Who owns testing and optimisation: the practice that says so changes its owner, or is added to the improvements.
PlanEdit own_testing(const Plan &plan, const RoleId &owner, const RandomBits &bits);
PlanEdit remove_practices(const Plan &plan, const std::vector<PracticeId> &ids);
PlanEdit move_practices(const Plan &plan, const std::vector<PracticeId> &ids, const PracticeId &before);

// Tools.
PlanEdit add_tool(const Plan &plan, ToolPurpose purpose, const std::string &name, const ToolId &after, const RandomBits &bits,
                  ToolId *made = nullptr);
PlanEdit change_tool(const Plan &plan, const ToolId &id, const Tool &tool);
/// Other tools no longer integrate with them.
PlanEdit remove_tools(const Plan &plan, const std::vector<ToolId> &ids);
PlanEdit move_tools(const Plan &plan, const std::vector<ToolId> &ids, const ToolId &before);
PlanEdit connect_tools(const Plan &plan, const ToolId &one, const ToolId &other);
PlanEdit disconnect_tools(const Plan &plan, const ToolId &one, const ToolId &other);

// Readiness.
/// 0 to 4; nothing takes the answer back.
PlanEdit answer_readiness(const Plan &plan, Side side, const std::string &statement, std::optional<int> answer);

// The log of decisions and actions.
/// At the end, as given.
PlanEdit add_log_entry(const Plan &plan, const LogEntry &entry, const RandomBits &bits, LogEntryId *made = nullptr);
PlanEdit change_log_entry(const Plan &plan, const LogEntryId &id, const LogEntry &entry);
PlanEdit mark_done(const Plan &plan, const LogEntryId &id);
PlanEdit mark_open(const Plan &plan, const LogEntryId &id);
PlanEdit remove_log_entries(const Plan &plan, const std::vector<LogEntryId> &ids);
PlanEdit move_log_entries(const Plan &plan, const std::vector<LogEntryId> &ids, const LogEntryId &before);

// Disputes.
PlanEdit add_dispute(const Plan &plan, const Dispute &dispute, const RandomBits &bits, DisputeId *made = nullptr);
PlanEdit change_dispute(const Plan &plan, const DisputeId &id, const Dispute &dispute);
PlanEdit remove_disputes(const Plan &plan, const std::vector<DisputeId> &ids);
PlanEdit move_disputes(const Plan &plan, const std::vector<DisputeId> &ids, const DisputeId &before);

// Meetings that took place, by calendar date.
/// True: held, false: skipped; nothing takes the tick back.
PlanEdit tick_meeting(const Plan &plan, const MeetingId &id, const std::string &date, std::optional<bool> held);

// Beside the grid's letters.
/// Empty text takes the note away.
PlanEdit note_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, const std::string &text);
/// Today's letters become the picture of how it was, taken on that date.
PlanEdit take_as_is(const Plan &plan, const std::string &date);
PlanEdit clear_as_is(const Plan &plan);
/// Letters of the picture, which may also be typed; the first ones date it.
PlanEdit set_as_is_cells(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, Letters letters,
                         const std::string &date);

// Ballots.
PlanEdit set_ballot_cells(const Plan &plan, Side side, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns,
                          Letters letters);
/// A factor of RULES §5, 0 to 4; nothing takes the answer back.
PlanEdit answer_ballot(const Plan &plan, Side side, const std::string &factor, std::optional<int> answer);
/// What the room settled about a cell: the grid takes the letters, and so do the ballots that have the activity, so that the
/// cell no longer differs. Where it differed, the day's log entry of the activity keeps what each side had said.
PlanEdit settle_ballot_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, Letters letters, const std::string &today,
                            const RandomBits &bits);
/// The grid takes these letters: those that all sides filled in alike.
PlanEdit take_over_cells(const Plan &plan, const GridRows &cells);
/// What the room showed: "5–3". Empty text takes it away.
PlanEdit set_tally(const Plan &plan, const ActivityId &activity, const std::string &tally);
/// The side's ballot, answers about the company and readiness as they stand in another copy of the plan, in place of those here.
PlanEdit take_ballot(const Plan &plan, Side side, const Plan &from);
/// Its letters and its answers about the company; readiness stays.
PlanEdit clear_ballot(const Plan &plan, Side side);

// Organisation models besides the seven.
PlanEdit add_own_model(const Plan &plan, const OwnModel &model, const RandomBits &bits, OwnModelId *made = nullptr);
PlanEdit change_own_model(const Plan &plan, const OwnModelId &id, const OwnModel &model);
PlanEdit remove_own_models(const Plan &plan, const std::vector<OwnModelId> &ids);
PlanEdit move_own_models(const Plan &plan, const std::vector<OwnModelId> &ids, const OwnModelId &before);

// The workshop.
/// The usual 90 minutes, in place of what the sheet holds.
PlanEdit use_standard_run_sheet(const Plan &plan, const RandomBits &bits);
PlanEdit add_run_sheet_item(const Plan &plan, const std::string &name, int minutes, const RunSheetItemId &after, const RandomBits &bits,
                            RunSheetItemId *made = nullptr);
PlanEdit change_run_sheet_item(const Plan &plan, const RunSheetItemId &id, const RunSheetItem &item);
PlanEdit remove_run_sheet_items(const Plan &plan, const std::vector<RunSheetItemId> &ids);
PlanEdit move_run_sheet_items(const Plan &plan, const std::vector<RunSheetItemId> &ids, const RunSheetItemId &before);
/// Puts a finding aside, by its key.
PlanEdit park(const Plan &plan, const std::string &finding);
PlanEdit take_up_again(const Plan &plan, const std::string &finding);

} // namespace fullcourt
