#include "io/edit_json.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "base/text.h"
#include "io/conflict_fields.h"
#include "io/field_writer.h"
#include "io/item_reader.h"

namespace fullcourt {
namespace {

constexpr std::array extraPlaceWords = {Named{ExtraPlace::plan, "plan"}, Named{ExtraPlace::grid, "grid"},
                                        Named{ExtraPlace::choice, "choice"}};

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

// Writing. The first member of a step says what it does; a "set" without its value takes the thing out.

struct StepWriter {
    std::string operator()(const SetTitle &step) const { return set("title", {{"text", json_string(step.text)}}); }
    std::string operator()(const SetDescription &step) const { return set("description", {{"text", json_string(step.text)}}); }
    template <class Item> std::string operator()(const Put<Item> &step) const {
        return object({{"put", json_string(itemWords<Item>.one)}, {"item", item_json(step.id, step.item)}});
    }
    template <class Item> std::string operator()(const Remove<Item> &step) const {
        return object({{"remove", json_string(itemWords<Item>.one)}, {"id", json_string(step.id.text)}});
    }
    std::string operator()(const SetLetters &step) const {
        return set("letters", cell(step.activity, step.role, {{"letters", json_string(step.letters.text())}}));
    }
    std::string operator()(const SetAsIsLetters &step) const {
        return set("as-is-letters", cell(step.activity, step.role, {{"letters", json_string(step.letters.text())}}));
    }
    std::string operator()(const SetBallotLetters &step) const {
        return set("ballot-letters", cell(step.activity, step.role, {{"letters", json_string(step.letters.text())}, side_of(step.side)}));
    }
    std::string operator()(const SetCellNote &step) const {
        return set("cell-note", cell(step.activity, step.role, given("text", step.text)));
    }
    std::string operator()(const SetAsIsDate &step) const {
        return set("as-is-date", step.date.empty() ? Members() : Members{{"date", json_string(step.date)}});
    }
    std::string operator()(const ShowColumn &step) const {
        return object({{"put", json_string(itemWords<Column>.one)}, {"item", item_json(step.role, step.column)}});
    }
    std::string operator()(const HideColumn &step) const {
        return object({{"remove", json_string(itemWords<Column>.one)}, {"id", json_string(step.role.text)}});
    }
    std::string operator()(const SetScheme &step) const {
        return set("scheme", {{"scheme", json_string(word_of(step.scheme, schemeWords))}});
    }
    std::string operator()(const SetExtraLetter &step) const {
        Members members = {{"letter", json_string({&step.letter, 1})}};
        if (step.meaning) {
            members.push_back({"meaning", json_string(*step.meaning)});
        }
        return set("extra-letter", members);
    }
    std::string operator()(const SetHome &step) const { return set("home", {{"home", json_string(word_of(step.home, homeWords))}}); }
    std::string operator()(const SetLiaison &step) const { return set("liaison", {{"on", step.liaison ? "true" : "false"}}); }
    std::string operator()(const SetBdrOwner &step) const {
        return set("bdr-owner", {{"owner", json_string(word_of(step.owner, bdrOwnerWords))}});
    }
    std::string operator()(const SetAnswer &step) const {
        return set("answer", together({{"factor", json_string(step.factor)}}, given("answer", step.answer)));
    }
    std::string operator()(const SetBallotAnswer &step) const {
        return set("ballot-answer", together({side_of(step.side), {"factor", json_string(step.factor)}}, given("answer", step.answer)));
    }
    std::string operator()(const SetReadiness &step) const {
        return set("readiness", together({side_of(step.side), {"statement", json_string(step.statement)}}, given("answer", step.answer)));
    }
    std::string operator()(const SetTally &step) const {
        return set("tally", together({{"activity", json_string(step.activity.text)}}, given("tally", step.tally)));
    }
    std::string operator()(const SetParked &step) const {
        return set("parked", {{"finding", json_string(step.finding)}, {"on", step.parked ? "true" : "false"}});
    }
    std::string operator()(const SetAcceptance &step) const {
        Members members = {{"finding", json_string(step.finding)}};
        if (step.acceptance) {
            members.push_back({"acceptance", part_json(*step.acceptance)});
        }
        return set("acceptance", members);
    }
    std::string operator()(const SetRule &step) const {
        Members members = {{"rule", json_string(step.rule)}};
        if (step.on) {
            members.push_back({"on", *step.on ? "true" : "false"});
        }
        return set("rule", members);
    }
    std::string operator()(const SetThreshold &step) const {
        Members members = {{"name", json_string(step.name)}};
        if (step.value) {
            members.push_back({"value", json_number(*step.value)});
        }
        return set("threshold", members);
    }
    std::string operator()(const SetAccountCells &step) const {
        FieldWriter cells;
        for (const auto &[account, text] : step.cells) {
            cells.put(account.text, json_string(text));
        }
        return set("account-cells", {{"column", json_string(step.column.text)}, {"cells", cells.object()}});
    }
    std::string operator()(const SetAccountTable &step) const {
        FieldWriter types;
        for (const auto &[id, column] : step.table.columns()) {
            types.put(id.text, json_string(word_of(type_of(column), accountColumnTypeWords)));
        }
        return set("account-table", {{"types", types.object()}, {"accounts", "[" + account_rows_json(step.table, {}, ",") + "]"}});
    }
    std::string operator()(const SetAccountNaming &step) const {
        return set("account-naming", {{"key", json_string(step.keyName)}, {"name", json_string(step.nameColumn.text)}});
    }
    std::string operator()(const SetAccountBoard &step) const { return set("account-board", {{"board", part_json(step.board)}}); }
    std::string operator()(const SetAccountStages &step) const {
        FieldWriter stages;
        stages.lines("stages", step.stages);
        return set("account-stages", {{"order", stages.object()}});
    }
    std::string operator()(const SetImportMap &step) const {
        FieldWriter columns;
        for (const auto &[head, column] : step.columns) {
            columns.put(head, json_string(column));
        }
        return set("account-import", {{"columns", columns.object()}});
    }
    std::string operator()(const SetOutcomePolicy &step) const { return set("outcome", {{"policy", part_json(step.policy)}}); }
    std::string operator()(const SetLeadPolicy &step) const { return set("lead-policy", {{"policy", part_json(step.policy)}}); }
    std::string operator()(const SetPodPolicy &step) const { return set("pod-policy", {{"policy", part_json(step.policy)}}); }
    std::string operator()(const SetTierPolicy &step) const { return set("tiers", {{"policy", part_json(step.policy)}}); }
    std::string operator()(const SetSignature &step) const {
        Members members = {side_of(step.side)};
        if (step.signature) {
            members.push_back({"signature", part_json(*step.signature)});
        }
        return set("signature", members);
    }
    std::string operator()(const SetConflict &step) const {
        Members members = {{"key", json_string(step.key)}};
        if (step.conflict) {
            members.push_back({"conflict", conflict_json(*step.conflict)});
        }
        return set("conflict", members);
    }
    std::string operator()(const SetExtra &step) const {
        Members members = {{"place", json_string(word_of(step.place, extraPlaceWords))}, {"key", json_string(step.key)}};
        if (step.json) {
            members.push_back({"value", *step.json});
        }
        return set("extra", members);
    }

