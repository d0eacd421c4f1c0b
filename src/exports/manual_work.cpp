// Who does what, who decides, what happens when people cannot agree, when they meet, and what is measured.
#include <algorithm>

#include "analysis/escalation_walk.h"
#include "analysis/hours.h"
#include "analysis/kpi_status.h"
#include "analysis/who_decides.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "exports/manual_parts.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

// ---- The grid

std::vector<std::pair<char, std::string>> legend_of(const RaciGrid &grid) {
    std::vector<std::pair<char, std::string>> legend = {{'R', "does the work"}, {'A', "decides, and answers for it"}};
    if (grid.scheme == LetterScheme::rasci) {
        legend.emplace_back('S', "supports");
    }
    legend.emplace_back('C', "is asked before");
    legend.emplace_back('I', "is told after");
    for (const auto &[letter, meaning] : grid.extraLetters) {
        legend.emplace_back(letter, meaning);
    }
    return legend;
}

std::vector<std::string> without(const Plan &plan, char letter) {
    std::vector<std::string> names;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        const bool any = std::any_of(plan.raci->columns.begin(), plan.raci->columns.end(),
                                     [&](const auto &column) { return letters_at(*plan.raci, id, column.first).has(letter); });
        if (!any) {
            names.push_back(plan.raci->activities.at(id).name);
        }
    }
    return names;
}

void add_notes(Blocks &blocks, const Plan &plan) {
    block::Bullets notes;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        const Activity &activity = plan.raci->activities.at(id);
        if (!activity.note.empty()) {
            notes.items.push_back({{activity.name + ":", true}, {" " + stopped(activity.note), false}});
        }
        const auto cells = plan.raci->notes.find(id);
        if (cells == plan.raci->notes.end()) {
            continue;
        }
        for (const auto &[role, note] : cells->second) {
            if (plan.organisation->roles.contains(role)) {
                notes.items.push_back({{activity.name + ", " + role_head(plan, role) + ":", true}, {" " + stopped(note), false}});
            }
        }
    }
    if (!notes.items.empty()) {
        blocks.emplace_back(block::Heading{"What the letters do not say"});
        blocks.emplace_back(std::move(notes));
    }
}

// ---- Decisions

std::string deciders_sentence(const Plan &plan, const Decision &decision) {
    const std::vector<std::string> names = [&] {
        std::vector<std::string> all;
        for (const RoleId &id : ordered(plan.organisation->roles)) {
            if (decision.deciders.contains(id)) {
                all.push_back(role_with_people(*plan.organisation, id));
            }
        }
        return all;
    }();
    if (names.empty()) {
        return "Nobody decides this yet.";
    }
    const bool joint = names.size() > 1 && !decision.either;
    std::string text = listed(names, decision.either ? "or" : "and") + (joint ? " decide together" : " decides");
    const std::string every = often(decision.period);
    text += every.empty() ? "" : ", " + every;
    const std::string forum = meeting_name(plan, decision.forum);
    text += forum.empty() ? "" : ", in “" + forum + "”";
    text += ".";
    if (joint && plan.organisation->roles.contains(decision.tieBreak)) {
        text += " If they do not agree, " + role_with_people(*plan.organisation, decision.tieBreak) + " does.";
    }
    return text;
}

std::string deadline_sentence(const Decision &decision) {
    if (!decision.deadline.empty()) {
        return " Due: " + stopped(inside(decision.deadline));
    }
    return decision.turnaroundDays ? " It takes at most " + counted(static_cast<std::size_t>(*decision.turnaroundDays), "day", "days") + "."
                                   : std::string();
}

std::string inputs_sentence(const Plan &plan, const Decision &decision) {
    std::vector<std::string> inputs;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (const auto input = decision.inputs.find(id); input != decision.inputs.end()) {
            inputs.push_back(role_head(plan, id) + (input->second.empty() ? std::string() : " (" + inside(input->second) + ")"));
        }
    }
    return inputs.empty() ? std::string() : "Before that, they hear " + series(inputs) + ".";
}

std::string governed_sentence(const Plan &plan, const Decision &decision) {
    std::vector<std::string> names;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        if (decision.activities.contains(id)) {
            names.push_back(plan.raci->activities.at(id).name);
        }
    }
    const bool itself = names.size() == 1 && names.front() == decision.name;
    return names.empty() || itself ? std::string() : "It governs " + listed(names) + " in the grid.";
}

// ---- Meetings

std::string when_words(const Meeting &meeting) {
    std::string text = meeting.period.unit == PeriodUnit::none ? "when it is called" : often(meeting.period);
    if (meeting.weekday != Weekday::none) {
        text += ", " + weekday(static_cast<int>(meeting.weekday));
    }
    return text + (meeting.startMinutes ? " " + time_words(*meeting.startMinutes) : std::string());
}

