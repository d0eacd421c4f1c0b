// What the model gets wrong about the accounts that people know, why, and the smallest change that gets most right.
#include <algorithm>
#include <cmath>

#include "analysis/row_values.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/calibration_parts.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

/// Shares that the proposal changes by enough to be seen.
std::vector<std::size_t> changed_shares(const std::vector<double> &now, const SharesProposal &proposal) {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (std::abs(now[i] - proposal.shares[i]) > 1e-6) {
            changed.push_back(i);
        }
    }
    return changed;
}

/// Only what changes is settled: the open criteria go on dividing the rest as before.
void accept(Scene &scene, const SharesProposal &proposal) {
    const std::vector<CriterionId> ids = ordered(scene.plan().scoring->criteria);
    std::map<CriterionId, double> shares;
    for (const std::size_t i : changed_shares(scene.app.score_board().shares(Weights::agreed), proposal)) {
        shares[ids[i]] = proposal.shares[i];
    }
    scene.edit(settle_shares(scene.plan(), shares, "Set the weights by the known accounts"));
}

std::string verdict_of(const Calibration &calibration) {
    if (calibration.pairs == 0) {
        return "Place a few accounts at different levels, and this says how well the score agrees with you.";
    }
    const std::string pairs = std::to_string(calibration.right) + " of " + counted(calibration.pairs, "pair", "pairs");
    return calibration.right == calibration.pairs ? "The score puts all " + counted(calibration.pairs, "pair", "pairs") + " in your order."
                                                  : "The score puts " + pairs + " in your order.";
}

void draw_part_right(const Calibration &calibration, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().pressed, 4);
    const auto part = [&](std::size_t count) {
        return box.Min.x + box.GetWidth() * static_cast<float>(count) / static_cast<float>(std::max<std::size_t>(1, calibration.pairs));
    };
    if (calibration.proposal) {
        list.AddRectFilled(box.Min, {part(calibration.proposal->right), box.Max.y}, palette().fullness[1], 4);
    }
    list.AddRectFilled(box.Min, {part(calibration.right), box.Max.y}, palette().accent, 4);
}

void draw_proposal_line(Scene &scene, const Calibration &calibration, float width) {
    const std::string label = "Accept the change";
    const float wide = button_width(label, true);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    spoken(calibration.proposal->sentence, {.size = type::small + 1}, width - wide - 20);
    const float bottom = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({at.x + width - wide, at.y - 4});
    if (button("##accept", label,
               {.icon = icon::check,
                .look = Look::primary,
                .disabled = !scene.editable,
                .tooltip = "Settles these shares in one step, which undo takes back."})) {
        accept(scene, *calibration.proposal);
    }
    ImGui::SetCursorScreenPos({at.x, std::max(bottom, at.y + controlHeight)});
    ImGui::Dummy({width, 0});
}

void draw_wrong_pairs(Scene &scene, const Calibration &calibration, float width) {
    body_heading("What the score gets wrong");
    constexpr std::size_t most = 6;
    if (calibration.wrongPairs.empty()) {
        body_text(calibration.pairs == 0 ? "Nothing to compare yet." : "Nothing: every pair stands as you placed it.", width);
    }
    for (std::size_t i = 0; i < std::min(most, calibration.wrongPairs.size()); ++i) {
        const WrongPair &pair = calibration.wrongPairs[i];
        const float height = wrapped_height(pair.sentence, {.size = type::small + 1}, width - 20) + 12;
        const Row row = begin_row("wrong-" + std::to_string(i), pair.sentence, {.width = width, .height = height});
        draw_wrapped(*row.list, {row.box.Min.x + 10, row.box.Min.y + 6}, pair.sentence, {.size = type::small + 1}, width - 20);
        if (row.clicked) {
            scene.scratch.score.comparedWith = scene.plan().accounts->table.key(pair.below);
            show_account(scene, static_cast<std::uint32_t>(pair.above));
        }
    }
    if (calibration.wrongPairs.size() > most) {
        gap(4);
        body_text("And " + std::to_string(calibration.wrongPairs.size() - most) + " more pairs.", width);
    }
}

