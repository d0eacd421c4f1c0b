// A whole page without a browser: App, interface and null platform, drawn by Dear ImGui into nothing.
//
//     Page page;                                     // the reference example, as on a first visit
//     page.click("gridcell", "Close, AE: …");
//     page.type("r");
//     CHECK(page.find("gridcell", "…").value == "R");
//
// Widgets are found by role and name, as a screen reader finds them. A name ending in "*" matches by its beginning.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/app.h"
#include "platform/null/null_platform.h"
#include "ui/ui.h"

namespace fullcourt::views {

struct PageOptions {
    float width = 1280;
    float height = 720;
    float density = 1; ///< device pixels of a unit
    bool dark = false;
    bool apple = false;
    bool touch = false;                     ///< the first pointer is a finger
    std::string templateName = "reference"; ///< "": what a first visit shows
    bool storage = true;
    std::optional<platform::CarriedPlan> carried = {}; ///< the plan that the page brings along, as one that was saved as a file does
};

/// One of the ways in which every picture is taken: on a projector or a large screen, light or dark.
struct PictureVariant {
    std::string suffix; ///< what its pictures' names end in
    PageOptions options;
};

/// Both screens, light and dark, where pictures are written, and more sizes where the environment has FULLCOURT_EVERY_SCREEN; else a
/// projector, since the others differ in nothing but what one sees.
std::vector<PictureVariant> picture_variants();

class Page {
  public:
    explicit Page(const PageOptions &options = {});
    Page(const Page &) = delete;
    Page &operator=(const Page &) = delete;
    ~Page();

    /// Draws frames until nothing waits and nothing moves; how many it took. Fails past 200.
    int settle();
    /// One frame; whether the interface wants another.
    bool frame();

    const platform::MirrorNode *search(std::string_view role, std::string_view name) const;
    /// Fails the test where there is none.
    const platform::MirrorNode &find(std::string_view role, std::string_view name) const;
    bool shows(std::string_view role, std::string_view name) const { return search(role, name) != nullptr; }
    std::size_t count(std::string_view role) const;
    /// Whether something is named with these parts, in this order.
    bool says(std::initializer_list<std::string_view> parts) const;

    /// Scrolls to it first where it is out of sight, as a person would.
    void click(std::string_view role, std::string_view name, int button = 0);
    void scroll_to(std::string_view role, std::string_view name);
    void click_at(const ImVec2 &at, int button = 0);
    void double_click(std::string_view role, std::string_view name);
    void drag(const ImVec2 &from, const ImVec2 &to);
    /// The same, but Escape is pressed before the button is let go.
    void drag_and_escape(const ImVec2 &from, const ImVec2 &to);
    void hover(const ImVec2 &at);

    // A finger, as web/pointer.js tells the page of it.
    void tap(const ImVec2 &at);
    /// On what a field shows at this place, which has the caret already or gets it by the first of both.
    void tap_twice(const ImVec2 &at);
    /// Held still until what is under it is lifted. Fails where nothing can be.
    void lift(const ImVec2 &at);
    bool finger_finds_nothing(const ImVec2 &at) const { return m_interface->grip(at.x, at.y) == platform::Grip::none; }
    void carry_to(const ImVec2 &to);
    /// Where it was not carried anywhere, its menu opens.
    void put_down();
    /// By a second finger, or by something that the system shows.
    void call_back();
    /// Moved at once: what has a handle there comes along, else the page scrolls.
    void swipe(const ImVec2 &from, const ImVec2 &to);

    /// A chord as Dear ImGui writes it: ImGuiMod_Ctrl | ImGuiKey_Z.
    void press(ImGuiKeyChord chord);
    /// Characters, each in a frame of its own.
    void type(std::string_view text);
    /// What the browser's paste event does: into the field that has the caret, else to the app.
    void paste(const std::string &text);

    /// The cell of the activity and role of these names (as shown in full): what it holds.
    std::string letters(const std::string &activity, const std::string &role) const;
    const platform::MirrorNode &cell(const std::string &activity, const std::string &role) const;
    void click_cell(const std::string &activity, const std::string &role) { click_node(cell(activity, role)); }
    void click_node(const platform::MirrorNode &node, int button = 0);

    const State &state() const { return app().state(); }
    const Plan &plan() const { return app().state().open->plan(); }
    App &app() const { return *m_app; }
    void dispatch(Action action) { m_app->dispatch(std::move(action)); }

    /// What a browser does when the page is closed and opened again: what it keeps is there, all else is new.
    void reload();

    /// Writes what is drawn as DIRECTORY/NAME.png, where the environment's FULLCOURT_PICTURES names a directory.
    void picture(const std::string &name);
    int vertices() const;

  private:
    void start();
    void take_textures();
    /// With the button down until release_mouse().
    void carry_by_mouse(const ImVec2 &from, const ImVec2 &to);
    void release_mouse();
    void press_twice(const ImVec2 &at);
    /// To the field that asked for it, as the window of the browser does it.
    void give_clipboard();
    /// What can be clicked: an open menu, or the page without its edges.
    ImRect sight_of(std::string_view role) const;

    /// As the window of the browser does it.
    void follow_scale();

    ImGuiContext *m_context = nullptr;
    ImVec2 m_window; ///< its size at the scale 1
    float m_density = 1;
    ImVec2 m_finger;  ///< where it came down, and has stayed …
    ImVec2 m_carried; ///< … or was carried to
    std::unique_ptr<App> m_app;
    std::unique_ptr<ui::Interface> m_interface;
};

inline ImVec2 centre(const platform::MirrorNode &node) { return {node.x + node.width / 2, node.y + node.height / 2}; }

/// Opens or hides the panel beside the view, where there is one and it is not so already.
void show_panel(Page &page, bool shown);

/// The page with the sample accounts in the open plan: 8 account executives, 2 account marketers.
void try_sample(Page &page);
/// As somebody who has read them: they go by themselves after some seconds.
void let_notices_go(Page &page);

/// In the engagement plans: the account gets the plays that the templates of its tier hold.
void plan_from_templates(Page &page, std::string_view account);
/// In the engagement plans: "Done", as a person sets it.
void set_play_status(Page &page, std::string_view play, std::string_view status);

/// As a person's edit changes it.
void change_plan(Page &page, const PlanEdit &edit);

/// A plan of this many activities and roles with letters all over.
Plan large_plan(int activities, int roles);

} // namespace fullcourt::views
