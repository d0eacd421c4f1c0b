#include "exports/workbook.h"

#include <algorithm>

#include "analysis/kpi_status.h"
#include "base/date_words.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "exports/manual.h"
#include "exports/scored_accounts.h"
#include "exports/wording.h"
#include "exports/xlsx.h"

namespace fullcourt {
namespace {

using Row = std::vector<XlsxCell>;

/// Wide enough for its head, within reason.
double fitting(std::string_view head, double least) {
    constexpr double most = 40;
    constexpr double margin = 4; // for the button that filters
    return std::clamp(static_cast<double>(head.size()) + margin, least, most);
}

XlsxLook look_of(Letters letters) {
    for (const auto &[letter, look] :
         {std::pair{'A', XlsxLook::accountable}, std::pair{'R', XlsxLook::responsible}, std::pair{'S', XlsxLook::supports},
          std::pair{'C', XlsxLook::consulted}, std::pair{'I', XlsxLook::informed}}) {
        if (letters.has(letter)) {
            return look;
        }
    }
    return XlsxLook::letter;
}

std::string stacked(const std::vector<std::string> &items) {
    std::string text;
    for (const std::string &item : items) {
        text += (text.empty() ? "" : "\n") + item;
    }
    return text;
}

// ---- RACI

void add_raci(XlsxWriter &book, const Plan &plan) {
    const RaciGrid &grid = *plan.raci;
    XlsxSheet sheet{.name = "RACI", .columns = {{"Phase", 18}, {"Activity", 36}}, .frozenColumns = 2};
    const std::vector<RoleId> roles = ordered(grid.columns);
    for (const RoleId &role : roles) {
        const std::string head = wording::role_head(plan, role);
        sheet.columns.push_back({head, fitting(head, 9)});
    }
    sheet.columns.push_back({"Note", 40});
    book.begin_sheet(std::move(sheet));
    for (const ActivityId &id : activity_order(grid)) {
        const Activity &activity = grid.activities.at(id);
        const Phase *phase = find(grid.phases, activity.phase);
        Row row = {phase == nullptr ? std::string() : phase->name, activity.name};
        for (const RoleId &role : roles) {
            const Letters letters = letters_at(grid, id, role);
            row.emplace_back(letters.text(), look_of(letters));
        }
        row.emplace_back(activity.note);
        book.row(row);
    }
}

// ---- Cadences

void add_cadences(XlsxWriter &book, const Plan &plan) {
    book.begin_sheet({.name = "Cadences",
                      .columns = {{"Meeting", 32},
                                  {"How often", 18},
                                  {"Weekday", 13},
                                  {"Starts at", 12},
                                  {"Minutes", 12},
                                  {"One for each pod", 20},
                                  {"Who", 40},
                                  {"Topics", 40},
                                  {"What should come out", 40}},
                      .frozenColumns = 1});
    for (const MeetingId &id : ordered(plan.governance->meetings)) {
        const Meeting &meeting = plan.governance->meetings.at(id);
        book.row({meeting.name, wording::often(meeting.period),
                  meeting.weekday == Weekday::none ? std::string() : wording::weekday(static_cast<int>(meeting.weekday)),
                  meeting.startMinutes ? XlsxValue(XlsxTime{*meeting.startMinutes}) : XlsxValue(),
                  XlsxCell(static_cast<double>(meeting.minutes), XlsxLook::whole), meeting.perPod,
                  stacked(wording::role_names(plan, meeting.attendees)), stacked(meeting.topics), stacked(meeting.outputs)});
    }
}

// ---- KPIs

std::string counts_words(KpiCentre centre) {
    return centre == KpiCentre::account ? "accounts" : centre == KpiCentre::lead ? "leads" : "neither";
}

void add_kpis(XlsxWriter &book, const Plan &plan) {
    const Collection<Kpi> &kpis = plan.measurement->kpis;
    XlsxSheet sheet{.name = "KPIs",
                    .columns = {{"KPI", 36},
                                {"Measures", 20},
                                {"Answers for it", 20},
                                {"Better when", 16},
                                {"Counts", 12},
                                {"Unit", 12},
                                {"Target", 20},
                                {"Target as a number", 22},
                                {"Source", 24},
                                {"Looked at in", 30},
                                {"Signed by marketing", 23},
                                {"Signed by sales", 19}},
                    .frozenColumns = 1};
    std::set<std::string> periods;
    for (const auto &[id, kpi] : kpis) {
        for (const auto &[period, value] : kpi.values) {
            periods.insert(period);
        }
    }
    for (const std::string &period : periods) {
        sheet.columns.push_back({period, 13});
    }
    book.begin_sheet(std::move(sheet));
    for (const KpiId &id : ordered(kpis)) {
        const Kpi &kpi = kpis.at(id);
        const std::optional<double> target = target_number(kpi.target);
        Row row = {kpi.name,
                   kpi.is_shared() ? std::string("The program") : wording::role_head(plan, kpi.role),
                   kpi.owner.empty() ? std::string() : wording::role_head(plan, kpi.owner),
                   std::string(kpi.direction == KpiDirection::up ? "higher" : "lower"),
                   counts_words(kpi.centre),
                   kpi.unit,
                   kpi.target,
                   target ? XlsxValue(*target) : XlsxValue(),
                   kpi.source,
                   wording::meeting_name(plan, kpi.review),
                   kpi.signedByMarketing,
                   kpi.signedBySales};
        for (const std::string &period : periods) {
            const auto value = kpi.values.find(period);
            row.emplace_back(value == kpi.values.end() ? XlsxValue() : XlsxValue(value->second));
        }
        book.row(row);
    }
}

// ---- Accounts

double column_width(const AccountColumn &column) {
    switch (column.type) {
    case AccountColumnType::text: return fitting(column.name, 24);
    case AccountColumnType::category: return fitting(column.name, 18);
    case AccountColumnType::number:
    case AccountColumnType::date:
    case AccountColumnType::yesNo: break;
    }
    return fitting(column.name, 12);
}

/// What is no value of its column's type stands there as it stood in the file that it came from.
XlsxValue account_cell(const Plan &plan, const AccountColumnId &column, std::size_t row) {
    const AccountTable &table = plan.accounts->table;
    if (column == podColumn()) {
        const std::string id = table.text(column, row);
        const Pod *pod = find(plan.engagement->pods, PodId(id));
        return pod == nullptr ? id : pod->name;
    }
    return std::visit(Overloaded{[&](std::monostate) { return XlsxValue(table.text(column, row)); },
                                 [](std::string_view text) { return XlsxValue(std::string(text)); },
                                 [](double number) { return XlsxValue(number); }, [](std::int32_t day) { return XlsxValue(XlsxDay{day}); },
                                 [](bool yes) { return XlsxValue(yes); }},
                      table.value(column, row));
}

// ---- About it

void add_about(XlsxWriter &book, const Plan &plan, const Date &today) {
    book.begin_sheet({.name = "About", .columns = {{"", 16}, {"", 90}}, .hasHead = false});
    const auto strong = [](std::string text) { return XlsxCell(std::move(text), XlsxLook::strong); };
    book.row({XlsxCell(plan.about->title, XlsxLook::title)});
    if (!plan.about->description.empty()) {
        book.row({XlsxValue(), plan.about->description});
    }
    book.row({strong("Made"), std::string("On ") + date_words(today) + ", with Fullcourt. What is changed here does not reach the plan."});
    for (const std::string &cut : book.cuts()) {
        book.row({strong("Left out"), cut});
    }
    book.row({});
    book.row({strong("RACI"), std::string("A row is a piece of work, a column a role.")});
    for (const auto &[letter, meaning] : manual_grid(plan).legend) {
        const std::string text(1, letter);
        book.row({XlsxCell(text, look_of(Letters::one(letter))), meaning});
    }
    book.row({strong("Cadences"), std::string("The standing meetings.")});
    book.row({strong("KPIs"), std::string("What is measured, with a column for each period that has a value.")});
    const bool any = plan.accounts->table.rows() != 0;
    const bool scored = any && !plan.scoring->criteria.empty();
    book.row(
        {strong("Accounts"),
         std::string(!any      ? "The plan has no accounts yet."
                     : !scored ? "The target accounts. They are not scored yet."
                               : "The target accounts, best first. A score is the sum of its points; the more of an account is known, the "
                                 "higher the confidence.")});
}

} // namespace

class AccountSheet {
  public:
    AccountSheet(XlsxWriter &book, const Plan &plan, ScoreBoard &board) : m_book(book), m_plan(plan), m_accounts(*plan.accounts) {
        if (!plan.scoring->criteria.empty()) {
            m_scored.emplace(plan, board, Weights::agreed);
        }
        for (const AccountColumnId &id : ordered(m_accounts.columns)) {
            if (id != m_accounts.nameColumn) {
                m_columns.push_back(id);
            }
        }
        m_named = m_accounts.columns.contains(m_accounts.nameColumn);
        m_book.begin_sheet(sheet());
    }

