// What the page says about keys. Where the hand's first pointer is a finger it says what a finger does instead, or nothing: a tablet that
// has a keyboard takes every key all the same, and only the list of shortcuts speaks of them.
#pragma once

#include <string>

#include "ui/theme.h"

namespace fullcourt::ui {

/// Whether keys are worth a word.
inline bool names_keys() { return !design().setting.touch; }

/// The words for a keyboard and a mouse, or those for a finger: by_hand("click", "tap").
inline const char *by_hand(const char *keys, const char *finger) { return names_keys() ? keys : finger; }

/// The keys of a command as menus and tooltips show them: none under a finger.
inline std::string shown_keys(const std::string &keys) { return names_keys() ? keys : std::string(); }

} // namespace fullcourt::ui
