#include "app/long_work.h"

#include "app/export_work.h"
#include "app/incoming.h"
#include "app/library.h"
#include "app/target_accounts.h"
#include "base/overloaded.h"

namespace fullcourt {

bool is_working(const State &state) {
    return !state.reading.empty() || std::visit(Overloaded{
                                                    [](const dialog::Receiving &) { return true; },
                                                    [&](const dialog::Saving &) { return state.open.has_value(); },
                                                    [](const dialog::Incoming &incoming) { return comparing_part(incoming).has_value(); },
                                                    [](const dialog::AccountImport &import) { return import.work != nullptr; },
                                                    [](const dialog::Revisions &revisions) { return revisions.reading != nullptr; },
                                                    [](const dialog::Export &shown) { return shown.work != nullptr; },
                                                    [](const auto &) { return false; },
                                                },
                                                state.dialog);
}

void continue_work(State &state, Effects &effects, const Context &context) {
    if (!state.reading.empty()) {
        continue_reading_stored(state, effects, context);
    } else if (std::holds_alternative<dialog::Saving>(state.dialog)) {
        continue_saving(state, effects, context);
    } else if (std::holds_alternative<dialog::AccountImport>(state.dialog)) {
        continue_import(state);
    } else if (std::holds_alternative<dialog::Export>(state.dialog)) {
        continue_export(state, effects);
    } else if (std::holds_alternative<dialog::Revisions>(state.dialog)) {
        continue_reading(state);
    } else {
        continue_receiving(state, effects, context);
    }
}

} // namespace fullcourt
