// The interface: everything a person sees, drawn from the App's state. Known to main and to the view tests.
//
//     Interface interface(app);
//     interface.started();                 // once, when the Dear ImGui context exists
//     app.start();
//     connect(app, interface);
//     …
//     ImGui::NewFrame();
//     const bool animates = interface.draw();
//     ImGui::Render();
#pragma once

#include <memory>

#include "platform/platform.h"

namespace fullcourt {

class App;

namespace ui {

struct Scene;
struct Scratch;
struct Design;
class Keyboard;

class Interface {
  public:
    explicit Interface(App &app);
    Interface(const Interface &) = delete;
    Interface &operator=(const Interface &) = delete;
    ~Interface();

    /// Loads the fonts and sets how Dear ImGui behaves; needs its context.
    void started();
    /// A whole frame between NewFrame() and Render(). True while something animates and wants a further frame.
    bool draw();
    /// How large everything is wanted from the next frame on, 0.5 to 3: what the person chose; in the workshop at least as large as the
    /// design is on a projector, so that a larger screen is read from as far away. Who asks applies it.
    float scale();
    /// What a finger has under it that comes down here, as the newest frame showed it.
    platform::Grip grip(float x, float y) const;
    /// A button goes down here: true where it is for what lies over the page while a finger edits text. All else is Dear ImGui's.
    bool press(int button, float x, float y);
    /// A finger takes hold of what grip() found, moves it, or lets go: the mouse button held down on it.
    void hold(platform::Hold step, float x, float y);
    /// Somebody activated or focused an element of the accessibility mirror.
    void activate(const platform::MirrorActivated &event);

  private:
    void open_panel_where_it_fits(const Scene &scene);

    App &m_app;
    std::unique_ptr<Design> m_design;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<Scratch> m_scratch;
    float m_scale = 1;     ///< that scale() gave last
    bool m_narrow = false; ///< the page has no room for the panel beside the work
    float m_room = 0;      ///< the scale that fills the window in the workshop; 0 elsewhere
};

/// After App::start(): what happens in the mirror goes to the interface, all else to the app.
void connect(App &app, Interface &interface);

} // namespace ui
} // namespace fullcourt
