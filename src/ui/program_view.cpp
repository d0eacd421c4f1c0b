// The program in pictures: how many target accounts are reached, how widely and deeply, how they move, and what that brings, against
// the targets that both sides agreed on.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/rules.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/contact_gestures.h"
#include "ui/icons.h"
#include "ui/kpi_look.h"
#include "ui/program_parts.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float tileHeight = 128;
constexpr float programBetween = 14;
constexpr float programCardHeight = 276;

// ---- The numbers, worked out once

const Program &shown_program(Scene &scene) {
    ProgramScratch &scratch = scene.scratch.program;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" +
                            (scratch.tier ? std::string(tier_name(*scratch.tier)) : "all") + "|" +
                            std::to_string(scene.app.contact_board().today());
    if (scratch.key != key) {
        scratch.key = key;
        scratch.program = program_of(scene.plan(), scene.app.score_board(), scene.app.contact_board(), scratch.tier);
    }
    return scratch.program;
}

// ---- Which accounts

void draw_program_tiers(Scene &scene, float width) {
    ProgramScratch &scratch = scene.scratch.program;
    const std::array<std::string, 4> labels = {"All target accounts", "1:1", "1:few", "1:many"};
    constexpr std::array<std::optional<Tier>, 4> tiers = {std::nullopt, Tier::oneToOne, Tier::oneToFew, Tier::oneToMany};
    const auto chosen = static_cast<int>(std::find(tiers.begin(), tiers.end(), scratch.tier) - tiers.begin());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginChild("##tiers", {reaching(560, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##tier", "Which accounts", labels, chosen)) {
        scratch.tier = tiers[static_cast<std::size_t>(*picked)];
    }
    ImGui::EndChild();
    const Program &program = shown_program(scene);
    const std::string words =
        counted(program.accounts, "account", "accounts") + ", as of " + date_words(day_text(scene.app.contact_board().today()));
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 576, at.y}, {at.x + width, at.y + controlHeight}}, words,
              {.size = type::small, .colour = palette().muted}, Align::right);
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 12});
    ImGui::Dummy({0, 0});
}

// ---- Figures beside their targets

/// How far the value is on its way to the target, which is the tick.
void draw_way_to_target(ImDrawList &list, const ImRect &box, const FigureStatus &status) {
    if (!status.target || *status.target <= 0) {
        return; // an empty track would look like nothing reached
    }
    list.AddRectFilled(box.Min, box.Max, palette().pressed, 3);
    if (!status.value) {
        return;
    }
    const double most = std::max(*status.value, *status.target) * 1.1;
    const float value = box.GetWidth() * static_cast<float>(std::max(0.0, *status.value) / most);
    const float target = box.GetWidth() * static_cast<float>(*status.target / most);
    if (value > 0) {
        list.AddRectFilled(box.Min, {box.Min.x + std::max(3.0F, value), box.Max.y}, kpi_look(status.state).ink, 3);
    }
    list.AddRectFilled({box.Min.x + target - 1, box.Min.y - 4}, {box.Min.x + target + 1, box.Max.y + 4}, palette().text);
}

void draw_tile(Scene &scene, const FigureStatus &status, float width) {
    const std::string name(figure_name(status.figure));
    std::string &picked = scene.scratch.picks["program-figure"];
    const bool open = picked == figure_code(status.figure);
    if (ImGui::InvisibleButton(("##tile-" + name).c_str(), {width, tileHeight}, ImGuiButtonFlags_EnableNav)) {
        picked = open ? std::string() : std::string(figure_code(status.figure));
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max,
                       open                     ? palette().chosen
                       : ImGui::IsItemHovered() ? palette().hover
                                                : palette().canvas,
                       rounding + 2);
    list.AddRect(box.Min, box.Max, open ? palette().accent : palette().line, rounding + 2);
    const float left = box.Min.x + 14;
    const float right = box.Max.x - 12;
    draw_line(list, {{left, box.Min.y + 8}, {right, box.Min.y + 28}}, name,
              {.size = type::small, .colour = palette().muted, .strong = true});
    draw_line(list, {{left, box.Min.y + 28}, {right, box.Min.y + 64}}, status.words, {.size = 26, .strong = true});
    draw_way_to_target(list, {{left, box.Min.y + 70}, {right, box.Min.y + 76}}, status);
    const KpiLook look = kpi_look(status.state);
    draw_icon(list, {left + 7, box.Min.y + 95}, status.state == KpiState::unknown ? icon::target : look.icon, 13, look.ink);
    // One line stands where the first of two does.
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    const bool fits = text_size(status.against, style).x <= right - left - 20;
    draw_two_lines(list, {{left + 20, box.Min.y + 84}, {right, fits ? box.Min.y + 106 : box.Max.y - 6}}, status.against, style,
                   Align::left);
    focus_ring(box, ImGui::GetItemID(), rounding + 2);
    semantics::item(
        {.role = "button", .name = name, .value = status.words, .description = status.terms + " " + status.against, .expanded = open});
    tooltip(status.terms);
}

