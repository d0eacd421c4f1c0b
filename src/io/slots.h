// Two slots a plan on disk, and which of them to believe (DESIGN §3).
//
// A slot is one header line, "fullcourt-slot 1 SHA256 BYTES\n", and then the plan file's bytes. The newest that
// verifies wins; the marker names the slot written last.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

std::string write_slot(std::string_view planBytes);

/// The plan file's bytes, or nothing where the header, the length or the digest do not agree.
std::optional<std::string_view> read_slot(std::string_view slot);

struct SlotChoice {
    char slot = 0;          ///< 'A' or 'B'; 0: neither verifies
    std::string_view bytes; ///< the plan file's bytes, within what was given
    std::string_view other; ///< those of the other slot, if it verifies, too
    bool damagedA = false;  ///< the slot holds something that does not verify
    bool damagedB = false;
    bool newestLost = false; ///< the slot that the marker names did not verify: the other, older one is used
    bool empty = false;      ///< nothing was ever stored
};

/// `marker` is "A", "B" or anything (then the slot whose envelope was saved later wins).
SlotChoice choose_slot(std::string_view slotA, std::string_view slotB, std::string_view marker);

} // namespace fullcourt