block::Table meetings_table(const Plan &plan) {
    block::Table table;
    table.heads = {"Meeting", "When", "Length", "Who"};
    for (const MeetingId &id : ordered(plan.governance->meetings)) {
        const Meeting &meeting = plan.governance->meetings.at(id);
        table.rows.push_back({{meeting.name, capital(when_words(meeting)), length(meeting.minutes),
                               who(plan, meeting.attendees) + (meeting.perPod ? ", each pod by itself" : "")},
                              false});
    }
    return table;
}

void add_meeting(Blocks &blocks, const Meeting &meeting) {
    if (meeting.topics.empty() && meeting.outputs.empty()) {
        return;
    }
    blocks.emplace_back(block::Heading{meeting.name});
    if (!meeting.topics.empty()) {
        block::Bullets topics;
        for (const std::string &topic : meeting.topics) {
            topics.items.push_back(plain(topic));
        }
        blocks.emplace_back(std::move(topics));
    }
    if (!meeting.outputs.empty()) {
        std::vector<std::string> outputs;
        for (const std::string &output : meeting.outputs) {
            outputs.push_back(inside(output));
        }
        blocks.emplace_back(block::Paragraph{{{"What comes out:", true}, {" " + stopped(listed(outputs)), false}}});
    }
}

std::string hours_sentence(const Plan &plan) {
    std::vector<std::pair<double, std::string>> hours;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (const double week = weekly_hours(plan, id).hours; week > 0) {
            hours.emplace_back(week, role_head(plan, id));
        }
    }
    sort_stably(hours, [](const auto &a, const auto &b) { return a.first > b.first; });
    constexpr std::size_t most = 6;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(most, hours.size()); ++i) {
        parts.push_back(hours[i].second + " " + tenths(hours[i].first));
    }
    const std::string rest = hours.size() > most ? "; of the others, less" : "";
    return parts.empty() ? std::string() : "So many hours a week these meetings take of one person: " + listed(parts) + rest + ".";
}

// ---- KPIs

void add_kpis_of(block::Table &table, const Plan &plan, const std::string &group, const RoleId &role) {
    bool first = true;
    for (const KpiId &id : ordered(plan.measurement->kpis)) {
        const Kpi &kpi = plan.measurement->kpis.at(id);
        if (kpi.role != role) {
            continue;
        }
        if (first) {
            table.rows.push_back({{group}, true});
            first = false;
        }
        const bool agreed = kpi.signedByMarketing && kpi.signedBySales;
        const std::string owner = plan.organisation->roles.contains(kpi.owner) ? role_head(plan, kpi.owner) : std::string();
        const KpiStatus status = kpi_status(kpi);
        table.rows.push_back({{kpi.name, kpi.unit, kpi.target + (agreed && !kpi.target.empty() ? " (agreed)" : ""), status.sentence, owner,
                               kpi.source, meeting_name(plan, kpi.review)},
                              false});
    }
}

/// Where all are reviewed in one meeting, that is a sentence and no column.
std::string one_review(const Plan &plan, block::Table &table) {
    const std::size_t column = table.heads.size() - 1;
    std::string meeting;
    for (const block::Table::Row &row : table.rows) {
        if (row.isGroup) {
            continue;
        }
        if (row.cells[column].empty() || (!meeting.empty() && meeting != row.cells[column])) {
            return {};
        }
        meeting = row.cells[column];
    }
    for (block::Table::Row &row : table.rows) {
        if (!row.isGroup) {
            row.cells[column].clear();
        }
    }
    const auto held = std::find_if(plan.governance->meetings.begin(), plan.governance->meetings.end(),
                                   [&](const auto &one) { return one.second.name == meeting; });
    const std::string every = held == plan.governance->meetings.end() ? std::string() : often(held->second.period);
    return "All of them are looked at in “" + meeting + "”" + (every.empty() ? "" : ", " + every) + ".";
}

std::string targets_sentence(const Plan &plan) {
    const auto without = static_cast<std::size_t>(std::count_if(plan.measurement->kpis.begin(), plan.measurement->kpis.end(),
                                                                [](const auto &kpi) { return kpi.second.target.empty(); }));
    if (without == 0) {
        return {};
    }
    return without == plan.measurement->kpis.size() ? "No target has been agreed on yet."
                                                    : counted(without, "KPI has", "KPIs have") + " no target yet.";
}

} // namespace

