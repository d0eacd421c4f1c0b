// What the plan can be saved as for others: chosen at the left, set at the right, saved at the foot.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "exports/grid_picture.h"
#include "ui/dialogs.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/slide.h"

namespace fullcourt::ui {
namespace {

constexpr float exportListWidth = 250;

/// What a person chooses; some have several formats.
enum class Offer { manual, card, summary, picture, calendar, workbook, grid, accounts, crm, scores };
struct OfferText {
    Offer offer;
    const char *icon;
    std::string_view name;
    std::string_view purpose;
};
constexpr std::array offers = {
    OfferText{Offer::manual, icon::bookOpen, "Operating manual",
              "The whole model as one document, for people who never open this page. It prints on A4 and Letter."},
    OfferText{Offer::card, icon::contact, "Role card",
              "What one role does, decides, is asked and told; where it meets and what measures it."},
    OfferText{Offer::summary, icon::fileText, "On one page",
              "The model, the grid, who decides and when people meet, on a single printed page."},
    OfferText{Offer::picture, icon::layoutGrid, "Grid for a slide", "A 16:9 picture that can be read in a room."},
    OfferText{Offer::calendar, icon::calendar, "Meetings for a calendar",
              "The standing meetings as recurring appointments, for every calendar program."},
    OfferText{Offer::workbook, icon::fileSpreadsheet, "Workbook",
              "Grid, meetings, KPIs and accounts with their scores, a sheet each, for Excel and other spreadsheets."},
    OfferText{Offer::grid, icon::table2, "Grid as CSV", "The letters for a spreadsheet."},
    OfferText{Offer::accounts, icon::table2, "Accounts as CSV", "The whole list of target accounts for a spreadsheet."},
    OfferText{Offer::scores, icon::table2, "Scores as CSV",
              "Every account with rank, score and tier, and how many points each criterion gives it."},
    OfferText{Offer::crm, icon::upload, "Tiers for the CRM", "Id, tier, pod and score of every account, to be read into the CRM."},
};

Offer offer_of(const ExportRequest &request) {
    switch (request.kind) {
    case ExportKind::manualHtml:
    case ExportKind::manualMarkdown: return request.role.empty() ? Offer::manual : Offer::card;
    case ExportKind::summary: return Offer::summary;
    case ExportKind::gridPicture: return Offer::picture;
    case ExportKind::calendar: return Offer::calendar;
    case ExportKind::workbook: return Offer::workbook;
    case ExportKind::gridCsv: return Offer::grid;
    case ExportKind::accountsCsv: return Offer::accounts;
    case ExportKind::crmCsv: return Offer::crm;
    case ExportKind::scoresCsv: return Offer::scores;
    }
    return Offer::manual;
}

/// What keeps it from being saved; empty: nothing does.
std::string obstacle(const Plan &plan, Offer offer) {
    const bool accounts = plan.accounts->table.rows() != 0;
    switch (offer) {
    case Offer::card: return plan.organisation->roles.empty() ? "The plan has no roles yet." : "";
    case Offer::picture:
    case Offer::grid: return plan.raci->activities.empty() ? "The grid has no activities yet." : "";
    case Offer::calendar: return plan.governance->meetings.empty() ? "The plan has no meetings yet." : "";
    case Offer::accounts:
    case Offer::crm: return accounts ? "" : "The plan has no accounts yet.";
    case Offer::scores:
        return !accounts ? "The plan has no accounts yet." : plan.scoring->criteria.empty() ? "The accounts are not scored yet." : "";
    case Offer::manual:
    case Offer::summary:
    case Offer::workbook: break;
    }
    return {};
}

action::ChangeExport unchanged(const dialog::Export &shown) { return {shown.request, shown.asPng}; }

void choose(Scene &scene, const dialog::Export &shown, Offer offer) {
    action::ChangeExport change = unchanged(shown);
    ExportRequest &request = change.request;
    const bool markdown = request.kind == ExportKind::manualMarkdown;
    switch (offer) {
    case Offer::manual:
        request.kind = markdown ? ExportKind::manualMarkdown : ExportKind::manualHtml;
        request.role = {};
        break;
    case Offer::card: {
        request.kind = markdown ? ExportKind::manualMarkdown : ExportKind::manualHtml;
        const std::vector<RoleId> roles = ordered(scene.plan().organisation->roles);
        request.role = roles.empty() ? RoleId() : roles.front();
        break;
    }
    case Offer::summary: request.kind = ExportKind::summary; break;
    case Offer::picture: request.kind = ExportKind::gridPicture; break;
    case Offer::calendar: request.kind = ExportKind::calendar; break;
    case Offer::workbook: request.kind = ExportKind::workbook; break;
    case Offer::grid: request.kind = ExportKind::gridCsv; break;
    case Offer::accounts: request.kind = ExportKind::accountsCsv; break;
    case Offer::crm: request.kind = ExportKind::crmCsv; break;
    case Offer::scores: request.kind = ExportKind::scoresCsv; break;
    }
    scene.dispatch(std::move(change));
}

void draw_offer(Scene &scene, const dialog::Export &shown, const OfferText &offer, float width) {
    const std::string name(offer.name);
    ImGui::PushID(name.c_str());
    const bool chosen = offer_of(shown.request) == offer.offer;
    const std::string why = obstacle(scene.plan(), offer.offer);
    ImGui::BeginDisabled(!why.empty());
    if (ImGui::InvisibleButton("##offer", {width, 36}, ImGuiButtonFlags_EnableNav) && !chosen) {
        choose(scene, shown, offer.offer);
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : palette().hover, rounding);
    }
    const ImU32 ink = why.empty() ? palette().text : palette().muted;
    draw_icon(list, {box.Min.x + 20, box.GetCenter().y}, offer.icon, 16, chosen ? palette().accentText : palette().muted);
    draw_line(list, {{box.Min.x + 38, box.Min.y}, {box.Max.x - 8, box.Max.y}}, name,
              {.size = type::small + 1, .colour = ink, .strong = chosen});
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "option", .name = name, .description = why, .disabled = !why.empty(), .selected = chosen});
    ImGui::EndDisabled();
    tooltip(why.empty() ? std::string(offer.purpose) : why);
    ImGui::PopID();
    gap(2);
}

