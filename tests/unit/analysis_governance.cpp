// RULES §2 governance.gap, on both sides of each line it draws.
#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "operating_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

std::vector<Finding> gaps(const Plan &plan) {
    std::vector<Finding> findings = check(plan);
    std::erase_if(findings, [](const Finding &one) { return one.rule != "governance.gap"; });
    return findings;
}

Lines messages(const Plan &plan) {
    Lines lines;
    for (const Finding &finding : gaps(plan)) {
        lines.push_back(finding.message);
    }
    return lines;
}

Practice &add_practice(Plan &plan, const char *id, PracticeKind kind) {
    Collection<Practice> &all = plan.practices.edit().practices;
    Practice practice;
    practice.kind = kind;
    practice.name = id;
    practice.owner = RoleId("AE");
    practice.text = "Agreed.";
    practice.position = position_at_end(all);
    return all[PracticeId(id)] = practice;
}

Tool &add_tool(Plan &plan, const char *id, ToolPurpose purpose) {
    Collection<Tool> &all = plan.practices.edit().tools;
    Tool tool;
    tool.name = id;
    tool.purpose = purpose;
    tool.access = {RoleId("AE")};
    tool.training = "Each January";
    tool.position = position_at_end(all);
    return all[ToolId(id)] = tool;
}

/// One of each kind, complete.
Plan governed_plan() {
    Plan plan = operating_plan();
    add_practice(plan, "Selection", PracticeKind::process);
    add_practice(plan, "Tone", PracticeKind::standard);
    add_practice(plan, "Round table", PracticeKind::collaboration);
    add_practice(plan, "Review", PracticeKind::improvement);
    add_tool(plan, "CRM", ToolPurpose::accounts);
    return plan;
}

Practice &practice(Plan &plan, const char *id) { return plan.practices.edit().practices.at(PracticeId(id)); }
Tool &tool(Plan &plan, const char *id) { return plan.practices.edit().tools.at(ToolId(id)); }

} // namespace

TEST_CASE("What nobody has started in the governance gives one line each", "[analysis]") {
    CHECK(messages(Plan()).empty());
    const Plan plan = operating_plan();
    CHECK(messages(plan) == Lines{"No process is written down yet.", "No standard is written down yet.",
                                  "How the functions work together is not written down yet.",
                                  "How this model is reviewed and improved is not written down yet.", "No tool is listed yet."});
    for (const Finding &finding : gaps(plan)) {
        CHECK(finding.severity == Severity::note);
        CHECK(finding.section == PlanSection::governance);
        CHECK(finding.item.empty());
    }
    CHECK(messages(governed_plan()).empty());
}

TEST_CASE("A practice needs an owner, and a text or steps", "[analysis]") {
    Plan plan = governed_plan();
    practice(plan, "Tone").owner = RoleId();
    CHECK(messages(plan) == Lines{"The standard Tone still needs an owner."});
    CHECK(gaps(plan).front().subject == Lines{"Tone"});
    CHECK(gaps(plan).front().item == "Tone");
    practice(plan, "Tone").text = " \n";
    CHECK(messages(plan) == Lines{"The standard Tone still needs an owner and a text."});
    practice(plan, "Tone").owner = RoleId("AE");
    CHECK(messages(plan) == Lines{"The standard Tone still needs a text."});
    practice(plan, "Tone").steps = {"Write", "Read aloud"};
    CHECK(messages(plan).empty());
}

TEST_CASE("Practices of which only names are known give one line a kind", "[analysis]") {
    Plan plan = governed_plan();
    practice(plan, "Selection").owner = RoleId();
    practice(plan, "Selection").text.clear();
    Practice &second = add_practice(plan, "Reporting", PracticeKind::process);
    second.owner = RoleId();
    second.text.clear();
    CHECK(messages(plan) == Lines{"None of the 2 processes has an owner or a text yet."});
    practice(plan, "Reporting").text = "Monthly.";
    CHECK(messages(plan) == Lines{"The process Selection still needs an owner and a text.", "The process Reporting still needs an owner."});
    practice(plan, "Round table").text.clear();
    CHECK(messages(plan).back() == "The practice Round table still needs a text.");
}

