// The program in figures (DOMAIN §8): how many target accounts are reached, how widely and deeply, how they move from stage to stage,
// how long that takes and what it brings, against the targets that the KPIs hold. Each figure says what it is made of.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/coverage.h"
#include "analysis/kpi_status.h"
#include "analysis/score_board.h"

namespace fullcourt {

/// A step of the way: a stage of accounts or of contacts, in order.
struct StageFigures {
    std::string name;
    std::size_t now = 0;     ///< are in it today
    std::size_t reached = 0; ///< are in it or further, or have a day on which they were
    std::size_t entered = 0; ///< came into it in the last 90 days …
    std::size_t before = 0;  ///< … and in the 90 before
};
/// From one stage of the way to the next.
struct StepFigures {
    std::string from;
    std::string to;
    std::size_t of = 0;               ///< reached `from`
    std::size_t reached = 0;          ///< of these, reached `to`
    std::optional<double> rate;       ///< reached ÷ of
    std::optional<double> medianDays; ///< between the two days, of those that have both in order
    std::size_t timed = 0;            ///< how many have
};

struct MonthFigures {
    std::string month;     ///< "2026-11"
    std::size_t moved = 0; ///< times an account came into a stage after the first
    double points = 0;     ///< undecayed points of contacts at the accounts
};

enum class ProgramFigure { penetration, coverage, engagement, conversions, cycle, revenue };
inline constexpr std::array programFigures = {ProgramFigure::penetration, ProgramFigure::coverage, ProgramFigure::engagement,
                                              ProgramFigure::conversions, ProgramFigure::cycle,    ProgramFigure::revenue};
std::string_view figure_name(ProgramFigure figure); ///< "Penetration"
std::string_view figure_code(ProgramFigure figure); ///< "penetration", as LeadPolicy::measures has it

/// One figure beside its target.
struct FigureStatus {
    ProgramFigure figure = ProgramFigure::penetration;
    std::optional<double> value; ///< in the unit that people set targets in: % as 0 to 100
    std::string words;           ///< "38 %"; "–" where there is none
    std::string terms;           ///< "23 of 60 target accounts have an engaged member."
    KpiId kpi;                   ///< whose target it is held against; empty: none
    std::optional<double> target;
    KpiState state = KpiState::unknown;
    std::string against; ///< "Target 40 % (Account penetration): close to it." or what is missing
};

struct Program {
    std::size_t accounts = 0;         ///< pursued
    std::size_t engaged = 0;          ///< with an engaged contact
    std::size_t covered = 0;          ///< with as many engaged members as RULES §2 account.low-coverage asks for
    std::size_t known = 0;            ///< with any contact
    std::vector<std::size_t> bySeats; ///< accounts with 0, 1 … 4, 5 and more engaged members of the committee
    double wide = 0;                  ///< mean over the accounts, 0 to 1
    double seats = 0;                 ///< engaged members of the committee, mean
    double deep = 0;                  ///< Σ decayed points
    double recent = 0;
    double before = 0;
    std::vector<StageFigures> stages; ///< of the accounts, those off the way ("lost") last
    std::size_t withoutStage = 0;     ///< of the accounts; they count as being in the first one
    std::vector<StepFigures> steps;   ///< of the way alone
    std::optional<double> cycle;      ///< median days from the second stage of the way to the won one
    std::size_t cycles = 0;
    std::size_t won = 0;
    std::size_t lost = 0;
    AccountColumnId revenueColumn; ///< empty: none was chosen, and none looks like it
    double revenue = 0;            ///< summed over the won accounts that have a value
    std::size_t wonWithValue = 0;
    std::vector<MonthFigures> months; ///< twelve, up to this one
    std::vector<StageFigures> leads;  ///< contacts at the accounts, by lead stage
    std::size_t leadsWithoutStage = 0;
    std::vector<StepFigures> leadSteps;
    std::size_t late = 0;              ///< contacts whose response time has run out
    std::vector<FigureStatus> figures; ///< in the order of programFigures
};
/// Of the accounts that are pursued, or of those in one tier. The boards follow the same plan. Revenue is read from the column that
/// LeadPolicy names, else from the one that speaks of a deal, where there is one.
Program program_of(const Plan &plan, ScoreBoard &scores, ContactBoard &contacts, std::optional<Tier> tier = {});

/// The number columns, which are what revenue may be read from, as the plan orders them.
std::vector<AccountColumnId> number_columns(const Accounts &accounts);
/// The KPI that LeadPolicy::measures names, else by its name, shared ones first. Empty where none fits.
KpiId kpi_for(const Plan &plan, ProgramFigure figure);

} // namespace fullcourt
