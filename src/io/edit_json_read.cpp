#include <array>
#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "base/text.h"
#include "io/conflict_fields.h"
#include "io/edit_json.h"
#include "io/edit_words.h"
#include "io/item_reader.h"

namespace fullcourt {
namespace {

/// Calls `use(static_cast<const Item *>(nullptr))` for the item whose word this is; nothing for another word.
template <class... Items, class Use> std::optional<EditStep> for_item_called(std::string_view word, const Use &use) {
    std::optional<EditStep> step;
    static_cast<void>(((itemWords<Items>.one == word && (step = use(static_cast<const Items *>(nullptr)), true)) || ...));
    return step;
}
template <class Use> std::optional<EditStep> for_item(std::string_view word, const Use &use) {
    return for_item_called<Role, Phase, Activity, Person, Meeting, Decision, EscalationLevel, Kpi, Practice, Tool, LogEntry, Dispute,
                           OwnModel, RunSheetItem, AccountColumn, AccountMark, Criterion, ScoreVersion, FrozenList, Contact, LeadStage, Pod,
                           Play, PlayTemplate, EngagementNote>(word, use);
}

// Reading. Anything unexpected makes the step unreadable: nothing here is mended.

class StepReader {
  public:
    StepReader(const Tree::object_t &object, const AccountLists &accounts, Repairs &repairs)
        : m_fields(object, "A step", "", anyText, repairs), m_accounts(accounts), m_repairs(repairs) {}

    std::optional<EditStep> read() {
        if (const std::optional<std::string> what = m_fields.string_at("set")) {
            return read_set(*what);
        }
        if (const std::optional<std::string> what = m_fields.string_at("put")) {
            return read_put(*what);
        }
        if (const std::optional<std::string> what = m_fields.string_at("remove")) {
            return read_remove(*what);
        }
        return std::nullopt;
    }

  private:
    static constexpr TextRules anyText = {std::string::npos, std::string::npos, false, std::string::npos};

    std::optional<EditStep> read_set(const std::string &what) {
        if (what == "title" || what == "description") {
            const std::optional<std::string> text = m_fields.string_at("text");
            return !text ? std::nullopt : what == "title" ? step(SetTitle{*text}) : step(SetDescription{*text});
        }
        if (what == "letters") {
            return read_letters<SetLetters>();
        }
        if (what == "as-is-letters") {
            return read_letters<SetAsIsLetters>();
        }
        if (what == "scheme") {
            SetScheme scheme;
            m_fields.choice("scheme", scheme.scheme, schemeWords);
            return scheme;
        }
        if (what == "extra-letter") {
            return read_extra_letter();
        }
        if (what == "rule" || what == "threshold") {
            return what == "rule" ? read_rule() : read_threshold();
        }
        if (what == "acceptance") {
            return read_acceptance();
        }
        if (what == "extra") {
            return read_extra();
        }
        if (what == "conflict") {
            return read_open_conflict();
        }
        const std::optional<EditStep> answer = read_answer(what);
        return answer ? answer : read_note(what);
    }

    /// What stands beside the plan's own letters and answers: notes, the as-is picture, ballots, tallies, what is parked.
    std::optional<EditStep> read_note(const std::string &what) {
        if (what == "cell-note") {
            return read_cell_note();
        }
        if (what == "as-is-date") {
            SetAsIsDate date;
            m_fields.date("date", date.date);
            return date;
        }
        if (what == "ballot-letters") {
            return read_ballot_letters();
        }
        if (what == "tally") {
            return read_tally();
        }
        if (what == "parked") {
            return read_parked();
        }
        const std::optional<EditStep> answer = read_side_answer(what);
        return answer ? answer : read_account_step(what);
    }

    /// Accounts and their score.
    std::optional<EditStep> read_account_step(const std::string &what) {
        if (what == "account-cells") {
            return read_account_cells();
        }
        if (what == "account-table") {
            return read_account_table();
        }
        if (what == "account-naming") {
            SetAccountNaming naming;
            naming.keyName = m_fields.string_at("key").value_or("");
            m_fields.reference("name", naming.nameColumn);
            return naming;
        }
        if (what == "account-import") {
            return read_import_map();
        }
        if (what == "account-stages") {
            const Tree::object_t *order = m_fields.claim_object("order");
            return order == nullptr ? std::nullopt : step(SetAccountStages{lines_of(*order, "stages")});
        }
        return what == "signature" ? read_signature() : read_policy(what);
    }

