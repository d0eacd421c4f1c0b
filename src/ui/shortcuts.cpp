#include "ui/shortcuts.h"

#include <algorithm>
#include <array>
#include <set>

#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui {
namespace {

constexpr ImGuiKeyChord ctrl(ImGuiKey key) { return ImGuiMod_Ctrl | key; }
constexpr ImGuiKeyChord ctrl_shift(ImGuiKey key) { return ImGuiMod_Ctrl | ImGuiMod_Shift | key; }
constexpr ImGuiKeyChord alt(ImGuiKey key) { return ImGuiMod_Alt | key; }

constexpr auto make_shortcuts() {
    using enum KeyGroup;
    return std::array{
        Shortcut{Command::undo, page, "undo", "Undo", ctrl(ImGuiKey_Z)},
        Shortcut{Command::redo, page, "redo", "Redo", ctrl_shift(ImGuiKey_Z), ctrl(ImGuiKey_Y)},
        Shortcut{Command::openFile, page, "open-file", "Open a file", ctrl(ImGuiKey_O)},
        Shortcut{Command::saveFile, page, "save-file", "Save a file", ctrl(ImGuiKey_S)},
        Shortcut{Command::saveFileAs, page, "save-file-as", "Save as a new file…", ctrl_shift(ImGuiKey_S)},
        Shortcut{Command::share, page, "share", "Share the plan", ctrl_shift(ImGuiKey_L)},
        Shortcut{Command::palette, page, "palette", "Find or do anything", ctrl(ImGuiKey_K)},
        Shortcut{Command::nextRegion, page, "next-region", "Next part of the page", ImGuiKey_F6},
        Shortcut{Command::previousRegion, page, "previous-region", "Previous part of the page", ImGuiMod_Shift | ImGuiKey_F6},
        Shortcut{Command::togglePanel, page, "toggle-panel", "Show or hide the panel beside"},
        Shortcut{Command::guide, page, "guide", "Guide me through the six steps"},
        Shortcut{Command::help, page, "help", "Keyboard shortcuts", 0, 0, "?"},

        Shortcut{Command::clearCells, letters, "clear", "Clear", ImGuiKey_Delete, ImGuiKey_Backspace},
        Shortcut{Command::pickLetters, letters, "pick-letters", "Choose a letter from a list", ImGuiKey_Space},
        Shortcut{Command::bothLetters, letters, "both-letters", "Accountable and responsible (A/R)", 0, 0, "/"},
        Shortcut{Command::copy, letters, "copy", "Copy", ctrl(ImGuiKey_C), 0, nullptr, true},
        Shortcut{Command::cut, letters, "cut", "Cut", ctrl(ImGuiKey_X), 0, nullptr, true},
        Shortcut{Command::paste, letters, "paste", "Paste letters, or a whole grid from a spreadsheet", ctrl(ImGuiKey_V), 0, nullptr, true},
        Shortcut{Command::selectAll, moving, "select-all", "Select all cells", ctrl(ImGuiKey_A)},
        Shortcut{Command::contextMenu, moving, "context-menu", "Menu of what is selected", ImGuiMod_Shift | ImGuiKey_F10, ImGuiKey_Menu},

        Shortcut{Command::rename, rows, "rename", "Rename", ImGuiKey_F2},
        Shortcut{Command::addActivity, rows, "add-activity", "Add an activity below", ctrl(ImGuiKey_Enter), ImGuiKey_Insert},
        Shortcut{Command::addRole, rows, "add-role", "Add a role to the right", 0, 0, "+"},
        Shortcut{Command::duplicateRows, rows, "duplicate-rows", "Duplicate activities", ctrl(ImGuiKey_D)},
        Shortcut{Command::group, rows, "group", "Group into a phase", alt(ImGuiKey_G)},
        Shortcut{Command::moveUp, rows, "move-up", "Move up", alt(ImGuiKey_UpArrow)},
        Shortcut{Command::moveDown, rows, "move-down", "Move down", alt(ImGuiKey_DownArrow)},
        Shortcut{Command::moveLeft, rows, "move-left", "Move left", alt(ImGuiKey_LeftArrow)},
        Shortcut{Command::moveRight, rows, "move-right", "Move right", alt(ImGuiKey_RightArrow)},

        Shortcut{Command::renamePlan, plan, "rename-plan", "Rename the plan"},
        Shortcut{Command::saveForOthers, plan, "save-for-others", "Save for others…"},
        Shortcut{Command::saveGridCsv, plan, "save-grid-csv", "Save the grid as CSV…"},
        Shortcut{Command::saveWebPage, plan, "save-web-page", "Save as a web page"},
        Shortcut{Command::saveForReading, plan, "save-for-reading", "Save as a web page for reading"},
        Shortcut{Command::pasteGrid, plan, "paste-grid", "Paste a grid…"},
        Shortcut{Command::rules, plan, "rules", "Rules and letters…"},
        Shortcut{Command::earlierStates, plan, "earlier-states", "Earlier states…"},
        Shortcut{Command::conflicts, plan, "conflicts", "Conflicts between copies"},
        Shortcut{Command::repairs, plan, "repairs", "What was mended…"},
        Shortcut{Command::duplicatePlan, plan, "duplicate-plan", "Duplicate the plan"},
        Shortcut{Command::saveAsTemplate, plan, "save-as-template", "Save as a template"},
        Shortcut{Command::deletePlan, plan, "delete-plan", "Delete the plan"},
        Shortcut{Command::newBlankPlan, plan, "new-blank-plan", "New blank plan"},
        Shortcut{Command::newFromGrid, plan, "new-from-grid", "New plan from a grid in the clipboard"},
        Shortcut{Command::newFromTemplate, plan, "new-from-template", "New plan from a model or a stage"},
        Shortcut{Command::importAccounts, plan, "import-accounts", "Import accounts from a CSV file"},
        Shortcut{Command::importContacts, plan, "import-contacts", "Import contacts or activities from a CSV file"},
        Shortcut{Command::sampleAccounts, plan, "sample-accounts", "Try the score with sample accounts"},
        Shortcut{Command::exportAccounts, plan, "export-accounts", "Save the accounts as CSV"},
        Shortcut{Command::exportForCrm, plan, "export-for-crm", "Save tier, pod and score for the CRM"},

        Shortcut{Command::themeSystem, look, "theme-system", "Colours as the system"},
        Shortcut{Command::themeLight, look, "theme-light", "Light colours"},
        Shortcut{Command::themeDark, look, "theme-dark", "Dark colours"},
        Shortcut{Command::larger, look, "larger", "Larger"},
        Shortcut{Command::smaller, look, "smaller", "Smaller"},
        Shortcut{Command::usualSize, look, "usual-size", "Usual size"},
        Shortcut{Command::setAside, look, "set-aside", "What was set aside as unreadable"},
        Shortcut{Command::about, look, "about", "About this page"},

        Shortcut{Command::goPlans, going, "go-plans", "Plans"},
        Shortcut{Command::goOverview, going, "go-overview", "Overview"},
        Shortcut{Command::goOrganisation, going, "go-organisation", "Organisation"},
        Shortcut{Command::goModels, going, "go-models", "Models"},
        Shortcut{Command::goGrid, going, "go-grid", "RACI grid"},
        Shortcut{Command::goCadences, going, "go-cadences", "Cadences"},
        Shortcut{Command::goDecisions, going, "go-decisions", "Decisions"},
        Shortcut{Command::goEscalation, going, "go-escalation", "Escalation"},
        Shortcut{Command::goKpis, going, "go-kpis", "KPIs"},
        Shortcut{Command::goGovernance, going, "go-governance", "Governance"},
        Shortcut{Command::goReadiness, going, "go-readiness", "Readiness"},
        Shortcut{Command::goAccounts, going, "go-accounts", "Accounts"},
        Shortcut{Command::goScore, going, "go-score", "Score"},
        Shortcut{Command::goContacts, going, "go-contacts", "Contacts"},
        Shortcut{Command::goProgram, going, "go-program", "Program"},
        Shortcut{Command::goPods, going, "go-pods", "Pods"},
        Shortcut{Command::goEngagement, going, "go-engagement", "Engagement"},
        Shortcut{Command::goBallots, going, "go-ballots", "Blind ballots"},
        Shortcut{Command::goWorkshop, going, "go-workshop", "Run the workshop"},

        Shortcut{Command::addAction, operatingModel, "add-action", "Add an action"},
        Shortcut{Command::addOrganisationRole, operatingModel, "add-organisation-role", "Add a role to the organisation"},
        Shortcut{Command::addPeople, operatingModel, "add-people", "Add people"},
        Shortcut{Command::drawUsualLines, operatingModel, "draw-usual-lines", "Draw the usual reporting lines"},
        Shortcut{Command::addOwnModel, operatingModel, "add-own-model", "Add an organisation model of your own"},
        Shortcut{Command::compareModels, operatingModel, "compare-models", "Compare the best two models"},
        Shortcut{Command::applyModel, operatingModel, "apply-model", "Draw the plan as the chosen model has it"},
        Shortcut{Command::keepAsIs, operatingModel, "keep-as-is", "Keep the letters as they are today"},
        Shortcut{Command::showToBe, operatingModel, "show-to-be", "Show the grid as it is to be"},
        Shortcut{Command::showDifferences, operatingModel, "show-differences", "Show what differs from the grid as it is"},
        Shortcut{Command::showAsIs, operatingModel, "show-as-is", "Show the grid as it is"},
        Shortcut{Command::marketingBallot, operatingModel, "marketing-ballot", "Fill in marketing’s ballot"},
        Shortcut{Command::salesBallot, operatingModel, "sales-ballot", "Fill in sales’ ballot"},
        Shortcut{Command::productBallot, operatingModel, "product-ballot", "Fill in product’s ballot"},
        Shortcut{Command::cardsUp, operatingModel, "cards-up", "Put the cards up"},
        Shortcut{Command::addMeeting, operatingModel, "add-meeting", "Add a meeting"},
        Shortcut{Command::addDecision, operatingModel, "add-decision", "Add a decision"},
        Shortcut{Command::askWhoDecides, operatingModel, "ask-who-decides", "Ask who decides"},
        Shortcut{Command::addLevel, operatingModel, "add-level", "Add a level of escalation"},
        Shortcut{Command::addConflict, operatingModel, "add-conflict", "Add a conflict that there was"},
        Shortcut{Command::addKpi, operatingModel, "add-kpi", "Add a KPI"},
        Shortcut{Command::addProcess, operatingModel, "add-process", "Add a process"},
        Shortcut{Command::addStandard, operatingModel, "add-standard", "Add a standard"},
        Shortcut{Command::addWayOfWorking, operatingModel, "add-way-of-working", "Add a way of working together"},
        Shortcut{Command::addImprovement, operatingModel, "add-improvement", "Add an improvement"},
        Shortcut{Command::addTool, operatingModel, "add-tool", "Add a tool"},
        Shortcut{Command::marketingReadiness, operatingModel, "marketing-readiness", "Answer for marketing how ready it is"},
        Shortcut{Command::salesReadiness, operatingModel, "sales-readiness", "Answer for sales how ready it is"},
        Shortcut{Command::productReadiness, operatingModel, "product-readiness", "Answer for product how ready it is"},
        Shortcut{Command::readinessOfSides, operatingModel, "readiness-of-sides", "See the answers about readiness side by side"},
        Shortcut{Command::changeRunSheet, operatingModel, "change-run-sheet", "Change the run sheet of the workshop"},

        Shortcut{Command::findAccounts, targetAccounts, "find-accounts", "Find accounts"},
        Shortcut{Command::accountsTable, targetAccounts, "accounts-table", "Show the accounts as a table"},
        Shortcut{Command::accountsBoard, targetAccounts, "accounts-board", "Show the accounts as a board"},
        Shortcut{Command::accountColumns, targetAccounts, "account-columns", "Choose the columns of the accounts"},
        Shortcut{Command::addCriterion, targetAccounts, "add-criterion", "Add a criterion"},
        Shortcut{Command::weighCriteria, targetAccounts, "weigh-criteria", "Weigh the criteria"},
        Shortcut{Command::blindWeights, targetAccounts, "blind-weights", "Fill in the weights blindly"},
        Shortcut{Command::knownAccounts, targetAccounts, "known-accounts", "Place known accounts"},
        Shortcut{Command::scoreSides, targetAccounts, "score-sides", "See where the sides differ, and sign the score"},
        Shortcut{Command::tiers, targetAccounts, "tiers", "Say how tiers are cut"},
        Shortcut{Command::freezeList, targetAccounts, "freeze-list", "Freeze the list"},
        Shortcut{Command::wonAndLost, targetAccounts, "won-and-lost", "Test the score on won and lost"},
        Shortcut{Command::scoreVersions, targetAccounts, "score-versions", "Versions of the score"},
        Shortcut{Command::keepScoreVersion, targetAccounts, "keep-score-version", "Keep this version of the score"},
        Shortcut{Command::askAboutAccount, targetAccounts, "ask-about-account", "Ask why an account has its score"},
        Shortcut{Command::addContact, targetAccounts, "add-contact", "Add a contact"},
        Shortcut{Command::addLeadStage, targetAccounts, "add-lead-stage", "Add a lead stage"},
        Shortcut{Command::usualLeadStages, targetAccounts, "usual-lead-stages", "Start with the usual lead stages"},
        Shortcut{Command::overdueContacts, targetAccounts, "overdue-contacts", "Show the contacts that are overdue"},
        Shortcut{Command::addPod, targetAccounts, "add-pod", "Add a pod"},
        Shortcut{Command::makePods, targetAccounts, "make-pods", "Make pods from the roles"},
        Shortcut{Command::assignAccounts, targetAccounts, "assign-accounts", "Assign accounts to pods"},
        Shortcut{Command::addPlay, targetAccounts, "add-play", "Add a play"},
        Shortcut{Command::whoHasTime, targetAccounts, "who-has-time", "See who has time"},
        Shortcut{Command::playTemplates, targetAccounts, "play-templates", "Change the templates of plays"},
    };
}
constexpr auto shortcutTable = make_shortcuts();

std::size_t index_in_table(Command command) {
    const auto *at = std::find_if(shortcutTable.begin(), shortcutTable.end(), [&](const Shortcut &one) { return one.command == command; });
    IM_ASSERT(at != shortcutTable.end());
    return static_cast<std::size_t>(at - shortcutTable.begin());
}

/// Dear ImGui leaves this pointer to whoever binds it to another language; nobody does here.
Keyboard &current_keyboard() { return *static_cast<Keyboard *>(ImGui::GetIO().BackendLanguageUserData); }

Keys usual_keys(const Shortcut &shortcut) { return {shortcut.chord, shortcut.second, shortcut.typed, true}; }

bool is_usual(const Shortcut &shortcut, ImGuiKeyChord chord) { return chord != 0 && (chord == shortcut.chord || chord == shortcut.second); }

/// What the binding makes of the command; nothing where it says nothing, or nothing sound.
std::optional<Keys> bound_keys(const Shortcut &shortcut, const KeyBindings &bindings) {
    const auto at = bindings.find(shortcut.id);
    if (at == bindings.end() || shortcut.fixed) {
        return std::nullopt;
    }
    const ImGuiKeyChord chord = chord_of(at->second);
    const bool sound = at->second.empty() || (chord != 0 && (is_usual(shortcut, chord) || refusal_of(chord).empty()));
    return sound ? std::optional(Keys{chord, 0, nullptr, false}) : std::nullopt;
}

} // namespace

