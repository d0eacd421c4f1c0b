// Amounts of money as they are written here: the currency before the number. A plan names its currency nowhere but in what its
// account columns are called ("Revenue (EUR m)").
#pragma once

#include <string>
#include <string_view>

#include "model/accounts.h"

namespace fullcourt {

/// "EUR m" of "Revenue (EUR m)"; nothing where the name ends in no brackets.
std::string_view unit_in(std::string_view name);
/// "EUR 900 m" of 900 and "EUR m" or "m EUR"; "900 seats" of 900 and what is no currency.
std::string with_unit(const std::string &number, std::string_view unit);
/// "EUR" where the columns of numbers name this currency and no other; else empty.
std::string currency_of(const Accounts &accounts);

} // namespace fullcourt
