#include "ui/commands.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/grid.h"
#include "ui/hand.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

/// What running it dispatches.
std::function<void(Scene &)> does(Action action) {
    return [action = std::move(action)](Scene &scene) { scene.dispatch(action); };
}

/// Called as in the table of keys, where nothing else is said.
PageCommand called(Command command, PageCommand rest) {
    rest.command = command;
    if (rest.name.empty()) {
        rest.name = shortcut_of(command).what;
    }
    return rest;
}

struct Place {
    Command command;
    View view;
};
constexpr std::array goingPlaces = {
    Place{Command::goPlans, View::plans},
    Place{Command::goOverview, View::overview},
    Place{Command::goOrganisation, View::organisation},
    Place{Command::goModels, View::models},
    Place{Command::goGrid, View::raci},
    Place{Command::goCadences, View::cadences},
    Place{Command::goDecisions, View::decisions},
    Place{Command::goEscalation, View::escalation},
    Place{Command::goKpis, View::kpis},
    Place{Command::goGovernance, View::governance},
    Place{Command::goReadiness, View::readiness},
    Place{Command::goAccounts, View::accounts},
    Place{Command::goScore, View::score},
    Place{Command::goContacts, View::contacts},
    Place{Command::goProgram, View::program},
    Place{Command::goPods, View::pods},
    Place{Command::goEngagement, View::engagement},
    Place{Command::goBallots, View::ballots},
    Place{Command::goWorkshop, View::workshop},
};

void add_edits(const Scene &scene, CommandGroup &commands) {
    const History &history = scene.state.open->history;
    commands.push_back(called(Command::undo, {.icon = icon::undo2,
                                              .name = history.can_undo() ? "Undo: " + history.undo_label() : std::string(),
                                              .disabled = !history.can_undo() || !scene.editable,
                                              .run = does(action::Undo{})}));
    commands.push_back(called(Command::redo, {.icon = icon::redo2,
                                              .name = history.can_redo() ? "Redo: " + history.redo_label() : std::string(),
                                              .disabled = !history.can_redo() || !scene.editable,
                                              .run = does(action::Redo{})}));
    commands.push_back(called(Command::addActivity, {.icon = icon::plus,
                                                     .name = "Add an activity to the grid",
                                                     .also = "new row",
                                                     .disabled = !scene.editable,
                                                     .run = [](Scene &inner) {
                                                         inner.dispatch(action::Show{View::raci});
                                                         start_adding_activity(inner);
                                                     }}));
    commands.push_back(called(Command::addRole, {.icon = icon::userPlus,
                                                 .name = "Add a role to the grid",
                                                 .also = "new column",
                                                 .disabled = !scene.editable,
                                                 .run = [](Scene &inner) {
                                                     inner.dispatch(action::Show{View::raci});
                                                     start_adding_role(inner);
                                                 }}));
}

void add_ways(const Scene &scene, CommandGroup &commands) {
    commands.push_back(
        called(Command::goWorkshop,
               {.icon = icon::presentation, .also = "facilitate meeting present full screen", .run = does(action::Show{View::workshop})}));
    commands.push_back(
        called(Command::goBallots, {.icon = icon::vote, .also = "vote disagreement", .run = does(action::Show{View::ballots})}));
    commands.push_back(
        called(Command::saveFile, {.icon = icon::download, .also = "download json backup", .run = does(action::SaveFile{false})}));
    commands.push_back(called(Command::share, {.icon = icon::share2, .also = "link QR code mail", .run = does(action::ShowShare{})}));
    commands.push_back(called(
        Command::importAccounts,
        {.icon = icon::upload, .also = "CRM Salesforce HubSpot list", .disabled = !scene.editable, .run = does(action::PickAccounts{})}));
    commands.push_back(
        called(Command::importContacts,
               {.icon = icon::upload, .also = "people leads", .disabled = !scene.editable, .run = does(action::PickContacts{})}));
    commands.push_back(
        called(Command::renamePlan, {.icon = icon::pencil, .also = "title name", .disabled = !scene.editable, .run = [](Scene &inner) {
                                         work_in(inner, inner.state.view, {{"button", "Rename plan"}});
                                     }}));
    const bool none = scene.plan().accounts->table.rows() == 0;
    commands.push_back(called(Command::sampleAccounts, {.icon = icon::wandSparkles,
                                                        .also = "example companies",
                                                        .disabled = !scene.editable || !none,
                                                        .run = does(action::TrySampleAccounts{})}));
    commands.push_back(
        called(Command::exportAccounts,
               {.icon = icon::fileSpreadsheet, .also = "export spreadsheet", .disabled = none, .run = does(action::ExportAccounts{})}));
    commands.push_back(called(Command::exportForCrm, {.icon = icon::fileSpreadsheet,
                                                      .also = "export write back Salesforce HubSpot",
                                                      .disabled = none,
                                                      .run = does(action::ExportForCrm{})}));
    commands.push_back(called(Command::togglePanel, {.icon = icon::panelRight,
                                                     .also = "things to settle details",
                                                     .disabled = !has_panel(scene.state.view),
                                                     .run = [](Scene &inner) { inner.scratch.panel.open = !inner.scratch.panel.open; }}));
    const bool guided = scene.state.guide == Guide::shown;
    commands.push_back(called(Command::guide, {.icon = icon::listChecks,
                                               .name = guided ? std::string("Close the guide") : std::string(),
                                               .also = "guide help tour wizard what next start six steps",
                                               .disabled = !scene.editable,
                                               .run = does(action::ShowGuide{!guided})}));
}

