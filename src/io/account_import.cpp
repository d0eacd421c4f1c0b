#include "io/account_import.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <iterator>
#include <set>

#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"
#include "io/field_reader.h"

namespace fullcourt {
namespace {

bool is_taken(const ImportMapping &mapping, std::size_t column) { return column != mapping.key && mapping.columns[column].take; }

std::vector<std::pair<AccountColumnId, AccountColumnType>> columns_of(const ImportMapping &mapping) {
    std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
    for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
        if (is_taken(mapping, column)) {
            columns.emplace_back(mapping.columns[column].column, mapping.columns[column].type);
        }
    }
    return columns;
}

bool begins_formula(char c) { return c == '=' || c == '+' || c == '-' || c == '@'; }

/// What a spreadsheet would run; a number it would only show.
bool is_formula(std::string_view text) {
    return text.size() > 1 && begins_formula(text.front()) && !styled_number(text, '.') && !styled_number(text, ',');
}

/// Without the apostrophe that an export put before a formula.
std::string_view unguarded(std::string_view text) {
    if (text.size() < 2 || text.front() != '\'') {
        return text;
    }
    const std::size_t first = text.find_first_not_of('\'');
    const bool guarded = first != std::string_view::npos && (begins_formula(text[first]) || text[first] == '\t' || text[first] == '\r');
    return guarded ? text.substr(1) : text;
}

/// Control characters are below the blank, and 0x7F.
bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
}

/// Which keys were there before, in a table at most half full. The texts outlive it.
class SeenKeys {
  public:
    explicit SeenKeys(std::size_t most) : m_slots(std::bit_ceil(2 * most + 2)) {}

    /// False where it was there before.
    bool insert(std::string_view key) {
        if (m_slots.empty()) {
            return m_sorted.insert(key).second;
        }
        std::string_view &slot = find(key);
        if (slot.data() != nullptr) {
            return false;
        }
        slot = key;
        // Keys chosen to collide cost a sorted set, no more.
        constexpr std::size_t patience = 32;
        if (m_tries > patience * m_slots.size()) {
            std::copy_if(m_slots.begin(), m_slots.end(), std::inserter(m_sorted, m_sorted.end()),
                         [](std::string_view taken) { return taken.data() != nullptr; });
            m_slots.clear();
        }
        return true;
    }

  private:
    std::string_view &find(std::string_view key) {
        std::size_t slot = fnv1a(key) & (m_slots.size() - 1);
        while (m_slots[slot].data() != nullptr && m_slots[slot] != key) {
            slot = (slot + 1) & (m_slots.size() - 1);
            ++m_tries;
        }
        return m_slots[slot];
    }

    std::vector<std::string_view> m_slots;
    std::set<std::string_view> m_sorted;
    std::size_t m_tries = 0;
};

} // namespace

