// Plans, envelopes and edits drawn at random from a seed: whole, within the limits of restore(), and odd.
// Everything that the format can hold turns up: emoji, right-to-left text, quotes, control characters in notes,
// letters and cells that refer to nothing, unknown keys.
#pragma once

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"
#include "io/envelope.h"

namespace fullcourt::test {

class RandomPlan {
  public:
    explicit RandomPlan(std::uint64_t seed) : m_bits(counting_bits(seed)) {}

    Plan plan() {
        Plan plan;
        plan.about.edit() = {maybe_name(), maybe_note()};
        for (std::size_t i = below(12); i > 0; --i) {
            plan.organisation.edit().roles[id<Role>()] = role();
        }
        for (std::size_t i = below(5); i > 0; --i) {
            plan.organisation.edit().people[id<Person>()] = person();
            plan.governance.edit().meetings[id<Meeting>()] = meeting();
            plan.governance.edit().decisions[id<Decision>()] = decision();
            plan.governance.edit().escalation[id<EscalationLevel>()] = level();
            plan.measurement.edit().kpis[id<Kpi>()] = kpi();
            plan.acceptances.edit()["rule|" + name()] = acceptance();
            plan.conflicts.edit()["c" + name()] = conflict();
        }
        add_practices(plan);
        add_accounts(plan);
        add_engagement(plan);
        add_ballots(plan);
        plan.organisation.edit().choice = choice();
        plan.raci.edit() = grid();
        for (std::size_t i = below(4); i > 0; --i) {
            plan.settings.edit().rules[name()] = below(2) == 0;
            plan.settings.edit().thresholds[name()] = number();
        }
        plan.extra.edit() = extra();
        return plan;
    }

    Envelope envelope() {
        Envelope envelope;
        if (below(4) != 0) {
            envelope.plan = id<PlanTag>();
            envelope.revision = random_id(m_bits);
            envelope.savedAt = "2026-11-23T07:20:" + std::to_string(10 + below(50)) + "Z";
        }
        if (below(2) == 0) {
            envelope.parent = random_id(m_bits);
        }
        for (std::size_t i = below(longestAncestry + 1); i > 0; --i) {
            envelope.ancestry.push_back(random_id(m_bits));
        }
        envelope.extra = extra();
        return envelope;
    }

    PlanEdit edit() {
        PlanEdit edit{text(), {}};
        for (std::size_t i = below(20); i > 0; --i) {
            edit.steps.push_back(step());
        }
        return edit;
    }

