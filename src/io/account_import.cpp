#include "io/account_import.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "io/field_reader.h"

namespace fullcourt {
namespace {

// ---- Guessing

/// What CRM exports call them, in the order of preference.
constexpr std::array keyNames = {"account id", "accountid", "account id 18",       "record id", "company id",
                                 "id",         "crm id",    "company domain name", "domain",    "website"};
constexpr std::array accountNames = {"account name", "company name", "name", "account", "company"};

constexpr std::size_t sampled = 2'000;

template <class Names> std::optional<std::size_t> column_called(const CsvTable &table, const Names &names) {
    for (const char *name : names) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            if (lowered(table.header()[column]) == name) {
                return column;
            }
        }
    }
    return std::nullopt;
}

bool tells_apart(const CsvTable &table, std::size_t column) {
    std::set<std::string_view> seen;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view key = trimmed(table.cell(row, column));
        if (key.empty() || !seen.insert(key).second) {
            return false;
        }
    }
    return true;
}

std::size_t guess_key(const CsvTable &table, const Accounts &existing) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (!existing.keyName.empty() && table.header()[column] == existing.keyName) {
            return column;
        }
    }
    if (const auto named = column_called(table, keyNames); named && tells_apart(table, *named)) {
        return *named;
    }
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (tells_apart(table, column)) {
            return column;
        }
    }
    return 0;
}

/// Which mark cuts off decimals in most of the numbers that only make sense one way.
char guess_decimal(const CsvTable &table) {
    std::size_t points = 0;
    std::size_t commas = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const std::string_view text = trimmed(table.cell(row, column));
            if (text.find_first_of(".,") == std::string_view::npos) {
                continue;
            }
            const bool point = styled_number(text, '.').has_value();
            const bool comma = styled_number(text, ',').has_value();
            points += point && !comma ? 1U : 0U;
            commas += comma && !point ? 1U : 0U;
        }
    }
    return commas > points ? ',' : '.';
}

/// Three numbers with two alike marks between them; nothing where it is no such text.
struct DateParts {
    std::array<int, 3> numbers{};
    char mark = '-';
};
std::optional<DateParts> date_parts(std::string_view text) {
    DateParts parts;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t begin = at;
        while (at < text.size() && at - begin < 4 && text[at] >= '0' && text[at] <= '9') {
            parts.numbers[i] = parts.numbers[i] * 10 + (text[at] - '0');
            ++at;
        }
        if (at == begin) {
            return std::nullopt;
        }
        if (i < 2) {
            if (at == text.size() || std::string_view("-./").find(text[at]) == std::string_view::npos ||
                (i == 1 && text[at] != parts.mark)) {
                return std::nullopt;
            }
            parts.mark = text[at++];
        }
    }
    // A time may stand behind it, and nothing else.
    if (at < text.size() && text[at] != ' ' && text[at] != 'T' && text[at] != ',') {
        return std::nullopt;
    }
    return parts;
}

DateStyle guess_dates(const CsvTable &table) {
    std::size_t dayFirst = 0;
    std::size_t monthFirst = 0;
    std::size_t points = 0;
    std::size_t slashes = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const std::optional<DateParts> parts = date_parts(trimmed(table.cell(row, column)));
            if (!parts || parts->numbers[0] > 31) {
                continue;
            }
            dayFirst += parts->numbers[0] > 12 ? 1U : 0U;
            monthFirst += parts->numbers[1] > 12 ? 1U : 0U;
            points += parts->mark == '.' ? 1U : 0U;
            slashes += parts->mark == '/' ? 1U : 0U;
        }
    }
    if (dayFirst + monthFirst == 0) {
        return points + slashes == 0 ? DateStyle::iso : points >= slashes ? DateStyle::dayFirst : DateStyle::monthFirst;
    }
    return dayFirst >= monthFirst ? DateStyle::dayFirst : DateStyle::monthFirst;
}

