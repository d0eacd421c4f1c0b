#include "base/sort.h"

#include <algorithm>
#include <numeric>

namespace fullcourt {

std::vector<std::uint32_t> stable_order(std::size_t count, const std::function<bool(std::uint32_t, std::uint32_t)> &before) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), before);
    return order;
}

} // namespace fullcourt
