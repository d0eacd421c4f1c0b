#include "analysis/needed_value.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analysis/criterion_values.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// What arithmetic on u may be off by; far below what a score is quantised to.
constexpr double slack = 1e-13;

std::optional<double> number_in(const AccountValue &value) {
    if (const auto *number = std::get_if<double>(&value)) {
        return *number;
    }
    const auto *text = std::get_if<std::string_view>(&value);
    return text == nullptr ? std::nullopt : parse_number(trimmed(*text));
}

/// The next number away from where one comes from that has so many digits.
double rounded_away(double x, double from, int digits) {
    const double unit = std::pow(10, std::floor(std::log10(std::abs(x))) + 1 - digits);
    const double count = x / unit;
    const double whole = std::round(count);
    // What is a whole number but for the arithmetic is not to be taken a step further.
    const double rounded = std::abs(count - whole) < 1e-9 ? whole : x >= from ? std::ceil(count) : std::floor(count);
    // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
    return unit < 1 ? rounded / std::round(1 / unit) : rounded * unit;
}

/// Few digits where that is still enough.
double readable(const Criterion &criterion, double x, double from, double need) {
    for (int digits = 2; x != 0 && digits < 15; ++digits) {
        const double rounded = rounded_away(x, from, digits);
        if (u_of(criterion, rounded, 0).value_or(0) >= need - slack) {
            return rounded;
        }
    }
    return x;
}

/// Where the line is at least so high, nearest to `from`: at a point, or where it crosses between two.
std::optional<double> nearest_x(const std::vector<ScalePoint> &points, double from, double need) {
    std::optional<double> nearest;
    const auto consider = [&](double x) {
        if (std::isfinite(x) && (!nearest || std::abs(x - from) < std::abs(*nearest - from))) {
            nearest = x;
        }
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].u >= need) {
            consider(points[i].x);
        }
        if (i > 0 && (points[i].u >= need) != (points[i - 1].u >= need)) {
            const ScalePoint &below = points[i - 1];
            consider(below.x + (need - below.u) * (points[i].x - below.x) / (points[i].u - below.u));
        }
    }
    return nearest;
}

std::optional<NeededValue> needed_number(const Criterion &criterion, const AccountValue &now, double need) {
    const double from = number_in(now).value_or(criterion.points.empty() ? 0 : criterion.points.front().x);
    const std::optional<double> x = nearest_x(criterion.points, from, need);
    if (!x) {
        return std::nullopt;
    }
    const double value = readable(criterion, *x, from, need);
    return NeededValue{u_of(criterion, value, 0).value_or(0), to_text(value)};
}

std::optional<NeededValue> needed_word(const Criterion &criterion, double need) {
    std::optional<NeededValue> least;
    for (const auto &[word, u] : criterion.values) {
        if (u >= need && (!least || u < least->u)) {
            least = NeededValue{u, word};
        }
    }
    return least;
}

std::optional<NeededValue> needed_day(const Criterion &criterion, double need, std::int32_t asOf) {
    static constexpr double longest = 36'500;
    const double age = criterion.halfLife > 0 ? std::min(longest, std::floor(-criterion.halfLife * std::log2(need))) : 0;
    const std::int32_t day = asOf - static_cast<std::int32_t>(std::max(0.0, age));
    return NeededValue{u_of(criterion, day, asOf).value_or(0), day_text(day)};
}

} // namespace

std::optional<NeededValue> needed_value(const Criterion &criterion, const AccountValue &now, double need, std::int32_t asOf) {
    if (need > 1) {
        return std::nullopt;
    }
    switch (criterion.scale) {
    case ScaleKind::numeric: return needed_number(criterion, now, need);
    case ScaleKind::category: return needed_word(criterion, need);
    case ScaleKind::recency: return needed_day(criterion, need, asOf);
    case ScaleKind::yesNo: break;
    }
    return NeededValue{1, "yes"};
}

} // namespace fullcourt
