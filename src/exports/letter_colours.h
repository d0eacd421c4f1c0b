// The colours of letters in documents: hues after Okabe and Ito, apart in lightness too, as on the page. The letter always stands in it.
#pragma once

#include <string_view>

namespace fullcourt {

struct LetterColours {
    std::string_view fill;
    std::string_view ink;
};

constexpr LetterColours letter_colours(char letter) {
    switch (letter) {
    case 'R': return {"#0b5fa5", "#ffffff"};
    case 'A': return {"#f0a028", "#231500"};
    case 'S': return {"#a5d6f2", "#06283d"};
    case 'C': return {"#00795a", "#ffffff"};
    case 'I': return {"#e7e7ec", "#3a3b46"};
    default: return {"#ebd5e4", "#5a1e47"};
    }
}

} // namespace fullcourt
