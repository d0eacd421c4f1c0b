#include "exports/score_sql.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/number.h"
#include "base/text.h"
#include "exports/sql_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

// Everything stands in the order of RULES §3, so that sums round alike. PostgreSQL stops at an overflow or an underflow, where C++
// goes on with infinity and 0: where one could come about, the statement asks before.

constexpr double leastExponent = -1000;
/// Shares and slopes below this change no score by as much as one can see.
constexpr double negligible = 1e-20;
/// Products of what is larger never underflow.
constexpr double smallestFactor = 1e-250;

constexpr std::string_view numberPattern = "^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?$";
constexpr std::string_view dayPattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

struct Branch {
    std::string condition;
    std::string value;
};

std::string case_of(const std::vector<Branch> &branches, const std::string &otherwise) {
    std::string out = "CASE";
    for (const Branch &branch : branches) {
        out += " WHEN " + branch.condition + " THEN " + branch.value;
    }
    return out + (otherwise.empty() ? "" : " ELSE " + otherwise) + " END";
}

/// What the dialects say differently.
class Speaker {
  public:
    explicit Speaker(SqlDialect dialect) : m_postgres(dialect == SqlDialect::postgresql) {}

    /// A value as text without blanks at its ends; nothing where none is left.
    std::string trimmed_text(const std::string &value) const {
        const std::string blanks = "' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13)";
        return "nullif(" + std::string(m_postgres ? "btrim" : "trim") + "(CAST(" + value + " AS TEXT), " + blanks + "), '')";
    }
    /// ASCII letters alone.
    static std::string lowered_text(const std::string &text) {
        return "translate(" + text + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
    }
    std::string matches(const std::string &text, std::string_view pattern) const {
        const std::string quoted = sql::text(pattern);
        return m_postgres ? text + " ~ " + quoted : "regexp_matches(" + text + ", " + quoted + ")";
    }

    /// A text as a number; nothing where it is none.
    std::string number_of(const std::string &text) const {
        const std::string cast = m_postgres ? "CAST(" + text + " AS FLOAT8)" : "TRY_CAST(ltrim(" + text + ", '+') AS FLOAT8)";
        if (!m_postgres) {
            return case_of({{"NOT " + matches(text, numberPattern), "NULL"},
                            {matches(text, "^[-+0.]+([eE].*)?$") + " OR " + matches(text, "[eE]-0*[1-9][0-9]{3,}$"), "0"},
                            {"isfinite(" + cast + ")", cast}},
                           "");
        }
        const std::string exact = "abs(CAST(" + text + " AS NUMERIC))";
        return case_of({{matches(text, "^[-+]?[0-9]{1,15}([.][0-9]{1,15})?$"), cast},
                        {"NOT " + matches(text, numberPattern), "NULL"},
                        {matches(text, "^[-+0.]+([eE].*)?$"), "0"},
                        {matches(text, "[eE]-0*[1-9][0-9]{3,}$"), "0"},
                        {matches(text, "[eE][+]?0*[1-9][0-9]{3,}$") + " OR length(" + text + ") > 4000", "NULL"},
                        {exact + " >= 1.7976931348623158e308", "NULL"},
                        {exact + " < 2.5e-324", "0"}},
                       cast);
    }

    /// A text as days since 1970; nothing where it is no calendar date.
    std::string day_of(const std::string &text) const {
        const auto since = [&](const std::string &date) { return date + " - CAST('1970-01-01' AS DATE)"; };
        // A database begins with the year 1; the calendar repeats itself every 400 years.
        const std::string ofYearZero = since("CAST('0400' || substr(" + text + ", 5) AS DATE)") + " - 146097";
        const std::string year = "CAST(substr(" + text + ", 1, 4) AS INTEGER)";
        const std::string leap = year + " % 4 = 0 AND (" + year + " % 100 <> 0 OR " + year + " % 400 = 0)";
        const std::string month = "substr(" + text + ", 6, 2)";
        const std::string last = case_of(
            {{month + " IN ('04', '06', '09', '11')", "30"}, {month + " = '02' AND " + leap, "29"}, {month + " = '02'", "28"}}, "31");
        const std::string exists = case_of(
            {{"CAST(substr(" + text + ", 9, 2) AS INTEGER) > " + last, "NULL"}, {"substr(" + text + ", 1, 4) = '0000'", ofYearZero}},
            since("CAST(" + text + " AS DATE)"));
        return case_of({{matches(text, dayPattern), exists}}, "");
    }

