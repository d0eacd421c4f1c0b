// How big the interface is drawn: shared by the window, the mirror and input.
#pragma once

namespace fullcourt::platform {

/// CSS pixels for one unit of the interface.
float interface_scale();

} // namespace fullcourt::platform
