// One criterion: which column it reads, what its values are worth, and what a missing one counts.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/account_list.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/score_curve.h"

namespace fullcourt::ui {
namespace {

constexpr std::size_t barCount = 28;

const std::array<std::string, 4> scaleNames = {"Number on a line", "Worth of each value", "Yes or no", "How recent"};
const std::array<std::string, 4> missingNames = {"As its family does", "Nothing", "Half", "Leave it out"};
const std::array<std::string, 4> familyNames = {"Firmographic", "Fit", "Intent", "Trigger"};

void change(Scene &scene, const CriterionId &id, const Criterion &criterion, std::uint64_t gesture = 0) {
    scene.edit(change_criterion(scene.plan(), id, criterion), gesture);
}

/// The pictures of columns are kept as long as nothing changes: one pass over all accounts is enough for many frames.
const ColumnPicture &picture(Scene &scene, const AccountColumnId &column) {
    AccountsScratch &scratch = scene.scratch.accounts;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" + column.text;
    if (scratch.pictureKey != key) {
        constexpr std::size_t mostWords = 24;
        scratch.pictureKey = key;
        scratch.picture = picture_of(scene.plan().accounts->table, column, barCount, mostWords);
    }
    return scratch.picture;
}

std::vector<std::string> point_lines(const Criterion &criterion) {
    std::vector<std::string> lines;
    for (const ScalePoint &point : criterion.points) {
        lines.push_back(to_text(point.x) + "  " + to_text(std::round(point.u * 1000) / 10) + " %");
    }
    return lines;
}

/// "250  70 %" → 250 is worth 0.7. Lines that say neither are passed over.
std::vector<ScalePoint> points_of(const std::vector<std::string> &lines) {
    std::vector<ScalePoint> points;
    for (const std::string &line : lines) {
        const std::string text(trimmed(line));
        const std::size_t end = text.find_first_of(" \t:;");
        if (end == std::string::npos) {
            continue;
        }
        std::string_view worth = trimmed(std::string_view(text).substr(end + 1));
        if (worth.ends_with('%')) {
            worth = trimmed(worth.substr(0, worth.size() - 1));
        }
        const auto x = parse_number(text.substr(0, end));
        const auto u = parse_number(worth);
        if (x && u) {
            points.push_back({*x, std::clamp(*u / 100, 0.0, 1.0)});
        }
    }
    sort_stably(points, [](const ScalePoint &a, const ScalePoint &b) { return a.x < b.x; });
    points.erase(std::unique(points.begin(), points.end(), [](const ScalePoint &a, const ScalePoint &b) { return a.x == b.x; }),
                 points.end());
    return points;
}

void draw_words(Scene &scene, const CriterionId &id, const Criterion &criterion) {
    caption("What each value is worth", "From 0 to 100 % of what the criterion can give.");
    const ColumnPicture &shown = picture(scene, criterion.column);
    const auto worth_field = [&](const std::string &label, double u, const std::string &count, const auto &set) {
        ImGui::SetCursorPosX(panelInset);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        draw_line(list, {at, {at.x + panelRoom - 130, at.y + 28}}, label, {.size = type::small + 1});
        draw_line(list, {{at.x + panelRoom - 162, at.y}, {at.x + panelRoom - 122, at.y + 28}}, count,
                  {.size = type::tiny, .colour = palette().muted}, Align::right);
        ImGui::SetCursorScreenPos({at.x + panelRoom - 116, at.y});
        if (const auto now =
                stepper(("##worth-" + label).c_str(), "Worth of " + label, std::round(u * 100), 0, 100, "%", !scene.editable)) {
            Criterion changed = criterion;
            set(changed, *now / 100);
            change(scene, id, changed);
        }
        ImGui::SetCursorScreenPos({at.x, at.y + 32});
        ImGui::Dummy({0, 0});
    };
    for (const auto &[word, count] : shown.words) {
        const std::string key = lowered(trimmed(word));
        const double *u = find(criterion.values, key);
        worth_field(word, u == nullptr ? criterion.otherwise : *u, std::to_string(count),
                    [&](Criterion &changed, double now) { changed.values[key] = now; });
    }
    worth_field("Any other", criterion.otherwise, "", [](Criterion &changed, double now) { changed.otherwise = now; });
}

void draw_scale(Scene &scene, const CriterionId &id, const Criterion &criterion) {
    if (const auto scale = choice_field(scene, "How values count", scaleNames, static_cast<int>(criterion.scale))) {
        Criterion changed = criterion;
        changed.scale = static_cast<ScaleKind>(*scale);
        change(scene, id, changed);
    }
    switch (criterion.scale) {
    case ScaleKind::numeric:
        caption("What a number is worth", std::string("Drag a point, or ") +
                                              by_hand("click where there is none to add one; a double click takes it out. ",
                                                      "tap where there is none to add one; two taps take it out. ") +
                                              "The bars show how the accounts lie.");
        if (const auto points = scale_curve(scene, id, criterion, picture(scene, criterion.column), panelRoom)) {
            Criterion changed = criterion;
            changed.points = *points;
            change(scene, id, changed);
        }
        if (const auto lines = lines_field(scene, "Points of the line", id.text, point_lines(criterion),
                                           {.hint = "250  70 %",
                                            .help = "A number and what it is worth, one a line. Between two points the worth "
                                                    "lies on the line; outside it stays."})) {
            Criterion changed = criterion;
            changed.points = points_of(lines->lines);
            change(scene, id, changed, lines->gesture);
        }
        break;
    case ScaleKind::category: draw_words(scene, id, criterion); break;
    case ScaleKind::recency:
        caption("What a date is worth", "Today counts fully. Drag the point to the day that counts half.");
        if (const auto days =
                recency_curve(scene, id, criterion, picture(scene, criterion.column), scene.app.score_board().values().asOf, panelRoom)) {
            Criterion changed = criterion;
            changed.halfLife = *days;
            change(scene, id, changed);
        }
        if (const auto days = number_field(scene, "Counts half after", id.text, static_cast<int>(std::lround(criterion.halfLife)),
                                           {.least = 1, .unit = "days", .help = "Today counts fully, and each such span halves it again."});
            days && *days) {
            Criterion changed = criterion;
            changed.halfLife = **days;
            change(scene, id, changed);
        }
        break;
    case ScaleKind::yesNo: break;
    }
}

void draw_column(Scene &scene, const CriterionId &id, const Criterion &criterion) {
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<AccountColumnId> ids = {AccountColumnId()};
    std::vector<std::string> names = {"None"};
    int chosen = 0;
    for (const AccountColumnId &column : ordered(accounts.columns)) {
        chosen = column == criterion.column ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(column);
        names.push_back(accounts.columns.at(column).name);
    }
    if (const auto picked = choice_field(scene, "Reads the column", names, chosen)) {
        Criterion changed = criterion;
        changed.column = ids[static_cast<std::size_t>(*picked)];
        const Criterion fresh = criterion_for(accounts, changed.column);
        changed.scale = fresh.scale;
        changed.points = fresh.points;
        changed.values = fresh.values;
        change(scene, id, changed);
    }
    const ColumnPicture &shown = picture(scene, criterion.column);
    const std::size_t rows = accounts.table.rows();
    if (rows != 0 && !criterion.column.empty()) {
        gap(6);
        ImGui::SetCursorPosX(panelInset);
        paragraph("Known for " + grouped(shown.known) + " of " + counted(rows, "account", "accounts") +
                      (shown.unreadable == 0 ? "." : "; " + counted(shown.unreadable, "cell", "cells") + " cannot be read."),
                  {.size = type::small, .colour = palette().muted}, panelRoom);
    }
}

/// Up and down among the criteria, in whose order scores are summed and shown.
void draw_order(Scene &scene, const CriterionId &id) {
    const std::vector<CriterionId> ids = ordered(scene.plan().scoring->criteria);
    const auto at = std::find(ids.begin(), ids.end(), id);
    gap(12);
    ImGui::SetCursorPosX(panelInset);
    if (button("##up", "Move up", {.icon = icon::arrowUp, .look = Look::ghost, .disabled = !scene.editable || at == ids.begin()})) {
        scene.edit(move_criteria(scene.plan(), {id}, *(at - 1)));
    }
    ImGui::SameLine(0, 4);
    const bool last = at == ids.end() || at + 1 == ids.end();
    if (button("##down", "Move down", {.icon = icon::arrowDown, .look = Look::ghost, .disabled = !scene.editable || last})) {
        scene.edit(move_criteria(scene.plan(), {id}, at + 2 < ids.end() ? *(at + 2) : CriterionId()));
    }
}

} // namespace

void draw_criterion_details(Scene &scene) {
    const CriterionId id{chosen_item(scene.state, View::score)};
    const Criterion *criterion = find(scene.plan().scoring->criteria, id);
    if (criterion == nullptr) {
        details_hint("Choose a criterion to set its scale, and what a missing value counts.");
        return;
    }
    details_heading("Criterion", criterion->name);
    if (const auto name = line_field(scene, "Name", id.text, criterion->name)) {
        Criterion changed = *criterion;
        changed.name = *name;
        change(scene, id, changed);
    }
    draw_column(scene, id, *criterion);
    draw_scale(scene, id, *criterion);
    if (const auto missing =
            choice_field(scene, "A missing value counts", missingNames, static_cast<int>(criterion->missing),
                         "Intent and triggers that are not known count nothing, firmographics and fit half, unless you say otherwise.")) {
        Criterion changed = *criterion;
        changed.missing = static_cast<MissingPolicy>(*missing);
        change(scene, id, changed);
    }
    if (const auto family = choice_field(scene, "Family", familyNames, static_cast<int>(criterion->family))) {
        Criterion changed = *criterion;
        changed.family = static_cast<CriterionFamily>(*family);
        change(scene, id, changed);
    }
    const std::optional<int> settled =
        criterion->settled ? std::optional(static_cast<int>(std::lround(*criterion->settled * 100))) : std::nullopt;
    if (const auto share =
            number_field(scene, "Settled share", id.text, settled,
                         {.most = 100,
                          .unit = "%",
                          .hint = "not settled",
                          .help = "What the room agreed on stands over both sides' weights; the other criteria divide the rest."})) {
        scene.edit(settle_share(scene.plan(), id, *share ? std::optional(**share / 100.0) : std::nullopt));
    }
    draw_order(scene, id);
    if (remove_button(scene, "Delete the criterion")) {
        scene.edit(remove_criteria(scene.plan(), {id}));
    }
}

} // namespace fullcourt::ui
