// Everything that can happen: what a person asks for, and what the platform tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/key_bindings.h"
#include "base/shared.h"
#include "edit/edit.h"
#include "exports/exports.h"
#include "io/account_import.h"
#include "io/contact_import.h"
#include "io/grid_text.h"
#include "platform/platform.h"

namespace fullcourt {

enum class View {
    plans,
    overview,
    organisation,
    models,
    raci,
    cadences,
    decisions,
    escalation,
    kpis,
    governance,
    readiness,
    accounts,
    score,
    contacts,
    program,
    pods,
    engagement,
    ballots,
    workshop,
    conflicts
};
enum class Theme { system, light, dark };

/// Where the grid's cursor is, by what it stands on, so that it survives moves. An empty role means the activity's own
/// name; an empty activity (and phase) the head of the column; a phase its heading.
struct GridPlace {
    PhaseId phase;
    ActivityId activity;
    RoleId role;
    friend bool operator==(const GridPlace &, const GridPlace &) = default;
};
struct GridSelection {
    GridPlace cursor;
    GridPlace anchor; ///< the other corner of the range; equal to the cursor where one cell is selected
    friend bool operator==(const GridSelection &, const GridSelection &) = default;
};

/// How a copy of a plan came here.
enum class CopyOrigin {
    file,
    link,
    page,
    pasted,
    revision,
    ownFile ///< the open plan's, to which somebody else has written
};

/// A copy of a plan from outside, of which nothing is known yet.
struct ReceivedCopy {
    Shared<std::string> bytes; ///< a plan file
    std::string name;          ///< what a person calls it: "mine.fullcourt.json", "the link"
    CopyOrigin origin = CopyOrigin::file;
    std::uint32_t handle = 0; ///< of a file that can be saved in place
};

/// What becomes of a copy that the dialog asks about. Leaving it is closing the dialog.
enum class IncomingAnswer {
    take,    ///< as the dialog says: opened, or merged into what is here
    replace, ///< what is here becomes what the copy holds
    separate ///< a plan of its own beside what is here
};

namespace action {

// ---- The open plan
/// Edits with the same gesture number (not 0) become one step of undo: typing in one field, one drag.
struct Do {
    PlanEdit edit;
    std::uint64_t gesture = 0;
};
struct Undo {};
struct Redo {};
struct Select {
    GridSelection selection;
};
/// Jumps to what the finding is about and marks it in the list.
struct ShowFinding {
    std::string key;
};

// ---- The library
struct StartFrom {
    std::string templateName;
    bool asExample = false; ///< shown, but not kept until it is edited
};
struct Open {
    PlanId plan;
};
struct Duplicate {
    PlanId plan;
};
/// The open plan without what happened in it, kept beside it to start new plans from.
struct SaveAsTemplate {};
struct Rename {
    PlanId plan;
    std::string title;
};
struct Delete {
    PlanId plan;
};
struct BringBack {
    PlanId plan;
};
/// For good; only for plans that are deleted already.
struct Erase {
    PlanId plan;
};
struct TakeOver {};

// ---- Files, pasting, revisions
struct OpenFile {};
struct SaveFile {
    bool saveAs = false;
};
/// What becomes of a file that was to be saved in place, but was changed elsewhere: written over, or shown as a copy that arrived.
struct AnswerFileChanged {
    bool overwrite = false;
};
/// Opens the dialog with the link and the other ways to share the plan.
struct ShowShare {};
/// One HTML file with the program and the open plan, which opens from disk; for reading, it cannot be changed there.
struct SaveAsWebPage {
    bool readOnly = false;
};
struct OpenRecentFile {
    std::uint64_t key = 0;
};
struct ForgetRecentFile {
    std::uint64_t key = 0;
};
/// Opens the dialog of what the plan can be saved as for others, on a kind; with a role, on its card.
struct ShowExport {
    RoleId role = {};
    ExportKind kind = ExportKind::manualHtml;
};
struct ChangeExport {
    ExportRequest request;
    bool asPng = true; ///< the picture of the grid; else SVG
};
/// Saves what the dialog shows; it stays open.
struct SaveExport {};
/// Asks for a CSV file of target accounts.
struct PickAccounts {};
/// How the file that the dialog shows is read from now on.
struct ChangeImport {
    CsvStyle style;
    ImportMapping mapping;
    bool dropGone = false; ///< accounts that the file does not have go
};
struct ApplyImport {};
/// Puts the sample accounts with their criteria into the open plan.
struct TrySampleAccounts {};
struct ExportAccounts {};
/// Key, tier, pod and score of every account, for the CRM.
struct ExportForCrm {};
/// What is wrong with the file that the dialog shows, as a CSV file.
struct SaveImportReport {};
/// Asks for a CSV file of contacts, or of what they did.
struct PickContacts {};
/// How the file of contacts that the dialog shows is read from now on.
struct ChangeContactImport {
    CsvStyle style;
    ContactMapping mapping;
};
struct ApplyContactImport {};
/// Reads the text as a grid and opens the preview, whatever is selected.
struct PasteGrid {
    std::string text;
};
/// Opens the preview with an empty text to paste into.
struct TypePasteGrid {
    bool asNewPlan = false;
};
struct ApplyPaste {
    bool replace = true;
};
/// A copy of a plan has arrived: opened where this browser has no such plan, else shown before anything is taken.
struct Receive {
    ReceivedCopy copy;
};
/// Answers the question about a copy that arrived. What is here is kept as a revision before it changes.
struct AnswerIncoming {
    IncomingAnswer answer = IncomingAnswer::separate;
};
/// Shows the copy that arrived as a difference to what is here, or goes back to the question.
struct ReviewIncoming {
    bool shown = true;
};
/// Settles all conflicts that this origin contributed to as they had it.
struct SettleAllAs {
    std::string origin;
};
/// Takes what the side filled in blindly from that file into the open plan.
struct TakeBallot {
    Side side = Side::marketing;
};
struct ShowRevisions {};
struct PreviewRevision {
    std::uint64_t key = 0;
};
struct BringBackRevision {
    bool asCopy = false;
};
/// Shows the chosen revision as a copy that arrived, to be merged.
struct ReceiveRevision {};
struct ShowQuarantine {};
struct SaveQuarantined {
    std::uint64_t key = 0;
};

// ---- Window
struct Show {
    View view = View::raci;
};
/// Shows the view with the details of one of its items; empty: of none.
struct Choose {
    View view = View::raci;
    std::string item;
};
/// Goes over to the newer version that is ready, as soon as nothing unsaved would be lost.
struct UseUpdate {
    bool unfinishedToo = false; ///< what was only begun may be lost
};
/// Whether something is typed or begun that is no edit yet.
struct NoteUnfinished {
    bool unfinished = false;
};
struct ShowRules {};
struct ShowRepairs {};
struct ShowKeys {};
/// What is stored where, what the page is made of, and a report for whoever helps.
struct ShowAbout {};
/// Everything by its name: places of the plan, and what can be done.
struct ShowPalette {};
struct CloseDialog {};
struct DismissNotice {
    std::uint64_t id = 0;
};
/// The line that leads through the six steps; whether it shows is kept for the next visit.
struct ShowGuide {
    bool shown = true;
};
struct SetTheme {
    Theme theme = Theme::system;
};
struct SetScale {
    float scale = 1;
};
/// What the person calls themselves on copies that they share; may be empty.
struct SetAuthor {
    std::string name;
};
/// Which commands have other keys than the usual from now on.
struct BindKeys {
    KeyBindings bindings;
};
/// Keeps what the open plan's list of accounts is searched, filtered and ordered by (account_list_text.h) for the next visit.
struct KeepAccountList {
    std::string text;
};

/// The next piece of the long work whose progress the dialog shows; nothing where there is none.
struct ContinueWork {};

} // namespace action

using Action = std::variant<
    action::Do, action::Undo, action::Redo, action::Select, action::ShowFinding, action::StartFrom, action::Open, action::Duplicate,
    action::SaveAsTemplate, action::Rename, action::Delete, action::BringBack, action::Erase, action::TakeOver, action::OpenFile,
    action::SaveFile, action::ShowShare, action::PickAccounts, action::ChangeImport, action::ApplyImport, action::TrySampleAccounts,
    action::ExportAccounts, action::ExportForCrm, action::SaveImportReport, action::PickContacts, action::ChangeContactImport,
    action::ApplyContactImport, action::PasteGrid, action::TypePasteGrid, action::ApplyPaste, action::Receive, action::ContinueWork,
    action::AnswerIncoming, action::ReviewIncoming, action::SettleAllAs, action::ReceiveRevision, action::TakeBallot, action::ShowRevisions,
    action::PreviewRevision, action::BringBackRevision, action::ShowQuarantine, action::SaveQuarantined, action::Show, action::Choose,
    action::ShowRules, action::ShowRepairs, action::ShowKeys, action::ShowAbout, action::ShowPalette, action::CloseDialog,
    action::DismissNotice, action::ShowGuide, action::SetTheme, action::SetScale, action::SetAuthor, action::BindKeys,
    action::KeepAccountList, action::SaveAsWebPage, action::OpenRecentFile, action::ForgetRecentFile, action::UseUpdate, action::ShowExport,
    action::ChangeExport, action::SaveExport, action::AnswerFileChanged, action::NoteUnfinished, platform::Event>;

} // namespace fullcourt
