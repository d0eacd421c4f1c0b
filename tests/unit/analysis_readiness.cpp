#include "analysis/readiness.h"

#include <cctype>
#include <set>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace fullcourt;

namespace {

Readiness answers(std::initializer_list<std::pair<const char *, std::pair<int, int>>> bothSides) {
    Readiness readiness;
    for (const auto &[code, levels] : bothSides) {
        readiness.answers[code] = {{Side::marketing, levels.first}, {Side::sales, levels.second}};
    }
    return readiness;
}

std::vector<std::string> codes(const std::vector<ReadinessGap> &gaps) {
    std::vector<std::string> all;
    for (const ReadinessGap &gap : gaps) {
        all.emplace_back(gap.statement.code);
    }
    return all;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("At most twelve statements in four themes, each a sentence with a code of its own", "[analysis]") {
    std::set<std::string_view> seen;
    std::map<ReadinessTheme, int> perTheme;
    CHECK(readiness_statements().size() <= 12);
    for (const ReadinessStatement &statement : readiness_statements()) {
        CHECK(seen.insert(statement.code).second);
        CHECK(statement.text.ends_with('.'));
        CHECK(std::isupper(static_cast<unsigned char>(statement.text.front())));
        ++perTheme[statement.theme];
    }
    CHECK(perTheme ==
          std::map<ReadinessTheme, int>{
              {ReadinessTheme::structures, 3}, {ReadinessTheme::processes, 3}, {ReadinessTheme::culture, 3}, {ReadinessTheme::data, 3}});
    CHECK(theme_name(ReadinessTheme::structures) == "Structures");
    CHECK(theme_name(ReadinessTheme::data) == "Data");
}

TEST_CASE("The level of a theme is the mean of a side's own answers", "[analysis]") {
    Readiness readiness = answers({{"shared-goals", {4, 1}}, {"open-doubts", {1, 0}}});
    readiness.answers["account-first"][Side::sales] = 4;
    readiness.answers["trusted-data"][Side::product] = 2;
    const ReadinessPicture picture = readiness_picture(readiness);
    REQUIRE(picture.themes.size() == 4);
    CHECK(picture.themes[0].levels.empty());
    CHECK(picture.themes[2].theme == ReadinessTheme::culture);
    CHECK(picture.themes[2].levels.at(Side::marketing) == Catch::Approx(2.5));
    CHECK(picture.themes[2].levels.at(Side::sales) == Catch::Approx(5.0 / 3));
    CHECK_FALSE(picture.themes[2].levels.contains(Side::product));
    CHECK(picture.themes[3].levels == std::map<Side, double>{{Side::product, 2}});
    CHECK(picture.answered == std::map<Side, std::size_t>{{Side::marketing, 2}, {Side::sales, 3}, {Side::product, 1}});
}

TEST_CASE("The three widest gaps between marketing and sales are named, ties in the order of the statements", "[analysis]") {
    const ReadinessPicture picture = readiness_picture(answers({{"named-owner", {3, 3}},
                                                                {"joint-selection", {2, 1}},
                                                                {"shared-goals", {0, 2}},
                                                                {"one-picture", {4, 0}},
                                                                {"trusted-data", {3, 1}}}));
    CHECK(codes(picture.gaps) == Codes{"one-picture", "shared-goals", "trusted-data"});
    CHECK(picture.gaps[0].width() == 4);
    CHECK(picture.gaps[1].width() == 2);
    CHECK(picture.gaps[0].sentence == "Both sides look at the same picture of an account. Marketing says 4, sales says 0.");
}

TEST_CASE("What one side alone answered is no gap, and unknown statements count for nothing", "[analysis]") {
    Readiness readiness;
    CHECK(readiness_picture(readiness).gaps.empty());
    CHECK(readiness_picture(readiness).answered.empty());
    readiness.answers["shared-goals"] = {{Side::marketing, 4}, {Side::product, 0}};
    readiness.answers["from-elsewhere"] = {{Side::marketing, 4}, {Side::sales, 0}};
    const ReadinessPicture picture = readiness_picture(readiness);
    CHECK(picture.gaps.empty());
    CHECK(picture.answered == std::map<Side, std::size_t>{{Side::marketing, 1}, {Side::product, 1}});
    readiness.answers["shared-goals"][Side::sales] = 4;
    CHECK(readiness_picture(readiness).gaps.empty());
    readiness.answers["shared-goals"][Side::sales] = 3;
    CHECK(codes(readiness_picture(readiness).gaps) == Codes{"shared-goals"});
}
