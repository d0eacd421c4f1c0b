#include "io/restore.h"

#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>

#include "base/pieces.h"
#include "base/text.h"
#include "io/conflict_fields.h"
#include "io/dangling.h"
#include "io/item_reader.h"
#include "io/migrate.h"
#include "model/rows.h"

namespace fullcourt {
namespace {

const Tree *member(const Tree &tree, std::string_view key) {
    const auto *object = tree.get_ptr<const Tree::object_t *>();
    if (object == nullptr) {
        return nullptr;
    }
    const auto it = object->find(std::string(key));
    return it == object->end() ? nullptr : &it->second;
}

const Tree *member_of(const Tree *tree, std::string_view key) { return tree == nullptr ? nullptr : member(*tree, key); }

// Whether it is a plan file of a version that can be read.

Error newer_version(const std::string &version) {
    return {"This file was written by a newer Fullcourt (format " + version + "; this one reads up to " + std::to_string(formatVersion) +
                "). Nothing was changed; open it with the newer Fullcourt.",
            {}};
}

Result<int> read_version(const Tree &file) {
    const Tree *envelope = member(file, "fullcourt");
    if (envelope == nullptr || !envelope->is_object()) {
        return Error{"This is no Fullcourt plan: the file holds JSON, but not of a plan.", {}};
    }
    const Tree *version = member(*envelope, "version");
    if (version == nullptr || !version->is_number()) {
        return Error{"The file calls itself a Fullcourt plan but does not say of which format version, so it cannot be read.", {}};
    }
    const double number = version->get<double>();
    if (number > formatVersion) {
        return newer_version(canonical_text(*version));
    }
    if (number < 1 || number != std::floor(number)) {
        return Error{"The file says that it has format " + canonical_text(*version) + ", which no Fullcourt can read.", {}};
    }
    return static_cast<int>(number);
}

// Whether its lists keep to the limits.

std::optional<Error> oversized(const Tree *list, std::string_view what, const RestoreLimits &limits) {
    if (list == nullptr || !list->is_structured() || list->size() <= limits.items) {
        return std::nullopt;
    }
    return Error{"The file lists " + std::to_string(list->size()) + " " + std::string(what) + "; Fullcourt reads up to " +
                     std::to_string(limits.items) + ".",
                 {}};
}

std::optional<Error> oversized(const Tree &file, const RestoreLimits &limits) {
    for (const ItemWords &words : {itemWords<Role>,          itemWords<Person>,          itemWords<OwnModel>,      itemWords<Meeting>,
                                   itemWords<Decision>,      itemWords<EscalationLevel>, itemWords<Kpi>,           itemWords<Practice>,
                                   itemWords<Tool>,          itemWords<LogEntry>,        itemWords<Dispute>,       itemWords<RunSheetItem>,
                                   itemWords<AccountColumn>, itemWords<AccountMark>,     itemWords<Criterion>,     itemWords<ScoreVersion>,
                                   itemWords<FrozenList>,    itemWords<Contact>,         itemWords<LeadStage>,     itemWords<Pod>,
                                   itemWords<Play>,          itemWords<PlayTemplate>,    itemWords<EngagementNote>}) {
        if (std::optional<Error> error = oversized(member(file, words.list_key()), words.many, limits)) {
            return error;
        }
    }
    for (const std::string_view key : {"rules", "thresholds", "readiness", "acceptances", "conflicts"}) {
        if (std::optional<Error> error = oversized(member(file, key), key, limits)) {
            return error;
        }
    }
    for (const std::string_view key : {"phases", "activities", "columns", "rows", "notes", "asIs"}) {
        if (std::optional<Error> error = oversized(member_of(member(file, "grid"), key), key, limits)) {
            return error;
        }
    }
    for (const Named<Side> &side : sideWords) {
        if (std::optional<Error> error = oversized(member_of(member(file, "ballots"), side.word), "rows of a ballot", limits)) {
            return error;
        }
    }
    return std::nullopt;
}

// Names as sentences use them.

std::string name_of(const Plan &plan, const RoleId &id) {
    const Role *role = find(plan.organisation->roles, id);
    return in_quotes(role == nullptr ? id.text : role->name);
}

std::string name_of(const Plan &plan, const ActivityId &id) {
    const Activity *activity = find(plan.raci->activities, id);
    return in_quotes(activity == nullptr ? id.text : activity->name);
}

class PlanReader {
  public:
    PlanReader(const RestoreLimits &limits, Repairs &repairs, const AccountLists &accounts)
        : m_rules{limits.nameBytes, limits.textBytes, true, limits.entries}, m_repairs(repairs), m_accounts(accounts) {}