void add_plans(const Scene &scene, CommandGroup &commands) {
    commands.push_back(called(Command::openFile, {.icon = icon::folderOpen, .also = "load plan CSV", .run = does(action::OpenFile{})}));
    commands.push_back(
        called(Command::newFromGrid,
               {.icon = icon::clipboardPaste, .also = "paste spreadsheet RACI", .run = does(action::TypePasteGrid{.asNewPlan = true})}));
    commands.push_back(
        called(Command::newBlankPlan, {.icon = icon::filePlus, .also = "empty", .run = does(action::StartFrom{"blank", false})}));
    commands.push_back(called(Command::newFromTemplate, {.icon = icon::fileText, .also = "template start", .run = [](Scene &inner) {
                                                             inner.dispatch(action::Show{View::plans});
                                                             inner.scratch.plans.showTemplates = true;
                                                         }}));
    for (const platform::IndexRow &row : plans_of(scene.state, false)) {
        const PlanId id{row.plan};
        if (!is_template(id) && (!scene.state.open || scene.state.open->id != id)) {
            commands.push_back({.icon = icon::fileText,
                                .name = "Open the plan " + (row.title.empty() ? std::string("without a name") : row.title),
                                .run = does(action::Open{id})});
        }
    }
    commands.push_back(
        called(Command::setAside, {.icon = icon::fileText, .also = "quarantine damaged", .run = does(action::ShowQuarantine{})}));
    commands.push_back(called(Command::help, {.icon = icon::keyboard, .also = "keys help rebind change", .run = does(action::ShowKeys{})}));
    commands.push_back(called(
        Command::about,
        {.icon = icon::info, .also = "version licences privacy storage diagnostic report support help", .run = does(action::ShowAbout{})}));
}

} // namespace

std::vector<CommandGroup> plan_commands(const Scene &scene) {
    const PlanId plan = scene.state.open->id;
    std::vector<CommandGroup> groups;
    if (scene.state.updateReady) {
        groups.push_back({{.icon = icon::rotateCcw, .name = "Use the newer version of Fullcourt", .run = does(action::UseUpdate{})}});
    }
    groups.push_back(
        {called(Command::saveFileAs, {.icon = icon::download, .run = does(action::SaveFile{true})}),
         called(Command::saveWebPage, {.icon = icon::monitor, .also = "HTML offline", .run = does(action::SaveAsWebPage{false})}),
         called(Command::saveForReading, {.icon = icon::bookOpen, .also = "HTML read only", .run = does(action::SaveAsWebPage{true})}),
         called(Command::saveForOthers, {.icon = icon::bookOpen,
                                         .also = "export manual print slides Excel workbook calendar Word Markdown picture",
                                         .run = does(action::ShowExport{})}),
         called(Command::saveGridCsv, {.icon = icon::table2,
                                       .also = "export spreadsheet",
                                       .disabled = scene.grid().activities.empty(),
                                       .run = does(action::ShowExport{.kind = ExportKind::gridCsv})}),
         called(Command::pasteGrid, {.icon = icon::clipboardPaste,
                                     .also = "spreadsheet RACI",
                                     .disabled = !scene.editable,
                                     .run = does(action::TypePasteGrid{})})});
    const std::size_t conflicts = scene.plan().conflicts->size();
    const std::string conflictsName = shortcut_of(Command::conflicts).what;
    groups.push_back(
        {called(Command::rules, {.icon = icon::settings, .also = "settings thresholds RASCI", .run = does(action::ShowRules{})}),
         called(Command::earlierStates,
                {.icon = icon::history, .also = "history revisions versions", .run = does(action::ShowRevisions{})}),
         called(Command::conflicts, {.icon = icon::share2,
                                     .name = conflictsName + (conflicts == 0 ? std::string() : " (" + std::to_string(conflicts) + ")"),
                                     .also = "merge",
                                     .disabled = conflicts == 0,
                                     .run = does(action::Show{View::conflicts})}),
         called(Command::repairs, {.icon = icon::wandSparkles,
                                   .also = "repairs",
                                   .disabled = scene.state.open->repairs.empty(),
                                   .run = does(action::ShowRepairs{})})});
    groups.push_back({called(Command::duplicatePlan, {.icon = icon::copy, .also = "copy", .run = does(action::Duplicate{plan})}),
                      called(Command::saveAsTemplate, {.icon = icon::filePlus, .run = does(action::SaveAsTemplate{})}),
                      called(Command::deletePlan, {.icon = icon::trash2, .also = "remove", .run = does(action::Delete{plan})})});
    return groups;
}

