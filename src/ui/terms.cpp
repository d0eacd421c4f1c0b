#include "ui/terms.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

constexpr std::array termTable = {
    // The whole
    Term{"ABM", "Account-based marketing: marketing and sales choose companies together and work on them as one team."},
    Term{"Operating model", "Who does what, who decides, when people meet, what happens in a conflict, and which numbers count."},
    Term{"Finding", "A place where the plan contradicts itself or leaves something open. It is mended, or accepted with a reason."},
    // Roles and the grid
    Term{"RACI", "A grid of activities and roles. A letter in a cell says what the role has to do with the activity."},
    Term{"R, responsible", "Does the work. Several roles may share it; without one nothing happens."},
    Term{"A, accountable", "Decides and answers for the result. Exactly one in each row: two would each wait for the other."},
    Term{"S, supports", "Helps those who do the work, with time or with material."},
    Term{"C, consulted", "Is asked before it is done. Each one more costs time."},
    Term{"I, informed", "Is told after it is done, and does not have to agree."},
    Term{"Phase", "Activities that belong together, under a heading of their own: select, engage, close."},
    Term{"Role", "What somebody does here, not who it is. One person may fill several, and several people one."},
    Term{"AE", "Account executive: owns the relation to an account, from the first talk to the signature."},
    Term{"SDR", "Sales development rep: finds and qualifies contacts, then hands over to the account executive."},
    Term{"BDR", "Business development rep: opens doors at new accounts. Some report to sales, some to marketing."},
    Term{"Account marketer", "Plans what an account sees and hears, and works with the account executives of the same accounts."},
    Term{"Core function",
         "One of four that must exist, even where one person covers several: account executive, sales development, account "
         "marketing, product specialist."},
    Term{"Ratio", "How many of one role a team needs for each of another: one account marketer for three or four account executives."},
    Term{"Dotted line", "A second superior, who says what comes first, while the solid line says who hires and pays."},
    Term{"Blind ballot", "Each side fills in the grid without seeing the other. Then the cards go up, and what differs shows."},
    // Organisation models
    Term{"Home", "The function that account marketers belong to: marketing, sales, a matrix of both, or a team of its own."},
    Term{"Matrix", "Account marketers belong to marketing and have a dotted line to sales."},
    Term{"Overlay", "A team beside marketing and sales that directs and coordinates, and leaves the doing to them."},
    Term{"Liaison", "One senior person, full time, who keeps marketing and sales talking and leads what they do together."},
    // Rhythm and rules
    Term{"Cadence", "A meeting that stands: how often, how long, who sits in it, and what comes out of it."},
    Term{"Each pod", "Every pod holds the meeting for itself, so that it costs its people the time once each."},
    Term{"Decision right", "Who takes a decision, on whose input, by when. It should agree with the A of the grid."},
    Term{"Forum", "The meeting in which a decision is taken or a conflict is settled."},
    Term{"Tie-break", "The one role that decides where two who decide together do not agree."},
    Term{"Escalation", "Whom a conflict goes to next, level by level, when those who have it cannot settle it in time."},
    Term{"KPI", "A number that tells whether it works, with a target that both sides sign and one role that answers for it."},
    Term{"Account-centred",
         "A number that counts accounts: how many of a committee are engaged, and how deeply. Lead-centred ones count forms "
         "and handovers."},
    Term{"Process", "How something recurring is done, step by step, and who approves it."},
    Term{"Standard", "What holds everywhere: tone, data and privacy, which system leads for what."},
    Term{"Readiness", "Whether leaders have prepared what the program needs. Each side answers alone, so that gaps show."},
    // Accounts and their score
    Term{"Target account", "A company that marketing and sales have chosen together to pursue."},
    Term{"ICP", "Ideal customer profile: what the companies have in common that buy, stay and grow."},
    Term{"Tier",
         "How much attention an account gets. 1:1 is a plan of its own, 1:few a plan for a handful alike, 1:many programs for all."},
    Term{"Score", "How well an account fits, from 0 to 100: each criterion's worth times what both sides agreed that it counts."},
    Term{"Criterion", "A column of the list that counts in the score, with a scale that says what each value is worth."},
    Term{"Family", "What kind of fact a criterion is: firmographic (size, industry), fit, intent (they look for it), trigger (something "
                   "happened)."},
    Term{"Confidence", "How much of the weight rests on values that are known. A high score on little is a guess."},
    Term{"Half-life", "After so many days something counts half as much, after twice as many a quarter."},
    Term{"τ-b", "Kendall's τ-b compares two orders of the same list: 1 is the same order, 0 no connection, −1 the reverse."},
    Term{"Known account", "An account that everybody in the room can judge without the score: what the score is held against."},
    Term{"Frozen list", "The tiers as they were on a day, so that a quarter is worked on one list while the score goes on."},
    Term{"Lift", "How much more often accounts that score high are won than accounts on the whole."},
    // People at accounts
    Term{"Buying committee", "The people at one account who take part in the purchase, from who signs to who blocks."},
    Term{"Fit", "How well a contact suits: place in the committee, title, what was asked. A is best, D is least."},
    Term{"Engagement", "What contacts do with you. Wide: how many of the committee. Deep: how much, and how recently."},
    Term{"BANT", "Budget, authority, need, timeline: four questions about whether a contact can and will buy."},
    Term{"MQL", "Marketing-qualified lead: marketing finds that this contact is worth a call from sales."},
    Term{"TQL", "Tele-qualified lead: somebody has talked with the contact and knows a budget, an authority, a need or a timeline."},
    Term{"SAL", "Sales-accepted lead: sales has looked at it and takes it on."},
    Term{"SQL", "Sales-qualified lead: sales finds that there is a purchase to be won."},
    Term{"SAO", "Sales-accepted opportunity: a purchase that sales has taken on, counted apart from pipeline."},
    Term{"Response time", "How long a contact may wait in a stage for a reply or a meeting. 24 hours count as one working day."},
    // The program
    Term{"Penetration", "The share of target accounts in which at least one person is engaged."},
    Term{"Coverage", "Engaged members of a buying committee out of all its members."},
    Term{"Conversion", "The share of accounts that go on from one stage to the next."},
    Term{"Cycle", "Days from the first engagement to the signature."},
    // Who works what
    Term{"Pod", "An account executive and the account marketer who work the same accounts."},
    Term{"Load", "How much work the accounts of a pod are: a 1:1 account counts as several of 1:many."},
    Term{"Pin", "An account that stays with its pod when the others are dealt anew."},
    Term{"Play", "One planned activity at one account: a dinner, a workshop, a series of mails; with a role that owns it."},
    Term{"Template", "The plays that an account of a tier usually gets, with their weeks: a start that is changed for each account."},
};

