// Plans to start from: files in assets/templates, embedded in the program and restored like any other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/restore.h"

namespace fullcourt {

struct TemplateInfo {
    std::string name; ///< "reference": the file's name without ".fullcourt.json"
    std::string title;
    std::string description;
    std::string summary; ///< the description's first sentence: one line for lists
};

/// In a fixed order: reference, blank, the organisation models in the order of DOMAIN §3, the scaling stages, then others by name.
/// Read once; asking again costs nothing.
const std::vector<TemplateInfo> &templates();
/// How many there are; reads none of them.
std::size_t template_count();

/// Fails with the names there are.
Result<Restored> load_template(std::string_view name);

} // namespace fullcourt
