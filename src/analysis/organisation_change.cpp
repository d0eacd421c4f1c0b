#include "analysis/organisation_change.h"

#include <algorithm>
#include <cmath>

#include "analysis/hours.h"
#include "analysis/offices.h"
#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::vector<RoleId> known(std::vector<RoleId> roles) {
    std::erase_if(roles, [](const RoleId &role) { return role.empty(); });
    return roles;
}

std::vector<RoleId> leadership(const Organisation &organisation, const Offices &offices) {
    std::vector<RoleId> roles = ordered(organisation.roles);
    std::erase_if(roles, [&](const RoleId &id) {
        return organisation.roles.at(id).function != BusinessFunction::leadership || id == offices.of(Office::overlayTeam) ||
               id == offices.of(Office::liaison);
    });
    return roles;
}

ExpectedLine marketer_line(const RoleId &role, Home home, const Offices &offices) {
    const RoleId &sales = offices.of(Office::vpSales);
    const RoleId &marketing = offices.of(Office::vpMarketing);
    switch (home) {
    case Home::marketing: return {role, known({marketing}), {}};
    case Home::matrix: return {role, known({marketing}), sales};
    case Home::sales: return {role, known({sales, offices.of(Office::salesOperations)}), {}};
    case Home::salesVicePresident: return {role, known({sales}), {}};
    case Home::overlay:
    case Home::notChosen: break;
    }
    return {role, {}, {}};
}

std::string name_of(const Organisation &organisation, const RoleId &role) {
    const Role *found = find(organisation.roles, role);
    return found == nullptr ? "(unknown role)" : quoted(head_name(*found));
}

constexpr const char *liaisonId = "cross-functional-liaison";
constexpr const char *overlayId = "overlay-team";

Letters with_accountable(Letters letters) { return letters.has('R') ? Letters::accountable_and_responsible() : Letters::one('A'); }
Letters without_accountable(Letters letters) { return letters.has('R') ? Letters::one('R') : Letters::one('C'); }

/// "1 more than today".
std::string against(double now, double before, const char *less) {
    const double difference = std::round((now - before) * 10) / 10;
    if (difference == 0) {
        return "as today";
    }
    return to_text(std::abs(difference)) + (difference > 0 ? " more" : less) + " than today";
}

class ChangeFinder {
  public:
    ChangeFinder(const Plan &plan, const OrganisationChoice &answers)
        : m_plan(plan), m_answers(answers), m_offices(organisation()), m_ladder(plan.governance->escalation) {}

    std::vector<ModelChange> find_all() {
        questions();
        lines();
        needed_roles();
        accountability();
        escalation();
        meetings();
        return std::move(m_changes);
    }

  private:
    const Organisation &organisation() const { return *m_plan.organisation; }
    std::string name(const RoleId &role) const { return name_of(organisation(), role); }

    void add(PlanSection section, const std::string &item, std::string sentence, EditStep step) {
        m_changes.push_back({section, item, std::move(sentence), {std::move(step)}});
    }

    void questions() {
        const OrganisationChoice &today = organisation().choice;
        if (today.home != m_answers.home) {
            OrganisationChoice home;
            home.home = m_answers.home;
            const std::string to = choice_name(home);
            add(PlanSection::model, "", to.empty() ? "No model is chosen." : "The chosen model is " + to + ".", SetHome{m_answers.home});
        }
        if (today.liaison != m_answers.liaison) {
            add(PlanSection::model, "", m_answers.liaison ? "A full-time liaison joins." : "There is no full-time liaison.",
                SetLiaison{m_answers.liaison});
        }
        if (today.bdrOwner != m_answers.bdrOwner) {
            add(PlanSection::model, "", m_answers.bdrOwner == BdrOwner::marketing ? "Marketing owns the BDRs." : "Sales owns the BDRs.",
                SetBdrOwner{m_answers.bdrOwner});
        }
    }

