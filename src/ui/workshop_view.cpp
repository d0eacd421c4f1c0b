// Workshop mode: the whole window for one thing at a time, a run sheet of 90 minutes, and a timer (DESIGN §6).
#include "ui/workshop.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/ballots.h"
#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float stripHeight = 76;
constexpr float stripLine = 22;
constexpr float stepGap = 14;
constexpr double second = 1;

double since(double start) { return std::max(0.0, platform::seconds() - start); }

void go_to(Scene &scene, std::size_t step) {
    WorkshopScratch &run = scene.scratch.workshop;
    run.step = step;
    run.stepStarted = run.thingStarted = platform::seconds();
    run.current.clear();
    run.settled.clear();
    run.naming.clear();
    run.editing = run.voting = run.startVoting = false;
}

void begin_run(Scene &scene) {
    WorkshopScratch &run = scene.scratch.workshop;
    if (!run.running) {
        run.running = true;
        run.started = platform::seconds();
        go_to(scene, 0);
    }
}

void leave(Scene &scene) {
    scene.scratch.workshop = {};
    scene.dispatch(action::Show{View::overview});
}

/// `nameHeight`: of the names of all steps, which may take several lines.
void draw_step(Scene &scene, const std::vector<RunStep> &steps, std::size_t index, const ImRect &box, float nameHeight) {
    const WorkshopScratch &run = scene.scratch.workshop;
    const RunStep &step = steps[index];
    const bool chosen = index == run.step;
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::PushID(static_cast<int>(index));
    if (ImGui::InvisibleButton("##step", box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        go_to(scene, index);
    }
    ImGui::PopID();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float left = static_cast<float>(step.minutes) * 60 - static_cast<float>(since(run.stepStarted));
    const float share = chosen             ? std::clamp(1 - left / (static_cast<float>(step.minutes) * 60), 0.0F, 1.0F)
                        : index < run.step ? 1.0F
                                           : 0.0F;
    const ImRect bar({box.Min.x, box.Max.y - 5}, box.Max);
    draw_filled_bar(list, bar, share, left < 0 && chosen ? palette().warning : palette().accent);
    const ImU32 ink = chosen ? palette().text : palette().muted;
    TextStyle nameStyle{.size = type::body, .colour = ink, .strong = chosen};
    if (nameHeight > stripLine) {
        // Bold it may need a line more.
        nameStyle.strong = chosen && wrapped_height(step.name, nameStyle, box.GetWidth() - 6) <= nameHeight;
        list.PushClipRect({box.Min.x - 2, box.Min.y}, {box.Max.x, box.Min.y + nameHeight}, true);
        draw_wrapped(list, box.Min, step.name, nameStyle, box.GetWidth() - 6);
        list.PopClipRect();
    } else {
        draw_line(list, {box.Min, {box.Max.x - 6, box.Min.y + stripLine}}, step.name, nameStyle);
    }
    const std::string minutes = std::to_string(step.minutes) + " min";
    const std::string time = !chosen ? minutes : left >= 0 ? clock_words(left) + " left" : clock_words(-left) + " over";
    draw_line(list, {{box.Min.x, box.Min.y + nameHeight}, {box.Max.x - 6, box.Min.y + nameHeight + 20}}, time,
              {.size = type::body, .colour = left < 0 && chosen ? palette().warning : palette().muted});
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "tab", .name = step.name, .value = minutes, .selected = chosen});
}

float leave_width() { return button_width("Leave", true) + 24; }

/// Wide enough to be read, and else by their minutes.
std::vector<float> step_widths(const std::vector<RunStep> &steps, float width) {
    const float room = width - 32 - leave_width();
    int minutes = 0;
    for (const RunStep &step : steps) {
        minutes += step.minutes;
    }
    const float least = room / static_cast<float>(steps.size()) * 0.7F;
    const float rest = room - least * static_cast<float>(steps.size());
    std::vector<float> widths;
    for (const RunStep &step : steps) {
        widths.push_back(least + rest * static_cast<float>(step.minutes) / static_cast<float>(std::max(1, minutes)) - stepGap);
    }
    return widths;
}

