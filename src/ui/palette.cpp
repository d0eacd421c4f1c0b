// One field that finds every place of the plan and everything that can be done, by typing a part of its name.
#include <algorithm>
#include <map>

#include "analysis/account_search.h"
#include "app/plan_search.h"
#include "ui/account_table.h"
#include "ui/commands.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/panel.h"
#include "ui/section.h"
#include "ui/sections.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float paletteWidth = 680;
constexpr float paletteHeight = 508;
constexpr float fieldHeight = 60;
constexpr float paletteFootHeight = 34;
constexpr float paletteRowHeight = 44;
constexpr std::size_t mostPlaces = 40;
constexpr std::size_t mostFindings = 12;

const char *icon_of(View view) {
    const auto *at = std::find_if(sections.begin(), sections.end(), [&](const Section &section) { return section.view == view; });
    return at == sections.end() ? icon::circle : at->icon;
}

void go_to(Scene &scene, const PlanPlace &place) {
    if (place.view == View::raci) {
        const GridPlace at{{}, ActivityId(place.item), {}};
        scene.dispatch(action::Select{{at, at}});
        scene.dispatch(action::Show{View::raci});
    } else if (place.item.empty()) {
        scene.dispatch(action::Show{place.view});
    } else {
        choose_item(scene, place.view, place.item);
    }
}

/// Rows with how well they answer, to be put in order.
class Rows {
  public:
    explicit Rows(const std::string &text) : m_words(search_words(text)) {}

    bool asks() const { return !m_words.empty(); }

    void offer(PaletteRow row, const std::string &also, int worse) {
        if (const std::optional<int> rank = m_words.empty() ? std::optional(0) : search_rank(row.name, also, m_words)) {
            add(std::move(row), *rank + worse);
        }
    }
    void add(PaletteRow row, int rank) { m_rows.emplace_back(rank, std::move(row)); }

