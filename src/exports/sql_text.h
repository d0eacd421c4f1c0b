// Names and values as SQL, safe whatever they hold, for DuckDB and PostgreSQL.
#pragma once

#include <string>
#include <string_view>

namespace fullcourt::sql {

/// "name", with quotes doubled.
std::string name(std::string_view text);
/// "schema"."table": at most one dot divides.
std::string table_name(std::string_view text);
/// The same with something behind the table's own name, which is shortened so that PostgreSQL does not cut off what is added.
std::string table_name(std::string_view text, std::string_view added);
/// 'text', the same with any setting of standard_conforming_strings.
std::string text(std::string_view text);
/// A double by its exact value: CAST('0.1' AS FLOAT8).
std::string number(double value);
/// "-- text": one line, whatever the text holds.
std::string comment(std::string_view text);

/// Of "schema.table".
struct TableParts {
    std::string_view schema; ///< empty where none is named
    std::string_view table;
};
TableParts parts_of(std::string_view text);

} // namespace fullcourt::sql
