// Why an account stands where it does, term by term, and what people say of it.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/score_terms.h"
#include "analysis/tier_moves.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float room = panelWidth - 2 * panelInset - 8;

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
        has_score(scores, row) ? "rank " + rank_words(scores, row) + " of " + std::to_string(scores.rank.size()) : std::string();
    draw_line(list, {{at.x + width + tier + 24, at.y}, {at.x + room, at.y + 40}}, place, {.size = type::small, .colour = palette().muted});
    semantics::at(ImGui::GetID("##place"), {at, {at.x + room, at.y + 40}},
                  {.role = "text", .name = "Score " + score + ", " + std::string(tier_name(scores.tier[row])) + ", " + place});
    ImGui::Dummy({room, 44});
    ImGui::SetCursorPosX(panelInset);
    std::string words = to_text(std::round(scores.confidence[row] * 100)) + " % of the weight rests on known values.";
    words += scores.reason[row] == TierReason::byHand ? " Its tier is set by hand." : "";
    paragraph(words, {.size = type::small, .colour = palette().muted}, room);
    gap(10);
}

std::string counted_words(const Accounts &accounts, const Criterion &criterion, const ScoreTerm &term) {
    const AccountColumn *column = find(accounts.columns, criterion.column);
    const std::string name = (column == nullptr ? std::string("no column") : column->name) + ": ";
    const std::string stands = term.value.empty()                 ? "not known"
                               : term.counted == Counted::asValue ? term.value
                                                                  : term.value + ", unreadable";
    switch (term.counted) {
    case Counted::missingAsZero: return name + stands + ", counts nothing";
    case Counted::missingAsNeutral: return name + stands + ", counts half";
    case Counted::skipped: return name + stands + ", left out";
    case Counted::asValue: break;
    }
    return name + stands;
}

void draw_term(const ScoreTerm &term, const std::string &value, double most) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 40;
    constexpr float number = 56;
    const bool skipped = term.counted == Counted::skipped;
    const std::string points = skipped ? "left out" : "+" + one_decimal(term.contribution);
    draw_line(list, {at, {at.x + room - number, at.y + 18}}, term.name, {.size = type::small, .strong = true});
    draw_line(list, {{at.x + room - number, at.y}, {at.x + room, at.y + 18}}, points,
              {.size = type::small, .colour = skipped ? palette().muted : palette().text, .strong = true}, Align::right);
    draw_line(list, {{at.x, at.y + 17}, {at.x + room, at.y + 33}}, value, {.size = type::tiny, .colour = palette().muted});
    const auto bar = [&](double points_, ImU32 ink) {
        const float width = most > 0 ? room * static_cast<float>(points_ / most) : 0;
        list.AddRectFilled({at.x, at.y + 34}, {at.x + std::min(room, width), at.y + 37}, ink, 1);
    };
    bar(term.share * 100, palette().hover);
    bar(term.contribution, palette().accent);
    semantics::at(ImGui::GetID(("##term-" + term.criterion.text).c_str()), {at, {at.x + room, at.y + height}},
                  {.role = "text", .name = term.name + ": " + value, .value = points});
    ImGui::Dummy({room, height + 4});
}

/// What would move it up, worked out once for each account and state of the plan: it scores all accounts a few times.
const std::string &words_about_moving_up(Scene &scene, std::uint32_t row) {
    AccountsScratch &scratch = scene.scratch.accounts;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" + std::to_string(row);
    if (scratch.wayUpKey != key) {
        scratch.wayUpKey = key;
        scratch.wayUp.clear();
        ScoreBoard &board = scene.app.score_board();
        const Plan &plan = scene.plan();
        if (const std::optional<WayUp> way =
                way_up(*plan.accounts, *plan.scoring, board.values(), board.shares(Weights::agreed), board.scores(Weights::agreed), row)) {
            scratch.wayUp = way->confidence;
            scratch.wayUp += way->value ? way->value->sentence : std::string();
            scratch.wayUp += way->weight ? (scratch.wayUp.empty() ? "" : " ") + way->weight->sentence : std::string();
            if (scratch.wayUp.empty()) {
                scratch.wayUp = "No single change of a value or a weight would move it to " + std::string(tier_name(way->next)) + ".";
            }
        }
    }
    return scratch.wayUp;
}

void draw_terms(Scene &scene, std::uint32_t row) {
    caption("What the score is made of",
            "Each criterion gives its share of 100 points times how well the account meets it; the points add up "
            "to the score. The pale bar is what it could give at most.");
    const Plan &plan = scene.plan();
    ScoreBoard &board = scene.app.score_board();
    std::vector<ScoreTerm> terms = explain_score(*plan.accounts, *plan.scoring, board.values(), board.shares(Weights::agreed), row).terms;
    double most = 0;
    for (const ScoreTerm &term : terms) {
        most = std::max(most, term.share * 100);
    }
    std::stable_sort(terms.begin(), terms.end(), [](const ScoreTerm &a, const ScoreTerm &b) { return a.contribution > b.contribution; });
    for (const ScoreTerm &term : terms) {
        draw_term(term, counted_words(*plan.accounts, plan.scoring->criteria.at(term.criterion), term), most);
    }
    const std::string &up = words_about_moving_up(scene, row);
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
        draw_place(scene.app.score_board().scores(Weights::agreed), row);
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
