// The models by fit: every term is shown, and what would change the winner.
#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/icons.h"
#include "ui/models_parts.h"

namespace fullcourt::ui {
namespace {

std::string name_of(const Scene &scene, const ModelTable &table, const std::string &code) {
    const NamedModel *model = table.find(code);
    return model == nullptr ? capitalised(choice_name(scene.plan().organisation->choice)) : capitalised(std::string(model->name));
}

// ---- How sure it is

/// The best, and with them whichever are as good for this purpose.
std::string winner_words(const Scene &scene, const ModelTable &table, const Robustness &sure, const std::vector<Fit> &fits) {
    if (sure.clear) {
        return name_of(scene, table, sure.winner) + " fits best.";
    }
    constexpr double rounding = 1e-9; // what is clear was reckoned in whole numbers
    const auto best = std::find_if(fits.begin(), fits.end(), [&](const Fit &fit) { return fit.code == sure.winner; });
    std::vector<std::string> near;
    for (const Fit &fit : fits) {
        if (best != fits.end() && fit.score && *best->score - *fit.score <= clearlyBest + rounding) {
            near.push_back(name_of(scene, table, fit.code));
        }
    }
    return "No clear winner: " + listed(near) + " are within " + to_text(clearlyBest) + " points.";
}

std::string robustness_words(const Scene &scene, const ModelTable &table, const Robustness &sure, const std::vector<Fit> &fits) {
    if (sure.winner.empty()) {
        return "Answer some of the statements to see which model fits.";
    }
    std::string text = winner_words(scene, table, sure, fits);
    if (!sure.clear && !sure.undecided.empty()) {
        const std::string asked = statement_of(sure.undecided.front());
        text += " Still to answer: " + asked + (asked.ends_with('?') ? "" : ".");
    }
    if (sure.answer) {
        text += " " + name_of(scene, table, sure.answer->winner) + " would lead if “" + statement_of(sure.answer->factor) + "” were " +
                std::to_string(sure.answer->to) + " instead of " + std::to_string(sure.answer->from) + ".";
    }
    if (sure.importance) {
        text += " " + name_of(scene, table, sure.importance->winner) + " would lead if “" + statement_of(sure.importance->factor) +
                "” counted " + tenths(sure.importance->to) + "× instead of " + tenths(sure.importance->from) + "× for " +
                name_of(scene, table, sure.importance->model) + ".";
    }
    return text + (sure.answer || sure.importance ? "" : " No single answer changes that, nor how much one counts.");
}

// ---- One model

void draw_points(const std::string &title, std::span<const std::string_view> points, const char *icon, float width) {
    for (const std::string_view point : points) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const TextStyle style{.size = type::small};
        const std::string text(point);
        const float height = wrapped_height(text, style, width - 24) + 5;
        draw_icon(*ImGui::GetWindowDrawList(), {at.x + 8, at.y + 9}, icon, 13, palette().muted);
        draw_wrapped(*ImGui::GetWindowDrawList(), {at.x + 22, at.y + 1}, text, style, width - 24);
        semantics::at(ImGui::GetID(text.c_str()), {at, {at.x + width, at.y + height}}, {.role = "text", .name = title, .value = text});
        ImGui::Dummy({width, height});
    }
}

void draw_term(const FitTerm &term, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::small, .colour = palette().muted};
    const std::string what = capitalised(statement_of(term.need.factor));
    const std::string why =
        need_words(term.need) + ", is " + std::to_string(term.answer) + ", counts " + to_text(term.need.importance) + "×";
    const std::string share = std::to_string(std::lround(term.suitability * 100)) + " %";
    draw_line(list, {{at.x, at.y}, {at.x + width - 252, at.y + 22}}, what, style);
    draw_line(list, {{at.x + width - 246, at.y}, {at.x + width - 52, at.y + 22}}, why, style, Align::right);
    draw_line(list, {{at.x + width - 48, at.y}, {at.x + width, at.y + 22}}, share,
              {.size = type::small, .colour = term.suitability < 1 ? palette().warning : palette().text, .strong = true}, Align::right);
    semantics::at(ImGui::GetID(what.c_str()), {at, {at.x + width, at.y + 22}}, {.role = "text", .name = what + ": " + why, .value = share});
    ImGui::Dummy({width, 22});
}

