#include "edit/place_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

template <class Item> std::string name_of(const Collection<Item> &items, const std::string &id) {
    const Item *item = find(items, Id<Item>(id));
    if constexpr (requires { item->name; }) {
        return item == nullptr ? id : quoted(item->name);
    } else if constexpr (requires { item->what; }) {
        return item == nullptr ? id : quoted(item->what);
    } else {
        // Rungs of the ladder and marks have no names: which one it is in order, or whose.
        const std::vector<Id<Item>> order = ordered(items);
        const auto at = std::find(order.begin(), order.end(), Id<Item>(id));
        return at == order.end() ? id : std::to_string(at - order.begin() + 1);
    }
}

/// A list of the file, what one of its items is called, and its name.
struct ListWords {
    std::string_view list;
    std::string_view label;
    std::string (*name)(const Plan &plan, const std::string &id);
};

constexpr std::array lists = {
    ListWords{"roles", "Role", [](const Plan &plan, const std::string &id) { return name_of(plan.organisation->roles, id); }},
    ListWords{"team", "Person", [](const Plan &plan, const std::string &id) { return name_of(plan.organisation->people, id); }},
    ListWords{"models", "Organisation model", [](const Plan &plan, const std::string &id) { return name_of(plan.organisation->models, id); }},
    ListWords{"phases", "Phase", [](const Plan &plan, const std::string &id) { return name_of(plan.raci->phases, id); }},
    ListWords{"activities", "Activity", [](const Plan &plan, const std::string &id) { return name_of(plan.raci->activities, id); }},
    ListWords{"columns", "Column", [](const Plan &plan, const std::string &id) { return name_of(plan.organisation->roles, id); }},
    ListWords{"meetings", "Meeting", [](const Plan &plan, const std::string &id) { return name_of(plan.governance->meetings, id); }},
    ListWords{"decisions", "Decision", [](const Plan &plan, const std::string &id) { return name_of(plan.governance->decisions, id); }},
    ListWords{"escalation", "Escalation level",
              [](const Plan &plan, const std::string &id) { return name_of(plan.governance->escalation, id); }},
    ListWords{"kpis", "KPI", [](const Plan &plan, const std::string &id) { return name_of(plan.measurement->kpis, id); }},
    ListWords{"practices", "Practice", [](const Plan &plan, const std::string &id) { return name_of(plan.practices->practices, id); }},
    ListWords{"tools", "Tool", [](const Plan &plan, const std::string &id) { return name_of(plan.practices->tools, id); }},
    ListWords{"log", "Log entry", [](const Plan &plan, const std::string &id) { return name_of(plan.records->log, id); }},
    ListWords{"disputes", "Conflict in the log", [](const Plan &plan, const std::string &id) { return name_of(plan.records->disputes, id); }},
    ListWords{"runSheet", "Run sheet item", [](const Plan &plan, const std::string &id) { return name_of(plan.workshop->sheet, id); }},
    ListWords{"accountColumns", "Account column", [](const Plan &plan, const std::string &id) { return name_of(plan.accounts->columns, id); }},
    ListWords{"accountMarks", "Notes on account",
              [](const Plan &plan, const std::string &id) { return name_in_list(plan, "accounts", id); }},
    ListWords{"criteria", "Criterion", [](const Plan &plan, const std::string &id) { return name_of(plan.scoring->criteria, id); }},
    ListWords{"scoreVersions", "Score version", [](const Plan &plan, const std::string &id) { return name_of(plan.scoring->versions, id); }},
    ListWords{"frozenLists", "Frozen list", [](const Plan &plan, const std::string &id) { return name_of(plan.scoring->lists, id); }},
    ListWords{"contacts", "Contact", [](const Plan &plan, const std::string &id) { return name_of(plan.contacts->contacts, id); }},
    ListWords{"leadStages", "Lead stage", [](const Plan &plan, const std::string &id) { return name_of(plan.contacts->stages, id); }},
    ListWords{"pods", "Pod", [](const Plan &plan, const std::string &id) { return name_of(plan.engagement->pods, id); }},
    ListWords{"plays", "Play", [](const Plan &plan, const std::string &id) { return name_of(plan.engagement->plays, id); }},
    ListWords{"playTemplates", "Play template",
              [](const Plan &plan, const std::string &id) { return name_of(plan.engagement->templates, id); }},
    ListWords{"engagementNotes", "Note on an engagement",
              [](const Plan &plan, const std::string &id) { return name_of(plan.engagement->notes, id); }},
    ListWords{"accounts", "Account",
              [](const Plan &plan, const std::string &id) {
                  const std::optional<std::size_t> row = plan.accounts->table.row_of(id);
                  return row ? quoted(account_name(*plan.accounts, *row)) : id;
              }},
};