    EditStep step() {
        switch (below(85)) {
        case 0: return SetTitle{text()};
        case 1: return SetDescription{text()};
        case 2: return Put<Role>{id<Role>(), role()};
        case 3: return Remove<Role>{id<Role>()};
        case 4: return Put<Phase>{id<Phase>(), Phase{text(), position(), extra()}};
        case 5: return Remove<Phase>{id<Phase>()};
        case 6: return Put<Activity>{id<Activity>(), activity()};
        case 7: return Remove<Activity>{id<Activity>()};
        case 8: return SetLetters{id<Activity>(), id<Role>(), below(4) == 0 ? Letters() : letters()};
        case 9: return ShowColumn{id<Role>(), Column{position(), extra()}};
        case 10: return HideColumn{id<Role>()};
        case 11: return SetScheme{below(2) == 0 ? LetterScheme::raci : LetterScheme::rasci};
        case 12: return SetExtraLetter{letter(), maybe(text())};
        case 13: return SetRule{text(), maybe(below(2) == 0)};
        case 14: return SetThreshold{text(), maybe(number())};
        case 15: return Put<Person>{id<Person>(), person()};
        case 16: return Remove<Person>{id<Person>()};
        case 17: return Put<Meeting>{id<Meeting>(), meeting()};
        case 18: return Remove<Meeting>{id<Meeting>()};
        case 19: return Put<Decision>{id<Decision>(), decision()};
        case 20: return Remove<Decision>{id<Decision>()};
        case 21: return Put<EscalationLevel>{id<EscalationLevel>(), level()};
        case 22: return Remove<EscalationLevel>{id<EscalationLevel>()};
        case 23: return Put<Kpi>{id<Kpi>(), kpi()};
        case 24: return Remove<Kpi>{id<Kpi>()};
        case 25: return SetHome{static_cast<Home>(below(6))};
        case 26: return SetLiaison{below(2) == 0};
        case 27: return SetBdrOwner{static_cast<BdrOwner>(below(2))};
        case 28: return SetAnswer{text(), maybe(static_cast<int>(below(5)))};
        case 29: return SetAcceptance{text(), maybe(acceptance())};
        case 30: return Put<Practice>{id<Practice>(), practice()};
        case 31: return Remove<Practice>{id<Practice>()};
        case 32: return Put<Tool>{id<Tool>(), tool()};
        case 33: return Remove<Tool>{id<Tool>()};
        case 34: return Put<LogEntry>{id<LogEntry>(), log_entry()};
        case 35: return Remove<LogEntry>{id<LogEntry>()};
        case 36: return Put<Dispute>{id<Dispute>(), dispute()};
        case 37: return Remove<Dispute>{id<Dispute>()};
        case 38: return Put<OwnModel>{id<OwnModel>(), own_model()};
        case 39: return Remove<OwnModel>{id<OwnModel>()};
        case 40: return Put<RunSheetItem>{id<RunSheetItem>(), run_sheet_item()};
        case 41: return Remove<RunSheetItem>{id<RunSheetItem>()};
        case 42: return SetReadiness{side(), text(), maybe(answer())};
        case 43: return SetCellNote{id<Activity>(), id<Role>(), maybe(text())};
        case 44: return SetAsIsLetters{id<Activity>(), id<Role>(), below(4) == 0 ? Letters() : letters()};
        case 45: return SetAsIsDate{date()};
        case 46: return SetBallotLetters{side(), id<Activity>(), id<Role>(), below(4) == 0 ? Letters() : letters()};
        case 47: return SetBallotAnswer{side(), text(), maybe(answer())};
        case 48: return SetTally{id<Activity>(), maybe(text())};
        case 49: return SetParked{text(), below(2) == 0};
        case 50: return Put<AccountColumn>{id<AccountColumn>(), account_column()};
        case 51: return Remove<AccountColumn>{id<AccountColumn>()};
        case 52: return Put<AccountMark>{id<AccountMark>(), account_mark()};
        case 53: return Remove<AccountMark>{id<AccountMark>()};
        case 54: return Put<Criterion>{id<Criterion>(), criterion()};
        case 55: return Remove<Criterion>{id<Criterion>()};
        case 56: return account_cells();
        case 57: return SetAccountTable{account_table()};
        case 58: return SetAccountNaming{text(), reference<AccountColumn>()};
        case 59: return SetTierPolicy{tier_policy()};
        case 60: return SetSignature{static_cast<Side>(below(2)), maybe(signature())};
        case 61: return Put<ScoreVersion>{id<ScoreVersion>(), score_version()};
        case 62: return Remove<ScoreVersion>{id<ScoreVersion>()};
        case 63: return Put<FrozenList>{id<FrozenList>(), frozen_list()};
        case 64: return Remove<FrozenList>{id<FrozenList>()};
        case 65: return Put<Contact>{id<Contact>(), contact()};
        case 66: return Remove<Contact>{id<Contact>()};
        case 67: return Put<LeadStage>{id<LeadStage>(), lead_stage()};
        case 68: return Remove<LeadStage>{id<LeadStage>()};
        case 69: return Put<Pod>{id<Pod>(), pod()};
        case 70: return Remove<Pod>{id<Pod>()};
        case 71: return Put<Play>{id<Play>(), play()};
        case 72: return Remove<Play>{id<Play>()};
        case 73: return Put<PlayTemplate>{id<PlayTemplate>(), play_template()};
        case 74: return Remove<PlayTemplate>{id<PlayTemplate>()};
        case 75: return Put<EngagementNote>{id<EngagementNote>(), engagement_note()};
        case 76: return Remove<EngagementNote>{id<EngagementNote>()};
        case 77: return SetAccountBoard{account_board()};
        case 78: return SetAccountStages{names()};
        case 79: return SetImportMap{import_map()};
        case 80: return SetOutcomePolicy{outcome_policy()};
        case 81: return SetLeadPolicy{lead_policy()};
        case 82: return SetPodPolicy{pod_policy()};
        case 83: return SetConflict{"c" + text(), maybe(conflict())};
        default: return SetExtra{static_cast<ExtraPlace>(below(3)), "x-" + text(), maybe(json(3))};
        }
    }

