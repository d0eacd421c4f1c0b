// Why an account stands where it does, term by term, and what people say of it.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/score_terms.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float room = panelWidth - 2 * panelInset - 8;

std::int32_t today_day() { return days_between({1970, 1, 1}, platform::today()); }

void draw_place(Scene &scene, const AccountScores &scores, std::uint32_t row) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::string score = score_words(scores, row);
    const TextStyle big{.size = 30, .strong = true};
    const float width = text_size(score, big).x;
    draw_line(list, {at, {at.x + width + 4, at.y + 40}}, score, big);
    const float tier = draw_tier(list, {at.x + width + 14, at.y + 20}, scores.tier[row]);
    const std::string place =
        scores.has_score(row) ? "rank " + rank_words(scores, row) + " of " + std::to_string(scores.rank.size()) : std::string();
    draw_line(list, {{at.x + width + tier + 24, at.y}, {at.x + room, at.y + 40}}, place, {.size = type::small, .colour = palette().muted});
    semantics::at(ImGui::GetID("##place"), {at, {at.x + room, at.y + 40}},
                  {.role = "text", .name = "Score " + score + ", " + tier_words(scores.tier[row]) + ", " + place});
    ImGui::Dummy({room, 44});
    ImGui::SetCursorPosX(panelInset);
    const auto known = static_cast<int>(std::lround(scores.confidence[row] * 100));
    std::string words = std::to_string(known) + " % of the weight rests on known values.";
    const std::string why = tier_reason(*scene.plan().accounts, *scene.plan().scoring, scores, row);
    if (!why.empty()) {
        words += " " + why;
    }
    paragraph(words, {.size = type::small, .colour = palette().muted}, room);
    gap(10);
}

void draw_term(const ScoreTerm &term, double most) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 40;
    constexpr float number = 46;
    const std::string points = "+" + one_decimal(term.contribution);
    draw_line(list, {at, {at.x + room - number, at.y + 18}}, term.name, {.size = type::small, .strong = true});
    draw_line(list, {{at.x + room - number, at.y}, {at.x + room, at.y + 18}}, term.skipped ? "left out" : points,
              {.size = type::small, .colour = term.skipped ? palette().muted : palette().text, .strong = true}, Align::right);
    draw_line(list, {{at.x, at.y + 17}, {at.x + room, at.y + 33}}, term.value, {.size = type::tiny, .colour = palette().muted});
    const float full = most > 0 ? room * static_cast<float>(term.share * 100 / most) : 0;
    const float part = most > 0 ? room * static_cast<float>(term.contribution / most) : 0;
    list.AddRectFilled({at.x, at.y + 34}, {at.x + std::min(room, full), at.y + 37}, palette().hover, 1);
    if (!term.skipped) {
        list.AddRectFilled({at.x, at.y + 34}, {at.x + std::min(room, part), at.y + 37}, palette().accent, 1);
    }
    semantics::at(ImGui::GetID(("##term-" + term.criterion.text).c_str()), {at, {at.x + room, at.y + height}},
                  {.role = "text", .name = term.name + ": " + term.value, .value = term.skipped ? "left out" : points});
    ImGui::Dummy({room, height + 4});
}

void draw_terms(Scene &scene, std::uint32_t row) {
    caption("What the score is made of",
            "Each criterion gives its share of 100 points times how well the account meets it; the points add up "
            "to the score. The pale bar is what it could give at most.");
    std::vector<ScoreTerm> terms = score_terms(*scene.plan().accounts, *scene.plan().scoring, Weights::agreed, row, today_day());
    double most = 0;
    for (const ScoreTerm &term : terms) {
        most = std::max(most, term.share * 100);
    }
    std::stable_sort(terms.begin(), terms.end(), [](const ScoreTerm &a, const ScoreTerm &b) { return a.contribution > b.contribution; });
    for (const ScoreTerm &term : terms) {
        draw_term(term, most);
    }
    const std::string up =
        what_moves_up(*scene.plan().accounts, *scene.plan().scoring, scene.app.scores(Weights::agreed), row, today_day());
    if (!up.empty()) {
        caption("To move up a tier");
        ImGui::SetCursorPosX(panelInset);
        paragraph(up, {.size = type::small + 1}, room);
        gap(8);
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

} // namespace

void draw_account_details(Scene &scene) {
    const AccountId id{chosen_item(scene.state, View::accounts)};
    const std::optional<std::size_t> found = id.empty() ? std::nullopt : scene.plan().accounts->table.row_of(id.text);
    if (!found) {
        details_hint("Choose an account to see why it stands where it does.");
        return;
    }
    const auto row = static_cast<std::uint32_t>(*found);
    details_heading("Account", account_name(*scene.plan().accounts, row));
    if (!scene.plan().scoring->criteria.empty()) {
        draw_place(scene, scene.app.scores(Weights::agreed), row);
        draw_terms(scene, row);
        draw_tier_by_hand(scene, id);
    }
    const AccountMark *mark = find(scene.plan().accounts->marks, id);
    if (const auto note = text_area(scene, "Note", id.text, mark == nullptr ? std::string() : mark->note)) {
        scene.edit(note_account(scene.plan(), id, note->text), note->gesture);
    }
    draw_columns(scene, id, row);
}

} // namespace fullcourt::ui
