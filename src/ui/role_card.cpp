#include "ui/role_card.h"

#include "analysis/agenda.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {

void draw_role_card(Scene &scene, const RoleId &id) {
    caption("On one card", "What the role does, decides, gives input to and hears about.");
    const std::string text = role_card_text(scene.plan(), id);
    paragraph(text, {.size = type::small, .colour = palette().muted}, panelRoom);
    gap(6);
    ImGui::SetCursorPosX(panelInset - 8);
    if (button("##copy-card", "Copy the card", {.icon = icon::copy, .look = Look::quiet})) {
        platform::copy_text(text);
        platform::announce("The card is on the clipboard.", false);
    }
    ImGui::SameLine(0, 4);
    if (button("##save-card", "Save it", {.icon = icon::download, .look = Look::quiet, .tooltip = "As a page to print, or for a wiki"})) {
        scene.dispatch(action::ShowExport{id});
    }
}

} // namespace fullcourt::ui
