// What arrives from outside: files, copies of plans, pasted text, earlier revisions; and what goes out as a file.
#pragma once

#include "app/update.h"

namespace fullcourt {

void on_file_opened(State &state, Effects &effects, const platform::FileOpened &event, const Context &context);
void on_file_saved(State &state, Effects &effects, const platform::FileSaved &event);
void on_pasted(State &state, Effects &effects, const std::string &text, const Context &context);

/// Reads the text as a grid and shows what was understood.
void preview_paste(State &state, const std::string &text);
void apply_paste(State &state, Effects &effects, bool replace, const Context &context);
/// The one way in for copies of plans, from wherever they come: what is no plan is refused in words, a plan that this browser does
/// not have is opened (after a question where it came by a link), and for any other the dialog says what would happen. Nothing that
/// is stored changes before it is answered.
void receive(State &state, Effects &effects, ReceivedCopy copy, const Context &context);
/// The next piece of a long copy that is being read or compared.
void continue_receiving(State &state, Effects &effects, const Context &context);
/// How much of comparing a long copy is done, from 0 to 1; nothing while that does not go on by continue_receiving().
std::optional<double> comparing_part(const dialog::Incoming &incoming);
void answer_incoming(State &state, Effects &effects, IncomingAnswer answer, const Context &context);
/// The open plan has just been read so that this may be done with it.
void take_incoming(State &state, Effects &effects, dialog::Incoming incoming, const Context &context);
void replace_with_incoming(State &state, Effects &effects, dialog::Incoming incoming, const Context &context);
/// Shows the chosen revision as a copy that arrived.
void receive_revision(State &state, Effects &effects, const Context &context);
void settle_all_as(State &state, Effects &effects, const std::string &origin, const Context &context);

// What the dialog waits for.
/// Whether a copy that arrived waits for what is here of the same plan.
bool is_received_awaiting(const State &state, const std::string &plan);
/// It does, and here it is.
void on_received_plan_read(State &state, Effects &effects, Result<Opened> read, const Context &context);
void on_received_revisions(State &state, Effects &effects, const platform::RevisionsListed &event, const Context &context);
void on_received_base(State &state, const platform::RevisionLoaded &event, const Context &context);
/// From the file that the dialog asks about; the dialog stays while there is another ballot in it.
void take_ballot_from_file(State &state, Effects &effects, Side side, const Context &context);

/// Files of more bytes are read in pieces.
inline constexpr std::size_t bytesReadAtOnce = 200'000;

/// At once, or of many accounts in pieces that continue_saving() makes.
void save_file(State &state, Effects &effects, bool saveAs, const Context &context);
void continue_saving(State &state, Effects &effects, const Context &context);
/// Asks what becomes of the file that was to be saved in place.
void on_file_changed(State &state, const platform::FileChanged &event);
void answer_file_changed(State &state, Effects &effects, bool overwrite, const Context &context);

/// Shown at once, or where it is long when continue_reading() has read it.
void on_revision_loaded(State &state, const platform::RevisionLoaded &event);
void continue_reading(State &state);
void bring_back_revision(State &state, Effects &effects, bool asCopy, const Context &context);

/// The rectangle of the grid that is selected, as the rows and columns it covers in shown order; empty where the
/// selection stands on no cell. A head selects its whole row or column.
struct SelectedCells {
    std::vector<ActivityId> rows;
    std::vector<RoleId> columns;

    bool empty() const { return rows.empty() || columns.empty(); }
};
SelectedCells selected_cells(const State &state);

} // namespace fullcourt
