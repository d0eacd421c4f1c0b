// What counts, and how much each side gives it; while a weight is dragged the best accounts follow.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/row_values.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float scoreModelRowHeight = 48;
constexpr float shareWidth = 84;
constexpr std::size_t bestShown = 10;

// ---- Whose weights are shown

enum class ShownWeights { both, marketing, sales };

ShownWeights score_model_shown(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("score-side"));
    return picked == nullptr || picked->empty() ? ShownWeights::both : static_cast<ShownWeights>(picked->front() - '0');
}

void show(Scene &scene, ShownWeights shown) {
    scene.scratch.picks["score-side"] = std::string(1, static_cast<char>('0' + static_cast<int>(shown)));
}

Weights weights_of(ShownWeights shown) {
    return shown == ShownWeights::both ? Weights::agreed : shown == ShownWeights::marketing ? Weights::marketing : Weights::sales;
}

void draw_score_model_side_choice(Scene &scene, float width) {
    const std::array<std::string, 3> labels = {"Side by side", "Marketing alone", "Sales alone"};
    const ShownWeights shown = score_model_shown(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = std::min(width, 420.0F);
    ImGui::BeginChild("##sides", {wide, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##side", "Whose weights", labels, static_cast<int>(shown))) {
        show(scene, static_cast<ShownWeights>(*picked));
    }
    ImGui::EndChild();
    const std::string next = shown == ShownWeights::both        ? "Fill in blindly"
                             : shown == ShownWeights::marketing ? "Done: hand over to sales"
                                                                : "Done: show both";
    const float room = button_width(next, true);
    if (wide + 12 + room <= width) {
        ImGui::SetCursorScreenPos({at.x + width - room, at.y});
    } else {
        gap(6);
    }
    if (button("##blind", next,
               {.icon = shown == ShownWeights::both ? icon::eyeOff : icon::arrowRight,
                .look = shown == ShownWeights::both ? Look::plain : Look::primary,
                .tooltip = "One side after the other gives its weights without seeing the other's; then both are shown."})) {
        show(scene, shown == ShownWeights::both        ? ShownWeights::marketing
                    : shown == ShownWeights::marketing ? ShownWeights::sales
                                                       : ShownWeights::both);
    }
    gap(6);
    body_text(shown == ShownWeights::both
                  ? "Each side says from 0 to 10 how much a criterion counts; what both say makes its share of the score."
              : shown == ShownWeights::marketing
                  ? "Sales looks away: only marketing's weights are shown, and the best accounts by them alone."
                  : "Marketing looks away: only the weights of sales are shown, and the best accounts by them alone.",
              width);
}

// ---- The best accounts, as a weight moves

std::string drag_key(const Scene &scene, const CriterionId &id, DraggedWeight weight) {
    return plan_key(scene) + "|" + id.text + "|" + std::to_string(static_cast<int>(weight)) + "|" +
           std::to_string(static_cast<int>(score_model_shown(scene)));
}

void follow_drag(Scene &scene, const CriterionId &id, DraggedWeight weight, double value) {
    ScoreScratch &scratch = scene.scratch.score;
    const std::string key = drag_key(scene, id, weight);
    scratch.dragging = true;
    if (scratch.drag == nullptr || scratch.dragKey != key) {
        scratch.dragKey = key;
        scratch.drag = std::make_unique<WeightDrag>(scene.app.score_board().values(), scoring_of(scene),
                                                    weights_of(score_model_shown(scene)), id, weight);
        scratch.dragged = -1;
    }
    if (scratch.dragged != value) {
        scratch.dragged = value;
        scratch.drag->move(value);
    }
}

/// What is being dragged, where it still is of the plan as it is.
const WeightDrag *live_drag(const Scene &scene) {
    const ScoreScratch &scratch = scene.scratch.score;
    const bool same = scratch.dragging && scratch.drag != nullptr && scratch.dragKey.starts_with(plan_key(scene) + "|");
    return same ? scratch.drag.get() : nullptr;
}

struct Best {
    std::vector<std::uint32_t> rows;
    std::string sentence;
};

Best best_of(Scene &scene, const Scores &scores) {
    if (const WeightDrag *drag = live_drag(scene)) {
        return {drag->best(bestShown), sentence_of(tier_flow(scores, *drag))};
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(bestShown, scores.order.size()));
    return {{scores.order.begin(), scores.order.begin() + count}, "Drag a weight to see who comes and goes."};
}

void draw_best_account(Scene &scene, const Scores &scores, std::uint32_t row, std::size_t place, const ImRect &box) {
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::PushID(static_cast<int>(row));
    const bool clicked = ImGui::InvisibleButton("##best", box.GetSize(), ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::uint32_t before = scores.rank[row];
    const bool up = before > place;
    const bool moved = before != place;
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().pressed : palette().hover, rounding);
    draw_line(list, {{box.Min.x + 6, box.Min.y}, {box.Min.x + 24, box.Max.y}}, std::to_string(place),
              {.size = type::tiny, .colour = palette().muted, .strong = true}, Align::right);
    const std::string name = account_name(*scene.plan().accounts, row);
    const float mark = moved ? 40.0F : 6.0F;
    draw_line(list, {{box.Min.x + 30, box.Min.y}, {box.Max.x - mark, box.Max.y}}, name, {.size = type::small});
    const std::string way = !moved ? std::string() : (up ? "up from " : "down from ") + std::to_string(before);
    if (moved) {
        const ImU32 ink = up ? palette().good : palette().warning;
        draw_icon(list, {box.Max.x - 33, box.GetCenter().y}, up ? icon::arrowUp : icon::arrowDown, 12, ink);
        draw_line(list, {{box.Max.x - 26, box.Min.y}, {box.Max.x - 4, box.Max.y}}, std::to_string(before),
                  {.size = type::tiny, .colour = ink, .strong = true});
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = std::to_string(place) + ". " + name, .value = way});
    if (clicked) {
        show_account(scene, row);
    }
}

/// Ten places in rows as their names allow, which keep their height whatever happens.
void draw_best(Scene &scene, float width) {
    const Scores &scores = scene.app.score_board().scores(weights_of(score_model_shown(scene)));
    if (scores.order.empty()) {
        return;
    }
    const Best best = best_of(scene, scores);
    body_heading("The best ten", best.sentence);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    semantics::at(ImGui::GetID("##moving"), {at, {at.x + width, at.y}}, {.role = "status", .name = best.sentence});
    constexpr float height = 28;
    constexpr float narrowest = 140; // of a place with its name
    const std::size_t across = std::clamp<std::size_t>(static_cast<std::size_t>(width / narrowest), 2, 5);
    const std::size_t lines = (bestShown + across - 1) / across;
    const float each = std::floor((width + 6) / static_cast<float>(across));
    const float tall = static_cast<float>(lines) * (height + 6) - 6;
    {
        const semantics::Group group("best", {at, {at.x + width, at.y + tall}}, {.role = "list", .name = "The best ten"});
        for (std::size_t i = 0; i < best.rows.size(); ++i) {
            const std::size_t line = i / across;
            const ImVec2 corner(at.x + each * static_cast<float>(i % across), at.y + (height + 6) * static_cast<float>(line));
            draw_best_account(scene, scores, best.rows[i], i + 1, {corner, {corner.x + each - 6, corner.y + height}});
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + tall});
    ImGui::Dummy({width, 4});
}

// ---- Criteria

struct ScoreModelLanes {
    float marketing = 0;
    float sales = 0;
    float share = 0;
    float weight = 0; ///< width of a weight
};

ScoreModelLanes score_model_lanes(float left, float width) {
    const float weight = width > 900 ? 176.0F : 136.0F;
    const float share = left + width - shareWidth;
    return {share - 2 * weight - 12, share - weight - 4, share, weight};
}

void draw_score_model_heads(const Scene &scene, float width) {
    const ScoreModelLanes lanes = score_model_lanes(0, width);
    const bool marketing = score_model_shown(scene) != ShownWeights::sales;
    const bool sales = score_model_shown(scene) != ShownWeights::marketing;
    const std::array heads = {ColumnHead{"Criterion", lanes.marketing - 12},
                              ColumnHead{marketing ? "Marketing gives" : "", lanes.weight + 8, Align::middle},
                              ColumnHead{sales ? "Sales gives" : "", lanes.weight, Align::middle},
                              ColumnHead{score_model_shown(scene) == ShownWeights::both ? "Counts" : "", shareWidth - 4, Align::right}};
    column_heads(heads);
}

std::string scale_words(const Criterion &criterion) {
    switch (criterion.scale) {
    case ScaleKind::numeric:
        return criterion.points.empty() ? "no scale yet"
                                        : number_words(criterion.points.front().x) + " to " + number_words(criterion.points.back().x);
    case ScaleKind::category:
        return "worth set for " + counted(criterion.values.size(), "value", "values") + ", any other " + percent(criterion.otherwise, 0);
    case ScaleKind::yesNo: return "yes or no";
    case ScaleKind::recency: return "halves every " + number_words(criterion.halfLife) + " days";
    }
    return {};
}

void draw_weight(Scene &scene, const CriterionId &id, const Criterion &criterion, Side side, const ImVec2 &at, float width) {
    ImGui::SetCursorScreenPos(at);
    const bool marketing = side == Side::marketing;
    const WeightControl control =
        weight_control(scene, marketing ? "##marketing" : "##sales",
                       {.name = std::string(marketing ? "Marketing's" : "Sales'") + " weight of " + quoted(criterion.name),
                        .value = marketing ? criterion.marketing : criterion.sales,
                        .width = width,
                        .disabled = !scene.editable});
    if (control.dragging) {
        follow_drag(scene, id, marketing ? DraggedWeight::marketing : DraggedWeight::sales, control.shown);
    }
    if (control.set) {
        scene.edit(set_weight(scene.plan(), id, side, *control.set));
    }
}

void draw_share(const Criterion &criterion, double share, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect bar({box.Min.x + 8, box.Max.y - 13}, {box.Max.x, box.Max.y - 9});
    draw_filled_bar(list, bar, static_cast<float>(share), palette().accent);
    const ImRect text({box.Min.x, box.Min.y + 6}, {box.Max.x, box.Max.y - 14});
    if (criterion.settled) {
        draw_icon(list, {box.Min.x + 16, text.GetCenter().y}, icon::lock, 13, palette().muted);
    }
    // With less than a decimal the rows would not add up to their family.
    draw_line(list, text, percent_in_column(share), {.strong = true}, Align::right);
}

void draw_criterion(Scene &scene, const SectionPage &page, const CriterionId &id, double share, float width) {
    const Criterion &criterion = scoring_of(scene).criteria.at(id);
    const std::string name = criterion_name(scene, id);
    const AccountColumn *column = find(scene.plan().accounts->columns, criterion.column);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ScoreModelLanes lanes = score_model_lanes(at.x, width);
    const ShownWeights shown = score_model_shown(scene);
    ImGui::PushID(id.text.c_str());
    const Row row = item_row(scene, page, id.text, name,
                             {.width = lanes.marketing - at.x - 8,
                              .height = scoreModelRowHeight,
                              .groundWidth = width,
                              .shownElsewhere = scene.scratch.score.showsAccount,
                              .value = shown == ShownWeights::both ? percent_in_column(share) : std::string()});
    if (row.clicked) {
        scene.scratch.score.showsAccount = false;
    }
    const ImVec2 after = ImGui::GetCursorScreenPos();
    const float mark = draw_mark(scene, PlanSection::accounts, id.text, {row.box.Max.x - 8, row.box.GetCenter().y});
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 4}, {row.box.Max.x - mark - 16, row.box.Min.y + 26}}, name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 24}, {row.box.Max.x - mark - 16, row.box.Max.y - 4}},
              (column == nullptr ? std::string("reads no column") : quoted(column->name)) + ", " + scale_words(criterion),
              {.size = type::tiny, .colour = column == nullptr ? palette().warning : palette().muted});
    const float y = at.y + (scoreModelRowHeight - 28) / 2;
    if (shown != ShownWeights::sales) {
        draw_weight(scene, id, criterion, Side::marketing, {lanes.marketing + 4, y}, lanes.weight - 8);
    }
    if (shown != ShownWeights::marketing) {
        draw_weight(scene, id, criterion, Side::sales, {lanes.sales + 4, y}, lanes.weight - 8);
    }
    if (shown == ShownWeights::both) {
        draw_share(criterion, share, {{lanes.share, at.y}, {lanes.share + shareWidth - 8, at.y + scoreModelRowHeight}});
    }
    hairline_across(*row.list, row.box.Max.x, at.x + width, row.box.Max.y);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0, 0});
}

