#include "analysis/score_terms.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string rounded(double number) { return to_text(std::round(number * 10) / 10); }
std::string percent(double share) { return to_text(std::round(share * 1000) / 10) + " %"; }

std::string value_words(const Accounts &accounts, const Criterion &criterion, std::size_t row, const ScoreTerm &term) {
    const AccountColumn *column = find(accounts.columns, criterion.column);
    const std::string name = column == nullptr ? std::string("no column") : column->name;
    if (term.known) {
        return name + ": " + accounts.table.text(criterion.column, row);
    }
    const std::string text = accounts.table.text(criterion.column, row);
    const std::string what = text.empty() ? "not known" : "“" + text + "” cannot be read";
    return name + ": " + what + (term.skipped ? ", so it is left out" : ", counts " + rounded(term.u));
}

/// What is needed of the terms of one account around criterion k: Σ w·u and Σ w of the others that count, as shares of them all.
struct Others {
    double points = 0;
    double weight = 0;
    double present = 0; ///< 1 where k counts for the account
};
Others others_of(const std::vector<ScoreTerm> &terms, std::size_t k) {
    Others others;
    const double rest = 1 - terms[k].weight;
    for (std::size_t m = 0; m < terms.size(); ++m) {
        if (m != k && !terms[m].skipped) {
            others.points += terms[m].weight * terms[m].u / rest;
            others.weight += terms[m].weight / rest;
        }
    }
    others.present = terms[k].skipped ? 0 : 1;
    return others;
}

void add_root(double x, std::vector<double> &shares) {
    if (std::isfinite(x) && x >= 0) {
        shares.push_back(x / (1 + x));
    }
}

// ---- The way up

/// The row of this rank, from 1.
std::uint32_t row_at(const AccountScores &scores, std::size_t rank) { return scores.order[rank - 1]; }

std::optional<WayUp> target_of(const TierPolicy &policy, const AccountScores &scores, std::size_t row) {
    WayUp way;
    const Tier tier = scores.tier[row];
    if (!scores.has_score(row) || tier == Tier::oneToOne || scores.reason[row] != TierReason::asScored) {
        return std::nullopt;
    }
    way.tier = tier == Tier::oneToFew ? Tier::oneToOne : tier == Tier::oneToMany ? Tier::oneToFew : Tier::oneToMany;
    if (way.tier == Tier::oneToMany) {
        way.score = policy.oneToManyFrom;
        return way;
    }
    if (policy.method == TierMethod::cutOffs) {
        way.score = way.tier == Tier::oneToOne ? policy.oneToOneFrom : policy.oneToFewFrom;
        return way;
    }
    const auto places =
        static_cast<std::size_t>(std::max(0, policy.oneToOne) + (way.tier == Tier::oneToFew ? std::max(0, policy.oneToFew) : 0));
    if (places == 0 || places > scores.order.size() || places >= scores.rank[row]) {
        return std::nullopt;
    }
    way.account = row_at(scores, places);
    way.score = scores.score[*way.account];
    return way;
}

void find_value(const std::vector<ScoreTerm> &terms, double missing, WayUp &way) {
    double nearest = 2;
    for (const ScoreTerm &term : terms) {
        if (term.skipped || term.share <= 0) {
            continue;
        }
        const double more = missing / (100 * term.share);
        if (term.u + more <= 1 && more < nearest) {
            nearest = more;
            way.criterion = term.criterion;
            way.u = term.u + more;
        }
    }
}

void find_weight(const std::vector<ScoreTerm> &terms, const std::vector<ScoreTerm> &target, WayUp &way) {
    double nearest = 2;
    for (std::size_t k = 0; k < terms.size(); ++k) {
        for (const double share : flip_points(terms, target, k)) {
            const double change = std::abs(share - terms[k].weight);
            if (change > 0 && change < nearest) {
                nearest = change;
                way.weight = terms[k].criterion;
                way.from = terms[k].weight;
                way.to = share;
            }
        }
    }
}

/// The least x whose u is enough, on a rising or falling line; nothing where no point reaches it.
std::optional<double> reached_at(const std::vector<ScalePoint> &points, double u) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double before = i == 0 ? points[0].u : points[i - 1].u;
        const double now = points[i].u;
        if (i > 0 && std::min(before, now) <= u && u <= std::max(before, now) && now != before) {
            return points[i - 1].x + (u - before) / (now - before) * (points[i].x - points[i - 1].x);
        }
    }
    return std::nullopt;
}

