#include "app/plan_search.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/account_search.h"
#include "analysis/readiness.h"
#include "analysis/who_decides.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool begins_a_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || !in_word(text[at - 1])) {
            return true;
        }
    }
    return false;
}

/// Gathers what answers the words, and puts it in order.
class PlanSearch {
  public:
    PlanSearch(const Plan &plan, std::vector<std::string> words, std::optional<AccountIndex> &index)
        : m_plan(plan), m_words(std::move(words)), m_index(index) {}

    std::vector<PlanPlace> find(std::size_t most) {
        organisation();
        grid();
        governance();
        measurement();
        practices();
        work(most);
        std::stable_sort(m_found.begin(), m_found.end(), [](const PlanPlace &a, const PlanPlace &b) { return a.rank < b.rank; });
        m_found.resize(std::min(most, m_found.size()));
        return std::move(m_found);
    }

  private:
    bool look(View view, std::string item, std::string_view kind, std::string_view name, const std::string &detail) {
        const std::optional<int> rank = search_rank(name, detail, m_words);
        if (rank) {
            m_found.push_back({view, std::move(item), std::string(kind), quoted(name), detail, *rank});
        }
        return rank.has_value();
    }

    template <class Item, class Detail>
    void look_through(View view, std::string_view kind, const Collection<Item> &items, const Detail &detail) {
        for (const Id<Item> &id : ordered(items)) {
            const Item &item = items.at(id);
            look(view, id.text, kind, item.name, detail(id, item));
        }
    }

    /// "VP Sales and CFO"; nothing for nobody.
    template <class Ids> std::string names(const Ids &ids) const {
        std::vector<std::string> known;
        for (const RoleId &id : ids) {
            if (const Role *role = fullcourt::find(m_plan.organisation->roles, id)) {
                known.push_back(quoted(head_name(*role)));
            }
        }
        return listed(known);
    }
    std::string name(const RoleId &id) const { return names(std::array{id}); }

    void organisation() {
        const Organisation &organisation = *m_plan.organisation;
        for (const RoleId &id : ordered(organisation.roles)) {
            const Role &role = organisation.roles.at(id);
            const std::string people = role_with_people(organisation, id);
            look(View::organisation, id.text, "Role", role.name, people == role.name ? std::string() : people);
        }
        look_through(View::organisation, "Person", organisation.people, [&](const PersonId &, const Person &person) {
            std::vector<RoleId> hats;
            for (const auto &[role, share] : person.hats) {
                hats.push_back(role);
            }
            return names(hats);
        });
        look_through(View::models, "Own model", organisation.models,
                     [](const OwnModelId &, const OwnModel &model) { return on_one_line(model.essence); });
    }

    void grid() {
        const RaciGrid &grid = *m_plan.raci;
        for (const ActivityId &id : activity_order(grid)) {
            std::vector<RoleId> accountable;
            if (const Cells *cells = fullcourt::find(grid.rows, id)) {
                for (const auto &[role, letters] : *cells) {
                    if (letters.has('A')) {
                        accountable.push_back(role);
                    }
                }
            }
            const std::string who = names(accountable);
            look(View::raci, id.text, "Activity", grid.activities.at(id).name,
                 who.empty() ? "Nobody is accountable" : "Accountable: " + who);
        }
    }

    void governance() {
        const Governance &governance = *m_plan.governance;
        look_through(View::cadences, "Meeting", governance.meetings,
                     [&](const MeetingId &, const Meeting &meeting) { return names(meeting.attendees); });
        look_through(View::decisions, "Decision", governance.decisions, [&](const DecisionId &, const Decision &decision) {
            const std::string who = names(decision.deciders);
            return who.empty() ? "Nobody decides yet" : "Decided by " + who;
        });
        std::size_t rung = 0;
        for (const EscalationLevelId &id : ordered(governance.escalation)) {
            const EscalationLevel &level = governance.escalation.at(id);
            look(View::escalation, id.text, "Escalation", "Level " + std::to_string(++rung),
                 names(level.parties) + (level.about.empty() ? "" : ": " + on_one_line(level.about)));
        }
    }

    void measurement() {
        look_through(View::kpis, "KPI", m_plan.measurement->kpis, [&](const KpiId &, const Kpi &kpi) {
            const std::string owner = name(kpi.owner);
            return on_one_line(kpi.target) + (owner.empty() || kpi.target.empty() ? "" : ", ") + owner;
        });
        for (const ReadinessStatement &statement : readiness_statements()) {
            look(View::readiness, std::string(statement.code), "Readiness", statement.text, std::string(theme_name(statement.theme)));
        }
    }

