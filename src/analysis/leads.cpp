#include "analysis/leads.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr int hoursADay = 24;
constexpr int friday = 5;

/// Days since then, at least 0; nothing where the date does not exist.
std::optional<int> age_of(const std::string &date, std::int32_t today) {
    const std::optional<std::int32_t> day = day_of(date);
    return day ? std::optional(std::max(0, today - *day)) : std::nullopt;
}

} // namespace

// ---- Fit

ContactFit fit_of(const Contact &contact, const LeadPolicy &policy) {
    ContactFit fit;
    for (const Known answer : {contact.budget, contact.authority, contact.need, contact.timeline}) {
        fit.answers += answer == Known::yes ? 1 : 0;
    }
    fit.carries = contact.committee == CommitteeRole::decider || contact.committee == CommitteeRole::champion;
    fit.points = fit.answers + (fit.carries ? 1 : 0);
    fit.grade = fit.points >= policy.gradeA   ? FitGrade::a
                : fit.points >= policy.gradeB ? FitGrade::b
                : fit.points >= policy.gradeC ? FitGrade::c
                                              : FitGrade::d;
    return fit;
}

std::string fit_sentence(const Contact &contact, const ContactFit &fit) {
    std::vector<std::string> known;
    const auto add = [&](Known answer, const char *name) {
        if (answer == Known::yes) {
            known.emplace_back(name);
        }
    };
    add(contact.budget, "budget");
    add(contact.authority, "authority");
    add(contact.need, "need");
    add(contact.timeline, "timeline");
    std::string words = known.empty() ? "Nothing of budget, authority, need and timeline is known and positive"
                                      : listed(known) + (known.size() == 1 ? " is" : " are") + " known and positive";
    if (!known.empty()) {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    if (fit.carries) {
        words += contact.committee == CommitteeRole::decider ? ", and they decide" : ", and they champion the purchase";
    }
    return words + ": " + std::to_string(fit.points) + " of 5, so grade " + std::string(grade_name(fit.grade)) + ".";
}

std::string_view grade_name(FitGrade grade) {
    static constexpr std::array<std::string_view, 4> names = {"A", "B", "C", "D"};
    return names[static_cast<std::size_t>(grade)];
}

std::string_view committee_role_name(CommitteeRole role) {
    static constexpr std::array<std::string_view, 6> names = {"no role", "decider", "champion", "influencer", "user", "gatekeeper"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view activity_name(ContactActivityKind kind) {
    static constexpr std::array<std::string_view, 6> names = {"meeting", "reply", "event", "webinar", "download", "page view"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view activities_name(ContactActivityKind kind) {
    static constexpr std::array<std::string_view, 6> names = {"meetings", "replies", "events", "webinars", "downloads", "page views"};
    return names[static_cast<std::size_t>(kind)];
}

// ---- Engagement

double undecayed_points(const ContactActivity &activity, const LeadPolicy &policy) {
    const ActivityWorth worth = worth_of(policy, activity.kind);
    const bool byLength = activity.minutes && worth.typicalMinutes > 0;
    return worth.points * (byLength ? *activity.minutes / worth.typicalMinutes : 1);
}

double activity_points(const ContactActivity &activity, const LeadPolicy &policy, std::int32_t today) {
    const std::optional<int> age = age_of(activity.on, today);
    if (!age) {
        return 0;
    }
    // Bounded as in RULES §3: 2^−1075 is nothing but trouble.
    constexpr double least = -1000;
    return undecayed_points(activity, policy) * std::exp2(std::max(-*age / worth_of(policy, activity.kind).halfLife, least));
}

bool is_engaging(ContactActivityKind kind) {
    switch (kind) {
    case ContactActivityKind::meeting:
    case ContactActivityKind::reply:
    case ContactActivityKind::event:
    case ContactActivityKind::webinar: return true;
    case ContactActivityKind::download:
    case ContactActivityKind::pageView: break;
    }
    return false;
}

ContactEngagement engagement_of(const Contact &contact, const LeadPolicy &policy, std::int32_t today) {
    ContactEngagement engagement;
    std::array<KindTerm, contactActivityKinds.size()> terms;
    for (const ContactActivity &activity : contact.activities) {
        const std::optional<int> age = age_of(activity.on, today);
        if (!age) {
            continue;
        }
        KindTerm &term = terms[static_cast<std::size_t>(activity.kind)];
        ++term.count;
        term.sum += activity_points(activity, policy, today);
        if (*age < momentumDays) {
            engagement.recent += undecayed_points(activity, policy);
        } else if (*age < 2 * momentumDays) {
            engagement.before += undecayed_points(activity, policy);
        }
        if (is_engaging(activity.kind)) {
            engagement.daysAgo = std::min(*age, engagement.daysAgo.value_or(*age));
        }
    }
    for (const ContactActivityKind kind : contactActivityKinds) {
        KindTerm &term = terms[static_cast<std::size_t>(kind)];
        if (term.count != 0) {
            term.kind = kind;
            term.counted = std::min(term.sum, mostPointsOfKind);
            engagement.points += term.counted;
            engagement.terms.push_back(term);
        }
    }
    engagement.engaged = engagement.daysAgo && *engagement.daysAgo < policy.engagedDays;
    return engagement;
}

// ---- Stages

bool meets_rule(const LeadStage &stage, const ContactFit &fit, const ContactEngagement &engagement) {
    const bool asks = stage.leastGrade || stage.leastPoints > 0 || stage.leastAnswers > 0;
    return asks && (!stage.leastGrade || fit.grade <= *stage.leastGrade) && engagement.points >= stage.leastPoints &&
           fit.answers >= stage.leastAnswers;
}

LeadStageId proposed_stage(const Contacts &contacts, const Contact &contact, const ContactFit &fit, const ContactEngagement &engagement) {
    const std::vector<LeadStageId> order = ordered(contacts.stages);
    for (std::size_t i = order.size(); i-- > 0;) {
        if (order[i] == contact.stage) {
            break;
        }
        if (meets_rule(contacts.stages.at(order[i]), fit, engagement)) {
            return order[i];
        }
    }
    return {};
}

Date working_days_after(const Date &date, int days) {
    Date day = date;
    // Whole weeks at once: a response time may be years.
    constexpr int workingDays = 5;
    day = date_after(day, days / workingDays * 7);
    for (int left = days % workingDays; left > 0;) {
        day = date_after(day, 1);
        left -= weekday_of(day) <= friday ? 1 : 0;
    }
    while (days > 0 && weekday_of(day) > friday) {
        day = date_after(day, -1);
    }
    return day;
}

Date answer_due(const Date &since, int responseHours) { return working_days_after(since, (responseHours + hoursADay - 1) / hoursADay); }

std::optional<LateAnswer> late_answer(const ContactId &id, const Contact &contact, const Contacts &contacts, std::int32_t today) {
    const LeadStage *stage = find(contacts.stages, contact.stage);
    const std::optional<Date> since = parse_date(contact.stageSince);
    if (stage == nullptr || !stage->responseHours || !since) {
        return std::nullopt;
    }
    const bool answered = std::any_of(contact.activities.begin(), contact.activities.end(), [&](const ContactActivity &activity) {
        return (activity.kind == ContactActivityKind::meeting || activity.kind == ContactActivityKind::reply) &&
               activity.on >= contact.stageSince;
    });
    const std::int32_t due = days_between({1970, 1, 1}, answer_due(*since, *stage->responseHours));
    if (answered || today <= due) {
        return std::nullopt;
    }
    return LateAnswer{id, contact.stage, due, today - due};
}

} // namespace fullcourt
