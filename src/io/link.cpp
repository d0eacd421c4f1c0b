#include "io/link.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/base64.h"
#include "base/text.h"
#include "io/assets.h"
#include "io/deflate.h"
#include "io/link_ids.h"
#include "io/text_steps.h"
#include "io/write.h"

namespace fullcourt {
namespace {

constexpr std::uint32_t linkVersion = 1;
enum class Form : std::uint8_t { text = 0, steps = 1 };

/// In the envelope of a copy that is not whole: what is missing.
constexpr const char *withoutKey = "without";
constexpr const char *withoutAccounts = "[\"accounts\"]";

constexpr std::size_t checksumBytes = 4;

// ---- Dictionaries

/// Versions count from 1.
std::string_view dictionary(std::uint32_t version) {
    const std::string name = std::to_string(version) + ".txt";
    for (const assets::File &file : assets::link_dictionaries()) {
        if (file.name == name) {
            return file.bytes;
        }
    }
    return {};
}

/// The part that plans are compared with: templates. Words behind an empty line, which no plan's text has, only help deflate.
std::string_view templates_in(std::string_view words) { return words.substr(0, words.find("\n\n") + 1); }

std::uint32_t newest_dictionary() {
    std::uint32_t version = 1;
    while (!dictionary(version + 1).empty()) {
        ++version;
    }
    return version;
}

// ---- Writing

/// The smallest form.
struct Body {
    Form form = Form::text;
    std::string bytes;
};

Body body_of(const std::string &text, std::string_view words) {
    Body body{Form::text, deflated(text, words)};
    if (const std::optional<std::string> steps = steps_between(templates_in(words), text)) {
        std::string bytes = deflated(*steps, words);
        if (bytes.size() < body.bytes.size()) {
            body = {Form::steps, std::move(bytes)};
        }
    }
    return body;
}

std::string with_head(const std::string &rest) {
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(rest.size()));
    const std::uint32_t checksum = checksum_of(rest);
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>((checksum >> shift) & 255U);
    }
    return bytes + rest;
}

// ---- Reading

Error no_link() { return {"This is no link to a plan: there is no “" + std::string(linkMark) + "…” in it.", {}}; }
Error was_cut(std::size_t arrived, std::size_t whole) {
    return {"This link was cut on the way: of its " + std::to_string(whole) + " characters only " + std::to_string(arrived) +
                " arrived. Chats and mail programs shorten long links (Teams at about 2,048 characters, Slack at about 4,000). Ask for the "
                "plan as a file, which always arrives whole.",
            {}};
}
Error was_cut_at_once() {
    return {
        "This link was cut on the way: next to nothing of it arrived. Copy it once more from where it came from, or ask for the plan as "
        "a file, which always arrives whole.",
        {}};
}
Error was_altered() {
    return {"This link was altered on the way, so it no longer says what the plan was. Copy it once more from where it came from, or ask "
            "for the plan as a file.",
            {}};
}
Error too_large() {
    return {"This link holds more than any link that Fullcourt makes, so it was not unpacked. Ask for the plan as a file.", {}};
}
Error is_newer() {
    return {"This link comes from a newer version of Fullcourt than this one. Get the newest version (a page: reload it) and open the link "
            "again.",
            {}};
}

constexpr std::array<std::string_view, 4> marks = {"#plan=", "%23plan=", "#plan%3d", "%23plan%3d"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What follows the mark; nothing where there is none.
std::optional<std::string_view> after_mark(std::string_view text) {
    const std::string lower = lowered(text);
    for (const std::string_view mark : marks) {
        const std::size_t at = lower.find(mark);
        if (at != std::string::npos) {
            return text.substr(at + mark.size());
        }
    }
    const std::string_view bare = trimmed(text);
    const std::string_view name = linkMark.substr(1);
    return bare.starts_with(name) ? std::optional(bare.substr(name.size())) : std::nullopt;
}

struct Characters {
    std::string letters;      ///< without white space, up to the first that is none of base64url's
    bool goesOnAfter = false; ///< after another character there are more
};

Characters characters_of(std::string_view text) {
    // One more than the longest is enough to see that it is longer, whatever was pasted.
    constexpr std::size_t most = longestLinkBytes * 2;
    Characters found;
    std::size_t at = 0;
    for (; at < text.size() && found.letters.size() < most; ++at) {
        if (is_base64url(text[at])) {
            found.letters += text[at];
        } else if (!is_space(text[at])) {
            break;
        }
    }
    const std::string_view rest = text.substr(at);
    found.goesOnAfter = std::any_of(rest.begin(), rest.end(), is_base64url);
    return found;
}

std::size_t characters_for(std::size_t bytes) { return (bytes * 8 + 5) / 6; }

/// What the length and the checksum vouch for.
Result<std::string> checked(std::string_view text) {
    const std::optional<std::string_view> marked = after_mark(text);
    if (!marked) {
        return no_link();
    }
    const Characters characters = characters_of(*marked);
    const std::string bytes = *from_base64url(characters.letters);
    std::string_view rest = bytes;
    const std::optional<std::uint32_t> length = take_number(rest);
    if (!length) {
        return bytes.size() < checksumBytes ? was_cut_at_once() : was_altered();
    }
    if (*length > longestLinkBytes) {
        return too_large();
    }
    const std::size_t whole = bytes.size() - rest.size() + checksumBytes + *length;
    if (bytes.size() < whole) {
        return characters.goesOnAfter ? was_altered() : was_cut(characters.letters.size(), characters_for(whole));
    }
    std::uint32_t checksum = 0;
    for (const char c : rest.substr(0, checksumBytes)) {
        checksum = (checksum << 8U) | static_cast<unsigned char>(c);
    }
    rest = rest.substr(checksumBytes, *length);
    if (checksum_of(rest) != checksum) {
        return was_altered();
    }
    return std::string(rest);
}

/// The text with the ids and the instant where the canonical file has them: behind the version.
std::string with_ids(std::string text, const LinkIds &ids) {
    static constexpr std::string_view beginning = "{\"fullcourt\":{\"version\":";
    if (!text.starts_with(beginning)) {
        return text;
    }
    const std::size_t at = text.find_first_not_of("0123456789", beginning.size());
    return at == std::string::npos ? text : text.insert(at, ids_json(ids));
}

std::optional<std::string> unpacked(Form form, const std::string &bytes, std::string_view words) {
    return form == Form::text ? std::optional(bytes) : follow_steps(templates_in(words), bytes, longestLinkText);
}

} // namespace