    void practices() {
        look_through(View::governance, "Practice", m_plan.practices->practices,
                     [&](const PracticeId &, const Practice &practice) { return name(practice.owner); });
        look_through(View::governance, "Tool", m_plan.practices->tools, [&](const ToolId &, const Tool &tool) { return name(tool.owner); });
        for (const LogEntryId &id : ordered(m_plan.records->log)) {
            const LogEntry &entry = m_plan.records->log.at(id);
            look(View::overview, "", entry.kind == LogEntry::Kind::decision ? "Settled" : "Action", entry.what, name(entry.owner));
        }
    }

    void work(std::size_t most) {
        accounts(most);
        look_through(View::score, "Criterion", m_plan.scoring->criteria,
                     [](const CriterionId &, const Criterion &) { return std::string(); });
        look_through(View::contacts, "Contact", m_plan.contacts->contacts, [&](const ContactId &, const Contact &contact) {
            return on_one_line(contact.title) + (contact.title.empty() || contact.account.empty() ? "" : ", ") + account(contact.account);
        });
        look_through(View::pods, "Pod", m_plan.engagement->pods, [](const PodId &, const Pod &) { return std::string(); });
        look_through(View::engagement, "Play", m_plan.engagement->plays,
                     [&](const PlayId &, const Play &play) { return account(play.account); });
    }

    std::string account(const AccountId &id) {
        const AccountTable &table = m_plan.accounts->table;
        if (id.empty() || table.rows() == 0) {
            return {};
        }
        if (!m_followed && (!m_index || !m_index->follow(table))) {
            m_index.emplace(table);
        }
        m_followed = true;
        const std::optional<std::size_t> row = m_index->row_of(id.text);
        return row ? quoted(account_name(*m_plan.accounts, *row)) : std::string();
    }

    /// There may be a hundred thousand: those whose cells hold the words are looked at in order, until enough have it in their name.
    void accounts(std::size_t most) {
        const Accounts &accounts = *m_plan.accounts;
        std::string all;
        std::vector<WordFinder> finders;
        for (const std::string &word : m_words) {
            all += (all.empty() ? "" : " ") + word;
            finders.emplace_back(word);
        }
        std::vector<std::size_t> elsewhere;
        std::size_t found = 0;
        search_chunks(accounts, all, shown_words(*m_plan.engagement), [&](std::size_t first, std::span<const std::uint8_t> holding) {
            for (std::size_t i = 0; i < holding.size() && found < most; ++i) {
                if (holding[i] == 0) {
                    continue;
                }
                const std::size_t row = first + i;
                const std::string name = account_name(accounts, row);
                if (std::all_of(finders.begin(), finders.end(),
                                [&](const WordFinder &finder) { return finder.find(name) != std::string_view::npos; })) {
                    look(View::accounts, std::string(accounts.table.key(row)), "Account", name, "");
                    ++found;
                } else if (elsewhere.size() < most) {
                    elsewhere.push_back(row);
                }
            }
            return found < most;
        });
        for (const std::size_t row : elsewhere) {
            m_found.push_back(
                {View::accounts, std::string(accounts.table.key(row)), "Account", quoted(account_name(accounts, row)), "", 3});
        }
    }

    const Plan &m_plan;
    const std::vector<std::string> m_words;
    std::optional<AccountIndex> &m_index; ///< where accounts stand; of this plan's table once it is followed
    bool m_followed = false;
    std::vector<PlanPlace> m_found;
};

} // namespace

std::optional<int> search_rank(std::string_view name, std::string_view detail, const std::vector<std::string> &words) {
    const std::string low = lowered(name);
    const auto all = [&](auto holds) { return std::all_of(words.begin(), words.end(), holds); };
    if (all([&](const std::string &word) { return low.find(word) != std::string::npos; })) {
        const bool first = !words.empty() && low.starts_with(words.front());
        const bool begin = all([&](const std::string &word) { return begins_a_word(low, word); });
        return begin && first ? 0 : begin ? 1 : 2;
    }
    const std::string both = low + '\n' + lowered(detail);
    return all([&](const std::string &word) { return both.find(word) != std::string::npos; }) ? std::optional(3) : std::nullopt;
}

std::vector<PlanPlace> search_plan(const Plan &plan, std::string_view text, std::size_t most) {
    return PlanSearcher().search(plan, text, most);
}

std::vector<PlanPlace> PlanSearcher::search(const Plan &plan, std::string_view text, std::size_t most) {
    std::vector<std::string> words = search_words(text);
    return words.empty() ? std::vector<PlanPlace>() : PlanSearch(plan, std::move(words), m_accounts).find(most);
}

} // namespace fullcourt
