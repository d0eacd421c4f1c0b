#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "edit/edit.h"
#include "reference_plan.h"
#include "rounds.h"

using namespace fullcourt;

namespace {

// A small vocabulary, so that two random plans share ids, miss some and disagree about others.
class Randomly {
  public:
    explicit Randomly(std::uint64_t seed) : m_bits(counting_bits(seed)) {}

    std::size_t below(std::size_t end) { return static_cast<std::uint32_t>(m_bits() % end); }
    bool maybe() { return below(2) == 0; }
    std::string word() { return "w" + std::to_string(below(6)); }
    Extra extra() { return maybe() ? Extra() : Extra{{word(), "1"}, {word(), "[true]"}}; }
    Position position() { return {std::string(1, static_cast<char>('A' + below(20)))}; }
    Letters letters() { return below(4) == 0 ? Letters::accountable_and_responsible() : Letters::one("RASCIV"[below(6)]); }

    Plan plan() {
        Plan plan;
        if (maybe()) {
            plan.about.edit() = {word(), word()};
        }
        for (std::size_t i = below(5); i > 0; --i) {
            Role &role = plan.organisation.edit().roles[RoleId(word())];
            role.name = word();
            role.function = BusinessFunction::sales;
            role.reportsTo = RoleId(word());
            role.headcount = maybe() ? std::optional<int>() : 3;
            role.position = position();
            role.extra = extra();
        }
        add_sections(plan);
        RaciGrid &grid = plan.raci.edit();
        grid.scheme = maybe() ? LetterScheme::raci : LetterScheme::rasci;
        grid.extra = extra();
        if (maybe()) {
            grid.extraLetters = {{'V', word()}};
        }
        for (std::size_t i = below(6); i > 0; --i) {
            grid.phases[PhaseId(word())] = {word(), position(), extra()};
            grid.activities[ActivityId(word())] = {word(), word(), PhaseId(word()), position(), extra()};
            grid.columns[RoleId(word())] = {position(), extra()};
            set_letters(grid, ActivityId(word()), RoleId(word()), letters());
        }
        if (maybe()) {
            plan.settings.edit() = {{{word(), maybe()}}, {{word(), 0.5}}};
        }
        plan.extra.edit() = extra();
        return plan;
    }

  private:
    void add_sections(Plan &plan) {
        OrganisationChoice &choice = plan.organisation.edit().choice;
        choice.home = static_cast<Home>(below(6));
        choice.liaison = maybe();
        choice.bdrOwner = maybe() ? BdrOwner::sales : BdrOwner::marketing;
        choice.context[word()] = static_cast<int>(below(5));
        choice.extra = extra();
        for (std::size_t i = below(4); i > 0; --i) {
            plan.organisation.edit().people[PersonId(word())] = {word(), {{RoleId(word()), 0.5}}, maybe(), position(), extra()};
            plan.governance.edit().meetings[MeetingId(word())].attendees = {RoleId(word())};
            plan.governance.edit().decisions[DecisionId(word())].inputs[RoleId(word())] = word();
            plan.governance.edit().escalation[EscalationLevelId(word())].about = word();
            plan.measurement.edit().kpis[KpiId(word())].values[word()] = 1;
            plan.acceptances.edit()[word()] = {word(), word(), "", extra()};
            plan.practices.edit().practices[PracticeId(word())].text = word();
            plan.practices.edit().tools[ToolId(word())].integratesWith = {ToolId(word())};
            plan.records.edit().log[LogEntryId(word())].what = word();
            plan.records.edit().disputes[DisputeId(word())].days = 3;
            plan.organisation.edit().models[OwnModelId(word())].needs[word()] = {maybe(), 3, 1};
            plan.workshop.edit().sheet[RunSheetItemId(word())].minutes = 20;
        }
        add_beside_letters(plan);
    }

    Side side() { return static_cast<Side>(below(3)); }

    void add_beside_letters(Plan &plan) {
        for (std::size_t i = below(4); i > 0; --i) {
            plan.raci.edit().notes[ActivityId(word())][RoleId(word())] = word();
            set_letters(plan.raci.edit().asIs, ActivityId(word()), RoleId(word()), letters());
            plan.raci.edit().asIsOn = word();
            plan.readiness.edit().answers[word()][side()] = static_cast<int>(below(5));
            set_letters(plan.ballots.edit().grid[side()], ActivityId(word()), RoleId(word()), letters());
            plan.ballots.edit().context[side()][word()] = static_cast<int>(below(5));
            plan.ballots.edit().tallies[ActivityId(word())] = word();
            plan.workshop.edit().parked.insert(word());
        }
    }

