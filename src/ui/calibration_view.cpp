// The model held against accounts that people know: they put them into high, medium and low, and the page says what the score
// gets wrong, why, and the smallest change that would get most right. This, not sliders, is how a room sets weights.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/row_values.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/calibration_parts.h"
#include "ui/dragging.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

constexpr std::size_t proposed = 20;
constexpr float calibrationCardHeight = 32;
constexpr float calibrationBetween = 6;
constexpr float calibrationTallCard = 48; ///< with what the score says below the name

using CardPlace = std::optional<Placement>;
constexpr std::array<Placement, 3> lanes = {Placement::high, Placement::medium, Placement::low};

std::string lane_title(Placement placement) { return capitalised(std::string(placement_name(placement))); }

std::string key_of(const Scene &scene, std::size_t row) { return std::string(accounts_of(scene).table.key(row)); }

void place(Scene &scene, const std::string &key, CardPlace placement) {
    scene.edit(place_accounts(scene.plan(), {AccountId(key)}, placement));
}

// ---- Which accounts wait to be placed

/// Kept by their keys, so that placing one leaves the others where they stand.
std::vector<std::size_t> waiting(Scene &scene, const Placements &placed) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    if (scratch.plan != scene.state.open->id.text) {
        scratch = {};
        scratch.plan = scene.state.open->id.text;
    }
    if (!scratch.proposed) {
        const std::size_t missing = proposed - std::min(proposed, placed.size());
        for (const std::size_t row : accounts_to_place(scene.app.score_board().scores(Weights::agreed), placed, missing)) {
            scratch.waiting.push_back(key_of(scene, row));
        }
        scratch.proposed = true;
        scratch.focus = scratch.waiting.empty() ? std::string() : scratch.waiting.front();
    }
    std::vector<std::size_t> rows;
    for (const std::string &key : scratch.waiting) {
        const std::optional<std::uint32_t> row = scene.app.score_board().row_of(key);
        if (row && !placed.contains(*row)) {
            rows.push_back(*row);
        }
    }
    return rows;
}

// ---- Cards

struct CalibrationCard {
    std::size_t row = 0;
    CardPlace placed;
    const WrongPlacement *wrong = nullptr;
    std::string next; ///< which card takes the keyboard when this one was placed; empty: none
};

/// The placement that was typed in this frame: h, m or l.
CardPlace typed_placement() {
    ImGuiIO &io = ImGui::GetIO();
    CardPlace placement;
    for (const ImWchar typed : io.InputQueueCharacters) {
        switch (typed) {
        case 'h':
        case 'H': placement = Placement::high; break;
        case 'm':
        case 'M': placement = Placement::medium; break;
        case 'l':
        case 'L': placement = Placement::low; break;
        default: break;
        }
    }
    return io.WantTextInput || io.KeyCtrl || io.KeyAlt ? std::nullopt : placement;
}

/// The letters place the card that has the keyboard, and the next one gets it; Delete takes a card out again.
bool take_keys(Scene &scene, const CalibrationCard &card, const std::string &key) {
    const CardPlace typed = typed_placement();
    if (!scene.editable || (!typed && !(card.placed && ImGui::IsKeyPressed(ImGuiKey_Delete)))) {
        return false;
    }
    ImGui::GetIO().InputQueueCharacters.resize(0);
    place(scene, key, typed);
    scene.scratch.score.calibration.focus = typed && !card.next.empty() ? card.next : key;
    return true;
}

void draw_menu(Scene &scene, const CalibrationCard &card, const std::string &key, const std::string &name) {
    menu("##place", name, [&] {
        for (const Placement lane : lanes) {
            const std::string letter = std::string(1, lane_title(lane).front());
            if (menu_item(lane_title(lane), {.shortcut = letter, .disabled = !scene.editable, .checked = card.placed == lane})) {
                place(scene, key, lane);
            }
        }
        if (card.placed && menu_item("Not known after all", {.icon = icon::x, .disabled = !scene.editable})) {
            place(scene, key, std::nullopt);
        }
        menu_line();
        if (menu_item("Why it has its score", {.icon = icon::circleHelp})) {
            show_account(scene, static_cast<std::uint32_t>(card.row));
        }
        if (take_keys(scene, card, key)) {
            ImGui::CloseCurrentPopup();
        }
    });
}

