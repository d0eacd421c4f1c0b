#include "exports/accounts_csv.h"

#include <cmath>
#include <string_view>

#include "analysis/score_board.h"
#include "base/number.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

// With CR LF, as RFC 4180 has it.
constexpr std::string_view lineEnd = "\r\n";

void add_cell(std::string &out, std::string_view text, bool first) {
    if (!first) {
        out += ',';
    }
    out += guarded_cell(text);
}

std::string_view pod_name(const Plan &plan, std::string_view id) {
    const Pod *pod = find(plan.engagement->pods, PodId(std::string(id)));
    return pod == nullptr ? id : std::string_view(pod->name);
}

std::string_view tier_words(const Plan &plan, const Scores *scores, std::size_t row) {
    const AccountMark *mark =
        scores == nullptr ? find(plan.accounts->marks, AccountId(std::string(plan.accounts->table.key(row)))) : nullptr;
    const Tier tier = scores != nullptr ? scores->tier[row] : mark == nullptr ? Tier::none : mark->tier.value_or(Tier::none);
    return tier == Tier::none ? std::string_view() : tier_name(tier);
}

std::string score_words(const Scores *scores, std::size_t row) {
    if (scores == nullptr || scores->q[row] == noScore) {
        return {};
    }
    const std::string text = tenths(scores->score[row]);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

} // namespace

AccountsCsv::AccountsCsv(const Plan &plan) : m_plan(plan), m_columns(ordered(plan.accounts->columns)) {
    const Accounts &accounts = *plan.accounts;
    add_cell(m_text, accounts.keyName.empty() ? "Account ID" : accounts.keyName, true);
    for (const AccountColumnId &column : m_columns) {
        add_cell(m_text, accounts.columns.at(column).name, false);
    }
    m_text += lineEnd;
}

void AccountsCsv::add_row(std::size_t row) {
    const AccountTable &table = m_plan.accounts->table;
    add_cell(m_text, table.key(row), true);
    for (const AccountColumnId &column : m_columns) {
        const std::string text = table.text(column, row);
        if (std::holds_alternative<double>(table.value(column, row))) {
            m_text += ',' + text; // a number, negative ones too
        } else {
            add_cell(m_text, column == podColumn() ? pod_name(m_plan, text) : std::string_view(text), false);
        }
    }
    m_text += lineEnd;
}

CrmCsv::CrmCsv(const Plan &plan, ScoreBoard &board)
    : m_plan(plan), m_scores(plan.scoring->criteria.empty() ? nullptr : &board.scores(Weights::agreed)), m_text("id,tier,pod,score") {
    m_text += lineEnd;
}

void CrmCsv::add_row(std::size_t row) {
    add_cell(m_text, m_plan.accounts->table.key(row), true);
    add_cell(m_text, tier_words(m_plan, m_scores, row), false);
    add_cell(m_text, pod_name(m_plan, m_plan.accounts->table.text(podColumn(), row)), false);
    add_cell(m_text, score_words(m_scores, row), false);
    m_text += lineEnd;
}

} // namespace fullcourt
