#include "app/opening.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/hash.h"
#include "base/pieces.h"
#include "base/text.h"
#include "edit/edit.h"
#include "io/edit_json.h"
#include "io/slots.h"

namespace fullcourt {
namespace {

using platform::JournalRow;

/// A state that the store holds whole, and how.
struct RecordedState {
    Plan plan;
    Envelope envelope;
    RepairReport repairs;
    char slot = 0; ///< 0: a base record of the journal
};

bool is_base(const JournalRow &row) { return row.kind == "base"; }
/// Says only that a change from one revision to another was stored and not journalled.
bool is_stored(const JournalRow &row) { return row.kind == "stored"; }
bool is_edit(const JournalRow &row) { return !is_base(row) && !is_stored(row); }

/// The records with the revisions that they lead to, each digested once: a record can be long.
struct Journal {
    const std::vector<JournalRow> &rows;
    std::vector<std::string> leadsTo; ///< "" for a base record

    explicit Journal(const std::vector<JournalRow> &journal) : rows(journal) {
        for (const JournalRow &row : rows) {
            leadsTo.push_back(is_base(row) ? std::string() : is_stored(row) ? row.bytes : next_revision(row.parent, row.bytes));
        }
    }
    std::size_t size() const { return rows.size(); }
    const JournalRow &operator[](std::size_t index) const { return rows[index]; }
};

/// `file`: what was read, which is set aside where it could not be. `slot`: 0 for a base record.
void take_state(std::vector<RecordedState> &known, Opened &opened, Result<Restored> restored, std::string file, char slot) {
    if (!restored) {
        opened.unreadable.push_back({restored.error().message, std::move(file)});
        return;
    }
    known.push_back({std::move(restored->plan), std::move(restored->envelope), std::move(restored->report), slot});
}

/// What else the store holds whole: the slot that was not chosen, and base records.
void read_others_into(std::vector<RecordedState> &known, Opened &opened, const SlotChoice &choice, const StoredParts &parts,
                      const Journal &journal) {
    if (choice.other) {
        std::string file = plan_file(*choice.other, parts);
        Result<Restored> restored = restore(file);
        take_state(known, opened, std::move(restored), std::move(file), choice.slot == 'A' ? 'B' : 'A');
    }
    for (const JournalRow &row : journal.rows) {
        if (is_base(row)) {
            take_state(known, opened, restore(row.bytes), row.bytes, 0);
        }
    }
}

/// What lies beside the slots and belongs to none that verifies, one after the other.
std::string stray_parts(const platform::PlanLoaded &loaded, const SlotChoice &choice, const StoredParts &sound) {
    std::set<std::string> needed(choice.text.parts.begin(), choice.text.parts.end());
    if (choice.other) {
        needed.insert(choice.other->parts.begin(), choice.other->parts.end());
    }
    std::string bytes;
    for (const platform::StoredPart &part : loaded.parts) {
        if (!needed.contains(part.name) || !sound.contains(part.name)) {
            bytes += *part.bytes + "\n";
        }
    }
    return bytes;
}

void set_aside_damaged(const platform::PlanLoaded &loaded, const SlotChoice &choice, const StoredParts &sound, Opened &opened) {
    const std::string stray = stray_parts(loaded, choice, sound);
    const auto set_aside = [&](bool damaged, char name, const std::string &raw) {
        if (damaged) {
            opened.unreadable.push_back(
                {std::string("a stored copy of the plan is damaged (slot ") + name + ")", stray.empty() ? raw : raw + "\n" + stray});
        }
    };
    set_aside(choice.damagedA, 'A', loaded.slotA);
    set_aside(choice.damagedB, 'B', loaded.slotB);
}

/// Follows the records that lead on from `revision`, in the order of their sequence; marks those it used.
struct Chain {
    std::vector<std::size_t> rows;
    std::string revision;
};
Chain follow(const Journal &journal, std::string revision) {
    Chain chain{{}, std::move(revision)};
    for (std::size_t i = 0; i < journal.size(); ++i) {
        if (is_edit(journal[i]) && journal[i].parent == chain.revision) {
            chain.rows.push_back(i);
            chain.revision = journal.leadsTo[i];
        }
    }
    return chain;
}

/// Applies a chain; stops at a record that is no edit (its bytes are set aside) and gives how many were applied.
std::size_t replay(RecordedState &state, const Chain &chain, const Journal &journal, Opened &opened) {
    std::size_t applied = 0;
    for (const std::size_t index : chain.rows) {
        const JournalRow &row = journal[index];
        const Result<PlanEdit> edit = restore_edit(row.bytes);
        if (!edit) {
            std::string rest;
            for (std::size_t i = applied; i < chain.rows.size(); ++i) {
                rest += journal[chain.rows[i]].bytes + "\n";
            }
            opened.unreadable.push_back({"changes in the journal could not be read: " + edit.error().message, std::move(rest)});
            return applied;
        }
        apply(state.plan, *edit);
        state.envelope.parent = row.parent;
        state.envelope.revision = journal.leadsTo[index];
        ++applied;
    }
    return applied;
}

/// The records from which `revision` was reached are spent: walks back over them. Gives the sequence of the last.
std::uint64_t mark_spent(const Journal &journal, std::string revision, std::vector<bool> &used) {
    std::uint64_t last = 0;
    for (std::size_t i = journal.size(); i-- > 0;) {
        if (!is_base(journal[i]) && journal.leadsTo[i] == revision) {
            used[i] = true;
            last = std::max(last, journal[i].sequence);
            revision = journal[i].parent;
        }
    }
    return last;
}

/// The state to open: the first slot that could be read, which is the chosen one if it could, else a base record.
std::optional<std::size_t> choose(const std::vector<RecordedState> &known) {
    if (known.empty()) {
        return std::nullopt;
    }
    const auto slot = std::find_if(known.begin(), known.end(), [](const RecordedState &state) { return state.slot != 0; });
    return slot == known.end() ? 0 : static_cast<std::size_t>(slot - known.begin());
}

/// The records that lead from a known state to `revision`, and which state that is; nothing where there is no such way.
struct Way {
    const RecordedState *from = nullptr;
    std::vector<std::size_t> rows;
};
std::optional<Way> way_to(const std::vector<RecordedState> &known, const Journal &journal, std::string revision) {
    Way way;
    for (std::size_t steps = 0; steps <= journal.size(); ++steps) {
        for (const RecordedState &state : known) {
            if (state.envelope.revision == revision) {
                way.from = &state;
                std::reverse(way.rows.begin(), way.rows.end());
                return way;
            }
        }
        const auto leads = std::find(journal.leadsTo.begin(), journal.leadsTo.end(), revision);
        const auto row = static_cast<std::size_t>(leads - journal.leadsTo.begin());
        if (leads == journal.leadsTo.end() || !is_edit(journal[row])) {
            break;
        }
        way.rows.push_back(row);
        revision = journal[row].parent;
    }
    return std::nullopt;
}

void collect_branches(const std::vector<RecordedState> &known, const Journal &journal, std::vector<bool> &used, Opened &opened) {
    for (std::size_t i = 0; i < journal.size(); ++i) {
        if (used[i] || !is_edit(journal[i])) {
            continue;
        }
        const std::optional<Way> way = way_to(known, journal, journal[i].parent);
        if (!way) {
            continue;
        }
        RecordedState state = *way->from;
        if (replay(state, {way->rows, {}}, journal, opened) != way->rows.size()) {
            continue;
        }
        const RecordedState fork = state;
        Chain branch = follow(journal, journal.leadsTo[i]);
        branch.rows.insert(branch.rows.begin(), i);
        for (const std::size_t index : branch.rows) {
            used[index] = true;
        }
        const std::size_t edits = replay(state, branch, journal, opened);
        if (edits > 0) {
            opened.branches.push_back({std::move(state.plan), std::move(state.envelope), edits, fork.plan, fork.envelope});
        }
    }
    std::string rest;
    for (std::size_t i = 0; i < journal.size(); ++i) {
        if (!used[i] && is_edit(journal[i])) {
            rest += journal[i].parent + " " + journal[i].bytes + "\n";
        }
    }
    if (!rest.empty()) {
        opened.unreadable.push_back({"changes were found that belong to a state of this plan that is gone", std::move(rest)});
    }
}

void remember_parts(PlanParts &held, const SlotChoice &choice, const StoredParts &parts, const RecordedState *read) {
    std::vector<std::string> others = choice.other ? choice.other->parts : std::vector<std::string>();
    if (choice.slot == 'A') {
        held.opened(choice.text.parts, std::move(others));
    } else {
        held.opened(std::move(others), choice.text.parts);
    }
    if (read != nullptr && read->repairs.empty()) {
        std::vector<std::size_t> sizes;
        for (const std::string &name : choice.text.parts) {
            sizes.push_back(parts.at(name).size());
        }
        held.read_from(*read->plan.accounts, choice.slot, sizes);
    }
}

void say_what_happened(const SlotChoice &choice, Opened &opened) {
    const bool older = choice.newestLost || (opened.usedSlot != 0 && choice.slot != 0 && opened.usedSlot != choice.slot);
    if (opened.found && older) {
        opened.sentences.emplace_back("The newest stored copy of this plan was damaged. This is the one before it" +
                                      std::string(opened.replayed > 0 ? ", with the changes from the journal." : "."));
    }
    if (opened.found && choice.partsLost > 0) {
        opened.sentences.push_back("Of this plan's accounts " + counted(choice.partsLost, "part", "parts") + " of up to " +
                                   grouped(accountChunkRows) + " could not be read and are missing here. Its revisions may hold them.");
    }
    if (!opened.branches.empty()) {
        std::size_t edits = 0;
        for (const Branch &branch : opened.branches) {
            edits += branch.edits;
        }
        opened.sentences.push_back(
            counted(edits, "change", "changes") +
            " made from another state of this plan, in another tab or before a crash, are kept among its revisions.");
    }
    if (!opened.unreadable.empty()) {
        opened.sentences.emplace_back("What could not be read was set aside, not deleted.");
    }
}

} // namespace

std::string next_revision(const std::string &parent, const std::string &editJson) { return sha256(parent + "\n" + editJson).substr(0, 20); }

struct OpenWork::State {
    platform::PlanLoaded loaded;
    Journal journal;
    StoredParts parts; ///< those of the store that are sound; views of what was loaded
    std::size_t checked = 0;
    std::optional<PartCheck> checking;
    SlotChoice choice;
    std::optional<JoinWork> joining;
    std::string file; ///< of the chosen slot
    std::optional<RestoreWork> reading;
    std::vector<RecordedState> known;
    Opened opened;
    Pieces pieces;