    /// Behind a step, so that PostgreSQL does not work out what it names once for every mention.
    std::string fence() const { return m_postgres ? " OFFSET 0" : ""; }
    std::string key_order() const { return m_postgres ? "octet_length(id), id COLLATE \"C\"" : "strlen(id), id"; }

  private:
    bool m_postgres;
};

std::string yes_or_no(const std::string &text) {
    const std::string word = Speaker::lowered_text(text);
    return case_of({{word + " IN ('yes', 'true', '1')", "TRUE"}, {word + " IN ('no', 'false', '0')", "FALSE"}}, "");
}

// ---- What a value counts

/// What a scale reads of a column of some type.
enum class Read { nothing, number, day, yesNo, word };

Read read_of(ScaleKind scale, AccountColumnType type) {
    const bool text = type == AccountColumnType::text || type == AccountColumnType::category;
    switch (scale) {
    case ScaleKind::numeric: return text || type == AccountColumnType::number ? Read::number : Read::nothing;
    case ScaleKind::recency: return text || type == AccountColumnType::date ? Read::day : Read::nothing;
    case ScaleKind::yesNo:
        return type == AccountColumnType::number ? Read::number : type == AccountColumnType::date ? Read::nothing : Read::yesNo;
    case ScaleKind::category: break;
    }
    return type == AccountColumnType::number ? Read::number : type == AccountColumnType::yesNo ? Read::yesNo : Read::word;
}

double clamped(double u) { return u > 0 ? std::min(u, 1.0) : 0; }

std::string segment_sql(const std::string &value, const ScalePoint &below, const ScalePoint &above) {
    const double rise = above.u - below.u;
    const double span = above.x - below.x;
    if (std::abs(rise) < negligible || !std::isfinite(span)) {
        return sql::number(clamped(below.u));
    }
    const std::string from = "(" + value + " - " + sql::number(below.x) + ")";
    const std::string line = "least(greatest(" + sql::number(below.u) + " + " + sql::number(rise) + " * " + from + " / " +
                             sql::number(span) + ", CAST(0 AS FLOAT8)), CAST(1 AS FLOAT8))";
    const bool mayUnderflow = std::abs(below.x) < span * 1e-200;
    return mayUnderflow ? case_of({{from + " < " + sql::number(span * smallestFactor), sql::number(clamped(below.u))}}, line) : line;
}

std::string numeric_sql(const Criterion &criterion, const std::string &value) {
    if (criterion.points.empty()) {
        return "CAST(NULL AS FLOAT8)";
    }
    std::vector<Branch> branches = {{value + " IS NULL", "NULL"}};
    for (std::size_t i = 0; i < criterion.points.size(); ++i) {
        const ScalePoint &point = criterion.points[i];
        branches.push_back({value + " < " + sql::number(point.x),
                            i == 0 ? sql::number(clamped(point.u)) : segment_sql(value, criterion.points[i - 1], point)});
    }
    return case_of(branches, sql::number(clamped(criterion.points.back().u)));
}

std::string category_sql(const Criterion &criterion, const std::string &value, AccountColumnType type) {
    std::vector<Branch> branches = {{value + " IS NULL", "NULL"}};
    for (const auto &[word, u] : criterion.values) {
        std::string condition = value + " = " + sql::text(word);
        if (type == AccountColumnType::yesNo) {
            condition = word == "yes" ? value : word == "no" ? "NOT " + value : std::string();
        } else if (type == AccountColumnType::number) {
            // A number is found by the text that it is written as.
            const std::optional<double> number = parse_number(word);
            condition = number && to_text(*number) == word ? value + " = " + sql::number(*number) : std::string();
        }
        if (!condition.empty()) {
            branches.push_back({std::move(condition), sql::number(clamped(u))});
        }
    }
    return case_of(branches, sql::number(clamped(criterion.otherwise)));
}

std::string recency_sql(const Criterion &criterion, const std::string &value) {
    const std::string age = "(as_of - " + value + ")";
    constexpr double shortest = 1e-9; // of a half-life: beyond it a day is as good as for ever
    const std::string decayed = criterion.halfLife > shortest
                                    ? "power(CAST(2 AS FLOAT8), greatest(-CAST(" + age + " AS FLOAT8) / " +
                                          sql::number(criterion.halfLife) + ", " + sql::number(leastExponent) + "))"
                                    : sql::number(std::exp2(leastExponent));
    return case_of({{value + " IS NULL", "NULL"}, {age + " <= 0", sql::number(1)}}, decayed);
}