constexpr float cardText = 22; ///< where the name begins
constexpr float cardRight = 8;
constexpr TextStyle cardStyle{.size = type::small + 1};
TextStyle score_says_style() { return {.size = type::tiny, .colour = palette().warning, .strong = true}; }
std::string score_says(const WrongPlacement &wrong) { return "score: " + std::string(placement_name(wrong.byModel)); }

/// As wide as a card has to be for its name, and for what the score says beside it.
float card_width(const std::string &name, const WrongPlacement *wrong) {
    const float says = wrong == nullptr ? 0 : text_size(score_says(*wrong), score_says_style()).x + cardRight + 1;
    return cardText + text_size(name, cardStyle).x + 1 + says + cardRight;
}

void draw_face(const CalibrationCard &card, const std::string &name, const ImRect &box, bool hovered) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool wrong = card.wrong != nullptr;
    list.AddRectFilled(box.Min, box.Max, wrong ? palette().warningSoft : hovered ? palette().hover : palette().surface, rounding);
    list.AddRect(box.Min, box.Max, wrong ? palette().warning : palette().edge, rounding);
    draw_icon(list, {box.Min.x + 12, box.GetCenter().y}, icon::gripVertical, 13, palette().muted);
    float right = box.Max.x - cardRight;
    float bottom = box.Max.y;
    if (wrong) {
        const std::string words = score_says(*card.wrong);
        if (box.GetHeight() > calibrationCardHeight) {
            bottom -= 20;
            draw_line(list, {{box.Min.x + cardText, bottom - 3}, {right, box.Max.y - 5}}, words, score_says_style());
        } else {
            const float width = text_size(words, score_says_style()).x;
            draw_line(list, {{right - width - 1, box.Min.y}, {right, box.Max.y}}, words, score_says_style());
            right -= width + cardRight;
        }
    }
    draw_line(list, {{box.Min.x + cardText, box.Min.y}, {right, bottom}}, name, cardStyle);
}

void draw_calibration_card(Scene &scene, const CalibrationCard &card, const ImRect &box) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    const std::string key = key_of(scene, card.row);
    const std::string name = account_name(accounts_of(scene), card.row);
    ImGui::PushID(key.c_str());
    ImGui::SetCursorScreenPos(box.Min);
    if (!scratch.focus.empty() && scratch.focus == key) {
        scratch.focus.clear();
        // As focus_next_item(): the card that had the keyboard is drawn later in this frame, in its lane.
        ImGui::GetCurrentContext()->NavId = 0;
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(true);
    }
    const bool clicked = ImGui::InvisibleButton("##card", box.GetSize(), ImGuiButtonFlags_EnableNav);
    const ImGuiID id = ImGui::GetItemID();
    if (scene.editable) {
        offer_grip(scene, platform::Grip::lifted, box);
    }
    const bool dragged = scene.editable && ImGui::IsItemActive() && ImGui::IsMouseDragging(0);
    if (dragged) {
        scratch.dragged = key;
        scratch.draggedName = name;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    draw_face(card, name, box, ImGui::IsItemHovered());
    focus_ring(box, id);
    const std::string stands = card.placed ? std::string(placement_name(*card.placed)) : std::string("not placed");
    semantics::item({.role = "button",
                     .name = name,
                     .value = stands + (card.wrong == nullptr ? "" : ", by the score " + std::string(placement_name(card.wrong->byModel))),
                     .description = by_hand("h, m or l places it", "A tap asks where it belongs"),
                     .expanded = ImGui::IsPopupOpen("##place")});
    if (card.wrong != nullptr) {
        tooltip("People say " + stands + "; the score would place it " + std::string(placement_name(card.wrong->byModel)) + ".");
    }
    const bool lifted = ImGui::IsItemClicked(ImGuiMouseButton_Right); // and put down again
    if ((clicked || lifted) && scratch.dragged.empty()) {
        ImGui::OpenPopup("##place");
    }
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavId == id && g.NavCursorVisible && !ImGui::IsPopupOpen("##place")) {
        take_keys(scene, card, key);
    }
    draw_menu(scene, card, key, name);
    ImGui::PopID();
}

// ---- Where cards are dropped

