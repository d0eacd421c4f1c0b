// Blind ballots: each side fills the grid without seeing the other; then the cards go up, and the room settles where they differ.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/ballots.h"
#include "ui/ballots_parts.h"
#include "ui/fades.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr std::array sides = {Side::marketing, Side::sales, Side::product};
constexpr int cardsUp = 3;
constexpr float ballotsHeadHeight = 64;
constexpr float choiceWidth = 640;
constexpr float largeTitle = 26; ///< in a workshop

/// Index among the sides, or `cardsUp`.
int ballots_shown(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("ballot"));
    return picked == nullptr || picked->empty() ? 0 : picked->front() - '0';
}

void show_ballot(Scene &scene, int index) {
    scene.scratch.picks["ballot"] = std::string(1, static_cast<char>('0' + index));
    scene.scratch.ballotOrder.clear();
}

std::size_t filled_rows(const Scene &scene, Side side) {
    const GridRows *rows = find(scene.plan().ballots->grid, side);
    if (rows == nullptr) {
        return 0;
    }
    if (const ActivityId *row = row_voted_on(scene)) {
        return rows->count(*row);
    }
    return static_cast<std::size_t>(std::count_if(scene.derived.lines.begin(), scene.derived.lines.end(), [&](const GridLine &line) {
        return !line.is_heading() && rows->contains(line.activity);
    }));
}

/// Gives its height: on a narrow page the choice of a ballot stands below the title.
float draw_head(Scene &scene, const ImVec2 &at, float width) {
    const bool below = width < choiceWidth + 300;
    const float choice = below ? width - 2 * bodyInset : choiceWidth;
    const float titleEnd = below ? at.x + width - bodyInset : at.x + width - choice - 24;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImGui::SetCursorScreenPos({at.x + 14, at.y + 12});
    focus_next_item(scene, Region::main);
    if (is_in_workshop(scene)) {
        if (icon_button("##back", icon::arrowLeft, "Back to what there is to settle")) {
            scene.scratch.workshop.voting = false;
        }
    } else if (icon_button("##back", icon::arrowLeft, "Back to the grid")) {
        scene.dispatch(action::Show{View::raci});
    }
    const ActivityId *row = row_voted_on(scene);
    const std::string name = row == nullptr ? "Blind ballots" : scene.grid().activities.at(*row).name;
    const bool large = is_in_workshop(scene);
    const ImRect title({at.x + 56, at.y + (large ? 4.0F : 10.0F)}, {titleEnd, at.y + 34});
    draw_line(list, title, name, {.size = large ? largeTitle : type::title, .strong = true});
    semantics::at(ImGui::GetID("##head"), title, {.role = "heading", .name = name});
    draw_line(list, {{title.Min.x, at.y + 34}, {titleEnd, at.y + (large ? 60.0F : 54.0F)}},
              row == nullptr ? "The grid, each side for itself." : "Each side for itself, then the cards go up.",
              {.size = large ? type::title : type::small, .colour = palette().muted});
    std::vector<std::string> labels;
    for (const Side side : sides) {
        const std::size_t filled = filled_rows(scene, side);
        labels.push_back(side_title(side) + (filled > 0 ? "  " + std::to_string(filled) : ""));
    }
    labels.emplace_back("Cards up");
    ImGui::SetCursorScreenPos({at.x + width - choice - bodyInset, at.y + (below ? ballotsHeadHeight : 14)});
    ImGui::BeginChild("##ballot-sides", {choice, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##ballot-side", "Whose ballot", labels, ballots_shown(scene))) {
        show_ballot(scene, *picked);
    }
    ImGui::EndChild();
    return ballotsHeadHeight + (below ? controlHeight + 8 : 0);
}

void draw_no_grid(Scene &scene, float width) {
    draw_empty_state(
        {icon::vote, "There is nothing to vote on yet", "Ballots need the grid's activities and roles; its letters may be blank."}, width);
    if (button("##to-grid", "To the grid", {.icon = icon::table2, .look = Look::primary})) {
        scene.dispatch(action::Show{View::raci});
    }
}

} // namespace

std::string side_title(Side side) { return capitalised(std::string(side_name(side))); }

bool is_in_workshop(const Scene &scene) { return scene.state.view == View::workshop && scene.scratch.workshop.voting; }

const ActivityId *row_voted_on(const Scene &scene) {
    const ActivityId &row = scene.scratch.workshop.votedOn;
    return is_in_workshop(scene) && scene.grid().activities.contains(row) ? &row : nullptr;
}

void draw_ballots_within(Scene &scene, const ImRect &box) {
    const ArrowsWithin arrows(scene, Region::main);
    const float head = draw_head(scene, box.Min, box.GetWidth());
    const ImVec2 room(box.GetWidth() - 2 * bodyInset, box.GetHeight() - head - 8);
    ImGui::SetCursorScreenPos({box.Min.x + bodyInset, box.Min.y + head});
    ImGui::BeginChild("##ballot-body", room, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const bool some =
        std::any_of(scene.derived.lines.begin(), scene.derived.lines.end(), [](const auto &line) { return !line.is_heading(); });
    if (!some || scene.derived.columns.empty()) {
        draw_no_grid(scene, room.x);
    } else if (ballots_shown(scene) == cardsUp) {
        draw_cards_up(scene, room);
    } else {
        draw_one_ballot(scene, sides[static_cast<std::size_t>(ballots_shown(scene))], room);
    }
    ImGui::EndChild();
}

void begin_voting(Scene &scene, const ActivityId &activity) {
    scene.scratch.workshop.voting = true;
    scene.scratch.workshop.votedOn = activity;
    scene.scratch.workshop.startVoting = true;
    show_ballot(scene, 0);
}

std::string next_ballot_words(const Scene &scene) {
    const int next = ballots_shown(scene) + 1;
    return next > cardsUp    ? "Back to what there is to settle"
           : next == cardsUp ? "Cards up"
                             : "Next: " + std::string(side_name(sides.at(static_cast<std::size_t>(next))));
}

bool is_last_ballot(const Scene &scene) { return ballots_shown(scene) == cardsUp; }

void show_next_ballot(Scene &scene, int step) {
    const int next = ballots_shown(scene) + step;
    scene.scratch.workshop.voting = next >= 0 && next <= cardsUp;
    if (scene.scratch.workshop.voting) {
        scene.scratch.workshop.startVoting = true;
        show_ballot(scene, next);
    }
}

void draw_ballots(Scene &scene) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    const ImRect box(at, {at.x + size.x, at.y + size.y});
    const semantics::Group group("main", box, {.role = "main", .name = "Blind ballots"});
    if (!scene.state.open) {
        draw_nothing_open(scene, size);
        return;
    }
    draw_ballots_within(scene, box);
    fade_scrolled(palette().surface);
}

} // namespace fullcourt::ui
