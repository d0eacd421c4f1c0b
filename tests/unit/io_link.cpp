// A plan in a link and back, and every way in which a link goes wrong.
#include <chrono>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#include "base/base64.h"
#include "base/hash.h"
#include "base/text.h"
#include "io/assets.h"
#include "io/deflate.h"
#include "io/link.h"
#include "io/templates.h"
#include "io/text_steps.h"
#include "io/write.h"
#include "random_plan.h"
#include "sixty_edits.h"
#include "test_files.h"

using namespace fullcourt;

namespace {

constexpr std::string_view address = "https://plans.example.com/fullcourt/";

Restored stored_reference() {
    Restored restored = *load_template("reference");
    restored.envelope.plan = PlanId("k3v9w2m1qzh0t7c4x8dn");
    restored.envelope.revision = "b5n2y8r0vd6h1m9tw4qz";
    restored.envelope.ancestry = {"b5n2y8r0vd6h1m9tw4qz"};
    restored.envelope.savedAt = "2026-11-26T09:41:07Z";
    return restored;
}

std::string link_of(const Restored &restored) {
    const Result<std::string> link = write_link(restored.plan, restored.envelope);
    REQUIRE(link);
    return *link;
}

Restored opened(std::string_view link) {
    const Result<std::string> bytes = read_link(link);
    REQUIRE(bytes);
    Result<Restored> restored = restore(*bytes);
    REQUIRE(restored);
    return *std::move(restored);
}

std::string refusal(std::string_view link) {
    const Result<std::string> bytes = read_link(link);
    REQUIRE_FALSE(bytes);
    return bytes.error().message;
}

/// With a head that fits.
std::string link_with(const std::string &rest) {
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(rest.size()));
    const std::uint32_t checksum = checksum_of(rest);
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>((checksum >> shift) & 255U);
    }
    return std::string(linkMark) + to_base64url(bytes + rest);
}

} // namespace

TEST_CASE("base64url goes both ways for every length and byte") {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
        CHECK(from_base64url(to_base64url(bytes)) == bytes);
        bytes += static_cast<char>(i * 7 % 256);
    }
    CHECK(to_base64url("\xFB\xFF\xFE") == "-__-");
    CHECK_FALSE(from_base64url("AB+/"));
    CHECK(from_base64url("A") == "");
}

TEST_CASE("the reference plan's link takes at most 200 characters, address and all") {
    const Restored plan = stored_reference();
    const std::string link = std::string(address) + link_of(plan);
    CAPTURE(link, link.size());
    CHECK(link.size() <= 200);
    const Restored back = opened(link);
    CHECK(back.report.empty());
    CHECK(back.plan == plan.plan);
    CHECK(back.envelope == plan.envelope);
}

TEST_CASE("the reference plan after sixty edits over all sections takes at most 1,500 characters") {
    const Restored plan = test::sixty_edits();
    const std::string link = std::string(address) + link_of(plan);
    CAPTURE(link, link.size());
    CHECK(link.size() <= 1'500);
    const Restored back = opened(link);
    CHECK(back.report.empty());
    CHECK(back.plan == plan.plan);
    CHECK(back.envelope == plan.envelope);
}

TEST_CASE("every template makes a short link, and comes back byte for byte") {
    for (const TemplateInfo &info : templates()) {
        INFO(info.name);
        const Restored plan = *load_template(info.name);
        const std::string link = link_of(plan);
        CHECK(link.size() <= 300);
        CHECK(*read_link(link) == write_plan(plan.plan, plan.envelope));
    }
}

TEST_CASE("a link gives back any plan and any envelope, but for the accounts") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO(seed);
        test::RandomPlan random(seed);
        Plan plan = random.plan();
        plan.accounts.edit().table = {};
        plan.accounts.edit().marks.clear();
        Envelope envelope;
        envelope.plan = PlanId(random_id(counting_bits(seed)));
        envelope.revision = seed % 3 == 0 ? "größer" : to_hex(seed);
        envelope.parent = seed % 4 == 0 ? std::string(80, 'x') : "";
        envelope.ancestry = std::vector<std::string>(seed % 5, random_id(counting_bits(seed + 1)));
        envelope.savedAt = seed % 2 == 0 ? "2026-02-28T23:59:59Z" : "yesterday";
        envelope.extra["program"] = "{\"by\":\"“seed”\"}";
        const std::string bytes = write_plan(plan, envelope);
        CHECK(*read_link(link_of({plan, envelope, {}})) == bytes);
    }
}