/// One line, or as many as one of the names needs.
float names_height(const std::vector<RunStep> &steps, const std::vector<float> &widths) {
    float height = stripLine;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const TextStyle strong{.size = type::body, .strong = true};
        if (text_size(steps[i].name, strong).x > widths[i] - 6) {
            height = std::max(height, std::max(2 * stripLine, wrapped_height(steps[i].name, {.size = type::body}, widths[i] - 6)));
        }
    }
    return std::min(height, 4 * stripLine);
}

void draw_strip(Scene &scene, const std::vector<RunStep> &steps, const std::vector<float> &widths, const ImRect &strip) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(strip.Min, strip.Max, palette().canvas);
    const semantics::Group group("run-sheet", strip, {.role = "tablist", .name = "Run sheet"});
    float x = strip.Min.x + 32;
    const float nameHeight = strip.GetHeight() - stripHeight + stripLine;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        draw_step(scene, steps, i, {{x, strip.Min.y + 14}, {x + widths[i], strip.Max.y - 10}}, nameHeight);
        x += widths[i] + stepGap;
    }
    ImGui::SetCursorScreenPos({strip.Max.x - leave_width(), strip.Min.y + 20});
    if (button("##leave", "Leave", {.icon = icon::x, .look = Look::ghost, .tooltip = "Back to the plan; what was settled stays"})) {
        leave(scene);
    }
}

void draw_step_contents(Scene &scene, const std::vector<RunStep> &steps, const ImRect &room) {
    const RunStep &step = steps[scene.scratch.workshop.step];
    if (step.closes) {
        draw_close(scene, room);
    } else if (scene.scratch.workshop.editing) {
        draw_run_sheet(scene, room);
    } else if (scene.scratch.workshop.voting) {
        draw_ballots_within(scene, {{room.Min.x + 12, room.Min.y + 16}, {room.Max.x - 12, room.Max.y - nextHeight}});
    } else if (step.sections.empty()) {
        draw_gaps(scene, room);
    } else {
        draw_thing(scene, step, room);
    }
}

/// Under the right edge of what the room reads; gives whether it was pressed.
bool draw_way_on(const char *id, const std::string &words, const ButtonStyle &style, float right, const ImRect &room) {
    ImGui::SetCursorScreenPos({right - button_width(words, true, style.large), room.Max.y - nextHeight + 12});
    return button(id, words, style);
}

void draw_next(Scene &scene, std::size_t count, const ImRect &room) {
    const std::size_t step = scene.scratch.workshop.step;
    if (scene.scratch.workshop.voting) {
        if (draw_way_on("##next-ballot", next_ballot_words(scene),
                        {.icon = is_last_ballot(scene) ? icon::arrowLeft : icon::arrowRight, .look = Look::primary, .large = true},
                        room.Max.x - 32, room)) {
            show_next_ballot(scene, 1);
        }
        return;
    }
    const float right = room.Max.x - std::max(roomInset, (room.GetWidth() - roomWidest) / 2);
    if (step + 1 < count && draw_way_on("##next-step", "Next step", {.icon = icon::arrowRight, .large = true}, right, room)) {
        go_to(scene, step + 1);
    }
}

/// A presenter's remote sends Page Down and Page Up: through the things of a step, and on to the step beside it.
void follow_remote(Scene &scene, const std::vector<RunStep> &steps) {
    WorkshopScratch &run = scene.scratch.workshop;
    const bool forth = is_pressed(ImGuiKey_PageDown);
    const bool elsewhere =
        ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (elsewhere || run.editing || (!forth && !is_pressed(ImGuiKey_PageUp))) {
        return;
    }
    if (run.voting) {
        show_next_ballot(scene, forth ? 1 : -1);
        return;
    }
    const std::vector<const Finding *> queue = queue_of(scene, steps[run.step]);
    const auto at = std::find_if(queue.begin(), queue.end(), [&](const Finding *one) { return one->key == run.current; });
    const std::size_t place = at == queue.end() ? 0 : static_cast<std::size_t>(at - queue.begin());
    if (forth ? place + 1 < queue.size() : place > 0) {
        run.current = queue[forth ? place + 1 : place - 1]->key;
        run.thingStarted = platform::seconds();
    } else if (forth ? run.step + 1 < steps.size() : run.step > 0) {
        go_to(scene, forth ? run.step + 1 : run.step - 1);
    }
}

