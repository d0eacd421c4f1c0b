// Everything Fullcourt asks of the machine it runs on. One contract, two implementations chosen by CMake:
// platform/web (the browser) and platform/null (records what was asked; tests answer).
//
// Nothing here blocks. What takes time is answered later through the receiver, as an Event, from the main
// loop and never from inside the call that asked. Strings are UTF-8; places are CSS pixels of the canvas.
// This header depends on base alone.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/shared.h"

namespace fullcourt::platform {

// ---- What the platform tells ---------------------------------------------------------------------------

/// One row of the library's index: kept beside the plans so that the library opens without loading any.
struct IndexRow {
    std::string plan; ///< plan id
    std::string title;
    std::string savedAt;   ///< UTC instant of the last change
    std::string deletedAt; ///< UTC instant, empty while the plan is not deleted
    std::uint64_t bytes = 0;

    friend bool operator==(const IndexRow &, const IndexRow &) = default;
};

/// One journal record. `kind` is "base" (bytes of a whole plan file), "edit" (one edit as JSON) or "stored" (the revision that a
/// change led to which lies in the slots alone).
struct JournalRow {
    std::uint64_t sequence = 0; ///< rises within one plan; of two with one number both are kept
    std::string parent;         ///< the revision that the record builds on
    std::string kind;
    std::string bytes;

    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};

/// A piece of a plan's stored state that lies beside its slots. The name, of [0-9a-f], stands for the content.
struct StoredPart {
    std::string name;
    Shared<std::string> bytes;

    friend bool operator==(const StoredPart &, const StoredPart &) = default;
};
/// On its way to the store: the caller keeps the bytes, too, until it has them.
struct PartToStore {
    std::string name;
    Shared<std::string> bytes;

    friend bool operator==(const PartToStore &, const PartToStore &) = default;
};

/// A kept earlier state of a plan; the bytes are fetched with load_revision.
struct RevisionRow {
    std::uint64_t key = 0; ///< the store's own key
    std::string plan;
    std::string revision;
    std::string at;     ///< UTC instant
    std::string reason; ///< "opened", "ten minutes of work", "before import", …
    bool pinned = false;
    std::uint64_t bytes = 0;

    friend bool operator==(const RevisionRow &, const RevisionRow &) = default;
};

/// Bytes that could not be read and were set aside.
struct QuarantineRow {
    std::uint64_t key = 0;
    std::string plan;
    std::string at;
    std::string why;
    std::uint64_t bytes = 0;

    friend bool operator==(const QuarantineRow &, const QuarantineRow &) = default;
};

/// A file that was opened or saved here before.
struct RecentFile {
    std::uint64_t key = 0; ///< the store's own key
    std::string name;
    std::string at;       ///< UTC instant of the last time
    bool reopens = false; ///< the browser kept the way to it; else only the name is known

    friend bool operator==(const RecentFile &, const RecentFile &) = default;
};

/// The plan that a page saved as one file brings along.
struct CarriedPlan {
    std::string bytes;
    bool readOnly = false; ///< saved for reading

    friend bool operator==(const CarriedPlan &, const CarriedPlan &) = default;
};

/// Answer to start_storage. `available` false: nothing can be kept in this browser; `error` says why.
/// Comes again when the browser closed the store, for instance because the site's data was cleared: with `available`
/// true it was opened anew and the open plan must be stored whole; with false nothing more is kept.
struct StorageStarted {
    bool available = false;
    bool persistent = false; ///< the browser promised not to evict
    std::string error;
    bool setAside = false; ///< something that could not be read is kept apart
    std::vector<IndexRow> plans;
};
/// The index again: after a change here or in another tab.
struct IndexChanged {
    std::vector<IndexRow> plans;
};
/// Answer to load_plan: the files of the plan's mount as they are, unread, and its journal in order.
/// A file that is absent is an empty string. `error` is not empty where the store could not be read.
struct PlanLoaded {
    std::string plan;
    std::string slotA;
    std::string slotB;
    std::string marker; ///< "A" or "B": the slot written last
    std::vector<StoredPart> parts;
    std::vector<JournalRow> journal;
    std::string error;
};
/// Answer to append_journal: the transaction has completed (or not) with strict durability.
struct JournalWritten {
    std::string plan;
    std::uint64_t sequence = 0;
    std::string error; ///< empty: it is on disk
};
/// Answer to store_plan: slot, marker, mount, index and journal are all done, or `error` says what failed.
struct PlanStored {
    std::string plan;
    std::uint64_t upTo = 0;
    std::string error;
};
struct RevisionsListed {
    std::string plan;
    std::vector<RevisionRow> revisions; ///< newest first
};
struct RevisionLoaded {
    std::uint64_t key = 0;
    std::string bytes; ///< empty: it is gone
};
struct QuarantineListed {
    std::vector<QuarantineRow> rows;
};
struct QuarantineLoaded {
    std::uint64_t key = 0;
    std::string bytes;
};

/// Whether this tab may write the plan. Also sent after release_lock, and when another tab took the plan over. A plan
/// that was loaded before its lock was held must be loaded again.
struct LockChanged {
    std::string plan;
    bool held = false;
};
/// Another tab wants the plan: finish what is under way, then release_lock.
struct TakeOverAsked {
    std::string plan;
};
/// Another tab has journalled or stored something of this plan.
struct PlanChangedElsewhere {
    std::string plan;
};

/// A file chosen, dropped or launched. `handle` is 0 where the file cannot be saved in place.
struct FileOpened {
    std::uint32_t handle = 0;
    std::string name;
    Shared<std::string> bytes; ///< many megabytes maybe: whoever keeps the event shares them