void draw_ghost(const CalibrationScratch &scratch) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImRect box({mouse.x + 8, mouse.y + 4}, {mouse.x + 168, mouse.y + 4 + calibrationCardHeight});
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().inverse, rounding);
    draw_line(list, {{box.Min.x + 10, box.Min.y}, {box.Max.x - 8, box.Max.y}}, scratch.draggedName,
              {.size = type::small, .colour = palette().inverseText, .strong = true});
}

/// Whether a card is over the box; once it is let go there, it is placed.
bool take_drop(Scene &scene, const ImRect &box, CardPlace placement) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    const bool over = !scratch.dragged.empty() && box.Contains(ImGui::GetIO().MousePos);
    if (over && ImGui::IsMouseReleased(0)) {
        place(scene, scratch.dragged, placement);
    }
    return over;
}

void finish_calibration_drag(Scene &scene) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    if (scratch.dragged.empty()) {
        return;
    }
    if (ImGui::GetIO().MouseDown[0]) {
        scroll_at_edges(ImGui::GetCurrentWindow()->InnerRect, Along::down);
        draw_ghost(scratch);
    } else {
        scratch.dragged.clear();
    }
}

// ---- The rows of cards

struct Found {
    const Placements &placed;
    const Calibration &calibration;
    const WrongPlacement *wrong(std::size_t row) const {
        const auto it = std::find_if(calibration.wrongPlacements.begin(), calibration.wrongPlacements.end(),
                                     [&](const WrongPlacement &each) { return each.row == row; });
        return it == calibration.wrongPlacements.end() ? nullptr : &*it;
    }
};

void draw_waiting(Scene &scene, const std::vector<std::size_t> &rows, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // As many beside each other as their names leave room for.
    constexpr std::size_t most = 4;
    float widest = 120;
    for (const std::size_t row : rows) {
        widest = std::max(widest, card_width(account_name(accounts_of(scene), row), nullptr));
    }
    const std::size_t across =
        std::clamp(static_cast<std::size_t>((width + calibrationBetween) / (widest + calibrationBetween)), std::size_t{1}, most);
    const float each = std::floor((width + calibrationBetween) / static_cast<float>(across));
    const std::size_t lines = std::max<std::size_t>(1, (rows.size() + across - 1) / across);
    const float height = static_cast<float>(lines) * (calibrationCardHeight + calibrationBetween);
    const ImRect box(at, {at.x + width, at.y + height});
    const semantics::Group group("waiting", box, {.role = "list", .name = "To place"});
    if (take_drop(scene, box, std::nullopt)) {
        ImGui::GetWindowDrawList()->AddRect(box.Min, box.Max, palette().accent, rounding, 0, 2);
    }
    if (rows.empty()) {
        draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width, at.y + calibrationCardHeight}},
                  "All are placed. Find more accounts that somebody in the room knows.", {.size = type::small, .colour = palette().muted});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = i / across;
        const ImVec2 corner(at.x + each * static_cast<float>(i % across),
                            at.y + (calibrationCardHeight + calibrationBetween) * static_cast<float>(row));
        const std::string next = i + 1 < rows.size() ? key_of(scene, rows[i + 1]) : i > 0 ? key_of(scene, rows[i - 1]) : std::string();
        draw_calibration_card(scene, {rows[i], std::nullopt, nullptr, next},
                              {corner, {corner.x + each - calibrationBetween, corner.y + calibrationCardHeight}});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({width, 4});
}

std::vector<std::size_t> rows_in(const Placements &placed, Placement lane) {
    std::vector<std::size_t> rows;
    for (const auto &[row, placement] : placed) {
        if (placement == lane) {
            rows.push_back(row);
        }
    }
    return rows;
}

constexpr float laneInset = 6;

