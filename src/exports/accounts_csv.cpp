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

std::string accounts_csv(const Plan &plan) {
    const Accounts &accounts = *plan.accounts;
    const std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::string out;
    add_cell(out, accounts.keyName.empty() ? "Account ID" : accounts.keyName, true);
    for (const AccountColumnId &column : columns) {
        add_cell(out, accounts.columns.at(column).name, false);
    }
    out += lineEnd;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        add_cell(out, accounts.table.key(row), true);
        for (const AccountColumnId &column : columns) {
            const std::string text = accounts.table.text(column, row);
            if (std::holds_alternative<double>(accounts.table.value(column, row))) {
                out += ',' + text; // a number, negative ones too
            } else {
                add_cell(out, column == podColumn() ? pod_name(plan, text) : std::string_view(text), false);
            }
        }
        out += lineEnd;
    }
    return out;
}

std::string crm_csv(const Plan &plan, std::int32_t today) {
    ScoreBoard board;
    board.follow(plan, today);
    const Scores *scores = plan.scoring->criteria.empty() ? nullptr : &board.scores(Weights::agreed);
    std::string out = "id,tier,pod,score";
    out += lineEnd;
    for (std::size_t row = 0; row < plan.accounts->table.rows(); ++row) {
        add_cell(out, plan.accounts->table.key(row), true);
        add_cell(out, tier_words(plan, scores, row), false);
        add_cell(out, pod_name(plan, plan.accounts->table.text(podColumn(), row)), false);
        add_cell(out, score_words(scores, row), false);
        out += lineEnd;
    }
    return out;
}

} // namespace fullcourt
