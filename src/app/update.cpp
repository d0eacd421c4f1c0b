#include "app/update.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "analysis/check.h"
#include "app/account_list_text.h"
#include "app/export_work.h"
#include "app/incoming.h"
#include "app/library.h"
#include "app/links.h"
#include "app/long_work.h"
#include "app/notice.h"
#include "app/persistence.h"
#include "app/target_accounts.h"
#include "app/web_page.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "io/link.h"
#include "io/restore.h"

namespace fullcourt {
namespace {

/// A hand whose first pointer is a finger may have no keyboard to do it with.
std::string sentence_of(platform::ClipboardTrouble trouble, const State &state) {
    switch (trouble) {
    case platform::ClipboardTrouble::copyRefused:
        return "The browser did not allow copying" +
               std::string(state.touch ? ": allow it for this page." : ": select the text and press the keys for Copy.");
    case platform::ClipboardTrouble::pasteRefused:
        return "The browser did not let the page read the clipboard: allow it for this page" +
               std::string(state.touch ? "." : ", or paste with the keyboard.");
    case platform::ClipboardTrouble::nothingToPaste: return "There is no text on the clipboard.";
    }
    return "";
}

float sane_scale(float scale) { return std::clamp(scale, 0.5F, 3.0F); }

void set_scale(State &state, Effects &effects, float scale) {
    state.scale = sane_scale(scale);
    effects.emplace_back(effect::SetPreference{"scale", to_text(static_cast<double>(state.scale))});
}

/// In steps of a twentieth: each of them draws every letter anew.
void pinch(State &state, Effects &effects, const platform::Pinched &pinched) {
    const float from = state.pinchedFrom.value_or(state.scale);
    const float scale = sane_scale(std::round(from * static_cast<float>(pinched.factor) * 20) / 20);
    state.pinchedFrom = pinched.ended ? std::nullopt : std::optional(from);
    if (pinched.ended) {
        set_scale(state, effects, scale);
    } else {
        state.scale = scale;
    }
}

/// A copy that was taken in leaves the plan's ancestry with the step, and comes back with it; what was shared since stays.
void step_ancestry(OpenPlan &open, bool back) {
    const HistoryStep &step = back ? open.history.future.back() : open.history.past.back();
    if (step.ancestryBefore == step.ancestryAfter) {
        return;
    }
    const std::vector<std::string> &from = back ? step.ancestryAfter : step.ancestryBefore;
    const std::vector<std::string> &to = back ? step.ancestryBefore : step.ancestryAfter;
    std::vector<std::string> next = open.envelope.ancestry;
    std::erase_if(next, [&](const std::string &revision) {
        return std::find(from.begin(), from.end(), revision) != from.end() || std::find(to.begin(), to.end(), revision) != to.end();
    });
    next.insert(next.end(), to.begin(), to.end());
    next.resize(std::min(next.size(), longestAncestry));
    open.envelope.ancestry = std::move(next);
}

void step_history(State &state, Effects &effects, bool back, const Context &context) {
    if (!state.open || !can_edit(state)) {
        return;
    }
    OpenPlan &open = *state.open;
    const std::string label = back ? open.history.undo_label() : open.history.redo_label();
    const Plan before = open.plan();
    if (!(back ? undo(open.history) : redo(open.history))) {
        return;
    }
    step_ancestry(open, back);
    const std::string done = (back ? "Undone: " : "Done again: ") + label;
    keep_change(state, effects, before, done, context);
    effects.emplace_back(effect::Announce{done, false});
}

void show_in_grid(State &state, const Finding &finding) {
    const bool oneCell = finding.role.empty() && !finding.activity.empty() && finding.cells.size() == 1;
    const GridPlace place{PhaseId(), finding.activity, oneCell ? finding.cells.front() : finding.role};
    state.selection = {place, place};
    ++state.scrollTo;
}

void show_finding(State &state, const std::string &key, const Context &context) {
    if (!state.open) {
        return;
    }
    const std::vector<Finding> findings = check(state.open->plan(), day_of(context.today()).value_or(0));
    const auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.key == key; });
    if (it == findings.end()) {
        return;
    }
    state.shownFinding = key;
    state.view = view_of(*it);
    if (state.view == View::conflicts) {
        state.chosen[state.view] = it->subject.front();
    } else if (state.view == View::raci) {
        show_in_grid(state, *it);
    } else {
        state.chosen[state.view] = it->item;
    }
}

