#include "app/links.h"

#include <utility>

#include "app/incoming.h"
#include "app/notice.h"
#include "app/sharing.h"
#include "base/text.h"
#include "io/link.h"

namespace fullcourt {
namespace {

void put_link(dialog::Share &share, const Plan &plan, const Envelope &envelope) {
    Result<std::string> link = write_link(plan, envelope);
    share.link = link ? *link : std::string();
    share.error = link ? std::string() : link.error().message;
}

} // namespace

void show_share(State &state, Effects &effects, const Context &context) {
    if (!state.open) {
        return;
    }
    // What goes out is known again when it comes back changed.
    const Envelope envelope = share_envelope(state, effects, context);
    const OpenPlan &open = *state.open;
    dialog::Share share;
    put_link(share, open.plan(), envelope);
    share.accounts = accounts_left_by_link(open.plan());
    share.contacts = open.plan().contacts->contacts.size();
    state.dialog = std::move(share);
}

std::string sane_author(const std::string &name) {
    constexpr std::size_t longest = 80;
    return std::string(trimmed(on_one_line(truncated(name, longest))));
}

void name_author(State &state, Effects &effects, const std::string &name, const Context &context) {
    state.author = sane_author(name);
    effects.emplace_back(effect::SetPreference{"author", state.author});
    auto *const share = std::get_if<dialog::Share>(&state.dialog);
    if (share == nullptr || !state.open) {
        return;
    }
    Envelope &envelope = state.open->envelope;
    envelope.author = state.author;
    Envelope shared = envelope;
    shared.savedAt = context.now;
    put_link(*share, state.open->plan(), shared);
}

void open_link(State &state, Effects &effects, const std::string &text, const Context &context) {
    Result<std::string> bytes = read_link(text);
    if (!bytes) {
        warn(state, effects, bytes.error().message + " Nothing here was changed.");
        return;
    }
    receive(state, effects, {Shared(*std::move(bytes)), "the link", CopyOrigin::link, 0}, context);
}

} // namespace fullcourt