    /// Below `end`.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_bits() >> 11U) % end; }

    /// Any text: with line breaks, tabs and control characters, but never NUL.
    std::string text() {
        return words({"a", "\n", "\r\n", "\t", "\x01", "\x1f", "\x7f", "\"", "\\", "/", "é", "שלום", "🏀", "=1+1", "", " ", "R"});
    }

    /// Text that stands on one line.
    std::string name() {
        return words(
            {"Close", "Äther", "عقد", "👩‍💻", "\"", "\\", "'", "<b>", "  ", "-", "\xE2\x80\xAE", "Sales", "&", "{", "]", ","});
    }

    template <class Item> Id<Item> id() {
        // Few enough that things meet: duplicates in edits, cells of known and of unknown roles.
        static const std::vector<std::string> few = {"close", "account-executive", "é\"\\", "🏀", "a b", "id"};
        return Id<Item>(below(2) == 0 ? few[below(few.size())] : random_id(m_bits));
    }

  private:
    std::string words(const std::vector<std::string> &pieces) {
        std::string out;
        for (std::size_t i = below(6); i > 0; --i) {
            out += pieces[below(pieces.size())];
        }
        return out;
    }
    std::string maybe_name() { return below(3) == 0 ? std::string() : name(); }
    std::string maybe_note() { return below(3) == 0 ? std::string() : text(); }

    template <class Value> std::optional<Value> maybe(Value value) {
        return below(3) == 0 ? std::optional<Value>() : std::optional<Value>(std::move(value));
    }

    char letter() { return static_cast<char>('A' + static_cast<int>(below(26))); }
    Letters letters() { return below(5) == 0 ? Letters::accountable_and_responsible() : Letters::one(letter()); }

    Position position() {
        static const std::string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        std::string key;
        for (std::size_t i = below(3); i > 0; --i) {
            key += digits[below(digits.size())];
        }
        return {key + digits[1 + below(digits.size() - 1)]};
    }

    double number() {
        static const std::vector<double> numbers = {0, 1, -1, 3, 0.75, 0.1, 1e21, -1e300, 5e-324, 9007199254740993.0};
        return numbers[below(numbers.size())];
    }

    /// Canonical JSON: what an Extra holds.
    std::string json(std::size_t depth) {
        static const std::vector<std::string> plain = {
            "null", "true", "0", "-7", "18446744073709551615", "0.1", "1e+21", "\"\"", "\"a\\n\\\"é🏀\"", "[]", "{}"};
        const std::size_t choice = below(plain.size() + (depth == 0 ? 0 : 2));
        if (choice < plain.size()) {
            return plain[choice];
        }
        return choice == plain.size() ? "[" + json(depth - 1) + "," + json(depth - 1) + "]"
                                      : "{\"\":" + json(depth - 1) + ",\"name\":" + json(depth - 1) + "}";
    }

    Extra extra() {
        Extra extra;
        for (std::size_t i = below(3); i > 0; --i) {
            extra["x-" + name()] = json(3);
        }
        return extra;
    }

