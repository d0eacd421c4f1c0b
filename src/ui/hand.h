// What a button within a section does can be had from anywhere: the section is shown, and its parts are worked by their names, as a hand
// would. So there is one thing that does it, and one place that says whether it can be done.
#pragma once

#include <string_view>
#include <vector>

#include "app/action.h"

namespace fullcourt::ui {

struct Scene;

/// A tab or a button that is pressed, a field that takes the caret, or a group whose first part gets the keyboard: by its role and name
/// in the mirror. A name that ends in "*" matches by its beginning.
struct PagePart {
    std::string_view role;
    std::string_view name;

    friend bool operator==(const PagePart &, const PagePart &) = default;
};

struct HandScratch {
    std::vector<PagePart> parts; ///< still to be worked
    int frames = 0;              ///< since the last one was, or the section was asked for
};

/// Shows the view and works its parts one after another, each as soon as it is there. A part that does not come is passed over.
void work_in(Scene &scene, View view, std::vector<PagePart> parts);
/// After everything is drawn.
void go_on_working(Scene &scene);

} // namespace fullcourt::ui
