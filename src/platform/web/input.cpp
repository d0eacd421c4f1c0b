// Pointer, keys, text and clipboard on their way into Dear ImGui.
#include <string>
#include <utility>

#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "platform/web/border.h"
#include "platform/web/input.h"
#include "platform/web/keys.h"
#include "platform/web/scale.h"

namespace fullcourt::platform {
namespace {

// A click takes two frames to settle (press, release) and one more where it opens something that has to find its size.
constexpr int framesAfterInput = 3;

struct Input {
    std::string clipboard; ///< what the last paste or copy carried: Dear ImGui reads it when it is told to paste
    std::function<std::string(bool cut)> copySource;
    bool control = false;
    bool command = false;
    ImVec2 pointer;        ///< where it is once Dear ImGui has read its queue, in units
    ImGuiID pasteInto = 0; ///< the field that the text on the clipboard was asked for
};

Input &input() {
    static Input instance;
    return instance;
}

ImGuiIO &io_awake() {
    platform_wake(framesAfterInput);
    return ImGui::GetIO();
}

/// A shortcut of Dear ImGui's own text fields, pressed and let go. With ConfigMacOSXBehaviors Dear ImGui itself
/// turns the command key into its Ctrl.
void press_chord(ImGuiKey key) {
    ImGuiIO &io = io_awake();
    const bool apple = io.ConfigMacOSXBehaviors;
    const ImGuiKey modifier = apple ? ImGuiMod_Super : ImGuiMod_Ctrl;
    const bool held = apple ? input().command : input().control;
    io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(modifier, held);
}

const char *read_clipboard(ImGuiContext *) { return input().clipboard.c_str(); }

void write_clipboard(ImGuiContext *, const char *text) {
    // A cut inside the browser's event has already handed the same text over.
    if (input().clipboard == text) {
        return;
    }
    copy_text(text);
}

void place_text_agent(ImGuiContext *, ImGuiViewport *, ImGuiPlatformImeData *data) {
    const float scale = interface_scale();
    platform_place_text_agent(data->WantTextInput ? 1 : 0, data->InputPos.x * scale, data->InputPos.y * scale,
                              data->InputLineHeight * scale);
}

const ImGuiInputTextState *active_field() {
    const ImGuiContext &context = *ImGui::GetCurrentContext();
    const bool active = context.ActiveId != 0 && context.InputTextState.ID == context.ActiveId;
    return active ? &context.InputTextState : nullptr;
}

std::string selected_text(const ImGuiInputTextState &field) {
    if (!field.HasSelection()) {
        return {};
    }
    const int start = std::min(field.GetSelectionStart(), field.GetSelectionEnd());
    const int end = std::max(field.GetSelectionStart(), field.GetSelectionEnd());
    return {field.TextA.Data + start, field.TextA.Data + end};
}

} // namespace

void start_input() {
    ImGuiPlatformIO &platform = ImGui::GetPlatformIO();
    platform.Platform_GetClipboardTextFn = read_clipboard;
    platform.Platform_SetClipboardTextFn = write_clipboard;
    platform.Platform_SetImeDataFn = place_text_agent;
    ImGui::GetIO().ConfigMacOSXBehaviors = apple_keyboard();
    platform_start_text_agent();
    platform_start_pointer();
    platform_start_keys();
    platform_start_clipboard();
}

void copy_text(const std::string &text) {
    input().clipboard = text;
    platform_copy_text(text);
}

void paste_text() {
    const ImGuiInputTextState *field = active_field();
    input().pasteInto = field == nullptr ? 0 : field->ID;
    platform_paste_text();
}

void take_keys(const std::vector<std::string> &chords) {
    std::string lines;
    for (const std::string &chord : chords) {
        lines.append(chord).append("\n");
    }
    platform_take_keys(lines);
}

void take_every_key(bool every) { platform_take_every_key(every ? 1 : 0); }

void set_copy_source(std::function<std::string(bool cut)> source) { input().copySource = std::move(source); }

extern "C" {

EMSCRIPTEN_KEEPALIVE void fullcourt_pointer(float x, float y, int touch) {
    ImGuiIO &io = io_awake();
    io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    input().pointer = {x / interface_scale(), y / interface_scale()};
    io.AddMousePosEvent(input().pointer.x, input().pointer.y);
}

EMSCRIPTEN_KEEPALIVE void fullcourt_button(int button, int down) {
    ImGuiIO &io = io_awake();
    if (down == 0 || !press_is_taken(button, input().pointer.x, input().pointer.y)) {
        io.AddMouseButtonEvent(button, down != 0);
    }
}

EMSCRIPTEN_KEEPALIVE void fullcourt_pointer_left() { io_awake().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

/// In CSS pixels, across and down. Dear ImGui scrolls by 5 and 2 font sizes for each unit of its own, so dividing by
/// these makes the content follow the finger.
EMSCRIPTEN_KEEPALIVE void fullcourt_wheel(float across, float down) {
    const float font = std::max(1.0F, ImGui::GetStyle().FontSizeBase) * interface_scale();
    io_awake().AddMouseWheelEvent(-across / (2 * font), -down / (5 * font));
}

EMSCRIPTEN_KEEPALIVE void fullcourt_modifiers(int control, int shift, int alt, int command) {
    input().control = control != 0;
    input().command = command != 0;
    ImGuiIO &io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, control != 0);
    io.AddKeyEvent(ImGuiMod_Shift, shift != 0);
    io.AddKeyEvent(ImGuiMod_Alt, alt != 0);
    io.AddKeyEvent(ImGuiMod_Super, command != 0);
    platform_wake(1);
}

EMSCRIPTEN_KEEPALIVE void fullcourt_key(const char *name, int down) {
    if (const ImGuiKey key = key_of(name); key != ImGuiKey_None) {
        io_awake().AddKeyEvent(key, down != 0);
    }
}

EMSCRIPTEN_KEEPALIVE void fullcourt_text(const char *text) { io_awake().AddInputCharactersUTF8(text); }

EMSCRIPTEN_KEEPALIVE void fullcourt_focus(int gained) { io_awake().AddFocusEvent(gained != 0); }

/// What copy or cut puts on the clipboard; null or empty leaves it alone.
EMSCRIPTEN_KEEPALIVE const Text *fullcourt_copy(int cut) {
    static std::string bytes;
    static Text text("");
    draw_waiting_input();
    platform_wake(framesAfterInput);
    if (const ImGuiInputTextState *field = active_field()) {
        bytes = selected_text(*field);
        if (!bytes.empty() && cut != 0) {
            input().clipboard = bytes;
            press_chord(ImGuiKey_X);
        }
    } else {
        bytes = input().copySource ? input().copySource(cut != 0) : std::string{};
    }
    if (!bytes.empty()) {
        input().clipboard = bytes;
    }
    text = Text(bytes);
    return &text;
}

EMSCRIPTEN_KEEPALIVE int fullcourt_wants_text() { return ImGui::GetIO().WantTextInput ? 1 : 0; }

/// Whether the field that paste_text() was asked for still has the caret: a browser may have asked the person meanwhile.
EMSCRIPTEN_KEEPALIVE int fullcourt_awaits_paste() {
    const ImGuiInputTextState *field = active_field();
    return field != nullptr && field->ID == input().pasteInto ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void fullcourt_paste(const char *bytes, std::size_t size) {
    input().clipboard.assign(bytes, size);
    press_chord(ImGuiKey_V);
}
}

} // namespace fullcourt::platform
