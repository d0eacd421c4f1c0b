// The shortcuts, from the same table that carries them out; each command can be given other keys by pressing them.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analysis/account_search.h"
#include "app/plan_search.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float keysRowHeight = 32;
constexpr float keysColumnsApart = 40;
constexpr float keysBarHeight = 52;

/// A line of the help: a command, or what no single command stands for.
struct KeyLine {
    std::string what;
    std::string keys;
    std::optional<Command> command = {}; ///< nothing where its keys cannot be changed
};

struct KeyBlock {
    std::string title;
    std::vector<KeyLine> lines;
};

constexpr std::array keyGroups = {KeyGroup::page,  KeyGroup::letters, KeyGroup::moving, KeyGroup::rows,           KeyGroup::accounts,
                                  KeyGroup::going, KeyGroup::plan,    KeyGroup::look,   KeyGroup::operatingModel, KeyGroup::targetAccounts};

std::string group_title(KeyGroup group) {
    switch (group) {
    case KeyGroup::page: return "Everywhere";
    case KeyGroup::moving: return "Moving in the grid";
    case KeyGroup::letters: return "Letters";
    case KeyGroup::rows: return "Activities, roles and phases";
    case KeyGroup::accounts: return "In the list of accounts";
    case KeyGroup::going: return "Go to";
    case KeyGroup::plan: return "This plan and others";
    case KeyGroup::look: return "The page";
    case KeyGroup::operatingModel: return "In the sections of the operating model";
    case KeyGroup::targetAccounts: return "In the sections about accounts";
    }
    return {};
}

/// What no single command stands for.
std::vector<KeyLine> extra_lines(KeyGroup group) {
    if (group == KeyGroup::moving) {
        return {{"Move by a cell", "Arrows, Tab"},
                {"Select a range", "Shift+Arrows"},
                {"To the edge of the grid", chord_text(ImGuiMod_Ctrl | ImGuiKey_RightArrow)},
                {"Down, or edit a name", "Enter"},
                {"Back to one cell", "Escape"}};
    }
    if (group == KeyGroup::look) {
        return {{"Put back what is dragged", "Escape"}};
    }
    if (group == KeyGroup::letters) {
        return {{"Set a letter", "R  A  S  C  I"}};
    }
    if (group == KeyGroup::accounts) {
        return {{"Find", "/"},
                {"Select several", "Shift+Arrows, Space"},
                {"Edit a cell, open an account", "Enter"},
                {"Order by a column (in the head)", "Enter, Shift+Enter"},
                {"Menu of a column or a cell", key_text(Command::contextMenu)},
                {"Move a column, or a card", key_text(Command::moveRight)},
                {"Make a column wider", chord_text(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_RightArrow)},
                {"Set the limit of a board's column", "L"}};
    }
    return {};
}

