// Draws what Dear ImGui has prepared into pixels, without a graphics card: so that views can be looked at in a test.
#pragma once

#include <string>

#include <imgui.h>

namespace fullcourt::views {

/// The draw data as a PNG file of device pixels.
void write_picture(const ImDrawData &data, ImU32 background, const std::string &path);

} // namespace fullcourt::views
