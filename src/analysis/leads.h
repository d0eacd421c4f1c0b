// One contact: how well they fit, how engaged they are, which stage that proposes, and whether an answer is overdue (RULES §4).
// Fit and engagement are kept apart. Days count from 1970-01-01; "today" is an argument. What lies in the future counts as today.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/contact.h"

namespace fullcourt {

// ---- Fit

struct ContactFit {
    FitGrade grade = FitGrade::d;
    int points = 0;       ///< 0 to 5: one for each BANT answer known and positive, one for who decides or champions
    int answers = 0;      ///< 0 to 4: BANT answers known and positive
    bool carries = false; ///< decider or champion
};
ContactFit fit_of(const Contact &contact, const LeadPolicy &policy);
/// "Budget and need are known and positive, and they decide: 3 of 5, so grade B."
std::string fit_sentence(const Contact &contact, const ContactFit &fit);

/// "A" … "D"; "decider" …, "no role" for none; "meeting", "page view"; "meetings", "page views".
std::string_view grade_name(FitGrade grade);
std::string_view committee_role_name(CommitteeRole role);
std::string_view activity_name(ContactActivityKind kind);
std::string_view activities_name(ContactActivityKind kind);

// ---- Engagement

inline constexpr double mostPointsOfKind = 100;
/// The windows that momentum compares: ages 0 to 89 and 90 to 179 days.
inline constexpr int momentumDays = 90;

/// Before decay: points of the kind, times minutes ÷ typical minutes where the length is known and counts.
double undecayed_points(const ContactActivity &activity, const LeadPolicy &policy);
/// The same times 2^(−age ÷ half-life). An activity whose date does not exist gives 0.
double activity_points(const ContactActivity &activity, const LeadPolicy &policy, std::int32_t today);
/// A reply, a meeting or an attendance: what makes somebody engaged.
bool is_engaging(ContactActivityKind kind);

struct KindTerm {
    ContactActivityKind kind = ContactActivityKind::meeting;
    std::size_t count = 0;
    double sum = 0;     ///< decayed
    double counted = 0; ///< at most mostPointsOfKind
};
struct ContactEngagement {
    double points = 0;           ///< Σ counted
    std::vector<KindTerm> terms; ///< of the kinds that there are
    double recent = 0;           ///< undecayed points of the last 90 days
    double before = 0;           ///< and of the 90 before
    std::optional<int> daysAgo;  ///< the newest engaging activity
    bool engaged = false;        ///< it lies less than LeadPolicy::engagedDays back
};
ContactEngagement engagement_of(const Contact &contact, const LeadPolicy &policy, std::int32_t today);

// ---- Stages

/// Whether the stage's rule is met; a rule that asks for nothing proposes nobody.
bool meets_rule(const LeadStage &stage, const ContactFit &fit, const ContactEngagement &engagement);
/// The furthest stage whose rule is met, where that is further than the contact's own; else empty.
LeadStageId proposed_stage(const Contacts &contacts, const Contact &contact, const ContactFit &fit, const ContactEngagement &engagement);

/// So many days from Monday to Friday later.
Date working_days_after(const Date &date, int days);
/// By when a contact who came into a stage then must be answered: 24 hours are one working day, and a day begun is a whole one.
Date answer_due(const Date &since, int responseHours);

struct LateAnswer {
    ContactId contact;
    LeadStageId stage;
    std::int32_t due = 0; ///< the last day on which it was in time
    int days = 0;         ///< calendar days since then, at least 1
};
/// Nothing where the stage has no response time, its day is not known, or a meeting or a reply followed since.
std::optional<LateAnswer> late_answer(const ContactId &id, const Contact &contact, const Contacts &contacts, std::int32_t today);

} // namespace fullcourt
