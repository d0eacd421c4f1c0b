#include "app/export_work.h"

#include <algorithm>
#include <utility>

#include "analysis/agenda.h"
#include "app/notice.h"
#include "base/date_words.h"
#include "base/text.h"
#include "exports/calendar.h"
#include "exports/grid_picture.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

/// A PNG has so many pixels for each unit of the picture: sharp on a slide of 4K.
constexpr int pixelsAUnit = 2;
/// With more accounts a file is made in pieces.
constexpr std::size_t mostRowsAtOnce = 1'000;

bool is_manual(ExportKind kind) { return kind == ExportKind::manualHtml || kind == ExportKind::manualMarkdown; }

std::vector<std::string> calendar_preview(const Plan &plan, const ExportRequest &request) {
    std::vector<std::string> lines;
    for (const CalendarEvent &event : calendar_events(plan, {request.from, request.today, request.plan})) {
        lines.push_back(quoted(event.name) + ": " + event.when + ", first on " + wording::weekday(weekday_of(event.first)) + ", " +
                        date_words(event.first) + " at " + time_words(event.start) + (event.proposed ? " (proposed)" : ""));
    }
    return lines;
}

std::vector<std::string> card_preview(const Plan &plan, const RoleId &role) {
    std::vector<std::string> lines;
    std::string line;
    for (const char c : role_card_text(plan, role)) {
        if (c == '\n') {
            lines.push_back(std::exchange(line, {}));
        } else {
            line += c;
        }
    }
    return lines;
}

/// What depends on the request: a few lines to look at, and how many slides there are.
void look_ahead(const Plan &plan, dialog::Export &shown) {
    shown.preview.clear();
    if (shown.request.kind == ExportKind::calendar) {
        shown.preview = calendar_preview(plan, shown.request);
    } else if (is_manual(shown.request.kind) && !shown.request.role.empty()) {
        shown.preview = card_preview(plan, shown.request.role);
    }
    shown.slides = shown.request.kind == ExportKind::gridPicture ? grid_slides(plan) : 1;
    shown.request.slide = std::min(shown.request.slide, shown.slides - 1);
}

void save(State &state, Effects &effects, Exported made, ExportKind kind, bool asPng) {
    if (kind == ExportKind::gridPicture && asPng) {
        made.name.replace(made.name.rfind('.'), std::string::npos, ".png");
        effects.emplace_back(
            effect::SavePicture{std::move(made.name), std::move(made.bytes), pictureWidth * pixelsAUnit, pictureHeight * pixelsAUnit});
        return;
    }
    for (const std::string &cut : made.cuts) {
        warn(state, effects, cut);
    }
    // So that a spreadsheet reads a file as UTF-8. A CRM's importer wants none.
    const bool marked = made.mediaType == "text/csv" && kind != ExportKind::crmCsv;
    if (marked) {
        made.bytes.insert(0, byteOrderMark);
    }
    effects.emplace_back(effect::SaveFile{0, std::move(made.name), std::string(made.mediaType), std::move(made.bytes), true});
}

} // namespace

void show_export(State &state, const action::ShowExport &wanted, const Context &context) {
    if (!state.open) {
        return;
    }
    const Plan &plan = state.open->plan();
    dialog::Export shown;
    shown.request.today = parse_date(context.today()).value_or(Date());
    shown.request.from = shown.request.today;
    shown.request.plan = state.open->id.text;
    shown.request.role = wanted.role;
    shown.request.kind = wanted.kind;
    shown.sections = manual_contents(plan);
    shown.request.sections = shown.sections;
    look_ahead(plan, shown);
    state.dialog = std::move(shown);
}

void change_export(State &state, const action::ChangeExport &change) {
    auto *shown = std::get_if<dialog::Export>(&state.dialog);
    if (shown != nullptr && state.open) {
        shown->work.reset();
        shown->closes = false;
        shown->request = change.request;
        shown->asPng = change.asPng;
        look_ahead(state.open->plan(), *shown);
    }
}

void save_export(State &state, Effects &effects) {
    auto *shown = std::get_if<dialog::Export>(&state.dialog);
    if (shown == nullptr || !state.open || shown->work) {
        return;
    }
    const Plan &plan = state.open->plan();
    ExportRequest request = shown->request;
    if (request.sections == shown->sections) {
        request.sections.clear(); // all that have something to say
    }
    if (plan.accounts->table.rows() > mostRowsAtOnce) {
        shown->work = std::make_shared<ExportInPieces>(plan, request);
        return;
    }
    save(state, effects, make_export(plan, request), request.kind, shown->asPng);
}

void continue_export(State &state, Effects &effects) {
    auto *shown = std::get_if<dialog::Export>(&state.dialog);
    if (shown == nullptr || !shown->work || !shown->work->go_on()) {
        return;
    }
    const std::shared_ptr<ExportInPieces> work = std::exchange(shown->work, nullptr);
    const ExportKind kind = shown->request.kind;
    const bool asPng = shown->asPng;
    if (shown->closes) {
        state.dialog = std::monostate();
    }
    save(state, effects, work->take(), kind, asPng);
}

void export_at_once(State &state, Effects &effects, ExportKind kind, const Context &context) {
    if (!state.open) {
        return;
    }
    if (state.open->plan().accounts->table.rows() <= mostRowsAtOnce) {
        ExportRequest request;
        request.kind = kind;
        request.today = parse_date(context.today()).value_or(Date());
        save(state, effects, make_export(state.open->plan(), request), kind, false);
        return;
    }
    show_export(state, {.role = {}, .kind = kind}, context);
    std::get<dialog::Export>(state.dialog).closes = true;
    save_export(state, effects);
}

} // namespace fullcourt
