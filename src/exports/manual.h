// The operating manual (DOMAIN §12, step 6): the whole model as one document for people who never open the program.
//
//     std::string html = document_html(manual(plan, {.today = today}));
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "analysis/check.h"
#include "base/date.h"
#include "exports/document.h"
#include "model/plan.h"

namespace fullcourt {

enum class ManualSection {
    purpose,
    organisation,
    roles,
    raci,
    decisions,
    escalation,
    rhythm,
    kpis,
    accounts,
    engagement,
    governance,
    open
};

struct ManualSectionInfo {
    ManualSection section = ManualSection::purpose;
    std::string_view code;  ///< "raci": what the command line calls it, and its anchor
    std::string_view title; ///< "Who does what"
};
/// In their order.
extern const std::array<ManualSectionInfo, 12> manualSections;
std::optional<ManualSection> manual_section_of(std::string_view code);

struct ManualChoice {
    std::set<ManualSection> sections; ///< empty: all that have something to say
    Date today;
};

/// The sections in their order. One that is empty is left out; one of the six steps (DOMAIN §12), or one that was asked for by
/// name, says in a line what is missing.
Document manual(const Plan &plan, const ManualChoice &choice);
/// Those that manual() gives where none is named, without what their text takes. The open points are always among them: whether there
/// are any, reading the plan against itself tells.
std::set<ManualSection> manual_contents(const Plan &plan);

/// The same, some milliseconds at a time: the scores of very many accounts, then section by section. The plan outlives it.
class ManualInPieces {
  public:
    ManualInPieces(const Plan &plan, ManualChoice choice);
    /// A piece; true when none is left.
    bool go_on();
    /// How much is done, from 0 to 1.
    double part() const;
    /// When no piece is left; it is then spent.
    Document take();

  private:
    void add(const ManualSectionInfo &info);

    const Plan &m_plan;
    ManualChoice m_choice;
    Checker m_checker;
    bool m_prepared = false;
    std::size_t m_next = 0; ///< the section that is added next
    Document m_document;
};

/// The card of one role as a document of its own; without sections where the plan has no such role.
Document role_card(const Plan &plan, const RoleId &role, const Date &today);

/// Whether the plan gives the role anything to do, decide, say, hear, attend or answer for.
bool has_part(const Plan &plan, const RoleId &role);

/// Several persons' plan in one grid: roles by their short names, phases as rows.
block::Grid manual_grid(const Plan &plan);

} // namespace fullcourt
