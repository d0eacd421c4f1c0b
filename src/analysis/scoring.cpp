#include "analysis/scoring.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/date.h"
#include "base/hash.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"

namespace fullcourt {
namespace {

double weight_of(const Criterion &criterion, Side side) { return side == Side::marketing ? criterion.marketing : criterion.sales; }

/// A side's weights as shares that sum to 1; empty where it gave none.
std::map<CriterionId, double> side_shares(const Scoring &scoring, Side side) {
    double sum = 0;
    for (const CriterionId &id : ordered(scoring.criteria)) {
        sum += weight_of(scoring.criteria.at(id), side);
    }
    std::map<CriterionId, double> shares;
    if (sum > 0) {
        for (const auto &[id, criterion] : scoring.criteria) {
            shares.emplace(id, weight_of(criterion, side) / sum);
        }
    }
    return shares;
}

std::map<CriterionId, double> agreed_shares(const Scoring &scoring) {
    const std::map<CriterionId, double> marketing = side_shares(scoring, Side::marketing);
    const std::map<CriterionId, double> sales = side_shares(scoring, Side::sales);
    const double sides = (marketing.empty() ? 0.0 : 1.0) + (sales.empty() ? 0.0 : 1.0);
    std::map<CriterionId, double> mean;
    double settled = 0;
    double open = 0;
    for (const CriterionId &id : ordered(scoring.criteria)) {
        const double given = (marketing.empty() ? 0 : marketing.at(id)) + (sales.empty() ? 0 : sales.at(id));
        mean[id] = sides > 0 ? given / sides : 0;
        const std::optional<double> &share = scoring.criteria.at(id).settled;
        (share ? settled : open) += share ? *share : mean[id];
    }
    const double rest = std::max(0.0, 1 - settled);
    std::map<CriterionId, double> shares;
    for (const auto &[id, criterion] : scoring.criteria) {
        shares[id] = criterion.settled ? *criterion.settled : open > 0 ? rest * (mean.at(id) / open) : 0;
    }
    return shares;
}

// ---- Scales

std::optional<double> on_line(const std::vector<ScalePoint> &points, double x) {
    if (points.empty()) {
        return std::nullopt;
    }
    if (x <= points.front().x) {
        return points.front().u;
    }
    const auto after =
        std::upper_bound(points.begin(), points.end(), x, [](double value, const ScalePoint &point) { return value < point.x; });
    if (after == points.end()) {
        return points.back().u;
    }
    const ScalePoint &low = *(after - 1);
    return low.u + (after->u - low.u) * ((x - low.x) / (after->x - low.x));
}

double of_word(const Criterion &criterion, std::string_view word) {
    const double *u = find(criterion.values, lowered(trimmed(word)));
    return u == nullptr ? criterion.otherwise : *u;
}

double of_age(const Criterion &criterion, std::int32_t day, std::int32_t asOf) {
    constexpr double least = -1000; // 2^-1075 is 0, and an error in some databases
    const double age = std::max(0.0, static_cast<double>(asOf) - static_cast<double>(day));
    return std::exp2(std::max(-age / criterion.halfLife, least));
}

std::optional<double> of_text(const Criterion &criterion, std::string_view text, std::int32_t asOf) {
    if (trimmed(text).empty()) {
        return std::nullopt;
    }
    switch (criterion.scale) {
    case ScaleKind::numeric: {
        const std::optional<double> number = parse_number(trimmed(text));
        return number ? on_line(criterion.points, *number) : std::nullopt;
    }
    case ScaleKind::category: return of_word(criterion, text);
    case ScaleKind::yesNo: {
        const std::optional<bool> yes = yes_or_no_of(text);
        return yes ? std::optional(*yes ? 1.0 : 0.0) : std::nullopt;
    }
    case ScaleKind::recency: {
        const std::optional<std::int32_t> day = day_of(trimmed(text));
        return day ? std::optional(of_age(criterion, *day, asOf)) : std::nullopt;
    }
    }
    return std::nullopt;
}

std::optional<double> of_value(const Criterion &criterion, const AccountValue &value, std::int32_t asOf) {
    return std::visit(Overloaded{[](std::monostate) { return std::optional<double>(); },
                                 [&](std::string_view text) { return of_text(criterion, text, asOf); },
                                 [&](double number) {
                                     return criterion.scale == ScaleKind::numeric ? on_line(criterion.points, number)
                                                                                  : of_text(criterion, to_text(number), asOf);
                                 },
                                 [&](std::int32_t day) {
                                     return criterion.scale == ScaleKind::recency ? std::optional(of_age(criterion, day, asOf))
                                                                                  : of_text(criterion, day_text(day), asOf);
                                 },
                                 [&](bool yes) { return of_text(criterion, yes ? "yes" : "no", asOf); }},
                      value);
}

// ---- One column of values

struct Values {
    std::vector<double> u;
    std::vector<std::uint8_t> known;
    double missing = 0;