TEST_CASE("A tool needs people with access, and training", "[analysis]") {
    Plan plan = governed_plan();
    tool(plan, "CRM").access.clear();
    CHECK(messages(plan) == Lines{"The tool CRM still needs people with access."});
    tool(plan, "CRM").training = " ";
    CHECK(messages(plan) == Lines{"The tool CRM still needs people with access and training."});
    add_tool(plan, "Mailer", ToolPurpose::campaigns).training.clear();
    CHECK(messages(plan) == Lines{"The tool CRM still needs people with access and training.", "The tool Mailer still needs training."});
    tool(plan, "Mailer").access.clear();
    CHECK(messages(plan) == Lines{"None of the 2 tools has people with access or training yet."});
}

TEST_CASE("Tools for one purpose that do not work together are sprawl", "[analysis]") {
    Plan plan = governed_plan();
    add_tool(plan, "Mailer", ToolPurpose::campaigns);
    CHECK(messages(plan).empty());
    add_tool(plan, "Post", ToolPurpose::campaigns);
    CHECK(messages(plan) == Lines{"Mailer and Post both serve campaigns, but do not work together."});
    const Finding two = gaps(plan).front();
    CHECK(two.subject == Lines{"Mailer", "Post"});
    REQUIRE(two.fixes.size() == 1);
    Plan mended = plan;
    fullcourt::apply(mended, two.fixes.front());
    CHECK(messages(mended).empty());
    tool(plan, "Post").integratesWith = {ToolId("Mailer")};
    CHECK(messages(plan).empty());
    add_tool(plan, "Ads", ToolPurpose::campaigns);
    CHECK(messages(plan) == Lines{"Mailer, Post and Ads all serve campaigns, but do not all work together."});
    fullcourt::apply(plan, gaps(plan).front().fixes.front());
    CHECK(messages(plan).empty());
    add_tool(plan, "Whiteboard", ToolPurpose::other);
    add_tool(plan, "Timer", ToolPurpose::other);
    CHECK(messages(plan).empty());
}

TEST_CASE("Tools that work together through a third are no sprawl", "[analysis]") {
    Plan plan = governed_plan();
    for (const char *id : {"A", "B", "C"}) {
        add_tool(plan, id, ToolPurpose::content);
    }
    tool(plan, "B").integratesWith = {ToolId("A"), ToolId("C")};
    CHECK(messages(plan).empty());
}

TEST_CASE("However many tools there are, sprawl is one line and found at once", "[analysis]") {
    Plan plan = governed_plan();
    const Position last = position_at_end(plan.practices->tools);
    for (int i = 0; i < 50'000; ++i) {
        Tool more = plan.practices->tools.at(ToolId("CRM"));
        more.position = last;
        plan.practices.edit().tools.emplace(ToolId("t" + std::to_string(i)), more);
    }
    CHECK(messages(plan) == Lines{"CRM, CRM, CRM and 49998 others all serve accounts, but do not all work together."});
}

TEST_CASE("A practice or tool of a role that the plan does not have is told with the role", "[analysis]") {
    Plan plan = governed_plan();
    practice(plan, "Tone").approvers = {RoleId("ghost")};
    tool(plan, "CRM").access.insert(RoleId("ghost"));
    std::vector<Finding> unknown = check(plan);
    std::erase_if(unknown, [](const Finding &one) { return one.rule != "role.unknown"; });
    REQUIRE(unknown.size() == 1);
    CHECK(unknown.front().message == "The plan has no role “ghost”, though the practice Tone and the tool CRM name it.");
    CHECK(unknown.front().section == PlanSection::governance);
    CHECK(unknown.front().item == "Tone");
    fullcourt::apply(plan, unknown.front().fixes.back());
    CHECK(practice(plan, "Tone").approvers.empty());
    CHECK(tool(plan, "CRM").access == std::set<RoleId>{RoleId("AE")});
}

TEST_CASE("Governance asked again gives the same as asked anew", "[analysis]") {
    Checker checker;
    Plan plan = governed_plan();
    CHECK(checker.check(plan) == check(plan));
    practice(plan, "Tone").owner = RoleId("ghost");
    CHECK(checker.check(plan) == check(plan));
    tool(plan, "CRM").access.clear();
    CHECK(checker.check(plan) == check(plan));
    plan.practices.edit().practices.clear();
    CHECK(checker.check(plan) == check(plan));
}
