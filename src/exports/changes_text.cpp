#include "exports/changes_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/place_words.h"
#include "io/plan_places.h"

namespace fullcourt {
namespace {

using PlaceTree = nlohmann::json;

/// First keys of paths, by the section of the page that shows them.
struct Section {
    std::string_view name;
    std::array<std::string_view, 8> keys;
};
constexpr std::array sections = {
    Section{"Plan", {"title", "description"}},
    Section{"Organisation", {"roles", "team", "choice", "models"}},
    Section{"RACI grid", {"grid"}},
    Section{"Meetings", {"meetings"}},
    Section{"Decisions", {"decisions"}},
    Section{"Escalation", {"escalation", "disputes"}},
    Section{"KPIs", {"kpis"}},
    Section{"Governance", {"practices", "tools"}},
    Section{"Workshop", {"runSheet", "parked", "log", "acceptances"}},
    Section{"What each side said", {"readiness", "ballots", "ballotContext", "tallies"}},
    Section{"Target accounts",
            {"accounts", "accountColumns", "accountKey", "accountName", "accountMarks", "accountBoard", "accountStages", "accountImport"}},
    Section{"Account score", {"criteria", "tiers", "scoringSignatures", "scoreVersions", "frozenLists", "outcome"}},
    Section{"Contacts and lead stages", {"contacts", "leadStages", "leadPolicy"}},
    Section{"Pods and engagement plans", {"pods", "podPolicy", "plays", "playTemplates", "engagementNotes"}},
    Section{"Settings", {"rules", "thresholds"}},
};
constexpr std::string_view otherSection = "Further";

std::string_view section_of(const PlanPath &path) {
    for (const Section &section : sections) {
        if (!path.empty() && std::find(section.keys.begin(), section.keys.end(), path.front()) != section.keys.end()) {
            return section.name;
        }
    }
    return otherSection;
}

/// The shape of what stands at a path, and of the thing it stands in.
struct Shapes {
    const PlaceShape *in = nullptr;
    const PlaceShape *at = nullptr;
};

Shapes shapes_at(const PlanPath &path) {
    static const PlaceShape value{};
    Shapes shapes{nullptr, &plan_shape()};
    for (std::size_t i = 0; i < path.size(); ++i) {
        const PlaceShape &here = *shapes.at;
        shapes.in = &here;
        if (here.kind == PlaceShape::Kind::items && i + 1 < path.size()) {
            ++i; // past the id
        } else if (here.kind == PlaceShape::Kind::map && !here.each.empty()) {
            shapes.at = &here.each.front();
            continue;
        }
        const auto member = here.members.find(path[i]);
        shapes.at = member == here.members.end() ? &value : &member->second;
    }
    return shapes;
}

std::string scalar_words(const Plan &plan, std::string_view refers, const PlaceTree &json) {
    if (json.is_string()) {
        const std::string text = on_one_line(json.get<std::string>());
        return refers.empty() ? quoted(text) : name_in_list(plan, refers, text);
    }
    if (json.is_boolean()) {
        return json.get<bool>() ? "yes" : "no";
    }
    return json.dump();
}

std::string words_of(const Plan &plan, std::string_view refers, const PlaceTree &json) {
    if (!json.is_structured()) {
        return scalar_words(plan, refers, json);
    }
    std::string words;
    for (const auto &[key, item] : json.items()) {
        words += words.empty() ? "" : "; ";
        words += (json.is_object() ? field_words(key) + " " : std::string()) + words_of(plan, refers, item);
    }
    return words;
}

std::vector<std::string> ids_of_list(const Plan &plan, const std::string &list) {
    std::vector<std::string> ids;
    for (const auto &[path, value] : places_of(plan)) {
        const std::size_t at = !path.empty() && path.front() == "grid" ? 1 : 0;
        if (path.size() == at + 2 && path[at] == list) {
            ids.push_back(path.back());
        }
    }
    return ids;
}

bool begins_with(const PlanPath &path, const PlanPath &beginning) {
    return path.size() > beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

/// A row of accounts or a cell of one.
bool is_about_account(const PlanPath &path) {
    return !path.empty() && path.front() == "accounts" && (path.size() == 2 || path.size() == 3);
}

/// Whether the path leads to an item of a list. Of accounts there may be very many: they are not looked for.
bool is_item(const Plan &plan, const PlanPath &path) { return is_about_account(path) ? path.size() == 2 : !item_words(plan, path).empty(); }

/// place_words() for many places: accounts are found by an index.
class PlaceNames {
  public:
    explicit PlaceNames(const Plan &plan) : m_plan(plan) {}

    const Plan &plan() const { return m_plan; }
    std::string words(const PlanPath &path) {
        if (!is_about_account(path)) {
            return place_words(m_plan, path);
        }
        const std::optional<std::size_t> row = row_of(path[1]);
        const std::string account = row ? quoted(account_name(*m_plan.accounts, *row)) : path[1];
        return path.size() == 2 ? "Account " + account : account_cell_words(account, name_in_list(m_plan, "accountColumns", path[2]));
    }

  private:
    /// For a few an index would take longer than it saves.
    std::optional<std::size_t> row_of(const std::string &key) {
        constexpr std::size_t aFew = 8;
        if (!m_index && ++m_looked <= aFew) {
            return m_plan.accounts->table.row_of(key);
        }
        if (!m_index) {
            m_index.emplace(m_plan.accounts->table);
        }
        return m_index->row_of(key);
    }

    const Plan &m_plan;
    std::size_t m_looked = 0;
    std::optional<AccountIndex> m_index;
};

/// Changes without those of the fields of what is new or gone as a whole.
std::vector<PlaceChange> without_parts(const std::vector<PlaceChange> &all, const Plan &plan) {
    std::vector<PlaceChange> rest;
    PlanPath whole;
    for (const PlaceChange &change : all) {
        if (!whole.empty() && begins_with(change.path, whole)) {
            continue;
        }
        whole = is_item(plan, change.path) ? change.path : PlanPath();
        rest.push_back(change);
    }
    return rest;
}

/// A cell of the grid, an element of a set, an item: they come and go. Everything else only changes.
ChangeKind kind_of(const Plan &named, const PlaceChange &change) {
    const PlanPath &path = change.path;
    const Shapes shapes = shapes_at(path);
    const bool element = shapes.in != nullptr && shapes.in->kind == PlaceShape::Kind::set;
    if (!is_grid_cell(path) && !element && !is_item(named, path)) {
        return ChangeKind::changed;
    }
    return !change.before ? ChangeKind::added : !change.after ? ChangeKind::removed : ChangeKind::changed;
}

ReadableChange readable(PlaceNames &before, PlaceNames &after, const PlaceChange &change) {
    // What is gone has its name in the plan before.
    PlaceNames &named = change.after ? after : before;
    const PlanPath &path = change.path;
    ReadableChange shown{kind_of(named.plan(), change), named.words(path), {}, {}, {}};
    const Shapes shapes = shapes_at(path);
    const bool element = shapes.in != nullptr && shapes.in->kind == PlaceShape::Kind::set;
    const bool place = !path.empty() && path.back() == "at" && !is_about_account(path);
    const std::string item = place ? item_words(after.plan(), PlanPath(path.begin(), path.end() - 1)) : std::string();
    if (is_item(named.plan(), path) || element) {
        shown.line = shown.place + (change.after ? ": added" : ": removed");
    } else if (!item.empty()) {
        shown.place = item + ": moved";
        shown.line = shown.place;
    } else {
        shown.before = value_words(before.plan(), path, change.before);
        shown.after = value_words(after.plan(), path, change.after);
        shown.line = shown.place + ": " + shown.before + " → " + shown.after;
    }
    return shown;
}

} // namespace

std::string value_words(const Plan &plan, const PlanPath &path, const PlaceValue &value) {
    if (!value) {
        return "–";
    }
    if (is_item(plan, path)) {
        return "there";
    }
    const PlaceTree json = PlaceTree::parse(*value, nullptr, false);
    if (is_grid_cell(path) && json.is_string()) {
        return letters_words(plan, json.get<std::string>());
    }
    if (std::optional<std::string> start = meeting_start_words(path, *value)) {
        return *std::move(start);
    }
    const Shapes shapes = shapes_at(path);
    return json.is_discarded() ? *value : words_of(plan, shapes.at->kind == PlaceShape::Kind::value ? shapes.at->refers : "", json);
}

std::size_t ReviewedSection::count(ChangeKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [&](const ReadableChange &change) { return change.kind == kind; }));
}

