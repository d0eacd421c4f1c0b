#include "platform/web/keys.h"

#include <algorithm>
#include <array>

namespace fullcourt::platform {
namespace {

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};

constexpr std::array namedKeys = {
    NamedKey{"ArrowLeft", ImGuiKey_LeftArrow},
    NamedKey{"ArrowRight", ImGuiKey_RightArrow},
    NamedKey{"ArrowUp", ImGuiKey_UpArrow},
    NamedKey{"ArrowDown", ImGuiKey_DownArrow},
    NamedKey{"Home", ImGuiKey_Home},
    NamedKey{"End", ImGuiKey_End},
    NamedKey{"PageUp", ImGuiKey_PageUp},
    NamedKey{"PageDown", ImGuiKey_PageDown},
    NamedKey{"Tab", ImGuiKey_Tab},
    NamedKey{"Enter", ImGuiKey_Enter},
    NamedKey{"Escape", ImGuiKey_Escape},
    NamedKey{"Insert", ImGuiKey_Insert},
    NamedKey{"Delete", ImGuiKey_Delete},
    NamedKey{"Backspace", ImGuiKey_Backspace},
    NamedKey{"ContextMenu", ImGuiKey_Menu},
    NamedKey{"Space", ImGuiKey_Space},
    NamedKey{"Quote", ImGuiKey_Apostrophe},
    NamedKey{"Comma", ImGuiKey_Comma},
    NamedKey{"Minus", ImGuiKey_Minus},
    NamedKey{"Period", ImGuiKey_Period},
    NamedKey{"Slash", ImGuiKey_Slash},
    NamedKey{"Semicolon", ImGuiKey_Semicolon},
    NamedKey{"Equal", ImGuiKey_Equal},
    NamedKey{"BracketLeft", ImGuiKey_LeftBracket},
    NamedKey{"BracketRight", ImGuiKey_RightBracket},
    NamedKey{"Backslash", ImGuiKey_Backslash},
    NamedKey{"Backquote", ImGuiKey_GraveAccent},
    NamedKey{"IntlBackslash", ImGuiKey_Oem102},
    NamedKey{"NumpadDecimal", ImGuiKey_KeypadDecimal},
    NamedKey{"NumpadDivide", ImGuiKey_KeypadDivide},
    NamedKey{"NumpadMultiply", ImGuiKey_KeypadMultiply},
    NamedKey{"NumpadSubtract", ImGuiKey_KeypadSubtract},
    NamedKey{"NumpadAdd", ImGuiKey_KeypadAdd},
    NamedKey{"NumpadEnter", ImGuiKey_KeypadEnter},
    NamedKey{"NumpadEqual", ImGuiKey_KeypadEqual},
};

/// The `number`th key after `first`; the keys of a group follow one another in Dear ImGui's list.
ImGuiKey offset(ImGuiKey first, int number) { return static_cast<ImGuiKey>(first + number); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

ImGuiKey function_key(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (!is_digit(c)) {
            return ImGuiKey_None;
        }
        number = number * 10 + (c - '0');
    }
    return number >= 1 && number <= 24 ? offset(ImGuiKey_F1, number - 1) : ImGuiKey_None;
}

} // namespace

ImGuiKey key_of(std::string_view name) {
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'z') {
        return offset(ImGuiKey_A, name[0] - 'a');
    }
    if (name.size() == 6 && name.starts_with("Digit") && is_digit(name[5])) {
        return offset(ImGuiKey_0, name[5] - '0');
    }
    if (name.size() == 7 && name.starts_with("Numpad") && is_digit(name[6])) {
        return offset(ImGuiKey_Keypad0, name[6] - '0');
    }
    if (name.size() >= 2 && name.size() <= 3 && name[0] == 'F') {
        return function_key(name.substr(1));
    }
    const auto *found = std::ranges::find(namedKeys, name, &NamedKey::name);
    return found == namedKeys.end() ? ImGuiKey_None : found->key;
}

} // namespace fullcourt::platform