AccountColumnType guess_type(const CsvTable &table, std::size_t column, const ImportMapping &mapping) {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t dates = 0;
    std::size_t words = 0;
    std::size_t longest = 0;
    std::set<std::string_view> distinct;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view text = trimmed(table.cell(row, column));
        if (text.empty()) {
            continue;
        }
        ++filled;
        longest = std::max(longest, text.size());
        numbers += styled_number(text, mapping.decimal) ? 1U : 0U;
        dates += styled_day(text, mapping.dates) ? 1U : 0U;
        words += yes_or_no_of(text) && !parse_number(text) ? 1U : 0U;
        distinct.insert(text);
    }
    constexpr std::size_t almostAll = 90; // %
    const auto most = [&](std::size_t count) { return filled != 0 && count * 100 >= filled * almostAll; };
    if (most(words)) {
        return AccountColumnType::yesNo;
    }
    if (most(dates)) {
        return AccountColumnType::date;
    }
    if (most(numbers)) {
        return AccountColumnType::number;
    }
    constexpr std::size_t longestCategory = 60;
    constexpr std::size_t fewCategories = 40;
    const bool repeats = distinct.size() <= fewCategories && distinct.size() * 2 <= filled;
    return repeats && longest <= longestCategory ? AccountColumnType::category : AccountColumnType::text;
}

/// "Revenue (EUR m)" → "revenue-eur-m", told apart from the ids in use.
AccountColumnId id_for(const std::string &name, const std::set<std::string> &used) {
    std::string text;
    for (const char c : lowered(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            text += c;
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    constexpr std::size_t longest = 48;
    text = std::string(truncated(text, longest));
    while (!text.empty() && text.back() == '-') {
        text.pop_back();
    }
    const std::string base = text.empty() ? "column" : text;
    text = base;
    for (std::size_t i = 2; used.contains(text); ++i) {
        text = base + "-" + std::to_string(i);
    }
    return AccountColumnId(text);
}

// ---- Importing

class Importer {
  public:
    Importer(const CsvTable &table, const ImportMapping &mapping) : m_table(table), m_mapping(mapping), m_builder(columns_of(mapping)) {}

    ImportedAccounts run() {
        std::unordered_set<std::string> seen;
        seen.reserve(m_table.rows());
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            const std::string key = sound_id(on_one_line(trimmed(m_table.cell(row, m_mapping.key))));
            if (key.empty()) {
                leave_out(row, "has no " + quoted(m_table.header()[m_mapping.key]) + " to tell it by");
            } else if (!seen.insert(key).second) {
                leave_out(row, "has the " + quoted(m_table.header()[m_mapping.key]) + " of an earlier row, “" + quoted(key) + "”");
            } else {
                m_builder.add_row(key);
                add_cells(row);
            }
        }
        describe();
        m_result.accounts.table = m_builder.take();
        return std::move(m_result);
    }

  private:
    static bool is_taken(const ImportMapping &mapping, std::size_t column) { return column != mapping.key && mapping.columns[column].take; }

    static std::vector<std::pair<AccountColumnId, AccountColumnType>> columns_of(const ImportMapping &mapping) {
        std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            if (is_taken(mapping, column)) {
                columns.emplace_back(mapping.columns[column].column, mapping.columns[column].type);
            }
        }
        return columns;
    }

    void tell(const std::string &sentence) {
        if (m_result.problems.size() < mostImportProblems) {
            m_result.problems.push_back(sentence);
        } else {
            ++m_result.more;
        }
    }

    void leave_out(std::size_t row, const std::string &why) {
        ++m_result.leftOut;
        tell("Line " + std::to_string(m_table.line(row)) + " " + why + "; it was left out.");
    }

    void add_cells(std::size_t row) {
        std::size_t target = 0;
        for (std::size_t column = 0; column < m_table.columns(); ++column) {
            if (is_taken(m_mapping, column)) {
                add_cell(row, column, target++);
            }
        }
    }

    void add_cell(std::size_t row, std::size_t column, std::size_t target) {
        const std::string_view text = m_table.cell(row, column);
        const std::string_view value = trimmed(text);
        if (value.empty()) {
            return;
        }
        switch (m_mapping.columns[column].type) {
        case AccountColumnType::text:
        case AccountColumnType::category: m_builder.add_text(target, text); return;
        case AccountColumnType::number:
            if (const auto number = styled_number(value, m_mapping.decimal)) {
                m_builder.add_number(target, *number);
                return;
            }
            break;
        case AccountColumnType::date:
            if (const auto day = styled_day(value, m_mapping.dates)) {
                m_builder.add_day(target, *day);
                return;
            }
            break;
        case AccountColumnType::yesNo:
            if (const auto yes = yes_or_no_of(value)) {
                m_builder.add_yes_no(target, *yes);
                return;
            }
            break;
        }
        m_builder.add_unreadable(target, text);
        ++m_result.unreadable;
        static constexpr std::array kinds = {"a text", "a number", "a date that exists", "yes or no", "a text"};
        tell("Line " + std::to_string(m_table.line(row)) + ", " + quoted(m_table.header()[column]) + ": “" + quoted(value) + "” is not " +
             kinds[static_cast<std::size_t>(m_mapping.columns[column].type)] + "; it is kept as it stands and counts as missing.");
    }

    void describe() {
        Accounts &accounts = m_result.accounts;
        accounts.keyName = m_table.header()[m_mapping.key];
        for (std::size_t column = 0; column < m_mapping.columns.size(); ++column) {
            const ImportColumn &mapped = m_mapping.columns[column];
            if (is_taken(m_mapping, column)) {
                accounts.columns.emplace(mapped.column, AccountColumn{.name = mapped.name, .type = mapped.type, .position = position_at_end(accounts.columns)});
            }
        }
        if (m_mapping.name && is_taken(m_mapping, *m_mapping.name)) {
            accounts.nameColumn = m_mapping.columns[*m_mapping.name].column;
        }
    }

    const CsvTable &m_table;
    const ImportMapping &m_mapping;
    AccountTableBuilder m_builder;
    ImportedAccounts m_result;
};