    std::vector<PaletteRow> in_order() {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        std::vector<PaletteRow> rows;
        for (auto &[rank, row] : m_rows) {
            rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    std::vector<std::string> m_words;
    std::vector<std::pair<int, PaletteRow>> m_rows;
};

void offer_sections(Rows &rows) {
    for (const Section &section : sections) {
        rows.offer({.icon = section.icon,
                    .name = section.name,
                    .kind = "Section",
                    .shortcut = key_text_of(section.view),
                    .run = [view = section.view](Scene &scene) { scene.dispatch(action::Show{view}); }},
                   "go to section", 0);
    }
}

void offer_commands(const Scene &scene, Rows &rows) {
    for (PageCommand &command : all_commands(scene)) {
        rows.offer({.icon = command.icon, .name = std::move(command.name), .shortcut = command.shortcut(), .run = std::move(command.run)},
                   command.also, 0);
    }
}

void offer_places(const Scene &scene, const std::string &text, Rows &rows) {
    for (PlanPlace &place : scene.scratch.palette.searcher.search(scene.plan(), text, mostPlaces)) {
        const int rank = place.rank;
        PaletteRow row{.icon = icon_of(place.view), .name = place.name, .kind = place.kind, .detail = place.detail};
        row.run = [place = std::move(place)](Scene &inner) { go_to(inner, place); };
        rows.add(std::move(row), rank);
    }
}

/// Those that are open: without a search the gravest few, with one those whose sentence holds the words.
void offer_findings(const Scene &scene, Rows &rows) {
    std::size_t count = 0;
    for (const Finding &finding : scene.derived.findings) {
        if (finding.accepted || count == mostFindings) {
            continue;
        }
        const std::string also(section_name(finding.section));
        PaletteRow row{.icon = severity_icon(finding.severity),
                       .name = finding.message,
                       .kind = "To settle",
                       .run = [key = finding.key](Scene &inner) { inner.dispatch(action::ShowFinding{key}); }};
        const std::optional<int> rank = search_rank(finding.message, also, search_words(scene.scratch.palette.text));
        if (rank) {
            rows.add(std::move(row), *rank + 1);
            ++count;
        }
    }
}

/// Before anything is typed: what comes next, and where one can go.
void offer_first_steps(const Scene &scene, Rows &rows) {
    const auto open = std::find_if(scene.derived.findings.begin(), scene.derived.findings.end(),
                                   [](const Finding &finding) { return !finding.accepted; });
    if (open != scene.derived.findings.end()) {
        rows.add({.icon = severity_icon(open->severity),
                  .name = "Next to settle: " + open->message,
                  .run = [key = open->key](Scene &inner) { inner.dispatch(action::ShowFinding{key}); }},
                 0);
    }
}

std::vector<PaletteRow> rows_for(const Scene &scene) {
    const std::string &text = scene.scratch.palette.text;
    Rows rows(text);
    if (!rows.asks() && scene.state.open) {
        offer_first_steps(scene, rows);
    }
    offer_sections(rows);
    if (rows.asks() && scene.state.open) {
        offer_places(scene, text, rows);
    }
    offer_commands(scene, rows);
    if (rows.asks() && scene.state.open) {
        offer_findings(scene, rows);
    }
    return rows.in_order();
}

void follow_text(Scene &scene) {
    PaletteScratch &scratch = scene.scratch.palette;
    const std::uint64_t generation = scene.state.open ? scene.state.open->generation : 0;
    std::string key = std::to_string(generation) + (scene.editable ? "|" : "-") + scratch.text;
    if (key != scratch.key) {
        scratch.key = std::move(key);
        scratch.rows = rows_for(scene);
        scratch.chosen = 0;
        scratch.reveal = true;
    }
}

void run_row(Scene &scene, const PaletteRow &row) {
    scene.scratch.palette.waiting = row.run;
    scene.dispatch(action::CloseDialog{});
}

void move_choice(PaletteScratch &scratch) {
    const std::size_t count = scratch.rows.size();
    if (count == 0) {
        return;
    }
    constexpr std::size_t page = 8;
    const std::size_t before = scratch.chosen;
    if (is_pressed(ImGuiKey_DownArrow)) {
        scratch.chosen = (scratch.chosen + 1) % count;
    } else if (is_pressed(ImGuiKey_UpArrow)) {
        scratch.chosen = (scratch.chosen + count - 1) % count;
    } else if (is_pressed(ImGuiKey_PageDown)) {
        scratch.chosen = std::min(count - 1, scratch.chosen + page);
    } else if (is_pressed(ImGuiKey_PageUp)) {
        scratch.chosen -= std::min(scratch.chosen, page);
    }
    scratch.reveal = scratch.reveal || scratch.chosen != before;
}

std::string said_of(const PaletteRow &row) {
    return row.name + (row.kind.empty() ? "" : ", " + row.kind) + (row.detail.empty() ? "" : ". " + row.detail);
}

/// Whether it was clicked.
bool draw_palette_row(const PaletteRow &row, const ImRect &box, bool chosen, const std::vector<std::string> &words, ImGuiID id) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && box.Contains(ImGui::GetIO().MousePos);
    if (chosen || hovered) {
        list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : palette().hover, rounding);
    }
    draw_icon(list, {box.Min.x + 24, box.GetCenter().y}, row.icon, 17, chosen ? palette().accentText : palette().muted);
    const TextStyle more{.size = type::tiny, .colour = palette().muted};
    const std::string keys = shown_keys(row.shortcut);
    const std::string right = row.kind + (row.kind.empty() || keys.empty() ? "" : "   ") + keys;
    const float rightWidth = right.empty() ? 0 : text_size(right, more).x + 20;
    if (!right.empty()) {
        draw_line(list, {{box.Max.x - rightWidth, box.Min.y}, {box.Max.x - 14, box.Max.y}}, right, more, Align::right);
    }
    const ImRect text({box.Min.x + 46, box.Min.y}, {box.Max.x - rightWidth - 8, box.Max.y});
    if (row.detail.empty()) {
        draw_marked(list, text, row.name, words, {.size = type::small + 1});
    } else {
        draw_marked(list, {text.Min, {text.Max.x, text.Min.y + 26}}, row.name, words, {.size = type::small + 1});
        draw_line(list, {{text.Min.x, text.Min.y + 21}, {text.Max.x, text.Max.y - 2}}, row.detail, more);
    }
    semantics::at(id, box, {.role = "option", .name = row.name, .value = row.kind, .description = row.detail, .selected = chosen});
    return (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) || semantics::take_activation(id);
}