TEST_CASE("the whole ancestry of thirty-two travels along") {
    Restored plan = stored_reference();
    plan.envelope.ancestry.clear();
    for (std::uint64_t i = 0; i < longestAncestry; ++i) {
        plan.envelope.ancestry.push_back(random_id(counting_bits(i)) + random_id(counting_bits(i + 100)));
    }
    CHECK(opened(link_of(plan)).envelope == plan.envelope);
}

TEST_CASE("accounts stay at home, and the copy that is here gives them back") {
    Restored plan = stored_reference();
    plan.plan.accounts.edit() = *restore(assets::sample_accounts())->plan.accounts;
    REQUIRE(accounts_left_by_link(plan.plan) > 0);
    const std::string link = link_of(plan);
    CHECK(link.size() < 1'000);
    const Restored back = opened(link);
    CHECK(accounts_left_by_link(back.plan) == 0);
    CHECK(back.plan.accounts->columns == plan.plan.accounts->columns);
    CHECK(back.envelope.extra == Extra{{"without", "[\"accounts\"]"}});
    const Restored here = with_what_links_leave(back, plan.plan);
    CHECK(here.plan == plan.plan);
    CHECK(here.envelope == plan.envelope);
    const Restored anew = with_what_links_leave(back, {});
    CHECK(anew.envelope == plan.envelope);
    CHECK(accounts_left_by_link(anew.plan) == 0);
    // A copy that is whole says itself which accounts there are: none, here.
    CHECK(with_what_links_leave(stored_reference(), plan.plan).plan == stored_reference().plan);
}

TEST_CASE("a link is found in what people paste") {
    const Restored plan = stored_reference();
    const std::string link = link_of(plan);
    const std::string expected = *read_link(link);
    std::string broken = link;
    broken.insert(40, "\r\n  ");
    for (const std::string &text :
         {link.substr(1), std::string(address) + link, "  " + link + "\n", "See " + std::string(address) + link + " for the plan",
          link + ").", broken, "https://x.example/%23plan=" + link.substr(6),
          "<" + std::string(address) + "#plan%3D" + link.substr(6) + ">"}) {
        INFO(text);
        const Result<std::string> bytes = read_link(text);
        REQUIRE(bytes);
        CHECK(*bytes == expected);
    }
}

TEST_CASE("what is no link to a plan is called so") {
    for (const char *text : {"", " ", "#", "https://plans.example.com/", "plan", "#other=AAAA", "{\"fullcourt\":1}"}) {
        INFO(text);
        CHECK(refusal(text) == "This is no link to a plan: there is no “#plan=…” in it.");
        CHECK_FALSE(looks_like_link(text));
    }
}

TEST_CASE("a link that was cut says so, wherever it was cut, and what to do") {
    const std::string link = link_of(test::sixty_edits());
    for (std::size_t length = linkMark.size(); length < link.size(); ++length) {
        INFO(length);
        const std::string message = refusal(link.substr(0, length));
        CHECK(message.starts_with("This link was cut on the way: "));
        CHECK(message.find("plan as a file") != std::string::npos);
    }
    const std::string whole = std::to_string(link.size() - linkMark.size());
    CHECK(refusal(link.substr(0, 406)).starts_with("This link was cut on the way: of its " + whole + " characters only 400 arrived."));
    CHECK(refusal(link.substr(0, 406) + "…").find("only 400 arrived") != std::string::npos);
}

TEST_CASE("a link that was altered says so, whatever was altered") {
    const std::string link = link_of(stored_reference());
    // The first characters are the length: an altered one may look like a cut.
    CHECK_FALSE(refusal(lowered(link)).empty());
    for (std::size_t at = linkMark.size(); at < link.size(); ++at) {
        std::string altered = link;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        const Result<std::string> bytes = read_link(altered);
        // The last character has bits to spare.
        if (at + 1 == link.size() && bytes) {
            continue;
        }
        INFO(at);
        REQUIRE_FALSE(bytes);
        if (at >= linkMark.size() + 2) {
            CHECK(bytes.error().message.starts_with("This link was altered on the way"));
        }
    }
    std::string foreign = link;
    foreign[30] = '*';
    CHECK(refusal(foreign).starts_with("This link was altered on the way"));
}

TEST_CASE("a link that is sound at its ends but holds nonsense is refused") {
    for (const std::string &rest : {std::string(), std::string("\1"), std::string("\1\1"), std::string("\1\1\7"), std::string("\1\1\0", 3),
                                    std::string("\1\1\0\0", 4), std::string("\1\1\0\2\1a", 6), std::string("\1\1\0\0\377\377\377", 7),
                                    std::string("\1\1\0\3\xC0", 5), std::string("\0\1\0\0", 4)}) {
        CHECK(refusal(link_with(rest)).starts_with("This link was altered on the way"));
    }
    const std::string_view words = assets::link_dictionaries().front().bytes;
    // Steps that leave the dictionary, and steps that are cut.
    for (const std::string &steps : {std::string("\xFF\xFF\xFF\1\0\0", 6), std::string("\1\0\5ab", 5), std::string("\1")}) {
        CHECK(refusal(link_with(std::string("\1\1\1\0", 4) + deflated(steps, words))).starts_with("This link was altered on the way"));
    }
}

TEST_CASE("a link that holds too much is not unpacked") {
    const std::string bomb = deflated(std::string(20'000'000, 'a'), {});
    REQUIRE(bomb.size() < longestLinkBytes);
    CHECK(refusal(link_with(std::string("\1\1\0\0", 4) + bomb)).starts_with("This link holds more than any link"));
    std::string claims = std::string(linkMark) + to_base64url("\xFF\xFF\x7F" + std::string(2'000, 'a'));
    CHECK(refusal(claims).starts_with("This link holds more than any link"));
    CHECK(refusal(claims + std::string(1'000'000, 'a')).starts_with("This link holds more than any link"));
}

TEST_CASE("a link of a newer program is called so") {
    const std::string newer = "This link comes from a newer version of Fullcourt than this one.";
    CHECK(refusal(link_with("\2whatever a later program puts here")).starts_with(newer));
    CHECK(refusal(link_with(std::string("\1\x63\0\0", 4) + deflated("{}", {}))).starts_with(newer));
}

TEST_CASE("a plan that is too large for a link says so") {
    Restored plan = stored_reference();
    std::string text;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        text += to_hex(fnv1a(std::to_string(i)));
    }
    plan.plan.about.edit().description = text;
    const Result<std::string> link = write_link(plan.plan, plan.envelope);
    REQUIRE_FALSE(link);
    CHECK(link.error().message == "This plan is too large for a link, even without its accounts. Send it as a file.");
    plan.plan.about.edit().description = std::string(5'000'000, 'x');
    CHECK_FALSE(write_link(plan.plan, plan.envelope));
}

TEST_CASE("dictionaries are within what zlib looks at, and none was changed since its release") {
    REQUIRE(assets::link_dictionaries().size() == 1);
    for (const assets::File &file : assets::link_dictionaries()) {
        CHECK(file.bytes.size() <= longestDictionary);
    }
    CHECK(sha256(assets::link_dictionaries().front().bytes) == "2a9c507cc9e46a80a244f0d86e800d9ba8d0c7f84740825d9f323cbc1efbd6ca");
}

TEST_CASE("links of every dictionary that was released open for ever") {
    std::size_t links = 0;
    for (const auto &entry : std::filesystem::directory_iterator(FULLCOURT_TEST_DATA "/golden/links")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".link")) {
            continue;
        }
        INFO(name);
        ++links;
        const Result<std::string> bytes = read_link(test::read_file("golden/links/" + name));
        REQUIRE(bytes);
        CHECK(*bytes == test::read_file("golden/links/" + name.substr(0, name.size() - 5) + ".fullcourt.json"));
    }
    CHECK(links >= 3);
}

