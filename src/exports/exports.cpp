#include "exports/exports.h"

#include <algorithm>

#include "base/text.h"
#include "exports/export_in_pieces.h"
#include "exports/grid_picture.h"
#include "io/write.h"

namespace fullcourt {
namespace {

/// The title of a plan, and of a role, as a part of a file's name.
std::string name_part(const std::string &title) {
    Plan named;
    named.about.edit().title = title;
    std::string name = file_name(named);
    name.resize(name.size() - std::string_view(".fullcourt.json").size());
    return name;
}

} // namespace

constexpr std::array<ExportInfo, 10> exportKinds = {
    ExportInfo{ExportKind::manualHtml, "manual.html", " manual.html", "text/html"},
    ExportInfo{ExportKind::manualMarkdown, "manual.md", " manual.md", "text/markdown"},
    ExportInfo{ExportKind::summary, "summary.html", " on one page.html", "text/html"},
    ExportInfo{ExportKind::gridPicture, "raci.svg", " RACI.svg", "image/svg+xml"},
    ExportInfo{ExportKind::calendar, "calendar.ics", " meetings.ics", "text/calendar"},
    ExportInfo{ExportKind::workbook, "workbook.xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    ExportInfo{ExportKind::gridCsv, "raci.csv", " RACI.csv", "text/csv"},
    ExportInfo{ExportKind::accountsCsv, "accounts.csv", " accounts.csv", "text/csv"},
    ExportInfo{ExportKind::crmCsv, "crm.csv", " for the CRM.csv", "text/csv"},
    ExportInfo{ExportKind::scoresCsv, "scores.csv", " scores.csv", "text/csv"},
};

const ExportInfo &info_of(ExportKind kind) {
    const auto *const found = std::find_if(exportKinds.begin(), exportKinds.end(), [&](const auto &info) { return info.kind == kind; });
    return *found;
}

std::optional<ExportKind> export_kind_of(std::string_view code) {
    const auto *const found = std::find_if(exportKinds.begin(), exportKinds.end(), [&](const auto &info) { return info.code == code; });
    return found == exportKinds.end() ? std::nullopt : std::optional(found->kind);
}

std::string export_name(const Plan &plan, const ExportRequest &request) {
    std::string name = name_part(plan.about->title);
    const bool isManual = request.kind == ExportKind::manualHtml || request.kind == ExportKind::manualMarkdown;
    const Role *role = isManual ? find(plan.organisation->roles, request.role) : nullptr;
    if (role != nullptr) {
        name += " " + name_part(role->name) + (request.kind == ExportKind::manualHtml ? ".html" : ".md");
    } else {
        name += request.kind == ExportKind::gridPicture && grid_slides(plan) > 1 ? " RACI " + std::to_string(request.slide + 1) + ".svg"
                                                                                 : std::string(info_of(request.kind).ending);
    }
    return name;
}

Exported make_export(const Plan &plan, const ExportRequest &request) {
    ExportInPieces work(plan, request);
    while (!work.go_on()) {
    }
    return work.take();
}

} // namespace fullcourt
