// Reading a file of accounts from its bytes to what it would change, in pieces.
//
//     ImportWork work(bytes, guess_csv_style(*bytes), accounts);
//     while (!work.go_on()) { … show work.part(), or stop … }
//     work.table, work.mapping, work.imported, work.update
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "io/account_import.h"

namespace fullcourt {

struct ImportWork {
    /// Guesses the mapping once the cells are read.
    ImportWork(Shared<std::string> file, const CsvStyle &csvStyle, Shared<Accounts> accounts);
    /// Begins with cells that are read already.
    ImportWork(std::shared_ptr<const CsvTable> cells, ImportMapping columns, Shared<Accounts> accounts, bool removeGone);
    ImportWork(const ImportWork &) = delete;
    ImportWork &operator=(const ImportWork &) = delete;

    /// A piece of about ten milliseconds; true once all is done, or cannot be.
    bool go_on();
    /// 0 to 1.
    double part() const;

    std::string error; ///< why the file could not be read
    std::shared_ptr<const CsvTable> table;
    ImportMapping mapping;
    ImportedAccounts imported;
    AccountUpdate update;

  private:
    Shared<std::string> m_bytes;
    Shared<Accounts> m_before;
    bool m_dropGone = false;
    std::optional<CsvReading> m_reading;
    std::optional<AccountImporter> m_importer;
    std::optional<AccountUpdater> m_updater;
    bool m_done = false;
};

} // namespace fullcourt