void handle_timer(State &state, Effects &effects, Timer timer, const Context &context) {
    switch (timer) {
    case Timer::store:
    case Timer::retry: store_in_pieces(state, effects, context); break;
    case Timer::follow:
        if (state.open && !state.open->persistence.writable && !state.open->persistence.lockAsked) {
            effects.emplace_back(effect::LoadPlan{state.open->id.text});
        }
        break;
    case Timer::work: continue_work(state, effects, context); break;
    case Timer::notices: std::erase_if(state.notices, [](const Notice &notice) { return !notice.stays; }); break;
    }
}

void paste(State &state, Effects &effects, const std::string &text, const Context &context) {
    if (std::holds_alternative<std::monostate>(state.dialog) && !looks_like_plan(text) && looks_like_link(text)) {
        state.arrived.emplace_back(platform::LinkOpened{text});
    } else {
        on_pasted(state, effects, text, context);
    }
}

/// What starts the page (or arrives while a plan is being read) would else be taken for a plan that is not here.
void open_what_waits(State &state, Effects &effects, const Context &context) {
    // A question about a copy is answered before the next one is asked.
    const auto waits = [&] {
        return state.storage == StorageState::starting || state.pending || std::holds_alternative<dialog::Incoming>(state.dialog) ||
               std::holds_alternative<dialog::Receiving>(state.dialog);
    };
    while (!state.arrived.empty() && !waits()) {
        Arrival next = std::move(state.arrived.front());
        state.arrived.erase(state.arrived.begin());
        std::visit(Overloaded{
                       [&](const platform::LinkOpened &link) { open_link(state, effects, link.text, context); },
                       [&](const platform::FileOpened &file) {
                           if (looks_like_plan(*file.bytes)) {
                               effects.emplace_back(effect::RememberFile{file.handle, file.name});
                           }
                           on_file_opened(state, effects, file, context);
                       },
                       [&](ReceivedCopy &copy) { receive(state, effects, std::move(copy), context); },
                   },
                   next);
    }
}

bool is_plan_file_under_way(const State &state) { return state.open && !state.open->fileUnderWay.empty(); }

void on_update_ready(State &state, Effects &effects) {
    if (!state.updateReady) {
        offer(state, effects, "A newer version of Fullcourt is ready.", "Use it now", action::UseUpdate{}, "Later");
    }
    state.updateReady = true;
}

bool is_unfinished(const State &state) { return state.unfinished || !std::holds_alternative<std::monostate>(state.dialog); }

/// Loading the page anew would lose what is not on disk yet, and what is no edit yet.
void use_update(State &state, Effects &effects, bool unfinishedToo) {
    state.updateWanted = state.updateReady;
    if (unfinishedToo) {
        state.unfinished = false;
    }
    if (!state.updateReady) {
        return;
    }
    if (is_unfinished(state)) {
        tell(state, effects, "Something you began is not in the plan yet. The newer version comes once it is.", "Use it all the same",
             action::UseUpdate{true});
    } else if (!has_unsaved(state)) {
        return;
    } else if (save_state(state) == SaveState::failed) {
        tell(state, effects, "Your changes are not saved. The newer version comes once they are in a file.", "Save file",
             action::SaveFile{});
    } else {
        tell(state, effects, "The newer version comes as soon as your changes are saved.");
    }
}

void use_wanted_update(State &state, Effects &effects) {
    if (state.updateWanted && !has_unsaved(state) && !is_unfinished(state)) {
        state.updateWanted = false;
        effects.emplace_back(effect::UseUpdate{});
    }
}