/// u of one criterion, from what was read of its column.
std::string u_sql(const Criterion &criterion, AccountColumnType type, Read read, const std::string &value) {
    if (read == Read::nothing) {
        return "CAST(NULL AS FLOAT8)";
    }
    switch (criterion.scale) {
    case ScaleKind::numeric: return numeric_sql(criterion, value);
    case ScaleKind::category: return category_sql(criterion, value, type);
    case ScaleKind::recency: return recency_sql(criterion, value);
    case ScaleKind::yesNo: break;
    }
    const bool number = read == Read::number;
    return case_of({{number ? value + " = 1" : value, sql::number(1)}, {number ? value + " = 0" : "NOT " + value, sql::number(0)}}, "");
}

// ---- The statements

/// A criterion with its number in the statements.
struct Part {
    const Criterion *criterion;
    const AccountColumn *column; ///< nothing where the plan has no such column
    double share;
    std::string u; ///< "u1"
    Read read;
};

std::vector<Part> parts_of_model(const Plan &plan, Weights weights) {
    const std::vector<double> shares = shares_of(*plan.scoring, weights);
    std::vector<Part> parts;
    for (const CriterionId &id : ordered(plan.scoring->criteria)) {
        const Criterion &criterion = plan.scoring->criteria.at(id);
        const AccountColumn *column = find(plan.accounts->columns, criterion.column);
        const std::size_t index = parts.size();
        parts.push_back({&criterion, column, shares[index], "u" + std::to_string(index + 1),
                         column == nullptr ? Read::nothing : read_of(criterion.scale, column->type)});
    }
    return parts;
}

std::string name_of(const Part &part) { return part.column->name.empty() ? part.criterion->column.text : part.column->name; }

std::string value_sql(const Speaker &speaker, const Part &part, const std::string &text) {
    switch (part.read) {
    case Read::number: return speaker.number_of(text);
    case Read::day: return speaker.day_of(text);
    case Read::yesNo: return yes_or_no(text);
    case Read::word:
        return part.column->type == AccountColumnType::date ? case_of({{speaker.day_of(text) + " IS NOT NULL", text}}, "")
                                                            : Speaker::lowered_text(text);
    case Read::nothing: break;
    }
    return "NULL";
}

std::string product_sql(const Part &part) {
    const MissingPolicy missing = missing_policy(*part.criterion);
    const std::string u = "coalesce(" + part.u + ", " + sql::number(missing == MissingPolicy::neutral ? 0.5 : 0) + ")";
    const std::string product = sql::number(part.share) + " * " + u;
    return part.share < negligible ? case_of({{u + " > " + sql::number(negligible), product}}, "CAST(0 AS FLOAT8)") : product;
}

std::string sum_of(const std::vector<std::string> &terms) {
    std::string sum;
    for (const std::string &term : terms) {
        sum += (sum.empty() ? "" : " + ") + term;
    }
    return sum.empty() ? "CAST(0 AS FLOAT8)" : sum;
}

struct Sums {
    std::string given;   ///< Σ w·u
    std::string weights; ///< Σ w that counts
    std::string known;   ///< Σ w of criteria with a value
    double all = 0;      ///< Σ w
};

Sums sums_of(const std::vector<Part> &parts) {
    std::vector<std::string> given;
    std::vector<std::string> weights;
    std::vector<std::string> known;
    Sums sums;
    for (const Part &part : parts) {
        sums.all += part.share;
        if (part.share <= 0) {
            continue;
        }
        const std::string present = case_of({{part.u + " IS NULL", "CAST(0 AS FLOAT8)"}}, sql::number(part.share));
        given.push_back(product_sql(part));
        known.push_back(present);
        weights.push_back(missing_policy(*part.criterion) == MissingPolicy::skip ? present : sql::number(part.share));
    }
    sums.given = sum_of(given);
    sums.weights = sum_of(weights);
    sums.known = sum_of(known);
    return sums;
}

std::string list(const std::vector<std::string> &items) {
    std::string out;
    for (const std::string &item : items) {
        out += (out.empty() ? "" : ",\n        ") + item;
    }
    return out;
}

std::string quantised_sql(const std::string &value) {
    return "CAST(floor(least(greatest(" + value + ", CAST(0 AS FLOAT8)), CAST(1000 AS FLOAT8)) * " + sql::number(1e9) + " + " +
           sql::number(0.5) + ") AS BIGINT)";
}

class ScoreSql {
  public:
    ScoreSql(const Plan &plan, const ScoreSqlChoice &choice, std::int32_t today)
        : m_plan(plan), m_choice(choice), m_speaker(choice.dialect), m_asOf(as_of_day(plan.scoring->tiers, today)),
          m_parts(parts_of_model(plan, choice.weights)) {}

