// The cards are up: where the sides differ, most disputed row first, and what the room settles, cell by cell.
#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "platform/platform.h"
#include "ui/answer_scale.h"
#include "ui/ballots_parts.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float ballotsCardsBarHeight = 48;
constexpr float ballotsCardsRowHeight = 52;
constexpr float differWidth = 146;
constexpr float tallyWidth = 92;

const BallotActivity *of(const BallotComparison &comparison, const ActivityId &activity) {
    const auto found = std::find_if(comparison.activities.begin(), comparison.activities.end(),
                                    [&](const BallotActivity &entry) { return entry.activity == activity; });
    return found == comparison.activities.end() ? nullptr : &*found;
}

const BallotCell *of(const BallotActivity *activity, const RoleId &role) {
    if (activity == nullptr) {
        return nullptr;
    }
    const auto found =
        std::find_if(activity->cells.begin(), activity->cells.end(), [&](const BallotCell &cell) { return cell.role == role; });
    return found == activity->cells.end() ? nullptr : &*found;
}

/// Disputed ones first; at the end what nobody voted on. The order stays while the room settles.
std::vector<BallotLine> lines_of(Scene &scene, const BallotComparison &comparison) {
    if (const ActivityId *row = row_voted_on(scene)) {
        return {{{}, *row, scene.grid().activities.at(*row).name}};
    }
    std::vector<ActivityId> &order = scene.scratch.ballotOrder;
    const auto add = [&](const ActivityId &id) {
        if (std::find(order.begin(), order.end(), id) == order.end()) {
            order.push_back(id);
        }
    };
    for (const BallotActivity &activity : comparison.activities) {
        add(activity.activity);
    }
    for (const GridLine &line : scene.derived.lines) {
        if (!line.is_heading()) {
            add(line.activity);
        }
    }
    std::erase_if(order, [&](const ActivityId &id) { return find(scene.grid().activities, id) == nullptr; });
    std::vector<BallotLine> lines;
    lines.reserve(order.size());
    for (const ActivityId &id : order) {
        lines.push_back({{}, id, scene.grid().activities.at(id).name});
    }
    return lines;
}

std::string vote_words(const Scene &scene, Letters letters) {
    return letters.empty() ? "nothing" : letters_in_words(letters, scene.grid().extraLetters);
}

std::string cell_words(const Scene &scene, const BallotCell *cell) {
    if (cell == nullptr) {
        return "empty";
    }
    if (cell->agreed) {
        return "all " + vote_words(scene, cell->votes.begin()->second);
    }
    std::string words;
    for (const auto &[side, letters] : cell->votes) {
        words += (words.empty() ? "" : ", ") + std::string(side_name(side)) + " " + vote_words(scene, letters);
    }
    return words;
}

/// The sides' letters side by side, each over its disc; one letter where they agree.
void draw_votes(const BallotCell &cell, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool large = box.GetHeight() >= largeBallotRow;
    if (cell.agreed) {
        draw_chip(list, {box.GetCenter().x, box.GetCenter().y - 1}, cell.votes.begin()->second, large ? largeBallotChip : ballotChip);
        return;
    }
    const auto count = static_cast<float>(cell.votes.size());
    const float step = std::min(large ? 50.0F : 32.0F, (box.GetWidth() - 8) / count);
    const float middle = box.Min.y + (large ? 30 : 16);
    float x = box.GetCenter().x - step * (count - 1) / 2;
    for (const auto &[side, letters] : cell.votes) {
        if (letters.empty()) {
            draw_icon(list, {x, middle}, icon::minus, large ? 20.0F : 13.0F, palette().muted);
        } else {
            draw_chip(list, {x, middle}, letters, std::min(large ? 36.0F : 22.0F, (step - 6) / letters_width(letters, 1)));
        }
        draw_side_disc(side, {x, box.Max.y - (large ? 22.0F : 15.0F)});
        x += step;
    }
}

bool is_disputed(const BallotCell *cell) { return cell != nullptr && !cell->agreed && cell->votes.size() > 1; }

CellChoice choice_of(const Scene &scene, const std::string &name, const BallotCell *cell) {
    CellChoice choice{.name = name, .value = cell_words(scene, cell)};
    if (cell == nullptr || cell->agreed) {
        return choice;
    }
    choice.framed = is_disputed(cell);
    for (const auto &[side, letters] : cell->votes) {
        const auto same = std::find(choice.first.begin(), choice.first.end(), letters);
        if (same == choice.first.end()) {
            choice.first.push_back(letters);
            choice.said.push_back(side_title(side));
        } else {
            choice.said[static_cast<std::size_t>(same - choice.first.begin())] += " and " + std::string(side_name(side));
        }
    }
    return choice;
}

void draw_cell(Scene &scene, const BallotComparison &comparison, const ActivityId &activity, const RoleId &role, const ImRect &box) {
    const BallotCell *cell = of(of(comparison, activity), role);
    if (is_disputed(cell)) {
        const ImRect inner({box.Min.x + 2, box.Min.y + 2}, {box.Max.x - 2, box.Max.y - 3});
        ImGui::GetWindowDrawList()->AddRectFilled(inner.Min, inner.Max, palette().warningSoft, rounding);
        ImGui::GetWindowDrawList()->AddRect(inner.Min, inner.Max, palette().warning, rounding);
    }
    const std::string name = scene.grid().activities.at(activity).name + ", " + head_name(scene.plan().organisation->roles.at(role));
    const auto picked = letter_cell(scene, box, choice_of(scene, name, cell));
    if (cell != nullptr) {
        draw_votes(*cell, box);
    }
    if (picked) {
        scene.edit(settle_ballot_cell(scene.plan(), activity, role, *picked, to_text(platform::today()), scene.app.bits()));
    }
}