void handle_event(State &state, Effects &effects, const platform::Event &event, const Context &context) {
    std::visit(Overloaded{
                   [&](const platform::StorageStarted &e) { on_storage_started(state, effects, e, context); },
                   [&](const platform::IndexChanged &e) { state.library = e.plans; },
                   [&](const platform::PlanLoaded &e) { on_plan_loaded(state, effects, e, context); },
                   [&](const platform::JournalWritten &e) { on_journal_written(state, effects, e, context); },
                   [&](const platform::PlanStored &e) { on_plan_stored(state, effects, e, context); },
                   [&](const platform::RevisionsListed &e) {
                       if (auto *revisions = std::get_if<dialog::Revisions>(&state.dialog)) {
                           revisions->loading = false;
                           revisions->rows = e.revisions;
                       }
                       on_received_revisions(state, effects, e, context);
                   },
                   [&](const platform::RevisionLoaded &e) {
                       on_revision_loaded(state, e);
                       on_received_base(state, e, context);
                   },
                   [&](const platform::QuarantineListed &e) {
                       if (auto *quarantine = std::get_if<dialog::Quarantine>(&state.dialog)) {
                           quarantine->loading = false;
                           quarantine->rows = e.rows;
                       }
                   },
                   [&](const platform::PageDescribed &e) {
                       if (auto *about = std::get_if<dialog::About>(&state.dialog)) {
                           *about = {false, e.facts};
                       }
                   },
                   [&](const platform::QuarantineLoaded &e) {
                       effects.emplace_back(effect::SaveFile{0, "set-aside.txt", "text/plain", e.bytes, true});
                   },
                   [&](const platform::LockChanged &e) {
                       on_pending_lock(state, effects, e);
                       on_lock_changed(state, effects, e, context);
                   },
                   [&](const platform::TakeOverAsked &e) { on_take_over_asked(state, effects, e, context); },
                   [&](const platform::PlanChangedElsewhere &e) {
                       if (state.open && state.open->id.text == e.plan && !state.open->persistence.writable) {
                           effects.emplace_back(effect::StartTimer{Timer::follow, 0.3});
                       }
                   },
                   [&](const platform::FileOpened &e) { state.arrived.emplace_back(e); },
                   [&](const platform::FileSaved &e) {
                       if (is_plan_file_under_way(state) && !e.cancelled && e.error.empty()) {
                           effects.emplace_back(effect::RememberFile{e.handle, e.name});
                       }
                       on_file_saved(state, effects, e);
                   },
                   [&](const platform::FileChanged &e) { on_file_changed(state, e); },
                   [&](const platform::RecentFilesListed &e) { state.recentFiles = e.files; },
                   [&](const platform::OfflineReady &) { state.worksOffline = true; },
                   [&](const platform::UpdateReady &) { on_update_ready(state, effects); },
                   [&](const platform::FileFailed &e) { warn(state, effects, quoted(e.name) + " could not be read: " + e.error); },
                   [&](const platform::DragChanged &e) { state.dragOver = e.over; },
                   [&](const platform::LinkOpened &e) { state.arrived.emplace_back(e); },
                   [&](const platform::Pasted &e) { paste(state, effects, e.text, context); },
                   [&](const platform::ClipboardFailed &e) { tell(state, effects, sentence_of(e.trouble, state)); },
                   [&](const platform::TimerFired &e) { handle_timer(state, effects, static_cast<Timer>(e.timer), context); },
                   [&](const platform::PageHidden &) { store_now(state, effects, context); },
                   [&](const platform::SystemThemeChanged &e) { state.systemDark = e.dark; },
                   [&](const platform::ForcedColoursChanged &e) { state.forcedColours = e.active ? std::optional(e) : std::nullopt; },
                   [&](const platform::Pinched &e) { pinch(state, effects, e); },
                   [&](const platform::MirrorActivated &) {}, // the interface's own: it never changes the state
               },
               event);
}

void show_guide(State &state, Effects &effects, bool shown) {
    state.guide = shown ? Guide::shown : Guide::closed;
    effects.emplace_back(effect::SetPreference{"guide", shown ? "shown" : "closed"});
}

void set_theme(State &state, Effects &effects, Theme theme) {
    state.theme = theme;
    const char *name = theme == Theme::light ? "light" : theme == Theme::dark ? "dark" : "";
    effects.emplace_back(effect::SetPreference{"theme", name});
}

void apply_do(State &state, Effects &effects, const action::Do &action, const Context &context) {
    if (!state.open || action.edit.steps.empty()) {
        return;
    }
    Plan next = state.open->plan();
    apply(next, action.edit);
    edit_plan(state, effects, std::move(next), action.edit.label, action.gesture, context);
}

void preview_revision(State &state, Effects &effects, std::uint64_t key) {
    if (auto *revisions = std::get_if<dialog::Revisions>(&state.dialog)) {
        revisions->chosen = key;
        revisions->preview.reset();
        revisions->reading.reset();
        effects.emplace_back(effect::LoadRevision{key});
    }
}

void take_over(State &state, Effects &effects) {
    if (state.open && !state.open->persistence.writable && !state.open->persistence.example) {
        effects.emplace_back(effect::TakeLock{state.open->id.text, true});
    }
}

void open_dialog(State &state, Dialog dialog) { state.dialog = std::move(dialog); }

