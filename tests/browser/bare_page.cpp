// As little of a page as draws with Dear ImGui: one window with text in its own font, in one frame. What starting Fullcourt takes is
// held against this (tests/bench/first_frame.mjs).
#include <GLES3/gl3.h>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

// Dear ImGui is built with the test engine's hooks, which the program's views define; here they do nothing.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext *, ImGuiID, const ImRect &, const ImGuiLastItemData *) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext *, ImGuiID, const char *, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext *, const char *, ...) {}
const char *ImGuiTestEngine_FindItemDebugLabel(ImGuiContext *, ImGuiID) { return ""; }

// clang-format off
EM_JS(void, tell_drawn, (), {
    document.documentElement.dataset.state = "running";
})
// clang-format on

namespace {

void size_to_window() {
    double width = 1;
    double height = 1;
    emscripten_get_element_css_size("#canvas", &width, &height);
    const double ratio = emscripten_get_device_pixel_ratio();
    emscripten_set_canvas_element_size("#canvas", static_cast<int>(width * ratio), static_cast<int>(height * ratio));
    ImGuiIO &io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    io.DisplayFramebufferScale = ImVec2(static_cast<float>(ratio), static_cast<float>(ratio));
}

EM_BOOL draw(double /*now*/, void * /*unused*/) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::Begin("Bare");
    ImGui::TextUnformatted("A window with some text in it.");
    ImGui::Button("And a button");
    ImGui::End();
    ImGui::Render();
    const ImGuiIO &io = ImGui::GetIO();
    glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
               static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    tell_drawn();
    return EM_FALSE;
}

} // namespace

int main() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = EM_FALSE;
    wanted.depth = EM_FALSE;
    wanted.stencil = EM_FALSE;
    wanted.antialias = EM_FALSE;
    emscripten_webgl_make_context_current(emscripten_webgl_create_context("#canvas", &wanted));
    ImGui_ImplOpenGL3_Init("#version 300 es");
    size_to_window();
    emscripten_request_animation_frame(draw, nullptr);
    return 0;
}