std::span<const Shortcut> shortcuts() { return shortcutTable; }

const Shortcut &shortcut_of(Command command) { return shortcutTable[index_in_table(command)]; }

std::vector<Keys> keys_with(const KeyBindings &bindings) {
    std::vector<std::optional<Keys>> found(shortcutTable.size());
    std::set<ImGuiKeyChord> taken;
    const auto claim_usual = [&](std::size_t i) {
        Keys keys = usual_keys(shortcutTable[i]);
        const auto claim = [&](ImGuiKeyChord chord) { return chord != 0 && taken.insert(chord).second ? chord : 0; };
        keys.chord = claim(keys.chord);
        keys.second = claim(keys.second);
        found[i] = keys;
    };
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < shortcutTable.size(); ++i) {
        if (bound_keys(shortcutTable[i], bindings)) {
            changed.push_back(i);
        } else {
            claim_usual(i);
        }
    }
    for (const std::size_t i : changed) {
        const Keys keys = *bound_keys(shortcutTable[i], bindings);
        if (keys.chord == 0 || taken.insert(keys.chord).second) {
            found[i] = keys;
        }
    }
    std::vector<Keys> keys;
    for (std::size_t i = 0; i < shortcutTable.size(); ++i) {
        if (!found[i]) {
            claim_usual(i);
        }
        keys.push_back(*found[i]);
    }
    return keys;
}

