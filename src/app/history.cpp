#include "app/history.h"

#include <utility>

#include "base/overloaded.h"

namespace fullcourt {
namespace {

// What one node of a std::map costs besides what its strings hold: close enough for a budget.
constexpr std::size_t nodeBytes = 96;

std::size_t bytes_of(const Extra &extra) {
    std::size_t bytes = 0;
    for (const auto &[key, json] : extra) {
        bytes += nodeBytes + key.size() + json.size();
    }
    return bytes;
}

std::size_t bytes_of(const std::vector<std::string> &lines) {
    std::size_t bytes = 0;
    for (const std::string &line : lines) {
        bytes += sizeof(std::string) + line.size();
    }
    return bytes;
}

std::size_t bytes_of(const GridRows &rows) {
    std::size_t bytes = 0;
    for (const auto &[id, cells] : rows) {
        bytes += (1 + cells.size()) * nodeBytes;
    }
    return bytes;
}

std::size_t bytes_of(const Organisation &organisation) {
    std::size_t bytes = 0;
    for (const auto &[id, role] : organisation.roles) {
        bytes += 2 * nodeBytes + id.text.size() + role.name.size() + role.shortName.size() + bytes_of(role.extra);
    }
    for (const auto &[id, person] : organisation.people) {
        bytes += 2 * nodeBytes + id.text.size() + person.name.size() + person.hats.size() * nodeBytes + bytes_of(person.extra);
    }
    for (const auto &[id, model] : organisation.models) {
        bytes += 3 * nodeBytes + model.name.size() + model.essence.size() + bytes_of(model.advantages) + bytes_of(model.drawbacks) +
                 model.governance.size() + model.fitsWhen.size() + model.needs.size() * nodeBytes + bytes_of(model.extra);
    }
    return bytes + organisation.choice.context.size() * nodeBytes + bytes_of(organisation.choice.extra);
}

std::size_t bytes_of(const Governance &governance) {
    std::size_t bytes = 0;
    for (const auto &[id, meeting] : governance.meetings) {
        bytes += 3 * nodeBytes + meeting.name.size() + (meeting.attendees.size() + meeting.held.size()) * nodeBytes +
                 bytes_of(meeting.topics) + bytes_of(meeting.outputs) + bytes_of(meeting.extra);
    }
    for (const auto &[id, decision] : governance.decisions) {
        const std::size_t references = decision.deciders.size() + decision.inputs.size() + decision.activities.size();
        bytes += 4 * nodeBytes + decision.name.size() + decision.deadline.size() + references * nodeBytes + bytes_of(decision.extra);
    }
    for (const auto &[id, level] : governance.escalation) {
        bytes += 3 * nodeBytes + level.about.size() + level.trigger.size() + level.parties.size() * nodeBytes + bytes_of(level.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Measurement &measurement) {
    std::size_t bytes = 0;
    for (const auto &[id, kpi] : measurement.kpis) {
        bytes += 4 * nodeBytes + kpi.name.size() + kpi.unit.size() + kpi.target.size() + kpi.source.size() + kpi.values.size() * nodeBytes +
                 bytes_of(kpi.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Acceptances &acceptances) {
    std::size_t bytes = 0;
    for (const auto &[key, acceptance] : acceptances) {
        bytes += 2 * nodeBytes + key.size() + acceptance.reason.size() + bytes_of(acceptance.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Conflicts &conflicts) {
    std::size_t bytes = 0;
    for (const auto &[key, conflict] : conflicts) {
        bytes += 2 * nodeBytes + key.size() + bytes_of(conflict.path) + conflict.base.value_or("").size() + bytes_of(conflict.extra);
        for (const auto &[value, origins] : conflict.values) {
            bytes += (1 + origins.size()) * nodeBytes + value.value_or("").size();
        }
    }
    return bytes;
}

std::size_t bytes_of(const RaciGrid &grid) {
    std::size_t bytes = bytes_of(grid.extra) + (grid.columns.size() + grid.phases.size()) * 2 * nodeBytes;
    for (const auto &[id, activity] : grid.activities) {
        bytes += 2 * nodeBytes + id.text.size() + activity.name.size() + activity.note.size() + bytes_of(activity.extra);
    }
    for (const auto &[id, notes] : grid.notes) {
        for (const auto &[role, note] : notes) {
            bytes += 2 * nodeBytes + note.size();
        }
    }
    return bytes + bytes_of(grid.rows) + bytes_of(grid.asIs);
}

std::size_t bytes_of(const Practices &practices) {
    std::size_t bytes = 0;
    for (const auto &[id, practice] : practices.practices) {
        bytes += 3 * nodeBytes + practice.name.size() + practice.text.size() + bytes_of(practice.steps) +
                 practice.approvers.size() * nodeBytes + bytes_of(practice.extra);
    }
    for (const auto &[id, tool] : practices.tools) {
        bytes += 3 * nodeBytes + tool.name.size() + tool.training.size() + (tool.access.size() + tool.integratesWith.size()) * nodeBytes +
                 bytes_of(tool.extra);
    }
    return bytes;
}

std::size_t bytes_of(const SideAnswers &answers) {
    std::size_t bytes = 0;
    for (const auto &[side, given] : answers) {
        bytes += (1 + given.size()) * nodeBytes;
    }
    return bytes;
}

std::size_t bytes_of(const Readiness &readiness) {
    std::size_t bytes = 0;
    for (const auto &[statement, given] : readiness.answers) {
        bytes += (1 + given.size()) * nodeBytes;
    }
    return bytes;
}

std::size_t bytes_of(const Records &records) {
    std::size_t bytes = 0;
    for (const auto &[id, entry] : records.log) {
        bytes += 3 * nodeBytes + entry.what.size() + entry.about.size() + bytes_of(entry.extra);
    }
    for (const auto &[id, dispute] : records.disputes) {
        bytes += 3 * nodeBytes + dispute.what.size() + dispute.rule.size() + bytes_of(dispute.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Ballots &ballots) {
    std::size_t bytes = bytes_of(ballots.context);
    for (const auto &[side, rows] : ballots.grid) {
        bytes += nodeBytes + bytes_of(rows);
    }
    for (const auto &[activity, tally] : ballots.tallies) {
        bytes += 2 * nodeBytes + tally.size();
    }
    return bytes;
}

std::size_t bytes_of(const Workshop &workshop) {
    std::size_t bytes = 0;
    for (const auto &[id, item] : workshop.sheet) {
        bytes += 2 * nodeBytes + item.name.size() + bytes_of(item.extra);
    }
    for (const std::string &parked : workshop.parked) {
        bytes += nodeBytes + parked.size();
    }
    return bytes;
}

std::size_t bytes_of(const Collection<Criterion> &criteria) {
    std::size_t bytes = 0;
    for (const auto &[id, criterion] : criteria) {
        bytes += 3 * nodeBytes + criterion.name.size() + criterion.points.size() * sizeof(ScalePoint) +
                 criterion.values.size() * nodeBytes + bytes_of(criterion.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Scoring &scoring) {
    std::size_t bytes = bytes_of(scoring.criteria);
    for (const auto &[side, signature] : scoring.signatures) {
        bytes += 3 * nodeBytes + signature.dissent.size() + bytes_of(signature.extra);
    }
    for (const auto &[id, version] : scoring.versions) {
        bytes += 3 * nodeBytes + version.note.size() + bytes_of(version.criteria) + bytes_of(version.extra);
    }
    for (const auto &[id, list] : scoring.lists) {
        bytes += (2 + list.oneToOne.size() + list.oneToFew.size() + list.oneToMany.size()) * nodeBytes + bytes_of(list.extra);
    }
    return bytes + (scoring.outcome.won.size() + scoring.outcome.lost.size()) * nodeBytes;
}

std::size_t bytes_of(const Contacts &contacts) {
    std::size_t bytes = contacts.policy.worth.size() * nodeBytes;
    for (const auto &[id, contact] : contacts.contacts) {
        bytes += 4 * nodeBytes + contact.name.size() + contact.title.size() + contact.note.size() + bytes_of(contact.extra) +
                 contact.activities.size() * sizeof(ContactActivity);
    }
    for (const auto &[id, stage] : contacts.stages) {
        bytes += 4 * nodeBytes + stage.definition.size() + stage.action.size() + stage.timing.size() + stage.reason.size() +
                 bytes_of(stage.extra);
    }
    return bytes;
}

std::size_t bytes_of(const Engagement &engagement) {
    std::size_t bytes = 0;
    for (const auto &[id, pod] : engagement.pods) {
        bytes += 3 * nodeBytes + pod.name.size() + (pod.members.size() + pod.affinity.size()) * nodeBytes + bytes_of(pod.extra);
    }
    for (const auto &[id, play] : engagement.plays) {
        bytes += 4 * nodeBytes + play.name.size() + play.effort.size() * nodeBytes + bytes_of(play.extra);
    }
    for (const auto &[id, play] : engagement.templates) {
        bytes += 3 * nodeBytes + play.name.size() + play.effort.size() * nodeBytes + bytes_of(play.extra);
    }
    for (const auto &[id, note] : engagement.notes) {
        bytes += 4 * nodeBytes + note.text.size() + bytes_of(note.extra);
    }
    return bytes;
}

std::size_t bytes_of(const AccountCells &cells) {
    const std::size_t values =
        std::visit(Overloaded{[](const Texts &texts) { return texts.bytes(); },
                              [](const Categories &categories) {
                                  return categories.values.size() * sizeof(std::uint16_t) + bytes_of(categories.words);
                              },
                              [](const auto &typed) { return typed.values.size() * sizeof(typed.values.front()); }},
                   cells.values);
    return values + cells.unreadable.size() * nodeBytes;
}

/// Chunks that both still share cost nothing.
std::size_t unshared(const AccountTable &table, const AccountTable &other) {
    std::size_t bytes = table.chunks() * (1 + table.columns().size()) * sizeof(Shared<AccountCells>);
    for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
        if (chunk >= other.chunks() || !table.keys()[chunk].shares_with(other.keys()[chunk])) {
            bytes += table.keys()[chunk]->bytes();
        }
    }
    for (const auto &[id, column] : table.columns()) {
        const AccountTable::Column *same = other.column(id);
        for (std::size_t chunk = 0; chunk < column.size(); ++chunk) {
            if (same == nullptr || chunk >= same->size() || !column[chunk].shares_with((*same)[chunk])) {
                bytes += bytes_of(*column[chunk]);
            }
        }
    }
    return bytes;
}

std::size_t unshared(const Shared<Accounts> &accounts, const Shared<Accounts> &other) {
    if (accounts.shares_with(other)) {
        return 0;
    }
    std::size_t bytes = sizeof(Accounts) + accounts->columns.size() * 2 * nodeBytes + unshared(accounts->table, other->table);
    for (const auto &[id, mark] : accounts->marks) {
        bytes += 3 * nodeBytes + mark.note.size() + mark.reason.size() + bytes_of(mark.tags) + mark.stageSince.size() * nodeBytes +
                 bytes_of(mark.extra);
    }
    return bytes + (accounts->board.fields.size() + accounts->board.limits.size() + accounts->importMap.size()) * nodeBytes;
}

std::size_t bytes_of(const About &about) { return about.title.size() + about.description.size(); }

std::size_t bytes_of(const Settings &settings) { return (settings.rules.size() + settings.thresholds.size()) * nodeBytes; }

template <class Section> std::size_t unshared(const Shared<Section> &section, const Shared<Section> &other) {
    return section.shares_with(other) ? 0 : sizeof(Section) + bytes_of(*section);
}

void keep_within_budget(History &history) {
    std::size_t bytes = 0;
    for (std::size_t i = history.past.size(); i-- > 0;) {
        bytes += history.past[i].bytes;
        if (bytes > history.budget && i + 1 < history.past.size()) {
            history.past.erase(history.past.begin(), history.past.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            return;
        }
    }
}

} // namespace

History begin_history(Plan plan) {
    History history;
    history.present = std::move(plan);
    return history;
}

std::size_t unshared_bytes(const Plan &plan, const Plan &other) {
    return sizeof(Plan) + unshared(plan.about, other.about) + unshared(plan.organisation, other.organisation) +
           unshared(plan.raci, other.raci) + unshared(plan.governance, other.governance) + unshared(plan.measurement, other.measurement) +
           unshared(plan.practices, other.practices) + unshared(plan.readiness, other.readiness) + unshared(plan.records, other.records) +
           unshared(plan.ballots, other.ballots) + unshared(plan.workshop, other.workshop) + unshared(plan.acceptances, other.acceptances) +
           unshared(plan.conflicts, other.conflicts) + unshared(plan.accounts, other.accounts) + unshared(plan.scoring, other.scoring) +
           unshared(plan.contacts, other.contacts) + unshared(plan.engagement, other.engagement) + unshared(plan.settings, other.settings) +
           unshared(plan.extra, other.extra);
}

bool commit(History &history, Plan next, const std::string &label, std::uint64_t gesture) {
    if (next == history.present) {
        return false;
    }
    history.future.clear();
    const bool joins = gesture != 0 && gesture == history.gesture && !history.past.empty();
    if (!joins) {
        HistoryStep step{history.present, label, 0};
        step.bytes = unshared_bytes(step.plan, next) + label.size();
        history.past.push_back(std::move(step));
    }
    history.present = std::move(next);
    history.gesture = gesture;
    keep_within_budget(history);
    return true;
}

bool undo(History &history) {
    if (history.past.empty()) {
        return false;
    }
    HistoryStep step = std::move(history.past.back());
    history.past.pop_back();
    std::swap(step.plan, history.present);
    history.future.push_back(std::move(step));
    history.gesture = 0;
    return true;
}

bool redo(History &history) {
    if (history.future.empty()) {
        return false;
    }
    HistoryStep step = std::move(history.future.back());
    history.future.pop_back();
    std::swap(step.plan, history.present);
    history.past.push_back(std::move(step));
    history.gesture = 0;
    return true;
}

} // namespace fullcourt
