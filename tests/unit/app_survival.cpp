// Nothing that the page showed as saved is missing afterwards, whatever dies and whenever (issue: what it must survive).
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <random>
#include <utility>

#include "app_browser.h"
#include "edit/gestures.h"
#include "io/restore.h"
#include "io/slots.h"
#include "io/write.h"
#include "many_accounts.h"
#include "rounds.h"

using namespace fullcourt;
using test::Disk;
using test::Tab;

namespace {

void kill_browser(Disk &disk) { disk.locks.clear(); }

/// A gesture on the grid that always changes something.
void edit_something(Tab &tab, std::mt19937 &random) {
    const Plan &plan = tab.plan();
    const std::vector<ActivityId> rows = activity_order(*plan.raci);
    const std::vector<RoleId> columns = ordered(plan.raci->columns);
    const ActivityId row = rows[random() % rows.size()];
    const RoleId column = columns[random() % columns.size()];
    static const std::string letters = "RASCI";
    Letters next = Letters::one(letters[random() % letters.size()]);
    if (next == letters_at(*plan.raci, row, column)) {
        next = Letters();
    }
    if (random() % 5 == 0 && tab.state().open->history.can_undo()) {
        tab.dispatch(action::Undo{});
    } else {
        tab.dispatch(action::Do{set_cell(plan, row, column, next), 0});
    }
}

/// The states a person saw, and the newest that the page called saved.
struct Witness {
    std::vector<Plan> states;
    std::size_t saved = 0;

    void look(const Tab &tab) {
        if (states.empty() || !(states.back() == tab.plan())) {
            states.push_back(tab.plan());
        }
        if (save_state(tab.state()) == SaveState::saved) {
            saved = states.size() - 1;
        }
    }
    /// The plan is a state that was seen at or after the newest saved one.
    bool accepts(const Plan &plan) const {
        for (std::size_t i = saved; i < states.size(); ++i) {
            if (states[i] == plan) {
                return true;
            }
        }
        return false;
    }
};

void work_for_a_while(Tab &tab, Witness &witness, std::mt19937 &random, int steps) {
    for (int i = 0; i < steps; ++i) {
        switch (random() % 5) {
        case 0: edit_something(tab, random); break;
        case 1: tab.fire(Timer::store); break;
        case 2: tab.fire(Timer::retry); break;
        default: tab.step(); break;
        }
        witness.look(tab);
    }
}

void give_many_accounts(Tab &tab) {
    Plan next = tab.plan();
    next.accounts.edit() = test::many_accounts();
    tab.dispatch(action::Do{{"Import accounts", diff(tab.plan(), next)}, 0});
}

void edit_an_account(Tab &tab, std::size_t row, std::size_t size) {
    if (row >= tab.plan().accounts->table.rows()) {
        return;
    }
    Plan next = tab.plan();
    test::set_size(next, row, std::to_string(size));
    tab.dispatch(action::Do{{"Edit an account", diff(tab.plan(), next)}, 0});
}

/// Puts the whole list there, which goes to the slots alone, or takes it away.
void import_or_remove_accounts(Tab &tab) {
    if (tab.plan().accounts->table.rows() == 0) {
        give_many_accounts(tab);
        return;
    }
    Plan next = tab.plan();
    next.accounts.edit() = {};
    tab.dispatch(action::Do{{"Remove all accounts", diff(tab.plan(), next)}, 0});
}

void rename_the_plan(Tab &tab) {
    Plan next = tab.plan();
    next.about.edit().title += "!";
    tab.dispatch(action::Do{{"Rename the plan", diff(tab.plan(), next)}, 0});
}

/// Three lives of a browser, each killed in the middle of its work; what the page of one had shown as saved, the next one opens.
void survive_kills(unsigned seed, const std::function<void(Tab &)> &begin,
                   const std::function<void(Tab &, Witness &, std::mt19937 &)> &work) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Disk disk;
    Witness witness;
    bool kept = false;
    for (int life = 0; life < 3; ++life) {
        Tab tab(disk, seed * 10 + static_cast<unsigned>(life));
        tab.run_all();
        REQUIRE(tab.state().open);
        if (kept) {
            REQUIRE(witness.accepts(tab.plan()));
        }
        if (life == 0) {
            begin(tab);
        }
        witness.states = {tab.plan()};
        witness.saved = 0;
        kept = kept || save_state(tab.state()) == SaveState::saved;
        work(tab, witness, random);
        kept = kept || witness.saved > 0;
        kill_browser(disk);
    }
}

