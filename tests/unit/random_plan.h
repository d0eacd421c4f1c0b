// Plans, envelopes and edits drawn at random from a seed: whole, within the limits of restore(), and odd.
// Everything that the format can hold turns up: emoji, right-to-left text, quotes, control characters in notes,
// letters and cells that refer to nothing, unknown keys.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"
#include "io/envelope.h"

namespace fullcourt::test {

class RandomPlan {
  public:
    explicit RandomPlan(std::uint64_t seed) : m_bits(counting_bits(seed)) {}

    Plan plan() {
        Plan plan;
        plan.about.edit() = {maybe_name(), maybe_note()};
        for (std::size_t i = below(12); i > 0; --i) {
            plan.organisation.edit().roles[id<Role>()] = role();
        }
        plan.raci.edit() = grid();
        for (std::size_t i = below(4); i > 0; --i) {
            plan.settings.edit().rules[name()] = below(2) == 0;
            plan.settings.edit().thresholds[name()] = number();
        }
        plan.extra.edit() = extra();
        return plan;
    }

    Envelope envelope() {
        Envelope envelope;
        if (below(4) != 0) {
            envelope.plan = id<PlanTag>();
            envelope.revision = random_id(m_bits);
            envelope.savedAt = "2026-11-23T07:20:" + std::to_string(10 + below(50)) + "Z";
        }
        if (below(2) == 0) {
            envelope.parent = random_id(m_bits);
        }
        for (std::size_t i = below(longestAncestry + 1); i > 0; --i) {
            envelope.ancestry.push_back(random_id(m_bits));
        }
        envelope.extra = extra();
        return envelope;
    }

    PlanEdit edit() {
        PlanEdit edit{text(), {}};
        for (std::size_t i = below(20); i > 0; --i) {
            edit.steps.push_back(step());
        }
        return edit;
    }

    EditStep step() {
        switch (below(16)) {
        case 0: return SetTitle{text()};
        case 1: return SetDescription{text()};
        case 2: return Put<Role>{id<Role>(), role()};
        case 3: return Remove<Role>{id<Role>()};
        case 4: return Put<Phase>{id<Phase>(), Phase{text(), position(), extra()}};
        case 5: return Remove<Phase>{id<Phase>()};
        case 6: return Put<Activity>{id<Activity>(), activity()};
        case 7: return Remove<Activity>{id<Activity>()};
        case 8: return SetLetters{id<Activity>(), id<Role>(), below(4) == 0 ? Letters() : letters()};
        case 9: return ShowColumn{id<Role>(), Column{position(), extra()}};
        case 10: return HideColumn{id<Role>()};
        case 11: return SetScheme{below(2) == 0 ? LetterScheme::raci : LetterScheme::rasci};
        case 12: return SetExtraLetter{letter(), maybe(text())};
        case 13: return SetRule{text(), maybe(below(2) == 0)};
        case 14: return SetThreshold{text(), maybe(number())};
        default: return SetExtra{below(2) == 0 ? ExtraPlace::plan : ExtraPlace::grid, "x-" + text(), maybe(json(3))};
        }
    }

    /// Below `end`.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_bits() >> 11U) % end; }

    /// Any text: with line breaks, tabs and control characters, but never NUL.
    std::string text() {
        return words({"a", "\n", "\r\n", "\t", "\x01", "\x1f", "\x7f", "\"", "\\", "/", "é", "שלום", "🏀", "=1+1", "", " ", "R"});
    }

    /// Text that stands on one line.
    std::string name() {
        return words(
            {"Close", "Äther", "عقد", "👩‍💻", "\"", "\\", "'", "<b>", "  ", "-", "\xE2\x80\xAE", "Sales", "&", "{", "]", ","});
    }

    template <class Item> Id<Item> id() {
        // Few enough that things meet: duplicates in edits, cells of known and of unknown roles.
        static const std::vector<std::string> few = {"close", "account-executive", "é\"\\", "🏀", "a b", "id"};
        return Id<Item>(below(2) == 0 ? few[below(few.size())] : random_id(m_bits));
    }

  private:
    std::string words(const std::vector<std::string> &pieces) {
        std::string out;
        for (std::size_t i = below(6); i > 0; --i) {
            out += pieces[below(pieces.size())];
        }
        return out;
    }
    std::string maybe_name() { return below(3) == 0 ? std::string() : name(); }
    std::string maybe_note() { return below(3) == 0 ? std::string() : text(); }

    template <class Value> std::optional<Value> maybe(Value value) {
        return below(3) == 0 ? std::optional<Value>() : std::optional<Value>(std::move(value));
    }

    char letter() { return static_cast<char>('A' + static_cast<int>(below(26))); }
    Letters letters() { return below(5) == 0 ? Letters::accountable_and_responsible() : Letters::one(letter()); }

    Position position() {
        static const std::string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        std::string key;
        for (std::size_t i = below(3); i > 0; --i) {
            key += digits[below(digits.size())];
        }
        return {key + digits[1 + below(digits.size() - 1)]};
    }

    double number() {
        static const std::vector<double> numbers = {0, 1, -1, 3, 0.75, 0.1, 1e21, -1e300, 5e-324, 9007199254740993.0};
        return numbers[below(numbers.size())];
    }

    /// Canonical JSON: what an Extra holds.
    std::string json(std::size_t depth) {
        static const std::vector<std::string> plain = {
            "null", "true", "0", "-7", "18446744073709551615", "0.1", "1e+21", "\"\"", "\"a\\n\\\"é🏀\"", "[]", "{}"};
        const std::size_t choice = below(plain.size() + (depth == 0 ? 0 : 2));
        if (choice < plain.size()) {
            return plain[choice];
        }
        return choice == plain.size() ? "[" + json(depth - 1) + "," + json(depth - 1) + "]"
                                      : "{\"\":" + json(depth - 1) + ",\"name\":" + json(depth - 1) + "}";
    }

    Extra extra() {
        Extra extra;
        for (std::size_t i = below(3); i > 0; --i) {
            extra["x-" + name()] = json(3);
        }
        return extra;
    }

    Role role() {
        return {below(8) == 0 ? "" : name(),         maybe_name(), static_cast<BusinessFunction>(below(8)),
                static_cast<CoreFunction>(below(5)), position(),   extra()};
    }

    Activity activity() { return {name(), maybe_note(), below(2) == 0 ? PhaseId() : id<Phase>(), position(), extra()}; }

    RaciGrid grid() {
        RaciGrid grid;
        grid.scheme = below(2) == 0 ? LetterScheme::raci : LetterScheme::rasci;
        for (std::size_t i = below(3); i > 0; --i) {
            grid.extraLetters[letter()] = maybe_name();
            grid.phases[id<Phase>()] = {name(), position(), extra()};
        }
        for (std::size_t i = below(15); i > 0; --i) {
            grid.activities[id<Activity>()] = activity();
            grid.columns[id<Role>()] = {position(), extra()};
        }
        for (std::size_t i = below(40); i > 0; --i) {
            set_letters(grid, id<Activity>(), id<Role>(), letters());
        }
        grid.extra = extra();
        return grid;
    }

    RandomBits m_bits;
};

} // namespace fullcourt::test