void Keyboard::attach() {
    ImGui::GetIO().BackendLanguageUserData = this;
    m_keys = keys_with({});
}

void Keyboard::follow(const KeyBindings &bindings) {
    if (m_told && bindings == m_bindings) {
        return;
    }
    m_told = true;
    m_bindings = bindings;
    m_keys = keys_with(bindings);
    std::vector<std::string> taken;
    for (const Keys &keys : m_keys) {
        for (const ImGuiKeyChord chord : {keys.chord, keys.second}) {
            if (std::string name = chord_name(chord); !name.empty() && !writes(chord)) {
                taken.push_back(std::move(name));
            }
        }
    }
    platform::take_keys(taken);
}

void Keyboard::listen(bool every) {
    if (every != m_listening) {
        m_listening = every;
        platform::take_every_key(every);
    }
}

const Keys &Keyboard::keys_of(Command command) const { return m_keys[index_in_table(command)]; }

const Keys &keys_of(Command command) { return current_keyboard().keys_of(command); }

std::optional<Command> command_with(ImGuiKeyChord chord) {
    for (const Shortcut &shortcut : shortcutTable) {
        const Keys &keys = keys_of(shortcut.command);
        if (chord != 0 && (keys.chord == chord || keys.second == chord)) {
            return shortcut.command;
        }
    }
    return std::nullopt;
}

