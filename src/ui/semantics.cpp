#include "ui/semantics.h"

#include <algorithm>
#include <cstdarg>
#include <string_view>
#include <utility>

namespace fullcourt::ui::semantics {
namespace {

/// The collector of a context lives where Dear ImGui keeps its test engine's pointer: the hooks are ours.
Collector *current() { return static_cast<Collector *>(ImGui::GetCurrentContext()->TestEngine); }

platform::MirrorNode mirrored(const Collector &collector, ImGuiID id, const ImRect &box, Node node) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    platform::MirrorNode made;
    made.id = id;
    made.parent = collector.parents.empty() ? 0 : collector.parents.back();
    made.role = std::move(node.role);
    made.name = std::move(node.name);
    made.value = std::move(node.value);
    made.description = std::move(node.description);
    made.disabled = node.disabled;
    made.focused = node.focused || g.ActiveId == id || (g.NavId == id && g.NavCursorVisible);
    made.checked = node.checked;
    made.selected = node.selected;
    made.expanded = node.expanded;
    made.row = node.row;
    made.column = node.column;
    made.x = box.Min.x;
    made.y = box.Min.y;
    made.width = box.GetWidth();
    made.height = box.GetHeight();
    return made;
}

/// A popup is laid out for a frame before it is seen, elsewhere than where it will be.
bool is_hidden_yet() {
    const ImGuiWindow *window = ImGui::GetCurrentContext()->CurrentWindow;
    return window != nullptr && window->HiddenFramesCannotSkipItems > 0;
}

void put(Collector &collector, platform::MirrorNode node) {
    const auto [it, added] = collector.indices.try_emplace(node.id, collector.nodes.size());
    if (added) {
        collector.nodes.push_back(std::move(node));
    } else {
        collector.nodes[it->second] = std::move(node);
    }
}

/// For widgets of Dear ImGui that no view describes.
void put_unless_described(Collector &collector, ImGuiID id, const char *label, ImGuiItemStatusFlags flags) {
    const auto box = collector.boxes.find(id);
    const std::string_view visible(label, static_cast<std::size_t>(ImGui::FindRenderedTextEnd(label) - label));
    const bool isWindow = ImGui::GetCurrentContext()->CurrentWindow->ID == id;
    if (is_hidden_yet() || visible.empty() || visible.front() == '#' || isWindow || box == collector.boxes.end() ||
        collector.indices.contains(id)) {
        return;
    }
    Node node{.role = "button", .name = std::string(visible)};
    if ((flags & ImGuiItemStatusFlags_Inputable) != 0) {
        node.role = "textbox";
    } else if ((flags & ImGuiItemStatusFlags_Checkable) != 0) {
        node.role = "checkbox";
        node.checked = (flags & ImGuiItemStatusFlags_Checked) != 0;
    } else if ((flags & ImGuiItemStatusFlags_Openable) != 0) {
        node.expanded = (flags & ImGuiItemStatusFlags_Opened) != 0;
    }
    put(collector, mirrored(collector, id, box->second, std::move(node)));
}

void carry_out_focus(Collector &collector) {
    const auto window = collector.windows.find(collector.focused);
    const auto box = collector.boxes.find(collector.focused);
    if (window == collector.windows.end() || box == collector.boxes.end()) {
        return;
    }
    ImGui::FocusWindow(window->second);
    const ImRect inWindow = ImGui::WindowRectAbsToRel(window->second, box->second);
    ImGui::SetNavID(collector.focused, ImGuiNavLayer_Main, window->second->NavRootFocusScopeId, inWindow);
    ImGui::SetNavCursorVisible(true);
}

} // namespace

void start_frame(Collector &collector, bool collect) {
    ImGuiContext &g = *ImGui::GetCurrentContext();
    g.TestEngine = &collector;
    g.TestEngineHookItems = collect;
    if (collector.focused != 0 && collector.requestFrames == 1) {
        carry_out_focus(collector);
    }
    collector.requestFrames = std::max(0, collector.requestFrames - 1);
    if (collector.requestFrames == 0) {
        collector.activated = 0;
        collector.focused = 0;
    }
    collector.nodes.clear();
    collector.parents.clear();
    collector.indices.clear();
    collector.boxes.clear();
    collector.windows.clear();
    collector.silenced = 0;
}

void finish_frame(Collector &collector) {
    if (!collecting()) {
        return;
    }
    ImGui::GetCurrentContext()->TestEngineHookItems = false;
    // Without a mirror the list is of use to the page itself alone (work()).
    const bool open = platform::mirror_open();
    if (collector.nodes != collector.last || collector.shown != open) {
        collector.last = std::move(collector.nodes);
        collector.shown = open;
        if (open) {
            platform::show_mirror(collector.last);
        }
    }
}

bool collecting() { return ImGui::GetCurrentContext()->TestEngineHookItems; }

