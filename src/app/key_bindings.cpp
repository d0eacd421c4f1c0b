#include "app/key_bindings.h"

#include <algorithm>
#include <string_view>

namespace fullcourt {
namespace {

constexpr std::size_t mostBindingsBytes = std::size_t{16} << 10U;
constexpr std::size_t mostBindings = 400;
constexpr std::size_t longestBindingName = 40;

bool is_command_name(std::string_view name) {
    return !name.empty() && name.size() <= longestBindingName &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_chord_name(std::string_view chord) {
    return chord.size() <= longestBindingName && std::all_of(chord.begin(), chord.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+';
           });
}

} // namespace

KeyBindings key_bindings_of(const std::string &text) {
    KeyBindings bindings;
    if (text.size() > mostBindingsBytes) {
        return bindings;
    }
    std::string_view rest = text;
    while (!rest.empty() && bindings.size() < mostBindings) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos) {
            continue;
        }
        const std::string_view name = line.substr(0, blank);
        const std::string_view chord = line.substr(blank + 1);
        if (is_command_name(name) && is_chord_name(chord)) {
            bindings.emplace(name, chord);
        }
    }
    return bindings;
}

std::string key_bindings_text(const KeyBindings &bindings) {
    std::string text;
    for (const auto &[name, chord] : bindings) {
        text.append(name).append(" ").append(chord).append("\n");
    }
    return text;
}

} // namespace fullcourt