    /// Up to the rows of accounts.
    void begin(const Tree::object_t &file) {
        FieldReader &fields = m_fields.emplace(file, "The plan", "", m_rules, m_repairs);
        fields.claim("fullcourt");
        fields.line("title", m_plan.about.edit().title);
        fields.text("description", m_plan.about.edit().description);
        read_items(fields, m_plan.organisation.edit().roles);
        read_items(fields, m_plan.organisation.edit().people);
        read_choice(fields, m_plan.organisation.edit().choice);
        read_items(fields, m_plan.organisation.edit().models);
        if (const Tree::object_t *grid = fields.claim_object("grid")) {
            read_grid(*grid);
        }
        read_items(fields, m_plan.governance.edit().meetings);
        read_items(fields, m_plan.governance.edit().decisions);
        read_items(fields, m_plan.governance.edit().escalation);
        read_items(fields, m_plan.measurement.edit().kpis);
        read_items(fields, m_plan.practices.edit().practices);
        read_items(fields, m_plan.practices.edit().tools);
        read_readiness(fields, m_plan.readiness.edit());
        read_items(fields, m_plan.records.edit().log);
        read_items(fields, m_plan.records.edit().disputes);
        read_ballots(fields, m_plan.ballots.edit());
        read_items(fields, m_plan.workshop.edit().sheet);
        fields.keys("parked", m_plan.workshop.edit().parked);
        begin_accounts(fields, m_plan.accounts.edit());
    }

    /// Some thousand rows; true when none is left.
    bool read_rows() { return !m_rows || m_rows->go_on(); }
    double part_of_rows() const { return m_rows ? m_rows->part() : 1; }

    /// What stands behind them.
    Plan finish() {
        FieldReader &fields = *m_fields;
        finish_accounts(fields, m_plan.accounts.edit());
        read_scoring(fields, m_plan.scoring.edit());
        read_contacts(fields, m_plan.contacts.edit());
        read_engagement(fields, m_plan.engagement.edit());
        read_settings(fields);
        read_acceptances(fields, m_plan.acceptances.edit());
        read_conflicts(fields, m_plan.conflicts.edit());
        m_plan.extra.edit() = fields.rest();
        tell_what_dangles();
        return std::move(m_plan);
    }

  private:
    template <class Key, class Item> void read_items(FieldReader &fields, std::map<Key, Item> &items) {
        if (const Tree::array_t *list = fields.claim_list(itemWords<Item>.list_key())) {
            items = ItemListReader<Key, Item>(*list, m_rules, m_repairs).read();
        }
    }

    void read_choice(FieldReader &fields, OrganisationChoice &choice) {
        if (const Tree::object_t *object = fields.claim_object("choice")) {
            FieldReader part(*object, "The organisation's choice", "", m_rules, m_repairs);
            choice = read_part<OrganisationChoice>(part);
        }
    }

    void read_acceptances(FieldReader &fields, Acceptances &acceptances) {
        const Tree::object_t *object = fields.claim_object("acceptances");
        if (object == nullptr) {
            return;
        }
        for (const auto &[finding, tree] : *object) {
            const auto *acceptance = tree.get_ptr<const Tree::object_t *>();
            if (acceptance == nullptr || finding.empty() || finding.size() > m_rules.textBytes) {
                m_repairs.mended("The acceptance of " + in_quotes(finding) + " could not be read and was left out.");
                continue;
            }
            FieldReader part(*acceptance, "The acceptance of " + in_quotes(finding), "", m_rules, m_repairs);
            acceptances.emplace(finding, read_part<Acceptance>(part));
        }
    }