/// Until nothing is left to store.
void settle(Tab &tab) {
    do {
        tab.run_all();
    } while (tab.fire(Timer::store));
    tab.run_all();
}

/// The example becomes a plan that is stored.
void begin_a_plan(Tab &tab) {
    tab.run_all();
    rename_the_plan(tab);
    settle(tab);
}

} // namespace

TEST_CASE("A kill at any moment loses nothing that was shown as saved") {
    for (unsigned seed = 1; seed <= test::rounds(300U); ++seed) {
        survive_kills(
            seed, [](Tab &) {},
            [](Tab &tab, Witness &witness, std::mt19937 &random) {
                work_for_a_while(tab, witness, random, static_cast<int>(random() % 60));
            });
    }
}

TEST_CASE("With accounts in parts, too, a kill at any moment loses nothing that was shown as saved") {
    for (unsigned seed = 1; seed <= test::rounds(16U); ++seed) {
        survive_kills(
            seed,
            [](Tab &tab) {
                give_many_accounts(tab);
                tab.run_all();
            },
            [](Tab &tab, Witness &witness, std::mt19937 &random) {
                for (int i = 0; i < 40; ++i) {
                    switch (random() % 7) {
                    case 0:
                        edit_an_account(tab, random() % std::max(tab.plan().accounts->table.rows(), std::size_t{1}), random() % 100);
                        break;
                    case 1: tab.failures = static_cast<int>(random() % 2); break;
                    case 2: tab.fire(Timer::retry); break;
                    case 3: tab.fire(Timer::store); break;
                    case 4: import_or_remove_accounts(tab); break;
                    default: tab.step(); break;
                    }
                    witness.look(tab);
                }
            });
    }
}

