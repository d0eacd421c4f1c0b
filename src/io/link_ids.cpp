#include "io/link_ids.h"

#include <algorithm>

#include "base/date.h"
#include "io/json_text.h"

namespace fullcourt {
namespace {

/// In the high two bits of an id's first byte. The low six are its length, or which of the ids before it is the same.
enum class Packing : std::uint8_t { plain = 0, four = 1, five = 2, again = 3 };
constexpr std::size_t longestId = 60;
constexpr unsigned kindShift = 6;

/// Those of random_id(); the first sixteen are the hexadecimal digits.
constexpr std::string_view letters32 = "0123456789abcdefghjkmnpqrstvwxyz";

constexpr Date firstDay{2020, 1, 1};
constexpr std::uint32_t daySeconds = 86'400;

// ---- Ids

Packing packing_of(std::string_view id) {
    std::size_t highest = 0;
    for (const char c : id) {
        const std::size_t value = letters32.find(c);
        if (value == std::string_view::npos) {
            return Packing::plain;
        }
        highest = std::max(highest, value);
    }
    return highest < 16 ? Packing::four : Packing::five;
}

unsigned bits_of(Packing packing) { return packing == Packing::four ? 4 : packing == Packing::five ? 5 : 8; }

std::size_t bytes_for(std::size_t length, Packing packing) { return (length * bits_of(packing) + 7) / 8; }

std::string packed_letters(std::string_view id, Packing packing) {
    if (packing == Packing::plain) {
        return std::string(id);
    }
    std::string bytes;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char c : id) {
        waiting = (waiting << bits_of(packing)) | static_cast<std::uint32_t>(letters32.find(c));
        bits += bits_of(packing);
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((waiting >> bits) & 255U);
        }
    }
    if (bits > 0) {
        bytes += static_cast<char>((waiting << (8 - bits)) & 255U);
    }
    return bytes;
}

std::string unpacked_letters(std::string_view bytes, std::size_t length, Packing packing) {
    if (packing == Packing::plain) {
        return std::string(bytes);
    }
    std::string id;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(c);
        bits += 8;
        while (bits >= bits_of(packing) && id.size() < length) {
            bits -= bits_of(packing);
            id += letters32[(waiting >> bits) & ((1U << bits_of(packing)) - 1U)];
        }
    }
    return id;
}

std::optional<std::string> take_id(std::string_view &bytes, const std::vector<std::string> &before) {
    if (bytes.empty()) {
        return std::nullopt;
    }
    const auto first = static_cast<unsigned char>(bytes.front());
    const auto packing = static_cast<Packing>(first >> kindShift);
    const std::size_t number = first & 63U;
    bytes.remove_prefix(1);
    if (packing == Packing::again) {
        return number < before.size() ? std::optional(before[number]) : std::nullopt;
    }
    const std::size_t size = bytes_for(number, packing);
    if (size > bytes.size()) {
        return std::nullopt;
    }
    std::string id = unpacked_letters(bytes.substr(0, size), number, packing);
    bytes.remove_prefix(size);
    return id;
}

// ---- The instant

