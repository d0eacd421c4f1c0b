#include "analysis/criterion_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/key_order.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr double leastExponent = -1000;

/// Whatever a plan says, a score stays within 0 and 100.
double within_one(double u) { return u > 0 ? std::min(u, 1.0) : 0; }

std::optional<double> on_line(const std::vector<ScalePoint> &points, double x) {
    const auto above = std::find_if(points.begin(), points.end(), [&](const ScalePoint &point) { return x < point.x; });
    if (points.empty()) {
        return std::nullopt;
    }
    if (above == points.begin() || above == points.end()) {
        return within_one(above == points.end() ? points.back().u : above->u);
    }
    const ScalePoint &below = *(above - 1);
    return within_one(below.u + (above->u - below.u) * (x - below.x) / (above->x - below.x));
}

double decayed(double halfLife, std::int32_t day, std::int32_t asOf) {
    const double age = static_cast<double>(asOf) - static_cast<double>(day);
    if (age <= 0) {
        return 1;
    }
    return std::exp2(halfLife > 0 ? std::max(-age / halfLife, leastExponent) : leastExponent);
}

std::optional<double> u_of_text(const Criterion &criterion, std::string_view text, std::int32_t asOf) {
    const std::string_view word = trimmed(text);
    if (word.empty()) {
        return std::nullopt;
    }
    switch (criterion.scale) {
    case ScaleKind::numeric:
        if (const std::optional<double> number = parse_number(word)) {
            return on_line(criterion.points, *number);
        }
        return std::nullopt;
    case ScaleKind::yesNo:
        if (const std::optional<bool> yes = yes_or_no_of(word)) {
            return *yes ? 1 : 0;
        }
        return std::nullopt;
    case ScaleKind::recency:
        if (const std::optional<std::int32_t> day = day_of(word)) {
            return decayed(criterion.halfLife, *day, asOf);
        }
        return std::nullopt;
    case ScaleKind::category: break;
    }
    const auto value = criterion.values.find(lowered(word));
    return within_one(value == criterion.values.end() ? criterion.otherwise : value->second);
}

std::optional<double> u_of_number(const Criterion &criterion, double number, std::int32_t asOf) {
    if (std::isnan(number)) {
        return std::nullopt;
    }
    return criterion.scale == ScaleKind::numeric ? on_line(criterion.points, number) : u_of_text(criterion, to_text(number), asOf);
}

std::optional<double> u_of_day(const Criterion &criterion, std::int32_t day, std::int32_t asOf) {
    if (day == Days::missing) {
        return std::nullopt;
    }
    return criterion.scale == ScaleKind::recency ? decayed(criterion.halfLife, day, asOf) : u_of_text(criterion, day_text(day), asOf);
}

std::optional<double> u_of_yes_no(const Criterion &criterion, std::uint8_t yes, std::int32_t asOf) {
    return yes == YesNos::missing ? std::nullopt : u_of_text(criterion, yes == YesNos::yes ? "yes" : "no", asOf);
}

/// What a column is computed by: the rest of a criterion may change without it.
Criterion scale_of(const Criterion &criterion) {
    Criterion scale = criterion;
    scale.name.clear();
    scale.marketing = 0;
    scale.sales = 0;
    scale.settled.reset();
    scale.position = {};
    scale.extra = {};
    return scale;
}

/// Where the values of one chunk go.
struct Target {
    double *u;
    std::uint8_t *present;
    std::size_t rows;
    double missing;
    bool complete = true;

    template <class Read> void fill(const Read &read) {
        for (std::size_t row = 0; row < rows; ++row) {
            const std::optional<double> value = read(row);
            u[row] = value.value_or(missing);
            present[row] = value ? 1 : 0;
            complete = complete && value.has_value();
        }
    }
};

