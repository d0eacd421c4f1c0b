#include "io/plan_reader.h"

#include <memory>
#include <optional>

#include "base/text.h"
#include "io/account_rows.h"
#include "io/conflict_fields.h"
#include "io/item_reader.h"
#include "io/plan_dangling.h"
#include "io/repair_names.h"
#include "model/rows.h"

namespace fullcourt {
namespace {

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
        tell_what_dangles(m_plan, m_repairs);
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

    /// Reads what stands under `key`, each by its name; `what` begins the sentences about one: "The conflict ".
    template <class Read>
    void read_named(FieldReader &fields, std::string_view key, const std::string &what, std::size_t longestName, const Read &read) {
        const Tree::object_t *object = fields.claim_object(key);
        if (object == nullptr) {
            return;
        }
        for (const auto &[name, tree] : *object) {
            const auto *members = tree.get_ptr<const Tree::object_t *>();
            if (members == nullptr || name.empty() || name.size() > longestName) {
                m_repairs.mended(what + in_quotes(name) + " could not be read and was left out.");
                continue;
            }
            FieldReader part(*members, what + in_quotes(name), "", m_rules, m_repairs);
            read(name, part);
        }
    }

    void read_acceptances(FieldReader &fields, Acceptances &acceptances) {
        // Named by findings, which may hold long names themselves.
        read_named(fields, "acceptances", "The acceptance of ", m_rules.textBytes,
                   [&](const std::string &finding, FieldReader &part) { acceptances.emplace(finding, read_part<Acceptance>(part)); });
    }

    void read_conflicts(FieldReader &fields, Conflicts &conflicts) {
        read_named(fields, "conflicts", "The conflict ", m_rules.nameBytes, [&](const std::string &key, FieldReader &part) {
            if (std::optional<Conflict> conflict = read_conflict(part)) {
                conflicts.emplace(key, *std::move(conflict));
            }
        });
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
            m_repairs.mended(cell_name(m_plan, of, activity, role) + ": " + shown + " is no letter; the cell is empty now.");
            return;
        }
        if (!letters->empty() && letters->text() != *text) {
            m_repairs.mended(cell_name(m_plan, of, activity, role) + ": " + shown + " was read as " + letters->text() + ".");
        }
        set_letters(rows, activity, role, *letters);
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

    TextRules m_rules;
    Repairs &m_repairs;
    const AccountLists &m_accounts;
    Plan m_plan;
    std::optional<FieldReader> m_fields;
    AccountColumnTypes m_types;
    std::optional<AccountRowsReader> m_rows;
};

} // namespace

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

} // namespace fullcourt
