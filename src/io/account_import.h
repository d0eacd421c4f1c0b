// A CSV file of accounts → typed columns, and what that changes in the accounts that are there already.
//
// Long files are read in pieces (AccountImporter, AccountUpdater), so that a page can show how far it is, and stop.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/csv_text.h"
#include "io/styled_text.h"
#include "model/accounts.h"

namespace fullcourt {

/// What becomes of one column of the file.
struct ImportColumn {
    bool take = true;
    std::string name;
    AccountColumnId column; ///< one that the accounts have, or a new one's
    AccountColumnType type = AccountColumnType::text;

    friend bool operator==(const ImportColumn &, const ImportColumn &) = default;
};

enum class ImportSource { other, salesforce, hubSpot };

struct ImportMapping {
    std::size_t key = 0;             ///< the column whose text tells accounts apart
    std::optional<std::size_t> name; ///< the column that names an account to people
    std::vector<ImportColumn> columns;
    char decimal = '.'; ///< or ','
    DateStyle dates = DateStyle::iso;
    ImportSource source = ImportSource::other; ///< salesforce: the lines below a report are none of its rows

    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;
};

/// Columns are found again as the last file's were mapped (Accounts::importMap), then by their names; else type, key and name are
/// guessed from what stands in them, with the names that Salesforce and HubSpot give in their exports known.
ImportMapping guess_mapping(const CsvTable &table, const Accounts &existing);

/// What Accounts::importMap remembers of a mapping, together with what it held of other files' columns.
std::map<std::string, std::string> remembered_mapping(const CsvTable &table, const ImportMapping &mapping, const Accounts &existing);

/// A cell or a row that the file has wrong.
struct ImportProblem {
    std::size_t line = 0;
    std::string column; ///< empty: the row as a whole
    std::string text;   ///< what stands there
    std::string what;   ///< "is not a number; it is kept as it stands and counts as missing"
};

struct ImportedAccounts {
    Accounts accounts;
    std::vector<std::string> problems;     ///< a sentence each, with line and column; at most mostImportProblems
    std::size_t more = 0;                  ///< problems past them
    std::vector<ImportProblem> report;     ///< the same by row and column, at most mostReported
    std::size_t unreadable = 0;            ///< cells kept as they stood because they are no value of their column's type
    std::vector<std::size_t> unreadableIn; ///< the same by the file's column
    std::size_t leftOut = 0;               ///< rows without a key, or with one that an earlier row has; lines below a report
};
inline constexpr std::size_t mostImportProblems = 500;
inline constexpr std::size_t mostReported = 100'000;

/// Where a file has rows to leave out, each is told. Keys are case-sensitive and at most 64 bytes; longer ones are replaced by a
/// digest of themselves. The apostrophe that an export puts before what a spreadsheet would run comes off again.
ImportedAccounts import_accounts(const CsvTable &table, const ImportMapping &mapping);

/// The same in pieces; table and mapping must outlive it.
class AccountImporter {
  public:
    AccountImporter(const CsvTable &table, const ImportMapping &mapping);
    AccountImporter(AccountImporter &&) noexcept;
    AccountImporter &operator=(AccountImporter &&) noexcept;
    ~AccountImporter();

    /// Goes on over so many rows; true once all are read.
    bool go_on(std::size_t rows);
    double part() const; ///< 0 to 1
    ImportedAccounts take();

  private:
    std::unique_ptr<class AccountReader> m_reader;
};

/// What an import changes.
struct AccountUpdate {
    Accounts after;
    std::vector<std::string> added; ///< keys, in the file's order
    std::vector<std::string> changed;
    std::vector<std::string> gone; ///< not in the file
    std::size_t unchanged = 0;
};
/// By key; a Salesforce id of 15 characters and one of 18 that mean the same record are one key, as the accounts have it.
/// Accounts that are there keep their place and the columns the file does not have; those that are gone stay unless `dropGone`,
/// then their marks go too.
AccountUpdate update_accounts(const Accounts &before, const Accounts &imported, bool dropGone);

/// The same in pieces; both accounts must outlive it.
class AccountUpdater {
  public:
    AccountUpdater(const Accounts &before, const Accounts &imported, bool dropGone);
    AccountUpdater(AccountUpdater &&) noexcept;
    AccountUpdater &operator=(AccountUpdater &&) noexcept;
    ~AccountUpdater();

    bool go_on(std::size_t rows);
    double part() const;
    AccountUpdate take();

  private:
    std::unique_ptr<class AccountMerge> m_merge;
};

/// The 18 characters of a Salesforce id of 15, which say by themselves which letters are capitals; nothing where it is no such id.
std::optional<std::string> long_salesforce_id(std::string_view id);

} // namespace fullcourt
