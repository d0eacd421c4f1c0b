// What comes from strangers: each hostile or damaged input has its sentence, and what can be kept is kept.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "io/restore.h"
#include "io/write.h"
#include "json_mutants.h"
#include "random_plan.h"
#include "restored_for_tests.h"
#include "rounds.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

Error failure(std::string_view bytes, const RestoreLimits &limits = {}) {
    const Result<Restored> restored = restore(bytes, limits);
    REQUIRE_FALSE(restored);
    return restored.error();
}

std::string with_roles(const std::string &roles) { return file_with("\"roles\":[\n" + roles + "\n]"); }
std::string with_grid(const std::string &members) { return file_with("\"grid\":{\n" + members + "\n}"); }

const std::string smallFile =
    file_with("\"title\":\"Té 🏀\",\n\"roles\":[\n{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\",\"x\":[1,{\"y\":null}]}\n],\n"
              "\"grid\":{\"scheme\":\"raci\",\"letters\":{\"V\":\"verifies\"},\n\"phases\":[{\"id\":\"p\",\"at\":\"V\",\"name\":\"P\"}],\n"
              "\"activities\":[{\"id\":\"a\",\"at\":\"V\",\"name\":\"A\",\"note\":\"n\",\"phase\":\"p\"}],\n"
              "\"columns\":[{\"role\":\"ae\",\"at\":\"V\"}],\n\"rows\":{\"a\":{\"ae\":\"A/R\"}}},\n"
              "\"rules\":{\"r\":true},\n\"thresholds\":{\"t\":1.5}");

} // namespace

// Files that are refused.

TEST_CASE("an empty file, blank space and a lone byte order mark are named") {
    CHECK(failure("").message == "The file is empty.");
    CHECK(failure(" \n\t\r\n").message == "The file holds nothing but blank space.");
    CHECK(failure("\xEF\xBB\xBF").message == "The file holds nothing but blank space.");
    CHECK(failure(std::string(100, '\0')).message == "The file holds nothing but blank space.");
}

TEST_CASE("200 MB of spaces are read and answered with one sentence") {
    CHECK(failure(std::string(std::size_t{200} << 20U, ' ')).message == "The file holds nothing but blank space.");
}

TEST_CASE("a file past the size limit is not read at all") {
    RestoreLimits limits;
    limits.bytes = 10;
    CHECK(failure("{          }", limits).message == "The file has 12 bytes; Fullcourt reads up to 10.");
}

TEST_CASE("binary rubbish is no plan") {
    std::string rubbish = "\x89PNG\r\n\x1A\n";
    const RandomBits bits = counting_bits(1);
    for (int i = 0; i < 5'000; ++i) {
        rubbish += static_cast<char>(bits() & 0xFFU);
    }
    CHECK(failure(rubbish).message == "This is no Fullcourt plan: the file holds no JSON text.");
    CHECK(failure("Activity,AE,SDR\nClose,A,R\n").message == "This is no Fullcourt plan: the file holds no JSON text.");
    CHECK(failure("PK\x03\x04").message == "This is no Fullcourt plan: the file holds no JSON text.");
    for (int i = 0; i < 2'000; ++i) {
        std::string noise;
        for (std::uint64_t length = bits() % 40; length > 0; --length) {
            noise += static_cast<char>(bits() & 0xFFU);
        }
        CHECK_FALSE(failure(noise).message.empty());
        CHECK_FALSE(failure("{\"fullcourt\":{\"version\":1," + noise).message.empty());
    }
}

TEST_CASE("JSON that is no plan is told apart from no JSON") {
    for (const char *json : {"{}", "[]", "5", "\"fullcourt\"", "null", "[{\"fullcourt\":{\"version\":1}}]", "{\"fullcourt\":1}",
                             "{\"fullcourt\":null}", "{\"fullcourt\":[1]}", "{\"name\":\"package\",\"version\":\"1.0.0\"}"}) {
        INFO(json);
        CHECK(failure(json).message == "This is no Fullcourt plan: the file holds JSON, but not of a plan.");
    }
}

