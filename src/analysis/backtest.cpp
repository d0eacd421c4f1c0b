#include "analysis/backtest.h"

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t enough = 30;
constexpr std::size_t tenths = 10;

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
    std::vector<Decile> deciles(tenths);
    for (std::size_t i = 0; i < tenths; ++i) {
        Decile &decile = deciles[i];
        const std::size_t end = rows.size() * (i + 1) / tenths;
        for (std::size_t place = rows.size() * i / tenths; place < end; ++place) {
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
           " are too few to judge the model by: with fewer than 30 of each, chance alone moves these figures a lot.";
}

} // namespace

Backtest backtest(const Scores &scores, std::span<const std::optional<bool>> outcomes) {
    Backtest test;
    count(test, scores, outcomes);
    const std::vector<std::uint32_t> rows = known_rows(scores, outcomes);
    if (test.won > 0 && test.lost > 0) {
        test.auc = auc_of(scores, outcomes, rows);
    }
    if (test.won > 0 && rows.size() >= tenths) {
        test.deciles = deciles_of(outcomes, rows, test.won);
    }
    test.warning = warning_of(test);
    return test;
}

} // namespace fullcourt
