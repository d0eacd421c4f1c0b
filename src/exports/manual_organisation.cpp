// What the manual is for, how we are organised and why, and a card for each role.
#include <algorithm>
#include <array>

#include "analysis/hours.h"
#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"
#include "analysis/who_decides.h"
#include "base/number.h"
#include "base/text.h"
#include "exports/manual_parts.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

// ---- Purpose

std::string figures_sentence(const Plan &plan) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count != 0) {
            parts.push_back(counted(count, one, many));
        }
    };
    add(plan.organisation->roles.size(), "role", "roles");
    add(plan.raci->activities.size(), "activity", "activities");
    add(plan.governance->decisions.size(), "decision", "decisions");
    add(plan.governance->meetings.size(), "standing meeting", "standing meetings");
    add(plan.measurement->kpis.size(), "KPI", "KPIs");
    add(plan.accounts->table.rows(), "account", "accounts");
    return parts.empty() ? std::string() : "It covers " + listed(parts) + ".";
}

// ---- Why this model

/// The fit of what was chosen: of the one model, or of what several of them make together.
const Fit *fit_of_choice(const std::vector<Fit> &fits, const OrganisationChoice &choice) {
    const std::vector<const NamedModel *> parts = parts_of(choice);
    const std::string code = parts.size() == 1 ? std::string(parts.front()->code) : "composed";
    const auto found = std::find_if(fits.begin(), fits.end(), [&](const Fit &fit) { return fit.code == code; });
    return found == fits.end() ? nullptr : &*found;
}

std::string fit_sentence(const Fit &mine, const std::vector<Fit> &fits) {
    std::string text = "Measured against what we said about our company, it fits to " + tenths(mine.score.value_or(0)) + " of 100";
    const auto other = std::find_if(fits.begin(), fits.end(), [&](const Fit &fit) { return fit.code != mine.code && fit.score; });
    if (other == fits.end()) {
        return text + ".";
    }
    const std::string beside = other->name + " at " + tenths(*other->score);
    if (*other->score > *mine.score) {
        return text + "; " + beside + " would fit better by that count, and we chose otherwise on purpose.";
    }
    return text + (*other->score < *mine.score ? ", more than any other; next comes " : ", as does ") + beside + ".";
}

/// " on the scale 0: 1–2 · 1: 3–5 …", where the answers are ranges.
std::string scale_words(const Factor &factor) {
    if (factor.ranges.front().empty()) {
        return " of 4";
    }
    std::string words;
    for (std::size_t i = 0; i < factor.ranges.size(); ++i) {
        words += (words.empty() ? " on the scale " : " · ") + std::to_string(i) + ": " + std::string(factor.ranges.at(i));
    }
    return words;
}

std::string answer_words(const FitTerm &term) {
    const auto known = factors();
    const auto factor = std::find_if(known.begin(), known.end(), [&](const Factor &one) { return one.code == term.need.factor; });
    if (factor == known.end()) {
        return {};
    }
    const std::string asks = (term.need.kind == NeedKind::atLeast ? "at least " : "at most ") + std::to_string(term.need.level);
    return std::string(factor->statement) + " We answered " + std::to_string(term.answer) + scale_words(*factor) + "; the model asks for " +
           asks + ".";
}

void add_reasons(Blocks &blocks, const Plan &plan) {
    const OrganisationChoice &choice = plan.organisation->choice;
    const std::vector<Fit> fits = compare_models(choice, plan.organisation->models);
    const Fit *mine = fit_of_choice(fits, choice);
    if (mine == nullptr || !mine->score) {
        blocks.emplace_back(block::Missing{"How well it fits our company has not been looked at yet."});
        return;
    }
    blocks.emplace_back(paragraph(fit_sentence(*mine, fits)));
    block::Bullets met;
    block::Bullets unmet;
    for (const FitTerm &term : mine->terms) {
        const std::string words = answer_words(term);
        if (!words.empty()) {
            (term.suitability >= 1 ? met : unmet).items.push_back(plain(words));
        }
    }
    if (!met.items.empty()) {
        blocks.emplace_back(paragraph("What speaks for it:"));
        blocks.emplace_back(std::move(met));
    }
    if (!unmet.items.empty()) {
        blocks.emplace_back(paragraph("Where it asks for more than we have:"));
        blocks.emplace_back(std::move(unmet));
    }
}

