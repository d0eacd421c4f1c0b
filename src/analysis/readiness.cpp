#include "analysis/readiness.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "model/rows.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostGaps = 3;
constexpr std::array allSides = {Side::marketing, Side::sales, Side::product};

using enum ReadinessTheme;

constexpr std::array statementTable = {
    ReadinessStatement{"named-owner", structures, "One person is named to run account-based work."},
    ReadinessStatement{"both-leaders", structures, "The heads of marketing and of sales both stand behind it, and say so."},
    ReadinessStatement{"time-set-aside", structures, "Those who take part have time set aside for it."},
    ReadinessStatement{"joint-selection", processes, "Marketing and sales choose target accounts together."},
    ReadinessStatement{"clear-handover", processes, "It is clear when an account passes to somebody else, and what is passed on."},
    ReadinessStatement{"meetings-held", processes, "Those who share accounts have regular meetings, and these take place."},
    ReadinessStatement{"shared-goals", culture, "Both sides are judged by at least one number that they share."},
    ReadinessStatement{"open-doubts", culture, "Doubts and mistakes are spoken of openly between the sides."},
    ReadinessStatement{"account-first", culture, "What helps the account counts more than who gets the credit."},
    ReadinessStatement{"one-picture", data, "Both sides look at the same picture of an account."},
    ReadinessStatement{"trusted-data", data, "The data about accounts and contacts can be relied on."},
    ReadinessStatement{"visible-interest", data, "It can be seen who at an account takes an interest, and how much."},
};

std::map<Side, double> levels_of(const Readiness &readiness, ReadinessTheme theme) {
    std::map<Side, double> levels;
    for (const Side side : allSides) {
        double sum = 0;
        int count = 0;
        for (const ReadinessStatement &statement : statementTable) {
            const int *answer = find_at(readiness.answers, std::string(statement.code), side);
            if (statement.theme == theme && answer != nullptr) {
                sum += *answer;
                ++count;
            }
        }
        if (count > 0) {
            levels.emplace(side, sum / count);
        }
    }
    return levels;
}

std::vector<ReadinessGap> gaps_of(const Readiness &readiness) {
    std::vector<ReadinessGap> gaps;
    for (const ReadinessStatement &statement : statementTable) {
        const std::string code(statement.code);
        const int *marketing = find_at(readiness.answers, code, Side::marketing);
        const int *sales = find_at(readiness.answers, code, Side::sales);
        if (marketing != nullptr && sales != nullptr && *marketing != *sales) {
            gaps.push_back({statement, *marketing, *sales,
                            std::string(statement.text) + " Marketing says " + std::to_string(*marketing) + ", sales says " +
                                std::to_string(*sales) + "."});
        }
    }
    sort_stably(gaps, [](const ReadinessGap &a, const ReadinessGap &b) { return a.width() > b.width(); });
    gaps.resize(std::min(gaps.size(), mostGaps));
    return gaps;
}

} // namespace

std::string_view theme_name(ReadinessTheme theme) {
    switch (theme) {
    case structures: break;
    case processes: return "Processes";
    case culture: return "Culture";
    case data: return "Data";
    }
    return "Structures";
}

std::span<const ReadinessStatement> readiness_statements() { return statementTable; }

ReadinessPicture readiness_picture(const Readiness &readiness) {
    ReadinessPicture picture;
    for (const ReadinessTheme theme : {structures, processes, culture, data}) {
        picture.themes.push_back({theme, levels_of(readiness, theme)});
    }
    picture.gaps = gaps_of(readiness);
    for (const ReadinessStatement &statement : statementTable) {
        for (const Side side : allSides) {
            if (find_at(readiness.answers, std::string(statement.code), side) != nullptr) {
                ++picture.answered[side];
            }
        }
    }
    return picture;
}

} // namespace fullcourt
