// What the buttons, fields and tabs of the sections do, as a table: by its name in the palette, and by a key of its own.
#include <algorithm>
#include <array>
#include <vector>

#include "analysis/organisation_change.h"
#include "analysis/organisation_fit.h"
#include "analysis/reporting_lines.h"
#include "edit/pod_gestures.h"
#include "ui/commands.h"
#include "ui/grid.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

/// What must be there.
enum class Needs {
    nothing,
    editing,
    grid,
    asIs,
    accounts,
    accountsEditing,
    score,
    scoreEditing,
    pods,
    noPods,
    noLines,
    noStages,
    modelToApply,
    modelFit
};

struct SectionCommand {
    Command command;
    View view;
    const char *icon;
    const char *also; ///< words that people look for it by besides its name
    Needs needs;
    std::array<PagePart, 2> parts;
};

constexpr PagePart tab(std::string_view name) { return {"tab", name}; }
constexpr PagePart press(std::string_view name) { return {"button", name}; }
constexpr PagePart field(std::string_view name) { return {"textbox", name}; }

constexpr std::array sectionCommands = {
    SectionCommand{Command::addAction, View::overview, icon::plus, "log task owner due", Needs::editing, {field("Add an action")}},

    SectionCommand{Command::addOrganisationRole, View::organisation, icon::userPlus, "job", Needs::editing, {field("Add a role")}},
    SectionCommand{Command::addPeople, View::organisation, icon::users, "person name", Needs::editing, {field("Add people")}},
    SectionCommand{
        Command::drawUsualLines, View::organisation, icon::users, "chart reports to", Needs::noLines, {press("Draw the usual lines")}},

    SectionCommand{Command::addOwnModel, View::models, icon::building2, "new", Needs::editing, {field("Add a model of your own")}},
    SectionCommand{Command::applyModel, View::models, icon::check, "adopt change", Needs::modelToApply, {press("Apply all as one step")}},
    SectionCommand{Command::compareModels, View::models, icon::scale, "side by side", Needs::modelFit, {press("Compare the best two")}},

    SectionCommand{Command::showToBe, View::raci, icon::table2, "picture", Needs::asIs, {tab("To be")}},
    SectionCommand{Command::showDifferences, View::raci, icon::table2, "picture change", Needs::asIs, {tab("Differences")}},
    SectionCommand{Command::showAsIs, View::raci, icon::table2, "picture today", Needs::asIs, {tab("As is")}},

    SectionCommand{Command::marketingBallot, View::ballots, icon::vote, "make blind vote", Needs::grid, {tab("Marketing*")}},
    SectionCommand{Command::salesBallot, View::ballots, icon::vote, "make blind vote", Needs::grid, {tab("Sales*")}},
    SectionCommand{Command::productBallot, View::ballots, icon::vote, "make blind vote", Needs::grid, {tab("Product*")}},
    SectionCommand{Command::cardsUp, View::ballots, icon::vote, "compare ballots show", Needs::grid, {tab("Cards up")}},

    SectionCommand{Command::addMeeting, View::cadences, icon::calendar, "new cadence rhythm", Needs::editing, {field("Add a meeting")}},
    SectionCommand{Command::addDecision, View::decisions, icon::scale, "new right", Needs::editing, {field("Add a decision")}},
    SectionCommand{Command::askWhoDecides, View::decisions, icon::circleHelp, "question search", Needs::nothing, {field("Who decides?")}},
    SectionCommand{Command::addLevel, View::escalation, icon::arrowUp, "new ladder step", Needs::editing, {press("Add a level")}},
    SectionCommand{Command::addConflict, View::escalation, icon::flag, "dispute", Needs::editing, {field("Add a conflict")}},
    SectionCommand{Command::addKpi, View::kpis, icon::target, "new metric figure", Needs::editing, {field("Add a KPI")}},

    SectionCommand{Command::addProcess, View::governance, icon::shieldCheck, "governance", Needs::editing, {field("Add a process")}},
    SectionCommand{Command::addStandard, View::governance, icon::shieldCheck, "governance", Needs::editing, {field("Add a standard")}},
    SectionCommand{
        Command::addWayOfWorking, View::governance, icon::shieldCheck, "governance", Needs::editing, {field("Add a way of working")}},
    SectionCommand{
        Command::addImprovement, View::governance, icon::shieldCheck, "governance review", Needs::editing, {field("Add an improvement")}},
    SectionCommand{Command::addTool, View::governance, icon::boxes, "software system", Needs::editing, {field("Add a tool")}},

    SectionCommand{
        Command::marketingReadiness, View::readiness, icon::listChecks, "readiness statements", Needs::nothing, {tab("Marketing answers")}},
    SectionCommand{
        Command::salesReadiness, View::readiness, icon::listChecks, "readiness statements", Needs::nothing, {tab("Sales answers")}},
    SectionCommand{
        Command::productReadiness, View::readiness, icon::listChecks, "readiness statements", Needs::nothing, {tab("Product answers")}},
    SectionCommand{Command::readinessOfSides, View::readiness, icon::listChecks, "compare", Needs::nothing, {tab("Side by side")}},

    SectionCommand{
        Command::changeRunSheet, View::workshop, icon::clock, "agenda minutes parts", Needs::editing, {press("Change the run sheet")}},

    SectionCommand{Command::findAccounts, View::accounts, icon::search, "search", Needs::accounts, {field("Find accounts")}},
    SectionCommand{Command::accountsTable, View::accounts, icon::table2, "list", Needs::accounts, {tab("Table")}},
    SectionCommand{Command::accountsBoard, View::accounts, icon::layoutGrid, "cards kanban", Needs::accounts, {tab("Board")}},
    SectionCommand{Command::accountColumns,
                   View::accounts,
                   icon::slidersHorizontal,
                   "hide show order",
                   Needs::accounts,
                   {tab("Table"), press("Columns")}},

    SectionCommand{Command::addCriterion,
                   View::score,
                   icon::plus,
                   "new score column",
                   Needs::accountsEditing,
                   {tab("Model"), {"group", "Add a criterion"}}},
    SectionCommand{Command::weighCriteria, View::score, icon::slidersHorizontal, "score model weight", Needs::score, {tab("Model")}},
    SectionCommand{
        Command::blindWeights, View::score, icon::eyeOff, "score side", Needs::scoreEditing, {tab("Model"), press("Fill in blindly")}},
    SectionCommand{Command::knownAccounts, View::score, icon::crosshair, "calibrate score", Needs::score, {tab("Known accounts")}},
    SectionCommand{Command::scoreSides, View::score, icon::users, "both agree signature", Needs::score, {tab("Both sides")}},
    SectionCommand{Command::tiers, View::score, icon::funnel, "1:1 1:few 1:many", Needs::score, {tab("Tiers")}},
    SectionCommand{Command::freezeList,
                   View::score,
                   icon::lock,
                   "frozen quarter accounts",
                   Needs::scoreEditing,
                   {tab("Tiers"), press("Freeze the list")}},
    SectionCommand{Command::wonAndLost, View::score, icon::trendingUp, "backtest record", Needs::score, {tab("Won and lost")}},
    SectionCommand{Command::scoreVersions, View::score, icon::history, "compare bring back", Needs::score, {tab("Versions")}},
    SectionCommand{Command::keepScoreVersion,
                   View::score,
                   icon::save,
                   "save name",
                   Needs::scoreEditing,
                   {tab("Versions"), field("Name of the version")}},
    SectionCommand{Command::askAboutAccount, View::score, icon::circleHelp, "explain terms", Needs::score, {press("Why is that?")}},

    SectionCommand{
        Command::addContact, View::contacts, icon::contact, "new person lead", Needs::editing, {tab("Contacts*"), field("Add a contact")}},
    SectionCommand{Command::addLeadStage,
                   View::contacts,
                   icon::funnel,
                   "new MQL SQL definition",
                   Needs::editing,
                   {tab("Lead stages*"), field("Add a lead stage")}},
    SectionCommand{Command::usualLeadStages,
                   View::contacts,
                   icon::funnel,
                   "MQL TQL SAL SQL",
                   Needs::noStages,
                   {tab("Lead stages*"), press("Start with MQL*")}},
    SectionCommand{Command::overdueContacts, View::contacts, icon::clock, "late answer", Needs::nothing, {tab("Overdue*")}},

    SectionCommand{Command::addPod, View::pods, icon::boxes, "new team", Needs::editing, {field("Add a pod")}},
    SectionCommand{Command::makePods, View::pods, icon::boxes, "teams account executives", Needs::noPods, {press("Make *")}},
    SectionCommand{Command::assignAccounts, View::pods, icon::wandSparkles, "deal evenly", Needs::pods, {press("Assign accounts")}},

    SectionCommand{Command::addPlay,
                   View::engagement,
                   icon::calendarRange,
                   "new touch campaign",
                   Needs::accountsEditing,
                   {tab("Account plans"), press("Add a play")}},
    SectionCommand{Command::whoHasTime, View::engagement, icon::gauge, "load hours capacity", Needs::accounts, {tab("Who has time")}},
    SectionCommand{Command::playTemplates, View::engagement, icon::fileText, "starter plays", Needs::accounts, {tab("Templates")}},
};