    void lines() {
        for (const ExpectedLine &line : expected_lines(organisation(), m_answers)) {
            Role role = organisation().roles.at(line.role);
            std::vector<std::string> parts;
            if (solid_line_differs(organisation(), line)) {
                const std::string before = role.reportsTo.empty() ? "" : " instead of " + name(role.reportsTo);
                parts.push_back(" reports to " + name(line.solid.front()) + before);
                role.reportsTo = line.solid.front();
            }
            if (dotted_line_differs(organisation(), line)) {
                parts.push_back(" has a dotted line to " + name(line.dotted));
                role.dottedTo = line.dotted;
            }
            if (!parts.empty()) {
                add(PlanSection::organisation, line.role.text, name(line.role) + listed(parts) + ".", Put<Role>{line.role, role});
            }
        }
    }

    /// A role that is there with no heads gets one; one that is not there is new.
    void need_role(Office office, const char *id, const char *title) {
        RoleId role = m_offices.of(office);
        Role changed;
        if (role.empty()) {
            role = RoleId(id);
            changed.name = title;
            changed.function = BusinessFunction::leadership;
            changed.position = position_at_end(organisation().roles);
        } else {
            changed = organisation().roles.at(role);
            if (changed.headcount.value_or(1) > 0) {
                return;
            }
        }
        changed.headcount = 1;
        add(PlanSection::organisation, role.text, "One person works as " + quoted(changed.name) + ".", Put<Role>{role, changed});
    }

    void needed_roles() {
        if (m_answers.liaison) {
            need_role(Office::liaison, liaisonId, "Cross-functional liaison");
        }
        if (m_answers.home == Home::overlay) {
            need_role(Office::overlayTeam, overlayId, "Overlay team");
        }
    }

