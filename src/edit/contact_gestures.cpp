#include "edit/contact_gestures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "edit/item_gestures.h"
#include "edit/place_words.h"

namespace fullcourt {
namespace {

constexpr double mostPoints = 1'000;
constexpr double mostLeastPoints = 1'000'000;
constexpr int mostResponseHours = 100'000;
constexpr int mostAnswers = 4;
constexpr int mostFitPoints = 5;
constexpr int mostMembers = 1'000;

double within(double value, double least, double most, double otherwise) {
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

std::string sound_day(const std::string &day) { return parse_date(day) ? day : std::string(); }

} // namespace

template <> struct ItemWays<Contact> {
    static constexpr std::string_view one = "a contact";
    static constexpr std::string_view many = "contacts";

    static std::string label(const std::string &name, const Contact &before, const Contact &after) {
        return change_label(name, {{!(before.account == after.account), "the account of"},
                                   {before.title != after.title, "the title of"},
                                   {before.committee != after.committee, "the committee role of"},
                                   {before.budget != after.budget, "the budget known of"},
                                   {before.authority != after.authority, "the authority known of"},
                                   {before.need != after.need, "the need known of"},
                                   {before.timeline != after.timeline, "the timeline known of"},
                                   {!(before.stage == after.stage), "the stage of"},
                                   {before.stageSince != after.stageSince, "the day of the stage of"},
                                   {before.activities != after.activities, "what was done by"},
                                   {before.note != after.note, "the note on"}});
    }

    static Contact tidy(Contact contact) {
        contact.name = one_line(contact.name);
        contact.title = one_line(contact.title);
        contact.note = long_text(contact.note);
        contact.stageSince = contact.stage.empty() ? std::string() : sound_day(contact.stageSince);
        std::erase_if(contact.activities, [](const ContactActivity &activity) { return !parse_date(activity.on); });
        contact.activities.resize(std::min(contact.activities.size(), longestList));
        for (ContactActivity &activity : contact.activities) {
            if (activity.minutes) {
                activity.minutes = within(*activity.minutes, 0, longestMinutes, 0);
            }
        }
        return contact;
    }
};

template <> struct ItemWays<LeadStage> {
    static constexpr std::string_view one = "a lead stage";
    static constexpr std::string_view many = "lead stages";

    static std::string label(const std::string &name, const LeadStage &before, const LeadStage &after) {
        return change_label(name, {{before.definition != after.definition, "the definition of"},
                                   {before.action != after.action, "what is done at"},
                                   {before.timing != after.timing, "when it is done at"},
                                   {before.reason != after.reason, "the reason for"},
                                   {!(before.owner == after.owner), "who acts at"},
                                   {before.responseHours != after.responseHours, "the response time of"},
                                   {before.leastGrade != after.leastGrade || before.leastPoints != after.leastPoints ||
                                        before.leastAnswers != after.leastAnswers,
                                    "the rule of"}});
    }

    static LeadStage tidy(LeadStage stage) {
        stage.name = one_line(stage.name);
        stage.definition = long_text(stage.definition);
        stage.action = long_text(stage.action);
        stage.timing = long_text(stage.timing);
        stage.reason = long_text(stage.reason);
        stage.responseHours = sound(stage.responseHours, mostResponseHours);
        stage.leastPoints = within(stage.leastPoints, 0, mostLeastPoints, 0);
        stage.leastAnswers = std::clamp(stage.leastAnswers, 0, mostAnswers);
        return stage;
    }
};

namespace {

/// What both sides put their names under.
bool means_the_same(LeadStage before, const LeadStage &after) {
    before.signedByMarketing = after.signedByMarketing;
    before.signedBySales = after.signedBySales;
    before.position = after.position;
    before.extra = after.extra;
    return before == after;
}

/// The role of a core function, as the plan orders them; empty where there is none.
RoleId role_with(const Plan &plan, CoreFunction core) {
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (plan.organisation->roles.at(id).core == core) {
            return id;
        }
    }
    return {};
}

} // namespace

// ---- Contacts

PlanEdit add_contacts(const Plan &plan, const std::vector<std::string> &names, const AccountId &account, const RandomBits &bits,
                      std::vector<ContactId> *made) {
    return add_all_named<Contact>(
        plan.contacts->contacts, names,
        [&](const std::string &name) {
            Contact contact;
            contact.name = name;
            contact.account = account;
            return contact;
        },
        {}, bits, made);
}

PlanEdit change_contact(const Plan &plan, const ContactId &id, const Contact &contact) {
    return change(plan.contacts->contacts, id, contact);
}

PlanEdit remove_contacts(const Plan &plan, const std::vector<ContactId> &ids) {
    PlanEdit edit = remove(plan.contacts->contacts, ids);
    for (const auto &[id, note] : plan.engagement->notes) {
        if (!note.contact.empty() && contains(ids, note.contact)) {
            EngagementNote changed = note;
            changed.contact = {};
            edit.steps.emplace_back(Put<EngagementNote>{id, std::move(changed)});
        }
    }
    return edit;
}

PlanEdit move_contacts(const Plan &plan, const std::vector<ContactId> &ids, const ContactId &before) {
    return move(plan.contacts->contacts, ids, before);
}

PlanEdit log_activity(const Plan &plan, const ContactId &id, const ContactActivity &activity) {
    const Contact *before = find(plan.contacts->contacts, id);
    if (before == nullptr || !parse_date(activity.on)) {
        return {};
    }
    Contact contact = *before;
    contact.activities.push_back(activity);
    PlanEdit edit = change_contact(plan, id, contact);
    static constexpr std::array<std::string_view, 6> words = {"a meeting with", "a reply of",    "an event with",
                                                              "a webinar with", "a download of", "a page view of"};
    edit.label = "Log " + std::string(words[static_cast<std::size_t>(activity.kind)]) + " " + quoted(before->name);
    return edit;
}

PlanEdit remove_activity(const Plan &plan, const ContactId &id, std::size_t index) {
    const Contact *before = find(plan.contacts->contacts, id);
    if (before == nullptr || index >= before->activities.size()) {
        return {};
    }
    Contact contact = *before;
    contact.activities.erase(contact.activities.begin() + static_cast<std::ptrdiff_t>(index));
    PlanEdit edit = change_contact(plan, id, contact);
    edit.label = "Take an activity of " + quoted(before->name) + " out";
    return edit;
}

PlanEdit set_committee_role(const Plan &plan, const ContactId &id, CommitteeRole role) {
    const Contact *before = find(plan.contacts->contacts, id);
    if (before == nullptr) {
        return {};
    }
    Contact contact = *before;
    contact.committee = role;
    return change_contact(plan, id, contact);
}

PlanEdit answer_bant(const Plan &plan, const ContactId &id, BantQuestion question, Known answer) {
    const Contact *before = find(plan.contacts->contacts, id);
    if (before == nullptr) {
        return {};
    }
    Contact contact = *before;
    switch (question) {
    case BantQuestion::budget: contact.budget = answer; break;
    case BantQuestion::authority: contact.authority = answer; break;
    case BantQuestion::need: contact.need = answer; break;
    case BantQuestion::timeline: contact.timeline = answer; break;
    }
    return change_contact(plan, id, contact);
}

PlanEdit set_lead_stage(const Plan &plan, const std::vector<ContactId> &ids, const LeadStageId &stage, const std::string &on) {
    const Collection<Contact> &contacts = plan.contacts->contacts;
    const LeadStage *described = find(plan.contacts->stages, stage);
    if (!stage.empty() && described == nullptr) {
        return {};
    }
    std::vector<ContactId> moved;
    PlanEdit edit;
    for (const ContactId &id : in_order(ordered(contacts), ids)) {
        Contact contact = contacts.at(id);
        if (contact.stage == stage) {
            continue;
        }
        contact.stage = stage;
        contact.stageSince = stage.empty() ? std::string() : sound_day(on);
        edit.steps.emplace_back(Put<Contact>{id, std::move(contact)});
        moved.push_back(id);
    }
    if (moved.empty()) {
        return {};
    }
    const std::string who = fullcourt::called(contacts, moved);
    edit.label = described == nullptr ? "Take " + who + " out of its stage" : "Move " + who + " to " + quoted(described->name);
    return edit;
}

// ---- Lead stages

PlanEdit add_lead_stages(const Plan &plan, const std::vector<std::string> &names, const RandomBits &bits, std::vector<LeadStageId> *made) {
    return add_all_named<LeadStage>(plan.contacts->stages, names, named<LeadStage>, {}, bits, made);
}

PlanEdit change_lead_stage(const Plan &plan, const LeadStageId &id, const LeadStage &stage) {
    const LeadStage *before = find(plan.contacts->stages, id);
    if (before == nullptr) {
        return {};
    }
    LeadStage changed = ItemWays<LeadStage>::tidy(stage);
    if (!means_the_same(*before, changed) && before->signedByMarketing == stage.signedByMarketing &&
        before->signedBySales == stage.signedBySales) {
        changed.signedByMarketing = changed.signedBySales = false; // they signed another one
    }
    return change(plan.contacts->stages, id, changed);
}

PlanEdit remove_lead_stages(const Plan &plan, const std::vector<LeadStageId> &ids) {
    PlanEdit edit = remove(plan.contacts->stages, ids);
    for (const auto &[id, contact] : plan.contacts->contacts) {
        if (!contact.stage.empty() && contains(ids, contact.stage)) {
            Contact changed = contact;
            changed.stage = {};
            changed.stageSince.clear();
            edit.steps.emplace_back(Put<Contact>{id, std::move(changed)});
        }
    }
    return edit;
}

PlanEdit move_lead_stages(const Plan &plan, const std::vector<LeadStageId> &ids, const LeadStageId &before) {
    return move(plan.contacts->stages, ids, before);
}

PlanEdit sign_lead_stage(const Plan &plan, const LeadStageId &id, Side side, bool on) {
    const LeadStage *before = find(plan.contacts->stages, id);
    if (before == nullptr || side == Side::product) {
        return {};
    }
    LeadStage stage = *before;
    bool &signature = side == Side::marketing ? stage.signedByMarketing : stage.signedBySales;
    if (signature == on) {
        return {};
    }
    signature = on;
    return {(on ? "Sign " : "Take back the signature under ") + quoted(before->name) + (on ? " for " : " of ") +
                std::string(side_name(side)),
            {Put<LeadStage>{id, std::move(stage)}}};
}

PlanEdit start_lead_stages(const Plan &plan) {
    if (!plan.contacts->stages.empty()) {
        return {};
    }
    struct Starter {
        const char *id;
        const char *name;
        const char *definition;
        const char *action;
        const char *timing;
        const char *reason;
        CoreFunction owner;
        int hours;
        std::optional<FitGrade> grade;
        double points;
        int answers;
    };
    static const std::array<Starter, 4> starters = {
        Starter{"mql", "MQL",
                "Marketing-qualified: somebody at a target account who looked into the subject more than once, of their own accord.",
                "Look up who they are and what they read, add the place in the committee, and send one thing that fits.",
                "Within a working day of the second activity, while they remember what they looked for.",
                "Interest fades in days; whoever answers first is remembered.", CoreFunction::accountMarketing, 24, std::nullopt, 20, 0},
        Starter{"tql", "TQL",
                "Tele-qualified: a person has talked or written with them and knows at least one of budget, authority, need and timeline.",
                "Call or write in person, ask the questions that are still open, and note the answers here.",
                "Within two working days of becoming an MQL; three attempts in two channels.",
                "A talk tells curiosity from a plan to buy, and no score can.", CoreFunction::salesDevelopment, 48, std::nullopt, 30, 1},
        Starter{"sal", "SAL",
                "Sales-accepted: the account executive has looked at the contact and says that the account is worth their time now.",
                "Accept or give back with a reason; agree the next talk and who else should be in it.",
                "Within a working day of the hand-over.", "A lead that nobody accepted is followed up by nobody.",
                CoreFunction::accountExecutive, 24, FitGrade::c, 40, 2},
        Starter{"sql", "SQL",
                "Sales-qualified: need and timeline are confirmed, and somebody who decides or champions the purchase takes part.",
                "Map the rest of the committee, agree the steps to a decision, and open the opportunity.",
                "The first talk with the committee within five working days.",
                "From here on the account moves as a whole, or it does not move.", CoreFunction::accountExecutive, 120, FitGrade::b, 60,
                3}};
    PlanEdit edit{"Start with MQL, TQL, SAL and SQL", {}};
    for (std::size_t i = 0; i < starters.size(); ++i) {
        const Starter &starter = starters[i];
        LeadStage stage;
        stage.name = starter.name;
        stage.definition = starter.definition;
        stage.action = starter.action;
        stage.timing = starter.timing;
        stage.reason = starter.reason;
        stage.owner = role_with(plan, starter.owner);
        stage.responseHours = starter.hours;
        stage.leastGrade = starter.grade;
        stage.leastPoints = starter.points;
        stage.leastAnswers = starter.answers;
        stage.position = spread_position(i, starters.size());
        edit.steps.emplace_back(Put<LeadStage>{LeadStageId(starter.id), std::move(stage)});
    }
    return edit;
}

PlanEdit set_lead_policy(const Plan &plan, const LeadPolicy &policy) {
    constexpr double mostHalfLife = 100'000;
    LeadPolicy sound = policy;
    std::erase_if(sound.worth, [](const auto &each) { return each.second == standard_worth(each.first); });
    for (auto &[kind, worth] : sound.worth) {
        const ActivityWorth standard = standard_worth(kind);
        worth.points = within(worth.points, 0, mostPoints, standard.points);
        worth.typicalMinutes = within(worth.typicalMinutes, 0, longestMinutes, standard.typicalMinutes);
        worth.halfLife = within(worth.halfLife, 0.01, mostHalfLife, standard.halfLife);
    }
    sound.gradeA = std::clamp(policy.gradeA, 0, mostFitPoints);
    sound.gradeB = std::clamp(policy.gradeB, 0, mostFitPoints);
    sound.gradeC = std::clamp(policy.gradeC, 0, mostFitPoints);
    sound.engagedDays = std::clamp(policy.engagedDays, 1, mostDays);
    sound.committeeSize = std::clamp(policy.committeeSize, 1, mostMembers);
    sound.extra = plan.contacts->policy.extra;
    if (sound == plan.contacts->policy) {
        return {};
    }
    return {"Change what counts as engagement", {SetLeadPolicy{std::move(sound)}}};
}

PlanEdit choose_revenue(const Plan &plan, const AccountColumnId &column) {
    LeadPolicy policy = plan.contacts->policy;
    policy.revenue = column;
    PlanEdit edit = set_lead_policy(plan, policy);
    edit.label = "Choose what a won account brings";
    return edit;
}

PlanEdit choose_target(const Plan &plan, const std::string &figure, const KpiId &kpi) {
    LeadPolicy policy = plan.contacts->policy;
    std::erase_if(policy.measures, [&](const auto &each) { return each.second == figure; });
    if (!kpi.empty()) {
        policy.measures[kpi] = one_line(figure);
    }
    PlanEdit edit = set_lead_policy(plan, policy);
    edit.label = "Choose the KPI whose target counts for " + quoted(figure);
    return edit;
}

// ---- Stages of accounts

PlanEdit set_account_stage(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &stage, const std::string &on) {
    const AccountColumnId column = stageColumn();
    const std::string name = one_line(stage);
    const AccountIndex index(plan.accounts->table);
    SetAccountCells cells{column, {}};
    std::vector<AccountId> moved;
    for (const AccountId &account : accounts) {
        const std::optional<std::size_t> row = index.row_of(account.text);
        if (row && plan.accounts->table.text(column, *row) != name && cells.cells.emplace(account, name).second) {
            moved.push_back(account);
        }
    }
    if (moved.empty()) {
        return {};
    }
    PlanEdit edit{(name.empty() ? "Take the stage of " + accounts_called(plan, moved) + " away"
                                : "Move " + accounts_called(plan, moved) + " to " + quoted(name)),
                  {}};
    if (!plan.accounts->columns.contains(column)) {
        AccountColumn made;
        made.name = "Stage";
        made.type = AccountColumnType::category;
        made.position = position_at_end(plan.accounts->columns);
        edit.steps.emplace_back(Put<AccountColumn>{column, std::move(made)});
    }
    edit.steps.emplace_back(std::move(cells));
    if (!name.empty() && parse_date(on)) {
        for (const AccountId &account : moved) {
            AccountMark mark = mark_of(plan, account);
            mark.stageSince[name] = on;
            edit.steps.emplace_back(Put<AccountMark>{account, std::move(mark)});
        }
    }
    return edit;
}

PlanEdit set_committee_size(const Plan &plan, const AccountId &account, std::optional<int> size) {
    AccountMark mark = mark_of(plan, account);
    const std::optional<int> sized = size && *size >= 1 ? std::optional(std::min(*size, mostMembers)) : std::nullopt;
    if (mark.committeeSize == sized) {
        return {};
    }
    mark.committeeSize = sized;
    AccountMark nothing;
    nothing.position = mark.position;
    const std::string label = "Change the size of the committee at " + account_called(plan, account);
    if (mark == nothing) {
        return {label, {Remove<AccountMark>{account}}};
    }
    return {label, {Put<AccountMark>{account, std::move(mark)}}};
}

} // namespace fullcourt