void read_cells(const AccountCells &cells, const Criterion &criterion, std::int32_t asOf, Target &target) {
    std::visit(
        Overloaded{
            [&](const Texts &texts) { target.fill([&](std::size_t row) { return u_of_text(criterion, texts[row], asOf); }); },
            [&](const Numbers &numbers) {
                target.fill([&](std::size_t row) { return u_of_number(criterion, numbers.values[row], asOf); });
            },
            [&](const Days &days) { target.fill([&](std::size_t row) { return u_of_day(criterion, days.values[row], asOf); }); },
            [&](const YesNos &yesNos) { target.fill([&](std::size_t row) { return u_of_yes_no(criterion, yesNos.values[row], asOf); }); },
            [&](const Categories &categories) {
                std::vector<std::optional<double>> words;
                for (const std::string &word : categories.words) {
                    words.push_back(u_of_text(criterion, word, asOf));
                }
                target.fill([&](std::size_t row) {
                    const std::uint16_t word = categories.values[row];
                    return word == Categories::missing ? std::nullopt : words[word];
                });
            }},
        cells.values);
}

/// Notes the chunks that had to be read. True where another account has a value than before.
bool read_column(CriterionColumn &column, const Criterion &criterion, const AccountTable &table, std::int32_t asOf, bool sameDay,
                 ValuesChange &change) {
    Criterion scale = scale_of(criterion);
    const bool same = column.scale == scale && (sameDay || scale.scale != ScaleKind::recency);
    const AccountTable::Column *found = table.column(criterion.column);
    AccountTable::Column cells = found == nullptr ? AccountTable::Column() : *found;
    column.missing = missing_policy(criterion);
    bool presence = column.present.size() != table.rows();
    column.u.resize(table.rows());
    column.present.resize(table.rows());
    column.complete.resize(table.chunks());
    std::vector<std::uint8_t> present;
    for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
        if (same && chunk < cells.size() && chunk < column.cells.size() && cells[chunk].shares_with(column.cells[chunk])) {
            continue;
        }
        change.any = true;
        change.chunks[chunk] = 1;
        const std::size_t begin = chunk * accountChunkRows;
        const auto from = column.present.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = from + static_cast<std::ptrdiff_t>(table.rows_of_chunk(chunk));
        present.assign(from, to);
        Target target{column.u.data() + begin, column.present.data() + begin, table.rows_of_chunk(chunk),
                      column.missing == MissingPolicy::neutral ? 0.5 : 0};
        if (chunk < cells.size()) {
            read_cells(*cells[chunk], scale, asOf, target);
        } else {
            target.fill([](std::size_t) { return std::optional<double>(); });
        }
        column.complete[chunk] = target.complete ? 1 : 0;
        presence = presence || !std::equal(from, to, present.begin());
    }
    column.scale = std::move(scale);
    column.cells = std::move(cells);
    return presence;
}

/// Parts the rows by one criterion after the other.
ValuePatterns patterns_of(const std::vector<CriterionColumn> &criteria, std::size_t rows) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    ValuePatterns patterns{rows == 0 ? 0U : 1U, std::vector<std::uint32_t>(rows), {}};
    std::vector<std::uint32_t> parts;
    for (const CriterionColumn &column : criteria) {
        if (std::all_of(column.complete.begin(), column.complete.end(), [](std::uint8_t all) { return all != 0; })) {
            continue;
        }
        parts.assign(2 * patterns.count, none);
        std::uint32_t next = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            std::uint32_t &part = parts[2 * patterns.of[row] + column.present[row]];
            if (part == none) {
                part = next++;
            }
            patterns.of[row] = part;
        }
        patterns.count = next;
    }
    patterns.present.resize(patterns.count * criteria.size());
    std::size_t seen = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        if (patterns.of[row] == seen) {
            for (std::size_t k = 0; k < criteria.size(); ++k) {
                patterns.present[seen * criteria.size() + k] = criteria[k].present[row];
            }
            ++seen;
        }
    }
    return patterns;
}

bool share_all(const std::vector<Shared<Texts>> &a, const std::vector<Shared<Texts>> &b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) { return x.shares_with(y); });
}

