// Two to seven organisation models in columns: fit, reporting lines, what speaks for and against them, what holds them
// together, and what each changes in this plan.
#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/organisation_change.h"
#include "base/text.h"
#include "ui/models_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float headWidth = 104;
constexpr float columnGap = 16;
constexpr float narrowest = 196; ///< of a column, so that the boxes of its chart hold their names
const TextStyle cellStyle{.size = type::small};

std::vector<const NamedModel *> compared(const Scene &scene, const ModelTable &table) {
    std::vector<const NamedModel *> models;
    for (const NamedModel &model : table.models()) {
        if (is_compared(scene, std::string(model.code))) {
            models.push_back(&model);
        }
    }
    return models;
}

/// Today's choice with what the model answers put in its place.
OrganisationChoice choice_with(const Scene &scene, const NamedModel &model) {
    OrganisationChoice choice = scene.plan().organisation->choice;
    choice.home = model.home == Home::notChosen ? choice.home : model.home;
    choice.liaison = model.liaison.value_or(choice.liaison);
    choice.bdrOwner = model.bdrOwner.value_or(choice.bdrOwner);
    return choice;
}

std::string points_text(std::span<const std::string_view> points) {
    std::string text;
    for (const std::string_view point : points) {
        text += (text.empty() ? "· " : "\n· ") + std::string(point);
    }
    return text;
}

std::string changes_text(const Scene &scene, const NamedModel &model) {
    std::string text;
    for (const ModelChange &change : model_changes(scene.plan(), choice_with(scene, model))) {
        text += (text.empty() ? "· " : "\n· ") + change.sentence;
    }
    return text.empty() ? "Nothing" : text;
}

/// The terms of its fit, a line each.
std::string terms_text(const std::vector<Fit> &fits, const NamedModel &model) {
    const auto fit = std::find_if(fits.begin(), fits.end(), [&](const Fit &candidate) { return candidate.code == model.code; });
    std::string text;
    if (fit != fits.end()) {
        for (const FitTerm &term : fit->terms) {
            text += (text.empty() ? "· " : "\n· ") + statement_of(term.need.factor) + ": " + need_words(term.need) + ", is " +
                    std::to_string(term.answer) + " (" + std::to_string(std::lround(term.suitability * 100)) + " %)";
        }
    }
    return text.empty() ? "Not answered yet" : text;
}

constexpr std::string_view bulletPoint = "· ";
constexpr float pointWidth = 10;

/// The lines of the text, those of points without the point itself.
struct SideParagraph {
    std::string_view text;
    bool isPoint = false;

    float left() const { return isPoint ? pointWidth : 0; }
};

std::vector<SideParagraph> paragraphs_of(std::string_view text) {
    std::vector<SideParagraph> paragraphs;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view part = text.substr(at, end - at);
        const bool isPoint = part.starts_with(bulletPoint);
        paragraphs.push_back({isPoint ? part.substr(bulletPoint.size()) : part, isPoint});
        at = end + 1;
    }
    return paragraphs;
}

/// One line per paragraph of the text, each wrapped.
float text_height(const std::string &text, float width) {
    float height = 0;
    for (const SideParagraph &part : paragraphs_of(text)) {
        height += wrapped_height(part.text, cellStyle, width - part.left()) + 2;
    }
    return height;
}

/// The further lines of a point stand under its words.
void draw_text(ImDrawList &list, ImVec2 at, const std::string &text, float width) {
    for (const SideParagraph &part : paragraphs_of(text)) {
        if (part.isPoint) {
            draw_wrapped(list, at, "·", cellStyle, width);
        }
        draw_wrapped(list, {at.x + part.left(), at.y}, part.text, cellStyle, width - part.left());
        at.y += wrapped_height(part.text, cellStyle, width - part.left()) + 2;
    }
}

/// Whose small chart shows the model: an own one is drawn as where its home is.
std::string chart_of(const NamedModel &model) {
    if (own_model_of(model.code).empty()) {
        return std::string(model.code);
    }
    for (const NamedModel &named : named_models()) {
        if (named.home == model.home && model.home != Home::notChosen) {
            return std::string(named.code);
        }
    }
    return model.liaison == true ? "liaison" : "marketing-led";
}

struct Columns {
    std::vector<const NamedModel *> models;
    float width = 0; ///< of one
};

