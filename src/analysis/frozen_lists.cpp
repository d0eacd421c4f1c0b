#include "analysis/frozen_lists.h"

#include <algorithm>

#include "base/date.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr Tier listed_tiers[] = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany};

const std::set<AccountId> &those_in(const FrozenList &list, Tier tier) {
    static const std::set<AccountId> nobody;
    switch (tier) {
    case Tier::oneToOne: return list.oneToOne;
    case Tier::oneToFew: return list.oneToFew;
    case Tier::oneToMany: return list.oneToMany;
    case Tier::none: break;
    }
    return nobody;
}

void note_left(const FrozenList &before, const FrozenList &after, ListDifference &difference) {
    for (const Tier from : listed_tiers) {
        for (const AccountId &account : those_in(before, from)) {
            const Tier to = tier_in(after, account);
            if (to == from) {
                ++difference.stayed;
            } else {
                (to == Tier::none ? difference.went : difference.moved).push_back({account, from, to});
            }
        }
    }
}

} // namespace

FrozenList freeze(const Accounts &accounts, const Scores &scores, const std::string &name, const std::string &on) {
    FrozenList list;
    list.name = name;
    list.on = on;
    for (std::size_t row = 0; row < scores.tier.size(); ++row) {
        std::set<AccountId> *into = scores.tier[row] == Tier::oneToOne    ? &list.oneToOne
                                    : scores.tier[row] == Tier::oneToFew  ? &list.oneToFew
                                    : scores.tier[row] == Tier::oneToMany ? &list.oneToMany
                                                                          : nullptr;
        if (into != nullptr) {
            into->insert(AccountId(std::string(accounts.table.key(row))));
        }
    }
    return list;
}

Tier tier_in(const FrozenList &list, const AccountId &account) {
    for (const Tier tier : listed_tiers) {
        if (those_in(list, tier).contains(account)) {
            return tier;
        }
    }
    return Tier::none;
}

ListDifference list_difference(const FrozenList &before, const FrozenList &after) {
    ListDifference difference;
    note_left(before, after, difference);
    for (const Tier to : listed_tiers) {
        for (const AccountId &account : those_in(after, to)) {
            if (tier_in(before, account) == Tier::none) {
                difference.came.push_back({account, Tier::none, to});
            }
        }
    }
    sort_stably(difference.moved, [](const ListMove &a, const ListMove &b) { return std::min(a.from, a.to) < std::min(b.from, b.to); });
    const auto some = [](std::size_t count, const char *one, const char *many) { return counted(count, one, many); };
    difference.sentence = some(difference.came.size(), "account came", "accounts came") + ", " + grouped(difference.went.size()) +
                          " went and " + grouped(difference.moved.size()) + " moved to another tier; " + grouped(difference.stayed) +
                          " stayed.";
    return difference;
}

std::string quarter_name(const std::string &day) {
    const std::optional<Date> date = parse_date(day);
    return date ? std::to_string(date->year) + "-Q" + std::to_string((date->month + 2) / 3) : std::string();
}

} // namespace fullcourt
