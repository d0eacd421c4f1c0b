// From what the store holds of a plan to the plan: slot, then journal (DESIGN §3).
//
// Every state of a plan has a revision. A slot holds one state; a journal record leads from its parent's revision to a
// next one, which is a digest of the parent and the record, as in a chain of commits. Records that lead on from the
// slot are replayed; those that led to it are spent; all others are a branch, somebody's work from another state, and are
// kept apart, never mixed in and never dropped.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "io/plan_parts.h"
#include "io/restore.h"
#include "platform/platform.h"

namespace fullcourt {

/// The revision that a journal record leads to: 20 hexadecimal digits.
std::string next_revision(const std::string &parent, const std::string &editJson);

/// A plan's state that is not the one being opened but must not be lost.
struct Branch {
    Plan plan;
    Envelope envelope;
    std::size_t edits = 0;
    Plan fork; ///< the state that its changes began from, which led to the opened one, too
    Envelope forkEnvelope;
};

/// Bytes that could not be read and are to be set aside.
struct Unreadable {
    std::string why;
    std::string bytes;
};

struct Opened {
    bool found = false; ///< there is a plan
    Plan plan;
    Envelope envelope;              ///< its revision is the present state's
    RepairReport repairs;           ///< of the slot's or base's file
    std::size_t replayed = 0;       ///< edits taken from the journal
    std::uint64_t sequence = 0;     ///< the highest sequence number in the journal
    std::uint64_t slotSequence = 0; ///< of the record that led to the used slot's state; 0: it is no longer in the journal
    std::uint64_t unjournalled = 0; ///< of the newest change in the used slot that no record holds; 0: none
    bool dirty = false;             ///< the journal holds what the slots do not: store soon
    char usedSlot = 0;              ///< 'A', 'B' or 0
    PlanParts parts;                ///< what the store holds, and of the slot what has not changed since
    std::vector<Branch> branches;
    std::vector<Unreadable> unreadable;
    std::vector<std::string> sentences; ///< what the person should know, if anything
};

/// Without an error.
Opened open_stored(platform::PlanLoaded loaded);

/// The same in pieces of some milliseconds, for plans with many accounts.
///
///     OpenWork work(std::move(loaded));
///     while (!work.go_on()) { … or stop … }
///     Opened opened = work.take();
class OpenWork {
  public:
    explicit OpenWork(platform::PlanLoaded loaded);
    ~OpenWork();
    OpenWork(const OpenWork &) = delete;
    OpenWork &operator=(const OpenWork &) = delete;

    /// True once all is done.
    bool go_on();
    /// When all is done.
    Opened take();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace fullcourt
