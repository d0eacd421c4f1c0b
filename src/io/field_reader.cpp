#include "io/field_reader.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool has_control_characters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; });
}

/// As a sentence writes it: 100000 and not 1e+05.
std::string spoken(double number) {
    static constexpr double exact = 1e15;
    return number == std::round(number) && std::abs(number) <= exact ? std::to_string(static_cast<long long>(number)) : to_text(number);
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

std::string FieldReader::shortened(const std::string &what, std::string text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    tell(what + " had " + std::to_string(text.size()) + " bytes; it was shortened to " + std::to_string(bytes) + ".");
    return std::string(truncated(text, bytes));
}

std::string FieldReader::forced_on_line(const std::string &what, std::string text) {
    if (m_rules.namesOnOneLine && has_control_characters(text)) {
        text = on_one_line(text);
        tell(what + " held line breaks or other control characters; it stands on one line now.");
    }
    return shortened(what, std::move(text), m_rules.nameBytes);
}

std::string FieldReader::sound_line(std::string_view key, std::string text) { return forced_on_line(in_quotes(key), std::move(text)); }

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

void FieldReader::text(std::string_view key, std::string &text) {
    text = shortened(in_quotes(key), string_at(key).value_or(""), m_rules.textBytes);
}

void FieldReader::date(std::string_view key, std::string &date) {
    date = string_at(key).value_or("");
    if (!date.empty() && !parse_date(date)) {
        tell(in_quotes(key) + " was " + in_quotes(date) + ", which is no date like “2026-11-23”; it was left out.");
        date.clear();
    }
}

void FieldReader::yes_or_no(std::string_view key, bool &yes) {
    yes = false;
    const Tree *tree = claim(key);
    const bool *value = tree == nullptr ? nullptr : tree->get_ptr<const bool *>();
    if (value != nullptr) {
        yes = *value;
    } else if (tree != nullptr) {
        tell(in_quotes(key) + " was " + std::string(kind_of(*tree)) + " where a yes or no belongs; it is no now.");
    }
}

void FieldReader::number(std::string_view key, int &value, const Range<int> &range) {
    if (const Tree *tree = claim(key)) {
        value = number_within(in_quotes(key), *tree, range, Below::isLeast).value_or(value);
    }
}

void FieldReader::number(std::string_view key, double &value, const Range<double> &range) {
    if (const Tree *tree = claim(key)) {
        value = number_within(in_quotes(key), *tree, range, Below::isLeast).value_or(value);
    }
}

std::optional<double> FieldReader::number_of(const std::string &what, const Tree &tree, const Range<double> &range, Below below) {
    if (!tree.is_number()) {
        tell(what + " was " + std::string(kind_of(tree)) + " where a number belongs; it was left out.");
        return std::nullopt;
    }
    return moved_into(what, tree.get<double>(), range, below);
}

std::optional<double> FieldReader::whole_number_of(const std::string &what, const Tree &tree, const Range<double> &range, Below below) {
    const std::optional<double> number = number_of(what, tree, range, below);
    if (!number || *number == std::round(*number)) {
        return number;
    }
    const double whole = std::round(*number);
    tell(what + " was " + spoken(*number) + " where a whole number belongs; it is " + spoken(whole) + " now.");
    return whole;
}

std::optional<double> FieldReader::moved_into(const std::string &what, double number, const Range<double> &range, Below below) {
    if (number >= range.least && number <= range.most) {
        return number;
    }
    const std::string was = what + " was " + spoken(number) + ", which is " + (number < range.least ? "less than " : "more than ") +
                            spoken(number < range.least ? range.least : range.most) + "; it ";
    if (number < range.least && below == Below::isLeftOut) {
        tell(was + "was left out.");
        return std::nullopt;
    }
    const double moved = std::clamp(number, range.least, range.most);
    tell(was + "is " + spoken(moved) + " now.");
    return moved;
}

void FieldReader::period(std::string_view key, Period &period) {
    period = {};
    const std::optional<std::string> text = string_at(key);
    if (!text) {
        return;
    }
    std::string_view unit = *text;
    double every = 1;
    if (const std::size_t space = unit.find(' '); space != std::string_view::npos) {
        const std::optional<double> count = parse_number(unit.substr(0, space));
        unit.remove_prefix(space + 1);
        unit.remove_suffix(unit.ends_with('s') ? 1 : 0);
        every = count.value_or(0);
    }
    for (const Named<PeriodUnit> &named : periodUnitWords) {
        if (named.word == unit && named.value != PeriodUnit::none && every == std::round(every) && every != 0) {
            const std::optional<double> sound =
                moved_into("The number in " + in_quotes(key), every, {everyRange.least, everyRange.most}, Below::isLeast);
            period = {named.value, static_cast<int>(sound.value_or(1))};
            return;
        }
    }
    tell(in_quotes(key) + " was " + in_quotes(*text) + ", which is no period like “week” or “2 weeks”; it was left out.");
}

void FieldReader::tell_left_out(std::string_view key, std::size_t count, std::string_view why) {
    if (count != 0) {
        tell(counted(count, "entry", "entries") + " of " + in_quotes(key) + " " + (count == 1 ? "was" : "were") +
             " left out: " + std::string(why));
    }
}

std::vector<std::string> FieldReader::id_texts(std::string_view key, std::size_t most) {
    std::vector<std::string> ids;
    const Tree::array_t *list = claim_list(key);
    if (list == nullptr) {
        return ids;
    }
    std::size_t unreadable = 0;
    std::size_t beyond = 0;
    for (const Tree &tree : *list) {
        const auto *text = tree.get_ptr<const std::string *>();
        if (text == nullptr || text->empty()) {
            ++unreadable;
        } else if (ids.size() == most) {
            ++beyond;
        } else {
            ids.push_back(sound_id(*text));
        }
    }
    tell_left_out(key, unreadable, unreadable == 1 ? "it names nothing." : "they name nothing.");
    tell_left_out(key, beyond, "the list is too long.");
    return ids;
}

void FieldReader::lines(std::string_view key, std::vector<std::string> &lines) {
    lines.clear();
    const Tree::array_t *list = claim_list(key);
    if (list == nullptr) {
        return;
    }
    std::size_t unreadable = 0;
    std::size_t beyond = 0;
    for (const Tree &tree : *list) {
        const auto *text = tree.get_ptr<const std::string *>();
        if (text == nullptr) {
            ++unreadable;
        } else if (lines.size() == m_rules.entries) {
            ++beyond;
        } else {
            lines.push_back(sound_line(key, *text));
        }
    }
    tell_left_out(key, unreadable, unreadable == 1 ? "it is no text." : "they are no text.");
    tell_left_out(key, beyond, "the list is too long.");
}

std::string FieldReader::line_of(const std::string &what, const Tree &tree) {
    if (const auto *text = tree.get_ptr<const std::string *>()) {
        return forced_on_line(what, *text);
    }
    tell(what + " was " + std::string(kind_of(tree)) + " where a text belongs; it is empty now.");
    return {};
}

FieldReader::Entries FieldReader::entries_of(std::string_view key) {
    Entries entries;
    const Tree::object_t *object = claim_object(key);
    if (object == nullptr) {
        return entries;
    }
    std::size_t unnamed = 0;
    std::size_t beyond = 0;
    for (const auto &[name, tree] : *object) {
        if (name.empty() || name.size() > m_rules.nameBytes) {
            ++unnamed;
        } else if (entries.size() == m_rules.entries) {
            ++beyond;
        } else {
            entries.emplace_back(name, &tree);
        }
    }
    tell_left_out(key, unnamed, unnamed == 1 ? "its key is empty or too long." : "their keys are empty or too long.");
    tell_left_out(key, beyond, "there are too many.");
    return entries;
}

void FieldReader::ticks(std::string_view key, std::map<std::string, bool> &ticks) {
    std::size_t undated = 0;
    for (const auto &[date, tree] : entries_of(key)) {
        const bool *yes = tree->get_ptr<const bool *>();
        if (!parse_date(date)) {
            ++undated;
        } else if (yes == nullptr) {
            tell(in_quotes(date) + " among its " + std::string(key) + " was " + std::string(kind_of(*tree)) +
                 " where a yes or no belongs; it was left out.");
        } else {
            ticks.emplace(date, *yes);
        }
    }
    tell_left_out(key, undated, undated == 1 ? "its key is no date." : "their keys are no dates.");
}

std::optional<OwnNeed> FieldReader::need_of(const std::string &what, const Tree &tree) {
    const auto *parts = tree.get_ptr<const Tree::array_t *>();
    const auto *sign = parts == nullptr || parts->size() != 3 ? nullptr : parts->front().get_ptr<const std::string *>();
    if (sign == nullptr || (*sign != ">=" && *sign != "<=")) {
        tell(what + " is no need like [\">=\",3,2]; it was left out.");
        return std::nullopt;
    }
    const std::optional<int> level = number_within("The level of " + what, (*parts)[1], answerRange, Below::isLeast);
    const std::optional<double> importance = number_within("The importance of " + what, (*parts)[2], importanceRange, Below::isLeast);
    return level && importance ? std::optional(OwnNeed{*sign == "<=", *level, *importance}) : std::nullopt;
}

void FieldReader::needs(std::string_view key, std::map<std::string, OwnNeed> &needs) {
    for (const auto &[factor, tree] : entries_of(key)) {
        if (const std::optional<OwnNeed> need = need_of(in_quotes(factor) + " among its " + std::string(key), *tree)) {
            needs.emplace(factor, *need);
        }
    }
}

void FieldReader::points(std::string_view key, std::vector<ScalePoint> &points) {
    const Tree::array_t *list = claim_list(key);
    if (list == nullptr) {
        return;
    }
    std::size_t left = 0;
    for (const Tree &tree : *list) {
        const auto *pair = tree.get_ptr<const Tree::array_t *>();
        const bool sound = pair != nullptr && pair->size() == 2 && (*pair)[0].is_number() && (*pair)[1].is_number() &&
                           points.size() < m_rules.entries && (points.empty() || (*pair)[0].get<double>() > points.back().x);
        if (sound) {
            const std::optional<double> u = number_within("A point of its scale", (*pair)[1], shareRange, Below::isLeast);
            points.push_back({(*pair)[0].get<double>(), u.value_or(0)});
        } else {
            ++left;
        }
    }
    tell_left_out(key, left, "a point is [x,u], and each x is greater than the one before.");
}

void FieldReader::keys(std::string_view key, std::set<std::string> &keys) {
    const Tree::array_t *list = claim_list(key);
    if (list == nullptr) {
        return;
    }
    std::size_t unreadable = 0;
    std::size_t beyond = 0;
    for (const Tree &tree : *list) {
        const auto *text = tree.get_ptr<const std::string *>();
        if (text == nullptr || text->empty() || text->size() > m_rules.textBytes) {
            ++unreadable;
        } else if (keys.size() == m_rules.entries) {
            ++beyond;
        } else {
            keys.insert(*text);
        }
    }
    tell_left_out(key, unreadable, unreadable == 1 ? "it names nothing." : "they name nothing.");
    tell_left_out(key, beyond, "the list is too long.");
}

void FieldReader::dates(std::string_view key, std::map<std::string, std::string> &dates) {
    std::size_t undated = 0;
    for (const auto &[name, tree] : entries_of(key)) {
        const auto *text = tree->get_ptr<const std::string *>();
        if (text != nullptr && parse_date(*text)) {
            dates.emplace(name, *text);
        } else {
            ++undated;
        }
    }
    tell_left_out(key, undated, undated == 1 ? "it is no date." : "they are no dates.");
}

std::optional<ContactActivity> FieldReader::activity_of(const Tree &tree) {
    const auto *parts = tree.get_ptr<const Tree::array_t *>();
    if (parts == nullptr || parts->size() < 2 || parts->size() > 3) {
        return std::nullopt;
    }
    const auto *word = (*parts)[0].get_ptr<const std::string *>();
    const auto *date = (*parts)[1].get_ptr<const std::string *>();
    if (word == nullptr || date == nullptr || !parse_date(*date)) {
        return std::nullopt;
    }
    const auto *kind = std::find_if(contactActivityWords.begin(), contactActivityWords.end(),
                                    [&](const Named<ContactActivityKind> &named) { return named.word == *word; });
    if (kind == contactActivityWords.end()) {
        return std::nullopt;
    }
    ContactActivity activity{kind->value, *date, std::nullopt};
    if (parts->size() == 3) {
        activity.minutes = number_within("The minutes of a " + *word, (*parts)[2], activityMinutesRange, Below::isLeftOut);
    }
    return activity;
}

void FieldReader::activities(std::string_view key, std::vector<ContactActivity> &activities) {
    activities.clear();
    const Tree::array_t *list = claim_list(key);
    if (list == nullptr) {
        return;
    }
    std::size_t unreadable = 0;
    std::size_t beyond = 0;
    for (const Tree &tree : *list) {
        if (activities.size() == m_rules.entries) {
            ++beyond;
        } else if (std::optional<ContactActivity> activity = activity_of(tree)) {
            activities.push_back(std::move(*activity));
        } else {
            ++unreadable;
        }
    }
    tell_left_out(key, unreadable, "an activity is [kind, date, minutes].");
    tell_left_out(key, beyond, "the list is too long.");
}

std::optional<ActivityWorth> FieldReader::worth_at(const std::string &what, const Tree &tree) {
    const auto *parts = tree.get_ptr<const Tree::array_t *>();
    if (parts == nullptr || parts->size() != 3) {
        tell(what + " is no worth like [40,30,90]; it was left out.");
        return std::nullopt;
    }
    const std::optional<double> points = number_within("The points of " + what, (*parts)[0], pointsRange, Below::isLeast);
    const std::optional<double> minutes = number_within("The minutes of " + what, (*parts)[1], activityMinutesRange, Below::isLeast);
    const std::optional<double> halfLife = number_within("The half-life of " + what, (*parts)[2], halfLifeRange, Below::isLeast);
    return points && minutes && halfLife ? std::optional(ActivityWorth{*points, *minutes, *halfLife}) : std::nullopt;
}

void FieldReader::worths(std::string_view key, std::map<ContactActivityKind, ActivityWorth> &worths) {
    std::size_t unknown = 0;
    for (const auto &[name, tree] : entries_of(key)) {
        const auto *kind = std::find_if(contactActivityWords.begin(), contactActivityWords.end(),
                                        [word = name](const Named<ContactActivityKind> &named) { return named.word == word; });
        if (kind == contactActivityWords.end()) {
            ++unknown;
        } else if (const std::optional<ActivityWorth> worth = worth_at(in_quotes(name), *tree)) {
            worths.emplace(kind->value, *worth);
        }
    }
    tell_left_out(key, unknown,
                  unknown == 1 ? "it is no activity that this program knows." : "they are no activities that this program knows.");
}

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