TEST_CASE("steps between texts lead from one to the other") {
    const std::string a = "one\ntwo\nthree\nfour\n";
    for (const std::string &b :
         {std::string(), a, std::string("one\ntwo\n"), std::string("zero\n") + a, a + "five", std::string("three\none\n"),
          std::string("one\nthe second line of all\nthree\nthe second line of four\n")}) {
        CHECK(*follow_steps(a, *steps_between(a, b), 1'000) == b);
        CHECK(*follow_steps(b, *steps_between(b, a), 1'000) == a);
    }
    CHECK_FALSE(follow_steps(a, *steps_between(a, a + a), a.size()));
    CHECK_FALSE(steps_between(std::string(4'000, '\n'), std::string(4'000, '\n')));
}

TEST_CASE("how long links take", "[.timing]") {
    const Restored plan = test::sixty_edits();
    const std::string link = link_of(plan);
    const auto written = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        (void)link_of(plan);
    }
    const auto encoded = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        (void)read_link(link);
    }
    const auto decoded = std::chrono::steady_clock::now();
    const auto each = [](auto from, auto to) { return std::chrono::duration<double, std::milli>(to - from).count() / 20; };
    WARN("reference " << link_of(stored_reference()).size() << ", sixty edits " << link.size() << " characters; encode "
                      << each(written, encoded) << " ms, decode " << each(encoded, decoded) << " ms");
}
