// What a person waits for, without the page: run with the bench preset, or as WebAssembly under Node with the web preset
// (target fullcourt_bench). Medians of one run compare; absolute times are the machine's.
#include <cstdio>
#include <string>
#include <string_view>

#include "analysis/ballots.h"
#include "analysis/check.h"
#include "app/app.h"
#include "app/opening.h"
#include "bench.h"
#include "edit/gestures.h"
#include "io/edit_json.h"
#include "io/restore.h"
#include "io/slots.h"
#include "io/templates.h"
#include "io/write.h"

using namespace fullcourt;
using bench::report;

namespace {

Plan grid_of(std::size_t activities, std::size_t roles) {
    Plan plan;
    plan.about.edit().title = "Benchmark";
    for (std::size_t i = 0; i < roles; ++i) {
        const RoleId id("role-" + std::to_string(i));
        Role role;
        role.name = "Role number " + std::to_string(i);
        role.position = spread_position(i, roles);
        plan.organisation.edit().roles[id] = role;
        plan.raci.edit().columns[id] = {role.position, {}};
    }
    static const std::string letters = "RASCI";
    for (std::size_t i = 0; i < activities; ++i) {
        const ActivityId id("activity-" + std::to_string(i));
        Activity activity;
        activity.name = "Activity number " + std::to_string(i);
        activity.position = spread_position(i, activities);
        plan.raci.edit().activities[id] = activity;
        for (std::size_t r = 0; r < roles; ++r) {
            if ((i * 7 + r * 13) % 3 != 0) {
                set_letters(plan.raci.edit(), id, RoleId("role-" + std::to_string(r)), Letters::one(letters[(i + r * 3) % letters.size()]));
            }
        }
    }
    return plan;
}

/// A large operating model on a sound grid, with the contradictions that a plan in work has.
Plan model_of(std::size_t roles, std::size_t activities, std::size_t meetings, std::size_t decisions, std::size_t kpis) {
    Plan plan = grid_of(0, roles);
    const auto role = [&](std::size_t i) { return RoleId("role-" + std::to_string(i % roles)); };
    for (std::size_t i = 0; i < roles; ++i) {
        Role &one = plan.organisation.edit().roles.at(role(i));
        one.core = i < 8 ? static_cast<CoreFunction>(1 + i % 4) : CoreFunction::none;
        one.headcount = 1 + static_cast<int>(i % 9);
        one.reportsTo = i == 0 ? RoleId() : role(i / 3);
    }
    RaciGrid &grid = plan.raci.edit();
    for (std::size_t i = 0; i < activities; ++i) {
        const ActivityId id("activity-" + std::to_string(i));
        grid.activities[id] = {"Activity number " + std::to_string(i), "", {}, spread_position(i, activities), {}};
        for (std::size_t k = 0; k < 10; ++k) {
            set_letters(grid, id, role(i * 7 + k * k), Letters::one(k == 0 && i % 5 != 0 ? 'A' : "RRCCCIIIS"[k % 9]));
        }
    }
    Governance &governance = plan.governance.edit();
    for (std::size_t i = 0; i < meetings; ++i) {
        Meeting meeting;
        meeting.name = "Meeting number " + std::to_string(i);
        meeting.period = {i % 3 == 0 ? PeriodUnit::week : PeriodUnit::month, 1};
        meeting.position = spread_position(i, meetings);
        for (std::size_t k = 0; k < 8; ++k) {
            meeting.attendees.insert(role(i * 11 + k * 3));
        }
        meeting.outputs = {"A list"};
        governance.meetings[MeetingId("meeting-" + std::to_string(i))] = meeting;
    }
    for (std::size_t i = 0; i < decisions; ++i) {
        Decision decision;
        decision.name = "Decision number " + std::to_string(i);
        decision.deciders = {role(i), role(i * 3 + 1)};
        decision.inputs = {{role(i + 5), "what it knows"}, {role(i + 9), ""}};
        decision.period = {PeriodUnit::month, 1};
        decision.deadline = "month end";
        decision.activities = {ActivityId("activity-" + std::to_string(i))};
        decision.position = spread_position(i, decisions);
        governance.decisions[DecisionId("decision-" + std::to_string(i))] = decision;
    }
    for (std::size_t i = 0; i < kpis; ++i) {
        Kpi kpi;
        kpi.name = "KPI number " + std::to_string(i);
        kpi.role = i % 4 == 0 ? RoleId() : role(i);
        kpi.owner = role(i);
        kpi.target = i % 3 == 0 ? "" : "25 %";
        kpi.source = "CRM";
        kpi.position = spread_position(i, kpis);
        plan.measurement.edit().kpis[KpiId("kpi-" + std::to_string(i))] = kpi;
    }
    return plan;
}

void measure(const char *name, const Plan &plan) {
    std::printf("\n%s\n", name);
    const Envelope envelope{PlanId("bench"), "r1", "", {}, "2026-11-23T08:00:00Z", {}};
    const std::string bytes = write_plan(plan, envelope);
    std::printf("%-62s %9zu bytes\n", "plan file", bytes.size());
    report("check the whole plan", [&] { (void)check(plan); });
    Checker checker;
    (void)checker.check(plan);
    Plan typed = plan;
    typed.measurement.edit().kpis[KpiId("kpi-typed")].name = "Typed";
    bool other = false;
    report("check again after a KPI was edited", [&] { (void)checker.check((other = !other) ? typed : plan); });
    Checker views;
    report("derive what the views draw from, after a KPI was edited", [&] { (void)derive((other = !other) ? typed : plan, views); });
    report("write the plan file", [&] { (void)write_plan(plan, envelope); });
    report("write the slot with its digest (what a save costs)", [&] { (void)write_slot(write_plan(plan, envelope)); });
    report("restore the plan file", [&] { (void)restore(bytes); });
    const ActivityId row = activity_order(*plan.raci).front();
    const RoleId column = ordered(plan.raci->columns).front();
    Plan next = plan;
    apply(next, set_cell(plan, row, column, Letters::one('I')));
    report("one keystroke: apply, diff, journal record, next revision", [&] {
        Plan after = plan;
        apply(after, set_cell(plan, row, column, Letters::one('I')));
        (void)next_revision("0123456789", write_edit({"Set a cell", diff(plan, after)}));
    });
    const std::map<Side, GridRows> ballots = {{Side::marketing, plan.raci->rows}, {Side::sales, next.raci->rows}};
    report("compare the ballots of two sides", [&] { (void)compare_ballots(ballots, activity_order(*plan.raci)); });
    platform::PlanLoaded loaded{"bench", write_slot(bytes), "", "A", {}, {}, ""};
    report("open from the store", [&] { (void)open_stored(loaded); });
}

/// How long a full check may take is said for this one (2 ms natively, 5 as WebAssembly).
void measure_large_model() {
    const Plan model = model_of(60, 150, 60, 80, 200);
    measure("60 roles, 150 activities, 60 meetings, 80 decisions, 200 KPIs", model);
    std::printf("%-62s %9zu\n", "findings", check(model).size());
}

} // namespace