Result<std::string> write_link(const Plan &plan, const Envelope &envelope) {
    Envelope stays = envelope;
    const bool leaves = accounts_left_by_link(plan) > 0;
    if (leaves) {
        stays.extra[withoutKey] = withoutAccounts;
    }
    const LinkIds ids = take_ids(stays);
    const std::string text = write_plan(leaves ? without_accounts(plan) : plan, stays);
    const Error tooLarge{"This plan is too large for a link, even without its accounts. Send it as a file.", {}};
    if (text.size() > longestLinkText) {
        return tooLarge;
    }
    const std::uint32_t version = newest_dictionary();
    const Body body = body_of(text, dictionary(version));
    std::string rest;
    append_number(rest, linkVersion);
    append_number(rest, version);
    rest += static_cast<char>(body.form);
    rest += packed(ids) + body.bytes;
    if (rest.size() > longestLinkBytes) {
        return tooLarge;
    }
    return std::string(linkMark) + to_base64url(with_head(rest));
}

Result<std::string> read_link(std::string_view text) {
    const Result<std::string> link = checked(text);
    if (!link) {
        return link.error();
    }
    std::string_view rest = *link;
    const std::optional<std::uint32_t> version = take_number(rest);
    if (version && *version > linkVersion) {
        return is_newer();
    }
    const std::optional<std::uint32_t> words = take_number(rest);
    if (!version || !words || *version == 0) {
        return was_altered();
    }
    if (dictionary(*words).empty()) {
        return is_newer();
    }
    if (rest.empty() || static_cast<unsigned char>(rest.front()) > static_cast<unsigned char>(Form::steps)) {
        return was_altered();
    }
    const auto form = static_cast<Form>(rest.front());
    rest.remove_prefix(1);
    const std::optional<LinkIds> ids = take_packed(rest);
    if (!ids) {
        return was_altered();
    }
    const Inflated body = inflated(rest, dictionary(*words), longestLinkText);
    if (body.outcome != Inflated::Outcome::whole) {
        return body.outcome == Inflated::Outcome::tooLong ? too_large() : was_altered();
    }
    std::optional<std::string> plan = unpacked(form, body.bytes, dictionary(*words));
    if (!plan) {
        return was_altered();
    }
    return with_ids(*std::move(plan), *ids);
}

bool looks_like_link(std::string_view text) { return after_mark(text).has_value(); }

std::size_t accounts_left_by_link(const Plan &plan) { return std::max(plan.accounts->table.rows(), plan.accounts->marks.size()); }

bool left_accounts(const Envelope &envelope) {
    const auto without = envelope.extra.find(withoutKey);
    return without != envelope.extra.end() && without->second == withoutAccounts;
}

Plan without_accounts(Plan plan) {
    Accounts &accounts = plan.accounts.edit();
    accounts.table = {};
    accounts.marks.clear();
    return plan;
}

Restored with_what_links_leave(Restored received, const Plan &from) {
    if (!left_accounts(received.envelope) || accounts_left_by_link(received.plan) > 0) {
        return received;
    }
    received.envelope.extra.erase(std::string(withoutKey));
    if (accounts_left_by_link(from) > 0) {
        Accounts &accounts = received.plan.accounts.edit();
        accounts.table = from.accounts->table;
        accounts.marks = from.accounts->marks;
    }
    return received;
}

} // namespace fullcourt
