// Fields of the details panel: a caption, and below it something to type, choose or tick. Each shows what the plan holds
// and gives back what the person made of it, once; names of things are picked, not typed.
//
//     if (const auto name = line_field(scene, "Name", id.text, meeting.name)) { … }
//     if (const auto who = role_chips(scene, "Who attends", id.text, meeting.attendees)) { … }
//
// `of` is the id of what is being edited: another one starts anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/panel.h"
#include "ui/scene.h"

namespace fullcourt::ui {

/// The kind of thing, small, and its name.
void details_heading(const std::string &kind, const std::string &name);
/// Where nothing is chosen.
void details_hint(const std::string &text);
/// How wide the fields of the details are, in a window that scrolls.
float field_width();
/// Above a field; `help` explains the term in a tooltip.
void caption(const std::string &text, const std::string &help = {});

struct LineFieldStyle {
    std::string hint = {};
    std::string help = {};
};
std::optional<std::string> line_field(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      const LineFieldStyle &style = {});

/// What is typed at a stretch has one gesture number, so that it is one step of undo.
struct Typed {
    std::string text;
    std::uint64_t gesture = 0;
};
std::optional<Typed> text_area(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                               const LineFieldStyle &style = {});
/// A list as lines of text, one entry a line; pasting a list is typing it.
struct TypedLines {
    std::vector<std::string> lines;
    std::uint64_t gesture = 0;
};
std::optional<TypedLines> lines_field(Scene &scene, const std::string &name, const std::string &of, const std::vector<std::string> &shown,
                                      const LineFieldStyle &style = {});

/// A calendar date, shown and read as a person writes it ("1 Dec 2026", "Friday"), given back as 2026-12-01, or empty text where it was
/// cleared. What is no date changes nothing; below the field stands how dates are written.
std::optional<std::string> date_field(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      const LineFieldStyle &style = {});
/// The same without caption, in a row of one's own making; `draw_unread_date` afterwards, where there is room.
std::optional<std::string> date_draft(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      FieldStyle style);
void draw_unread_date(Scene &scene, const std::string &name, const std::string &of, float width);

/// A whole number or nothing; what is no number is not taken. `unit` stands behind the field.
struct NumberStyle {
    int least = 0;
    int most = 100'000;
    std::string unit = {};
    std::string hint = {};
    std::string help = {};
};
std::optional<std::optional<int>> number_field(Scene &scene, const std::string &name, const std::string &of, std::optional<int> shown,
                                               const NumberStyle &style = {});

/// One of these words.
std::optional<int> choice_field(Scene &scene, const std::string &name, std::span<const std::string> labels, int chosen,
                                const std::string &help = {});
/// Two or three words side by side.
std::optional<int> segment_field(Scene &scene, const std::string &name, std::span<const std::string> labels, int chosen,
                                 const std::string &help = {});
/// Yes or no, with the caption beside the switch. True where it was turned.
bool switch_field(Scene &scene, const std::string &name, bool on, const std::string &help = {});

/// A role, or nobody.
std::optional<RoleId> role_field(Scene &scene, const std::string &name, const RoleId &shown, const std::string &nobody = "Nobody",
                                 const std::string &help = {});
std::optional<MeetingId> meeting_field(Scene &scene, const std::string &name, const MeetingId &shown, const std::string &none = "Not said",
                                       const std::string &help = {});
/// How often.
std::optional<Period> period_field(Scene &scene, const std::string &name, const Period &shown, const std::string &help = {});

/// All there are as chips in a row, those that are in it marked; a click puts one in or takes it out.
struct Chip {
    std::string id;
    std::string name;
};
std::optional<std::set<std::string>> chips_field(Scene &scene, const std::string &name, const std::vector<Chip> &all,
                                                 const std::set<std::string> &chosen, const std::string &help = {});
std::optional<std::set<RoleId>> role_chips(Scene &scene, const std::string &name, const std::set<RoleId> &chosen,
                                           const std::string &help = {});
std::optional<std::set<ActivityId>> activity_chips(Scene &scene, const std::string &name, const std::set<ActivityId> &chosen,
                                                   const std::string &help = {});

/// At the end of the details: takes the item out of the plan (undo brings it back).
bool remove_button(Scene &scene, const std::string &label);

/// What a person reads for these; ids that the plan does not have are left out.
std::string role_name(const Scene &scene, const RoleId &id);
std::vector<std::string> role_names(const Scene &scene, const std::set<RoleId> &ids);
/// Short names where there are any.
std::vector<std::string> role_heads(const Scene &scene, const std::set<RoleId> &ids);
std::string meeting_name(const Scene &scene, const MeetingId &id);
/// "every week", "every 2 months", "as it comes up".
std::string period_words(const Period &period);
/// "30 min", "4 h", "1 h 30 min".
std::string minutes_words(int minutes);
/// "2.7 h" (one decimal).
std::string hours_words(double hours);

} // namespace fullcourt::ui
