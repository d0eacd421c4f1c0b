// The canvas, WebGL 2 and the frame: Dear ImGui's platform side in the browser.
#include "platform/window.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include "platform/web/border.h"
#include "platform/web/input.h"
#include "platform/web/scale.h"

namespace fullcourt::platform {
namespace {

struct Window {
    WindowCallbacks callbacks;
    bool open = false;
    bool contextLost = false;
    int width = 1; ///< device pixels
    int height = 1;
    double ratio = 1; ///< device pixels of one CSS pixel
    float scale = 1;  ///< CSS pixels of one unit
    float told = 0;   ///< the last value given to scaleChanged
    double drawnAt = 0;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
    bool shown = false;
};

Window &window() {
    static Window instance;
    return instance;
}

/// In CSS, by Dear ImGui's number.
const char *cursor_name(ImGuiMouseCursor cursor) {
    switch (cursor) {
    case ImGuiMouseCursor_None: return "none";
    case ImGuiMouseCursor_TextInput: return "text";
    case ImGuiMouseCursor_ResizeAll: return "move";
    case ImGuiMouseCursor_ResizeNS: return "ns-resize";
    case ImGuiMouseCursor_ResizeEW: return "ew-resize";
    case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
    case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
    case ImGuiMouseCursor_Hand: return "pointer";
    case ImGuiMouseCursor_Wait: return "wait";
    case ImGuiMouseCursor_Progress: return "progress";
    case ImGuiMouseCursor_NotAllowed: return "not-allowed";
    default: return "default";
    }
}

bool create_context() {
    // The same as in web/early/early.js, which asks first: a canvas has one context.
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = EM_FALSE; // an opaque page: nothing behind it has to be blended in
    wanted.depth = EM_FALSE;
    wanted.stencil = EM_FALSE;
    wanted.antialias = EM_FALSE; // Dear ImGui's own edges are smooth
    wanted.premultipliedAlpha = EM_TRUE;
    wanted.preserveDrawingBuffer = EM_FALSE;
    wanted.enableExtensionsByDefault = EM_FALSE;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &wanted);
    return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

/// The size in units such that the renderer, which multiplies and cuts off, comes to exactly these device pixels.
float units(int devicePixels, float scale) {
    float size = static_cast<float>(devicePixels) / scale;
    while (static_cast<int>(size * scale) < devicePixels) {
        size = std::nextafter(size, INFINITY);
    }
    return size;
}

void apply_size() {
    Window &w = window();
    ImGuiIO &io = ImGui::GetIO();
    const float scale = static_cast<float>(w.ratio) * w.scale;
    io.DisplayFramebufferScale = ImVec2(scale, scale);
    io.DisplaySize = ImVec2(units(w.width, scale), units(w.height, scale));
    if (scale != w.told && w.callbacks.scaleChanged) {
        w.told = scale;
        w.callbacks.scaleChanged(scale);
    }
}

void advance_clock(double now) {
    Window &w = window();
    // After a rest the time since the last frame may be hours; no animation should be told so.
    ImGui::GetIO().DeltaTime = static_cast<float>(std::clamp(now - w.drawnAt, 0.0001, 1.0));
    w.drawnAt = now;
}

void show_cursor() {
    Window &w = window();
    const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
    if (cursor != w.cursor) {
        w.cursor = cursor;
        platform_cursor(cursor_name(cursor));
    }
}

void render() {
    const Window &w = window();
    ImGui::Render();
    const ImVec4 &background = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    glViewport(0, 0, w.width, w.height);
    glClearColor(background.x, background.y, background.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool something_held() {
    const ImGuiIO &io = ImGui::GetIO();
    if (std::ranges::any_of(io.MouseDown, [](bool down) { return down; })) {
        return true;
    }
    // A held modifier alone repeats nothing.
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_GamepadStart; ++key) {
        const bool modifier = key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper;
        if (!modifier && ImGui::IsKeyDown(static_cast<ImGuiKey>(key))) {
            return true;
        }
    }
    return false;
}

/// Tooltips wait for a resting mouse: a frame at the moment when they are due.
void wake_for_tooltip() {
    const ImGuiContext &context = *ImGui::GetCurrentContext();
    const ImGuiStyle &style = ImGui::GetStyle();
    const float rest = style.HoverStationaryDelay - context.MouseStationaryTimer;
    const float delay = context.HoverItemDelayId != 0 ? style.HoverDelayNormal - context.HoverItemDelayTimer : 0;
    const float due = rest > 0 ? rest : delay;
    if (ImGui::IsMousePosValid() && due > 0) {
        platform_wake_after(due + 0.01);
    }
}

/// Whether another frame is wanted at once.
bool draw(double now) {
    Window &w = window();
    if (!w.open || w.contextLost) {
        return false;
    }
    if (w.callbacks.prepare && !w.callbacks.prepare()) {
        return true;
    }
    advance_clock(now);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    const bool animates = w.callbacks.frame && w.callbacks.frame();
    render();
    show_cursor();
    if (!w.shown) {
        w.shown = true;
        platform_page_shown();
        platform_start_offline();
    }
    wake_for_tooltip();
    // Dear ImGui spreads quick input over frames: what waits in its queue needs them.
    return animates || something_held() || !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void configure_imgui() {
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "fullcourt-web";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.ConfigInputTextCursorBlink = false; // a blink is a frame
}

} // namespace

void draw_waiting_input() {
    constexpr int mostFrames = 8;
    for (int i = 0; i < mostFrames && !ImGui::GetCurrentContext()->InputEventsQueue.empty(); ++i) {
        draw(emscripten_get_now());
    }
}

float interface_scale() { return window().scale; }

bool press_is_taken(int button, float x, float y) {
    const Window &w = window();
    return w.open && w.callbacks.press && w.callbacks.press(button, x, y);
}

void open_window(WindowCallbacks callbacks) {
    Window &w = window();
    w.callbacks = std::move(callbacks);
    ImGui::CreateContext();
    configure_imgui();
    if (!create_context() || !ImGui_ImplOpenGL3_Init("#version 300 es")) {
        fatal("This browser shows no WebGL 2 graphics, which Fullcourt draws with. Switch on hardware acceleration, or use a current "
              "Firefox, Chrome, Edge or Safari.");
        return;
    }
    w.open = true;
    platform_start_canvas();
    platform_start_mirror();
    start_input();
    platform_start_files();
    platform_start_page();
    if (w.callbacks.started) {
        w.callbacks.started();
    }
    apply_size();
    platform_start_frames();
}

void set_interface_scale(float scale) {
    window().scale = std::clamp(scale, 0.5F, 3.0F);
    apply_size();
    platform_wake(2);
}

extern "C" {

EMSCRIPTEN_KEEPALIVE int fullcourt_frame(double now) { return draw(now) ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void fullcourt_resized(int width, int height, double ratio) {
    Window &w = window();
    w.width = width;
    w.height = height;
    w.ratio = ratio > 0 ? ratio : 1;
    apply_size();
}

/// In CSS pixels; a number of Grip.
EMSCRIPTEN_KEEPALIVE int fullcourt_grip(float x, float y) {
    const Window &w = window();
    return w.open && w.callbacks.grip ? static_cast<int>(w.callbacks.grip(x / w.scale, y / w.scale)) : 0;
}

/// In CSS pixels; `step` is a number of Hold.
EMSCRIPTEN_KEEPALIVE void fullcourt_hold(int step, float x, float y) {
    const Window &w = window();
    if (w.open && w.callbacks.hold) {
        w.callbacks.hold(static_cast<Hold>(step), x / w.scale, y / w.scale);
        platform_wake(3);
    }
}

EMSCRIPTEN_KEEPALIVE void fullcourt_context_lost() { window().contextLost = true; }

/// All GL objects are gone: the renderer forgets its own, makes them anew, and asks Dear ImGui for every texture again.
EMSCRIPTEN_KEEPALIVE void fullcourt_context_restored() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    window().contextLost = false;
}
}

} // namespace fullcourt::platform