// ---- Updating

bool same_cells(const AccountTable &before, std::size_t old, const AccountTable &now, std::size_t row,
                const Collection<AccountColumn> &columns) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](const auto &column) { return before.text(column.first, old) == now.text(column.first, row); });
}

} // namespace

std::optional<double> styled_number(std::string_view text, char decimal) {
    const char group = decimal == '.' ? ',' : '.';
    std::string plain;
    std::size_t digits = 0; // since the last group mark
    bool grouped = false;
    bool past = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            plain += c;
            ++digits;
        } else if (c == decimal && !past) {
            if (grouped && digits != 3) {
                return std::nullopt;
            }
            plain += '.';
            past = true;
        } else if (c == group && !past && digits > 0) {
            if (grouped ? digits != 3 : digits > 3) {
                return std::nullopt;
            }
            grouped = true;
            digits = 0;
        } else if ((c == '-' || c == '+') && plain.empty()) {
            plain += c == '-' ? "-" : "";
        } else if ((c == 'e' || c == 'E') && digits > 0) {
            return parse_number(text); // only as programs write it
        } else if (c == ' ' || c == '$' || c == '%' || c == '\'') {
            continue;
        } else if (text.substr(i).starts_with("\u00A0") || text.substr(i).starts_with("£")) {
            i += 1;
        } else if (text.substr(i).starts_with("€") || text.substr(i).starts_with("\u202F")) {
            i += 2;
        } else {
            return std::nullopt;
        }
    }
    if (grouped && !past && digits != 3) {
        return std::nullopt;
    }
    return parse_number(plain);
}

std::optional<std::int32_t> styled_day(std::string_view text, DateStyle style) {
    const std::optional<DateParts> parts = date_parts(text);
    if (!parts) {
        return std::nullopt;
    }
    std::array<int, 3> date = parts->numbers; // year, month, day
    if (date[0] <= 31 && style != DateStyle::iso) {
        const std::size_t day = style == DateStyle::dayFirst ? 0 : 1;
        date = {parts->numbers[2], parts->numbers[1 - day], parts->numbers[day]};
        constexpr int century = 2000;
        date[0] += date[0] < 100 ? century : 0;
    }
    std::string iso = to_text(Date{date[0], date[1], date[2]});
    return day_of(iso);
}

