#include "cli/arguments.h"

namespace fullcourt::cli {
namespace {

Error wrong(std::string message) { return {std::move(message), {}}; }

/// "--name=value" → both; a short option has no such form.
std::pair<std::string, std::string> split(const std::string &word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    return equals == std::string::npos ? std::pair(word, std::string()) : std::pair(word.substr(0, equals), word.substr(equals + 1));
}

} // namespace

std::string Arguments::value(std::string_view name) const {
    const auto at = values.find(name);
    return at == values.end() ? std::string() : at->second;
}

Result<Arguments> read_arguments(const std::vector<std::string> &words, const Accepted &accepted) {
    Arguments arguments;
    bool onlyFiles = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (onlyFiles || word == "-" || !word.starts_with('-')) {
            arguments.files.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyFiles = true;
            continue;
        }
        const auto [name, given] = split(word);
        if (accepted.switches.contains(word)) {
            arguments.switches.insert(word);
        } else if (!accepted.values.contains(name)) {
            return wrong("there is no option " + name + " here");
        } else if (name != word) {
            arguments.values[name] = given;
        } else if (i + 1 < words.size()) {
            arguments.values[name] = words[++i];
        } else {
            return wrong("the option " + name + " needs a value");
        }
    }
    if (arguments.files.size() < accepted.leastFiles) {
        return wrong("say which plan to read (- for standard input)");
    }
    if (arguments.files.size() > accepted.mostFiles) {
        return wrong("“" + arguments.files[accepted.mostFiles] + "” is one argument too many");
    }
    return arguments;
}

} // namespace fullcourt::cli
