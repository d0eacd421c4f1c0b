#include "app/library.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/account_list_text.h"
#include "app/incoming.h"
#include "app/notice.h"
#include "app/persistence.h"
#include "app/sharing.h"
#include "app/web_page.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "io/merge.h"
#include "io/templates.h"
#include "io/write.h"

namespace fullcourt {
namespace {

/// What starts from a template bears its name.
std::string copied_title(const PlanId &from, const std::string &title) { return is_template(from) ? title : "Copy of " + title; }

platform::IndexRow *row_of(State &state, const PlanId &plan) {
    const auto row = std::find_if(state.library.begin(), state.library.end(), [&](const auto &r) { return r.plan == plan.text; });
    return row == state.library.end() ? nullptr : &*row;
}

void put_row(State &state, Effects &effects, const platform::IndexRow &row) {
    if (platform::IndexRow *mine = row_of(state, PlanId(row.plan))) {
        *mine = row;
    } else {
        state.library.push_back(row);
    }
    effects.emplace_back(effect::PutIndex{row});
}

void keep_for_good(Effects &effects, const PlanId &id, const Plan &plan, const Envelope &envelope, const char *reason,
                   const Context &context) {
    std::string file = write_plan(plan, envelope);
    platform::RevisionRow row{0, id.text, envelope.revision, context.now, reason, true, file.size()};
    effects.emplace_back(effect::KeepRevision{std::move(row), {std::move(file), {}, {}}});
}

/// Everything that could not become part of the plan is put where it can be found again, before anything is written.
void keep_leftovers(State &state, Effects &effects, const PlanId &id, const Opened &opened, const Context &context) {
    for (const Unreadable &unreadable : opened.unreadable) {
        effects.emplace_back(effect::SetAside{id.text, unreadable.why, unreadable.bytes});
        state.setAside = true;
    }
    for (const Branch &branch : opened.branches) {
        keep_for_good(effects, id, branch.fork, branch.forkEnvelope, forkReason, context);
        Envelope envelope = branch.envelope;
        remember_shared(envelope, branch.forkEnvelope.revision);
        keep_for_good(effects, id, branch.plan, envelope, branchReason, context);
    }
    if (!opened.branches.empty() && !opened.sentences.empty()) {
        const Branch &branch = opened.branches.front();
        Envelope envelope = branch.envelope;
        remember_shared(envelope, branch.forkEnvelope.revision);
        tell(state, effects, listed(opened.sentences), "Compare and merge",
             action::Receive{{Shared(write_plan(branch.plan, envelope)), "the other tab's changes", CopyOrigin::revision, 0}});
        return;
    }
    for (const std::string &sentence : opened.sentences) {
        warn(state, effects, sentence);
    }
}

OpenPlan make_open(const PlanId &id, Opened opened, bool writable) {
    OpenPlan open;
    open.id = id;
    open.envelope = std::move(opened.envelope);
    open.history = begin_history(std::move(opened.plan));
    open.repairs = std::move(opened.repairs);
    Persistence &at = open.persistence;
    at.writable = writable;
    at.sequence = opened.sequence;
    at.journalled = opened.sequence;
    at.stored = opened.slotSequence;
    at.unjournalled = writable ? opened.unjournalled : 0;
    at.nextSlot = opened.usedSlot == 'A' ? 'B' : 'A';
    at.parts = std::move(opened.parts);
    return open;
}

void finish_purpose(State &state, Effects &effects, Pending pending, const Context &context) {
    if (pending.purpose == Pending::Purpose::carried && pending.carried) {
        compare_carried(state, effects, *pending.carried, context);
        return;
    }
    if (pending.purpose == Pending::Purpose::rename) {
        Plan next = state.open->plan();
        apply(next, rename_plan(pending.title));
        edit_plan(state, effects, std::move(next), "Rename the plan", 0, context);
    } else if (pending.purpose == Pending::Purpose::take && pending.incoming) {
        take_incoming(state, effects, *std::move(pending.incoming), context);
    } else if (pending.purpose == Pending::Purpose::replace && pending.incoming) {
        replace_with_incoming(state, effects, *std::move(pending.incoming), context);
    }
}

void store_what_was_replayed(State &state, Effects &effects) {
    const Persistence &at = state.open->persistence;
    if (at.writable && (at.stored < at.sequence || !journal_complete(at))) {
        effects.emplace_back(effect::StartTimer{Timer::store, storeDelay});
    }
}

/// The browser closed the store and opened it anew (site data cleared, say): nothing of the open plan is in it for sure.
void restart_storing(State &state, Effects &effects) {
    Persistence &at = state.open->persistence;
    if (at.example || state.storage != StorageState::ready) {
        return;
    }
    at.stored = 0;
    at.storedOlder = 0;
    at.parts.emptied();
    at.unjournalled = ++at.sequence;
    effects.emplace_back(effect::StartTimer{Timer::store, storeDelayWithoutJournal});
}

void give_up_opening(State &state, Effects &effects, const Pending &pending, const std::string &why, const Context &context) {
    const platform::IndexRow *row = row_of(state, pending.plan);
    warn(state, effects, quoted(row == nullptr ? pending.plan.text : row->title) + " could not be opened: " + why);
    if (pending.held) {
        effects.emplace_back(effect::ReleaseLock{pending.plan.text});
    }
    if (!state.open) {
        state.view = View::plans;
    }
    if (!state.open && pending.carried) {
        // A plan of its own, so that what could not be read is not written over.
        state.carried.reset();
        show_plan(state, effects, pending.carried->plan, {}, new_plan_id(context), context);
        state.open->carried = true;
    }
}

/// What to show when nothing is open: the plan of the last time, the newest one, else the example. A view that the person went
/// to meanwhile stays.
void open_something(State &state, Effects &effects, const Context &context) {
    const View asked = state.view;
    const std::vector<platform::IndexRow> rows = plans_of(state, false);
    const auto last = std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.plan == state.lastPlan; });
    if (open_carried(state, effects, context)) {
        // It is what this page is for.
    } else if (rows.empty()) {
        start_from(state, effects, {"reference", true}, context);
        state.view = View::plans; // which says what one can do here
    } else {
        open_from_library(state, effects, {PlanId(last == rows.end() ? rows.front().plan : last->plan), {}, {}, {}, {}}, context);
    }
    if (state.viewChosen) {
        state.view = asked;
    }
}