TEST_CASE("An import is shown as saved when both slots hold it, and no copy of it goes to the journal") {
    Disk disk;
    Tab tab(disk, 1);
    begin_a_plan(tab);
    give_many_accounts(tab);
    const std::string id = tab.state().open->id.text;
    tab.run_all();
    CHECK(save_state(tab.state()) == SaveState::saving);
    for (const platform::JournalRow &row : disk.journals[id]) {
        CHECK(row.bytes.size() < 100'000);
    }
    std::size_t stores = 0;
    while (save_state(tab.state()) == SaveState::saving && tab.fire(Timer::store)) {
        const std::string before = disk.mounts[id].marker;
        tab.run_all();
        stores += disk.mounts[id].marker != before ? 1U : 0U;
    }
    CHECK(save_state(tab.state()) == SaveState::saved);
    CHECK(stores == 2);
    const Plan expected = tab.plan();
    kill_browser(disk);
    const auto opens_whole = [&](std::uint64_t number) {
        Tab again(disk, number);
        again.run_all();
        REQUIRE(again.state().open);
        CHECK(again.plan() == expected);
        CHECK(disk.quarantine.empty() == (number == 2));
        kill_browser(disk);
    };
    opens_whole(2);
    Disk::Mount &mount = disk.mounts[id];
    std::string &newest = mount.marker == "A" ? mount.slotA : mount.slotB;
    newest.resize(newest.size() / 2);
    opens_whole(3);
}

TEST_CASE("A browser that dies before an import is in a slot opens what was there before it, and works on") {
    Disk disk;
    Tab tab(disk, 1);
    begin_a_plan(tab);
    rename_the_plan(tab);
    tab.run_all();
    const Plan before = tab.plan();
    give_many_accounts(tab);
    tab.run_all();
    REQUIRE(save_state(tab.state()) == SaveState::saving);
    kill_browser(disk);
    Tab second(disk, 2);
    second.run_all();
    CHECK(second.plan() == before);
    rename_the_plan(second);
    second.run_all();
    const Plan after = second.plan();
    kill_browser(disk);
    Tab third(disk, 3);
    third.run_all();
    CHECK(third.plan() == after);
    settle(third);
    CHECK(save_state(third.state()) == SaveState::saved);
    CHECK(disk.quarantine.empty());
    CHECK(third.state().notices.empty());
}

TEST_CASE("A browser that dies when one slot alone holds an import writes the other when it comes back") {
    Disk disk;
    Tab tab(disk, 1);
    begin_a_plan(tab);
    give_many_accounts(tab);
    const Plan expected = tab.plan();
    const std::string id = tab.state().open->id.text;
    const std::string marker = disk.mounts[id].marker;
    while (disk.mounts[id].marker == marker && (tab.step() || tab.fire(Timer::store))) {
    }
    REQUIRE(disk.mounts[id].marker != marker);
    kill_browser(disk);
    Tab again(disk, 2);
    again.run_all();
    CHECK(again.plan() == expected);
    settle(again);
    CHECK(save_state(again.state()) == SaveState::saved);
    CHECK(again.state().notices.empty());
    kill_browser(disk);
    Disk::Mount &mount = disk.mounts[id];
    (mount.marker == "A" ? mount.slotA : mount.slotB).clear();
    Tab last(disk, 3);
    last.run_all();
    CHECK(last.plan() == expected);
}

TEST_CASE("An edit of one among many accounts stores a fraction of them") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    give_many_accounts(tab);
    settle(tab);
    const std::size_t all = std::exchange(tab.bytesStored, 0);
    edit_an_account(tab, 5000, 7);
    settle(tab);
    CHECK(tab.bytesStored > 0);
    CHECK(tab.bytesStored < all * 6 / 10);
    const Plan expected = tab.plan();
    kill_browser(disk);
    disk.journals.clear();
    Tab again(disk, 2);
    again.run_all();
    CHECK(again.plan() == expected);
    CHECK(disk.quarantine.empty());
    const auto opened =
        std::find_if(disk.revisions.rbegin(), disk.revisions.rend(), [](const auto &kept) { return kept.first.reason == "Opened"; });
    REQUIRE(opened != disk.revisions.rend());
    const Result<Restored> restored = restore(opened->second);
    REQUIRE(restored);
    CHECK(restored->plan == expected);
    CHECK(restored->report.empty());
    CHECK(opened->first.bytes == opened->second.size());
}

TEST_CASE("A damaged part of the accounts: the other slot and the journal, else what is left, said and set aside") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    give_many_accounts(tab);
    settle(tab);
    edit_an_account(tab, 5000, 7);
    settle(tab);
    edit_an_account(tab, 5000, 8);
    settle(tab);
    const Plan expected = tab.plan();
    Disk::Mount &mount = disk.mounts.at(tab.state().open->id.text);
    REQUIRE(mount.parts.size() == 4);
    kill_browser(disk);
    SECTION("of the newest slot alone") {
        const std::optional<SlotText> newest = read_slot(mount.marker == "A" ? mount.slotA : mount.slotB);
        const std::optional<SlotText> other = read_slot(mount.marker == "A" ? mount.slotB : mount.slotA);
        REQUIRE((newest && other));
        for (const std::string &name : newest->parts) {
            if (std::find(other->parts.begin(), other->parts.end(), name) == other->parts.end()) {
                mount.parts.at(name) += "x";
            }
        }
        Tab again(disk, 2);
        again.run_all();
        CHECK(again.plan() == expected);
    }
    SECTION("of both slots") {
        const std::optional<SlotText> newest = read_slot(mount.marker == "A" ? mount.slotA : mount.slotB);
        REQUIRE(newest);
        const std::string lost = mount.parts.at(newest->parts.front());
        mount.parts.at(newest->parts.front()) = lost.substr(1);
        Tab again(disk, 2);
        again.run_all();
        REQUIRE(again.state().open);
        const AccountTable &table = again.plan().accounts->table;
        CHECK(table.rows() == expected.accounts->table.rows() - accountChunkRows);
        CHECK(table.row_of("a105000"));
        CHECK(again.plan().about->title == expected.about->title);
        REQUIRE_FALSE(disk.quarantine.empty());
        CHECK(disk.quarantine.front().second.find(lost.substr(1)) != std::string::npos);
        const auto &notices = again.state().notices;
        CHECK(std::any_of(notices.begin(), notices.end(), [](const Notice &notice) {
            return notice.text.find("could not be read and are missing here") != std::string::npos;
        }));
    }
}

