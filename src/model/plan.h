// The plan: a company's account-based marketing operating model, as a regular value.
//
// Each section is a Shared value, so a snapshot copies a handful of pointers and an edit copies one section.
// A further section of DOMAIN joins as one more member here (with its items as a Collection), its edits in
// edit/edit.h and its descriptor in io. Account tables share their chunks besides (model/accounts.h).
#pragma once

#include <map>
#include <string>

#include "base/shared.h"
#include "model/accounts.h"
#include "model/ballot.h"
#include "model/contact.h"
#include "model/decision.h"
#include "model/engagement.h"
#include "model/escalation.h"
#include "model/kpi.h"
#include "model/meeting.h"
#include "model/organisation_model.h"
#include "model/person.h"
#include "model/practice.h"
#include "model/raci.h"
#include "model/readiness.h"
#include "model/record.h"
#include "model/role.h"
#include "model/scoring.h"
#include "model/settlement.h"
#include "model/workshop.h"

namespace fullcourt {

struct About {
    std::string title;
    std::string description;

    friend bool operator==(const About &, const About &) = default;
};

struct Organisation {
    Collection<Role> roles;
    Collection<Person> people;
    OrganisationChoice choice;
    Collection<OwnModel> models; ///< organisation models besides the seven of DOMAIN §3

    friend bool operator==(const Organisation &, const Organisation &) = default;
};

/// The rhythm, the decisions and the ladder (DOMAIN §5 to §7).
struct Governance {
    Collection<Meeting> meetings;
    Collection<Decision> decisions;
    Collection<EscalationLevel> escalation;

    friend bool operator==(const Governance &, const Governance &) = default;
};

struct Measurement {
    Collection<Kpi> kpis;

    friend bool operator==(const Measurement &, const Measurement &) = default;
};

/// Policy of the checks. Only what differs from the rule's own default stands here (analysis/rules.h).
struct Settings {
    std::map<std::string, bool> rules;        ///< rule code → on or off
    std::map<std::string, double> thresholds; ///< "raci.many-responsible.count" → value

    friend bool operator==(const Settings &, const Settings &) = default;
};

struct Plan {
    Shared<About> about;
    Shared<Organisation> organisation;
    Shared<RaciGrid> raci;
    Shared<Governance> governance;
    Shared<Measurement> measurement;
    Shared<Practices> practices;
    Shared<Readiness> readiness;
    Shared<Records> records;
    Shared<Ballots> ballots;
    Shared<Workshop> workshop;
    Shared<Settings> settings;
    Shared<Acceptances> acceptances;
    Shared<Accounts> accounts;
    Shared<Scoring> scoring;
    Shared<Contacts> contacts;
    Shared<Engagement> engagement;
    Shared<Extra> extra;

    friend bool operator==(const Plan &, const Plan &) = default;
};

struct PlanTag;
using PlanId = Id<PlanTag>;

} // namespace fullcourt
