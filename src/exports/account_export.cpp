#include "exports/account_export.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "exports/accounts_csv.h"
#include "exports/scores_text.h"
#include "exports/wording.h"
#include "exports/workbook.h"

namespace fullcourt {
namespace {

/// A writer of text, or that of the workbook, which may have to cut.
template <class Writer> struct RowsOf final : AccountExport::Rows {
    Writer writer;

    template <class... Given> explicit RowsOf(Given &&...given) : writer(std::forward<Given>(given)...) {}
    void add(std::size_t place) override { writer.add_row(place); }
    void finish(Exported &made) override {
        if constexpr (std::is_same_v<Writer, PlanWorkbook>) {
            Workbook workbook = writer.take();
            made.bytes = std::move(workbook.bytes);
            made.cuts = std::move(workbook.cuts);
        } else {
            made.bytes = writer.take();
        }
    }
};

std::unique_ptr<AccountExport::Rows> rows_of(const Plan &plan, const ExportRequest &request) {
    switch (request.kind) {
    case ExportKind::accountsCsv: return std::make_unique<RowsOf<AccountsCsv>>(plan);
    case ExportKind::crmCsv: return std::make_unique<RowsOf<CrmCsv>>(plan, wording::days_of(request.today));
    case ExportKind::scoresCsv: return std::make_unique<RowsOf<ScoresCsv>>(plan, Weights::agreed, wording::days_of(request.today), true);
    default: return std::make_unique<RowsOf<PlanWorkbook>>(plan, request.today);
    }
}

} // namespace

bool lists_accounts(ExportKind kind) {
    return kind == ExportKind::workbook || kind == ExportKind::accountsCsv || kind == ExportKind::crmCsv || kind == ExportKind::scoresCsv;
}

AccountExport::AccountExport(Plan plan, const ExportRequest &request)
    : m_plan(std::move(plan)), m_request(request), m_rows(rows_of(m_plan, m_request)) {}

AccountExport::~AccountExport() = default;

bool AccountExport::go_on(std::size_t most) {
    const std::size_t rows = m_plan.accounts->table.rows();
    for (const std::size_t end = m_done + std::min(most, rows - m_done); m_done < end; ++m_done) {
        m_rows->add(m_done);
    }
    return m_done == rows;
}

double AccountExport::part() const {
    const std::size_t rows = m_plan.accounts->table.rows();
    return rows == 0 ? 1 : static_cast<double>(m_done) / static_cast<double>(rows);
}

Exported AccountExport::take() {
    Exported made{export_name(m_plan, m_request), info_of(m_request.kind).mediaType, {}, {}};
    m_rows->finish(made);
    return made;
}

} // namespace fullcourt
