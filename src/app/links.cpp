#include "app/links.h"

#include <utility>

#include "app/incoming.h"
#include "app/notice.h"
#include "io/link.h"

namespace fullcourt {

void show_share(State &state, Effects &, const Context &context) {
    if (!state.open) {
        return;
    }
    const OpenPlan &open = *state.open;
    Envelope envelope = open.envelope;
    envelope.plan = open.id;
    envelope.savedAt = context.now;
    dialog::Share share;
    if (Result<std::string> link = write_link(open.plan(), envelope)) {
        share.link = *std::move(link);
    } else {
        share.error = link.error().message;
    }
    share.accounts = accounts_left_by_link(open.plan());
    share.contacts = open.plan().contacts->contacts.size();
    state.dialog = std::move(share);
}

void open_waiting_link(State &state, Effects &effects, const Context &context) {
    if (state.waitingLink.empty()) {
        return;
    }
    const std::string text = std::exchange(state.waitingLink, {});
    Result<std::string> bytes = read_link(text);
    if (!bytes) {
        warn(state, effects, bytes.error().message + " Nothing here was changed.");
        return;
    }
    on_file_opened(state, effects, {0, "the link", *std::move(bytes)}, context);
}

} // namespace fullcourt
