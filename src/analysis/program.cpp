#include "analysis/program.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "analysis/program_figures.h"
#include "analysis/rules.h"
#include "analysis/targets.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t monthsShown = 12;
constexpr std::size_t seatsShown = 5;
constexpr std::size_t monthLetters = 7; // "2026-11"

/// What a stage is to the way from the first to the won one.
bool is_lost(const std::string &stage) { return lowered(stage) == "lost"; }
bool is_won(const std::string &stage) { return lowered(stage) == "won"; }

double median(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

class Counting {
  public:
    Counting(const Plan &plan, ContactBoard &contacts) : m_plan(plan), m_contacts(contacts), m_stages(account_stages(*plan.accounts)) {
        for (const std::string &stage : m_stages) {
            (is_lost(stage) ? m_off : m_way).push_back(stage);
        }
        m_program.stages.reserve(m_stages.size());
        for (const auto *some : {&m_way, &m_off}) {
            for (const std::string &stage : *some) {
                m_program.stages.push_back({.name = stage});
            }
        }
        m_days.resize(m_way.size());
        m_program.bySeats.assign(seatsShown + 1, 0);
        name_months();
    }

    void add(std::uint32_t row) {
        const AccountId id(std::string(m_plan.accounts->table.key(row)));
        ++m_program.accounts;
        add_engagement(id);
        add_standing(id, row);
    }

    Program take() {
        if (m_program.accounts != 0) {
            m_program.wide /= static_cast<double>(m_program.accounts);
            m_program.seats /= static_cast<double>(m_program.accounts);
        }
        for (std::size_t i = 0; i + 1 < m_way.size(); ++i) {
            StepFigures step = step_between(m_program.stages[i], m_program.stages[i + 1], m_both[i]);
            step.timed = m_days[i].size();
            if (!m_days[i].empty()) {
                step.medianDays = median(std::move(m_days[i]));
            }
            m_program.steps.push_back(std::move(step));
        }
        m_program.cycles = m_cycles.size();
        if (!m_cycles.empty()) {
            m_program.cycle = median(std::move(m_cycles));
        }
        return std::move(m_program);
    }

    void count_revenue(const AccountColumnId &column) { m_program.revenueColumn = column; }

  private:
    void name_months() {
        Date month = date_after({1970, 1, 1}, m_contacts.today());
        month.day = 1;
        m_program.months.resize(monthsShown);
        for (std::size_t i = monthsShown; i-- > 0;) {
            m_program.months[i].month = to_text(month).substr(0, monthLetters);
            m_monthOf.emplace(m_program.months[i].month, i);
            month = date_after(month, -1);
            month.day = 1;
        }
    }
    MonthFigures *month_at(const std::string &date) {
        const auto at = m_monthOf.find(date.substr(0, std::min(date.size(), monthLetters)));
        return at == m_monthOf.end() ? nullptr : &m_program.months[at->second];
    }

    void add_engagement(const AccountId &id) {
        const AccountEngagement *committee = find(m_contacts.accounts(), id);
        const std::size_t seats = committee == nullptr ? 0 : committee->seats;
        ++m_program.bySeats[std::min(seats, seatsShown)];
        if (committee == nullptr) {
            return;
        }
        ++m_program.known;
        m_program.engaged += committee->engaged != 0 ? 1U : 0U;
        const auto asked = static_cast<std::size_t>(threshold(*m_plan.settings, "account.low-coverage.roles"));
        m_program.covered += committee->seats >= std::min(asked, committee->size) ? 1U : 0U;
        m_program.wide += committee->wide;
        m_program.seats += static_cast<double>(seats);
        m_program.deep += committee->deep;
        m_program.recent += committee->recent;
        m_program.before += committee->before;
        for (const ContactId &contact : committee->contacts) {
            const Contact &known = m_plan.contacts->contacts.at(contact);
            for (const ContactActivity &activity : known.activities) {
                if (MonthFigures *month = month_at(activity.on)) {
                    month->points += undecayed_points(activity, m_plan.contacts->policy);
                }
            }
        }
    }

    /// The index among the shown stages; nothing for a word that is none.
    std::optional<std::size_t> place_of(std::string_view word) const {
        const std::string name = lowered(trimmed(word));
        for (std::size_t i = 0; i < m_program.stages.size(); ++i) {
            if (lowered(m_program.stages[i].name) == name) {
                return i;
            }
        }
        return std::nullopt;
    }

    std::string stage_words(std::uint32_t row) const {
        std::string stage = m_plan.accounts->table.text(stageColumn(), row);
        const OutcomePolicy &outcome = m_plan.scoring->outcome;
        if (stage.empty() && !outcome.column.empty()) {
            const std::string word = lowered(trimmed(m_plan.accounts->table.text(outcome.column, row)));
            stage = outcome.won.contains(word) ? "won" : outcome.lost.contains(word) ? "lost" : "";
        }
        return stage;
    }

    void add_standing(const AccountId &id, std::uint32_t row) {
        const std::optional<std::size_t> said = place_of(stage_words(row));
        m_program.withoutStage += said ? 0U : 1U;
        const std::size_t now = said.value_or(0); // whoever is pursued is a target
        std::vector<std::optional<std::int32_t>> since(m_program.stages.size());
        if (const AccountMark *mark = find(m_plan.accounts->marks, id)) {
            for (const auto &[stage, date] : mark->stageSince) {
                if (const std::optional<std::size_t> at = place_of(stage)) {
                    since[*at] = day_of(date);
                    note_entry(*at, since[*at], date);
                }
            }
        }
        ++m_program.stages[now].now;
        // Who stands on the way has been through all before; who is off it, as far as the days tell.
        std::size_t far = now < m_way.size() ? now + 1 : 0;
        for (std::size_t i = 0; i < m_way.size(); ++i) {
            far = since[i] ? std::max(far, i + 1) : far;
        }
        for (std::size_t i = 0; i < m_program.stages.size(); ++i) {
            m_program.stages[i].reached += i < m_way.size() ? (i < far ? 1U : 0U) : (now == i || since[i] ? 1U : 0U);
        }
        for (std::size_t i = 0; i + 1 < m_way.size(); ++i) {
            m_both[i] += i + 1 < far ? 1U : 0U;
            add_days(since[i], since[i + 1], m_days[i]);
        }
        add_outcome(now, far, since, row);
    }

    static void add_days(std::optional<std::int32_t> from, std::optional<std::int32_t> to, std::vector<double> &days) {
        if (from && to && *to >= *from) {
            days.push_back(static_cast<double>(*to - *from));
        }
    }

    void note_entry(std::size_t stage, std::optional<std::int32_t> day, const std::string &date) {
        const int age = day ? std::max(0, m_contacts.today() - *day) : 2 * momentumDays;
        m_program.stages[stage].entered += age < momentumDays ? 1U : 0U;
        m_program.stages[stage].before += age >= momentumDays && age < 2 * momentumDays ? 1U : 0U;
        if (MonthFigures *month = stage == 0 ? nullptr : month_at(date)) {
            ++month->moved;
        }
    }

    void add_outcome(std::size_t now, std::size_t far, const std::vector<std::optional<std::int32_t>> &since, std::uint32_t row) {
        const auto wonAt = static_cast<std::size_t>(std::find_if(m_way.begin(), m_way.end(), is_won) - m_way.begin());
        m_program.lost += now >= m_way.size() ? 1U : 0U;
        if (wonAt == m_way.size()) {
            return;
        }
        if (wonAt > 1) {
            add_days(since[1], since[wonAt], m_cycles);
        }
        // An account that was won and then lost brings nothing any more.
        if (far <= wonAt || now >= m_way.size()) {
            return;
        }
        ++m_program.won;
        const AccountValue value =
            m_program.revenueColumn.empty() ? AccountValue() : m_plan.accounts->table.value(m_program.revenueColumn, row);
        if (const auto *number = std::get_if<double>(&value)) {
            m_program.revenue += *number;
            ++m_program.wonWithValue;
        }
    }

    const Plan &m_plan;
    ContactBoard &m_contacts;
    std::vector<std::string> m_stages;
    std::vector<std::string> m_way; ///< the first stages of m_program.stages
    std::vector<std::string> m_off;
    std::map<std::size_t, std::size_t> m_both; ///< reached a stage of the way and the next
    std::vector<std::vector<double>> m_days;
    std::vector<double> m_cycles;
    std::unordered_map<std::string, std::size_t> m_monthOf;
    Program m_program;
};

/// Contacts by lead stage; who is in one has been through all before.
void count_leads(const Plan &plan, ContactBoard &contacts, const std::vector<AccountId> &accounts, Program &program) {
    const std::vector<LeadStageId> order = ordered(plan.contacts->stages);
    for (const LeadStageId &stage : order) {
        program.leads.push_back({.name = plan.contacts->stages.at(stage).name});
    }
    for (const AccountId &account : accounts) {
        const AccountEngagement *committee = find(contacts.accounts(), account);
        if (committee == nullptr) {
            continue;
        }
        for (const ContactId &id : committee->contacts) {
            const Contact &contact = plan.contacts->contacts.at(id);
            program.late += contacts.contacts().at(id).late ? 1U : 0U;
            const auto at = static_cast<std::size_t>(std::find(order.begin(), order.end(), contact.stage) - order.begin());
            if (at == order.size()) {
                ++program.leadsWithoutStage;
                continue;
            }
            ++program.leads[at].now;
            for (std::size_t i = 0; i <= at; ++i) {
                ++program.leads[i].reached;
            }
            if (const std::optional<std::int32_t> day = day_of(contact.stageSince)) {
                const int age = std::max(0, contacts.today() - *day);
                program.leads[at].entered += age < momentumDays ? 1U : 0U;
                program.leads[at].before += age >= momentumDays && age < 2 * momentumDays ? 1U : 0U;
            }
        }
    }
    for (std::size_t i = 0; i + 1 < program.leads.size(); ++i) {
        program.leadSteps.push_back(step_between(program.leads[i], program.leads[i + 1], program.leads[i + 1].reached));
    }
}

/// A number column whose name speaks of a deal; the words in the order of preference. What is called revenue is mostly the
/// company's own, and no other number is money that a won account brings.
AccountColumnId likely_revenue(const Accounts &accounts) {
    const std::vector<AccountColumnId> columns = number_columns(accounts);
    for (const std::string_view word : {"deal", "contract", "arr", "acv", "amount", "opportunity", "potential", "value"}) {
        for (const AccountColumnId &id : columns) {
            const std::string name = " " + lowered(accounts.columns.at(id).name);
            if (name.find(" " + std::string(word)) != std::string::npos) {
                return id;
            }
        }
    }
    return {};
}

} // namespace

