#include "harness.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h>

#include "app/long_work.h"
#include "picture.h"
#include "ui/semantics.h"

namespace fullcourt::views {
namespace {

constexpr int mostFrames = 200;
/// What is nearer to the edge of the window, as a share of its height, may lie beneath something that does not scroll.
constexpr float marginAbove = 0.3F;
constexpr float marginBelow = 0.2F;
constexpr double frameSeconds = 1.0 / 60;

bool matches(std::string_view name, std::string_view wanted) {
    return wanted.ends_with('*') ? name.starts_with(wanted.substr(0, wanted.size() - 1)) : name == wanted;
}

/// The folder that pictures go into; nothing where none are wanted.
const char *picture_folder() { return std::getenv("FULLCOURT_PICTURES"); }

std::string known_names(const std::vector<platform::MirrorNode> &nodes, std::string_view role) {
    std::string names;
    for (const auto &node : nodes) {
        if (node.role == role && names.size() < 2000) {
            names += "\n  " + node.name;
        }
    }
    return names;
}

} // namespace

std::vector<PictureVariant> picture_variants() {
    std::vector<PictureVariant> variants = {{"", {}}};
    if (picture_folder() != nullptr) {
        variants.push_back({"-large", {.width = 1920, .height = 1080, .density = 2}});
    }
    if (const char *every = std::getenv("FULLCOURT_EVERY_SCREEN"); every != nullptr && *every != '\0') {
        variants.push_back({"-laptop", {.width = 1366, .height = 768}});
        variants.push_back({"-desk", {.width = 1536, .height = 864, .density = 1.25F}});
        variants.push_back({"-tablet", {.width = 1024, .height = 768, .touch = true}});
    }
    if (picture_folder() != nullptr) {
        const std::size_t light = variants.size();
        for (std::size_t i = 0; i < light; ++i) {
            PictureVariant dark = variants[i];
            dark.suffix += "-dark";
            dark.options.dark = true;
            variants.push_back(std::move(dark));
        }
    }
    return variants;
}

Page::Page(const PageOptions &options) {
    platform::null::reset();
    platform::null::Machine &machine = platform::null::machine();
    machine.apple = options.apple;
    machine.dark = options.dark;
    machine.coarse = options.touch;
    machine.carried = options.carried;
    machine.fromDisk = options.carried.has_value();
    machine.storageError = options.storage ? "" : "Private windows keep nothing.";
    m_context = ImGui::CreateContext();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO &io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_HasMouseCursors;
    m_window = {options.width, options.height};
    m_density = options.density;
    follow_scale();
    io.ConfigMacOSXBehaviors = options.apple;
    start();
    if (!options.templateName.empty()) {
        dispatch(action::StartFrom{options.templateName, false});
        settle();
    }
}

void Page::start() {
    m_app = std::make_unique<App>(0); // a piece of long work a frame
    m_interface = std::make_unique<ui::Interface>(*m_app);
    m_interface->started();
    m_app->start();
    ui::connect(*m_app, *m_interface);
    settle();
}

void Page::reload() {
    settle();
    m_interface.reset();
    m_app.reset();
    platform::null::restart();
    start();
}

Page::~Page() {
    m_interface.reset();
    m_app.reset();
    ImGui::SetCurrentContext(m_context);
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_context);
    platform::null::reset();
}