std::string row_words(const BallotActivity *activity) {
    if (activity == nullptr) {
        return "No vote";
    }
    if (activity->sides.size() < 2) {
        return "Only " + std::string(side_name(activity->sides.front()));
    }
    return activity->differing == 0 ? "Agreed"
                                    : std::to_string(activity->differing) + " of " + counted(activity->cells.size(), "cell", "cells");
}

/// How far the sides are apart.
void draw_disagreement(const Scene &scene, const BallotComparison &comparison, const ActivityId &id, const ImRect &box) {
    const BallotActivity *activity = of(comparison, id);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float middle = box.GetCenter().y;
    const ImRect bar({box.Min.x, middle + 10}, {box.Max.x, middle + 16});
    draw_line(list, {{bar.Min.x, middle - 20}, {bar.Max.x, middle + 4}}, row_words(activity),
              {.size = type::small, .colour = activity != nullptr && activity->differing > 0 ? palette().text : palette().muted});
    const bool differs = activity != nullptr && activity->differing > 0;
    draw_filled_bar(list, bar, differs ? static_cast<float>(activity->differing) / static_cast<float>(activity->cells.size()) : 0,
                    palette().warning);
    semantics::at(ImGui::GetID("##differs"), box,
                  {.role = "text", .name = scene.grid().activities.at(id).name + ", disagreement", .value = row_words(activity)});
}

void draw_tally(Scene &scene, const ActivityId &id, const ImRect &box) {
    const std::string name = scene.grid().activities.at(id).name;
    const std::string *tally = find(scene.plan().ballots->tallies, id);
    ImGui::SetCursorScreenPos({box.Max.x - tallyWidth, box.GetCenter().y - controlHeight / 2});
    const auto typed = draft_field("##tally", "Tally: " + name, scene.scratch.drafts["tally|" + id.text], id.text,
                                   tally == nullptr ? std::string() : *tally,
                                   {.hint = "e.g. 5–3", .width = tallyWidth - 8, .size = type::small + 1, .disabled = !scene.editable});
    if (typed) {
        scene.edit(set_tally(scene.plan(), id, *typed));
    }
}

void draw_bar(Scene &scene, const BallotComparison &comparison, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const PlanEdit take = take_over_cells(scene.plan(), comparison.agreed);
    const std::string label = "Take over " + counted(take.steps.size(), "agreed cell", "agreed cells");
    const float wide = take.steps.empty() ? 0 : button_width(label, true) + 12;
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width - wide, at.y + controlHeight}}, comparison.sentence, {.strong = true});
    semantics::at(ImGui::GetID("##comparison"), {at, {at.x + width - wide, at.y + controlHeight}},
                  {.role = "status", .name = comparison.sentence});
    if (!take.steps.empty()) {
        ImGui::SetCursorScreenPos({at.x + width - wide + 12, at.y});
        if (button("##take", label,
                   {.icon = icon::check,
                    .look = Look::primary,
                    .disabled = !scene.editable,
                    .tooltip = "What all sides filled in alike becomes the grid's"})) {
            scene.edit(take);
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + ballotsCardsBarHeight});
}

} // namespace

void draw_cards_up(Scene &scene, const ImVec2 &size) {
    const ActivityId *row = row_voted_on(scene);
    const BallotComparison comparison =
        compare_ballots(scene.plan().ballots->grid, row == nullptr ? activity_order(scene.grid()) : std::vector{*row});
    if (comparison.compared == 0) {
        draw_empty_state(
            {icon::vote, "The cards are still face down",
             comparison.sentence + " Let each side fill in its ballot; then what differs shows here, the most disputed row first."},
            size.x);
        return;
    }
    draw_bar(scene, comparison, size.x);
    BallotTable table;
    table.lines = lines_of(scene, comparison);
    table.large = row != nullptr;
    table.rowHeight = table.large ? largeBallotRow : ballotsCardsRowHeight;
    table.ends = {{"", 12}, {"They differ on", differWidth}, {"Tally", tallyWidth}};
    if (table.large) {
        table.ends.erase(table.ends.begin() + 1); // of one row the sentence above says it
    }
    table.draw = [&](const ActivityId &activity, const RoleId &role, const ImRect &box) {
        draw_cell(scene, comparison, activity, role, box);
    };
    table.end = [&](const ActivityId &activity, const ImRect &box) {
        if (!table.large) {
            draw_disagreement(scene, comparison, activity, {{box.Min.x + 12, box.Min.y}, {box.Max.x - tallyWidth - 16, box.Max.y}});
        }
        draw_tally(scene, activity, box);
    };
    draw_ballot_table(scene, table, {size.x, size.y - ballotsCardsBarHeight});
}

} // namespace fullcourt::ui
