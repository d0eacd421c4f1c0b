// The only way in: bytes from anywhere → a sound plan and a report of what had to be mended (DESIGN §2, §5).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/envelope.h"

namespace fullcourt {

/// What was mended, in sentences that say what was wrong, where, and what was kept. Past `mostSentences` they are
/// counted, not listed.
///
/// `kept` is no repair, so `empty()` does not ask for it: what stands in the file as somebody left it but means
/// nothing today (letters under a role that is gone, a letter that the grid no longer has). It stays as it is, and
/// the same file would say the same again.
struct RepairReport {
    std::vector<std::string> sentences;
    std::size_t more = 0;
    std::vector<std::string> kept;
    std::size_t moreKept = 0;

    bool empty() const { return sentences.empty(); }
    friend bool operator==(const RepairReport &, const RepairReport &) = default;
};
inline constexpr std::size_t mostSentences = 100;

struct Restored {
    Plan plan;
    Envelope envelope;
    RepairReport report;
};

/// What a file may hold before it is refused. Tests make them small.
struct RestoreLimits {
    std::size_t bytes = std::size_t{512} << 20U;
    std::size_t depth = 64;
    std::size_t nodes = 20'000'000;
    std::size_t items = 100'000;       ///< of one collection of this version
    std::size_t nameBytes = 1'000;     ///< a longer name is shortened, reported
    std::size_t textBytes = 1'000'000; ///< a longer note or description is shortened, reported
    std::size_t entries = 10'000;      ///< of one list within an item (attendees, topics, values); more are left out, reported
};

/// Fails, with one sentence and where it can be known a line and column, for: bytes that are no JSON or no plan
/// file, a newer format version, and what passes the limits. Everything else is mended with a report: ill-formed
/// UTF-8, NUL characters, numbers out of range, wrong types, duplicate keys and ids, missing names, impossible
/// letters, positions that are none, numbers outside of their field's range. Cells, columns and phases that refer to nothing
/// known, and items, notes, ballots and tallies that do, are kept and named in `report.kept`. Keys it does not know are kept as
/// they are. For every plan p and envelope e within the limits: restore(write_plan(p, e)) gives p and e with an empty report.
Result<Restored> restore(std::string_view bytes, const RestoreLimits &limits = {});

/// The same in pieces of some milliseconds, for plans with many accounts.
///
///     RestoreWork work(bytes);
///     while (!work.go_on()) { … show work.part(), or stop … }
///     const Result<Restored> restored = work.take();
class RestoreWork {
  public:
    /// The bytes outlive it.
    explicit RestoreWork(std::string_view bytes, const RestoreLimits &limits = {});
    ~RestoreWork();
    RestoreWork(const RestoreWork &) = delete;
    RestoreWork &operator=(const RestoreWork &) = delete;

    /// True once all is done, or cannot be.
    bool go_on();
    /// 0 to 1.
    double part() const;
    /// When all is done.
    Result<Restored> take();

  private:
    struct State;
    std::unique_ptr<State> m_state;
    bool m_failed = false;
};

/// Whether the bytes look like a plan file at all (for drop and paste, which also take CSV).
bool looks_like_plan(std::string_view bytes);

} // namespace fullcourt
