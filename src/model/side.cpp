#include "model/side.h"

namespace fullcourt {

std::string_view side_name(Side side) {
    switch (side) {
    case Side::marketing: break;
    case Side::sales: return "sales";
    case Side::product: return "product";
    }
    return "marketing";
}

} // namespace fullcourt
