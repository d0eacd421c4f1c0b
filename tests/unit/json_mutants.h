// JSON text with one value replaced by something of another type, for every value and, in a long run, every type.
#pragma once

#include <array>
#include <string>

#include "rounds.h"

namespace fullcourt::test {

/// The end of the value that begins at `begin`: brackets balanced, outside of quotes. Texts hold no escaped quotes.
inline std::size_t end_of_value(const std::string &json, std::size_t begin) {
    std::size_t end = begin;
    int depth = 0;
    bool quoted = false;
    while (end < json.size()) {
        const char c = json[end];
        if (!quoted && depth == 0 && end > begin && (c == ',' || c == '}' || c == ']')) {
            break;
        }
        quoted = c == '"' ? !quoted : quoted;
        depth += quoted ? 0 : (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
        ++end;
    }
    return end;
}

template <class Visit> void for_each_mutant(const std::string &json, const Visit &visit) {
    static constexpr std::array<const char *, 9> others = {"null",     "true", "-5", "1.5e300",         "\"\"",
                                                           "\"text\"", "[]",   "{}", "[{\"a\":[[]]},7]"};
    bool quoted = false;
    for (std::size_t i = 1; i < json.size(); ++i) {
        quoted = json[i - 1] == '"' ? !quoted : quoted;
        const bool begins = !quoted && (json[i - 1] == ':' || json[i - 1] == '[' || (json[i - 1] == ',' && json[i] != '\n'));
        // Else one of the types, another one for the next value.
        for (std::size_t type = 0; begins && type < others.size(); ++type) {
            if (is_long_run() || (i + type) % others.size() == 0) {
                visit(json.substr(0, i) + others[type] + json.substr(end_of_value(json, i)));
            }
        }
    }
}

} // namespace fullcourt::test
