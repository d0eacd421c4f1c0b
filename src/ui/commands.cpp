#include "ui/commands.h"

#include <utility>

#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/shortcuts.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

/// What running it dispatches.
std::function<void(Scene &)> does(Action action) {
    return [action = std::move(action)](Scene &scene) { scene.dispatch(action); };
}

void add_edits(const Scene &scene, CommandGroup &commands) {
    const History &history = scene.state.open->history;
    commands.push_back({.icon = icon::undo2,
                        .name = history.can_undo() ? "Undo: " + history.undo_label() : std::string("Undo"),
                        .shortcut = key_text(Command::undo),
                        .disabled = !history.can_undo() || !scene.editable,
                        .run = does(action::Undo{})});
    commands.push_back({.icon = icon::redo2,
                        .name = history.can_redo() ? "Redo: " + history.redo_label() : std::string("Redo"),
                        .shortcut = key_text(Command::redo),
                        .disabled = !history.can_redo() || !scene.editable,
                        .run = does(action::Redo{})});
    commands.push_back({.icon = icon::plus,
                        .name = "Add an activity to the grid",
                        .shortcut = key_text(Command::addActivity),
                        .also = "new row",
                        .disabled = !scene.editable,
                        .run = [](Scene &inner) {
                            inner.dispatch(action::Show{View::raci});
                            start_adding_activity(inner);
                        }});
    commands.push_back({.icon = icon::userPlus,
                        .name = "Add a role to the grid",
                        .shortcut = key_text(Command::addRole),
                        .also = "new column",
                        .disabled = !scene.editable,
                        .run = [](Scene &inner) {
                            inner.dispatch(action::Show{View::raci});
                            start_adding_role(inner);
                        }});
}

void add_ways(const Scene &scene, CommandGroup &commands) {
    commands.push_back({.icon = icon::presentation,
                        .name = "Run the workshop",
                        .also = "facilitate meeting present full screen",
                        .run = does(action::Show{View::workshop})});
    commands.push_back(
        {.icon = icon::vote, .name = "Blind ballots", .also = "vote disagreement", .run = does(action::Show{View::ballots})});
    commands.push_back({.icon = icon::download,
                        .name = "Save a file",
                        .shortcut = key_text(Command::saveFile),
                        .also = "download json backup",
                        .run = does(action::SaveFile{false})});
    commands.push_back({.icon = icon::share2,
                        .name = "Share the plan",
                        .shortcut = key_text(Command::share),
                        .also = "link QR code mail",
                        .run = does(action::ShowShare{})});
    commands.push_back({.icon = icon::upload,
                        .name = "Import accounts from a CSV file",
                        .also = "CRM Salesforce HubSpot list",
                        .disabled = !scene.editable,
                        .run = does(action::PickAccounts{})});
    commands.push_back({.icon = icon::upload,
                        .name = "Import contacts or activities from a CSV file",
                        .also = "people leads",
                        .disabled = !scene.editable,
                        .run = does(action::PickContacts{})});
    const bool none = scene.plan().accounts->table.rows() == 0;
    commands.push_back({.icon = icon::wandSparkles,
                        .name = "Try the score with sample accounts",
                        .also = "example companies",
                        .disabled = !scene.editable || !none,
                        .run = does(action::TrySampleAccounts{})});
    commands.push_back({.icon = icon::fileSpreadsheet,
                        .name = "Save the accounts as CSV",
                        .also = "export spreadsheet",
                        .disabled = none,
                        .run = does(action::ExportAccounts{})});
    commands.push_back({.icon = icon::fileSpreadsheet,
                        .name = "Save tier, pod and score for the CRM",
                        .also = "export write back Salesforce HubSpot",
                        .disabled = none,
                        .run = does(action::ExportForCrm{})});
}

void add_plans(const Scene &scene, CommandGroup &commands) {
    commands.push_back({.icon = icon::folderOpen,
                        .name = "Open a file",
                        .shortcut = key_text(Command::openFile),
                        .also = "load plan CSV",
                        .run = does(action::OpenFile{})});
    commands.push_back({.icon = icon::clipboardPaste,
                        .name = "New plan from a grid in the clipboard",
                        .also = "paste spreadsheet RACI",
                        .run = does(action::TypePasteGrid{.asNewPlan = true})});
    for (const platform::IndexRow &row : plans_of(scene.state, false)) {
        const PlanId id{row.plan};
        if (!is_template(id) && (!scene.state.open || scene.state.open->id != id)) {
            commands.push_back({.icon = icon::fileText,
                                .name = "Open the plan " + (row.title.empty() ? std::string("without a name") : row.title),
                                .run = does(action::Open{id})});
        }
    }
    commands.push_back({.icon = icon::keyboard,
                        .name = "Keyboard shortcuts",
                        .shortcut = key_text(Command::help),
                        .also = "keys help",
                        .run = does(action::ShowKeys{})});
    commands.push_back({.icon = icon::info,
                        .name = "About this page",
                        .also = "version licences privacy storage diagnostic report support help",
                        .run = does(action::ShowAbout{})});
}

} // namespace