void draw_rows(Scene &scene, float height) {
    PaletteScratch &scratch = scene.scratch.palette;
    ImGui::BeginChild("##rows", {0, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const semantics::Group group("results", ImGui::GetCurrentWindow()->Rect(), {.role = "listbox", .name = "Found"});
    const std::vector<std::string> words = search_words(scratch.text);
    const PaletteRow *clicked = nullptr;
    for (std::size_t i = 0; i < scratch.rows.size(); ++i) {
        const float top = at.y + static_cast<float>(i) * paletteRowHeight;
        const ImRect box({at.x + 8, top}, {at.x + width - 8, top + paletteRowHeight});
        if (ImGui::IsRectVisible(box.Min, box.Max) &&
            draw_palette_row(scratch.rows[i], box, i == scratch.chosen, words, ImGui::GetID(static_cast<int>(i)))) {
            clicked = &scratch.rows[i];
        }
    }
    ImGui::Dummy({width, static_cast<float>(scratch.rows.size()) * paletteRowHeight});
    if (scratch.reveal) {
        const float top = static_cast<float>(scratch.chosen) * paletteRowHeight;
        const float scroll = ImGui::GetScrollY();
        ImGui::SetScrollY(std::clamp(scroll, top + paletteRowHeight - height, top));
        scratch.reveal = false;
    }
    ImGui::EndChild();
    if (clicked != nullptr) {
        run_row(scene, *clicked);
    }
}

void draw_nothing_found(const std::string &text) {
    gap(28);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + ImGui::GetWindowWidth(), at.y + 24});
    const std::string sentence = "Nothing here is called “" + text + "”.";
    draw_line(*ImGui::GetWindowDrawList(), box, sentence, {.size = type::small + 1, .colour = palette().muted}, Align::middle);
}

void draw_palette_foot(const PaletteScratch &scratch) {
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const ImRect foot({window.x, window.y + size.y - paletteFootHeight}, {window.x + size.x, window.y + size.y});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    hairline_across(list, foot.Min.x, foot.Max.x, foot.Min.y);
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    draw_line(list, {{foot.Min.x + 20, foot.Min.y}, foot.Max}, shown_keys("↑ ↓ choose    Enter go    Escape close"), style);
    const std::string found = scratch.rows.empty() ? std::string("Nothing found")
                                                   : std::to_string(scratch.chosen + 1) + " of " + std::to_string(scratch.rows.size());
    draw_line(list, {foot.Min, {foot.Max.x - 20, foot.Max.y}}, found, style, Align::right);
    const std::string said = scratch.rows.empty() ? found : said_of(scratch.rows[scratch.chosen]) + ", " + found;
    semantics::at(ImGui::GetID("##palette-status"), foot, {.role = "status", .name = said});
}

/// For a hand without an Escape key. No button of Dear ImGui's, as the rows are none: the field keeps the caret.
bool draw_palette_close(const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && box.Contains(ImGui::GetIO().MousePos);
    if (hovered) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    draw_icon(list, box.GetCenter(), icon::x, 17, palette().muted);
    const ImGuiID id = ImGui::GetID("##palette-close");
    semantics::at(id, box, {.role = "button", .name = "Close"});
    return (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) || semantics::take_activation(id);
}

} // namespace

ImVec2 palette_size() { return {paletteWidth, paletteHeight}; }

void draw_palette(Scene &scene) {
    PaletteScratch &scratch = scene.scratch.palette;
    if (ImGui::IsWindowAppearing()) {
        scratch = {};
    }
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_icon(list, {window.x + 32, window.y + fieldHeight / 2}, icon::search, 18, palette().muted);
    ImGui::SetCursorScreenPos({window.x + 50, window.y + (fieldHeight - controlHeight) / 2});
    const bool typing = ImGui::GetActiveID() == ImGui::GetID("##palette-text");
    const float close = names_keys() ? 0 : controlHeight + 8;
    const FieldEvent event = text_field("##palette-text", "Find or do anything", scratch.text,
                                        {.hint = "A decision, a role, an account, a section, or what you want to do",
                                         .width = size.x - 66 - close,
                                         .bare = true,
                                         .takeFocus = !typing});
    hairline_across(list, window.x, window.x + size.x, window.y + fieldHeight - 1);
    follow_text(scene);
    move_choice(scratch);
    ImGui::SetCursorScreenPos({window.x, window.y + fieldHeight + 6});
    if (scratch.rows.empty()) {
        draw_nothing_found(scratch.text);
    } else {
        draw_rows(scene, size.y - fieldHeight - paletteFootHeight - 10);
    }
    draw_palette_foot(scratch);
    const ImRect cross({window.x + size.x - controlHeight - 12, window.y + (fieldHeight - controlHeight) / 2},
                       {window.x + size.x - 12, window.y + (fieldHeight + controlHeight) / 2});
    const bool left = close > 0 && draw_palette_close(cross);
    if (event.entered && !scratch.rows.empty()) {
        run_row(scene, scratch.rows[scratch.chosen]);
    } else if (left || event.cancelled || pressed(Command::palette)) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