std::vector<ReviewedSection> reviewed_changes(const Plan &before, const Plan &after) {
    return reviewed_changes(before, after, changes(before, after));
}

std::vector<ReviewedSection> reviewed_changes(const Plan &before, const Plan &after, const std::vector<PlaceChange> &all) {
    std::map<std::string_view, std::vector<ReadableChange>> bySection;
    PlaceNames was(before);
    PlaceNames is(after);
    for (const PlaceChange &change : without_parts(all, after)) {
        bySection[section_of(change.path)].push_back(readable(was, is, change));
    }
    std::vector<ReviewedSection> reviewed;
    const auto add = [&](std::string_view section) {
        if (const auto at = bySection.find(section); at != bySection.end()) {
            reviewed.push_back({std::string(section), std::move(at->second)});
        }
    };
    for (const Section &section : sections) {
        add(section.name);
    }
    add(otherSection);
    return reviewed;
}

std::vector<PlaceValue> typed_values(const Plan &plan, const PlanPath &path, const std::string &text, const std::vector<PlaceValue> &like) {
    const std::string typed(trimmed(text));
    const auto looks = [&](auto &&is) {
        return std::any_of(like.begin(), like.end(), [&](const PlaceValue &value) {
            const PlaceTree json = value ? PlaceTree::parse(*value, nullptr, false) : PlaceTree();
            return is(json);
        });
    };
    const bool structured = looks([](const PlaceTree &json) { return json.is_structured() || json.is_discarded(); });
    if (typed.empty() || structured || !item_words(plan, path).empty()) {
        return {};
    }
    std::vector<PlaceValue> values;
    const std::string refers = shapes_at(path).at->refers;
    for (const std::string &id : refers.empty() ? std::vector<std::string>() : ids_of_list(plan, refers)) {
        if (lowered(name_in_list(plan, refers, id)) == lowered(typed)) {
            values.emplace_back(PlaceTree(id).dump());
        }
    }
    const std::string asText = PlaceTree(typed).dump(-1, ' ', false, PlaceTree::error_handler_t::replace);
    if (is_meeting_start(path)) { // "930" is no time, though 930 minutes after midnight would be
        const std::optional<int> start = minutes_of_day(typed);
        return start ? std::vector<PlaceValue>{std::to_string(*start)} : std::vector<PlaceValue>();
    }
    const std::optional<double> number = parse_number(typed);
    const bool yes = lowered(typed) == "yes";
    if (number && !looks([](const PlaceTree &json) { return json.is_string(); })) {
        values.emplace_back(to_text(*number));
    }
    if ((yes || lowered(typed) == "no") && looks([](const PlaceTree &json) { return json.is_boolean(); })) {
        values.emplace_back(yes ? "true" : "false");
    }
    values.emplace_back(asText);
    if (number) {
        values.emplace_back(to_text(*number));
    }
    return values;
}

