// RULES §2 governance.gap: what is not started, what nobody owns or has written down, tools that nobody can use or that do not
// work together.
#include <array>
#include <map>
#include <numeric>

#include "analysis/consistency.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::string_view gap = "governance.gap";

/// How findings speak of the things of one section.
struct GapWords {
    std::string_view code; ///< subject of a line about all of them
    std::string_view one;
    std::string_view many;
    std::string_view notStarted;
    std::string_view everything; ///< what those of which only names are known lack
};

struct KindWords {
    PracticeKind kind;
    GapWords words;
};
constexpr std::string_view ownerAndText = "has an owner or a text yet.";
constexpr std::array kinds = {
    KindWords{PracticeKind::process, {"process", "process", "processes", "No process is written down yet.", ownerAndText}},
    KindWords{PracticeKind::standard, {"standard", "standard", "standards", "No standard is written down yet.", ownerAndText}},
    KindWords{PracticeKind::collaboration,
              {"collaboration", "practice", "practices of working together", "How the functions work together is not written down yet.",
               ownerAndText}},
    KindWords{PracticeKind::improvement,
              {"improvement", "practice", "practices of improvement", "How this model is reviewed and improved is not written down yet.",
               ownerAndText}},
};
constexpr GapWords toolWords = {"tools", "tool", "tools", "No tool is listed yet.", "has people with access or training yet."};

/// One thing of a section and what it still needs.
struct Gap {
    std::string id;
    std::string name;
    std::vector<std::string> missing;
};

/// Each of them can lack two things.
constexpr std::size_t mostMissing = 2;

/// None at all, or several of which only names are known, is one line (RULES, opening).
void report(const std::vector<Gap> &gaps, const GapWords &words, std::vector<Finding> &findings) {
    const auto about_all = [&](const std::string &message) {
        findings.push_back(finding_of(gap, {std::string(words.code)}, std::to_string(gaps.size()), message));
    };
    if (gaps.empty()) {
        about_all(std::string(words.notStarted));
        return;
    }
    if (gaps.size() > 1 && std::all_of(gaps.begin(), gaps.end(), [](const Gap &each) { return each.missing.size() == mostMissing; })) {
        about_all("None of the " + std::to_string(gaps.size()) + " " + std::string(words.many) + " " + std::string(words.everything));
        return;
    }
    for (const Gap &each : gaps) {
        if (!each.missing.empty()) {
            const std::string missing = listed(each.missing);
            findings.push_back(finding_of(gap, {each.id}, missing,
                                          "The " + std::string(words.one) + " " + quoted(each.name) + " still needs " + missing + "."));
            findings.back().item = each.id;
        }
    }
}

std::vector<std::string> missing_in(const Practice &practice) {
    std::vector<std::string> missing;
    if (practice.owner.empty()) {
        missing.emplace_back("an owner");
    }
    if (trimmed(practice.text).empty() && practice.steps.empty()) {
        missing.emplace_back("a text");
    }
    return missing;
}

void check_practices(const PlanView &view, std::vector<Finding> &findings) {
    const Collection<Practice> &practices = view.plan.practices->practices;
    const std::vector<PracticeId> order = ordered(practices);
    for (const KindWords &each : kinds) {
        std::vector<Gap> gaps;
        for (const PracticeId &id : order) {
            const Practice &practice = practices.at(id);
            if (practice.kind == each.kind) {
                gaps.push_back({id.text, practice.name, missing_in(practice)});
            }
        }
        report(gaps, each.words, findings);
    }
}

std::vector<std::string> missing_in(const Tool &tool) {
    std::vector<std::string> missing;
    if (tool.access.empty()) {
        missing.emplace_back("people with access");
    }
    if (trimmed(tool.training).empty()) {
        missing.emplace_back("training");
    }
    return missing;
}

void check_tools(const PlanView &view, std::vector<Finding> &findings) {
    const Collection<Tool> &tools = view.plan.practices->tools;
    std::vector<Gap> gaps;
    for (const ToolId &id : ordered(tools)) {
        gaps.push_back({id.text, tools.at(id).name, missing_in(tools.at(id))});
    }
    report(gaps, toolWords, findings);
}

// Several tools for one purpose are sprawl unless data flows between them.

