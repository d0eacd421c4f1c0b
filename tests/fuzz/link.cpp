// libFuzzer: any text is read as a link, and any bytes as what a link with a fitting length and checksum holds. Whatever is read and
// restores makes a link that gives the same plan file again.
#include <cstdlib>
#include <string_view>

#include "base/base64.h"
#include "io/deflate.h"
#include "io/link.h"
#include "io/text_steps.h"
#include "io/write.h"

namespace {

using namespace fullcourt;

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::string with_head(std::string_view rest) {
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(rest.size()));
    const std::uint32_t checksum = checksum_of(rest);
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>((checksum >> shift) & 255U);
    }
    return bytes.append(rest);
}

void read(std::string_view link) {
    const Result<std::string> bytes = read_link(link);
    if (!bytes) {
        demand(!bytes.error().message.empty());
        return;
    }
    const Result<Restored> restored = restore(*bytes);
    if (!restored) {
        return;
    }
    const Result<std::string> again = write_link(restored->plan, restored->envelope);
    if (!again || accounts_left_by_link(restored->plan) > 0) {
        return;
    }
    const Result<std::string> back = read_link(*again);
    demand(back && *back == write_plan(restored->plan, restored->envelope));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    read(text);
    read(std::string(linkMark) + to_base64url(with_head(text)));
    return 0;
}
