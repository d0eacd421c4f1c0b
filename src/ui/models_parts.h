// The parts of the view of organisation models, a file each. Private to ui/models_*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "analysis/organisation_fit.h"
#include "ui/section.h"

namespace fullcourt::ui {

/// The company's situation: statements answered 0 to 4.
void draw_context(Scene &scene, float width);
/// All models by fit; a click opens a model's terms and what speaks for and against it.
void draw_ranking(Scene &scene, float width);
/// The chosen ones in columns.
void draw_side_by_side(Scene &scene, float width);

/// A model of the plan's own, to be edited.
void draw_own_model(Scene &scene, const OwnModelId &id, float width);

/// What the factor says, without its full stop.
std::string statement_of(std::string_view code);
/// "needs at least 3": what a model asks of a factor.
std::string need_words(const FactorNeed &need);
/// The model's reporting lines as three or four small boxes.
void draw_small_chart(const std::string &code, const ImRect &box);
/// Whether the model stands in the columns.
bool is_compared(const Scene &scene, const std::string &code);
/// "68", or "–" where nothing is answered.
std::string fit_words(const Fit &fit);

} // namespace fullcourt::ui
