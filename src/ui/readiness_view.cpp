// Readiness: the same statements answered by marketing and by sales apart, and where they see it most differently.
#include <array>
#include <cmath>

#include "analysis/readiness.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/answer_scale.h"
#include "ui/icons.h"
#include "ui/section.h"
#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float readinessSideWidth = 340;
constexpr float readinessWidest = 800; ///< of the statements, so that the eye finds the answers beside them
constexpr float readinessBetween = 36;
constexpr float readinessNarrowest = 480; ///< of the statements beside what they show

enum class Shown { marketing, sales, product, both };

Shown readiness_shown(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("readiness-side"));
    return picked == nullptr || picked->empty() ? Shown::marketing : static_cast<Shown>(picked->front() - '0');
}

std::optional<int> answer_of(const Scene &scene, Side side, std::string_view code) {
    const auto &all = scene.plan().readiness->answers;
    const auto statement = all.find(std::string(code));
    if (statement == all.end()) {
        return std::nullopt;
    }
    const int *answer = find(statement->second, side);
    return answer == nullptr ? std::nullopt : std::optional<int>(*answer);
}

Side side_of(Shown shown) { return shown == Shown::product ? Side::product : shown == Shown::sales ? Side::sales : Side::marketing; }

void draw_readiness_side_choice(Scene &scene, float width) {
    const std::array<std::string, 4> labels = {"Marketing answers", "Sales answers", "Product answers", "Side by side"};
    ImGui::BeginChild("##sides", {reaching(580, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##side", "Whose answers", labels, static_cast<int>(readiness_shown(scene)))) {
        scene.scratch.picks["readiness-side"] = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
    gap(8);
    body_text(readiness_shown(scene) == Shown::both ? "What each side answered, and where they differ."
                                                    : "One side at a time, without seeing the other. 0 = not at all, 4 = fully.",
              width);
}

// ---- Statements

void draw_statement(Scene &scene, const ReadinessStatement &statement, float width) {
    const Shown shown = readiness_shown(scene);
    const std::string text(statement.text);
    const TextStyle style{.size = type::small + 1};
    const float textWidth = width - scale_width() - 20;
    const float height = std::max(scale_height() + 10, wrapped_height(text, style, textWidth) + 14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_wrapped(*ImGui::GetWindowDrawList(), {at.x, at.y + 8}, text, style, textWidth);
    const float right = at.x + width - scale_width();
    ImGui::PushID(statement.code.data(), statement.code.data() + statement.code.size());
    if (shown == Shown::both) {
        const auto *answers = find(scene.plan().readiness->answers, std::string(statement.code));
        draw_side_answers(text, answers == nullptr ? std::map<Side, int>() : *answers,
                          {{right, at.y}, {right + scale_width(), at.y + height}});
    } else {
        const Side side = side_of(shown);
        if (const auto click = answer_scale(text, answer_of(scene, side, statement.code), {right, at.y + 5}, !scene.editable)) {
            scene.edit(answer_readiness(scene.plan(), side, std::string(statement.code), click->answer));
        }
    }
    ImGui::PopID();
    hairline_across(*ImGui::GetWindowDrawList(), at.x, at.x + width, at.y + height);
    ImGui::SetCursorScreenPos({at.x, at.y + height + 2});
    ImGui::Dummy({width, 0});
}

void draw_statements(Scene &scene, float width) {
    std::optional<ReadinessTheme> theme;
    for (const ReadinessStatement &statement : readiness_statements()) {
        if (theme != statement.theme) {
            theme = statement.theme;
            body_heading(std::string(theme_name(statement.theme)));
        }
        draw_statement(scene, statement, width);
    }
}

// ---- What it shows

void draw_level(const ThemeLevel &level, bool product, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + 96, at.y + (product ? 56.0F : 40.0F)}}, std::string(theme_name(level.theme)), {.size = type::small + 1});
    const auto bar = [&](float y, Side side, ImU32 ink) {
        const double *value = find(level.levels, side);
        const float room = width - 96 - 44;
        draw_filled_bar(list, {{at.x + 96, y}, {at.x + 96 + room, y + 8}}, value == nullptr ? 0 : static_cast<float>(*value / 4), ink);
        draw_line(list, {{at.x + width - 40, y - 6}, {at.x + width, y + 14}}, value == nullptr ? std::string("–") : tenths(*value),
                  {.size = type::small, .colour = palette().muted}, Align::right);
    };
    bar(at.y + 8, Side::marketing, palette().marketing.fill);
    bar(at.y + 24, Side::sales, palette().sales.fill);
    if (product) {
        bar(at.y + 40, Side::product, palette().muted);
    }
    ImGui::Dummy({width, product ? 60.0F : 44.0F});
}

void draw_picture(Scene &scene, float width) {
    const ReadinessPicture picture = readiness_picture(*scene.plan().readiness);
    if (readiness_shown(scene) != Shown::both) {
        const Side side = side_of(readiness_shown(scene));
        const std::size_t *given = find(picture.answered, side);
        body_text(std::to_string(given == nullptr ? 0 : *given) + " of " + std::to_string(readiness_statements().size()) +
                      " answered. What the sides answered stands side by side once you ask for it.",
                  width);
        return;
    }
    const bool product = picture.answered.contains(Side::product);
    body_heading("Level by theme", product ? "marketing, sales, product" : "marketing above, sales below");
    for (const ThemeLevel &level : picture.themes) {
        draw_level(level, product, width);
    }
    body_heading("The widest gaps", "between marketing and sales");
    if (picture.gaps.empty()) {
        body_text("None yet: both sides have to answer the same statement.", width);
    }
    for (const ReadinessGap &gapShown : picture.gaps) {
        paragraph(gapShown.sentence, {.size = type::small + 1}, width);
        gap(10);
    }
}

} // namespace