    void read_conflicts(FieldReader &fields, Conflicts &conflicts) {
        const Tree::object_t *object = fields.claim_object("conflicts");
        if (object == nullptr) {
            return;
        }
        for (const auto &[key, tree] : *object) {
            const auto *members = tree.get_ptr<const Tree::object_t *>();
            if (members == nullptr || key.empty() || key.size() > m_rules.nameBytes) {
                m_repairs.mended("The conflict " + in_quotes(key) + " could not be read and was left out.");
                continue;
            }
            FieldReader part(*members, "The conflict " + in_quotes(key), "", m_rules, m_repairs);
            if (std::optional<Conflict> conflict = read_conflict(part)) {
                conflicts.emplace(key, *std::move(conflict));
            }
        }
    }

    void read_grid(const Tree::object_t &object) {
        RaciGrid &grid = m_plan.raci.edit();
        FieldReader fields(object, "The grid", "", m_rules, m_repairs);
        fields.choice("scheme", grid.scheme, schemeWords);
        read_extra_letters(fields, grid.extraLetters);
        read_items(fields, grid.phases);
        read_items(fields, grid.activities);
        read_items(fields, grid.columns);
        read_rows(fields, "rows", "", grid.rows);
        read_notes(fields, grid.notes);
        fields.date("asIsOn", grid.asIsOn);
        read_rows(fields, "asIs", "As-is picture, ", grid.asIs);
        grid.extra = fields.rest();
    }

    void read_extra_letters(FieldReader &fields, ExtraLetters &letters) {
        const Tree::object_t *object = fields.claim_object("letters");
        if (object == nullptr) {
            return;
        }
        FieldReader meanings(*object, "The grid's letters", "", m_rules, m_repairs);
        for (const auto &[key, meaning] : *object) {
            if (key.size() == 1 && !Letters::one(key[0]).empty()) {
                meanings.line(key, letters[key[0]]);
            } else {
                meanings.tell(in_quotes(key) + " is no letter from A to Z; it was left out.");
            }
        }
    }

    /// `of` begins the sentences about anything but the grid's own letters: "Marketing's ballot, ".
    void read_rows(FieldReader &fields, std::string_view key, const std::string &of, GridRows &rows) {
        const Tree::object_t *object = fields.claim_object(key);
        if (object == nullptr) {
            return;
        }
        for (const auto &[name, tree] : *object) {
            const ActivityId activity(sound_id(name));
            if (const Tree::object_t *cells = cells_of(of, activity, tree)) {
                for (const auto &[role, letters] : *cells) {
                    read_cell(of, activity, RoleId(sound_id(role)), letters, rows);
                }
            }
        }
    }

    /// Nothing, told, where there are none.
    const Tree::object_t *cells_of(const std::string &of, const ActivityId &activity, const Tree &tree) {
        const auto *cells = tree.get_ptr<const Tree::object_t *>();
        if (activity.empty() || cells == nullptr) {
            m_repairs.mended(of + (of.empty() ? "Row " : "row ") + name_of(m_plan, activity) + " could not be read and was left out.");
            return nullptr;
        }
        return cells;
    }

    void read_cell(const std::string &of, const ActivityId &activity, const RoleId &role, const Tree &tree, GridRows &rows) {
        const auto *text = tree.get_ptr<const std::string *>();
        const std::optional<Letters> letters = text == nullptr ? std::nullopt : Letters::parse(*text);
        const std::string shown = text == nullptr ? std::string(kind_of(tree)) : in_quotes(*text);
        if (role.empty() || !letters) {
            m_repairs.mended(cell_name(of, activity, role) + ": " + shown + " is no letter; the cell is empty now.");
            return;
        }
        if (!letters->empty() && letters->text() != *text) {
            m_repairs.mended(cell_name(of, activity, role) + ": " + shown + " was read as " + letters->text() + ".");
        }
        set_letters(rows, activity, role, *letters);
    }

    std::string cell_name(const std::string &of, const ActivityId &activity, const RoleId &role) const {
        return of + (of.empty() ? "Row " : "row ") + name_of(m_plan, activity) + ", column " + name_of(m_plan, role);
    }