void item(Node node) {
    const ImGuiLastItemData &data = ImGui::GetCurrentContext()->LastItemData;
    if (data.ID == 0) {
        return; // nothing that can be named was submitted; 0 is the page itself
    }
    node.disabled = node.disabled || (data.ItemFlags & ImGuiItemFlags_Disabled) != 0;
    at(data.ID, data.Rect, std::move(node));
}

void at(ImGuiID id, const ImRect &box, Node node) {
    Collector *collector = current();
    if (!collecting() || collector->silenced > 0 || is_hidden_yet()) {
        return;
    }
    put(*collector, mirrored(*collector, id, box, std::move(node)));
}

Group::Group(const char *id, const ImRect &box, Node node)
    : Group(ImGui::GetCurrentContext()->CurrentWindow == nullptr ? ImHashStr(id) : ImGui::GetID(id), box, std::move(node)) {}

Group::Group(ImGuiID id, const ImRect &box, Node node) : m_open(collecting()) {
    at(id, box, std::move(node));
    if (m_open) {
        current()->parents.push_back(id);
    }
}

Group::~Group() {
    if (m_open) {
        current()->parents.pop_back();
    }
}

Behind::Behind(bool covered) : m_covered(covered && current() != nullptr) {
    if (m_covered) {
        ++current()->silenced;
    }
}

Behind::~Behind() {
    if (m_covered) {
        --current()->silenced;
    }
}

void request(Collector &collector, std::uint32_t node, bool focusOnly) {
    const auto it = std::find_if(collector.last.begin(), collector.last.end(), [&](const auto &shown) { return shown.id == node; });
    const bool isField = it != collector.last.end() && it->role == "textbox";
    collector.requestFrames = 2;
    collector.focused = focusOnly && !isField ? node : 0;
    collector.activated = focusOnly ? 0 : node;
    if (!focusOnly || isField) {
        ImGui::ActivateItemByID(node);
        // Else a field takes the caret only where a key was the last that somebody used.
        ImGui::GetCurrentContext()->NavNextActivateFlags = isField ? ImGuiActivateFlags_PreferInput : ImGuiActivateFlags_None;
    }
    platform::wake(3);
}

bool work(Collector &collector, std::string_view role, std::string_view name) {
    const auto &nodes = collector.last;
    const auto called = [&](const platform::MirrorNode &node) {
        const bool begins = name.ends_with('*') && node.name.starts_with(name.substr(0, name.size() - 1));
        return node.role == role && (node.name == name || begins);
    };
    auto at = std::find_if(nodes.begin(), nodes.end(), called);
    const bool isGroup = role == "group";
    if (isGroup && at != nodes.end()) {
        at = std::find_if(nodes.begin(), nodes.end(), [id = at->id](const auto &node) { return node.parent == id && !node.disabled; });
    }
    if (at == nodes.end()) {
        return false;
    }
    const auto window = collector.windows.find(at->id);
    const auto box = collector.boxes.find(at->id);
    if (window != collector.windows.end() && box != collector.boxes.end()) {
        ImGui::ScrollToRectEx(window->second, box->second, ImGuiScrollFlags_KeepVisibleCenterY);
    }
    request(collector, at->id, isGroup);
    return true;
}

bool take_activation(ImGuiID id) {
    Collector *collector = current();
    return collector != nullptr && collector->activated == id && id != 0 && std::exchange(collector->activated, 0) != 0;
}

bool take_focus(ImGuiID id) {
    Collector *collector = current();
    return collector != nullptr && collector->focused == id && id != 0 && std::exchange(collector->focused, 0) != 0;
}

const std::vector<platform::MirrorNode> &last() {
    static const std::vector<platform::MirrorNode> nothing;
    const Collector *collector = current();
    return collector == nullptr ? nothing : collector->last;
}

} // namespace fullcourt::ui::semantics

// The hooks that Dear ImGui calls under IMGUI_ENABLE_TEST_ENGINE, while TestEngineHookItems is set.
using fullcourt::ui::semantics::Collector;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext *context, ImGuiID id, const ImRect &box, const ImGuiLastItemData *) {
    if (auto *collector = static_cast<Collector *>(context->TestEngine); collector != nullptr && collector->silenced == 0) {
        collector->boxes[id] = box;
        collector->windows[id] = context->CurrentWindow;
    }
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext *context, ImGuiID id, const char *label, ImGuiItemStatusFlags flags) {
    if (auto *collector = static_cast<Collector *>(context->TestEngine); collector != nullptr && collector->silenced == 0) {
        fullcourt::ui::semantics::put_unless_described(*collector, id, label, flags);
    }
}

void ImGuiTestEngineHook_Log(ImGuiContext *, const char *, ...) {}

const char *ImGuiTestEngine_FindItemDebugLabel(ImGuiContext *, ImGuiID) { return nullptr; }
