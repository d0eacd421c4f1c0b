#include "base/hash.h"

#include <algorithm>
#include <bit>

namespace fullcourt {
namespace {

using Words = std::array<std::uint32_t, 8>;

constexpr std::array<std::uint32_t, 64> roundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void add_block(Words &state, std::string_view block) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 64; ++i) {
        const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(block[i]));
        w[i / 4] |= byte << (24U - 8U * static_cast<unsigned>(i % 4));
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3U);
        const std::uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10U);
        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t big1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t first = h + big1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i];
        const std::uint32_t big0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t second = big0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const Words added = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) {
        state[i] += added[i];
    }
}

} // namespace

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t start) {
    std::uint64_t hash = start;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
}

std::string to_hex(std::uint64_t value) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0;) {
        out[i] = digits[value & 15U];
        value >>= 4U;
    }
    return out;
}

void Sha256::add(std::string_view bytes) {
    constexpr std::size_t block = 64;
    m_size += bytes.size();
    if (!m_rest.empty()) {
        const std::size_t missing = std::min(block - m_rest.size(), bytes.size());
        m_rest += bytes.substr(0, missing);
        bytes.remove_prefix(missing);
        if (m_rest.size() < block) {
            return;
        }
        add_block(m_state, m_rest);
        m_rest.clear();
    }
    for (; bytes.size() >= block; bytes.remove_prefix(block)) {
        add_block(m_state, bytes.substr(0, block));
    }
    m_rest = bytes;
}

std::string Sha256::digest() {
    std::string tail = m_rest;
    tail += '\x80';
    while (tail.size() % 64 != 56) {
        tail += '\0';
    }
    const std::uint64_t bits = m_size * 8U;
    for (unsigned shift = 64; shift > 0; shift -= 8) {
        tail += static_cast<char>((bits >> (shift - 8U)) & 0xFFU);
    }
    for (std::size_t i = 0; i < tail.size(); i += 64) {
        add_block(m_state, std::string_view(tail).substr(i, 64));
    }
    std::string out;
    for (const std::uint32_t word : m_state) {
        out += to_hex(word).substr(8);
    }
    return out;
}

std::string sha256(std::string_view bytes) {
    Sha256 sha;
    sha.add(bytes);
    return sha.digest();
}

} // namespace fullcourt
