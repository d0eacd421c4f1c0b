#include "analysis/who_decides.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "analysis/account_search.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// Lower-case words; what stands between them is no letter or digit.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lowered(text) + " ") {
        if (in_word(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    }
    return words;
}

/// What is asked for: without the words that every question has, and several ("accounts") as one.
std::vector<std::string> asked(std::string_view question) {
    static const std::set<std::string> empty = {"who", "decides", "decide", "on", "about", "the", "a", "an", "is", "for"};
    std::vector<std::string> words = words_of(question);
    std::erase_if(words, [](const std::string &word) { return empty.contains(word); });
    for (std::string &word : words) {
        if (word.size() > 3 && word.ends_with('s')) {
            word.pop_back();
        }
    }
    return words;
}

bool matches(const std::vector<std::string> &question, const std::vector<std::string> &words) {
    return std::all_of(question.begin(), question.end(), [&](const std::string &asks) {
        return std::any_of(words.begin(), words.end(), [&](const std::string &word) { return word.starts_with(asks); });
    });
}

template <class Ids> std::vector<std::string> named(const Organisation &organisation, const Ids &ids) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(organisation.roles)) {
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
            names.push_back(role_with_people(organisation, id));
        }
    }
    return names;
}

std::string with_comma(const std::string &text) { return text.empty() ? std::string() : ", " + text; }

/// As it stands within a sentence: "End of the month" → "end of the month", "CRM" stays.
std::string inside(std::string text) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

/// 7 of "week", 1 of "days"; 0 of what is no span of time.
int days_in(std::string_view unit) {
    if (unit == "day" || unit == "days") {
        return 1;
    }
    return unit == "week" || unit == "weeks" ? 7 : 0;
}

/// 1 of "a", 2 of "two" and "2"; 0 of what is no number of these.
int small_number(const std::string &word) {
    static constexpr std::array<std::string_view, 11> names = {"",    "one",   "two",   "three", "four", "five",
                                                               "six", "seven", "eight", "nine",  "ten"};
    if (word == "a" || word == "an") {
        return 1;
    }
    if (const std::optional<double> number = parse_number(word)) {
        return *number >= 1 && *number <= 1000 ? static_cast<int>(*number) : 0;
    }
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

/// "Still open after a week" says a limit of 7 days, "twice a week" none.
bool says_limit(std::string_view trigger, int days) {
    static const std::set<std::string> before = {"after", "for", "than", "within"};
    const std::vector<std::string> words = words_of(trigger);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (before.contains(words[i]) && small_number(words[i + 1]) * days_in(words[i + 2]) == days) {
            return true;
        }
    }
    return false;
}

/// "when they cannot agree", of "They cannot agree" and of "When they cannot agree".
std::string when_triggered(const std::string &trigger) {
    static const std::set<std::string> joining = {"when", "if", "once", "after", "as", "where", "whenever"};
    const std::vector<std::string> words = words_of(trigger);
    const bool joins = !words.empty() && joining.contains(words.front());
    return (joins ? "" : "when ") + inside(trigger);
}

std::string often(const Period &period) {
    static constexpr std::array<std::string_view, 6> names = {"", "day", "week", "month", "quarter", "year"};
    if (period.unit == PeriodUnit::none) {
        return {};
    }
    const std::string unit(names[static_cast<std::size_t>(period.unit)]);
    return period.every == 1 ? "every " + unit : "every " + std::to_string(period.every) + " " + unit + "s";
}

std::string when(const Plan &plan, const Decision &decision) {
    std::string text = with_comma(often(decision.period)) + with_comma(inside(decision.deadline));
    if (decision.turnaroundDays) {
        text += ", within " + counted(static_cast<std::size_t>(*decision.turnaroundDays), "day", "days");
    }
    const Meeting *forum = find(plan.governance->meetings, decision.forum);
    return text + (forum == nullptr ? "" : ", in " + forum->name);
}

std::string decision_sentence(const Plan &plan, const Decision &decision) {
    const Organisation &organisation = *plan.organisation;
    const std::vector<std::string> names = named(organisation, decision.deciders);
    if (names.empty()) {
        return "Nobody decides on " + quoted(decision.name) + " yet.";
    }
    const bool joint = names.size() > 1 && !decision.either;
    std::string text = listed(names, decision.either ? "or" : "and") + (joint ? " decide together on " : " decides on ") +
                       quoted(decision.name) + when(plan, decision);
    if (joint && find(organisation.roles, decision.tieBreak) != nullptr) {
        text += "; if they do not agree, " + role_with_people(organisation, decision.tieBreak) + " does";
    }
    return text + ".";
}