void draw_kpi_choice(Scene &scene, const FigureStatus &status, float width) {
    std::vector<KpiId> ids = {KpiId()};
    std::vector<std::string> labels = {"Matched by name"};
    const Collection<Kpi> &kpis = scene.plan().measurement->kpis;
    const std::string code(figure_code(status.figure));
    int chosen = 0;
    for (const KpiId &id : ordered(kpis)) {
        const std::string *measure = find(scene.plan().contacts->policy.measures, id);
        chosen = measure != nullptr && *measure == code ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(id);
        labels.push_back(kpis.at(id).name.empty() ? "Unnamed" : kpis.at(id).name);
    }
    line("Target from the KPI", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    ImGui::BeginChild("##kpi", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##which", "Target from the KPI", labels, chosen, !scene.editable)) {
        scene.edit(choose_target(scene.plan(), code, ids[static_cast<std::size_t>(*picked)]));
    }
    ImGui::EndChild();
}

void draw_revenue_choice(Scene &scene, const Program &program, float width) {
    const std::vector<AccountColumnId> columns = number_columns(*scene.plan().accounts);
    std::vector<std::string> labels;
    int chosen = -1;
    for (const AccountColumnId &id : columns) {
        chosen = id == program.revenueColumn ? static_cast<int>(labels.size()) : chosen;
        labels.push_back(scene.plan().accounts->columns.at(id).name);
    }
    if (labels.empty()) {
        return;
    }
    line("What a won account brings", {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(4);
    ImGui::BeginChild("##revenue", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##column", "What a won account brings", labels, chosen, !scene.editable, "Choose a column")) {
        scene.edit(choose_revenue(scene.plan(), columns[static_cast<std::size_t>(*picked)]));
    }
    ImGui::EndChild();
}

/// What the chosen figure is made of, and what it is held against.
void draw_explained(Scene &scene, const Program &program, float width) {
    const std::string &picked = scene.scratch.picks["program-figure"];
    const auto status = std::find_if(program.figures.begin(), program.figures.end(),
                                     [&](const FigureStatus &each) { return figure_code(each.figure) == picked; });
    if (status == program.figures.end()) {
        return;
    }
    gap(10);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool revenue = status->figure == ProgramFigure::revenue;
    constexpr float between = 20;
    const float choice = std::min(260.0F, (width - between) / 2);
    const float textBeside = width - (revenue ? 2 : 1) * (choice + between) - between;
    const bool beside = textBeside >= 200;
    const float text = beside ? textBeside : width;
    ImGui::BeginGroup();
    paragraph(status->terms, {.size = type::small + 1}, text);
    gap(4);
    paragraph(status->against, {.size = type::small, .colour = kpi_look(status->state).ink}, text);
    gap(6);
    if (!status->target && button("##to-kpis", "Set it in the KPIs", {.icon = icon::target})) {
        if (status->kpi.empty()) {
            scene.dispatch(action::Show{View::kpis});
        } else {
            choose_item(scene, View::kpis, status->kpi.text);
        }
    }
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    const ImVec2 last(beside || revenue ? at.x + width - choice : at.x, beside ? at.y : bottom + 12);
    ImGui::SetCursorScreenPos(last);
    ImGui::BeginGroup();
    draw_kpi_choice(scene, *status, choice);
    ImGui::EndGroup();
    const float other = ImGui::GetItemRectMax().y;
    if (revenue) {
        ImGui::SetCursorScreenPos({last.x - choice - between, last.y});
        ImGui::BeginGroup();
        draw_revenue_choice(scene, program, choice);
        ImGui::EndGroup();
    }
    ImGui::SetCursorScreenPos({at.x, std::max(bottom, other) + 6});
    ImGui::Dummy({0, 0});
}

void draw_tiles(Scene &scene, const Program &program, float width) {
    const std::size_t columns = width >= 900 ? 6 : 3;
    const float each = (width - programBetween * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("figures", {at, {at.x + width, at.y + tileHeight}}, {.role = "list", .name = "Figures"});
    for (std::size_t i = 0; i < program.figures.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const std::size_t row = i / columns;
        ImGui::SetCursorScreenPos(
            {at.x + column * (each + programBetween), at.y + static_cast<float>(row) * (tileHeight + programBetween)});
        draw_tile(scene, program.figures[i], each);
    }
    const std::size_t rows = (program.figures.size() + columns - 1) / columns;
    ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(rows) * (tileHeight + programBetween)});
    ImGui::Dummy({0, 0});
}

// ---- Pictures

struct ProgramCard {
    std::string title;
    std::string note;
    FigureTable numbers;
    std::function<void(ImDrawList &, const ImRect &)> picture;
    std::string nothing; ///< said in the place of the picture; empty: there is something to see
};

void draw_table(const FigureTable &table, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::size_t columns = table.heads.size();
    const float first = box.GetWidth() * (columns > 2 ? 0.3F : 0.6F);
    const float each = (box.GetWidth() - first) / static_cast<float>(std::max<std::size_t>(1, columns - 1));
    const float height = std::min(24.0F, box.GetHeight() / static_cast<float>(table.rows.size() + 1));
    const auto cell = [&](std::size_t row, std::size_t column, const std::string &text, const TextStyle &style) {
        const float x = column == 0 ? box.Min.x : box.Min.x + first + each * static_cast<float>(column - 1);
        const float y = box.Min.y + height * static_cast<float>(row);
        draw_line(list, {{x, y}, {x + (column == 0 ? first : each) - 6, y + height}}, text, style,
                  column == 0 ? Align::left : Align::right);
    };
    for (std::size_t column = 0; column < columns; ++column) {
        cell(0, column, table.heads[column], {.size = type::tiny, .colour = palette().muted, .strong = true});
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
            cell(row + 1, column, table.rows[row][column], {.size = type::small});
        }
    }
}

/// The numbers for whom a picture says nothing, picture or table.
void describe(const ProgramCard &card, const ImRect &box) {
    const semantics::Group group(("numbers-" + card.title).c_str(), box, {.role = "list", .name = card.title});
    const float height = box.GetHeight() / static_cast<float>(std::max<std::size_t>(1, card.numbers.rows.size()));
    for (std::size_t i = 0; i < card.numbers.rows.size(); ++i) {
        const std::vector<std::string> &row = card.numbers.rows[i];
        std::string value;
        for (std::size_t column = 1; column < row.size(); ++column) {
            value += (value.empty() ? "" : ", ") + card.numbers.heads[column] + " " + row[column];
        }
        const float y = box.Min.y + height * static_cast<float>(i);
        semantics::at(ImGui::GetID(("##number-" + card.title + std::to_string(i)).c_str()), {{box.Min.x, y}, {box.Max.x, y + height}},
                      {.role = "listitem", .name = row.front(), .value = value});
    }
}

void draw_program_card(Scene &scene, const ProgramCard &card, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRect(box.Min, box.Max, palette().line, rounding + 2);
    bool &numbers = scene.scratch.folded["program-" + card.title];
    draw_line(list, {{box.Min.x + 16, box.Min.y + 10}, {box.Max.x - 48, box.Min.y + 32}}, card.title, {.strong = true});
    draw_line(list, {{box.Min.x + 16, box.Min.y + 32}, {box.Max.x - 16, box.Min.y + 50}}, card.note,
              {.size = type::tiny, .colour = palette().muted});
    const ImRect inner({box.Min.x + 16, box.Min.y + 60}, {box.Max.x - 16, box.Max.y - 14});
    if (!card.nothing.empty()) {
        draw_wrapped(list, {inner.Min.x, inner.Min.y + 12}, card.nothing, {.size = type::small + 1, .colour = palette().muted},
                     std::min(420.0F, inner.GetWidth()));
        semantics::at(ImGui::GetID(("##nothing-" + card.title).c_str()), inner,
                      {.role = "text", .name = card.title, .value = card.nothing});
        return;
    }
    ImGui::SetCursorScreenPos({box.Max.x - controlHeight - 8, box.Min.y + 8});
    if (icon_button(("##numbers-" + card.title).c_str(), numbers ? icon::gauge : icon::table2,
                    (numbers ? "Show the picture: " : "Show the numbers: ") + card.title, {.selected = numbers})) {
        numbers = !numbers;
    }
    if (numbers) {
        draw_table(card.numbers, inner);
    } else {
        card.picture(list, inner);
    }
    describe(card, inner);
}

std::vector<Bar> bars_of_seats(const Scene &scene, const Program &program) {
    std::vector<Bar> bars;
    const double asked = threshold(*scene.plan().settings, "account.low-coverage.roles");
    for (std::size_t i = 0; i < program.bySeats.size(); ++i) {
        const bool last = i + 1 == program.bySeats.size();
        bars.push_back({std::to_string(i) + (last ? "+" : ""), static_cast<double>(program.bySeats[i]), static_cast<double>(i) >= asked});
    }
    return bars;
}

std::vector<ProgramCard> cards_of(const Scene &scene, const Program &program) {
    std::vector<ProgramCard> cards;
    const bool noStages = program.withoutStage == program.accounts;
    const std::string say = "No account has a stage yet. Choose one in an account's details, or import a column named Stage.";
    const std::string unsaid = program.withoutStage == 0 || noStages
                                   ? std::string()
                                   : "; " + std::to_string(program.withoutStage) + " without a stage " +
                                         (program.withoutStage == 1 ? "counts" : "count") + " as the first";
    cards.push_back(
        {"From stage to stage", "Accounts that reached each stage and went on" + unsaid, funnel_numbers(program.stages, program.steps),
         [&program](ImDrawList &list, const ImRect &box) { draw_funnel(list, box, program.stages, program.steps); }, noStages ? say : ""});
    cards.push_back({"Stage movement", "Accounts that came into each stage", movement_numbers(program.stages),
                     [&program](ImDrawList &list, const ImRect &box) { draw_movement(list, box, program.stages); }, noStages ? say : ""});
    const std::vector<Bar> seats = bars_of_seats(scene, program);
    cards.push_back({"How wide", "Accounts by engaged members of the buying committee; full colour where they are enough",
                     bar_numbers("Engaged members", "Accounts", seats),
                     [seats](ImDrawList &list, const ImRect &box) { draw_columns(list, box, seats); },
                     program.known == 0 ? "Nobody is known at these accounts yet. Bring contacts in the Contacts section." : ""});
    std::vector<Bar> points;
    std::vector<Bar> moves;
    for (const MonthFigures &month : program.months) {
        points.push_back({month_words(month.month), month.points, true});
        moves.push_back({month_words(month.month), static_cast<double>(month.moved), true});
    }
    const std::string momentum =
        program.before > 0 ? "; the last 90 days against the 90 before: × " + tenths(program.recent / program.before) : std::string();
    cards.push_back({"How deep", "Points of engagement by month, before they fade" + momentum, bar_numbers("Month", "Points", points),
                     [points](ImDrawList &list, const ImRect &box) { draw_trend(list, box, points); },
                     program.deep == 0 ? "No activity is logged yet. Log what contacts do, or import it as a second file." : ""});
    cards.push_back({"Leads",
                     "Contacts that reached each lead stage" +
                         (program.late == 0 ? std::string() : "; " + counted(program.late, "answer is", "answers are") + " overdue"),
                     funnel_numbers(program.leads, program.leadSteps),
                     [&program](ImDrawList &list, const ImRect &box) { draw_funnel(list, box, program.leads, program.leadSteps); },
                     program.leads.empty() ? "There are no lead stages yet. The Contacts section begins with MQL, TQL, SAL and SQL." : ""});
    cards.push_back({"Moves by month", "Times an account came into a stage after the first", bar_numbers("Month", "Moves", moves),
                     [moves](ImDrawList &list, const ImRect &box) { draw_columns(list, box, moves); }, noStages ? say : ""});
    return cards;
}

void draw_cards(Scene &scene, const Program &program, float width) {
    const std::vector<ProgramCard> cards = cards_of(scene, program);
    const std::size_t columns = width >= 1500 ? 3 : width >= 760 ? 2 : 1;
    const float each = (width - programBetween * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::size_t row = i / columns;
        const ImVec2 corner(at.x + static_cast<float>(i % columns) * (each + programBetween),
                            at.y + static_cast<float>(row) * (programCardHeight + programBetween));
        draw_program_card(scene, cards[i], {corner, {corner.x + each, corner.y + programCardHeight}});
    }
    const std::size_t rows = (cards.size() + columns - 1) / columns;
    ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(rows) * (programCardHeight + programBetween)});
    ImGui::Dummy({width, 0});
}

void draw_program_start(Scene &scene, float width) {
    draw_empty_state(
        {icon::trendingUp, "Does the program move accounts?",
         "This is read from target accounts, their stages and their contacts. Bring accounts first, or try 120 invented ones; one step "
         "of undo takes them away again."},
        width);
    if (button("##accounts", "Go to the accounts", {.icon = icon::crosshair, .look = Look::primary})) {
        scene.dispatch(action::Show{View::accounts});
    }
    ImGui::SameLine(0, 8);
    if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
        scene.dispatch(action::TrySampleAccounts{});
    }
}

} // namespace

void draw_program(Scene &scene) {
    SectionPage page{.view = View::program,
                     .section = PlanSection::contacts,
                     .title = "Program",
                     .purpose = "Whether it works, in figures that both sides read, each against its target.",
                     .panel = false,
                     .body = {}};
    page.body = [](Scene &inner, float width) {
        if (inner.plan().accounts->table.rows() == 0) {
            draw_program_start(inner, width);
            return;
        }
        draw_program_tiers(inner, width);
        const Program &program = shown_program(inner);
        draw_tiles(inner, program, width);
        draw_explained(inner, program, width);
        gap(8);
        draw_cards(inner, program, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
