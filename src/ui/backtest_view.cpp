// Whether the score would have told the accounts that were won from those that were lost.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/account_list.h"
#include "analysis/backtest.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

const OutcomePolicy &policy_of(const Scene &scene) { return scene.plan().scoring->outcome; }

// ---- What tells it

/// Columns whose name sounds like an outcome come first among what is offered.
std::optional<AccountColumnId> likely_column(const Scene &scene) {
    for (const AccountColumnId &id : ordered(accounts_of(scene).columns)) {
        const std::string name = lowered(accounts_of(scene).columns.at(id).name);
        for (const char *word : {"outcome", "won", "closed", "result", "customer", "status"}) {
            if (name.find(word) != std::string::npos) {
                return id;
            }
        }
    }
    return std::nullopt;
}

void choose_column(Scene &scene, const AccountColumnId &column) {
    scene.edit(set_outcome_policy(scene.plan(), guessed_outcomes(accounts_of(scene), column)));
}

void draw_column_choice(Scene &scene, float width) {
    std::vector<AccountColumnId> ids = {AccountColumnId()};
    std::vector<std::string> names = {"None yet"};
    int chosen = 0;
    for (const AccountColumnId &id : ordered(accounts_of(scene).columns)) {
        chosen = id == policy_of(scene).column ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(id);
        names.push_back(accounts_of(scene).columns.at(id).name);
    }
    line("The column that says what was won and lost", {.size = type::small, .colour = palette().muted});
    gap(4);
    ImGui::BeginChild("##column", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##outcome", "The column that says what was won and lost", names, chosen, !scene.editable)) {
        choose_column(scene, ids[static_cast<std::size_t>(*picked)]);
    }
    ImGui::EndChild();
}

void draw_word(Scene &scene, const std::string &word, std::size_t count, float width) {
    const OutcomePolicy &policy = policy_of(scene);
    const std::string tidy = lowered(trimmed(word));
    const int chosen = policy.won.contains(tidy) ? 0 : policy.lost.contains(tidy) ? 1 : 2;
    const std::array<std::string, 3> labels = {"Won", "Lost", "Neither"};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float choices = std::min(210.0F, width * 0.6F);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + width - choices - 52, at.y + controlHeight}}, word, {.size = type::small + 1});
    draw_line(list, {{at.x + width - choices - 52, at.y}, {at.x + width - choices - 10, at.y + controlHeight}}, std::to_string(count),
              {.size = type::tiny, .colour = palette().muted}, Align::right);
    ImGui::SetCursorScreenPos({at.x + width - choices, at.y});
    ImGui::PushID(word.c_str());
    ImGui::BeginChild("##word", {choices, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##means", "What “" + word + "” means", labels, chosen); picked && scene.editable) {
        OutcomePolicy changed = policy;
        changed.won.erase(tidy);
        changed.lost.erase(tidy);
        if (*picked != 2) {
            (*picked == 0 ? changed.won : changed.lost).insert(tidy);
        }
        scene.edit(set_outcome_policy(scene.plan(), changed));
    }
    ImGui::EndChild();
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 6});
    ImGui::Dummy({width, 0});
}

const ColumnPicture &words_of(Scene &scene) {
    ScoreScratch::Kept<ColumnPicture> &kept = scene.scratch.score.outcomeWords;
    const std::string key = plan_key(scene) + "|" + policy_of(scene).column.text;
    if (kept.key != key) {
        constexpr std::size_t most = 12;
        kept.key = key;
        kept.value = picture_of(accounts_of(scene).table, policy_of(scene).column, 0, most);
    }
    return kept.value;
}

void draw_words(Scene &scene, float width) {
    body_heading("What its words mean");
    const ColumnPicture &words = words_of(scene);
    if (words.words.empty()) {
        body_text("The column holds no words: choose one that says how it ended.", width);
    }
    for (const auto &[word, count] : words.words) {
        draw_word(scene, word, count, width);
    }
}

// ---- What came of it

const Backtest &backtest_of(Scene &scene) {
    ScoreScratch::Kept<Backtest> &kept = scene.scratch.score.backtest;
    if (const std::string key = plan_key(scene); kept.key != key) {
        kept.key = key;
        const std::vector<std::optional<bool>> outcomes = outcomes_of(accounts_of(scene), policy_of(scene));
        kept.value = backtest(scene.app.score_board().scores(Weights::agreed), outcomes);
    }
    return kept.value;
}

std::string auc_sentence(const Backtest &test) {
    if (!test.auc) {
        return "Accounts that were won and accounts that were lost are both needed to compare them.";
    }
    return "Of a won and a lost account, the won one has the higher score in " + std::to_string(std::lround(*test.auc * 100)) +
           " of 100 cases; 50 would be chance.";
}

void draw_warning(const std::string &warning, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::small + 1, .colour = palette().warning};
    const float height = wrapped_height(warning, style, width - 48) + 16;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, palette().warningSoft, rounding);
    draw_icon(list, {at.x + 18, at.y + height / 2}, icon::triangleAlert, 16, palette().warning);
    draw_wrapped(list, {at.x + 36, at.y + 8}, warning, style, width - 48);
    semantics::at(ImGui::GetID("##warning"), {at, {at.x + width, at.y + height}}, {.role = "alert", .name = warning});
    ImGui::Dummy({width, height + 8});
}

std::string lift_words(double lift) { return one_decimal(lift) + "×"; }

constexpr float foot = 40; ///< of the picture: the tenths' numbers

