#include "ui/field_undo.h"

// Dear ImGui says what its fields remember in no other header, and includes it so.
namespace ImStb {
#include <imstb_textedit.h>
}

namespace fullcourt::ui {

void join_paste(ImGuiInputTextState &field) {
    auto &undo = field.Stb->undostate;
    if (undo.undo_point < 2) {
        return;
    }
    auto &taken = undo.undo_rec[undo.undo_point - 2];
    const auto &put = undo.undo_rec[undo.undo_point - 1];
    if (taken.where == put.where && taken.delete_length == 0 && put.insert_length == 0) {
        taken.delete_length = put.delete_length;
        --undo.undo_point;
    }
}

} // namespace fullcourt::ui
