// How accounts lie on a column, and over it the line that says what a value is worth: its points are dragged.
#pragma once

#include <optional>
#include <vector>

#include "analysis/account_list.h"
#include "ui/scene.h"

namespace fullcourt::ui {

/// A number's worth. A drag, or arrow keys on a point that has the keyboard, move it; a click on empty room or "Add a point" adds
/// one, Delete or a double click removes it. Gives the points once a gesture has ended.
std::optional<std::vector<ScalePoint>> scale_curve(Scene &scene, const CriterionId &id, const Criterion &criterion,
                                                   const ColumnPicture &column, float width);

/// A date's worth: the day that counts half is dragged. Gives the half-life in days once a gesture has ended.
std::optional<double> recency_curve(Scene &scene, const CriterionId &id, const Criterion &criterion, const ColumnPicture &column,
                                    std::int32_t asOf, float width);

} // namespace fullcourt::ui
