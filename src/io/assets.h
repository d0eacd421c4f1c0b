// Files from assets/ that are part of the program. The build generates the definition.
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

/// assets/links: "1.txt" and on.
std::span<const File> link_dictionaries();

/// assets/samples/accounts.fullcourt.json
std::string_view sample_accounts();

} // namespace fullcourt::assets
