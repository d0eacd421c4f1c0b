#include "analysis/program_figures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/currency.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr double inPercent = 100;

std::string rounded(double number, double parts) { return to_text(std::round(number * parts) / parts); }

/// "1,234.5"
std::string grouped_figure(double number) {
    std::string text = rounded(number, 10);
    const std::size_t begin = text.front() == '-' ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    if (text.find('e') == std::string::npos) {
        for (std::size_t at = point; at > begin + 3; at -= 3) {
            text.insert(at - 3, ",");
        }
    }
    return text;
}

std::string of_accounts(std::size_t some, const Program &program) {
    return std::to_string(some) + " of " + counted(program.accounts, "target account", "target accounts");
}

void take_share(FigureStatus &status, double share) {
    status.value = share * inPercent;
    status.words = rounded(share * inPercent, 1) + " %";
}

void take_conversions(const Program &program, FigureStatus &status) {
    std::size_t of = 0;
    std::size_t reached = 0;
    for (const StepFigures &step : program.steps) {
        of += step.of;
        reached += step.reached;
    }
    if (of == 0) {
        status.terms = "No account is in a stage yet.";
        return;
    }
    take_share(status, static_cast<double>(reached) / static_cast<double>(of));
    status.terms = "Accounts went on to the next stage " + std::to_string(reached) + " of the " + std::to_string(of) + " times they could.";
}

void take_cycle(const Program &program, FigureStatus &status) {
    if (!program.cycle) {
        status.terms = "No account has the days of both its engagement and its closing yet.";
        return;
    }
    status.value = program.cycle;
    status.words = counted(static_cast<std::size_t>(std::lround(*program.cycle)), "day", "days");
    status.terms = "Half of " + counted(program.cycles, "won account", "won accounts") + " took no longer than that from engaged to won.";
}

void take_revenue(const Plan &plan, const Program &program, FigureStatus &status) {
    const AccountColumn *column = find(plan.accounts->columns, program.revenueColumn);
    if (column == nullptr) {
        status.terms = number_columns(*plan.accounts).empty() ? "The accounts have no column of numbers to add up."
                                                              : "Choose the column that holds what a won account brings.";
        return;
    }
    status.value = program.revenue;
    status.words = with_unit(grouped_figure(program.revenue), unit_in(column->name));
    status.terms =
        quoted(column->name) + " added up over " + counted(program.won, "won account", "won accounts") +
        (program.wonWithValue == program.won ? "." : ", " + std::to_string(program.won - program.wonWithValue) + " without a value.");
}

void take_value(const Plan &plan, const Program &program, FigureStatus &status) {
    const double accounts = static_cast<double>(program.accounts);
    switch (status.figure) {
    case ProgramFigure::penetration:
        take_share(status, static_cast<double>(program.engaged) / accounts);
        status.terms = of_accounts(program.engaged, program) + " have an engaged member.";
        break;
    case ProgramFigure::coverage:
        take_share(status, program.wide);
        status.terms = "The mean share of the buying committee that is engaged; " + of_accounts(program.covered, program) +
                       " have as many as you ask for.";
        break;
    case ProgramFigure::engagement:
        status.value = program.seats;
        status.words = rounded(program.seats, 10) + (program.seats == 1 ? " person" : " people");
        status.terms = "Engaged members of the committee, mean over the accounts; " + rounded(program.deep, 1) + " points in all.";
        break;
    case ProgramFigure::conversions: take_conversions(program, status); break;
    case ProgramFigure::cycle: take_cycle(program, status); break;
    case ProgramFigure::revenue: take_revenue(plan, program, status); break;
    }
}

/// Words of a KPI's name that speak of the figure, the more telling ones first.
std::vector<std::string_view> words_for(ProgramFigure figure) {
    switch (figure) {
    case ProgramFigure::penetration: return {"penetration"};
    case ProgramFigure::coverage: return {"coverage"};
    case ProgramFigure::engagement: return {"account engagement", "engagement"};
    case ProgramFigure::conversions: return {"conversion", "progression"};
    case ProgramFigure::cycle: return {"cycle", "timeline", "velocity"};
    case ProgramFigure::revenue: return {"revenue"};
    }
    return {};
}

void hold_against_target(const Plan &plan, FigureStatus &status) {
    status.kpi = kpi_for(plan, status.figure);
    const Kpi *kpi = find(plan.measurement->kpis, status.kpi);
    if (kpi == nullptr) {
        status.against = "No KPI holds a target for this.";
        return;
    }
    status.target = target_number(kpi->target);
    if (!status.target) {
        status.against = trimmed(kpi->target).empty() ? "No target for " + quoted(kpi->name) + " yet."
                                                      : "The target of " + quoted(kpi->name) + " is no single number.";
        return;
    }
    if (status.value) {
        Kpi now = *kpi;
        now.values = {{"now", *status.value}};
        status.state = kpi_status(now).state;
    }
    const std::string where = status.state == KpiState::onTarget ? ", on target"
                              : status.state == KpiState::close  ? ", close to it"
                              : status.state == KpiState::off    ? ", off target"
                                                                 : "";
    status.against = "Target " + kpi->target + where;
    status.against += kpi->signedByMarketing && kpi->signedBySales ? "." : "; not signed by both sides.";
}

} // namespace

std::string_view figure_name(ProgramFigure figure) {
    static constexpr std::array<std::string_view, 6> names = {"Penetration", "Coverage", "Engagement", "Conversions", "Cycle", "Revenue"};
    return names[static_cast<std::size_t>(figure)];
}

std::string_view figure_code(ProgramFigure figure) {
    static constexpr std::array<std::string_view, 6> codes = {"penetration", "coverage", "engagement", "conversions", "cycle", "revenue"};
    return codes[static_cast<std::size_t>(figure)];
}

KpiId kpi_for(const Plan &plan, ProgramFigure figure) {
    const Collection<Kpi> &kpis = plan.measurement->kpis;
    for (const auto &[id, code] : plan.contacts->policy.measures) {
        if (code == figure_code(figure) && kpis.contains(id)) {
            return id;
        }
    }
    const std::vector<KpiId> order = ordered(kpis);
    for (const bool shared : {true, false}) {
        for (const std::string_view word : words_for(figure)) {
            for (const KpiId &id : order) {
                const Kpi &kpi = kpis.at(id);
                if (kpi.is_shared() == shared && lowered(kpi.name).find(word) != std::string::npos) {
                    return id;
                }
            }
        }
    }
    return {};
}

FigureStatus figure_status(const Plan &plan, const Program &program, ProgramFigure figure) {
    FigureStatus status{.figure = figure, .words = "–"};
    if (program.accounts == 0) {
        status.terms = "There are no such accounts.";
    } else {
        take_value(plan, program, status);
    }
    hold_against_target(plan, status);
    return status;
}

} // namespace fullcourt