TEST_CASE("A full disk stays visible until a write succeeds, and then everything is there") {
    for (unsigned seed = 1; seed <= test::rounds(100U); ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Disk disk;
        Tab tab(disk, seed);
        tab.run_all();
        edit_something(tab, random);
        tab.run_all();
        REQUIRE(save_state(tab.state()) == SaveState::saved);

        tab.failures = 3;
        edit_something(tab, random);
        tab.run_all();
        CHECK(save_state(tab.state()) == SaveState::failed);
        edit_something(tab, random);
        CHECK(save_state(tab.state()) == SaveState::failed);
        for (int i = 0; i < 8; ++i) {
            tab.fire(Timer::store);
            tab.fire(Timer::retry);
            tab.run_all();
        }
        CHECK(save_state(tab.state()) == SaveState::saved);
        const Plan expected = tab.plan();
        kill_browser(disk);
        Tab again(disk, seed + 1000);
        again.run_all();
        REQUIRE(again.state().open);
        CHECK(again.plan() == expected);
    }
}

TEST_CASE("A damaged newest slot loses nothing: the older one and the journal lead to the same state") {
    for (unsigned seed = 1; seed <= test::rounds(60U); ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Disk disk;
        Tab tab(disk, seed);
        tab.run_all();
        for (int i = 0; i < 6; ++i) {
            edit_something(tab, random);
            if (random() % 2 == 0) {
                tab.fire(Timer::store);
            }
            tab.run_all();
        }
        const Plan expected = tab.plan();
        const std::string id = tab.state().open->id.text;
        Disk::Mount &mount = disk.mounts[id];
        std::string &newest = mount.marker == "A" ? mount.slotA : mount.slotB;
        const bool other = !(mount.marker == "A" ? mount.slotB : mount.slotA).empty();
        if (newest.empty()) {
            continue;
        }
        const std::string damaged = newest.substr(0, newest.size() / 2);
        newest = damaged;
        kill_browser(disk);
        Tab again(disk, seed + 1000);
        again.run_all();
        REQUIRE(again.state().open);
        CHECK(again.plan() == expected);
        CHECK(disk.quarantine.size() == 1);
        CHECK(disk.quarantine.front().second == damaged);
        if (other) {
            CHECK_FALSE(again.state().notices.empty());
        }
    }
}

TEST_CASE("Another tab is a reader until it takes over, and the first keeps what it had typed") {
    Disk disk;
    std::mt19937 random(7);
    Tab first(disk, 1);
    first.run_all();
    edit_something(first, random);
    first.run_all();

    Tab second(disk, 2);
    second.run_all();
    REQUIRE(second.state().open);
    CHECK(save_state(second.state()) == SaveState::readOnly);
    const Plan before = second.plan();
    second.dispatch(action::Do{rename_plan("Mine"), 0});
    CHECK(second.plan() == before);
    CHECK_FALSE(second.state().notices.empty());

    // The first tab has an edit that is journalled but not yet stored when the second takes over by force.
    edit_something(first, random);
    first.run_all();
    const Plan expected = first.plan();
    second.dispatch(action::TakeOver{});
    second.run_all();
    first.dispatch(platform::Event(platform::LockChanged{first.state().open->id.text, false}));
    CHECK(second.plan() == expected);
    CHECK(save_state(second.state()) == SaveState::saved);
    CHECK(save_state(first.state()) == SaveState::readOnly);
    second.dispatch(action::Do{rename_plan("Mine"), 0});
    second.run_all();
    CHECK(second.plan().about->title == "Mine");
}

