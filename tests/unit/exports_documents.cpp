// The manual, the summary, the picture and the calendar: what stands in them, and that nothing in a plan breaks out of its place.
#include <algorithm>
#include <array>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "exports/calendar.h"
#include "exports/exports.h"
#include "exports/grid_picture.h"
#include "exports/plain_text.h"
#include "exports_for_tests.h"
#include "io/samples.h"
#include "io/templates.h"
#include "operating_plan.h"
#include "reference_template.h"
#include "test_files.h"

using namespace fullcourt;
using test::exportDay;
using test::reference_template;

namespace {

std::string made(const Plan &plan, ExportKind kind) { return test::exported(plan, kind, {2026, 12, 1}); }

bool holds(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string &text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

std::string section_text(const Plan &plan, ManualSection section) { return document_markdown(manual(plan, {{section}, exportDay})); }

} // namespace

// ---- What stands in the manual

TEST_CASE("Exports of the reference plan are what they were", "[exports]") {
    const Plan plan = reference_template();
    CHECK(made(plan, ExportKind::manualMarkdown) == test::read_file("golden/reference.manual.md"));
    CHECK(made(plan, ExportKind::gridPicture) == test::read_file("golden/reference.raci.svg"));
    CHECK(made(plan, ExportKind::calendar) == test::read_file("golden/reference.calendar.ics"));
}

TEST_CASE("The manual says in a line which of the six steps are missing, and leaves out the rest", "[exports]") {
    const Document document = manual(Plan(), {{}, exportDay});
    std::set<std::string> anchors;
    for (const DocumentSection &section : document.sections) {
        anchors.insert(section.anchor);
        CHECK(section.blocks.size() == 1);
    }
    CHECK(anchors == std::set<std::string>{"purpose", "organisation", "roles", "raci", "decisions", "escalation", "rhythm", "kpis"});
    CHECK(holds(document_markdown(document), "*No standing meeting has been agreed on yet.*"));
    CHECK(holds(section_text(Plan(), ManualSection::engagement), "*There are no pods"));
}

TEST_CASE("What is offered for the manual is what it has, and the open points", "[exports]") {
    const auto sections_of = [](const Plan &plan) {
        std::set<ManualSection> sections = {ManualSection::open};
        for (const DocumentSection &section : manual(plan, {{}, exportDay}).sections) {
            sections.insert(manual_section_of(section.anchor).value());
        }
        return sections;
    };
    Plan scored = sample_accounts()->plan;
    CHECK(manual_contents(scored) == sections_of(scored));
    scored.engagement.edit() = {};
    CHECK(manual_contents(scored) == sections_of(scored));
    for (const Plan &plan : {Plan(), reference_template()}) {
        CHECK(manual_contents(plan) == sections_of(plan));
    }
}

TEST_CASE("Sections are chosen, in the manual's own order", "[exports]") {
    const Document document = manual(reference_template(), {{ManualSection::decisions, ManualSection::raci}, exportDay});
    REQUIRE(document.sections.size() == 2);
    CHECK(document.sections[0].anchor == "raci");
    CHECK(document.sections[1].anchor == "decisions");
}

TEST_CASE("The manual says why this organisation model", "[exports]") {
    Plan plan = reference_template();
    plan.organisation.edit().choice.home = Home::matrix;
    CHECK(holds(section_text(plan, ManualSection::organisation), "has not been looked at yet"));
    plan.organisation.edit().choice.context = {{"governance", 4}, {"mobility", 1}, {"marketing-scale", 4}};
    const std::string text = section_text(plan, ManualSection::organisation);
    CHECK(holds(text, "**Hybrid (matrix).** Account marketers sit in marketing"));
    CHECK(holds(text, "Priorities and communication are well governed. We answered 4 of 4; the model asks for at least 3."));
    CHECK(holds(text, "Where it asks for more than we have:"));
}

TEST_CASE("The manual names what was accepted, with the reason, apart from what is open", "[exports]") {
    Plan plan = reference_template();
    const std::vector<Finding> findings = check(plan);
    const auto error = std::find_if(findings.begin(), findings.end(), [](const Finding &one) { return one.severity == Severity::error; });
    plan.acceptances.edit()[error->key] = {"The founder does it until March", "both sides", "2026-11-20", {}};
    const std::string text = section_text(plan, ManualSection::open);
    CHECK(holds(text, "**" + error->message + "** Left so, both sides, 20 November 2026, because: The founder does it until March."));
    CHECK_FALSE(holds(text, "- " + error->message));
}

TEST_CASE("The score stands in the manual in words, its shares adding up", "[exports]") {
    Plan plan = reference_template();
    Criterion criterion;
    criterion.name = "Employees";
    criterion.points = {{50, 0}, {1000, 1}};
    criterion.marketing = 3;
    criterion.sales = 1;
    plan.scoring.edit().criteria[CriterionId("employees")] = criterion;
    criterion.name = "Visited us";
    criterion.family = CriterionFamily::intent;
    criterion.scale = ScaleKind::recency;
    criterion.marketing = 1;
    criterion.sales = 3;
    criterion.position = spread_position(1, 2);
    plan.scoring.edit().criteria[CriterionId("visit")] = criterion;
    const std::string text = section_text(plan, ManualSection::accounts);
    CHECK(holds(text, "**Employees:** 50 % of the score. The number counts 0 % at 50 and 100 % at 1000, and in between in proportion; "
                      "not known counts half."));
    CHECK(holds(text, "**Visited us:** 50 % of the score. The newer the better: after 90 days it counts half, after twice as long a "
                      "quarter; not known counts nothing."));
    CHECK(holds(text, "Marketing has not signed yet. Sales has not signed yet."));
}

TEST_CASE("A role's card stands alone", "[exports]") {
    const Exported card =
        make_export(reference_template(), {.kind = ExportKind::manualMarkdown, .role = RoleId("vp-sales"), .today = exportDay});
    CHECK(card.name == "Reference operating model VP Sales.md");
    CHECK(card.bytes.starts_with("# VP Sales\n\nReference operating model · Sales · 1 head · as of 26 November 2026\n"));
    CHECK(holds(card.bytes, "- **Decides on:** Target account selection (together with VP Marketing); Pipeline and revenue"));
    CHECK_FALSE(holds(card.bytes, "Account executive"));
}

TEST_CASE("Every kind has a code and a file name of its own", "[exports]") {
    std::set<std::string> names;
    for (const ExportInfo &info : exportKinds) {
        CHECK(export_kind_of(info.code) == info.kind);
        names.insert(make_export(reference_template(), {.kind = info.kind, .today = exportDay}).name);
    }
    CHECK(names.size() == exportKinds.size());
    CHECK(export_kind_of("manual.pdf") == std::nullopt);
}

// ---- HTML

TEST_CASE("A page allows its own style by hash and nothing else", "[exports]") {
    const Plan plan = reference_template();
    for (const ExportKind kind : {ExportKind::manualHtml, ExportKind::summary}) {
        const std::string html = made(plan, kind);
        CHECK(holds(html, "content=\"default-src 'none'; style-src 'sha256-"));
        CHECK_FALSE(holds(html, "unsafe-inline"));
        CHECK_FALSE(holds(html, "<script"));
        CHECK_FALSE(holds(html, " style="));
        CHECK_FALSE(holds(html, "http://"));
        CHECK_FALSE(holds(html, "https://"));
        CHECK(html.find("Content-Security-Policy") < html.find("<style"));
    }
}

TEST_CASE("A wide grid is turned on paper, and split where that is not enough", "[exports]") {
    const auto html_of = [](int roles) {
        Plan plan = test::reference_plan();
        for (int i = 7; i < roles; ++i) {
            const std::string id = "Role " + std::to_string(i);
            test::add_role(plan, id.c_str(), BusinessFunction::sales);
            plan.raci.edit().columns[RoleId(id)].position = position_at_end(plan.raci->columns);
        }
        return document_html(manual(plan, {{ManualSection::raci}, exportDay}));
    };
    CHECK_FALSE(holds(html_of(7), "class=\"turned\""));
    CHECK(times(html_of(12), "class=\"turned\"") == 1);
    CHECK(times(html_of(12), "<table") == 1);
    CHECK(times(html_of(40), "<table") == 4);
    CHECK(times(html_of(40), "scope=\"row\" class=\"name\">Close<") == 4);
}

// ---- The picture

namespace {

Plan grid_of(int activities, int roles) {
    Plan plan;
    for (int i = 0; i < roles; ++i) {
        const std::string id = "Role " + std::to_string(i);
        test::add_role(plan, id.c_str(), BusinessFunction::sales);
        plan.raci.edit().columns[RoleId(id)].position = spread_position(static_cast<std::size_t>(i), static_cast<std::size_t>(roles));
    }
    for (int i = 0; i < activities; ++i) {
        const ActivityId id("Activity " + std::to_string(i) + ".");
        plan.raci.edit().activities[id].name = id.text;
        plan.raci.edit().activities[id].position = spread_position(static_cast<std::size_t>(i), static_cast<std::size_t>(activities));
        set_letters(plan.raci.edit(), id, RoleId("Role " + std::to_string(i % roles)), Letters::one('R'));
    }
    return plan;
}

} // namespace

TEST_CASE("A grid that is too large for a slide becomes several, and every row and role stands on one", "[exports]") {
    CHECK(grid_slides(grid_of(16, 10)) == 1);
    const Plan plan = grid_of(40, 30);
    const std::size_t slides = grid_slides(plan);
    CHECK(slides == 9);
    std::string all;
    for (std::size_t slide = 0; slide < slides; ++slide) {
        const std::string svg = grid_svg(plan, exportDay, slide);
        CHECK(holds(svg, "slide " + std::to_string(slide + 1) + " of 9"));
        all += svg;
    }
    for (int i = 0; i < 40; ++i) {
        CHECK(holds(all, ">Activity " + std::to_string(i) + ".<"));
    }
    for (int i = 0; i < 30; ++i) {
        CHECK(holds(all, ">Role " + std::to_string(i) + "<"));
    }
    // 40 letters in the cells, and five of the legend on each slide.
    CHECK(times(all, ">R</text>") == 40 + slides);
}

TEST_CASE("Roles without a letter are left out of a slide before it is split", "[exports]") {
    Plan plan = grid_of(5, 5);
    for (int i = 5; i < 20; ++i) {
        const std::string id = "Idle " + std::to_string(i);
        test::add_role(plan, id.c_str(), BusinessFunction::sales);
        plan.raci.edit().columns[RoleId(id)].position = position_at_end(plan.raci->columns);
    }
    CHECK(grid_slides(plan) == 1);
    CHECK(holds(grid_svg(plan, exportDay), "Left out: 15 roles without a letter."));
}

// ---- The calendar

TEST_CASE("Meetings recur as the plan says, from the chosen day on", "[exports]") {
    Plan plan;
    const auto add = [&](const char *id, Period period) -> Meeting & {
        Meeting &meeting = test::add_meeting(plan, id, period, 30, {});
        meeting.weekday = Weekday::tuesday;
        meeting.startMinutes = 9 * 60 + 30;
        return meeting;
    };
    add("week", test::weekly);
    add("fortnight", {PeriodUnit::week, 2});
    add("month", test::monthly);
    add("quarter", test::quarterly);
    add("year", {PeriodUnit::year, 1});
    add("day", {PeriodUnit::day, 1});
    add("never", {});
    const std::vector<CalendarEvent> events = calendar_events(plan, {{2026, 11, 26}, exportDay, "plan"});
    REQUIRE(events.size() == 6);
    const std::array<std::string, 6> rules = {"FREQ=WEEKLY;BYDAY=TU",
                                              "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                                              "FREQ=MONTHLY;BYDAY=1TU",
                                              "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU",
                                              "FREQ=MONTHLY;INTERVAL=12;BYDAY=1TU",
                                              "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"};
    for (std::size_t i = 0; i < events.size(); ++i) {
        CHECK(events[i].rule == rules[i]);
        CHECK(events[i].start == 570);
        CHECK_FALSE(events[i].proposed);
        CHECK(events[i].first == (i == 5 ? Date{2026, 11, 26} : Date{2026, 12, 1}));
    }
    CHECK(events[2].when == "every month on the first Tuesday");
}

TEST_CASE("A monthly meeting that begins in a fifth week is the month's last", "[exports]") {
    Plan plan;
    test::add_meeting(plan, "month", test::monthly, 30, {}).weekday = Weekday::monday;
    const std::vector<CalendarEvent> events = calendar_events(plan, {{2026, 11, 30}, exportDay, "plan"});
    CHECK(events.at(0).rule == "FREQ=MONTHLY;BYDAY=-1MO");
}

TEST_CASE("What the plan does not say is proposed on working days, one after the other, and marked so", "[exports]") {
    Plan plan = reference_template();
    const std::vector<CalendarEvent> events = calendar_events(plan, {{2026, 11, 28}, exportDay, "plan"}); // a Saturday
    std::vector<int> starts;
    for (const CalendarEvent &event : events) {
        CHECK(event.first == Date{2026, 11, 30});
        CHECK(event.proposed);
        starts.push_back(event.start);
    }
    CHECK(starts == std::vector<int>{540, 570, 630, 720});
    CHECK(times(calendar_ics(plan, {{2026, 11, 28}, exportDay, "plan"}), "STATUS:TENTATIVE\r\n") == 4);
}

TEST_CASE("Each pod has its meeting, and nobody sits in two at once", "[exports]") {
    Plan plan = reference_template();
    Meeting &sync = plan.governance.edit().meetings.at(MeetingId("weekly-sync"));
    sync.weekday = Weekday::monday;
    sync.startMinutes = 600;
    const RoleId marketer("account-marketer");
    plan.engagement.edit().pods[PodId("a")] = {"North", {{marketer, "kim"}}, {}, {"1"}, {}};
    plan.engagement.edit().pods[PodId("b")] = {"South", {{marketer, "kim"}}, {}, {"2"}, {}};
    plan.engagement.edit().pods[PodId("c")] = {"West", {{marketer, "lee"}}, {}, {"3"}, {}};
    const std::vector<CalendarEvent> events = calendar_events(plan, {exportDay, exportDay, "plan"});
    REQUIRE(events.size() == 6);
    CHECK(events[0].name == "AE and account marketer sync: North");
    CHECK(events[0].start == 600);
    CHECK(events[1].start == 630);
    CHECK(events[1].proposed);
    CHECK(events[2].start == 600);
    CHECK(std::set<std::string>{events[0].uid, events[1].uid, events[2].uid}.size() == 3);
}

TEST_CASE("A meeting keeps its UID from file to file, and has another in another plan", "[exports]") {
    const Plan plan = reference_template();
    const std::string uid = calendar_events(plan, {exportDay, exportDay, "plan"}).front().uid;
    CHECK(calendar_events(plan, {{2027, 3, 1}, {2027, 2, 1}, "plan"}).front().uid == uid);
    CHECK(calendar_events(plan, {exportDay, exportDay, "copy"}).front().uid != uid);
}

TEST_CASE("Lines of a calendar are folded at 75 octets, never within a character", "[exports]") {
    Plan plan;
    test::add_meeting(plan, "week", test::weekly, 30, {}).name = std::string(60, 'x') + "日本語日本語日本語日本語日本語日本語";
    const std::string ics = calendar_ics(plan, {exportDay, exportDay, "plan"});
    std::size_t from = 0;
    for (std::size_t end = ics.find("\r\n"); end != std::string::npos; end = ics.find("\r\n", from)) {
        const std::string line = ics.substr(from, end - from);
        CHECK(line.size() <= 75);
        CHECK(printable(line).find("\xEF\xBF\xBD") == std::string::npos);
        from = end + 2;
    }
    CHECK(from == ics.size());
}
