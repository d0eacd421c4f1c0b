// Characters that the page's own fonts lack, such as Chinese, Japanese and Korean ones and emoji: drawn by the platform, in the
// fonts of the machine, when they are first needed.
#pragma once

#include <imgui.h>

namespace fullcourt::ui {

/// Behind the font added last.
void add_system_glyphs(bool semibold);

} // namespace fullcourt::ui
