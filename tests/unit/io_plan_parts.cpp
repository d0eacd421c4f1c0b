#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "io/plan_parts.h"
#include "io/restore.h"
#include "many_accounts.h"

using namespace fullcourt;

namespace {

const Envelope envelope{PlanId("p"), "r1", "", {}, "2026-11-23T07:00:00Z", {}};

/// A store that holds what was written to it, and remembers by `names` what it holds.
struct Store {
    PlanParts names;
    std::map<std::string, std::string> parts;
    std::string slots[2];

    void take(const PlanWrite &write, char slot) {
        for (const auto &[name, bytes] : write.parts) {
            parts[name] = *bytes;
        }
        std::erase_if(parts, [&](const auto &part) { return !write.keep.contains(part.first); });
        slots[slot == 'A' ? 0 : 1] = write.slot;
    }
    PlanWrite write(const Plan &plan, char slot) {
        PlanWrite write = names.write(plan, envelope, slot);
        take(write, slot);
        names.stored();
        return write;
    }
    std::string file(char slot) const {
        const StoredParts held(parts.begin(), parts.end());
        const std::optional<SlotText> text = read_slot(slots[slot == 'A' ? 0 : 1]);
        REQUIRE(text);
        REQUIRE(std::all_of(held.begin(), held.end(), [](const auto &part) { return part_name(part.second) == part.first; }));
        REQUIRE(missing_parts(*text, held) == 0);
        return plan_file(*text, held);
    }
};

} // namespace

TEST_CASE("A plan with many accounts is stored in parts whose bytes together are the plan file") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    const PlanWrite first = store.write(plan, 'A');
    CHECK(first.parts.size() == 3);
    CHECK(first.bytes == write_plan(plan, envelope).size());
    CHECK(store.file('A') == write_plan(plan, envelope));
    const Result<Restored> restored = restore(store.file('A'));
    REQUIRE(restored);
    CHECK(restored->plan == plan);
}

TEST_CASE("After an edit of one account only its part is written, and both slots stay whole") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    store.write(plan, 'A');
    const std::string before = store.file('A');
    test::set_size(plan, 5000, "12");
    const PlanWrite second = store.write(plan, 'B');
    CHECK(second.parts.size() == 1);
    CHECK(second.keep.size() == 4);
    CHECK(store.file('A') == before);
    CHECK(store.file('B') == write_plan(plan, envelope));
    test::set_size(plan, 5000, "13");
    store.write(plan, 'A');
    CHECK(store.file('A') == write_plan(plan, envelope));
    CHECK(store.parts.size() == 4);
    CHECK(store.write(plan, 'B').parts.empty());
    CHECK(store.parts.size() == 3);
    CHECK(store.file('B') == store.file('A'));
}

TEST_CASE("What a start found in the slots is not written again, whatever was edited meanwhile elsewhere") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    const PlanWrite first = store.write(plan, 'A');
    PlanParts parts;
    parts.opened(first.needs, {});
    test::set_size(plan, 0, "12");
    const PlanWrite write = parts.write(plan, envelope, 'B');
    CHECK(write.parts.size() == 1);
    store.take(write, 'B');
    CHECK(store.file('A').size() == first.bytes);
    CHECK(store.file('B') == write_plan(plan, envelope));
}

TEST_CASE("What was read from the parts needs no naming, and a revision is put together from them") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    const PlanWrite first = store.write(plan, 'A');
    std::vector<std::size_t> sizes;
    for (const std::string &name : first.needs) {
        sizes.push_back(store.parts.at(name).size());
    }
    PlanParts parts;
    parts.opened(first.needs, {});
    parts.read_from(*plan.accounts, 'A', sizes);
    CHECK(parts.prepare(plan, 0));
    test::set_size(plan, 0, "12");
    CHECK_FALSE(parts.prepare(plan, 0));
    const PlanPieces pieces = parts.pieces(plan, envelope);
    std::string file = pieces.frame.before;
    std::size_t carried = 0;
    for (const auto &[name, bytes] : pieces.parts) {
        file += bytes->empty() ? store.parts.at(name) : *bytes;
        carried += bytes->empty() ? 0 : 1;
    }
    file += pieces.frame.after;
    CHECK(file == write_plan(plan, envelope));
    CHECK(pieces.bytes == file.size());
    CHECK(carried == 1);
}

