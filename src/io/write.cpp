#include "io/write.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "io/account_rows.h"
#include "io/conflict_fields.h"
#include "io/field_writer.h"

namespace fullcourt {
namespace {

std::string block(char open, const std::vector<std::string> &lines, char close) {
    return std::string(1, open) + "\n" + joined(lines, ",\n") + "\n" + close;
}

/// Nothing where there are no lines: absent is empty.
void put_block(FieldWriter &fields, std::string_view key, char open, const std::vector<std::string> &lines, char close) {
    if (lines.empty()) {
        fields.leave_out(key);
    } else {
        fields.put(key, block(open, lines, close));
    }
}

template <class Key, class Item> void put_items(FieldWriter &fields, const std::map<Key, Item> &items) {
    std::vector<std::string> lines;
    lines.reserve(items.size());
    for (const Key &id : ordered(items)) {
        lines.push_back(item_json(id, items.at(id)));
    }
    put_block(fields, itemWords<Item>.list_key(), '[', lines, ']');
}

std::string extra_letters_json(const ExtraLetters &letters) {
    FieldWriter fields;
    for (const auto &[letter, meaning] : letters) {
        if (!Letters::one(letter).empty()) {
            fields.put({&letter, 1}, json_string(meaning));
        }
    }
    return fields.object();
}

std::string text_of(const Letters &letters) { return letters.text(); }
std::string text_of(const std::string &note) { return note; }

/// Letters or notes, one activity a line.
template <class Value> std::vector<std::string> row_lines(const std::map<ActivityId, std::map<RoleId, Value>> &rows) {
    std::vector<std::string> lines;
    lines.reserve(rows.size());
    for (const auto &[activity, cells] : rows) {
        FieldWriter row;
        for (const auto &[role, value] : cells) {
            row.put(role.text, json_string(text_of(value)));
        }
        lines.push_back(json_string(activity.text) + ":" + row.object());
    }
    return lines;
}

std::string grid_json(const RaciGrid &grid) {
    FieldWriter fields;
    fields.put("scheme", json_string(word_of(grid.scheme, schemeWords)));
    if (grid.extraLetters.empty()) {
        fields.leave_out("letters");
    } else {
        fields.put("letters", extra_letters_json(grid.extraLetters));
    }
    put_items(fields, grid.phases);
    put_items(fields, grid.activities);
    put_items(fields, grid.columns);
    put_block(fields, "rows", '{', row_lines(grid.rows), '}');
    put_block(fields, "notes", '{', row_lines(grid.notes), '}');
    fields.date("asIsOn", grid.asIsOn);
    put_block(fields, "asIs", '{', row_lines(grid.asIs), '}');
    fields.extra(grid.extra);
    return fields.lines();
}

void put_settings(FieldWriter &fields, const Settings &settings) {
    std::vector<std::string> rules;
    for (const auto &[rule, on] : settings.rules) {
        rules.push_back(json_string(rule) + (on ? ":true" : ":false"));
    }
    put_block(fields, "rules", '{', rules, '}');
    std::vector<std::string> thresholds;
    for (const auto &[name, value] : settings.thresholds) {
        thresholds.push_back(json_string(name) + ":" + json_number(value));
    }
    put_block(fields, "thresholds", '{', thresholds, '}');
}

void put_choice(FieldWriter &fields, const OrganisationChoice &choice) {
    if (choice == OrganisationChoice()) {
        fields.leave_out("choice");
    } else {
        fields.put("choice", part_json(choice));
    }
}

void put_readiness(FieldWriter &fields, const Readiness &readiness) {
    std::vector<std::string> lines;
    for (const auto &[statement, answers] : readiness.answers) {
        FieldWriter line;
        for (const auto &[side, answer] : answers) {
            line.number(word_of(side, sideWords), std::optional(answer), answerRange);
        }
        lines.push_back(json_string(statement) + ":" + line.object());
    }
    put_block(fields, "readiness", '{', lines, '}');
}

void put_ballots(FieldWriter &fields, const Ballots &ballots) {
    std::vector<std::string> grids;
    for (const auto &[side, rows] : ballots.grid) {
        grids.push_back(json_string(word_of(side, sideWords)) + ":" + block('{', row_lines(rows), '}'));
    }
    put_block(fields, "ballots", '{', grids, '}');
    FieldWriter context;
    for (const auto &[side, answers] : ballots.context) {
        context.numbers(word_of(side, sideWords), answers, answerRange);
    }
    if (ballots.context.empty()) {
        fields.leave_out("ballotContext");
    } else {
        fields.put("ballotContext", context.lines());
    }
    fields.lines_by_id("tallies", ballots.tallies);
}

void put_parked(FieldWriter &fields, const std::set<std::string> &parked) {
    std::vector<std::string> lines;
    for (const std::string &finding : parked) {
        if (!finding.empty()) {
            lines.push_back(json_string(finding));
        }
    }
    put_block(fields, "parked", '[', lines, ']');
}

void put_acceptances(FieldWriter &fields, const Acceptances &acceptances) {
    std::vector<std::string> lines;
    for (const auto &[finding, acceptance] : acceptances) {
        if (!finding.empty()) {
            lines.push_back(json_string(finding) + ":" + part_json(acceptance));
        }
    }
    put_block(fields, "acceptances", '{', lines, '}');
}

void put_conflicts(FieldWriter &fields, const Conflicts &conflicts) {
    std::vector<std::string> lines;
    for (const auto &[key, conflict] : conflicts) {
        if (!key.empty()) {
            lines.push_back(json_string(key) + ":" + conflict_json(conflict));
        }
    }
    put_block(fields, "conflicts", '{', lines, '}');
}

/// `rows`: head and rows, "" for none.
void put_accounts(FieldWriter &fields, const Accounts &accounts, const std::string &rows) {
    put_items(fields, accounts.columns);
    fields.line("accountKey", accounts.keyName);
    fields.reference("accountName", accounts.nameColumn);
    if (rows.empty()) {
        fields.leave_out("accounts");
    } else {
        fields.put("accounts", "[\n" + rows + "\n]");
    }
    put_items(fields, accounts.marks);
    fields.part("accountBoard", accounts.board);
    fields.lines("accountStages", accounts.stages);
    std::vector<std::string> heads;
    for (const auto &[head, column] : accounts.importMap) {
        heads.push_back(json_string(head) + ":" + json_string(column));
    }
    put_block(fields, "accountImport", '{', heads, '}');
}

void put_scoring(FieldWriter &fields, const Scoring &scoring) {
    put_items(fields, scoring.criteria);
    fields.part("tiers", scoring.tiers);
    std::vector<std::string> signatures;
    for (const auto &[side, signature] : scoring.signatures) {
        signatures.push_back(json_string(word_of(side, sideWords)) + ":" + part_json(signature));
    }
    put_block(fields, "scoringSignatures", '{', signatures, '}');
    put_items(fields, scoring.versions);
    put_items(fields, scoring.lists);
    fields.part("outcome", scoring.outcome);
}

void put_contacts(FieldWriter &fields, const Contacts &contacts) {
    put_items(fields, contacts.contacts);
    put_items(fields, contacts.stages);
    fields.part("leadPolicy", contacts.policy);
}

void put_engagement(FieldWriter &fields, const Engagement &engagement) {
    put_items(fields, engagement.pods);
    fields.part("podPolicy", engagement.podPolicy);
    put_items(fields, engagement.plays);
    put_items(fields, engagement.templates);
    put_items(fields, engagement.notes);
}

std::string envelope_json(const Envelope &envelope) {
    FieldWriter fields;
    fields.put("version", std::to_string(formatVersion));
    fields.reference("plan", envelope.plan);
    fields.line("revision", envelope.revision);
    fields.line("parent", envelope.parent);
    if (envelope.ancestry.empty()) {
        fields.leave_out("ancestry");
    } else {
        std::vector<std::string> revisions;
        for (const std::string &revision : envelope.ancestry) {
            revisions.push_back(json_string(revision));
        }
        fields.put("ancestry", "[" + joined(revisions, ",") + "]");
    }
    fields.line("saved", envelope.savedAt);
    fields.line("author", envelope.author);
    fields.extra(envelope.extra);
    return fields.object();
}

/// Characters that a file system refuses, or that turn the direction of text and so hide a name's real ending.
std::string with_safe_characters(std::string_view title) {
    static constexpr std::array<std::string_view, 11> directions = {"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
                                                                    "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};
    std::string name = on_one_line(with_valid_utf8(title));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos; }, '-');
    for (const std::string_view direction : directions) {
        for (std::size_t at = name.find(direction); at != std::string::npos; at = name.find(direction, at)) {
            name.erase(at, direction.size());
        }
    }
    return name;
}

/// Names that Windows keeps for devices, whatever their ending.
bool is_reserved(std::string_view name) {
    const std::string lower = lowered(name.substr(0, name.find('.')));
    const bool numbered = lower.size() == 4 && (lower.starts_with("com") || lower.starts_with("lpt"));
    return lower == "con" || lower == "prn" || lower == "aux" || lower == "nul" || (numbered && lower[3] >= '0' && lower[3] <= '9');
}

std::string lines_of(const Plan &plan, const Envelope &envelope, const std::string &rows) {
    FieldWriter fields;
    fields.put("fullcourt", envelope_json(envelope));
    fields.line("title", plan.about->title);
    fields.text("description", plan.about->description);
    put_items(fields, plan.organisation->roles);
    put_items(fields, plan.organisation->people);
    put_choice(fields, plan.organisation->choice);
    put_items(fields, plan.organisation->models);
    fields.put("grid", grid_json(*plan.raci));
    put_items(fields, plan.governance->meetings);
    put_items(fields, plan.governance->decisions);
    put_items(fields, plan.governance->escalation);
    put_items(fields, plan.measurement->kpis);
    put_items(fields, plan.practices->practices);
    put_items(fields, plan.practices->tools);
    put_readiness(fields, *plan.readiness);
    put_items(fields, plan.records->log);
    put_items(fields, plan.records->disputes);
    put_ballots(fields, *plan.ballots);
    put_items(fields, plan.workshop->sheet);
    put_parked(fields, plan.workshop->parked);
    put_accounts(fields, *plan.accounts, rows);
    put_scoring(fields, *plan.scoring);
    put_contacts(fields, *plan.contacts);
    put_engagement(fields, *plan.engagement);
    put_settings(fields, *plan.settings);
    put_acceptances(fields, *plan.acceptances);
    put_conflicts(fields, *plan.conflicts);
    fields.extra(*plan.extra);
    return fields.lines() + "\n";
}

} // namespace

