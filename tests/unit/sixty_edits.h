// The reference plan after sixty edits over all its sections, each as it shows in the plan's file.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "io/restore.h"
#include "io/templates.h"
#include "io/write.h"

namespace fullcourt::test {

/// What stands there (once), and what an edit makes of it.
struct FileEdit {
    std::string_view from;
    std::string_view to;
};

// clang-format off
inline constexpr std::array<FileEdit, 60> sixtyEdits = {{
    // The plan
    {R"~("title":"Reference operating model")~", R"~("title":"Nordwind AG")~"},
    // Roles and people
    {R"~("core":"account-executive","headcount":8)~", R"~("core":"account-executive","headcount":11)~"},
    {R"~("core":"sales-development","headcount":3)~", R"~("core":"sales-development","headcount":4)~"},
    {R"~("core":"account-marketing","headcount":2)~", R"~("core":"account-marketing","headcount":3,"dottedTo":"vp-sales")~"},
    {R"~("core":"product-specialist","headcount":1)~", R"~("core":"product-specialist","headcount":2,"costPerHead":95000)~"},
    {R"~({"id":"cro","at":"N","name":"CRO","function":"leadership"})~", R"~({"id":"cro","at":"N","name":"Chief revenue officer","short":"CRO","function":"leadership"})~"},
    {R"~(,"short":"BDR","function":"sales"}
],
)~", R"~(,"short":"BDR","function":"sales"}
],
"team":[
{"id":"7h2k9d4mzc","at":"V","name":"Imke Harms","hats":{"account-marketer":1}}
],
)~"},
    // The organisation's choice, and a model of one's own
    {R"~("grid":{"scheme":"rasci",
)~", R"~("choice":{"home":"matrix","bdrOwner":"marketing","context":{"alignment":3}},
"grid":{"scheme":"rasci",
)~"},
    {R"~("grid":{"scheme":"rasci",
)~", R"~("models":[
{"id":"e5p1w8j6rb","at":"V","name":"Two hubs","home":"matrix"}
],
"grid":{"scheme":"rasci",
)~"},
    // The grid: letters, columns, activities, phases, notes, the picture of before
    {R"~("activities":[
)~", R"~("letters":{"V":"verifies"},
"phases":[
{"id":"d3y6c0s2gk","at":"V","name":"Win"}
],
"activities":[
)~"},
    {R"~("name":"Negotiation"})~", R"~("name":"Negotiation","phase":"d3y6c0s2gk"})~"},
    {R"~("name":"Close"})~", R"~("name":"Close","note":"Procurement joins","phase":"d3y6c0s2gk"})~"},
    {R"~({"id":"post-sale-handoff","at":"u","name":"Post-sale handoff"}
)~", R"~({"id":"post-sale-handoff","at":"u","name":"Post-sale handoff"},
{"id":"m4x9b7h1tq","at":"x","name":"Quarterly business review"}
)~"},
    {R"~({"role":"vp-marketing","at":"s"}
)~", R"~({"role":"vp-marketing","at":"s"},
{"role":"vp-customer-success","at":"w"}
)~"},
    {R"~("business-case-building":{"account-executive":"R",)~", R"~("business-case-building":{"account-executive":"A/R",)~"},
    {R"~("campaign-execution":{"account-executive":"R","account-marketer":"R",)~", R"~("campaign-execution":{"account-executive":"C","account-marketer":"A/R",)~"},
    {R"~("close":{"account-executive":"A",)~", R"~("close":{"account-executive":"A/R",)~"},
    {R"~("demo-delivery":{"account-executive":"R",)~", R"~("demo-delivery":{"account-executive":"A",)~"},
    {R"~("sales-development-rep":"R","vp-sales":"I"})~", R"~("sales-development-rep":"R","vp-sales":"A"})~"},
    {R"~("negotiation":{"account-executive":"R",)~", R"~("m4x9b7h1tq":{"account-executive":"R","vp-customer-success":"A"},
"negotiation":{"account-executive":"A/R",)~"},
    {R"~("post-sale-handoff":{"account-executive":"R",)~", R"~("post-sale-handoff":{"account-executive":"C",)~"},
    {R"~("vp-marketing":"C","vp-sales":"A"}
}
)~", R"~("sales-development-rep":"C","vp-marketing":"C","vp-sales":"A"}
},
"notes":{
"close":{"cfo":"Only above 100,000"}
},
"asIsOn":"2026-11-23",
"asIs":{
"close":{"vp-sales":"A"}
}
)~"},
    // Meetings
    {R"~("every":"week","minutes":30,)~", R"~("every":"week","minutes":45,"weekday":"tuesday","start":570,)~"},
    {R"~("minutes":60,"attendees":["account-marketer",)~", R"~("minutes":60,"attendees":["account-marketer","cross-functional-liaison",)~"},
    {R"~("minutes":90,"attendees":["account-executive","account-marketer","product-manager",)~", R"~("minutes":90,"attendees":["account-executive","account-marketer","product-manager","product-specialist",)~"},
    {R"~("Goals of the quarter"]}
)~", R"~("Goals of the quarter"]},
{"id":"z8g2f5w0vj","at":"s","name":"Pipeline review","every":"week","minutes":30,"attendees":["account-executive","sales-manager","vp-sales"]}
)~"},
    // Decisions and escalation
    {R"~("forum":"planning-workshop"})~", R"~("tieBreak":"cro","forum":"planning-workshop"})~"},
    {R"~("deadline":"Month end, for the month after")~", R"~("deadline":"The 25th")~"},
    {R"~("turnaroundDays":7)~", R"~("turnaroundDays":5)~"},
    {R"~("rises":"Still open after a week","limitDays":7)~", R"~("rises":"Still open after five days","limitDays":5)~"},
    {R"~("rises":"The two managers find no agreement")~", R"~("rises":"The two managers find no agreement","limitDays":7)~"},
    // KPIs
    {R"~("unit":"% of opportunities","centre":"neither","review":"monthly-leadership-sync"},
{"id":"ae-deal-size")~", R"~("unit":"% of opportunities","centre":"neither","target":"28","review":"monthly-leadership-sync","signedBySales":true},
{"id":"ae-deal-size")~"},
    {R"~("unit":"% of the buying committee engaged, per account",)~", R"~("unit":"% of the buying committee engaged, per account","target":"60",)~"},
    {R"~("unit":"% of target accounts with an engaged member",)~", R"~("owner":"abm-program-manager","unit":"% of target accounts with an engaged member","target":"70",)~"},
    {R"~("unit":"days from first engagement to close","direction":"down",)~", R"~("unit":"days from first engagement to close","direction":"down","target":"120",)~"},
    {R"~("name":"Demos",)~", R"~("name":"Demos held",)~"},
    // Practices and tools
    {R"~("name":"Training"})~", R"~("name":"Training","owner":"head-of-content","every":"quarter","due":"2027-02-01"})~"},
    {R"~("text":"Which system leads for what.")~", R"~("text":"The CRM leads.")~"},
    {R"~("name":"CRM (Salesforce, Pipedrive)")~", R"~("name":"Salesforce")~"},
    {R"~("name":"Chat (Slack)","purpose":"communication"}
]
)~", R"~("name":"Teams","purpose":"communication"}
],
"readiness":{
"shared-goals":{"marketing":3,"sales":1}
}
)~"},
    // Records: log, disputes, ballots, run sheet, what is parked
    {"\"sales\":1}\n}\n", R"~("sales":1}
},
"log":[
{"id":"t6r0k3b9yw","at":"V","what":"The executive closes","on":"2026-11-24"}
]
)~"},
    {"\"on\":\"2026-11-24\"}\n]\n", R"~("on":"2026-11-24"},
{"id":"h9c4q7a1ed","at":"k","kind":"action","what":"Draw up a call list","owner":"sales-operations","due":"2026-12-15"}
],
"disputes":[
{"id":"w1n5z8s3pf","at":"V","what":"Who writes the first e-mail","activity":"initial-outreach","level":"level-1","days":9,"on":"2026-11-20"}
]
)~"},
    {"\"days\":9,\"on\":\"2026-11-20\"}\n]\n", R"~("days":9,"on":"2026-11-20"}
],
"ballots":{"marketing":{
"close":{"account-executive":"A"}
}},
"tallies":{
"close":"5–3"
},
"runSheet":[
{"id":"b7m2x4d0kh","at":"V","name":"The grid","minutes":40}
],
"parked":[
"kpi.lead-centred"
]
)~"},
    // Accounts (without any row), scoring
    {"\"kpi.lead-centred\"\n]\n", R"~("kpi.lead-centred"
],
"accountColumns":[
{"id":"employees","at":"V","name":"Employees","type":"number"}
],
"accountKey":"Account ID"
)~"},
    {"\"accountKey\":\"Account ID\"\n", R"~("accountKey":"Account ID",
"criteria":[
{"id":"s5y0g8r2nc","at":"V","name":"Size","column":"employees","points":[[50,0],[5000,1]],"marketing":2,"sales":3}
]
)~"},
    {"\"marketing\":2,\"sales\":3}\n]\n", R"~("marketing":2,"sales":3}
],
"tiers":{"oneToOne":12,"oneToFew":40}
)~"},
    // Contacts and lead stages
    {"\"oneToFew\":40}\n", R"~("oneToFew":40},
"contacts":[
{"id":"f3k7v1j9qx","at":"V","name":"Tomke Evers","title":"Head of procurement","committee":"decider"}
]
)~"},
    {"\"committee\":\"decider\"}\n]\n", R"~("committee":"decider"}
],
"leadStages":[
{"id":"sql","at":"V","name":"SQL","definition":"Need and budget are named","owner":"account-executive","responseHours":24}
]
)~"},
    {"\"responseHours\":24}\n]\n", R"~("responseHours":24}
],
"leadPolicy":{"committeeSize":7}
)~"},
    // Pods and plays
    {"\"leadPolicy\":{\"committeeSize\":7}\n", R"~("leadPolicy":{"committeeSize":7},
"pods":[
{"id":"p2d6h0w4tz","at":"V","name":"North","members":{"account-marketer":"7h2k9d4mzc"}}
]
)~"},
    {"\"7h2k9d4mzc\"}}\n]\n", R"~("7h2k9d4mzc"}}
],
"playTemplates":[
{"id":"c8x1n5b3ry","at":"V","name":"Executive dinner","owner":"account-executive","effort":{"account-marketer":6}}
]
)~"},
    // Rules and findings that were accepted
    {"\"effort\":{\"account-marketer\":6}}\n]\n", R"~("effort":{"account-marketer":6}}
],
"rules":{
"raci.no-blank":true
}
)~"},
    {"\"raci.no-blank\":true\n}\n", R"~("raci.no-blank":true
},
"thresholds":{
"raci.many-responsible.count":4
}
)~"},
    {"\"raci.many-responsible.count\":4\n}\n", R"~("raci.many-responsible.count":4
},
"acceptances":{
"raci.no-accountable|initial-outreach|9c1185a5c5e9fc54":{"reason":"Agreed","at":"2026-11-25"}
}
)~"},
    // And once more where people change most
    {R"~("headcount":2,"costPerHead":95000)~", R"~("headcount":3,"costPerHead":95000)~"},
    {R"~("name":"Initial outreach"})~", R"~("name":"First outreach"})~"},
    {R"~("name":"Content creation"})~", R"~("name":"Content","note":"Both languages"})~"},
    {R"~("about":"Deadlocks of the VPs: rare, and final")~", R"~("about":"What the VPs cannot settle")~"},
    {R"~("name":"Feedback from accounts")~", R"~("name":"What accounts tell us")~"},
    {R"~("text":"From what we know of the account.")~", R"~("text":"Only from what the account told us.")~"},
}};
// clang-format on