/// Keys that say something of the thing instead of naming a part of it: "Role CFO, vacant".
constexpr std::array<std::string_view, 24> statements = {
    "about",     "afterWeeks",     "dottedTo",          "done",          "either",        "fitsWhen",     "follows",   "frozen", "held",
    "hidden",    "integratesWith", "liaison",           "oneToFewFrom",  "oneToManyFrom", "oneToOneFrom", "otherwise", "pinned", "pod",
    "reportsTo", "rises",          "signedByMarketing", "signedBySales", "stageSince",    "vacant"};

/// Keys that do not say by themselves what they hold.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> fields = {{{"at", "place in the order"},
                                                                                   {"short", "short name"},
                                                                                   {"core", "core function"},
                                                                                   {"every", "rhythm"},
                                                                                   {"minutes", "length in minutes"},
                                                                                   {"pod", "held for each pod"},
                                                                                   {"held", "held on"},
                                                                                   {"either", "any one decides"},
                                                                                   {"rises", "what makes it rise"},
                                                                                   {"limitDays", "time limit in days"},
                                                                                   {"turnaroundDays", "turnaround in days"},
                                                                                   {"about", "what it is about"},
                                                                                   {"what", "text"},
                                                                                   {"on", "date"},
                                                                                   {"otherwise", "any other value"},
                                                                                   {"halfLife", "half-life in days"},
                                                                                   {"asIsOn", "date of the as-is picture"},
                                                                                   {"accountKey", "name of the accounts' key"},
                                                                                   {"accountName", "column that names accounts"}}};

const ListWords *find_list(std::string_view list) {
    const auto *at = std::find_if(lists.begin(), lists.end(), [&](const ListWords &words) { return words.list == list; });
    return at == lists.end() ? nullptr : at;
}

/// What an element of a set or map is called: mostly it is the id of something.
std::string element_words(const Plan &plan, const std::string &element) {
    for (const std::string_view list : {"roles", "activities", "tools", "meetings"}) {
        if (std::string name = name_in_list(plan, list, element); name != element) {
            return name;
        }
    }
    return quoted(element);
}

std::string elements(const Plan &plan, const PlanPath &path, std::size_t from) {
    std::string words;
    for (std::size_t i = from; i < path.size(); ++i) {
        words += (words.empty() ? "" : ", ") + element_words(plan, path[i]);
    }
    return words;
}

/// Where an item's own path ends: {"roles", "cfo"}, {"grid", "activities", "close"}; 0 for what is no item.
std::size_t item_length(const PlanPath &path) {
    const std::size_t list = !path.empty() && path.front() == "grid" ? 1 : 0;
    if (path.size() < list + 2 || find_list(path[list]) == nullptr) {
        return 0;
    }
    const bool ofGrid = path[list] == "phases" || path[list] == "activities" || path[list] == "columns";
    return ofGrid == (list == 1) ? list + 2 : 0;
}

/// "VP Sales in Close"; a whole row by its activity.
std::string cell_of_grid(const Plan &plan, const PlanPath &path) {
    constexpr std::size_t cell = 4;
    return path.size() < cell ? elements(plan, path, 2) : elements(plan, path, 3) + " in " + element_words(plan, path[2]);
}

std::string grid_words(const Plan &plan, const PlanPath &path) {
    const auto is = [&](std::string_view key) { return path.size() > 2 && path[1] == key; };
    if (is("rows")) {
        return cell_of_grid(plan, path);
    }
    if (is("notes")) {
        return "Note on " + cell_of_grid(plan, path);
    }
    if (is("asIs")) {
        return cell_of_grid(plan, path) + " as it was";
    }
    if (is("letters")) {
        return "Meaning of the letter " + path[2];
    }
    return "Grid, " + (path.size() > 1 ? field_words(path[1]) : std::string("all of it"));
}

/// As within a sentence: "role", but "KPI".
std::string label_inside(std::string_view label) {
    std::string words(label);
    const bool abbreviated = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
    if (!abbreviated && words.front() >= 'A' && words.front() <= 'Z') {
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    }
    return words;
}

/// "Name of the role CFO", "Parties of escalation level 2"; "Role CFO, vacant".
std::string part_words(std::string_view label, const std::string &name, const std::string &key) {
    if (std::find(statements.begin(), statements.end(), key) != statements.end()) {
        return std::string(label) + " " + name + ", " + field_words(key);
    }
    const bool numbered = label == "Escalation level";
    return capitalised(field_words(key)) + " of " + (numbered ? "" : "the ") + label_inside(label) + " " + name;
}

