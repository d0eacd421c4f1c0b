// What an item names that the plan does not have: a third visitor of describe(), beside writer and reader. Private to io.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "io/item_fields.h"
#include "io/repairs.h"

namespace fullcourt {

class Dangling {
  public:
    explicit Dangling(const Plan &plan) : m_plan(plan) {}

    template <class Item> void reference(std::string_view /*key*/, const Id<Item> &id) { look_at(id); }
    template <class Item> void ids(std::string_view /*key*/, const std::set<Id<Item>> &ids) {
        for (const Id<Item> &id : ids) {
            look_at(id);
        }
    }
    template <class Item> void lines_by_id(std::string_view /*key*/, const std::map<Id<Item>, std::string> &lines) {
        for (const auto &[id, line] : lines) {
            look_at(id);
        }
    }
    template <class Key, class Number, class Limits>
    void numbers(std::string_view /*key*/, const std::map<Key, Number> &numbers, const Limits & /*range*/) {
        if constexpr (!std::same_as<Key, std::string>) {
            for (const auto &[id, number] : numbers) {
                look_at(id);
            }
        }
    }

    /// Cells of whatever kind, by activity and role.
    template <class Value> void rows(const std::map<ActivityId, std::map<RoleId, Value>> &rows) {
        for (const auto &[activity, cells] : rows) {
            look_at(activity);
            for (const auto &[role, value] : cells) {
                look_at(role);
            }
        }
    }

    // What refers to nothing.
    void position(std::string_view /*key*/, const Position & /*position*/) {}
    void name(std::string_view /*key*/, const std::string & /*name*/) {}
    void line(std::string_view /*key*/, const std::string & /*text*/) {}
    void text(std::string_view /*key*/, const std::string & /*text*/) {}
    void lines(std::string_view /*key*/, const std::vector<std::string> & /*lines*/) {}
    void yes_or_no(std::string_view /*key*/, const bool & /*yes*/) {}
    void period(std::string_view /*key*/, const Period & /*period*/) {}
    void date(std::string_view /*key*/, const std::string & /*date*/) {}
    void ticks(std::string_view /*key*/, const std::map<std::string, bool> & /*ticks*/) {}
    void needs(std::string_view /*key*/, const std::map<std::string, OwnNeed> & /*needs*/) {}
    void points(std::string_view /*key*/, const std::vector<ScalePoint> & /*points*/) {}
    void keys(std::string_view /*key*/, const std::set<std::string> & /*keys*/) {}
    void dates(std::string_view /*key*/, const std::map<std::string, std::string> & /*dates*/) {}
    void activities(std::string_view /*key*/, const std::vector<ContactActivity> & /*activities*/) {}
    void worths(std::string_view /*key*/, const std::map<ContactActivityKind, ActivityWorth> & /*worths*/) {}
    /// Accounts come and go with each import.
    template <class Item> void many_ids(std::string_view /*key*/, const std::set<Id<Item>> & /*ids*/) {}
    /// What was kept as it was may name what has gone since.
    template <class Item> void items(std::string_view /*key*/, const Collection<Item> & /*items*/) {}
    template <class Part> void part(std::string_view /*key*/, const Part & /*part*/) {}
    template <class Value, class Words> void choice(std::string_view /*key*/, const Value & /*value*/, const Words & /*words*/) {}
    template <class Value, class Limits> void number(std::string_view /*key*/, const Value & /*value*/, const Limits & /*range*/) {}

    /// One for each kind of thing that is missing: "Meeting “Sync” names “sdr” and “cfo”, which are no roles of the
    /// plan; they are kept."
    std::vector<std::string> sentences(const std::string &item) const {
        std::vector<std::string> sentences;
        for (const auto &[words, unknown] :
             {std::pair(itemWords<Role>, &m_roles), std::pair(itemWords<Meeting>, &m_meetings),
              std::pair(itemWords<Activity>, &m_activities), std::pair(itemWords<EscalationLevel>, &m_levels),
              std::pair(itemWords<Tool>, &m_tools), std::pair(itemWords<AccountColumn>, &m_accountColumns),
              std::pair(itemWords<LeadStage>, &m_leadStages), std::pair(itemWords<Play>, &m_plays),
              std::pair(itemWords<PlayTemplate>, &m_templates), std::pair(itemWords<Contact>, &m_contacts)}) {
            if (!unknown->empty()) {
                sentences.push_back(item + " names " + shown(*unknown) + ", which " +
                                    (unknown->size() == 1 ? "is no " + std::string(words.one) : "are no " + std::string(words.many)) +
                                    " of the plan; " + (unknown->size() == 1 ? "it is kept." : "they are kept."));
            }
        }
        return sentences;
    }

  private:
    static constexpr std::size_t mostShown = 5;

    void look_at(const RoleId &id) { add(m_plan.organisation->roles, id, m_roles); }
    void look_at(const MeetingId &id) { add(m_plan.governance->meetings, id, m_meetings); }
    void look_at(const ActivityId &id) { add(m_plan.raci->activities, id, m_activities); }
    void look_at(const EscalationLevelId &id) { add(m_plan.governance->escalation, id, m_levels); }
    void look_at(const ToolId &id) { add(m_plan.practices->tools, id, m_tools); }
    void look_at(const AccountColumnId &id) { add(m_plan.accounts->columns, id, m_accountColumns); }
    void look_at(const LeadStageId &id) { add(m_plan.contacts->stages, id, m_leadStages); }
    void look_at(const PlayId &id) { add(m_plan.engagement->plays, id, m_plays); }
    void look_at(const PlayTemplateId &id) { add(m_plan.engagement->templates, id, m_templates); }
    void look_at(const ContactId &id) { add(m_plan.contacts->contacts, id, m_contacts); }
    /// The grid tells about its own.
    void look_at(const PhaseId & /*id*/) {}
    /// Accounts come and go with each import.
    void look_at(const AccountId & /*id*/) {}

    template <class Item> static void add(const Collection<Item> &items, const Id<Item> &id, std::set<std::string> &unknown) {
        if (!id.empty() && !items.contains(id)) {
            unknown.insert(id.text);
        }
    }

    static std::string shown(const std::set<std::string> &ids) {
        std::vector<std::string> names;
        for (const std::string &id : ids) {
            if (names.size() == mostShown) {
                names.push_back(counted(ids.size() - mostShown, "other", "others"));
                break;
            }
            names.push_back(in_quotes(id));
        }
        return listed(names);
    }

    const Plan &m_plan;
    std::set<std::string> m_roles;
    std::set<std::string> m_meetings;
    std::set<std::string> m_activities;
    std::set<std::string> m_levels;
    std::set<std::string> m_tools;
    std::set<std::string> m_accountColumns;
    std::set<std::string> m_leadStages;
    std::set<std::string> m_plays;
    std::set<std::string> m_templates;
    std::set<std::string> m_contacts;
};

} // namespace fullcourt