std::vector<SectionChanges> readable_changes(const Plan &before, const Plan &after) {
    std::vector<SectionChanges> readable;
    for (ReviewedSection &section : reviewed_changes(before, after)) {
        SectionChanges lines{std::move(section.section), {}};
        for (ReadableChange &change : section.changes) {
            lines.lines.push_back(std::move(change.line));
        }
        readable.push_back(std::move(lines));
    }
    return readable;
}

std::string changes_text(const Plan &before, const Plan &after) {
    std::string text;
    for (const SectionChanges &section : readable_changes(before, after)) {
        text += (text.empty() ? "" : "\n") + section.section + "\n";
        for (const std::string &line : section.lines) {
            text += "  " + line + "\n";
        }
    }
    return text.empty() ? "No difference.\n" : text;
}

std::string changes_json(const Plan &before, const Plan &after) {
    using Ordered = nlohmann::ordered_json;
    Ordered list = Ordered::array();
    PlaceNames was(before);
    PlaceNames is(after);
    for (const PlaceChange &change : changes(before, after)) {
        Ordered one = {{"at", change.path}, {"what", (change.after ? is : was).words(change.path)}};
        if (change.before) {
            one["before"] = Ordered::parse(*change.before, nullptr, false);
        }
        if (change.after) {
            one["after"] = Ordered::parse(*change.after, nullptr, false);
        }
        list.push_back(std::move(one));
    }
    Ordered all;
    all["changes"] = std::move(list);
    return all.dump(2, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

} // namespace fullcourt
