// All that the page knows, as a value. Views read it; only update() changes it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/finding.h"
#include "app/action.h"
#include "app/comparing.h"
#include "app/history.h"
#include "app/opening.h"
#include "exports/export_in_pieces.h"
#include "io/import_work.h"
#include "io/plan_parts.h"
#include "io/restore.h"
#include "io/write.h"

namespace fullcourt {

/// What the page says about the open plan's safety. "Saved" is shown for `saved` alone.
enum class SaveState {
    loading,    ///< not read yet
    example,    ///< an unchanged example: nothing to keep
    saving,     ///< an edit is on its way to disk
    saved,      ///< the journal or the slot that holds the newest edit has been written, durably
    failed,     ///< it could not be written; stays until a write succeeds
    readOnly,   ///< another tab is the writer
    forReading, ///< it came in a page that was saved for reading
};

/// Where the open plan stands with the store. Sequence numbers count journal records of this plan.
struct Persistence {
    bool example = false;          ///< not in the library yet; the first edit adopts it
    bool lockAsked = false;        ///< an answer to take_lock is awaited
    bool writable = false;         ///< this tab may write
    bool handingOver = false;      ///< another tab asked; release as soon as the store is through
    std::uint64_t sequence = 0;    ///< of the newest record handed to the store
    std::uint64_t journalled = 0;  ///< up to here the journal is on disk
    std::uint64_t stored = 0;      ///< up to here the newest slot holds it
    std::uint64_t storedOlder = 0; ///< up to here the other slot does
    /// The newest change that the journal lacks: its record failed, or it was too large for one. Safe once both slots hold it;
    /// until then no records are written. 0: none.
    std::uint64_t unjournalled = 0;
    bool storing = false;
    std::uint64_t storingUpTo = 0;
    char nextSlot = 'A';
    PlanParts parts;            ///< what of the plan the store holds already
    std::string error;          ///< why the newest write failed
    std::string revisionKeptAt; ///< UTC instant of the newest kept revision

    friend bool operator==(const Persistence &, const Persistence &) = default;
};

/// Records may be written, and slots and journal lead to the newest state.
bool journal_complete(const Persistence &at);

struct OpenPlan {
    PlanId id;
    Envelope envelope; ///< its revision is the present state's
    History history;
    std::uint64_t generation = 0; ///< rises with every change of the plan: what caches are keyed by
    Persistence persistence;
    RepairReport repairs;    ///< of the file it was read from
    bool carried = false;    ///< this page brought it along, and it is not kept yet
    bool forReading = false; ///< and was saved for reading
    std::uint32_t fileHandle = 0;
    std::string fileRevision;         ///< the revision that was last saved as a file; empty: never
    std::string fileUnderWay;         ///< the revision that is being saved as a file
    std::set<std::string> ownOrigins; ///< what conflicts call that which was here when copies were merged

    const Plan &plan() const { return history.present; }
};

/// One quiet line at the foot of the page.
struct Notice {
    std::uint64_t id = 0;
    Severity severity = Severity::note;
    std::string text;
    std::string button;         ///< empty: none
    std::vector<Action> action; ///< what the button does; at most one
    bool stays = false;         ///< else it goes by itself after some seconds
    std::string later;          ///< what stands beside the button to dismiss it; empty: a cross
    bool waits = false;         ///< was said before the dialog that is open; seen again behind it
};

namespace dialog {

/// The pasted grid before it is taken. `text` is what was pasted; `grid` says what it was understood as.
struct Paste {
    std::string text;
    std::optional<GridText> grid;
    std::string error;
    bool asNewPlan = false; ///< it becomes a plan of its own; else it goes into the open one
};
/// A long plan file that arrived, while it is being read.
struct Receiving {
    std::shared_ptr<const ReceivedCopy> copy;
    std::shared_ptr<RestoreWork> work;
};
/// A long kept state of a plan, while it is being read.
struct StateReading {
    std::string bytes;
    RestoreWork work;

