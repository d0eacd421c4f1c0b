#include "io/slots.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/hash.h"
#include "io/restore.h"

namespace fullcourt {
namespace {

constexpr std::string_view slotTitle = "fullcourt-slot 1 ";
constexpr std::string_view partedTitle = "fullcourt-slot 2 ";

std::string header(std::string_view title, std::string_view body) {
    return std::string(title) + sha256(body) + " " + std::to_string(body.size()) + "\n";
}

/// Takes a line, without its end, off the front.
std::string_view take_line(std::string_view &text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::optional<std::size_t> take_decimal(std::string_view &text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<SlotText> read_parted(std::string_view body) {
    std::string_view sizes = take_line(body);
    const std::optional<std::size_t> count = take_decimal(sizes);
    if (!count || !sizes.starts_with(' ')) {
        return std::nullopt;
    }
    sizes.remove_prefix(1);
    const std::optional<std::size_t> before = take_decimal(sizes);
    if (!before) {
        return std::nullopt;
    }
    SlotText text;
    for (std::size_t part = 0; part < *count && !body.empty(); ++part) {
        text.parts.emplace_back(take_line(body));
    }
    if (text.parts.size() != *count || *before > body.size()) {
        return std::nullopt;
    }
    text.before = body.substr(0, *before);
    text.after = body.substr(*before);
    return text;
}

/// Of the envelope, what tells which of two files is newer. Empty where the bytes are no plan file.
struct Stamp {
    std::string revision;
    std::string parent;
    std::string savedAt;
};

Stamp stamp_of(const SlotText &slot, const StoredParts &parts) {
    const Result<Restored> restored = restore(plan_file(slot, parts));
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

/// Of a part, from the digest of its bytes.
std::string name_of(const std::string &digest) { return digest.substr(0, 40); }

bool is_name(std::string_view marker) { return marker == "A" || marker == "B"; }

/// Whether B of two that can be read is the newer.
bool prefers_b(const SlotText &a, const SlotText &b, std::string_view marker, const StoredParts &parts) {
    return is_name(marker) ? marker == "B" : is_newer(stamp_of(b, parts), stamp_of(a, parts));
}

} // namespace

std::string part_name(std::string_view bytes) { return name_of(sha256(bytes)); }

bool PartCheck::is_sound() { return name_of(m_digest.digest()) == m_name; }

bool PartCheck::go_on() {
    constexpr std::size_t atOnce = std::size_t{64} << 10U;
    m_digest.add(m_rest.substr(0, atOnce));
    m_rest.remove_prefix(std::min(atOnce, m_rest.size()));
    return m_rest.empty();
}

std::string write_slot(std::string_view planBytes) { return header(slotTitle, planBytes).append(planBytes); }

std::string write_slot(const PlanFrame &frame, const std::vector<std::string> &parts) {
    std::string body = std::to_string(parts.size()) + " " + std::to_string(frame.before.size()) + "\n";
    for (const std::string &name : parts) {
        body += name;
        body += '\n';
    }
    body += frame.before;
    body += frame.after;
    return header(partedTitle, body).append(body);
}

std::optional<SlotText> read_slot(std::string_view slot) {
    const std::size_t end = slot.find('\n');
    const bool parted = slot.starts_with(partedTitle);
    if (end == std::string_view::npos || !(parted || slot.starts_with(slotTitle))) {
        return std::nullopt;
    }
    const std::string_view body = slot.substr(end + 1);
    if (slot.substr(0, end + 1) != header(parted ? partedTitle : slotTitle, body)) {
        return std::nullopt;
    }
    return parted ? read_parted(body) : SlotText{{}, body, {}};
}

std::size_t missing_parts(const SlotText &slot, const StoredParts &parts) {
    return static_cast<std::size_t>(
        std::count_if(slot.parts.begin(), slot.parts.end(), [&](const std::string &name) { return !parts.contains(name); }));
}

JoinWork::JoinWork(const SlotText &slot, const StoredParts &parts) : m_slot(slot), m_parts(parts) {
    std::size_t size = slot.before.size() + slot.after.size();
    for (std::size_t part = 0; part < slot.parts.size(); ++part) {
        size += bytes_of(part).size();
    }
    m_file.reserve(size);
    m_file += slot.before;
}

std::string_view JoinWork::bytes_of(std::size_t part) const {
    const auto found = m_parts.find(m_slot.parts[part]);
    return found == m_parts.end() ? std::string_view() : found->second;
}

bool JoinWork::go_on() {
    constexpr std::size_t atOnce = 4;
    for (const std::size_t end = std::min(m_next + atOnce, m_slot.parts.size()); m_next < end; ++m_next) {
        m_file += bytes_of(m_next);
    }
    if (m_next < m_slot.parts.size()) {
        return false;
    }
    m_file += m_slot.after;
    return true;
}

std::string plan_file(const SlotText &slot, const StoredParts &parts) {
    JoinWork file(slot, parts);
    while (!file.go_on()) {
    }
    return file.take();
}

SlotChoice choose_slot(std::string_view slotA, std::string_view slotB, std::string_view marker, const StoredParts &parts) {
    std::optional<SlotText> a = read_slot(slotA);
    std::optional<SlotText> b = read_slot(slotB);
    const bool wholeA = a && missing_parts(*a, parts) == 0;
    const bool wholeB = b && missing_parts(*b, parts) == 0;
    SlotChoice choice;
    choice.damagedA = !wholeA && !slotA.empty();
    choice.damagedB = !wholeB && !slotB.empty();
    if (!a && !b) {
        choice.empty = slotA.empty() && slotB.empty();
        return choice;
    }
    if (wholeA != wholeB) {
        (wholeA ? b : a).reset();
    }
    const bool useB = a && b ? prefers_b(*a, *b, marker, parts) : !a;
    choice.slot = useB ? 'B' : 'A';
    choice.text = std::move(useB ? *b : *a);
    if (wholeA && wholeB) {
        choice.other = std::move(useB ? a : b);
    }
    choice.partsLost = missing_parts(choice.text, parts);
    if (is_name(marker)) {
        choice.newestLost = marker.front() != choice.slot;
    } else {
        // Without a marker nobody can tell whether a slot that does not verify was the newer one.
        choice.newestLost = useB ? choice.damagedA : choice.damagedB;
    }
    return choice;
}

} // namespace fullcourt