block::Grid manual_grid(const Plan &plan) {
    block::Grid grid;
    const std::vector<RoleId> columns = ordered(plan.raci->columns);
    for (const RoleId &role : columns) {
        grid.roles.push_back(role_head(plan, role));
    }
    for (const GridLine &line : grid_lines(*plan.raci)) {
        if (line.is_heading()) {
            grid.rows.push_back({plan.raci->phases.at(line.phase).name, {}, true});
            continue;
        }
        block::Grid::Row row{plan.raci->activities.at(line.activity).name, {}, false};
        for (const RoleId &role : columns) {
            row.letters.push_back(letters_at(*plan.raci, line.activity, role));
        }
        grid.rows.push_back(std::move(row));
    }
    grid.legend = legend_of(*plan.raci);
    return grid;
}

Blocks raci_blocks(const Plan &plan) {
    Blocks blocks;
    if (plan.raci->activities.empty() || plan.raci->columns.empty() || plan.raci->rows.empty()) {
        return blocks;
    }
    blocks.emplace_back(paragraph("A row is a piece of work, a column a role, and the letter says what that role has to do with it."));
    blocks.emplace_back(manual_grid(plan));
    if (const std::vector<std::string> names = without(plan, 'A'); !names.empty()) {
        blocks.emplace_back(block::Missing{"Nobody answers yet for: " + listed(names) + "."});
    }
    if (const std::vector<std::string> names = without(plan, 'R'); !names.empty()) {
        blocks.emplace_back(block::Missing{"Nobody does yet: " + listed(names) + "."});
    }
    add_notes(blocks, plan);
    return blocks;
}

Blocks decision_blocks(const Plan &plan) {
    Blocks blocks;
    for (const DecisionId &id : ordered(plan.governance->decisions)) {
        const Decision &decision = plan.governance->decisions.at(id);
        blocks.emplace_back(block::Heading{decision.name});
        std::string text = deciders_sentence(plan, decision) + deadline_sentence(decision);
        for (const std::string &sentence : {inputs_sentence(plan, decision), governed_sentence(plan, decision)}) {
            text += sentence.empty() ? "" : " " + sentence;
        }
        blocks.emplace_back(paragraph(text));
    }
    return blocks;
}

Blocks escalation_blocks(const Plan &plan) {
    Blocks blocks;
    const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
    if (order.empty()) {
        return blocks;
    }
    blocks.emplace_back(paragraph("What people cannot settle among themselves goes up this ladder, a level at a time."));
    block::Bullets levels;
    levels.numbered = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const EscalationLevel &level = plan.governance->escalation.at(order[i]);
        Sentence sentence = {{capital(who(plan, level.parties)), true}};
        std::string text = level.about.empty() ? "." : ": " + stopped(inside(level.about));
        const std::string forum = meeting_name(plan, level.forum);
        text += forum.empty() ? "" : " They settle it in “" + forum + "”.";
        if (i + 1 < order.size()) {
            const std::string rising = rising_words(level);
            text += rising.empty() ? std::string() : " It rises " + stopped(rising);
        }
        sentence.push_back({text, false});
        levels.items.push_back(std::move(sentence));
    }
    blocks.emplace_back(std::move(levels));
    if (const std::optional<int> days = days_to_last_word(plan); days && order.size() > 1) {
        blocks.emplace_back(
            paragraph("At the latest after " + counted(static_cast<std::size_t>(*days), "day", "days") + " the last level has it."));
    }
    return blocks;
}

Blocks rhythm_blocks(const Plan &plan) {
    Blocks blocks;
    if (plan.governance->meetings.empty()) {
        return blocks;
    }
    blocks.emplace_back(meetings_table(plan));
    if (const std::string hours = hours_sentence(plan); !hours.empty()) {
        blocks.emplace_back(paragraph(hours));
    }
    for (const MeetingId &id : ordered(plan.governance->meetings)) {
        add_meeting(blocks, plan.governance->meetings.at(id));
    }
    return blocks;
}

Blocks kpi_blocks(const Plan &plan) {
    Blocks blocks;
    if (plan.measurement->kpis.empty()) {
        return blocks;
    }
    block::Table table;
    table.heads = {"KPI", "Counted in", "Target", "Where it stands", "Answers for it", "Read from", "Looked at in"};
    add_kpis_of(table, plan, "Shared by the whole program", {});
    std::set<RoleId> known;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        add_kpis_of(table, plan, plan.organisation->roles.at(id).name, id);
        known.insert(id);
    }
    for (const auto &[id, kpi] : plan.measurement->kpis) {
        if (!kpi.role.empty() && known.insert(kpi.role).second) {
            add_kpis_of(table, plan, kpi.role.text, kpi.role);
        }
    }
    const std::string balance = kpi_balance(plan).sentence;
    const std::string review = one_review(plan, table);
    blocks.emplace_back(paragraph(balance + (review.empty() ? "" : " " + review)));
    if (const std::string targets = targets_sentence(plan); !targets.empty()) {
        blocks.emplace_back(block::Missing{targets});
    }
    blocks.emplace_back(std::move(table));
    return blocks;
}

} // namespace fullcourt
