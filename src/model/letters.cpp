#include "model/letters.h"

#include "base/text.h"

namespace fullcourt {

Letters Letters::one(char letter) {
    Letters letters;
    letters.m_bits = bit(letter);
    return letters;
}

Letters Letters::accountable_and_responsible() {
    Letters letters;
    letters.m_bits = bit('A') | bit('R');
    return letters;
}

std::optional<Letters> Letters::parse(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    if (lower.empty() || lower == "-" || lower == "–" || lower == "—") {
        return Letters();
    }
    if (lower.size() == 1 && lower[0] >= 'a' && lower[0] <= 'z') {
        return one(static_cast<char>(lower[0] - 'a' + 'A'));
    }
    std::string both;
    for (const char c : lower) {
        if (c == 'a' || c == 'r') {
            both += c;
        } else if (c != '/' && c != ',' && c != '+' && c != '&' && c != ' ') {
            return std::nullopt;
        }
    }
    if (both == "ar" || both == "ra") {
        return accountable_and_responsible();
    }
    return std::nullopt;
}

std::string Letters::text() const {
    std::string out;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (has(letter)) {
            out += out.empty() ? "" : "/";
            out += letter;
        }
    }
    return out;
}

std::string_view letter_meaning(char letter) {
    switch (letter) {
    case 'R': return "responsible";
    case 'A': return "accountable";
    case 'S': return "supports";
    case 'C': return "consulted";
    case 'I': return "informed";
    default: return {};
    }
}

std::string letters_in_words(Letters letters, const ExtraLetters &extra) {
    if (letters.empty()) {
        return "empty";
    }
    if (letters == Letters::accountable_and_responsible()) {
        return "accountable and responsible";
    }
    const char letter = letters.text().front();
    if (const auto it = extra.find(letter); it != extra.end()) {
        return it->second.empty() ? std::string(1, letter) : it->second;
    }
    const std::string_view meaning = letter_meaning(letter);
    return meaning.empty() ? std::string(1, letter) : std::string(meaning);
}

} // namespace fullcourt