void Page::take_textures() {
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

bool Page::frame() {
    ImGui::GetIO().DeltaTime = static_cast<float>(frameSeconds);
    platform::null::advance(frameSeconds);
    platform::null::deliver();
    give_clipboard();
    ImGui::NewFrame();
    const bool animates = m_interface->draw();
    ImGui::Render();
    take_textures();
    follow_scale();
    return animates;
}

void Page::give_clipboard() {
    if (std::exchange(platform::null::machine().pasting, false)) {
        ImGui::SetClipboardText(platform::null::machine().clipboard.c_str());
        ImGuiIO &io = ImGui::GetIO();
        io.AddKeyEvent(ImGuiMod_Ctrl, true);
        io.AddKeyEvent(ImGuiKey_V, true);
        io.AddKeyEvent(ImGuiKey_V, false);
        io.AddKeyEvent(ImGuiMod_Ctrl, false);
    }
}

void Page::follow_scale() {
    const float scale = m_interface ? m_interface->scale() : 1;
    ImGuiIO &io = ImGui::GetIO();
    io.DisplaySize = {m_window.x / scale, m_window.y / scale};
    io.DisplayFramebufferScale = {m_density * scale, m_density * scale};
}

int Page::settle() {
    platform::null::machine().framesWanted = 3;
    int frames = 0;
    while (frames < mostFrames) {
        const bool animates = frame();
        frames += is_working(state()) ? 0 : 1;
        int &wanted = platform::null::machine().framesWanted;
        wanted = animates ? std::max(wanted, 1) : wanted - 1;
        if (wanted <= 0 && m_context->InputEventsQueue.empty() && platform::null::machine().waiting.empty() && !is_working(state())) {
            break;
        }
    }
    CHECK(frames < mostFrames);
    return frames;
}

const platform::MirrorNode *Page::search(std::string_view role, std::string_view name) const {
    const auto &nodes = ui::semantics::last();
    const auto it =
        std::find_if(nodes.begin(), nodes.end(), [&](const auto &node) { return node.role == role && matches(node.name, name); });
    return it == nodes.end() ? nullptr : &*it;
}

const platform::MirrorNode &Page::find(std::string_view role, std::string_view name) const {
    const platform::MirrorNode *node = search(role, name);
    INFO("There is no " << role << " named " << name << "; there are:" << known_names(ui::semantics::last(), role));
    REQUIRE(node != nullptr);
    return *node;
}

std::size_t Page::count(std::string_view role) const {
    const auto &nodes = ui::semantics::last();
    return static_cast<std::size_t>(std::count_if(nodes.begin(), nodes.end(), [&](const auto &node) { return node.role == role; }));
}

bool Page::says(std::initializer_list<std::string_view> parts) const {
    const auto &nodes = ui::semantics::last();
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto &node) {
        std::size_t at = 0;
        return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
            const std::size_t found = node.name.find(part, at);
            at = found == std::string::npos ? found : found + part.size();
            return found != std::string::npos;
        });
    });
}

void Page::hover(const ImVec2 &at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    settle();
}

void Page::click_at(const ImVec2 &at, int button) {
    ImGuiIO &io = ImGui::GetIO();
    io.AddMousePosEvent(at.x, at.y);
    frame();
    if (m_interface->press(button, at.x, at.y)) {
        settle();
        return;
    }
    io.AddMouseButtonEvent(button, true);
    frame();
    io.AddMouseButtonEvent(button, false);
    settle();
    // So that the next click is not the second of a double click.
    m_context->IO.MouseClickedTime[button] = -1000;
}

void Page::click_node(const platform::MirrorNode &node, int button) { click_at(centre(node), button); }

void Page::click(std::string_view role, std::string_view name, int button) {
    scroll_to(role, name);
    click_node(find(role, name), button);
}

ImRect Page::sight_of(std::string_view role) const {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const platform::MirrorNode *menu = role.starts_with("menuitem") ? search("menu", "*") : nullptr;
    if (menu != nullptr) {
        return {{menu->x, menu->y}, {menu->x + menu->width, std::min(menu->y + menu->height, page.y)}};
    }
    // The list of sections ends above the buttons at its foot.
    const platform::MirrorNode *foot = role == "link" ? search("button", "Theme and size") : nullptr;
    const float end = page.y * (1 - marginBelow);
    return {{0, page.y * marginAbove}, {page.x, foot == nullptr ? end : std::min(end, foot->y - 12)}};
}

void Page::scroll_to(std::string_view role, std::string_view name) {
    constexpr int mostTurns = 120;
    for (int turn = 0; turn < mostTurns; ++turn) {
        const ImRect sight = sight_of(role);
        const ImVec2 at = centre(find(role, name));
        if (at.y > sight.Min.y && at.y < sight.Max.y) {
            return;
        }
        ImGuiIO &io = ImGui::GetIO();
        io.AddMousePosEvent(at.x, sight.GetCenter().y);
        frame();
        io.AddMouseWheelEvent(0, at.y < sight.GetCenter().y ? 1.0F : -1.0F);
        settle();
        if (centre(find(role, name)).y == at.y) {
            return; // as far as it goes
        }
    }
}

