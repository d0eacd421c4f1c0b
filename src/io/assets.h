// Files from assets/templates that are part of the program. The build generates the definition.
#pragma once

#include <span>
#include <string_view>

namespace fullcourt::assets {

struct File {
    std::string_view name; ///< without folder: "reference.fullcourt.json"
    std::string_view bytes;
};

/// Sorted by name.
std::span<const File> templates();

/// assets/samples/accounts.fullcourt.json
std::string_view sample_accounts();

} // namespace fullcourt::assets
