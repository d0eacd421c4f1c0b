// Everything a person does to a plan, as values: applied, journalled, undone, proposed as a fix, merged.
//
// An EditStep is primitive and total: applying it never fails, and applying it twice is applying it once. What a
// gesture does (deleting a role and its column) is composed of steps in edit/gestures.h.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// Adds an item or replaces it whole.
template <class Item> struct Put {
    Id<Item> id;
    Item item;
    friend bool operator==(const Put &, const Put &) = default;
};
/// Takes an item out; what refers to it stays as it is.
template <class Item> struct Remove {
    Id<Item> id;
    friend bool operator==(const Remove &, const Remove &) = default;
};

struct SetTitle {
    std::string text;
    friend bool operator==(const SetTitle &, const SetTitle &) = default;
};
struct SetDescription {
    std::string text;
    friend bool operator==(const SetDescription &, const SetDescription &) = default;
};
struct SetLetters {
    ActivityId activity;
    RoleId role;
    Letters letters; ///< empty clears the cell
    friend bool operator==(const SetLetters &, const SetLetters &) = default;
};
struct ShowColumn {
    RoleId role;
    Column column;
    friend bool operator==(const ShowColumn &, const ShowColumn &) = default;
};
struct HideColumn {
    RoleId role;
    friend bool operator==(const HideColumn &, const HideColumn &) = default;
};
struct SetScheme {
    LetterScheme scheme = LetterScheme::rasci;
    friend bool operator==(const SetScheme &, const SetScheme &) = default;
};
struct SetExtraLetter {
    char letter = 'V';
    std::optional<std::string> meaning; ///< nothing: takes the letter out
    friend bool operator==(const SetExtraLetter &, const SetExtraLetter &) = default;
};
struct SetRule {
    std::string rule;
    std::optional<bool> on; ///< nothing: the rule's own default
    friend bool operator==(const SetRule &, const SetRule &) = default;
};
struct SetThreshold {
    std::string name;
    std::optional<double> value; ///< nothing: the rule's own default; must be finite
    friend bool operator==(const SetThreshold &, const SetThreshold &) = default;
};
/// The answers to the three questions (DOMAIN §3).
struct SetHome {
    Home home = Home::notChosen;
    friend bool operator==(const SetHome &, const SetHome &) = default;
};
struct SetLiaison {
    bool liaison = false;
    friend bool operator==(const SetLiaison &, const SetLiaison &) = default;
};
struct SetBdrOwner {
    BdrOwner owner = BdrOwner::sales;
    friend bool operator==(const SetBdrOwner &, const SetBdrOwner &) = default;
};
struct SetAnswer {
    std::string factor;
    std::optional<int> answer; ///< 0 to 4; nothing: not answered
    friend bool operator==(const SetAnswer &, const SetAnswer &) = default;
};
struct SetAcceptance {
    std::string finding;                  ///< the finding's key
    std::optional<Acceptance> acceptance; ///< nothing: it is open again
    friend bool operator==(const SetAcceptance &, const SetAcceptance &) = default;
};
/// One side's answer to a statement of RULES §6.
struct SetReadiness {
    Side side = Side::marketing;
    std::string statement;
    std::optional<int> answer; ///< 0 to 4; nothing: not answered
    friend bool operator==(const SetReadiness &, const SetReadiness &) = default;
};
struct SetCellNote {
    ActivityId activity;
    RoleId role;
    std::optional<std::string> text; ///< nothing, or empty text: no note
    friend bool operator==(const SetCellNote &, const SetCellNote &) = default;
};
struct SetAsIsLetters {
    ActivityId activity;
    RoleId role;
    Letters letters; ///< empty clears the cell
    friend bool operator==(const SetAsIsLetters &, const SetAsIsLetters &) = default;
};
struct SetAsIsDate {
    std::string date; ///< empty: there is no as-is picture
    friend bool operator==(const SetAsIsDate &, const SetAsIsDate &) = default;
};
struct SetBallotLetters {
    Side side = Side::marketing;
    ActivityId activity;
    RoleId role;
    Letters letters; ///< empty clears the cell
    friend bool operator==(const SetBallotLetters &, const SetBallotLetters &) = default;
};
struct SetBallotAnswer {
    Side side = Side::marketing;
    std::string factor;
    std::optional<int> answer; ///< 0 to 4; nothing: not answered
    friend bool operator==(const SetBallotAnswer &, const SetBallotAnswer &) = default;
};
struct SetTally {
    ActivityId activity;
    std::optional<std::string> tally; ///< nothing, or empty text: none
    friend bool operator==(const SetTally &, const SetTally &) = default;
};
struct SetParked {
    std::string finding; ///< the finding's key
    bool parked = false;
    friend bool operator==(const SetParked &, const SetParked &) = default;
};
/// Cells of one column, by account, as a person types them; "" empties one. What the plan does not have is passed over.
struct SetAccountCells {
    AccountColumnId column;
    std::map<AccountId, std::string> cells;
    friend bool operator==(const SetAccountCells &, const SetAccountCells &) = default;
};
/// All rows and cells at once, in the types they have in the table.
struct SetAccountTable {
    AccountTable table;
    friend bool operator==(const SetAccountTable &, const SetAccountTable &) = default;
};
struct SetAccountNaming {
    std::string keyName;
    AccountColumnId nameColumn;
    friend bool operator==(const SetAccountNaming &, const SetAccountNaming &) = default;
};
struct SetTierPolicy {
    TierPolicy policy;
    friend bool operator==(const SetTierPolicy &, const SetTierPolicy &) = default;
};
struct SetSignature {
    Side side = Side::marketing;
    std::optional<ScoringSignature> signature; ///< nothing: the side has not signed
    friend bool operator==(const SetSignature &, const SetSignature &) = default;
};
/// What a merge left open, by its key; nothing: it is settled.
struct SetConflict {
    std::string key;
    std::optional<Conflict> conflict;
    friend bool operator==(const SetConflict &, const SetConflict &) = default;
};
struct SetAccountBoard {
    AccountBoard board;
    friend bool operator==(const SetAccountBoard &, const SetAccountBoard &) = default;
};
struct SetAccountStages {
    std::vector<std::string> stages; ///< empty: the standard ones
    friend bool operator==(const SetAccountStages &, const SetAccountStages &) = default;
};
struct SetImportMap {
    std::map<std::string, std::string> columns; ///< as Accounts::importMap
    friend bool operator==(const SetImportMap &, const SetImportMap &) = default;
};
struct SetOutcomePolicy {
    OutcomePolicy policy;
    friend bool operator==(const SetOutcomePolicy &, const SetOutcomePolicy &) = default;
};
struct SetLeadPolicy {
    LeadPolicy policy;
    friend bool operator==(const SetLeadPolicy &, const SetLeadPolicy &) = default;
};
struct SetPodPolicy {
    PodPolicy policy;
    friend bool operator==(const SetPodPolicy &, const SetPodPolicy &) = default;
};
/// Which map of unknown keys a SetExtra means (an item's own travel inside its Put).
enum class ExtraPlace { plan, grid, choice };
struct SetExtra {
    ExtraPlace place = ExtraPlace::plan;
    std::string key;
    std::optional<std::string> json; ///< nothing: takes the key out
    friend bool operator==(const SetExtra &, const SetExtra &) = default;
};

