// A conflict walked up the ladder with dates, and the log of those there were.
#include <algorithm>
#include <cmath>

#include "analysis/escalation_walk.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/escalation_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

const Collection<Dispute> &disputes_of(const Scene &scene) { return scene.plan().records->disputes; }

void draw_walk_step(const WalkStep &step, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::small + 1};
    const float height = wrapped_height(step.sentence, style, width - 40) + 10;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {{at.x + 4, at.y + 4}, {at.x + 28, at.y + 24}}, std::to_string(step.number),
              {.size = type::small, .colour = palette().accentText, .strong = true}, Align::middle);
    draw_wrapped(list, {at.x + 36, at.y + 5}, step.sentence, style, width - 40);
    semantics::at(ImGui::GetID(("##walk-" + step.level.text).c_str()), {at, {at.x + width, at.y + height}},
                  {.role = "text", .name = step.sentence});
    ImGui::Dummy({width, height});
}

int assumed_days(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("walk-days"));
    const std::optional<double> days = picked == nullptr ? std::nullopt : parse_number(*picked);
    return days ? static_cast<int>(*days) : 7;
}

/// For the levels without a limit of their own.
void draw_assumption(Scene &scene, int days) {
    gap(4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::small, .colour = palette().muted};
    const std::string before = "Where no limit is set, say that it takes";
    const float left = 36 + text_size(before, style).x + 10;
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 36, at.y}, {at.x + left, at.y + 28}}, before, style);
    ImGui::SetCursorScreenPos({at.x + left, at.y});
    if (const auto changed = stepper("##walk-days", "Days where no limit is set", days, 1, 90, "days", false)) {
        scene.scratch.picks["walk-days"] = to_text(*changed);
    }
    gap(4);
}

// ---- The log

std::string where_words(const Scene &scene, const Dispute &dispute) {
    const Activity *activity = find(scene.grid().activities, dispute.activity);
    std::string words = activity == nullptr ? std::string("No activity") : activity->name;
    const std::vector<EscalationLevelId> order = ordered(scene.plan().governance->escalation);
    const auto level = std::find(order.begin(), order.end(), dispute.level);
    words += level == order.end() ? " · open" : " · settled on level " + std::to_string(level - order.begin() + 1);
    return words + (dispute.days ? " · " + counted(static_cast<std::size_t>(*dispute.days), "day", "days") : std::string());
}

template <class Key> std::optional<Key> pick(const char *id, const std::string &name, const std::vector<Key> &keys,
                                             const std::vector<std::string> &names, const Key &now, const std::string &none, float width) {
    std::vector<std::string> labels = {none};
    labels.insert(labels.end(), names.begin(), names.end());
    const auto at = std::find(keys.begin(), keys.end(), now);
    const int chosen = at == keys.end() ? 0 : static_cast<int>(at - keys.begin()) + 1;
    ImGui::BeginChild((std::string("##room") + id).c_str(), {width, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    const auto picked = choice(id, name, labels, chosen);
    ImGui::EndChild();
    if (!picked) {
        return std::nullopt;
    }
    return *picked == 0 ? Key() : keys[static_cast<std::size_t>(*picked - 1)];
}

void draw_dispute_links(Scene &scene, const DisputeId &id, const Dispute &dispute, float width) {
    const std::vector<ActivityId> activities = activity_order(scene.grid());
    std::vector<std::string> names;
    for (const ActivityId &activity : activities) {
        names.push_back(scene.grid().activities.at(activity).name);
    }
    if (const auto activity = pick("##activity", "Activity", activities, names, dispute.activity, "About no activity", width * 0.5F)) {
        Dispute changed = dispute;
        changed.activity = *activity;
        scene.edit(change_dispute(scene.plan(), id, changed));
    }
    ImGui::SameLine(0, 8);
    const std::vector<EscalationLevelId> levels = ordered(scene.plan().governance->escalation);
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        numbers.push_back("Settled on level " + std::to_string(i + 1));
    }
    if (const auto level = pick("##level", "Settled on", levels, numbers, dispute.level, "Not settled yet", width * 0.5F - 8)) {
        Dispute changed = dispute;
        changed.level = *level;
        scene.edit(change_dispute(scene.plan(), id, changed));
    }
}

void draw_dispute_texts(Scene &scene, const DisputeId &id, const Dispute &dispute, float width) {
    FieldStyle style{.hint = "What settled it", .width = width - 108, .size = type::small + 1, .disabled = !scene.editable};
    if (const auto rule = draft_field("##rule", "What settled it", scene.scratch.drafts["rule|" + id.text], id.text, dispute.rule, style)) {
        Dispute changed = dispute;
        changed.rule = *rule;
        scene.edit(change_dispute(scene.plan(), id, changed));
    }
    ImGui::SameLine(0, 8);
    style.width = 100;
    style.hint = "Days";
    const std::string days = dispute.days ? std::to_string(*dispute.days) : std::string();
    if (const auto typed = draft_field("##days", "Days it took", scene.scratch.drafts["days|" + id.text], id.text, days, style)) {
        Dispute changed = dispute;
        const std::optional<double> number = parse_number(trimmed(*typed));
        changed.days =
            number && *number >= 0 && *number <= 100'000 ? std::optional<int>(static_cast<int>(std::lround(*number))) : std::nullopt;
        scene.edit(change_dispute(scene.plan(), id, changed));
    }
}

void draw_dispute(Scene &scene, const DisputeId &id, const Dispute &dispute, float width) {
    ImGui::PushID(id.text.c_str());
    std::string &open = scene.scratch.picks["dispute-open"];
    const Row row = begin_row("dispute", dispute.what, {.width = width, .height = 46, .value = where_words(scene, dispute)});
    if (row.clicked) {
        open = open == id.text ? std::string() : id.text;
    }
    const float middle = row.box.GetCenter().y;
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 4}, {row.box.Max.x - 100, middle + 1}}, dispute.what,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 12, middle}, {row.box.Max.x - 12, row.box.Max.y - 4}}, where_words(scene, dispute),
              {.size = type::small, .colour = palette().muted});
    draw_line(*row.list, {{row.box.Max.x - 96, row.box.Min.y}, {row.box.Max.x - 12, row.box.Max.y}}, short_date_words(dispute.on),
              {.size = type::small, .colour = palette().muted}, Align::right);
    if (open == id.text) {
        gap(8);
        draw_dispute_links(scene, id, dispute, width);
        gap(6);
        draw_dispute_texts(scene, id, dispute, width);
        gap(4);
        if (button("##delete", "Delete it", {.icon = icon::trash2, .look = Look::quiet, .disabled = !scene.editable})) {
            scene.edit(remove_disputes(scene.plan(), {id}));
        }
    }
    ImGui::PopID();
}

