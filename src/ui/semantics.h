// What every widget means: role, name, value, state and place, in reading order. The accessibility mirror shows this
// list, and tests find widgets by it.
//
// Dear ImGui's own item hooks name every widget whose label a person sees. Views describe the rest: call item() right
// after the widget, or at() for what they draw themselves, and put groups around them with Group.
//
//     if (ImGui::InvisibleButton("##save", size)) …
//     semantics::item({.role = "button", .name = "Save file"});
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui::semantics {

struct Node {
    std::string role;
    std::string name;
    std::string value = {};
    std::string description = {};
    bool disabled = false;
    bool focused = false; ///< where Dear ImGui does not know; its own focus is added by itself
    std::optional<bool> checked = {};
    std::optional<bool> selected = {};
    std::optional<bool> expanded = {};
    int row = 0;
    int column = 0;
};

/// Collects one frame after another. One per Dear ImGui context, which it attaches itself to.
class Collector {
  public:
    std::vector<platform::MirrorNode> last; ///< of the newest whole frame

    // The frame being drawn
    std::vector<platform::MirrorNode> nodes;
    std::vector<std::uint32_t> parents;
    std::unordered_map<ImGuiID, std::size_t> indices;
    std::unordered_map<ImGuiID, ImRect> boxes;
    std::unordered_map<ImGuiID, ImGuiWindow *> windows;
    bool shown = false; ///< whether the platform has `last`
    int silenced = 0;   ///< above 0: what is drawn lies behind a dialog

    // What the mirror asked for
    ImGuiID activated = 0;
    ImGuiID focused = 0;
    int requestFrames = 0;
};

/// Before anything is drawn; collects only where somebody listens.
void start_frame(Collector &collector, bool collect);
/// After everything is drawn: hands the list to the platform if it changed.
void finish_frame(Collector &collector);
bool collecting();

/// Describes the item that was just submitted.
void item(Node node);
/// Describes something drawn by hand.
void at(ImGuiID id, const ImRect &box, Node node);

/// Everything described during its life is within it.
class Group {
  public:
    Group(const char *id, const ImRect &box, Node node);
    Group(ImGuiID id, const ImRect &box, Node node);
    Group(const Group &) = delete;
    Group &operator=(const Group &) = delete;
    ~Group();

  private:
    bool m_open;
};

/// What is drawn during its life is out of reach: a dialog lies over it.
class Behind {
  public:
    explicit Behind(bool covered);
    Behind(const Behind &) = delete;
    Behind &operator=(const Behind &) = delete;
    ~Behind();

  private:
    bool m_covered;
};

/// The mirror's request, to be carried out in the next frame.
void request(Collector &collector, std::uint32_t node, bool focusOnly);
/// Does to what the newest frame showed under this role and name what a click in the mirror does, and brings it into sight; a group gives
/// the keyboard to its first part. A name that ends in "*" matches by its beginning. False where there is none.
bool work(Collector &collector, std::string_view role, std::string_view name);

/// True once where the mirror activated (or focused) this, for what is no widget of Dear ImGui.
bool take_activation(ImGuiID id);
bool take_focus(ImGuiID id);

/// What the newest frame of the current context showed.
const std::vector<platform::MirrorNode> &last();

} // namespace fullcourt::ui::semantics