    void add(std::size_t place) { add_row(m_scored ? m_scored->scores.order[place] : static_cast<std::uint32_t>(place)); }

  private:
    void add_column(XlsxSheet &sheet, const std::string &head, double least) const {
        sheet.columns.push_back({head, fitting(head, least)});
    }

    XlsxSheet sheet() const {
        XlsxSheet sheet{.name = "Accounts", .columns = {}, .frozenColumns = m_named ? std::size_t{2} : std::size_t{1}};
        add_column(sheet, m_accounts.keyName.empty() ? "Account ID" : m_accounts.keyName, 16);
        if (m_named) {
            add_column(sheet, m_accounts.columns.at(m_accounts.nameColumn).name, 30);
        }
        if (m_scored) {
            add_column(sheet, "Rank", 9);
            add_column(sheet, "Score", 10);
            add_column(sheet, "Confidence", 14);
        }
        add_column(sheet, "Tier", 10);
        add_column(sheet, "Tier set by hand because", 28);
        for (const AccountColumnId &id : m_columns) {
            const AccountColumn &column = m_accounts.columns.at(id);
            sheet.columns.push_back({column.name, column_width(column)});
        }
        add_column(sheet, "Note", 30);
        if (m_scored) {
            for (const CriterionId &id : ordered(m_plan.scoring->criteria)) {
                add_column(sheet, "Points: " + m_plan.scoring->criteria.at(id).name, 12);
            }
        }
        return sheet;
    }

