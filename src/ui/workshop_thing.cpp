// One thing to settle at a time, legible from the back of the room: what it is, why it matters, the answers with a number
// each, and after it who sees to it and by when.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/ballots.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/panel.h"
#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float answerHeight = 56;
constexpr float lowestAnswer = 36;
constexpr float answerGap = 10;
constexpr float workshopThingWayHeight = 40;
constexpr float airy = 40; ///< above what is asked, and a part of it between its lines; less where a low room has the sheet as well
constexpr float tight = 8;
constexpr float lowRoom = 320;
constexpr float settledInset = 16; ///< of what is asked about the thing just settled
constexpr std::size_t workshopThingMostAnswers = 6;

/// The letter, in upper case, or the digit that was typed in this frame; 0: none. Not while somebody writes in a field or looks into a
/// list.
char typed_key() {
    ImGuiIO &io = ImGui::GetIO();
    if (io.WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        return 0;
    }
    for (const ImWchar typed : io.InputQueueCharacters) {
        if (typed >= 'a' && typed <= 'z') {
            return static_cast<char>(typed - 'a' + 'A');
        }
        if ((typed >= 'A' && typed <= 'Z') || (typed >= '0' && typed <= '9')) {
            return static_cast<char>(typed);
        }
    }
    return 0;
}

void next_thing(Scene &scene) {
    WorkshopScratch &run = scene.scratch.workshop;
    run.current.clear();
    run.thingStarted = platform::seconds();
}

/// What was decided goes into the plan and into the log, as one step of undo.
void settle(Scene &scene, const Finding &finding, PlanEdit edit, const std::string &words, LogEntry::Kind kind = LogEntry::Kind::decision) {
    LogEntry entry;
    entry.kind = kind;
    entry.what = words;
    entry.on = to_text(platform::today());
    entry.about = finding.key;
    LogEntryId made;
    const PlanEdit logged = add_log_entry(scene.plan(), entry, scene.app.bits(), &made);
    edit.steps.insert(edit.steps.end(), logged.steps.begin(), logged.steps.end());
    scene.edit(edit);
    scene.scratch.workshop.settled = made.text;
    scene.scratch.workshop.askOwner = !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    next_thing(scene);
}

/// "Close: Make AE accountable": what was decided, and about which activity.
std::string logged_words(const Scene &scene, const Finding &finding, const std::string &decided) {
    const Activity *activity = find(scene.grid().activities, finding.activity);
    return activity == nullptr ? decided : activity->name + ": " + decided;
}

void accept(Scene &scene, const Finding &finding) {
    const std::string reason = scene.scratch.workshop.reason;
    settle(scene, finding, accept_finding(scene.plan(), finding.key, {reason, "workshop", to_text(platform::today()), {}}),
           "It stays: " + finding.message + " " + reason);
    scene.scratch.workshop.accepting = false;
    scene.scratch.workshop.reason.clear();
}

/// What no click mends is written down as an action; the thing waits for it.
void write_down(Scene &scene, const Finding &finding) {
    const std::string what = on_one_line(trimmed(scene.scratch.workshop.reason));
    settle(scene, finding, {"Write down an action", {}}, what, LogEntry::Kind::action);
    scene.scratch.workshop.writing = false;
    scene.scratch.workshop.reason.clear();
}

// ---- What is asked

const Finding *current_of(Scene &scene, const std::vector<const Finding *> &queue) {
    WorkshopScratch &run = scene.scratch.workshop;
    const auto it = std::find_if(queue.begin(), queue.end(), [&](const Finding *finding) { return finding->key == run.current; });
    if (it != queue.end()) {
        return *it;
    }
    if (queue.empty()) {
        return nullptr;
    }
    run.current = queue.front()->key;
    return queue.front();
}

bool draw_answer(char number, const std::string &words, const ImRect &box, bool disabled) {
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::BeginDisabled(disabled);
    const bool clicked = ImGui::InvisibleButton((std::string("##answer-") + number).c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().hover : palette().surface, 10);
    list.AddRect(box.Min, box.Max, palette().edge, 10);
    const ImVec2 centre(box.Min.x + 32, box.GetCenter().y);
    const float half = std::min(16.0F, box.GetHeight() / 2 - 6);
    const ImRect key({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half});
    list.AddRectFilled(key.Min, key.Max, palette().accent, 6);
    draw_line(list, key, std::string(1, number), {.size = 18, .colour = palette().onAccent, .strong = true}, Align::middle);
    draw_line(list, {{box.Min.x + 62, box.Min.y}, {box.Max.x - 16, box.Max.y}}, words, {.size = reading});
    focus_ring(box, ImGui::GetItemID(), 10);
    semantics::item({.role = "button", .name = words, .description = shown_keys(std::string("Key ") + number), .disabled = disabled});
    ImGui::EndDisabled();
    return clicked;
}