/// A row of the index whose plan never reached the disk: the page was closed between the two.
void drop_empty(State &state, Effects &effects, const Pending &pending, const Context &context) {
    std::erase_if(state.library, [&](const auto &row) { return row.plan == pending.plan.text; });
    if (pending.held) {
        effects.emplace_back(effect::ErasePlan{pending.plan.text});
    }
    if (!state.open) {
        open_something(state, effects, context);
    }
}

void finish_opening(State &state, Effects &effects, Pending pending, Result<Opened> read, const Context &context) {
    if (!read) {
        give_up_opening(state, effects, pending, read.error().message, context);
        return;
    }
    Opened &opened = *read;
    keep_leftovers(state, effects, pending.plan, opened, context);
    if (!opened.found && opened.unreadable.empty()) {
        drop_empty(state, effects, pending, context);
        return;
    }
    if (!opened.found) {
        give_up_opening(state, effects, pending, "what is stored of it could not be read.", context);
        return;
    }
    if (pending.purpose == Pending::Purpose::duplicate) {
        Plan copy = std::move(opened.plan);
        apply(copy, rename_plan(copied_title(pending.plan, copy.about->title)));
        show_plan(state, effects, std::move(copy), {}, new_plan_id(context), context);
        adopt(state, effects, context);
        return;
    }
    const bool mended = !opened.repairs.empty();
    state.open = make_open(pending.plan, std::move(opened), pending.held);
    state.open->generation = state.nextId++;
    state.selection = {};
    state.shownFinding.clear();
    state.lastPlan = pending.plan.text;
    effects.emplace_back(effect::SetPreference{"last-plan", pending.plan.text});
    if (mended) {
        tell(state, effects, "Some of the stored plan had to be mended.", "Show what", action::ShowRepairs{});
    }
    if (pending.held) {
        keep_revision(state, effects, "Opened", context);
        store_what_was_replayed(state, effects);
    }
    finish_purpose(state, effects, std::move(pending), context);
}

