// A zip archive, read strictly: as a map from names to what the files hold.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "io/deflate.h"

namespace fullcourt::test {

inline std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t number = 0;
    for (std::size_t i = length; i > 0; --i) {
        number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return number;
}

/// Follows the directory at the end, and checks that the header of each file says the same.
inline std::map<std::string, std::string> unzipped(std::string_view archive) {
    std::map<std::string, std::string> files;
    REQUIRE(archive.size() >= 22);
    const std::size_t end = archive.size() - 22;
    REQUIRE(number_at(archive, end, 4) == 0x06054B50U);
    std::size_t at = number_at(archive, end + 16, 4);
    CHECK(at + number_at(archive, end + 12, 4) == end);
    for (std::uint32_t i = 0; i < number_at(archive, end + 10, 2); ++i) {
        REQUIRE(number_at(archive, at, 4) == 0x02014B50U);
        const std::uint32_t nameBytes = number_at(archive, at + 28, 2);
        const std::string name(archive.substr(at + 46, nameBytes));
        const std::size_t local = number_at(archive, at + 42, 4);
        REQUIRE(number_at(archive, local, 4) == 0x04034B50U);
        CHECK(archive.substr(at + 6, 24) == archive.substr(local + 4, 24));
        CHECK(archive.substr(local + 30, nameBytes) == name);
        const std::uint32_t size = number_at(archive, at + 24, 4);
        Inflated file = inflated(archive.substr(local + 30 + nameBytes, number_at(archive, at + 20, 4)), {}, size);
        CHECK(file.outcome == Inflated::Outcome::whole);
        CHECK(file.bytes.size() == size);
        CHECK(checksum_of(file.bytes) == number_at(archive, at + 16, 4));
        CHECK(files.emplace(name, std::move(file.bytes)).second);
        at += 46 + nameBytes;
    }
    CHECK(at == end);
    return files;
}

} // namespace fullcourt::test