TEST_CASE("a newer file is refused in words that say what to do") {
    CHECK(failure("{\"fullcourt\":{\"version\":7,\"plan\":\"p\"},\"galaxies\":[]}").message ==
          "This file was written by a newer Fullcourt (format 7; this one reads up to 1). Nothing was changed; open it with the newer "
          "Fullcourt.");
    CHECK(failure("{\"fullcourt\":{\"version\":1.5}}").message == "This file was written by a newer Fullcourt (format 1.5; this one reads "
                                                                  "up to 1). Nothing was changed; open it with the newer Fullcourt.");
    CHECK(failure("{\"fullcourt\":{\"version\":18446744073709551615}}").message.starts_with("This file was written by a newer Fullcourt"));
    CHECK(failure("{\"fullcourt\":{\"version\":1e300}}").message.starts_with("This file was written by a newer Fullcourt"));
}

TEST_CASE("a version that never was is refused") {
    for (const char *version : {"0", "-1", "0.5", "-1e300"}) {
        CHECK(failure("{\"fullcourt\":{\"version\":" + std::string(version) + "}}").message ==
              "The file says that it has format " + std::string(version == std::string("-1e300") ? "-1e+300" : version) +
                  ", which no Fullcourt can read.");
    }
    for (const char *envelope : {"{}", "{\"version\":\"1\"}", "{\"version\":null}", "{\"version\":1e999}", "{\"version\":[1]}"}) {
        CHECK(failure("{\"fullcourt\":" + std::string(envelope) + "}").message ==
              "The file calls itself a Fullcourt plan but does not say of which format version, so it cannot be read.");
    }
}

