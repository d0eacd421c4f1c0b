#include "exports/manual.h"

#include <algorithm>
#include <utility>

#include "base/date_words.h"
#include "base/text.h"
#include "exports/manual_parts.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

/// The checker's scores follow the plan. `today`: days since 1970.
Blocks blocks_of(const Plan &plan, ManualSection section, Checker &checker, std::int32_t today) {
    switch (section) {
    case ManualSection::purpose: return purpose_blocks(plan);
    case ManualSection::organisation: return organisation_blocks(plan);
    case ManualSection::roles: return role_blocks(plan);
    case ManualSection::raci: return raci_blocks(plan);
    case ManualSection::decisions: return decision_blocks(plan);
    case ManualSection::escalation: return escalation_blocks(plan);
    case ManualSection::rhythm: return rhythm_blocks(plan);
    case ManualSection::kpis: return kpi_blocks(plan);
    case ManualSection::accounts: return account_blocks(plan, checker.scores());
    case ManualSection::engagement: return engagement_blocks(plan, checker.scores());
    case ManualSection::governance: return governance_blocks(plan);
    case ManualSection::open: return open_blocks(plan, checker.check(plan, today));
    }
    return {};
}

/// What a section says in the place of nothing; the sections beside the six steps are left out instead.
std::string missing_words(ManualSection section) {
    switch (section) {
    case ManualSection::organisation: return "No organisation model has been chosen yet.";
    case ManualSection::roles: return "No role has a part in this model yet.";
    case ManualSection::raci: return "It has not been settled yet who does what.";
    case ManualSection::decisions: return "It has not been settled yet who decides what.";
    case ManualSection::escalation: return "There is no way yet for what the people concerned cannot settle between them.";
    case ManualSection::rhythm: return "No standing meeting has been agreed on yet.";
    case ManualSection::kpis: return "It has not been settled yet what is measured.";
    case ManualSection::purpose: return {};
    case ManualSection::accounts: return "There are no target accounts yet, and no score to choose them by.";
    case ManualSection::engagement: return "There are no pods and no plans for accounts yet.";
    case ManualSection::governance: return "No processes, standards or tools have been agreed on yet.";
    case ManualSection::open: return "Nothing is open.";
    }
    return {};
}

bool is_a_step(ManualSection section) {
    return section != ManualSection::accounts && section != ManualSection::engagement && section != ManualSection::governance &&
           section != ManualSection::open && section != ManualSection::purpose;
}

/// Of a section beside the six steps.
bool says_something(const Plan &plan, ManualSection section) {
    switch (section) {
    case ManualSection::purpose: return !purpose_blocks(plan).empty();
    case ManualSection::accounts:
        return plan.accounts->table.rows() != 0 || !plan.scoring->criteria.empty() || !plan.contacts->stages.empty();
    case ManualSection::engagement:
        return !plan.engagement->pods.empty() || !plan.engagement->templates.empty() || !plan.engagement->plays.empty();
    case ManualSection::governance: return !governance_blocks(plan).empty();
    default: return true;
    }
}

std::string title_of(const Plan &plan) {
    std::string title = printable(plan.about->title);
    return title.empty() ? "Untitled plan" : title;
}

} // namespace

constexpr std::array<ManualSectionInfo, 12> manualSections = {
    ManualSectionInfo{ManualSection::purpose, "purpose", "What this is for"},
    ManualSectionInfo{ManualSection::organisation, "organisation", "How we are organised"},
    ManualSectionInfo{ManualSection::roles, "roles", "Role cards"},
    ManualSectionInfo{ManualSection::raci, "raci", "Who does what"},
    ManualSectionInfo{ManualSection::decisions, "decisions", "Who decides"},
    ManualSectionInfo{ManualSection::escalation, "escalation", "When we cannot agree"},
    ManualSectionInfo{ManualSection::rhythm, "rhythm", "When we meet"},
    ManualSectionInfo{ManualSection::kpis, "kpis", "What we measure"},
    ManualSectionInfo{ManualSection::accounts, "accounts", "Which accounts we pursue, and why"},
    ManualSectionInfo{ManualSection::engagement, "engagement", "How we work an account"},
    ManualSectionInfo{ManualSection::governance, "governance", "How we keep it working"},
    ManualSectionInfo{ManualSection::open, "open", "Open points"},
};

std::optional<ManualSection> manual_section_of(std::string_view code) {
    const auto *const found =
        std::find_if(manualSections.begin(), manualSections.end(), [&](const auto &info) { return info.code == code; });
    return found == manualSections.end() ? std::nullopt : std::optional(found->section);
}

ManualInPieces::ManualInPieces(const Plan &plan, ManualChoice choice)
    : m_plan(plan), m_choice(std::move(choice)),
      m_document{"Operating manual", title_of(plan), "As of " + date_words(m_choice.today), true, {}} {}

bool ManualInPieces::go_on() {
    if (!m_prepared) {
        m_prepared = m_checker.prepare(m_plan, days_of(m_choice.today));
        return false;
    }
    add(manualSections[m_next++]);
    return m_next == manualSections.size();
}

double ManualInPieces::part() const {
    // The scores of very many accounts take as long as a section or two.
    return static_cast<double>(m_next + (m_prepared ? 1 : 0)) / static_cast<double>(manualSections.size() + 1);
}

void ManualInPieces::add(const ManualSectionInfo &info) {
    const bool named = m_choice.sections.contains(info.section);
    if (!m_choice.sections.empty() && !named) {
        return;
    }
    Blocks blocks = blocks_of(m_plan, info.section, m_checker, days_of(m_choice.today));
    if (blocks.empty() && (named || is_a_step(info.section))) {
        blocks.emplace_back(block::Missing{missing_words(info.section)});
    }
    if (!blocks.empty()) {
        m_document.sections.push_back({std::string(info.code), std::string(info.title), std::move(blocks)});
    }
}

Document ManualInPieces::take() {
    m_document.contents = m_document.sections.size() > 1;
    return std::move(m_document);
}

Document manual(const Plan &plan, const ManualChoice &choice) {
    ManualInPieces work(plan, choice);
    while (!work.go_on()) {
    }
    return work.take();
}

std::set<ManualSection> manual_contents(const Plan &plan) {
    std::set<ManualSection> contents;
    for (const ManualSectionInfo &info : manualSections) {
        if (is_a_step(info.section) || says_something(plan, info.section)) {
            contents.insert(info.section);
        }
    }
    return contents;
}

Document role_card(const Plan &plan, const RoleId &role, const Date &today) {
    Document document{title_of(plan), {}, {}, false, {}};
    std::optional<block::Card> card = card_of(plan, role);
    if (!card) {
        return document;
    }
    document.title = printable(card->title);
    document.subtitle = card->subtitle + (card->subtitle.empty() ? "" : " · ") + "as of " + date_words(today);
    document.subtitle = capital(document.subtitle);
    block::Card body{"What the role does", "", std::move(card->terms)};
    Blocks blocks;
    if (body.terms.empty()) {
        blocks.emplace_back(block::Missing{"This role has no part in the model yet."});
    } else {
        blocks.emplace_back(std::move(body));
    }
    document.sections.push_back({"card", "", std::move(blocks)});
    return document;
}

} // namespace fullcourt
