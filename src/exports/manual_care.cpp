// How the model is kept working, and what is open in it: accepted with a reason, or still to settle.
#include <algorithm>
#include <array>

#include "analysis/check.h"
#include "base/date_words.h"
#include "base/text.h"
#include "exports/manual_parts.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

// ---- Governance

std::string kind_title(PracticeKind kind) {
    static constexpr std::array<std::string_view, 4> titles = {"Processes", "Standards", "How the sides work together",
                                                               "How this gets better"};
    return std::string(titles[static_cast<std::size_t>(kind)]);
}

std::string practice_words(const Plan &plan, const Practice &practice) {
    std::string text;
    for (const std::string &line : printable_lines(practice.text)) {
        text += " " + stopped(line);
    }
    if (!practice.steps.empty()) {
        std::vector<std::string> steps;
        for (const std::string &step : practice.steps) {
            steps.push_back(inside(step));
        }
        text += " In this order: " + listed(steps, "and then") + ".";
    }
    if (plan.organisation->roles.contains(practice.owner)) {
        text += " Looked after by " + role_head(plan, practice.owner) + ".";
    }
    if (const std::vector<std::string> approvers = role_names(plan, practice.approvers); !approvers.empty()) {
        text += " Needs the consent of " + listed(approvers) + ".";
    }
    const std::string every = often(practice.period);
    text += every.empty() ? "" : " Looked at " + every + ".";
    return text + (practice.due.empty() ? "" : " Next: " + date_words(practice.due) + ".");
}

void add_practices(Blocks &blocks, const Plan &plan, PracticeKind kind) {
    block::Bullets bullets;
    for (const PracticeId &id : ordered(plan.practices->practices)) {
        const Practice &practice = plan.practices->practices.at(id);
        const std::string text = practice_words(plan, practice);
        if (practice.kind == kind && !text.empty()) {
            bullets.items.push_back({{stopped(practice.name), true}, {text, false}});
        }
    }
    if (!bullets.items.empty()) {
        blocks.emplace_back(block::Heading{kind_title(kind)});
        blocks.emplace_back(std::move(bullets));
    }
}

std::string purpose_name(ToolPurpose purpose) {
    static constexpr std::array<std::string_view, 6> names = {"", "Accounts", "Campaigns", "Content", "Analytics", "Communication"};
    return std::string(names[static_cast<std::size_t>(purpose)]);
}

void add_tools(Blocks &blocks, const Plan &plan) {
    const Collection<Tool> &tools = plan.practices->tools;
    block::Table table;
    table.heads = {"Tool", "For", "Looked after by", "Used by", "Works with", "Training"};
    const std::vector<ToolId> order = ordered(tools);
    for (const ToolId &id : order) {
        const Tool &tool = tools.at(id);
        std::vector<std::string> others;
        for (const ToolId &other : order) {
            if (other != id && integrate(tools, id, other)) {
                others.push_back(tools.at(other).name);
            }
        }
        table.rows.push_back({{tool.name, purpose_name(tool.purpose),
                               plan.organisation->roles.contains(tool.owner) ? role_head(plan, tool.owner) : std::string(),
                               listed(role_names(plan, tool.access)), listed(others), tool.training},
                              false});
    }
    if (!table.rows.empty()) {
        blocks.emplace_back(block::Heading{"Tools"});
        blocks.emplace_back(std::move(table));
    }
}

// ---- Open points

/// Who looked at it, when, and why it stays.
std::string left_so(const Acceptance &accepted) {
    std::string text = " Left so";
    for (const std::string &part : {accepted.by, accepted.at.empty() ? std::string() : date_words(accepted.at)}) {
        if (!part.empty()) {
            text += ", ";
            text += part;
        }
    }
    text += ", ";
    text += stopped(accepted.reason.empty() ? "without a reason given" : "because: " + accepted.reason);
    return text;
}

void add_accepted(Blocks &blocks, const std::vector<Finding> &findings) {
    block::Bullets bullets;
    for (const Finding &finding : findings) {
        if (!finding.accepted) {
            continue;
        }
        bullets.items.push_back({{finding.message, true}, {left_so(*finding.accepted), false}});
    }
    if (!bullets.items.empty()) {
        blocks.emplace_back(block::Heading{"Looked at and left so"});
        blocks.emplace_back(std::move(bullets));
    }
}

/// So many of one rule are named; the rest are counted.
constexpr std::size_t mostOfRule = 5;

void add_open_of(Blocks &blocks, const std::vector<Finding> &findings, Severity severity, const std::string &title) {
    block::Bullets bullets;
    std::vector<std::pair<std::string, std::size_t>> seen;
    const auto finish = [&] {
        if (!seen.empty() && seen.back().second > mostOfRule) {
            bullets.items.push_back(plain("… and " + std::to_string(seen.back().second - mostOfRule) + " more like these."));
        }
    };
    for (const Finding &finding : findings) {
        if (finding.accepted || finding.severity != severity) {
            continue;
        }
        if (seen.empty() || seen.back().first != finding.rule) {
            finish();
            seen.emplace_back(finding.rule, 0);
        }
        if (++seen.back().second <= mostOfRule) {
            bullets.items.push_back(plain(finding.message));
        }
    }
    finish();
    if (!bullets.items.empty()) {
        blocks.emplace_back(block::Heading{title});
        blocks.emplace_back(std::move(bullets));
    }
}

void add_actions(Blocks &blocks, const Plan &plan) {
    block::Table table;
    table.heads = {"What is done about it", "Who", "By"};
    for (const LogEntryId &id : ordered(plan.records->log)) {
        const LogEntry &entry = plan.records->log.at(id);
        if (entry.kind == LogEntry::Kind::action && !entry.done && !entry.what.empty()) {
            table.rows.push_back({{entry.what, plan.organisation->roles.contains(entry.owner) ? role_head(plan, entry.owner) : "nobody yet",
                                   date_words(entry.due)},
                                  false});
        }
    }
    if (!table.rows.empty()) {
        blocks.emplace_back(block::Heading{"Agreed actions"});
        blocks.emplace_back(std::move(table));
    }
}

} // namespace

Blocks governance_blocks(const Plan &plan) {
    Blocks blocks;
    for (const PracticeKind kind :
         {PracticeKind::process, PracticeKind::standard, PracticeKind::collaboration, PracticeKind::improvement}) {
        add_practices(blocks, plan, kind);
    }
    add_tools(blocks, plan);
    return blocks;
}

Blocks open_blocks(const Plan &plan, const std::vector<Finding> &findings) {
    Blocks blocks;
    const FindingCount found = count(findings);
    if (found.errors + found.warnings != 0) {
        blocks.emplace_back(paragraph("Read against itself, the plan still leaves " +
                                      counted(found.errors + found.warnings, "thing", "things") +
                                      " to settle. Until they are, whoever is in doubt asks the people named above."));
    }
    add_accepted(blocks, findings);
    add_open_of(blocks, findings, Severity::error, "Needs a decision");
    add_open_of(blocks, findings, Severity::warning, "Worth a look");
    add_actions(blocks, plan);
    return blocks;
}

} // namespace fullcourt
