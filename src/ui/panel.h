// The panel beside a view: what there is to settle there, and the details of what is chosen.
#pragma once

#include <functional>
#include <string>

#include "ui/scene.h"

namespace fullcourt::ui {

inline constexpr float panelWidth = 320;
inline constexpr float panelInset = 16;
/// What the details of a chosen thing have beside a scroll bar: as far as fields reach (field_width).
inline constexpr float panelRoom = panelWidth - 2 * panelInset - 2;

struct PanelContents {
    std::string name; ///< "Beside the grid"
    PlanSection section = PlanSection::grid;
    std::function<void(Scene &)> details;
};
/// At the right of the view that has this box.
void draw_panel(Scene &scene, const ImRect &view, const PanelContents &contents);
/// What a view leaves to the panel; 0 where it is hidden or lies over the view.
float room_of_panel(const Scene &scene);
/// Where the panel is hidden: a button that shows it, in the head bar.
void draw_panel_switch(Scene &scene, const ImVec2 &topRight);
float panel_switch_width(const Scene &scene);

/// What there is to settle in the shown view, as a list grouped by severity; the section says whether anything is begun there.
void draw_findings(Scene &scene, PlanSection section);
/// One of them, with its reasons and fixes when it is open. `width` is the list's.
void draw_finding(Scene &scene, const Finding &finding, float width);

/// Where a finding of this gravity stands: "Needs a decision".
std::string severity_title(Severity severity);
const char *severity_icon(Severity severity);

} // namespace fullcourt::ui
