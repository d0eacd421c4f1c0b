#include "exports/export_in_pieces.h"

#include <algorithm>
#include <utility>

#include "analysis/check.h"
#include "base/pieces.h"
#include "exports/accounts_csv.h"
#include "exports/calendar.h"
#include "exports/grid_picture.h"
#include "exports/scores_text.h"
#include "exports/summary.h"
#include "exports/wording.h"
#include "exports/workbook.h"
#include "io/grid_text.h"

namespace fullcourt {

/// The steps know where it is: it stays there.
struct ExportInPieces::Making {
    Plan plan;
    ExportRequest request;
    Checker checker; ///< its scores follow the plan
    Exported made;
    Pieces pieces;
};

namespace {

using Making = ExportInPieces::Making;

constexpr std::size_t rowsOfWorkbook = 100;
constexpr std::size_t rowsOfCsv = 400;
/// How long scores take, beside the rows of a table.
constexpr double weightOfScores = 0.1;

template <class Csv> void finish(Exported &made, Csv &csv) { made.bytes = csv.take(); }
void finish(Exported &made, PlanWorkbook &writer) {
    Workbook workbook = writer.take();
    made.bytes = std::move(workbook.bytes);
    made.cuts = std::move(workbook.cuts);
}

/// A row for each account, by the writer that `begin` makes; `most`: rows of a piece.
template <class Begin> void add_rows(Making &making, std::size_t most, Begin begin) {
    const auto writer = std::make_shared<decltype(begin())>();
    making.pieces.add(weightOfScores / 2, [writer, begin] {
        *writer = begin();
        return 1.0;
    });
    making.pieces.add(1, [&making, writer, most, done = std::size_t{0}]() mutable {
        const std::size_t rows = making.plan.accounts->table.rows();
        for (const std::size_t end = done + std::min(most, rows - done); done < end; ++done) {
            (*writer)->add_row(done);
        }
        return done == rows ? 1 : static_cast<double>(done) / static_cast<double>(rows);
    });
    making.pieces.add(weightOfScores / 2, [&making, writer] {
        finish(making.made, **writer);
        return 1.0;
    });
}

void add_scores(Making &making) {
    making.pieces.add(weightOfScores,
                      [&making] { return making.checker.prepare(making.plan, wording::days_of(making.request.today)) ? 1.0 : 0.5; });
}

std::string document_text(const Document &document, ExportKind kind) {
    return kind == ExportKind::manualMarkdown ? document_markdown(document) : document_html(document);
}

void add_manual(Making &making) {
    const auto manual = std::make_shared<ManualInPieces>(making.plan, ManualChoice{making.request.sections, making.request.today});
    making.pieces.add(1, [manual] { return manual->go_on() ? 1 : manual->part(); });
    making.pieces.add(weightOfScores, [&making, manual] {
        making.made.bytes = document_text(manual->take(), making.request.kind);
        return 1.0;
    });
}

/// What does not grow with the accounts, in one piece.
template <class Text> void add_text(Making &making, Text text) {
    making.pieces.add(1, [&making, text] {
        making.made.bytes = text();
        return 1.0;
    });
}

void add_card(Making &making) {
    add_text(making,
             [&making] { return document_text(role_card(making.plan, making.request.role, making.request.today), making.request.kind); });
}

} // namespace

ExportInPieces::ExportInPieces(Plan plan, const ExportRequest &request) : m_making(std::make_unique<Making>()) {
    Making &making = *m_making;
    making.plan = std::move(plan);
    making.request = request;
    making.made = {export_name(making.plan, request), info_of(request.kind).mediaType, {}, {}};
    switch (request.kind) {
    case ExportKind::manualHtml:
    case ExportKind::manualMarkdown: request.role.empty() ? add_manual(making) : add_card(making); break;
    case ExportKind::summary:
        add_scores(making);
        add_text(making, [&making] { return summary_html(making.plan, making.request.today, making.checker); });
        break;
    case ExportKind::gridPicture:
        add_text(making, [&making] { return grid_svg(making.plan, making.request.today, making.request.slide); });
        break;
    case ExportKind::calendar:
        add_text(making, [&making] { return calendar_ics(making.plan, {making.request.from, making.request.today, making.request.plan}); });
        break;
    case ExportKind::gridCsv: add_text(making, [&making] { return write_csv(grid_table(making.plan)); }); break;
    case ExportKind::accountsCsv: add_rows(making, rowsOfCsv, [&making] { return std::make_unique<AccountsCsv>(making.plan); }); break;
    case ExportKind::crmCsv:
        add_scores(making);
        add_rows(making, rowsOfCsv, [&making] { return std::make_unique<CrmCsv>(making.plan, making.checker.scores()); });
        break;
    case ExportKind::scoresCsv:
        add_scores(making);
        add_rows(making, rowsOfCsv,
                 [&making] { return std::make_unique<ScoresCsv>(making.plan, making.checker.scores(), Weights::agreed, true); });
        break;
    case ExportKind::workbook:
        add_scores(making);
        add_rows(making, rowsOfWorkbook,
                 [&making] { return std::make_unique<PlanWorkbook>(making.plan, making.checker.scores(), making.request.today); });
        break;
    }
}

ExportInPieces::~ExportInPieces() = default;

bool ExportInPieces::go_on() { return m_making->pieces.go_on(); }

double ExportInPieces::part() const { return m_making->pieces.part(); }

Exported ExportInPieces::take() { return std::move(m_making->made); }

} // namespace fullcourt
