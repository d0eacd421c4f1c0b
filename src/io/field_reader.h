// Reads the members of one JSON object with suspicion: what is wrong is mended and told. Private to io.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/item_fields.h"
#include "io/json_tree.h"

namespace fullcourt {

/// What texts must be like. A plan file's names are forced onto one line; an edit's texts are taken as they are,
/// because replaying must make exactly what the person had.
struct TextRules {
    std::size_t nameBytes = 0;
    std::size_t textBytes = 0;
    bool namesOnOneLine = true;
};

/// An id within its limits: a longer one is replaced by a digest of itself, alike wherever it is named.
std::string sound_id(std::string_view text);

class FieldReader {
  public:
    /// `where` begins a sentence: "Role 3 (“CFO”)". The object must outlive the reader.
    FieldReader(const Tree::object_t &object, std::string where, std::string_view unnamed, const TextRules &rules, Repairs &repairs)
        : m_object(object), m_where(std::move(where)), m_unnamed(unnamed), m_rules(rules), m_repairs(repairs) {}

    /// The value at a key that the format knows; nothing where the key is absent.
    const Tree *claim(std::string_view key);
    /// The same where it must be a list or an object; anything else is told and left out.
    const Tree::array_t *claim_list(std::string_view key);
    const Tree::object_t *claim_object(std::string_view key);

    /// Left empty where there is no valid one: where it belongs is known when all items are.
    void position(std::string_view key, Position &position);
    void name(std::string_view key, std::string &name);
    void line(std::string_view key, std::string &text);
    void text(std::string_view key, std::string &text);
    template <class Item> void reference(std::string_view key, Id<Item> &id) { id.text = sound_id(string_at(key).value_or("")); }

    template <class Enum, std::size_t count>
    void choice(std::string_view key, Enum &value, const std::array<Named<Enum>, count> &words) {
        value = words.front().value;
        const std::optional<std::string> word = string_at(key);
        if (!word) {
            return;
        }
        for (const Named<Enum> &named : words) {
            if (named.word == *word) {
                value = named.value;
                return;
            }
        }
        unknown_word(key, *word, words.front().word);
    }

    /// The keys that nobody asked for. Call it last.
    Extra rest() const;

    /// "Role 3 (“CFO”): …"
    void tell(const std::string &sentence) { m_repairs.mended(m_where + ": " + sentence); }

    /// A text where the key holds one. A number or yes/no becomes its text, told.
    std::optional<std::string> string_at(std::string_view key);
    /// As names and titles must be: on one line and not too long, told with the key.
    std::string sound_line(std::string_view key, std::string text);

  private:
    std::string shortened(std::string_view key, std::string text, std::size_t bytes);
    void unknown_word(std::string_view key, const std::string &word, std::string_view instead);

    const Tree::object_t &m_object;
    std::string m_where;
    std::string_view m_unnamed;
    TextRules m_rules;
    Repairs &m_repairs;
    std::vector<std::string_view> m_claimed;
};

} // namespace fullcourt