StepFigures step_between(const StageFigures &from, const StageFigures &to, std::size_t both) {
    StepFigures step{.from = from.name, .to = to.name, .of = from.reached, .reached = both};
    if (step.of != 0) {
        step.rate = static_cast<double>(step.reached) / static_cast<double>(step.of);
    }
    return step;
}

std::vector<AccountColumnId> number_columns(const Accounts &accounts) {
    std::vector<AccountColumnId> columns;
    for (const AccountColumnId &id : ordered(accounts.columns)) {
        if (accounts.columns.at(id).type == AccountColumnType::number) {
            columns.push_back(id);
        }
    }
    return columns;
}

Program program_of(const Plan &plan, ScoreBoard &scores, ContactBoard &contacts, std::optional<Tier> tier) {
    const std::vector<std::uint32_t> rows = target_rows(plan, tiers_of(plan, scores), tier);
    Counting counting(plan, contacts);
    const AccountColumnId &chosen = plan.contacts->policy.revenue;
    counting.count_revenue(plan.accounts->columns.contains(chosen) ? chosen : likely_revenue(*plan.accounts));
    std::vector<AccountId> accounts;
    accounts.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        counting.add(row);
        accounts.emplace_back(std::string(plan.accounts->table.key(row)));
    }
    Program program = counting.take();
    count_leads(plan, contacts, accounts, program);
    for (const ProgramFigure figure : programFigures) {
        program.figures.push_back(figure_status(plan, program, figure));
    }
    return program;
}

} // namespace fullcourt