struct PurposeWords {
    ToolPurpose purpose;
    std::string_view words;
};
constexpr std::array purposes = {PurposeWords{ToolPurpose::accounts, "accounts"}, PurposeWords{ToolPurpose::campaigns, "campaigns"},
                                 PurposeWords{ToolPurpose::content, "content"}, PurposeWords{ToolPurpose::analytics, "analytics"},
                                 PurposeWords{ToolPurpose::communication, "communication"}};

/// Which tools integrate, directly or through each other. Each points at one that it belongs to, the first of a group at itself.
class Groups {
  public:
    explicit Groups(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), std::size_t{0}); }

    std::size_t first_of(std::size_t index) {
        while (m_parents[index] != index) {
            m_parents[index] = m_parents[m_parents[index]];
            index = m_parents[index];
        }
        return index;
    }
    void unite(std::size_t one, std::size_t other) {
        const std::size_t first = first_of(one);
        const std::size_t second = first_of(other);
        m_parents[std::max(first, second)] = std::min(first, second);
    }

  private:
    std::vector<std::size_t> m_parents;
};

std::vector<std::vector<ToolId>> groups_of(const Collection<Tool> &tools, const std::vector<ToolId> &same) {
    std::map<ToolId, std::size_t> places;
    for (const ToolId &id : same) {
        places.emplace(id, places.size());
    }
    Groups groups(same.size());
    for (std::size_t i = 0; i < same.size(); ++i) {
        for (const ToolId &other : tools.at(same[i]).integratesWith) {
            if (const std::size_t *place = find(places, other)) {
                groups.unite(i, *place);
            }
        }
    }
    std::map<std::size_t, std::vector<ToolId>> members;
    for (std::size_t i = 0; i < same.size(); ++i) {
        members[groups.first_of(i)].push_back(same[i]);
    }
    std::vector<std::vector<ToolId>> lists;
    for (auto &[first, list] : members) {
        lists.push_back(std::move(list));
    }
    return lists;
}

PlanEdit join(const Collection<Tool> &tools, const std::vector<std::vector<ToolId>> &groups) {
    const ToolId &first = groups.front().front();
    Tool changed = tools.at(first);
    for (std::size_t i = 1; i < groups.size(); ++i) {
        changed.integratesWith.insert(groups[i].front());
    }
    return {"Note that they work together", {Put<Tool>{first, std::move(changed)}}};
}

void check_purpose(const Collection<Tool> &tools, const std::vector<ToolId> &same, std::string_view purpose,
                   std::vector<Finding> &findings) {
    const std::vector<std::vector<ToolId>> groups = groups_of(tools, same);
    if (groups.size() < 2) {
        return;
    }
    std::vector<std::string> subject;
    std::vector<std::string> names;
    for (const ToolId &id : same) {
        subject.push_back(id.text);
        names.push_back(quoted(tools.at(id).name));
    }
    std::sort(subject.begin(), subject.end());
    std::string evidence(purpose);
    for (const std::vector<ToolId> &group : groups) {
        evidence += '\n' + evidence_of(group);
    }
    const bool two = same.size() == 2;
    findings.push_back(finding_of(gap, std::move(subject), evidence,
                                  some_of(names) + (two ? " both serve " : " all serve ") + std::string(purpose) +
                                      (two ? ", but do not work together." : ", but do not all work together.")));
    findings.back().item = same.front().text;
    findings.back().fixes = {join(tools, groups)};
}

void check_sprawl(const PlanView &view, std::vector<Finding> &findings) {
    const Collection<Tool> &tools = view.plan.practices->tools;
    const std::vector<ToolId> order = ordered(tools);
    for (const PurposeWords &each : purposes) {
        std::vector<ToolId> same;
        std::copy_if(order.begin(), order.end(), std::back_inserter(same),
                     [&](const ToolId &id) { return tools.at(id).purpose == each.purpose; });
        check_purpose(tools, same, each.words, findings);
    }
}

} // namespace

std::vector<Finding> check_governance(const PlanView &view) {
    std::vector<Finding> findings;
    // A plan without roles has not begun at all.
    const bool begun = !view.plan.organisation->roles.empty() || *view.plan.practices != Practices();
    if (begun && view.policy.on(gap)) {
        check_practices(view, findings);
        check_tools(view, findings);
        check_sprawl(view, findings);
    }
    return findings;
}

} // namespace fullcourt
