// Two slots a plan on disk, and which of them to believe (DESIGN §3).
//
// A slot is one header line, "fullcourt-slot 1 SHA256 BYTES\n", and then the plan file's bytes. The newest that
// verifies wins; the marker names the slot written last.
//
// A plan with many accounts is cut into pieces, so that an edit writes few of them: "fullcourt-slot 2 SHA256 BYTES\n", then how
// many parts there are and how many of the file's bytes stand before them, "25 81234\n", the parts' names, one a line, and the file
// without them. A part lies beside the slots, holds the rows of one chunk of the account table and is named by a digest of its
// bytes; slots that agree in a chunk share its part.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "io/write.h"

namespace fullcourt {

/// What lies beside the slots: name → bytes.
using StoredParts = std::map<std::string, std::string_view, std::less<>>;

/// 40 hexadecimal digits.
std::string part_name(std::string_view bytes);
/// Looks whether a part's bytes are what its name says, in pieces of a few milliseconds.
class PartCheck {
  public:
    /// The bytes outlive it.
    PartCheck(std::string_view name, std::string_view bytes) : m_name(name), m_rest(bytes) {}
    /// True once all of them are looked at.
    bool go_on();
    /// Then.
    bool is_sound();

  private:
    std::string_view m_name;
    std::string_view m_rest;
    Sha256 m_digest;
};

std::string write_slot(std::string_view planBytes);
std::string write_slot(const PlanFrame &frame, const std::vector<std::string> &parts);

/// What a slot says of the plan file: `before`, then the parts' bytes, then `after`. The views are of the slot.
struct SlotText {
    std::vector<std::string> parts;
    std::string_view before;
    std::string_view after;
};

/// Nothing where the header, the length or the digest do not agree.
std::optional<SlotText> read_slot(std::string_view slot);

/// How many of its parts are missing.
std::size_t missing_parts(const SlotText &slot, const StoredParts &parts);
/// The plan file; without the rows of parts that are missing.
std::string plan_file(const SlotText &slot, const StoredParts &parts);

/// The same in pieces: some parts are joined at a time.
class JoinWork {
  public:
    /// Both outlive it.
    JoinWork(const SlotText &slot, const StoredParts &parts);
    /// True once all of it is there.
    bool go_on();
    std::string take() { return std::move(m_file); }

  private:
    std::string_view bytes_of(std::size_t part) const;
    const SlotText &m_slot;
    const StoredParts &m_parts;
    std::size_t m_next = 0;
    std::string m_file;
};

struct SlotChoice {
    char slot = 0;                 ///< 'A' or 'B'; 0: neither verifies
    SlotText text;                 ///< what the slot says; the views are of what was given
    std::optional<SlotText> other; ///< the other slot, if it verifies with all of its parts, too
    std::size_t partsLost = 0;     ///< parts of the chosen slot that are missing, where no slot has all of its own
    bool damagedA = false;         ///< the slot holds something that does not verify, or not with all of its parts
    bool damagedB = false;
    bool newestLost = false; ///< the slot that the marker names did not verify: the other, older one is used
    bool empty = false;      ///< nothing was ever stored
};

/// `marker` is "A", "B" or anything (then the slot whose envelope was saved later wins); `parts` are sound.
SlotChoice choose_slot(std::string_view slotA, std::string_view slotB, std::string_view marker, const StoredParts &parts);

} // namespace fullcourt