void add_points(Blocks &blocks, const std::string &lead, std::span<const std::string_view> points) {
    std::vector<std::string> texts;
    for (const std::string_view point : points) {
        texts.push_back(inside(std::string(point)));
    }
    if (!texts.empty()) {
        std::string joined;
        for (const std::string &text : texts) {
            joined += (joined.empty() ? "" : "; ") + text;
        }
        blocks.emplace_back(block::Paragraph{{{lead, true}, {" " + stopped(capital(joined)), false}}});
    }
}

void add_model(Blocks &blocks, const Plan &plan) {
    const OrganisationChoice &choice = plan.organisation->choice;
    const std::vector<const NamedModel *> parts = parts_of(choice);
    if (parts.empty()) {
        blocks.emplace_back(block::Missing{"No organisation model has been chosen yet."});
        return;
    }
    Sentence essence = {{choice_name(choice) + ".", true}};
    for (const NamedModel *part : parts) {
        essence.push_back({" " + std::string(part->essence), false});
    }
    blocks.emplace_back(block::Paragraph{std::move(essence)});
    for (const NamedModel *part : parts) {
        add_points(blocks, "It gives us:", part->advantages);
        add_points(blocks, "It costs us:", part->drawbacks);
        blocks.emplace_back(block::Paragraph{{{"It holds together by:", true}, {" " + std::string(part->governance), false}}});
    }
    blocks.emplace_back(block::Heading{"Why this model"});
    add_reasons(blocks, plan);
}

// ---- Roles and lines

std::string function_name(BusinessFunction function) {
    static constexpr std::array<std::string_view, 8> names = {"",        "Sales",      "Marketing", "Product", "Customer success",
                                                              "Finance", "Operations", "Leadership"};
    return std::string(names[static_cast<std::size_t>(function)]);
}

std::string people_of(const Organisation &organisation, const RoleId &role) {
    std::vector<std::string> names;
    for (const PersonId &id : ordered(organisation.people)) {
        const Person &person = organisation.people.at(id);
        if (person.hats.contains(role)) {
            names.push_back(person.vacant ? "vacant" : person.name);
        }
    }
    return listed(names);
}

std::string name_or_nothing(const Organisation &organisation, const RoleId &id) {
    const Role *role = find(organisation.roles, id);
    return role == nullptr ? std::string() : role->name;
}

block::Table roles_table(const Plan &plan) {
    const Organisation &organisation = *plan.organisation;
    block::Table table;
    table.heads = {"Role", "Part of", "Heads", "Who", "Reports to", "Dotted line to"};
    for (const RoleId &id : ordered(organisation.roles)) {
        const Role &role = organisation.roles.at(id);
        table.rows.push_back(
            {{role.name, function_name(role.function), role.headcount ? std::to_string(*role.headcount) : std::string(),
              people_of(organisation, id), name_or_nothing(organisation, role.reportsTo), name_or_nothing(organisation, role.dottedTo)},
             false});
    }
    return table;
}

std::string heads_words(const Need &need, CoreFunction core) {
    const std::string count =
        need.least == need.most ? std::to_string(need.least) : std::to_string(need.least) + " to " + std::to_string(need.most);
    return count + " " + core_function_name(core, need.most != 1);
}

void add_staffing(Blocks &blocks, const Plan &plan) {
    const std::optional<int> executives = heads_of(*plan.organisation, CoreFunction::accountExecutive);
    if (!executives || *executives == 0) {
        return;
    }
    std::vector<std::string> needs;
    for (const CoreFunction core : {CoreFunction::accountMarketing, CoreFunction::salesDevelopment, CoreFunction::productSpecialist}) {
        const std::optional<Need> need = need_of(*plan.settings, core, *executives);
        const std::optional<int> heads = heads_of(*plan.organisation, core);
        if (need) {
            needs.push_back(heads_words(*need, core) + (heads ? " (we have " + std::to_string(*heads) + ")" : std::string()));
        }
    }
    blocks.emplace_back(paragraph("For " +
                                  counted(static_cast<std::size_t>(*executives), core_function_name(CoreFunction::accountExecutive, false),
                                          core_function_name(CoreFunction::accountExecutive, true)) +
                                  ", teams of this kind usually have " + listed(needs) + "."));
}