/// The largest at which the question, its reason and the lowest answers are no taller than `room`.
float question_size(const Finding &finding, float width, float room, float air) {
    const auto answers = static_cast<float>(std::min(finding.fixes.size(), workshopThingMostAnswers));
    const float rest = wrapped_height(finding.why, {.size = reading}, width) + answers * (lowestAnswer + std::min(answerGap, air)) +
                       std::min(12.0F, air) + air * 0.6F;
    for (const float size : {headline, 30.0F}) {
        if (wrapped_height(finding.message, {.size = size, .strong = true}, width) + rest <= room) {
            return size;
        }
    }
    return 24;
}

void draw_workshop_thing_question(const Finding &finding, std::size_t left, ImVec2 &at, float width, float bottom, float air) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::string where = std::string(section_name(finding.section)) + " · " +
                              (left == 1 ? "the last thing" : "one of " + std::to_string(left) + " things") + " to settle in this step";
    draw_icon(list, {at.x + 9, at.y + 12}, severity_icon(finding.severity), 18, palette().severity(finding.severity));
    draw_line(list, {{at.x + 28, at.y}, {at.x + width, at.y + 24}}, where, {.size = type::body, .colour = palette().muted});
    at.y += 24 + air * 0.4F;
    const TextStyle big{.size = question_size(finding, width, bottom - at.y, air), .strong = true};
    const float height = wrapped_height(finding.message, big, width);
    draw_wrapped(list, at, finding.message, big, width);
    semantics::at(ImGui::GetID("##question"), {at, {at.x + width, at.y + height}}, {.role = "heading", .name = finding.message});
    at.y += height + std::min(12.0F, air);
    const TextStyle why{.size = reading, .colour = palette().muted};
    draw_wrapped(list, at, finding.why, why, width);
    at.y += wrapped_height(finding.why, why, width) + air * 0.6F;
}

/// As tall as all of them fit above `bottom`.
void draw_answers(Scene &scene, const Finding &finding, ImVec2 &at, float width, float bottom, float air, char typed) {
    const std::size_t answers = std::min(finding.fixes.size(), workshopThingMostAnswers);
    const float apart = std::min(answerGap, air);
    const float each = (bottom - at.y) / static_cast<float>(std::max<std::size_t>(1, answers)) - apart;
    const float height = std::clamp(std::floor(each), lowestAnswer, answerHeight);
    for (std::size_t i = 0; i < answers; ++i) {
        // Letters would be read as those of the grid, of which the answers speak.
        const auto number = static_cast<char>('1' + i);
        const bool chosen = draw_answer(number, finding.fixes[i].label, {at, {at.x + width, at.y + height}}, !scene.editable);
        at.y += height + apart;
        if (scene.editable && (chosen || typed == number)) {
            settle(scene, finding, finding.fixes[i], logged_words(scene, finding, finding.fixes[i].label));
        }
    }
}

/// What is written, and under it what Enter and Escape do, for hands without a keyboard.
void draw_reason(Scene &scene, const Finding &finding, const ImVec2 &at, float width) {
    WorkshopScratch &run = scene.scratch.workshop;
    ImGui::SetCursorScreenPos(at);
    const std::string asked = run.writing ? "What do we do about it?" : "Why is this fine?";
    const std::string hint = asked + shown_keys(run.writing ? " Enter writes it down" : " Enter settles it");
    const std::string takes = run.writing ? "Write it down" : "It stays";
    if (std::exchange(run.startAccepting, false)) {
        focus_here(); // who was asked about last may still have the keyboard
    }
    const FieldEvent event = text_field("##why-fine", asked, run.reason, {.hint = hint.c_str(), .width = width, .size = reading});
    const bool said = !trimmed(run.reason).empty();
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 12});
    const bool taken = button("##take-it", takes, {.icon = icon::check, .look = Look::primary, .disabled = !said});
    ImGui::SameLine(0, 8);
    const bool back = button("##not-this", "Back to the answers", {.look = Look::ghost});
    if ((event.entered || taken) && said) {
        run.writing ? write_down(scene, finding) : accept(scene, finding);
    } else if (event.cancelled || back) {
        run.accepting = run.writing = false;
        run.reason.clear();
    }
}

void put_aside(Scene &scene, const Finding &finding) {
    scene.edit(park(scene.plan(), finding.key));
    next_thing(scene);
}