    explicit StateReading(std::string file) : bytes(std::move(file)), work(bytes) {}
};
/// What the store calls the chunks of accounts that are kept when a copy is taken.
struct NamedParts {
    PlanParts ofResult;
    PlanParts ofTheirs;
};
/// A copy of a plan that arrived, before anything of it is taken.
struct Incoming {
    Restored restored;
    std::string fileName;
    std::uint32_t handle = 0;
    CopyOrigin origin = CopyOrigin::file;
    std::uint64_t bytes = 0;
    std::optional<PlanCopy> mine;               ///< what is here of the same plan; nothing while it is being read, or where there is none
    std::uint64_t baseKey = 0;                  ///< the kept revision that is being read, from which both went on
    std::shared_ptr<const Comparison> compared; ///< nothing while that is being found out
    bool reviewing = false;
    std::shared_ptr<StateReading> baseReading = {}; ///< of long lists, while they are compared: first the state both went on from,
    std::shared_ptr<CompareWork> comparing = {};    ///< then this,
    std::shared_ptr<NamedParts> parts = {};         ///< then this, which is kept
    bool named = true;                              ///< it is done
    bool taking = false;                            ///< it is taken as soon as that is done
};
/// A CSV file of accounts before it is taken: how it is read, and what it would change.
struct AccountImport {
    std::string fileName;
    Shared<std::string> bytes;
    CsvStyle style;
    std::shared_ptr<const CsvTable> table; ///< nothing where it could not be read, or has not been yet
    std::string error;                     ///< why it could not be read
    ImportMapping mapping;
    bool dropGone = false;
    ImportedAccounts imported;
    AccountUpdate update;
    std::shared_ptr<ImportWork> work; ///< what is still to be done; the rest is of before, or empty
};
struct Revisions {
    bool loading = true;
    std::vector<platform::RevisionRow> rows;
    std::uint64_t chosen = 0;
    std::shared_ptr<StateReading> reading; ///< of the chosen one, where it is long
    std::optional<Restored> preview;
    std::string error;
};
struct Quarantine {
    bool loading = true;
    std::vector<platform::QuarantineRow> rows;
};
/// A CSV file of contacts, or of what they did, before it is taken.
struct ContactImport {
    std::string fileName;
    std::string bytes;
    CsvStyle style;
    std::optional<CsvTable> table;
    std::string error; ///< why it could not be read
    ContactMapping mapping;
    ContactUpdate update;
};
/// Ways to share the plan, and its link as it was when the dialog was opened.
struct Share {
    std::string link;         ///< "#plan=…", to stand behind the page's address; empty where there is none
    std::string error;        ///< why there is none
    std::size_t accounts = 0; ///< that stay at home
    std::size_t contacts = 0; ///< that travel along
};
/// What the plan would be saved as for others.
struct Export {
    ExportRequest request;
    std::set<ManualSection> sections;          ///< of the manual: those that there are to choose from
    bool asPng = true;                         ///< the picture of the grid; else SVG
    std::size_t slides = 1;                    ///< that the picture takes
    std::vector<std::string> preview;          ///< what will be in it, in a few lines
    std::shared_ptr<ExportInPieces> work = {}; ///< with very many accounts, while it is being made
    bool closes = false;                       ///< when that is done
};
/// The file of a plan with many accounts, while it is being written.
struct Saving {
    std::shared_ptr<PlanFileWork> work;
    bool written = false; ///< its rows; what the browser keeps of what leaves is next, then the rest, which is handed over at once
    bool saveAs = false;
    bool sharing = false;                    ///< the ways to share the plan are shown again behind it
    std::optional<Envelope> envelope = {};   ///< of the file, once what leaves is kept
    std::shared_ptr<std::string> bytes = {}; ///< then the file
};
/// The plan's own file, to which somebody else has written, before it is saved.
struct FileChanged {
    std::string name;
    std::uint32_t handle = 0; ///< the file as it is now
    std::string bytes;
};
struct Repairs {};
struct Rules {};
struct Keys {};
struct Palette {};
/// The page itself: where plans are kept, what it is made of.
struct About {
    bool loading = true;
    std::vector<platform::PageFact> facts;
};

} // namespace dialog

using Dialog = std::variant<std::monostate, dialog::Paste, dialog::Incoming, dialog::Revisions, dialog::Quarantine, dialog::Repairs,
                            dialog::Rules, dialog::Keys, dialog::AccountImport, dialog::ContactImport, dialog::Export, dialog::Share,
                            dialog::FileChanged, dialog::Palette, dialog::About, dialog::Receiving, dialog::Saving>;
/// Whether it has to be answered or closed first. The palette asks nothing: it is gone in a moment, and the page stays as it is behind it.
inline bool asks_something(const Dialog &dialog) {
    return !std::holds_alternative<std::monostate>(dialog) && !std::holds_alternative<dialog::Palette>(dialog);
}

/// A plan that is being read from the store, and what for.
struct Pending {
    enum class Purpose { open, rename, duplicate, take, replace, carried };
    PlanId plan;
    Purpose purpose = Purpose::open;
    bool held = false;                        ///< this tab got the lock
    std::string title;                        ///< rename
    std::optional<dialog::Incoming> incoming; ///< take, replace
    std::optional<Restored> carried = {};     ///< carried: what the page brought along
};

/// What came from outside and has not been looked at.
using Arrival = std::variant<platform::LinkOpened, platform::FileOpened, ReceivedCopy>;

/// How the id of a template begins: what the library lists tells it from a plan without reading it.
inline constexpr std::string_view templatePrefix = "template-";

/// The line that leads through the six steps: nobody has begun or closed it yet, it shows, or it was closed.
enum class Guide { undecided, shown, closed };

enum class StorageState { starting, ready, unavailable };

struct State;
/// How this tab stands to a plan's lock.
struct LockStand {
    bool held = false;  ///< by the tab, which is opening the plan
    bool asked = false; ///< by the tab, which shows the plan already

