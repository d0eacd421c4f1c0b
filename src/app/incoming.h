// What arrives from outside: files, pasted text, earlier revisions; and what goes out as a file.
#pragma once

#include "app/update.h"

namespace fullcourt {

void on_file_opened(State &state, Effects &effects, const platform::FileOpened &event, const Context &context);
void on_file_saved(State &state, Effects &effects, const platform::FileSaved &event);
void on_pasted(State &state, Effects &effects, const std::string &text, const Context &context);

/// Reads the text as a grid and shows what was understood.
void preview_paste(State &state, const std::string &text);
void apply_paste(State &state, Effects &effects, bool replace, const Context &context);
void answer_incoming(State &state, Effects &effects, bool asCopy, const Context &context);
/// From the file that the dialog asks about; the dialog stays while there is another ballot in it.
void take_ballot_from_file(State &state, Effects &effects, Side side, const Context &context);

void save_file(State &state, Effects &effects, bool saveAs, const Context &context);
void export_csv(State &state, Effects &effects);

void on_revision_loaded(State &state, const platform::RevisionLoaded &event);
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