    void add(const std::optional<double> &value) {
        u.push_back(value.value_or(missing));
        known.push_back(value ? 1 : 0);
    }
};

void add_chunk(const Criterion &criterion, const AccountTable &table, std::size_t chunk, std::int32_t asOf, Values &values) {
    const AccountTable::Column *column = table.column(criterion.column);
    const auto *categories = column == nullptr ? nullptr : std::get_if<Categories>(&(*column)[chunk]->values);
    if (categories != nullptr) {
        std::vector<std::optional<double>> byWord;
        for (const std::string &word : categories->words) {
            byWord.push_back(of_text(criterion, word, asOf));
        }
        for (const std::uint16_t word : categories->values) {
            values.add(word == Categories::missing ? std::nullopt : byWord[word]);
        }
        return;
    }
    for (std::size_t i = 0; i < table.rows_of_chunk(chunk); ++i) {
        values.add(of_value(criterion, table.value(criterion.column, chunk * accountChunkRows + i), asOf));
    }
}

// ---- Ranks

/// The best score possible, quantised.
constexpr std::int64_t mostQ = 100'000'000'000;
constexpr unsigned rowBits = 24;
constexpr unsigned digitBits = 13;
constexpr unsigned passes = 3; // 39 bits: mostQ and one more value for "none"

/// Rows by falling q, those that are alike by row: a radix sort.
std::vector<std::uint32_t> by_score(const std::vector<std::int64_t> &q) {
    constexpr std::size_t buckets = std::size_t{1} << digitBits;
    std::vector<std::uint64_t> from(q.size());
    std::vector<std::uint64_t> to(q.size());
    for (std::size_t row = 0; row < q.size(); ++row) {
        const auto key = static_cast<std::uint64_t>(mostQ - q[row]); // none is mostQ + 1
        from[row] = key << rowBits | row;
    }
    for (unsigned pass = 0; pass < passes; ++pass) {
        const unsigned shift = rowBits + pass * digitBits;
        std::vector<std::uint32_t> at(buckets + 1);
        for (const std::uint64_t key : from) {
            ++at[(key >> shift & (buckets - 1)) + 1];
        }
        for (std::size_t i = 1; i < at.size(); ++i) {
            at[i] += at[i - 1];
        }
        for (const std::uint64_t key : from) {
            to[at[key >> shift & (buckets - 1)]++] = key;
        }
        from.swap(to);
    }
    std::vector<std::uint32_t> rows(q.size());
    std::transform(from.begin(), from.end(), rows.begin(),
                   [](std::uint64_t key) { return static_cast<std::uint32_t>(key & ((std::uint64_t{1} << rowBits) - 1)); });
    return rows;
}

/// The shorter id first, then by bytes.
void settle_ties(const AccountTable &table, const std::vector<std::int64_t> &q, std::vector<std::uint32_t> &order) {
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && q[order[end]] == q[order[begin]]) {
            ++end;
        }
        if (end - begin > 1) {
            std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](std::uint32_t a, std::uint32_t b) {
                          const std::string_view left = table.key(a);
                          const std::string_view right = table.key(b);
                          return left.size() == right.size() ? left < right : left.size() < right.size();
                      });
        }
        begin = end;
    }
}

// ---- Tiers

std::int64_t quantised(double score) { return static_cast<std::int64_t>(std::floor(score * 1e9 + 0.5)); }

Tier scored_tier(const TierPolicy &policy, std::int64_t q, std::uint32_t rank) {
    if (q == AccountScores::none) {
        return Tier::none;
    }
    if (policy.method == TierMethod::capacity) {
        const auto one = static_cast<std::uint32_t>(std::max(0, policy.oneToOne));
        const auto few = static_cast<std::uint32_t>(std::max(0, policy.oneToFew));
        if (rank <= one + few) {
            return rank <= one ? Tier::oneToOne : Tier::oneToFew;
        }
    } else if (q >= quantised(policy.oneToFewFrom)) {
        return q >= quantised(policy.oneToOneFrom) ? Tier::oneToOne : Tier::oneToFew;
    }
    return q >= quantised(policy.oneToManyFrom) ? Tier::oneToMany : Tier::none;
}

