// Files into a zip archive, and back.
#include <catch2/catch_test_macros.hpp>

#include "io/zip.h"
#include "zip_for_tests.h"

using namespace fullcourt;

TEST_CASE("Files come out of a zip archive as they went in", "[zip]") {
    std::string large;
    for (int i = 0; i < 200'000; ++i) {
        large += std::to_string(i * 7919) + (i % 3 == 0 ? "\n" : " ");
    }
    const auto make = [&] {
        ZipWriter zip;
        zip.begin("empty.txt");
        zip.begin("folder/large.txt");
        for (std::size_t at = 0; at < large.size(); at += 10'007) {
            zip.add(std::string_view(large).substr(at, 10'007));
        }
        zip.begin("last.bin");
        zip.add(std::string("\0\xFF", 2));
        return zip.take();
    };
    const std::string archive = make();
    CHECK(test::unzipped(archive) ==
          std::map<std::string, std::string>{{"empty.txt", ""}, {"folder/large.txt", large}, {"last.bin", std::string("\0\xFF", 2)}});
    CHECK(archive.size() < large.size() / 2);
    CHECK(make() == archive);
    CHECK(test::unzipped(ZipWriter().take()).empty());
}
