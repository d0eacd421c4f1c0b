// The workshop's run: which step of the run sheet, which thing to settle, and since when. Private to ui/workshop_*.cpp.
#pragma once

#include <string>
#include <vector>

#include "ui/section.h"

namespace fullcourt::ui {

/// Sizes of text that the back of a room reads.
inline constexpr float headline = 36;
inline constexpr float reading = 20;
/// What the room reads is no wider; it stands in the middle, and what leads on stands under its right edge.
inline constexpr float roomWidest = 980;
inline constexpr float roomInset = 48; ///< at least so far it lies from the window's edges

/// Minutes after which a thing should be parked.
inline constexpr int parkAfterMinutes = 3;
/// At the bottom of the room, where the next step is.
inline constexpr float nextHeight = 60;

struct RunStep {
    RunSheetItemId id; ///< empty: of the usual sheet, which the plan does not hold yet
    std::string name;
    int minutes = 10;
    std::vector<PlanSection> sections; ///< what is settled in it; empty: none, it only shows
    bool closes = false;               ///< what was settled, and by whom it is done
};
/// The plan's own run sheet, else the usual 90 minutes.
std::vector<RunStep> run_steps(const Plan &plan);

/// Whether somebody has an open action about it.
bool waits_for_action(const Scene &scene, const Finding &finding);
/// What there is to settle in the step, gravest first, without what is parked and what waits for an action.
std::vector<const Finding *> queue_of(const Scene &scene, const RunStep &step);
/// What the steps of the run sheet ask together, each thing once.
std::vector<const Finding *> asked_in_steps(const Scene &scene);
/// Put aside in this plan, and still open.
std::vector<const Finding *> parked_of(const Scene &scene);

/// One thing to settle, for the whole room.
void draw_thing(Scene &scene, const RunStep &step, const ImRect &room);
/// Who is in the row of the grid, at the top of `room`; nothing where it does not fit in there.
void draw_row_as_it_stands(const Scene &scene, const ActivityId &id, const ImRect &room);
/// Who sees to what the log says, and by when, as answers to pick; the owner gets the keyboard where that was asked.
void draw_who_and_when(Scene &scene, const LogEntryId &id, const ImVec2 &at, float width);
/// As high as they are: the owners take one line or two.
float who_and_when_height(const Scene &scene, float width);
/// The first step: where the sides see it differently, and how much there is.
void draw_gaps(Scene &scene, const ImRect &room);
/// The run sheet, to be changed before or while it runs.
void draw_run_sheet(Scene &scene, const ImRect &room);
/// The last step: what was settled today, what is parked, and what goes out.
void draw_close(Scene &scene, const ImRect &room);
/// Where marketing and sales answered the readiness statements most differently.
void draw_widest_gaps(Scene &scene, const ImVec2 &at, float width);
/// What was settled today as text for a chat.
std::string close_text(const Scene &scene);

/// "4:05".
std::string clock_words(double seconds);

} // namespace fullcourt::ui
