// The difference between a copy that arrived and what is here: its sections at the left, the changes of one at the right.
#include "ui/review.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float reviewListWidth = 252;
constexpr float sectionHeight = 40;
constexpr float signSize = 20;
/// More of them in one section nobody reads; the file is there for who wants to.
constexpr std::size_t reviewMostShown = 400;

const Plan &after_of(const dialog::Incoming &incoming, bool whole) { return whole ? incoming.restored.plan : incoming.compared->result; }

void follow(ReviewScratch &scratch, const dialog::Incoming &incoming, bool whole) {
    if (scratch.of == incoming.compared && scratch.whole == whole) {
        return;
    }
    scratch.of = incoming.compared;
    scratch.whole = whole;
    const Comparison &compared = *incoming.compared;
    scratch.sections =
        compared.changes && whole != compared.merges() ? *compared.changes : reviewed_changes(compared.mine, after_of(incoming, whole));
    const bool there =
        std::any_of(scratch.sections.begin(), scratch.sections.end(), [&](const auto &shown) { return shown.section == scratch.section; });
    if (!there) {
        scratch.section = scratch.sections.empty() ? std::string() : scratch.sections.front().section;
    }
}

constexpr std::array reviewKinds = {ChangeKind::added, ChangeKind::changed, ChangeKind::removed};

std::string counts_words(const ReviewedSection &section) {
    std::vector<std::string> words;
    for (const ChangeKind kind : reviewKinds) {
        if (const std::size_t count = section.count(kind); count > 0) {
            words.push_back(std::to_string(count) + " " + change_look(kind).name);
        }
    }
    return listed(words);
}

void draw_sign(ImDrawList &list, const ImVec2 &centre, ChangeKind kind, float size) {
    const ChangeLook look = change_look(kind);
    const ImVec2 half(size / 2, size / 2);
    list.AddRectFilled({centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y}, look.ground, 4);
    draw_icon(list, centre, look.icon, size * 0.62F, look.ink);
}

/// "+3  ~2  −1" with the signs as pictures, ending at `right`.
void draw_counts(ImDrawList &list, const ReviewedSection &section, float right, float middle) {
    for (std::size_t i = reviewKinds.size(); i-- > 0;) {
        const std::size_t count = section.count(reviewKinds[i]);
        if (count == 0) {
            continue;
        }
        const TextStyle style{.size = type::small, .colour = palette().muted};
        const std::string text = std::to_string(count);
        const float width = text_size(text, style).x;
        draw_line(list, {{right - width - 1, middle - 10}, {right, middle + 10}}, text, style);
        draw_sign(list, {right - width - 12, middle}, reviewKinds[i], 15);
        right -= width + 28;
    }
}

void draw_sections(ReviewScratch &scratch, const ImVec2 &size) {
    ImGui::BeginChild("##review-sections", size, ImGuiChildFlags_NavFlattened);
    const semantics::Group group("list", ImGui::GetCurrentWindow()->Rect(), {.role = "listbox", .name = "Sections that differ"});
    for (const ReviewedSection &section : scratch.sections) {
        const bool chosen = section.section == scratch.section;
        ImGui::PushID(section.section.c_str());
        if (ImGui::InvisibleButton("##section", {size.x - 8, sectionHeight}, ImGuiButtonFlags_EnableNav)) {
            scratch.section = section.section;
        }
        const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        ImDrawList &list = *ImGui::GetWindowDrawList();
        if (chosen || ImGui::IsItemHovered()) {
            list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : palette().hover, rounding);
        }
        draw_line(list, {{box.Min.x + 12, box.Min.y}, {box.Max.x - 110, box.Max.y}}, section.section,
                  {.size = type::small + 1, .strong = chosen});
        draw_counts(list, section, box.Max.x - 10, box.GetCenter().y);
        focus_ring(box, ImGui::GetItemID());
        semantics::item({.role = "option", .name = section.section + ": " + counts_words(section), .selected = chosen});
        tooltip(section.section + ": " + counts_words(section));
        ImGui::PopID();
        gap(2);
    }
    ImGui::EndChild();
}