void draw_family(const Scene &scene, CriterionFamily family, double share, float width) {
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string words = score_model_shown(scene) == ShownWeights::both ? percent_in_column(share) : std::string();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::tiny, .colour = palette().muted, .strong = true};
    draw_line(list, {{at.x + 12, at.y}, {at.x + width - shareWidth, at.y + 22}}, family_name(family), style);
    draw_line(list, {at, {at.x + width - 8, at.y + 22}}, words, style, Align::right);
    hairline_across(list, at.x, at.x + width, at.y + 23);
    semantics::at(ImGui::GetID(family_name(family).c_str()), {at, {at.x + width, at.y + 22}},
                  {.role = "heading", .name = family_name(family), .value = words});
    ImGui::Dummy({width, 26});
}

void draw_criteria(Scene &scene, const SectionPage &page, float width) {
    const WeightDrag *drag = score_model_shown(scene) == ShownWeights::both ? live_drag(scene) : nullptr;
    const std::vector<double> shares = drag != nullptr ? drag->shares() : scene.app.score_board().shares(Weights::agreed);
    scene.scratch.score.dragging = false;
    const std::vector<CriterionId> ids = ordered(scoring_of(scene).criteria);
    draw_score_model_heads(scene, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("criteria", {at, at}, {.role = "list", .name = "Criteria"});
    for (const CriterionFamily family :
         {CriterionFamily::firmographic, CriterionFamily::fit, CriterionFamily::intent, CriterionFamily::trigger}) {
        std::vector<std::size_t> those;
        double sum = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (scoring_of(scene).criteria.at(ids[i]).family == family) {
                those.push_back(i);
                sum += shares[i];
            }
        }
        if (those.empty()) {
            continue;
        }
        draw_family(scene, family, sum, width);
        for (const std::size_t i : those) {
            draw_criterion(scene, page, ids[i], shares[i], width);
        }
    }
}

} // namespace

