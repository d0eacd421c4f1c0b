// Where the sides stand: how far their lists agree, what the room settles criterion by criterion, and who signs.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/row_values.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

// ---- The best of both

void draw_part(ImDrawList &list, const ImRect &box, const std::string &text, const ChipColours &colours) {
    if (box.GetWidth() >= 1) {
        list.AddRectFilled(box.Min, box.Max, colours.fill);
        draw_line(list, {{box.Min.x + 6, box.Min.y}, {box.Max.x - 4, box.Max.y}}, text,
                  {.size = type::tiny, .colour = colours.ink, .strong = true}, Align::middle);
    }
}

/// What is marketing's alone, what both have, what is of sales alone, by their lengths.
void draw_overlap(const SidesAgreement &agreement, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 28;
    const auto alone = static_cast<float>(agreement.best - agreement.shared);
    const auto shared = static_cast<float>(agreement.shared);
    const float unit = width / std::max(1.0F, 2 * alone + shared);
    const float first = at.x + alone * unit;
    const float second = first + shared * unit;
    const std::string own = std::to_string(agreement.best - agreement.shared);
    draw_part(list, {at, {first, at.y + height}}, own, palette().marketing);
    draw_part(list, {{first, at.y}, {second, at.y + height}}, std::to_string(agreement.shared), palette().bothSides);
    draw_part(list, {{second, at.y}, {at.x + width, at.y + height}}, own, palette().sales);
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    const ImRect words({at.x, at.y + height + 2}, {at.x + width, at.y + height + 20});
    draw_line(list, words, "Marketing's only", style);
    draw_line(list, words, "Among the " + std::to_string(agreement.best) + " best of both", style, Align::middle);
    draw_line(list, words, "Sales' only", style, Align::right);
    semantics::at(ImGui::GetID("##overlap"), {at, {at.x + width, at.y + height + 20}},
                  {.role = "img",
                   .name = "Of each side's " + std::to_string(agreement.best) + " best, both have " + std::to_string(agreement.shared) +
                           "; " + own + " are one side's alone"});
    ImGui::Dummy({width, height + 26});
}

void draw_differing(Scene &scene, std::uint32_t account, float width) {
    const Scores &marketing = scene.app.score_board().scores(Weights::marketing);
    const Scores &sales = scene.app.score_board().scores(Weights::sales);
    const std::string name = account_name(*scene.plan().accounts, account);
    const std::string value =
        "marketing " + std::string(tier_name(marketing.tier[account])) + ", sales " + std::string(tier_name(sales.tier[account]));
    const Row row = begin_row("differs-" + std::to_string(account), name, {.width = width, .height = 34, .value = value});
    if (row.clicked) {
        show_account(scene, account);
    }
    const float y = row.box.GetCenter().y;
    const float right = row.box.Max.x;
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y}, {right - 292, row.box.Max.y}}, name, {.size = type::small + 1});
    const auto draw_side = [&](float x, const std::string &side, std::uint32_t rank, Tier tier) {
        draw_line(*row.list, {{x, row.box.Min.y}, {x + 76, row.box.Max.y}}, side + " #" + std::to_string(rank),
                  {.size = type::tiny, .colour = palette().muted});
        draw_tier(*row.list, {x + 78, y}, tier);
    };
    draw_side(right - 284, "Marketing", marketing.rank[account], marketing.tier[account]);
    draw_side(right - 142, "Sales", sales.rank[account], sales.tier[account]);
}

/// Those that one of the sides has highest come first.
std::vector<std::uint32_t> differing_first(const SidesAgreement &agreement, const Scores &marketing, const Scores &sales,
                                           std::size_t most) {
    std::vector<std::uint32_t> rows = agreement.differ;
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()));
    const auto best = [&](std::uint32_t row) { return std::min(marketing.rank[row], sales.rank[row]); };
    std::partial_sort(rows.begin(), middle, rows.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return best(a) != best(b) ? best(a) < best(b) : a < b; });
    rows.erase(middle, rows.end());
    return rows;
}