    /// What a section says as a whole.
    std::optional<EditStep> read_policy(const std::string &what) {
        const Tree::object_t *policy = m_fields.claim_object(what == "account-board" ? "board" : "policy");
        if (policy == nullptr) {
            return std::nullopt;
        }
        if (what == "tiers") {
            return SetTierPolicy{part_of<TierPolicy>(*policy, "Tiers")};
        }
        if (what == "account-board") {
            return SetAccountBoard{part_of<AccountBoard>(*policy, "The board")};
        }
        if (what == "outcome") {
            return SetOutcomePolicy{part_of<OutcomePolicy>(*policy, "The outcome")};
        }
        if (what == "lead-policy") {
            return SetLeadPolicy{part_of<LeadPolicy>(*policy, "The worth of activities")};
        }
        return what == "pod-policy" ? step(SetPodPolicy{part_of<PodPolicy>(*policy, "The pods' loads")}) : std::nullopt;
    }

    std::vector<std::string> lines_of(const Tree::object_t &object, std::string_view key) {
        FieldReader fields(object, "A list", "", anyText, m_repairs);
        std::vector<std::string> lines;
        fields.lines(key, lines);
        return lines;
    }

    std::optional<EditStep> read_import_map() {
        const Tree::object_t *columns = m_fields.claim_object("columns");
        if (columns == nullptr) {
            return std::nullopt;
        }
        SetImportMap map;
        for (const auto &[head, tree] : *columns) {
            const auto *column = tree.get_ptr<const std::string *>();
            if (column == nullptr) {
                return std::nullopt;
            }
            map.columns.emplace(head, *column);
        }
        return map;
    }

    template <class Part> Part part_of(const Tree::object_t &object, const std::string &where) {
        FieldReader fields(object, where, "", anyText, m_repairs);
        return read_part<Part>(fields);
    }

    std::optional<EditStep> read_signature() {
        const std::optional<Side> side = read_side();
        if (!side) {
            return std::nullopt;
        }
        SetSignature signature{*side, std::nullopt};
        if (const Tree::object_t *object = m_fields.claim_object("signature")) {
            signature.signature = part_of<ScoringSignature>(*object, "A signature");
        }
        return signature;
    }

    std::optional<EditStep> read_account_cells() {
        SetAccountCells set;
        m_fields.reference("column", set.column);
        const Tree::object_t *cells = m_fields.claim_object("cells");
        if (set.column.empty() || cells == nullptr) {
            return std::nullopt;
        }
        for (const auto &[account, tree] : *cells) {
            const auto *text = tree.get_ptr<const std::string *>();
            if (text == nullptr) {
                return std::nullopt;
            }
            set.cells.emplace(AccountId(account), *text);
        }
        return set;
    }

    std::optional<EditStep> read_account_table() {
        const RawRows *rows = m_accounts.at(m_fields.claim("accounts"));
        const Tree::object_t *types = m_fields.claim_object("types");
        if (rows == nullptr || types == nullptr) {
            return std::nullopt;
        }
        AccountColumnTypes columns;
        FieldReader reader(*types, "The columns of the accounts", "", anyText, m_repairs);
        for (const auto &[id, tree] : *types) {
            reader.choice(id, columns[AccountColumnId(id)], accountColumnTypeWords);
        }
        return SetAccountTable{read_account_rows(*rows, columns, {}, m_repairs)};
    }

    std::optional<Side> read_side() {
        if (m_fields.claim("side") == nullptr) {
            return std::nullopt;
        }
        Side side = Side::marketing;
        m_fields.choice("side", side, sideWords);
        return side;
    }

    std::optional<EditStep> read_ballot_letters() {
        const std::optional<Side> side = read_side();
        const std::optional<SetLetters> cell = read_cell_letters<SetLetters>();
        return side && cell ? step(SetBallotLetters{*side, cell->activity, cell->role, cell->letters}) : std::nullopt;
    }

    std::optional<EditStep> read_side_answer(const std::string &what) {
        const std::optional<Side> side = read_side();
        const std::optional<std::string> code = what == "readiness"       ? m_fields.string_at("statement")
                                                : what == "ballot-answer" ? m_fields.string_at("factor")
                                                                          : std::nullopt;
        if (!side || !code) {
            return std::nullopt;
        }
        std::optional<int> answer;
        m_fields.number("answer", answer, answerRange);
        return what == "readiness" ? step(SetReadiness{*side, *code, answer}) : step(SetBallotAnswer{*side, *code, answer});
    }

