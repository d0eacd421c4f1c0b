// How tiers are cut, which are set by hand and why, and each quarter's frozen list with what became of it.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/frozen_lists.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

// ---- How many are where

void draw_counts(Scene &scene, float width) {
    const Scores &scores = scene.app.score_board().scores(Weights::agreed);
    const auto count = [&](Tier tier) { return static_cast<std::size_t>(std::count(scores.tier.begin(), scores.tier.end(), tier)); };
    const auto low = static_cast<std::size_t>(std::count(scores.reason.begin(), scores.reason.end(), TierReason::lowConfidence));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    float x = at.x;
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none}) {
        const std::string number = std::to_string(count(tier));
        const TextStyle big{.size = type::heading, .strong = true};
        const float wide = text_size(number, big).x;
        draw_line(list, {{x, at.y}, {x + wide + 2, at.y + 32}}, number, big);
        const float label = draw_tier(list, {x + wide + 10, at.y + 17}, tier);
        const std::string name = tier == Tier::none ? "No tier" : std::string(tier_name(tier));
        semantics::at(ImGui::GetID(("##count-" + name).c_str()), {{x, at.y}, {x + wide + label + 10, at.y + 32}},
                      {.role = "text", .name = name, .value = number});
        x += wide + label + 44;
    }
    ImGui::Dummy({width, 38});
    if (low > 0) {
        body_text(counted(low, "account is", "accounts are") +
                      " good enough for 1:1, but too little is known of them: they are in 1:few until somebody finds out more.",
                  width);
    }
}

// ---- The cut

void draw_number(Scene &scene, const char *id, const std::string &label, double value, double most, float width,
                 const std::function<void(TierPolicy &, double)> &set) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float field = 84;
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width - field - 8, at.y + controlHeight}}, label, {.size = type::small + 1});
    ImGui::SetCursorScreenPos({at.x + width - field, at.y});
    const auto typed = draft_field(id, label, scene.scratch.drafts["tiers|" + label], label, to_text(value),
                                   {.width = field, .size = type::small + 1, .disabled = !scene.editable});
    const std::optional<double> number = typed ? parse_number(trimmed(*typed)) : std::nullopt;
    if (number && *number >= 0 && *number <= most) {
        TierPolicy next = scoring_of(scene).tiers;
        set(next, *number);
        scene.edit(set_tier_policy(scene.plan(), next));
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 6});
    ImGui::Dummy({width, 0});
}

void draw_as_of(Scene &scene, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float field = 124;
    const std::string label = "Ages are counted from (empty: today)";
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width - field - 8, at.y + controlHeight}}, label, {.size = type::small + 1});
    ImGui::SetCursorScreenPos({at.x + width - field, at.y});
    const auto typed = date_draft(scene, label, "as-of", scoring_of(scene).tiers.asOf,
                                  {.width = field, .size = type::small + 1, .disabled = !scene.editable});
    if (typed) {
        TierPolicy next = scoring_of(scene).tiers;
        next.asOf = *typed;
        scene.edit(set_tier_policy(scene.plan(), next));
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 6});
    draw_unread_date(scene, label, "as-of", width);
    ImGui::Dummy({width, 0});
}

void draw_cut(Scene &scene, float width) {
    body_heading("How tiers are cut");
    const TierPolicy &policy = scoring_of(scene).tiers;
    const std::array<std::string, 2> methods = {"By capacity", "By score"};
    ImGui::BeginChild("##method", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##by", "How tiers are cut", methods, static_cast<int>(policy.method))) {
        TierPolicy changed = policy;
        changed.method = static_cast<TierMethod>(*picked);
        scene.edit(set_tier_policy(scene.plan(), changed));
    }
    ImGui::EndChild();
    gap(8);
    constexpr double many = 1'000'000;
    if (policy.method == TierMethod::capacity) {
        draw_number(scene, "##one", "1:1: how many of the best", policy.oneToOne, many, width,
                    [](TierPolicy &next, double value) { next.oneToOne = static_cast<int>(value); });
        draw_number(scene, "##few", "1:few: how many next", policy.oneToFew, many, width,
                    [](TierPolicy &next, double value) { next.oneToFew = static_cast<int>(value); });
    } else {
        draw_number(scene, "##one-from", "1:1 from a score of", policy.oneToOneFrom, 100, width,
                    [](TierPolicy &next, double value) { next.oneToOneFrom = value; });
        draw_number(scene, "##few-from", "1:few from a score of", policy.oneToFewFrom, 100, width,
                    [](TierPolicy &next, double value) { next.oneToFewFrom = value; });
    }
    draw_number(scene, "##many-from", "1:many from a score of", policy.oneToManyFrom, 100, width,
                [](TierPolicy &next, double value) { next.oneToManyFrom = value; });
    draw_number(scene, "##confidence", "1:1: share that must be known, %", std::round(policy.confidence * 100), 100, width,
                [](TierPolicy &next, double value) { next.confidence = value / 100; });
    draw_as_of(scene, width);
    body_text("Published capacities differ widely (1:1 from 5 to 50 accounts, 1:few from 20 to 500): what your people can serve decides.",
              width);
}

