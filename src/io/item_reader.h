// A list of items → items by id: ids made sound and unique, places in the order found. Private to io.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/field_reader.h"
#include "model/position.h"

namespace fullcourt {

/// "Role 3 (“CFO”)", or "Role 3" where it has no name.
std::string item_label(std::string_view label, std::size_t index, const Tree::object_t &object);

/// An id made from what the item holds and where it stands in its list: the same file gives the same id.
std::string derived_id(const Tree &item, std::size_t index);

/// The fields of one item, its id aside; the position stays empty where there is none.
template <class Item> Item read_item(FieldReader &fields) {
    Item item;
    describe(fields, item);
    fields.claim(itemWords<Item>.idKey);
    item.extra = fields.rest();
    return item;
}

/// As read_item, for what has no id and no place.
template <class Part> Part read_part(FieldReader &fields) {
    Part part;
    describe(fields, part);
    part.extra = fields.rest();
    return part;
}

template <class Key, class Item> class ItemListReader {
  public:
    ItemListReader(const Tree::array_t &list, const TextRules &rules, Repairs &repairs)
        : m_list(list), m_rules(rules), m_repairs(repairs) {}

    std::map<Key, Item> read() {
        for (std::size_t index = 0; index < m_list.size(); ++index) {
            read_one(index);
        }
        place_all();
        std::map<Key, Item> items;
        for (Draft &draft : m_drafts) {
            items.emplace(std::move(draft.id), std::move(draft.item));
        }
        return items;
    }

  private:
    struct Draft {
        Key id;
        Item item;
    };
    static constexpr ItemWords words = itemWords<Item>;
    static constexpr bool referring = words.idKey != std::string_view("id"); ///< its id is another item's

    void read_one(std::size_t index) {
        const auto *object = m_list[index].template get_ptr<const Tree::object_t *>();
        if (object == nullptr) {
            m_repairs.mended(std::string(words.label) + " " + std::to_string(index + 1) + " was " + std::string(kind_of(m_list[index])) +
                             " where an object belongs; it was left out.");
            return;
        }
        const std::string label = item_label(words.label, index, *object);
        FieldReader fields(*object, label, words.unnamed, m_rules, m_repairs);
        Key id{sound_id(fields.string_at(words.idKey).value_or(""))};
        if (id.empty() && referring) {
            fields.tell("it names no " + std::string(words.idKey) + "; it was left out.");
            return;
        }
        if (!settle_id(id, index, fields)) {
            return;
        }
        m_seen.emplace(id, index);
        m_drafts.push_back({std::move(id), read_item<Item>(fields)});
    }

    /// False where the item says nothing new.
    bool settle_id(Key &id, std::size_t index, FieldReader &fields) {
        const auto *given = find(m_seen, id);
        if (given != nullptr && (referring || m_list[*given] == m_list[index])) {
            fields.tell("it stands in the file twice; the first one counts.");
            return false;
        }
        if (id.empty()) {
            id.text = derived_id(m_list[index], index);
            fields.tell("it had no id; it has a new one.");
        } else if (given != nullptr) {
            fields.tell("another " + std::string(words.one) + " has its id, " + in_quotes(id.text) +
                        "; it was given a new one, and what refers to that id means the first.");
            id.text = derived_id(m_list[index], index);
        }
        while (m_seen.contains(id)) {
            id.text = sound_id(id.text + std::string(maximumIdBytes, '+'));
        }
        return true;
    }

    /// Items without a place stay between their neighbours of the file.
    void place_all() {
        std::size_t unplaced = 0;
        std::vector<std::string_view> next(m_drafts.size() + 1);
        for (std::size_t i = m_drafts.size(); i-- > 0;) {
            const std::string &own = m_drafts[i].item.position.key;
            next[i] = own.empty() ? next[i + 1] : std::string_view(own);
        }
        std::string_view before;
        for (std::size_t i = 0; i < m_drafts.size(); ++i) {
            Position &position = m_drafts[i].item.position;
            if (position.key.empty()) {
                position = position_between(before, next[i + 1]);
                ++unplaced;
            }
            before = position.key;
        }
        if (unplaced != 0) {
            m_repairs.mended(counted(unplaced, words.one, words.many) + " had no place in the order; the order of the file counts for " +
                             (unplaced == 1 ? "it." : "them."));
        }
    }

    const Tree::array_t &m_list;
    const TextRules &m_rules;
    Repairs &m_repairs;
    std::vector<Draft> m_drafts;
    std::map<Key, std::size_t> m_seen; ///< index in the file
};

template <class Item> void FieldReader::items(std::string_view key, Collection<Item> &items) {
    if (const Tree::array_t *list = claim_list(key)) {
        items = ItemListReader<Id<Item>, Item>(*list, m_rules, m_repairs).read();
    }
}

template <class Part> void FieldReader::part(std::string_view key, Part &part) {
    if (const Tree::object_t *object = claim_object(key)) {
        FieldReader fields(*object, m_where + ", " + std::string(key), "", m_rules, m_repairs);
        part = read_part<Part>(fields);
    }
}

} // namespace fullcourt
