// libFuzzer: whatever restore() takes, it writes canonically and takes back unchanged and without repairs.
#include <cstdlib>
#include <string_view>

#include "io/restore.h"
#include "io/write.h"

namespace {

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    using namespace fullcourt;
    const Result<Restored> first = restore({reinterpret_cast<const char *>(data), size});
    if (!first) {
        demand(!first.error().message.empty());
        return 0;
    }
    const std::string bytes = write_plan(first->plan, first->envelope);
    const Result<Restored> second = restore(bytes);
    demand(static_cast<bool>(second));
    demand(second->report.empty());
    demand(second->plan == first->plan);
    demand(second->envelope == first->envelope);
    demand(write_plan(second->plan, second->envelope) == bytes);
    return 0;
}
