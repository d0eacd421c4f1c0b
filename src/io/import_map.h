// How a CSV file of accounts is to be read, as a JSON file: for scripts, where nobody corrects a guess by hand.
//
//     {"key":"Account ID","name":"Account name","decimal":",","dates":"day-first",
//      "columns":{"Employees":{"type":"number"},"Owner":{"take":false},"Branche":{"name":"Industry","type":"category"}}}
//
// What it does not say stays as it was guessed.
#pragma once

#include <string_view>

#include "base/result.h"
#include "io/account_import.h"

namespace fullcourt {

/// Fails, in a sentence, for what is no JSON object, names a column that the file does not have, or says something unknown.
Result<ImportMapping> apply_import_map(std::string_view json, const CsvTable &table, const ImportMapping &guessed);

} // namespace fullcourt