    void read_notes(FieldReader &fields, CellNotes &notes) {
        const Tree::object_t *object = fields.claim_object("notes");
        if (object == nullptr) {
            return;
        }
        for (const auto &[name, tree] : *object) {
            const ActivityId activity(sound_id(name));
            const Tree::object_t *cells = cells_of("Notes, ", activity, tree);
            if (cells == nullptr) {
                continue;
            }
            FieldReader part(*cells, "The notes on " + name_of(m_plan, activity), "", m_rules, m_repairs);
            for (const auto &[role, text] : *cells) {
                std::string note;
                part.text(role, note);
                if (role.empty()) {
                    part.tell("one names no role; it was left out.");
                } else if (!note.empty()) {
                    put_at(notes, activity, RoleId(sound_id(role)), std::optional(note));
                }
            }
        }
    }

    void read_readiness(FieldReader &fields, Readiness &readiness) {
        const Tree::object_t *object = fields.claim_object("readiness");
        if (object == nullptr) {
            return;
        }
        for (const auto &[statement, tree] : *object) {
            const auto *answers = tree.get_ptr<const Tree::object_t *>();
            if (answers == nullptr || statement.empty() || statement.size() > m_rules.nameBytes) {
                m_repairs.mended("The answers to " + in_quotes(statement) + " could not be read and were left out.");
                continue;
            }
            FieldReader part(*answers, "The answers to " + in_quotes(statement), "", m_rules, m_repairs);
            for (const Named<Side> &side : sideWords) {
                std::optional<int> answer;
                part.number(side.word, answer, answerRange);
                put_at(readiness.answers, statement, side.value, answer);
            }
            tell_unknown_sides(part);
        }
    }

    void read_ballots(FieldReader &fields, Ballots &ballots) {
        if (const Tree::object_t *object = fields.claim_object("ballots")) {
            FieldReader part(*object, "The ballots", "", m_rules, m_repairs);
            for (const Named<Side> &side : sideWords) {
                GridRows rows;
                read_rows(part, side.word, "The ballot of " + std::string(side.word) + ", ", rows);
                if (!rows.empty()) {
                    ballots.grid.emplace(side.value, std::move(rows));
                }
            }
            tell_unknown_sides(part);
        }
        if (const Tree::object_t *object = fields.claim_object("ballotContext")) {
            FieldReader part(*object, "The ballots about the company", "", m_rules, m_repairs);
            for (const Named<Side> &side : sideWords) {
                std::map<std::string, int> answers;
                part.numbers(side.word, answers, answerRange);
                if (!answers.empty()) {
                    ballots.context.emplace(side.value, std::move(answers));
                }
            }
            tell_unknown_sides(part);
        }
        fields.lines_by_id("tallies", ballots.tallies);
        std::erase_if(ballots.tallies, [](const auto &tally) { return tally.second.empty(); });
    }

    void begin_accounts(FieldReader &fields, Accounts &accounts) {
        read_items(fields, accounts.columns);
        fields.line("accountKey", accounts.keyName);
        fields.reference("accountName", accounts.nameColumn);
        const Tree *tree = fields.claim("accounts");
        if (const RawRows *rows = m_accounts.at(tree)) {
            for (const auto &[id, column] : accounts.columns) {
                m_types.emplace(id, column.type);
            }
            m_rows.emplace(*rows, m_types, AccountRowLimits(), m_repairs);
        } else if (tree != nullptr) {
            fields.tell("“accounts” was " + std::string(kind_of(*tree)) + " where a list belongs; it was left out.");
        }
    }

    void finish_accounts(FieldReader &fields, Accounts &accounts) {
        if (m_rows) {
            accounts.table = m_rows->take();
            add_undeclared(accounts, m_types);
        }
        read_items(fields, accounts.marks);
        fields.part("accountBoard", accounts.board);
        fields.lines("accountStages", accounts.stages);
        read_values(fields, "accountImport", "a text", accounts.importMap, [](const Tree &head) {
            const auto *column = head.get_ptr<const std::string *>();
            return column == nullptr ? std::optional<std::string>() : sound_id(*column);
        });
    }