/// Groups of lines that hold every word of the search in their name or their keys.
std::vector<KeyBlock> key_blocks(const std::string &search) {
    const std::vector<std::string> words = search_words(search);
    std::vector<KeyBlock> blocks;
    for (const KeyGroup group : keyGroups) {
        KeyBlock block{group_title(group), extra_lines(group)};
        for (const Shortcut &shortcut : shortcuts()) {
            if (shortcut.group == group) {
                block.lines.push_back(
                    {shortcut.what, key_text(shortcut.command), shortcut.fixed ? std::nullopt : std::optional(shortcut.command)});
            }
        }
        std::erase_if(block.lines, [&](const KeyLine &line) { return !words.empty() && !search_rank(line.what, line.keys, words); });
        if (!block.lines.empty()) {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

// ---- Choosing keys

std::string quoted_command(Command command) { return "“" + std::string(shortcut_of(command).what) + "”"; }

void say(KeysScratch &scratch, std::string sentence, bool refused = false) {
    platform::announce(sentence, refused);
    scratch.said = std::move(sentence);
    scratch.refused = refused;
}

void start_listening(KeysScratch &scratch, Command command) {
    scratch.listening = command;
    scratch.holding = false;
    scratch.asked.reset();
    say(scratch, "Press the keys for " + quoted_command(command) + ". Escape leaves it as it is.");
}

void bind_command(Scene &scene, Command command, ImGuiKeyChord chord) {
    scene.dispatch(action::BindKeys{with_chord(scene.state.keyBindings, command, chord)});
    say(scene.scratch.keys, quoted_command(command) + " is " + chord_text(chord) + " now.");
}

/// Without another command in the way the keys are taken at once.
void take_chord(Scene &scene, Command command, ImGuiKeyChord chord) {
    KeysScratch &scratch = scene.scratch.keys;
    const Shortcut &shortcut = shortcut_of(command);
    const bool usual = chord == shortcut.chord || chord == shortcut.second;
    if (const std::string why = usual ? std::string() : refusal_of(chord); !why.empty()) {
        say(scratch, why + " Press other keys, or Escape.", true);
        return;
    }
    scratch.listening.reset();
    const std::optional<Command> holder = command_with(chord);
    if (holder && *holder != command) {
        scratch.asked = command;
        scratch.wanted = chord;
        scratch.focusAnswer = true;
        say(scratch, chord_text(chord) + " is " + quoted_command(*holder) + ". Take it for " + quoted_command(command) + "?");
    } else {
        bind_command(scene, command, chord);
    }
}

/// What is pressed while keys are awaited. The line that awaits them has the keyboard for itself.
void listen_for_keys(Scene &scene, ImGuiID id) {
    KeysScratch &scratch = scene.scratch.keys;
    if (!scratch.holding) {
        scratch.holding = true;
        ImGui::SetActiveID(id, ImGui::GetCurrentWindow());
        ImGui::SetActiveIdUsingAllKeyboardKeys();
        return;
    }
    const ImGuiKeyChord chord = pressed_chord();
    // Only once the button is let go, so that this click does nothing else.
    const bool elsewhere = ImGui::IsMouseReleased(ImGuiMouseButton_Left) || ImGui::GetActiveID() != id;
    if (chord == ImGuiKey_Escape || elsewhere) {
        scratch.listening.reset();
        say(scratch, "Nothing was changed.");
    } else if (chord != 0) {
        take_chord(scene, *scratch.listening, chord);
    }
    if (!scratch.listening && ImGui::GetActiveID() == id) {
        ImGui::ClearActiveID();
    }
}

// ---- Lines

/// How the keys of a line are shown.
struct CapLook {
    bool changed = false;   ///< they are not the usual ones
    bool listening = false; ///< others are awaited
    bool near = false;      ///< the mouse or the keyboard is on the line
};

void draw_no_keys(const ImRect &line, bool near) {
    draw_line(*ImGui::GetWindowDrawList(), {line.Min, {line.Max.x - 8, line.Max.y}}, near ? "Add keys" : "–",
              {.size = type::tiny, .colour = near ? palette().accentText : palette().muted, .strong = near}, Align::right);
}

void draw_key_cap(const ImRect &line, const std::string &keys, const CapLook &look) {
    if (keys.empty() && !look.listening) {
        draw_no_keys(line, look.near);
        return;
    }
    const std::string words = look.listening ? "Press keys …" : keys;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::tiny,
                          .colour = look.listening ? palette().onAccent
                                    : look.changed ? palette().accentText
                                                   : palette().text,
                          .strong = true};
    const float width = text_size(words, style).x + 16;
    const ImRect cap({line.Max.x - width, line.Min.y + 5}, {line.Max.x, line.Max.y - 5});
    list.AddRectFilled(cap.Min, cap.Max, look.listening ? palette().accent : look.changed ? palette().chosen : palette().hover, 5);
    list.AddRect(cap.Min, cap.Max, look.listening ? palette().accent : palette().line, 5);
    draw_line(list, cap, words, style, Align::middle);
}

void draw_key_words(const KeyLine &line, const ImRect &box) {
    const float cap = text_size(line.keys.empty() ? "Add keys" : line.keys, {.size = type::tiny, .strong = true}).x + 26;
    draw_line(*ImGui::GetWindowDrawList(), {box.Min, {box.Max.x - cap, box.Max.y}}, line.what, {.size = type::small + 1});
}

void draw_fixed_line(const KeyLine &line, const ImRect &box) {
    draw_key_words(line, {{box.Min.x + 8, box.Min.y}, box.Max});
    draw_key_cap({box.Min, {box.Max.x - 36, box.Max.y}}, line.keys, {});
    ImGui::Dummy(box.GetSize());
    semantics::at(ImGui::GetID(line.what.c_str()), box, {.role = "listitem", .name = line.what, .value = line.keys});
}

/// A click on it, and the keys that are pressed then are the command's.
void draw_command_line(Scene &scene, const KeyLine &line, const ImRect &box) {
    KeysScratch &scratch = scene.scratch.keys;
    const Command command = *line.command;
    const Shortcut &shortcut = shortcut_of(command);
    const bool listening = scratch.listening == command;
    const bool changed = !keys_of(command).usual;
    ImGui::PushID(shortcut.id);
    const ImRect row(box.Min, {box.Max.x - 32, box.Max.y});
    const ImGuiID id = ImGui::GetID("##line");
    if (scratch.focus == command) {
        scratch.focus.reset();
        focus_here();
    }
    if (listening) {
        ImGui::ItemSize(row.GetSize());
        ImGui::ItemAdd(row, id);
    } else if (ImGui::InvisibleButton("##line", row.GetSize(), ImGuiButtonFlags_EnableNav)) {
        start_listening(scratch, command);
    }
    const bool hovered = ImGui::IsItemHovered() || ImGui::GetFocusID() == id;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (listening || scratch.asked == command) {
        list.AddRectFilled(row.Min, row.Max, palette().chosen, rounding);
    } else if (hovered) {
        list.AddRectFilled(row.Min, row.Max, palette().hover, rounding);
    }
    focus_ring(row, id);
    semantics::at(id, row,
                  {.role = "button",
                   .name = line.what,
                   .value = line.keys.empty() ? std::string("None") : line.keys,
                   .description = listening ? std::string("The keys that are pressed now are taken")
                                            : (line.keys.empty() ? std::string("No keys") : line.keys) + ". Choose it to press others",
                   .selected = listening ? std::optional(true) : std::nullopt});
    draw_key_words(line, {{row.Min.x + 8, row.Min.y}, row.Max});
    draw_key_cap({row.Min, {row.Max.x - 4, row.Max.y}}, line.keys, {changed, listening, hovered});
    if (scratch.listening == command) {
        listen_for_keys(scene, id);
    }
    if (changed) {
        ImGui::SetCursorScreenPos({row.Max.x + 2, row.Min.y + 1});
        if (icon_button("##back", icon::rotateCcw, std::string("Put back: ") + shortcut.what,
                        {.width = 30, .tooltip = "Put the usual keys back"})) {
            scene.dispatch(action::BindKeys{put_back(scene.state.keyBindings, command)});
            say(scratch, quoted_command(command) + " has its usual keys again.");
        }
    }
    ImGui::PopID();
}

/// Where the state of choosing has no room beside the search, nor one column beside another.
bool is_narrow(const ImVec2 &room) { return room.x < 680; }

void draw_key_block(Scene &scene, const KeyBlock &block, const ImVec2 &at, float width) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginGroup();
    const ImVec2 head = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {{head.x + 8, head.y}, {head.x + width, head.y + 24}}, block.title,
              {.size = type::small, .colour = palette().muted, .strong = true});
    semantics::at(ImGui::GetID(block.title.c_str()), {head, {head.x + width, head.y + 24}}, {.role = "heading", .name = block.title});
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const float top = head.y + 28 + static_cast<float>(i) * keysRowHeight;
        const ImRect box({head.x, top}, {head.x + width, top + keysRowHeight});
        ImGui::SetCursorScreenPos(box.Min);
        if (block.lines[i].command) {
            draw_command_line(scene, block.lines[i], box);
        } else {
            draw_fixed_line(block.lines[i], box);
        }
    }
    ImGui::EndGroup();
}

