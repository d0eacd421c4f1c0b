// A conflict as JSON: {"at":["roles","cfo","headcount"],"base":1,"values":[{"value":2,"from":["…"]},{}]}. A value that is absent was
// deleted or is blank. Private to io.
#pragma once

#include <optional>
#include <string>

#include "io/field_reader.h"

namespace fullcourt {

std::string conflict_json(const Conflict &conflict);

/// Nothing, told, where it does not say where it is, or names fewer than two values.
std::optional<Conflict> read_conflict(FieldReader &fields);

} // namespace fullcourt
