// Work on target accounts: pods, and the engagement plan of each account (DOMAIN §11, RULES §7).
#pragma once

#include <map>
#include <set>
#include <string>

#include "model/contact.h"

namespace fullcourt {

/// An account executive and an account marketer, say, who work the same accounts. Which accounts are a pod's stands in the
/// accounts' column podColumn().
struct Pod {
    std::string name;
    std::map<RoleId, std::string> members; ///< role → the id of the person who fills it here; empty: nobody named
    std::set<std::string> affinity;        ///< values of PodPolicy::affinity that it takes first, as they stand in the column
    Position position;
    Extra extra;

    friend bool operator==(const Pod &, const Pod &) = default;
};
using PodId = Id<Pod>;

struct PodPolicy {
    AccountColumnId affinity; ///< region or segment; empty: none counts
    double oneToOne = 10;     ///< the load of an account in the tier, 0 to 1,000
    double oneToFew = 3;
    double oneToMany = 1;
    Extra extra;

    friend bool operator==(const PodPolicy &, const PodPolicy &) = default;
};

enum class PlayStatus { planned, running, done, dropped };

/// One planned activity at one account with a role that owns it.
struct Play;
using PlayId = Id<Play>;

struct Play {
    std::string name;
    AccountId account;
    RoleId owner;
    std::string start;               ///< calendar date, the Monday of its first week; empty: not planned in time yet
    int weeks = 1;                   ///< 1 to 520
    std::map<RoleId, double> effort; ///< hours in all, spread evenly over its weeks
    PlayId follows;                  ///< begins after that one has ended; moving that one moves this one
    PlayStatus status = PlayStatus::planned;
    Position position;
    Extra extra;

    friend bool operator==(const Play &, const Play &) = default;
};

struct PlayTemplate;
using PlayTemplateId = Id<PlayTemplate>;

/// A play of a plan of that tier; its first week counts from the plan's start.
struct PlayTemplate {
    std::string name;
    Tier tier = Tier::oneToOne;
    RoleId owner;
    int afterWeeks = 0; ///< 0 to 520
    int weeks = 1;
    std::map<RoleId, double> effort;
    PlayTemplateId follows;
    Position position;
    Extra extra;

    friend bool operator==(const PlayTemplate &, const PlayTemplate &) = default;
};

/// What happened at an account: how a buyer responded, or why the plan was changed.
struct EngagementNote {
    enum class Kind { response, change };

    Kind kind = Kind::response;
    AccountId account;
    std::string on; ///< calendar date
    std::string text;
    ContactId contact; ///< who responded; empty: not said
    PlayId play;       ///< to what, or what was changed; empty: not said
    Position position;
    Extra extra;

    friend bool operator==(const EngagementNote &, const EngagementNote &) = default;
};
using EngagementNoteId = Id<EngagementNote>;

struct Engagement {
    Collection<Pod> pods;
    PodPolicy podPolicy;
    Collection<Play> plays;
    Collection<PlayTemplate> templates;
    Collection<EngagementNote> notes;

    friend bool operator==(const Engagement &, const Engagement &) = default;
};

} // namespace fullcourt
