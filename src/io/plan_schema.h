// The plan file as a JSON Schema (draft 2020-12), for editors and validators of others. It is strict about what this program writes
// and, as the format is, open for further keys; restore() reads more than it allows, with a report.
//
// Fields of items come from describe(), so a new one is in the schema by itself. A copy is published beside the page
// (assets/page/plan.schema.json, which a test holds against this function):
//
//   fullcourt schema -o assets/page/plan.schema.json
#pragma once

#include <string>

namespace fullcourt {

/// Ends in a line break.
std::string plan_schema();

} // namespace fullcourt
