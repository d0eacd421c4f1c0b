// Everything a plan can be saved as for others, in one table: what the command line names, and what the page offers.
// (The score as SQL is for whoever runs a database, and so only on the command line: score_sql.h.)
//
//     const Exported made = make_export(plan, {.kind = ExportKind::manualHtml, .today = today});
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "exports/manual.h"
#include "model/plan.h"

namespace fullcourt {

enum class ExportKind { manualHtml, manualMarkdown, summary, gridPicture, calendar, workbook, gridCsv, accountsCsv, crmCsv, scoresCsv };

struct ExportInfo {
    ExportKind kind = ExportKind::manualHtml;
    std::string_view code;      ///< "manual.html", as --as names it
    std::string_view ending;    ///< of the file's name, behind the plan's: " manual.html"
    std::string_view mediaType; ///< "text/html"
};
extern const std::array<ExportInfo, 10> exportKinds;
const ExportInfo &info_of(ExportKind kind);
std::optional<ExportKind> export_kind_of(std::string_view code);

/// Each kind reads what concerns it.
struct ExportRequest {
    ExportKind kind = ExportKind::manualHtml;
    std::set<ManualSection> sections; ///< of the manual; empty: all
    RoleId role;                      ///< a manual of this role's card alone; empty: the whole
    Date today;
    Date from;             ///< first day of the calendar
    std::size_t slide = 0; ///< of the picture, from 0
    std::string plan;      ///< the plan's id, for what must stay the same from file to file

    friend bool operator==(const ExportRequest &, const ExportRequest &) = default;
};

struct Exported {
    std::string name; ///< a file name for it, after the plan's title
    std::string_view mediaType;
    std::string bytes;
    std::vector<std::string> cuts; ///< what such a file cannot hold, in sentences
};
/// A file name for it.
std::string export_name(const Plan &plan, const ExportRequest &request);
Exported make_export(const Plan &plan, const ExportRequest &request);

} // namespace fullcourt
