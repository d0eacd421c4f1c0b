// Sample data to try things on: a plan file in assets/samples, embedded in the program and restored like any other.
#pragma once

#include "base/result.h"
#include "io/restore.h"

namespace fullcourt {

/// 120 invented accounts with eight criteria, their stages, and 62 contacts with what they did, in a plan that holds nothing else. The
/// lead stages that the contacts are in have names alone.
Result<Restored> sample_accounts();

} // namespace fullcourt
