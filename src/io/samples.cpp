#include "io/samples.h"

#include "io/assets.h"

namespace fullcourt {

Result<Restored> sample_accounts() { return restore(assets::sample_accounts()); }

} // namespace fullcourt