void draw_agreement(Scene &scene, float width) {
    ScoreBoard &board = scene.app.score_board();
    body_heading("How far the lists agree");
    const SidesAgreement &agreement = board.agreement();
    spoken(agreement.best == 0 ? std::string("Both sides have to give weights first.") : agreement.sentence, {.strong = true}, width,
           "status");
    if (agreement.best == 0) {
        return;
    }
    gap(8);
    draw_overlap(agreement, width);
    constexpr std::size_t few = 6;
    const bool all = scene.scratch.folded["score-differing"];
    const std::size_t most = all ? 200 : few;
    for (const std::uint32_t row : differing_first(agreement, board.scores(Weights::marketing), board.scores(Weights::sales), most)) {
        draw_differing(scene, row, width);
    }
    gap(4);
    if (agreement.differ.size() > few && button("##all", all ? "Show the first few" : "Show all " + std::to_string(agreement.differ.size()),
                                                {.icon = all ? icon::chevronUp : icon::chevronDown, .look = Look::ghost})) {
        scene.scratch.folded["score-differing"] = !all;
    }
    if (const std::optional<double> tau = board.tau()) {
        gap(4);
        spoken("For those who ask: Kendall's τ-b of the two orders is " + to_text(std::round(*tau * 100) / 100) +
                   " (1 is the same order, 0 no connection, −1 the reverse).",
               {.size = type::small + 1, .colour = palette().muted}, width);
    }
}

// ---- Settling

struct Stand {
    CriterionId id;
    double marketing = 0;
    double sales = 0;
    double agreed = 0;
    double gap() const { return std::abs(marketing - sales); }
};

/// The widest gap first.
std::vector<Stand> stands_of(Scene &scene) {
    ScoreBoard &board = scene.app.score_board();
    const std::vector<CriterionId> ids = ordered(scoring_of(scene).criteria);
    std::vector<Stand> stands;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        stands.push_back({ids[i], board.shares(Weights::marketing)[i], board.shares(Weights::sales)[i], board.shares(Weights::agreed)[i]});
    }
    sort_stably(stands, [](const Stand &a, const Stand &b) { return a.gap() > b.gap(); });
    return stands;
}

void draw_initial(const char *initial, const ImVec2 &centre, const ChipColours &colours) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(centre, 9, colours.fill);
    draw_line(list, {{centre.x - 9, centre.y - 9}, {centre.x + 9, centre.y + 9}}, initial,
              {.size = 11, .colour = colours.ink, .strong = true}, Align::middle);
}

/// Both sides' shares on a line from 0 to `most`, joined where they differ, and a tick where the score stands.
void draw_stand(const Stand &stand, double most, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float y = box.GetCenter().y;
    const auto x = [&](double share) { return box.Min.x + 10 + (box.GetWidth() - 20) * static_cast<float>(share / most); };
    list.AddLine({x(0), y}, {x(most), y}, palette().line, 2);
    constexpr double wide = 0.05;
    list.AddLine({x(stand.marketing), y}, {x(stand.sales), y}, stand.gap() >= wide ? palette().warning : palette().edge, 4);
    list.AddRectFilled({x(stand.agreed) - 1, y - 13}, {x(stand.agreed) + 1, y + 13}, palette().text);
    const bool close = std::abs(x(stand.marketing) - x(stand.sales)) < 18;
    draw_initial("M", {x(stand.marketing), y - (close ? 9.0F : 0.0F)}, palette().marketing);
    draw_initial("S", {x(stand.sales), y + (close ? 9.0F : 0.0F)}, palette().sales);
}

constexpr float settleEach = 64; // "Marketing" stands over the first
constexpr float settleWidth = 3 * (settleEach + 4) + 40;
constexpr float scoreSidesNameWidth = 172;
constexpr float scoreSidesCountsWidth = 88;

void draw_settling_buttons(Scene &scene, const Stand &stand, const std::string &name, const ImVec2 &at) {
    const Criterion &criterion = scoring_of(scene).criteria.at(stand.id);
    const auto settle = [&](const char *id, const std::string &label, double share, float width) {
        const double rounded = std::round(share * 1000) / 1000;
        if (button(id, label,
                   {.width = width,
                    .disabled = !scene.editable || criterion.settled == rounded,
                    .tooltip = "Settles “" + name + "” at " + percent(rounded),
                    .description = name + " at " + percent(rounded)})) {
            scene.edit(settle_share(scene.plan(), stand.id, rounded));
        }
    };
    ImGui::SetCursorScreenPos(at);
    if (percent(stand.marketing) == percent(stand.sales)) {
        settle("##both", "Both " + percent(stand.marketing), stand.marketing, 3 * settleEach + 8);
    } else {
        settle("##marketing", percent(stand.marketing), stand.marketing, settleEach);
        ImGui::SameLine(0, 4);
        settle("##between", percent((stand.marketing + stand.sales) / 2), (stand.marketing + stand.sales) / 2, settleEach);
        ImGui::SameLine(0, 4);
        settle("##sales", percent(stand.sales), stand.sales, settleEach);
    }
    if (criterion.settled) {
        ImGui::SameLine(0, 4);
        if (icon_button("##open", icon::lockOpen, "Open “" + name + "” again", {.disabled = !scene.editable})) {
            scene.edit(settle_share(scene.plan(), stand.id, std::nullopt));
        }
    }
}

