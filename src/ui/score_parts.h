// What the parts of the score section share: a weight that is dragged, accounts that are named and looked up, moves between tiers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "analysis/list_change.h"
#include "ui/account_parts.h"
#include "ui/section.h"

namespace fullcourt::ui {

// The parts, a file each; `width` as of a page's body.
void draw_score_model(Scene &scene, const SectionPage &page, float width);
void draw_calibration(Scene &scene, float width);
void draw_score_sides(Scene &scene, float width);
void draw_score_tiers(Scene &scene, float width);
void draw_backtest(Scene &scene, float width);
void draw_score_versions(Scene &scene, float width);

/// Columns that no criterion reads yet, to make one of them with a click.
void draw_criterion_offers(Scene &scene, float width);
/// Marketing's and sales' names under the model.
void draw_signatures(Scene &scene, float width);

/// "Unnamed" where it has none.
std::string criterion_name(const Scene &scene, const CriterionId &id);

/// A number between buttons for less and more, in a track that is dragged; arrow keys change it too.
struct WeightControl {
    std::optional<double> set; ///< what it was set to: a gesture ended
    bool dragging = false;
    double shown = 0; ///< the number as it is dragged
};
struct WeightStyle {
    std::string name;
    double value = 0;
    double most = 10;
    double step = 1;       ///< of the buttons and the keys
    double snap = 0.5;     ///< to what a drag rounds
    std::string unit = {}; ///< "%"
    float width = 128;
    bool disabled = false;
};
WeightControl weight_control(Scene &scene, const char *id, const WeightStyle &style);

/// Finds an account by what it is called or by its key; the row of the one that was picked.
std::optional<std::uint32_t> account_picker(Scene &scene, const std::string &id, const std::string &name, const std::string &hint,
                                            float width);

/// Shows why the account stands where it does, beside the score.
void show_account(Scene &scene, std::uint32_t row);

/// A row for an account that came into another tier; a click shows the account.
void draw_tier_change(Scene &scene, const TierChange &change, float width);
/// As many of them as fit a list, and how many more there are.
void draw_tier_changes(Scene &scene, const std::vector<TierChange> &changes, std::size_t most, float width);

/// A name, two ranks and two tiers beside each other take as much.
inline constexpr float leastColumn = 300;

/// A paragraph that the mirror has too: what the page found out, not what explains it.
void spoken(const std::string &text, const TextStyle &style, float width, const char *role = "text");

/// Side by side, or below each other where a column would be narrower than `least`.
void draw_two(float width, const std::function<void(float)> &left, const std::function<void(float)> &right, float least = 0);

/// A key for what is kept while the plan stays as it is.
std::string plan_key(const Scene &scene);

} // namespace fullcourt::ui
