// What can be done to the page and the plan as a whole, as one table: the menus and the palette read it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/scene.h"

namespace fullcourt::ui {

struct PageCommand {
    const char *icon = nullptr;
    std::string name;
    std::string shortcut = {};
    std::string also = {}; ///< words that people look for it by besides its name
    bool disabled = false;
    std::optional<bool> checked = {};
    std::function<void(Scene &)> run;
};
using CommandGroup = std::vector<PageCommand>;

/// The menu of the open plan, a line between its groups.
std::vector<CommandGroup> plan_commands(const Scene &scene);
/// Theme and size.
std::vector<CommandGroup> look_commands(const Scene &scene);
/// All that can be done now, those of the menus among them.
CommandGroup all_commands(const Scene &scene);

/// As the items of a menu.
void draw_command_menu(Scene &scene, const std::vector<CommandGroup> &groups);

} // namespace fullcourt::ui