/// Where there is little room beside the name, the shares stand under it.
bool shares_stand_below(float width) {
    constexpr float least = 140;
    return width - scoreSidesNameWidth - settleWidth - scoreSidesCountsWidth < least;
}

void draw_settling(Scene &scene, const Stand &stand, double most, float width) {
    const Criterion &criterion = scoring_of(scene).criteria.at(stand.id);
    const std::string name = criterion_name(scene, stand.id);
    const bool below = shares_stand_below(width);
    const float nameHeight = below ? 32 : 46;
    const float height = below ? 76 : 46;
    ImGui::PushID(stand.id.text.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const semantics::Group group(
        "stand", {at, {at.x + width, at.y + height}},
        {.role = "group",
         .name = "Settle " + name,
         .value = "marketing " + percent(stand.marketing) + ", sales " + percent(stand.sales) + ", counts " + percent(stand.agreed)});
    const float right = at.x + width - settleWidth;
    const float end = right - scoreSidesCountsWidth;
    draw_line(list, {{at.x + 12, at.y}, {below ? end : at.x + scoreSidesNameWidth, at.y + nameHeight}}, name,
              {.size = type::small + 1, .strong = true});
    draw_stand(stand, most,
               below ? ImRect({at.x + 11, at.y + nameHeight - 6}, {end, at.y + height - 2})
                     : ImRect({at.x + scoreSidesNameWidth + 4, at.y}, {end, at.y + height}));
    if (criterion.settled) {
        draw_icon(list, {right - scoreSidesCountsWidth + 10, at.y + height / 2}, icon::lock, 13, palette().muted);
    }
    draw_line(list, {{right - scoreSidesCountsWidth + 18, at.y}, {right - 12, at.y + height}}, percent(stand.agreed),
              {.size = type::small + 1, .strong = true}, Align::right);
    draw_settling_buttons(scene, stand, name, {right, at.y + (height - controlHeight) / 2});
    hairline_across(list, at.x, at.x + width, at.y + height);
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + height + 2});
    ImGui::Dummy({width, 0});
}

void draw_all_settling(Scene &scene, float width) {
    body_heading("Settle it, criterion by criterion", "the widest difference first");
    body_text("Take what marketing says, the middle, or what sales says. What is settled stands; the open criteria divide the rest.",
              width);
    const std::vector<Stand> stands = stands_of(scene);
    double most = 0.05;
    for (const Stand &stand : stands) {
        most = std::max({most, stand.marketing, stand.sales, stand.agreed});
    }
    const float names = scoreSidesNameWidth - 8;
    const float shares = width - scoreSidesNameWidth - settleWidth - scoreSidesCountsWidth;
    const std::string sides = "Shares of both sides, 0 to " + percent(most, 0);
    const bool below = shares_stand_below(width);
    const std::array heads = {below ? ColumnHead{sides, names + shares} : ColumnHead{"Criterion", names},
                              below ? ColumnHead{} : ColumnHead{sides, shares},
                              ColumnHead{"Counts", scoreSidesCountsWidth - 8, Align::right},
                              ColumnHead{{}, 6}, // so that each stands over the middle of its buttons
                              ColumnHead{"Marketing", settleEach + 4, Align::middle},
                              ColumnHead{"Middle", settleEach + 4, Align::middle},
                              ColumnHead{"Sales", settleEach + 4, Align::middle}};
    column_heads(heads);
    for (const Stand &stand : stands) {
        draw_settling(scene, stand, most, width);
    }
}

// ---- Signatures

std::string state_words(SignatureState state) {
    switch (state) {
    case SignatureState::none: return "Not signed yet.";
    case SignatureState::valid: return "Signed";
    case SignatureState::toConfirm: return "The model was changed since, but no account moved to another tier: one line confirms it.";
    case SignatureState::voided: return "Accounts moved to another tier since: the signature no longer holds.";
    }
    return {};
}

