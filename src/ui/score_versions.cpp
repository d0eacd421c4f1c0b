// Versions of the score: kept by name, looked at, compared over the whole list, brought back.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/row_values.h"
#include "analysis/score_versions.h"
#include "base/date_words.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

void draw_keeping(Scene &scene, float width) {
    Draft &name = added_draft(scene, "version-name");
    Draft &note = added_draft(scene, "version-note");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string label = "Keep this version";
    const float wide = button_width(label, true);
    const float first = std::min(200.0F, (width - wide - 16) * 0.4F);
    const float second = width - wide - first - 16;
    text_field("##name", "Name of the version", name.text,
               {.hint = "Name: Spring workshop", .width = first, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SetCursorScreenPos({at.x + first + 8, at.y});
    text_field("##note", "Note on the version", note.text,
               {.hint = "Why it is kept (may stay empty)", .width = second, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SetCursorScreenPos({at.x + width - wide, at.y});
    if (button("##keep", label, {.icon = icon::save, .disabled = !scene.editable || trimmed(name.text).empty()})) {
        std::vector<ScoreVersionId> made;
        scene.edit(keep_score_version(scene.plan(), name.text, note.text, to_text(platform::today()), scene.app.bits(), &made));
        name = {};
        note = {};
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 10});
    ImGui::Dummy({width, 0});
}

void draw_version(Scene &scene, const ScoreVersionId &id, const ScoreVersion &version, float width) {
    std::string &picked = scene.scratch.picks["score-version"];
    const std::string words = short_date_words(version.on) + (version.note.empty() ? std::string() : "   " + on_one_line(version.note));
    const std::string back = "Bring back";
    const float wide = button_width(back, true) + 40;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(id.text.c_str());
    const Row row = begin_row("version", version.name,
                              {.width = width - wide - 8,
                               .height = 48,
                               .groundWidth = width,
                               .chosen = picked == id.text,
                               .value = date_words(version.on),
                               .description = version.note});
    const ImVec2 after = ImGui::GetCursorScreenPos();
    if (row.clicked) {
        picked = id.text;
    }
    draw_icon(*row.list, {row.box.Min.x + 18, row.box.GetCenter().y}, icon::history, 15, palette().muted);
    draw_line(*row.list, {{row.box.Min.x + 36, row.box.Min.y + 3}, {row.box.Max.x - 110, row.box.Min.y + 26}}, version.name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 36, row.box.Min.y + 24}, {row.box.Max.x - 10, row.box.Max.y - 3}}, words,
              {.size = type::tiny, .colour = palette().muted});
    draw_line(*row.list, {{row.box.Max.x - 110, row.box.Min.y + 3}, {row.box.Max.x - 10, row.box.Min.y + 26}},
              counted(version.criteria.size(), "criterion", "criteria"), {.size = type::tiny, .colour = palette().muted}, Align::right);
    ImGui::SetCursorScreenPos({at.x + width - wide, at.y + 8});
    const bool same = version.criteria == scoring_of(scene).criteria && version.tiers == scoring_of(scene).tiers;
    if (button("##back", back,
               {.icon = icon::rotateCcw,
                .disabled = !scene.editable || same,
                .tooltip = "Criteria, weights and tiers become those of this version, in one step of undo.",
                .description = version.name})) {
        scene.edit(bring_back_score_version(scene.plan(), id));
    }
    ImGui::SameLine(0, 4);
    if (icon_button("##delete", icon::trash2, "Delete the version " + quoted(version.name), {.disabled = !scene.editable})) {
        scene.edit(remove_score_versions(scene.plan(), {id}));
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0, 0});
}

// ---- Two of them over the whole list

Scoring scoring_as(const Scene &scene, const ScoreVersionId &id) {
    const ScoreVersion *version = find(scoring_of(scene).versions, id);
    if (version != nullptr) {
        return as_scoring(*version);
    }
    Scoring now; // without what else the plan keeps of it
    now.criteria = scoring_of(scene).criteria;
    now.tiers = scoring_of(scene).tiers;
    return now;
}