// ---- Cards

std::vector<std::string> activities_with(const Plan &plan, const RoleId &role, char letter) {
    std::vector<std::string> names;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        if (letters_at(*plan.raci, id, role).has(letter)) {
            names.push_back(plan.raci->activities.at(id).name);
        }
    }
    return names;
}

struct CardWriter {
    const Plan &plan;
    const RoleId &role;
    block::Card &card;

    void add(const std::string &what, const std::vector<std::string> &names) const {
        if (!names.empty()) {
            card.terms.emplace_back(what, plain(series(names)));
        }
    }
    void add_lines() const {
        const Role &is = plan.organisation->roles.at(role);
        std::vector<std::string> lines;
        if (const std::string name = name_or_nothing(*plan.organisation, is.reportsTo); !name.empty()) {
            lines.push_back(name);
        }
        if (const std::string name = name_or_nothing(*plan.organisation, is.dottedTo); !name.empty()) {
            lines.push_back(name + " (dotted line)");
        }
        add("Reports to", lines);
    }
    void add_letters() const {
        add("Does", activities_with(plan, role, 'R'));
        add("Answers for", activities_with(plan, role, 'A'));
        add("Supports", activities_with(plan, role, 'S'));
        add("Is asked before", activities_with(plan, role, 'C'));
        add("Is told after", activities_with(plan, role, 'I'));
        for (const auto &[letter, meaning] : plan.raci->extraLetters) {
            add(capital(meaning.empty() ? std::string(1, letter) : meaning), activities_with(plan, role, letter));
        }
    }
    void add_decisions() const {
        std::vector<std::string> decides;
        std::vector<std::string> inputs;
        for (const DecisionId &id : ordered(plan.governance->decisions)) {
            const Decision &decision = plan.governance->decisions.at(id);
            if (decision.deciders.contains(role)) {
                std::set<RoleId> others = decision.deciders;
                others.erase(role);
                decides.push_back(decision.name + (others.empty()
                                                       ? std::string()
                                                       : (decision.either ? " (or " : " (together with ") + who(plan, others) + ")"));
            }
            if (const auto input = decision.inputs.find(role); input != decision.inputs.end()) {
                inputs.push_back(decision.name + (input->second.empty() ? std::string() : " (" + inside(input->second) + ")"));
            }
        }
        add("Decides on", decides);
        add("Gives input to", inputs);
    }
    void add_meetings() const {
        std::vector<std::string> names;
        for (const MeetingId &id : ordered(plan.governance->meetings)) {
            const Meeting &meeting = plan.governance->meetings.at(id);
            if (meeting.attendees.contains(role)) {
                const std::string every = often(meeting.period);
                names.push_back(meeting.name + (every.empty() ? std::string() : " (" + every + ")"));
            }
        }
        if (names.empty()) {
            return;
        }
        const WeeklyHours week = weekly_hours(plan, role);
        const std::string hours = week.hours > 0 ? "; " + tenths(week.hours) + " hours a week in all" : std::string();
        card.terms.emplace_back("Meets in", plain(series(names) + hours));
    }
    void add_ladder() const {
        const std::vector<EscalationLevelId> order = ordered(plan.governance->escalation);
        std::vector<std::string> levels;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const EscalationLevel &level = plan.governance->escalation.at(order[i]);
            if (level.parties.contains(role)) {
                levels.push_back("on level " + std::to_string(i + 1) + (level.about.empty() ? "" : " (" + inside(level.about) + ")"));
            }
        }
        add("Settles conflicts", levels);
    }
    void add_kpis() const {
        std::vector<std::string> measured;
        std::vector<std::string> owned;
        for (const KpiId &id : ordered(plan.measurement->kpis)) {
            const Kpi &kpi = plan.measurement->kpis.at(id);
            const std::string name = kpi.name + (kpi.target.empty() ? std::string() : " (target " + kpi.target + ")");
            if (kpi.role == role) {
                measured.push_back(name);
            } else if (kpi.owner == role) {
                owned.push_back(name);
            }
        }
        add("Is measured by", measured);
        add("Answers for the figures", owned);
    }
    void add_care() const {
        std::vector<std::string> names;
        for (const PracticeId &id : ordered(plan.practices->practices)) {
            if (plan.practices->practices.at(id).owner == role) {
                names.push_back(plan.practices->practices.at(id).name);
            }
        }
        for (const ToolId &id : ordered(plan.practices->tools)) {
            if (plan.practices->tools.at(id).owner == role) {
                names.push_back(plan.practices->tools.at(id).name);
            }
        }
        add("Looks after", names);
    }
};

