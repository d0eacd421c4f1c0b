#include "app/web_page.h"

#include <algorithm>
#include <string_view>

#include "app/incoming.h"
#include "app/library.h"
#include "app/notice.h"
#include "app/sharing.h"
#include "base/text.h"
#include "io/write.h"

namespace fullcourt {
namespace {

constexpr const char *thisPage = "This page";

/// Deleted ones too, which come back: nothing is written over what can still be brought back.
bool is_kept(State &state, Effects &effects, const PlanId &plan) {
    const auto row = std::find_if(state.library.begin(), state.library.end(), [&](const auto &r) { return r.plan == plan.text; });
    if (row == state.library.end()) {
        return false;
    }
    if (!row->deletedAt.empty()) {
        row->deletedAt.clear();
        effects.emplace_back(effect::PutIndex{*row});
    }
    return true;
}

/// What is edited from here on descends from what the page brought along, so that the next start can tell.
void note_descent(Envelope &envelope) {
    if (envelope.revision.empty()) {
        return;
    }
    std::erase(envelope.ancestry, envelope.revision);
    envelope.ancestry.insert(envelope.ancestry.begin(), envelope.revision);
    envelope.ancestry.resize(std::min(envelope.ancestry.size(), longestAncestry));
}

bool goes_on_from(const Envelope &kept, const std::string &revision) {
    return kept.revision == revision || std::find(kept.ancestry.begin(), kept.ancestry.end(), revision) != kept.ancestry.end();
}

} // namespace

void save_as_web_page(State &state, Effects &effects, const action::SaveAsWebPage &action, const Context &context) {
    if (!state.open) {
        return;
    }
    const Envelope envelope = share_envelope(state, effects, context);
    const Plan &plan = state.open->plan();
    std::string name = file_name(plan);
    name.resize(name.size() - std::string_view(".fullcourt.json").size());
    effects.emplace_back(effect::SaveWebPage{name + ".html", on_one_line(truncated(plan.about->title, 200)) + " – Fullcourt",
                                             write_plan(plan, envelope), action.readOnly});
}

bool open_carried(State &state, Effects &effects, const Context &context) {
    if (!state.carried) {
        return false;
    }
    const bool readOnly = state.carried->readOnly;
    Result<Restored> restored = restore(state.carried->bytes);
    if (!restored) {
        state.carried.reset();
        warn(state, effects, "The plan in this page could not be read: " + restored.error().message);
        return false;
    }
    PlanId id = restored->envelope.plan.empty() ? new_plan_id(context) : restored->envelope.plan;
    if (!readOnly && is_kept(state, effects, id)) {
        open_from_library(state, effects, {std::move(id), Pending::Purpose::carried, false, "", std::nullopt, std::move(*restored)},
                          context);
        return true;
    }
    state.carried.reset();
    note_descent(restored->envelope);
    show_plan(state, effects, std::move(restored->plan), std::move(restored->envelope), std::move(id), context);
    state.open->repairs = std::move(restored->report);
    state.open->carried = !readOnly;
    state.open->forReading = readOnly;
    if (!state.open->repairs.empty()) {
        tell(state, effects, "Some of the plan in this page had to be mended.", "Show what", action::ShowRepairs{});
    }
    return true;
}

void compare_carried(State &state, Effects &effects, const Restored &carried, const Context &context) {
    state.carried.reset();
    if (!goes_on_from(state.open->envelope, carried.envelope.revision)) {
        on_file_opened(state, effects, {0, thisPage, write_plan(carried.plan, carried.envelope)}, context);
    } else if (state.open->envelope.revision != carried.envelope.revision) {
        tell(state, effects, "You went on with this page's plan in this browser: what you see is newer than the file.",
             "Save as a web page", action::SaveAsWebPage{});
    }
}

} // namespace fullcourt