    std::string text() const {
        std::string out = heading();
        if (m_choice.part != SqlPart::coordinator) {
            out += "\n" + rows_view();
        } else {
            out += "\n" + foreign_tables();
        }
        return out + (m_choice.part == SqlPart::server ? "" : "\n" + scores_view());
    }

  private:
    std::string view(std::string_view added) const { return sql::table_name(m_choice.table, added); }

    std::string heading() const {
        const std::string_view whose = m_choice.weights == Weights::agreed      ? "the weights that both sides agreed on"
                                       : m_choice.weights == Weights::marketing ? "marketing's weights"
                                                                                : "sales' weights";
        const std::string title = m_plan.about->title.empty() ? std::string("a plan without a title") : "“" + m_plan.about->title + "”";
        std::string out = sql::comment("The score model of " + title + ", by " + std::string(whose) + ". Made by Fullcourt.");
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const Part &part = m_parts[i];
            constexpr double hundred = 100;
            const std::string from = part.column == nullptr ? "a column that the plan does not have" : quoted(name_of(part));
            std::string line = "u" + std::to_string(i + 1);
            line.append(" ").append(quoted(part.criterion->name)).append(": ").append(tenths(hundred * part.share));
            out += sql::comment(line.append(" % of the score, from ").append(from));
        }
        out += sql::comment("Ages are counted from " + day_text(m_asOf) +
                            ". Each key stands in the table once; days are dates, or texts such as 2026-11-26.");
        if (m_choice.dialect == SqlDialect::postgresql) {
            out += sql::comment("PostgreSQL 14 or later, with dates as it writes them unless told otherwise (DateStyle ISO).");
        }
        return out;
    }

    std::string rows_view() const {
        const std::string key = sql::name(m_plan.accounts->keyName.empty() ? "Account ID" : m_plan.accounts->keyName);
        std::vector<std::string> texts = {"CAST(" + key + " AS TEXT) AS id"};
        std::vector<std::string> values = {"id"};
        std::vector<std::string> counted = {"id"};
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const Part &part = m_parts[i];
            const std::string number = std::to_string(i + 1);
            if (part.read != Read::nothing) {
                texts.push_back(m_speaker.trimmed_text(sql::name(name_of(part))).append(" AS t").append(number));
                values.push_back(value_sql(m_speaker, part, "t" + number).append(" AS v").append(number));
            }
            counted.push_back(
                u_sql(*part.criterion, part.column == nullptr ? AccountColumnType::text : part.column->type, part.read, "v" + number) +
                " AS " + part.u);
        }
        values.push_back("CAST(" + sql::text(day_text(m_asOf)) + " AS DATE) - CAST('1970-01-01' AS DATE) AS as_of");
        const Sums sums = sums_of(m_parts);
        const auto step = [&](std::string_view name, const std::vector<std::string> &columns, const std::string &from) {
            return "    " + std::string(name) + " AS (\n        SELECT " + list(columns) + "\n        FROM " + from + m_speaker.fence() +
                   ")";
        };
        return sql::comment("What every row counts by itself, 0 to 100.") + "CREATE OR REPLACE VIEW " + view("_scored") + " AS\nWITH\n" +
               step("texts", texts, sql::table_name(m_choice.table)) + ",\n" + step("read_values", values, "texts") + ",\n" +
               step("counted", counted, "read_values") + ",\n" +
               step("summed", {"id", sums.given + " AS given", sums.weights + " AS weights", sums.known + " AS known"}, "counted") + ",\n" +
               step("scored",
                    {"id", "CASE WHEN weights > 0 THEN CAST(100 AS FLOAT8) * given / weights END AS score",
                     "known / " + sql::number(sums.all > 0 ? sums.all : 1) + " AS confidence"},
                    "summed") +
               "\nSELECT id, score, CASE WHEN score IS NOT NULL THEN " + quantised_sql("score") +
               " END AS q, confidence\nFROM scored\nWHERE " + m_speaker.trimmed_text("id") + " IS NOT NULL;\n";
    }

    std::string foreign_tables() const {
        std::string out = sql::comment("Each server scores the rows that it holds, at the same time as the others.");
        std::string all;
        const sql::TableParts parts = sql::parts_of(m_choice.table);
        const std::string remote = view("_scored").substr(parts.schema.empty() ? 0 : sql::name(parts.schema).size() + 1);
        for (std::size_t i = 0; i < m_choice.servers.size(); ++i) {
            const std::string table = view("_scored_" + std::to_string(i + 1));
            out += "CREATE FOREIGN TABLE IF NOT EXISTS " + table + " (id TEXT, score FLOAT8, q BIGINT, confidence FLOAT8)\n    SERVER " +
                   sql::name(m_choice.servers[i]) + " OPTIONS (" +
                   (parts.schema.empty() ? std::string() : "schema_name " + sql::text(parts.schema) + ", ") + "table_name " +
                   sql::text(unquoted(remote)) + ", fetch_size '10000', async_capable 'true');\n";
            all += (i == 0 ? "    SELECT" : "    UNION ALL SELECT") + std::string(" id, score, q, confidence FROM ") + table + "\n";
        }
        all.pop_back();
        return out + "CREATE OR REPLACE VIEW " + view("_scored") + " AS\n" + all + ";\n";
    }

    /// The text of a quoted name.
    static std::string unquoted(std::string_view name) {
        std::string out;
        for (std::size_t i = 1; i + 1 < name.size(); ++i) {
            out += name[i];
            i += name[i] == '"' ? 1U : 0U;
        }
        return out;
    }

    std::string by_hand() const {
        std::string rows;
        for (const auto &[id, mark] : m_plan.accounts->marks) {
            if (mark.tier) {
                const std::string tier = *mark.tier == Tier::none ? "CAST(NULL AS TEXT)" : "'" + std::string(tier_name(*mark.tier)) + "'";
                rows += (rows.empty() ? "" : ",\n        ") + std::string("(CAST(") + sql::text(id.text) + " AS TEXT), " + tier + ")";
            }
        }
        return rows.empty() ? "SELECT CAST(NULL AS TEXT), CAST(NULL AS TEXT) WHERE FALSE" : "VALUES " + rows;
    }

    std::string scores_view() const {
        const TierPolicy &policy = m_plan.scoring->tiers;
        const bool capacity = policy.method == TierMethod::capacity;
        const auto first = static_cast<std::int64_t>(std::max(0, policy.oneToOne));
        const std::int64_t second = first + std::max(0, policy.oneToFew);
        const auto at_least = [](double from) { return "q >= " + std::to_string(quantised(from)); };
        const std::string one = capacity ? "rank <= " + std::to_string(first) : at_least(policy.oneToOneFrom);
        const std::string few = capacity ? "rank <= " + std::to_string(second) : at_least(policy.oneToFewFrom);
        const std::string unsure = quantised_sql("confidence") + " < " + std::to_string(quantised(policy.confidence));
        const std::string tier = case_of({{"q IS NULL", "NULL"},
                                          {"(" + one + ") AND " + unsure, "'1:few'"},
                                          {one, "'1:1'"},
                                          {few, "'1:few'"},
                                          {at_least(policy.oneToManyFrom), "'1:many'"}},
                                         "");
        const std::string reason = case_of({{"q IS NOT NULL AND (" + one + ") AND " + unsure, "'low confidence'"}}, "'score'");
        return sql::comment("Best first by rank. What was set by hand stands over the score and changes nobody else's tier.") +
               "CREATE OR REPLACE VIEW " + view("_scores") + " AS\nWITH\n    by_hand(id, tier) AS (\n        " + by_hand() +
               "),\n    ranked AS (\n        SELECT id, score, q, confidence,\n        row_number() OVER (ORDER BY q DESC NULLS LAST, " +
               m_speaker.key_order() + ") AS rank\n        FROM " + view("_scored") +
               "),\n    placed AS (\n        SELECT id, score, rank, " + tier + " AS tier,\n        " + reason +
               " AS reason, confidence\n        FROM ranked)\n" +
               "SELECT placed.id, placed.score, placed.rank,\n    CASE WHEN by_hand.id IS NULL THEN placed.tier ELSE by_hand.tier END AS "
               "tier,\n"
               "    CASE WHEN by_hand.id IS NULL THEN placed.reason ELSE 'by hand' END AS reason,\n    placed.confidence\n"
               "FROM placed LEFT JOIN by_hand ON by_hand.id = placed.id;\n";
    }

    const Plan &m_plan;
    const ScoreSqlChoice &m_choice;
    Speaker m_speaker;
    std::int32_t m_asOf;
    std::vector<Part> m_parts;
};

} // namespace

std::optional<SqlDialect> sql_dialect_of(std::string_view code) {
    return code == "duckdb"       ? std::optional(SqlDialect::duckdb)
           : code == "postgresql" ? std::optional(SqlDialect::postgresql)
                                  : std::nullopt;
}

std::string score_sql(const Plan &plan, const ScoreSqlChoice &choice, std::int32_t today) { return ScoreSql(plan, choice, today).text(); }

} // namespace fullcourt
