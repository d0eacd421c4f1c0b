// The dashboard that both sides read: what is measured, whose it is, its target, who signed it, and where it stands.
#include <algorithm>
#include <array>

#include "analysis/currency.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/answer_scale.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/kpi_look.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float kpisRowHeight = 48;

const Collection<Kpi> &kpis_of(const Scene &scene) { return scene.plan().measurement->kpis; }

void change(Scene &scene, const KpiId &id, const Kpi &kpi, std::uint64_t gesture = 0) {
    scene.edit(change_kpi(scene.plan(), id, kpi), gesture);
}

const std::array<std::string, 2> directionNames = {"More is better", "Less is better"};
const std::array<std::string, 3> centreNames = {"Accounts", "Leads", "Neither"};

// ---- The list

struct KpisLanes {
    float target = 0;
    float now = 0;
    float owner = 0;
    float signedAt = 0;
    float right = 0;
};

KpisLanes kpis_lanes(float left, float width) {
    return {left + width * 0.42F, left + width * 0.56F, left + width * 0.69F, left + width * 0.85F, left + width - 12};
}

std::array<ColumnHead, 5> kpis_heads(float width) {
    const KpisLanes lanes = kpis_lanes(0, width);
    return {ColumnHead{"KPI", lanes.target - 12}, ColumnHead{"Target", lanes.now - lanes.target},
            ColumnHead{"Now", lanes.owner - lanes.now}, ColumnHead{"Owner", lanes.signedAt - lanes.owner},
            ColumnHead{"Signed", lanes.right - lanes.signedAt}};
}

std::string signed_words(const Kpi &kpi) {
    if (kpi.signedByMarketing && kpi.signedBySales) {
        return "signed by both sides";
    }
    return kpi.signedByMarketing ? "signed by marketing" : kpi.signedBySales ? "signed by sales" : "not signed";
}

/// The newest value with the sign of where it stands before it, and behind it an arrow the way it went.
void draw_now(ImDrawList &list, const ImRect &box, const Kpi &kpi, const KpiStatus &status) {
    if (!status.latest) {
        draw_line(list, box, "–", {.size = type::small + 1, .colour = palette().muted});
        return;
    }
    const KpiLook look = kpi_look(status.state);
    draw_icon(list, {box.Min.x + 7, box.GetCenter().y}, look.icon, 14, look.ink);
    const bool moved = status.trend == KpiTrend::better || status.trend == KpiTrend::worse;
    const std::string value = with_unit(to_text(*status.latest), kpi.unit);
    const TextStyle style{.size = type::small + 1};
    const ImRect text({box.Min.x + 20, box.Min.y}, {box.Max.x - (moved ? 16.0F : 0.0F), box.Max.y});
    draw_line(list, text, value, style);
    if (moved) {
        const bool up = (status.trend == KpiTrend::better) == (kpi.direction == KpiDirection::up);
        const float x = std::min(text.Min.x + text_size(value, style).x, text.Max.x) + 9;
        draw_icon(list, {x, box.GetCenter().y}, up ? icon::arrowUp : icon::arrowDown, 13,
                  status.trend == KpiTrend::better ? palette().good : palette().warning);
    }
}

std::string said_of(const Kpi &kpi, const KpiStatus &status) {
    return (kpi.target.empty() ? "no target" : kpi.target) + ", " + signed_words(kpi) +
           (status.sentence.empty() ? "" : ". " + status.sentence);
}

void draw_kpi(Scene &scene, const SectionPage &page, const KpiId &id, const Kpi &kpi, float width) {
    const std::string name = kpi.name.empty() ? "Unnamed" : kpi.name;
    const KpiStatus status = kpi_status(kpi);
    const Row row = item_row(scene, page, id.text, name, {.width = width, .height = kpisRowHeight, .value = said_of(kpi, status)});
    const KpisLanes lanes = kpis_lanes(row.box.Min.x, width);
    const auto cell = [&](float from, float to) { return ImRect({from, row.box.Min.y}, {to - 10, row.box.Max.y}); };
    draw_line(*row.list, cell(row.box.Min.x + 12, lanes.target), name, {.size = type::small + 1, .strong = true});
    draw_line(*row.list, cell(lanes.target, lanes.now), kpi.target.empty() ? "No target" : kpi.target,
              {.size = type::small + 1, .colour = kpi.target.empty() ? palette().muted : palette().text});
    draw_now(*row.list, cell(lanes.now, lanes.owner), kpi, status);
    const Role *owner = find(scene.plan().organisation->roles, kpi.owner);
    draw_line(*row.list, cell(lanes.owner, lanes.signedAt), owner == nullptr ? "Nobody" : head_name(*owner),
              {.size = type::small + 1, .colour = owner == nullptr ? palette().muted : palette().text});
    draw_signatures({lanes.signedAt, row.box.GetCenter().y}, kpi.signedByMarketing, kpi.signedBySales);
    draw_mark(scene, PlanSection::kpis, id.text, {lanes.right, row.box.GetCenter().y});
}

