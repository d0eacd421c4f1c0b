// The reference template, and some of what it holds by its id.
#pragma once

#include "io/templates.h"

namespace fullcourt::test {

inline const ActivityId closing("close");
inline const RoleId salesVp("vp-sales");
inline const RoleId executive("account-executive");
inline const RoleId marketer("account-marketer");

inline Plan reference_template() { return load_template("reference")->plan; }

} // namespace fullcourt::test
