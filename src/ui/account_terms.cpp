#include "ui/account_terms.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/flip_points.h"
#include "analysis/score_terms.h"
#include "analysis/tier_moves.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float numberWidth = 56;

/// What stands in the cell; a day as people write it.
std::string stands_words(const ScoreTerm &term) { return term.value.empty() ? std::string("not known") : short_date_words(term.value); }

std::string counted_words(const Accounts &accounts, const Criterion &criterion, const ScoreTerm &term) {
    const AccountColumn *column = find(accounts.columns, criterion.column);
    const std::string name = (column == nullptr ? std::string("no column") : column->name) + ": ";
    const bool unreadable = !term.value.empty() && term.counted != Counted::asValue;
    const std::string stands = stands_words(term) + (unreadable ? ", unreadable" : "");
    switch (term.counted) {
    case Counted::missingAsZero: return name + stands + ", counts nothing";
    case Counted::missingAsNeutral: return name + stands + ", counts half";
    case Counted::skipped: return name + stands + ", left out";
    case Counted::asValue: break;
    }
    return name + stands;
}

/// From `begin` to `end` of 100 points along the panelRoom; at least a hair, so that a small term is seen.
void draw_bar(const ImVec2 &at, double begin, double end, ImU32 ink) {
    const auto x = [&](double points) { return at.x + panelRoom * static_cast<float>(std::clamp(points, 0.0, 100.0) / 100); };
    if (end > begin) {
        ImGui::GetWindowDrawList()->AddRectFilled({x(begin), at.y}, {std::max(x(end), x(begin) + 1), at.y + 6}, ink, 1);
    }
}

void draw_term(const ScoreTerm &term, const std::string &value, double before) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 44;
    const bool skipped = term.counted == Counted::skipped;
    const std::string points = skipped ? "left out" : "+" + one_decimal(term.contribution);
    draw_line(list, {at, {at.x + panelRoom - numberWidth, at.y + 18}}, term.name, {.size = type::small, .strong = true});
    draw_line(list, {{at.x + panelRoom - numberWidth, at.y}, {at.x + panelRoom, at.y + 18}}, points,
              {.size = type::small, .colour = skipped ? palette().muted : palette().text, .strong = true}, Align::right);
    draw_line(list, {{at.x, at.y + 16}, {at.x + panelRoom - 60, at.y + 32}}, value, {.size = type::tiny, .colour = palette().muted});
    draw_line(list, {{at.x + panelRoom - 60, at.y + 16}, {at.x + panelRoom, at.y + 32}},
              skipped ? std::string() : "of " + one_decimal(term.share * 100), {.size = type::tiny, .colour = palette().muted},
              Align::right);
    const ImVec2 bar(at.x, at.y + 34);
    draw_bar(bar, before, before + term.share * 100, palette().pressed);
    draw_bar(bar, before, before + term.contribution, palette().accent);
    semantics::at(ImGui::GetID(("##term-" + term.criterion.text).c_str()), {at, {at.x + panelRoom, at.y + height}},
                  {.role = "text", .name = term.name + ": " + value, .value = points});
    ImGui::Dummy({panelRoom, height + 2});
}

void draw_sum(const ScoreExplanation &explanation) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    hairline_across(list, at.x, at.x + panelRoom, at.y, palette().edge);
    const std::string points = explanation.score < 0 ? "no score" : one_decimal(explanation.score);
    draw_line(list, {{at.x, at.y + 4}, {at.x + panelRoom - numberWidth, at.y + 24}}, "Together", {.size = type::small, .strong = true});
    draw_line(list, {{at.x + panelRoom - numberWidth, at.y + 4}, {at.x + panelRoom, at.y + 24}}, points,
              {.size = type::small, .strong = true}, Align::right);
    draw_bar({at.x, at.y + 27}, 0, explanation.score, palette().accentText);
    semantics::at(ImGui::GetID("##sum"), {at, {at.x + panelRoom, at.y + 34}}, {.role = "text", .name = "Together", .value = points});
    ImGui::Dummy({panelRoom, 40});
}