std::string needed_words(const Criterion &criterion, double u) {
    switch (criterion.scale) {
    case ScaleKind::numeric: {
        const std::optional<double> x = reached_at(criterion.points, u);
        const bool rising = !criterion.points.empty() && criterion.points.back().u >= criterion.points.front().u;
        return x ? std::string(rising ? "at least " : "at most ") + rounded(*x) : std::string();
    }
    case ScaleKind::category: {
        std::vector<std::string> words;
        for (const auto &[word, value] : criterion.values) {
            if (value >= u) {
                words.push_back(word);
            }
        }
        constexpr std::size_t most = 3;
        words.resize(std::min(words.size(), most));
        return listed(words, "or");
    }
    case ScaleKind::yesNo: return "yes";
    case ScaleKind::recency: return "no older than " + rounded(-std::log2(u) * criterion.halfLife) + " days";
    }
    return {};
}

} // namespace

std::vector<ScoreTerm> score_terms(const Accounts &accounts, const Scoring &scoring, Weights weights, std::size_t row, std::int32_t today) {
    const std::map<CriterionId, double> shares = weight_shares(scoring, weights);
    const std::int32_t asOf = as_of_day(scoring, today);
    std::vector<ScoreTerm> terms;
    double counted = 0;
    for (const CriterionId &id : ordered(scoring.criteria)) {
        const Criterion &criterion = scoring.criteria.at(id);
        const std::optional<double> u = scale_value(criterion, accounts.table, row, asOf);
        const std::optional<double> instead = missing_value(criterion);
        ScoreTerm term;
        term.criterion = id;
        term.name = criterion.name;
        term.known = u.has_value();
        term.skipped = !u && !instead;
        term.u = u.value_or(instead.value_or(0));
        term.weight = shares.at(id);
        term.value = value_words(accounts, criterion, row, term);
        counted += term.skipped ? 0 : term.weight;
        terms.push_back(std::move(term));
    }
    for (ScoreTerm &term : terms) {
        term.share = term.skipped || counted <= 0 ? 0 : term.weight / counted;
        term.contribution = term.skipped || counted <= 0 ? 0 : 100 * term.weight * term.u / counted;
    }
    return terms;
}

std::vector<double> flip_points(const std::vector<ScoreTerm> &one, const std::vector<ScoreTerm> &other, std::size_t k) {
    if (one[k].weight >= 1) {
        return {}; // there are no other weights that could keep their proportions
    }
    const Others i = others_of(one, k);
    const Others j = others_of(other, k);
    // RULES §3: a x² + b x + c = 0 for x = t / (1 − t)
    const double a = i.present * j.present * (one[k].u - other[k].u);
    const double b = i.points * j.present + i.present * one[k].u * j.weight - j.points * i.present - j.present * other[k].u * i.weight;
    const double c = i.points * j.weight - j.points * i.weight;
    std::vector<double> shares;
    if (a == 0) {
        if (b != 0) {
            add_root(-c / b, shares);
        }
        return shares;
    }
    const double inside = b * b - 4 * a * c;
    if (inside < 0) {
        return shares;
    }
    // The root that does not subtract what is nearly alike, and the other one from it.
    const double large = -0.5 * (b + (b < 0 ? -1 : 1) * std::sqrt(inside));
    add_root(large / a, shares);
    if (large != 0) {
        add_root(c / large, shares);
    }
    std::sort(shares.begin(), shares.end());
    shares.erase(std::unique(shares.begin(), shares.end()), shares.end());
    return shares;
}

std::optional<WayUp> way_up(const Accounts &accounts, const Scoring &scoring, const AccountScores &agreed, std::size_t row,
                            std::int32_t today) {
    std::optional<WayUp> way = target_of(scoring.tiers, agreed, row);
    if (!way) {
        return way;
    }
    const std::vector<ScoreTerm> terms = score_terms(accounts, scoring, Weights::agreed, row, today);
    find_value(terms, std::max(0.0, way->score - agreed.score[row]), *way);
    if (way->account) {
        find_weight(terms, score_terms(accounts, scoring, Weights::agreed, *way->account, today), *way);
    }
    return way;
}

std::string what_moves_up(const Accounts &accounts, const Scoring &scoring, const AccountScores &agreed, std::size_t row,
                          std::int32_t today) {
    const std::optional<WayUp> way = way_up(accounts, scoring, agreed, row, today);
    if (!way) {
        return {};
    }
    const std::string tier = way->tier == Tier::oneToOne ? "1:1" : way->tier == Tier::oneToFew ? "1:few" : "1:many";
    std::string words = "It lacks " + rounded(std::max(0.0, way->score - agreed.score[row])) + " points to " + tier + ".";
    if (way->criterion) {
        const Criterion &criterion = scoring.criteria.at(*way->criterion);
        const std::string needed = needed_words(criterion, way->u);
        if (!needed.empty()) {
            words += " " + quoted(criterion.name) + " would have to be " + needed + ".";
        }
    } else {
        words += " No single value would be enough.";
    }
    if (way->weight) {
        words += " Or " + quoted(scoring.criteria.at(*way->weight).name) + " would have to count " + percent(way->to) + " instead of " +
                 percent(way->from) + " to draw level with " + quoted(account_name(accounts, *way->account)) + ".";
    }
    return words;
}

} // namespace fullcourt