    /// Columns that only the rows name are kept, with their id for a name.
    void add_undeclared(Accounts &accounts, const AccountColumnTypes &types) {
        for (const auto &[id, type] : types) {
            if (!accounts.columns.contains(id)) {
                accounts.columns.emplace(id, AccountColumn{.name = id.text, .type = type, .position = position_at_end(accounts.columns)});
                m_repairs.mended("The accounts have a column " + in_quotes(id.text) +
                                 " that the file does not describe; it holds text now.");
            }
        }
    }

    void read_scoring(FieldReader &fields, Scoring &scoring) {
        read_items(fields, scoring.criteria);
        fields.part("tiers", scoring.tiers);
        read_signatures(fields, scoring);
        read_items(fields, scoring.versions);
        read_items(fields, scoring.lists);
        fields.part("outcome", scoring.outcome);
    }

    void read_contacts(FieldReader &fields, Contacts &contacts) {
        read_items(fields, contacts.contacts);
        read_items(fields, contacts.stages);
        fields.part("leadPolicy", contacts.policy);
    }

    void read_engagement(FieldReader &fields, Engagement &engagement) {
        read_items(fields, engagement.pods);
        fields.part("podPolicy", engagement.podPolicy);
        read_items(fields, engagement.plays);
        read_items(fields, engagement.templates);
        read_items(fields, engagement.notes);
    }

    void read_signatures(FieldReader &fields, Scoring &scoring) {
        const Tree::object_t *signatures = fields.claim_object("scoringSignatures");
        if (signatures == nullptr) {
            return;
        }
        FieldReader sides(*signatures, "The signatures under the score", "", m_rules, m_repairs);
        for (const Side side : {Side::marketing, Side::sales}) {
            const std::string_view word = word_of(side, sideWords);
            if (const Tree::object_t *object = sides.claim_object(word)) {
                FieldReader part(*object, "The signature of " + std::string(word), "", m_rules, m_repairs);
                scoring.signatures.emplace(side, read_part<ScoringSignature>(part));
            }
        }
        tell_unknown_sides(sides);
    }

    /// Among the sides there is no place to keep an unknown one.
    static void tell_unknown_sides(FieldReader &sides) {
        for (const auto &[key, json] : sides.rest()) {
            sides.tell(in_quotes(key) + " is no side that this program knows; it was left out.");
        }
    }

    void read_settings(FieldReader &fields) {
        Settings &settings = m_plan.settings.edit();
        read_values(fields, "rules", "a yes or no", settings.rules, [](const Tree &tree) {
            const bool *on = tree.get_ptr<const bool *>();
            return on == nullptr ? std::optional<bool>() : *on;
        });
        read_values(fields, "thresholds", "a number", settings.thresholds,
                    [](const Tree &tree) { return tree.is_number() ? std::optional(tree.get<double>()) : std::nullopt; });
    }

    template <class Value, class Convert>
    void read_values(FieldReader &fields, std::string_view key, std::string_view kind, std::map<std::string, Value> &values,
                     const Convert &convert) {
        const Tree::object_t *object = fields.claim_object(key);
        if (object == nullptr) {
            return;
        }
        for (const auto &[name, tree] : *object) {
            const std::optional<Value> value = convert(tree);
            if (value && name.size() <= m_rules.nameBytes) {
                values.emplace(name, *value);
            } else {
                fields.tell(in_quotes(name) + " among its " + std::string(key) + " was " + std::string(kind_of(tree)) + " and not " +
                            std::string(kind) + "; it was left out.");
            }
        }
    }

    // What refers to nothing is kept: it may come back, by undo or merge.

