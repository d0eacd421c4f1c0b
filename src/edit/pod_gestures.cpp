#include "edit/pod_gestures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "edit/item_gestures.h"
#include "edit/place_words.h"

namespace fullcourt {

template <> struct ItemWays<Pod> {
    static constexpr std::string_view one = "a pod";
    static constexpr std::string_view many = "pods";

    static std::string label(const std::string &name, const Pod &before, const Pod &after) {
        return change_label(name,
                            {{before.members != after.members, "who is in"}, {before.affinity != after.affinity, "what comes first to"}});
    }

    static Pod tidy(Pod pod) {
        pod.name = one_line(pod.name);
        pod.members.erase(RoleId());
        for (auto &[role, person] : pod.members) {
            person = one_line(person);
        }
        std::set<std::string> affinity;
        for (const std::string &word : pod.affinity) {
            if (std::string sound = one_line(word); !sound.empty() && affinity.size() < longestList) {
                affinity.insert(std::move(sound));
            }
        }
        pod.affinity = std::move(affinity);
        return pod;
    }
};

namespace {

constexpr double mostLoad = 1'000;

/// A place of a role in the plan, with who fills it.
struct Seat {
    RoleId role;
    std::string person; ///< id; empty: nobody named
    std::string name;   ///< of the person, else "AE 3"
};

/// As many as the role has heads or named people, whichever are more.
void add_seats(const Plan &plan, const RoleId &id, std::vector<Seat> &seats) {
    const Role &role = plan.organisation->roles.at(id);
    std::vector<PersonId> people;
    for (const PersonId &person : ordered(plan.organisation->people)) {
        const Person &one = plan.organisation->people.at(person);
        if (!one.vacant && one.hats.contains(id)) {
            people.push_back(person);
        }
    }
    const std::size_t heads = std::max(people.size(), static_cast<std::size_t>(std::max(0, role.headcount.value_or(0))));
    for (std::size_t i = 0; i < heads; ++i) {
        const std::string number = heads == 1 ? std::string() : " " + std::to_string(i + 1);
        seats.push_back(i < people.size() ? Seat{id, people[i].text, plan.organisation->people.at(people[i]).name}
                                          : Seat{id, {}, head_name(role) + number});
    }
}

std::vector<Seat> seats_of(const Plan &plan, CoreFunction core) {
    std::vector<Seat> seats;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (plan.organisation->roles.at(id).core == core) {
            add_seats(plan, id, seats);
        }
    }
    return seats;
}

/// Seats of account executives by their place among all, without those that are in a pod already: named people where their pod
/// names them, the others by number.
std::vector<std::size_t> seats_without_pod(const Plan &plan, const std::vector<Seat> &seats) {
    std::size_t unnamed = 0;
    std::set<std::string> named;
    for (const auto &[id, pod] : plan.engagement->pods) {
        for (const auto &[role, person] : pod.members) {
            const Role *known = find(plan.organisation->roles, role);
            if (known != nullptr && known->core == CoreFunction::accountExecutive) {
                unnamed += person.empty() ? 1U : 0U;
                named.insert(person);
            }
        }
    }
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        if (!seats[i].person.empty() && named.contains(seats[i].person)) {
            continue;
        }
        free.push_back(i);
    }
    // A pod made before anybody was named stands for one of the seats, whoever it will be.
    free.erase(free.begin(), free.begin() + static_cast<std::ptrdiff_t>(std::min(unnamed, free.size())));
    return free;
}

AccountColumn pod_column_of(const Accounts &accounts) {
    AccountColumn column;
    column.name = "Pod";
    column.type = AccountColumnType::category;
    column.position = position_at_end(accounts.columns);
    return column;
}

/// The names of those who are members before and not after, each with who is there instead.
std::string renamed(const Plan &plan, const Pod &before, const Pod &after) {
    std::string name = after.name;
    for (const auto &[role, person] : before.members) {
        const Person *was = find(plan.organisation->people, PersonId(person));
        const std::string *now = find(after.members, role);
        const Person *is = now == nullptr ? nullptr : find(plan.organisation->people, PersonId(*now));
        if (was == nullptr || is == nullptr || was == is || was->name.empty()) {
            continue;
        }
        if (const std::size_t at = name.find(was->name); at != std::string::npos) {
            name.replace(at, was->name.size(), is->name);
        }
    }
    return name;
}

} // namespace

std::size_t pods_to_make(const Plan &plan) { return seats_without_pod(plan, seats_of(plan, CoreFunction::accountExecutive)).size(); }

PlanEdit make_pods(const Plan &plan, const RandomBits &bits, std::vector<PodId> *made) {
    const std::vector<Seat> executives = seats_of(plan, CoreFunction::accountExecutive);
    const std::vector<Seat> marketers = seats_of(plan, CoreFunction::accountMarketing);
    const std::vector<std::size_t> free = seats_without_pod(plan, executives);
    std::vector<Pod> pods;
    for (const std::size_t i : free) {
        Pod pod;
        pod.name = executives[i].name;
        pod.members[executives[i].role] = executives[i].person;
        if (!marketers.empty()) {
            const Seat &marketer = marketers[i * marketers.size() / executives.size()];
            pod.name += " + " + marketer.name;
            pod.members[marketer.role] = marketer.person;
        }
        pods.push_back(std::move(pod));
    }
    if (pods.empty()) {
        return {};
    }
    return add_all(plan.engagement->pods, "Make " + counted(pods.size(), "pod", "pods") + " from the roles", pods, {}, bits, made);
}