void adopt_answers(Scene &scene, const NamedModel &model) {
    PlanEdit edit{"Choose " + std::string(model.name), {}};
    if (model.home != Home::notChosen) {
        edit.steps.emplace_back(SetHome{model.home});
    }
    if (model.liaison) {
        edit.steps.emplace_back(SetLiaison{*model.liaison});
    }
    if (model.bdrOwner) {
        edit.steps.emplace_back(SetBdrOwner{*model.bdrOwner});
    }
    scene.edit(edit);
}

bool is_part(const Scene &scene, const NamedModel &model) {
    const OrganisationChoice &choice = scene.plan().organisation->choice;
    if (!own_model_of(model.code).empty()) {
        return model.home != Home::notChosen && model.home == choice.home && model.liaison == choice.liaison &&
               model.bdrOwner == choice.bdrOwner;
    }
    const auto parts = parts_of(choice);
    return std::any_of(parts.begin(), parts.end(), [&](const NamedModel *part) { return part->code == model.code; });
}

void draw_model_buttons(Scene &scene, const NamedModel &model) {
    gap(6);
    const bool part = is_part(scene, model);
    if (button("##choose", part ? "Chosen" : "Choose it",
               {.icon = part ? icon::check : nullptr, .look = part ? Look::ghost : Look::plain, .disabled = part || !scene.editable})) {
        adopt_answers(scene, model);
    }
    ImGui::SameLine(0, 8);
    if (button("##copy", "Copy as your own", {.look = Look::ghost, .disabled = !scene.editable})) {
        OwnModelId made;
        scene.edit(add_own_model(scene.plan(), own_copy_of(model), scene.app.bits(), &made));
        scene.scratch.folded["model-" + code_of(made)] = true;
    }
    gap(10);
}

void draw_model_details(Scene &scene, const ModelTable &table, const Fit &fit, float width) {
    ImGui::Indent(24);
    const float room = width - 36;
    const NamedModel *model = table.find(fit.code);
    const OwnModelId own = own_model_of(fit.code);
    if (!own.empty()) {
        draw_own_model(scene, own, room);
    } else if (model != nullptr) {
        gap(4);
        paragraph(std::string(model->essence), {.size = type::small + 1}, room);
        gap(6);
        draw_points("For", model->advantages, icon::plus, room);
        draw_points("Against", model->drawbacks, icon::minus, room);
    }
    if (!fit.terms.empty()) {
        gap(6);
        line("How the fit comes about", {.size = type::tiny, .colour = palette().muted, .strong = true});
        gap(4);
        for (const FitTerm &term : fit.terms) {
            draw_term(term, room);
        }
    }
    if (model != nullptr) {
        draw_model_buttons(scene, *model);
    }
    ImGui::Unindent(24);
}

constexpr float compareWidth = 36;

void compare(Scene &scene, const std::string &code, bool on) { scene.scratch.folded["compare-" + code] = on; }

/// Ticks the model for the columns; a composed answer is no model and has no column.
void draw_compare_tick(Scene &scene, const Fit &fit, const std::string &name, const ImRect &row) {
    if (fit.code == "composed") {
        return;
    }
    const bool on = is_compared(scene, fit.code);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({row.Max.x + 4, row.GetCenter().y - controlHeight / 2});
    if (icon_button("##compare", on ? icon::squareCheck : icon::square, "Side by side: " + name,
                    {.width = compareWidth - 4,
                     .tooltip = on ? "Take it out of the columns" : "Put it into columns, beside others",
                     .selected = on})) {
        compare(scene, fit.code, !on);
    }
    ImGui::SetCursorScreenPos(after);
}

void draw_model(Scene &scene, const ModelTable &table, const Fit &fit, float fullWidth) {
    const float width = fullWidth - compareWidth;
    bool &open = scene.scratch.folded["model-" + fit.code];
    const std::string name = fit.code == "composed" ? capitalised(fit.name) + " (your answer)" : capitalised(fit.name);
    ImGui::PushID(fit.code.c_str());
    const Row row =
        begin_row("model-" + fit.code, name, {.width = width, .height = 44, .groundWidth = fullWidth, .value = "fit " + fit_words(fit)});
    draw_compare_tick(scene, fit, name, row.box);
    if (row.clicked) {
        open = !open;
    }
    const ImRect &box = row.box;
    draw_icon(*row.list, {box.Min.x + 14, box.GetCenter().y}, open ? icon::chevronDown : icon::chevronRight, 14, palette().muted);
    const float bars = box.Min.x + width * 0.5F;
    const NamedModel *model = table.find(fit.code);
    const bool chosen = model != nullptr && is_part(scene, *model);
    draw_line(*row.list, {{box.Min.x + 28, box.Min.y}, {bars - (chosen ? 30 : 8), box.Max.y}}, name,
              {.size = type::small + 1, .strong = chosen});
    if (chosen) {
        draw_icon(*row.list, {bars - 18, box.GetCenter().y}, icon::check, 15, palette().accentText);
    }
    const ImRect track({bars, box.GetCenter().y - 5}, {box.Max.x - 52, box.GetCenter().y + 5});
    draw_filled_bar(*row.list, track, static_cast<float>(fit.score.value_or(0) / 100), palette().accent);
    draw_line(*row.list, {{box.Max.x - 48, box.Min.y}, {box.Max.x - 8, box.Max.y}}, fit_words(fit),
              {.size = type::small + 1, .strong = true}, Align::right);
    if (open) {
        draw_model_details(scene, table, fit, width);
    }
    ImGui::PopID();
}

} // namespace

