// Strings that break out of where they stand, and a plan that has one of them in every text.
#pragma once

#include <array>
#include <string>

#include "io/templates.h"
#include "model/plan.h"

namespace fullcourt::test {

inline const std::array<std::string, 24> naughtyStrings = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style></svg><script>alert(1)</script>",
    "]]><!--<svg onload=alert(1)>-->",
    "javascript:alert(1)",
    "&lt;b&gt; &#x3c;i&#62; &amp;",
    "[a link](https://example.com) ![picture](x.png)",
    "<https://example.com> www.example.com https://example.com a@example.com",
    "# Heading\n## Another\n---\n===",
    "- item\n1. item\n+ item\n> quotation",
    "| a | b |\n| --- | --- |",
    "`code` ```\nfence\n``` ~~~ **strong** __strong__ ~~gone~~ \\",
    "=cmd|' /C calc'!A0",
    "+1+1, -1-1, @SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "END:VEVENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY",
    "a;b,c\\n\\;d:e",
    std::string("\xE2\x80\xAE") + "desrever \xE2\x81\xA7isolated\xE2\x81\xA9",
    std::string("nul\0bell\x07", 9) + "esc\x1B[31m c1\xC2\x9B",
    "broken \xFF\xC3 \xED\xA0\x80 \xEF\xBF\xBE",
    std::string(3000, 'W'),
    "\xE2\x80\xA8\xE2\x80\xA9\xEF\xBB\xBF",
};

/// The reference plan with the text wherever a person can type one, and some accounts, pods and stages besides.
inline Plan naughty_plan(const std::string &text) {
    Plan plan = load_template("reference")->plan;
    plan.about.edit() = {text, text};
    for (auto &[id, role] : plan.organisation.edit().roles) {
        role.name = role.shortName = text;
    }
    plan.organisation.edit().people[PersonId("person")] = {text, {{RoleId("cfo"), 0.5}}, false, {}, {}};
    RaciGrid &grid = plan.raci.edit();
    grid.extraLetters['V'] = text;
    grid.phases[PhaseId("phase")] = {text, {"z"}, {}};
    for (auto &[id, activity] : grid.activities) {
        activity.name = activity.note = text;
        grid.notes[id][RoleId("cfo")] = text;
    }
    Governance &governance = plan.governance.edit();
    for (auto &[id, meeting] : governance.meetings) {
        meeting.name = text;
        meeting.topics = meeting.outputs = {text, text};
    }
    for (auto &[id, decision] : governance.decisions) {
        decision.name = decision.deadline = text;
        decision.inputs[RoleId("cfo")] = text;
    }
    for (auto &[id, level] : governance.escalation) {
        level.about = level.trigger = text;
    }
    for (auto &[id, kpi] : plan.measurement.edit().kpis) {
        kpi.name = kpi.unit = kpi.target = kpi.source = text;
        kpi.owner = RoleId("cfo");
    }
    for (auto &[id, practice] : plan.practices.edit().practices) {
        practice.name = practice.text = text;
        practice.steps = {text, text};
    }
    for (auto &[id, tool] : plan.practices.edit().tools) {
        tool.name = tool.training = text;
    }
    LogEntry entry;
    entry.kind = LogEntry::Kind::action;
    entry.what = entry.due = text;
    plan.records.edit().log[LogEntryId("entry")] = entry;

    Accounts &accounts = plan.accounts.edit();
    const AccountColumnId name("name");
    accounts.columns[name].name = text;
    accounts.keyName = text;
    accounts.nameColumn = name;
    AccountTableBuilder rows({{name, AccountColumnType::text}});
    rows.add_row("001");
    rows.add_any(0, text);
    accounts.table = rows.take();
    accounts.marks[AccountId("001")].tier = Tier::oneToOne;
    Criterion criterion;
    criterion.name = text;
    criterion.column = name;
    criterion.scale = ScaleKind::category;
    criterion.values[text] = 0.5;
    criterion.marketing = criterion.sales = 1;
    plan.scoring.edit().criteria[CriterionId("criterion")] = criterion;
    plan.scoring.edit().signatures[Side::sales] = {text, text, text, "", "", {}};
    LeadStage stage;
    stage.name = stage.definition = stage.action = stage.timing = stage.reason = text;
    plan.contacts.edit().stages[LeadStageId("stage")] = stage;
    plan.engagement.edit().pods[PodId("pod")] = {text, {{RoleId("account-marketer"), "person"}}, {text}, {}, {}};
    PlayTemplate play;
    play.name = text;
    plan.engagement.edit().templates[PlayTemplateId("play")] = play;
    return plan;
}

} // namespace fullcourt::test