PlanEdit add_pod(const Plan &plan, const std::string &name, const PodId &after, const RandomBits &bits, PodId *made) {
    return add_named(plan.engagement->pods, named<Pod>(name), after, bits, made);
}

PlanEdit change_pod(const Plan &plan, const PodId &id, const Pod &pod) {
    const Pod *before = find(plan.engagement->pods, id);
    if (before == nullptr || pod.name != before->name) {
        return change(plan.engagement->pods, id, pod);
    }
    Pod changed = pod;
    changed.name = renamed(plan, *before, pod);
    PlanEdit edit = change(plan.engagement->pods, id, changed);
    if (changed.name != before->name) {
        edit.label = "Change who is in " + quoted(before->name);
    }
    return edit;
}

PlanEdit remove_pods(const Plan &plan, const std::vector<PodId> &ids) {
    PlanEdit edit = remove(plan.engagement->pods, ids);
    const std::vector<PodId> gone = in_order(ordered(plan.engagement->pods), ids);
    AccountBoard board = plan.accounts->board;
    for (const PodId &id : gone) {
        board.limits.erase("pod:" + id.text);
    }
    if (board != plan.accounts->board) {
        edit.steps.emplace_back(SetAccountBoard{std::move(board)});
    }
    SetAccountCells cells{podColumn(), {}};
    const AccountTable &table = plan.accounts->table;
    for (std::size_t row = 0; row < table.rows() && !gone.empty() && table.column(podColumn()) != nullptr; ++row) {
        if (contains(gone, PodId(table.text(podColumn(), row)))) {
            cells.cells.emplace(AccountId(std::string(table.key(row))), std::string());
        }
    }
    if (!cells.cells.empty()) {
        edit.steps.emplace_back(std::move(cells));
    }
    return edit;
}

PlanEdit move_pods(const Plan &plan, const std::vector<PodId> &ids, const PodId &before) {
    return move(plan.engagement->pods, ids, before);
}

PlanEdit set_pod_policy(const Plan &plan, const PodPolicy &policy) {
    PodPolicy sound = policy;
    const PodPolicy standard;
    const auto within = [](double value, double otherwise) { return std::isfinite(value) ? std::clamp(value, 0.0, mostLoad) : otherwise; };
    sound.oneToOne = within(policy.oneToOne, standard.oneToOne);
    sound.oneToFew = within(policy.oneToFew, standard.oneToFew);
    sound.oneToMany = within(policy.oneToMany, standard.oneToMany);
    sound.extra = plan.engagement->podPolicy.extra;
    if (sound == plan.engagement->podPolicy) {
        return {};
    }
    return {"Change what an account counts in a pod's load", {SetPodPolicy{std::move(sound)}}};
}

PlanEdit give_accounts(const Plan &plan, const std::vector<AccountId> &accounts, const PodId &pod) {
    std::map<AccountId, PodId> pods;
    for (const AccountId &account : accounts) {
        pods.emplace(account, pod);
    }
    return give_accounts(plan, pods);
}

PlanEdit give_accounts(const Plan &plan, const std::map<AccountId, PodId> &pods) {
    SetAccountCells set{podColumn(), {}};
    std::set<PodId> used;
    const AccountIndex index(plan.accounts->table);
    for (const auto &[account, pod] : pods) {
        const std::optional<std::size_t> row = index.row_of(account.text);
        const bool known = pod.empty() || plan.engagement->pods.contains(pod);
        if (row && known && plan.accounts->table.text(podColumn(), *row) != pod.text) {
            set.cells.emplace(account, pod.text);
            used.insert(pod);
        }
    }
    if (set.cells.empty()) {
        return {};
    }
    const std::string who =
        set.cells.size() == 1 ? account_called(plan, set.cells.begin()->first) : counted(set.cells.size(), "account", "accounts");
    const PodId &first = *used.begin();
    PlanEdit edit;
    edit.label = used.size() > 1 ? "Assign " + who + " to pods"
                 : first.empty() ? "Take " + who + " out of " + (set.cells.size() == 1 ? "its pod" : "their pods")
                                 : "Give " + who + " to " + quoted(plan.engagement->pods.at(first).name);
    if (!plan.accounts->columns.contains(podColumn())) {
        edit.steps.emplace_back(Put<AccountColumn>{podColumn(), pod_column_of(*plan.accounts)});
    }
    edit.steps.emplace_back(std::move(set));
    return edit;
}

PlanEdit pin_accounts(const Plan &plan, const std::vector<AccountId> &accounts, bool pinned) {
    PlanEdit edit;
    const AccountIndex index(plan.accounts->table);
    Collection<AccountMark> marks = plan.accounts->marks;
    for (const AccountId &account : accounts) {
        const AccountMark *before = find(plan.accounts->marks, account);
        if (!index.row_of(account.text) || pinned == (before != nullptr && before->pinned)) {
            continue;
        }
        AccountMark mark = before == nullptr ? AccountMark() : *before;
        mark.pinned = pinned;
        AccountMark nothing;
        nothing.position = mark.position;
        if (mark == nothing) {
            edit.steps.emplace_back(Remove<AccountMark>{account});
            continue;
        }
        if (before == nullptr) {
            mark.position = position_at_end(marks);
        }
        marks[account] = mark;
        edit.steps.emplace_back(Put<AccountMark>{account, std::move(mark)});
    }
    if (!edit.steps.empty()) {
        edit.label = std::string(pinned ? "Keep " : "Let go of ") +
                     (edit.steps.size() == 1 ? account_called(plan, accounts.front()) : counted(edit.steps.size(), "account", "accounts")) +
                     (pinned ? " in the pod" : "");
    }
    return edit;
}

} // namespace fullcourt
