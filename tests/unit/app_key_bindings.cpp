// The keys of commands as the browser keeps them.
#include <catch2/catch_test_macros.hpp>

#include "app/key_bindings.h"

using namespace fullcourt;

TEST_CASE("Keys of commands come back from their text, and what is no such text is passed over") {
    const KeyBindings bindings = {{"palette", "Mod+e"}, {"save-file", ""}, {"add-meeting", "Alt+Shift+m"}};
    CHECK(key_bindings_of(key_bindings_text(bindings)) == bindings);
    CHECK(key_bindings_of("").empty());
    CHECK(key_bindings_of("\n\n \nundo\nUNDO Mod+e\nundo Mod+é\n../undo F8\n").empty());
    CHECK(key_bindings_of("undo F8\nundo F9\nno end F8") == KeyBindings{{"undo", "F8"}});
    CHECK(key_bindings_of("undo " + std::string(41, 'F')).empty());
}

TEST_CASE("No more is read than there could be commands") {
    std::string many;
    for (char a = 'a'; a <= 'z'; ++a) {
        for (char b = 'a'; b <= 'z'; ++b) {
            many += std::string{a, b} + " F8\n";
        }
    }
    CHECK(key_bindings_of(many).size() == 400);
    CHECK(key_bindings_of(many + std::string(std::size_t{16} << 10U, '\n')).empty());
}
