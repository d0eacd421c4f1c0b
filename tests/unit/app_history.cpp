#include <catch2/catch_test_macros.hpp>

#include "app/history.h"

using namespace fullcourt;

namespace {

/// All share everything but the title, as the states of one plan do.
Plan titled(const std::string &title) {
    static const Plan untitled;
    Plan plan = untitled;
    plan.about.edit().title = title;
    return plan;
}

} // namespace

TEST_CASE("History goes back and forth over the states it was given") {
    History history = begin_history(titled("a"));
    CHECK(commit(history, titled("b"), "Rename to b"));
    CHECK(commit(history, titled("c"), "Rename to c"));
    CHECK(history.undo_label() == "Rename to c");
    CHECK(undo(history));
    CHECK(history.present.about->title == "b");
    CHECK(history.redo_label() == "Rename to c");
    CHECK(undo(history));
    CHECK_FALSE(undo(history));
    CHECK(redo(history));
    CHECK(redo(history));
    CHECK_FALSE(redo(history));
    CHECK(history.present.about->title == "c");
}

TEST_CASE("A new edit after undo drops the undone ones") {
    History history = begin_history(titled("a"));
    commit(history, titled("b"), "b");
    undo(history);
    commit(history, titled("c"), "c");
    CHECK_FALSE(history.can_redo());
    undo(history);
    CHECK(history.present.about->title == "a");
}

TEST_CASE("Only edits of the same gesture join, and not across an undo") {
    History history = begin_history(titled("a"));
    commit(history, titled("b"), "b", 5);
    commit(history, titled("c"), "c", 5);
    commit(history, titled("d"), "d", 6);
    CHECK(history.past.size() == 2);
    undo(history);
    commit(history, titled("e"), "e", 5);
    CHECK(history.past.size() == 2);
    undo(history);
    CHECK(history.present.about->title == "c");
}

TEST_CASE("The byte budget drops the oldest steps and never the newest") {
    History history = begin_history(titled("0"));
    history.budget = 8'000;
    for (int i = 1; i <= 100; ++i) {
        commit(history, titled(std::string(500, static_cast<char>('a' + i % 26))), "step " + std::to_string(i));
    }
    CHECK(history.past.size() < 16); // of 500 bytes and more each
    CHECK(history.past.size() > 3);
    CHECK(history.undo_label() == "step 100");
    commit(history, titled(std::string(50'000, 'x')), "large");
    commit(history, titled("small"), "small again");
    CHECK(history.past.size() == 1);
    CHECK(undo(history));
    CHECK(history.present.about->title.size() == 50'000);
}

TEST_CASE("Snapshots share what an edit did not touch") {
    Plan plan;
    for (int i = 0; i < 1000; ++i) {
        plan.organisation.edit().roles[RoleId("r" + std::to_string(i))].name = "Role";
    }
    Plan next = plan;
    next.about.edit().title = "x";
    CHECK(next.organisation.shares_with(plan.organisation));
    CHECK(unshared_bytes(next, plan) < 2'000);
    CHECK(unshared_bytes(next, Plan()) > 100'000);
    Plan noted = plan;
    noted.practices.edit().practices[PracticeId("p")].text = std::string(50'000, 'x');
    noted.ballots.edit().tallies[ActivityId("a")] = std::string(50'000, 'x');
    CHECK(unshared_bytes(noted, plan) > 100'000);
}
