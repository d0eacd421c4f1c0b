#include "analysis/raci.h"

#include <algorithm>
#include <array>

#include "analysis/policy.h"
#include "analysis/raci_fixes.h"
#include "analysis/raci_view.h"

namespace fullcourt {
namespace {

constexpr std::string_view allLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string named(const RaciView &view, const std::vector<std::size_t> &columns) {
    std::vector<std::string_view> names;
    names.reserve(columns.size());
    for (const std::size_t column : columns) {
        names.emplace_back(view.role_name(column));
    }
    return some_of(names);
}

/// Checks one row; what it finds goes to the end of `findings`.
class RowCheck {
  public:
    RowCheck(const RaciView &view, const Policy &policy, const std::vector<std::size_t> &soleResponsible, std::vector<Finding> &findings)
        : m_view(view), m_policy(policy), m_soleResponsible(soleResponsible), m_findings(findings),
          m_manyResponsible(policy.limit("raci.many-responsible.count")), m_consultDrag(policy.limit("raci.consult-drag.count")) {}

    void check(std::size_t row) {
        m_row = row;
        if (tally().filled == 0) {
            empty();
            return;
        }
        accountable();
        responsible();
        crowds();
        if (m_policy.on("raci.nobody-consulted") && tally().consulted == 0 && tally().informed == 0) {
            add("raci.nobody-consulted", "Nobody is consulted on or informed about " + name() + ".", {});
        }
    }

  private:
    const RaciTally &tally() const { return m_view.rowTallies[m_row]; }
    const std::string &name() const { return m_view.activity_name(m_row); }
    std::vector<std::size_t> holders(char letter) const { return m_view.holders(m_row, letter); }

    /// `evidence` are the columns whose letters in this row the finding rests on.
    Finding &add(std::string_view code, std::string message, const std::vector<std::size_t> &evidence) {
        Finding finding = finding_of(code, std::move(message));
        finding.activity = m_view.activities[m_row];
        finding.item = finding.activity.text;
        finding.subject = {finding.item};
        std::vector<std::string> letters;
        for (const std::size_t column : evidence) {
            finding.cells.push_back(m_view.columns[column]);
            letters.push_back(m_view.columns[column].text + '=' + m_view.at(m_row, column).text());
        }
        // Moving a column changes no evidence.
        std::sort(letters.begin(), letters.end());
        std::string joined;
        for (const std::string &letter : letters) {
            joined += letter + '\n';
        }
        finding.key = finding_key(finding.rule, finding.subject, joined);
        m_findings.push_back(std::move(finding));
        return m_findings.back();
    }

    void empty() {
        if (m_policy.on("raci.empty-activity")) {
            add("raci.empty-activity", "Nobody has a part in " + name() + ".", {}).fixes = fixes_for_empty(m_view, m_row);
        }
    }

    void accountable() {
        if (tally().accountable == 0 && m_policy.on("raci.no-accountable")) {
            const std::vector<std::size_t> doing = holders('R');
            const bool sole = doing.size() == 1;
            const std::string tail = sole ? "; " + m_view.role_name(doing.front()) + " alone does the work." : ".";
            Finding &finding = add("raci.no-accountable", "Nobody is accountable for " + name() + tail, doing);
            finding.severity = sole ? Severity::warning : Severity::error;
            finding.fixes = fixes_for_no_accountable(m_view, m_row, m_soleResponsible);
        }
        if (tally().accountable >= 2 && m_policy.on("raci.many-accountable")) {
            const std::vector<std::size_t> deciding = holders('A');
            const std::string all = deciding.size() == 2 ? " are both accountable for " : " are all accountable for ";
            add("raci.many-accountable", named(m_view, deciding) + all + name() + ".", deciding).fixes =
                fixes_for_many_accountable(m_view, m_row);
        }
    }

