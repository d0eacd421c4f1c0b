// Writes the members of one JSON object. What has its default value is left out, so that each plan has one form.
// Private to io.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "io/item_fields.h"
#include "io/json_text.h"

namespace fullcourt {

class FieldWriter {
  public:
    void position(std::string_view key, const Position &position) { put(key, json_string(position.key)); }
    void name(std::string_view key, const std::string &name) { put(key, json_string(name)); }
    void line(std::string_view key, const std::string &text) { put_text(key, text); }
    void text(std::string_view key, const std::string &text) { put_text(key, text); }
    template <class Item> void reference(std::string_view key, const Id<Item> &id) { put_text(key, id.text); }

    template <class Enum, std::size_t count>
    void choice(std::string_view key, const Enum &value, const std::array<Named<Enum>, count> &words) {
        const std::string_view word = word_of(value, words);
        put_text(key, word == words.front().word ? std::string_view() : word);
    }

    void put(std::string_view key, const std::string &json) {
        m_known.push_back(key);
        m_members.push_back(json_string(key) + ":" + json);
    }

    /// Last, because a key that is known by now is not written twice.
    void extra(const Extra &extra) {
        for (const auto &[key, json] : extra) {
            if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) {
                m_members.push_back(json_string(key) + ":" + json);
            }
        }
    }

    /// Known to the format, but with nothing to write.
    void leave_out(std::string_view key) { m_known.push_back(key); }

    /// On one line.
    std::string object() const { return "{" + joined(m_members, ",") + "}"; }
    /// A member a line.
    std::string lines() const { return "{" + joined(m_members, ",\n") + "\n}"; }

  private:
    void put_text(std::string_view key, std::string_view text) {
        if (text.empty()) {
            leave_out(key);
        } else {
            put(key, json_string(text));
        }
    }

    std::vector<std::string_view> m_known;
    std::vector<std::string> m_members;
};

/// {"id":"close","at":"V","name":"Close"}
template <class Key, class Item> std::string item_json(const Key &id, const Item &item) {
    FieldWriter fields;
    fields.put(itemWords<Item>.idKey, json_string(id.text));
    describe(fields, item);
    fields.extra(item.extra);
    return fields.object();
}

} // namespace fullcourt
