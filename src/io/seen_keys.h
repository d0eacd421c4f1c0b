// Which keys of a long list stand in it twice. Private to io.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>
#include <set>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace fullcourt {

/// A table at most half full of up to `most` keys, whose texts outlive it.
class SeenKeys {
  public:
    explicit SeenKeys(std::size_t most) : m_slots(std::bit_ceil(2 * most + 2)) {}

    /// False where it was there before.
    bool insert(std::string_view key) {
        if (m_slots.empty()) {
            return m_sorted.insert(key).second;
        }
        std::string_view &slot = find(key);
        if (slot.data() != nullptr) {
            return false;
        }
        slot = key;
        // Keys chosen to collide cost a sorted set, no more.
        constexpr std::size_t patience = 32;
        if (m_tries > patience * m_slots.size()) {
            std::copy_if(m_slots.begin(), m_slots.end(), std::inserter(m_sorted, m_sorted.end()),
                         [](std::string_view taken) { return taken.data() != nullptr; });
            m_slots.clear();
        }
        return true;
    }

  private:
    std::string_view &find(std::string_view key) {
        std::size_t slot = fnv1a(key) & (m_slots.size() - 1);
        while (m_slots[slot].data() != nullptr && m_slots[slot] != key) {
            slot = (slot + 1) & (m_slots.size() - 1);
            ++m_tries;
        }
        return m_slots[slot];
    }

    std::vector<std::string_view> m_slots;
    std::set<std::string_view> m_sorted;
    std::size_t m_tries = 0;
};

} // namespace fullcourt