    FileOpened(std::uint32_t handleOf, std::string nameOf, std::string bytesOf)
        : handle(handleOf), name(std::move(nameOf)), bytes(std::move(bytesOf)) {}
};
/// Answer to save_file. `cancelled`: the person closed the dialog.
struct FileSaved {
    std::uint32_t handle = 0; ///< 0 after a download
    std::string name;
    bool cancelled = false;
    std::string error;
};
/// Answer to save_file in the place of FileSaved, where a file that is saved in place is not what it was when it was opened or saved
/// here last: nothing was written. `handle` is the file as it is now; saving with it writes over what `bytes` holds.
struct FileChanged {
    std::uint32_t handle = 0;
    std::string name;
    std::string bytes; ///< empty where there is no room for them
};
/// A file that could not be read.
struct FileFailed {
    std::string name;
    std::string error;
};
/// The page was opened by an address with a share link in it, or went to one while it was open. The address does not show it any
/// more, so a reload does not send it again.
struct LinkOpened {
    std::string text; ///< "#plan=…"
};
/// The recent files again, newest first: asked for, or after a change.
struct RecentFilesListed {
    std::vector<RecentFile> files;
};
/// The whole page is kept on this computer and opens without a network.
struct OfflineReady {};
/// A newer version of the page is ready for use_update.
struct UpdateReady {};
/// One thing that is to be known of the page or this browser, as a person reads it.
struct PageFact {
    std::string name;  ///< "Storage used"
    std::string value; ///< "1.2 MB of 2,100 MB"

    friend bool operator==(const PageFact &, const PageFact &) = default;
};
/// Answer to describe_page: what helps to find out why something went wrong. Nothing of it is of a plan, or tells a person's address.
struct PageDescribed {
    std::vector<PageFact> facts;
};
/// Something is dragged over the page (to show where it would land) or has left it.
struct DragChanged {
    bool over = false;
};

/// The person pasted. Sent once for each paste, after the fields have had their chance (see text_wanted).
struct Pasted {
    std::string text;
};

/// Why a menu or a button asked something of the clipboard in vain.
enum class ClipboardTrouble {
    copyRefused,    ///< the browser let nothing be put on it
    pasteRefused,   ///< the browser did not let it be read
    nothingToPaste, ///< there is no text on it
};
struct ClipboardFailed {
    ClipboardTrouble trouble = ClipboardTrouble::copyRefused;
};

struct TimerFired {
    std::uint32_t timer = 0;
};
/// The page is being hidden or left: the last moment at which work can be started.
struct PageHidden {};
struct SystemThemeChanged {
    bool dark = false;
};
/// The system has the last word on colours ("forced colours", high contrast), or no longer. Each is 0xRRGGBB.
struct ForcedColoursChanged {
    bool active = false;
    std::uint32_t canvas = 0xFFFFFF;
    std::uint32_t text = 0;
    std::uint32_t link = 0;
    std::uint32_t highlight = 0;
    std::uint32_t highlightText = 0xFFFFFF;

