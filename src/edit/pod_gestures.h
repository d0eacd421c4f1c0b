// What a person does to pods and to which accounts they work (RULES §7). As in edit/gestures.h, whose limits hold here too: an
// edit without steps where there is nothing to do, and an id that the plan does not have is nothing to do.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Pods.
/// A pod for each account executive that has none yet, by head-count or by the people with that role, whichever are more; account
/// marketers are spread evenly over them. Who is not named is numbered: "AE 3 + Account marketer 1".
PlanEdit make_pods(const Plan &plan, const RandomBits &bits, std::vector<PodId> *made = nullptr);
/// How many pods that would be.
std::size_t pods_to_make(const Plan &plan);
PlanEdit add_pod(const Plan &plan, const std::string &name, const PodId &after, const RandomBits &bits, PodId *made = nullptr);
/// Where a member is replaced whom the pod's name names, the name follows.
PlanEdit change_pod(const Plan &plan, const PodId &id, const Pod &pod);
/// Their accounts are in no pod then.
PlanEdit remove_pods(const Plan &plan, const std::vector<PodId> &ids);
PlanEdit move_pods(const Plan &plan, const std::vector<PodId> &ids, const PodId &before);
PlanEdit set_pod_policy(const Plan &plan, const PodPolicy &policy);

// Accounts of pods.
/// Empty: of none. The column is made where the accounts have none yet.
PlanEdit give_accounts(const Plan &plan, const std::vector<AccountId> &accounts, const PodId &pod);
/// Several at once, as an assignment gives them.
PlanEdit give_accounts(const Plan &plan, const std::map<AccountId, PodId> &pods);
/// Pinned accounts stay in their pod when accounts are assigned.
PlanEdit pin_accounts(const Plan &plan, const std::vector<AccountId> &accounts, bool pinned);

} // namespace fullcourt