// ---- By hand

void draw_by_hand(Scene &scene, float width) {
    body_heading("Set by hand", "over the score, each with its reason");
    ScoreBoard &board = scene.app.score_board();
    const Scores &scores = board.scores(Weights::agreed);
    const TierPolicy &policy = scoring_of(scene).tiers;
    for (const TierByHand &hand : board.values().byHand) {
        const std::string name = account_name(accounts_of(scene), hand.row);
        const AccountId id(std::string(accounts_of(scene).table.key(hand.row)));
        const AccountMark &mark = accounts_of(scene).marks.at(id);
        const Tier scored = tier_by_score(policy, scores.q[hand.row], scores.rank[hand.row]);
        const std::string reason = mark.reason.empty() ? "no reason given" : mark.reason;
        const Row row = begin_row("hand-" + id.text, name,
                                  {.width = width, .height = 44, .value = std::string(tier_name(hand.tier)), .description = reason});
        if (row.clicked) {
            show_account(scene, hand.row);
        }
        draw_line(*row.list, {{row.box.Min.x + 10, row.box.Min.y + 2}, {row.box.Max.x - 170, row.box.Min.y + 24}}, name,
                  {.size = type::small + 1, .strong = true});
        draw_line(*row.list, {{row.box.Min.x + 10, row.box.Min.y + 22}, {row.box.Max.x - 170, row.box.Max.y - 2}}, reason,
                  {.size = type::tiny, .colour = mark.reason.empty() ? palette().warning : palette().muted});
        const float y = row.box.GetCenter().y;
        draw_tier(*row.list, {row.box.Max.x - 160, y}, scored);
        draw_icon(*row.list, {row.box.Max.x - 88, y}, icon::arrowRight, 14, palette().muted);
        draw_tier(*row.list, {row.box.Max.x - 72, y}, hand.tier);
    }
    if (board.values().byHand.empty()) {
        body_text("None. An account's details let you set its tier by hand, with a reason that both sides can read.", width);
    }
}

// ---- Frozen lists

std::string account_named(const Scene &scene, const AccountId &id) {
    const std::optional<std::uint32_t> row = scene.app.score_board().row_of(id.text);
    return row ? account_name(accounts_of(scene), *row) : id.text;
}

void draw_moves(Scene &scene, const std::string &title, const std::vector<ListMove> &moves, float width) {
    if (moves.empty()) {
        return;
    }
    gap(8);
    line(title + "  " + std::to_string(moves.size()), {.size = type::small, .colour = palette().muted, .strong = true});
    gap(4);
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, moves.size()); ++i) {
        const ListMove &move = moves[i];
        const std::string name = account_named(scene, move.account);
        const Row row = begin_row(
            title + move.account.text, name,
            {.width = width, .height = 30, .value = std::string(tier_name(move.from)) + " to " + std::string(tier_name(move.to))});
        const std::optional<std::uint32_t> found = row.clicked ? scene.app.score_board().row_of(move.account.text) : std::nullopt;
        if (found) {
            show_account(scene, *found);
        }
        const float y = row.box.GetCenter().y;
        draw_line(*row.list, {{row.box.Min.x + 10, row.box.Min.y}, {row.box.Max.x - 170, row.box.Max.y}}, name, {.size = type::small + 1});
        draw_tier(*row.list, {row.box.Max.x - 160, y}, move.from);
        draw_icon(*row.list, {row.box.Max.x - 88, y}, icon::arrowRight, 14, palette().muted);
        draw_tier(*row.list, {row.box.Max.x - 72, y}, move.to);
    }
    if (moves.size() > most) {
        body_text("And " + std::to_string(moves.size() - most) + " more.", width);
    }
}

/// What became of a list up to now, kept as long as nothing changes.
const ListDifference &difference_of(Scene &scene, const FrozenListId &from, const FrozenListId &to) {
    ScoreScratch::Kept<ListDifference> &kept = scene.scratch.score.listDifference;
    const std::string key = plan_key(scene) + "|" + from.text + "|" + to.text;
    if (kept.key != key) {
        kept.key = key;
        const FrozenList *later = find(scoring_of(scene).lists, to);
        kept.value = list_difference(
            scoring_of(scene).lists.at(from),
            later != nullptr ? *later : freeze(accounts_of(scene), scene.app.score_board().scores(Weights::agreed), {}, {}));
    }
    return kept.value;
}

