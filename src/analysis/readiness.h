// RULES §6: whether the ground is prepared, as each side sees it. Sides are shown, never single people.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/readiness.h"

namespace fullcourt {

enum class ReadinessTheme { structures, processes, culture, data };
/// "Structures" …
std::string_view theme_name(ReadinessTheme theme);

/// Answered 0 (not at all) to 4 (fully) by each side apart.
struct ReadinessStatement {
    std::string_view code; ///< "shared-goals"
    ReadinessTheme theme = ReadinessTheme::structures;
    std::string_view text; ///< one sentence
};
/// Twelve, theme by theme.
std::span<const ReadinessStatement> readiness_statements();

struct ThemeLevel {
    ReadinessTheme theme = ReadinessTheme::structures;
    std::map<Side, double> levels; ///< mean of the side's answers, 0 to 4; a side without an answer is missing
};

/// A statement that marketing and sales answered differently.
struct ReadinessGap {
    ReadinessStatement statement;
    int marketing = 0;
    int sales = 0;
    std::string sentence; ///< "Both sides … share. Marketing says 4, sales says 1."

    int width() const { return marketing > sales ? marketing - sales : sales - marketing; }
};

struct ReadinessPicture {
    std::vector<ThemeLevel> themes;       ///< the four, in order
    std::vector<ReadinessGap> gaps;       ///< the three widest, widest first, ties in the order of the statements
    std::map<Side, std::size_t> answered; ///< of the twelve; a side without an answer is missing
};

/// Answers to statements that this program does not know count for nothing; so do statements that only one of marketing and
/// sales answered, for the gaps.
ReadinessPicture readiness_picture(const Readiness &readiness);

} // namespace fullcourt
