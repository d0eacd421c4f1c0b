#include "io/slots.h"

#include "base/hash.h"
#include "io/restore.h"

namespace fullcourt {
namespace {

constexpr std::string_view slotTitle = "fullcourt-slot 1 ";

std::string header(std::string_view planBytes) {
    return std::string(slotTitle) + sha256(planBytes) + " " + std::to_string(planBytes.size()) + "\n";
}

/// Of the envelope, what tells which of two files is newer. Empty where the bytes are no plan file.
struct Stamp {
    std::string revision;
    std::string parent;
    std::string savedAt;
};

Stamp stamp_of(std::string_view planBytes) {
    const Result<Restored> restored = restore(planBytes);
    if (!restored) {
        return {};
    }
    return {restored->envelope.revision, restored->envelope.parent, restored->envelope.savedAt};
}

bool is_newer(const Stamp &b, const Stamp &a) {
    if (b.savedAt != a.savedAt) {
        return b.savedAt > a.savedAt;
    }
    return !b.parent.empty() && b.parent == a.revision;
}

} // namespace

std::string write_slot(std::string_view planBytes) { return header(planBytes).append(planBytes); }

std::optional<std::string_view> read_slot(std::string_view slot) {
    const std::size_t end = slot.find('\n');
    if (!slot.starts_with(slotTitle) || end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view bytes = slot.substr(end + 1);
    if (slot.substr(0, end + 1) != header(bytes)) {
        return std::nullopt;
    }
    return bytes;
}

SlotChoice choose_slot(std::string_view slotA, std::string_view slotB, std::string_view marker) {
    const std::optional<std::string_view> a = read_slot(slotA);
    const std::optional<std::string_view> b = read_slot(slotB);
    SlotChoice choice;
    choice.damagedA = !a && !slotA.empty();
    choice.damagedB = !b && !slotB.empty();
    if (!a && !b) {
        choice.empty = slotA.empty() && slotB.empty();
        return choice;
    }
    bool useB = !a;
    if (a && b) {
        useB = marker == "A" || marker == "B" ? marker == "B" : is_newer(stamp_of(*b), stamp_of(*a));
    }
    choice.slot = useB ? 'B' : 'A';
    choice.bytes = useB ? *b : *a;
    choice.other = (useB ? a : b).value_or(std::string_view());
    if (marker == "A" || marker == "B") {
        choice.newestLost = marker.front() != choice.slot;
    } else {
        // Without a marker nobody can tell whether a slot that does not verify was the newer one.
        choice.newestLost = useB ? choice.damagedA : choice.damagedB;
    }
    return choice;
}

} // namespace fullcourt