void draw_criterion_offers(Scene &scene, float width) {
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<AccountColumnId> offers;
    for (const AccountColumnId &id : ordered(accounts.columns)) {
        const auto &criteria = scoring_of(scene).criteria;
        const bool used = std::any_of(criteria.begin(), criteria.end(), [&](const auto &each) { return each.second.column == id; });
        if (!used && id != accounts.nameColumn) {
            offers.push_back(id);
        }
    }
    if (offers.empty()) {
        return;
    }
    body_heading("Add a criterion", "from a column that none reads yet");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("criterion-offers", {at, at}, {.role = "group", .name = "Add a criterion"});
    const float left = ImGui::GetCursorScreenPos().x;
    float x = left;
    for (const AccountColumnId &id : offers) {
        const std::string &name = accounts.columns.at(id).name;
        const float room = button_width(name, true);
        if (x > left && x + room > left + width) {
            x = left;
        } else if (x > left) {
            ImGui::SameLine(0, 8);
        }
        if (button(("##add-" + id.text).c_str(), name, {.icon = icon::plus, .disabled = !scene.editable})) {
            std::vector<CriterionId> made;
            scene.edit(add_criteria(scene.plan(), {criterion_for(accounts, id)}, scene.app.bits(), &made));
            choose_item(scene, View::score, made.front().text);
            scene.scratch.score.showsAccount = false;
        }
        x += room + 8;
    }
}

void draw_score_model(Scene &scene, const SectionPage &page, float width) {
    draw_score_model_side_choice(scene, width);
    if (scene.plan().accounts->table.rows() != 0) {
        draw_best(scene, width);
    }
    gap(10);
    draw_criteria(scene, page, width);
    draw_criterion_offers(scene, width);
}

} // namespace fullcourt::ui