std::string two(std::uint32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string instant_of(std::uint32_t seconds) {
    const std::uint32_t time = seconds % daySeconds;
    return to_text(date_after(firstDay, static_cast<int>(seconds / daySeconds))) + "T" + two(time / 3'600) + ":" + two(time / 60 % 60) +
           ":" + two(time % 60) + "Z";
}

/// Nothing for what would be written otherwise.
std::optional<std::uint32_t> seconds_of(const std::string &instant) {
    constexpr std::size_t length = 20;
    constexpr std::uint32_t mostDays = 40'000;
    const std::optional<Date> date = instant.size() == length ? parse_date(std::string_view(instant).substr(0, 10)) : std::nullopt;
    if (!date || *date < firstDay) {
        return std::nullopt;
    }
    const auto days = static_cast<std::uint32_t>(days_between(firstDay, *date));
    const auto digits = [&](std::size_t at) {
        return static_cast<std::uint32_t>((instant[at] - '0') * 10 + (instant[at + 1] - '0')) % 100U;
    };
    const std::uint32_t seconds = days * daySeconds + digits(11) * 3'600 + digits(14) * 60 + digits(17);
    return days < mostDays && instant_of(seconds) == instant ? std::optional(seconds) : std::nullopt;
}

} // namespace

LinkIds take_ids(Envelope &envelope) {
    LinkIds taken;
    std::vector<std::string> ids = {envelope.plan.text, envelope.revision, envelope.parent};
    ids.insert(ids.end(), envelope.ancestry.begin(), envelope.ancestry.end());
    const bool fit = std::all_of(ids.begin(), ids.end(), [](const std::string &id) { return id.size() <= longestId; });
    const bool any = std::any_of(ids.begin(), ids.end(), [](const std::string &id) { return !id.empty(); });
    if (fit && any && envelope.ancestry.size() <= longestAncestry) {
        taken.ids = std::move(ids);
        envelope.plan = PlanId();
        envelope.revision.clear();
        envelope.parent.clear();
        envelope.ancestry.clear();
        if (const std::optional<std::uint32_t> seconds = seconds_of(envelope.savedAt)) {
            taken.saved = *seconds + 1;
            envelope.savedAt.clear();
        }
    }
    return taken;
}

std::string ids_json(const LinkIds &ids) {
    std::string json;
    static constexpr std::string_view names[] = {"plan", "revision", "parent"};
    for (std::size_t i = 0; i < std::size(names) && i < ids.ids.size(); ++i) {
        if (!ids.ids[i].empty()) {
            json += "," + json_string(names[i]) + ":" + json_string(ids.ids[i]);
        }
    }
    for (std::size_t i = std::size(names); i < ids.ids.size(); ++i) {
        json += (i == std::size(names) ? ",\"ancestry\":[" : ",") + json_string(ids.ids[i]);
    }
    json += ids.ids.size() > std::size(names) ? "]" : "";
    if (ids.saved != 0) {
        json += ",\"saved\":" + json_string(instant_of(ids.saved - 1));
    }
    return json;
}

std::string packed(const LinkIds &ids) {
    std::string bytes(1, static_cast<char>(ids.ids.size()));
    for (auto id = ids.ids.begin(); id != ids.ids.end(); ++id) {
        const auto before = std::find(ids.ids.begin(), id, *id);
        const bool again = before != id && !id->empty();
        const Packing packing = again ? Packing::again : packing_of(*id);
        const auto number = static_cast<unsigned>(again ? static_cast<std::size_t>(before - ids.ids.begin()) : id->size());
        bytes += static_cast<char>((static_cast<unsigned>(packing) << kindShift) | number);
        bytes += again ? std::string() : packed_letters(*id, packing);
    }
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        if (!ids.ids.empty()) {
            bytes += static_cast<char>((ids.saved >> shift) & 255U);
        }
    }
    return bytes;
}

std::optional<LinkIds> take_packed(std::string_view &bytes) {
    constexpr std::size_t least = 3; // plan, revision, parent
    if (bytes.empty()) {
        return std::nullopt;
    }
    const std::size_t count = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    LinkIds ids;
    if (count == 0) {
        return ids;
    }
    if (count < least || count > least + longestAncestry) {
        return std::nullopt;
    }
    while (ids.ids.size() < count) {
        std::optional<std::string> id = take_id(bytes, ids.ids);
        if (!id) {
            return std::nullopt;
        }
        ids.ids.push_back(*std::move(id));
    }
    for (int i = 0; i < 4; ++i) {
        if (bytes.empty()) {
            return std::nullopt;
        }
        ids.saved = (ids.saved << 8U) | static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
    }
    return ids;
}

} // namespace fullcourt