std::vector<CommandGroup> plan_commands(const Scene &scene) {
    const PlanId plan = scene.state.open->id;
    std::vector<CommandGroup> groups;
    if (scene.state.updateReady) {
        groups.push_back({{.icon = icon::rotateCcw, .name = "Use the newer version of Fullcourt", .run = does(action::UseUpdate{})}});
    }
    groups.push_back(
        {{.icon = icon::download,
          .name = "Save as a new file…",
          .shortcut = key_text(Command::saveFileAs),
          .run = does(action::SaveFile{true})},
         {.icon = icon::monitor, .name = "Save as a web page", .also = "HTML offline", .run = does(action::SaveAsWebPage{false})},
         {.icon = icon::bookOpen,
          .name = "Save as a web page for reading",
          .also = "HTML read only",
          .run = does(action::SaveAsWebPage{true})},
         {.icon = icon::bookOpen,
          .name = "Save for others…",
          .also = "export manual print slides Excel workbook calendar Word Markdown picture",
          .run = does(action::ShowExport{})},
         {.icon = icon::table2,
          .name = "Save the grid as CSV…",
          .also = "export spreadsheet",
          .disabled = scene.grid().activities.empty(),
          .run = does(action::ShowExport{.kind = ExportKind::gridCsv})},
         {.icon = icon::clipboardPaste,
          .name = "Paste a grid…",
          .also = "spreadsheet RACI",
          .disabled = !scene.editable,
          .run = does(action::TypePasteGrid{})}});
    const std::size_t conflicts = scene.plan().conflicts->size();
    groups.push_back(
        {{.icon = icon::settings, .name = "Rules and letters…", .also = "settings thresholds RASCI", .run = does(action::ShowRules{})},
         {.icon = icon::history, .name = "Earlier states…", .also = "history revisions versions", .run = does(action::ShowRevisions{})},
         {.icon = icon::share2,
          .name = "Conflicts between copies" + (conflicts == 0 ? std::string() : " (" + std::to_string(conflicts) + ")"),
          .also = "merge",
          .disabled = conflicts == 0,
          .run = does(action::Show{View::conflicts})},
         {.icon = icon::wandSparkles,
          .name = "What was mended…",
          .also = "repairs",
          .disabled = scene.state.open->repairs.empty(),
          .run = does(action::ShowRepairs{})}});
    groups.push_back({{.icon = icon::copy, .name = "Duplicate the plan", .also = "copy", .run = does(action::Duplicate{plan})},
                      {.icon = icon::filePlus, .name = "Save as a template", .run = does(action::SaveAsTemplate{})},
                      {.icon = icon::trash2, .name = "Delete the plan", .also = "remove", .run = does(action::Delete{plan})}});
    return groups;
}

std::vector<CommandGroup> look_commands(const Scene &scene) {
    const auto theme = [&](const char *label, const char *icon, fullcourt::Theme wanted) {
        return PageCommand{
            .icon = icon, .name = label, .also = "theme", .checked = scene.state.theme == wanted, .run = does(action::SetTheme{wanted})};
    };
    const float scale = scene.state.scale;
    const float usual = scene.state.usual_scale();
    return {
        {theme("As the system", icon::monitor, fullcourt::Theme::system), theme("Light", icon::sun, fullcourt::Theme::light),
         theme("Dark", icon::moon, fullcourt::Theme::dark)},
        {{.icon = icon::plus, .name = "Larger", .also = "zoom size", .disabled = scale >= 2, .run = does(action::SetScale{scale + 0.1F})},
         {.icon = icon::minus,
          .name = "Smaller",
          .also = "zoom size",
          .disabled = scale <= 0.7F,
          .run = does(action::SetScale{scale - 0.1F})},
         {.icon = icon::rotateCcw,
          .name = "Usual size",
          .also = "zoom",
          .disabled = scale == usual,
          .run = does(action::SetScale{usual})}}};
}

CommandGroup all_commands(const Scene &scene) {
    CommandGroup commands;
    std::vector<CommandGroup> groups = look_commands(scene);
    if (scene.state.open) {
        add_edits(scene, commands);
        add_ways(scene, commands);
        std::vector<CommandGroup> ofPlan = plan_commands(scene);
        groups.insert(groups.begin(), ofPlan.begin(), ofPlan.end());
    }
    add_plans(scene, commands);
    for (const CommandGroup &group : groups) {
        commands.insert(commands.end(), group.begin(), group.end());
    }
    std::erase_if(commands, [](const PageCommand &command) { return command.disabled || command.checked == true; });
    return commands;
}

void draw_command_menu(Scene &scene, const std::vector<CommandGroup> &groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i != 0) {
            menu_line();
        }
        for (const PageCommand &command : groups[i]) {
            if (menu_item(command.name,
                          {.icon = command.icon, .shortcut = command.shortcut, .disabled = command.disabled, .checked = command.checked})) {
                command.run(scene);
            }
        }
    }
}

} // namespace fullcourt::ui
