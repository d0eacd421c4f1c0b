// What each view remembers from one frame to the next that is no part of the plan: what is being typed, dragged, looked for,
// folded or picked, and what was worked out for one state of the plan.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

#include "analysis/account_list.h"
#include "analysis/backtest.h"
#include "analysis/calibration.h"
#include "analysis/frozen_lists.h"
#include "analysis/play_load.h"
#include "analysis/pod_assignment.h"
#include "analysis/program.h"
#include "analysis/score_versions.h"
#include "app/app.h"
#include "app/comparing.h"
#include "app/plan_search.h"
#include "exports/changes_text.h"
#include "io/templates.h"
#include "ui/dragging.h"
#include "ui/hand.h"
#include "ui/qr_code.h"
#include "ui/semantics.h"
#include "ui/shortcuts.h"
#include "ui/text_bar.h"
#include "ui/widgets.h"

namespace fullcourt::ui {

struct Scene;

/// The parts of the page that F6 goes through.
enum class Region { none, sidebar, topbar, main, panel };

/// A name that is being typed within the grid.
struct NameEdit {
    GridPlace place; ///< an activity's name, a column's head or a phase's heading
    std::string text;
    bool started = false; ///< the field has had the focus
    int waited = 0;       ///< frames in which its place was not there (yet)
};

/// A row or column that is being added: it is in the plan once it has a name.
struct Adding {
    bool role = false;
    PhaseId phase;    ///< activity: where it goes …
    ActivityId after; ///< … and after which; empty: at the phase's end
    RoleId afterRole; ///< role: after which column; empty: the last
    std::string text;
    bool started = false;
    bool onlyOnce = false; ///< not followed by the next one
};

enum class DragKind { none, cells, rows, phase, columns };
struct GridDrag {
    DragKind kind = DragKind::none;
    ImVec2 from;
    bool moving = false; ///< far enough to be meant
    std::vector<ActivityId> rows;
    std::vector<RoleId> columns;
    PhaseId phase;
    int target = -1;      ///< the gap where it would go
    GridSelection before; ///< what was selected until the mouse button went down
};

struct GridScratch {
    std::optional<NameEdit> naming;
    std::optional<Adding> adding;
    GridDrag drag;
    bool focused = false;
    int stickyColumn = 0;   ///< where up and down return to after a heading
    std::uint64_t seen = 0; ///< of State::scrollTo
    bool reveal = false;    ///< the cursor is being brought into sight
    ImVec2 scrollTarget;
    std::string hint; ///< a word about the last key, near the cursor
    double hintUntil = 0;
    std::string openMenu; ///< popup to open in the next frame
    ImVec2 menuAt;
    int drawnCells = 0; ///< of the newest frame, for tests of virtualisation
};

struct PanelScratch {
    bool open = true;
    int tab = 0; ///< 0 what there is to settle, 1 details of the selection
    std::string seenFinding;
    std::string expanded;  ///< key of the finding that shows its reasons
    std::string accepting; ///< key of the finding whose reason is being typed
    std::string reason;
    bool startAccepting = false; ///< the field takes the caret
    View beside = View::plans;   ///< the view that it was last beside
    std::optional<View> asked;   ///< where somebody has chosen a thing to see its details
    ImGuiID keyboardAt = 0;      ///< what had the keyboard in the frame before
};

struct TopbarScratch {
    bool renaming = false;
    bool started = false;
    std::string title;
};

struct PlansScratch {
    std::string renaming; ///< plan id
    std::string title;
    bool started = false;
    bool showDeleted = false;
    bool showTemplates = false;
    std::vector<TemplateInfo> templates; ///< read once
};

/// A copy that arrived, as a difference to what is here.
struct ReviewScratch {
    std::shared_ptr<const Comparison> of; ///< what the rest depends on …
    bool whole = false;                   ///< … and this: how the two copies differ, not what taking it changes here
    std::vector<ReviewedSection> sections;
    std::string section; ///< the one that is shown
};

/// One conflict of the plan, in words.
struct ConflictShown {
    struct Value {
        PlaceValue value;
        std::string words;
        std::string origins; ///< who and when
        bool stands = false; ///< now, in the plan
    };
    std::string key;
    std::string place;
    std::string before;
    std::vector<Value> values;
    bool typed = false;   ///< another value can be typed
    bool letters = false; ///< of a cell of the grid
};
struct ConflictsScratch {
    std::string stamp; ///< what `shown` and `origins` depend on
    std::vector<ConflictShown> shown;
    std::vector<std::string> origins;
    std::map<std::string, Draft> drafts; ///< what is being typed in place of all values, by conflict
    std::string refused;                 ///< the conflict whose typed text is no value there …
    std::string why;                     ///< … and why
    std::string seen;                    ///< the chosen one that was brought into sight
    std::string focus;                   ///< the conflict that gets the keyboard
};

struct DialogScratch {
    std::size_t shown = 0; ///< which alternative of State::dialog is open as a popup
    bool replace = true;
    std::string pasted;
    std::string letter;
    std::string meaning;
    std::string author;     ///< what the person calls themselves, while it is typed
    bool copied = false;    ///< the link
    bool largeCode = false; ///< nothing but the code
    std::string codeOf;     ///< what `code` says
    QrCode code;
};

/// The help about keys, where commands get others.
struct KeysScratch {
    std::string search;
    std::optional<Command> listening; ///< whose keys are awaited …
    bool holding = false;             ///< … by its line, which has the keyboard for itself
    std::optional<Command> asked;     ///< which command wants the keys that another has …
    ImGuiKeyChord wanted = 0;         ///< … and these keys
    bool focusAnswer = false;         ///< the answers to that get the keyboard
    std::optional<Command> focus;     ///< whose line gets it back
    std::string said;                 ///< what became of the keys that were pressed last
    bool refused = false;             ///< `said` is why they could not be taken
};

/// A row of the palette: a section, a place of the plan, a finding or a command.
struct PaletteRow {
    const char *icon = nullptr;
    std::string name;
    std::string kind;     ///< "Decision", at the right; empty for commands
    std::string detail;   ///< under the name; may be empty
    std::string shortcut; ///< at the right, of a command or a section
    std::function<void(Scene &)> run;
};
struct PaletteScratch {
    std::string text;
    std::string key; ///< what `rows` depends on
    std::vector<PaletteRow> rows;
    PlanSearcher searcher;
    std::size_t chosen = 0;
    bool reveal = false;                  ///< the chosen row is to be brought into sight
    std::function<void(Scene &)> waiting; ///< of the row that was taken, until the dialog is gone and lets go of the keyboard
};

/// A run of the workshop; times are platform::seconds().
struct WorkshopScratch {
    bool running = false;
    std::size_t step = 0;
    double started = 0;
    double stepStarted = 0;
    double thingStarted = 0;
    std::string current;         ///< key of the finding that the room looks at
    std::string settled;         ///< id of the log entry that was made last
    std::string naming;          ///< id of the one whose owner and date are chosen at the close
    bool showNaming = false;     ///< it is scrolled into sight
    bool askOwner = false;       ///< who sees to it gets the keyboard
    bool accepting = false;      ///< a reason why it stays is being typed
    bool writing = false;        ///< what is done about it is being typed
    bool startAccepting = false; ///< the field takes the caret
    bool editing = false;        ///< the run sheet itself is being changed
    bool voting = false;         ///< each side says what it thinks before the room settles it …
    ActivityId votedOn;          ///< … of this activity; empty: of the whole grid
    bool startVoting = false;    ///< the ballot's first cell takes the keyboard
    std::string reason;
};

struct AccountsScratch {
    std::string waysKey;    ///< what `ways` depends on
    std::string ways;       ///< what would move the chosen account up and down
    std::string waysAsked;  ///< what `ways` of very many accounts will depend on in the next frame
    std::string pictureKey; ///< what `picture` depends on
    ColumnPicture picture;
};

struct ContactsScratch {
    std::string search;
    std::string account; ///< the key of the one whose contacts show; empty: all
    std::string stage;   ///< id; empty: all
    int grade = 0;       ///< 0 all, 1 A … 4 D
    std::string key;     ///< what `rows` depends on
    std::vector<ContactId> rows;
    std::string seen; ///< what led here last
    int drawn = 0;    ///< rows of the newest frame, for tests of virtualisation
};

struct ProgramScratch {
    std::optional<Tier> tier; ///< those alone
    std::string key;          ///< what `program` depends on
    Program program;
};

struct PodsScratch {
    std::string search;
    std::set<std::string> selected; ///< keys of accounts in the list
    std::string anchor;             ///< where a range of them begins
    std::string key;                ///< what the following three depend on
    std::vector<std::uint32_t> pods;
    PodLoads loads;
    std::string rowsKey; ///< what `rows` depends on
    std::vector<std::uint32_t> rows;
    bool previewing = false;
    Dealing dealing = Dealing::even;
    std::string previewKey; ///< what `preview` depends on
    PodAssignment preview;
    bool pressing = false; ///< a row is held, and may be dragged
    bool dragging = false;
    ImVec2 from;
    std::vector<AccountId> dragged;
    std::string target; ///< where they would go: a pod's id, "-" for none; empty: nowhere
    int drawn = 0;      ///< rows of the newest frame, for tests of virtualisation
};

/// A change of a plan that is under way waits for its reason.
struct PlanChange {
    enum class Kind { none, change, move, remove, add, fromTemplates };
    Kind kind = Kind::none;
    AccountId account;
    PlayId play;
    Play after;    ///< change, add
    int weeks = 0; ///< move
    Tier tier = Tier::none;
    std::string start; ///< fromTemplates
};

struct EngagementScratch {
    int tab = 0;      ///< 0 one account's plan, 1 load, 2 templates
    std::string seen; ///< of the chosen item
    std::string account;
    std::string search;
    int filter = 0;      ///< 0 all, 1 with a plan, 2 without
    std::string listKey; ///< what `list` and `plays` depend on
    std::vector<std::uint32_t> list;
    std::map<AccountId, std::vector<PlayId>> plays;
    int drawn = 0;                ///< rows of the newest frame, for tests of virtualisation
    std::optional<int> startWeek; ///< in which templates begin, as a WeekNumber
    PlanChange waiting;
    std::string why;
    bool startWhy = false; ///< the field takes the caret
    bool showWhy = false;  ///< it is to come into sight
    PlayId held;           ///< the bar under the mouse button
    bool resizing = false;
    float heldFrom = 0;
    int heldWeeks = 0;
    std::uint64_t gesture = 0; ///< of arrow keys on one bar
    PlayId gestureOf;
    int loadFrom = 0;    ///< first week shown, as a WeekNumber; 0: this one
    std::string loadKey; ///< what `loads` depends on
    std::vector<RoleLoad> loads;
    RoleId loadRole; ///< the cell that is open
    int loadWeek = 0;
};

/// A cell that is being typed into, in its place.
struct CellEdit {
    AccountId account;
    AccountColumnId column;
    std::string text;
    bool started = false;            ///< the field has had the focus
    std::vector<ImWchar> typed = {}; ///< before the field could take it
};

/// What is selected of the accounts, and whose details are shown, so that it can be selected again.
struct SelectedAccounts {
    std::vector<std::uint32_t> rows;
    std::optional<std::uint32_t> cursor;
    std::optional<std::uint32_t> anchor;
    std::string lane;
    bool onHead = false;
    std::string chosen;
    bool panelOpen = false;
    int panelTab = 0;
};

enum class TableDragKind { none, rows, lane, width };
struct TableDrag {
    TableDragKind kind = TableDragKind::none;
    ImVec2 from;
    bool moving = false; ///< far enough to be meant
    std::string lane;
    float width = 0; ///< that the lane had
    int target = -1; ///< the gap where the lane would go
    SelectedAccounts before = {};
};

/// The table and the board of target accounts: what is looked for, selected, typed and dragged.
struct AccountTableScratch {
    ListQuestion question;
    std::string plan;  ///< whose list `question` asks for
    ListQuestion kept; ///< as this browser keeps it for that plan
    AccountList list;
    std::vector<std::uint32_t> selected; ///< rows in rising order
    std::uint64_t selectionRevision = 0;
    std::vector<Shared<Texts>> keys; ///< of the table that `selected` is of
    std::optional<std::uint32_t> cursor;
    std::optional<std::uint32_t> anchor; ///< where a range of selected rows begins
    std::string lane;                    ///< that the cursor stands in
    bool onHead = false;                 ///< the cursor stands in the head
    bool reveal = false;                 ///< the cursor is to be brought into sight
    std::string seenChosen;              ///< the item that was chosen in the newest frame
    bool choosesAgain = false;           ///< the next one is of what is selected already
    std::optional<CellEdit> editing;
    TableDrag drag;
    std::string openMenu; ///< popup to open in the next frame …
    std::string menuLane; ///< … for this lane …
    ImVec2 menuAt;        ///< … and where
    std::string fieldOf;  ///< what `from`, `to` and `text` are being typed for
    std::string from;
    std::string to;
    std::string text;
    std::string bulkColumn;
    int bulkTier = 0;
    std::string totalsKey; ///< what `totals` depends on
    std::map<AccountColumnId, ColumnTotal> totals;
    std::string unseenKey;  ///< what `unseen` depends on
    std::size_t unseen = 0; ///< selected rows that are not shown
    std::string tagsStamp;  ///< what `anyTags` depends on
    bool anyTags = false;
    std::string wordsKey; ///< what `picture` depends on
    ColumnPicture picture;
    int drawn = 0; ///< rows of the newest frame, for tests of virtualisation
};

/// A column of the board: a tier, a stage or a pod.
struct BoardColumn {
    std::string key; ///< what its limit is kept by, and what a card that is moved here gets
    std::string name;
    ImU32 ink = 0;
    std::optional<int> limit; ///< how many are meant to be here at most
    std::vector<std::uint32_t> rows;
    float x = 0;
};

struct BoardDrag {
    bool held = false;
    bool moving = false; ///< far enough to be meant
    bool opens = false;  ///< its details, if it is let go where it was
    ImVec2 from;
    std::uint32_t row = 0;
    SelectedAccounts before = {};
};

struct BoardScratch {
    std::string stamp; ///< what `columns` depends on
    std::vector<BoardColumn> columns;
    BoardDrag drag;
    std::optional<std::uint32_t> menuOf; ///< row of the card whose menu was asked for …
    ImVec2 menuAt;                       ///< … and where
    bool openMenu = false;               ///< in the next frame
    bool reveal = false;                 ///< the cursor's card is to be brought into sight
    std::vector<std::uint32_t> moving;   ///< rows whose move waits for a reason
    std::string target;
    std::string reason;
    bool ask = false; ///< for the reason, in the next frame
    std::string limitOf;
    std::string limit;
    bool askLimit = false;
    ImVec2 askAt;
    int drawn = 0; ///< cards of the newest frame, for tests of virtualisation
};

/// Known accounts that are being placed.
struct CalibrationScratch {
    std::string plan;                 ///< of which plan this is
    bool proposed = false;            ///< accounts to begin with were looked for
    std::vector<std::string> waiting; ///< keys of accounts to place; those that were placed stay in it
    std::string dragged;              ///< key of the card on its way
    std::string draggedName;
    std::string focus; ///< key of the card that gets the keyboard
    std::string key;   ///< what `found` depends on
    Calibration found;
    std::vector<TierChange> changes; ///< what the proposal would do to the list
};

/// What the score section shows, and what is being dragged there.
struct ScoreScratch {
    int tab = 0;
    bool showsAccount = false; ///< the panel shows the account that was chosen last, not a criterion