std::string card_subtitle(const Plan &plan, const RoleId &id) {
    const Role &role = plan.organisation->roles.at(id);
    std::vector<std::string> parts;
    if (const std::string function = function_name(role.function); !function.empty()) {
        parts.push_back(function);
    }
    if (role.headcount) {
        parts.push_back(counted(static_cast<std::size_t>(*role.headcount), "head", "heads"));
    }
    if (const std::string people = people_of(*plan.organisation, id); !people.empty()) {
        parts.push_back(people);
    }
    std::string text;
    for (const std::string &part : parts) {
        text += (text.empty() ? "" : " · ") + part;
    }
    return text;
}

} // namespace

Blocks purpose_blocks(const Plan &plan) {
    Blocks blocks;
    blocks.emplace_back(paragraph("This is how we work our target accounts together: who does what, who decides, when we meet and what we "
                                  "measure. It is written for everybody who takes part, and needs nothing else to be understood."));
    for (const std::string &line : printable_lines(plan.about->description)) {
        blocks.emplace_back(paragraph(line));
    }
    if (const std::string figures = figures_sentence(plan); !figures.empty()) {
        blocks.emplace_back(paragraph(figures));
    }
    return blocks;
}

Blocks organisation_blocks(const Plan &plan) {
    Blocks blocks;
    if (plan.organisation->roles.empty() && parts_of(plan.organisation->choice).empty()) {
        return blocks;
    }
    add_model(blocks, plan);
    if (!plan.organisation->roles.empty()) {
        blocks.emplace_back(block::Heading{"Roles and reporting lines"});
        blocks.emplace_back(roles_table(plan));
        add_staffing(blocks, plan);
    }
    return blocks;
}

std::optional<block::Card> card_of(const Plan &plan, const RoleId &role) {
    const Role *found = find(plan.organisation->roles, role);
    if (found == nullptr) {
        return std::nullopt;
    }
    const std::string shortName = found->shortName.empty() || found->shortName == found->name ? "" : " (" + found->shortName + ")";
    block::Card card{found->name + shortName, card_subtitle(plan, role), {}};
    const CardWriter writer{plan, role, card};
    writer.add_lines();
    writer.add_letters();
    writer.add_decisions();
    writer.add_meetings();
    writer.add_ladder();
    writer.add_kpis();
    writer.add_care();
    return card;
}

bool has_part(const Plan &plan, const RoleId &role) {
    const std::optional<block::Card> card = card_of(plan, role);
    return card && std::any_of(card->terms.begin(), card->terms.end(), [](const auto &term) { return term.first != "Reports to"; });
}

Blocks role_blocks(const Plan &plan) {
    Blocks blocks;
    std::vector<std::string> idle;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (has_part(plan, id)) {
            blocks.emplace_back(*card_of(plan, id));
        } else {
            idle.push_back(plan.organisation->roles.at(id).name);
        }
    }
    if (!blocks.empty() && !idle.empty()) {
        blocks.emplace_back(block::Missing{"Without a part in this model so far: " + listed(idle) + "."});
    }
    return blocks;
}

} // namespace fullcourt
