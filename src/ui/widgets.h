// The small parts all views are made of. Each draws itself after the theme and says what it means (semantics.h).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <imgui.h>
#include <imgui_internal.h>

#include "model/letters.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace fullcourt::ui {

// ---- Text ----------------------------------------------------------------------------------------------

struct TextStyle {
    float size = type::body;
    ImU32 colour = 0; ///< 0: the palette's text
    bool strong = false;
};
enum class Align { left, middle, right };

ImVec2 text_size(std::string_view text, const TextStyle &style = {}, float wrapWidth = 0);
/// At most two lines of whole words; the second ends in "…" where it is too long.
void draw_two_lines(ImDrawList &list, const ImRect &box, std::string_view text, const TextStyle &style, Align align = Align::middle);
/// One line, in the middle of the box's height; ends in "…" where it is too long. True where it was cut.
bool draw_line(ImDrawList &list, const ImRect &box, std::string_view text, const TextStyle &style, Align align = Align::left);
/// The text, or as much of it as fits with "…" behind it.
std::string fitting(std::string_view text, const TextStyle &style, float width);
/// The lines that a text takes in so much room: they end between words, and never within a number ("11.5", "5 %").
std::vector<std::string_view> wrapped_lines(std::string_view text, const TextStyle &style, float width);
/// Several lines with room between them; the height they take is what wrapped_height() says.
void draw_wrapped(ImDrawList &list, const ImVec2 &at, std::string_view text, const TextStyle &style, float width);
float wrapped_height(std::string_view text, const TextStyle &style, float width);
/// A line of text as an item, with role "text" in the mirror only where `semantic`.
void line(std::string_view text, const TextStyle &style = {});
/// Wrapped text as an item.
void paragraph(std::string_view text, const TextStyle &style = {}, float width = 0);
void draw_icon(ImDrawList &list, const ImVec2 &centre, const char *icon, float size, ImU32 colour);
void icon_here(const char *icon, float size, ImU32 colour);
/// Hairlines, one unit thick. They lie on whole pixels of the screen and are all as thick at every scale, where a filled rectangle
/// would be two pixels here and one there.
void hairline_across(ImDrawList &list, float left, float right, float y, ImU32 colour = palette().line);
void hairline_down(ImDrawList &list, float x, float top, float bottom, ImU32 colour = palette().line);

/// A bar of which a part is full, 0 to 1; none of it where nothing is.
void draw_filled_bar(ImDrawList &list, const ImRect &bar, float part, ImU32 colour);

// ---- Letters -------------------------------------------------------------------------------------------

/// The coloured chip of a cell's letters; nothing for none.
void draw_chip(ImDrawList &list, const ImVec2 &centre, Letters letters, float height = 24);
/// How wide that is.
float letters_width(Letters letters, float height = 24);

// ---- Buttons -------------------------------------------------------------------------------------------

enum class Look { plain, primary, ghost, quiet };

struct ButtonStyle {
    const char *icon = nullptr;
    Look look = Look::plain;
    float width = 0;    ///< 0: as wide as needed; below 0: to the right edge less that
    bool wrap = false;  ///< a long label takes several lines, from the left
    bool large = false; ///< its words are read from the back of a room
    bool disabled = false;
    std::string tooltip = {};
    std::string shortcut = {};
    std::string description = {};
    std::optional<bool> selected = {};
    std::optional<bool> expanded = {};
};

/// `label` is what a person reads and what the mirror calls it; `id` tells it from others.
bool button(const char *id, const std::string &label, const ButtonStyle &style = {});
/// `name` is its tooltip too.
bool icon_button(const char *id, const char *icon, const std::string &name, const ButtonStyle &style = {});
float button_width(const std::string &label, bool hasIcon, bool large = false);
/// The words of a ghost button that comes next begin where what stands above it does.
void begin_at_edge();

/// A tooltip for the item before, once the mouse rests on it.
void tooltip(const std::string &text, const std::string &shortcut = {});
/// A question mark behind the item before: rests the mouse or the keyboard on it, it says what is meant.
void help_mark(const std::string &about, const std::string &help);
/// The focus ring of the keyboard around the item before.
void focus_ring(const ImRect &box, ImGuiID id, float radius = rounding);

// ---- Fields --------------------------------------------------------------------------------------------

struct FieldStyle {
    const char *hint = "";
    float width = -1; ///< below 0: to the right edge
    float height = 0; ///< above 0: several lines
    float size = type::body;
    bool strong = false;
    bool bare = false; ///< no frame until the mouse or the caret is in it
    bool takeFocus = false;
    bool selectAll = true;
    bool keepsTabs = false; ///< of what is pasted; the key goes on to the next field
    bool disabled = false;
};
struct FieldEvent {
    bool active = false;
    bool changed = false;
    bool entered = false;   ///< Enter
    bool left = false;      ///< the caret went elsewhere, Enter included, Escape not
    bool cancelled = false; ///< Escape: the text is what it was before
};
FieldEvent text_field(const char *id, const std::string &name, std::string &text, const FieldStyle &style = {});

/// A text that is being typed, beside the one it will replace.
struct Draft {
    std::string of; ///< what it is a draft of: an id; another id starts anew
    std::string text;
    bool typing = false;
    std::uint64_t gesture = 0;
};
/// Shows `shown` until somebody types; gives the text once, at Enter or when the caret leaves.
std::optional<std::string> draft_field(const char *id, const std::string &name, Draft &draft, const std::string &of,
                                       const std::string &shown, const FieldStyle &style = {});

/// For one new thing after another: gives the text at Enter, and at once where several lines were pasted; then it is empty
/// and keeps the caret.
std::optional<std::string> entry_field(const char *id, const std::string &name, Draft &draft, const FieldStyle &style);

bool toggle(const char *id, const std::string &name, bool on, bool disabled = false);
/// Which one was chosen, if one was.
std::optional<int> segments(const char *id, const std::string &name, std::span<const std::string> labels, int chosen);
std::optional<double> stepper(const char *id, const std::string &name, double value, double least, double most, const std::string &unit,
                              bool disabled);
/// A drop-down; which one was chosen, if one was. `none` stands there while `chosen` is below 0.
std::optional<int> choice(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, bool disabled = false,
                          const std::string &none = "");
/// The same below its name, so wide.
std::optional<int> choice_under(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, float width);

// ---- Menus ---------------------------------------------------------------------------------------------

/// After ImGui::OpenPopup(id). `draw` submits menu_item()s.
void menu(const char *id, const std::string &name, const std::function<void()> &draw);
struct MenuStyle {
    const char *icon = nullptr;
    std::string shortcut = {};
    bool disabled = false;
    std::optional<bool> checked = {};
    Letters letters = {};       ///< drawn as a chip in the icon's place
    bool besideLetters = false; ///< in a menu of letters, so that all words begin at one place
};
bool menu_item(const std::string &label, const MenuStyle &style = {});
void menu_line();
void menu_heading(const std::string &text);
/// So far from the edges of the page at least.
inline constexpr float popoverMargin = 12;
/// A small window that something opened, at `at`; `draw` fills it. As menu(), for fields and text.
void popover(const char *id, const std::string &name, const ImVec2 &at, float width, const std::function<void()> &draw);

// ---- Surfaces ------------------------------------------------------------------------------------------

void draw_shadow(ImDrawList &list, const ImRect &box, float radius);
void divider();
/// A small rounded label.
void tag(const std::string &text, ImU32 ink, ImU32 ground);
/// Empty room, and nothing else.
void gap(float height);

} // namespace fullcourt::ui