std::string write_plan(const Plan &plan, const Envelope &envelope) {
    return lines_of(plan, envelope, account_rows_json(plan.accounts->table, ordered(plan.accounts->columns), ",\n"));
}

PlanFrame write_around_rows(const Plan &plan, const Envelope &envelope) {
    // In JSON a control character is escaped, so this one stands nowhere else.
    static constexpr char cut = '\x1f';
    const AccountRowsText rows(plan.accounts->table, ordered(plan.accounts->columns));
    const std::string file = lines_of(plan, envelope, rows.head() + cut);
    const std::size_t at = file.find(cut);
    return {file.substr(0, at), file.substr(at + 1)};
}

PlanFrame with_envelope(PlanFrame frame, const Envelope &envelope) {
    const std::string empty = envelope_json({});
    // The envelope stands first, so that nothing before it can look like it.
    frame.before.replace(frame.before.find(empty), empty.size(), envelope_json(envelope));
    return frame;
}

PlanFileWork::PlanFileWork(Plan plan) : m_plan(std::move(plan)) {}

bool PlanFileWork::go_on() {
    const AccountTable &table = m_plan.accounts->table;
    if (m_chunk < table.chunks()) {
        AccountRowsText(table, ordered(m_plan.accounts->columns)).append_chunk(m_rows, m_chunk++, ",\n");
        if (m_chunk == 1) {
            // About as long as it becomes, with what stands around: to move a long text takes longer than a piece.
            m_rows.reserve(m_rows.size() * (table.chunks() + 1));
        }
    }
    return m_chunk == table.chunks();
}

double PlanFileWork::part() const {
    const std::size_t chunks = m_plan.accounts->table.chunks();
    return chunks == 0 ? 1 : static_cast<double>(m_chunk) / static_cast<double>(chunks);
}

std::string PlanFileWork::take(const Envelope &envelope) {
    if (m_plan.accounts->table.rows() == 0) {
        return write_plan(m_plan, envelope);
    }
    const PlanFrame frame = write_around_rows(m_plan, envelope);
    return std::move(m_rows.insert(0, frame.before).append(frame.after));
}

std::string file_name(const Plan &plan) {
    static constexpr std::size_t longest = 100;
    std::string name(truncated(with_safe_characters(plan.about->title), longest));
    const std::string_view around = ". ";
    name.erase(0, std::min(name.find_first_not_of(around), name.size()));
    name.erase(name.find_last_not_of(around) + 1);
    if (name.empty()) {
        name = "plan";
    }
    return (is_reserved(name) ? "plan " : "") + name + ".fullcourt.json";
}

} // namespace fullcourt
