// Names typed within the grid: renaming in place, and rows and columns that exist once they have a name.
#include <algorithm>

#include "base/text.h"
#include "edit/gestures.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float smallestField = 176;

bool is_blank(const std::string &text) { return trimmed(text).empty(); }

/// The head shows the short name where there is one, so that is what is edited there.
PlanEdit renamed_head(const Scene &scene, const RoleId &id, const std::string &text) {
    const Role *role = find(scene.plan().organisation->roles, id);
    if (role == nullptr) {
        return {};
    }
    Role changed = *role;
    (role->shortName.empty() ? changed.name : changed.shortName) = text;
    return change_role(scene.plan(), id, changed);
}

void commit_naming(Scene &scene, const NameEdit &naming) {
    const GridPlace &place = naming.place;
    if (!place.activity.empty()) {
        scene.edit(rename_activity(scene.plan(), place.activity, naming.text));
    } else if (!place.role.empty()) {
        scene.edit(renamed_head(scene, place.role, naming.text));
    } else {
        scene.edit(rename_phase(scene.plan(), place.phase, naming.text));
    }
}

std::string naming_label(const GridPlace &place) {
    return !place.activity.empty() ? "Name of the activity" : !place.role.empty() ? "Name of the role" : "Name of the phase";
}

ImRect field_box(const GridFrame &frame, const GridPlace &place) {
    const GridIndex index = index_of(frame.layout, place);
    if (!index.anywhere()) {
        return {};
    }
    ImRect box = frame.cell_box(index.row, index.column);
    const float height = controlHeight;
    box.Min.y = std::max(box.GetCenter().y - height / 2, frame.view.Min.y);
    if (index.row == -1) {
        const float spare = std::max(0.0F, smallestField - box.GetWidth()) / 2;
        box.Min.x =
            std::clamp(box.Min.x - spare, frame.view.Min.x + 4, std::max(frame.view.Min.x + 4, frame.view.Max.x - smallestField - 4));
        box.Max.x = std::max(box.Max.x + spare, box.Min.x + smallestField);
    } else {
        box.Min.x += 4;
        box.Max.x -= 4;
    }
    return box;
}

void after_naming(Scene &scene, GridFrame &frame, const NameEdit &naming, const FieldEvent &event) {
    if (event.entered && !naming.place.activity.empty()) {
        const GridIndex index = index_of(frame.layout, naming.place);
        for (int row = index.row + 1; row < frame.row_count(); ++row) {
            if (frame.is_activity(row)) {
                select(scene, place_of(frame.layout, {row, -1}));
                break;
            }
        }
    }
    if (event.entered || event.cancelled) {
        scene.scratch.focus = Region::main;
    }
}

void draw_naming(GridFrame &frame) {
    GridScratch &scratch = frame.scratch();
    NameEdit &naming = *scratch.naming;
    const ImRect box = field_box(frame, naming.place);
    if (box.GetWidth() <= 0) {
        // What was made in this very frame stands in the grid from the next on.
        if (++naming.waited > 3) {
            scratch.naming.reset();
        }
        return;
    }
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, {box.Max.x, box.Min.y + controlHeight}, palette().surface, rounding);
    const bool first = !naming.started;
    naming.started = true;
    const FieldEvent event = text_field("##naming", naming_label(naming.place), naming.text,
                                        {.width = box.GetWidth(), .size = type::small + 1, .takeFocus = first});
    const bool tabbed = event.active && ImGui::IsKeyPressed(ImGuiKey_Tab, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    if (event.left || event.cancelled || tabbed) {
        const NameEdit done = naming;
        scratch.naming.reset();
        if (!event.cancelled) {
            commit_naming(frame.scene, done);
        }
        if (tabbed) {
            frame.scene.scratch.focus = Region::main;
        }
        after_naming(frame.scene, frame, done, event);
    }
}

/// Adds what was typed; the made activity or role.
void commit_adding(Scene &scene, Adding &adding) {
    if (is_blank(adding.text)) {
        return;
    }
    if (adding.role) {
        RoleId made;
        scene.edit(add_role(scene.plan(), adding.text, adding.afterRole, scene.app.bits(), &made));
        scene.dispatch(action::Select{{{{}, {}, made}, {{}, {}, made}}});
        adding.afterRole = made;
    } else {
        ActivityId made;
        scene.edit(add_activity(scene.plan(), adding.text, adding.phase, adding.after, scene.app.bits(), &made));
        scene.dispatch(action::Select{{{{}, made, {}}, {{}, made, {}}}});
        adding.after = made;
    }
}

