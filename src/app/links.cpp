#include "app/links.h"

#include <utility>

#include "app/incoming.h"
#include "app/notice.h"
#include "app/sharing.h"
#include "io/link.h"

namespace fullcourt {

void show_share(State &state, Effects &effects, const Context &context) {
    if (!state.open) {
        return;
    }
    // What goes out is known again when it comes back changed.
    const Envelope envelope = share_envelope(state, effects, context);
    const OpenPlan &open = *state.open;
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
    receive(state, effects, {*std::move(bytes), "the link", CopyOrigin::link, 0}, context);
}

} // namespace fullcourt