    void add_row(std::uint32_t row) {
        const std::string key(m_accounts.table.key(row));
        const AccountMark *mark = find(m_accounts.marks, AccountId(key));
        const std::optional<Tier> byHand = mark == nullptr ? std::nullopt : mark->tier;
        Row cells = {key};
        if (m_named) {
            cells.emplace_back(account_cell(m_plan, m_accounts.nameColumn, row));
        }
        if (m_scored) {
            const Scores &scores = m_scored->scores;
            cells.emplace_back(static_cast<double>(scores.rank[row]), XlsxLook::whole);
            cells.emplace_back(m_scored->has_score(row) ? XlsxValue(scores.score[row]) : XlsxValue(), XlsxLook::tenths);
            cells.emplace_back(scores.confidence[row], XlsxLook::percent);
        }
        cells.emplace_back(tier_text(m_scored ? m_scored->scores.tier[row] : byHand.value_or(Tier::none)));
        cells.emplace_back(!byHand ? std::string() : mark->reason.empty() ? std::string("(no reason given)") : mark->reason);
        for (const AccountColumnId &id : m_columns) {
            cells.emplace_back(account_cell(m_plan, id, row));
        }
        cells.emplace_back(mark == nullptr ? std::string() : mark->note);
        if (m_scored) {
            for (const ScoreTerm &term : m_scored->terms(row)) {
                cells.emplace_back(term.counted == Counted::skipped ? XlsxValue() : XlsxValue(term.contribution), XlsxLook::tenths);
            }
        }
        m_book.row(cells);
    }

    XlsxWriter &m_book;
    const Plan &m_plan;
    const Accounts &m_accounts;
    std::optional<ScoredAccounts> m_scored;
    std::vector<AccountColumnId> m_columns; ///< but for the one that names an account
    bool m_named = false;
};

struct PlanWorkbook::Parts {
    const Plan &plan;
    Date today;
    XlsxWriter book;
    std::optional<AccountSheet> accounts;

    Parts(const Plan &of, const Date &day) : plan(of), today(day), book(of.about->title, day) {}
};

PlanWorkbook::PlanWorkbook(const Plan &plan, ScoreBoard &board, const Date &today) : m_parts(std::make_unique<Parts>(plan, today)) {
    add_raci(m_parts->book, plan);
    add_cadences(m_parts->book, plan);
    add_kpis(m_parts->book, plan);
    m_parts->accounts.emplace(m_parts->book, plan, board);
}

PlanWorkbook::~PlanWorkbook() = default;

void PlanWorkbook::add_row(std::size_t place) { m_parts->accounts->add(place); }

Workbook PlanWorkbook::take() {
    add_about(m_parts->book, m_parts->plan, m_parts->today);
    std::vector<std::string> cuts = m_parts->book.cuts();
    return {m_parts->book.take(), std::move(cuts)};
}

} // namespace fullcourt
