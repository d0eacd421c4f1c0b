// The platform of tests: it records what was asked, keeps storage in memory, and answers when told to.
//
//     null::reset();
//     platform::set_receiver(...);
//     platform::start_storage();
//     null::deliver();                     // StorageStarted arrives here, never inside start_storage
//
// A test brings about what a browser only does on bad days by setting fields of `null::machine()`.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "platform/platform.h"

namespace fullcourt::platform::null {

/// What is kept of one plan.
struct StoredPlan {
    std::string slotA;
    std::string slotB;
    std::string marker;
    std::map<std::string, std::string> parts;
    std::vector<JournalRow> journal;
};

struct StoredRevision {
    RevisionRow row;
    std::string bytes;
};

struct StoredQuarantine {
    QuarantineRow row;
    std::string bytes;
};

struct SavedFile {
    std::uint32_t handle = 0;
    std::string name;
    std::string mediaType;
    std::string bytes;
    bool saveAs = false;
};

struct SavedPage {
    std::string name;
    std::string title;
    std::string plan;
    bool readOnly = false;
};

struct Announcement {
    std::string sentence;
    bool urgent = false;
};

struct RunningTimer {
    std::uint32_t timer = 0;
    double due = 0;
};

/// Everything that a test may look at or set.
struct Machine {
    // Frames and time: nothing moves unless `advance` moves it.
    int framesWanted = 0; ///< the greatest wake() since the test last set it to 0
    int wakes = 0;
    double secondsNow = 0;
    std::string utcNow = "2026-11-23T08:30:00Z";
    Date todayDate{2026, 11, 23};
    std::uint64_t randomState = 1;
    std::vector<RunningTimer> timers;
    std::optional<double> frameDue; ///< the nearest wake_after

    // Storage. Survives `restart`, as a disk does.
    std::map<std::string, StoredPlan> plans;
    std::map<std::string, IndexRow> index;
    std::vector<StoredRevision> revisions;
    std::vector<StoredQuarantine> quarantined;
    std::uint64_t nextKey = 1;
    bool persistent = false;
    std::string storageError; ///< not empty: start_storage answers that nothing can be kept
    std::string loadError;    ///< not empty: load_plan answers with it
    std::string journalError; ///< not empty: append_journal fails with it
    std::string storeError;   ///< not empty: store_plan fails with it

    // Locks: plans held by this page and by another tab.
    std::set<std::string> held;
    std::set<std::string> heldElsewhere;

    // Files and clipboard
    std::vector<std::string> picks; ///< the `accept` of each pick_file
    std::vector<SavedFile> saved;
    std::vector<SavedPage> pages;
    std::vector<RecentFile> recent;     ///< newest first
    std::pair<int, int> pictureSize;    ///< of the newest save_picture; its SVG stands in `saved`
    std::optional<std::string> fileNow; ///< what stands in the file that is saved in place, where it is not what was opened
    std::string saveError;
    bool saveCancelled = false;
    std::uint32_t nextHandle = 1;
    std::vector<std::string> copied;
    std::string clipboard;         ///< its text; what is copied stands there, too
    bool clipboardRefused = false; ///< the browser does not let it be read
    bool pasting = false;          ///< paste_text() was asked for; who plays the window gives `clipboard` to the field
    std::function<std::string(bool cut)> copySource;

    // Page
    std::map<std::string, std::string> preferences;
    std::string address;
    bool fromDisk = false;
    std::optional<CarriedPlan> carried;
    int updatesUsed = 0;
    int licencesShown = 0;
    bool apple = false;
    std::vector<std::string> takenKeys; ///< chords that the page takes from the browser
    bool everyKeyTaken = false;
    bool dark = false;
    bool coarse = false;                 ///< the first pointer is a finger
    std::set<char32_t> systemCharacters; ///< what the machine's fonts have; each is drawn as a square
    std::string title;
    bool unsaved = false;
    std::function<std::string()> rescueSource;
    std::vector<std::string> fatals;

    // Accessibility
    bool mirrorOpen = true;
    std::vector<MirrorNode> mirror;
    std::vector<Announcement> announcements;

    // Answers that wait for deliver().
    std::deque<Event> waiting;
    Receiver receiver;
};

Machine &machine();

/// A fresh machine with empty storage.
void reset();
/// What a closed and reopened browser does: storage, preferences and the clock stay, all else is fresh and
/// answers under way are lost. Set the receiver anew.
void restart();

/// Queues an event as if it came from the person or another tab.
void send(Event event);
/// Delivers the next waiting event; false where there is none.
bool deliver_one();
/// Delivers until nothing waits, also what the receiver brought about; how many were delivered.
int deliver();
/// Moves the clock and queues TimerFired for every timer that came due, in order of time.
void advance(double seconds);

} // namespace fullcourt::platform::null