    void tell_what_dangles() {
        const RaciGrid &grid = *m_plan.raci;
        for (const auto &[id, activity] : grid.activities) {
            if (!activity.phase.empty() && !grid.phases.contains(activity.phase)) {
                m_repairs.kept("Activity " + name_of(m_plan, id) + " belongs to a phase, " + in_quotes(activity.phase.text) +
                               ", that the plan does not have; it stands before the first phase.");
            }
        }
        for (const auto &[role, column] : grid.columns) {
            if (!m_plan.organisation->roles.contains(role)) {
                m_repairs.kept("A column of the grid is for " + name_of(m_plan, role) + ", which is no role of the plan; it is kept.");
            }
        }
        for (const auto &[activity, cells] : grid.rows) {
            tell_about_row(activity, cells);
        }
        tell_about_rows(grid.notes, "A note on a cell");
        tell_about_rows(grid.asIs, "The as-is picture");
        for (const auto &[side, rows] : m_plan.ballots->grid) {
            tell_about_rows(rows, "The ballot of " + std::string(word_of(side, sideWords)));
        }
        tell_about(m_plan.organisation->roles);
        tell_about(m_plan.organisation->people);
        tell_about(m_plan.governance->meetings);
        tell_about(m_plan.governance->decisions);
        tell_about(m_plan.governance->escalation);
        tell_about(m_plan.measurement->kpis);
        tell_about(m_plan.practices->practices);
        tell_about(m_plan.practices->tools);
        tell_about(m_plan.records->log);
        tell_about(m_plan.records->disputes);
        tell_about(m_plan.scoring->criteria);
        tell_about(m_plan.contacts->contacts);
        tell_about(m_plan.contacts->stages);
        tell_about(m_plan.engagement->pods);
        tell_about(m_plan.engagement->plays);
        tell_about(m_plan.engagement->templates);
        tell_about(m_plan.engagement->notes);
        tell_about_tallies();
    }

    template <class Rows> void tell_about_rows(const Rows &rows, const std::string &what) {
        Dangling dangling(m_plan);
        dangling.rows(rows);
        for (const std::string &sentence : dangling.sentences(what)) {
            m_repairs.kept(sentence);
        }
    }

    void tell_about_tallies() {
        Dangling dangling(m_plan);
        dangling.lines_by_id("tallies", m_plan.ballots->tallies);
        for (const std::string &sentence : dangling.sentences("A tally")) {
            m_repairs.kept(sentence);
        }
    }

    template <class Item> void tell_about(const Collection<Item> &items) {
        const std::vector<Id<Item>> order = ordered(items);
        for (std::size_t i = 0; i < order.size(); ++i) {
            Dangling dangling(m_plan);
            describe(dangling, items.at(order[i]));
            for (const std::string &sentence : dangling.sentences(item_name(items.at(order[i]), i))) {
                m_repairs.kept(sentence);
            }
        }
    }

    template <class Item> static std::string item_name(const Item &item, std::size_t index) {
        if constexpr (requires { item.name; }) {
            return std::string(itemWords<Item>.label) + " " + in_quotes(item.name);
        } else {
            return std::string(itemWords<Item>.label) + " " + std::to_string(index + 1);
        }
    }

    void tell_about_row(const ActivityId &activity, const Cells &cells) {
        if (!m_plan.raci->activities.contains(activity)) {
            m_repairs.kept("A row of letters is for " + name_of(m_plan, activity) + ", which is no activity of the plan; it is kept.");
        }
        for (const auto &[role, letters] : cells) {
            if (!m_plan.organisation->roles.contains(role)) {
                m_repairs.kept(cell_name("", activity, role) + ": no role of the plan has that id; the letter is kept.");
            }
            const std::string text = letters.text();
            if (text.size() == 1 && text != "S" && !is_letter_of(*m_plan.raci, text[0])) {
                m_repairs.kept(cell_name("", activity, role) + ": “" + text + "” is no letter of this grid; it is kept.");
            }
        }
    }

