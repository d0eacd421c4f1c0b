// update(State, Action) → State and effects: the whole behaviour of the page, without the page.
#pragma once

#include <string>

#include "app/effect.h"
#include "app/state.h"
#include "base/random.h"

namespace fullcourt {

/// What update() may know of the world. Arguments, so that it stays a function.
struct Context {
    RandomBits bits;
    std::string now; ///< UTC instant

    /// The day of that instant: "2026-11-23".
    std::string today() const { return now.substr(0, std::string_view("2026-11-23").size()); }
};

struct Update {
    State state;
    Effects effects;
};

Update update(State state, const Action &action, const Context &context);

/// What the page shows before anything is loaded: preferences applied, storage being opened.
struct Preferences {
    std::string theme;    ///< "", "light" or "dark"
    std::string scale;    ///< a number, or anything
    std::string lastPlan; ///< id of the plan that was open last
    std::string author;
    std::string keys;  ///< which commands have other keys than the usual (key_bindings.h), or anything
    std::string guide; ///< "", "shown" or "closed"
    bool systemDark = false;
    bool coarsePointer = false;
    bool fromDisk = false;                        ///< the page was opened as a file
    std::optional<platform::CarriedPlan> carried; ///< the plan that the page brings along
};
Update begin(const Preferences &preferences, const Context &context);

} // namespace fullcourt
