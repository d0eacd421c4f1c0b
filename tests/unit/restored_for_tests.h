// Plan files as a test writes them down, and what is restored from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "io/restore.h"
#include "io/write.h"

namespace fullcourt::test {

using Sentences = std::vector<std::string>;

inline Restored restored_from(std::string_view bytes, const RestoreLimits &limits = {}) {
    const Result<Restored> restored = restore(bytes, limits);
    INFO((restored ? std::string() : restored.error().message));
    REQUIRE(restored);
    return *restored;
}

/// A plan file that holds `members` besides the envelope.
inline std::string file_with(const std::string &members) { return "{\"fullcourt\":{\"version\":1},\n" + members + "\n}"; }

/// The only item of a list, with these fields besides.
inline Restored item_with(const std::string &list, const std::string &fields) {
    return restored_from(file_with("\"" + list + "\":[{\"id\":\"i\",\"at\":\"V\",\"name\":\"N\"," + fields + "}]"));
}

/// That nothing is left to mend, which holds after every restore.
inline void check_settled(const Restored &restored) {
    const std::string bytes = write_plan(restored.plan, restored.envelope);
    const Restored again = restored_from(bytes);
    CHECK(again.report.sentences == Sentences());
    CHECK(again.plan == restored.plan);
    CHECK(again.envelope == restored.envelope);
    CHECK(write_plan(again.plan, again.envelope) == bytes);
}

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

} // namespace fullcourt::test