std::string failed_words(const FailedRow &row) {
    const std::string times = counted(row.disputes, "conflict", "conflicts");
    return row.days ? times + ", " + counted(static_cast<std::size_t>(std::lround(*row.days)), "day", "days") + " on average" : times;
}

/// The rows of the grid that conflicts were about, most first, each with a bar and the way there.
void draw_failed_rows(Scene &scene, float width) {
    const std::vector<FailedRow> rows = failed_rows(scene.plan());
    if (rows.empty()) {
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("failed", {at, at}, {.role = "list", .name = "Rows that failed"});
    line("Rows that failed", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    float wordsWidth = 0;
    for (const FailedRow &failed : rows) {
        wordsWidth = std::max(wordsWidth, text_size(failed_words(failed), {.size = type::small}).x + 1);
    }
    for (const FailedRow &failed : rows) {
        const Row row =
            begin_row("failed-" + failed.activity.text, failed.name, {.width = width, .height = 32, .value = failed_words(failed)});
        if (row.clicked && !failed.activity.empty()) {
            const GridPlace place{PhaseId(), failed.activity, RoleId()};
            scene.dispatch(action::Select{{place, place}});
            scene.dispatch(action::Show{View::raci});
        }
        const float bars = row.box.Min.x + width * 0.4F;
        const float words = row.box.Max.x - 12 - wordsWidth;
        const float share = static_cast<float>(failed.disputes) / static_cast<float>(rows.front().disputes);
        const float y = row.box.GetCenter().y;
        draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y}, {bars - 8, row.box.Max.y}}, failed.name, {.size = type::small + 1});
        row.list->AddRectFilled({bars, y - 4}, {bars + std::max(4.0F, (words - bars - 16) * share), y + 4}, palette().warning, 3);
        draw_line(*row.list, {{words, row.box.Min.y}, {row.box.Max.x - 12, row.box.Max.y}}, failed_words(failed),
                  {.size = type::small, .colour = palette().muted}, Align::right);
    }
    gap(10);
}

} // namespace

void draw_walk(Scene &scene, float width) {
    const std::optional<int> days = days_to_last_word(scene.plan());
    const int assumed = assumed_days(scene);
    const std::vector<WalkStep> steps = walk_up(scene.plan(), platform::today(), assumed);
    if (steps.empty()) {
        return;
    }
    body_heading("A conflict that arises today",
                 days ? "The last word falls after " + counted(static_cast<std::size_t>(*days), "day", "days") + " at the latest"
                      : "Some levels have no time limit, so the date of the last word is open");
    for (const WalkStep &step : steps) {
        draw_walk_step(step, width);
    }
    if (!days) {
        draw_assumption(scene, assumed);
    }
}

void draw_disputes(Scene &scene, float width) {
    body_heading("Past conflicts", "After a quarter they show which rows of the grid do not hold");
    draw_failed_rows(scene, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("disputes", {at, at}, {.role = "list", .name = "Past conflicts"});
    for (const DisputeId &id : ordered(disputes_of(scene))) {
        draw_dispute(scene, id, disputes_of(scene).at(id), width);
    }
    for (const std::string &what : add_field(scene, "dispute", "Add a conflict", "Add a conflict: what it was about", width)) {
        Dispute dispute;
        dispute.what = what;
        dispute.on = to_text(platform::today());
        DisputeId made;
        scene.edit(add_dispute(scene.plan(), dispute, scene.app.bits(), &made));
        scene.scratch.picks["dispute-open"] = made.text;
    }
}

} // namespace fullcourt::ui
