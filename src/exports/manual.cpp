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

/// The plan's scores, worked out once for all sections.
ScoreBoard &scores_of(const Plan &plan, Checker &checker, std::int32_t today) {
    checker.scores().follow(plan, today);
    return checker.scores();
}

/// `today`: days since 1970.
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
    case ManualSection::accounts: return account_blocks(plan, scores_of(plan, checker, today));
    case ManualSection::engagement: return engagement_blocks(plan, scores_of(plan, checker, today));
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

Document manual(const Plan &plan, const ManualChoice &choice) {
    Document document{"Operating manual", title_of(plan), "As of " + date_words(choice.today), true, {}};
    Checker checker;
    for (const ManualSectionInfo &info : manualSections) {
        const bool named = choice.sections.contains(info.section);
        if (!choice.sections.empty() && !named) {
            continue;
        }
        Blocks blocks = blocks_of(plan, info.section, checker, days_of(choice.today));
        if (blocks.empty() && (named || is_a_step(info.section))) {
            blocks.emplace_back(block::Missing{missing_words(info.section)});
        }
        if (!blocks.empty()) {
            document.sections.push_back({std::string(info.code), std::string(info.title), std::move(blocks)});
        }
    }
    document.contents = document.sections.size() > 1;
    return document;
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