void draw_lane(Scene &scene, const Found &found, Placement lane, const std::vector<std::size_t> &rows, const ImRect &box,
               float cardHeight) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool over = take_drop(scene, box, lane);
    list.AddRectFilled(box.Min, box.Max, over ? palette().chosen : palette().canvas, rounding);
    list.AddRect(box.Min, box.Max, over ? palette().accent : palette().line, rounding, 0, over ? 2.0F : 1.0F);
    const std::string title = lane_title(lane);
    draw_line(list, {{box.Min.x + 10, box.Min.y + 2}, {box.Max.x - 40, box.Min.y + 30}}, title, {.size = type::small + 1, .strong = true});
    draw_line(list, {{box.Max.x - 60, box.Min.y + 2}, {box.Max.x - 10, box.Min.y + 30}},
              std::to_string(rows.size()) + shown_keys("   " + std::string(1, title.front())),
              {.size = type::tiny, .colour = palette().muted}, Align::right);
    const semantics::Group group(("lane-" + title).c_str(), box, {.role = "list", .name = title});
    if (rows.empty()) {
        draw_line(list, {{box.Min.x + 10, box.Min.y + 34}, {box.Max.x - 10, box.Min.y + 60}}, "Drop accounts here",
                  {.size = type::small, .colour = palette().muted});
    }
    float y = box.Min.y + 34;
    for (const std::size_t row : rows) {
        draw_calibration_card(scene, {row, lane, found.wrong(row), {}},
                              {{box.Min.x + laneInset, y}, {box.Max.x - laneInset, y + cardHeight}});
        y += cardHeight + 4;
    }
}

void draw_lanes(Scene &scene, const Found &found, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::array<std::vector<std::size_t>, 3> rows;
    std::size_t most = 2;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        rows[i] = rows_in(found.placed, lanes[i]);
        most = std::max(most, rows[i].size());
    }
    constexpr float apart = 10;
    const float each = std::floor((width - 2 * apart) / 3);
    // All alike, so that the lanes can be read across.
    const bool fits = std::all_of(found.placed.begin(), found.placed.end(), [&](const auto &placed) {
        return card_width(account_name(accounts_of(scene), placed.first), found.wrong(placed.first)) <= each - 2 * laneInset;
    });
    const float cardHeight = fits ? calibrationCardHeight : calibrationTallCard;
    const float height = 40 + static_cast<float>(most) * (cardHeight + 4);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const float x = at.x + static_cast<float>(i) * (each + apart);
        draw_lane(scene, found, lanes[i], rows[i], {{x, at.y}, {x + each, at.y + height}}, cardHeight);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({width, 4});
}

// ---- What is kept while the plan stays as it is

const Calibration &calibration_of(Scene &scene, const Placements &placed) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    const std::string key = plan_key(scene);
    if (scratch.key != key) {
        scratch.key = key;
        ScoreBoard &board = scene.app.score_board();
        const Plan &plan = scene.plan();
        const std::vector<double> &shares = board.shares(Weights::agreed);
        scratch.found = calibrate(*plan.accounts, *plan.scoring, board.values(), shares, placed);
        scratch.changes.clear();
        if (scratch.found.proposal) {
            scratch.changes = tier_changes(board.scores(Weights::agreed),
                                           score_accounts(board.values(), scratch.found.proposal->shares, plan.scoring->tiers));
        }
    }
    return scratch.found;
}

void draw_adding(Scene &scene, float width) {
    CalibrationScratch &scratch = scene.scratch.score.calibration;
    if (const auto row = account_picker(scene, "known", "Find an account you know", "Find an account you know", std::min(width, 320.0F))) {
        const std::string key = key_of(scene, *row);
        if (std::find(scratch.waiting.begin(), scratch.waiting.end(), key) == scratch.waiting.end()) {
            scratch.waiting.insert(scratch.waiting.begin(), key);
        }
        scratch.focus = key;
    }
}

} // namespace

void draw_calibration(Scene &scene, float width) {
    const Placements placed = placements_of(accounts_of(scene), scene.app.score_board().values());
    const std::vector<std::size_t> open = waiting(scene, placed);
    const Calibration &calibration = calibration_of(scene, placed);
    draw_calibration_verdict(scene, calibration, width);
    body_heading("Accounts somebody in the room knows",
                 by_hand("drag them, or type H, M or L on one; the score stays out of sight until then",
                         "tap one, or hold it and carry it; the score stays out of sight until then"));
    draw_adding(scene, width);
    gap(8);
    draw_waiting(scene, open, width);
    gap(4);
    draw_lanes(scene, {placed, calibration}, width);
    finish_calibration_drag(scene);
    draw_calibration_reasons(scene, calibration, width);
}

} // namespace fullcourt::ui