/// What was typed here after another tab had taken the plan was never shown as saved, but is not thrown away either.
void keep_what_was_refused(State &state, Effects &effects, const Context &context) {
    const Persistence &at = state.open->persistence;
    const bool refused = journal_complete(at) ? at.journalled < at.sequence : at.stored < at.sequence;
    if (refused) {
        keep_revision(state, effects, refusedReason, context);
        tell(state, effects, "What you typed here after another tab took over is kept among the revisions.", "Show revisions",
             action::ShowRevisions{});
    }
}

/// The open plan was read again: because another tab changed it, or because this tab has just become its writer.
void refresh(State &state, Effects &effects, Result<Opened> read, const Context &context) {
    const bool becomesWriter = state.open->persistence.lockAsked;
    state.open->persistence.lockAsked = false;
    if (!read) {
        warn(state, effects, "The plan could not be read again: " + read.error().message);
        return;
    }
    Opened &opened = *read;
    if (becomesWriter) {
        keep_leftovers(state, effects, state.open->id, opened, context);
    }
    if (!opened.found) {
        return;
    }
    keep_what_was_refused(state, effects, context);
    const std::uint32_t handle = state.open->fileHandle;
    const bool same = opened.envelope.revision == state.open->envelope.revision;
    OpenPlan next = make_open(state.open->id, std::move(opened), becomesWriter);
    next.fileHandle = handle;
    next.generation = state.nextId++;
    if (same) {
        // Nothing changed meanwhile: undo goes on working after a take-over.
        next.history = std::move(state.open->history);
    }
    state.open = std::move(next);
    if (becomesWriter) {
        tell(state, effects, "You are editing this plan here now.");
        store_what_was_replayed(state, effects);
    }
}

bool opens_pending(const State &state, const std::string &plan) { return state.pending && state.pending->plan.text == plan; }

bool is_read_again(const State &state, const std::string &plan) {
    return state.open && state.open->id.text == plan && !state.open->persistence.writable && !state.open->forReading;
}

bool is_awaited(const State &state, const std::string &plan) {
    return opens_pending(state, plan) || is_received_awaiting(state, plan) || is_read_again(state, plan);
}

void take_read(State &state, Effects &effects, const std::string &plan, Result<Opened> read, const Context &context) {
    if (opens_pending(state, plan)) {
        Pending pending = std::move(*state.pending);
        state.pending.reset();
        finish_opening(state, effects, std::move(pending), std::move(read), context);
        return;
    }
    if (is_received_awaiting(state, plan)) {
        on_received_plan_read(state, effects, read, context);
    }
    if (is_read_again(state, plan)) {
        refresh(state, effects, std::move(read), context);
    }
}

std::size_t bytes_of(const platform::PlanLoaded &event) {
    return std::accumulate(event.parts.begin(), event.parts.end(), event.slotA.size() + event.slotB.size(),
                           [](std::size_t sum, const platform::StoredPart &part) { return sum + part.bytes->size(); });
}

LockStand lock_stand(const State &state, const std::string &plan) {
    return {opens_pending(state, plan) && state.pending->held,
            state.open && state.open->id.text == plan && state.open->persistence.lockAsked};
}

} // namespace

StoredReading::StoredReading(const State &state, platform::PlanLoaded loaded)
    : plan(loaded.plan), lock(lock_stand(state, plan)), work(std::move(loaded)) {}

PlanId new_plan_id(const Context &context) { return PlanId(random_id(context.bits) + random_id(context.bits)); }

