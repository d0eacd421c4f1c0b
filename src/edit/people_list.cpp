#include "edit/people_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "edit/section_gestures.h"

namespace fullcourt {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    std::erase_if(lines, [](std::string_view line) { return trimmed(line).empty(); });
    return lines;
}

/// Trimmed words of a line; not trimmed before it is cut, because a leading tab stands for a missing name.
std::vector<std::string_view> words_of(std::string_view line) {
    const char separator = line.find('\t') != std::string_view::npos ? '\t' : line.find(';') != std::string_view::npos ? ';' : ',';
    std::vector<std::string_view> words = split(line, separator);
    std::transform(words.begin(), words.end(), words.begin(), trimmed);
    return words;
}

struct RoleWord {
    std::string_view role;
    std::optional<double> share; ///< 0 to 1
};

/// "AE 50 %", "AE (50 %)", "AE", and "50 %" alone.
RoleWord role_word(std::string_view word) {
    std::string_view rest = word;
    if (rest.ends_with(')')) {
        rest.remove_suffix(1);
    }
    rest = trimmed(rest);
    if (!rest.ends_with('%')) {
        return {word, std::nullopt};
    }
    rest.remove_suffix(1);
    rest = trimmed(rest);
    const std::size_t before = rest.find_last_not_of("0123456789.");
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::optional<double> percent = parse_number(rest.substr(begin));
    if (!percent) {
        return {word, std::nullopt};
    }
    std::string_view role = trimmed(rest.substr(0, begin));
    if (role.ends_with('(')) {
        role = trimmed(role.substr(0, role.size() - 1));
    }
    return {role, std::min(*percent / 100, 1.0)};
}

bool is_vacant(std::string_view name) {
    const std::string word = lowered(name);
    return word.empty() || word == "vacant" || word == "vacancy";
}

bool is_head(const std::vector<std::string_view> &words) {
    const std::string first = lowered(words.front());
    return words.size() > 1 && (first == "name" || first == "person") && lowered(words[1]).starts_with("role");
}

class ListReader {
  public:
    explicit ListReader(const Plan &plan) {
        for (const RoleId &id : ordered(plan.organisation->roles)) {
            const Role &role = plan.organisation->roles.at(id);
            m_roles.emplace(lowered(trimmed(role.name)), id);
            m_roles.emplace(lowered(trimmed(role.shortName)), id);
        }
        m_roles.erase("");
    }

    Person read(const std::vector<std::string_view> &words) {
        Person person;
        person.vacant = is_vacant(words.front());
        person.name = person.vacant ? std::string() : std::string(words.front());
        RoleId last;
        for (std::size_t i = 1; i < words.size(); ++i) {
            const RoleWord word = role_word(words[i]);
            if (!word.role.empty()) {
                last = find_role(word.role);
            }
            if (!last.empty()) {
                double &share = person.hats[last];
                share = word.share.value_or(share);
            }
        }
        return person;
    }

    std::vector<std::string> unknown;

  private:
    RoleId find_role(std::string_view word) {
        const RoleId *known = find(m_roles, lowered(word));
        if (known == nullptr && m_told.insert(std::string(word)).second) {
            unknown.emplace_back(word);
        }
        return known == nullptr ? RoleId() : *known;
    }

    std::set<std::string> m_told;
    std::map<std::string, RoleId> m_roles; ///< lower-case words; where two roles share one, the first
};

} // namespace

PastedPeople add_people_list(const Plan &plan, std::string_view text, const RandomBits &bits) {
    PastedPeople pasted;
    ListReader reader(plan);
    std::vector<Person> people;
    for (const std::string_view line : lines_of(text)) {
        const std::vector<std::string_view> words = words_of(line);
        if (people.empty() && is_head(words)) {
            continue;
        }
        if (people.size() == longestList) {
            ++pasted.leftOut;
            continue;
        }
        people.push_back(reader.read(words));
        pasted.vacancies += people.back().vacant ? 1U : 0U;
    }
    pasted.edit = add_people(plan, people, PersonId(), bits, &pasted.made);
    pasted.unknownRoles = std::move(reader.unknown);
    return pasted;
}

} // namespace fullcourt
