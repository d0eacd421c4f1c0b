// What can be done to the page, to the plan as a whole and within its sections, as one table: the menus, the palette and keys read it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/scene.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {

struct PageCommand {
    std::optional<Command> command = {}; ///< nothing where it can have no key: "Open the plan …"
    const char *icon = nullptr;
    std::string name = {};
    std::string also = {}; ///< words that people look for it by besides its name
    bool disabled = false;
    std::optional<bool> checked = {};
    std::function<void(Scene &)> run;

    /// "" where it has none.
    std::string shortcut() const { return command ? key_text(*command) : std::string(); }
};
using CommandGroup = std::vector<PageCommand>;

/// The menu of the open plan, a line between its groups.
std::vector<CommandGroup> plan_commands(const Scene &scene);
/// Theme and size.
std::vector<CommandGroup> look_commands(const Scene &scene);
/// What the buttons, fields and tabs of sections do that can be done now.
CommandGroup section_commands(const Scene &scene);
/// All that can be done now, those of the menus among them.
CommandGroup all_commands(const Scene &scene);

/// Does what the command's key does anywhere on the page; nothing where it cannot be done now.
void run_command(Scene &scene, Command command);
/// What goes to the view; "" where nothing does.
std::string key_text_of(View view);

/// As the items of a menu.
void draw_command_menu(Scene &scene, const std::vector<CommandGroup> &groups);

} // namespace fullcourt::ui
