// A typed identifier: text that survives renaming. `Id<Role>` and `Id<Activity>` do not mix.
//
// Shape: 1 to 64 bytes of UTF-8. Templates use fixed words ("account-executive"); what a person makes
// gets 10 characters of lower-case base32 from an IdSource; an account's id will be its key text.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace fullcourt {

template <class Item> struct Id {
    std::string text;

    Id() = default;
    explicit Id(std::string value) : text(std::move(value)) {}

    bool empty() const { return text.empty(); }
    friend auto operator<=>(const Id &, const Id &) = default;
};

inline constexpr std::size_t maximumIdBytes = 64;

} // namespace fullcourt
