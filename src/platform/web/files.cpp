// Plan files: see web/files.js.
#include "platform/web/border.h"

namespace fullcourt::platform {

void pick_file(const std::string &accept) { platform_pick_file(accept); }

// NOLINTNEXTLINE(performance-unnecessary-value-param): JavaScript copies the bytes before the call returns.
void save_file(std::uint32_t handle, const std::string &name, const std::string &mediaType, std::string bytes, bool saveAs) {
    platform_save_file(handle, name, mediaType, bytes, saveAs ? 1 : 0);
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): as above
void save_picture(const std::string &name, std::string svg, int width, int height) { platform_save_picture(name, svg, width, height); }

} // namespace fullcourt::platform
