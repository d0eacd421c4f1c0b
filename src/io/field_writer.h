// Writes the members of one JSON object. What has its default value is left out, so that each plan has one form.
// Private to io.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
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

    /// "2026-11-23"; left out where it is no date that exists.
    void date(std::string_view key, const std::string &date) {
        put_text(key, parse_date(date) ? std::string_view(date) : std::string_view());
    }

    void yes_or_no(std::string_view key, const bool &yes) {
        if (yes) {
            put(key, "true");
        } else {
            leave_out(key);
        }
    }

    void number(std::string_view key, const int &value, const Range<int> &range) {
        put(key, std::to_string(std::clamp(value, range.least, range.most)));
    }
    void number(std::string_view key, const double &value, const Range<double> &range) { put(key, number_json(value, range)); }
    /// Out of range is left out or clamped as the reader would: what is written can be read without repairs.
    template <class Number> void number(std::string_view key, const std::optional<Number> &value, const Range<Number> &range) {
        if (value && *value >= range.least) {
            put(key, number_json(*value, range));
        } else {
            leave_out(key);
        }
    }

    /// "week", "2 weeks"; left out where it does not recur.
    void period(std::string_view key, const Period &period) {
        const std::string unit(word_of(period.unit, periodUnitWords));
        const int every = std::clamp(period.every, everyRange.least, everyRange.most);
        if (period.unit == PeriodUnit::none) {
            leave_out(key);
        } else {
            put(key, json_string(every == 1 ? unit : std::to_string(every) + " " + unit + "s"));
        }
    }

    template <class Item> void ids(std::string_view key, const std::set<Id<Item>> &ids) {
        std::vector<std::string> parts;
        for (const Id<Item> &id : ids) {
            if (!id.empty()) {
                parts.push_back(json_string(id.text));
            }
        }
        put_all(key, '[', parts, ']');
    }

    void lines(std::string_view key, const std::vector<std::string> &lines) {
        std::vector<std::string> parts;
        for (const std::string &line : lines) {
            parts.push_back(json_string(line));
        }
        put_all(key, '[', parts, ']');
    }

    template <class Item> void lines_by_id(std::string_view key, const std::map<Id<Item>, std::string> &lines) {
        std::vector<std::string> parts;
        for (const auto &[id, line] : lines) {
            if (!id.empty()) {
                parts.push_back(json_string(id.text) + ":" + json_string(line));
            }
        }
        put_all(key, '{', parts, '}');
    }

    template <class Key, class Number> void numbers(std::string_view key, const std::map<Key, Number> &numbers,
                                                    const Range<Number> &range) {
        std::vector<std::string> parts;
        for (const auto &[name, number] : numbers) {
            if (!key_text(name).empty() && std::isfinite(static_cast<double>(number))) {
                parts.push_back(json_string(key_text(name)) + ":" + number_json(number, range));
            }
        }
        put_all(key, '{', parts, '}');
    }

    /// {"2026-11-23":true}
    void ticks(std::string_view key, const std::map<std::string, bool> &ticks) {
        std::vector<std::string> parts;
        for (const auto &[date, yes] : ticks) {
            if (parse_date(date)) {
                parts.push_back(json_string(date) + (yes ? ":true" : ":false"));
            }
        }
        put_all(key, '{', parts, '}');
    }

    /// {"alignment":[">=",3,2]}: at least 3, importance 2.
    void needs(std::string_view key, const std::map<std::string, OwnNeed> &needs) {
        std::vector<std::string> parts;
        for (const auto &[factor, need] : needs) {
            if (!factor.empty() && std::isfinite(need.importance)) {
                parts.push_back(json_string(factor) + ":[" + (need.atMost ? "\"<=\"," : "\">=\",") + number_json(need.level, answerRange) +
                                "," + number_json(need.importance, importanceRange) + "]");
            }
        }
        put_all(key, '{', parts, '}');
    }

    /// [[0,0],[250,1]]; those whose x does not rise are left out.
    void points(std::string_view key, const std::vector<ScalePoint> &points) {
        std::vector<std::string> parts;
        const ScalePoint *last = nullptr;
        for (const ScalePoint &point : points) {
            if (std::isfinite(point.x) && std::isfinite(point.u) && (last == nullptr || point.x > last->x)) {
                parts.push_back("[" + json_number(point.x) + "," + number_json(point.u, shareRange) + "]");
                last = &point;
            }
        }
        put_all(key, '[', parts, ']');
    }

    /// Sets of texts, such as keys of findings or words of a column.
    void keys(std::string_view key, const std::set<std::string> &keys) {
        std::vector<std::string> parts;
        for (const std::string &text : keys) {
            if (!text.empty()) {
                parts.push_back(json_string(text));
            }
        }
        put_all(key, '[', parts, ']');
    }

    template <class Item> void many_ids(std::string_view key, const std::set<Id<Item>> &all) { ids(key, all); }

    /// {"engaged":"2026-11-23"}
    void dates(std::string_view key, const std::map<std::string, std::string> &dates) {
        std::vector<std::string> parts;
        for (const auto &[name, date] : dates) {
            if (!name.empty() && parse_date(date)) {
                parts.push_back(json_string(name) + ":" + json_string(date));
            }
        }
        put_all(key, '{', parts, '}');
    }

    /// [["meeting","2026-11-23",45],["reply","2026-11-24"]]
    void activities(std::string_view key, const std::vector<ContactActivity> &activities) {
        std::vector<std::string> parts;
        for (const ContactActivity &activity : activities) {
            if (parse_date(activity.on)) {
                const bool timed = activity.minutes && std::isfinite(*activity.minutes) && *activity.minutes >= 0;
                parts.push_back("[" + json_string(word_of(activity.kind, contactActivityWords)) + "," + json_string(activity.on) +
                                (timed ? "," + number_json(*activity.minutes, activityMinutesRange) : std::string()) + "]");
            }
        }
        put_all(key, '[', parts, ']');
    }

    /// {"meeting":[40,30,90]}: points, typical minutes, half-life in days.
    void worths(std::string_view key, const std::map<ContactActivityKind, ActivityWorth> &worths) {
        std::vector<std::string> parts;
        for (const auto &[kind, worth] : worths) {
            if (std::isfinite(worth.points) && std::isfinite(worth.typicalMinutes) && std::isfinite(worth.halfLife)) {
                parts.push_back(json_string(word_of(kind, contactActivityWords)) + ":[" + number_json(worth.points, pointsRange) + "," +
                                number_json(worth.typicalMinutes, activityMinutesRange) + "," + number_json(worth.halfLife, halfLifeRange) +
                                "]");
            }
        }
        put_all(key, '{', parts, '}');
    }

    /// Items within an item, and a part of one; defined below.
    template <class Item> void items(std::string_view key, const Collection<Item> &items);
    template <class Part> void part(std::string_view key, const Part &part);

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
    template <class Item> static std::string key_text(const Id<Item> &id) { return id.text; }
    static std::string key_text(const std::string &key) { return key; }

    template <class Number> static std::string number_json(Number value, const Range<Number> &range) {
        const Number sound = std::clamp(value, range.least, range.most);
        if constexpr (std::integral<Number>) {
            return std::to_string(sound);
        } else {
            return json_number(sound);
        }
    }

    void put_all(std::string_view key, char open, const std::vector<std::string> &parts, char close) {
        if (parts.empty()) {
            leave_out(key);
        } else {
            put(key, open + joined(parts, ",") + close);
        }
    }

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

/// What has no id and stands in no list: the choice, an acceptance. "{}" where all is default.
template <class Part> std::string part_json(const Part &part) {
    FieldWriter fields;
    describe(fields, part);
    fields.extra(part.extra);
    return fields.object();
}

template <class Item> void FieldWriter::items(std::string_view key, const Collection<Item> &items) {
    std::vector<std::string> parts;
    for (const Id<Item> &id : ordered(items)) {
        parts.push_back(item_json(id, items.at(id)));
    }
    put_all(key, '[', parts, ']');
}

template <class Part> void FieldWriter::part(std::string_view key, const Part &part) {
    if (part == Part()) {
        leave_out(key);
    } else {
        put(key, part_json(part));
    }
}

} // namespace fullcourt
