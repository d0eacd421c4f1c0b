// Files that lie beside the tests.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace fullcourt::test {

/// `path` below tests/.
inline std::string read_file(const std::string &path) {
    std::ifstream file(FULLCOURT_TEST_DATA "/" + path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot open " + path);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace fullcourt::test
