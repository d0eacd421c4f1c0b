// The keyboard as one table: menus, tooltips, the help and what a key does all read it.
//
// Every command has a name of its own and can be given another chord; the table says the usual ones. A chord is taken from the
// browser as long as a command has it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/key_bindings.h"
#include "ui/key_chords.h"

namespace fullcourt::ui {

enum class Command {
    // Anywhere
    undo,
    redo,
    openFile,
    saveFile,
    saveFileAs,
    share,
    palette,
    nextRegion,
    previousRegion,
    togglePanel,
    guide,
    help,
    // In the grid and in the list of accounts
    clearCells,
    rename,
    pickLetters,
    bothLetters,
    selectAll,
    addActivity,
    addRole,
    duplicateRows,
    moveUp,
    moveDown,
    moveLeft,
    moveRight,
    group,
    contextMenu,
    copy,
    cut,
    paste,
    // The plan as a whole
    renamePlan,
    saveForOthers,
    saveGridCsv,
    saveWebPage,
    saveForReading,
    pasteGrid,
    rules,
    earlierStates,
    conflicts,
    repairs,
    duplicatePlan,
    saveAsTemplate,
    deletePlan,
    newBlankPlan,
    newFromGrid,
    newFromTemplate,
    importAccounts,
    importContacts,
    sampleAccounts,
    exportAccounts,
    exportForCrm,
    // The page
    themeSystem,
    themeLight,
    themeDark,
    larger,
    smaller,
    usualSize,
    setAside,
    about,
    // Going somewhere
    goPlans,
    goOverview,
    goOrganisation,
    goModels,
    goGrid,
    goCadences,
    goDecisions,
    goEscalation,
    goKpis,
    goGovernance,
    goReadiness,
    goAccounts,
    goScore,
    goContacts,
    goProgram,
    goPods,
    goEngagement,
    goBallots,
    goWorkshop,
    // Within sections
    addAction,
    addOrganisationRole,
    addPeople,
    drawUsualLines,
    addOwnModel,
    compareModels,
    applyModel,
    keepAsIs,
    showToBe,
    showDifferences,
    showAsIs,
    marketingBallot,
    salesBallot,
    productBallot,
    cardsUp,
    addMeeting,
    addDecision,
    askWhoDecides,
    addLevel,
    addConflict,
    addKpi,
    addProcess,
    addStandard,
    addWayOfWorking,
    addImprovement,
    addTool,
    marketingReadiness,
    salesReadiness,
    productReadiness,
    readinessOfSides,
    changeRunSheet,
    findAccounts,
    accountsTable,
    accountsBoard,
    accountColumns,
    addCriterion,
    weighCriteria,
    blindWeights,
    knownAccounts,
    scoreSides,
    tiers,
    freezeList,
    wonAndLost,
    scoreVersions,
    keepScoreVersion,
    askAboutAccount,
    addContact,
    addLeadStage,
    usualLeadStages,
    overdueContacts,
    addPod,
    makePods,
    assignAccounts,
    addPlay,
    whoHasTime,
    playTemplates,
};

enum class KeyGroup { page, moving, letters, rows, accounts, plan, look, going, operatingModel, targetAccounts };

struct Shortcut {
    Command command;
    KeyGroup group;
    const char *id;          ///< by which bindings name it; never changes
    const char *what;        ///< "Undo"
    ImGuiKeyChord chord = 0; ///< usually; 0: a character that is typed, or none
    ImGuiKeyChord second = 0;
    const char *typed = nullptr; ///< the character
    bool fixed = false;          ///< the browser's own copy, cut and paste, which no other chord brings about
};

std::span<const Shortcut> shortcuts();
const Shortcut &shortcut_of(Command command);

/// What a command is reached by at present.
struct Keys {
    ImGuiKeyChord chord = 0;
    ImGuiKeyChord second = 0;
    const char *typed = nullptr;
    bool usual = true;

    friend bool operator==(const Keys &, const Keys &) = default;
};
/// Of every command in the table's order. A binding that names no command, no chord, one that cannot be a shortcut or one that another
/// command has is passed over.
std::vector<Keys> keys_with(const KeyBindings &bindings);

/// The keyboard of a Dear ImGui context.
class Keyboard {
  public:
    /// From now on of the current context, with the usual keys.
    void attach();
    /// Follows what the person made of it, and tells the platform which chords are taken; costs nothing where nothing changed.
    void follow(const KeyBindings &bindings);
    /// Whether every key is wanted, because one is being chosen.
    void listen(bool every);
    const Keys &keys_of(Command command) const;

  private:
    KeyBindings m_bindings;
    std::vector<Keys> m_keys;
    bool m_told = false;
    bool m_listening = false;
};
/// Of the current context.
const Keys &keys_of(Command command);
/// The command that has the chord at present.
std::optional<Command> command_with(ImGuiKeyChord chord);

/// The bindings with which the command has this chord, and no other command has.
KeyBindings with_chord(KeyBindings bindings, Command command, ImGuiKeyChord chord);
/// The same with its usual keys. Another that has got one of these goes back to its own, and so on.
KeyBindings put_back(KeyBindings bindings, Command command);

/// "Ctrl+Z", on Apple's keyboards "⌘Z"; "" where the command has no key.
std::string key_text(Command command);

/// Whether these keys went down in this frame, with repeat, whoever has the keyboard.
bool is_pressed(ImGuiKeyChord chord);
/// Whether the command's key was pressed in this frame (with repeat for undo, redo and moves).
bool pressed(Command command);
/// The same without repeat.
bool pressed_once(Command command);
/// Whether the character stands for the command.
bool types(Command command, ImWchar character);

} // namespace fullcourt::ui