/// What stands before the elements of these.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> groups = {{{"choice", "Organisation model"},
                                                                                   {"readiness", "Readiness"},
                                                                                   {"ballots", "Ballot"},
                                                                                   {"ballotContext", "Ballot on the company"},
                                                                                   {"tallies", "Show of cards"},
                                                                                   {"parked", "Put aside"},
                                                                                   {"rules", "Rule"},
                                                                                   {"thresholds", "Threshold"},
                                                                                   {"acceptances", "Accepted finding"},
                                                                                   {"tiers", "Tiers"},
                                                                                   {"scoringSignatures", "Signature under the score"},
                                                                                   {"accountBoard", "Board of accounts"},
                                                                                   {"accountImport", "Import of accounts"},
                                                                                   {"outcome", "Outcome of accounts"},
                                                                                   {"leadPolicy", "Contact score"},
                                                                                   {"podPolicy", "Load of pods"}}};

} // namespace

std::string account_called(const Plan &plan, const AccountId &account) {
    const std::optional<std::size_t> row = plan.accounts->table.row_of(account.text);
    return quoted(row ? account_name(*plan.accounts, *row) : account.text);
}

std::string accounts_called(const Plan &plan, const std::vector<AccountId> &accounts) {
    return accounts.size() == 1 ? account_called(plan, accounts.front()) : counted(accounts.size(), "account", "accounts");
}

std::string field_words(std::string_view key) {
    for (const auto &[field, words] : fields) {
        if (field == key) {
            return std::string(words);
        }
    }
    std::string words;
    for (const char c : key) {
        if (c >= 'A' && c <= 'Z') {
            words += ' ';
            words += static_cast<char>(c - 'A' + 'a');
        } else {
            words += c;
        }
    }
    return words;
}

std::string name_in_list(const Plan &plan, std::string_view list, const std::string &id) {
    const ListWords *words = find_list(list);
    return words == nullptr ? id : words->name(plan, id);
}

std::string account_cell_words(const std::string &account, const std::string &column) { return column + " of the account " + account; }

bool is_grid_cell(const PlanPath &path) {
    constexpr std::size_t length = 4;
    return path.size() == length && path[0] == "grid" && (path[1] == "rows" || path[1] == "asIs");
}

bool is_meeting_start(const PlanPath &path) {
    constexpr std::size_t length = 3;
    return path.size() == length && path[0] == "meetings" && path[2] == "start";
}

std::optional<std::string> meeting_start_words(const PlanPath &path, std::string_view value) {
    constexpr double day = 24 * 60;
    const std::optional<double> minutes = is_meeting_start(path) ? parse_number(value) : std::nullopt;
    return minutes && *minutes >= 0 && *minutes < day ? std::optional(time_words(static_cast<int>(*minutes))) : std::nullopt;
}

std::string letters_words(const Plan &plan, const std::string &text) {
    const std::optional<Letters> letters = Letters::parse(text);
    const std::string words = letters ? letters_in_words(*letters, plan.raci->extraLetters) : text;
    return quoted(text) + (words == text ? "" : " (" + quoted(words) + ")");
}

std::string item_words(const Plan &plan, const PlanPath &path) {
    const std::size_t length = item_length(path);
    if (length == 0 || length != path.size()) {
        return {};
    }
    const ListWords *words = find_list(path[length - 2]);
    return std::string(words->label) + " " + words->name(plan, path[length - 1]);
}

std::string place_words(const Plan &plan, const PlanPath &path) {
    if (path.empty()) {
        return "The plan";
    }
    if (const std::size_t length = item_length(path); length != 0) {
        if (path.size() == length) {
            return item_words(plan, path);
        }
        const ListWords &words = *find_list(path[length - 2]);
        const std::string name = words.name(plan, path[length - 1]);
        const std::string part = path.front() == "accounts" ? account_cell_words(name, name_in_list(plan, "accountColumns", path[length]))
                                                            : part_words(words.label, name, path[length]);
        return part + (path.size() > length + 1 ? ", " + elements(plan, path, length + 1) : std::string());
    }
    if (path.front() == "grid") {
        return grid_words(plan, path);
    }
    for (const auto &[key, words] : groups) {
        if (key == path.front() && path.size() > 1) {
            const bool field = key == "choice" || key == "tiers" || key == "accountBoard" || key == "outcome" || key.ends_with("Policy");
            const std::string rest = field && path.size() == 2 ? field_words(path[1]) : elements(plan, path, field ? 2 : 1);
            return std::string(words) + ", " + rest;
        }
    }
    return capitalised(field_words(path.front())) + (path.size() > 1 ? ", " + elements(plan, path, 1) : std::string());
}

} // namespace fullcourt