void draw_adding_field(GridFrame &frame, const ImRect &box) {
    GridScratch &scratch = frame.scratch();
    Adding &adding = *scratch.adding;
    ImGui::SetCursorScreenPos(box.Min);
    const bool first = !adding.started;
    adding.started = true;
    const char *hint = adding.role ? "Name of the role" : "Name of the activity";
    const FieldEvent event = text_field("##adding", adding.role ? "Name of the new role" : "Name of the new activity", adding.text,
                                        {.hint = hint, .width = box.GetWidth(), .size = type::small + 1, .takeFocus = first});
    if (!event.entered && !event.left && !event.cancelled) {
        return;
    }
    const bool goesOn = event.entered && !is_blank(adding.text);
    if (!event.cancelled) {
        commit_adding(frame.scene, adding);
    }
    if (goesOn) {
        // The next one right away: a room names its activities one after another.
        adding.text.clear();
        adding.started = false;
        platform::wake();
        return;
    }
    scratch.adding.reset();
    if (event.entered || event.cancelled) {
        frame.scene.scratch.focus = Region::main;
    }
}

void draw_adding(GridFrame &frame) {
    const Adding &adding = *frame.scratch().adding;
    if (adding.role) {
        for (int column = 0; column < frame.column_count(); ++column) {
            if (frame.column(column).role.empty()) {
                const ImRect head = frame.cell_box(-1, column);
                const ImVec2 at(head.Min.x + 4, head.GetCenter().y - controlHeight / 2);
                draw_adding_field(frame, {at, {head.Max.x - 4, at.y + controlHeight}});
                return;
            }
        }
    }
    for (int row = 0; row < frame.row_count(); ++row) {
        if (frame.row(row).kind == RowKind::adding) {
            const ImRect name = frame.cell_box(row, -1);
            draw_adding_field(frame, {{name.Min.x + 4, name.Min.y + 2}, {name.Max.x - 4, name.Max.y - 2}});
            return;
        }
    }
}

/// Where less than half of the button shows, that is a speck of its icon: then none of it does.
ImRect sight_of_foot(const GridFrame &frame, float middle) {
    return middle < frame.view.Max.y ? frame.view : ImRect(frame.view.Max, frame.view.Max);
}

void draw_foot(GridFrame &frame) {
    const ImRect box = frame.cell_box(frame.row_count() - 1, -1);
    if (box.Min.y < frame.view.Min.y + frame.layout.headHeight - 4 || !frame.scene.editable) {
        return;
    }
    ImGui::SetCursorScreenPos({box.Min.x + 6, box.Min.y + 4});
    const ImRect sight = sight_of_foot(frame, box.Min.y + 4 + controlHeight / 2);
    ImGui::PushClipRect(sight.Min, sight.Max, true);
    const bool clicked =
        button("##add-activity", "Add activity", {.icon = icon::plus, .look = Look::quiet, .shortcut = key_text(Command::addActivity)});
    ImGui::PopClipRect();
    if (clicked) {
        select(frame.scene, {});
        start_adding_activity(frame.scene);
        if (frame.scratch().adding) {
            frame.scratch().adding->after = {};
            frame.scratch().adding->phase = frame.scene.derived.lines.empty() ? PhaseId() : frame.scene.derived.lines.back().phase;
        }
    }
}

void draw_add_role(GridFrame &frame) {
    const float x = frame.origin.x + frame.layout.countsX;
    if (!frame.scene.editable || x < frame.view.Min.x + frame.layout.nameWidth) {
        return;
    }
    ImGui::SetCursorScreenPos({x + 6, frame.view.Min.y + 18});
    if (button("##add-role", "Role",
               {.icon = icon::plus,
                .look = Look::quiet,
                .tooltip = "Add a role as the last column",
                .shortcut = key_text(Command::addRole),
                .description = "Add a role"})) {
        start_adding_role(frame.scene);
        if (frame.scratch().adding) {
            frame.scratch().adding->afterRole = {};
        }
    }
}

} // namespace

void draw_fields(GridFrame &frame) {
    ImGui::PushClipRect({frame.view.Min.x, frame.view.Min.y + frame.layout.headHeight}, frame.view.Max, true);
    draw_foot(frame);
    ImGui::PopClipRect();
    ImGui::PushClipRect({frame.view.Min.x + frame.layout.nameWidth, frame.view.Min.y}, frame.view.Max, true);
    draw_add_role(frame);
    ImGui::PopClipRect();
    if (frame.scratch().naming) {
        draw_naming(frame);
    }
    if (frame.scratch().adding) {
        draw_adding(frame);
    }
}

} // namespace fullcourt::ui