  private:
    static AccountColumnType type_of(const AccountTable::Column &column) {
        static constexpr std::array types = {AccountColumnType::text, AccountColumnType::number, AccountColumnType::date,
                                             AccountColumnType::yesNo, AccountColumnType::category};
        return types[column.front()->values.index()];
    }

    struct Member {
        std::string_view key;
        std::string json;
    };
    using Members = std::vector<Member>;

    static Members together(Members members, const Members &more) {
        members.insert(members.end(), more.begin(), more.end());
        return members;
    }
    static Members cell(const ActivityId &activity, const RoleId &role, const Members &more) {
        return together({{"activity", json_string(activity.text)}, {"role", json_string(role.text)}}, more);
    }
    static Member side_of(Side side) { return {"side", json_string(word_of(side, sideWords))}; }
    static Members given(std::string_view key, const std::optional<int> &answer) {
        return answer ? Members{{key, std::to_string(std::clamp(*answer, answerRange.least, answerRange.most))}} : Members();
    }
    static Members given(std::string_view key, const std::optional<std::string> &text) {
        return text ? Members{{key, json_string(*text)}} : Members();
    }

    static std::string object(const Members &members) {
        FieldWriter fields;
        for (const Member &member : members) {
            fields.put(member.key, member.json);
        }
        return fields.object();
    }

    static std::string set(std::string_view what, const Members &members) {
        return object(together({{"set", json_string(what)}}, members));
    }
};

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

std::string write_edit(const PlanEdit &edit) {
    std::vector<std::string> steps;
    for (const EditStep &step : edit.steps) {
        steps.push_back(std::visit(StepWriter(), step));
    }
    FieldWriter fields;
    fields.put("label", json_string(edit.label));
    fields.put("steps", "[" + joined(steps, ",") + "]");
    return fields.object();
}

Result<PlanEdit> restore_edit(std::string_view bytes) {
    try {
        return restore_within_memory(bytes);
    } catch (const std::bad_alloc &) {
    } catch (const std::length_error &) {
    }
    return unreadable("there is not enough memory.");
}

} // namespace fullcourt
