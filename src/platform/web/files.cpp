// Plan files and pages: see web/files.js, web/recent_files.js and web/web_page.js.
#include "platform/web/border.h"

namespace fullcourt::platform {

void pick_file(const std::string &accept) { platform_pick_file(accept); }

// NOLINTNEXTLINE(performance-unnecessary-value-param): JavaScript copies the bytes before the call returns.
void save_file(std::uint32_t handle, const std::string &name, const std::string &mediaType, std::string bytes, bool saveAs) {
    platform_save_file(handle, name, mediaType, bytes, saveAs ? 1 : 0);
}

void save_web_page(const std::string &name, const std::string &title, const std::string &plan, bool readOnly) {
    platform_save_web_page(name, title, plan, readOnly ? 1 : 0);
}

std::optional<CarriedPlan> carried_plan() {
    const int how = platform_read_carried();
    if (how < 0) {
        return std::nullopt;
    }
    return CarriedPlan{take_result(), how == 1};
}

void remember_file(std::uint32_t handle, const std::string &name) { platform_remember_file(handle, name); }
void list_recent_files() { platform_list_recent_files(); }
void open_recent_file(std::uint64_t key) { platform_open_recent_file(static_cast<double>(key)); }
void forget_recent_file(std::uint64_t key) { platform_forget_recent_file(static_cast<double>(key)); }

// NOLINTNEXTLINE(performance-unnecessary-value-param): as above
void save_picture(const std::string &name, std::string svg, int width, int height) { platform_save_picture(name, svg, width, height); }

} // namespace fullcourt::platform
