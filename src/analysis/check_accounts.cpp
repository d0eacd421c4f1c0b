// RULES §2 account.*: who works the accounts that are pursued, which of the best have no plan, and how much of their committees is
// engaged. 1:1 is told account by account, 1:few in one sentence; 1:many is too wide for either.
#include <algorithm>
#include <iterator>
#include <set>

#include "analysis/consistency.h"
#include "analysis/targets.h"
#include "base/text.h"

namespace fullcourt {
namespace {

using Rows = std::vector<std::uint32_t>;

AccountId id_of(const Plan &plan, std::uint32_t row) { return AccountId(std::string(plan.accounts->table.key(row))); }

/// A finding about several accounts in one sentence.
Finding about_all(const PlanView &view, std::string_view rule, const Rows &rows, const std::string &evidence, const std::string &message) {
    Finding finding = finding_of(rule, {}, evidence, message);
    finding.item = rows.size() == 1 ? id_of(view.plan, rows.front()).text : std::string();
    return finding;
}

/// "a, b, c and 9 others"
std::string names_of(const PlanView &view, const Rows &rows) {
    constexpr std::size_t most = 4;
    const std::size_t shown = rows.size() <= most ? rows.size() : most - 1;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < shown; ++i) {
        names.push_back(quoted(account_name(*view.plan.accounts, rows[i])));
    }
    if (shown < rows.size()) {
        names.push_back(std::to_string(rows.size() - shown) + " others");
    }
    return listed(names);
}

/// Which they are; of very many, how many: an acceptance of those is about the list as a whole.
std::string evidence_for(const Plan &plan, const Rows &rows) {
    constexpr std::size_t many = 1'000;
    if (rows.size() > many) {
        return std::to_string(rows.size());
    }
    std::vector<AccountId> ids;
    ids.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        ids.push_back(id_of(plan, row));
    }
    return evidence_of(ids);
}

// ---- Pods

/// Chunk by chunk: there may be a million rows.
Rows without_pod(const Plan &plan, const Rows &rows) {
    const AccountTable::Column *column = plan.accounts->table.column(podColumn());
    if (column == nullptr) {
        return rows;
    }
    Rows without;
    std::vector<char> known; // by the chunk's words
    std::size_t chunk = static_cast<std::size_t>(-1);
    for (const std::uint32_t row : rows) {
        const AccountCells &cells = *(*column)[row / accountChunkRows];
        const auto *categories = std::get_if<Categories>(&cells.values);
        if (categories == nullptr) {
            if (!plan.engagement->pods.contains(PodId(plan.accounts->table.text(podColumn(), row)))) {
                without.push_back(row);
            }
            continue;
        }
        if (row / accountChunkRows != chunk) {
            chunk = row / accountChunkRows;
            known.clear();
            for (const std::string &word : categories->words) {
                known.push_back(plan.engagement->pods.contains(PodId(word)) ? 1 : 0);
            }
        }
        const std::size_t at = row % accountChunkRows;
        const std::uint16_t word = at < categories->values.size() ? categories->values[at] : Categories::missing;
        if (word == Categories::missing || known[word] == 0) {
            without.push_back(row);
        }
    }
    return without;
}

void check_pods(const PlanView &view, const Rows &targets, std::vector<Finding> &findings) {
    const Rows without = without_pod(view.plan, targets);
    if (without.empty()) {
        return;
    }
    if (view.plan.engagement->pods.empty()) {
        findings.push_back(finding_of("account.no-pod", {}, "",
                                      "There is no pod yet, so nobody works the " +
                                          counted(targets.size(), "account that is pursued.", "accounts that are pursued.")));
        return;
    }
    findings.push_back(finding_of("account.no-pod", {}, evidence_for(view.plan, without),
                                  counted(without.size(), "account that is pursued is", "accounts that are pursued are") +
                                      " in no pod: " + names_of(view, without) + "."));
    findings.back().item = "-"; // the row of those in no pod, among the pods
}

// ---- Plans