std::optional<int> segments_row(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, float width) {
    line(name, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    ImGui::BeginChild(id, {std::min(width, 380.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
    const std::optional<int> picked = segments("##segments", name, labels, chosen);
    ImGui::EndChild();
    gap(14);
    return picked;
}

void draw_format(Scene &scene, const dialog::Export &shown, float width) {
    const std::array<std::string, 2> formats = {"Page to read and print", "Markdown for a wiki"};
    const int chosen = shown.request.kind == ExportKind::manualMarkdown ? 1 : 0;
    if (const auto picked = segments_row("##format", "Written as", formats, chosen, width)) {
        action::ChangeExport change = unchanged(shown);
        change.request.kind = *picked == 1 ? ExportKind::manualMarkdown : ExportKind::manualHtml;
        scene.dispatch(std::move(change));
    }
}

void draw_section_tick(Scene &scene, const dialog::Export &shown, const ManualSectionInfo &info) {
    const std::string title(info.title);
    const bool on = shown.request.sections.contains(info.section);
    ImGui::PushID(title.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (toggle("##on", title, on)) {
        action::ChangeExport change = unchanged(shown);
        if (on) {
            change.request.sections.erase(info.section);
        } else {
            change.request.sections.insert(info.section);
        }
        scene.dispatch(std::move(change));
    }
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 46, at.y - 4}, {at.x + 286, at.y + 24}}, title, {.size = type::small + 1});
    ImGui::PopID();
}

void draw_manual(Scene &scene, const dialog::Export &shown, float width) {
    draw_format(scene, shown, width);
    line("Its sections", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float widest = 0;
    for (const ManualSectionInfo &info : manualSections) {
        widest = std::max(widest, 46 + text_size(info.title, {.size = type::small + 1}).x + 8);
    }
    const bool two = widest * 2 <= width;
    const auto count = static_cast<int>(shown.sections.size());
    const int rows = two ? (count + 1) / 2 : count;
    int index = 0;
    for (const ManualSectionInfo &info : manualSections) {
        if (!shown.sections.contains(info.section)) {
            continue;
        }
        const float x = index < rows ? 0 : width / 2;
        ImGui::SetCursorScreenPos({at.x + x, at.y + static_cast<float>(index % rows) * 34});
        draw_section_tick(scene, shown, info);
        ++index;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(rows) * 34});
    ImGui::Dummy({width, 0});
    if (shown.request.sections.empty()) {
        paragraph("Choose at least one section.", {.size = type::small, .colour = palette().warning}, width);
    }
}

void draw_preview(const dialog::Export &shown, const std::string &heading, float width) {
    line(heading, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(6);
    for (const std::string &text : shown.preview) {
        paragraph(text, {.size = type::small + 1}, width);
        semantics::at(ImGui::GetID(text.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "listitem", .name = text});
        gap(5);
    }
}

void draw_export_card(Scene &scene, const dialog::Export &shown, float width) {
    const std::vector<RoleId> roles = ordered(scene.plan().organisation->roles);
    std::vector<std::string> names;
    for (const RoleId &id : roles) {
        names.push_back(scene.plan().organisation->roles.at(id).name);
    }
    const auto chosen = std::find(roles.begin(), roles.end(), shown.request.role);
    line("Role", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    ImGui::BeginChild("##role", {std::min(width, 320.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##choice", "Role", names, static_cast<int>(chosen - roles.begin()))) {
        action::ChangeExport change = unchanged(shown);
        change.request.role = roles[static_cast<std::size_t>(*picked)];
        scene.dispatch(std::move(change));
    }
    ImGui::EndChild();
    gap(14);
    draw_format(scene, shown, width);
    draw_preview(shown, "What is on it", width);
}

/// The slide as the file will hold it: the same shapes, on white in the dark too.
void draw_slide_preview(const Scene &scene, const dialog::Export &shown, const ImVec2 &room) {
    const GridSlide slide = grid_slide(scene.plan(), platform::today(), shown.request.slide);
    const float scale = std::min(room.x / static_cast<float>(pictureWidth), room.y / static_cast<float>(pictureHeight));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect paper(at, {at.x + std::floor(scale * pictureWidth), at.y + std::floor(scale * pictureHeight)});
    draw_slide(slide, paper);
    semantics::at(ImGui::GetID("##slide-preview"), paper, {.role = "img", .name = "Slide: " + slide.title, .value = slide.subtitle});
    ImGui::Dummy(paper.GetSize());
}

void draw_slides(Scene &scene, const dialog::Export &shown, float width) {
    if (shown.slides < 2) {
        return;
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shown.slides; ++i) {
        names.push_back("Slide " + std::to_string(i + 1) + " of " + std::to_string(shown.slides));
    }
    paragraph("So that it can be read in a room, this grid takes " + std::to_string(shown.slides) + " slides. Save them one by one.",
              {.size = type::small, .colour = palette().muted}, width);
    gap(6);
    ImGui::BeginChild("##slide", {200, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##choice", "Slide", names, static_cast<int>(shown.request.slide))) {
        action::ChangeExport change = unchanged(shown);
        change.request.slide = static_cast<std::size_t>(*picked);
        scene.dispatch(std::move(change));
    }
    ImGui::EndChild();
    gap(14);
}

void draw_picture(Scene &scene, const dialog::Export &shown, float width, float bottom) {
    const std::array<std::string, 2> formats = {"PNG, for every program", "SVG, sharp at every size"};
    if (const auto picked = segments_row("##format", "Written as", formats, shown.asPng ? 0 : 1, width)) {
        action::ChangeExport change = unchanged(shown);
        change.asPng = *picked == 0;
        scene.dispatch(std::move(change));
    }
    draw_slides(scene, shown, width);
    draw_slide_preview(scene, shown, {width, std::max(80.0F, bottom - ImGui::GetCursorScreenPos().y)});
}

void draw_calendar(Scene &scene, const dialog::Export &shown, float width) {
    line("From", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    const std::string from = to_text(shown.request.from);
    const auto picked = date_draft(scene, "From", "export", from, {.hint = "1 Dec, next Monday", .width = 200});
    draw_unread_date(scene, "From", "export", width);
    const std::optional<Date> date = picked ? parse_date(*picked) : std::nullopt;
    if (date && *date != shown.request.from) {
        action::ChangeExport change = unchanged(shown);
        change.request.from = *date;
        scene.dispatch(std::move(change));
    }
    gap(14);
    draw_preview(shown, "What is in it", width);
    if (shown.preview.empty()) {
        paragraph("None of the meetings recurs, so there is nothing to put into a calendar.",
                  {.size = type::small, .colour = palette().muted}, width);
        return;
    }
    gap(6);
    paragraph("Where the plan names no day or time, one is proposed and marked as tentative. Times are local wherever the file is opened.",
              {.size = type::small, .colour = palette().muted}, width);
}

void draw_rows(const Plan &plan, Offer offer, float width) {
    const std::size_t rows = offer == Offer::grid ? plan.raci->activities.size() : plan.accounts->table.rows();
    paragraph(offer == Offer::grid
                  ? counted(rows, "activity", "activities") + ", " + counted(plan.raci->columns.size(), "role", "roles") + "."
                  : counted(rows, "account", "accounts") + ".",
              {.size = type::small + 1}, width);
    gap(4);
    paragraph("What looks like a formula is written so that a spreadsheet does not run it.",
              {.size = type::small, .colour = palette().muted}, width);
}

void draw_sheet(const std::string &name, const std::string &held, float width) {
    line(name, {.size = type::small + 1, .strong = true});
    paragraph(held, {.size = type::small + 1}, width);
    semantics::at(ImGui::GetID(name.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "listitem", .name = name, .value = held});
    gap(8);
}

void draw_sheets(const Plan &plan, float width) {
    const std::size_t accounts = plan.accounts->table.rows();
    const std::string scored = accounts == 0                    ? ""
                               : plan.scoring->criteria.empty() ? ", not scored yet"
                                                                : ", best first, with every point of their scores";
    draw_sheet("RACI",
               counted(plan.raci->activities.size(), "activity", "activities") + ", " + counted(plan.raci->columns.size(), "role", "roles"),
               width);
    draw_sheet("Cadences", counted(plan.governance->meetings.size(), "meeting", "meetings"), width);
    draw_sheet("KPIs", counted(plan.measurement->kpis.size(), "KPI", "KPIs"), width);
    draw_sheet("Accounts", counted(accounts, "account", "accounts") + scored, width);
    gap(4);
    paragraph("Numbers, dates and yes/no can be worked with; what looks like a formula stays text.",
              {.size = type::small, .colour = palette().muted}, width);
}

void draw_options(Scene &scene, const dialog::Export &shown, float width, float bottom) {
    const Offer offer = offer_of(shown.request);
    const auto *const text = std::find_if(offers.begin(), offers.end(), [&](const OfferText &one) { return one.offer == offer; });
    line(std::string(text->name), {.size = type::title, .strong = true});
    gap(4);
    paragraph(text->purpose, {.size = type::small + 1, .colour = palette().muted}, width);
    gap(16);
    switch (offer) {
    case Offer::manual: draw_manual(scene, shown, width); break;
    case Offer::card: draw_export_card(scene, shown, width); break;
    case Offer::picture: draw_picture(scene, shown, width, bottom); break;
    case Offer::calendar: draw_calendar(scene, shown, width); break;
    case Offer::summary: break;
    case Offer::workbook: draw_sheets(scene.plan(), width); break;
    case Offer::grid:
    case Offer::accounts:
    case Offer::crm:
    case Offer::scores: draw_rows(scene.plan(), offer, width); break;
    }
}

bool can_save(const Plan &plan, const dialog::Export &shown) {
    const Offer offer = offer_of(shown.request);
    const bool nothing = (offer == Offer::manual && shown.request.sections.empty()) || (offer == Offer::calendar && shown.preview.empty());
    return !nothing && obstacle(plan, offer).empty();
}

} // namespace

void draw_export_dialog(Scene &scene, const dialog::Export &shown) {
    if (!scene.state.open) {
        line("No plan is open.", {.colour = palette().muted});
        return;
    }
    const ImVec2 room = dialog_room(scene);
    if (shown.work) {
        draw_progress(scene, "Making the file", shown.work->part(), room);
        begin_dialog_foot();
        align_right(button_width("Stop", false));
        if (button("##stop", "Stop")) {
            scene.dispatch(shown.closes ? Action(action::CloseDialog{}) : Action(unchanged(shown)));
        }
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginChild("##offers", {exportListWidth, room.y}, ImGuiChildFlags_NavFlattened);
    {
        const semantics::Group group("list", ImGui::GetCurrentWindow()->Rect(), {.role = "listbox", .name = "What to save"});
        for (const OfferText &offer : offers) {
            draw_offer(scene, shown, offer, exportListWidth - 8);
        }
    }
    ImGui::EndChild();
    hairline_down(*ImGui::GetWindowDrawList(), at.x + exportListWidth + 8, at.y, at.y + room.y - 16);
    ImGui::SetCursorScreenPos({at.x + exportListWidth + 28, at.y});
    const float width = room.x - exportListWidth - 28;
    ImGui::BeginChild("##options", {width, room.y}, ImGuiChildFlags_NavFlattened);
    draw_options(scene, shown, width - 16, at.y + room.y - 16);
    ImGui::EndChild();
    begin_dialog_foot();
    const std::string save = "Save the file";
    align_right(button_width("Close", false) + 8 + button_width(save, true));
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
    ImGui::SameLine(0, 8);
    if (button("##save", save, {.icon = icon::download, .look = Look::primary, .disabled = !can_save(scene.plan(), shown)})) {
        scene.dispatch(action::SaveExport{});
    }
}

} // namespace fullcourt::ui
