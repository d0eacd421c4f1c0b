// The running page: holds the State, runs update() and carries its effects to the platform. What views talk to.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/check.h"
#include "analysis/raci.h"
#include "app/update.h"

namespace fullcourt {

/// How much there is to settle about one item, and the gravest of it.
struct Mark {
    Severity severity = Severity::note;
    std::size_t count = 0;
};
struct SectionState {
    std::size_t open = 0;
    std::map<std::string, Mark> marks; ///< by item; the empty id stands for the section as a whole
};

/// What follows from the plan, computed once for each generation of it.
struct Derived {
    std::vector<Finding> findings; ///< of all sections, accepted ones among them
    FindingCount count;
    std::map<PlanSection, SectionState> sections; ///< those with something open
    std::map<View, std::size_t> open;             ///< things to settle by the view beside which they stand; conflicts have one besides
    std::vector<GridLine> lines;                  ///< in shown order
    std::vector<RoleId> columns;                  ///< in shown order
    std::map<ActivityId, LetterCount> rowCounts;
    std::map<RoleId, LetterCount> columnCounts;
};
/// The checker remembers what it found, so that an edit rechecks what it touched.
Derived derive(const Plan &plan, Checker &checker, std::int32_t today = 0);
/// Things to settle in a section, or beside a view.
std::size_t open_in(const Derived &derived, PlanSection section);
std::size_t open_in(const Derived &derived, View view);
/// Nothing where there is nothing to settle about the item.
const Mark *mark_of(const Derived &derived, PlanSection section, const std::string &item);

class App {
  public:
    /// Long work goes on for `workSeconds` at a time, between which the page answers; with 0 a piece at a time.
    explicit App(double workSeconds = 0.012);

    /// Connects to the platform and begins.
    void start();

    const State &state() const { return m_state; }
    /// Empty where no plan is open.
    const Derived &derived() const;

    /// Goes on for a moment with what the next frame takes of very many accounts, true when nothing is left. Until then a frame would
    /// hold the page up.
    bool prepare_frame();

    /// What the platform tells.
    void receive(platform::Event event);
    /// Actions dispatched while one is being worked on, or while a view draws, wait for settle().
    void dispatch(Action action);
    /// Between these, dispatch() only queues: views draw from a state that holds still.
    void begin_drawing() { m_drawing = true; }
    void end_drawing();

    /// A number for a gesture of several edits (typing in a field, a drag).
    std::uint64_t new_gesture() { return ++m_gesture; }
    const RandomBits &bits() const { return m_bits; }

    /// Of the open plan's accounts.
    ScoreBoard &score_board() const;
    /// Of the open plan's contacts, as they stand today.
    ContactBoard &contact_board() const;

    /// What Copy gives for what is selected.
    std::string copied_text() const;
    /// What it gives in the list of accounts, whose selection is the view's own matter.
    void copy_accounts_with(std::function<std::string()> copy) { m_copiedAccounts = std::move(copy); }

  private:
    bool is_derived() const; ///< of the plan that is open
    void settle();
    void go_on_with_work();
    void draw_after(const Action &action);
    void run(Effects effects);

    State m_state;
    RandomBits m_bits;
    std::vector<Action> m_queue;
    double m_workSeconds;
    double m_progressDrawn = 0; ///< when, in platform::seconds()
    bool m_drawing = false;
    bool m_settling = false;
    std::uint64_t m_gesture = 0;
    std::function<std::string()> m_copiedAccounts;
    mutable Checker m_checker;
    mutable Derived m_derived;
    mutable std::uint64_t m_derivedGeneration = 0;
    mutable PlanId m_derivedPlan;
};

} // namespace fullcourt
