// The bar beside text that a finger has selected, or beside the caret that it rests on or taps: Cut, Copy, Paste, Select all. Dear ImGui
// hears of no finger on it, so the field keeps its caret and a phone its keyboard, and it is worked within the browser's own event, where
// the clipboard can be asked for.
//
// It goes when somebody types, taps elsewhere, scrolls or leaves the field.
#pragma once

#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

namespace fullcourt::ui {

struct OfferedGrip;
struct TouchScratch;

/// What can be done with the text of a field.
enum class TextAct { cut, copy, paste, selectAll };

struct TextBarPart {
    TextAct act = TextAct::copy;
    ImRect box;
};

/// What of a field changes as somebody works in it.
struct FieldSeen {
    ImGuiID id = 0;
    int length = 0;
    int caret = 0;
    int start = 0; ///< of the selection …
    int end = 0;   ///< … and where the caret took it

    friend bool operator==(const FieldSeen &, const FieldSeen &) = default;
};

struct TextBarScratch {
    bool open = false;
    bool wanted = false;    ///< a finger was held on the field: the bar comes once it is up
    bool selecting = false; ///< the bar has asked for all of the text to be selected
    bool wasOpen = false;   ///< when the finger came down …
    FieldSeen before;       ///< … and the field with the caret then
    FieldSeen seen;         ///< that field in the newest frame
    ImRect box;             ///< where the bar is
    std::vector<TextBarPart> parts;
};

/// After everything else is drawn, in every frame in which a finger is on a field or the bar is open.
void draw_text_bar(TextBarScratch &bar, const TouchScratch &touch);
/// A button goes down at a place: whether that is the bar's.
bool press_text_bar(TextBarScratch &bar, const TouchScratch &touch, int button, const ImVec2 &at);

} // namespace fullcourt::ui