    friend bool operator==(const LockStand &, const LockStand &) = default;
};
/// A stored plan with many accounts that is read in pieces.
struct StoredReading {
    std::string plan;
    LockStand lock; ///< when its bytes arrived
    OpenWork work;

    StoredReading(const State &state, platform::PlanLoaded loaded);
};

struct State {
    StorageState storage = StorageState::starting;
    std::string storageError;
    bool storagePersistent = false;
    bool setAside = false;                   ///< something that could not be read is kept apart
    std::vector<platform::IndexRow> library; ///< deleted ones included
    std::optional<OpenPlan> open;
    std::optional<Pending> pending;
    std::vector<std::shared_ptr<StoredReading>> reading; ///< the first one goes on

    View view = View::raci;
    bool viewChosen = false;            ///< the person went there while no plan was open yet
    std::map<View, std::string> chosen; ///< the item whose details a view shows
    GridSelection selection;
    std::string shownFinding;   ///< key of the finding marked in the list
    std::uint64_t scrollTo = 0; ///< rises when the cursor should be brought into sight
    Dialog dialog;
    std::vector<Notice> notices;
    std::uint64_t nextId = 1;
    bool dragOver = false;

    std::vector<Arrival> arrived;                  ///< until it is known which plans are here, and no other copy is asked about
    std::vector<platform::RecentFile> recentFiles; ///< newest first
    bool fromDisk = false;                         ///< the page was opened as a file
    std::optional<platform::CarriedPlan> carried;  ///< what the page brought along, until it is shown
    bool worksOffline = false;                     ///< the page itself is kept on this computer
    bool updateReady = false;                      ///< a newer version of the page is
    bool updateWanted = false;                     ///< and is used as soon as nothing would be lost
    bool unfinished = false;                       ///< something is typed or begun that is no edit yet

    std::string lastPlan; ///< what a start opens again
    std::string author;   ///< what the person calls themselves on copies that they share; may be empty
    Guide guide = Guide::undecided;
    Theme theme = Theme::system;
    bool systemDark = false;
    std::optional<platform::ForcedColoursChanged> forcedColours;
    bool touch = false;               ///< the hand's first pointer is a finger
    float scale = 1;                  ///< of the interface
    KeyBindings keyBindings;          ///< other keys than the usual
    std::optional<float> pinchedFrom; ///< while two fingers change the scale: what it was

    /// Until somebody wishes another: to a finger, what is 32 pixels high in the design is 44.
    float usual_scale() const { return touch ? 1.375F : 1; }
    bool dark() const { return theme == Theme::dark || (theme == Theme::system && systemDark); }
};

/// Which letters the grid shows. They are chosen as the grid's items, by the names that picture_name gives.
enum class GridPicture { toBe, differences, asIs };
std::string_view picture_name(GridPicture picture);
/// `toBe` where no letters were kept as they were.
GridPicture grid_picture(const State &state);
/// The letters that are shown, and that typing, copying and pasting mean.
const GridRows &shown_rows(const State &state);

SaveState save_state(const State &state);
/// "Saved", "Saving …", "Example: kept once you change it", "Not saved: the browser's storage is full" …
std::string save_sentence(const State &state);
/// Where a finding of the section is settled.
View view_of(PlanSection section);
/// The same; what is about single accounts is shown in their list.
View view_of(const Finding &finding);
/// The id of the item that is chosen there; empty: none.
std::string chosen_item(const State &state, View view);
bool can_edit(const State &state);
/// Whether it is a template: a plan whose id says that new plans start from it.
bool is_template(const PlanId &plan);
/// Sides whose ballot or readiness in that file of the open plan differs from what stands here; none for another plan's file.
std::vector<Side> ballots_to_take(const State &state, const dialog::Incoming &incoming);
/// Whether that is what conflicts call this person's own copy, as far as that is known.
bool is_own(const State &state, const std::string &origin);
/// True while closing the page could lose something.
bool has_unsaved(const State &state);
/// Rows of the library that are (not) deleted, newest first.
std::vector<platform::IndexRow> plans_of(const State &state, bool deleted);

} // namespace fullcourt