    friend bool operator==(const ForcedColoursChanged &, const ForcedColoursChanged &) = default;
};
/// Two fingers moved apart or together: how far apart they are to how far they came down. `ended` once one of them is up.
struct Pinched {
    double factor = 1;
    bool ended = false;
};
/// What dragging does with what a finger came down on. A tap is a click everywhere.
enum class Grip {
    none,   ///< dragging scrolls, and holding still is the right button
    lifted, ///< held still for a moment it comes along, or is let go where it was for its menu; dragging at once scrolls
    across, ///< comes along at once to the left and right; dragging up and down scrolls
    free,   ///< comes along at once
};
/// What a finger does with what it has taken hold of; `cancelled`: it goes back to where it was.
enum class Hold { taken, moved, dropped, cancelled };
/// The mirrored element of this id was activated (clicked, Enter, Space) or was given focus.
struct MirrorActivated {
    std::uint32_t node = 0;
    bool focusOnly = false;
};

using Event =
    std::variant<StorageStarted, IndexChanged, PlanLoaded, JournalWritten, PlanStored, RevisionsListed, RevisionLoaded, QuarantineListed,
                 QuarantineLoaded, LockChanged, TakeOverAsked, PlanChangedElsewhere, FileOpened, FileSaved, FileChanged, FileFailed,
                 LinkOpened, RecentFilesListed, OfflineReady, UpdateReady, PageDescribed, DragChanged, Pasted, ClipboardFailed, TimerFired,
                 PageHidden, SystemThemeChanged, ForcedColoursChanged, Pinched, MirrorActivated>;

using Receiver = std::function<void(Event)>;
void set_receiver(Receiver receiver);

// ---- Frames and time -----------------------------------------------------------------------------------

/// Asks for this many animation frames from now on (2 by default: Dear ImGui settles a click in two).
void wake(int frames = 2);
/// Asks for a frame after this long; the nearest wish wins.
void wake_after(double seconds);
/// Sends TimerFired{timer} once after this long; starting a running timer again restarts it.
void start_timer(std::uint32_t timer, double seconds);
void stop_timer(std::uint32_t timer);
/// Seconds that only rise.
double seconds();
/// "2026-11-23T08:30:00Z".
std::string utc_now();
/// The person's calendar date.
Date today();
std::uint64_t random_bits();

// ---- Storage (DESIGN §3) -------------------------------------------------------------------------------

/// Opens the index, asks for persistent storage. → StorageStarted
void start_storage();
/// Populates the plan's own mount and reads its files and journal; needs no lock. → PlanLoaded
void load_plan(const std::string &plan);
/// Appends one record in its own strict transaction; calls keep their order. Refused without the lock. → JournalWritten
void append_journal(const std::string &plan, JournalRow row);
/// What store_plan writes.
struct PlanToStore {
    std::string marker; ///< "A" or "B": the slot that `bytes` go to
    std::string bytes;
    std::vector<PartToStore> parts; ///< that are not there yet
    std::vector<std::string> needs; ///< names of the parts without which this slot is none: there or among `parts`
    std::vector<std::string> keep;  ///< names of all that stay; the others are removed
};
/// Writes the parts, the slot and the marker, syncs this mount alone, all or nothing (of many parts, most go ahead), clears the journal up
/// to and with `upTo`, writes the index row (a `deletedAt` that stands in the index stays). Refused without the lock, and where a part that
/// is needed is not there. → PlanStored, IndexChanged
void store_plan(const std::string &plan, PlanToStore files, std::uint64_t upTo, IndexRow row);
/// Changes a row of the index alone (rename, delete, bring back). → IndexChanged
void put_index(IndexRow row);
/// Removes the plan, its mount, journal and revisions for good. → IndexChanged
void erase_plan(const std::string &plan);

/// The bytes of a plan file: `before`, then those of the parts, then `after`. A part without bytes is the one of that name beside the
/// plan's slots.
struct PlanInPieces {
    std::string before;
    std::vector<PartToStore> parts;
    std::string after;
};
/// Thins what is kept by age as it adds (all of today, one a day for a month, one a week before; pinned stay).
/// A revision that is kept already is not kept twice, only pinned if the row says so.
void keep_revision(RevisionRow row, PlanInPieces file);
void list_revisions(const std::string &plan);
void load_revision(std::uint64_t key);
void quarantine(const std::string &plan, std::string why, std::string bytes);
void list_quarantine();
void load_quarantine(std::uint64_t key);

/// Takes the plan's lock if it is free → LockChanged (held or not).
void take_lock(const std::string &plan);
/// Asks the holder to hand over, and takes the lock by force when it does not answer in a second → LockChanged.
void take_over(const std::string &plan);
void release_lock(const std::string &plan);

// ---- Files, keys and clipboard -------------------------------------------------------------------------------

/// The browser's own dialog. `accept` is a list such as ".json,.csv". → FileOpened or FileFailed
void pick_file(const std::string &accept);
/// Saves in place with a handle, asks for a place where the browser can, else downloads. → FileSaved or FileChanged
void save_file(std::uint32_t handle, const std::string &name, const std::string &mediaType, std::string bytes, bool saveAs);
/// Saves the program and a plan as one HTML file that opens from disk; with `readOnly` it shows the plan without letting it be
/// changed. → FileSaved
void save_web_page(const std::string &name, const std::string &title, const std::string &plan, bool readOnly);

/// Keeps the way to a file that was opened or saved, where the browser can, else its name. → RecentFilesListed
void remember_file(std::uint32_t handle, const std::string &name);
void list_recent_files();
/// Asks for the permission to read it again, where that is needed. → FileOpened or FileFailed
void open_recent_file(std::uint64_t key);
void forget_recent_file(std::uint64_t key);

/// Draws an SVG picture and saves it as a PNG of so many pixels, as save_file with `saveAs` does. → FileSaved
void save_picture(const std::string &name, std::string svg, int width, int height);
/// Puts text on the clipboard outside a copy event (menus and buttons). → ClipboardFailed where that is refused
void copy_text(const std::string &text);
/// Puts the text on the clipboard into the field that has the caret, as the keys for Paste do. Only while a person acts: browsers read
/// the clipboard at no other time, and most ask the person first. → ClipboardFailed where nothing comes of it
void paste_text();
/// The chords that the page takes from the browser from now on, beside those that move about and edit text: each as Mod (⌘ on Apple,
/// else Ctrl), Alt, Shift and the name of the key, in this order: "Mod+Shift+l". All others stay with the browser.
void take_keys(const std::vector<std::string> &chords);
/// While true, every key that the browser gives away comes here and does nothing else: the person presses the keys of a command.
void take_every_key(bool every);
/// What Copy (cut false) and Cut (cut true) of the browser ask when no text field has the focus; an empty answer
/// leaves the clipboard alone.
void set_copy_source(std::function<std::string(bool cut)> source);

// ---- Page ----------------------------------------------------------------------------------------------

/// Small settings of this browser (theme, sizes) by a name of [a-z-], and how it shows a plan (what a list is filtered by) by a name
/// that ends in the plan's id; those are taken out with the plan. Text from outside: others may have written it. Empty: none.
std::string preference(const std::string &name);
void set_preference(const std::string &name, const std::string &value);
/// The page's address without its fragment.
std::string page_address();
bool opened_from_disk();
/// Nothing where this page is not one that was saved with a plan.
std::optional<CarriedPlan> carried_plan();
/// Looks up what the page and this browser are. → PageDescribed
void describe_page();
/// Opens the licences of what is inside in a tab of their own. Only while a person acts: browsers open no tab by themselves.
void show_licences();
/// Loads the page anew with the version that UpdateReady spoke of.
void use_update();
bool apple_keyboard();
bool system_theme_dark();
/// The hand's first pointer here is a finger.
bool coarse_pointer();
void set_title(const std::string &title);
/// While true, closing the page asks "leave without saving?".
void set_unsaved(bool unsaved);
/// Fetches a newer text for the page's own fatal-error screen to offer as "save my plan".
void set_rescue_source(std::function<std::string()> source);
/// Stops the program and shows the readable error page.
void fatal(const std::string &sentence);

// ---- Text ----------------------------------------------------------------------------------------------

/// One character as the machine's own fonts show it. Places count in pixels from the pen on the base line, rightwards and down.
struct GlyphPicture {
    int width = 0; ///< in pixels; 0: nothing to be seen
    int height = 0;
    float left = 0;
    float top = 0;
    float advance = 0;
    bool coloured = false;            ///< has colours of its own, as emoji do; else its pixels are white
    std::vector<std::uint8_t> pixels; ///< red, green, blue and alpha, row by row