    void responsible() {
        if (tally().responsible > 0) {
            return;
        }
        const std::vector<std::size_t> supporting = m_view.is_rasci() ? holders('S') : std::vector<std::size_t>();
        if (m_policy.on("raci.no-responsible")) {
            std::vector<std::size_t> near = holders('A');
            near.insert(near.end(), supporting.begin(), supporting.end());
            std::sort(near.begin(), near.end());
            add("raci.no-responsible", "Nobody is responsible for doing " + name() + ".", near).fixes =
                fixes_for_no_responsible(m_view, m_row);
        }
        if (!supporting.empty() && m_policy.on("raci.support-alone")) {
            const std::string verb = supporting.size() == 1 ? " supports " : " support ";
            add("raci.support-alone", named(m_view, supporting) + verb + name() + ", but nobody is responsible for it.", supporting).fixes =
                fixes_for_support_alone(m_view, m_row);
        }
    }

    void crowds() {
        if (tally().responsible >= m_manyResponsible && m_policy.on("raci.many-responsible")) {
            const std::string message = std::to_string(tally().responsible) + " roles are responsible for " + name() + ".";
            add("raci.many-responsible", message, holders('R')).fixes = fixes_for_many_responsible(m_view, m_row, m_manyResponsible);
        }
        if (tally().consulted >= m_consultDrag && m_policy.on("raci.consult-drag")) {
            const std::string message = std::to_string(tally().consulted) + " roles are consulted on " + name() + ".";
            add("raci.consult-drag", message, holders('C')).fixes = fixes_for_consult_drag(m_view, m_row, m_consultDrag);
        }
    }

    const RaciView &m_view;
    const Policy &m_policy;
    const std::vector<std::size_t> &m_soleResponsible;
    std::vector<Finding> &m_findings;
    double m_manyResponsible = 0; // looked up once, not once a row
    double m_consultDrag = 0;
    std::size_t m_row = 0;
};

/// Checks one column; what it finds goes to the end of `findings`.
class ColumnCheck {
  public:
    ColumnCheck(const RaciView &view, const Policy &policy, std::vector<Finding> &findings)
        : m_view(view), m_policy(policy), m_findings(findings) {}

    void check(std::size_t column) {
        m_column = column;
        if (tally().filled == 0) {
            if (m_policy.on("raci.idle-role")) {
                add("raci.idle-role", name() + " has no letter in any activity.", "").fixes = fixes_for_idle_role(m_view, m_column);
            }
            return;
        }
        spectator();
        loads();
        if (m_policy.on("raci.no-blank") && tally().filled == activities() && activities() >= m_policy.limit("raci.no-blank.activities")) {
            add("raci.no-blank", name() + " has a letter in all " + std::to_string(activities()) + " activities.", allLetters);
        }
    }

  private:
    const RaciTally &tally() const { return m_view.columnTallies[m_column]; }
    const std::string &name() const { return m_view.role_name(m_column); }
    int activities() const { return static_cast<int>(m_view.activities.size()); }

    /// `letters` are those that the finding rests on: where the column holds one of them is its evidence.
    Finding &add(std::string_view code, std::string message, std::string_view letters) {
        Finding finding = finding_of(code, std::move(message));
        finding.role = m_view.columns[m_column];
        finding.cells = {finding.role};
        finding.item = finding.role.text;
        finding.subject = {finding.item};
        finding.key = finding_key(finding.rule, finding.subject, evidence(letters));
        m_findings.push_back(std::move(finding));
        return m_findings.back();
    }

    std::string evidence(std::string_view letters) const {
        std::vector<ActivityId> held;
        for (std::size_t row = 0; row < m_view.activities.size(); ++row) {
            const Letters cell = m_view.at(row, m_column);
            if (std::any_of(letters.begin(), letters.end(), [&](char letter) { return cell.has(letter); })) {
                held.push_back(m_view.activities[row]);
            }
        }
        // Moving a row changes no evidence.
        return evidence_of(held);
    }

