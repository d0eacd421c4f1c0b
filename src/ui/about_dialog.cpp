// The page itself: where plans are kept and how safely, which version this is, what is inside, and a report for whoever helps.
#include <array>

#include "app/report.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/words.h"

namespace fullcourt::ui {
namespace {

constexpr float factHeight = 24;
constexpr float factName = 208;

struct Part {
    const char *name;
    const char *licence;
    const char *does;
};
// cmake/Licences.cmake finds the whole licence of each by the same name.
constexpr std::array inside = {Part{"Dear ImGui", "MIT", "draws the interface"},
                               Part{"JSON for Modern C++", "MIT", "reads and writes plan files"},
                               Part{"zlib", "Zlib", "packs links and workbooks"},
                               Part{"QR Code generator", "MIT", "the code for the room"},
                               Part{"Inter", "SIL OFL 1.1", "the typeface"},
                               Part{"Lucide", "ISC", "the icons"},
                               Part{"Emscripten, musl, libc++", "MIT, Apache 2.0 with LLVM exception", "run it in a browser"}};

void draw_fact(const std::string &name, const std::string &value, float width) {
    const TextStyle style{.size = type::small + 1};
    const float height = std::max(factHeight, wrapped_height(value, style, width - factName) + 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + factName - 12, at.y + factHeight}}, name, {.size = style.size, .colour = palette().muted});
    draw_wrapped(list, {at.x + factName, at.y + 3}, value, style, width - factName);
    ImGui::Dummy({width, height});
    semantics::at(ImGui::GetID(name.c_str()), {at, {at.x + width, at.y + height}}, {.role = "listitem", .name = name, .value = value});
}

void draw_facts(const std::vector<platform::PageFact> &facts, float width) {
    for (const platform::PageFact &fact : facts) {
        draw_fact(fact.name, fact.value, width);
    }
    gap(18);
}

} // namespace

void draw_about_dialog(Scene &scene, const dialog::About &about) {
    const ImVec2 room = dialog_room(scene);
    ImGui::BeginChild("##about", room, ImGuiChildFlags_NavFlattened);
    const float width = room.x - 16;
    draw_dialog_heading("Your plans");
    paragraph(storage_sentence(scene.state), {.size = type::small + 1}, width);
    semantics::at(ImGui::GetID("##kept"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "text", .name = storage_sentence(scene.state)});
    gap(10);
    draw_facts(storage_facts(scene.state), width);
    draw_dialog_heading("This page");
    if (about.loading) {
        line("Looking …", {.colour = palette().muted});
        gap(18);
    }
    draw_facts(about.facts, width);
    draw_dialog_heading("What is inside");
    for (const Part &part : inside) {
        draw_fact(part.name, std::string(part.does) + " (" + part.licence + ")", width);
    }
    gap(8);
    if (button("##licences", "Read their licences",
               {.icon = icon::externalLink, .tooltip = "The whole text of each, in a tab of its own"})) {
        platform::show_licences();
    }
    gap(12);
    ImGui::EndChild();
    begin_dialog_foot();
    const std::string report = diagnostic_report(scene.state, about.facts, platform::utc_now());
    if (button("##report", scene.scratch.dialog.copied ? "Copied" : "Copy a diagnostic report",
               {.icon = scene.scratch.dialog.copied ? icon::check : icon::copy,
                .disabled = about.loading,
                .tooltip = "For whoever helps you. It holds nothing of what stands in your plans."})) {
        platform::copy_text(report);
        platform::announce("The report is on the clipboard.", false);
        scene.scratch.dialog.copied = true;
    }
    ImGui::SameLine(0, 8);
    const ImVec2 foot = ImGui::GetCursorScreenPos();
    if (button("##set-aside", "What was set aside…", {.look = Look::ghost, .tooltip = "What could not be read and was kept as it was"})) {
        scene.dispatch(action::ShowQuarantine{});
    }
    ImGui::SetCursorScreenPos(foot);
    align_right(button_width("Close", false));
    if (button("##done", "Close", {.look = Look::primary})) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
