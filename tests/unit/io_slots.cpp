#include <catch2/catch_test_macros.hpp>

#include "io/slots.h"
#include "io/write.h"

using namespace fullcourt;

namespace {

std::string file(const std::string &title, const std::string &revision, const std::string &parent, const std::string &savedAt) {
    Plan plan;
    plan.about.edit().title = title;
    return write_plan(plan, {PlanId("p"), revision, parent, {}, savedAt, {}});
}

const std::string older = file("older", "r1", "", "2026-11-23T07:00:00Z");
const std::string newer = file("newer", "r2", "r1", "2026-11-23T08:00:00Z");

} // namespace

TEST_CASE("a slot gives back its bytes") {
    for (const std::string &bytes : {std::string(), std::string("\n\n"), older, std::string(1, '\0')}) {
        const std::string slot = write_slot(bytes);
        REQUIRE(read_slot(slot));
        CHECK(*read_slot(slot) == bytes);
    }
    CHECK(write_slot("abc") == "fullcourt-slot 1 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 3\nabc");
}

TEST_CASE("a slot that was cut, lengthened or changed in any byte does not verify") {
    const std::string slot = write_slot(older);
    CHECK_FALSE(read_slot(slot + "x"));
    for (std::size_t i = 0; i < slot.size(); ++i) {
        CHECK_FALSE(read_slot(slot.substr(0, i)));
        std::string changed = slot;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(read_slot(changed));
    }
}

TEST_CASE("the marker says which slot is the newest") {
    const std::string a = write_slot(older);
    const std::string b = write_slot(newer);
    SECTION("the marked slot is used") {
        CHECK(choose_slot(a, b, "B").slot == 'B');
        CHECK(choose_slot(a, b, "B").bytes == newer);
        CHECK(choose_slot(a, b, "A").slot == 'A');
        CHECK_FALSE(choose_slot(a, b, "B").newestLost);
    }
    SECTION("where it is damaged the other one is used, and that is said") {
        const SlotChoice choice = choose_slot(a, b.substr(0, b.size() / 2), "B");
        CHECK(choice.slot == 'A');
        CHECK(choice.bytes == older);
        CHECK(choice.newestLost);
        CHECK(choose_slot("", b, "A").newestLost);
    }
    SECTION("a write of the other slot that was torn loses nothing") {
        const SlotChoice choice = choose_slot(a, b.substr(0, 40), "A");
        CHECK(choice.slot == 'A');
        CHECK_FALSE(choice.newestLost);
    }
    SECTION("without a marker the one saved later is used") {
        CHECK(choose_slot(a, b, "").slot == 'B');
        CHECK(choose_slot(b, a, "rubbish").slot == 'A');
        CHECK_FALSE(choose_slot(b, a, "").newestLost);
        CHECK(choose_slot(a, "", "").slot == 'A');
        CHECK_FALSE(choose_slot(a, "", "").newestLost);
        CHECK(choose_slot(a, "torn", "").newestLost);
    }
    SECTION("of two saved in the same second the child is the newer") {
        const std::string child = write_slot(file("child", "r9", "r1", "2026-11-23T07:00:00Z"));
        CHECK(choose_slot(a, child, "").slot == 'B');
        CHECK(choose_slot(child, a, "").slot == 'A');
    }
    SECTION("nothing stored and nothing readable are two things") {
        CHECK(choose_slot("", "", "").empty);
        CHECK(choose_slot("", "", "").slot == 0);
        CHECK(choose_slot("x", "y", "A").slot == 0);
        CHECK_FALSE(choose_slot("x", "y", "A").empty);
    }
}