std::vector<TierByHand> tiers_by_hand(const Accounts &accounts, const std::vector<std::uint32_t> &keyOrder) {
    std::vector<TierByHand> tiers;
    for (const auto &[id, mark] : accounts.marks) {
        if (mark.tier) {
            if (const std::optional<std::uint32_t> row = row_in_key_order(accounts.table, keyOrder, id.text)) {
                tiers.push_back({*row, *mark.tier});
            }
        }
    }
    return tiers;
}

} // namespace

std::optional<double> u_of(const Criterion &criterion, const AccountValue &value, std::int32_t asOf) {
    return std::visit(Overloaded{[](std::monostate) { return std::optional<double>(); },
                                 [&](std::string_view text) { return u_of_text(criterion, text, asOf); },
                                 [&](double number) { return u_of_number(criterion, number, asOf); },
                                 [&](std::int32_t day) { return u_of_day(criterion, day, asOf); },
                                 [&](bool yes) { return u_of_yes_no(criterion, yes ? YesNos::yes : YesNos::no, asOf); }},
                      value);
}

MissingPolicy missing_policy(const Criterion &criterion) {
    if (criterion.missing != MissingPolicy::asFamily) {
        return criterion.missing;
    }
    const bool known = criterion.family == CriterionFamily::firmographic || criterion.family == CriterionFamily::fit;
    return known ? MissingPolicy::neutral : MissingPolicy::zero;
}

std::int32_t as_of_day(const TierPolicy &policy, std::int32_t today) { return day_of(policy.asOf).value_or(today); }

CriterionValues criterion_values(const Accounts &accounts, const Scoring &scoring, std::int32_t today) {
    CriterionValues values;
    refresh(values, accounts, scoring, today);
    return values;
}

bool refresh_key_order(CriterionValues &values, const Accounts &accounts) {
    if (share_all(values.keys, accounts.table.keys())) {
        return false;
    }
    values.keyOrder = key_order(accounts.table);
    values.keys = accounts.table.keys();
    return true;
}

ValuesChange refresh(CriterionValues &values, const Accounts &accounts, const Scoring &scoring, std::int32_t today) {
    const std::int32_t asOf = as_of_day(scoring.tiers, today);
    const bool sameDay = values.asOf == asOf;
    std::vector<CriterionColumn> before = std::exchange(values.criteria, {});
    const std::vector<CriterionId> order = ordered(scoring.criteria);
    ValuesChange change;
    change.chunks.resize(accounts.table.chunks());
    change.everywhere = values.rows != accounts.table.rows() ||
                        !std::equal(before.begin(), before.end(), order.begin(), order.end(),
                                    [](const CriterionColumn &column, const CriterionId &id) { return column.id == id; });
    bool samePatterns = !change.everywhere;
    for (const CriterionId &id : order) {
        const auto kept = std::find_if(before.begin(), before.end(), [&](const CriterionColumn &column) { return column.id == id; });
        CriterionColumn column = kept == before.end() ? CriterionColumn() : std::move(*kept);
        column.id = id;
        const MissingPolicy missing = column.missing;
        const bool presence = read_column(column, scoring.criteria.at(id), accounts.table, asOf, sameDay, change);
        samePatterns = samePatterns && !presence;
        change.everywhere = change.everywhere || column.missing != missing;
        values.criteria.push_back(std::move(column));
    }
    refresh_key_order(values, accounts);
    if (!share_all(values.ordered, values.keys)) {
        values.ordered = values.keys;
        change.everywhere = true;
    }
    if (!samePatterns) {
        values.patterns = patterns_of(values.criteria, accounts.table.rows());
    }
    values.rows = accounts.table.rows();
    values.asOf = asOf;
    std::vector<TierByHand> byHand = tiers_by_hand(accounts, values.keyOrder);
    change.any = change.any || change.everywhere || byHand != values.byHand;
    values.byHand = std::move(byHand);
    return change;
}

} // namespace fullcourt
