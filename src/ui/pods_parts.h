// What the parts of the view of pods share. The chosen item is a pod's id, or noPodItem for the accounts without one.
#pragma once

#include <string>

#include "ui/scene.h"
#include "ui/section.h"

namespace fullcourt::ui {

inline constexpr std::string_view noPodItem = "-";

/// Of the agreed score; one a row.
const std::vector<Tier> &account_tiers(const Scene &scene);
/// Which pod works which account, and what each has to carry; worked out when something changes.
const PodLoads &shown_loads(Scene &scene);
/// "Ana Lind", or "AE not named"; one for each member, in the order of the roles.
std::vector<std::string> member_names(const Scene &scene, const Pod &pod);
std::string pod_name(const Scene &scene, const PodId &pod);
/// "42", "42.5"
std::string load_words(double load);

/// The accounts of the chosen pod, or those that match the search, to select, drag and move.
void draw_pod_accounts(Scene &scene, const ImVec2 &size);
/// What an assignment would do, before it is done.
void draw_assignment(Scene &scene, const ImVec2 &size);
const PodAssignment &shown_assignment(Scene &scene);
void draw_pod_details(Scene &scene);

} // namespace fullcourt::ui