const VersionChange &change_of(Scene &scene, const ScoreVersionId &before, const ScoreVersionId &after) {
    ScoreScratch::Kept<VersionChange> &kept = scene.scratch.score.versionChange;
    const std::string key = plan_key(scene) + "|" + before.text + "|" + after.text;
    if (kept.key != key) {
        kept.key = key;
        const std::int32_t today = days_between({1970, 1, 1}, platform::today());
        kept.value = version_change(*scene.plan().accounts, scoring_as(scene, before), scoring_as(scene, after), today);
    }
    return kept.value;
}

void draw_flow(const TierFlow &flow, float width) {
    static const std::array<std::string, 4> names = {"No tier", "1:1", "1:few", "1:many"};
    constexpr std::array<std::size_t, 4> order = {1, 2, 3, 0};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float first = 110;
    const float each = std::min(110.0F, (width - first) / 4);
    constexpr float height = 30;
    const TextStyle head{.size = type::tiny, .colour = palette().muted, .strong = true};
    draw_line(list, {at, {at.x + first, at.y + 24}}, "Before ↓  after →", head);
    for (std::size_t column = 0; column < order.size(); ++column) {
        const float x = at.x + first + each * static_cast<float>(column);
        draw_line(list, {{x, at.y}, {x + each - 8, at.y + 24}}, names[order[column]], head, Align::right);
    }
    for (std::size_t row = 0; row < order.size(); ++row) {
        const float y = at.y + 26 + height * static_cast<float>(row);
        draw_line(list, {{at.x, y}, {at.x + first, y + height}}, names[order[row]], head);
        for (std::size_t column = 0; column < order.size(); ++column) {
            const std::size_t count = flow[order[row]][order[column]];
            const float x = at.x + first + each * static_cast<float>(column);
            const bool moved = row != column && count > 0;
            if (moved) {
                list.AddRectFilled({x + 4, y + 2}, {x + each - 2, y + height - 2}, palette().warningSoft, 4);
            }
            draw_line(list, {{x, y}, {x + each - 8, y + height}}, count == 0 ? "–" : std::to_string(count),
                      {.size = type::small, .colour = moved ? palette().text : palette().muted, .strong = moved}, Align::right);
            semantics::at(ImGui::GetID(("##flow-" + std::to_string(row * 4 + column)).c_str()), {{x, y}, {x + each, y + height}},
                          {.role = "text", .name = names[order[row]] + " to " + names[order[column]], .value = std::to_string(count)});
        }
        hairline_across(list, at.x, at.x + first + 4 * each, y + height - 1);
    }
    ImGui::Dummy({width, 30 + 4 * height});
}

std::string share_said(const std::optional<double> &share) { return share ? percent_in_column(*share) : "not there"; }

void draw_share_changes(const VersionChange &change, float width) {
    body_heading("What counts differently");
    if (change.shares.empty()) {
        body_text("Every criterion counts as much.", width);
    }
    for (const ShareChange &share : change.shares) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const std::string words = share_said(share.before) + " → " + share_said(share.after) + (share.scale ? ", another scale" : "");
        draw_line(list, {at, {at.x + width * 0.5F, at.y + 26}}, share.name.empty() ? "Unnamed" : share.name, {.size = type::small + 1});
        draw_line(list, {{at.x + width * 0.5F, at.y}, {at.x + width, at.y + 26}}, words, {.size = type::small, .colour = palette().muted},
                  Align::right);
        semantics::at(ImGui::GetID(("##share-" + share.name).c_str()), {at, {at.x + width, at.y + 26}},
                      {.role = "text", .name = share.name, .value = words});
        ImGui::Dummy({width, 26});
    }
}