void draw_widest_gaps(Scene &scene, const ImVec2 &at, float width) {
    const ReadinessPicture picture = readiness_picture(*scene.plan().readiness);
    float y = at.y + 24;
    for (const ReadinessGap &shown : picture.gaps) {
        const TextStyle style{.size = type::title};
        draw_icon(*ImGui::GetWindowDrawList(), {at.x + 9, y + 10}, icon::scale, 17, palette().warning);
        draw_wrapped(*ImGui::GetWindowDrawList(), {at.x + 30, y}, shown.sentence, style, width - 30);
        const float height = wrapped_height(shown.sentence, style, width - 30);
        semantics::at(ImGui::GetID(shown.sentence.c_str()), {{at.x, y}, {at.x + width, y + height}},
                      {.role = "text", .name = shown.sentence});
        y += height + 12;
    }
}

void draw_readiness(Scene &scene) {
    SectionPage page{.view = View::readiness,
                     .section = PlanSection::readiness,
                     .title = "Readiness",
                     .purpose = "Alignment is what leaders prepare, not what the program brings: answered by each side apart.",
                     .panel = false,
                     .body = {}};
    page.body = [](Scene &inner, float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float main = std::min(readinessWidest, width - readinessSideWidth - readinessBetween);
        if (main < readinessNarrowest) {
            draw_readiness_side_choice(inner, width);
            if (readiness_shown(inner) == Shown::both) {
                draw_picture(inner, width); // what one came for stands above the statements, which are many
                draw_statements(inner, width);
            } else {
                draw_statements(inner, width);
                draw_picture(inner, width);
            }
            return;
        }
        ImGui::BeginGroup();
        draw_readiness_side_choice(inner, main);
        draw_statements(inner, main);
        ImGui::EndGroup();
        const float bottom = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({at.x + main + readinessBetween, at.y});
        ImGui::BeginGroup();
        draw_picture(inner, readinessSideWidth);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x, std::max(bottom, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({0, 0});
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