struct WorkshopThingWay {
    char letter = 0;
    std::string words;
    std::string why = {};
    bool urgent = false;
    bool disabled = false;
};

void draw_way_key(ImDrawList &list, const WorkshopThingWay &way, const ImRect &box) {
    const ImRect key({box.Min.x + 8, box.GetCenter().y - 12}, {box.Min.x + 32, box.GetCenter().y + 12});
    list.AddRectFilled(key.Min, key.Max, way.urgent ? palette().onAccent : palette().pressed, 5);
    const ImU32 ink = way.urgent ? palette().accent : palette().text;
    draw_line(list, key, std::string(1, way.letter), {.size = type::body, .colour = ImGui::GetColorU32(ink), .strong = true},
              Align::middle);
}

/// Beside the one before; it says whether it was taken, by a click or by its letter.
bool draw_way(const WorkshopThingWay &way, ImVec2 &at, char typed) {
    const TextStyle style{.size = type::title, .colour = way.urgent ? palette().onAccent : palette().text, .strong = way.urgent};
    const float keyRoom = names_keys() ? 42 : 16;
    const float width = keyRoom + text_size(way.words, style).x + 16;
    const ImRect box(at, {at.x + width, at.y + workshopThingWayHeight});
    at.x += width + 8;
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::BeginDisabled(way.disabled);
    const bool clicked = ImGui::InvisibleButton((std::string("##way-") + way.letter).c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ground = way.urgent ? palette().accent : ImGui::IsItemHovered() ? palette().hover : palette().surface;
    list.AddRectFilled(box.Min, box.Max, ground, 8);
    list.AddRect(box.Min, box.Max, way.urgent ? palette().accent : palette().outline, 8);
    if (names_keys()) {
        draw_way_key(list, way, box);
    }
    draw_line(list, {{box.Min.x + keyRoom, box.Min.y}, box.Max}, way.words,
              {.size = style.size, .colour = ImGui::GetColorU32(style.colour), .strong = style.strong});
    focus_ring(box, ImGui::GetItemID(), 8);
    semantics::item({.role = "button",
                     .name = names_keys() ? way.letter + ("  " + way.words) : way.words,
                     .description = way.why.empty() ? shown_keys(std::string("Key ") + way.letter) : way.why,
                     .disabled = way.disabled});
    tooltip(way.why);
    ImGui::EndDisabled();
    return !way.disabled && (clicked || typed == way.letter);
}

void draw_ways_out(Scene &scene, const Finding &finding, const std::vector<const Finding *> &queue, ImVec2 at, char typed) {
    WorkshopScratch &run = scene.scratch.workshop;
    const double spent = platform::seconds() - run.thingStarted;
    const bool longEnough = spent > parkAfterMinutes * 60;
    const bool looking = !scene.editable;
    if (draw_way({.letter = 'X', .words = "It stays, with a reason", .disabled = looking}, at, typed)) {
        run.accepting = run.startAccepting = true;
    }
    if (draw_way(
            {.letter = 'W', .words = "Write an action", .why = "Someone does something about it; it waits until then", .disabled = looking},
            at, typed)) {
        run.writing = run.startAccepting = true;
    }
    const std::string parking = longEnough ? "Park it: " + clock_words(spent) + " so far" : "Park it";
    if (draw_way({.letter = 'P', .words = parking, .urgent = longEnough, .disabled = looking}, at, typed)) {
        put_aside(scene, finding);
    }
    if (finding.section == PlanSection::grid &&
        draw_way({.letter = 'V', .words = "Vote", .why = "Each side says what it thinks; then the cards go up", .disabled = looking}, at,
                 typed)) {
        run.current = finding.key; // where the room comes back to
        begin_voting(scene, finding.activity);
    }
    if (draw_way({.letter = 'N', .words = "Next one", .disabled = queue.size() < 2}, at, typed)) {
        const auto it = std::find(queue.begin(), queue.end(), &finding);
        const Finding *next = it + 1 == queue.end() ? queue.front() : *(it + 1);
        next_thing(scene);
        run.current = next->key;
    }
}

// ---- What was settled just now

std::string settled_words(const LogEntry &entry) { return (entry.kind == LogEntry::Kind::action ? "To do: " : "Settled: ") + entry.what; }

void draw_just_settled(Scene &scene, const ImRect &box) {
    const LogEntryId id{scene.scratch.workshop.settled};
    const LogEntry *entry = find(scene.plan().records->log, id);
    if (entry == nullptr) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().canvas, 12);
    list.AddRect(box.Min, box.Max, palette().outline, 12);
    draw_icon(list, {box.Min.x + 24, box.Min.y + 24}, icon::circleCheck, 18, palette().good);
    draw_line(list, {{box.Min.x + 44, box.Min.y + 12}, {box.Max.x - 16, box.Min.y + 36}}, settled_words(*entry),
              {.size = type::title, .strong = true});
    semantics::at(ImGui::GetID("##settled-line"), {box.Min, {box.Max.x, box.Min.y + 36}},
                  {.role = "status", .name = settled_words(*entry)});
    draw_who_and_when(scene, id, {box.Min.x + settledInset, box.Min.y + 44}, box.GetWidth() - 2 * settledInset);
}