TEST_CASE("What is written while a long plan is being read is read too before this tab writes") {
    Disk disk;
    Tab first(disk, 1);
    first.run_all();
    give_many_accounts(first);
    settle(first);
    const std::string id = first.state().open->id.text;
    const auto begins_reading = [](Tab &tab) {
        while (tab.state().reading.empty()) {
            REQUIRE(tab.step());
        }
        REQUIRE(tab.step());
        REQUIRE(tab.state().reading.size() == 1);
    };

    Tab second(disk, 2);
    const auto first_stores = [&] {
        edit_an_account(first, 5000, 7);
        settle(first);
    };
    const auto second_hears_of_it = [&] {
        second.dispatch(platform::Event(platform::PlanChangedElsewhere{id}));
        second.fire(Timer::follow);
    };
    SECTION("by the tab that opens it and becomes its writer meanwhile") {
        begins_reading(second);
        CHECK_FALSE(second.state().open);
        first_stores();
        disk.locks[id] = 2;
        second.dispatch(platform::Event(platform::LockChanged{id, true}));
    }
    SECTION("by the tab that shows it") {
        second.run_all();
        second_hears_of_it();
        begins_reading(second);
        first_stores();
        SECTION("and takes over meanwhile") {}
        SECTION("once more") {
            second_hears_of_it();
            second.run_all();
            CHECK(second.plan() == first.plan());
        }
        second.dispatch(action::TakeOver{});
    }
    const Plan expected = first.plan();
    second.run_all();
    CHECK(second.state().reading.empty());
    CHECK(second.plan() == expected);
    CHECK(save_state(second.state()) == SaveState::saved);
    CHECK(disk.quarantine.empty());
}

