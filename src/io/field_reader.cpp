#include "io/field_reader.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool has_control_characters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; });
}

} // namespace

std::string sound_id(std::string_view text) { return text.size() <= maximumIdBytes ? std::string(text) : sha256(text).substr(0, 16); }

const Tree *FieldReader::claim(std::string_view key) {
    m_claimed.push_back(key);
    const auto it = m_object.find(std::string(key));
    return it == m_object.end() ? nullptr : &it->second;
}

const Tree::array_t *FieldReader::claim_list(std::string_view key) {
    const Tree *tree = claim(key);
    const Tree::array_t *list = tree == nullptr ? nullptr : tree->get_ptr<const Tree::array_t *>();
    if (tree != nullptr && list == nullptr) {
        tell(in_quotes(key) + " was " + std::string(kind_of(*tree)) + " where a list belongs; it was left out.");
    }
    return list;
}

const Tree::object_t *FieldReader::claim_object(std::string_view key) {
    const Tree *tree = claim(key);
    const Tree::object_t *object = tree == nullptr ? nullptr : tree->get_ptr<const Tree::object_t *>();
    if (tree != nullptr && object == nullptr) {
        tell(in_quotes(key) + " was " + std::string(kind_of(*tree)) + " where an object belongs; it was left out.");
    }
    return object;
}

std::optional<std::string> FieldReader::string_at(std::string_view key) {
    const Tree *tree = claim(key);
    if (tree == nullptr) {
        return std::nullopt;
    }
    if (const auto *text = tree->get_ptr<const std::string *>()) {
        return *text;
    }
    if (tree->is_number() || tree->is_boolean()) {
        std::string text = canonical_text(*tree);
        tell(in_quotes(key) + " was " + std::string(kind_of(*tree)) + " where a text belongs; it is kept as “" + text + "”.");
        return text;
    }
    tell(in_quotes(key) + " was " + std::string(kind_of(*tree)) + " where a text belongs; it was left out.");
    return std::nullopt;
}

std::string FieldReader::shortened(std::string_view key, std::string text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    tell(in_quotes(key) + " had " + std::to_string(text.size()) + " bytes; it was shortened to " + std::to_string(bytes) + ".");
    return std::string(truncated(text, bytes));
}

std::string FieldReader::sound_line(std::string_view key, std::string text) {
    if (m_rules.namesOnOneLine && has_control_characters(text)) {
        text = on_one_line(text);
        tell(in_quotes(key) + " held line breaks or other control characters; it stands on one line now.");
    }
    return shortened(key, std::move(text), m_rules.nameBytes);
}

void FieldReader::position(std::string_view key, Position &position) {
    const Tree *tree = claim(key);
    const auto *text = tree == nullptr ? nullptr : tree->get_ptr<const std::string *>();
    position.key = text != nullptr && is_valid_position(*text) ? *text : std::string();
}

void FieldReader::name(std::string_view key, std::string &name) {
    const std::optional<std::string> given = string_at(key);
    name = sound_line(key, given.value_or(""));
    // A name that is written and empty was left so by a person; a missing one is damage.
    if (!given || (name.empty() && !given->empty())) {
        m_repairs.mended(m_where + " had no name; it is called “" + std::string(m_unnamed) + "”.");
        name = m_unnamed;
    }
}

void FieldReader::line(std::string_view key, std::string &text) { text = sound_line(key, string_at(key).value_or("")); }

void FieldReader::text(std::string_view key, std::string &text) { text = shortened(key, string_at(key).value_or(""), m_rules.textBytes); }

void FieldReader::unknown_word(std::string_view key, const std::string &word, std::string_view instead) {
    tell(in_quotes(key) + " was " + in_quotes(word) + ", which this program does not know; it is “" + std::string(instead) + "” now.");
}

Extra FieldReader::rest() const {
    Extra extra;
    for (const auto &[key, value] : m_object) {
        if (std::find(m_claimed.begin(), m_claimed.end(), key) == m_claimed.end()) {
            extra.emplace(key, canonical_text(value));
        }
    }
    return extra;
}

} // namespace fullcourt
