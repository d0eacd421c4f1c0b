#include "analysis/kpi_status.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "analysis/currency.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr double nearTarget = 0.1;
constexpr int monthsAYear = 12;
constexpr int monthsAQuarter = 3;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// "1,200" → "1200"; a comma that stands for a decimal point ("2,5") → "2.5".
std::string plain_number(std::string text) {
    std::size_t comma = text.find(',');
    while (comma != std::string::npos) {
        const bool thousands = text.size() - comma > 3 && text.find_first_not_of("0123456789", comma + 1) >= comma + 4;
        text.replace(comma, 1, thousands ? "" : ".");
        comma = text.find(',', comma + 1);
    }
    return text;
}

/// The month in which a period ends, counted through the years; less than any month where it is none.
int last_month(std::string_view period) {
    const std::optional<double> year = parse_number(period.substr(0, 4));
    if (!year || period.size() < 4) {
        return -1;
    }
    int month = monthsAYear;
    if (period.size() == 7 && (period[5] == 'Q' || period[5] == 'q')) {
        month = (period[6] - '0') * monthsAQuarter;
    } else if (period.size() == 7) {
        month = static_cast<int>(parse_number(period.substr(5, 2)).value_or(monthsAYear));
    }
    return static_cast<int>(*year) * monthsAYear + month;
}

KpiState state_of(const Kpi &kpi, double value, std::optional<double> target) {
    if (!target) {
        return KpiState::unknown;
    }
    const double short_by = kpi.direction == KpiDirection::up ? *target - value : value - *target;
    if (short_by <= 0) {
        return KpiState::onTarget;
    }
    return short_by <= nearTarget * std::abs(*target) ? KpiState::close : KpiState::off;
}

KpiTrend trend_of(const Kpi &kpi, double before, double now) {
    if (before == now) {
        return KpiTrend::level;
    }
    return (now > before) == (kpi.direction == KpiDirection::up) ? KpiTrend::better : KpiTrend::worse;
}

std::string in_its_unit(const Kpi &kpi, double value) { return with_unit(to_text(value), kpi.unit); }

std::string state_words(KpiState state, const std::string &target) {
    switch (state) {
    case KpiState::onTarget: return ", on target (" + target + ")";
    case KpiState::close: return ", close to the target (" + target + ")";
    case KpiState::off: return ", off target (" + target + ")";
    case KpiState::unknown: break;
    }
    return {};
}

} // namespace

std::optional<double> target_number(std::string_view target) {
    std::string number;
    bool ended = false;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const char c = target[i];
        const bool inside = !number.empty() && (c == '.' || c == ',') && i + 1 < target.size() && is_digit(target[i + 1]);
        if (is_digit(c) || (inside && !ended)) {
            if (ended) {
                return std::nullopt;
            }
            number += number.empty() && i > 0 && target[i - 1] == '-' ? std::string("-") + c : std::string(1, c);
        } else {
            ended = !number.empty();
        }
    }
    return parse_number(plain_number(number));
}

std::vector<std::string> periods_in_order(const Kpi &kpi) {
    std::vector<std::string> periods;
    for (const auto &[period, value] : kpi.values) {
        periods.push_back(period);
    }
    sort_stably(periods, [](const std::string &a, const std::string &b) { return last_month(a) < last_month(b); });
    return periods;
}

KpiStatus kpi_status(const Kpi &kpi) {
    const std::vector<std::string> periods = periods_in_order(kpi);
    KpiStatus status;
    if (periods.empty()) {
        return status;
    }
    status.period = periods.back();
    const double now = kpi.values.at(status.period);
    status.latest = now;
    status.state = state_of(kpi, now, target_number(kpi.target));
    status.sentence = span_words(status.period) + ": " + in_its_unit(kpi, now) + state_words(status.state, kpi.target);
    if (periods.size() > 1) {
        const double before = kpi.values.at(periods[periods.size() - 2]);
        status.trend = trend_of(kpi, before, now);
        status.sentence += status.trend == KpiTrend::level
                               ? ", as before"
                               : std::string(now > before ? ", up from " : ", down from ") + in_its_unit(kpi, before);
    }
    status.sentence += ".";
    return status;
}

std::string kpi_standing(const Plan &plan) {
    std::map<KpiState, std::size_t> states;
    std::size_t valued = 0;
    for (const auto &[id, kpi] : plan.measurement->kpis) {
        if (!kpi.values.empty()) {
            ++valued;
            ++states[kpi_status(kpi).state];
        }
    }
    if (valued == 0) {
        return {};
    }
    std::string text = std::to_string(states[KpiState::onTarget]) + " on target, " + std::to_string(states[KpiState::close]) + " close, " +
                       std::to_string(states[KpiState::off]) + " off";
    if (const std::size_t untold = states[KpiState::unknown]) {
        text += ", " + std::to_string(untold) + " with a target that is no number";
    }
    const std::size_t without = plan.measurement->kpis.size() - valued;
    return text + (without == 0 ? "." : "; " + counted(without, "has", "have") + " no value yet.");
}

KpiBalance kpi_balance(const Plan &plan) {
    KpiBalance balance;
    for (const auto &[id, kpi] : plan.measurement->kpis) {
        ++(kpi.centre == KpiCentre::account ? balance.account : kpi.centre == KpiCentre::lead ? balance.lead : balance.neither);
        balance.shared += kpi.is_shared() ? 1U : 0U;
        balance.agreed += kpi.is_shared() && kpi.signedByMarketing && kpi.signedBySales ? 1U : 0U;
    }
    const std::size_t all = plan.measurement->kpis.size();
    if (all > 0) {
        balance.sentence = std::to_string(balance.account) + " of " + counted(all, "KPI", "KPIs") + " count accounts, " +
                           std::to_string(balance.lead) + " count leads. Both sides signed " + std::to_string(balance.agreed) + " of " +
                           counted(balance.shared, "shared target", "shared targets") + ".";
    }
    return balance;
}

} // namespace fullcourt