/// It scores all accounts a few times.
std::string work_out_ways(Scene &scene, std::uint32_t row) {
    ScoreBoard &board = scene.app.score_board();
    const Plan &plan = scene.plan();
    std::string ways;
    if (const std::optional<WayUp> way =
            way_up(*plan.accounts, *plan.scoring, board.values(), board.shares(Weights::agreed), board.scores(Weights::agreed), row)) {
        ways = way->confidence;
        ways += way->value ? way->value->sentence : std::string();
        ways += way->weight ? (ways.empty() ? "" : "\n") + way->weight->sentence : std::string();
        if (ways.empty()) {
            ways = "No single change of a value or a weight would move it to " + std::string(tier_name(way->next)) + ".";
        }
    }
    if (const std::optional<WeightMove> down =
            way_down(*plan.accounts, *plan.scoring, board.values(), board.shares(Weights::agreed), board.scores(Weights::agreed), row)) {
        ways += (ways.empty() ? "" : "\n") + down->sentence;
    }
    return ways;
}

/// Worked out once for each account and state of the plan; of very many accounts a frame after what was edited is shown.
const std::string &words_about_moving(Scene &scene, std::uint32_t row) {
    constexpr std::size_t mostRowsAtOnce = 20'000;
    AccountsScratch &scratch = scene.scratch.accounts;
    const std::string key = plan_key(scene) + "|" + std::to_string(row);
    if (scratch.waysKey == key) {
        return scratch.ways;
    }
    if (scene.plan().accounts->table.rows() > mostRowsAtOnce && std::exchange(scratch.waysAsked, key) != key) {
        scratch.ways.clear();
        platform::wake();
    } else {
        scratch.ways = work_out_ways(scene, row);
        scratch.waysKey = key;
    }
    return scratch.ways;
}

// ---- Against another account

/// What one gives more than the other, from the middle to its side.
void draw_difference(const ScoreTerm &first, const ScoreTerm &second, double difference, double most) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 44;
    constexpr float side = 48;
    const TextStyle number{.size = type::small, .strong = true};
    draw_line(list, {at, {at.x + side, at.y + 20}}, one_decimal(first.contribution), number);
    draw_line(list, {{at.x + side, at.y}, {at.x + panelRoom - side, at.y + 20}}, first.name, {.size = type::small}, Align::middle);
    draw_line(list, {{at.x + panelRoom - side, at.y}, {at.x + panelRoom, at.y + 20}}, one_decimal(second.contribution), number,
              Align::right);
    const float middle = at.x + panelRoom / 2;
    draw_line(list, {{at.x, at.y + 17}, {middle - 6, at.y + 32}}, stands_words(first), {.size = type::tiny, .colour = palette().muted});
    draw_line(list, {{middle + 6, at.y + 17}, {at.x + panelRoom, at.y + 32}}, stands_words(second),
              {.size = type::tiny, .colour = palette().muted}, Align::right);
    const float wide = (panelRoom / 2) * static_cast<float>(most > 0 ? std::abs(difference) / most : 0);
    const float left = difference > 0 ? middle - wide : middle;
    list.AddRectFilled({at.x, at.y + 34}, {at.x + panelRoom, at.y + 39}, palette().pressed, 2);
    list.AddRectFilled({left, at.y + 34}, {left + wide, at.y + 39}, difference > 0 ? palette().accent : palette().warning, 2);
    hairline_down(list, middle, at.y + 32, at.y + 41, palette().edge);
    semantics::at(ImGui::GetID(("##difference-" + first.criterion.text).c_str()), {at, {at.x + panelRoom, at.y + height}},
                  {.role = "text",
                   .name = first.name + ": " + one_decimal(first.contribution) + " against " + one_decimal(second.contribution),
                   .value = (difference > 0 ? "+" : "") + one_decimal(difference)});
    ImGui::Dummy({panelRoom, height + 2});
}

void draw_account_terms_heads(const Scene &scene, std::uint32_t first, std::uint32_t second) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const Accounts &accounts = *scene.plan().accounts;
    const TextStyle style{.size = type::small, .strong = true};
    draw_line(list, {at, {at.x + panelRoom / 2 - 8, at.y + 20}}, account_name(accounts, first), style);
    draw_line(list, {{at.x + panelRoom / 2 + 8, at.y}, {at.x + panelRoom, at.y + 20}}, account_name(accounts, second), style, Align::right);
    ImGui::Dummy({panelRoom, 24});
}

