// The page around the canvas, and what is left of the program when it failed.
#include <utility>

#include <emscripten/emscripten.h>

#include "platform/web/border.h"

namespace fullcourt::platform {
namespace {

std::function<std::string()> &rescue_source() {
    static std::function<std::string()> source;
    return source;
}

} // namespace

std::string preference(const std::string &name) {
    platform_read_preference(name);
    return take_result();
}

void set_preference(const std::string &name, const std::string &value) { platform_write_preference(name, value); }

std::string page_address() {
    platform_page_address();
    return take_result();
}

void describe_page() { platform_describe_page(); }
void show_licences() { platform_show_licences(); }

bool opened_from_disk() { return platform_from_disk() != 0; }
bool apple_keyboard() { return platform_apple_keyboard() != 0; }
bool coarse_pointer() { return platform_coarse_pointer() != 0; }
bool system_theme_dark() { return platform_dark() != 0; }
void set_title(const std::string &title) { platform_set_title(title); }
void set_unsaved(bool unsaved) { platform_set_unsaved(unsaved ? 1 : 0); }
void set_rescue_source(std::function<std::string()> source) { rescue_source() = std::move(source); }
void use_update() { platform_use_update(); }
void fatal(const std::string &sentence) { platform_fatal(sentence); }

extern "C" {

/// The address of the rescued text, or null. Called by the error page when the program has already failed.
EMSCRIPTEN_KEEPALIVE const Text *fullcourt_rescue() {
    static std::string bytes;
    static Text text("");
    if (!rescue_source()) {
        return nullptr;
    }
    bytes = rescue_source()();
    text = Text(bytes);
    return &text;
}
}

} // namespace fullcourt::platform
