#include "analysis/backtest.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t enough = 30;
constexpr std::size_t decileCount = 10;

/// Won and lost accounts of one score.
struct Run {
    double won = 0;
    double lost = 0;
};

/// Rows with a score and a known outcome, the best first.
std::vector<std::uint32_t> known_rows(const Scores &scores, std::span<const std::optional<bool>> outcomes) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : scores.order) {
        if (outcomes[row] && scores.q[row] >= 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

void count(Backtest &test, const Scores &scores, std::span<const std::optional<bool>> outcomes) {
    for (std::size_t row = 0; row < outcomes.size(); ++row) {
        if (outcomes[row]) {
            ++(scores.q[row] < 0 ? test.unscored : *outcomes[row] ? test.won : test.lost);
        }
    }
}

/// `rows` by falling score: each run of equal ones beats the lost that come after it and halves with its own.
double auc_of(const Scores &scores, std::span<const std::optional<bool>> outcomes, const std::vector<std::uint32_t> &rows) {
    double above = 0;
    Run all;
    for (std::size_t begin = 0; begin < rows.size();) {
        Run run;
        const std::int64_t q = scores.q[rows[begin]];
        for (; begin < rows.size() && scores.q[rows[begin]] == q; ++begin) {
            (*outcomes[rows[begin]] ? run.won : run.lost) += 1;
        }
        above += run.lost * (all.won + run.won / 2);
        all.won += run.won;
        all.lost += run.lost;
    }
    return above / (all.won * all.lost);
}

std::vector<Decile> deciles_of(std::span<const std::optional<bool>> outcomes, const std::vector<std::uint32_t> &rows, std::size_t won) {
    std::vector<Decile> deciles(decileCount);
    for (std::size_t i = 0; i < decileCount; ++i) {
        Decile &decile = deciles[i];
        const std::size_t end = rows.size() * (i + 1) / decileCount;
        for (std::size_t place = rows.size() * i / decileCount; place < end; ++place) {
            ++decile.accounts;
            decile.won += *outcomes[rows[place]] ? 1U : 0U;
        }
        decile.lift = static_cast<double>(decile.won) * static_cast<double>(rows.size()) /
                      (static_cast<double>(decile.accounts) * static_cast<double>(won));
    }
    return deciles;
}

std::string warning_of(const Backtest &test) {
    if (test.won >= enough && test.lost >= enough) {
        return {};
    }
    return counted(test.won, "won account", "won accounts") + " and " + counted(test.lost, "lost one", "lost ones") +
           " are too few to judge the model by: with fewer than 30 of either, chance alone moves these figures a lot.";
}

/// Every word of the column, in lower case and without spaces around it. They are few: each is made once.
template <class Take> void for_each_word(const Accounts &accounts, const AccountColumnId &column, const Take &take) {
    const AccountTable::Column *chunks = accounts.table.column(column);
    if (chunks == nullptr) {
        return;
    }
    std::map<std::string_view, std::string> words;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        const AccountValue value = value_of(*(*chunks)[row / accountChunkRows], row % accountChunkRows);
        if (const auto *yes = std::get_if<bool>(&value)) {
            take(row, *yes ? "yes" : "no");
        } else if (const auto *text = std::get_if<std::string_view>(&value)) {
            const auto [word, fresh] = words.try_emplace(*text);
            if (fresh) {
                word->second = lowered(trimmed(*text));
            }
            take(row, word->second);
        } else if (!std::holds_alternative<std::monostate>(value)) {
            take(row, lowered(trimmed(accounts.table.text(column, row))));
        }
    }
}

bool says_one_of(std::string_view word, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return word.find(part) != std::string_view::npos; });
}

} // namespace

std::vector<std::optional<bool>> outcomes_of(const Accounts &accounts, const OutcomePolicy &policy) {
    std::vector<std::optional<bool>> outcomes(accounts.table.rows());
    for_each_word(accounts, policy.column, [&](std::size_t row, const std::string &word) {
        if (policy.won.contains(word)) {
            outcomes[row] = true;
        } else if (policy.lost.contains(word)) {
            outcomes[row] = false;
        }
    });
    return outcomes;
}

OutcomePolicy guessed_outcomes(const Accounts &accounts, const AccountColumnId &column) {
    static constexpr std::size_t mostWords = 200;
    std::set<std::string> words;
    for_each_word(accounts, column, [&](std::size_t, const std::string &word) {
        if (words.size() < mostWords) {
            words.insert(word);
        }
    });
    OutcomePolicy policy;
    policy.column = column;
    for (const std::string &word : words) {
        if (says_one_of(word, {"lost", "no decision", "disqualif", "churn"}) || word == "no" || word == "0" || word == "false") {
            policy.lost.insert(word);
        } else if (says_one_of(word, {"won", "customer", "signed"}) || word == "yes" || word == "1" || word == "true") {
            policy.won.insert(word);
        }
    }
    return policy;
}

Backtest backtest(const Scores &scores, std::span<const std::optional<bool>> outcomes) {
    Backtest test;
    count(test, scores, outcomes);
    const std::vector<std::uint32_t> rows = known_rows(scores, outcomes);
    if (test.won > 0 && test.lost > 0) {
        test.auc = auc_of(scores, outcomes, rows);
    }
    if (test.won > 0 && rows.size() >= decileCount) {
        test.deciles = deciles_of(outcomes, rows, test.won);
    }
    test.warning = warning_of(test);
    return test;
}

} // namespace fullcourt