std::vector<PlanSection> sections_for(RunSheetPurpose purpose) {
    switch (purpose) {
    case RunSheetPurpose::grid: return {PlanSection::grid};
    case RunSheetPurpose::decisions: return {PlanSection::decisions, PlanSection::escalation};
    case RunSheetPurpose::rhythm: return {PlanSection::cadences, PlanSection::kpis};
    case RunSheetPurpose::look:
    case RunSheetPurpose::close: break;
    }
    return {};
}

} // namespace

std::string clock_words(double seconds) {
    const auto whole = static_cast<int>(seconds);
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::vector<RunStep> run_steps(const Plan &plan) {
    const Plan usual = [&plan] {
        Plan copy = plan;
        if (copy.workshop->sheet.empty()) {
            std::uint64_t next = 0;
            apply(copy, use_standard_run_sheet(copy, [&next] { return next += 0x9e3779b97f4a7c15U; }));
        }
        return copy;
    }();
    std::vector<RunStep> steps;
    for (const RunSheetItemId &id : ordered(usual.workshop->sheet)) {
        const RunSheetItem &item = usual.workshop->sheet.at(id);
        steps.push_back({plan.workshop->sheet.empty() ? RunSheetItemId() : id, item.name, item.minutes, sections_for(item.purpose),
                         item.purpose == RunSheetPurpose::close});
    }
    return steps;
}

bool waits_for_action(const Scene &scene, const Finding &finding) {
    const Collection<LogEntry> &log = scene.plan().records->log;
    return std::any_of(log.begin(), log.end(), [&](const auto &item) {
        const LogEntry &entry = item.second;
        return entry.kind == LogEntry::Kind::action && !entry.done && entry.about == finding.key;
    });
}

std::vector<const Finding *> queue_of(const Scene &scene, const RunStep &step) {
    std::vector<const Finding *> queue;
    for (const Finding &finding : scene.derived.findings) {
        const bool here = std::find(step.sections.begin(), step.sections.end(), finding.section) != step.sections.end();
        if (here && !finding.accepted && !scene.plan().workshop->parked.contains(finding.key) && !waits_for_action(scene, finding)) {
            queue.push_back(&finding);
        }
    }
    sort_stably(queue, [](const Finding *a, const Finding *b) { return a->severity < b->severity; });
    return queue;
}

std::vector<const Finding *> asked_in_steps(const Scene &scene) {
    RunStep all;
    for (const RunStep &step : run_steps(scene.plan())) {
        all.sections.insert(all.sections.end(), step.sections.begin(), step.sections.end());
    }
    return queue_of(scene, all);
}

std::vector<const Finding *> parked_of(const Scene &scene) {
    std::vector<const Finding *> parked;
    for (const Finding &finding : scene.derived.findings) {
        if (!finding.accepted && scene.plan().workshop->parked.contains(finding.key)) {
            parked.push_back(&finding);
        }
    }
    return parked;
}

void draw_workshop(Scene &scene) {
    const ImRect page = ImGui::GetCurrentWindow()->Rect();
    const semantics::Group group("main", page, {.role = "main", .name = "Workshop"});
    if (!scene.state.open) {
        draw_nothing_open(scene, page.GetSize());
        return;
    }
    begin_run(scene);
    const std::vector<RunStep> steps = run_steps(scene.plan());
    scene.scratch.workshop.step = std::min(scene.scratch.workshop.step, steps.size() - 1);
    const std::vector<float> widths = step_widths(steps, page.GetWidth());
    const float bottom = page.Min.y + stripHeight - stripLine + names_height(steps, widths);
    draw_strip(scene, steps, widths, {page.Min, {page.Max.x, bottom}});
    const ImRect room({page.Min.x, bottom}, page.Max);
    draw_step_contents(scene, steps, room);
    draw_next(scene, steps.size(), room);
    fade_scrolled(palette().surface);
    follow_remote(scene, steps);
    // The clocks show whole seconds.
    platform::wake_after(second);
}

} // namespace fullcourt::ui