void Page::double_click(std::string_view role, std::string_view name) { press_twice(centre(find(role, name))); }

void Page::press_twice(const ImVec2 &at) {
    ImGuiIO &io = ImGui::GetIO();
    io.AddMousePosEvent(at.x, at.y);
    for (int i = 0; i < 2; ++i) {
        io.AddMouseButtonEvent(0, true);
        frame();
        io.AddMouseButtonEvent(0, false);
        frame();
    }
    settle();
}

void Page::drag(const ImVec2 &from, const ImVec2 &to) {
    carry_by_mouse(from, to);
    release_mouse();
}

void Page::drag_and_escape(const ImVec2 &from, const ImVec2 &to) {
    carry_by_mouse(from, to);
    ImGuiIO &io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_Escape, true);
    frame();
    io.AddKeyEvent(ImGuiKey_Escape, false);
    frame();
    io.AddMousePosEvent(to.x + 1, to.y + 1); // a hand does not hold still
    frame();
    release_mouse();
}

void Page::carry_by_mouse(const ImVec2 &from, const ImVec2 &to) {
    ImGuiIO &io = ImGui::GetIO();
    io.AddMousePosEvent(from.x, from.y);
    frame();
    io.AddMouseButtonEvent(0, true);
    frame();
    for (int i = 1; i <= 8; ++i) {
        const float part = static_cast<float>(i) / 8;
        io.AddMousePosEvent(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
        frame();
    }
    frame();
}

void Page::release_mouse() {
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    settle();
    m_context->IO.MouseClickedTime[0] = -1000;
}

void Page::tap(const ImVec2 &at) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    click_at(at);
}

void Page::tap_twice(const ImVec2 &at) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    press_twice(at);
    m_context->IO.MouseClickedTime[0] = -1000;
}

void Page::lift(const ImVec2 &at) {
    REQUIRE(m_interface->grip(at.x, at.y) != platform::Grip::none);
    m_finger = m_carried = at;
    m_interface->hold(platform::Hold::taken, at.x, at.y);
    settle();
}

void Page::carry_to(const ImVec2 &to) {
    const ImVec2 from = m_carried;
    for (int i = 1; i <= 8; ++i) {
        const float part = static_cast<float>(i) / 8;
        m_carried = {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
        m_interface->hold(platform::Hold::moved, m_carried.x, m_carried.y);
        frame();
    }
    frame();
}

void Page::put_down() {
    if (m_carried.x == m_finger.x && m_carried.y == m_finger.y) {
        call_back();
        click_at(m_finger, 1);
        return;
    }
    m_interface->hold(platform::Hold::dropped, m_carried.x, m_carried.y);
    settle();
    m_context->IO.MouseClickedTime[0] = -1000;
}

void Page::call_back() {
    m_interface->hold(platform::Hold::cancelled, m_carried.x, m_carried.y);
    settle();
    m_context->IO.MouseClickedTime[0] = -1000;
}

void Page::swipe(const ImVec2 &from, const ImVec2 &to) {
    const ImVec2 way(to.x - from.x, to.y - from.y);
    const platform::Grip grip = m_interface->grip(from.x, from.y);
    if (grip == platform::Grip::free || (grip == platform::Grip::across && std::abs(way.x) > std::abs(way.y))) {
        m_finger = m_carried = from;
        m_interface->hold(platform::Hold::taken, from.x, from.y);
        carry_to(to);
        put_down();
        return;
    }
    ImGuiIO &io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(from.x, from.y);
    frame();
    constexpr int steps = 8;
    const float font = ImGui::GetStyle().FontSizeBase * static_cast<float>(steps);
    for (int i = 0; i < steps; ++i) {
        io.AddMouseWheelEvent(way.x / (2 * font), way.y / (5 * font));
        frame();
    }
    settle();
}

void Page::press(ImGuiKeyChord chord) {
    ImGuiIO &io = ImGui::GetIO();
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    const auto modifiers = [&](bool down) {
        for (const ImGuiKey modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super}) {
            if ((chord & modifier) != 0) {
                io.AddKeyEvent(modifier, down);
            }
        }
    };
    modifiers(true);
    io.AddKeyEvent(key, true);
    frame();
    io.AddKeyEvent(key, false);
    modifiers(false);
    settle();
}