    friend bool operator==(const GlyphPicture &, const GlyphPicture &) = default;
};
/// `size`: of the em, in pixels. Nothing where there is no such character.
std::optional<GlyphPicture> draw_glyph(char32_t character, float size, bool semibold);

// ---- Accessibility -------------------------------------------------------------------------------------

/// Says something to a screen reader; urgent words interrupt.
void announce(const std::string &sentence, bool urgent = false);

/// One element of the accessibility mirror. `role` is an ARIA role ("button", "gridcell", "textbox" …).
struct MirrorNode {
    std::uint32_t id = 0;     ///< stable over frames while the widget lives
    std::uint32_t parent = 0; ///< 0: the page itself
    std::string role;
    std::string name;
    std::string value;
    std::string description;
    bool disabled = false;
    bool focused = false;
    std::optional<bool> checked;
    std::optional<bool> selected;
    std::optional<bool> expanded;
    int row = 0; ///< 1-based within a grid; 0: none
    int column = 0;
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    friend bool operator==(const MirrorNode &, const MirrorNode &) = default;
};

/// True once somebody opened the mirror (first tab stop, or ?semantics=on): only then is it worth filling.
bool mirror_open();
/// The whole of the mirror, in reading order; the platform changes only what differs.
void show_mirror(std::span<const MirrorNode> nodes);

} // namespace fullcourt::platform