void draw_state(SignatureState state, const ScoringSignature *signature, float width) {
    const bool valid = state == SignatureState::valid;
    std::string words = state_words(state);
    if (signature != nullptr) {
        const std::string who = "by " + (signature->by.empty() ? std::string("somebody") : signature->by) +
                                (signature->on.empty() ? "" : " on " + date_words(signature->on));
        words = valid ? words + " " + who + "." : "Signed " + who + ". " + words;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(*ImGui::GetWindowDrawList(), {at.x + 8, at.y + 10},
              valid                           ? icon::circleCheck
              : state == SignatureState::none ? icon::circle
                                              : icon::triangleAlert,
              16,
              valid                           ? palette().good
              : state == SignatureState::none ? palette().muted
                                              : palette().warning);
    ImGui::SetCursorScreenPos({at.x + 24, at.y});
    spoken(words, {.size = type::small + 1, .colour = valid ? palette().good : palette().text}, width - 24, "status");
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    if (signature != nullptr && !signature->dissent.empty()) {
        gap(4);
        spoken("Would have had it otherwise: " + signature->dissent, {.size = type::small + 1, .colour = palette().muted}, width);
    }
}

/// The same hand under the model as it is now: who and what they would have had otherwise stay.
void draw_confirmation(Scene &scene, Side side, const ScoringSignature &signature) {
    ScoreBoard &board = scene.app.score_board();
    const std::string name(side_name(side));
    const std::string who = signature.by.empty() ? name : signature.by;
    if (button("##confirm", "Confirm for " + who, {.icon = icon::check, .look = Look::primary, .disabled = !scene.editable})) {
        ScoringSignature confirmed = signature;
        confirmed.on = to_text(platform::today());
        confirmed.model = board.model_digest();
        confirmed.tiers = board.tiers_digest();
        scene.edit(confirm_scoring(scene.plan(), side, confirmed));
    }
    ImGui::SameLine(0, 8);
}

void draw_signing(Scene &scene, Side side, const std::string &name, float width) {
    ScoreBoard &board = scene.app.score_board();
    Draft &by = added_draft(scene, "sign-" + name);
    ImGui::BeginChild("##by", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##name", "Who signs for " + lowered(name), by.text,
               {.hint = "Who signs", .size = type::small + 1, .disabled = !scene.editable});
    ImGui::EndChild();
    gap(6);
    Draft &dissent = added_draft(scene, "dissent-" + name);
    ImGui::BeginChild("##dissent", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##text", name + " would have had otherwise", dissent.text,
               {.hint = "What it objects to (may stay empty)", .size = type::small + 1, .disabled = !scene.editable});
    ImGui::EndChild();
    gap(8);
    if (button("##sign", "Sign for " + lowered(name), {.icon = icon::pencil, .disabled = !scene.editable || trimmed(by.text).empty()})) {
        scene.edit(sign_scoring(
            scene.plan(), side,
            ScoringSignature{by.text, to_text(platform::today()), dissent.text, board.tiers_digest(), board.model_digest(), {}}));
        by = {};
        dissent = {};
    }
}

void draw_signature(Scene &scene, Side side, float width) {
    const ScoringSignature *signature = find(scoring_of(scene).signatures, side);
    const SignatureState state = scene.app.score_board().signature(side);
    const std::string name = side == Side::marketing ? "Marketing" : "Sales";
    ImGui::PushID(name.c_str());
    line(name, {.strong = true});
    gap(4);
    draw_state(state, signature, width);
    gap(8);
    if (state != SignatureState::valid) {
        if (state == SignatureState::toConfirm && signature != nullptr) {
            draw_confirmation(scene, side, *signature);
        } else {
            draw_signing(scene, side, name, width);
            ImGui::SameLine(0, 8);
        }
    }
    if (signature != nullptr && button("##unsign", "Take it back", {.look = Look::ghost, .disabled = !scene.editable})) {
        scene.edit(sign_scoring(scene.plan(), side, std::nullopt));
    }
    ImGui::NewLine();
    ImGui::PopID();
}

} // namespace

void draw_signatures(Scene &scene, float width) {
    body_heading("Signatures", "under the model and the account list");
    draw_two(
        width, [&](float half) { draw_signature(scene, Side::marketing, half); },
        [&](float half) { draw_signature(scene, Side::sales, half); });
}

void draw_score_sides(Scene &scene, float width) {
    draw_agreement(scene, width);
    draw_all_settling(scene, width);
    draw_signatures(scene, width);
}

} // namespace fullcourt::ui