void cut_tiers(const Accounts &accounts, const TierPolicy &policy, AccountScores &scores) {
    for (std::size_t row = 0; row < scores.q.size(); ++row) {
        scores.tier[row] = scored_tier(policy, scores.q[row], scores.rank[row]);
        if (scores.tier[row] == Tier::oneToOne && scores.confidence[row] < policy.confidence) {
            scores.tier[row] = Tier::oneToFew;
            scores.reason[row] = TierReason::littleKnown;
        }
    }
    if (accounts.marks.empty()) {
        return;
    }
    const AccountIndex index(accounts.table);
    for (const auto &[id, mark] : accounts.marks) {
        const std::optional<std::size_t> row = mark.tier ? index.row_of(id.text) : std::nullopt;
        if (row) {
            scores.tier[*row] = *mark.tier;
            scores.reason[*row] = TierReason::byHand;
        }
    }
}

} // namespace

std::map<CriterionId, double> weight_shares(const Scoring &scoring, Weights weights) {
    if (weights == Weights::agreed) {
        return agreed_shares(scoring);
    }
    std::map<CriterionId, double> shares = side_shares(scoring, weights == Weights::marketing ? Side::marketing : Side::sales);
    for (const auto &[id, criterion] : scoring.criteria) {
        shares.emplace(id, 0);
    }
    return shares;
}

std::optional<double> scale_value(const Criterion &criterion, const AccountTable &table, std::size_t row, std::int32_t asOf) {
    return of_value(criterion, table.value(criterion.column, row), asOf);
}

std::optional<double> missing_value(const Criterion &criterion) {
    switch (criterion.missing) {
    case MissingPolicy::zero: return 0;
    case MissingPolicy::neutral: return 0.5;
    case MissingPolicy::skip: return std::nullopt;
    case MissingPolicy::asFamily: break;
    }
    return criterion.family == CriterionFamily::intent || criterion.family == CriterionFamily::trigger ? 0 : 0.5;
}

std::int32_t as_of_day(const Scoring &scoring, std::int32_t today) { return day_of(scoring.tiers.asOf).value_or(today); }

CriterionValues::CriterionValues(const AccountTable &table, const Scoring &scoring, std::int32_t today)
    : m_rows(table.rows()), m_ids(ordered(scoring.criteria)) {
    const std::int32_t asOf = as_of_day(scoring, today);
    for (const CriterionId &id : m_ids) {
        const Criterion &criterion = scoring.criteria.at(id);
        Values values;
        values.u.reserve(m_rows);
        values.known.reserve(m_rows);
        values.missing = missing_value(criterion).value_or(0);
        for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
            add_chunk(criterion, table, chunk, asOf, values);
        }
        m_values.push_back(std::move(values.u));
        m_known.push_back(std::move(values.known));
        m_leavesOut.push_back(!missing_value(criterion));
    }
    find_patterns();
}

void CriterionValues::find_patterns() {
    // One criterion after the other splits the rows: a pattern is (the pattern before, known or not).
    m_patterns.assign(m_rows, 0);
    std::uint32_t count = m_rows == 0 ? 0 : 1;
    for (const std::vector<std::uint8_t> &known : m_known) {
        std::unordered_map<std::uint64_t, std::uint32_t> next;
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::uint64_t key = std::uint64_t{m_patterns[row]} << 1U | known[row];
            m_patterns[row] = next.try_emplace(key, static_cast<std::uint32_t>(next.size())).first->second;
        }
        count = static_cast<std::uint32_t>(next.size());
    }
    m_patternRows.assign(count, 0);
    for (std::size_t row = m_rows; row-- > 0;) {
        m_patternRows[m_patterns[row]] = static_cast<std::uint32_t>(row);
    }
}

