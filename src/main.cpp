// The page: the app, its interface and the browser's window, put together.
#include "app/app.h"
#include "platform/window.h"
#include "ui/ui.h"

namespace {

struct Page {
    fullcourt::App app;
    fullcourt::ui::Interface interface{app};
    float scale = 1;

    void start() {
        interface.started();
        app.start();
        fullcourt::ui::connect(app, interface);
        follow_scale();
    }
    bool draw() {
        const bool animates = interface.draw();
        follow_scale();
        return animates;
    }
    void follow_scale() {
        if (const float wanted = interface.scale(); wanted != scale) {
            scale = wanted;
            fullcourt::platform::set_interface_scale(scale);
        }
    }
};

Page &page() {
    static Page instance;
    return instance;
}

} // namespace

int main() {
    fullcourt::platform::open_window({
        .started = [] { page().start(); },
        .prepare = [] { return page().app.prepare_frame(); },
        .frame = [] { return page().draw(); },
        .scaleChanged = [](float) {},
        .grip = [](float x, float y) { return page().interface.grip(x, y); },
        .press = [](int button, float x, float y) { return page().interface.press(button, x, y); },
        .hold = [](fullcourt::platform::Hold step, float x, float y) { page().interface.hold(step, x, y); },
    });
    return 0;
}