float height_of(double lift, double most, const ImRect &box) { return (box.GetHeight() - foot - 20) * static_cast<float>(lift / most); }

void draw_decile(const Decile &decile, std::size_t place, double most, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float floor = box.Max.y - foot;
    const float tall = height_of(decile.lift, most, box);
    const ImU32 ink = decile.lift >= 1 ? palette().accent : palette().edge;
    list.AddRectFilled({box.Min.x + 4, floor - std::max(tall, 1.0F)}, {box.Max.x - 4, floor}, ink, 2);
    draw_line(list, {{box.Min.x, floor + 2}, {box.Max.x, floor + 20}}, std::to_string(place + 1), {.size = type::tiny}, Align::middle);
    draw_line(list, {{box.Min.x - 4, floor + 18}, {box.Max.x + 4, floor + 38}},
              std::to_string(decile.won) + "/" + std::to_string(decile.accounts), {.size = type::tiny, .colour = palette().muted},
              Align::middle);
    semantics::at(
        ImGui::GetID(("##decile-" + std::to_string(place)).c_str()), box,
        {.role = "text",
         .name = "Tenth " + std::to_string(place + 1),
         .value = lift_words(decile.lift) + ", " + std::to_string(decile.won) + " of " + std::to_string(decile.accounts) + " won"});
}

/// Over the line of chance, which it interrupts.
void draw_lift(double lift, double most, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::tiny, .strong = true};
    const std::string words = lift_words(lift);
    const float top = box.Max.y - foot - height_of(lift, most, box);
    const ImRect above({box.Min.x, top - 20}, {box.Max.x, top - 2});
    const float half = text_size(words, style).x / 2 + 3;
    list.AddRectFilled({above.GetCenter().x - half, above.Min.y}, {above.GetCenter().x + half, above.Max.y}, palette().surface);
    draw_line(list, above, words, style, Align::middle);
}

void draw_deciles(const Backtest &test, float width) {
    body_heading("Won in each tenth of the list", "against the share won of all; 1× is chance");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float height = 220;
    const ImRect box(at, {at.x + width, at.y + height});
    double most = 1.2;
    for (const Decile &decile : test.deciles) {
        most = std::max(most, decile.lift);
    }
    const semantics::Group group("deciles", box, {.role = "list", .name = "Won in each tenth of the list"});
    const float each = width / static_cast<float>(test.deciles.size());
    const auto place_of = [&](std::size_t i) {
        const float x = at.x + each * static_cast<float>(i);
        return ImRect({x, at.y}, {x + each, at.y + height});
    };
    for (std::size_t i = 0; i < test.deciles.size(); ++i) {
        draw_decile(test.deciles[i], i, most, place_of(i));
    }
    const float floor = box.Max.y - foot;
    const float chance = floor - height_of(1, most, box);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (float x = at.x; x < box.Max.x; x += 8) {
        list.AddLine({x, chance}, {std::min(x + 4, box.Max.x), chance}, palette().text);
    }
    for (std::size_t i = 0; i < test.deciles.size(); ++i) {
        draw_lift(test.deciles[i].lift, most, place_of(i));
    }
    hairline_across(list, at.x, box.Max.x, floor, palette().edge);
    ImGui::Dummy({width, height});
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    const ImVec2 words = ImGui::GetCursorScreenPos();
    draw_line(list, {words, {words.x + width, words.y + 18}}, "the best scores", style);
    draw_line(list, {words, {words.x + width, words.y + 18}}, "tenth, and how many of it were won", style, Align::middle);
    draw_line(list, {words, {words.x + width, words.y + 18}}, "the lowest scores", style, Align::right);
    ImGui::Dummy({width, 22});
}

void draw_result(Scene &scene, float width) {
    const Backtest &test = backtest_of(scene);
    body_heading("What the score would have said",
                 std::to_string(test.won) + " won, " + std::to_string(test.lost) + " lost" +
                     (test.unscored == 0 ? std::string() : ", " + std::to_string(test.unscored) + " without a score"));
    spoken(auc_sentence(test), {.strong = true}, width, "status");
    gap(8);
    if (!test.warning.empty()) {
        draw_warning(test.warning, width);
    }
    if (!test.deciles.empty()) {
        draw_deciles(test, width);
    } else {
        body_text("At least ten accounts with a known outcome, one of them won, make a picture of it.", width);
    }
    gap(4);
    body_text("Values are today's, not those of the day an account was won: what changes by winning (visits, contacts) flatters the score. "
              "The area under the curve (AUC) is " +
                  (test.auc ? one_decimal(*test.auc * 100) + " %." : std::string("not known.")),
              width);
}

} // namespace

void draw_backtest(Scene &scene, float width) {
    body_text("Hold the score against what happened: would it have told the accounts that were won from those that were lost?", width);
    const bool chosen = accounts_of(scene).columns.contains(policy_of(scene).column);
    draw_column_choice(scene, width);
    if (!chosen) {
        const std::optional<AccountColumnId> likely = likely_column(scene);
        gap(12);
        if (likely && button("##likely", "Use “" + accounts_of(scene).columns.at(*likely).name + "”",
                             {.icon = icon::wandSparkles, .look = Look::primary, .disabled = !scene.editable})) {
            choose_column(scene, *likely);
        }
        return;
    }
    draw_result(scene, width);
    draw_words(scene, std::min(width, 520.0F));
}

} // namespace fullcourt::ui