void check_plans(const PlanView &view, const Rows &oneToOne, std::vector<Finding> &findings) {
    std::set<AccountId> planned;
    for (const auto &[id, play] : view.plan.engagement->plays) {
        if (play.status != PlayStatus::dropped) {
            planned.insert(play.account);
        }
    }
    Rows without;
    std::copy_if(oneToOne.begin(), oneToOne.end(), std::back_inserter(without),
                 [&](std::uint32_t row) { return !planned.contains(id_of(view.plan, row)); });
    if (without.size() == oneToOne.size() && without.size() > 1) {
        findings.push_back(finding_of("account.top-tier-no-plan", {}, std::to_string(without.size()),
                                      "None of the " + std::to_string(without.size()) + " accounts in 1:1 has an engagement plan yet."));
        return;
    }
    for (const std::uint32_t row : without) {
        const AccountId id = id_of(view.plan, row);
        findings.push_back(finding_of("account.top-tier-no-plan", {id.text}, "",
                                      quoted(account_name(*view.plan.accounts, row)) + " is in 1:1 and has no engagement plan."));
        findings.back().item = "account:" + id.text;
    }
}

// ---- Coverage

std::size_t least_seats(const PlanView &view, const AccountEngagement &committee) {
    return std::min(committee.size, static_cast<std::size_t>(view.policy.limit("account.low-coverage.roles")));
}

Rows short_of_coverage(const PlanView &view, ContactBoard &contacts, const Rows &rows) {
    Rows fall;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(fall), [&](std::uint32_t row) {
        const AccountEngagement committee = contacts.account(id_of(view.plan, row));
        return committee.seats < least_seats(view, committee);
    });
    return fall;
}

void check_coverage(const PlanView &view, ContactBoard &contacts, const Rows &oneToOne, const Rows &oneToFew,
                    std::vector<Finding> &findings) {
    const std::string least = std::to_string(static_cast<int>(view.policy.limit("account.low-coverage.roles")));
    if (view.plan.contacts->contacts.empty()) {
        if (!oneToOne.empty() || !oneToFew.empty()) {
            findings.push_back(
                about_all(view, "account.low-coverage", {}, "",
                          "Nobody is known at the " +
                              counted(oneToOne.size() + oneToFew.size(), "account in 1:1 or 1:few", "accounts in 1:1 and 1:few") +
                              ", so no buying committee is engaged."));
        }
        return;
    }
    const auto in_one = [&](const Rows &fall, const std::string &tier) {
        findings.push_back(about_all(view, "account.low-coverage", fall, tier + "\n" + evidence_for(view.plan, fall),
                                     counted(fall.size(), "account in ", "accounts in ") + tier + (fall.size() == 1 ? " has" : " have") +
                                         " fewer than " + least + " of the committee engaged: " + names_of(view, fall) + "."));
    };
    const Rows fall = short_of_coverage(view, contacts, oneToOne);
    if (fall.size() == oneToOne.size() && fall.size() > 1) {
        in_one(fall, "1:1");
    } else {
        for (const std::uint32_t row : fall) {
            const AccountId id = id_of(view.plan, row);
            const AccountEngagement committee = contacts.account(id);
            const std::string seats = std::to_string(committee.seats) + " of " + std::to_string(committee.size);
            findings.push_back(finding_of("account.low-coverage", {id.text}, seats,
                                          "At " + quoted(account_name(*view.plan.accounts, row)) + " (1:1), " + seats +
                                              " of the committee are engaged; at least " + std::to_string(least_seats(view, committee)) +
                                              " should be."));
            findings.back().item = id.text;
        }
    }
    const Rows few = short_of_coverage(view, contacts, oneToFew);
    if (!few.empty()) {
        in_one(few, "1:few");
    }
}

} // namespace

std::vector<Finding> check_accounts(const PlanView &view, ScoreBoard &scores, ContactBoard &contacts) {
    std::vector<Finding> findings;
    if (view.plan.accounts->table.rows() == 0) {
        return findings;
    }
    const std::vector<Tier> tiers = tiers_of(view.plan, scores);
    if (view.policy.on("account.no-pod")) {
        check_pods(view, target_rows(view.plan, tiers), findings);
    }
    if (tiers.empty()) {
        return findings;
    }
    const Rows oneToOne = target_rows(view.plan, tiers, Tier::oneToOne);
    const Rows oneToFew = target_rows(view.plan, tiers, Tier::oneToFew);
    if (view.policy.on("account.top-tier-no-plan")) {
        check_plans(view, oneToOne, findings);
    }
    if (view.policy.on("account.low-coverage")) {
        check_coverage(view, contacts, oneToOne, oneToFew, findings);
    }
    return findings;
}

} // namespace fullcourt