/// As high as the thing just settled and what is asked about it; 0 where there is none.
float settled_height(const Scene &scene, float width) {
    const bool any = scene.plan().records->log.contains(LogEntryId{scene.scratch.workshop.settled});
    return any ? 52 + who_and_when_height(scene, width - 2 * settledInset) : 0;
}

void draw_step_done(Scene &scene, const ImVec2 &at, float width) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::size_t parked = parked_of(scene).size();
    draw_icon(list, {at.x + 18, at.y + 20}, icon::circleCheck, 32, palette().good);
    draw_line(list, {{at.x + 48, at.y}, {at.x + width, at.y + 40}}, "Nothing is left to settle here", {.size = headline, .strong = true});
    semantics::at(ImGui::GetID("##done-here"), {at, {at.x + width, at.y + 40}},
                  {.role = "heading", .name = "Nothing is left to settle here"});
    const std::string more = parked == 0 ? "On to the next step." : counted(parked, "thing is", "things are") + " parked.";
    draw_line(list, {{at.x + 48, at.y + 48}, {at.x + width, at.y + 76}}, more, {.size = reading, .colour = palette().muted});
    if (parked == 0) {
        return;
    }
    ImGui::SetCursorScreenPos({at.x + 48, at.y + 92});
    if (button("##take-up", "Take up what is parked", {.icon = icon::rotateCcw, .disabled = !scene.editable})) {
        PlanEdit edit{"Take up what was parked", {}};
        for (const Finding *finding : parked_of(scene)) {
            const PlanEdit one = take_up_again(scene.plan(), finding->key);
            edit.steps.insert(edit.steps.end(), one.steps.begin(), one.steps.end());
        }
        scene.edit(edit);
    }
}

/// What is asked, with its answers. Where the sheet below leaves too little room for all of them, they scroll.
void draw_asked(Scene &scene, const Finding &finding, const std::vector<const Finding *> &queue, const ImRect &box, float width) {
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::BeginChild("##thing", box.GetSize(), ImGuiChildFlags_NavFlattened);
    const float air = box.GetHeight() < lowRoom ? tight : airy;
    const float top = ImGui::GetCursorScreenPos().y;
    const float bottom = top + box.GetHeight() - workshopThingWayHeight;
    ImVec2 at(std::floor(box.GetCenter().x - width / 2), top + air);
    const char typed = typed_key();
    draw_workshop_thing_question(finding, queue.size(), at, width, bottom, air);
    if (scene.scratch.workshop.accepting || scene.scratch.workshop.writing) {
        draw_reason(scene, finding, at, width);
    } else {
        draw_answers(scene, finding, at, width, bottom, air, typed);
        draw_ways_out(scene, finding, queue, at, typed);
        if (finding.section == PlanSection::grid) {
            draw_row_as_it_stands(scene, finding.activity, {{at.x, at.y + workshopThingWayHeight}, {at.x + width, top + box.GetHeight()}});
        }
    }
    ImGui::EndChild();
}

} // namespace

void draw_thing(Scene &scene, const RunStep &step, const ImRect &room) {
    const std::vector<const Finding *> queue = queue_of(scene, step);
    const float width = std::min(roomWidest, room.GetWidth() - 2 * roomInset);
    const float left = std::floor(room.GetCenter().x - width / 2);
    const float settled = settled_height(scene, width);
    const float bottom = room.Max.y - nextHeight;
    const float sheet = bottom - settled;
    const Finding *finding = current_of(scene, queue);
    if (finding == nullptr) {
        draw_step_done(scene, {left, room.Min.y + airy}, width);
    } else {
        draw_asked(scene, *finding, queue, {room.Min, {room.Max.x, sheet - (settled == 0 ? 0 : 8)}}, width);
    }
    draw_just_settled(scene, {{left, sheet}, {left + width, bottom}});
}

} // namespace fullcourt::ui