class AccountReader {
  public:
    AccountReader(const CsvTable &table, const ImportMapping &mapping)
        : m_table(table), m_mapping(mapping), m_builder(columns_of(mapping)), m_formulas(table.columns()), m_seen(table.rows()),
          m_end(rows_of_report()) {
        m_result.unreadableIn.assign(table.columns(), 0);
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            if (is_taken(mapping, column)) {
                m_taken.push_back(column);
            }
        }
    }

    bool go_on(std::size_t rows) {
        const std::size_t stop = std::min(m_table.rows(), m_row + std::max<std::size_t>(rows, 1));
        for (; m_row < stop; ++m_row) {
            read_row(m_row);
        }
        return m_row == m_table.rows();
    }

    double part() const { return m_table.rows() == 0 ? 1 : static_cast<double>(m_row) / static_cast<double>(m_table.rows()); }

    ImportedAccounts take() {
        tell_formulas();
        describe();
        m_result.accounts.table = m_builder.take();
        return std::move(m_result);
    }

  private:
    struct Formulas {
        std::size_t count = 0;
        std::size_t line = 0;
    };

    void read_row(std::size_t row) {
        if (row >= m_end) {
            leave_out(row, "belongs to what Salesforce prints below a report");
            return;
        }
        const std::string_view key = key_at(row);
        if (key.empty()) {
            leave_out(row, "has no " + quoted(m_table.header()[m_mapping.key]) + " to tell it by");
        } else if (!m_seen.insert(key)) {
            leave_out(row, "has the " + quoted(m_table.header()[m_mapping.key]) + " of an earlier row, “" + quoted(key) + "”");
        } else {
            m_builder.add_row(key);
            for (std::size_t target = 0; target < m_taken.size(); ++target) {
                add_cell(row, m_taken[target], target);
            }
        }
    }

    /// A key that has to be mended is kept here; the others stand in the table.
    std::string_view key_at(std::size_t row) {
        const std::string_view text = trimmed(unguarded(trimmed(m_table.cell(row, m_mapping.key))));
        if (text.size() <= maximumIdBytes && is_plain(text)) {
            return text;
        }
        return m_mended.emplace_back(sound_id(on_one_line(text)));
    }

    /// Rows before the lines that Salesforce puts below a report: the last ones with nothing but a first cell, one of which says so.
    std::size_t rows_of_report() const {
        std::size_t end = m_table.rows();
        if (m_mapping.source != ImportSource::salesforce || m_table.columns() < 3) {
            return end;
        }
        bool says_so = false;
        constexpr std::size_t most = 20;
        while (end > 0 && m_table.rows() - end < most && only_first_cell(end - 1)) {
            --end;
            const std::string text = lowered(m_table.cell(end, 0));
            says_so = says_so || text.find("salesforce") != std::string::npos || text.starts_with("confidential information") ||
                      text.starts_with("generated by");
        }
        return says_so ? end : m_table.rows();
    }

    bool only_first_cell(std::size_t row) const {
        for (std::size_t column = 1; column < m_table.columns(); ++column) {
            if (!trimmed(m_table.cell(row, column)).empty()) {
                return false;
            }
        }
        return true;
    }

    void tell(const std::string &sentence) {
        if (m_result.problems.size() < mostImportProblems) {
            m_result.problems.push_back(sentence);
        } else {
            ++m_result.more;
        }
    }

    void report(std::size_t row, const std::string &column, std::string_view text, std::string what) {
        if (m_result.report.size() < mostReported) {
            constexpr std::size_t longest = 200;
            m_result.report.push_back({m_table.line(row), column, std::string(truncated(text, longest)), std::move(what)});
        }
    }

    void leave_out(std::size_t row, const std::string &why) {
        ++m_result.leftOut;
        tell("Line " + std::to_string(m_table.line(row)) + " " + why + "; it was left out.");
        report(row, {}, m_table.cell(row, m_mapping.key), why + "; left out");
    }

    void add_cell(std::size_t row, std::size_t column, std::size_t target) {
        const std::string_view text = m_table.cell(row, column);
        const std::string_view value = trimmed(text);
        if (value.empty()) {
            return;
        }
        switch (m_mapping.columns[column].type) {
        case AccountColumnType::text:
        case AccountColumnType::category: add_text(row, column, target, text); return;
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
        add_unreadable(row, column, target, text);
    }

    void add_text(std::size_t row, std::size_t column, std::size_t target, std::string_view text) {
        const char first = text.front();
        if (first == '\'') {
            text = unguarded(text);
        } else if (begins_formula(first) && is_formula(trimmed(text))) {
            Formulas &formulas = m_formulas[column];
            formulas.line = formulas.count++ == 0 ? m_table.line(row) : formulas.line;
        }
        m_builder.add_text(target, text);
    }

    void add_unreadable(std::size_t row, std::size_t column, std::size_t target, std::string_view text) {
        m_builder.add_unreadable(target, unguarded(text));
        ++m_result.unreadable;
        ++m_result.unreadableIn[column];
        static constexpr std::array kinds = {"a text", "a number", "a date that exists", "yes or no", "a text"};
        const std::string what = std::string("is not ") + kinds[static_cast<std::size_t>(m_mapping.columns[column].type)] +
                                 "; it is kept as it stands and counts as missing";
        if (m_result.problems.size() < mostImportProblems) {
            tell("Line " + std::to_string(m_table.line(row)) + ", " + quoted(m_table.header()[column]) + ": “" + quoted(trimmed(text)) +
                 "” " + what + ".");
        } else {
            ++m_result.more;
        }
        report(row, m_table.header()[column], text, what);
    }

    /// One sentence a column: telephone numbers begin like that too.
    void tell_formulas() {
        for (std::size_t column = 0; column < m_formulas.size(); ++column) {
            const Formulas &formulas = m_formulas[column];
            if (formulas.count != 0) {
                tell(counted(formulas.count, "cell", "cells") + " of " + quoted(m_table.header()[column]) +
                     (formulas.count == 1 ? " begins" : " begin") + " like a formula, the first in line " + std::to_string(formulas.line) +
                     "; " +
                     (formulas.count == 1 ? "it is text here, and written so that no spreadsheet runs it."
                                          : "they are text here, and written so that no spreadsheet runs them."));
            }
        }
    }

    void describe() {
        Accounts &accounts = m_result.accounts;
        accounts.keyName = m_table.header()[m_mapping.key];
        for (const std::size_t column : m_taken) {
            const ImportColumn &mapped = m_mapping.columns[column];
            AccountColumn described;
            described.name = mapped.name;
            described.type = mapped.type;
            described.position = position_at_end(accounts.columns);
            accounts.columns.emplace(mapped.column, std::move(described));
        }
        if (m_mapping.name && is_taken(m_mapping, *m_mapping.name)) {
            accounts.nameColumn = m_mapping.columns[*m_mapping.name].column;
        }
    }

    const CsvTable &m_table;
    const ImportMapping &m_mapping;
    AccountTableBuilder m_builder;
    ImportedAccounts m_result;
    std::vector<std::size_t> m_taken;
    std::vector<Formulas> m_formulas; ///< by the file's column
    SeenKeys m_seen;
    std::deque<std::string> m_mended;
    std::size_t m_row = 0;
    std::size_t m_end; ///< from here on no rows are read
};

AccountImporter::AccountImporter(const CsvTable &table, const ImportMapping &mapping)
    : m_reader(std::make_unique<AccountReader>(table, mapping)) {}
AccountImporter::AccountImporter(AccountImporter &&) noexcept = default;
AccountImporter &AccountImporter::operator=(AccountImporter &&) noexcept = default;
AccountImporter::~AccountImporter() = default;

bool AccountImporter::go_on(std::size_t rows) { return m_reader->go_on(rows); }
double AccountImporter::part() const { return m_reader->part(); }
ImportedAccounts AccountImporter::take() { return m_reader->take(); }

ImportedAccounts import_accounts(const CsvTable &table, const ImportMapping &mapping) {
    AccountReader reader(table, mapping);
    reader.go_on(table.rows());
    return reader.take();
}

std::map<std::string, std::string> remembered_mapping(const CsvTable &table, const ImportMapping &mapping, const Accounts &existing) {
    constexpr std::size_t most = 1'000;
    std::map<std::string, std::string> remembered;
    for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
        if (column != mapping.key) {
            remembered[table.header()[column]] = is_taken(mapping, column) ? mapping.columns[column].column.text : std::string();
        }
    }
    for (const auto &[head, id] : existing.importMap) {
        if (remembered.size() < most) {
            remembered.emplace(head, id);
        }
    }
    return remembered;
}

} // namespace fullcourt
