// libFuzzer: an edit that is read from a journal is written and read back unchanged, and can be applied.
#include <cstdlib>
#include <string_view>

#include "io/edit_json.h"

namespace {

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    using namespace fullcourt;
    const Result<PlanEdit> first = restore_edit({reinterpret_cast<const char *>(data), size});
    if (!first) {
        demand(!first.error().message.empty());
        return 0;
    }
    const Result<PlanEdit> second = restore_edit(write_edit(*first));
    demand(static_cast<bool>(second));
    demand(*second == *first);
    Plan plan;
    apply(plan, *first);
    return 0;
}