std::string term_text(const Term &term) { return std::string(term.name) + ": " + std::string(term.meaning); }

void draw_term(const Term &term, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    line(term.name, {.size = type::small + 1, .strong = true});
    gap(2);
    paragraph(term.meaning, {.size = type::small, .colour = palette().muted}, width);
    const ImRect box(at, ImGui::GetItemRectMax());
    semantics::at(ImGui::GetID(term.name.data(), term.name.data() + term.name.size()), box, {.role = "listitem", .name = term_text(term)});
}

} // namespace

std::span<const Term> all_terms() { return termTable; }

const Term *find_term(std::string_view name) {
    const auto *const at = std::find_if(termTable.begin(), termTable.end(), [&](const Term &term) {
        return term.name.size() == name.size() && lowered(term.name) == lowered(name);
    });
    return at == termTable.end() ? nullptr : &*at;
}

std::vector<std::string_view> terms_of(View view) {
    switch (view) {
    case View::overview: return {"ABM", "Operating model", "Finding"};
    case View::organisation: return {"Role", "Core function", "AE", "SDR", "Account marketer", "Ratio", "Dotted line"};
    case View::models: return {"Home", "Matrix", "Overlay", "Liaison", "BDR"};
    case View::raci:
        return {"RACI", "R, responsible", "A, accountable", "S, supports", "C, consulted", "I, informed", "Phase", "Blind ballot"};
    case View::ballots: return {"Blind ballot", "R, responsible", "A, accountable", "S, supports", "C, consulted", "I, informed"};
    case View::cadences: return {"Cadence", "Each pod", "Pod"};
    case View::decisions: return {"Decision right", "Forum", "Tie-break"};
    case View::escalation: return {"Escalation", "Forum"};
    case View::kpis: return {"KPI", "Account-centred", "Penetration", "Coverage", "SAO"};
    case View::governance: return {"Process", "Standard"};
    case View::readiness: return {"Readiness"};
    case View::accounts: return {"Target account", "ICP", "Tier", "Score", "Confidence", "Pod"};
    case View::score: return {"Score", "ICP", "Criterion", "Family", "Half-life", "Known account", "Tier", "τ-b", "Frozen list", "Lift"};
    case View::contacts: return {"Buying committee", "Fit", "Engagement", "BANT", "MQL", "TQL", "SAL", "SQL", "Response time"};
    case View::program: return {"Penetration", "Coverage", "Engagement", "Conversion", "Cycle"};
    case View::pods: return {"Pod", "Load", "Pin"};
    case View::engagement: return {"Play", "Template", "Tier"};
    case View::plans:
    case View::workshop:
    case View::conflicts: break;
    }
    return {};
}

void terms_button(View view) {
    constexpr float width = 340;
    const std::vector<std::string_view> names = terms_of(view);
    if (names.empty()) {
        return;
    }
    const char *popup = "##terms-used";
    if (icon_button("##terms", icon::circleHelp, "Terms used here", {.width = termsButtonSize, .expanded = ImGui::IsPopupOpen(popup)})) {
        ImGui::OpenPopup(popup);
    }
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + 4);
    popover(popup, "Terms used here", below, width, [&] {
        bool first = true;
        for (const std::string_view name : names) {
            if (!first) {
                gap(10);
            }
            first = false;
            draw_term(*find_term(name), width - 36);
        }
    });
}

} // namespace fullcourt::ui