AccountScores score_accounts(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, Weights weights) {
    const std::size_t rows = values.rows();
    const std::map<CriterionId, double> shares = weight_shares(scoring, weights);
    std::vector<double> w;
    double all = 0;
    for (std::size_t k = 0; k < values.criteria(); ++k) {
        w.push_back(shares.at(values.id(k)));
        all += w.back();
    }
    // What a row is divided by, and how much of it is known, depends on which of its values are known alone.
    std::vector<double> divisor;
    std::vector<double> confidence;
    for (const std::uint32_t row : values.pattern_rows()) {
        double counted = 0;
        double known = 0;
        for (std::size_t k = 0; k < w.size(); ++k) {
            const bool has = values.is_known(k, row);
            counted += has || !values.leaves_out_missing(k) ? w[k] : 0;
            known += has ? w[k] : 0;
        }
        divisor.push_back(counted);
        confidence.push_back(all > 0 ? known / all : 0);
    }
    AccountScores scores;
    scores.score.assign(rows, 0);
    for (std::size_t begin = 0; begin < rows; begin += accountChunkRows) {
        const std::size_t end = std::min(rows, begin + accountChunkRows);
        for (std::size_t k = 0; k < w.size(); ++k) {
            const double weight = w[k];
            const double *u = values.values(k).data();
            double *sum = scores.score.data();
            for (std::size_t row = begin; row < end; ++row) {
                sum[row] += weight * u[row];
            }
        }
    }
    scores.q.resize(rows);
    scores.confidence.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t pattern = values.patterns()[row];
        const double by = divisor[pattern];
        scores.confidence[row] = confidence[pattern];
        scores.score[row] = by > 0 ? 100 * scores.score[row] / by : 0;
        scores.q[row] = by > 0 ? std::min(quantised(scores.score[row]), mostQ) : AccountScores::none;
    }
    scores.order = by_score(scores.q);
    settle_ties(accounts.table, scores.q, scores.order);
    scores.rank.resize(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        scores.rank[scores.order[i]] = static_cast<std::uint32_t>(i + 1);
    }
    scores.tier.assign(rows, Tier::none);
    scores.reason.assign(rows, TierReason::asScored);
    cut_tiers(accounts, scoring.tiers, scores);
    return scores;
}

AccountScores score_accounts(const Accounts &accounts, const Scoring &scoring, Weights weights, std::int32_t today) {
    return score_accounts(accounts, scoring, CriterionValues(accounts.table, scoring, today), weights);
}

std::string tier_reason(const Accounts &accounts, const Scoring &scoring, const AccountScores &scores, std::size_t row) {
    if (scores.reason[row] == TierReason::littleKnown) {
        return "Its place would be 1:1, but that asks for " + to_text(std::round(scoring.tiers.confidence * 100)) + " %.";
    }
    if (scores.reason[row] != TierReason::byHand) {
        return {};
    }
    const AccountMark *mark = find(accounts.marks, AccountId(std::string(accounts.table.key(row))));
    const bool why = mark != nullptr && !mark->reason.empty();
    return "Its tier was set by hand" + (why ? ": " + mark->reason : std::string(".")) + (why && !mark->reason.ends_with('.') ? "." : "");
}

std::string tiers_digest(const Accounts &accounts, const AccountScores &scores) {
    std::string text;
    for (std::size_t row = 0; row < scores.tier.size(); ++row) {
        if (scores.tier[row] != Tier::none) {
            text.append(accounts.table.key(row)).append("\n").append(1, static_cast<char>('0' + static_cast<int>(scores.tier[row])));
        }
    }
    return to_hex(fnv1a(text));
}

std::string model_digest(const Scoring &scoring) {
    std::string text;
    for (const CriterionId &id : ordered(scoring.criteria)) {
        const Criterion &criterion = scoring.criteria.at(id);
        text += id.text + "\n" + criterion.column.text + "\n" + std::to_string(static_cast<int>(criterion.family)) +
                std::to_string(static_cast<int>(criterion.scale)) + std::to_string(static_cast<int>(criterion.missing)) + "\n";
        for (const double number :
             {criterion.otherwise, criterion.halfLife, criterion.marketing, criterion.sales, criterion.settled.value_or(-1)}) {
            text += to_text(number) + " ";
        }
        for (const ScalePoint &point : criterion.points) {
            text += to_text(point.x) + ":" + to_text(point.u) + " ";
        }
        for (const auto &[word, u] : criterion.values) {
            text += word + "=" + to_text(u) + "\n";
        }
    }
    return to_hex(fnv1a(text));
}

SignatureState signature_state(const Scoring &scoring, Side side, const std::string &tiersDigest, const std::string &modelDigest) {
    const ScoringSignature *signature = find(scoring.signatures, side);
    if (signature == nullptr) {
        return SignatureState::none;
    }
    if (signature->tiers != tiersDigest) {
        return SignatureState::broken;
    }
    return signature->model == modelDigest ? SignatureState::valid : SignatureState::toConfirm;
}

} // namespace fullcourt