float block_height(const KeyBlock &block) { return 28 + static_cast<float>(block.lines.size()) * keysRowHeight + 20; }

/// Each block below the shorter of two columns, or one below the other where there is no room for two.
void draw_key_blocks(Scene &scene, const ImVec2 &room) {
    const std::vector<KeyBlock> blocks = key_blocks(scene.scratch.keys.search);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (blocks.empty()) {
        draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + room.x, at.y + 60}}, "No command and no key is called that.",
                  {.size = type::small + 1, .colour = palette().muted}, Align::middle);
        return;
    }
    const bool narrow = is_narrow(room);
    const float width = narrow ? room.x - 16 : std::floor((room.x - keysColumnsApart - 16) / 2);
    std::array<float, 2> heights = {0, 0};
    for (const KeyBlock &block : blocks) {
        const std::size_t column = !narrow && heights[1] < heights[0] ? 1 : 0;
        draw_key_block(scene, block, {at.x + (column == 0 ? 0 : width + keysColumnsApart), at.y + heights[column]}, width);
        heights[column] += block_height(block);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + std::max(heights[0], heights[1])});
    ImGui::Dummy({0, 0});
}

// ---- Above and below the lines

/// Whether something else is looked for now.
bool draw_key_search(KeysScratch &scratch, float width) {
    ImGui::BeginChild("##search", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    const FieldEvent typed =
        text_field("##find", "Find a command or a key", scratch.search, {.hint = "Find a command or a key", .size = type::small + 1});
    if (typed.changed && !scratch.listening && !scratch.asked) {
        scratch.said.clear(); // it was about the line before
        scratch.refused = false;
    }
    ImGui::EndChild();
    return typed.changed;
}

/// What is awaited, what became of the keys that were pressed, or how to begin.
void draw_key_state(Scene &scene, const ImRect &box) {
    KeysScratch &scratch = scene.scratch.keys;
    const std::string words = scratch.said.empty() ? "Choose a line, then press the keys that it should have." : scratch.said;
    const bool strong = scratch.listening || scratch.asked || scratch.refused;
    const float leave = button_width("Leave it", false) + 8;
    const float buttons = scratch.asked ? button_width("Take it", false) + 8 + leave : scratch.listening ? leave : 0;
    const TextStyle style{.size = type::small + 1,
                          .colour = scratch.refused ? palette().warning
                                    : strong        ? palette().text
                                                    : palette().muted,
                          .strong = strong};
    const ImRect text(box.Min, {box.Max.x - buttons, box.Max.y});
    draw_two_lines(*ImGui::GetWindowDrawList(), text, words, style, Align::left);
    semantics::at(ImGui::GetID("##state"), text, {.role = "status", .name = words});
    if (!scratch.asked && !scratch.listening) {
        return;
    }
    ImGui::SetCursorScreenPos({box.Max.x - buttons + 8, box.GetCenter().y - controlHeight / 2});
    if (scratch.listening) {
        button("##stop", "Leave it"); // as a press anywhere else, it ends the waiting; the line holds the mouse
        return;
    }
    if (scratch.focusAnswer) {
        scratch.focusAnswer = false;
        focus_here();
    }
    const bool taken = button("##take", "Take it", {.look = Look::primary});
    ImGui::SameLine(0, 8);
    const bool left = button("##leave", "Leave it");
    if (taken) {
        bind_command(scene, *scratch.asked, scratch.wanted);
    } else if (left) {
        say(scratch, "Nothing was changed.");
    }
    if (taken || left) {
        scratch.focus = scratch.asked;
        scratch.asked.reset();
    }
}

} // namespace