void show_plan(State &state, Effects &effects, Plan plan, Envelope envelope, PlanId id, const Context &context) {
    leave_plan(state, effects, context);
    OpenPlan open;
    open.id = std::move(id);
    open.envelope = std::move(envelope);
    open.envelope.plan = open.id;
    open.history = begin_history(std::move(plan));
    open.generation = state.nextId++;
    open.persistence.example = true;
    state.open = std::move(open);
    state.selection = {};
    state.shownFinding.clear();
    state.view = View::raci;
}

void open_from_library(State &state, Effects &effects, Pending pending, const Context &context) {
    // A page for reading shows what it brought along, not what is kept here of the same plan.
    const bool shown = state.open && state.open->id == pending.plan && !(state.open->forReading && row_of(state, pending.plan) != nullptr);
    if (shown && pending.purpose != Pending::Purpose::duplicate) {
        if (pending.purpose == Pending::Purpose::open) {
            state.view = View::raci;
        }
        finish_purpose(state, effects, std::move(pending), context);
        return;
    }
    if (pending.purpose == Pending::Purpose::duplicate) {
        effects.emplace_back(effect::LoadPlan{pending.plan.text});
    } else {
        leave_plan(state, effects, context);
        effects.emplace_back(effect::TakeLock{pending.plan.text, false});
        if (pending.purpose != Pending::Purpose::rename && pending.purpose != Pending::Purpose::carried) {
            state.view = View::raci;
        }
    }
    state.pending = std::move(pending);
}

void edit_plan(State &state, Effects &effects, Plan next, const std::string &label, std::uint64_t gesture, const Context &context) {
    if (!state.open) {
        return;
    }
    if (state.open->forReading) {
        tell(state, effects, "This page is for reading.", "Edit a copy", action::Duplicate{state.open->id});
        return;
    }
    if (!can_edit(state)) {
        tell(state, effects, "This plan is being edited in another tab.", "Take over here", action::TakeOver{});
        return;
    }
    const Plan before = state.open->plan();
    const Envelope arrived = state.open->envelope;
    if (!commit(state.open->history, std::move(next), label, gesture)) {
        return;
    }
    keep_change(state, effects, before, label, context);
    if (std::exchange(state.open->carried, false)) {
        // Whoever saved the page has the same state: what they send next is compared from here.
        pin_revision(state, effects, before, arrived, "As it arrived", context);
        tell(state, effects, "Your changes are kept in this browser, not in this file. To pass them on, save the page or the plan.",
             "Save as a web page", action::SaveAsWebPage{});
    }
}

void on_storage_started(State &state, Effects &effects, const platform::StorageStarted &event, const Context &context) {
    state.storage = event.available ? StorageState::ready : StorageState::unavailable;
    state.storagePersistent = event.persistent;
    state.storageError = event.error;
    state.setAside = event.setAside;
    state.library = event.plans;
    if (state.open) {
        restart_storing(state, effects);
        return;
    }
    if (!event.available) {
        warn(state, effects, "This browser keeps no plans: " + event.error + " Save a file before you close the page.");
    }
    open_something(state, effects, context);
}

void on_pending_lock(State &state, Effects &effects, const platform::LockChanged &event) {
    if (state.pending && state.pending->plan.text == event.plan && state.pending->purpose != Pending::Purpose::duplicate) {
        state.pending->held = event.held;
        effects.emplace_back(effect::LoadPlan{event.plan});
    }
}

void on_plan_loaded(State &state, Effects &effects, const platform::PlanLoaded &event, const Context &context) {
    constexpr std::size_t mostAtOnce = 200'000;
    // What was read before is older.
    std::erase_if(state.reading, [&](const auto &reading) { return reading->plan == event.plan; });
    if (!is_awaited(state, event.plan)) {
        return;
    }
    if (!event.error.empty()) {
        take_read(state, effects, event.plan, Error{event.error, {}}, context);
    } else if (bytes_of(event) <= mostAtOnce) {
        take_read(state, effects, event.plan, open_stored(event), context);
    } else {
        state.reading.push_back(std::make_shared<StoredReading>(state, event));
    }
}