    std::optional<EditStep> read_cell_note() {
        SetCellNote note;
        m_fields.reference("activity", note.activity);
        m_fields.reference("role", note.role);
        note.text = m_fields.string_at("text");
        return note.activity.empty() || note.role.empty() ? std::nullopt : step(note);
    }

    std::optional<EditStep> read_tally() {
        SetTally tally;
        m_fields.reference("activity", tally.activity);
        tally.tally = m_fields.string_at("tally");
        return tally.activity.empty() ? std::nullopt : step(tally);
    }

    std::optional<EditStep> read_parked() {
        const std::optional<std::string> finding = m_fields.string_at("finding");
        const Tree *on = m_fields.claim("on");
        const bool *parked = on == nullptr ? nullptr : on->get_ptr<const bool *>();
        return finding && parked != nullptr ? step(SetParked{*finding, *parked}) : std::nullopt;
    }

    /// One of the answers about the organisation.
    std::optional<EditStep> read_answer(const std::string &what) {
        if (what == "home") {
            SetHome home;
            m_fields.choice("home", home.home, homeWords);
            return home;
        }
        if (what == "bdr-owner") {
            SetBdrOwner owner;
            m_fields.choice("owner", owner.owner, bdrOwnerWords);
            return owner;
        }
        if (what == "liaison") {
            const Tree *on = m_fields.claim("on");
            return on == nullptr || !on->is_boolean() ? std::nullopt : step(SetLiaison{on->get<bool>()});
        }
        const std::optional<std::string> factor = what == "answer" ? m_fields.string_at("factor") : std::nullopt;
        if (!factor) {
            return std::nullopt;
        }
        SetAnswer answer{*factor, std::nullopt};
        m_fields.number("answer", answer.answer, answerRange);
        return answer;
    }

    std::optional<EditStep> read_acceptance() {
        const std::optional<std::string> finding = m_fields.string_at("finding");
        if (!finding) {
            return std::nullopt;
        }
        SetAcceptance set{*finding, std::nullopt};
        if (const Tree::object_t *object = m_fields.claim_object("acceptance")) {
            FieldReader fields(*object, "An acceptance", "", anyText, m_repairs);
            set.acceptance = read_part<Acceptance>(fields);
        }
        return set;
    }

    template <class Set> std::optional<EditStep> read_letters() {
        const std::optional<Set> letters = read_cell_letters<Set>();
        return letters ? step(*letters) : std::nullopt;
    }

    template <class Set> std::optional<Set> read_cell_letters() {
        Set letters;
        m_fields.reference("activity", letters.activity);
        m_fields.reference("role", letters.role);
        const std::optional<std::string> text = m_fields.string_at("letters");
        const std::optional<Letters> parsed = text ? Letters::parse(*text) : std::nullopt;
        if (!parsed || letters.activity.empty() || letters.role.empty()) {
            return std::nullopt;
        }
        letters.letters = *parsed;
        return letters;
    }

    std::optional<EditStep> read_extra_letter() {
        const std::optional<std::string> letter = m_fields.string_at("letter");
        if (!letter || letter->size() != 1 || Letters::one(letter->front()).empty()) {
            return std::nullopt;
        }
        return SetExtraLetter{letter->front(), m_fields.string_at("meaning")};
    }

    std::optional<EditStep> read_rule() {
        const std::optional<std::string> rule = m_fields.string_at("rule");
        const Tree *on = m_fields.claim("on");
        if (!rule || (on != nullptr && !on->is_boolean())) {
            return std::nullopt;
        }
        return SetRule{*rule, on == nullptr ? std::nullopt : std::optional(on->get<bool>())};
    }

    std::optional<EditStep> read_threshold() {
        const std::optional<std::string> name = m_fields.string_at("name");
        const Tree *value = m_fields.claim("value");
        if (!name || (value != nullptr && !value->is_number())) {
            return std::nullopt;
        }
        return SetThreshold{*name, value == nullptr ? std::nullopt : std::optional(value->get<double>())};
    }