std::vector<RoleId> holders(const RaciGrid &grid, const ActivityId &activity, char letter) {
    std::vector<RoleId> roles;
    for (const auto &[role, column] : grid.columns) {
        if (letters_at(grid, activity, role).has(letter)) {
            roles.push_back(role);
        }
    }
    return roles;
}

std::string activity_sentence(const Plan &plan, const ActivityId &id, const Activity &activity) {
    const Organisation &organisation = *plan.organisation;
    const std::vector<std::string> accountable = named(organisation, holders(*plan.raci, id, 'A'));
    const std::vector<std::string> responsible = named(organisation, holders(*plan.raci, id, 'R'));
    const std::string does = responsible.empty() ? std::string("nobody is responsible for doing it")
                                                 : listed(responsible) + (responsible.size() == 1 ? " does it" : " do it");
    if (accountable.empty()) {
        return "Nobody is accountable for " + quoted(activity.name) + " yet; " + does + ".";
    }
    return listed(accountable) + (accountable.size() == 1 ? " is" : " are") + " accountable for " + quoted(activity.name) + "; " + does +
           ".";
}

std::string level_sentence(const Plan &plan, const EscalationLevel &level, std::size_t number) {
    const std::vector<std::string> names = named(*plan.organisation, level.parties);
    const std::string who = names.empty() ? std::string("Nobody") : listed(names);
    std::string text = who + (names.size() > 1 ? " settle" : " settles") + " a conflict about " +
                       (level.about.empty() ? std::string("it") : inside(level.about)) + ", on level " + std::to_string(number);
    if (level.limitDays) {
        text += "; after " + counted(static_cast<std::size_t>(*level.limitDays), "day", "days") + " it rises";
    }
    return text + ".";
}

void add_decisions_asked(const Plan &plan, const std::vector<std::string> &question, std::vector<Answer> &answers) {
    for (const DecisionId &id : ordered(plan.governance->decisions)) {
        const Decision &decision = plan.governance->decisions.at(id);
        if (matches(question, words_of(decision.name))) {
            answers.push_back({PlanSection::decisions, id.text, decision.name, decision_sentence(plan, decision)});
        }
    }
}

void add_activities_asked(const Plan &plan, const std::vector<std::string> &question, std::vector<Answer> &answers) {
    for (const ActivityId &id : activity_order(*plan.raci)) {
        const Activity &activity = plan.raci->activities.at(id);
        if (matches(question, words_of(activity.name))) {
            answers.push_back({PlanSection::grid, id.text, activity.name, activity_sentence(plan, id, activity)});
        }
    }
}

void add_levels_asked(const Plan &plan, const std::vector<std::string> &question, std::vector<Answer> &answers) {
    const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const EscalationLevel &level = plan.governance->escalation.at(order[i]);
        if (matches(question, words_of(level.about + " conflict dispute escalation level"))) {
            answers.push_back(
                {PlanSection::escalation, order[i].text, "Level " + std::to_string(i + 1), level_sentence(plan, level, i + 1)});
        }
    }
}

} // namespace

std::string rising_words(const EscalationLevel &level) {
    const std::string trigger(trimmed(level.trigger));
    std::string limit = level.limitDays ? "after " + counted(static_cast<std::size_t>(*level.limitDays), "day", "days") : "";
    if (trigger.empty()) {
        return limit;
    }
    const bool said = limit.empty() || says_limit(trigger, *level.limitDays);
    return when_triggered(trigger) + (said ? "" : "; at the latest " + limit);
}

std::string role_with_people(const Organisation &organisation, const RoleId &role) {
    const Role *known = find(organisation.roles, role);
    const std::string name = known == nullptr ? role.text : known->name;
    std::vector<std::string> people;
    bool vacant = false;
    for (const PersonId &id : ordered(organisation.people)) {
        const Person &person = organisation.people.at(id);
        if (person.hats.contains(role)) {
            vacant = vacant || person.vacant;
            if (!person.vacant && !person.name.empty()) {
                people.push_back(person.name);
            }
        }
    }
    if (people.empty()) {
        return vacant ? name + " (vacant)" : name;
    }
    return name + " (" + listed(people) + ")";
}

std::vector<Answer> who_decides(const Plan &plan, std::string_view question) {
    const std::vector<std::string> words = asked(question);
    std::vector<Answer> answers;
    if (words.empty()) {
        return answers;
    }
    add_decisions_asked(plan, words, answers);
    add_activities_asked(plan, words, answers);
    add_levels_asked(plan, words, answers);
    return answers;
}

} // namespace fullcourt