/// The usual ones are offered as long as none is drawn.
bool wants_lines(const Plan &plan) {
    const Collection<Role> &roles = plan.organisation->roles;
    const bool none = std::none_of(roles.begin(), roles.end(),
                                   [](const auto &role) { return !role.second.reportsTo.empty() || !role.second.dottedTo.empty(); });
    return none && !propose_reporting_lines(plan).steps.empty();
}

bool can_be_done(const Scene &scene, Needs needs) {
    const Plan &plan = scene.plan();
    const bool accounts = plan.accounts->table.rows() > 0;
    const bool score = accounts && !plan.scoring->criteria.empty();
    switch (needs) {
    case Needs::nothing: return true;
    case Needs::editing: return scene.editable;
    case Needs::grid: return !plan.raci->activities.empty() && !plan.raci->columns.empty();
    case Needs::asIs: return !plan.raci->asIsOn.empty();
    case Needs::accounts: return accounts;
    case Needs::accountsEditing: return accounts && scene.editable;
    case Needs::score: return score;
    case Needs::scoreEditing: return score && scene.editable;
    case Needs::noPods: return scene.editable && pods_to_make(plan) > 0;
    case Needs::noLines: return scene.editable && wants_lines(plan);
    case Needs::noStages: return scene.editable && plan.contacts->stages.empty();
    case Needs::modelToApply:
        return scene.editable && !choice_name(plan.organisation->choice).empty() && !model_changes(plan, plan.organisation->choice).empty();
    case Needs::modelFit: return fit_is_known(compare_models(plan.organisation->choice, plan.organisation->models));
    case Needs::pods: return accounts && scene.editable && !plan.engagement->pods.empty();
    }
    return true;
}

std::vector<PagePart> parts_of(const SectionCommand &command) {
    std::vector<PagePart> parts;
    for (const PagePart &part : command.parts) {
        if (!part.role.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

} // namespace

CommandGroup section_commands(const Scene &scene) {
    CommandGroup commands;
    for (const SectionCommand &one : sectionCommands) {
        commands.push_back({.command = one.command,
                            .icon = one.icon,
                            .name = shortcut_of(one.command).what,
                            .also = one.also,
                            .disabled = !can_be_done(scene, one.needs),
                            .run = [view = one.view, parts = parts_of(one)](Scene &inner) { work_in(inner, view, parts); }});
    }
    // The picture is made, not looked for: its button stands in the panel, which may be hidden.
    commands.push_back({.command = Command::keepAsIs,
                        .icon = icon::copy,
                        .name = shortcut_of(Command::keepAsIs).what,
                        .also = "as is picture before",
                        .disabled = !scene.editable || scene.grid().rows.empty() || !scene.grid().asIsOn.empty(),
                        .run = keep_as_is});
    return commands;
}

} // namespace fullcourt::ui
