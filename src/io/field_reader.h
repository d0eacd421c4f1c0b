// Reads the members of one JSON object with suspicion: what is wrong is mended and told. Private to io.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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
    std::size_t entries = std::string::npos; ///< of one list or map within an item
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

    /// What is no date that exists is left out.
    void date(std::string_view key, std::string &date);
    void yes_or_no(std::string_view key, bool &yes);
    /// Keeps the value it has where there is none in the file.
    void number(std::string_view key, int &value, const Range<int> &range);
    void number(std::string_view key, double &value, const Range<double> &range);
    template <class Number> void number(std::string_view key, std::optional<Number> &value, const Range<Number> &range) {
        value.reset();
        if (const Tree *tree = claim(key)) {
            value = number_within(in_quotes(key), *tree, range, Below::isLeftOut);
        }
    }
    void period(std::string_view key, Period &period);

    template <class Item> void ids(std::string_view key, std::set<Id<Item>> &ids) {
        for (std::string &text : id_texts(key, m_rules.entries)) {
            ids.emplace(std::move(text));
        }
    }
    void lines(std::string_view key, std::vector<std::string> &lines);
    /// An id whose text cannot be read keeps its place with an empty one.
    template <class Item> void lines_by_id(std::string_view key, std::map<Id<Item>, std::string> &lines) {
        for (const auto &[name, tree] : entries_of(key)) {
            std::string line = line_of(in_quotes(name) + " among its " + std::string(key), *tree);
            lines.emplace(sound_id(name), std::move(line));
        }
    }
    /// A value that is no number is left out; so is a key too long to be one.
    template <class Key, class Number> void numbers(std::string_view key, std::map<Key, Number> &numbers, const Range<Number> &range) {
        for (const auto &[name, tree] : entries_of(key)) {
            const std::string what = in_quotes(name) + " among its " + std::string(key);
            if (const std::optional<Number> number = number_within(what, *tree, range, Below::isLeast)) {
                numbers.emplace(sound_key<Key>(name), *number);
            }
        }
    }

    /// Dates, each with a yes or no.
    void ticks(std::string_view key, std::map<std::string, bool> &ticks);
    /// What a model needs, by factor: [">=",3,2].
    void needs(std::string_view key, std::map<std::string, OwnNeed> &needs);
    /// A scale's points: [[0,0],[250,1]], x rising.
    void points(std::string_view key, std::vector<ScalePoint> &points);
    /// Sets of texts, such as keys of findings or words of a column; they may be long.
    void keys(std::string_view key, std::set<std::string> &keys);
    /// As ids(), up to a million of them.
    template <class Item> void many_ids(std::string_view key, std::set<Id<Item>> &ids) {
        static constexpr std::size_t most = 1'000'000;
        for (std::string &text : id_texts(key, std::max(m_rules.entries, most))) {
            ids.emplace(std::move(text));
        }
    }
    /// Names, each with a date that exists.
    void dates(std::string_view key, std::map<std::string, std::string> &dates);
    /// What a contact did: [["meeting","2026-11-23",45]].
    void activities(std::string_view key, std::vector<ContactActivity> &activities);
    /// What activities are worth, by kind: [points, typical minutes, half-life].
    void worths(std::string_view key, std::map<ContactActivityKind, ActivityWorth> &worths);
    /// Items within an item, and a part of one; defined in item_reader.h.
    template <class Item> void items(std::string_view key, Collection<Item> &items);
    template <class Part> void part(std::string_view key, Part &part);

    /// The keys that nobody asked for. Call it last.
    Extra rest() const;

    /// "Role 3 (“CFO”): …"
    void tell(const std::string &sentence) { m_repairs.mended(m_where + ": " + sentence); }

    /// A text where the key holds one. A number or yes/no becomes its text, told.
    std::optional<std::string> string_at(std::string_view key);
    /// As names and titles must be: on one line and not too long, told with the key.
    std::string sound_line(std::string_view key, std::string text);

  private:
    /// What becomes of a number below a range.
    enum class Below { isLeast, isLeftOut };
    using Entries = std::vector<std::pair<std::string_view, const Tree *>>;

    template <class Key> static Key sound_key(std::string_view name) {
        if constexpr (std::same_as<Key, std::string>) {
            return Key(name);
        } else {
            return Key(sound_id(name));
        }
    }

    template <class Number>
    std::optional<Number> number_within(const std::string &what, const Tree &tree, const Range<Number> &range, Below below) {
        const Range<double> wide = {static_cast<double>(range.least), static_cast<double>(range.most)};
        const std::optional<double> number =
            std::integral<Number> ? whole_number_of(what, tree, wide, below) : number_of(what, tree, wide, below);
        return number ? std::optional(static_cast<Number>(*number)) : std::nullopt;
    }

    // `what` begins a sentence: "“minutes”". All tell what they change.
    std::optional<double> number_of(const std::string &what, const Tree &tree, const Range<double> &range, Below below);
    std::optional<double> whole_number_of(const std::string &what, const Tree &tree, const Range<double> &range, Below below);
    std::optional<double> moved_into(const std::string &what, double number, const Range<double> &range, Below below);
    std::string line_of(const std::string &what, const Tree &tree);
    std::vector<std::string> id_texts(std::string_view key, std::size_t most);
    std::optional<ContactActivity> activity_of(const Tree &tree);
    std::optional<ActivityWorth> worth_at(const std::string &what, const Tree &tree);
    std::optional<OwnNeed> need_of(const std::string &what, const Tree &tree);
    /// Those with a sound key, not more than the limit.
    Entries entries_of(std::string_view key);
    void tell_left_out(std::string_view key, std::size_t count, std::string_view why);

    std::string forced_on_line(const std::string &what, std::string text);
    std::string shortened(const std::string &what, std::string text, std::size_t bytes);
    void unknown_word(std::string_view key, const std::string &word, std::string_view instead);

    const Tree::object_t &m_object;
    std::string m_where;
    std::string_view m_unnamed;
    TextRules m_rules;
    Repairs &m_repairs;
    std::vector<std::string_view> m_claimed;
};

} // namespace fullcourt
