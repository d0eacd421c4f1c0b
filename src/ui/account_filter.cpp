// What a column must hold for an account to be shown: the small window under its head, and the line that says what is filtered.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float filterWidth = 288;
constexpr std::size_t mostWords = 200;
constexpr std::size_t bars = 24;

/// Of a filter, which may hold any number: within the years that dates are written in.
std::int32_t day_within(double number) {
    constexpr double first = -719'162; // 0001-01-01
    constexpr double last = 2'932'896; // 9999-12-31
    return static_cast<std::int32_t>(std::clamp(number, first, last));
}

std::string number_text(std::optional<double> number, AccountColumnType type) {
    if (!number) {
        return {};
    }
    return type == AccountColumnType::date ? day_text(day_within(*number)) : to_text(*number);
}

std::optional<double> number_of(const std::string &text, AccountColumnType type) {
    const std::string plain(trimmed(text));
    if (type == AccountColumnType::date) {
        const std::optional<std::int32_t> day = day_of(plain);
        return day ? std::optional<double>(*day) : std::nullopt;
    }
    std::string digits = plain;
    std::erase(digits, ',');
    return parse_number(digits);
}

AccountColumnId column_of(const Scene &scene, const std::string &by) {
    return by == byName ? scene.plan().accounts->nameColumn : AccountColumnId(by);
}

const AccountColumn *described(const Scene &scene, const std::string &by) {
    return find(scene.plan().accounts->columns, column_of(scene, by));
}

AccountColumnType type_of(const Scene &scene, const std::string &by) {
    const AccountColumn *column = described(scene, by);
    return column == nullptr ? AccountColumnType::text : column->type;
}

std::string name_of(const Scene &scene, const std::string &by) {
    if (by == byTags) {
        return "Tags";
    }
    const AccountColumn *column = described(scene, by);
    return by == byName || column == nullptr ? "Account" : column->name;
}

/// A value as a person reads it: a pod by its name.
std::string called(const Scene &scene, const std::string &by, const std::string &word) {
    const Pod *pod = AccountColumnId(by) == podColumn() ? find(scene.plan().engagement->pods, PodId(word)) : nullptr;
    return pod == nullptr ? word : pod->name;
}

/// How the values of the column lie, worked out when its filter is opened.
const ColumnPicture &picture_of_column(Scene &scene, const std::string &by) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" + by;
    if (key == scratch.wordsKey) {
        return scratch.picture;
    }
    scratch.wordsKey = key;
    const Accounts &accounts = *scene.plan().accounts;
    if (by == byTags) {
        std::map<std::string, std::size_t> counts;
        scratch.picture = {};
        for (const auto &[id, mark] : accounts.marks) {
            scratch.picture.known += mark.tags.empty() ? 0U : 1U;
            for (const std::string &tag : mark.tags) {
                ++counts[tag];
            }
        }
        scratch.picture.words.assign(counts.begin(), counts.end());
    } else {
        scratch.picture = picture_of(accounts.table, column_of(scene, by), bars, mostWords);
    }
    return scratch.picture;
}

// ---- The small window

/// A line with a box to tick, its count at the right.
bool tick(const std::string &label, std::size_t count, bool on) {
    const float width = ImGui::GetContentRegionAvail().x;
    constexpr float height = 28;
    const bool clicked = ImGui::InvisibleButton(("##tick-" + label).c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    const ImVec2 centre(box.Min.x + 14, box.GetCenter().y);
    const ImRect square({centre.x - 8, centre.y - 8}, {centre.x + 8, centre.y + 8});
    list.AddRectFilled(square.Min, square.Max, on ? palette().accent : palette().surface, 4);
    list.AddRect(square.Min, square.Max, on ? palette().accent : palette().edge, 4);
    draw_icon(list, centre, on ? icon::check : nullptr, 13, palette().onAccent);
    draw_line(list, {{box.Min.x + 30, box.Min.y}, {box.Max.x - 54, box.Max.y}}, label, {.size = type::small + 1});
    draw_line(list, {{box.Max.x - 54, box.Min.y}, {box.Max.x - 6, box.Max.y}}, std::to_string(count),
              {.size = type::small, .colour = palette().muted}, Align::right);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "checkbox", .name = label, .value = counted(count, "account", "accounts"), .checked = on});
    return clicked;
}

void turn(ColumnFilter &filter, const std::string &word) {
    if (filter.words.erase(word) == 0) {
        filter.words.insert(word);
    }
}

