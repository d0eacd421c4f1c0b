// Copies of plans that arrive: what they are to the copy that is here, and what is taken of them (DESIGN §4).
//
// To compare takes three things, which come one after another: the copy itself, the plan that is here (read from the store where it
// is not the open one), and the state that both went on from (among the kept revisions). Only reading happens until the person
// answers; the answer then works on the plan as it is at that moment.
#include <algorithm>
#include <set>

#include "app/incoming.h"
#include "app/library.h"
#include "app/notice.h"
#include "app/opening.h"
#include "app/persistence.h"
#include "app/sharing.h"
#include "base/text.h"
#include "io/link.h"
#include "io/write.h"

namespace fullcourt {
namespace {

const platform::IndexRow *row_of(const State &state, const PlanId &plan) {
    const auto row = std::find_if(state.library.begin(), state.library.end(), [&](const auto &r) { return r.plan == plan.text; });
    return row == state.library.end() ? nullptr : &*row;
}

bool is_open(const State &state, const PlanId &plan) { return state.open && state.open->id == plan && !state.open->persistence.example; }

/// Deleted plans are known as well: a copy of one must not be written over what can still be brought back.
bool is_known(const State &state, const PlanId &plan) { return row_of(state, plan) != nullptr || is_open(state, plan); }

dialog::Incoming *waiting(State &state) {
    auto *incoming = std::get_if<dialog::Incoming>(&state.dialog);
    return incoming != nullptr && !incoming->compared && !incoming->baseReading && !incoming->comparing ? incoming : nullptr;
}

PlanCopy mine_of(const State &state, const Plan &plan, Envelope envelope) {
    envelope.author = state.author;
    return {plan, std::move(envelope)};
}

PlanCopy copy_of(const dialog::Incoming &incoming) { return {incoming.restored.plan, incoming.restored.envelope}; }

/// Of more, they are compared in pieces.
constexpr std::size_t accountsComparedAtOnce = 2'000;

std::size_t accounts_in(const Plan &plan) { return plan.accounts->table.rows(); }

void finish_comparing(dialog::Incoming &incoming) {
    const std::shared_ptr<CompareWork> work = std::exchange(incoming.comparing, nullptr);
    incoming.restored.plan = work->theirs();
    incoming.compared = std::make_shared<const Comparison>(work->take());
}

/// What taking the copy keeps gets its names now, so that the moment of taking it is short.
void begin_naming(const State &state, dialog::Incoming &incoming) {
    const PlanParts known = is_open(state, incoming.restored.envelope.plan) ? state.open->persistence.parts : PlanParts();
    incoming.parts = std::make_shared<dialog::NamedParts>(dialog::NamedParts{known, known});
    incoming.named = false;
}

bool go_on_naming(const dialog::Incoming &incoming) {
    return incoming.parts->ofResult.prepare(incoming.compared->result, chunksAtOnce) &&
           incoming.parts->ofTheirs.prepare(incoming.restored.plan, chunksAtOnce);
}

void compare(dialog::Incoming &incoming, std::optional<Plan> base, const Context &context) {
    const bool lacking = left_accounts(incoming.mine->envelope) || left_accounts(incoming.restored.envelope);
    incoming.restored = with_what_links_leave(std::move(incoming.restored), base ? *base : incoming.mine->plan);
    if (base && lacking && (accounts_left_by_link(incoming.mine->plan) == 0 || accounts_left_by_link(incoming.restored.plan) == 0)) {
        // One of them never had the accounts: that it lacks them counts as nothing.
        base = without_accounts(*std::move(base));
    }
    const std::size_t accounts =
        std::max({accounts_in(incoming.mine->plan), accounts_in(incoming.restored.plan), base ? accounts_in(*base) : 0});
    incoming.comparing = std::make_shared<CompareWork>(*incoming.mine, copy_of(incoming), base, context.now);
    incoming.comparing->ask_for_changes();
    if (accounts <= accountsComparedAtOnce) {
        while (!incoming.comparing->go_on()) {
        }
        finish_comparing(incoming);
    }
}

/// The base as its file has it; what cannot be read is none.
void compare_from(dialog::Incoming &incoming, Result<Restored> base, const Context &context) {
    compare(incoming, base ? std::optional<Plan>(std::move(base->plan)) : std::nullopt, context);
}

/// With what is here at hand, the state that both went on from is looked for.
void look_for_base(State &state, Effects &effects, dialog::Incoming &incoming, const Context &context) {
    const Envelope &mine = incoming.mine->envelope;
    const std::vector<std::string> bases = common_revisions(mine, incoming.restored.envelope);
    if (!bases.empty() && bases.front() == mine.revision) {
        compare(incoming, incoming.mine->plan, context);
    } else if (state.storage != StorageState::ready) {
        compare(incoming, std::nullopt, context);
    } else {
        effects.emplace_back(effect::ListRevisions{incoming.restored.envelope.plan.text});
    }
}

void ask_about(State &state, Effects &effects, dialog::Incoming incoming, const Context &context) {
    const PlanId id = incoming.restored.envelope.plan;
    incoming.mine.reset();
    incoming.compared.reset();
    incoming.reviewing = false;
    incoming.baseKey = 0;
    incoming.baseReading.reset();
    incoming.comparing.reset();
    incoming.parts.reset();
    incoming.named = true;
    incoming.taking = false;
    if (!is_known(state, id)) {
        incoming.compared = std::make_shared<const Comparison>(compare_with_nothing(copy_of(incoming)));
    } else if (is_open(state, id)) {
        incoming.mine = mine_of(state, state.open->plan(), state.open->envelope);
        look_for_base(state, effects, incoming, context);
    } else {
        effects.emplace_back(effect::LoadPlan{id.text});
    }
    state.dialog = std::move(incoming);
}

void open_as_new(State &state, Effects &effects, dialog::Incoming incoming, const PlanId &id, const Context &context) {
    // That a link left the accounts at home stays in the envelope: what goes back must not look as if they had been deleted.
    const std::string revision = incoming.restored.envelope.revision;
    const Envelope arrived = incoming.restored.envelope;
    show_plan(state, effects, std::move(incoming.restored.plan), std::move(incoming.restored.envelope), id, context);
    OpenPlan &open = *state.open;
    open.repairs = std::move(incoming.restored.report);
    open.fileHandle = incoming.handle;
    remember_shared(open.envelope, revision);
    adopt(state, effects, context);
    if (id == arrived.plan) {
        // Whoever it came from has the same state: what they send next is compared from here.
        pin_revision(state, effects, open.plan(), arrived, "As it arrived", context);
    }
    open.fileRevision = open.repairs.empty() ? revision : std::string();
    const std::string opened = "Opened " + quoted(incoming.fileName);
    if (open.repairs.empty()) {
        tell(state, effects, opened + ".");
    } else {
        const std::size_t things = open.repairs.sentences.size() + open.repairs.more;
        tell(state, effects, opened + "; " + counted(things, "thing", "things") + " in it had to be mended.", "Show what",
             action::ShowRepairs{});
    }
}

/// The result is in the plan: it came from both now, and what comes back from them is compared from the states that both know.
void join_ancestry(State &state, Effects &effects, const Envelope &before, const Plan &result, const dialog::Incoming &incoming,
                   const Context &context) {
    OpenPlan &open = *state.open;
    if (incoming.parts) {
        open.persistence.parts.take_names(incoming.parts->ofResult);
    }
    const Envelope &theirs = incoming.restored.envelope;
    Envelope joined = merged_envelope(result, open.persistence.parts, before, theirs, context.now);
    // Everybody who merges the same copies knows that state by the same name.
    const bool merged = result != incoming.restored.plan;
    std::vector<std::string> ancestry = std::move(joined.ancestry);
    joined.ancestry = ancestry;
    if (merged) {
        pin_revision(state, effects, result, joined, "Merged with " + quoted(incoming.fileName), context);
        remember_shared(joined, joined.revision);
        ancestry = joined.ancestry;
    }
    pin_revision(state, effects, incoming.restored.plan, theirs, "As it arrived: " + quoted(incoming.fileName), context,
                 incoming.parts ? &incoming.parts->ofTheirs : nullptr);
    open.envelope.ancestry = ancestry;
    HistoryStep &step = open.history.past.back();
    step.ancestryBefore = before.ancestry;
    step.ancestryAfter = std::move(ancestry);
    store_ancestry(state, effects, context);
}

/// What the plan's own file holds is in the plan now, or was given up: it may be written over.
void follow_own_file(OpenPlan &open, const dialog::Incoming &incoming) {
    if (incoming.origin == CopyOrigin::ownFile) {
        open.fileHandle = incoming.handle;
    }
}

/// Nothing happened to the plan since: what was found out about the copy holds.
bool is_as_compared(const State &state, const dialog::Incoming &incoming) {
    return incoming.mine && incoming.mine->plan == state.open->plan() && incoming.mine->envelope.author == state.author;
}

/// Compares the copy with the plan as it is now, and takes it then.
void compare_again(State &state, Effects &effects, dialog::Incoming incoming, const Context &context) {
    const bool hasBase = incoming.compared->relation != CopyRelation::unrelated;
    const std::optional<Plan> base = hasBase ? std::optional(incoming.compared->base) : std::nullopt;
    incoming.mine = mine_of(state, state.open->plan(), state.open->envelope);
    incoming.compared.reset();
    incoming.parts.reset();
    incoming.taking = true;
    compare(incoming, base, context);
    if (incoming.compared) {
        take_incoming(state, effects, std::move(incoming), context);
    } else {
        state.dialog = std::move(incoming);
    }
}

/// The lock was not to be had: the copy is asked about again, beside the plan as it is shown.
bool cannot_take(State &state, Effects &effects, dialog::Incoming &incoming, const Context &context) {
    if (can_edit(state)) {
        return false;
    }
    ask_about(state, effects, std::move(incoming), context);
    return true;
}

std::string taken_sentence(const Comparison &compared, const std::string &name) {
    const std::size_t open = compared.conflicts.size();
    if (compared.relation == CopyRelation::update) {
        return "Took what is new in " + quoted(name) + ".";
    }
    return "Merged " + quoted(name) +
           (open == 0 ? "; nothing is in conflict." : ". " + counted(open, "conflict is", "conflicts are") + " left to settle.");
}

void bring_back_deleted(State &state, Effects &effects, const PlanId &id) {
    for (platform::IndexRow &row : state.library) {
        if (row.plan == id.text && !row.deletedAt.empty()) {
            row.deletedAt.clear();
            effects.emplace_back(effect::PutIndex{row});
        }
    }
}

/// What is no plan is refused in words; of a plan it is asked what becomes of it, where that is a question.
void take_in(State &state, Effects &effects, const ReceivedCopy &copy, Result<Restored> restored, const Context &context) {
    if (!restored) {
        const Place &place = restored.error().place;
        const std::string where = place.line == 0 ? std::string() : " (line " + std::to_string(place.line) + ")";
        warn(state, effects, quoted(copy.name) + where + ": " + restored.error().message + " Nothing here was changed.");
        return;
    }
    dialog::Incoming incoming{*std::move(restored), copy.name, copy.handle, copy.origin, copy.bytes->size(), std::nullopt, 0, nullptr};
    if (incoming.restored.envelope.plan.empty()) {
        incoming.restored.envelope.plan = new_plan_id(context);
    }
    const PlanId id = incoming.restored.envelope.plan;
    // Who picks a file has chosen to open it; a link opens by itself, and of the plan's own file another plan is a surprise.
    const bool asked = copy.origin != CopyOrigin::link && copy.origin != CopyOrigin::page && copy.origin != CopyOrigin::ownFile;
    if (!is_known(state, id) && asked) {
        open_as_new(state, effects, std::move(incoming), id, context);
        return;
    }
    ask_about(state, effects, std::move(incoming), context);
}

} // namespace

void receive(State &state, Effects &effects, ReceivedCopy copy, const Context &context) {
    if (copy.bytes->size() <= bytesReadAtOnce) {
        take_in(state, effects, copy, restore(*copy.bytes), context);
        return;
    }
    dialog::Receiving receiving{std::make_shared<const ReceivedCopy>(std::move(copy)), nullptr};
    receiving.work = std::make_shared<RestoreWork>(*receiving.copy->bytes);
    state.dialog = std::move(receiving);
}

void continue_receiving(State &state, Effects &effects, const Context &context) {
    if (auto *receiving = std::get_if<dialog::Receiving>(&state.dialog)) {
        if (receiving->work->go_on()) {
            const dialog::Receiving done = std::move(*receiving);
            state.dialog = std::monostate();
            take_in(state, effects, *done.copy, done.work->take(), context);
        }
        return;
    }
    auto *incoming = std::get_if<dialog::Incoming>(&state.dialog);
    if (incoming == nullptr) {
        return;
    }
    if (incoming->baseReading) {
        if (incoming->baseReading->work.go_on()) {
            compare_from(*incoming, std::exchange(incoming->baseReading, nullptr)->work.take(), context);
        }
    } else if (incoming->comparing) {
        if (incoming->comparing->go_on()) {
            finish_comparing(*incoming);
            begin_naming(state, *incoming);
        }
    } else if (!incoming->named && go_on_naming(*incoming)) {
        incoming->named = true;
        if (incoming->taking) {
            dialog::Incoming taken = std::move(*incoming);
            state.dialog = std::monostate();
            take_incoming(state, effects, std::move(taken), context);
        }
    }
}

std::optional<double> comparing_part(const dialog::Incoming &incoming) {
    // About as long as each takes.
    constexpr double reading = 0.5;
    constexpr double naming = 0.9;
    if (incoming.baseReading) {
        return reading * incoming.baseReading->work.part();
    }
    if (incoming.comparing) {
        return reading + (naming - reading) * incoming.comparing->part();
    }
    return incoming.named ? std::nullopt : std::optional(naming);
}

bool is_received_awaiting(const State &state, const std::string &plan) {
    const auto *incoming = std::get_if<dialog::Incoming>(&state.dialog);
    return incoming != nullptr && !incoming->compared && !incoming->mine && incoming->restored.envelope.plan.text == plan;
}

void on_received_plan_read(State &state, Effects &effects, Result<Opened> read, const Context &context) {
    auto &incoming = std::get<dialog::Incoming>(state.dialog);
    if (!read || !read->found) {
        // Nothing to merge with; a plan of its own is still possible.
        Comparison alone = compare_with_nothing(copy_of(incoming));
        alone.relation = CopyRelation::unrelated;
        alone.error = "What is here of it could not be read" + (read ? std::string(".") : ": " + read.error().message);
        incoming.compared = std::make_shared<const Comparison>(std::move(alone));
        return;
    }
    incoming.mine = mine_of(state, read->plan, std::move(read->envelope));
    look_for_base(state, effects, incoming, context);
}

void on_received_revisions(State &state, Effects &effects, const platform::RevisionsListed &event, const Context &context) {
    dialog::Incoming *incoming = waiting(state);
    if (incoming == nullptr || !incoming->mine || incoming->restored.envelope.plan.text != event.plan) {
        return;
    }
    std::vector<std::string> sharedHere;
    for (const platform::RevisionRow &row : event.revisions) {
        if (row.reason == sharedReason || row.reason == forkReason) {
            sharedHere.push_back(row.revision);
        }
    }
    for (const std::string &revision : bases_of(incoming->mine->envelope, incoming->restored.envelope, sharedHere)) {
        const auto kept =
            std::find_if(event.revisions.begin(), event.revisions.end(), [&](const auto &row) { return row.revision == revision; });
        if (kept != event.revisions.end()) {
            incoming->baseKey = kept->key;
            effects.emplace_back(effect::LoadRevision{kept->key});
            return;
        }
    }
    compare(*incoming, std::nullopt, context);
}

void on_received_base(State &state, const platform::RevisionLoaded &event, const Context &context) {
    dialog::Incoming *incoming = waiting(state);
    if (incoming == nullptr || !incoming->mine || incoming->baseKey == 0 || incoming->baseKey != event.key) {
        return;
    }
    if (event.bytes.size() <= bytesReadAtOnce) {
        compare_from(*incoming, restore(event.bytes), context);
    } else {
        incoming->baseReading = std::make_shared<dialog::StateReading>(event.bytes);
    }
}

void answer_incoming(State &state, Effects &effects, IncomingAnswer answer, const Context &context) {
    auto *asked = std::get_if<dialog::Incoming>(&state.dialog);
    if (asked == nullptr || !asked->compared || !asked->named) {
        return;
    }
    dialog::Incoming incoming = std::move(*asked);
    state.dialog = std::monostate();
    const PlanId id = incoming.restored.envelope.plan;
    if (answer == IncomingAnswer::separate) {
        // The file goes on being the other plan's.
        incoming.handle = 0;
        open_as_new(state, effects, std::move(incoming), new_plan_id(context), context);
    } else if (!is_known(state, id)) {
        open_as_new(state, effects, std::move(incoming), id, context);
    } else {
        bring_back_deleted(state, effects, id);
        const auto purpose = answer == IncomingAnswer::take ? Pending::Purpose::take : Pending::Purpose::replace;
        open_from_library(state, effects, {id, purpose, false, "", std::move(incoming)}, context);
    }
}

void take_incoming(State &state, Effects &effects, dialog::Incoming incoming, const Context &context) {
    if (cannot_take(state, effects, incoming, context)) {
        return;
    }
    if (!is_as_compared(state, incoming)) {
        compare_again(state, effects, std::move(incoming), context);
        return;
    }
    OpenPlan &open = *state.open;
    const Envelope before = open.envelope;
    const Comparison &compared = *incoming.compared;
    if (!compared.error.empty()) {
        warn(state, effects, compared.error);
        return;
    }
    follow_own_file(open, incoming);
    if (compared.relation == CopyRelation::same || compared.relation == CopyRelation::older) {
        tell(state, effects, "Everything in " + quoted(incoming.fileName) + " is here already.");
        return;
    }
    keep_revision(state, effects, "Before taking " + quoted(incoming.fileName), context);
    const bool update = compared.relation == CopyRelation::update;
    edit_plan(state, effects, compared.result, (update ? "Take " : "Merge ") + quoted(incoming.fileName), 0, context);
    if (open.plan() != compared.result) {
        return;
    }
    join_ancestry(state, effects, before, compared.result, incoming, context);
    open.ownOrigins.insert(compared.origins.mine);
    tell(state, effects, taken_sentence(compared, incoming.fileName));
    if (!compared.conflicts.empty()) {
        state.view = View::conflicts;
        state.chosen.erase(View::conflicts);
    }
}

void replace_with_incoming(State &state, Effects &effects, dialog::Incoming incoming, const Context &context) {
    if (cannot_take(state, effects, incoming, context)) {
        return;
    }
    keep_revision(state, effects, "Before opening " + quoted(incoming.fileName), context);
    follow_own_file(*state.open, incoming);
    const Envelope before = state.open->envelope;
    const Plan result = incoming.restored.plan;
    if (state.open->plan() != result) {
        edit_plan(state, effects, result, "Open " + quoted(incoming.fileName), 0, context);
        join_ancestry(state, effects, before, result, incoming, context);
    }
}

void receive_revision(State &state, Effects &effects, const Context &context) {
    auto *revisions = std::get_if<dialog::Revisions>(&state.dialog);
    if (revisions == nullptr || !revisions->preview || !state.open) {
        return;
    }
    dialog::Incoming incoming{*std::move(revisions->preview), "the earlier state", 0, CopyOrigin::revision, 0, std::nullopt, 0, nullptr};
    const auto row =
        std::find_if(revisions->rows.begin(), revisions->rows.end(), [&](const auto &r) { return r.key == revisions->chosen; });
    incoming.bytes = row == revisions->rows.end() ? 0 : row->bytes;
    incoming.restored.envelope.plan = state.open->id;
    ask_about(state, effects, std::move(incoming), context);
}

void settle_all_as(State &state, Effects &effects, const std::string &origin, const Context &context) {
    if (!can_edit(state)) {
        return;
    }
    SettledAll all = settle_all_of(state.open->plan(), origin);
    if (all.settled == 0) {
        return;
    }
    Plan next = state.open->plan();
    apply(next, all.edit);
    edit_plan(state, effects, std::move(next), is_own(state, origin) ? "Settle all as in mine" : "Settle all as in the other copy", 0,
              context);
    if (all.left > 0) {
        tell(state, effects, counted(all.left, "thing", "things") + " could not be settled that way and stay in the list.");
    }
}

} // namespace fullcourt