void draw_keys_dialog(Scene &scene) {
    KeysScratch &scratch = scene.scratch.keys;
    if (ImGui::IsWindowAppearing()) {
        scratch = {};
    }
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool narrow = is_narrow(room);
    const float search = narrow ? room.x : 250;
    const ImVec2 state = narrow ? ImVec2(at.x, at.y + controlHeight + 8) : ImVec2(at.x + search + 20, at.y);
    const float bar = state.y - at.y + keysBarHeight;
    const bool other = draw_key_search(scratch, search);
    draw_key_state(scene, {{state.x, state.y - 4}, {at.x + room.x, state.y + controlHeight + 4}});
    hairline_across(*ImGui::GetWindowDrawList(), at.x - dialog_inset(), at.x + room.x + dialog_inset(), at.y + bar - 9);
    ImGui::SetCursorScreenPos({at.x, at.y + bar - 8});
    ImGui::BeginChild("##keys", {room.x, room.y - bar + 8}, ImGuiChildFlags_NavFlattened);
    if (other) {
        ImGui::SetScrollY(0); // what is found begins with the first of it
    }
    gap(8);
    draw_key_blocks(scene, room);
    ImGui::EndChild();
    begin_dialog_foot();
    begin_at_edge();
    if (button("##all-back", "Put all back",
               {.icon = icon::rotateCcw,
                .look = Look::ghost,
                .disabled = scene.state.keyBindings.empty(),
                .tooltip = "Every command has its usual keys again"})) {
        scene.dispatch(action::BindKeys{});
        scratch.asked.reset();
        say(scratch, "Every command has its usual keys again.");
    }
    ImGui::SameLine(0, 8);
    align_right(button_width("Close", false));
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