    std::optional<EditStep> read_extra() {
        SetExtra extra;
        m_fields.choice("place", extra.place, extraPlaceWords);
        const std::optional<std::string> key = m_fields.string_at("key");
        if (!key) {
            return std::nullopt;
        }
        extra.key = *key;
        if (const Tree *value = m_fields.claim("value")) {
            extra.json = canonical_text(*value);
        }
        return extra;
    }

    std::optional<EditStep> read_open_conflict() {
        const std::optional<std::string> key = m_fields.string_at("key");
        if (!key) {
            return std::nullopt;
        }
        SetConflict set{*key, std::nullopt};
        if (const Tree::object_t *object = m_fields.claim_object("conflict")) {
            FieldReader fields(*object, "A conflict", "", anyText, m_repairs);
            set.conflict = read_conflict(fields);
            return set.conflict ? step(set) : std::nullopt;
        }
        return set;
    }

    std::optional<EditStep> read_put(const std::string &what) {
        const Tree::object_t *item = m_fields.claim_object("item");
        if (item == nullptr) {
            return std::nullopt;
        }
        if (what == itemWords<Column>.one) {
            const auto put = read_item_of<RoleId, Column>(*item);
            return put ? step(ShowColumn{put->first, put->second}) : std::nullopt;
        }
        return for_item(what, [&]<class Item>(const Item *) {
            const auto put = read_item_of<Id<Item>, Item>(*item);
            return put ? step(Put<Item>{put->first, put->second}) : std::nullopt;
        });
    }

    template <class Key, class Item> std::optional<std::pair<Key, Item>> read_item_of(const Tree::object_t &object) {
        FieldReader fields(object, "An item", "", anyText, m_repairs);
        Key id;
        fields.reference(itemWords<Item>.idKey, id);
        Item item = read_item<Item>(fields);
        if (id.empty() || item.position.key.empty()) {
            return std::nullopt;
        }
        return std::pair(std::move(id), std::move(item));
    }

    std::optional<EditStep> read_remove(const std::string &what) {
        RoleId id;
        m_fields.reference("id", id);
        if (id.empty()) {
            return std::nullopt;
        }
        if (what == itemWords<Column>.one) {
            return HideColumn{id};
        }
        return for_item(what, [&]<class Item>(const Item *) { return step(Remove<Item>{Id<Item>(id.text)}); });
    }

    static std::optional<EditStep> step(EditStep value) { return value; }

    FieldReader m_fields;
    const AccountLists &m_accounts;
    Repairs &m_repairs;
};

Error unreadable(const std::string &why) { return {"The journal holds an edit that cannot be read: " + why, {}}; }

Result<PlanEdit> restore_within_memory(std::string_view bytes) {
    RestoreLimits limits;
    // An item lies a little deeper in an edit than in a plan file.
    limits.depth += 8;
    Repairs repairs;
    AccountLists accounts;
    accounts.depth = 3; // the edit, its steps, a step
    const Result<Tree> tree = read_tree(bytes, limits, repairs, accounts);
    if (!tree) {
        return tree.error();
    }
    const auto *object = tree->get_ptr<const Tree::object_t *>();
    if (object == nullptr) {
        return unreadable("it is " + std::string(kind_of(*tree)) + ", not an edit.");
    }
    FieldReader fields(*object, "The edit", "", {std::string::npos, std::string::npos, false, std::string::npos}, repairs);
    PlanEdit edit;
    const std::optional<std::string> label = fields.string_at("label");
    const Tree::array_t *steps = fields.claim_list("steps");
    if (!label || steps == nullptr) {
        return unreadable("it has no label or no list of steps.");
    }
    edit.label = *label;
    for (const Tree &item : *steps) {
        const auto *stepObject = item.get_ptr<const Tree::object_t *>();
        std::optional<EditStep> step = stepObject == nullptr ? std::nullopt : StepReader(*stepObject, accounts, repairs).read();
        if (!step) {
            return unreadable("step " + std::to_string(edit.steps.size() + 1) + " is none that this program knows.");
        }
        edit.steps.push_back(std::move(*step));
    }
    if (!repairs.report().empty()) {
        return unreadable(repairs.report().sentences.front());
    }
    return edit;
}

} // namespace

Result<PlanEdit> restore_edit(std::string_view bytes) {
    try {
        return restore_within_memory(bytes);
    } catch (const std::bad_alloc &) {
    } catch (const std::length_error &) {
    }
    return unreadable("there is not enough memory.");
}

} // namespace fullcourt