    RandomBits m_bits;
};

Plan applied(Plan plan, const std::vector<EditStep> &steps) {
    for (const EditStep &step : steps) {
        fullcourt::apply(plan, step);
    }
    return plan;
}

} // namespace

TEST_CASE("A difference turns one plan into the other, both ways, and twice is once", "[edit]") {
    Randomly randomly(11);
    for (int i = 0; i < test::rounds(3'000); ++i) {
        const Plan before = randomly.plan();
        const Plan after = randomly.plan();
        const std::vector<EditStep> steps = diff(before, after);
        const Plan made = applied(before, steps);
        REQUIRE(made == after);
        REQUIRE(applied(made, steps) == after);
        REQUIRE(applied(after, diff(after, before)) == before);
        REQUIRE(diff(made, after).empty());
    }
}

TEST_CASE("Equal plans differ in nothing, shared or not", "[edit]") {
    const Plan plan = test::reference_plan();
    CHECK(diff(plan, plan).empty());
    CHECK(diff(plan, test::reference_plan()).empty());
}

TEST_CASE("One changed cell is one step", "[edit]") {
    const Plan before = test::reference_plan();
    Plan after = before;
    set_letters(after.raci.edit(), ActivityId("Close"), RoleId("CFO"), Letters());
    const std::vector<EditStep> expected = {SetLetters{ActivityId("Close"), RoleId("CFO"), Letters()}};
    CHECK(diff(before, after) == expected);
}

TEST_CASE("Steps never fail, whatever they name", "[edit]") {
    Plan plan;
    const std::vector<EditStep> steps = {Remove<Role>{RoleId("none")},
                                         Remove<Phase>{PhaseId("none")},
                                         Remove<Activity>{ActivityId("none")},
                                         SetLetters{ActivityId("none"), RoleId("none"), Letters()},
                                         HideColumn{RoleId("none")},
                                         SetExtraLetter{'V', std::nullopt},
                                         SetRule{"none", std::nullopt},
                                         SetThreshold{"none", std::nullopt},
                                         SetThreshold{"none", std::numeric_limits<double>::infinity()},
                                         SetThreshold{"none", std::numeric_limits<double>::quiet_NaN()},
                                         Remove<Person>{PersonId("none")},
                                         Remove<Meeting>{MeetingId("none")},
                                         Remove<Decision>{DecisionId("none")},
                                         Remove<EscalationLevel>{EscalationLevelId("none")},
                                         Remove<Kpi>{KpiId("none")},
                                         SetAnswer{"none", std::nullopt},
                                         SetAcceptance{"none", std::nullopt},
                                         Remove<Practice>{PracticeId("none")},
                                         Remove<Tool>{ToolId("none")},
                                         Remove<LogEntry>{LogEntryId("none")},
                                         Remove<Dispute>{DisputeId("none")},
                                         Remove<OwnModel>{OwnModelId("none")},
                                         Remove<RunSheetItem>{RunSheetItemId("none")},
                                         SetReadiness{Side::sales, "none", std::nullopt},
                                         SetCellNote{ActivityId("none"), RoleId("none"), std::nullopt},
                                         SetCellNote{ActivityId("none"), RoleId("none"), ""},
                                         SetAsIsLetters{ActivityId("none"), RoleId("none"), Letters()},
                                         SetAsIsDate{""},
                                         SetBallotLetters{Side::product, ActivityId("none"), RoleId("none"), Letters()},
                                         SetBallotAnswer{Side::marketing, "none", std::nullopt},
                                         SetTally{ActivityId("none"), std::nullopt},
                                         SetTally{ActivityId("none"), ""},
                                         SetParked{"none", false},
                                         SetExtra{ExtraPlace::choice, "none", std::nullopt},
                                         SetExtra{ExtraPlace::grid, "none", std::nullopt}};
    CHECK(applied(plan, steps) == Plan());
}

TEST_CASE("Removing an activity leaves its letters for when it comes back", "[edit]") {
    const Plan plan = test::reference_plan();
    const Plan without = applied(plan, {Remove<Activity>{ActivityId("Close")}});
    CHECK(letters_at(*without.raci, ActivityId("Close"), RoleId("AE")).text() == "A");
    CHECK(activity_order(*without.raci).size() == 9);
}
