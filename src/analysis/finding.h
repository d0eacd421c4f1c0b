// A thing to settle (RULES, opening): found by a rule, named in one sentence, where possible mended in one edit.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace fullcourt {

enum class Severity { error, warning, note };

/// Where in the plan a finding is settled.
enum class PlanSection {
    grid,
    organisation,
    model,
    cadences,
    decisions,
    escalation,
    kpis,
    governance,
    readiness,
    accounts,
    contacts,
    pods,
    engagement
};

/// In the order of the six steps.
inline constexpr std::array planSections = {
    PlanSection::organisation, PlanSection::model, PlanSection::grid,       PlanSection::cadences,  PlanSection::decisions,
    PlanSection::escalation,   PlanSection::kpis,  PlanSection::governance, PlanSection::readiness, PlanSection::accounts,
    PlanSection::contacts,     PlanSection::pods,  PlanSection::engagement};

struct Finding {
    std::string_view rule; ///< "raci.no-accountable"; the table of rules holds it (analysis/rules.h)
    Severity severity = Severity::error;
    std::vector<std::string> subject;   ///< ids of what it is about, in the rule's fixed order
    std::string key;                    ///< rule, subject and a hash of the evidence: stable over edits elsewhere
    std::string message;                ///< one sentence that names the things by their names
    std::string_view why;               ///< one sentence: why it matters
    std::vector<PlanEdit> fixes;        ///< each mends it alone; the label is what the button says
    std::optional<Acceptance> accepted; ///< somebody looked at it and gave a reason: it no longer counts

    // Where it is settled: the section, and there the item (its id; empty: the section as a whole).
    PlanSection section = PlanSection::grid;
    std::string item;

    // Where the grid shows it; what is empty does not apply (a finding of a row has no role).
    ActivityId activity;
    RoleId role;
    std::vector<RoleId> cells; ///< the cells of `activity` (or, without one, the columns) that are the evidence

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// "error", "warning", "note".
std::string severity_name(Severity severity);

/// "RACI grid", "Organisation" …
std::string_view section_name(PlanSection section);

/// "rule|subject|…|16 hex digits"; `evidence` is what, when it changes, reopens an accepted finding.
std::string finding_key(std::string_view rule, const std::vector<std::string> &subject, const std::string &evidence);

/// Open findings by severity; accepted ones are counted apart.
struct FindingCount {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t accepted = 0;

    /// What is still to settle.
    std::size_t total() const { return errors + warnings + notes; }
    friend bool operator==(const FindingCount &, const FindingCount &) = default;
};
FindingCount count(const std::vector<Finding> &findings);

} // namespace fullcourt