std::string statement_of(std::string_view code) {
    for (const Factor &factor : factors()) {
        if (factor.code == code) {
            const std::string_view text = factor.statement;
            return std::string(text.ends_with('.') ? text.substr(0, text.size() - 1) : text);
        }
    }
    return std::string(code);
}

std::string need_words(const FactorNeed &need) {
    return (need.kind == NeedKind::atLeast ? "needs at least " : "needs at most ") + std::to_string(need.level);
}

std::string fit_words(const Fit &fit) { return fit.score ? std::to_string(std::lround(*fit.score)) : std::string("–"); }

bool is_compared(const Scene &scene, const std::string &code) {
    const bool *on = find(scene.scratch.folded, "compare-" + code);
    return on != nullptr && *on;
}

/// What stands side by side: all, the best two, or none.
void draw_compare_buttons(Scene &scene, const ModelTable &table, const std::vector<Fit> &fits) {
    const auto count = static_cast<std::size_t>(std::count_if(table.models().begin(), table.models().end(), [&](const NamedModel &model) {
        return is_compared(scene, std::string(model.code));
    }));
    // Best first; as many of them as are asked for.
    const auto compare_best = [&](std::size_t most) {
        std::size_t taken = 0;
        for (const Fit &fit : fits) {
            const bool column = fit.code != "composed";
            compare(scene, fit.code, column && taken < most);
            taken += column ? 1 : 0;
        }
        scene.scratch.picks["side-by-side"] = "show";
    };
    // Before that, the two would only be the first of the list.
    const std::string reason = fit_is_known(fits) ? "" : "Answer a statement first: until then no model fits better than another";
    if (button("##best-two", "Compare the best two", {.disabled = !reason.empty(), .tooltip = reason, .description = reason})) {
        compare_best(2);
    }
    ImGui::SameLine(0, 8);
    if (button("##all", "Compare all " + std::to_string(table.models().size()), {.look = Look::ghost})) {
        compare_best(table.models().size());
    }
    if (count > 0) {
        ImGui::SameLine(0, 8);
        if (button("##none", "None", {.look = Look::quiet})) {
            compare_best(0);
        }
    }
    gap(8);
}

void draw_ranking(Scene &scene, float width) {
    const Organisation &organisation = *scene.plan().organisation;
    const ModelTable table(organisation.models);
    const auto answers = static_cast<std::size_t>(std::count_if(factors().begin(), factors().end(), [&](const Factor &factor) {
        return organisation.choice.context.contains(std::string(factor.code));
    }));
    body_heading("How they fit", "0 to 100" +
                                     (answers == 0 || answers == factors().size()
                                          ? std::string()
                                          : " on " + std::to_string(answers) + " of " + counted(factors().size(), "answer", "answers")) +
                                     "; open one for its terms, tick some to compare them");
    const std::vector<Fit> fits = compare_models(organisation.choice, organisation.models);
    body_text(robustness_words(scene, table, robustness(organisation.choice, organisation.models), fits), width);
    draw_compare_buttons(scene, table, fits);
    for (const Fit &fit : fits) {
        draw_model(scene, table, fit, width);
    }
    for (const std::string &name : add_field(scene, "own-model", "Add a model of your own", "A model of your own", width)) {
        OwnModel model;
        model.name = name;
        OwnModelId made;
        scene.edit(add_own_model(scene.plan(), model, scene.app.bits(), &made));
        scene.scratch.folded["model-" + code_of(made)] = true;
    }
}

} // namespace fullcourt::ui
