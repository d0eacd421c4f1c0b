// Old files are brought to today's format one version at a time. Private to io.
#pragma once

#include <optional>
#include <span>

#include "io/json_tree.h"

namespace fullcourt {

/// Makes a file of version `from` one of version `from` + 1. Gets the whole file; the version number in its
/// envelope is not its business. Must bear anything, because nothing has been checked yet.
struct Migration {
    int from = 0;
    void (*step)(Tree &file, Repairs &repairs) = nullptr;
};

/// What this program knows. Empty while there is one version.
std::span<const Migration> migrations();

/// Applies the steps from `version` up to `target`; fails where one is missing.
std::optional<Error> migrate(Tree &file, int version, int target, std::span<const Migration> steps, Repairs &repairs);

} // namespace fullcourt
