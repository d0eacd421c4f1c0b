#include "io/edit_json.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "io/conflict_fields.h"
#include "io/edit_words.h"
#include "io/field_writer.h"
#include "io/item_reader.h"

namespace fullcourt {
namespace {

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

} // namespace fullcourt
