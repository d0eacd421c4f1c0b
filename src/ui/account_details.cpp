// Why an account stands where it does, term by term, and what people say of it.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/account_parts.h"
#include "ui/account_terms.h"
#include "ui/contact_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

void draw_place(const Scores &scores, std::uint32_t row) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::string score = score_words(scores, row);
    const TextStyle big{.size = 30, .strong = true};
    const float width = text_size(score, big).x;
    draw_line(list, {at, {at.x + width + 4, at.y + 40}}, score, big);
    const float tier = draw_tier(list, {at.x + width + 14, at.y + 20}, scores.tier[row]);
    const std::string place =
        has_score(scores, row) ? "rank " + rank_words(scores, row) + " of " + grouped(scores.rank.size()) : std::string();
    draw_line(list, {{at.x + width + tier + 24, at.y}, {at.x + panelRoom, at.y + 40}}, place,
              {.size = type::small, .colour = palette().muted});
    semantics::at(ImGui::GetID("##place"), {at, {at.x + panelRoom, at.y + 40}},
                  {.role = "text", .name = "Score " + score + ", " + std::string(tier_name(scores.tier[row])) + ", " + place});
    ImGui::Dummy({panelRoom, 44});
    ImGui::SetCursorPosX(panelInset);
    std::string words = to_text(std::round(scores.confidence[row] * 100)) + " % of the weight rests on known values.";
    words += scores.reason[row] == TierReason::byHand ? " Its tier is set by hand." : "";
    paragraph(words, {.size = type::small, .colour = palette().muted}, panelRoom);
    gap(10);
}

/// Doubt about a score is best said as an example: the page holds the model against it.
void draw_placement(Scene &scene, const AccountId &id) {
    const std::array<std::string, 4> labels = {"High", "Medium", "Low", "Not said"};
    constexpr std::array<std::optional<Placement>, 4> placements = {Placement::high, Placement::medium, Placement::low, std::nullopt};
    const AccountMark *mark = find(scene.plan().accounts->marks, id);
    const std::optional<Placement> now = mark == nullptr ? std::nullopt : mark->placement;
    const auto chosen = static_cast<int>(std::find(placements.begin(), placements.end(), now) - placements.begin());
    if (const auto picked = segment_field(scene, "Where would you put it?", labels, chosen,
                                          "What people know of an account: “Known accounts” in the Score section says which weights would "
                                          "agree with it.")) {
        scene.edit(place_accounts(scene.plan(), {id}, placements[static_cast<std::size_t>(*picked)]));
    }
    if (now) {
        gap(6);
        ImGui::SetCursorPosX(panelInset);
        if (button("##known", "What the known accounts say", {.icon = icon::scale, .look = Look::ghost})) {
            scene.scratch.score.tab = 1;
            scene.dispatch(action::Show{View::score});
        }
    }
}

void draw_tier_by_hand(Scene &scene, const AccountId &id) {
    const AccountMark *mark = find(scene.plan().accounts->marks, id);
    const std::array<std::string, 5> labels = {"As scored", "1:1", "1:few", "1:many", "No tier"};
    constexpr std::array<std::optional<Tier>, 5> tiers = {std::nullopt, Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
    const std::optional<Tier> now = mark == nullptr ? std::nullopt : mark->tier;
    const std::string reason = mark == nullptr ? std::string() : mark->reason;
    const auto chosen = static_cast<int>(std::find(tiers.begin(), tiers.end(), now) - tiers.begin());
    if (const auto picked = choice_field(scene, "Tier", labels, chosen,
                                         "What people decide stands over the score, with a reason that both sides can read.")) {
        scene.edit(set_tier_by_hand(scene.plan(), id, tiers[static_cast<std::size_t>(*picked)], reason));
    }
    if (now) {
        if (const auto why = line_field(scene, "Why it is set by hand", id.text, reason, {.hint = "The CEO knows theirs"})) {
            scene.edit(set_tier_by_hand(scene.plan(), id, now, *why));
        }
    }
}

void draw_columns(Scene &scene, const AccountId &id, std::uint32_t row) {
    const Accounts &accounts = *scene.plan().accounts;
    caption(accounts.keyName.empty() ? "Id" : accounts.keyName);
    ImGui::SetCursorPosX(panelInset);
    line(id.text, {.size = type::small + 1});
    gap(6);
    for (const AccountColumnId &column : ordered(accounts.columns)) {
        const AccountColumn &described = accounts.columns.at(column);
        const std::string help = is_unreadable(accounts.table, column, row)
                                     ? "What stands here is no value of this column's kind, so the score takes it as missing."
                                     : std::string();
        if (const auto text =
                line_field(scene, described.name, id.text + "|" + column.text, accounts.table.text(column, row), {.help = help})) {
            scene.edit(set_account_cell(scene.plan(), id, column, *text));
        }
    }
}

/// What it is called, and its row; where none is chosen a hint instead.
std::optional<std::uint32_t> draw_chosen_account(Scene &scene) {
    const std::string key = chosen_item(scene.state, View::accounts);
    const std::optional<std::uint32_t> row = key.empty() ? std::nullopt : scene.app.score_board().row_of(key);
    if (row) {
        details_heading("Account", account_name(*scene.plan().accounts, *row));
    } else {
        details_hint("Choose an account to see why it stands where it does.");
    }
    return row;
}

} // namespace

void draw_account_to_place(Scene &scene) {
    if (draw_chosen_account(scene)) {
        draw_placement(scene, AccountId{chosen_item(scene.state, View::accounts)});
        details_hint("Once it is placed, its score and the terms of it stand here.");
    }
}

void draw_account_details(Scene &scene) {
    const std::optional<std::uint32_t> found = draw_chosen_account(scene);
    if (!found) {
        return;
    }
    const AccountId id{chosen_item(scene.state, View::accounts)};
    const std::uint32_t row = *found;
    if (!scene.plan().scoring->criteria.empty()) {
        draw_place(scene.app.score_board().scores(Weights::agreed), row);
        draw_placement(scene, id);
        draw_score_terms(scene, row);
        draw_ways_to_move(scene, row);
        draw_score_comparison(scene, row);
        draw_tier_by_hand(scene, id);
    }
    draw_committee(scene, id);
    const AccountMark *mark = find(scene.plan().accounts->marks, id);
    if (const auto note = text_area(scene, "Note", id.text, mark == nullptr ? std::string() : mark->note)) {
        scene.edit(note_account(scene.plan(), id, note->text), note->gesture);
    }
    draw_columns(scene, id, row);
}

} // namespace fullcourt::ui
