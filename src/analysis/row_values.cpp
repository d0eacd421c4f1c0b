#include "analysis/row_values.h"

#include <cmath>

#include "base/number.h"

namespace fullcourt {

RowValues row_values(const CriterionValues &values, std::size_t row) {
    RowValues account;
    for (const CriterionColumn &column : values.criteria) {
        account.u.push_back(column.u[row]);
        account.counts.push_back(column.counts(row));
        account.present.push_back(column.present[row] != 0);
    }
    return account;
}

double score_of(const RowValues &row, std::span<const double> shares) {
    double values = 0;
    double weights = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        if (row.counts[k]) {
            values += shares[k] * row.u[k];
            weights += shares[k];
        }
    }
    return weights > 0 ? 100 * values / weights : static_cast<double>(noScore);
}

double confidence_of(const RowValues &row, std::span<const double> shares) {
    double known = 0;
    double all = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        known += row.present[k] ? shares[k] : 0;
        all += shares[k];
    }
    return all > 0 ? known / all : 0;
}

std::int64_t q_of(const RowValues &row, std::span<const double> shares) {
    const double score = score_of(row, shares);
    return score < 0 ? noScore : quantised(score);
}

std::vector<double> with_share(std::span<const double> shares, std::size_t criterion, double share) {
    double others = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        others += k == criterion ? 0 : shares[k];
    }
    if (!(others > 0)) {
        return {};
    }
    std::vector<double> moved(shares.begin(), shares.end());
    for (double &one : moved) {
        one *= (1 - share) / others;
    }
    moved[criterion] = share;
    return moved;
}

std::string percent(double share, int decimals) {
    const double steps = std::pow(10, decimals);
    return to_text(std::round(share * 100 * steps) / steps) + " %";
}

std::string percent_in_column(double share) { return one_decimal(share * 100) + " %"; }

} // namespace fullcourt