void draw_compared(Scene &scene, std::uint32_t first, std::uint32_t second) {
    const Plan &plan = scene.plan();
    ScoreBoard &board = scene.app.score_board();
    const std::vector<double> &shares = board.shares(Weights::agreed);
    const ScoreComparison comparison = compare_scores(*plan.accounts, *plan.scoring, board.values(), shares, first, second);
    ImGui::SetCursorPosX(panelInset);
    if (comparison.sentence.empty()) {
        spoken("One of the two has no score.", {.size = type::small + 1}, panelRoom);
        return;
    }
    spoken(comparison.sentence, {.size = type::small + 1}, panelRoom);
    gap(8);
    draw_account_terms_heads(scene, first, second);
    std::vector<std::size_t> order(comparison.differences.size());
    double most = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        most = std::max(most, std::abs(comparison.differences[i]));
    }
    sort_stably(order,
                [&](std::size_t a, std::size_t b) { return std::abs(comparison.differences[a]) > std::abs(comparison.differences[b]); });
    for (const std::size_t i : order) {
        draw_difference(comparison.first.terms[i], comparison.second.terms[i], comparison.differences[i], most);
    }
    caption("What would change their order", "The other weights keep their proportions.");
    constexpr std::size_t sentences = 3;
    for (const std::string &sentence : flip_sentences(*plan.accounts, *plan.scoring, board.values(), shares, first, second, sentences)) {
        ImGui::SetCursorPosX(panelInset);
        spoken(sentence, {.size = type::small + 1}, panelRoom);
        gap(6);
    }
}

} // namespace

void draw_score_terms(Scene &scene, std::uint32_t row) {
    caption("What the score is made of",
            "Each criterion gives its share of 100 points times how well the account meets it. Every bar begins where the one before "
            "ended, so that the last ends at the score; pale is what a criterion could give at most.");
    const Plan &plan = scene.plan();
    ScoreBoard &board = scene.app.score_board();
    ScoreExplanation explanation = explain_score(*plan.accounts, *plan.scoring, board.values(), board.shares(Weights::agreed), row);
    sort_stably(explanation.terms, [](const ScoreTerm &a, const ScoreTerm &b) { return a.contribution > b.contribution; });
    double before = 0;
    for (const ScoreTerm &term : explanation.terms) {
        draw_term(term, counted_words(*plan.accounts, plan.scoring->criteria.at(term.criterion), term), before);
        before += term.contribution;
    }
    draw_sum(explanation);
}

void draw_ways_to_move(Scene &scene, std::uint32_t row) {
    const std::string &up = words_about_moving(scene, row);
    if (up.empty()) {
        return;
    }
    caption("What would move it up or down");
    for (std::size_t begin = 0; begin < up.size();) {
        const std::size_t end = std::min(up.find('\n', begin), up.size());
        ImGui::SetCursorPosX(panelInset);
        spoken(up.substr(begin, end - begin), {.size = type::small + 1}, panelRoom);
        gap(6);
        begin = end + 1;
    }
}

void draw_score_comparison(Scene &scene, std::uint32_t row) {
    caption("Compare with another account");
    ImGui::SetCursorPosX(panelInset);
    ImGui::BeginGroup();
    const std::optional<std::uint32_t> picked = account_picker(scene, "compare", "Compare with", "Name of the other account", panelRoom);
    ImGui::EndGroup();
    std::string &other = scene.scratch.score.comparedWith;
    if (picked) {
        other = scene.plan().accounts->table.key(*picked);
    }
    const std::optional<std::uint32_t> second = other.empty() ? std::nullopt : scene.app.score_board().row_of(other);
    if (!second || *second == row) {
        return;
    }
    gap(8);
    draw_compared(scene, row, *second);
    ImGui::SetCursorPosX(panelInset);
    if (button("##no-comparison", "End the comparison", {.icon = icon::x, .look = Look::ghost})) {
        other.clear();
    }
}

} // namespace fullcourt::ui