void draw_topic(const Columns &columns, const std::string &topic, const std::function<std::string(const NamedModel &)> &text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    float height = 20;
    for (const NamedModel *model : columns.models) {
        height = std::max(height, text_height(text(*model), columns.width));
    }
    draw_line(list, {at, {at.x + headWidth, at.y + 18}}, topic, {.size = type::tiny, .colour = palette().muted, .strong = true});
    float x = at.x + headWidth;
    for (const NamedModel *model : columns.models) {
        const std::string words = text(*model);
        draw_text(list, {x, at.y}, words, columns.width);
        semantics::at(ImGui::GetID((topic + std::string(model->code)).c_str()), {{x, at.y}, {x + columns.width, at.y + height}},
                      {.role = "text", .name = std::string(model->name) + ", " + topic, .value = words});
        x += columns.width + columnGap;
    }
    hairline_across(list, at.x, x - columnGap, at.y + height + 6);
    ImGui::Dummy({x - columnGap - at.x, height + 14});
}

void draw_names(const Columns &columns, const std::vector<Fit> &fits) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    float x = at.x + headWidth;
    for (const NamedModel *model : columns.models) {
        const auto fit = std::find_if(fits.begin(), fits.end(), [&](const Fit &candidate) { return candidate.code == model->code; });
        const std::string name = capitalised(std::string(model->name));
        const std::string words = "fit " + (fit == fits.end() ? std::string("–") : fit_words(*fit));
        const float after = std::min(text_size(name, {.strong = true}).x + 10, columns.width - 50);
        draw_line(list, {{x, at.y}, {x + after - 8, at.y + 24}}, name, {.strong = true});
        draw_line(list, {{x + after, at.y}, {x + columns.width, at.y + 24}}, words, {.colour = palette().accentText, .strong = true});
        draw_small_chart(chart_of(*model), {{x, at.y + 30}, {x + std::min(columns.width, 220.0F), at.y + 118}});
        x += columns.width + columnGap;
    }
    ImGui::Dummy({x - columnGap - at.x, 130});
}

// ---- Small charts

struct SmallBox {
    const char *name;
    float x; ///< 0 to 1
    int level;
    int above;       ///< index of the box it reports to; -1: none
    int dotted = -1; ///< and of the one by a dotted line
};

std::vector<SmallBox> boxes_of(const std::string &code) {
    if (code == "marketing-led") {
        return {{"VP Marketing", 0.25F, 0, -1}, {"VP Sales", 0.75F, 0, -1}, {"Marketers", 0.25F, 1, 0}, {"AEs", 0.75F, 1, 1}};
    }
    if (code == "sales-led") {
        return {{"VP Marketing", 0.2F, 0, -1}, {"VP Sales", 0.68F, 0, -1}, {"Marketers", 0.5F, 1, 1}, {"AEs", 0.84F, 1, 1}};
    }
    if (code == "hybrid") {
        return {{"VP Marketing", 0.25F, 0, -1}, {"VP Sales", 0.75F, 0, -1}, {"Marketers", 0.25F, 1, 0, 1}, {"AEs", 0.75F, 1, 1}};
    }
    if (code == "overlay") {
        return {{"Leadership", 0.5F, 0, -1}, {"Marketing", 0.16F, 1, 0}, {"Overlay", 0.5F, 1, 0}, {"Sales", 0.84F, 1, 0}};
    }
    if (code == "liaison") {
        return {{"Marketing", 0.16F, 0, -1}, {"Sales", 0.84F, 0, -1}, {"Liaison", 0.5F, 1, 0, 1}};
    }
    if (code == "vp-sales") {
        return {{"VP Sales", 0.5F, 0, -1}, {"ABM team", 0.25F, 1, 0}, {"AEs", 0.75F, 1, 0}};
    }
    return {
        {"VP Marketing", 0.3F, 0, -1}, {"VP Sales", 0.8F, 0, -1}, {"ABM team", 0.16F, 1, 0}, {"BDRs", 0.5F, 1, 0}, {"AEs", 0.84F, 1, 1}};
}

constexpr float smallBoxText = 11;

/// At least so wide, and as wide as its name.
ImRect small_box(const SmallBox &shape, const ImRect &box, float least) {
    const float width = std::max(least, std::ceil(text_size(shape.name, {.size = smallBoxText}).x) + 12);
    const float x = std::max(box.Min.x, std::floor(box.Min.x + shape.x * box.GetWidth() - width / 2));
    const float y = box.Min.y + static_cast<float>(shape.level) * 52;
    return {{x, y}, {x + width, y + 24}};
}

