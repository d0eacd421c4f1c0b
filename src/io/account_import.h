// A CSV file of accounts → typed columns, and what that changes in the accounts that are there already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/csv_text.h"
#include "model/accounts.h"

namespace fullcourt {

enum class DateStyle { iso, dayFirst, monthFirst };

/// What becomes of one column of the file.
struct ImportColumn {
    bool take = true;
    std::string name;
    AccountColumnId column; ///< one that the accounts have, or a new one's
    AccountColumnType type = AccountColumnType::text;

    friend bool operator==(const ImportColumn &, const ImportColumn &) = default;
};

struct ImportMapping {
    std::size_t key = 0;             ///< the column whose text tells accounts apart
    std::optional<std::size_t> name; ///< the column that names an account to people
    std::vector<ImportColumn> columns;
    char decimal = '.'; ///< or ','
    DateStyle dates = DateStyle::iso;

    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;
};

/// Columns are found again by their names; else type, key and name are guessed from what stands in them, with the names that
/// Salesforce and HubSpot give in their exports known.
ImportMapping guess_mapping(const CsvTable &table, const Accounts &existing);

/// A number as the style writes it: with groups, a currency sign or a percent sign. Nothing for what is none, "nan" and 1e999 included.
std::optional<double> styled_number(std::string_view text, char decimal);
/// A date that exists, with or without a time behind it, as days since 1970.
std::optional<std::int32_t> styled_day(std::string_view text, DateStyle style);

struct ImportedAccounts {
    Accounts accounts;
    std::vector<std::string> problems; ///< a sentence each, with line and column
    std::size_t more = 0;              ///< problems past `mostImportProblems`
    std::size_t unreadable = 0;        ///< cells kept as they stood because they are no value of their column's type
    std::size_t leftOut = 0;           ///< rows without a key, or with one that an earlier row has
};
inline constexpr std::size_t mostImportProblems = 500;

/// Where a file has rows to leave out, each is told. Keys are case-sensitive and at most 64 bytes; longer ones are replaced by a
/// digest of themselves.
ImportedAccounts import_accounts(const CsvTable &table, const ImportMapping &mapping);

/// What an import changes.
struct AccountUpdate {
    Accounts after;
    std::vector<std::string> added; ///< keys, in the file's order
    std::vector<std::string> changed;
    std::vector<std::string> gone; ///< not in the file
    std::size_t unchanged = 0;
};
/// By key. Accounts that are there keep their place and the columns the file does not have; those that are gone stay unless
/// `dropGone`, then their marks go too.
AccountUpdate update_accounts(const Accounts &before, const Accounts &imported, bool dropGone);

} // namespace fullcourt