ImportMapping guess_mapping(const CsvTable &table, const Accounts &existing) {
    ImportMapping mapping;
    mapping.decimal = guess_decimal(table);
    mapping.dates = guess_dates(table);
    mapping.key = guess_key(table, existing);
    mapping.name = column_called(table, accountNames);
    std::set<std::string> used;
    for (const auto &[id, column] : existing.columns) {
        used.insert(id.text);
    }
    std::set<AccountColumnId> matched;
    for (std::size_t i = 0; i < table.columns(); ++i) {
        ImportColumn mapped;
        mapped.name = table.header()[i];
        const auto same = std::find_if(existing.columns.begin(), existing.columns.end(), [&](const auto &column) {
            return column.second.name == mapped.name && !matched.contains(column.first);
        });
        if (same != existing.columns.end()) {
            mapped.column = same->first;
            mapped.type = same->second.type;
            matched.insert(same->first);
            if (same->first == existing.nameColumn) {
                mapping.name = i;
            }
        } else {
            mapped.column = id_for(mapped.name, used);
            mapped.type = guess_type(table, i, mapping);
            used.insert(mapped.column.text);
        }
        mapping.columns.push_back(std::move(mapped));
    }
    if (!mapping.name) {
        for (std::size_t i = 0; i < table.columns() && !mapping.name; ++i) {
            if (i != mapping.key && mapping.columns[i].type == AccountColumnType::text) {
                mapping.name = i;
            }
        }
    }
    return mapping;
}

ImportedAccounts import_accounts(const CsvTable &table, const ImportMapping &mapping) { return Importer(table, mapping).run(); }

AccountUpdate update_accounts(const Accounts &before, const Accounts &imported, bool dropGone) {
    AccountUpdate update;
    if (before.table.rows() == 0 && before.columns.empty()) {
        update.after = imported;
        update.after.marks = before.marks;
        for (std::size_t row = 0; row < imported.table.rows(); ++row) {
            update.added.emplace_back(imported.table.key(row));
        }
        return update;
    }
    update.after = before;
    Accounts &after = update.after;
    for (const AccountColumnId &id : ordered(imported.columns)) {
        AccountColumn column = imported.columns.at(id);
        const AccountColumn *old = find(before.columns, id);
        column.position = old == nullptr ? position_at_end(after.columns) : old->position;
        column.extra = old == nullptr ? Extra() : old->extra;
        after.columns[id] = column;
    }
    after.keyName = imported.keyName;
    after.nameColumn = imported.nameColumn.empty() ? before.nameColumn : imported.nameColumn;
    std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
    for (const auto &[id, column] : after.columns) {
        columns.emplace_back(id, column.type);
    }
    AccountTableBuilder builder(columns);
    const AccountIndex index(imported.table);
    std::vector<bool> seen(imported.table.rows(), false);
    const auto add = [&](std::string_view key, std::optional<std::size_t> old, std::optional<std::size_t> now) {
        builder.add_row(key);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool fromFile = now && imported.columns.contains(columns[i].first);
            if (fromFile || old) {
                builder.add_any(i, fromFile ? imported.table.text(columns[i].first, *now) : before.table.text(columns[i].first, *old));
            }
        }
    };
    for (std::size_t row = 0; row < before.table.rows(); ++row) {
        const std::string_view key = before.table.key(row);
        const std::optional<std::size_t> now = index.row_of(key);
        if (!now) {
            update.gone.emplace_back(key);
            if (dropGone) {
                after.marks.erase(AccountId(std::string(key)));
                continue;
            }
        } else {
            seen[*now] = true;
            const bool same = same_cells(before.table, row, imported.table, *now, imported.columns);
            update.unchanged += same ? 1U : 0U;
            if (!same) {
                update.changed.emplace_back(key);
            }
        }
        add(key, row, now);
    }
    for (std::size_t row = 0; row < imported.table.rows(); ++row) {
        if (!seen[row]) {
            update.added.emplace_back(imported.table.key(row));
            add(imported.table.key(row), std::nullopt, row);
        }
    }
    after.table = builder.take();
    return update;
}

} // namespace fullcourt
