// Contacts of target accounts, what they did, and the lead stages both sides agreed on (DOMAIN §10, RULES §4).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/accounts.h"
#include "model/role.h"

namespace fullcourt {

/// What a contact is to the purchase; `none`: no member of the buying committee, or not known to be one.
enum class CommitteeRole { none, decider, champion, influencer, user, gatekeeper };

/// An answer of BANT: known and positive, known and negative, or not known.
enum class Known { unknown, yes, no };

enum class ContactActivityKind { meeting, reply, event, webinar, download, pageView };
inline constexpr std::array contactActivityKinds = {ContactActivityKind::meeting, ContactActivityKind::reply,
                                                    ContactActivityKind::event,   ContactActivityKind::webinar,
                                                    ContactActivityKind::download, ContactActivityKind::pageView};

struct ContactActivity {
    ContactActivityKind kind = ContactActivityKind::meeting;
    std::string on;                ///< calendar date
    std::optional<double> minutes; ///< 0 to 10,000; nothing: not known

    friend bool operator==(const ContactActivity &, const ContactActivity &) = default;
};

struct LeadStage;
using LeadStageId = Id<LeadStage>;

struct Contact {
    std::string name;
    AccountId account;
    std::string title; ///< what their card says
    CommitteeRole committee = CommitteeRole::none;
    Known budget = Known::unknown;
    Known authority = Known::unknown;
    Known need = Known::unknown;
    Known timeline = Known::unknown;
    LeadStageId stage;      ///< empty: in none
    std::string stageSince; ///< calendar date; empty: not known
    std::vector<ContactActivity> activities; ///< in the order they were entered or imported
    std::string note;
    Position position;
    Extra extra;

    friend bool operator==(const Contact &, const Contact &) = default;
};
using ContactId = Id<Contact>;

enum class FitGrade { a, b, c, d };

/// What a stage means and what is done at it, agreed by both sides; its rule only proposes.
struct LeadStage {
    std::string name;       ///< "MQL"
    std::string definition; ///< when a contact is in it
    std::string action;     ///< what is done, and how
    std::string timing;     ///< when
    std::string reason;     ///< why
    RoleId owner;           ///< by whom
    std::optional<int> responseHours; ///< within how many hours of working days; nothing: not said
    bool signedByMarketing = false;
    bool signedBySales = false;
    std::optional<FitGrade> leastGrade; ///< the rule: this grade or better; nothing: any
    double leastPoints = 0;             ///< the rule: so many engagement points at least
    int leastAnswers = 0;               ///< the rule: so many BANT answers known and positive, 0 to 4
    Position position;
    Extra extra;

    friend bool operator==(const LeadStage &, const LeadStage &) = default;
};

/// What one activity of a kind is worth.
struct ActivityWorth {
    double points = 0;          ///< 0 to 1,000
    double typicalMinutes = 0;  ///< 0: length does not count
    double halfLife = 90;       ///< days

    friend bool operator==(const ActivityWorth &, const ActivityWorth &) = default;
};
/// RULES §4's defaults.
ActivityWorth standard_worth(ContactActivityKind kind);

struct LeadPolicy {
    std::map<ContactActivityKind, ActivityWorth> worth; ///< kinds that differ from standard_worth()
    int gradeA = 4; ///< so many of the five fit points, from
    int gradeB = 3;
    int gradeC = 2;
    int engagedDays = 90;   ///< a member is engaged by what happened within so many days
    int committeeSize = 5;  ///< assumed of an account until its committee is mapped
    Extra extra;

    friend bool operator==(const LeadPolicy &, const LeadPolicy &) = default;
};
ActivityWorth worth_of(const LeadPolicy &policy, ContactActivityKind kind);

struct Contacts {
    Collection<Contact> contacts;
    Collection<LeadStage> stages;
    LeadPolicy policy;

    friend bool operator==(const Contacts &, const Contacts &) = default;
};

} // namespace fullcourt