    void spectator() {
        const Role *role = find(m_view.plan->organisation->roles, m_view.columns[m_column]);
        const bool core = role != nullptr && role->core != CoreFunction::none;
        const bool works = tally().responsible + tally().accountable + tally().supporting > 0;
        const bool listens = tally().consulted + tally().informed > 0;
        if (core && !works && listens && m_policy.on("raci.spectator-role")) {
            const std::string_view verb = tally().informed == 0 ? " is only consulted, though the account rests on its work."
                                          : tally().consulted == 0
                                              ? " is only informed, though the account rests on its work."
                                              : " is only consulted and informed, though the account rests on its work.";
            add("raci.spectator-role", name() + std::string(verb), "CI");
        }
    }

    bool reaches(int part, std::string_view share) const { return 100.0 * part >= m_policy.limit(share) * activities(); }
    std::string of_all(int part) const { return std::to_string(part) + " of " + std::to_string(activities()) + " activities."; }

    void loads() {
        if (m_policy.on("raci.overloaded-role") && activities() >= m_policy.limit("raci.overloaded-role.activities") &&
            reaches(tally().responsible, "raci.overloaded-role.share")) {
            add("raci.overloaded-role", name() + " is responsible for " + of_all(tally().responsible), "R");
        }
        if (m_policy.on("raci.accountability-bottleneck") &&
            tally().accountable >= m_policy.limit("raci.accountability-bottleneck.count") &&
            reaches(tally().accountable, "raci.accountability-bottleneck.share")) {
            add("raci.accountability-bottleneck", name() + " is accountable for " + of_all(tally().accountable), "A");
        }
    }

    const RaciView &m_view;
    const Policy &m_policy;
    std::vector<Finding> &m_findings;
    std::size_t m_column = 0;
};

/// A grid that nobody has started yet gives one line, not one for each activity and role (RULES, opening).
Finding not_started(const RaciView &view) {
    Finding finding = finding_of("raci.empty-activity", "No activity of the grid has a letter yet.");
    for (const ActivityId &id : view.activities) {
        finding.subject.push_back(id.text);
    }
    finding.key = finding_key(finding.rule, finding.subject, "");
    return finding;
}

std::vector<std::size_t> rows_with_sole_responsible(const RaciView &view) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < view.rowTallies.size(); ++row) {
        if (view.rowTallies[row].accountable == 0 && view.rowTallies[row].responsible == 1) {
            rows.push_back(row);
        }
    }
    return rows;
}

void add_letters(LetterCount &counts, Letters letters) {
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (letters.has(letter)) {
            ++counts.letters[letter];
        }
    }
    counts.filled += letters.empty() ? 0 : 1;
}

} // namespace

std::vector<Finding> check_raci(const Plan &plan) { return check_raci(view_raci(plan), Policy(*plan.settings)); }

std::vector<Finding> check_raci(const RaciView &view, const Policy &policy) {
    std::vector<Finding> findings;
    if (!view.anyLetter) {
        if (view.activities.size() > 1 && policy.on("raci.empty-activity")) {
            findings.push_back(not_started(view));
        }
        if (view.activities.size() != 1) {
            return findings;
        }
    }
    const std::vector<std::size_t> soleResponsible = rows_with_sole_responsible(view);
    RowCheck rows(view, policy, soleResponsible, findings);
    for (std::size_t row = 0; row < view.activities.size(); ++row) {
        rows.check(row);
    }
    ColumnCheck columns(view, policy, findings);
    for (std::size_t column = 0; view.anyLetter && column < view.columns.size(); ++column) {
        columns.check(column);
    }
    return findings;
}

LetterCount count_row(const RaciGrid &grid, const ActivityId &activity) {
    LetterCount counts;
    if (const Cells *cells = find(grid.rows, activity)) {
        for (const auto &[role, letters] : *cells) {
            if (grid.columns.contains(role)) {
                add_letters(counts, letters);
            }
        }
    }
    return counts;
}

LetterCount count_column(const RaciGrid &grid, const RoleId &role) {
    LetterCount counts;
    for (const auto &[activity, cells] : grid.rows) {
        const Letters *letters = grid.activities.contains(activity) ? find(cells, role) : nullptr;
        if (letters != nullptr) {
            add_letters(counts, *letters);
        }
    }
    return counts;
}

} // namespace fullcourt