void draw_list_row(Scene &scene, const FrozenListId &id, const FrozenList &frozen, float width) {
    std::string &picked = scene.scratch.picks["frozen"];
    const std::string counts = std::to_string(frozen.oneToOne.size()) + " in 1:1, " + std::to_string(frozen.oneToFew.size()) +
                               " in 1:few, " + std::to_string(frozen.oneToMany.size()) + " in 1:many";
    const Row row =
        begin_row("frozen-" + id.text, frozen.name,
                  {.width = width, .height = 44, .chosen = picked == id.text, .value = counts, .description = date_words(frozen.on)});
    if (row.clicked) {
        picked = id.text;
    }
    draw_icon(*row.list, {row.box.Min.x + 18, row.box.GetCenter().y}, icon::lock, 14, palette().muted);
    draw_line(*row.list, {{row.box.Min.x + 34, row.box.Min.y + 2}, {row.box.Max.x - 120, row.box.Min.y + 24}}, frozen.name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 34, row.box.Min.y + 22}, {row.box.Max.x - 10, row.box.Max.y - 2}}, counts,
              {.size = type::tiny, .colour = palette().muted});
    draw_line(*row.list, {{row.box.Max.x - 120, row.box.Min.y + 2}, {row.box.Max.x - 10, row.box.Min.y + 24}}, short_date_words(frozen.on),
              {.size = type::tiny, .colour = palette().muted}, Align::right);
}

void draw_since(Scene &scene, const FrozenListId &id, float width) {
    const std::vector<FrozenListId> ids = ordered(scoring_of(scene).lists);
    std::vector<std::string> names = {"The list as it is now"};
    std::vector<FrozenListId> others = {FrozenListId()};
    for (const FrozenListId &other : ids) {
        if (!(other == id)) {
            names.push_back(scoring_of(scene).lists.at(other).name);
            others.push_back(other);
        }
    }
    std::string &against = scene.scratch.picks["frozen-against"];
    int chosen = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        chosen = others[i].text == against ? static_cast<int>(i) : chosen;
    }
    gap(12);
    line("Since " + scoring_of(scene).lists.at(id).name + ", compared with", {.size = type::small, .colour = palette().muted});
    gap(4);
    ImGui::BeginChild("##against", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##other", "Compared with", names, chosen)) {
        against = others[static_cast<std::size_t>(*picked)].text;
    }
    ImGui::EndChild();
    const ListDifference &difference = difference_of(scene, id, others[static_cast<std::size_t>(chosen)]);
    gap(8);
    spoken(difference.sentence, {.strong = true}, width, "status");
    draw_moves(scene, "Came", difference.came, width);
    draw_moves(scene, "Went", difference.went, width);
    draw_moves(scene, "Moved", difference.moved, width);
    gap(8);
    if (button("##thaw", "Delete this frozen list", {.icon = icon::trash2, .look = Look::ghost, .disabled = !scene.editable})) {
        scene.edit(remove_frozen_lists(scene.plan(), {id}));
    }
}

/// "2026-Q4", or "2026-Q4 (2)" where a list has that name already.
std::string free_name(const Scene &scene, const std::string &name) {
    const auto is_taken = [&](const std::string &wanted) {
        const Collection<FrozenList> &lists = scoring_of(scene).lists;
        return std::any_of(lists.begin(), lists.end(), [&](const auto &list) { return list.second.name == wanted; });
    };
    std::string free = name;
    for (std::size_t i = 2; is_taken(free); ++i) {
        free = name + " (" + std::to_string(i) + ")";
    }
    return free;
}

void draw_freezing(Scene &scene, float width) {
    Draft &draft = added_draft(scene, "freeze");
    const std::string today = to_text(platform::today());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string freezes = "Freeze the list";
    const float field = width - 8 - button_width(freezes, true);
    const std::string hint = free_name(scene, quarter_name(today));
    text_field("##freeze-name", "Name of the frozen list", draft.text,
               {.hint = hint.c_str(), .width = field, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SetCursorScreenPos({at.x + field + 8, at.y});
    if (button("##freeze", freezes, {.icon = icon::lock, .disabled = !scene.editable})) {
        const std::string name(trimmed(draft.text).empty() ? hint : std::string(trimmed(draft.text)));
        std::vector<FrozenListId> made;
        scene.edit(freeze_list(scene.plan(), freeze(accounts_of(scene), scene.app.score_board().scores(Weights::agreed), name, today),
                               scene.app.bits(), &made));
        draft = {};
        if (!made.empty()) {
            scene.scratch.picks["frozen"] = made.front().text;
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 8});
    ImGui::Dummy({width, 0});
}

void draw_frozen(Scene &scene, float width) {
    body_heading("Frozen lists", "a quarter's agreed accounts");
    draw_freezing(scene, width);
    const Collection<FrozenList> &lists = scoring_of(scene).lists;
    if (lists.empty()) {
        body_text("Freeze the list when the quarter begins: later this says who came, who went and who moved.", width);
        return;
    }
    for (const FrozenListId &id : ordered(lists)) {
        draw_list_row(scene, id, lists.at(id), width);
    }
    const std::string &picked = scene.scratch.picks["frozen"];
    const FrozenListId chosen = lists.contains(FrozenListId(picked)) ? FrozenListId(picked) : ordered(lists).back();
    draw_since(scene, chosen, width);
}

} // namespace

void draw_score_tiers(Scene &scene, float width) {
    draw_counts(scene, width);
    draw_two(
        width,
        [&](float half) {
            draw_cut(scene, half);
            draw_by_hand(scene, half);
        },
        [&](float half) { draw_frozen(scene, half); }, leastColumn);
}

} // namespace fullcourt::ui