    Role role() {
        Role role;
        role.name = below(8) == 0 ? "" : name();
        role.shortName = maybe_name();
        role.function = static_cast<BusinessFunction>(below(8));
        role.core = static_cast<CoreFunction>(below(5));
        role.headcount = maybe(whole(100'000));
        role.reportsTo = reference<Role>();
        role.dottedTo = reference<Role>();
        role.costPerHead = maybe(std::vector<double>{0, 90'000, 0.1, 1e15}[below(4)]);
        role.position = position();
        role.extra = extra();
        return role;
    }

    Person person() {
        Person person;
        person.name = name();
        for (std::size_t i = below(3); i > 0; --i) {
            person.hats[id<Role>()] = std::vector<double>{0, 0.5, 0.1, 1}[below(4)];
        }
        person.vacant = below(3) == 0;
        person.position = position();
        person.extra = extra();
        return person;
    }

    OrganisationChoice choice() {
        OrganisationChoice choice;
        choice.home = static_cast<Home>(below(6));
        choice.liaison = below(2) == 0;
        choice.bdrOwner = static_cast<BdrOwner>(below(2));
        for (std::size_t i = below(3); i > 0; --i) {
            choice.context["f" + name()] = static_cast<int>(below(5));
        }
        choice.extra = extra();
        return choice;
    }

    Meeting meeting() {
        Meeting meeting;
        meeting.name = name();
        meeting.period = period();
        meeting.minutes = 1 + whole(9'999);
        meeting.weekday = static_cast<Weekday>(below(8));
        meeting.startMinutes = maybe(whole(1'439));
        meeting.attendees = ids<Role>();
        meeting.perPod = below(2) == 0;
        meeting.topics = names();
        meeting.outputs = names();
        for (std::size_t i = below(3); i > 0; --i) {
            meeting.held["2026-11-" + std::to_string(10 + below(20))] = below(2) == 0;
        }
        meeting.position = position();
        meeting.extra = extra();
        return meeting;
    }

    Decision decision() {
        Decision decision;
        decision.name = name();
        decision.deciders = ids<Role>();
        decision.either = below(2) == 0;
        decision.tieBreak = reference<Role>();
        for (const RoleId &role : ids<Role>()) {
            decision.inputs[role] = maybe_name();
        }
        decision.period = period();
        decision.deadline = maybe_name();
        decision.turnaroundDays = maybe(whole(100'000));
        decision.activities = ids<Activity>();
        decision.forum = reference<Meeting>();
        decision.position = position();
        decision.extra = extra();
        return decision;
    }

    EscalationLevel level() {
        EscalationLevel level;
        level.parties = ids<Role>();
        level.about = maybe_name();
        level.trigger = maybe_name();
        level.limitDays = maybe(whole(100'000));
        level.forum = reference<Meeting>();
        level.position = position();
        level.extra = extra();
        return level;
    }

    Kpi kpi() {
        Kpi kpi;
        kpi.name = name();
        kpi.role = reference<Role>();
        kpi.owner = reference<Role>();
        kpi.unit = maybe_name();
        kpi.direction = static_cast<KpiDirection>(below(2));
        kpi.centre = static_cast<KpiCentre>(below(3));
        kpi.target = maybe_name();
        kpi.source = maybe_name();
        kpi.review = reference<Meeting>();
        kpi.signedByMarketing = below(2) == 0;
        kpi.signedBySales = below(2) == 0;
        for (std::size_t i = below(3); i > 0; --i) {
            kpi.values["2026-Q" + name()] = number();
        }
        kpi.position = position();
        kpi.extra = extra();
        return kpi;
    }

    Acceptance acceptance() {
        Acceptance acceptance;
        acceptance.reason = maybe_note();
        acceptance.by = maybe_name();
        acceptance.at = below(2) == 0 ? "" : "2026-11-23";
        acceptance.extra = extra();
        return acceptance;
    }

    /// At a place that the plan may have or not.
    Conflict conflict() {
        Conflict conflict;
        switch (below(4)) {
        case 0: conflict.path = {"roles", id<Role>().text, "headcount"}; break;
        case 1: conflict.path = {"grid", "rows", id<Activity>().text, id<Role>().text}; break;
        case 2: conflict.path = {"kpis", id<Kpi>().text}; break;
        default: conflict.path = {"title"}; break;
        }
        conflict.base = maybe(json(2));
        while (conflict.values.size() < 2 + below(2)) {
            conflict.values[maybe(json(2))] =
                below(2) == 0 ? std::set<std::string>() : std::set<std::string>{name(), "2026-11-23T07:20:00Z"};
        }
        conflict.extra = extra();
        return conflict;
    }

    Practice practice() {
        Practice practice;
        practice.kind = static_cast<PracticeKind>(below(4));
        practice.name = name();
        practice.text = maybe_note();
        practice.steps = names();
        practice.owner = reference<Role>();
        practice.approvers = ids<Role>();
        practice.period = period();
        practice.due = date();
        practice.position = position();
        practice.extra = extra();
        return practice;
    }

    Tool tool() {
        Tool tool;
        tool.name = name();
        tool.purpose = static_cast<ToolPurpose>(below(6));
        tool.owner = reference<Role>();
        tool.access = ids<Role>();
        tool.training = maybe_name();
        tool.integratesWith = ids<Tool>();
        tool.position = position();
        tool.extra = extra();
        return tool;
    }

    LogEntry log_entry() {
        LogEntry entry;
        entry.kind = static_cast<LogEntry::Kind>(below(2));
        entry.what = maybe_name();
        entry.owner = reference<Role>();
        entry.due = date();
        entry.done = below(2) == 0;
        entry.on = date();
        entry.about = maybe_note();
        entry.position = position();
        entry.extra = extra();
        return entry;
    }

    Dispute dispute() {
        Dispute dispute;
        dispute.what = maybe_name();
        dispute.activity = reference<Activity>();
        dispute.level = reference<EscalationLevel>();
        dispute.rule = maybe_name();
        dispute.days = maybe(whole(100'000));
        dispute.on = date();
        dispute.position = position();
        dispute.extra = extra();
        return dispute;
    }

    OwnModel own_model() {
        OwnModel model;
        model.name = name();
        model.home = static_cast<Home>(below(6));
        model.liaison = below(2) == 0;
        model.bdrOwner = static_cast<BdrOwner>(below(2));
        model.essence = maybe_name();
        model.advantages = names();
        model.drawbacks = names();
        model.governance = maybe_name();
        model.fitsWhen = maybe_name();
        for (std::size_t i = below(3); i > 0; --i) {
            model.needs["f" + name()] = {below(2) == 0, answer(), std::vector<double>{0, 0.1, 3, 100}[below(4)]};
        }
        model.position = position();
        model.extra = extra();
        return model;
    }

    RunSheetItem run_sheet_item() { return {name(), 1 + whole(9'999), static_cast<RunSheetPurpose>(whole(4)), position(), extra()}; }

    void add_practices(Plan &plan) {
        for (std::size_t i = below(4); i > 0; --i) {
            plan.practices.edit().practices[id<Practice>()] = practice();
            plan.practices.edit().tools[id<Tool>()] = tool();
            plan.records.edit().log[id<LogEntry>()] = log_entry();
            plan.records.edit().disputes[id<Dispute>()] = dispute();
            plan.organisation.edit().models[id<OwnModel>()] = own_model();
            plan.workshop.edit().sheet[id<RunSheetItem>()] = run_sheet_item();
            plan.workshop.edit().parked.insert("rule|" + name());
            plan.readiness.edit().answers["s" + name()][side()] = answer();
        }
    }

    AccountColumn account_column() {
        return {name(), static_cast<AccountColumnType>(below(5)), below(2) == 0, below(2) == 0, maybe(40 + whole(760)), position(),
                extra()};
    }

    AccountMark account_mark() {
        AccountMark mark;
        mark.note = maybe_note();
        mark.tags = names();
        mark.tier = maybe(static_cast<Tier>(below(4)));
        mark.reason = maybe_name();
        mark.placement = maybe(static_cast<Placement>(below(3)));
        mark.committeeSize = maybe(1 + whole(999));
        mark.pinned = below(2) == 0;
        for (std::size_t i = below(3); i > 0; --i) {
            mark.stageSince["s" + name()] = sure_date();
        }
        mark.position = position();
        mark.extra = extra();
        return mark;
    }

    Criterion criterion() {
        Criterion criterion;
        criterion.name = name();
        criterion.family = static_cast<CriterionFamily>(below(4));
        criterion.column = reference<AccountColumn>();
        criterion.scale = static_cast<ScaleKind>(below(4));
        for (double x = number(); std::isfinite(x) && x < 1e6 && below(3) != 0; x = x + 1 + static_cast<double>(below(100))) {
            if (criterion.points.empty() || x > criterion.points.back().x) {
                criterion.points.push_back({x, share()});
            }
        }
        for (std::size_t i = below(3); i > 0; --i) {
            criterion.values["v" + name()] = share();
        }
        criterion.otherwise = share();
        criterion.halfLife = std::vector<double>{0.01, 90, 100'000}[below(3)];
        criterion.missing = static_cast<MissingPolicy>(below(4));
        criterion.marketing = std::vector<double>{0, 0.1, 3, 1e6}[below(4)];
        criterion.sales = std::vector<double>{0, 0.1, 3, 1e6}[below(4)];
        criterion.settled = maybe(share());
        criterion.position = position();
        criterion.extra = extra();
        return criterion;
    }
    double share() { return std::vector<double>{0, 0.5, 0.1, 1}[below(4)]; }

    Collection<Criterion> criteria() {
        Collection<Criterion> some;
        for (std::size_t i = below(3); i > 0; --i) {
            some[id<Criterion>()] = criterion();
        }
        return some;
    }
    ScoreVersion score_version() { return {name(), date(), maybe_note(), criteria(), tier_policy(), position(), extra()}; }
    FrozenList frozen_list() { return {name(), date(), ids<AccountMark>(), ids<AccountMark>(), ids<AccountMark>(), position(), extra()}; }
    std::set<std::string> keys() {
        std::set<std::string> some;
        for (std::size_t i = below(3); i > 0; --i) {
            some.insert("k" + name());
        }
        return some;
    }
    OutcomePolicy outcome_policy() { return {reference<AccountColumn>(), keys(), keys(), extra()}; }

    AccountBoard account_board() {
        AccountBoard board;
        board.by = static_cast<BoardBy>(below(3));
        board.fields = ids<AccountColumn>();
        for (const std::string &key : keys()) {
            board.limits[key] = whole(1'000'000);
        }
        board.extra = extra();
        return board;
    }
    std::map<std::string, std::string> import_map() {
        std::map<std::string, std::string> map;
        for (const std::string &key : keys()) {
            map[key] = reference<AccountColumn>().text;
        }
        return map;
    }

    std::vector<ContactActivity> contact_activities() {
        std::vector<ContactActivity> some;
        for (std::size_t i = below(4); i > 0; --i) {
            some.push_back(
                {static_cast<ContactActivityKind>(below(6)), sure_date(), maybe(std::vector<double>{0, 12.5, 10'000}[below(3)])});
        }
        return some;
    }
    Contact contact() {
        Contact contact;
        contact.name = name();
        contact.account = reference<AccountMark>();
        contact.title = maybe_name();
        contact.committee = static_cast<CommitteeRole>(below(6));
        contact.budget = static_cast<Known>(below(3));
        contact.authority = static_cast<Known>(below(3));
        contact.need = static_cast<Known>(below(3));
        contact.timeline = static_cast<Known>(below(3));
        contact.stage = reference<LeadStage>();
        contact.stageSince = date();
        contact.activities = contact_activities();
        contact.note = maybe_note();
        contact.position = position();
        contact.extra = extra();
        return contact;
    }
    LeadStage lead_stage() {
        LeadStage stage;
        stage.name = name();
        stage.definition = maybe_note();
        stage.action = maybe_note();
        stage.timing = maybe_note();
        stage.reason = maybe_note();
        stage.owner = reference<Role>();
        stage.responseHours = maybe(whole(100'000));
        stage.signedByMarketing = below(2) == 0;
        stage.signedBySales = below(2) == 0;
        stage.leastGrade = maybe(static_cast<FitGrade>(below(4)));
        stage.leastPoints = std::vector<double>{0, 0.1, 60, 1'000'000}[below(4)];
        stage.leastAnswers = answer();
        stage.position = position();
        stage.extra = extra();
        return stage;
    }
    LeadPolicy lead_policy() {
        LeadPolicy policy;
        for (std::size_t i = below(4); i > 0; --i) {
            policy.worth[static_cast<ContactActivityKind>(below(6))] = {std::vector<double>{0, 0.5, 1'000}[below(3)],
                                                                        std::vector<double>{0, 30, 10'000}[below(3)],
                                                                        std::vector<double>{0.01, 90, 100'000}[below(3)]};
        }
        policy.gradeA = whole(5);
        policy.gradeB = whole(5);
        policy.gradeC = whole(5);
        policy.engagedDays = whole(100'000);
        policy.committeeSize = 1 + whole(999);
        policy.revenue = reference<AccountColumn>();
        for (const KpiId &kpi : ids<Kpi>()) {
            policy.measures[kpi] = name();
        }
        policy.extra = extra();
        return policy;
    }

    std::map<RoleId, double> effort() {
        std::map<RoleId, double> hours;
        for (const RoleId &role : ids<Role>()) {
            hours[role] = std::vector<double>{0, 0.5, 12, 100'000}[below(4)];
        }
        return hours;
    }
    Pod pod() {
        Pod pod;
        pod.name = name();
        for (const RoleId &role : ids<Role>()) {
            pod.members[role] = reference<Person>().text;
        }
        pod.affinity = keys();
        pod.position = position();
        pod.extra = extra();
        return pod;
    }
    double load() { return std::vector<double>{0, 0.5, 10, 1'000}[below(4)]; }
    PodPolicy pod_policy() { return {reference<AccountColumn>(), load(), load(), load(), extra()}; }
    Play play() {
        Play play;
        play.name = name();
        play.account = reference<AccountMark>();
        play.owner = reference<Role>();
        play.start = date();
        play.weeks = 1 + whole(519);
        play.effort = effort();
        play.follows = reference<Play>();
        play.status = static_cast<PlayStatus>(below(4));
        play.position = position();
        play.extra = extra();
        return play;
    }
    PlayTemplate play_template() {
        return {name(),   static_cast<Tier>(below(4)), reference<Role>(), whole(520), 1 + whole(519),
                effort(), reference<PlayTemplate>(),   position(),        extra()};
    }
    EngagementNote engagement_note() {
        return {static_cast<EngagementNote::Kind>(below(2)),
                reference<AccountMark>(),
                date(),
                maybe_note(),
                reference<Contact>(),
                reference<Play>(),
                position(),
                extra()};
    }

    void add_engagement(Plan &plan) {
        for (std::size_t i = below(4); i > 0; --i) {
            plan.scoring.edit().versions[id<ScoreVersion>()] = score_version();
            plan.scoring.edit().lists[id<FrozenList>()] = frozen_list();
            plan.contacts.edit().contacts[id<Contact>()] = contact();
            plan.contacts.edit().stages[id<LeadStage>()] = lead_stage();
            plan.engagement.edit().pods[id<Pod>()] = pod();
            plan.engagement.edit().plays[id<Play>()] = play();
            plan.engagement.edit().templates[id<PlayTemplate>()] = play_template();
            plan.engagement.edit().notes[id<EngagementNote>()] = engagement_note();
        }
        plan.accounts.edit().board = account_board();
        plan.accounts.edit().stages = names();
        plan.accounts.edit().importMap = import_map();
        plan.scoring.edit().outcome = outcome_policy();
        plan.contacts.edit().policy = lead_policy();
        plan.engagement.edit().podPolicy = pod_policy();
    }

    TierPolicy tier_policy() {
        TierPolicy policy;
        policy.method = static_cast<TierMethod>(below(2));
        policy.oneToOne = whole(1'000'000);
        policy.oneToManyFrom = std::vector<double>{0, 40, 0.1, 100}[below(4)];
        policy.confidence = share();
        policy.asOf = date();
        policy.extra = extra();
        return policy;
    }

    ScoringSignature signature() { return {name(), date(), maybe_note(), random_id(m_bits), random_id(m_bits), extra()}; }

    /// What may stand in a cell, of any type.
    std::string cell() {
        static const std::vector<std::string> cells = {"",    " ",          "Software", "12",         "-0",    "1e999", "nan", "0.1",
                                                       "yes", "2026-11-23", "maybe",    "2026-02-30", "é\n🏀", "=1+1",  "no",  "1.234,5"};
        return cells[below(cells.size())];
    }

    AccountTable account_table() {
        std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
        for (const AccountColumnId &column : ids<AccountColumn>()) {
            columns.emplace_back(column, static_cast<AccountColumnType>(below(5)));
        }
        return filled_table(columns);
    }

    AccountTable filled_table(const std::vector<std::pair<AccountColumnId, AccountColumnType>> &columns) {
        AccountTableBuilder builder(columns);
        std::set<std::string> keys;
        for (std::size_t i = below(20); i > 0; --i) {
            const std::string key = "a" + std::to_string(below(30));
            if (keys.insert(key).second) {
                builder.add_row(key);
                for (std::size_t column = 0; column < columns.size(); ++column) {
                    builder.add_any(column, cell());
                }
            }
        }
        return builder.take();
    }

    SetAccountCells account_cells() {
        SetAccountCells set;
        set.column = id<AccountColumn>();
        for (std::size_t i = below(4); i > 0; --i) {
            set.cells[AccountId("a" + std::to_string(below(30)))] = cell();
        }
        return set;
    }

    void add_accounts(Plan &plan) {
        Accounts &accounts = plan.accounts.edit();
        for (std::size_t i = below(4); i > 0; --i) {
            accounts.columns[id<AccountColumn>()] = account_column();
            accounts.marks[id<AccountMark>()] = account_mark();
            plan.scoring.edit().criteria[id<Criterion>()] = criterion();
        }
        std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
        for (const auto &[column, described] : accounts.columns) {
            columns.emplace_back(column, described.type);
        }
        accounts.table = filled_table(columns);
        accounts.keyName = maybe_name();
        accounts.nameColumn = reference<AccountColumn>();
        plan.scoring.edit().tiers = tier_policy();
        for (std::size_t i = below(3); i > 0; --i) {
            plan.scoring.edit().signatures[static_cast<Side>(below(2))] = signature();
        }
    }

    void add_ballots(Plan &plan) {
        for (std::size_t i = below(6); i > 0; --i) {
            set_letters(plan.ballots.edit().grid[side()], id<Activity>(), id<Role>(), letters());
            plan.ballots.edit().context[side()]["f" + name()] = answer();
            plan.ballots.edit().tallies[id<Activity>()] = "5" + name();
        }
    }

    Side side() { return static_cast<Side>(below(3)); }
    int answer() { return static_cast<int>(below(5)); }
    std::string sure_date() { return "2026-11-" + std::to_string(10 + below(20)); }
    std::string date() { return below(2) == 0 ? std::string() : sure_date(); }

    /// 0 to `most`, and often one of the two.
    int whole(int most) {
        const std::size_t choice = below(4);
        return choice == 0 ? 0 : choice == 1 ? most : static_cast<int>(below(static_cast<std::size_t>(most)));
    }
    Period period() {
        const auto unit = static_cast<PeriodUnit>(below(6));
        return {unit, unit == PeriodUnit::none || below(2) == 0 ? 1 : 1 + whole(99)};
    }
    template <class Item> Id<Item> reference() { return below(3) == 0 ? Id<Item>() : id<Item>(); }
    template <class Item> std::set<Id<Item>> ids() {
        std::set<Id<Item>> some;
        for (std::size_t i = below(4); i > 0; --i) {
            some.insert(id<Item>());
        }
        return some;
    }
    std::vector<std::string> names() {
        std::vector<std::string> some;
        for (std::size_t i = below(4); i > 0; --i) {
            some.push_back(maybe_name());
        }
        return some;
    }

    Activity activity() { return {name(), maybe_note(), below(2) == 0 ? PhaseId() : id<Phase>(), position(), extra()}; }

    RaciGrid grid() {
        RaciGrid grid;
        grid.scheme = below(2) == 0 ? LetterScheme::raci : LetterScheme::rasci;
        for (std::size_t i = below(3); i > 0; --i) {
            grid.extraLetters[letter()] = maybe_name();
            grid.phases[id<Phase>()] = {name(), position(), extra()};
        }
        for (std::size_t i = below(15); i > 0; --i) {
            grid.activities[id<Activity>()] = activity();
            grid.columns[id<Role>()] = {position(), extra()};
        }
        for (std::size_t i = below(40); i > 0; --i) {
            set_letters(grid, id<Activity>(), id<Role>(), letters());
        }
        for (std::size_t i = below(5); i > 0; --i) {
            grid.notes[id<Activity>()][id<Role>()] = "n" + text();
            set_letters(grid.asIs, id<Activity>(), id<Role>(), letters());
        }
        grid.asIsOn = date();
        grid.extra = extra();
        return grid;
    }

    RandomBits m_bits;
};

} // namespace fullcourt::test
