#include "base/hash.h"

#include <catch2/catch_test_macros.hpp>

using namespace fullcourt;

TEST_CASE("SHA-256 of bytes that come in pieces of any length is that of all of them") {
    std::string all;
    Sha256 sha;
    for (std::size_t length = 0; length < 200; length += 7) {
        const std::string piece(length, static_cast<char>('a' + length % 26));
        sha.add(piece);
        all += piece;
    }
    CHECK(sha.digest() == sha256(all));
    CHECK(Sha256().digest() == sha256(""));
}

TEST_CASE("SHA-256 agrees with the examples of FIPS 180-4", "[base]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 pads rightly at the edge of a block", "[base]") {
    CHECK(sha256(std::string(55, 'a')) == "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    CHECK(sha256(std::string(56, 'a')) == "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    CHECK(sha256(std::string(64, 'a')) == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST_CASE("FNV-1a agrees with its published values", "[base]") {
    CHECK(fnv1a("") == 0xcbf29ce484222325ULL);
    CHECK(fnv1a("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(fnv1a("foobar") == 0x85944171f73967e8ULL);
    CHECK(fnv1a("bar", fnv1a("foo")) == fnv1a("foobar"));
}

TEST_CASE("Digits are sixteen, lower case", "[base]") {
    CHECK(to_hex(0) == "0000000000000000");
    CHECK(to_hex(0xABCDEF0123456789ULL) == "abcdef0123456789");
    CHECK(to_hex(~0ULL) == "ffffffffffffffff");
}