    std::string comparedWith; ///< the account that the shown one stands beside

    /// A weight on its way: what the list would be with it.
    std::unique_ptr<WeightDrag> drag;
    std::string dragKey; ///< of which weight in which state of the plan
    double dragged = 0;
    bool dragging = false; ///< in the newest frame

    /// A point of a scale on its way.
    struct CurveDrag {
        CriterionId criterion;
        std::vector<ScalePoint> points; ///< as they are while it is dragged
        bool moved = false;
    };
    CurveDrag curve;
    CalibrationScratch calibration;

    /// What was worked out for one state of the plan.
    template <class Value> struct Kept {
        std::string key;
        Value value;
    };
    Kept<ListDifference> listDifference;
    Kept<VersionChange> versionChange;
    Kept<ColumnPicture> outcomeWords;
    Kept<Backtest> backtest;

    /// Accounts that a search field found.
    struct Matches {
        std::string key;
        std::vector<std::uint32_t> rows;
        std::size_t count = 0; ///< of all
    };
    std::map<std::string, Matches> matches; ///< by the field
};

/// Everything the interface remembers that is no part of the plan and no part of the app's state.
struct Scratch {
    semantics::Collector semantics;
    Region focus = Region::main; ///< to be given the keyboard in this frame
    Region current = Region::none;
    Region held = Region::none;  ///< which had the keyboard in the frame before
    bool chosenRowShown = false; ///< a row of the section was drawn as chosen in the newest frame
    GridScratch grid;
    PanelScratch panel;
    TopbarScratch topbar;
    PlansScratch plans;
    DialogScratch dialog;
    KeysScratch keys;
    PaletteScratch palette;
    HandScratch hand;
    TouchScratch touch;
    TextBarScratch textBar;
    ReviewScratch review;
    ConflictsScratch conflicts;
    WorkshopScratch workshop;
    AccountsScratch accounts;
    ContactsScratch contacts;
    ProgramScratch program;
    PodsScratch pods;
    EngagementScratch engagement;
    AccountTableScratch accountTable;
    BoardScratch accountBoard;
    ScoreScratch score;
    std::vector<ActivityId> ballotOrder;      ///< as the rows stood when the cards went up: settling moves none of them
    std::map<std::string, Draft> drafts;      ///< what is being typed, by the field's name and the item's id
    std::map<std::string, bool> folded;       ///< parts of a view that a person closed (or opened), by name
    std::map<std::string, std::string> picks; ///< what a view shows of several: a tab, a period, a role; by name
    float noticesRoom = 0;                    ///< that the notices took of the foot of the page in the frame before
    bool animates = false;
};

} // namespace fullcourt::ui