void draw_link(ImDrawList &list, const ImRect &above, const ImRect &below, ImU32 ink) {
    list.AddLine({above.GetCenter().x, above.Max.y}, {below.GetCenter().x, below.Min.y}, ink, 1.5F);
}

void draw_dotted_link(ImDrawList &list, const ImRect &above, const ImRect &below) {
    const ImVec2 from(above.GetCenter().x, above.Max.y);
    const ImVec2 to(below.GetCenter().x, below.Min.y);
    for (int i = 0; i < 8; ++i) {
        const float a = static_cast<float>(i) / 8;
        const float b = a + 0.07F;
        list.AddLine({from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                     {from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}, palette().accent, 1.5F);
    }
}

} // namespace

void draw_small_chart(const std::string &code, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::vector<SmallBox> shapes = boxes_of(code);
    const float width = std::floor(std::min(84.0F, box.GetWidth() * 0.32F));
    for (const SmallBox &shape : shapes) {
        if (shape.above >= 0) {
            draw_link(list, small_box(shapes[static_cast<std::size_t>(shape.above)], box, width), small_box(shape, box, width),
                      palette().edge);
        }
        if (shape.dotted >= 0) {
            draw_dotted_link(list, small_box(shapes[static_cast<std::size_t>(shape.dotted)], box, width), small_box(shape, box, width));
        }
    }
    for (const SmallBox &shape : shapes) {
        const ImRect at = small_box(shape, box, width);
        list.AddRectFilled(at.Min, at.Max, palette().raised, 4);
        list.AddRect(at.Min, at.Max, palette().edge, 4);
        draw_line(list, {{at.Min.x + 3, at.Min.y}, {at.Max.x - 2, at.Max.y}}, shape.name, {.size = smallBoxText}, Align::middle);
    }
}

/// Where not all have room, a part of one more is in sight: there is more to scroll to.
float column_width(float room, float count) {
    constexpr float part = 0.4F;
    const float even = std::floor((room - (count - 1) * columnGap) / count);
    const float shown = std::floor((room - narrowest * part) / (narrowest + columnGap));
    return even >= narrowest ? even : std::max(narrowest, std::floor((room - shown * columnGap) / (shown + part)));
}

void draw_side_by_side(Scene &scene, float width) {
    const ModelTable table(scene.plan().organisation->models);
    Columns columns{compared(scene, table), 0};
    if (columns.models.size() < 2) {
        return;
    }
    const auto count = static_cast<float>(columns.models.size());
    columns.width = column_width(width - headWidth, count);
    const float whole = headWidth + count * columns.width + (count - 1) * columnGap;
    std::string &asked = scene.scratch.picks["side-by-side"];
    if (!asked.empty()) {
        // How tall it is is known once it was drawn: only then is there room to scroll to it.
        ImGui::SetScrollFromPosY(ImGui::GetCursorScreenPos().y - ImGui::GetWindowPos().y, 0);
        asked = asked == "show" ? "drawn" : "";
        scene.scratch.animates = true;
    }
    body_heading("Side by side", "What each would mean for this plan");
    const std::vector<Fit> fits = compare_models(scene.plan().organisation->choice, scene.plan().organisation->models);
    // A bar that is always there is reckoned in the height; else the wheel would move this by a bar's height and not the page.
    ImGui::BeginChild("##side-by-side", {width, 0}, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY,
                      ImGuiWindowFlags_HorizontalScrollbar |
                          (whole > width ? ImGuiWindowFlags_AlwaysHorizontalScrollbar : ImGuiWindowFlags_None));
    draw_names(columns, fits);
    draw_topic(columns, "Essence", [](const NamedModel &model) { return std::string(model.essence); });
    draw_topic(columns, "For", [](const NamedModel &model) { return points_text(model.advantages); });
    draw_topic(columns, "Against", [](const NamedModel &model) { return points_text(model.drawbacks); });
    draw_topic(columns, "Fits when", [](const NamedModel &model) { return std::string(model.fitsWhen); });
    draw_topic(columns, "Held together by", [](const NamedModel &model) { return std::string(model.governance); });
    draw_topic(columns, "Fit, term by term", [&](const NamedModel &model) { return terms_text(fits, model); });
    draw_topic(columns, "Takes here",
               [&](const NamedModel &model) { return model_load(scene.plan(), choice_with(scene, model)).sentence; });
    draw_topic(columns, "Changes here", [&](const NamedModel &model) { return changes_text(scene, model); });
    ImGui::Dummy({whole, 0});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