void draw_change(const ReadableChange &change, std::size_t number, float width) {
    const ChangeLook look = change_look(change.kind);
    const bool values = !change.before.empty() || !change.after.empty();
    const float height = values ? 50 : 32;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + width, at.y + height});
    ImGui::Dummy(box.GetSize());
    if (ImGui::IsItemVisible()) {
        ImDrawList &list = *ImGui::GetWindowDrawList();
        draw_sign(list, {at.x + 4 + signSize / 2, at.y + 16}, change.kind, signSize);
        const float left = at.x + signSize + 16;
        draw_line(list, {{left, at.y + 4}, {box.Max.x, at.y + 28}}, change.place, {.size = type::small + 1});
        if (values) {
            const std::string text = change.before + "  →  " + change.after;
            draw_line(list, {{left, at.y + 25}, {box.Max.x, at.y + 45}}, text, {.size = type::small, .colour = palette().muted});
        }
        hairline_across(list, at.x, box.Max.x, box.Max.y);
        tooltip(change.line);
    }
    ImGui::PushID(static_cast<int>(number));
    semantics::at(ImGui::GetID("##change"), box, {.role = "listitem", .name = std::string(look.name) + ": " + change.line});
    ImGui::PopID();
    gap(1);
}

void draw_changes(const ReviewScratch &scratch, const dialog::Incoming &incoming, const ImVec2 &size) {
    ImGui::BeginChild(("##changes-" + scratch.section).c_str(), size, ImGuiChildFlags_NavFlattened);
    const semantics::Group group("changes", ImGui::GetCurrentWindow()->Rect(), {.role = "list", .name = scratch.section});
    const float width = size.x - 16;
    const auto shown = std::find_if(scratch.sections.begin(), scratch.sections.end(),
                                    [&](const ReviewedSection &section) { return section.section == scratch.section; });
    if (shown == scratch.sections.end()) {
        draw_empty_state({icon::circleCheck, "Nothing differs", "Taking this copy would change nothing here."}, width);
    } else {
        if (shown->section == "RACI grid") {
            draw_review_grid(incoming.compared->mine, after_of(incoming, scratch.whole), width);
            gap(16);
        }
        for (std::size_t i = 0; i < std::min(shown->changes.size(), reviewMostShown); ++i) {
            draw_change(shown->changes[i], i, width);
        }
        if (shown->changes.size() > reviewMostShown) {
            gap(8);
            line("And " + std::to_string(shown->changes.size() - reviewMostShown) + " more.",
                 {.size = type::small, .colour = palette().muted});
        }
    }
    ImGui::EndChild();
}

const std::array<std::string, 2> ways = {"What merging changes here", "How the two copies differ"};

/// What is compared with what; its height.
float draw_way(Scene &scene, const dialog::Incoming &incoming, float width) {
    const Comparison &compared = *incoming.compared;
    bool whole = !compared.merges() || scene.scratch.review.whole;
    if (compared.merges()) {
        ImGui::BeginChild("##ways", {std::min(width, 460.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
        if (const auto picked = segments("##way", "What is shown", ways, whole ? 1 : 0)) {
            whole = *picked == 1;
        }
        ImGui::EndChild();
    } else {
        paragraph("From what is here to what the copy holds.", {.size = type::small + 1, .colour = palette().muted}, width);
    }
    follow(scene.scratch.review, incoming, whole);
    gap(12);
    return compared.merges() ? controlHeight + 12 : 34;
}

} // namespace

ChangeLook change_look(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::added: return {icon::plus, palette().good, palette().goodSoft, "added"};
    case ChangeKind::removed: return {icon::minus, palette().error, palette().errorSoft, "removed"};
    case ChangeKind::changed: break;
    }
    return {icon::pencil, palette().warning, palette().warningSoft, "changed"};
}

ReviewCount count_review(Scene &scene, const dialog::Incoming &incoming) {
    ReviewScratch &scratch = scene.scratch.review;
    if (scratch.of != incoming.compared) {
        follow(scratch, incoming, !incoming.compared->merges());
    } else if (incoming.compared->merges()) {
        follow(scratch, incoming, false);
    }
    ReviewCount count;
    for (const ReviewedSection &section : scratch.sections) {
        count.added += section.count(ChangeKind::added);
        count.changed += section.count(ChangeKind::changed);
        count.removed += section.count(ChangeKind::removed);
    }
    return count;
}

void draw_review(Scene &scene, const dialog::Incoming &incoming, const ImVec2 &size) {
    const float head = draw_way(scene, incoming, size.x);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = size.y - head - 8;
    draw_sections(scene.scratch.review, {reviewListWidth, height});
    ImGui::SetCursorScreenPos({at.x + reviewListWidth + 20, at.y});
    hairline_down(*ImGui::GetWindowDrawList(), at.x + reviewListWidth + 8, at.y, at.y + height);
    draw_changes(scene.scratch.review, incoming, {size.x - reviewListWidth - 20, height});
}

} // namespace fullcourt::ui
