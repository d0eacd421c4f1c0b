// What an item holds and how the plan file names it: the one place to add a field. Private to io.
//
// describe(fields, item) visits the fields in the file's order; `Fields` is FieldWriter or FieldReader, so what is
// written and what is read cannot differ. The words of enumerations are part of the released format.
#pragma once

#include <array>
#include <concepts>
#include <limits>
#include <string_view>
#include <type_traits>

#include "model/plan.h"

namespace fullcourt {

/// An enumeration's value and its word in the file. The first of a list is the default, which is not written.
template <class Enum> struct Named {
    Enum value;
    std::string_view word;
};

inline constexpr std::array businessFunctionWords = {
    Named{BusinessFunction::other, "other"},
    Named{BusinessFunction::sales, "sales"},
    Named{BusinessFunction::marketing, "marketing"},
    Named{BusinessFunction::product, "product"},
    Named{BusinessFunction::customerSuccess, "customer-success"},
    Named{BusinessFunction::finance, "finance"},
    Named{BusinessFunction::operations, "operations"},
    Named{BusinessFunction::leadership, "leadership"},
};

inline constexpr std::array coreFunctionWords = {
    Named{CoreFunction::none, "none"},
    Named{CoreFunction::accountExecutive, "account-executive"},
    Named{CoreFunction::salesDevelopment, "sales-development"},
    Named{CoreFunction::accountMarketing, "account-marketing"},
    Named{CoreFunction::productSpecialist, "product-specialist"},
};

inline constexpr std::array periodUnitWords = {
    Named{PeriodUnit::none, "never"},  Named{PeriodUnit::day, "day"},         Named{PeriodUnit::week, "week"},
    Named{PeriodUnit::month, "month"}, Named{PeriodUnit::quarter, "quarter"}, Named{PeriodUnit::year, "year"},
};

inline constexpr std::array homeWords = {
    Named{Home::notChosen, "not-chosen"}, Named{Home::marketing, "marketing"}, Named{Home::sales, "sales"},
    Named{Home::matrix, "matrix"},        Named{Home::overlay, "overlay"},     Named{Home::salesVicePresident, "vp-sales"},
};

inline constexpr std::array bdrOwnerWords = {Named{BdrOwner::sales, "sales"}, Named{BdrOwner::marketing, "marketing"}};

inline constexpr std::array directionWords = {Named{KpiDirection::up, "up"}, Named{KpiDirection::down, "down"}};

inline constexpr std::array centreWords = {Named{KpiCentre::account, "account"}, Named{KpiCentre::lead, "lead"},
                                           Named{KpiCentre::neither, "neither"}};

inline constexpr std::array weekdayWords = {
    Named{Weekday::none, "none"},           Named{Weekday::monday, "monday"},     Named{Weekday::tuesday, "tuesday"},
    Named{Weekday::wednesday, "wednesday"}, Named{Weekday::thursday, "thursday"}, Named{Weekday::friday, "friday"},
    Named{Weekday::saturday, "saturday"},   Named{Weekday::sunday, "sunday"},
};

inline constexpr std::array runSheetPurposeWords = {
    Named{RunSheetPurpose::look, "look"},     Named{RunSheetPurpose::grid, "grid"},   Named{RunSheetPurpose::decisions, "decisions"},
    Named{RunSheetPurpose::rhythm, "rhythm"}, Named{RunSheetPurpose::close, "close"},
};

inline constexpr std::array practiceKindWords = {
    Named{PracticeKind::process, "process"},
    Named{PracticeKind::standard, "standard"},
    Named{PracticeKind::collaboration, "collaboration"},
    Named{PracticeKind::improvement, "improvement"},
};

inline constexpr std::array toolPurposeWords = {
    Named{ToolPurpose::other, "other"},     Named{ToolPurpose::accounts, "accounts"},   Named{ToolPurpose::campaigns, "campaigns"},
    Named{ToolPurpose::content, "content"}, Named{ToolPurpose::analytics, "analytics"}, Named{ToolPurpose::communication, "communication"},
};

inline constexpr std::array logKindWords = {Named{LogEntry::Kind::decision, "decision"}, Named{LogEntry::Kind::action, "action"}};

inline constexpr std::array sideWords = {Named{Side::marketing, "marketing"}, Named{Side::sales, "sales"}, Named{Side::product, "product"}};

inline constexpr std::array accountColumnTypeWords = {
    Named{AccountColumnType::text, "text"},    Named{AccountColumnType::number, "number"},     Named{AccountColumnType::date, "date"},
    Named{AccountColumnType::yesNo, "yes-no"}, Named{AccountColumnType::category, "category"},
};

inline constexpr std::array tierByHandWords = {
    Named{std::optional<Tier>(), "as-scored"},       Named{std::optional(Tier::none), "none"},
    Named{std::optional(Tier::oneToOne), "1:1"},     Named{std::optional(Tier::oneToFew), "1:few"},
    Named{std::optional(Tier::oneToMany), "1:many"},
};

inline constexpr std::array familyWords = {Named{CriterionFamily::firmographic, "firmographic"}, Named{CriterionFamily::fit, "fit"},
                                           Named{CriterionFamily::intent, "intent"}, Named{CriterionFamily::trigger, "trigger"}};

inline constexpr std::array scaleWords = {Named{ScaleKind::numeric, "numeric"}, Named{ScaleKind::category, "category"},
                                          Named{ScaleKind::yesNo, "yes-no"}, Named{ScaleKind::recency, "recency"}};

inline constexpr std::array missingWords = {Named{MissingPolicy::asFamily, "as-family"}, Named{MissingPolicy::zero, "zero"},
                                            Named{MissingPolicy::neutral, "neutral"}, Named{MissingPolicy::skip, "skip"}};

inline constexpr std::array tierMethodWords = {Named{TierMethod::capacity, "capacity"}, Named{TierMethod::cutOffs, "cut-offs"}};

inline constexpr std::array placementWords = {Named{std::optional<Placement>(), "not-placed"}, Named{std::optional(Placement::low), "low"},
                                              Named{std::optional(Placement::medium), "medium"},
                                              Named{std::optional(Placement::high), "high"}};

inline constexpr std::array boardByWords = {Named{BoardBy::tier, "tier"}, Named{BoardBy::stage, "stage"}, Named{BoardBy::pod, "pod"}};

inline constexpr std::array committeeRoleWords = {
    Named{CommitteeRole::none, "none"},         Named{CommitteeRole::decider, "decider"},
    Named{CommitteeRole::champion, "champion"}, Named{CommitteeRole::influencer, "influencer"},
    Named{CommitteeRole::user, "user"},         Named{CommitteeRole::gatekeeper, "gatekeeper"},
};

inline constexpr std::array knownWords = {Named{Known::unknown, "unknown"}, Named{Known::yes, "yes"}, Named{Known::no, "no"}};

inline constexpr std::array contactActivityWords = {
    Named{ContactActivityKind::meeting, "meeting"},   Named{ContactActivityKind::reply, "reply"},
    Named{ContactActivityKind::event, "event"},       Named{ContactActivityKind::webinar, "webinar"},
    Named{ContactActivityKind::download, "download"}, Named{ContactActivityKind::pageView, "page-view"},
};

inline constexpr std::array leastGradeWords = {Named{std::optional<FitGrade>(), "any"}, Named{std::optional(FitGrade::a), "A"},
                                               Named{std::optional(FitGrade::b), "B"}, Named{std::optional(FitGrade::c), "C"},
                                               Named{std::optional(FitGrade::d), "D"}};

inline constexpr std::array playTierWords = {Named{Tier::oneToOne, "1:1"}, Named{Tier::oneToFew, "1:few"}, Named{Tier::oneToMany, "1:many"},
                                             Named{Tier::none, "none"}};

inline constexpr std::array playStatusWords = {Named{PlayStatus::planned, "planned"}, Named{PlayStatus::running, "running"},
                                               Named{PlayStatus::done, "done"}, Named{PlayStatus::dropped, "dropped"}};

inline constexpr std::array engagementNoteWords = {Named{EngagementNote::Kind::response, "response"},
                                                   Named{EngagementNote::Kind::change, "change"}};

inline constexpr std::array schemeWords = {Named{LetterScheme::rasci, "rasci"}, Named{LetterScheme::raci, "raci"}};

template <class Enum, std::size_t count> constexpr std::string_view word_of(Enum value, const std::array<Named<Enum>, count> &words) {
    for (const Named<Enum> &named : words) {
        if (named.value == value) {
            return named.word;
        }
    }
    return words.front().word;
}

/// Both ends included. What lies outside is moved to the nearer end; where the value may be missing, a number below
/// the least says nothing and is left out.
template <class Number> struct Range {
    Number least;
    Number most;
};

inline constexpr Range<int> headcountRange = {0, 100'000};
inline constexpr Range<double> costRange = {0, 1e15};
inline constexpr Range<double> shareRange = {0, 1};
inline constexpr Range<int> answerRange = {0, 4};
inline constexpr Range<int> everyRange = {1, 100};
inline constexpr Range<int> minutesRange = {1, 10'000};
inline constexpr Range<int> daysRange = {0, 100'000};
inline constexpr Range<int> startRange = {0, 1'439};
inline constexpr Range<double> importanceRange = {0, 100};
inline constexpr Range<double> weightRange = {0, 1e6};
inline constexpr Range<double> halfLifeRange = {0.01, 100'000};
inline constexpr Range<double> scoreRange = {0, 100};
inline constexpr Range<int> capacityRange = {0, 1'000'000};
inline constexpr Range<int> columnWidthRange = {40, 800};
inline constexpr Range<int> committeeSizeRange = {1, 1'000};
inline constexpr Range<int> cardsRange = {0, 1'000'000};
inline constexpr Range<double> activityMinutesRange = {0, 10'000};
inline constexpr Range<double> pointsRange = {0, 1'000};
inline constexpr Range<double> leastPointsRange = {0, 1'000'000};
inline constexpr Range<int> fitPointsRange = {0, 5};
inline constexpr Range<double> loadRange = {0, 1'000};
inline constexpr Range<int> weeksRange = {1, 520};
inline constexpr Range<int> afterWeeksRange = {0, 520};
inline constexpr Range<double> hoursRange = {0, 100'000};
inline constexpr Range<double> anyNumber = {std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max()};

/// How sentences speak of an item, and which key holds its id.
struct ItemWords {
    std::string_view one;     ///< "role": also its word in an edit
    std::string_view many;    ///< "roles"
    std::string_view label;   ///< "Role"
    std::string_view unnamed; ///< "Unnamed role"
    std::string_view idKey = "id";
    std::string_view list = {}; ///< the key of their list in the file, where that is not `many`

    constexpr std::string_view list_key() const { return list.empty() ? many : list; }
};

template <class Item> inline constexpr ItemWords itemWords = {};
template <> inline constexpr ItemWords itemWords<Role> = {"role", "roles", "Role", "Unnamed role"};
template <> inline constexpr ItemWords itemWords<Phase> = {"phase", "phases", "Phase", "Unnamed phase"};
template <> inline constexpr ItemWords itemWords<Activity> = {"activity", "activities", "Activity", "Unnamed activity"};
template <> inline constexpr ItemWords itemWords<Column> = {"column", "columns", "Column", "", "role"};
template <> inline constexpr ItemWords itemWords<Person> = {"person", "people", "Person", "Unnamed person", "id", "team"};
template <> inline constexpr ItemWords itemWords<Meeting> = {"meeting", "meetings", "Meeting", "Unnamed meeting"};
template <> inline constexpr ItemWords itemWords<Decision> = {"decision", "decisions", "Decision", "Unnamed decision"};
template <>
inline constexpr ItemWords itemWords<EscalationLevel> = {"escalation level", "escalation levels", "Escalation level", "", "id",
                                                         "escalation"};
template <> inline constexpr ItemWords itemWords<Kpi> = {"KPI", "KPIs", "KPI", "Unnamed KPI", "id", "kpis"};
template <> inline constexpr ItemWords itemWords<Practice> = {"practice", "practices", "Practice", "Unnamed practice"};
template <> inline constexpr ItemWords itemWords<Tool> = {"tool", "tools", "Tool", "Unnamed tool"};
template <> inline constexpr ItemWords itemWords<LogEntry> = {"log entry", "log entries", "Log entry", "", "id", "log"};
template <> inline constexpr ItemWords itemWords<Dispute> = {"dispute", "disputes", "Dispute", ""};
template <>
inline constexpr ItemWords itemWords<OwnModel> = {
    "organisation model", "organisation models", "Organisation model", "Unnamed model", "id", "models"};
template <>
inline constexpr ItemWords itemWords<RunSheetItem> = {"run sheet item", "run sheet items", "Run sheet item", "Unnamed item", "id",
                                                      "runSheet"};

template <>
inline constexpr ItemWords itemWords<AccountColumn> = {"account column", "account columns", "Account column", "Unnamed column", "id",
                                                       "accountColumns"};
template <> inline constexpr ItemWords itemWords<AccountMark> = {"account mark", "account marks", "Account mark", "", "id", "accountMarks"};
template <>
inline constexpr ItemWords itemWords<Criterion> = {"criterion", "criteria", "Criterion", "Unnamed criterion", "id", "criteria"};

template <>
inline constexpr ItemWords itemWords<ScoreVersion> = {"score version", "score versions", "Score version", "Unnamed version", "id",
                                                      "scoreVersions"};
template <>
inline constexpr ItemWords itemWords<FrozenList> = {"frozen list", "frozen lists", "Frozen list", "Unnamed list", "id", "frozenLists"};
template <> inline constexpr ItemWords itemWords<Contact> = {"contact", "contacts", "Contact", "Unnamed contact"};
template <> inline constexpr ItemWords itemWords<LeadStage> = {"lead stage",    "lead stages", "Lead stage",
                                                               "Unnamed stage", "id",          "leadStages"};
template <> inline constexpr ItemWords itemWords<Pod> = {"pod", "pods", "Pod", "Unnamed pod"};
template <> inline constexpr ItemWords itemWords<Play> = {"play", "plays", "Play", "Unnamed play"};
template <>
inline constexpr ItemWords itemWords<PlayTemplate> = {"play template", "play templates", "Play template", "Unnamed play", "id",
                                                      "playTemplates"};
template <>
inline constexpr ItemWords itemWords<EngagementNote> = {"engagement note", "engagement notes", "Engagement note", "", "id",
                                                        "engagementNotes"};

/// `Item` or `const Item`.
template <class Candidate, class Item>
concept Either = std::same_as<std::remove_const_t<Candidate>, Item>;

template <class Fields, Either<Role> Item> void describe(Fields &fields, Item &role) {
    fields.position("at", role.position);
    fields.name("name", role.name);
    fields.line("short", role.shortName);
    fields.choice("function", role.function, businessFunctionWords);
    fields.choice("core", role.core, coreFunctionWords);
    fields.number("headcount", role.headcount, headcountRange);
    fields.reference("reportsTo", role.reportsTo);
    fields.reference("dottedTo", role.dottedTo);
    fields.number("costPerHead", role.costPerHead, costRange);
}

template <class Fields, Either<Phase> Item> void describe(Fields &fields, Item &phase) {
    fields.position("at", phase.position);
    fields.name("name", phase.name);
}

template <class Fields, Either<Activity> Item> void describe(Fields &fields, Item &activity) {
    fields.position("at", activity.position);
    fields.name("name", activity.name);
    fields.text("note", activity.note);
    fields.reference("phase", activity.phase);
}

template <class Fields, Either<Column> Item> void describe(Fields &fields, Item &column) { fields.position("at", column.position); }

template <class Fields, Either<Person> Item> void describe(Fields &fields, Item &person) {
    fields.position("at", person.position);
    fields.name("name", person.name);
    fields.numbers("hats", person.hats, shareRange);
    fields.yes_or_no("vacant", person.vacant);
}

template <class Fields, Either<Meeting> Item> void describe(Fields &fields, Item &meeting) {
    fields.position("at", meeting.position);
    fields.name("name", meeting.name);
    fields.period("every", meeting.period);
    fields.number("minutes", meeting.minutes, minutesRange);
    fields.choice("weekday", meeting.weekday, weekdayWords);
    fields.number("start", meeting.startMinutes, startRange);
    fields.ids("attendees", meeting.attendees);
    fields.yes_or_no("pod", meeting.perPod);
    fields.lines("topics", meeting.topics);
    fields.lines("outputs", meeting.outputs);
    fields.ticks("held", meeting.held);
}

template <class Fields, Either<Decision> Item> void describe(Fields &fields, Item &decision) {
    fields.position("at", decision.position);
    fields.name("name", decision.name);
    fields.ids("deciders", decision.deciders);
    fields.yes_or_no("either", decision.either);
    fields.reference("tieBreak", decision.tieBreak);
    fields.lines_by_id("inputs", decision.inputs);
    fields.period("every", decision.period);
    fields.line("deadline", decision.deadline);
    fields.number("turnaroundDays", decision.turnaroundDays, daysRange);
    fields.ids("activities", decision.activities);
    fields.reference("forum", decision.forum);
}

template <class Fields, Either<EscalationLevel> Item> void describe(Fields &fields, Item &level) {
    fields.position("at", level.position);
    fields.ids("parties", level.parties);
    fields.line("about", level.about);
    fields.line("rises", level.trigger);
    fields.number("limitDays", level.limitDays, daysRange);
    fields.reference("forum", level.forum);
}

template <class Fields, Either<Kpi> Item> void describe(Fields &fields, Item &kpi) {
    fields.position("at", kpi.position);
    fields.name("name", kpi.name);
    fields.reference("role", kpi.role);
    fields.reference("owner", kpi.owner);
    fields.line("unit", kpi.unit);
    fields.choice("direction", kpi.direction, directionWords);
    fields.choice("centre", kpi.centre, centreWords);
    fields.line("target", kpi.target);
    fields.line("source", kpi.source);
    fields.reference("review", kpi.review);
    fields.yes_or_no("signedByMarketing", kpi.signedByMarketing);
    fields.yes_or_no("signedBySales", kpi.signedBySales);
    fields.numbers("values", kpi.values, anyNumber);
}

// Not in lists, and without a place of their own.

template <class Fields, Either<Practice> Item> void describe(Fields &fields, Item &practice) {
    fields.position("at", practice.position);
    fields.choice("kind", practice.kind, practiceKindWords);
    fields.name("name", practice.name);
    fields.text("text", practice.text);
    fields.lines("steps", practice.steps);
    fields.reference("owner", practice.owner);
    fields.ids("approvers", practice.approvers);
    fields.period("every", practice.period);
    fields.date("due", practice.due);
}

template <class Fields, Either<Tool> Item> void describe(Fields &fields, Item &tool) {
    fields.position("at", tool.position);
    fields.name("name", tool.name);
    fields.choice("purpose", tool.purpose, toolPurposeWords);
    fields.reference("owner", tool.owner);
    fields.ids("access", tool.access);
    fields.line("training", tool.training);
    fields.ids("integratesWith", tool.integratesWith);
}

template <class Fields, Either<LogEntry> Item> void describe(Fields &fields, Item &entry) {
    fields.position("at", entry.position);
    fields.choice("kind", entry.kind, logKindWords);
    fields.line("what", entry.what);
    fields.reference("owner", entry.owner);
    fields.date("due", entry.due);
    fields.yes_or_no("done", entry.done);
    fields.date("on", entry.on);
    fields.text("about", entry.about);
}

template <class Fields, Either<Dispute> Item> void describe(Fields &fields, Item &dispute) {
    fields.position("at", dispute.position);
    fields.line("what", dispute.what);
    fields.reference("activity", dispute.activity);
    fields.reference("level", dispute.level);
    fields.line("rule", dispute.rule);
    fields.number("days", dispute.days, daysRange);
    fields.date("on", dispute.on);
}

template <class Fields, Either<RunSheetItem> Item> void describe(Fields &fields, Item &item) {
    fields.position("at", item.position);
    fields.name("name", item.name);
    fields.number("minutes", item.minutes, minutesRange);
    fields.choice("purpose", item.purpose, runSheetPurposeWords);
}

template <class Fields, Either<OwnModel> Item> void describe(Fields &fields, Item &model) {
    fields.position("at", model.position);
    fields.name("name", model.name);
    fields.choice("home", model.home, homeWords);
    fields.yes_or_no("liaison", model.liaison);
    fields.choice("bdrOwner", model.bdrOwner, bdrOwnerWords);
    fields.line("essence", model.essence);
    fields.lines("advantages", model.advantages);
    fields.lines("drawbacks", model.drawbacks);
    fields.line("governance", model.governance);
    fields.line("fitsWhen", model.fitsWhen);
    fields.needs("needs", model.needs);
}

template <class Fields, Either<AccountColumn> Item> void describe(Fields &fields, Item &column) {
    fields.position("at", column.position);
    fields.name("name", column.name);
    fields.choice("type", column.type, accountColumnTypeWords);
    fields.yes_or_no("hidden", column.hidden);
    fields.yes_or_no("frozen", column.frozen);
    fields.number("width", column.width, columnWidthRange);
}

template <class Fields, Either<AccountMark> Item> void describe(Fields &fields, Item &mark) {
    fields.position("at", mark.position);
    fields.text("note", mark.note);
    fields.lines("tags", mark.tags);
    fields.choice("tier", mark.tier, tierByHandWords);
    fields.line("reason", mark.reason);
    fields.choice("placement", mark.placement, placementWords);
    fields.number("committeeSize", mark.committeeSize, committeeSizeRange);
    fields.yes_or_no("pinned", mark.pinned);
    fields.dates("stageSince", mark.stageSince);
}

template <class Fields, Either<AccountBoard> Item> void describe(Fields &fields, Item &board) {
    fields.choice("by", board.by, boardByWords);
    fields.ids("fields", board.fields);
    fields.numbers("limits", board.limits, cardsRange);
}

template <class Fields, Either<Criterion> Item> void describe(Fields &fields, Item &criterion) {
    fields.position("at", criterion.position);
    fields.name("name", criterion.name);
    fields.choice("family", criterion.family, familyWords);
    fields.reference("column", criterion.column);
    fields.choice("scale", criterion.scale, scaleWords);
    fields.points("points", criterion.points);
    fields.numbers("values", criterion.values, shareRange);
    fields.number("otherwise", criterion.otherwise, shareRange);
    fields.number("halfLife", criterion.halfLife, halfLifeRange);
    fields.choice("missing", criterion.missing, missingWords);
    fields.number("marketing", criterion.marketing, weightRange);
    fields.number("sales", criterion.sales, weightRange);
    fields.number("settled", criterion.settled, shareRange);
}

template <class Fields, Either<TierPolicy> Item> void describe(Fields &fields, Item &policy) {
    fields.choice("method", policy.method, tierMethodWords);
    fields.number("oneToOne", policy.oneToOne, capacityRange);
    fields.number("oneToFew", policy.oneToFew, capacityRange);
    fields.number("oneToManyFrom", policy.oneToManyFrom, scoreRange);
    fields.number("oneToFewFrom", policy.oneToFewFrom, scoreRange);
    fields.number("oneToOneFrom", policy.oneToOneFrom, scoreRange);
    fields.number("confidence", policy.confidence, shareRange);
    fields.date("asOf", policy.asOf);
}

template <class Fields, Either<ScoringSignature> Item> void describe(Fields &fields, Item &signature) {
    fields.line("by", signature.by);
    fields.date("on", signature.on);
    fields.text("dissent", signature.dissent);
    fields.line("tiers", signature.tiers);
    fields.line("model", signature.model);
}

template <class Fields, Either<ScoreVersion> Item> void describe(Fields &fields, Item &version) {
    fields.position("at", version.position);
    fields.name("name", version.name);
    fields.date("on", version.on);
    fields.text("note", version.note);
    fields.items("criteria", version.criteria);
    fields.part("tiers", version.tiers);
}

template <class Fields, Either<FrozenList> Item> void describe(Fields &fields, Item &list) {
    fields.position("at", list.position);
    fields.name("name", list.name);
    fields.date("on", list.on);
    fields.many_ids("1:1", list.oneToOne);
    fields.many_ids("1:few", list.oneToFew);
    fields.many_ids("1:many", list.oneToMany);
}

template <class Fields, Either<OutcomePolicy> Item> void describe(Fields &fields, Item &outcome) {
    fields.reference("column", outcome.column);
    fields.keys("won", outcome.won);
    fields.keys("lost", outcome.lost);
}

template <class Fields, Either<Contact> Item> void describe(Fields &fields, Item &contact) {
    fields.position("at", contact.position);
    fields.name("name", contact.name);
    fields.reference("account", contact.account);
    fields.line("title", contact.title);
    fields.choice("committee", contact.committee, committeeRoleWords);
    fields.choice("budget", contact.budget, knownWords);
    fields.choice("authority", contact.authority, knownWords);
    fields.choice("need", contact.need, knownWords);
    fields.choice("timeline", contact.timeline, knownWords);
    fields.reference("stage", contact.stage);
    fields.date("stageSince", contact.stageSince);
    fields.activities("did", contact.activities);
    fields.text("note", contact.note);
}

template <class Fields, Either<LeadStage> Item> void describe(Fields &fields, Item &stage) {
    fields.position("at", stage.position);
    fields.name("name", stage.name);
    fields.text("definition", stage.definition);
    fields.text("action", stage.action);
    fields.text("timing", stage.timing);
    fields.text("reason", stage.reason);
    fields.reference("owner", stage.owner);
    fields.number("responseHours", stage.responseHours, daysRange);
    fields.yes_or_no("signedByMarketing", stage.signedByMarketing);
    fields.yes_or_no("signedBySales", stage.signedBySales);
    fields.choice("leastGrade", stage.leastGrade, leastGradeWords);
    fields.number("leastPoints", stage.leastPoints, leastPointsRange);
    fields.number("leastAnswers", stage.leastAnswers, answerRange);
}

template <class Fields, Either<LeadPolicy> Item> void describe(Fields &fields, Item &policy) {
    fields.worths("worth", policy.worth);
    fields.number("gradeA", policy.gradeA, fitPointsRange);
    fields.number("gradeB", policy.gradeB, fitPointsRange);
    fields.number("gradeC", policy.gradeC, fitPointsRange);
    fields.number("engagedDays", policy.engagedDays, daysRange);
    fields.number("committeeSize", policy.committeeSize, committeeSizeRange);
    fields.reference("revenue", policy.revenue);
    fields.lines_by_id("measures", policy.measures);
}

template <class Fields, Either<Pod> Item> void describe(Fields &fields, Item &pod) {
    fields.position("at", pod.position);
    fields.name("name", pod.name);
    fields.lines_by_id("members", pod.members);
    fields.keys("affinity", pod.affinity);
}

template <class Fields, Either<PodPolicy> Item> void describe(Fields &fields, Item &policy) {
    fields.reference("affinity", policy.affinity);
    fields.number("oneToOne", policy.oneToOne, loadRange);
    fields.number("oneToFew", policy.oneToFew, loadRange);
    fields.number("oneToMany", policy.oneToMany, loadRange);
}

template <class Fields, Either<Play> Item> void describe(Fields &fields, Item &play) {
    fields.position("at", play.position);
    fields.name("name", play.name);
    fields.reference("account", play.account);
    fields.reference("owner", play.owner);
    fields.date("start", play.start);
    fields.number("weeks", play.weeks, weeksRange);
    fields.numbers("effort", play.effort, hoursRange);
    fields.reference("follows", play.follows);
    fields.choice("status", play.status, playStatusWords);
}

template <class Fields, Either<PlayTemplate> Item> void describe(Fields &fields, Item &play) {
    fields.position("at", play.position);
    fields.name("name", play.name);
    fields.choice("tier", play.tier, playTierWords);
    fields.reference("owner", play.owner);
    fields.number("afterWeeks", play.afterWeeks, afterWeeksRange);
    fields.number("weeks", play.weeks, weeksRange);
    fields.numbers("effort", play.effort, hoursRange);
    fields.reference("follows", play.follows);
}

template <class Fields, Either<EngagementNote> Item> void describe(Fields &fields, Item &note) {
    fields.position("at", note.position);
    fields.choice("kind", note.kind, engagementNoteWords);
    fields.reference("account", note.account);
    fields.date("on", note.on);
    fields.text("text", note.text);
    fields.reference("contact", note.contact);
    fields.reference("play", note.play);
}

template <class Fields, Either<OrganisationChoice> Item> void describe(Fields &fields, Item &choice) {
    fields.choice("home", choice.home, homeWords);
    fields.yes_or_no("liaison", choice.liaison);
    fields.choice("bdrOwner", choice.bdrOwner, bdrOwnerWords);
    fields.numbers("context", choice.context, answerRange);
}

template <class Fields, Either<Acceptance> Item> void describe(Fields &fields, Item &acceptance) {
    fields.text("reason", acceptance.reason);
    fields.line("by", acceptance.by);
    fields.line("at", acceptance.at);
}

} // namespace fullcourt