void continue_reading_stored(State &state, Effects &effects, const Context &context) {
    const std::shared_ptr<StoredReading> reading = state.reading.front();
    const bool awaited = is_awaited(state, reading->plan);
    if (awaited && !reading->work.go_on()) {
        return;
    }
    state.reading.erase(state.reading.begin());
    if (!awaited) {
        return;
    }
    if (reading->lock != lock_stand(state, reading->plan)) {
        // Another tab may have written between the two.
        effects.emplace_back(effect::LoadPlan{reading->plan});
        return;
    }
    take_read(state, effects, reading->plan, reading->work.take(), context);
}

void start_from(State &state, Effects &effects, const action::StartFrom &action, const Context &context) {
    Result<Restored> restored = load_template(action.templateName);
    if (!restored) {
        warn(state, effects, restored.error().message);
        return;
    }
    show_plan(state, effects, std::move(restored->plan), {}, new_plan_id(context), context);
    if (!action.asExample) {
        adopt(state, effects, context);
    }
}

void save_as_template(State &state, Effects &effects, const Context &context) {
    if (!state.open) {
        return;
    }
    const PlanId from = state.open->id;
    const bool kept = !state.open->persistence.example;
    const std::string title = state.open->plan().about->title;
    show_plan(state, effects, template_of(state.open->plan()), {}, PlanId(std::string(templatePrefix) + new_plan_id(context).text),
              context);
    adopt(state, effects, context);
    state.view = View::plans;
    const std::string told = "New plans can start from this template now: choose " + quoted(title) + " under Plans.";
    if (kept) {
        tell(state, effects, told, "Back to the plan", action::Open{from});
    } else {
        tell(state, effects, told);
    }
}

void duplicate(State &state, Effects &effects, const PlanId &plan, const Context &context) {
    if (state.open && state.open->id == plan) {
        Plan copy = state.open->plan();
        apply(copy, rename_plan(copied_title(plan, copy.about->title)));
        show_plan(state, effects, std::move(copy), {}, new_plan_id(context), context);
        adopt(state, effects, context);
        return;
    }
    open_from_library(state, effects, {plan, Pending::Purpose::duplicate, false, "", std::nullopt}, context);
}

void rename(State &state, Effects &effects, const action::Rename &action, const Context &context) {
    if (platform::IndexRow *row = row_of(state, action.plan)) {
        row->title = action.title;
    }
    open_from_library(state, effects, {action.plan, Pending::Purpose::rename, false, action.title, std::nullopt}, context);
}

void remove(State &state, Effects &effects, const PlanId &plan, const Context &context) {
    if (state.open && state.open->id == plan) {
        if (state.open->persistence.example) {
            state.open.reset();
            state.view = View::plans;
            return;
        }
        if (row_of(state, plan) == nullptr) {
            state.library.push_back(index_row(*state.open, context.now));
        }
        leave_plan(state, effects, context);
        state.view = View::plans;
    }
    if (const platform::IndexRow *row = row_of(state, plan)) {
        platform::IndexRow deleted = *row;
        deleted.deletedAt = context.now;
        put_row(state, effects, deleted);
        tell(state, effects, "Deleted " + quoted(deleted.title) + ".", "Undo", action::BringBack{plan});
    }
}

void bring_back(State &state, Effects &effects, const PlanId &plan, const Context &context) {
    const platform::IndexRow *row = row_of(state, plan);
    if (row == nullptr) {
        return;
    }
    platform::IndexRow alive = *row;
    alive.deletedAt.clear();
    put_row(state, effects, alive);
    if (!state.open) {
        // Where the person pressed Undo is where they stay.
        const View view = state.view;
        open_from_library(state, effects, {plan, {}, {}, {}, {}}, context);
        state.view = view;
    }
}

void erase(State &state, Effects &effects, const PlanId &plan) {
    const platform::IndexRow *row = row_of(state, plan);
    if (row == nullptr || row->deletedAt.empty()) {
        return;
    }
    state.library.erase(state.library.begin() + (row - state.library.data()));
    effects.emplace_back(effect::ErasePlan{plan.text});
    effects.emplace_back(effect::SetPreference{account_list_preference(plan), ""});
}

} // namespace fullcourt