/// "accounts": the lists of accounts alone; "model": the large operating model alone; "search": what the palette finds alone.
int main(int count, char **words) {
    if (count > 1 && std::string_view(words[1]) == "accounts") {
        bench::measure_account_files();
        bench::measure_table_frames();
        return 0;
    }
    if (count > 2 && std::string_view(words[1]) == "csv") {
        const std::string text = bench::csv_of(std::stoul(words[2]));
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    }
    if (count > 1 && std::string_view(words[1]) == "model") {
        measure_large_model();
        return 0;
    }
    if (count > 1 && std::string_view(words[1]) == "search") {
        bench::measure_plan_search();
        return 0;
    }
    if (count > 1 && std::string_view(words[1]) == "pieces") {
        bench::measure_long_work();
        return 0;
    }
    if (count > 1 && std::string_view(words[1]) == "peers") {
        bench::measure_imported_accounts();
        bench::measure_scored_accounts();
        return 0;
    }
    measure("Reference plan", load_template("reference")->plan);
    measure("40 activities × 25 roles", grid_of(40, 25));
    measure("150 activities × 60 roles", grid_of(150, 60));
    measure_large_model();
    bench::measure_scoring();
    bench::measure_account_files();
    bench::measure_engagement();
    bench::measure_table_frames();
    bench::measure_plan_search();
    bench::measure_long_work();
}
