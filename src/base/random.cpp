#include "base/random.h"

#include <memory>

namespace fullcourt {

std::string random_id(const RandomBits &bits) {
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint64_t rest = bits();
    std::string id(10, '0');
    for (char &letter : id) {
        letter = alphabet[rest & 31U];
        rest >>= 5U;
    }
    return id;
}

RandomBits counting_bits(std::uint64_t seed) {
    auto state = std::make_shared<std::uint64_t>(seed);
    // SplitMix64: neighbouring seeds give unlike ids, so a test that compares the wrong two notices.
    return [state] {
        std::uint64_t z = (*state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    };
}

} // namespace fullcourt
