#include "edit/section_gestures.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/number.h"
#include "edit/item_gestures.h"
#include "edit/references.h"

namespace fullcourt {
namespace {

constexpr int latestStart = 1'439;

} // namespace

// ---- what the gestures know of each item

template <> struct ItemWays<Person> {
    static constexpr std::string_view one = "a person";
    static constexpr std::string_view many = "people";

    static std::string label(const std::string &name, const Person &before, const Person &after) {
        return change_label(name, {{before.hats != after.hats, "the roles of"}, {before.vacant != after.vacant, "who fills the position"}});
    }

    static Person tidy(Person person) {
        person.name = one_line(person.name);
        person.hats.erase(RoleId());
        for (auto &[role, share] : person.hats) {
            share = share >= 0 ? std::min(share, 1.0) : 0;
        }
        return person;
    }
};

template <> struct ItemWays<Meeting> {
    static constexpr std::string_view one = "a meeting";
    static constexpr std::string_view many = "meetings";

    static std::string label(const std::string &name, const Meeting &before, const Meeting &after) {
        return change_label(name, {{!(before.period == after.period), "how often there is"},
                                   {before.minutes != after.minutes, "the length of"},
                                   {before.weekday != after.weekday || before.startMinutes != after.startMinutes, "the time of"},
                                   {before.attendees != after.attendees, "who attends"},
                                   {before.perPod != after.perPod, "who holds"},
                                   {before.topics != after.topics, "the topics of"},
                                   {before.outputs != after.outputs, "the output of"},
                                   {before.held != after.held, "when there was"}});
    }

    static Meeting tidy(Meeting meeting) {
        meeting.name = one_line(meeting.name);
        meeting.period = sound_period(meeting.period);
        meeting.minutes = std::clamp(meeting.minutes, 1, longestMinutes);
        meeting.startMinutes = sound(meeting.startMinutes, latestStart);
        meeting.attendees.erase(RoleId());
        meeting.topics = sound_lines(std::move(meeting.topics));
        meeting.outputs = sound_lines(std::move(meeting.outputs));
        std::erase_if(meeting.held, [](const auto &tick) { return !parse_date(tick.first); });
        while (meeting.held.size() > longestList) {
            meeting.held.erase(meeting.held.begin());
        }
        return meeting;
    }
};

template <> struct ItemWays<Decision> {
    static constexpr std::string_view one = "a decision";
    static constexpr std::string_view many = "decisions";

    static std::string label(const std::string &name, const Decision &before, const Decision &after) {
        return change_label(
            name, {{before.deciders != after.deciders || before.either != after.either, "who decides on"},
                   {!(before.tieBreak == after.tieBreak), "the tie-break of"},
                   {before.inputs != after.inputs, "whose input goes into"},
                   {!(before.period == after.period) || before.deadline != after.deadline || before.turnaroundDays != after.turnaroundDays,
                    "the timing of"},
                   {before.activities != after.activities, "the activities of"},
                   {!(before.forum == after.forum), "the forum of"}});
    }

    static Decision tidy(Decision decision) {
        decision.name = one_line(decision.name);
        decision.deciders.erase(RoleId());
        decision.inputs.erase(RoleId());
        for (auto &[role, purpose] : decision.inputs) {
            purpose = one_line(purpose);
        }
        decision.period = sound_period(decision.period);
        decision.deadline = one_line(decision.deadline);
        decision.turnaroundDays = sound(decision.turnaroundDays, mostDays);
        decision.activities.erase(ActivityId());
        return decision;
    }
};

template <> struct ItemWays<EscalationLevel> {
    static constexpr std::string_view one = "an escalation level";
    static constexpr std::string_view many = "escalation levels";
    static std::string called(const Collection<EscalationLevel> &levels, const EscalationLevelId &id) {
        const std::vector<EscalationLevelId> order = ordered(levels);
        return "escalation level " + std::to_string(std::find(order.begin(), order.end(), id) - order.begin() + 1);
    }

    static std::string label(const std::string &name, const EscalationLevel &before, const EscalationLevel &after) {
        return change_label(name, {{before.parties != after.parties, "who stands on"},
                                   {before.about != after.about, "the subject of"},
                                   {before.trigger != after.trigger || before.limitDays != after.limitDays, "when it rises from"},
                                   {!(before.forum == after.forum), "the forum of"}});
    }

    static EscalationLevel tidy(EscalationLevel level) {
        level.parties.erase(RoleId());
        level.about = one_line(level.about);
        level.trigger = one_line(level.trigger);
        level.limitDays = sound(level.limitDays, mostDays);
        return level;
    }
};

template <> struct ItemWays<Kpi> {
    static constexpr std::string_view one = "a KPI";
    static constexpr std::string_view many = "KPIs";

    static std::string label(const std::string &name, const Kpi &before, const Kpi &after) {
        return change_label(
            name, {{!(before.role == after.role), "whose KPI is"},
                   {!(before.owner == after.owner), "the owner of"},
                   {before.unit != after.unit || before.direction != after.direction, "the unit of"},
                   {before.centre != after.centre, "what is counted by"},
                   {before.target != after.target, "the target of"},
                   {before.source != after.source, "the source of"},
                   {!(before.review == after.review), "the review of"},
                   {before.signedByMarketing != after.signedByMarketing || before.signedBySales != after.signedBySales, "the agreement on"},
                   {before.values != after.values, "the values of"}});
    }

    static Kpi tidy(Kpi kpi) {
        kpi.name = one_line(kpi.name);
        kpi.unit = one_line(kpi.unit);
        kpi.target = one_line(kpi.target);
        kpi.source = one_line(kpi.source);
        std::map<std::string, double> values;
        for (const auto &[period, value] : kpi.values) {
            const std::string name = one_line(period);
            if (!name.empty() && std::isfinite(value) && values.size() < longestList) {
                values.emplace(name, value);
            }
        }
        kpi.values = std::move(values);
        return kpi;
    }
};

namespace {

Meeting new_meeting(const std::string &name) {
    Meeting meeting = named<Meeting>(name);
    meeting.period.unit = PeriodUnit::week;
    return meeting;
}

Kpi new_kpi(const std::string &name, const RoleId &role) {
    Kpi kpi = named<Kpi>(name);
    kpi.role = role;
    return kpi;
}

// ---- roles and the choice

std::string head(const Plan &plan, const RoleId &role) { return quoted(head_name(plan.organisation->roles.at(role))); }

/// Whether a line from `role` to `boss` can be drawn.
bool can_report(const Plan &plan, const RoleId &role, const RoleId &boss) {
    const Collection<Role> &roles = plan.organisation->roles;
    return roles.contains(role) && (boss.empty() || (roles.contains(boss) && !(boss == role)));
}

std::string_view home_words(Home home) {
    switch (home) {
    case Home::notChosen: break;
    case Home::marketing: return "Choose marketing as home";
    case Home::sales: return "Choose sales as home";
    case Home::matrix: return "Choose a matrix of marketing and sales";
    case Home::overlay: return "Choose an overlay organisation";
    case Home::salesVicePresident: return "Choose everything under the VP Sales";
    }
    return "Leave the home open";
}

/// "marketing-scale" as a person says it.
std::string factor_words(std::string factor) {
    std::replace(factor.begin(), factor.end(), '-', ' ');
    return quoted(factor);
}

} // namespace

PlanEdit set_headcount(const Plan &plan, const RoleId &role, std::optional<int> headcount) {
    const Role *old = find(plan.organisation->roles, role);
    if (old == nullptr || (headcount && !sound(headcount, mostHeads)) || old->headcount == headcount) {
        return {};
    }
    Role changed = *old;
    changed.headcount = headcount;
    const std::string of = "the head-count of " + head(plan, role);
    return {headcount ? "Set " + of + " to " + std::to_string(*headcount) : "Clear " + of, {Put<Role>{role, changed}}};
}

PlanEdit set_cost_per_head(const Plan &plan, const RoleId &role, std::optional<double> cost) {
    const Role *old = find(plan.organisation->roles, role);
    const bool isSound = !cost || (*cost >= 0 && *cost <= mostCost);
    if (old == nullptr || !isSound || old->costPerHead == cost) {
        return {};
    }
    Role changed = *old;
    changed.costPerHead = cost;
    return {(cost ? "Set" : "Clear") + (" the cost of " + head(plan, role)), {Put<Role>{role, changed}}};
}

PlanEdit set_reports_to(const Plan &plan, const RoleId &role, const RoleId &boss) {
    if (!can_report(plan, role, boss) || plan.organisation->roles.at(role).reportsTo == boss) {
        return {};
    }
    Role changed = plan.organisation->roles.at(role);
    changed.reportsTo = boss;
    return {"Let " + head(plan, role) + " report to " + (boss.empty() ? "nobody" : head(plan, boss)), {Put<Role>{role, changed}}};
}

PlanEdit set_dotted_line(const Plan &plan, const RoleId &role, const RoleId &boss) {
    if (!can_report(plan, role, boss) || plan.organisation->roles.at(role).dottedTo == boss) {
        return {};
    }
    Role changed = plan.organisation->roles.at(role);
    changed.dottedTo = boss;
    const std::string label = boss.empty() ? "Remove the dotted line of " + head(plan, role)
                                           : "Draw a dotted line from " + head(plan, role) + " to " + head(plan, boss);
    return {label, {Put<Role>{role, changed}}};
}

PlanEdit choose_home(const Plan &plan, Home home) {
    if (plan.organisation->choice.home == home) {
        return {};
    }
    return {std::string(home_words(home)), {SetHome{home}}};
}

PlanEdit choose_liaison(const Plan &plan, bool liaison) {
    if (plan.organisation->choice.liaison == liaison) {
        return {};
    }
    return {liaison ? "Choose a full-time liaison" : "Do without a full-time liaison", {SetLiaison{liaison}}};
}

PlanEdit choose_bdr_owner(const Plan &plan, BdrOwner owner) {
    if (plan.organisation->choice.bdrOwner == owner) {
        return {};
    }
    return {owner == BdrOwner::marketing ? "Give the BDRs to marketing" : "Give the BDRs to sales", {SetBdrOwner{owner}}};
}

PlanEdit answer_factor(const Plan &plan, const std::string &factor, std::optional<int> answer) {
    const int *old = find(plan.organisation->choice.context, factor);
    const bool isSound = !factor.empty() && factor.size() <= longestName && (!answer || sound(answer, bestAnswer));
    if (!isSound || (old == nullptr ? !answer : answer == *old)) {
        return {};
    }
    const std::string label =
        answer ? "Answer " + factor_words(factor) + " with " + std::to_string(*answer) : "Take back the answer to " + factor_words(factor);
    return {label, {SetAnswer{factor, answer}}};
}

// ---- people

PlanEdit add_person(const Plan &plan, const std::string &name, const PersonId &after, const RandomBits &bits, PersonId *made) {
    return add_named(plan.organisation->people, named<Person>(name), after, bits, made);
}
PlanEdit add_people(const Plan &plan, const std::vector<Person> &people, const PersonId &after, const RandomBits &bits,
                    std::vector<PersonId> *made) {
    std::vector<std::string> names;
    for (const Person &person : people) {
        names.push_back(person.name);
    }
    return add_all(plan.organisation->people, label_for_new(names, "a person", "people"), people, after, bits, made);
}
PlanEdit change_person(const Plan &plan, const PersonId &id, const Person &person) { return change(plan.organisation->people, id, person); }
PlanEdit remove_people(const Plan &plan, const std::vector<PersonId> &ids) {
    PlanEdit edit = remove(plan.organisation->people, ids);
    forget_people(plan, in_order(ordered(plan.organisation->people), ids), edit.steps);
    return edit;
}
PlanEdit move_people(const Plan &plan, const std::vector<PersonId> &ids, const PersonId &before) {
    return move(plan.organisation->people, ids, before);
}

// ---- meetings

PlanEdit add_meeting(const Plan &plan, const std::string &name, const MeetingId &after, const RandomBits &bits, MeetingId *made) {
    return add_named(plan.governance->meetings, new_meeting(name), after, bits, made);
}
PlanEdit add_meetings(const Plan &plan, const std::vector<std::string> &names, const MeetingId &after, const RandomBits &bits,
                      std::vector<MeetingId> *made) {
    return add_all_named(plan.governance->meetings, names, new_meeting, after, bits, made);
}
PlanEdit change_meeting(const Plan &plan, const MeetingId &id, const Meeting &meeting) {
    return change(plan.governance->meetings, id, meeting);
}
PlanEdit remove_meetings(const Plan &plan, const std::vector<MeetingId> &ids) {
    PlanEdit edit = remove(plan.governance->meetings, ids);
    forget_meetings(plan, in_order(ordered(plan.governance->meetings), ids), edit.steps);
    return edit;
}
PlanEdit move_meetings(const Plan &plan, const std::vector<MeetingId> &ids, const MeetingId &before) {
    return move(plan.governance->meetings, ids, before);
}

// ---- decisions

PlanEdit add_decision(const Plan &plan, const std::string &name, const DecisionId &after, const RandomBits &bits, DecisionId *made) {
    return add_named(plan.governance->decisions, named<Decision>(name), after, bits, made);
}
PlanEdit add_decisions(const Plan &plan, const std::vector<std::string> &names, const DecisionId &after, const RandomBits &bits,
                       std::vector<DecisionId> *made) {
    return add_all_named(plan.governance->decisions, names, named<Decision>, after, bits, made);
}
PlanEdit change_decision(const Plan &plan, const DecisionId &id, const Decision &decision) {
    return change(plan.governance->decisions, id, decision);
}
PlanEdit remove_decisions(const Plan &plan, const std::vector<DecisionId> &ids) { return remove(plan.governance->decisions, ids); }
PlanEdit move_decisions(const Plan &plan, const std::vector<DecisionId> &ids, const DecisionId &before) {
    return move(plan.governance->decisions, ids, before);
}

// ---- the escalation ladder

PlanEdit add_level(const Plan &plan, const EscalationLevelId &after, const RandomBits &bits, EscalationLevelId *made) {
    return add(plan.governance->escalation, "Add " + std::string(ItemWays<EscalationLevel>::one), EscalationLevel(), after, bits, made);
}
PlanEdit change_level(const Plan &plan, const EscalationLevelId &id, const EscalationLevel &level) {
    return change(plan.governance->escalation, id, level);
}
PlanEdit remove_levels(const Plan &plan, const std::vector<EscalationLevelId> &ids) {
    PlanEdit edit = remove(plan.governance->escalation, ids);
    forget_levels(plan, in_order(ordered(plan.governance->escalation), ids), edit.steps);
    return edit;
}
PlanEdit move_levels(const Plan &plan, const std::vector<EscalationLevelId> &ids, const EscalationLevelId &before) {
    return move(plan.governance->escalation, ids, before);
}

// ---- KPIs

PlanEdit add_kpi(const Plan &plan, const std::string &name, const RoleId &role, const KpiId &after, const RandomBits &bits, KpiId *made) {
    return add_named(plan.measurement->kpis, new_kpi(name, role), after, bits, made);
}
PlanEdit add_kpis(const Plan &plan, const std::vector<std::string> &names, const RoleId &role, const KpiId &after, const RandomBits &bits,
                  std::vector<KpiId> *made) {
    const auto new_of_role = [&](const std::string &name) { return new_kpi(name, role); };
    return add_all_named(plan.measurement->kpis, names, new_of_role, after, bits, made);
}
PlanEdit change_kpi(const Plan &plan, const KpiId &id, const Kpi &kpi) { return change(plan.measurement->kpis, id, kpi); }
PlanEdit remove_kpis(const Plan &plan, const std::vector<KpiId> &ids) { return remove(plan.measurement->kpis, ids); }
PlanEdit move_kpis(const Plan &plan, const std::vector<KpiId> &ids, const KpiId &before) {
    return move(plan.measurement->kpis, ids, before);
}

// ---- findings

PlanEdit accept_finding(const Plan &plan, const std::string &finding, const Acceptance &acceptance) {
    const Acceptance *old = find(*plan.acceptances, finding);
    Acceptance sound = acceptance;
    sound.reason = long_text(acceptance.reason);
    sound.by = one_line(acceptance.by);
    sound.at = one_line(acceptance.at);
    sound.extra = old == nullptr ? Extra() : old->extra;
    if (finding.empty() || finding.size() > longestText || (old != nullptr && sound == *old)) {
        return {};
    }
    return {old == nullptr ? "Accept a finding" : "Change why a finding is accepted", {SetAcceptance{finding, sound}}};
}

PlanEdit reopen_finding(const Plan &plan, const std::string &finding) {
    if (!plan.acceptances->contains(finding)) {
        return {};
    }
    return {"Reopen a finding", {SetAcceptance{finding, std::nullopt}}};
}

} // namespace fullcourt
