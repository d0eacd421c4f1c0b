#include "io/import_work.h"

#include <utility>

namespace fullcourt {
namespace {

constexpr std::size_t bytesAtOnce = std::size_t{1} << 19U;
constexpr std::size_t rowsAtOnce = 4'096;

} // namespace

ImportWork::ImportWork(Shared<std::string> file, const CsvStyle &csvStyle, Shared<Accounts> accounts)
    : m_bytes(std::move(file)), m_before(std::move(accounts)) {
    m_reading.emplace(*m_bytes, csvStyle);
}

ImportWork::ImportWork(std::shared_ptr<const CsvTable> cells, ImportMapping columns, Shared<Accounts> accounts, bool removeGone)
    : table(std::move(cells)), mapping(std::move(columns)), m_before(std::move(accounts)), m_dropGone(removeGone) {
    m_importer.emplace(*table, mapping);
}

bool ImportWork::go_on() {
    if (m_done) {
        return true;
    }
    if (m_reading) {
        if (!m_reading->go_on(bytesAtOnce)) {
            return false;
        }
        Result<CsvTable> cells = m_reading->take();
        m_reading.reset();
        if (!cells) {
            error = cells.error().message;
            m_done = true;
            return true;
        }
        table = std::make_shared<const CsvTable>(std::move(*cells));
    } else if (!m_importer && !m_updater) {
        mapping = guess_mapping(*table, *m_before);
        m_importer.emplace(*table, mapping);
    } else if (m_importer) {
        if (m_importer->go_on(rowsAtOnce)) {
            imported = m_importer->take();
            m_importer.reset();
            m_updater.emplace(*m_before, imported.accounts, m_dropGone);
        }
    } else if (m_updater->go_on(rowsAtOnce)) {
        update = m_updater->take();
        m_updater.reset();
        m_done = true;
    }
    return m_done;
}

double ImportWork::part() const {
    constexpr double reading = 0.3;
    constexpr double importing = 0.5;
    if (m_reading) {
        return reading * m_reading->part();
    }
    if (m_importer) {
        return reading + importing * m_importer->part();
    }
    if (m_updater) {
        return reading + importing + (1 - reading - importing) * m_updater->part();
    }
    return m_done ? 1 : reading;
}

} // namespace fullcourt
