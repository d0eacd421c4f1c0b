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
        CHECK(plan_file(*read_slot(slot), {}) == bytes);
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
        CHECK(choose_slot(a, b, "B", {}).slot == 'B');
        CHECK(plan_file(choose_slot(a, b, "B", {}).text, {}) == newer);
        CHECK(choose_slot(a, b, "A", {}).slot == 'A');
        CHECK_FALSE(choose_slot(a, b, "B", {}).newestLost);
    }
    SECTION("where it is damaged the other one is used, and that is said") {
        const SlotChoice choice = choose_slot(a, b.substr(0, b.size() / 2), "B", {});
        CHECK(choice.slot == 'A');
        CHECK(plan_file(choice.text, {}) == older);
        CHECK(choice.newestLost);
        CHECK(choose_slot("", b, "A", {}).newestLost);
    }
    SECTION("a write of the other slot that was torn loses nothing") {
        const SlotChoice choice = choose_slot(a, b.substr(0, 40), "A", {});
        CHECK(choice.slot == 'A');
        CHECK_FALSE(choice.newestLost);
    }
    SECTION("without a marker the one saved later is used") {
        CHECK(choose_slot(a, b, "", {}).slot == 'B');
        CHECK(choose_slot(b, a, "rubbish", {}).slot == 'A');
        CHECK_FALSE(choose_slot(b, a, "", {}).newestLost);
        CHECK(choose_slot(a, "", "", {}).slot == 'A');
        CHECK_FALSE(choose_slot(a, "", "", {}).newestLost);
        CHECK(choose_slot(a, "torn", "", {}).newestLost);
    }
    SECTION("of two saved in the same second the child is the newer") {
        const std::string child = write_slot(file("child", "r9", "r1", "2026-11-23T07:00:00Z"));
        CHECK(choose_slot(a, child, "", {}).slot == 'B');
        CHECK(choose_slot(child, a, "", {}).slot == 'A');
    }
    SECTION("nothing stored and nothing readable are two things") {
        CHECK(choose_slot("", "", "", {}).empty);
        CHECK(choose_slot("", "", "", {}).slot == 0);
        CHECK(choose_slot("x", "y", "A", {}).slot == 0);
        CHECK_FALSE(choose_slot("x", "y", "A", {}).empty);
    }
}

TEST_CASE("a slot in parts gives back the file's bytes, and verifies only as it was written") {
    const std::string rows = ",\n[\"a\"]";
    const std::string name = part_name(rows);
    const StoredParts parts = {{name, rows}};
    const std::string slot = write_slot({"before\n", "after\n"}, {name, name});
    const std::optional<SlotText> text = read_slot(slot);
    REQUIRE(text);
    CHECK(plan_file(*text, parts) == "before\n" + rows + rows + "after\n");
    CHECK(missing_parts(*text, parts) == 0);
    CHECK(missing_parts(*text, {}) == 2);
    CHECK(plan_file(*text, {}) == "before\nafter\n");
    for (std::size_t i = 0; i < slot.size(); ++i) {
        std::string changed = slot;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(read_slot(changed));
    }
}

TEST_CASE("a slot whose numbers of parts or bytes are not true is none, however its digest was made") {
    const auto with_digest = [](const std::string &body) {
        const std::string plain = write_slot(body);
        return "fullcourt-slot 2" + plain.substr(plain.find(' ') + 2);
    };
    CHECK(read_slot(with_digest("0 3\nabc")));
    for (const char *body : {"", "1", "1 0", "x 0\n", "1 x\n", "0 4\nabc", "2 0\nname\n", "99999999999999999999 0\n",
                             "18446744073709551615 0\nname\n", "-1 0\n", "0 18446744073709551615\n", "0-0\n"}) {
        CAPTURE(body);
        CHECK_FALSE(read_slot(with_digest(body)));
    }
}

TEST_CASE("a part that is not what its name says is not sound, however long it is") {
    const auto is_sound = [](const std::string &name, const std::string &bytes) {
        PartCheck check(name, bytes);
        while (!check.go_on()) {
        }
        return check.is_sound();
    };
    CHECK(is_sound(part_name("good"), "good"));
    CHECK_FALSE(is_sound(part_name("other"), "changed"));
    CHECK_FALSE(is_sound("", ""));
    std::string large(200'001, 'x');
    const std::string name = part_name(large);
    CHECK(is_sound(name, large));
    large.back() = 'y';
    CHECK_FALSE(is_sound(name, large));
}

TEST_CASE("a slot with all of its parts is believed before one that lacks some, and where both lack some the marker decides") {
    const std::string first = ",\n[\"a\"]";
    const std::string second = ",\n[\"b\"]";
    const std::string a = write_slot({"a", ""}, {part_name(first)});
    const std::string b = write_slot({"b", ""}, {part_name(first), part_name(second)});
    const StoredParts all = {{part_name(first), first}, {part_name(second), second}};
    const SlotChoice whole = choose_slot(a, b, "B", all);
    CHECK(whole.slot == 'B');
    CHECK(whole.other);
    CHECK_FALSE(whole.damagedA);
    const SlotChoice older = choose_slot(a, b, "B", {{part_name(first), first}});
    CHECK(older.slot == 'A');
    CHECK(older.newestLost);
    CHECK(older.damagedB);
    CHECK(older.partsLost == 0);
    CHECK_FALSE(older.other);
    const SlotChoice neither = choose_slot(a, b, "B", {{part_name(second), second}});
    CHECK(neither.slot == 'B');
    CHECK(neither.partsLost == 1);
    CHECK(plan_file(neither.text, {{part_name(second), second}}) == "b" + second);
}