void draw_blamed(const Scene &scene, const Calibration &calibration, float width) {
    body_heading("By which criteria", "which speak most for the wrong one");
    const std::size_t most = calibration.blamed.empty() ? 1 : calibration.blamed.front().pairs;
    float names = 0; // the bars leave them the room they need
    for (const BlamedCriterion &blamed : calibration.blamed) {
        names = std::max(names, text_size(criterion_name(scene, blamed.criterion), {.size = type::small + 1}).x + 8);
    }
    names = std::clamp(names, width * 0.3F, width * 0.6F);
    for (const BlamedCriterion &blamed : calibration.blamed) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const std::string name = criterion_name(scene, blamed.criterion);
        const std::string pairs = counted(blamed.pairs, "pair", "pairs");
        draw_line(list, {at, {at.x + names, at.y + 26}}, name, {.size = type::small + 1});
        const float bar = (width - names - 70) * static_cast<float>(blamed.pairs) / static_cast<float>(most);
        list.AddRectFilled({at.x + names + 4, at.y + 9}, {at.x + names + 4 + bar, at.y + 17}, palette().warning, 2);
        draw_line(list, {{at.x + width - 62, at.y}, {at.x + width, at.y + 26}}, pairs, {.size = type::small, .colour = palette().muted},
                  Align::right);
        semantics::at(ImGui::GetID(("##blamed-" + blamed.criterion.text).c_str()), {at, {at.x + width, at.y + 26}},
                      {.role = "text", .name = name, .value = pairs});
        ImGui::Dummy({width, 26});
    }
    if (calibration.blamed.empty()) {
        body_text("None so far.", width);
    }
}

void draw_share_change(const std::string &name, double now, double then, double most, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    constexpr float height = 30;
    const float names = std::min(200.0F, width * 0.36F);
    constexpr float numbers = 118;
    const ImRect bar({at.x + names, at.y + 8}, {at.x + width - numbers - 8, at.y + height - 8});
    const auto x = [&](double share) { return bar.Min.x + bar.GetWidth() * static_cast<float>(share / most); };
    const bool changes = percent_in_column(now) != percent_in_column(then);
    draw_line(list, {at, {at.x + names - 8, at.y + height}}, name, {.size = type::small + 1, .strong = changes});
    list.AddRectFilled({bar.Min.x, bar.Min.y}, {x(now), bar.Min.y + 6}, palette().edge, 2);
    list.AddRectFilled({bar.Min.x, bar.Max.y - 6}, {x(then), bar.Max.y}, palette().accent, 2);
    const std::string words = changes ? percent_in_column(now) + " → " + percent_in_column(then) : percent_in_column(now);
    draw_line(list, {{at.x + width - numbers, at.y}, {at.x + width, at.y + height}}, words,
              {.size = type::small, .colour = changes ? palette().text : palette().muted, .strong = changes}, Align::right);
    semantics::at(ImGui::GetID(("##share-" + name).c_str()), {at, {at.x + width, at.y + height}},
                  {.role = "text", .name = name, .value = words});
    ImGui::Dummy({width, height});
}

void draw_proposal(Scene &scene, const Calibration &calibration, float width) {
    const SharesProposal &proposal = *calibration.proposal;
    body_heading("The smallest change that was found", "grey as it is, coloured as proposed; nothing changes until you accept");
    const std::vector<CriterionId> ids = ordered(scene.plan().scoring->criteria);
    const std::vector<double> &now = scene.app.score_board().shares(Weights::agreed);
    double most = 0.01;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        most = std::max({most, now[i], proposal.shares[i]});
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        draw_share_change(criterion_name(scene, ids[i]), now[i], proposal.shares[i], most, width);
    }
    const std::vector<TierChange> &changes = scene.scratch.score.calibration.changes;
    body_heading("What it would do to the whole list", sentence_of(changes));
    draw_tier_changes(scene, changes, 6, width);
}

} // namespace

void draw_calibration_verdict(Scene &scene, const Calibration &calibration, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string verdict = verdict_of(calibration);
    paragraph(verdict, {.strong = true}, width);
    semantics::at(ImGui::GetID("##verdict"), {at, {at.x + width, at.y + 20}}, {.role = "status", .name = verdict});
    gap(6);
    if (calibration.pairs == 0) {
        return;
    }
    const ImVec2 bar = ImGui::GetCursorScreenPos();
    draw_part_right(calibration, {bar, {bar.x + width, bar.y + 8}});
    ImGui::Dummy({width, 16});
    if (calibration.proposal) {
        draw_proposal_line(scene, calibration, width);
    } else if (calibration.right < calibration.pairs) {
        body_text("No change of the weights was found that gets more right: then a criterion is missing, or a scale is wrong.", width);
    }
}

void draw_calibration_reasons(Scene &scene, const Calibration &calibration, float width) {
    draw_two(
        width, [&](float half) { draw_wrong_pairs(scene, calibration, half); }, [&](float half) { draw_blamed(scene, calibration, half); });
    if (calibration.proposal) {
        draw_proposal(scene, calibration, width);
    }
}

} // namespace fullcourt::ui
