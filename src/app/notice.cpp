#include "app/notice.h"

#include <algorithm>

namespace fullcourt {
namespace {

constexpr double noticeSeconds = 8;
constexpr std::size_t mostNotices = 4;

void add(State &state, Effects &effects, Notice notice) {
    const auto same = [&](const Notice &other) { return other.text == notice.text; };
    state.notices.erase(std::remove_if(state.notices.begin(), state.notices.end(), same), state.notices.end());
    notice.id = state.nextId++;
    effects.emplace_back(effect::Announce{notice.text, notice.severity == Severity::error});
    if (!notice.stays) {
        effects.emplace_back(effect::StartTimer{Timer::notices, noticeSeconds});
    }
    state.notices.push_back(std::move(notice));
    if (state.notices.size() > mostNotices) {
        state.notices.erase(state.notices.begin());
    }
}

} // namespace

void tell(State &state, Effects &effects, const std::string &text) { add(state, effects, {0, Severity::note, text, "", {}, false, ""}); }

void tell(State &state, Effects &effects, const std::string &text, const std::string &button, Action action) {
    add(state, effects, {0, Severity::note, text, button, {std::move(action)}, false, ""});
}

void offer(State &state, Effects &effects, const std::string &text, const std::string &button, Action action, const std::string &later) {
    add(state, effects, {0, Severity::note, text, button, {std::move(action)}, true, later});
}

void warn(State &state, Effects &effects, const std::string &text) { add(state, effects, {0, Severity::error, text, "", {}, true, ""}); }

} // namespace fullcourt