TEST_CASE("A long plan that somebody turned away from is not read on, and opens nothing") {
    Disk disk;
    Tab tab(disk, 1);
    tab.run_all();
    give_many_accounts(tab);
    settle(tab);
    const PlanId large = tab.state().open->id;
    tab.dispatch(action::StartFrom{"reference", false});
    settle(tab);
    const PlanId small = tab.state().open->id;
    tab.dispatch(action::Open{large});
    while (tab.state().reading.empty()) {
        REQUIRE(tab.step());
    }
    tab.dispatch(action::Open{small});
    tab.run_all();
    CHECK(tab.state().open->id == small);
    CHECK(tab.state().reading.empty());
    tab.dispatch(action::Open{large});
    tab.run_all();
    CHECK(tab.state().open->id == large);
    CHECK(tab.plan().accounts->table.rows() > 4'000);
}

TEST_CASE("A tab that is asked to hand over stores first and edits no more") {
    Disk disk;
    std::mt19937 random(11);
    Tab tab(disk, 1);
    tab.run_all();
    edit_something(tab, random);
    tab.run_all();
    const Plan expected = tab.plan();
    const std::string id = tab.state().open->id.text;
    tab.dispatch(platform::Event(platform::TakeOverAsked{id}));
    edit_something(tab, random);
    CHECK(tab.plan() == expected);
    tab.run_all();
    CHECK(disk.locks.count(id) == 0);
    CHECK(save_state(tab.state()) == SaveState::readOnly);
}

TEST_CASE("A tab that is asked to hand over in the middle of an import hands it over in both slots") {
    Disk disk;
    Tab first(disk, 1);
    begin_a_plan(first);
    give_many_accounts(first);
    const Plan expected = first.plan();
    const std::string id = first.state().open->id.text;
    SECTION("before anything of it is stored") {}
    SECTION("when one slot has it") {
        const std::string marker = disk.mounts[id].marker;
        while (disk.mounts[id].marker == marker && (first.step() || first.fire(Timer::store))) {
        }
        first.step();
    }
    first.dispatch(platform::Event(platform::TakeOverAsked{id}));
    first.run_all();
    CHECK(disk.locks.count(id) == 0);
    CHECK(save_state(first.state()) == SaveState::readOnly);
    kill_browser(disk);
    Disk::Mount &mount = disk.mounts[id];
    (mount.marker == "A" ? mount.slotA : mount.slotB).clear();
    Tab second(disk, 2);
    second.run_all();
    CHECK(second.plan() == expected);
}

TEST_CASE("A full disk in the middle of an import is said, and the import is whole once there is room") {
    Disk disk;
    Tab tab(disk, 1);
    begin_a_plan(tab);
    const Plan before = tab.plan();
    tab.failures = 100;
    give_many_accounts(tab);
    const Plan expected = tab.plan();
    settle(tab);
    CHECK(save_state(tab.state()) == SaveState::failed);
    SECTION("a browser that dies then has what was there before") {
        kill_browser(disk);
        Tab again(disk, 2);
        again.run_all();
        CHECK(again.plan() == before);
        CHECK(disk.quarantine.empty());
    }
    SECTION("with room again it is stored") {
        tab.failures = 0;
        tab.fire(Timer::retry);
        settle(tab);
        CHECK(save_state(tab.state()) == SaveState::saved);
        kill_browser(disk);
        Tab again(disk, 2);
        again.run_all();
        CHECK(again.plan() == expected);
    }
}

TEST_CASE("Work of a tab that lost its lock without knowing is kept as a revision, not mixed in and not dropped") {
    Disk disk;
    std::mt19937 random(3);
    Tab first(disk, 1);
    first.run_all();
    edit_something(first, random);
    first.run_all();
    Tab second(disk, 2);
    second.run_all();
    second.dispatch(action::TakeOver{});
    second.run_all();
    second.dispatch(action::Do{rename_plan("Of the second tab"), 0});
    second.run_all();
    first.dispatch(action::Do{rename_plan("Of the first tab"), 0});
    first.run_all();
    kill_browser(disk);

    Tab third(disk, 3);
    third.run_all();
    REQUIRE(third.state().open);
    CHECK(third.plan().about->title == "Of the second tab");
    bool kept = false;
    for (const auto &[row, bytes] : disk.revisions) {
        kept = kept || bytes.find("Of the first tab") != std::string::npos;
    }
    CHECK(kept);
}

TEST_CASE("What a tab typed while it was being taken over is kept as a revision when it shows the other's state") {
    Disk disk;
    std::mt19937 random(3);
    Tab tab(disk, 1);
    tab.run_all();
    edit_something(tab, random);
    tab.run_all();
    const std::string id = tab.state().open->id.text;
    tab.failures = 100;
    tab.dispatch(action::Do{rename_plan("Typed too late"), 0});
    tab.run_all();
    tab.failures = 0;
    tab.dispatch(platform::Event(platform::LockChanged{id, false}));
    tab.dispatch(platform::Event(platform::PlanChangedElsewhere{id}));
    tab.fire(Timer::follow);
    tab.run_all();
    CHECK(tab.plan().about->title != "Typed too late");
    REQUIRE_FALSE(disk.revisions.empty());
    CHECK(disk.revisions.back().second.find("Typed too late") != std::string::npos);
}

TEST_CASE("Two tabs with two plans do not touch each other's") {
    Disk disk;
    std::mt19937 random(5);
    Tab first(disk, 1);
    first.run_all();
    edit_something(first, random);
    Tab second(disk, 2);
    second.run_all();
    second.dispatch(action::StartFrom{"blank", false});
    second.dispatch(action::Do{rename_plan("Second plan"), 0});
    first.dispatch(action::Do{rename_plan("First plan"), 0});
    while (first.step() || second.step()) {
        first.fire(Timer::store);
        second.fire(Timer::store);
    }
    kill_browser(disk);
    REQUIRE(disk.index.size() == 2);
    for (const platform::IndexRow &row : disk.index) {
        Tab again(disk, 9);
        again.run_all();
        again.dispatch(action::Open{PlanId(row.plan)});
        again.run_all();
        REQUIRE(again.state().open);
        CHECK(again.plan().about->title == row.title);
        kill_browser(disk);
    }
}
