#include "ui/contact_parts.h"

#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt::ui {

void draw_grade(ImDrawList &list, const ImVec2 &centre, FitGrade grade) {
    // One colour, the stronger the better: those of tiers and letters would say something else.
    const auto &steps = palette().fullness;
    const std::array<ChipColours, 3> chips = {{{steps[3], palette().text}, {steps[1], palette().text}, {steps[0], palette().text}}};
    const auto index = static_cast<std::size_t>(grade);
    const bool known = index < chips.size();
    const ImRect box({centre.x - 11, centre.y - 11}, {centre.x + 11, centre.y + 11});
    if (known) {
        list.AddRectFilled(box.Min, box.Max, chips[index].fill, 4);
        list.AddRect(box.Min, box.Max, palette().accent, 4); // C's fill alone is hardly apart from the ground
    } else {
        list.AddRect(box.Min, box.Max, palette().edge, 4);
    }
    draw_line(list, box, grade_name(grade), {.size = type::small, .colour = known ? chips[index].ink : palette().muted, .strong = true},
              Align::middle);
}

std::string points_words(double points) { return to_text(std::round(points * 10) / 10); }

std::string account_words(const Scene &scene, const AccountId &id) {
    const std::optional<std::uint32_t> row = id.empty() ? std::nullopt : scene.app.score_board().row_of(id.text);
    return row ? account_name(*scene.plan().accounts, *row) : id.text;
}

std::string initials(const std::string &name) {
    std::string letters;
    std::string last;
    bool begins = true;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t size = 1;
        while (at + size < name.size() && (static_cast<unsigned char>(name[at + size]) & 0xC0U) == 0x80U) {
            ++size;
        }
        const std::string letter = name.substr(at, size);
        if (letter == " ") {
            begins = true;
        } else if (begins) {
            (letters.empty() ? letters : last) = letter;
            begins = false;
        }
        at += size;
    }
    return letters + last;
}

const ContactState &state_of(const Scene &scene, const ContactId &id) {
    static const ContactState nothing;
    const ContactState *state = find(scene.app.contact_board().contacts(), id);
    return state == nullptr ? nothing : *state;
}

std::optional<double> number_cell(Scene &scene, const std::string &name, double shown, double least, double most, float width) {
    const std::optional<std::string> typed =
        draft_field(("##" + name).c_str(), name, scene.scratch.drafts["number|" + name], name, to_text(shown),
                    {.width = width, .size = type::small + 1, .disabled = !scene.editable});
    const std::optional<double> number = typed ? parse_number(trimmed(*typed)) : std::nullopt;
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

} // namespace fullcourt::ui