/// What a version counts, to look at without bringing it back.
void draw_contents(const std::string &title, const Scoring &scoring, float width) {
    body_heading("What “" + title + "” counts");
    const std::vector<double> shares = shares_of(scoring, Weights::agreed);
    const std::vector<CriterionId> ids = ordered(scoring.criteria);
    const double most = ids.empty() ? 1 : std::max(0.01, *std::max_element(shares.begin(), shares.end()));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const std::string &name = scoring.criteria.at(ids[i]).name;
        const float names = width * 0.5F;
        draw_line(list, {at, {at.x + names - 8, at.y + 24}}, name.empty() ? "Unnamed" : name, {.size = type::small + 1});
        const float bar = (width - names - 60) * static_cast<float>(shares[i] / most);
        list.AddRectFilled({at.x + names, at.y + 9}, {at.x + names + bar, at.y + 15}, palette().accent, 2);
        draw_line(list, {{at.x + width - 60, at.y}, {at.x + width, at.y + 24}}, percent_in_column(shares[i]), {.size = type::small},
                  Align::right);
        semantics::at(ImGui::GetID(("##counts-" + ids[i].text).c_str()), {at, {at.x + width, at.y + 24}},
                      {.role = "text", .name = name, .value = percent_in_column(shares[i])});
        ImGui::Dummy({width, 24});
    }
}

void draw_comparison(Scene &scene, float width) {
    const Collection<ScoreVersion> &versions = scoring_of(scene).versions;
    std::vector<ScoreVersionId> ids = {ScoreVersionId()};
    std::vector<std::string> names = {"The score as it is now"};
    for (const ScoreVersionId &id : ordered(versions)) {
        ids.push_back(id);
        names.push_back(versions.at(id).name);
    }
    const auto index_of = [&](const std::string &text) {
        const auto it = std::find_if(ids.begin(), ids.end(), [&](const ScoreVersionId &id) { return id.text == text; });
        return it == ids.end() ? 0 : static_cast<int>(it - ids.begin());
    };
    std::string &before = scene.scratch.picks["score-version"];
    std::string &after = scene.scratch.picks["score-version-after"];
    int first = before.empty() || index_of(before) == 0 ? static_cast<int>(ids.size()) - 1 : index_of(before);
    const int second = index_of(after);
    body_heading("Compare over the whole list");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float each = (width - 48) / 2;
    ImGui::BeginChild("##before", {each, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##first", "From version", names, first)) {
        before = ids[static_cast<std::size_t>(*picked)].text;
        first = *picked;
    }
    ImGui::EndChild();
    draw_icon(*ImGui::GetWindowDrawList(), {at.x + each + 24, at.y + controlHeight / 2}, icon::arrowRight, 16, palette().muted);
    ImGui::SetCursorScreenPos({at.x + each + 48, at.y});
    ImGui::BeginChild("##after", {each, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##second", "To version", names, second)) {
        after = ids[static_cast<std::size_t>(*picked)].text;
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 12});
    const VersionChange &change = change_of(scene, ids[static_cast<std::size_t>(first)], ids[static_cast<std::size_t>(second)]);
    spoken(sentence_of(change.tiers), {.strong = true}, width, "status");
    gap(8);
    draw_two(
        width,
        [&](float half) {
            body_heading("From tier to tier");
            draw_flow(change.flow, half);
            draw_share_changes(change, half);
            draw_contents(names[static_cast<std::size_t>(first)], scoring_as(scene, ids[static_cast<std::size_t>(first)]), half);
        },
        [&](float half) {
            body_heading("Who changes tier");
            draw_tier_changes(scene, change.tiers, 8, half);
            body_heading("The widest moves", scene.plan().accounts->table.rows() > 200 ? "among the best 200" : "");
            for (const TierChange &move : change.moves) {
                draw_tier_change(scene, move, half);
            }
        },
        leastColumn);
}

} // namespace

void draw_score_versions(Scene &scene, float width) {
    body_text("Keep the score under a name before the room changes it: it can be compared and brought back.", width);
    draw_keeping(scene, width);
    const Collection<ScoreVersion> &versions = scoring_of(scene).versions;
    if (versions.empty()) {
        return;
    }
    {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const semantics::Group group("versions", {at, at}, {.role = "list", .name = "Versions of the score"});
        for (const ScoreVersionId &id : ordered(versions)) {
            draw_version(scene, id, versions.at(id), width);
        }
    }
    draw_comparison(scene, width);
}

} // namespace fullcourt::ui