KeyBindings with_chord(KeyBindings bindings, Command command, ImGuiKeyChord chord) {
    const std::vector<Keys> before = keys_with(bindings);
    for (std::size_t i = 0; i < shortcutTable.size(); ++i) {
        const Keys &keys = before[i];
        if (shortcutTable[i].command != command && (keys.chord == chord || keys.second == chord)) {
            bindings[shortcutTable[i].id] = chord_name(keys.chord == chord ? keys.second : keys.chord);
        }
    }
    const Shortcut &shortcut = shortcut_of(command);
    if (chord == shortcut.chord) {
        return put_back(std::move(bindings), command);
    }
    bindings[shortcut.id] = chord_name(chord);
    return bindings;
}

KeyBindings put_back(KeyBindings bindings, Command command) {
    std::vector<const Shortcut *> waiting = {&shortcut_of(command)};
    while (!waiting.empty()) {
        const Shortcut &back = *waiting.back();
        waiting.pop_back();
        bindings.erase(back.id);
        for (const Shortcut &other : shortcutTable) {
            const auto at = bindings.find(other.id);
            if (at != bindings.end() && is_usual(back, chord_of(at->second))) {
                waiting.push_back(&other);
            }
        }
    }
    return bindings;
}

std::string key_text(Command command) {
    const Keys &keys = keys_of(command);
    return keys.typed != nullptr ? std::string(keys.typed) : chord_text(keys.chord != 0 ? keys.chord : keys.second);
}

bool is_pressed(ImGuiKeyChord chord) { return chord != 0 && ImGui::IsKeyChordPressed(chord, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); }

bool pressed(Command command) {
    const Keys &keys = keys_of(command);
    return is_pressed(keys.chord) || is_pressed(keys.second);
}

bool pressed_once(Command command) {
    const Keys &keys = keys_of(command);
    const auto once = [](ImGuiKeyChord chord) {
        return chord != 0 && ImGui::IsKeyChordPressed(chord, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    };
    return once(keys.chord) || once(keys.second);
}

bool types(Command command, ImWchar character) {
    const char *typed = keys_of(command).typed;
    return typed != nullptr && static_cast<ImWchar>(typed[0]) == character;
}

} // namespace fullcourt::ui
