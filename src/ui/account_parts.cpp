#include "ui/account_parts.h"

#include <array>
#include <cmath>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt::ui {

bool has_score(const Scores &scores, std::uint32_t row) { return scores.q[row] != noScore; }

std::string rank_words(const Scores &scores, std::uint32_t row) {
    return has_score(scores, row) ? std::to_string(scores.rank[row]) : std::string("–");
}

std::string score_words(const Scores &scores, std::uint32_t row) {
    if (!has_score(scores, row)) {
        return "no score";
    }
    return one_decimal(scores.score[row]);
}

std::string number_words(double number) { return grouped(tenths(number)); }

std::string cell_words(const Accounts &accounts, const AccountColumnId &column, std::uint32_t row) {
    const AccountValue value = accounts.table.value(column, row);
    if (const auto *number = std::get_if<double>(&value)) {
        return number_words(*number);
    }
    const std::string text = accounts.table.text(column, row);
    return std::holds_alternative<std::int32_t>(value) ? short_date_words(text) : text;
}

std::string cell_words(const Plan &plan, const AccountColumnId &column, std::uint32_t row) {
    std::string words = cell_words(*plan.accounts, column, row);
    if (column == podColumn()) {
        const Pod *pod = find(plan.engagement->pods, PodId(words));
        return pod == nullptr ? words : pod->name;
    }
    return words;
}

bool is_unreadable(const AccountTable &table, const AccountColumnId &column, std::uint32_t row) {
    return std::holds_alternative<std::monostate>(table.value(column, row)) && !table.text(column, row).empty();
}

ImU32 tier_ink(Tier tier) {
    switch (tier) {
    case Tier::oneToOne: return palette().accountable.fill;
    case Tier::oneToFew: return palette().responsible.fill;
    case Tier::oneToMany: return palette().supports.fill;
    case Tier::none: break;
    }
    return palette().hover;
}

float draw_tier(ImDrawList &list, const ImVec2 &leftMiddle, Tier tier) {
    const std::string words = tier == Tier::none ? "–" : std::string(tier_name(tier));
    const TextStyle style{.size = type::tiny,
                          .colour = tier == Tier::oneToOne   ? palette().accountable.ink
                                    : tier == Tier::oneToFew ? palette().responsible.ink
                                    : tier == Tier::none     ? palette().muted
                                                             : palette().supports.ink,
                          .strong = true};
    const float width = text_size(words, style).x + 16;
    const ImRect box({leftMiddle.x, leftMiddle.y - 10}, {leftMiddle.x + width, leftMiddle.y + 10});
    list.AddRectFilled(box.Min, box.Max, tier_ink(tier), 10);
    draw_line(list, box, words, style, Align::middle);
    return width;
}

void draw_score_bar(ImDrawList &list, const ImRect &box, const Scores &scores, std::uint32_t row) {
    constexpr float numberWidth = 44;
    const float y = box.GetCenter().y;
    const ImRect bar({box.Min.x, y - 4}, {box.Max.x - numberWidth, y + 4});
    constexpr double wellKnown = 0.6;
    const ImU32 ink = palette().accent;
    const ImU32 faded = (ink & ~IM_COL32_A_MASK) | (ImU32{150} << IM_COL32_A_SHIFT);
    const bool scored = has_score(scores, row);
    draw_filled_bar(list, bar, scored ? static_cast<float>(scores.score[row] / 100) : 0,
                    scored && scores.confidence[row] < wellKnown ? faded : ink);
    draw_line(list, {{bar.Max.x, box.Min.y}, box.Max}, score_words(scores, row),
              {.size = type::small, .colour = has_score(scores, row) ? palette().text : palette().muted, .strong = true}, Align::right);
}

const std::string &family_name(CriterionFamily family) {
    static const std::array<std::string, 4> names = {"Firmographic", "Fit", "Intent", "Trigger"};
    return names[static_cast<std::size_t>(family)];
}

} // namespace fullcourt::ui