/// What was said before a dialog came has nothing to do with it: what would go by itself goes, and the rest waits behind it.
void part_notices_from_dialog(State &state, std::uint64_t saidWithIt) {
    const bool asks = asks_something(state.dialog);
    if (asks) {
        std::erase_if(state.notices, [&](const Notice &notice) { return notice.id < saidWithIt && !notice.stays; });
    }
    for (Notice &notice : state.notices) {
        notice.waits = asks && notice.id < saidWithIt;
    }
}

} // namespace

Update update(State state, const Action &action, const Context &context) {
    Effects effects;
    const std::size_t dialog = state.dialog.index();
    const std::uint64_t saidWithIt = state.nextId;
    std::visit(Overloaded{
                   [&](const action::Do &a) { apply_do(state, effects, a, context); },
                   [&](const action::Undo &) { step_history(state, effects, true, context); },
                   [&](const action::Redo &) { step_history(state, effects, false, context); },
                   [&](const action::Select &a) {
                       state.selection = a.selection;
                       ++state.scrollTo;
                   },
                   [&](const action::ShowFinding &a) { show_finding(state, a.key, context); },
                   [&](const action::StartFrom &a) { start_from(state, effects, a, context); },
                   [&](const action::Open &a) { open_from_library(state, effects, {a.plan, {}, {}, {}, {}}, context); },
                   [&](const action::Duplicate &a) { duplicate(state, effects, a.plan, context); },
                   [&](const action::SaveAsTemplate &) { save_as_template(state, effects, context); },
                   [&](const action::Rename &a) { rename(state, effects, a, context); },
                   [&](const action::Delete &a) { remove(state, effects, a.plan, context); },
                   [&](const action::BringBack &a) { bring_back(state, effects, a.plan, context); },
                   [&](const action::Erase &a) { erase(state, effects, a.plan); },
                   [&](const action::TakeOver &) { take_over(state, effects); },
                   [&](const action::OpenFile &) { effects.emplace_back(effect::PickFile{".json,.csv,.tsv,.txt"}); },
                   [&](const action::SaveFile &a) { save_file(state, effects, a.saveAs, context); },
                   [&](const action::AnswerFileChanged &a) { answer_file_changed(state, effects, a.overwrite, context); },
                   [&](const action::ShowShare &) { show_share(state, effects, context); },
                   [&](const action::SaveAsWebPage &a) { save_as_web_page(state, effects, a, context); },
                   [&](const action::OpenRecentFile &a) { effects.emplace_back(effect::OpenRecentFile{a.key}); },
                   [&](const action::ForgetRecentFile &a) { effects.emplace_back(effect::ForgetRecentFile{a.key}); },
                   [&](const action::UseUpdate &a) { use_update(state, effects, a.unfinishedToo); },
                   [&](const action::NoteUnfinished &a) { state.unfinished = a.unfinished; },
                   [&](const action::ShowExport &a) { show_export(state, a, context); },
                   [&](const action::ChangeExport &a) { change_export(state, a); },
                   [&](const action::SaveExport &) { save_export(state, effects); },
                   [&](const action::PickAccounts &) {
                       state.view = View::accounts;
                       effects.emplace_back(effect::PickFile{".csv,.tsv,.txt"});
                   },
                   [&](const action::ChangeImport &a) { change_import(state, a); },
                   [&](const action::ApplyImport &) { apply_import(state, effects, context); },
                   [&](const action::TrySampleAccounts &) { try_sample_accounts(state, effects, context); },
                   [&](const action::ExportAccounts &) { export_accounts(state, effects, context); },
                   [&](const action::PickContacts &) {
                       state.view = View::contacts;
                       effects.emplace_back(effect::PickFile{".csv,.tsv,.txt"});
                   },
                   [&](const action::ChangeContactImport &a) { change_contact_import(state, a); },
                   [&](const action::ApplyContactImport &) { apply_contact_import(state, effects, context); },
                   [&](const action::ExportForCrm &) { export_for_crm(state, effects, context); },
                   [&](const action::SaveImportReport &) { save_import_report(state, effects); },
                   [&](const action::PasteGrid &a) { preview_paste(state, a.text); },
                   [&](const action::TypePasteGrid &a) { open_dialog(state, dialog::Paste{{}, {}, {}, a.asNewPlan}); },
                   [&](const action::ApplyPaste &a) { apply_paste(state, effects, a.replace, context); },
                   [&](const action::Receive &a) { state.arrived.emplace_back(a.copy); },
                   [&](const action::ContinueWork &) { continue_work(state, effects, context); },
                   [&](const action::AnswerIncoming &a) { answer_incoming(state, effects, a.answer, context); },
                   [&](const action::ReviewIncoming &a) {
                       if (auto *incoming = std::get_if<dialog::Incoming>(&state.dialog)) {
                           incoming->reviewing = a.shown && incoming->compared;
                       }
                   },
                   [&](const action::SettleAllAs &a) { settle_all_as(state, effects, a.origin, context); },
                   [&](const action::ReceiveRevision &) { receive_revision(state, effects, context); },
                   [&](const action::TakeBallot &a) { take_ballot_from_file(state, effects, a.side, context); },
                   [&](const action::ShowRevisions &) {
                       if (state.open) {
                           open_dialog(state, dialog::Revisions{});
                           effects.emplace_back(effect::ListRevisions{state.open->id.text});
                       }
                   },
                   [&](const action::PreviewRevision &a) { preview_revision(state, effects, a.key); },
                   [&](const action::BringBackRevision &a) { bring_back_revision(state, effects, a.asCopy, context); },
                   [&](const action::ShowQuarantine &) {
                       open_dialog(state, dialog::Quarantine{});
                       effects.emplace_back(effect::ListQuarantine{});
                   },
                   [&](const action::SaveQuarantined &a) { effects.emplace_back(effect::LoadQuarantine{a.key}); },
                   [&](const action::Show &a) {
                       state.view = a.view;
                       state.viewChosen = !state.open;
                   },
                   [&](const action::Choose &a) {
                       state.view = a.view;
                       state.chosen[a.view] = a.item;
                   },
                   [&](const action::ShowRules &) { open_dialog(state, dialog::Rules{}); },
                   [&](const action::ShowRepairs &) { open_dialog(state, dialog::Repairs{}); },
                   [&](const action::ShowKeys &) { open_dialog(state, dialog::Keys{}); },
                   [&](const action::ShowAbout &) {
                       open_dialog(state, dialog::About{});
                       effects.emplace_back(effect::DescribePage{});
                   },
                   [&](const action::ShowPalette &) { open_dialog(state, dialog::Palette{}); },
                   [&](const action::CloseDialog &) { open_dialog(state, std::monostate()); },
                   [&](const action::DismissNotice &a) { std::erase_if(state.notices, [&](const Notice &n) { return n.id == a.id; }); },
                   [&](const action::ShowGuide &a) { show_guide(state, effects, a.shown); },
                   [&](const action::SetTheme &a) { set_theme(state, effects, a.theme); },
                   [&](const action::SetScale &a) { set_scale(state, effects, a.scale); },
                   [&](const action::SetAuthor &a) { name_author(state, effects, a.name, context); },
                   [&](const action::BindKeys &a) {
                       state.keyBindings = a.bindings;
                       effects.emplace_back(effect::SetPreference{keyBindingsPreference, key_bindings_text(a.bindings)});
                   },
                   [&](const action::KeepAccountList &a) {
                       // The next visit begins with another example.
                       if (state.open && !state.open->persistence.example) {
                           effects.emplace_back(effect::SetPreference{account_list_preference(state.open->id), a.text});
                       }
                   },
                   [&](const platform::Event &event) { handle_event(state, effects, event, context); },
               },
               action);
    open_what_waits(state, effects, context);
    use_wanted_update(state, effects);
    if (state.dialog.index() != dialog) {
        part_notices_from_dialog(state, saidWithIt);
    }
    return {std::move(state), std::move(effects)};
}

Update begin(const Preferences &preferences, const Context &) {
    State state;
    state.theme = preferences.theme == "dark" ? Theme::dark : preferences.theme == "light" ? Theme::light : Theme::system;
    state.systemDark = preferences.systemDark;
    state.touch = preferences.coarsePointer;
    const std::optional<double> scale = parse_number(preferences.scale);
    state.scale = scale ? sane_scale(static_cast<float>(*scale)) : state.usual_scale();
    state.lastPlan = preferences.lastPlan;
    state.author = sane_author(preferences.author);
    state.keyBindings = key_bindings_of(preferences.keys);
    state.guide = preferences.guide == "shown" ? Guide::shown : preferences.guide == "closed" ? Guide::closed : Guide::undecided;
    state.fromDisk = preferences.fromDisk;
    state.carried = preferences.carried;
    return {std::move(state), {effect::StartStorage{}, effect::ListRecentFiles{}}};
}

} // namespace fullcourt
