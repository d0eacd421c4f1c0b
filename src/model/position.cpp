#include "model/position.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>

namespace fullcourt {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t longestKey = 512;

std::size_t digit_at(std::string_view key, std::size_t index) { return index < key.size() ? digits.find(key[index]) : 0; }

/// How many digits take part in counting up from a key that begins with `full` digits 'z': 1, 3, 7, 15 … Each run
/// is twice as long as the one before, so that ten thousand items appended one by one still have keys of seven digits.
std::size_t counting_width(std::size_t full) {
    std::size_t width = 1;
    while (width <= full) {
        width = 2 * width + 1;
    }
    return width;
}

Position position_after(std::string_view before) {
    if (before.empty()) {
        return {};
    }
    const std::size_t full = std::min(before.find_first_not_of(digits.back()), before.size());
    std::string key(before.substr(0, counting_width(full)));
    key.resize(counting_width(full), digits.front());
    std::size_t i = key.size() - 1;
    while (key[i] == digits.back()) {
        key[i--] = digits.front();
    }
    key[i] = digits[digits.find(key[i]) + 1];
    if (key.back() == digits.front()) {
        key.back() = digits[1];
    }
    return {key};
}

/// By halves, so that a long list between two neighbours gets keys of even and small length.
void fill_between(std::string_view before, std::string_view after, std::span<Position> positions) {
    if (positions.empty()) {
        return;
    }
    const std::size_t middle = positions.size() / 2;
    positions[middle] = position_between(before, after);
    fill_between(before, positions[middle].key, positions.first(middle));
    fill_between(positions[middle].key, after, positions.subspan(middle + 1));
}

} // namespace

bool is_valid_position(std::string_view key) {
    return !key.empty() && key.size() <= longestKey && key.back() != '0' && key.find_first_not_of(digits) == std::string_view::npos;
}

Position position_between(std::string_view before, std::string_view after) {
    if (!is_valid_position(before)) {
        before = {};
    }
    if (!is_valid_position(after) || before >= after) {
        return position_after(before);
    }
    std::string key;
    bool bounded = true;
    for (std::size_t i = 0;; ++i) {
        const std::size_t low = digit_at(before, i);
        const std::size_t high = bounded ? digit_at(after, i) : digits.size();
        if (high > low + 1) {
            // Adding one line after another is the common case: a small step above `before` keeps the keys short.
            const bool open = !bounded && i < before.size();
            key += digits[open ? low + 1 : (low + high) / 2];
            return {key};
        }
        key += digits[low];
        if (high > low) {
            bounded = false;
        }
    }
}

std::vector<Position> positions_between(std::string_view before, std::string_view after, std::size_t count) {
    std::vector<Position> positions(count);
    if (before.empty() && after.empty()) {
        for (std::size_t i = 0; i < count; ++i) {
            positions[i] = spread_position(i, count);
        }
    } else if (after.empty() || before >= after) {
        std::string_view last = before;
        for (Position &position : positions) {
            position = position_between(last, {});
            last = position.key;
        }
    } else {
        fill_between(before, after, positions);
    }
    return positions;
}

Position spread_position(std::size_t index, std::size_t count) {
    // Two or three digits hold the fraction (index + 1) / (count + 1); the last digit is never '0'.
    std::size_t room = digits.size();
    std::size_t width = 1;
    while (room < 2 * (count + 1)) {
        room *= digits.size();
        ++width;
    }
    std::size_t value = (index + 1) * room / (count + 1);
    std::string key(width, '0');
    for (std::size_t i = width; i-- > 0;) {
        key[i] = digits[value % digits.size()];
        value /= digits.size();
    }
    if (key.back() == '0') {
        key += 'V';
    }
    return {key};
}

std::vector<std::size_t> rising(const std::vector<const Position *> &positions) {
    std::vector<std::size_t> indices(positions.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    std::stable_sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) { return *positions[a] < *positions[b]; });
    return indices;
}

} // namespace fullcourt