using EditKinds = std::variant<
    SetTitle, SetDescription, Put<Role>, Remove<Role>, Put<Phase>, Remove<Phase>, Put<Activity>, Remove<Activity>, Put<Person>,
    Remove<Person>, Put<Meeting>, Remove<Meeting>, Put<Decision>, Remove<Decision>, Put<EscalationLevel>, Remove<EscalationLevel>, Put<Kpi>,
    Remove<Kpi>, Put<Practice>, Remove<Practice>, Put<Tool>, Remove<Tool>, Put<LogEntry>, Remove<LogEntry>, Put<Dispute>, Remove<Dispute>,
    Put<OwnModel>, Remove<OwnModel>, Put<RunSheetItem>, Remove<RunSheetItem>, Put<AccountColumn>, Remove<AccountColumn>, Put<AccountMark>,
    Remove<AccountMark>, Put<Criterion>, Remove<Criterion>, Put<ScoreVersion>, Remove<ScoreVersion>, Put<FrozenList>, Remove<FrozenList>,
    Put<Contact>, Remove<Contact>, Put<LeadStage>, Remove<LeadStage>, Put<Pod>, Remove<Pod>, Put<Play>, Remove<Play>, Put<PlayTemplate>,
    Remove<PlayTemplate>, Put<EngagementNote>, Remove<EngagementNote>, SetAccountCells, SetAccountTable, SetAccountNaming, SetAccountBoard,
    SetAccountStages, SetImportMap, SetTierPolicy, SetSignature, SetOutcomePolicy, SetLeadPolicy, SetPodPolicy, SetLetters, ShowColumn,
    HideColumn, SetScheme, SetExtraLetter, SetHome, SetLiaison, SetBdrOwner, SetAnswer, SetAcceptance, SetRule, SetThreshold, SetReadiness,
    SetCellNote, SetAsIsLetters, SetAsIsDate, SetBallotLetters, SetBallotAnswer, SetTally, SetParked, SetConflict, SetExtra>;

template <class Kind, class Kinds> inline constexpr bool isKindOf = false;
template <class Kind, class... Kinds> inline constexpr bool isKindOf<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

/// One of the kinds; std::visit and std::get_if see through it. It is a class of its own, with what copies it out of line, because a
/// variant of so many kinds makes every file that copies one compile for most of a minute.
struct EditStep : EditKinds {
    template <class Kind>
        requires isKindOf<Kind, EditKinds>
    EditStep(Kind kind) : EditKinds(std::in_place_type<Kind>, std::move(kind)) {} // NOLINT(google-explicit-constructor)
    EditStep(const EditStep &other);
    EditStep(EditStep &&other) noexcept;
    EditStep &operator=(const EditStep &other);
    EditStep &operator=(EditStep &&other) noexcept;
    ~EditStep();

    friend bool operator==(const EditStep &a, const EditStep &b) { return a.equals(b); }

  private:
    bool equals(const EditStep &other) const;
};

/// One gesture: what undo takes back at once. The label completes "Undo …" in the person's words.
struct PlanEdit {
    std::string label;
    std::vector<EditStep> steps;

    friend bool operator==(const PlanEdit &, const PlanEdit &) = default;
};

void apply(Plan &plan, const EditStep &step);
void apply(Plan &plan, const PlanEdit &edit);

/// The steps that make `after` of `before`: apply(before, diff(before, after)) == after, for any two plans.
/// Sections that both still share cost nothing.
std::vector<EditStep> diff(const Plan &before, const Plan &after);

} // namespace fullcourt
