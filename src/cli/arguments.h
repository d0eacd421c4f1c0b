// The words after a command: options with a value, switches, and the rest.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fullcourt::cli {

/// What a command takes, by the names a person types ("--template", "-o").
struct Accepted {
    std::set<std::string_view> values;   ///< followed by a value, also as --name=value
    std::set<std::string_view> switches; ///< stand alone
    std::size_t leastFiles = 0;
    std::size_t mostFiles = 0;
};

struct Arguments {
    std::map<std::string, std::string, std::less<>> values;
    std::set<std::string, std::less<>> switches;
    std::vector<std::string> files; ///< "-" is one; after "--" everything is

    bool has(std::string_view name) const { return switches.contains(name) || values.contains(name); }
    /// Empty where it was not given.
    std::string value(std::string_view name) const;
};

Result<Arguments> read_arguments(const std::vector<std::string> &words, const Accepted &accepted);

} // namespace fullcourt::cli