void draw_group(Scene &scene, const SectionPage &page, const RoleId &role, const std::string &title, float width) {
    std::vector<KpiId> ids;
    for (const KpiId &id : ordered(kpis_of(scene))) {
        if (kpis_of(scene).at(id).role == role) {
            ids.push_back(id);
        }
    }
    if (ids.empty() && !role.empty()) {
        return;
    }
    body_heading(title, role.empty() ? "Both sides answer for these" : std::string());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(("kpis-" + role.text).c_str(), {at, at}, {.role = "list", .name = title});
    for (const KpiId &id : ids) {
        draw_kpi(scene, page, id, kpis_of(scene).at(id), width);
    }
}

/// Who sees to it that what does not work is found and changed.
void draw_testing_owner(Scene &scene, float width) {
    constexpr float fieldWidth = 220;
    const PracticeId id = testing_practice(*scene.plan().practices);
    const RoleId owner = id.empty() ? RoleId() : scene.plan().practices->practices.at(id).owner;
    std::vector<RoleId> roles = {RoleId()};
    std::vector<std::string> names = {"Nobody yet"};
    int chosen = 0;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        chosen = role == owner ? static_cast<int>(roles.size()) : chosen;
        roles.push_back(role);
        names.push_back(role_name(scene, role));
    }
    const std::string label = "Testing and optimisation is owned by";
    const TextStyle style{.size = type::small + 1};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float labelWidth = text_size(label, style).x + 14;
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + labelWidth, at.y + controlHeight}}, label, style);
    ImGui::SetCursorScreenPos({at.x + labelWidth, at.y});
    ImGui::BeginChild("##testing", {std::min(fieldWidth, width - labelWidth), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##owner", label, names, chosen, !scene.editable)) {
        scene.edit(own_testing(scene.plan(), roles[static_cast<std::size_t>(*picked)], scene.app.bits()));
    }
    ImGui::EndChild();
    gap(8);
}

void draw_list(Scene &scene, const SectionPage &page, float width) {
    const bool none = kpis_of(scene).empty();
    ImVec2 top = ImGui::GetCursorScreenPos();
    if (none) {
        draw_empty_state({icon::target, "How will both sides know that it works?",
                          "Name a few numbers for the program as a whole, agree on their targets, and sign them. Then one or two for each "
                          "core role. Type or paste them below, or begin with those of the reference model."},
                         width);
        draw_reference_offer(scene, PlanSection::kpis, "Start with the usual KPIs");
    } else {
        const std::string standing = kpi_standing(scene.plan());
        body_text(kpi_balance(scene.plan()).sentence + (standing.empty() ? "" : " " + standing), width);
        draw_testing_owner(scene, width);
        top = ImGui::GetCursorScreenPos();
        column_heads(kpis_heads(width));
    }
    draw_group(scene, page, {}, "Shared by the program", width);
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        draw_group(scene, page, role, role_name(scene, role), width);
    }
    if (!none) {
        keep_column_heads(kpis_heads(width), {top, {top.x + width, ImGui::GetCursorScreenPos().y}});
    }
    const std::vector<std::string> names = add_field(scene, "kpi", "Add a KPI", "Add a KPI, or paste a list", width);
    if (!names.empty()) {
        std::vector<KpiId> made;
        scene.edit(add_kpis(scene.plan(), names, {}, {}, scene.app.bits(), &made));
        choose_item(scene, View::kpis, made.back().text);
    }
}

// ---- Details

void draw_measure(Scene &scene, const KpiId &id, const Kpi &kpi) {
    if (const auto target = line_field(scene, "Target", id.text, kpi.target, {.hint = "25 %"})) {
        Kpi changed = kpi;
        changed.target = *target;
        changed.signedByMarketing = changed.signedBySales = false; // they signed another one
        change(scene, id, changed);
    }
    if (const auto unit = line_field(scene, "Unit", id.text, kpi.unit, {.hint = "%, days, opportunities"})) {
        Kpi changed = kpi;
        changed.unit = *unit;
        change(scene, id, changed);
    }
    if (const auto direction = segment_field(scene, "Direction", directionNames, static_cast<int>(kpi.direction))) {
        Kpi changed = kpi;
        changed.direction = static_cast<KpiDirection>(*direction);
        change(scene, id, changed);
    }
    if (const auto centre =
            segment_field(scene, "What it counts", centreNames, static_cast<int>(kpi.centre),
                          "A plan that counts accounts rather than leads asks how many of a committee are engaged, and how deeply.")) {
        Kpi changed = kpi;
        changed.centre = static_cast<KpiCentre>(*centre);
        change(scene, id, changed);
    }
}

void draw_answering(Scene &scene, const KpiId &id, const Kpi &kpi) {
    if (const auto role = role_field(scene, "Whose contribution it measures", kpi.role, "Shared by the program")) {
        Kpi changed = kpi;
        changed.role = *role;
        change(scene, id, changed);
    }
    if (const auto owner = role_field(scene, "Who answers for the number", kpi.owner)) {
        Kpi changed = kpi;
        changed.owner = *owner;
        change(scene, id, changed);
    }
    if (const auto source = line_field(scene, "Where the number comes from", id.text, kpi.source, {.hint = "CRM report"})) {
        Kpi changed = kpi;
        changed.source = *source;
        change(scene, id, changed);
    }
    if (const auto review = meeting_field(scene, "Reviewed in", kpi.review)) {
        Kpi changed = kpi;
        changed.review = *review;
        change(scene, id, changed);
    }
}