void Page::type(std::string_view text) {
    const char *at = text.data();
    const char *end = at + text.size();
    while (at < end) {
        unsigned int character = 0;
        at += ImTextCharFromUtf8(&character, at, end);
        ImGui::GetIO().AddInputCharacter(character);
        settle();
    }
}

void Page::paste(const std::string &text) {
    if (ImGui::GetIO().WantTextInput) {
        ImGui::SetClipboardText(text.c_str()); // and the chord, as the page does it
        press(ImGuiMod_Ctrl | ImGuiKey_V);
    } else {
        platform::null::send(platform::Pasted{text});
    }
    settle();
}

const platform::MirrorNode &Page::cell(const std::string &activity, const std::string &role) const {
    return find("gridcell", activity + ", " + role + ": *");
}

std::string Page::letters(const std::string &activity, const std::string &role) const { return cell(activity, role).value; }

void Page::picture(const std::string &name) {
    const char *folder = picture_folder();
    if (folder != nullptr) {
        write_picture(*ImGui::GetDrawData(), ImGui::GetColorU32(ImGuiCol_WindowBg), std::string(folder) + "/" + name + ".png");
    }
}

int Page::vertices() const { return ImGui::GetDrawData()->TotalVtxCount; }

void show_panel(Page &page, bool shown) {
    if (!shown && page.shows("button", "Hide this panel")) {
        page.click("button", "Hide this panel");
    }
    if (!shown || page.shows("button", "Hide this panel")) {
        return;
    }
    const auto &nodes = ui::semantics::last();
    const auto at = std::find_if(nodes.begin(), nodes.end(),
                                 [](const auto &node) { return node.role == "button" && node.name.ends_with(" to settle"); });
    if (at != nodes.end()) {
        page.click("button", std::string(at->name));
    }
}

void try_sample(Page &page) {
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
}

void let_notices_go(Page &page) {
    page.settle();
    platform::null::advance(10);
    page.settle();
}

void plan_from_templates(Page &page, std::string_view account) {
    page.click("button", account);
    page.click("button", "Plan from*");
}

void set_play_status(Page &page, std::string_view play, std::string_view status) {
    page.click("button", play);
    page.scroll_to("combobox", "Status");
    page.click("combobox", "Status");
    page.click("menuitemcheckbox", status);
}

void change_plan(Page &page, const PlanEdit &edit) {
    page.dispatch(action::Do{edit, 0});
    page.settle();
}

Plan large_plan(int activities, int roles) {
    Plan plan;
    plan.about.edit().title = "A large plan";
    const auto count = [](int value) { return static_cast<std::size_t>(value); };
    for (int i = 0; i < roles; ++i) {
        const RoleId id("role-" + std::to_string(i));
        Role role;
        role.name = "Role number " + std::to_string(i + 1);
        role.position = spread_position(count(i), count(roles));
        plan.organisation.edit().roles[id] = role;
        plan.raci.edit().columns[id] = {role.position, {}};
    }
    for (int i = 0; i < activities; ++i) {
        const ActivityId id("activity-" + std::to_string(i));
        Activity activity;
        activity.name = "Activity number " + std::to_string(i + 1);
        activity.position = spread_position(count(i), count(activities));
        plan.raci.edit().activities[id] = activity;
        for (int k = 0; k < roles; ++k) {
            const char letter = "RASCI"[(i * 7 + k * 3) % 5];
            set_letters(plan.raci.edit(), id, RoleId("role-" + std::to_string(k)), Letters::one(letter));
        }
    }
    return plan;
}

} // namespace fullcourt::views
