// What a cell of the grid holds: nothing, one letter, or R and A together (RULES §1).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

/// A set of upper-case ASCII letters that is empty, one letter, or exactly {A, R} ("A/R": the same role does and
/// decides; it counts as one R and one A). Every value of this type is one of these.
class Letters {
  public:
    Letters() = default;

    /// One letter A to Z; anything else gives nothing.
    static Letters one(char letter);
    static Letters accountable_and_responsible();
    /// "", "R", "A/R" (also "R/A", "AR", "RA", in any case, "-" and "–" as blank); nothing where it is none of these.
    static std::optional<Letters> parse(std::string_view text);

    bool empty() const { return m_bits == 0; }
    bool has(char letter) const { return (m_bits & bit(letter)) != 0; }
    /// "", "R" or "A/R".
    std::string text() const;

    friend bool operator==(const Letters &, const Letters &) = default;

  private:
    /// No bit for what is no letter.
    static constexpr std::uint32_t bit(char letter) {
        return letter >= 'A' && letter <= 'Z' ? std::uint32_t{1} << static_cast<unsigned>(letter - 'A') : 0U;
    }
    std::uint32_t m_bits = 0;
};

/// What R, A, C, I mean is fixed; S belongs to RASCI.
enum class LetterScheme { raci, rasci };

/// Letters a plan adds to its scheme ("V verifies …"): they count as "a letter" and otherwise for nothing.
using ExtraLetters = std::map<char, std::string>;

/// "R" → "responsible"; empty for a letter that is in no scheme.
std::string_view letter_meaning(char letter);
/// "responsible", "accountable and responsible", "verifies" (from the plan), "empty"; the letter where nothing says what it means.
std::string letters_in_words(Letters letters, const ExtraLetters &extra);

} // namespace fullcourt
