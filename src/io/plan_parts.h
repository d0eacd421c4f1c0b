// What of a plan has to be written so that the store holds it (io/slots.h): of a plan with many accounts, only the chunks of rows
// that the store does not hold yet, and a slot without them.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "io/slots.h"

namespace fullcourt {

struct PlanWrite {
    std::string slot;
    std::vector<std::pair<std::string, Shared<std::string>>> parts; ///< name and bytes of those that the store does not hold
    std::vector<std::string> needs;                                 ///< names of all that this slot needs
    std::set<std::string> keep;                                     ///< and of all that either slot does, from now on
    std::size_t bytes = 0;                                          ///< of the plan file
};

/// A plan file in pieces, to be put together from what the store holds.
struct PlanPieces {
    PlanFrame frame;
    std::vector<std::pair<std::string, Shared<std::string>>> parts; ///< all that stand within the frame; no bytes: the store holds them
    std::size_t bytes = 0;                                          ///< of the plan file
};

/// Remembers by what name each chunk of rows is stored, and what the store holds.
class PlanParts {
  public:
    /// What a start found in the slots.
    void opened(std::vector<std::string> partsOfA, std::vector<std::string> partsOfB);
    /// These accounts were read, without repairs, from the parts of that slot ('A' or 'B'), of so many bytes: they need no naming.
    void read_from(const Accounts &accounts, char slot, const std::vector<std::size_t> &partBytes);
    /// The store was emptied: everything is written again.
    void emptied();
    /// What was written last may be on disk or not: all that it needs is written again.
    void failed();

    /// Writes and names up to `most` chunks that were changed since they were named. True when none is left; at once for a plan
    /// whose rows lie in the slot.
    bool prepare(const Plan &plan, std::size_t most);
    /// Prepares what is left. `slot` is 'A' or 'B'.
    PlanWrite write(const Plan &plan, const Envelope &envelope, char slot);
    /// Prepares what is left.
    PlanPieces pieces(const Plan &plan, const Envelope &envelope);
    /// Takes over the names that a copy of this gave to the chunks of the plan that was prepared there.
    void take_names(const PlanParts &prepared);
    /// What the plan holds, in few bytes: the plan file, but a digest for each chunk where there are many accounts. Prepares what is
    /// left.
    std::string contents(const Plan &plan);
    /// What was written last is on disk.
    void stored();

    friend bool operator==(const PlanParts &, const PlanParts &) = default;

  private:
    struct Chunk {
        Shared<Texts> keys;
        std::vector<Shared<AccountCells>> cells;
        std::string name; ///< empty: changed since
        std::size_t bytes = 0;
        Shared<std::string> text; ///< until the store holds it

        bool is(const AccountTable &table, std::size_t chunk) const;
        friend bool operator==(const Chunk &, const Chunk &) = default;
    };
    static Chunk chunk_of(const AccountTable &table, std::size_t index);
    std::set<std::string> names_in_slots() const;
    /// For an empty envelope; taking a copy over writes the same plan for several.
    const PlanFrame &frame_of(const Plan &plan);

    struct Written {
        Plan plan;
        PlanFrame frame;

        friend bool operator==(const Written &, const Written &) = default;
    };
    std::optional<Shared<Written>> m_written; ///< the frame that was written last
    std::vector<AccountColumnId> m_columns;   ///< in the order in which the rows were written
    std::vector<Chunk> m_chunks;
    std::array<std::vector<std::string>, 2> m_slots; ///< what each needs
    std::set<std::string> m_held;                    ///< parts that are on disk
};

} // namespace fullcourt