void draw_words(Scene &scene, const std::string &by, ColumnFilter &filter) {
    const ColumnPicture &picture = picture_of_column(scene, by);
    const std::size_t rows = scene.plan().accounts->table.rows();
    std::vector<std::pair<std::string, std::size_t>> words = picture.words;
    std::sort(words.begin(), words.end());
    AccountTableScratch &scratch = scene.scratch.accountTable;
    constexpr std::size_t many = 10;
    if (words.size() > many) {
        text_field("##which", "Find a value", scratch.text,
                   {.hint = "Find a value", .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
        gap(6);
    }
    const WordFinder finder(trimmed(scratch.text));
    const std::size_t empty = rows - std::min(rows, picture.known);
    const float height = std::min(28.0F * static_cast<float>(std::min(words.size() + (empty == 0 ? 0U : 1U), many)), 280.0F);
    ImGui::BeginChild("##words", {0, height}, ImGuiChildFlags_NavFlattened);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const auto &[word, count] : words) {
        const std::string label = called(scene, by, word);
        if (finder.find(label) != std::string::npos && tick(label, count, filter.words.contains(word))) {
            turn(filter, word);
        }
    }
    if (empty != 0 && tick(by == byTags ? "No tag" : "Not known", empty, filter.words.contains(""))) {
        turn(filter, "");
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

void draw_bars(const ColumnPicture &picture, const ColumnFilter &filter) {
    if (picture.bars.empty()) {
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    constexpr float height = 48;
    const auto most = static_cast<float>(*std::max_element(picture.bars.begin(), picture.bars.end()));
    const float each = width / static_cast<float>(picture.bars.size());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const double step = (picture.most - picture.least) / static_cast<double>(picture.bars.size());
    for (std::size_t i = 0; i < picture.bars.size(); ++i) {
        const double low = picture.least + step * static_cast<double>(i);
        const bool last = i + 1 == picture.bars.size();
        const bool out = (filter.to && low > *filter.to) || (filter.from && !last && low + step < *filter.from);
        const float x = at.x + each * static_cast<float>(i);
        const float tall = picture.bars[i] == 0 ? 0 : std::max(2.0F, height * static_cast<float>(picture.bars[i]) / most);
        list.AddRectFilled({x + 1, at.y + height - tall}, {x + each - 1, at.y + height}, out ? palette().pressed : palette().accent, 1);
    }
    hairline_across(list, at.x, at.x + width, at.y + height, palette().edge);
    ImGui::Dummy({width, height + 8});
}

/// A caption with a field under it, half as wide as the window.
bool half_field(const char *id, const std::string &name, std::string &text, const std::string &hint, bool takeFocus) {
    ImGui::BeginGroup();
    line(name, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(3);
    const FieldEvent event = text_field(
        id, name, text, {.hint = hint.c_str(), .width = (filterWidth - 36) / 2, .size = type::small + 1, .takeFocus = takeFocus});
    ImGui::EndGroup();
    if (event.entered) {
        ImGui::CloseCurrentPopup();
    }
    return event.changed;
}

void draw_range(Scene &scene, const std::string &by, ColumnFilter &filter) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    const AccountColumnType type = type_of(scene, by);
    const ColumnPicture &picture = picture_of_column(scene, by);
    draw_bars(picture, filter);
    const bool date = type == AccountColumnType::date;
    const auto hint = [&](double value) {
        return picture.known == 0 ? std::string() : date ? day_text(day_within(value)) : number_words(value);
    };
    bool changed = half_field("##from", "From", scratch.from, hint(picture.least), ImGui::IsWindowAppearing());
    ImGui::SameLine(0, 8);
    changed = half_field("##to", "To", scratch.to, hint(picture.most), false) || changed;
    if (changed) {
        filter.from = number_of(scratch.from, type);
        filter.to = number_of(scratch.to, type);
    }
    const auto bad = [&](const std::string &text, const std::optional<double> &read) { return !trimmed(text).empty() && !read; };
    if (bad(scratch.from, filter.from) || bad(scratch.to, filter.to)) {
        gap(4);
        line(date ? "Dates are written as 2026-11-23." : "That is no number.", {.size = type::small, .colour = palette().warning});
    }
}

void draw_filled(ColumnFilter &filter) {
    gap(8);
    static const std::array<std::string, 3> labels = {"All", "Known", "Not known"};
    ImGui::BeginChild("##filled", {0, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##which-filled", "Whether there is a value", labels, static_cast<int>(filter.filled))) {
        filter.filled = static_cast<ColumnFilter::Filled>(*picked);
    }
    ImGui::EndChild();
}

// ---- In words

std::string words_of(const Scene &scene, const std::string &by, const ColumnFilter &filter) {
    const AccountColumnType type = type_of(scene, by);
    const auto number = [&](double value) {
        return type == AccountColumnType::date ? short_date_words(day_text(day_within(value))) : number_words(value);
    };
    std::vector<std::string> parts;
    if (filter.from && filter.to) {
        parts.push_back(number(*filter.from) + " to " + number(*filter.to));
    } else if (filter.from) {
        parts.push_back("from " + number(*filter.from));
    } else if (filter.to) {
        parts.push_back("up to " + number(*filter.to));
    }
    if (!filter.words.empty()) {
        std::vector<std::string> words;
        for (const std::string &word : filter.words) {
            words.push_back(word.empty() ? "not known" : called(scene, by, word));
        }
        parts.push_back(words.size() > 3 ? std::to_string(words.size()) + " values" : listed(words, "or"));
    }
    if (!filter.holds.empty()) {
        parts.push_back("holds “" + filter.holds + "”");
    }
    if (filter.filled != ColumnFilter::Filled::either) {
        parts.emplace_back(filter.filled == ColumnFilter::Filled::filled ? "known" : "not known");
    }
    return name_of(scene, by) + ": " + listed(parts);
}

} // namespace

void draw_column_filter(Scene &scene, const std::string &by) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    ColumnFilter filter = scratch.question.filters[by];
    const AccountColumnType type = type_of(scene, by);
    const bool range = by != byTags && (type == AccountColumnType::number || type == AccountColumnType::date);
    const bool words = by == byTags || type == AccountColumnType::category || type == AccountColumnType::yesNo;
    if (ImGui::IsWindowAppearing()) {
        scratch.from = number_text(filter.from, type);
        scratch.to = number_text(filter.to, type);
        scratch.text.clear();
    }
    line("Show accounts by " + name_of(scene, by), {.size = type::small + 1, .strong = true});
    gap(10);
    if (range) {
        draw_range(scene, by, filter);
    } else if (words) {
        draw_words(scene, by, filter);
    } else {
        text_field("##holds", "Holds", filter.holds,
                   {.hint = "Holds these words", .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
    }
    if (!words) {
        draw_filled(filter);
    }
    gap(12);
    if (button("##clear", "Clear", {.disabled = !filter.asks()})) {
        filter = {};
        scratch.from.clear();
        scratch.to.clear();
    }
    ImGui::SameLine(0, 8);
    if (button("##done", "Done", {.look = Look::primary})) {
        ImGui::CloseCurrentPopup();
    }
    scratch.question.filters[by] = filter;
}

void draw_filter_chips(Scene &scene, float width) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    std::string gone;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x;
    bool any = false;
    for (const auto &[by, filter] : scratch.question.filters) {
        if (by == byTier || !filter.asks()) {
            continue;
        }
        any = true;
        const std::string words = words_of(scene, by, filter);
        const TextStyle style{.size = type::small, .colour = palette().accentText};
        const float wide = std::min(text_size(words, style).x + 38, width - 80);
        if (x + wide > at.x + width - 80 && x > at.x) {
            break; // the head's own mark still says so
        }
        const ImRect box({x, at.y}, {x + wide, at.y + 26});
        ImDrawList &list = *ImGui::GetWindowDrawList();
        ImGui::SetCursorScreenPos(box.Min);
        ImGui::PushID(by.c_str());
        if (ImGui::InvisibleButton("##chip", box.GetSize(), ImGuiButtonFlags_EnableNav)) {
            gone = by;
        }
        list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().pressed : palette().noteSoft, 13);
        draw_line(list, {{box.Min.x + 12, box.Min.y}, {box.Max.x - 24, box.Max.y}}, words, style);
        draw_icon(list, {box.Max.x - 14, box.GetCenter().y}, icon::x, 12, palette().accentText);
        focus_ring(box, ImGui::GetItemID(), 13);
        semantics::item({.role = "button", .name = "Take away: " + words});
        ImGui::PopID();
        x += wide + 6;
    }
    if (!any) {
        return;
    }
    ImGui::SetCursorScreenPos({x, at.y - 3});
    if (button("##clear-filters", "Clear all", {.look = Look::quiet})) {
        scratch.question.filters.clear();
    }
    if (!gone.empty()) {
        scratch.question.filters.erase(gone);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 34});
}

} // namespace fullcourt::ui