    /// Whether account marketers, and nobody else, do the work.
    bool marketers_alone(const ActivityId &activity) const {
        bool any = false;
        for (const auto &[role, column] : m_plan.raci->columns) {
            if (letters_at(*m_plan.raci, activity, role).has('R')) {
                const Role *known = find(organisation().roles, role);
                if (known == nullptr || known->core != CoreFunction::accountMarketing) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /// Work that only account marketers do is decided by whom they report to.
    void accountability() {
        const RoleId &sales = m_offices.of(Office::vpSales);
        const RoleId &marketing = m_offices.of(Office::vpMarketing);
        const bool inSales = m_answers.home == Home::sales || m_answers.home == Home::salesVicePresident;
        const bool inMarketing = m_answers.home == Home::marketing || m_answers.home == Home::matrix;
        const RoleId &to = inSales ? sales : marketing;
        const RoleId &from = inSales ? marketing : sales;
        const bool columns = m_plan.raci->columns.contains(to) && m_plan.raci->columns.contains(from);
        if ((!inSales && !inMarketing) || !columns) {
            return;
        }
        for (const ActivityId &id : activity_order(*m_plan.raci)) {
            const Letters before = letters_at(*m_plan.raci, id, from);
            const Letters now = letters_at(*m_plan.raci, id, to);
            const bool theirs = m_answers.home == Home::salesVicePresident || marketers_alone(id);
            if (!before.has('A') || now.has('A') || !theirs) {
                continue;
            }
            add(PlanSection::grid, id.text,
                name(to) + " is accountable for " + quoted(m_plan.raci->activities.at(id).name) + " instead of " + name(from) + ".",
                SetLetters{id, to, with_accountable(now)});
            m_changes.back().steps.emplace_back(SetLetters{id, from, without_accountable(before)});
        }
    }

    bool stands_in_ladder(const RoleId &role) const {
        return std::any_of(m_ladder.begin(), m_ladder.end(), [&](const auto &entry) { return entry.second.parties.contains(role); });
    }

    void change_level(const EscalationLevelId &id, std::set<RoleId> parties, const std::string &sentence) {
        m_ladder.at(id).parties = std::move(parties);
        add(PlanSection::escalation, id.text, sentence, Put<EscalationLevel>{id, m_ladder.at(id)});
    }

    void join_level(const RoleId &role, const std::string &title, std::size_t rung) {
        const std::vector<EscalationLevelId> order = ordered(m_ladder);
        if (order.empty() || stands_in_ladder(role)) {
            return;
        }
        const std::size_t at = std::min(rung, order.size() - 1);
        std::set<RoleId> parties = m_ladder.at(order[at]).parties;
        parties.insert(role);
        change_level(order[at], std::move(parties), title + " helps to settle conflicts on level " + std::to_string(at + 1) + ".");
    }

    /// Where one VP leads both sides, that one settles alone what both settled; and the other way round.
    void leaders_in_ladder() {
        const RoleId &sales = m_offices.of(Office::vpSales);
        const RoleId &marketing = m_offices.of(Office::vpMarketing);
        if (sales.empty() || marketing.empty()) {
            return;
        }
        const std::set<RoleId> both = {sales, marketing};
        const bool together =
            std::any_of(m_ladder.begin(), m_ladder.end(), [&](const auto &entry) { return entry.second.parties == both; });
        std::size_t rung = 0;
        for (const EscalationLevelId &id : ordered(m_ladder)) {
            ++rung;
            const std::set<RoleId> &parties = m_ladder.at(id).parties;
            if (m_answers.home == Home::salesVicePresident && parties == both) {
                change_level(id, {sales}, name(sales) + " alone settles conflicts on level " + std::to_string(rung) + ".");
            } else if (m_answers.home == Home::matrix && !together && parties == std::set<RoleId>{sales}) {
                change_level(id, both,
                             name(sales) + " and " + name(marketing) + " settle conflicts on level " + std::to_string(rung) + " together.");
            }
        }
    }

    std::string title_of(Office office, const char *title) const {
        const RoleId &role = m_offices.of(office);
        return role.empty() ? quoted(title) : name(role);
    }

    void escalation() {
        leaders_in_ladder();
        const auto role_of = [&](Office office, const char *id) {
            const RoleId &role = m_offices.of(office);
            return role.empty() ? RoleId(id) : role;
        };
        if (m_answers.liaison) {
            join_level(role_of(Office::liaison, liaisonId), title_of(Office::liaison, "Cross-functional liaison"), 0);
        }
        if (m_answers.home == Home::overlay) {
            join_level(role_of(Office::overlayTeam, overlayId), title_of(Office::overlayTeam, "Overlay team"), 1);
        }
    }

    bool meet(const RoleId &a, const RoleId &b, const Period &period) const {
        return std::any_of(m_plan.governance->meetings.begin(), m_plan.governance->meetings.end(), [&](const auto &entry) {
            const Meeting &meeting = entry.second;
            const double weeks = weeks_of(meeting.period);
            return weeks > 0 && weeks <= weeks_of(period) * (1 + 1e-9) && meeting.attendees.contains(a) && meeting.attendees.contains(b);
        });
    }

    MeetingId free_id() const {
        for (std::size_t number = m_changes.size() + 1;; ++number) {
            MeetingId id("sync-" + std::to_string(number));
            if (!m_plan.governance->meetings.contains(id)) {
                return id;
            }
        }
    }

    void need_meeting(const RoleId &a, const RoleId &b, const Period &period, int minutes, bool perPod) {
        if (a.empty() || b.empty() || meet(a, b, period)) {
            return;
        }
        Meeting meeting;
        meeting.name = name(a) + " + " + name(b) + " sync";
        meeting.period = period;
        meeting.minutes = minutes;
        meeting.attendees = {a, b};
        meeting.perPod = perPod;
        meeting.position = position_at_end(m_plan.governance->meetings);
        const std::string often = period.unit == PeriodUnit::week ? "every week" : "every month";
        const MeetingId id = free_id();
        add(PlanSection::cadences, id.text, name(a) + " and " + name(b) + " meet " + often + ".", Put<Meeting>{id, meeting});
    }

    void meetings() {
        static constexpr Period weekly{PeriodUnit::week, 1};
        static constexpr Period monthly{PeriodUnit::month, 1};
        const auto first_of = [&](CoreFunction core) {
            const std::vector<RoleId> roles = roles_of(organisation(), core);
            return roles.empty() ? RoleId() : roles.front();
        };
        const RoleId marketer = first_of(CoreFunction::accountMarketing);
        const RoleId executive = first_of(CoreFunction::accountExecutive);
        if (m_answers.home == Home::marketing || m_answers.home == Home::matrix) {
            need_meeting(executive, marketer, weekly, 30, true);
        }
        if (m_answers.home == Home::marketing) {
            need_meeting(marketer, m_offices.of(Office::vpSales), monthly, 60, false);
        }
        if (m_answers.home == Home::sales || m_answers.home == Home::salesVicePresident) {
            need_meeting(marketer, m_offices.of(Office::vpMarketing), monthly, 60, false);
        }
        if (m_answers.home == Home::matrix) {
            need_meeting(m_offices.of(Office::vpSales), m_offices.of(Office::vpMarketing), monthly, 60, false);
        }
    }

    const Plan &m_plan;
    const OrganisationChoice &m_answers;
    Offices m_offices;
    Collection<EscalationLevel> m_ladder; ///< with the changes so far
    std::vector<ModelChange> m_changes;
};

} // namespace

std::vector<ExpectedLine> expected_lines(const Organisation &organisation, const OrganisationChoice &choice) {
    std::vector<ExpectedLine> lines;
    if (choice.home == Home::notChosen) {
        return lines;
    }
    const Offices offices(organisation);
    for (const RoleId &role : roles_of(organisation, CoreFunction::accountMarketing)) {
        lines.push_back(marketer_line(role, choice.home, offices));
    }
    const RoleId &overlay = offices.of(Office::overlayTeam);
    if (choice.home == Home::overlay && !overlay.empty()) {
        lines.push_back({overlay, leadership(organisation, offices), {}, true, false});
    }
    const RoleId &owner = offices.of(choice.bdrOwner == BdrOwner::marketing ? Office::vpMarketing : Office::vpSales);
    for (const RoleId &role : roles_of(organisation, CoreFunction::salesDevelopment)) {
        lines.push_back({role, known({owner}), {}});
    }
    const RoleId &development = offices.of(Office::businessDevelopment);
    if (!development.empty() && organisation.roles.at(development).core == CoreFunction::none) {
        lines.push_back({development, known({owner}), {}, false, false});
    }
    std::erase_if(lines, [](const ExpectedLine &line) { return line.solid.empty() && line.dotted.empty(); });
    return lines;
}

bool solid_line_differs(const Organisation &organisation, const ExpectedLine &line) {
    const Role &role = organisation.roles.at(line.role);
    if (line.solid.empty() || (role.reportsTo.empty() && !line.drawn)) {
        return false;
    }
    return std::none_of(line.solid.begin(), line.solid.end(), [&](const RoleId &superior) {
        return line.direct ? role.reportsTo == superior : reports_up_to(organisation, line.role, superior);
    });
}

bool dotted_line_differs(const Organisation &organisation, const ExpectedLine &line) {
    const RoleId &dotted = organisation.roles.at(line.role).dottedTo;
    return !line.dotted.empty() && dotted != line.dotted && (dotted.empty() || !reports_up_to(organisation, dotted, line.dotted));
}

std::vector<ModelChange> model_changes(const Plan &plan, const OrganisationChoice &answers) {
    return ChangeFinder(plan, answers).find_all();
}

ModelLoad model_load(const Plan &plan, const OrganisationChoice &answers) {
    Plan adopted = plan;
    apply(adopted, adopt_model(plan, answers));
    ModelLoad load;
    load.heads = heads_of_all(*adopted.organisation);
    load.headsToday = heads_of_all(*plan.organisation);
    load.hoursAWeek = hours_of_all(adopted);
    load.hoursToday = hours_of_all(plan);
    load.sentence = counted(static_cast<std::size_t>(load.heads), "person", "people") + ", " +
                    against(load.heads, load.headsToday, " fewer") + "; " + tenths(load.hoursAWeek) + " h a week in meetings, " +
                    against(load.hoursAWeek, load.hoursToday, " less") + ".";
    return load;
}

PlanEdit adopt_model(const Plan &plan, const OrganisationChoice &answers) {
    const std::string name = choice_name(answers);
    PlanEdit edit{name.empty() ? std::string("Choose no organisation model") : "Adopt " + name, {}};
    for (ModelChange &change : model_changes(plan, answers)) {
        std::move(change.steps.begin(), change.steps.end(), std::back_inserter(edit.steps));
    }
    return edit;
}

} // namespace fullcourt
