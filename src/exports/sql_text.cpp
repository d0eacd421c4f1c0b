#include "exports/sql_text.h"

#include "base/number.h"
#include "base/text.h"
#include "exports/plain_text.h"

namespace fullcourt::sql {
namespace {

std::string between(std::string_view text, char quote) {
    std::string out(1, quote);
    // No database holds a zero byte in a name or a text.
    for (const char c : with_valid_utf8(text)) {
        out += c == '\0' ? "" : c == quote ? std::string(2, quote) : std::string(1, c);
    }
    return out + quote;
}

} // namespace

std::string name(std::string_view text) { return between(text, '"'); }

TableParts parts_of(std::string_view text) {
    const std::size_t dot = text.find('.');
    return dot == std::string_view::npos ? TableParts{{}, text} : TableParts{text.substr(0, dot), text.substr(dot + 1)};
}

std::string table_name(std::string_view text) { return table_name(text, {}); }

std::string table_name(std::string_view text, std::string_view added) {
    constexpr std::size_t most = 63; // bytes of a name in PostgreSQL
    const TableParts parts = parts_of(text);
    const std::string_view own = added.empty() ? parts.table : truncated(parts.table, most - added.size());
    return (parts.schema.empty() ? std::string() : name(parts.schema) + ".") + name(std::string(own) + std::string(added));
}

std::string text(std::string_view text) {
    std::string quoted = between(text, '\'');
    if (quoted.find('\\') == std::string::npos) {
        return quoted;
    }
    std::string out = "E";
    for (const char c : quoted) {
        out += c == '\\' ? std::string("\\\\") : std::string(1, c);
    }
    return out;
}

std::string number(double value) { return "CAST('" + to_text(value) + "' AS FLOAT8)"; }

std::string comment(std::string_view text) { return "-- " + printable(text) + "\n"; }

} // namespace fullcourt::sql