void draw_signing(Scene &scene, const KpiId &id, const Kpi &kpi) {
    caption("The target is agreed", "Both sides sign a shared target; changing it asks them again.");
    if (switch_field(scene, "Signed by marketing", kpi.signedByMarketing)) {
        Kpi changed = kpi;
        changed.signedByMarketing = !kpi.signedByMarketing;
        change(scene, id, changed);
    }
    if (switch_field(scene, "Signed by sales", kpi.signedBySales)) {
        Kpi changed = kpi;
        changed.signedBySales = !kpi.signedBySales;
        change(scene, id, changed);
    }
}

/// "Q4 2026  12.5", one a line: as a person would write them.
std::vector<std::string> value_lines(const Kpi &kpi) {
    std::vector<std::string> lines;
    for (const std::string &period : periods_in_order(kpi)) {
        lines.push_back(span_words(period) + "  " + to_text(kpi.values.at(period)));
    }
    return lines;
}

struct TypedValues {
    std::map<std::string, double> values;
    std::vector<std::string> unread; ///< lines without a period or a number
};

constexpr const char *betweenWords = " \t:;";

/// Where the next word from `from` on ends.
std::size_t end_of_word(const std::string &text, std::size_t from) {
    const std::size_t word = text.find_first_not_of(betweenWords, from);
    return std::min(text.find_first_of(betweenWords, std::min(word, text.size())), text.size());
}

/// Where the text is a period up to there and a number behind it.
bool take_value(TypedValues &typed, const std::string &text, std::size_t end) {
    const std::optional<std::string> period = span_in_words(std::string_view(text).substr(0, end));
    const std::optional<double> value = target_number(std::string_view(text).substr(end));
    if (period && value) {
        typed.values[*period] = *value;
    }
    return period && value;
}

TypedValues values_of(const std::vector<std::string> &lines) {
    TypedValues typed;
    for (const std::string &line : lines) {
        const std::string text(trimmed(line));
        const std::size_t one = end_of_word(text, 0);
        const std::size_t two = end_of_word(text, one);
        if (!take_value(typed, text, two) && !take_value(typed, text, one)) {
            typed.unread.push_back(text);
        }
    }
    return typed;
}

void draw_under_values(const std::string &text, ImU32 ink) {
    if (!text.empty()) {
        gap(6);
        ImGui::SetCursorPosX(panelInset);
        paragraph(text, {.size = type::small, .colour = ink}, panelRoom);
        semantics::at(ImGui::GetID(text.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = text});
    }
}

void draw_values(Scene &scene, const KpiId &id, const Kpi &kpi) {
    const KpiStatus status = kpi_status(kpi);
    std::string &unread = scene.scratch.picks["kpi-unread-" + id.text];
    if (const auto lines = lines_field(scene, "Values", id.text, value_lines(kpi),
                                       {.hint = "November 2026  12.5", .help = "A month or a quarter and its value, one a line."})) {
        const TypedValues typed = values_of(lines->lines);
        unread = listed(typed.unread);
        Kpi changed = kpi;
        changed.values = typed.values;
        change(scene, id, changed, lines->gesture);
    }
    const bool typing = scene.scratch.drafts["Values|" + id.text].typing;
    draw_under_values(
        unread.empty() || typing ? "" : "Not taken: " + unread + ". Write the month or quarter, then the number: November 2026 12.5",
        palette().warning);
    draw_under_values(status.sentence, palette().muted);
}

void draw_kpis_details(Scene &scene) {
    const KpiId id{chosen_item(scene.state, View::kpis)};
    const Kpi *kpi = find(kpis_of(scene), id);
    if (kpi == nullptr) {
        details_hint("Choose a KPI to set its target, its owner and who signed it, and to type its values.");
        return;
    }
    details_heading("KPI", kpi->name);
    if (const auto name = line_field(scene, "Name", id.text, kpi->name)) {
        Kpi changed = *kpi;
        changed.name = *name;
        change(scene, id, changed);
    }
    draw_measure(scene, id, *kpi);
    draw_answering(scene, id, *kpi);
    draw_signing(scene, id, *kpi);
    draw_values(scene, id, *kpi);
    if (remove_button(scene, "Delete the KPI")) {
        scene.edit(remove_kpis(scene.plan(), {id}));
    }
}

} // namespace

void draw_kpis(Scene &scene) {
    SectionPage page{.view = View::kpis,
                     .section = PlanSection::kpis,
                     .title = "KPIs",
                     .purpose = "One view that both sides read: what is measured, its target, and who signed it.",
                     .body = {},
                     .details = draw_kpis_details};
    page.body = [&page](Scene &inner, float width) { draw_list(inner, page, width); };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