    explicit State(platform::PlanLoaded given) : loaded(std::move(given)), journal(loaded.journal) {}

    double check_part();
    double choose_slot_to_read();
    double read_slot();
    double replay_journal();
};

double OpenWork::State::check_part() {
    if (checked < loaded.parts.size()) {
        const platform::StoredPart &part = loaded.parts[checked];
        if (!checking) {
            checking.emplace(part.name, *part.bytes);
        }
        if (checking->go_on()) {
            if (checking->is_sound()) {
                parts.emplace(part.name, *part.bytes);
            }
            checking.reset();
            ++checked;
        }
    }
    return loaded.parts.empty() ? 1 : static_cast<double>(checked) / static_cast<double>(loaded.parts.size());
}

double OpenWork::State::choose_slot_to_read() {
    choice = choose_slot(loaded.slotA, loaded.slotB, loaded.marker, parts);
    set_aside_damaged(loaded, choice, parts, opened);
    if (choice.slot != 0) {
        joining.emplace(choice.text, parts);
    }
    return 1;
}

double OpenWork::State::read_slot() {
    if (joining) {
        if (joining->go_on()) {
            file = joining->take();
            joining.reset();
            reading.emplace(file);
        }
        return 0;
    }
    if (!reading) {
        return 1;
    }
    if (!reading->go_on()) {
        return reading->part();
    }
    take_state(known, opened, reading->take(), std::move(file), choice.slot);
    reading.reset();
    return 1;
}

double OpenWork::State::replay_journal() {
    for (const JournalRow &row : journal.rows) {
        opened.sequence = std::max(opened.sequence, row.sequence);
    }
    if (choice.partsLost == 0) {
        remember_parts(opened.parts, choice, parts, known.empty() ? nullptr : &known.front());
    }
    // With a large list each of the others takes as long as the one that is opened, so they are read only where they matter.
    bool all = known.empty();
    if (all) {
        read_others_into(known, opened, choice, parts, journal);
    }
    std::vector<bool> used(journal.size(), false);
    const std::optional<std::size_t> index = choose(known);
    if (index) {
        RecordedState state = known[*index];
        opened.slotSequence = mark_spent(journal, state.envelope.revision, used);
        for (std::size_t i = 0; i < journal.size(); ++i) {
            if (used[i] && is_stored(journal[i])) {
                opened.unjournalled = std::max(opened.unjournalled, journal[i].sequence);
            }
        }
        const Chain chain = follow(journal, state.envelope.revision);
        for (const std::size_t row : chain.rows) {
            used[row] = true;
        }
        opened.found = true;
        opened.usedSlot = state.slot;
        opened.replayed = replay(state, chain, journal, opened);
        opened.dirty = opened.replayed > 0 || state.slot == 0;
        opened.plan = std::move(state.plan);
        opened.envelope = std::move(state.envelope);
        opened.repairs = std::move(state.repairs);
    }
    for (std::size_t i = 0; i < journal.size() && !all; ++i) {
        if (!used[i] && is_edit(journal[i])) {
            all = true;
            read_others_into(known, opened, choice, parts, journal);
        }
    }
    collect_branches(known, journal, used, opened);
    opened.dirty = opened.dirty || !opened.branches.empty();
    say_what_happened(choice, opened);
    return 1;
}

OpenWork::OpenWork(platform::PlanLoaded loaded) : m_state(std::make_unique<State>(std::move(loaded))) {
    State &state = *m_state;
    state.pieces.add(1, [&state] { return state.check_part(); });
    state.pieces.add(1, [&state] { return state.choose_slot_to_read(); });
    state.pieces.add(1, [&state] { return state.read_slot(); });
    state.pieces.add(1, [&state] { return state.replay_journal(); });
}
OpenWork::~OpenWork() = default;

bool OpenWork::go_on() { return m_state->pieces.go_on(); }

Opened OpenWork::take() { return std::move(m_state->opened); }

Opened open_stored(platform::PlanLoaded loaded) {
    OpenWork work(std::move(loaded));
    while (!work.go_on()) {
    }
    return work.take();
}

} // namespace fullcourt
