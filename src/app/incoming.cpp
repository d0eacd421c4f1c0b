#include "app/incoming.h"

#include <algorithm>

#include "app/library.h"
#include "app/links.h"
#include "app/notice.h"
#include "app/persistence.h"
#include "app/sharing.h"
#include "app/target_accounts.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "io/write.h"

namespace fullcourt {
namespace {

constexpr const char *planMediaType = "application/json";

template <class Key> std::size_t index_of(const std::vector<Key> &keys, const Key &key) {
    return static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
}

template <class Key> std::vector<Key> between(const std::vector<Key> &keys, const Key &a, const Key &b) {
    std::size_t first = index_of(keys, a);
    std::size_t last = index_of(keys, b);
    if (first > last) {
        std::swap(first, last);
    }
    if (last >= keys.size()) {
        return {};
    }
    return {keys.begin() + static_cast<std::ptrdiff_t>(first), keys.begin() + static_cast<std::ptrdiff_t>(last) + 1};
}

bool all_letters(const TextTable &table) {
    bool any = false;
    for (const auto &row : table.rows) {
        for (const std::string &cell : row) {
            const std::optional<Letters> letters = Letters::parse(cell);
            if (!letters) {
                return false;
            }
            any = any || !letters->empty();
        }
    }
    return any;
}

void paste_into_cells(State &state, Effects &effects, const TextTable &table, const Context &context) {
    const RaciGrid &grid = *state.open->plan().raci;
    const SelectedCells selected = selected_cells(state);
    if (selected.empty()) {
        tell(state, effects, "Choose a cell first: pasted letters go to the right and down from it.");
        return;
    }
    const std::vector<ActivityId> rows = activity_order(grid);
    const std::vector<RoleId> columns = ordered(grid.columns);
    const bool asIs = grid_picture(state) == GridPicture::asIs;
    Plan shown = state.open->plan();
    if (asIs) {
        shown.raci.edit().rows = shown_rows(state);
    }
    CellPaste paste = paste_cells(shown, table, rows, columns, index_of(rows, selected.rows.front()),
                                  index_of(columns, selected.columns.front()), selected.rows.size(), selected.columns.size());
    for (EditStep &step : paste.edit.steps) {
        if (const auto *cell = std::get_if<SetLetters>(&step); cell != nullptr && asIs) {
            step = SetAsIsLetters{cell->activity, cell->role, cell->letters};
        }
    }
    Plan next = state.open->plan();
    apply(next, paste.edit);
    edit_plan(state, effects, std::move(next), paste.edit.label, 0, context);
    if (!paste.problems.empty()) {
        const std::size_t more = paste.problems.size() - 1;
        tell(state, effects, paste.problems.front() + (more == 0 ? "" : " And " + counted(more, "more cell", "more cells") + "."));
    }
}

/// Whether the head of a table is one of contacts, whatever view it was dropped on.
bool names_contacts(const std::string &bytes) {
    constexpr std::size_t enoughForTheHead = 65'536;
    const std::string head = bytes.substr(0, std::min(enoughForTheHead, bytes.find('\n', 0)));
    const Result<CsvTable> table = read_csv(head, guess_csv_style(head));
    return table && looks_like_contacts(*table);
}

/// The files of longer lists are written in pieces.
constexpr std::size_t accountsWrittenAtOnce = 2 * accountChunkRows;

void put_file(State &state, Effects &effects, const Envelope &envelope, std::string bytes, bool saveAs) {
    OpenPlan &open = *state.open;
    open.fileUnderWay = envelope.revision;
    effects.emplace_back(effect::SaveFile{open.fileHandle, file_name(open.plan()), planMediaType, std::move(bytes), saveAs});
}

void show_preview(dialog::Revisions &revisions, Result<Restored> restored) {
    if (restored) {
        revisions.preview = std::move(*restored);
    } else {
        revisions.error = restored.error().message;
    }
}

bool is_about_accounts(View view) {
    return view == View::accounts || view == View::score || view == View::pods || view == View::engagement || view == View::program;
}

} // namespace

SelectedCells selected_cells(const State &state) {
    SelectedCells selected;
    if (!state.open) {
        return selected;
    }
    const RaciGrid &grid = *state.open->plan().raci;
    const std::vector<ActivityId> rows = activity_order(grid);
    const std::vector<RoleId> columns = ordered(grid.columns);
    const GridPlace &cursor = state.selection.cursor;
    const GridPlace &anchor = state.selection.anchor;
    selected.rows =
        cursor.activity.empty() ? rows : between(rows, cursor.activity, anchor.activity.empty() ? cursor.activity : anchor.activity);
    selected.columns = cursor.role.empty() ? columns : between(columns, cursor.role, anchor.role.empty() ? cursor.role : anchor.role);
    if (cursor.activity.empty() && cursor.role.empty()) {
        return {};
    }
    return selected;
}

void on_file_opened(State &state, Effects &effects, const platform::FileOpened &event, const Context &context) {
    state.dragOver = false;
    if (looks_like_plan(*event.bytes)) {
        receive(state, effects, {event.bytes, event.name, CopyOrigin::file, event.handle}, context);
        return;
    }
    const std::string name = lowered(event.name);
    const bool table = name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt");
    if (!table) {
        // restore() knows best what to call it: an empty file, no JSON, another program's JSON.
        receive(state, effects, {event.bytes, event.name, CopyOrigin::file, event.handle}, context);
        return;
    }
    if (state.open && (state.view == View::contacts || names_contacts(*event.bytes))) {
        preview_contacts(state, event.name, *event.bytes);
        return;
    }
    if (state.open && is_about_accounts(state.view)) {
        preview_accounts(state, event.name, event.bytes);
        return;
    }
    preview_paste(state, *event.bytes);
}

void on_file_saved(State &state, Effects &effects, const platform::FileSaved &event) {
    // Whatever became of it, what is saved next is another file.
    std::string underWay = state.open ? std::exchange(state.open->fileUnderWay, {}) : std::string();
    if (!event.error.empty()) {
        warn(state, effects, "The file was not saved: " + event.error);
        return;
    }
    if (event.cancelled || !state.open) {
        return;
    }
    if (!underWay.empty()) {
        state.open->fileRevision = std::move(underWay);
        state.open->fileHandle = event.handle;
    }
    tell(state, effects, "Saved the file " + quoted(event.name) + ".");
}

void preview_paste(State &state, const std::string &text) {
    const auto *before = std::get_if<dialog::Paste>(&state.dialog);
    dialog::Paste paste;
    paste.text = text;
    paste.asNewPlan = before != nullptr && before->asNewPlan;
    const RaciGrid grid = state.open && !paste.asNewPlan ? *state.open->plan().raci : RaciGrid();
    if (!trimmed(text).empty()) {
        Result<GridText> read = read_grid(text, grid);
        if (read) {
            paste.grid = std::move(*read);
        } else {
            paste.error = read.error().message;
        }
    }
    state.dialog = std::move(paste);
}

void on_pasted(State &state, Effects &effects, const std::string &text, const Context &context) {
    if (std::holds_alternative<dialog::Paste>(state.dialog)) {
        preview_paste(state, text);
        return;
    }
    if (!std::holds_alternative<std::monostate>(state.dialog)) {
        return;
    }
    if (looks_like_plan(text)) {
        state.arrived.emplace_back(ReceivedCopy{Shared(text), "the pasted plan", CopyOrigin::pasted, 0});
        return;
    }
    if (state.view == View::plans || !state.open) {
        state.dialog = dialog::Paste{{}, {}, {}, true};
        preview_paste(state, text);
        return;
    }
    if (state.view == View::contacts) {
        preview_contacts(state, "the pasted table", text);
        return;
    }
    if (state.view == View::accounts || state.view == View::score) {
        preview_accounts(state, "the pasted table", Shared(text));
        return;
    }
    if (state.view != View::raci) {
        tell(state, effects, "A grid is pasted in the RACI grid.", "Show it", action::Show{View::raci});
        return;
    }
    const Result<TextTable> table = read_table(text);
    if (table && all_letters(*table)) {
        paste_into_cells(state, effects, *table, context);
        return;
    }
    preview_paste(state, text);
}

void apply_paste(State &state, Effects &effects, bool replace, const Context &context) {
    const auto *paste = std::get_if<dialog::Paste>(&state.dialog);
    if (paste == nullptr || !paste->grid) {
        return;
    }
    const GridText grid = *paste->grid;
    const bool asNewPlan = paste->asNewPlan || !state.open;
    state.dialog = std::monostate();
    if (asNewPlan) {
        show_plan(state, effects, {}, {}, new_plan_id(context), context);
    }
    keep_revision(state, effects, "Before pasting a grid", context);
    Plan next = state.open->plan();
    const PlanEdit edit = paste_grid(next, grid, replace, context.bits);
    apply(next, edit);
    edit_plan(state, effects, std::move(next), edit.label, 0, context);
    state.view = View::raci;
    state.selection = {};
    ++state.scrollTo;
}

void take_ballot_from_file(State &state, Effects &effects, Side side, const Context &context) {
    const auto *incoming = std::get_if<dialog::Incoming>(&state.dialog);
    if (incoming == nullptr || !can_edit(state)) {
        return;
    }
    const std::string fileName = incoming->fileName;
    Plan next = state.open->plan();
    const PlanEdit edit = take_ballot(next, side, incoming->restored.plan);
    apply(next, edit);
    edit_plan(state, effects, std::move(next), edit.label, 0, context);
    if (ballots_to_take(state, *incoming).empty()) {
        state.dialog = std::monostate();
        state.view = View::ballots;
    }
    tell(state, effects, "Took the ballot of " + std::string(side_name(side)) + " from " + quoted(fileName) + ".");
}

void save_file(State &state, Effects &effects, bool saveAs, const Context &context) {
    if (!state.open) {
        return;
    }
    const Plan &plan = state.open->plan();
    if (plan.accounts->table.rows() > accountsWrittenAtOnce) {
        const bool sharing = std::holds_alternative<dialog::Share>(state.dialog);
        state.dialog = dialog::Saving{std::make_shared<PlanFileWork>(plan), false, saveAs, sharing};
        return;
    }
    const Envelope envelope = share_envelope(state, effects, context);
    put_file(state, effects, envelope, write_plan(state.open->plan(), envelope), saveAs);
}

void continue_saving(State &state, Effects &effects, const Context &context) {
    auto *saving = std::get_if<dialog::Saving>(&state.dialog);
    if (saving == nullptr || !state.open) {
        return;
    }
    // What leaves is kept here as well: its chunks are named first.
    if (!state.open->persistence.parts.prepare(state.open->plan(), chunksAtOnce)) {
        return;
    }
    if (!saving->written) {
        saving->written = saving->work->go_on();
        return;
    }
    if (saving->work->plan() != state.open->plan()) {
        // It changed meanwhile: the file is to hold what is here.
        const bool saveAs = saving->saveAs;
        state.dialog = std::monostate();
        save_file(state, effects, saveAs, context);
        return;
    }
    if (!saving->envelope) {
        saving->envelope = share_envelope(state, effects, context);
        return;
    }
    if (!saving->bytes) {
        saving->bytes = std::make_shared<std::string>(saving->work->take(*saving->envelope));
        return;
    }
    const dialog::Saving done = std::move(*saving);
    state.dialog = std::monostate();
    put_file(state, effects, *done.envelope, std::move(*done.bytes), done.saveAs);
    if (done.sharing) {
        show_share(state, effects, context);
    }
}

void on_file_changed(State &state, const platform::FileChanged &event) {
    if (state.open && !std::exchange(state.open->fileUnderWay, {}).empty()) {
        state.dialog = dialog::FileChanged{event.name, event.handle, event.bytes};
    }
}

void answer_file_changed(State &state, Effects &effects, bool overwrite, const Context &context) {
    auto *asked = std::get_if<dialog::FileChanged>(&state.dialog);
    if (asked == nullptr || !state.open) {
        return;
    }
    dialog::FileChanged file = std::move(*asked);
    state.dialog = std::monostate();
    if (overwrite) {
        state.open->fileHandle = file.handle;
        save_file(state, effects, false, context);
    } else {
        state.arrived.emplace_back(ReceivedCopy{Shared(std::move(file.bytes)), std::move(file.name), CopyOrigin::ownFile, file.handle});
    }
}

void on_revision_loaded(State &state, const platform::RevisionLoaded &event) {
    auto *revisions = std::get_if<dialog::Revisions>(&state.dialog);
    if (revisions == nullptr || revisions->chosen != event.key) {
        return;
    }
    revisions->error.clear();
    revisions->preview.reset();
    revisions->reading.reset();
    if (event.bytes.size() <= bytesReadAtOnce) {
        show_preview(*revisions, restore(event.bytes));
    } else {
        revisions->reading = std::make_shared<dialog::StateReading>(event.bytes);
    }
}

void continue_reading(State &state) {
    auto *revisions = std::get_if<dialog::Revisions>(&state.dialog);
    if (revisions != nullptr && revisions->reading && revisions->reading->work.go_on()) {
        show_preview(*revisions, std::exchange(revisions->reading, nullptr)->work.take());
    }
}

void bring_back_revision(State &state, Effects &effects, bool asCopy, const Context &context) {
    auto *revisions = std::get_if<dialog::Revisions>(&state.dialog);
    if (revisions == nullptr || !revisions->preview || !state.open) {
        return;
    }
    Plan plan = std::move(revisions->preview->plan);
    state.dialog = std::monostate();
    if (asCopy) {
        show_plan(state, effects, std::move(plan), {}, new_plan_id(context), context);
        adopt(state, effects, context);
        return;
    }
    if (can_edit(state)) {
        keep_revision(state, effects, "Before bringing back an earlier state", context);
    }
    edit_plan(state, effects, std::move(plan), "Bring back an earlier state", 0, context);
}

} // namespace fullcourt