TEST_CASE("5,000 levels of nesting are refused with their place, before any parser meets them") {
    for (const char *bracket : {"[", "{\"a\":", "[{\"a\":"}) {
        const Error error = failure(file_with("\"x\":" + repeated(bracket, 5'000)));
        CHECK(error.message == "The file nests its brackets more than 64 deep; no plan does, so nothing of it was read.");
        CHECK(error.place.line == 2);
    }
    CHECK(failure(repeated("[", 1'000'000)).place == Place{1, 65});
    CHECK(failure("{\"x\":\"" + repeated("[", 5'000)).message == "The file ends too early, in line 1: a part of it is missing.");
}

TEST_CASE("nesting up to the limit is kept, and brackets in texts do not count") {
    const std::string deep = repeated("[", 63) + repeated("]", 63);
    const Restored restored = restored_from(file_with("\"x\":" + deep + ",\"title\":\"" + repeated("[", 5'000).substr(0, 900) + "\""));
    CHECK(restored.plan.extra->at("x") == deep);
    check_settled(restored);
}

TEST_CASE("a damaged file is refused with line and column") {
    const Error error = failure("{\"fullcourt\":{\"version\":1},\n\"title\":\"é\" oops}");
    CHECK(error.message == "The file is damaged: what stands in line 2, column 13 is no JSON.");
    CHECK(error.place == Place{2, 13});
    CHECK(failure("{\"fullcourt\":{\"version\":1}} {}").message == "The file is damaged: what stands in line 1, column 29 is no JSON.");
    CHECK(failure("{\"fullcourt\":{\"version\":1},}").message.starts_with("The file is damaged: what stands in line 1"));
    CHECK(failure("{\"fullcourt\":{\"version\":01}}").message.starts_with("The file is damaged"));
    CHECK(failure("{\"fullcourt\":{\"version\":1},\"a\":\"\\x\"}").message.starts_with("The file is damaged"));
    CHECK(failure("{\"fullcourt\":{\"version\":1},\"a\":\"line\nbreak\"}").message.starts_with("The file is damaged"));
    CHECK(failure("{\"fullcourt\":{\"version\":1},\"a\":NaN}").message.starts_with("The file is damaged"));
}

TEST_CASE("a file cut at any byte never passes for a whole one") {
    REQUIRE(restore(smallFile));
    for (std::size_t end = 1; end < smallFile.size(); ++end) {
        INFO("cut at " << end);
        CHECK(failure(smallFile.substr(0, end)).message.starts_with("The file ends too early, in line "));
    }
    CHECK(failure(smallFile.substr(0, smallFile.size() / 2)).place.line == 7);
}

TEST_CASE("a file with a hole, as a crash leaves it, is refused") {
    std::string hole = smallFile;
    std::fill(hole.begin() + 60, hole.begin() + 120, '\0');
    CHECK(failure(hole).message.starts_with("The file "));
}

TEST_CASE("lists past their limits are refused by number and name") {
    RestoreLimits limits;
    limits.items = 2;
    const std::string three = "{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}";
    CHECK(failure(with_roles(three), limits).message == "The file lists 3 roles; Fullcourt reads up to 2.");
    for (const char *list : {"phases", "activities", "columns"}) {
        CHECK(failure(with_grid("\"" + std::string(list) + "\":[" + three + "]"), limits).message ==
              "The file lists 3 " + std::string(list) + "; Fullcourt reads up to 2.");
    }
    CHECK(failure(with_grid("\"rows\":{\"a\":{},\"b\":{},\"c\":{}}"), limits).message == "The file lists 3 rows; Fullcourt reads up to 2.");
    CHECK(failure(file_with("\"rules\":{\"a\":true,\"b\":true,\"c\":true}"), limits).message ==
          "The file lists 3 rules; Fullcourt reads up to 2.");
    CHECK(failure(file_with("\"thresholds\":{\"a\":1,\"b\":1,\"c\":1}"), limits).message ==
          "The file lists 3 thresholds; Fullcourt reads up to 2.");
    limits.items = 3;
    CHECK(restore(with_roles(three), limits));
    limits.nodes = 1'000;
    CHECK(failure(file_with("\"x\":[" + repeated("0,", 2'000) + "0]"), limits).message ==
          "The file holds more than 1000 values; Fullcourt reads no more than that.");
}

TEST_CASE("100,001 activities are refused quickly") {
    CHECK(failure(with_grid("\"activities\":[" + repeated("{},", 100'000) + "{}]")).message ==
          "The file lists 100001 activities; Fullcourt reads up to 100000.");
}

// Bytes that are mended.

TEST_CASE("a byte order mark is no trouble") { CHECK(restored_from("\xEF\xBB\xBF" + smallFile).report.empty()); }

TEST_CASE("bytes that are no UTF-8 become replacement characters, counted, with the first line") {
    const Restored restored = restored_from(file_with("\"title\":\"caf\xE9 \xC0\xAF\",\n\"description\":\"\xED\xA0\x80\xFF\""));
    CHECK(restored.plan.about->title == "caf\uFFFD \uFFFD");
    CHECK(restored.plan.about->description == "\uFFFD\uFFFD");
    CHECK(restored.report.sentences ==
          Sentences{"4 places held bytes that are no text in UTF-8, the first in line 2; “\uFFFD” stands there now."});
    check_settled(restored);
}

TEST_CASE("lone surrogates become replacement characters, pairs stay") {
    const Restored restored = restored_from(file_with(R"("title":"\ud83c\udfc0 \ud83c \udfc0x \ud83c\ud83c\udfc0 \\ud83c \u00e9")"));
    CHECK(restored.plan.about->title == "🏀 \uFFFD \uFFFDx \uFFFD🏀 \\ud83c é");
    CHECK(restored.report.sentences ==
          Sentences{"3 halves of characters (lone surrogates) were replaced by “\uFFFD”, the first in line 2."});
    check_settled(restored);
}

TEST_CASE("NUL never gets through, in whatever guise") {
    std::string bytes = file_with("\"title\":\"a\\u0000b@c\",\n\"x\":{\"\\u0000\":1}") + "@@@";
    std::replace(bytes.begin(), bytes.end(), '@', '\0');
    const Restored restored = restored_from(bytes);
    CHECK(restored.plan.about->title == "a\uFFFDb\uFFFDc");
    CHECK(restored.plan.extra->at("x") == "{\"\uFFFD\":1}");
    CHECK(restored.report.sentences == Sentences{"6 NUL characters were replaced, the first in line 2."});
    check_settled(restored);
    CHECK(failure(std::string("{\"fullcourt\":{\"version\":1}\0}}", 29)).message.starts_with("The file is damaged"));
}

TEST_CASE("numbers beyond a double are taken out, all others are kept") {
    const Restored restored = restored_from(
        file_with("\"thresholds\":{\"a\":1e999,\"b\":1e308,\"c\":-1E+9999,\"d\":1e-999},\n\"x\":[" + repeated("9", 400) + ",1]"));
    CHECK(restored.plan.settings->thresholds == std::map<std::string, double>{{"b", 1e308}, {"d", 0}});
    CHECK(restored.plan.extra->at("x") == "[null,1]");
    CHECK(restored.report.sentences == Sentences{"3 numbers were too large to be kept and taken out, the first in line 2.",
                                                 "The plan: “a” among its thresholds was nothing and not a number; it was left out.",
                                                 "The plan: “c” among its thresholds was nothing and not a number; it was left out."});
    check_settled(restored);
}

TEST_CASE("of duplicate keys the last counts, and the report says where") {
    const Restored restored = restored_from(with_roles("{\"id\":\"a\",\"at\":\"V\",\"name\":\"one\",\"name\":\"two\"}") + "");
    CHECK(restored.plan.organisation->roles.at(RoleId("a")).name == "two");
    CHECK(restored.report.sentences == Sentences{"In “roles”, item 1, the key “name” stands more than once; the last one counts."});
    const Restored top = restored_from(file_with("\"title\":\"a\",\"title\":\"b\",\"title\":\"c\""));
    CHECK(top.plan.about->title == "c");
    CHECK(top.report.sentences == Sentences(2, "At the top level, the key “title” stands more than once; the last one counts."));
    check_settled(restored);
}

// Items that are mended.

TEST_CASE("names: emoji, right-to-left, quotes and markup are kept as they are") {
    for (const char *name : {"👩‍💻 closer 🏀", "عقد", "מנהל מכירות", "<script>alert(1)</script>", "=HYPERLINK(1)", " spaces ",
                             "\xE2\x80\xAE"
                             "evil"}) {
        const Restored restored = restored_from(with_roles("{\"id\":\"a\",\"at\":\"V\",\"name\":\"" + std::string(name) + "\"}"));
        CHECK(restored.plan.organisation->roles.at(RoleId("a")).name == name);
        CHECK(restored.report.empty());
    }
}

TEST_CASE("names: line breaks and 100,000 characters are forced into shape") {
    const Restored lines = restored_from(with_roles("{\"id\":\"a\",\"at\":\"V\",\"name\":\"two\\nlines\\tand\\u0007more\"}"));
    CHECK(lines.plan.organisation->roles.at(RoleId("a")).name == "two lines and more");
    CHECK(lines.report.sentences ==
          Sentences{"Role 1 (“two lines and more”): “name” held line breaks or other control characters; it stands on one line now."});
    const Restored longName = restored_from(with_roles("{\"id\":\"a\",\"at\":\"V\",\"name\":\"" + repeated("é", 100'000) + "\"}"));
    CHECK(longName.plan.organisation->roles.at(RoleId("a")).name == repeated("é", 500));
    REQUIRE(longName.report.sentences.size() == 1);
    CHECK(longName.report.sentences[0].ends_with("“name” had 200000 bytes; it was shortened to 1000."));
    CHECK(longName.report.sentences[0].size() < 250);
    check_settled(longName);
}

TEST_CASE("a note past a million bytes is shortened") {
    const Restored restored = restored_from(file_with("\"description\":\"" + repeated("x", 1'000'001) + "\""));
    CHECK(restored.plan.about->description.size() == 1'000'000);
    CHECK(restored.report.sentences == Sentences{"The plan: “description” had 1000001 bytes; it was shortened to 1000000."});
}

TEST_CASE("a missing name is given, an empty one is left as a person left it") {
    const Restored restored = restored_from(
        with_roles("{\"id\":\"a\",\"at\":\"1\",\"name\":\"A\"},{\"id\":\"b\",\"at\":\"2\",\"name\":\"\"},{\"id\":\"c\",\"at\":\"3\"}"));
    CHECK(restored.plan.organisation->roles.at(RoleId("b")).name.empty());
    CHECK(restored.plan.organisation->roles.at(RoleId("c")).name == "Unnamed role");
    CHECK(restored.report.sentences == Sentences{"Role 3 had no name; it is called “Unnamed role”."});
}

TEST_CASE("duplicate ids: a twin goes, another item gets an id that is the same on every reading") {
    const std::string bytes = with_roles("{\"id\":\"a\",\"at\":\"V\",\"name\":\"A\"},{\"id\":\"a\",\"at\":\"V\",\"name\":\"A\"},"
                                         "{\"id\":\"a\",\"at\":\"W\",\"name\":\"Other\"}");
    const Restored restored = restored_from(bytes);
    CHECK(restored.plan.organisation->roles.size() == 2);
    CHECK(restored.plan.organisation->roles.at(RoleId("a")).name == "A");
    CHECK(restored.plan == restored_from(bytes).plan);
    CHECK(restored.report.sentences ==
          Sentences{"Role 2 (“A”): it stands in the file twice; the first one counts.",
                    "Role 3 (“Other”): another role has its id, “a”; it was given a new one, and what refers to that id means the first."});
    check_settled(restored);
}

TEST_CASE("10,000 items of one id are told apart in good time") {
    std::string roles;
    for (int i = 0; i < 10'000; ++i) {
        roles += (i == 0 ? "{\"id\":\"a\",\"name\":\"" : ",{\"id\":\"a\",\"name\":\"") + std::to_string(i) + "\"}";
    }
    const Restored restored = restored_from(with_roles(roles));
    CHECK(restored.plan.organisation->roles.size() == 10'000);
    CHECK(restored.report.sentences.size() == mostSentences);
    CHECK(restored.report.more == 10'000 - mostSentences);
    check_settled(restored);
}

TEST_CASE("ids that are none are replaced, and too long ones alike wherever they are named") {
    const std::string longId = repeated("id", 40);
    const Restored restored = restored_from(file_with(
        "\"roles\":[{\"at\":\"1\",\"name\":\"A\"},{\"id\":\"\",\"at\":\"2\",\"name\":\"B\"},{\"id\":[1],\"at\":\"3\",\"name\":\"C\"},{"
        "\"id\":\"" +
        longId +
        "\",\"at\":\"4\",\"name\":\"D\"}],\"grid\":{\"activities\":[{\"id\":\"x\",\"at\":\"V\",\"name\":\"X\"}],\"columns\":[{\"role\":\"" +
        longId + "\",\"at\":\"V\"}],\"rows\":{\"x\":{\"" + longId + "\":\"A\"}}}"));
    CHECK(restored.plan.organisation->roles.size() == 4);
    for (const auto &[id, role] : restored.plan.organisation->roles) {
        CHECK_FALSE(id.empty());
        CHECK(id.text.size() <= maximumIdBytes);
        CHECK((role.name == "D") == restored.plan.raci->columns.contains(id));
        CHECK((role.name == "D") == !letters_at(*restored.plan.raci, ActivityId("x"), id).empty());
    }
    CHECK(restored.report.kept.empty());
    check_settled(restored);
}

TEST_CASE("items without a place keep the file's order") {
    const Restored restored =
        restored_from(with_roles("{\"id\":\"d\",\"name\":\"1\"},{\"id\":\"c\",\"at\":\"V\",\"name\":\"2\"},"
                                 "{\"id\":\"b\",\"at\":\"no place\",\"name\":\"3\"},{\"id\":\"a\",\"at\":\"W\",\"name\":\"4\"}"));
    CHECK(ordered(restored.plan.organisation->roles) == std::vector<RoleId>{RoleId("d"), RoleId("c"), RoleId("b"), RoleId("a")});
    CHECK(restored.report.sentences == Sentences{"2 roles had no place in the order; the order of the file counts for them."});
    check_settled(restored);
}

TEST_CASE("unknown keys are kept in the plan, the envelope, the grid and every item") {
    const std::string bytes = "{\"fullcourt\":{\"version\":1,\"seal\":{\"b\":1,\"a\":[ 1.0 "
                              "]}},\n\"roles\":[\n{\"id\":\"a\",\"at\":\"V\",\"name\":\"A\",\"pay\":1}\n],\n"
                              "\"grid\":{\"scheme\":\"rasci\",\"tilt\":\"\\u00e9\"},\"galaxies\":[{\"id\":\"m\"}],\"\":null}";
    const Restored restored = restored_from(bytes);
    CHECK(restored.report.empty());
    CHECK(restored.envelope.extra == Extra{{"seal", "{\"a\":[1],\"b\":1}"}});
    CHECK(restored.plan.organisation->roles.at(RoleId("a")).extra == Extra{{"pay", "1"}});
    CHECK(restored.plan.raci->extra == Extra{{"tilt", "\"é\""}});
    CHECK(*restored.plan.extra == Extra{{"", "null"}, {"galaxies", "[{\"id\":\"m\"}]"}});
    check_settled(restored);
}

TEST_CASE("letters: impossible ones go, sloppy ones are read, each named by row and column") {
    const Restored restored = restored_from(file_with(
        "\"roles\":[{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\"},{\"id\":\"cfo\",\"at\":\"W\",\"name\":\"CFO\"}],\"grid\":{\"scheme\":"
        "\"raci\","
        "\"activities\":[{\"id\":\"x\",\"at\":\"V\",\"name\":\"Close\"},{\"id\":\"y\",\"at\":\"W\",\"name\":\"Plan\"}],\"rows\":{"
        "\"x\":{\"ae\":\"R/C\",\"cfo\":\"ar\"},\"y\":{\"ae\":5,\"cfo\":\"S\"}}}"));
    const RaciGrid &grid = *restored.plan.raci;
    CHECK(letters_at(grid, ActivityId("x"), RoleId("ae")).empty());
    CHECK(letters_at(grid, ActivityId("x"), RoleId("cfo")) == Letters::accountable_and_responsible());
    CHECK(letters_at(grid, ActivityId("y"), RoleId("cfo")) == Letters::one('S'));
    CHECK(restored.report.sentences == Sentences{"Row “Close”, column “AE”: “R/C” is no letter; the cell is empty now.",
                                                 "Row “Close”, column “CFO”: “ar” was read as A/R.",
                                                 "Row “Plan”, column “AE”: a number is no letter; the cell is empty now."});
    CHECK(restored.report.kept.empty());
    check_settled(restored);
}

TEST_CASE("what refers to nothing known is kept and named, and is no repair") {
    const Restored restored =
        restored_from(file_with("\"roles\":[{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\"}],\"grid\":{\"scheme\":\"rasci\","
                                "\"activities\":[{\"id\":\"x\",\"at\":\"V\",\"name\":\"Close\",\"phase\":\"gone\"}],"
                                "\"columns\":[{\"role\":\"ghost\",\"at\":\"V\"}],"
                                "\"rows\":{\"x\":{\"ae\":\"X\",\"ghost\":\"R\"},\"lost\":{\"ae\":\"A\"}}}"));
    CHECK(restored.report.empty());
    CHECK(restored.report.kept ==
          Sentences{"Activity “Close” belongs to a phase, “gone”, that the plan does not have; it stands before the first phase.",
                    "A column of the grid is for “ghost”, which is no role of the plan; it is kept.",
                    "A row of letters is for “lost”, which is no activity of the plan; it is kept.",
                    "Row “Close”, column “AE”: “X” is no letter of this grid; it is kept.",
                    "Row “Close”, column “ghost”: no role of the plan has that id; the letter is kept."});
    CHECK(letters_at(*restored.plan.raci, ActivityId("lost"), RoleId("ae")) == Letters::one('A'));
    check_settled(restored);
}

TEST_CASE("too long an ancestry is cut at its old end") {
    const Restored restored = restored_from("{\"fullcourt\":{\"version\":1,\"ancestry\":[" + repeated("\"r\",", 39) + "\"last\"]}}");
    CHECK(restored.envelope.ancestry == std::vector<std::string>(longestAncestry, "r"));
    CHECK(restored.report.sentences == Sentences{"The file's first line: 8 entries of “ancestry” were left out."});
}

TEST_CASE("every value of a plan in turn replaced by every type: restored or refused in words, never worse") {
    std::size_t tried = 0;
    test::for_each_mutant(smallFile, [&](const std::string &bytes) {
        INFO(bytes);
        const Result<Restored> restored = restore(bytes);
        if (restored) {
            check_settled(*restored);
        } else {
            CHECK_FALSE(restored.error().message.empty());
        }
        ++tried;
    });
    CHECK(tried > test::rounds(std::size_t{200}));
}

TEST_CASE("a section of the wrong type is left out with a sentence, the rest is kept") {
    const Restored restored =
        restored_from(file_with("\"title\":\"T\",\"roles\":5,\"grid\":{\"rows\":[],\"activities\":{},\"letters\":\"V\"},\"rules\":null"));
    CHECK(restored.plan.about->title == "T");
    CHECK(restored.report.sentences == Sentences{"The plan: “roles” was a number where a list belongs; it was left out.",
                                                 "The grid: “letters” was a text where an object belongs; it was left out.",
                                                 "The grid: “activities” was an object where a list belongs; it was left out.",
                                                 "The grid: “rows” was a list where an object belongs; it was left out.",
                                                 "The plan: “rules” was nothing where an object belongs; it was left out."});
    check_settled(restored);
}

TEST_CASE("random damage to random plans never does worse than a sentence") {
    const RandomBits bits = counting_bits(99);
    for (std::uint64_t seed = 0; seed < test::rounds(std::uint64_t{300}); ++seed) {
        test::RandomPlan random(seed);
        std::string bytes = write_plan(random.plan(), random.envelope());
        for (std::uint64_t changes = 1 + bits() % 3; changes > 0; --changes) {
            bytes[bits() % bytes.size()] = "\"{}[]:,0\\x\0\xFFut\n1e-"[bits() % 19];
        }
        const Result<Restored> restored = restore(bytes);
        if (restored) {
            check_settled(*restored);
        } else {
            CHECK_FALSE(restored.error().message.empty());
        }
    }
}

TEST_CASE("what looks like a plan is told from what does not") {
    CHECK(looks_like_plan(smallFile));
    CHECK(looks_like_plan("\xEF\xBB\xBF \n" + smallFile));
    CHECK(looks_like_plan("{\"title\":\"x\",\"fullcourt\":{}}"));
    CHECK_FALSE(looks_like_plan(""));
    CHECK_FALSE(looks_like_plan("{}"));
    CHECK_FALSE(looks_like_plan("Activity\tAE\nClose\tA\n"));
}
