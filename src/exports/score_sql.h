// The score model as SQL (RULES §3), for lists that outgrow a browser: the same scores, ranks and tiers from a table in a database.
//
// Two views. "TABLE_scored" works out every row by itself (id, score, q, confidence); "TABLE_scores" ranks those rows and puts them
// into tiers (id, score, rank, tier, reason, confidence). Where the table is spread over several PostgreSQL servers, each gets the first
// view, so that it scores the rows it holds, and the server that is asked gets the second over foreign tables of the first.
//
// Columns are found by the names that they have in the plan; of whatever type they are, they are read as an import reads their text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/scoring.h"
#include "model/plan.h"

namespace fullcourt {

enum class SqlDialect { duckdb, postgresql };
/// "duckdb" or "postgresql".
std::optional<SqlDialect> sql_dialect_of(std::string_view code);

/// Which statements: both views; the first, for each server that holds rows; or what the server needs that asks those.
enum class SqlPart { whole, server, coordinator };

struct ScoreSqlChoice {
    SqlDialect dialect = SqlDialect::duckdb;
    SqlPart part = SqlPart::whole;
    std::string table = "accounts";   ///< "accounts" or "schema.accounts"
    std::vector<std::string> servers; ///< of the coordinator: its foreign servers by name
    Weights weights = Weights::agreed;

    friend bool operator==(const ScoreSqlChoice &, const ScoreSqlChoice &) = default;
};

/// `today`: days since 1970, from which ages are counted unless the plan says another day.
std::string score_sql(const Plan &plan, const ScoreSqlChoice &choice, std::int32_t today);

} // namespace fullcourt
