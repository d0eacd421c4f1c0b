#include "ui/ui.h"

#include <algorithm>
#include <utility>

#include "ui/account_table.h"
#include "ui/commands.h"
#include "ui/dragging.h"
#include "ui/scene.h"
#include "ui/section.h"
#include "ui/shortcuts.h"
#include "ui/theme.h"

namespace fullcourt::ui {
namespace {

void configure() {
    ImGuiIO &io = ImGui::GetIO();
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigNavEscapeClearFocusItem = false;
    io.ConfigNavEscapeClearFocusWindow = false;
    io.ConfigInputTextCursorBlink = false; // a blink is a frame
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigDebugHighlightIdConflicts = false;
    io.IniFilename = nullptr;
    // Ctrl+Tab belongs to the browser.
    ImGuiContext &g = *ImGui::GetCurrentContext();
    g.ConfigNavWindowingKeyNext = 0;
    g.ConfigNavWindowingKeyPrev = 0;
}

/// What stands in the grid and in the list of accounts means something there alone.
bool is_anywhere(KeyGroup group) {
    return group != KeyGroup::moving && group != KeyGroup::letters && group != KeyGroup::rows && group != KeyGroup::accounts;
}

void run_page_shortcuts(Scene &scene) {
    const bool typing = ImGui::GetIO().WantTextInput;
    for (const Shortcut &shortcut : shortcuts()) {
        const bool steps = shortcut.command == Command::undo || shortcut.command == Command::redo;
        // A field has an undo of its own while somebody types in it.
        if (is_anywhere(shortcut.group) && (steps ? !typing && pressed(shortcut.command) : pressed_once(shortcut.command))) {
            run_command(scene, shortcut.command);
        }
    }
}

Region beside(Region from, bool back, const Scene &scene) {
    const bool panel = has_panel(scene.state.view) && scene.state.open && scene.scratch.panel.open;
    const int last = static_cast<int>(panel ? Region::panel : Region::main);
    int next = static_cast<int>(from) + (back ? -1 : 1);
    next = next < 1 ? last : next > last ? 1 : next;
    return static_cast<Region>(next);
}

void move_between_regions(Scene &scene) {
    if (pressed(Command::nextRegion)) {
        scene.scratch.focus = beside(scene.scratch.current, false, scene);
    } else if (pressed(Command::previousRegion)) {
        scene.scratch.focus = beside(scene.scratch.current, true, scene);
    }
}

Setting setting_of(const State &state) { return {state.dark(), state.touch, state.forcedColours}; }

/// Frames that Dear ImGui needs by itself: a dialog's shade fades in, a window finds its size.
bool imgui_animates() {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    return (g.DimBgRatio > 0 && g.DimBgRatio < 1) || g.NavMoveSubmitted || g.NavInitRequest;
}

/// When what had the keyboard is gone, Tab would look for it in vain: without a cursor it begins at the first item.
void let_go_of_what_is_gone() {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool onItsWay = g.NavMoveSubmitted || g.NavInitRequest;
    if (!g.NavIdIsAlive && !onItsWay && g.ActiveId == 0) {
        ImGui::SetNavCursorVisible(false);
    }
}

bool edits_text() {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    return g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID;
}

/// What a reload would lose although it is no edit: what stands in the field with the caret or was typed to be added, a reason that
/// is asked for, a workshop that runs.
bool holds_unfinished(const Scratch &scratch) {
    const bool typing = edits_text();
    const bool adding = std::any_of(scratch.drafts.begin(), scratch.drafts.end(),
                                    [](const auto &draft) { return draft.first.starts_with(addedDraft) && !draft.second.text.empty(); });
    return typing || adding || !scratch.panel.accepting.empty() || scratch.engagement.waiting.kind != PlanChange::Kind::none ||
           !scratch.accountBoard.moving.empty() || scratch.workshop.running;
}

/// The design's smallest screen, a projector, brought to the size of this window, which is drawn at the scale `now`.
float scale_of_room(float now) {
    constexpr ImVec2 projector = {1280, 720};
    constexpr float most = 3;
    const ImVec2 units = ImGui::GetIO().DisplaySize;
    return std::min({units.x * now / projector.x, units.y * now / projector.y, most});
}

/// Only a finger on a field brings the bar.
bool has_text_bar(const Scratch &scratch) {
    return scratch.textBar.open || (edits_text() && ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen);
}

void draw_bar_of_text(Scratch &scratch) {
    // A finger near to where another was means a double tap, although it is no mouse.
    ImGuiIO &io = ImGui::GetIO();
    io.MouseDoubleClickMaxDist = io.MouseSource == ImGuiMouseSource_TouchScreen ? 16 : 6;
    if (has_text_bar(scratch)) {
        draw_text_bar(scratch.textBar, scratch.touch);
    } else {
        scratch.textBar.seen = {};
    }
}

} // namespace

bool takes_focus(Scene &scene, Region region) {
    if (scene.scratch.focus != region) {
        return false;
    }
    scene.scratch.focus = Region::none;
    return true;
}

void focus_here() {
    // Dear ImGui drops the request when the item that had the keyboard is drawn later in this frame.
    ImGui::GetCurrentContext()->NavId = 0;
    // Where the arrows came from in another part of the page says nothing about this one.
    ImGui::NavClearPreferredPosForAxis(ImGuiAxis_X);
    ImGui::NavClearPreferredPosForAxis(ImGuiAxis_Y);
    ImGui::SetKeyboardFocusHere();
    ImGui::SetNavCursorVisible(true);
}

void focus_next_item(Scene &scene, Region region) {
    if (takes_focus(scene, region)) {
        focus_here();
    }
}

ArrowsWithin::ArrowsWithin(const Scene &scene, Region region) {
    ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool arrows = g.NavMoveScoringItems && (g.NavMoveFlags & ImGuiNavMoveFlags_IsTabbing) == 0;
    m_withheld = arrows && scene.scratch.held != Region::none && scene.scratch.held != region;
    if (m_withheld) {
        g.NavMoveScoringItems = false;
        g.NavAnyRequest = g.NavInitRequest;
    }
}

ArrowsWithin::~ArrowsWithin() {
    if (m_withheld) {
        ImGuiContext &g = *ImGui::GetCurrentContext();
        g.NavMoveScoringItems = true;
        g.NavAnyRequest = true;
    }
}

Interface::Interface(App &app)
    : m_app(app), m_design(std::make_unique<Design>()), m_keyboard(std::make_unique<Keyboard>()), m_scratch(std::make_unique<Scratch>()) {}
Interface::~Interface() { m_app.copy_accounts_with({}); }

void Interface::started() {
    configure();
    m_keyboard->attach();
    load_fonts(*m_design);
    apply_style(*m_design, setting_of(m_app.state()));
    m_app.copy_accounts_with([this] {
        Scene scene{m_app, m_app.state(), m_app.derived(), *m_scratch, can_edit(m_app.state())};
        return copied_accounts(scene);
    });
}

float Interface::scale() { return m_scale = std::max(m_app.state().scale, m_room); }

/// A narrow page begins with the work alone; what there is to settle is one click away.
void Interface::open_panel_where_it_fits(const Scene &scene) {
    const bool narrow = panel_lies_over();
    if (narrow != m_narrow) {
        m_narrow = narrow;
        scene.scratch.panel.open = !narrow;
    }
}

bool Interface::draw() {
    apply_style(*m_design, setting_of(m_app.state()));
    m_app.begin_drawing();
    const State &state = m_app.state();
    Scene scene{m_app, state, m_app.derived(), *m_scratch, can_edit(state)};
    m_scratch->animates = false;
    start_dragging_frame(scene);
    open_panel_where_it_fits(scene);
    m_room = state.view == View::workshop ? scale_of_room(m_scale) : 0;
    m_keyboard->follow(state.keyBindings);
    semantics::start_frame(m_scratch->semantics, platform::mirror_open() || !m_scratch->hand.parts.empty());
    const bool dialogOpen = !std::holds_alternative<std::monostate>(state.dialog);
    {
        const semantics::Behind behind(dialogOpen);
        if (!dialogOpen) {
            run_page_shortcuts(scene);
            move_between_regions(scene);
        }
        draw_shell(scene);
    }
    draw_dialogs(scene);
    draw_notices(scene);
    draw_drop_target(scene);
    finish_dragging_frame(m_scratch->touch);
    draw_bar_of_text(*m_scratch);
    semantics::finish_frame(m_scratch->semantics);
    go_on_working(scene);
    m_keyboard->listen(std::holds_alternative<dialog::Keys>(state.dialog) && m_scratch->keys.listening.has_value());
    let_go_of_what_is_gone();
    if (const bool unfinished = holds_unfinished(*m_scratch); unfinished != state.unfinished) {
        scene.dispatch(action::NoteUnfinished{unfinished});
    }
    m_app.end_drawing();
    return m_scratch->animates || imgui_animates();
}

platform::Grip Interface::grip(float x, float y) const { return grip_at(m_scratch->touch, {x, y}); }

bool Interface::press(int button, float x, float y) {
    return has_text_bar(*m_scratch) && press_text_bar(m_scratch->textBar, m_scratch->touch, button, {x, y});
}

void Interface::hold(platform::Hold step, float x, float y) { ui::hold(m_scratch->touch, step, {x, y}); }

void Interface::activate(const platform::MirrorActivated &event) { semantics::request(m_scratch->semantics, event.node, event.focusOnly); }

void connect(App &app, Interface &interface) {
    platform::set_receiver([&](platform::Event event) {
        if (const auto *mirrored = std::get_if<platform::MirrorActivated>(&event)) {
            interface.activate(*mirrored);
        } else {
            app.receive(std::move(event));
        }
    });
}

} // namespace fullcourt::ui