TEST_CASE("A revision that is kept while a store is under way takes nothing from what that store removes") {
    Plan plan = test::plan_with_many_accounts();
    const Plan original = plan;
    PlanParts parts;
    (void)parts.write(plan, envelope, 'A');
    parts.stored();
    test::set_size(plan, 0, "12");
    (void)parts.write(plan, envelope, 'B');
    parts.stored();
    const PlanWrite underWay = parts.write(plan, envelope, 'A');
    const PlanPieces pieces = parts.pieces(original, envelope); // undone meanwhile
    for (const auto &[name, bytes] : pieces.parts) {
        CHECK((underWay.keep.contains(name) || !bytes->empty()));
    }
}

TEST_CASE("After a write that failed, or in an emptied store, everything that is needed is written again") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    store.write(plan, 'A');
    test::set_size(plan, 0, "12");
    (void)store.names.write(plan, envelope, 'B');
    store.names.failed();
    CHECK(store.write(plan, 'B').parts.size() == 3);
    (void)store.file('A');
    CHECK(store.file('B') == write_plan(plan, envelope));
    store.names.emptied();
    const PlanWrite anew = store.write(plan, 'A');
    CHECK(anew.parts.size() == 3);
    CHECK(anew.keep.size() == 3);
}

TEST_CASE("Chunks are written a few at a time, and what changes meanwhile is written as it is at the end") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    CHECK_FALSE(store.names.prepare(plan, 2));
    test::set_size(plan, 0, "12");
    CHECK_FALSE(store.names.prepare(plan, 1));
    CHECK(store.names.prepare(plan, 1));
    store.write(plan, 'A');
    CHECK(store.file('A') == write_plan(plan, envelope));
}

TEST_CASE("Where columns change places every row is written anew, and few accounts lie in the slot") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    store.write(plan, 'A');
    auto &columns = plan.accounts.edit().columns;
    std::swap(columns.at(AccountColumnId("name")).position, columns.at(AccountColumnId("size")).position);
    store.write(plan, 'B');
    CHECK(store.file('B') == write_plan(plan, envelope));
    plan.accounts.edit() = test::accounts({{"size"}}, {{"a", "1"}});
    const PlanWrite small = store.write(plan, 'A');
    CHECK(small.parts.empty());
    CHECK(small.needs.empty());
    CHECK(store.file('A') == write_plan(plan, envelope));
    (void)store.file('B');
}

TEST_CASE("What a plan with many accounts holds has one digest, whatever of it has been stored") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    store.write(plan, 'A');
    const std::string before = store.names.contents(plan);
    CHECK(before == PlanParts().contents(plan));
    test::set_size(plan, 5000, "77");
    const std::string after = store.names.contents(plan);
    CHECK(after != before);
    CHECK(after == PlanParts().contents(plan));
    CHECK(after.size() < write_plan(plan, {}).size() / 10);
    const Plan few;
    CHECK(PlanParts().contents(few) == write_plan(few, {}));
}

TEST_CASE("A plan that is written for several revisions is written for each as if for the first time") {
    Plan plan = test::plan_with_many_accounts();
    Envelope other = envelope;
    other.revision = "another";
    other.author = "{\"version\":1}";
    other.extra["\"fullcourt\":"] = "{}";
    PlanParts parts;
    CHECK(parts.pieces(plan, envelope).frame == write_around_rows(plan, envelope));
    CHECK(parts.pieces(plan, other).frame == write_around_rows(plan, other));
    CHECK(parts.pieces(plan, {}).frame == write_around_rows(plan, {}));
    plan.about.edit().title = "Renamed";
    CHECK(parts.pieces(plan, other).frame == write_around_rows(plan, other));
    plan.accounts.edit().keyName = "Number";
    CHECK(parts.pieces(plan, other).frame == write_around_rows(plan, other));
}

TEST_CASE("Names that were prepared beside a store serve it, but for what it has lost meanwhile") {
    Plan plan = test::plan_with_many_accounts();
    Store store;
    store.write(plan, 'A');
    Plan next = plan;
    test::set_size(next, 5000, "77");
    PlanParts beside = store.names;
    REQUIRE(beside.prepare(next, 100));
    store.names.take_names(beside);
    CHECK(store.names.prepare(next, 0)); // nothing is left to do
    CHECK(store.write(next, 'B').parts.size() == 1);
    CHECK(store.file('B') == write_plan(next, envelope));

    PlanParts early = store.names;
    REQUIRE(early.prepare(plan, 100));
    store.names.emptied();
    store.parts.clear();
    store.names.take_names(early);
    CHECK(store.write(plan, 'A').parts.size() == 3);
    CHECK(store.file('A') == write_plan(plan, envelope));
}