/// With the ids and the ancestry of a plan that was sent round a few times.
inline Restored sixty_edits() {
    std::string file = write_plan(load_template("reference")->plan, {});
    for (const FileEdit &edit : sixtyEdits) {
        const std::size_t at = file.find(edit.from);
        if (at == std::string::npos) {
            throw std::runtime_error("not in the plan: " + std::string(edit.from));
        }
        file.replace(at, edit.from.size(), edit.to);
    }
    Result<Restored> restored = restore(file);
    if (!restored || !restored->report.empty() || !restored->report.kept.empty()) {
        throw std::runtime_error("the edited plan is not sound: " +
                                 (restored ? restored->report.sentences.empty() ? restored->report.kept[0] : restored->report.sentences[0]
                                           : restored.error().message));
    }
    restored->envelope.plan = PlanId("k3v9w2m1qzh0t7c4x8dn");
    restored->envelope.revision = "7c1d0e9bfa33c5d1a802";
    restored->envelope.parent = "0a4e8d2f6b917ce35d04";
    restored->envelope.ancestry = {"7c1d0e9bfa33c5d1a802", "51be27d90c4af8361e7d", "c09f3a17e5bd82646a0b"};
    restored->envelope.savedAt = "2026-11-26T09:41:07Z";
    return *std::move(restored);
}

} // namespace fullcourt::test
