// The undo of a text field while somebody types in it, which is Dear ImGui's.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace fullcourt::ui {

/// For a field that was just pasted into where something in it was selected: Dear ImGui keeps what it took out and what it put in as two
/// steps of the field's undo, and a person means one.
void join_paste(ImGuiInputTextState &field);

} // namespace fullcourt::ui