    TextRules m_rules;
    Repairs &m_repairs;
    const AccountLists &m_accounts;
    Plan m_plan;
    std::optional<FieldReader> m_fields;
    AccountColumnTypes m_types;
    std::optional<AccountRowsReader> m_rows;
};

std::vector<std::string> read_ancestry(FieldReader &fields) {
    std::vector<std::string> ancestry;
    const Tree::array_t *list = fields.claim_list("ancestry");
    if (list == nullptr) {
        return ancestry;
    }
    std::size_t left = 0;
    for (const Tree &item : *list) {
        const auto *revision = item.get_ptr<const std::string *>();
        if (revision == nullptr || ancestry.size() == longestAncestry) {
            ++left;
        } else {
            ancestry.push_back(fields.sound_line("ancestry", *revision));
        }
    }
    if (left != 0) {
        fields.tell(counted(left, "entry", "entries") + " of “ancestry” " + (left == 1 ? "was" : "were") + " left out.");
    }
    return ancestry;
}

Envelope read_envelope(const Tree::object_t &object, const RestoreLimits &limits, Repairs &repairs) {
    Envelope envelope;
    FieldReader fields(object, "The file's first line", "", {limits.nameBytes, limits.textBytes, true, limits.entries}, repairs);
    fields.claim("version");
    fields.reference("plan", envelope.plan);
    fields.line("revision", envelope.revision);
    fields.line("parent", envelope.parent);
    envelope.ancestry = read_ancestry(fields);
    fields.line("saved", envelope.savedAt);
    fields.line("author", envelope.author);
    envelope.extra = fields.rest();
    return envelope;
}

void add_plan_steps(Pieces &pieces, const Tree::object_t &file, const RestoreLimits &limits, Repairs &repairs, const AccountLists &accounts,
                    Plan &plan) {
    const auto reader = std::make_shared<PlanReader>(limits, repairs, accounts);
    reader->begin(file);
    pieces.add(1, [reader] { return reader->read_rows() ? 1 : reader->part_of_rows(); });
    pieces.add(0.1, [reader, &plan] {
        plan = reader->finish();
        return 1;
    });
}

} // namespace

struct RestoreWork::State {
    RestoreLimits limits;
    Repairs repairs;
    AccountLists accounts;
    TreeReader reader;
    Tree file;
    Restored restored;
    Result<Restored> result = Restored();
    Pieces pieces;

    State(std::string_view bytes, const RestoreLimits &within) : limits(within), reader(bytes, limits, repairs, accounts) {
        pieces.add(1, [this] { return reader.go_on() ? 1 : reader.part(); });
        pieces.add(0.8, [this] { return begin_plan(); });
    }

    double begin_plan() {
        Result<Tree> tree = reader.take();
        if (!tree) {
            result = tree.error();
            return 1;
        }
        file = *std::move(tree);
        if (std::optional<Error> error = look_at_version()) {
            result = *std::move(error);
            return 1;
        }
        const auto &object = file.get_ref<const Tree::object_t &>();
        restored.envelope = read_envelope(object.at("fullcourt").get_ref<const Tree::object_t &>(), limits, repairs);
        add_plan_steps(pieces, object, limits, repairs, accounts, restored.plan);
        pieces.add(0.1, [this] {
            restored.report = repairs.report();
            result = std::move(restored);
            return 1;
        });
        return 1;
    }

    std::optional<Error> look_at_version() {
        const Result<int> version = read_version(file);
        if (!version) {
            return version.error();
        }
        if (std::optional<Error> error = migrate(file, *version, formatVersion, migrations(), repairs)) {
            return error;
        }
        return oversized(file, limits);
    }
};

RestoreWork::RestoreWork(std::string_view bytes, const RestoreLimits &limits) : m_state(std::make_unique<State>(bytes, limits)) {}

RestoreWork::~RestoreWork() = default;

bool RestoreWork::go_on() {
    try {
        return m_failed || m_state->pieces.go_on();
    } catch (const std::bad_alloc &) {
    } catch (const std::length_error &) {
    }
    m_failed = true;
    m_state->result = Error{"There is not enough memory to read this file.", {}};
    return true;
}

double RestoreWork::part() const { return m_state->pieces.part(); }

Result<Restored> RestoreWork::take() { return std::move(m_state->result); }

Result<Restored> restore(std::string_view bytes, const RestoreLimits &limits) {
    RestoreWork work(bytes, limits);
    while (!work.go_on()) {
    }
    return work.take();
}

bool looks_like_plan(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::string_view text = trimmed(bytes);
    return text.starts_with('{') && text.find("\"fullcourt\"") != std::string_view::npos;
}

} // namespace fullcourt