std::vector<CommandGroup> look_commands(const Scene &scene) {
    const auto theme = [&](Command command, const char *label, const char *icon, fullcourt::Theme wanted) {
        return called(
            command,
            {.icon = icon, .name = label, .also = "theme", .checked = scene.state.theme == wanted, .run = does(action::SetTheme{wanted})});
    };
    const float scale = scene.state.scale;
    const float usual = scene.state.usual_scale();
    return {{theme(Command::themeSystem, "As the system", icon::monitor, fullcourt::Theme::system),
             theme(Command::themeLight, "Light", icon::sun, fullcourt::Theme::light),
             theme(Command::themeDark, "Dark", icon::moon, fullcourt::Theme::dark)},
            {called(Command::larger,
                    {.icon = icon::plus, .also = "zoom size", .disabled = scale >= 2, .run = does(action::SetScale{scale + 0.1F})}),
             called(Command::smaller,
                    {.icon = icon::minus, .also = "zoom size", .disabled = scale <= 0.7F, .run = does(action::SetScale{scale - 0.1F})}),
             called(Command::usualSize,
                    {.icon = icon::rotateCcw, .also = "zoom", .disabled = scale == usual, .run = does(action::SetScale{usual})})}};
}

CommandGroup all_commands(const Scene &scene) {
    CommandGroup commands;
    std::vector<CommandGroup> groups = look_commands(scene);
    if (scene.state.open) {
        add_edits(scene, commands);
        add_ways(scene, commands);
        std::vector<CommandGroup> ofPlan = plan_commands(scene);
        groups.insert(groups.begin(), ofPlan.begin(), ofPlan.end());
        groups.push_back(section_commands(scene));
    }
    add_plans(scene, commands);
    for (const CommandGroup &group : groups) {
        commands.insert(commands.end(), group.begin(), group.end());
    }
    std::erase_if(commands, [](const PageCommand &command) { return command.disabled || command.checked == true; });
    return commands;
}

void run_command(Scene &scene, Command command) {
    const auto *place = std::find_if(goingPlaces.begin(), goingPlaces.end(), [&](const Place &one) { return one.command == command; });
    if (command == Command::palette) {
        scene.dispatch(action::ShowPalette{});
    } else if (place != goingPlaces.end()) {
        scene.dispatch(action::Show{place->view});
    } else {
        const CommandGroup all = all_commands(scene);
        const auto at = std::find_if(all.begin(), all.end(), [&](const PageCommand &one) { return one.command == command; });
        if (at != all.end()) {
            at->run(scene);
        }
    }
}

std::string key_text_of(View view) {
    const auto *place = std::find_if(goingPlaces.begin(), goingPlaces.end(), [&](const Place &one) { return one.view == view; });
    return place == goingPlaces.end() ? std::string() : key_text(place->command);
}

void draw_command_menu(Scene &scene, const std::vector<CommandGroup> &groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i != 0) {
            menu_line();
        }
        for (const PageCommand &command : groups[i]) {
            if (menu_item(
                    command.name,
                    {.icon = command.icon, .shortcut = command.shortcut(), .disabled = command.disabled, .checked = command.checked})) {
                command.run(scene);
            }
        }
    }
}

} // namespace fullcourt::ui
