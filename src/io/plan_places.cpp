#include "io/plan_places.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/pieces.h"
#include "io/field_writer.h"
#include "io/item_fields.h"
#include "io/json_tree.h"
#include "io/restore.h"
#include "io/write.h"

namespace fullcourt {
namespace {

using Kind = PlaceShape::Kind;
using Members = std::map<std::string, PlaceShape, std::less<>>;

PlaceShape shape(Kind kind, std::string refers = {}) { return {kind, {}, {}, {}, {}, {}, std::move(refers)}; }
PlaceShape map_of(PlaceShape each, std::string refers = {}) { return {Kind::map, {}, {std::move(each)}, {}, {}, {}, std::move(refers)}; }
PlaceShape part_of(Members members) { return {Kind::part, std::move(members), {}, {}, {}, {}, {}}; }
PlaceShape value() { return shape(Kind::value); }

/// A visitor of describe(): what is not one value.
class ShapeOfFields {
  public:
    explicit ShapeOfFields(Members &members) : m_members(members) {}

    template <class Item> void reference(std::string_view key, const Id<Item> & /*id*/) { add(key, shape(Kind::value, list<Item>())); }
    template <class Item> void ids(std::string_view key, const std::set<Id<Item>> & /*ids*/) { add(key, shape(Kind::set, list<Item>())); }
    template <class Item> void lines_by_id(std::string_view key, const std::map<Id<Item>, std::string> & /*lines*/) {
        add(key, map_of(value(), list<Item>()));
    }
    template <class Key, class Number, class Limits>
    void numbers(std::string_view key, const std::map<Key, Number> & /*numbers*/, const Limits & /*range*/) {
        add(key, map_of(value(), list_of(static_cast<const Key *>(nullptr))));
    }
    void ticks(std::string_view key, const std::map<std::string, bool> & /*ticks*/) { add(key, map_of(value())); }
    void needs(std::string_view key, const std::map<std::string, OwnNeed> & /*needs*/) { add(key, map_of(value())); }
    void keys(std::string_view key, const std::set<std::string> & /*keys*/) { add(key, shape(Kind::set)); }
    void dates(std::string_view key, const std::map<std::string, std::string> & /*dates*/) { add(key, map_of(value())); }
    void worths(std::string_view key, const std::map<ContactActivityKind, ActivityWorth> & /*worths*/) { add(key, map_of(value())); }

    // One value each. What was put down at one moment (a frozen list, a version of the score) stays as it was.
    template <class Item> void many_ids(std::string_view /*key*/, const std::set<Id<Item>> & /*ids*/) {}
    template <class Item> void items(std::string_view /*key*/, const Collection<Item> & /*items*/) {}
    template <class Part> void part(std::string_view /*key*/, const Part & /*part*/) {}
    void activities(std::string_view /*key*/, const std::vector<ContactActivity> & /*activities*/) {}
    void position(std::string_view /*key*/, const Position & /*position*/) {}
    void name(std::string_view /*key*/, const std::string & /*name*/) {}
    void line(std::string_view /*key*/, const std::string & /*text*/) {}
    void text(std::string_view /*key*/, const std::string & /*text*/) {}
    void lines(std::string_view /*key*/, const std::vector<std::string> & /*lines*/) {}
    void yes_or_no(std::string_view /*key*/, const bool & /*yes*/) {}
    void period(std::string_view /*key*/, const Period & /*period*/) {}
    void date(std::string_view /*key*/, const std::string & /*date*/) {}
    void points(std::string_view /*key*/, const std::vector<ScalePoint> & /*points*/) {}
    template <class Value, class Words> void choice(std::string_view /*key*/, const Value & /*value*/, const Words & /*words*/) {}
    template <class Value, class Limits> void number(std::string_view /*key*/, const Value & /*value*/, const Limits & /*range*/) {}

  private:
    void add(std::string_view key, PlaceShape shape) { m_members.emplace(key, std::move(shape)); }
    template <class Item> static std::string list() { return std::string(itemWords<Item>.list_key()); }
    template <class Item> static std::string list_of(const Id<Item> * /*key*/) { return list<Item>(); }
    static std::string list_of(const std::string * /*key*/) { return {}; }

    Members &m_members;
};

template <class Item> PlaceShape described() {
    PlaceShape made = part_of({});
    ShapeOfFields fields(made.members);
    const Item item{};
    describe(fields, item);
    return made;
}

template <class Part> PlaceShape part() {
    PlaceShape made = described<Part>();
    made.standard = part_json(Part());
    return made;
}

template <class Item> void add_list(Members &members) {
    PlaceShape made = described<Item>();
    made.kind = Kind::items;
    made.idKey = itemWords<Item>.idKey;
    members.emplace(itemWords<Item>.list_key(), std::move(made));
}

template <class... Items> void add_lists(Members &members) { (add_list<Items>(members), ...); }

PlaceShape letters() { return map_of(map_of(value(), "roles"), "activities"); }

PlaceShape grid_shape() {
    Members members = {{"letters", map_of(value())}, {"rows", letters()}, {"notes", letters()}, {"asIs", letters()}};
    add_lists<Phase, Activity, Column>(members);
    members.at("columns").refers = "roles";
    return part_of(std::move(members));
}

void join_signatures(Members &members, const std::string &signedText) {
    members.emplace(signedText, PlaceShape{Kind::together, {}, {}, {signedText, "signedByMarketing", "signedBySales"}, {}, {}, {}});
}

PlaceShape whole_shape() {
    Members members = {{"choice", part<OrganisationChoice>()},
                       {"grid", grid_shape()},
                       {"readiness", map_of(map_of(value()))},
                       {"ballots", map_of(letters())},
                       {"ballotContext", map_of(map_of(value()))},
                       {"tallies", map_of(value(), "activities")},
                       {"parked", shape(Kind::set)},
                       {"accountName", shape(Kind::value, "accountColumns")},
                       {"tiers", part<TierPolicy>()},
                       {"scoringSignatures", map_of(value())},
                       {"rules", map_of(value())},
                       {"thresholds", map_of(value())},
                       {"acceptances", map_of(value())},
                       {"accountBoard", part<AccountBoard>()},
                       {"accountImport", map_of(value(), "accountColumns")},
                       {"outcome", part<OutcomePolicy>()},
                       {"leadPolicy", part<LeadPolicy>()},
                       {"podPolicy", part<PodPolicy>()}};
    add_lists<Role, Person, OwnModel, Meeting, Decision, EscalationLevel, Kpi, Practice, Tool, LogEntry, Dispute, RunSheetItem,
              AccountColumn, AccountMark, Criterion, ScoreVersion, FrozenList, Contact, LeadStage, Pod, Play, PlayTemplate, EngagementNote>(
        members);
    // Nobody signed another text than the one that stood there.
    join_signatures(members.at("kpis").members, "target");
    join_signatures(members.at("leadStages").members, "definition");
    return part_of(std::move(members));
}

const PlaceShape &one_value() {
    static const PlaceShape shape = value();
    return shape;
}
const PlaceShape &member_of(const PlaceShape &shape, const std::string &key) {
    const auto at = shape.members.find(key);
    return at == shape.members.end() ? one_value() : at->second;
}
const PlaceShape &each_of(const PlaceShape &shape) { return shape.each.empty() ? one_value() : shape.each.front(); }

// Taking apart.

class Gatherer {
  public:
    Places gather(const Tree &file) {
        members(file, plan_shape());
        return std::move(m_places);
    }

  private:
    void at(const std::string &key, const Tree &tree, const PlaceShape &shape) {
        m_path.push_back(key);
        thing(tree, shape);
        m_path.pop_back();
    }

    void thing(const Tree &tree, const PlaceShape &shape) {
        switch (shape.kind) {
        case Kind::value:
        case Kind::together: m_places[m_path] = canonical_text(tree); return;
        case Kind::part: members(tree, shape); return;
        case Kind::map:
            for (const auto &[key, member] : tree.get_ref<const Tree::object_t &>()) {
                at(key, member, each_of(shape));
            }
            return;
        case Kind::set:
            for (const Tree &item : tree.get_ref<const Tree::array_t &>()) {
                at(item.get_ref<const std::string &>(), true, one_value());
            }
            return;
        case Kind::items:
            for (const Tree &item : tree.get_ref<const Tree::array_t &>()) {
                m_path.push_back(item.at(shape.idKey).get_ref<const std::string &>());
                m_places[m_path] = "true";
                members(item, shape);
                m_path.pop_back();
            }
            return;
        }
    }

    void members(const Tree &tree, const PlaceShape &shape) {
        std::map<std::string, Tree> together;
        for (const auto &[key, member] : tree.get_ref<const Tree::object_t &>()) {
            if (shape.kind == Kind::items && key == shape.idKey) {
                continue;
            }
            if (const std::string head = head_of(shape, key); !head.empty()) {
                together[head][key] = member;
            } else {
                at(key, member, member_of(shape, key));
            }
        }
        for (const auto &[head, tree_of] : together) {
            at(head, tree_of, one_value());
        }
        // Else a first change of one number would look like a change of all.
        for (const auto &[key, member] : shape.members) {
            if (!member.standard.empty() && !tree.contains(key)) {
                at(key, Tree::parse(member.standard, nullptr, false), member);
            }
        }
    }

    /// Of a member that is nothing without others: the place of all of them.
    static std::string head_of(const PlaceShape &shape, const std::string &key) {
        for (const auto &[head, member] : shape.members) {
            if (std::find(member.joined.begin(), member.joined.end(), key) != member.joined.end()) {
                return head;
            }
        }
        return {};
    }

    PlanPath m_path;
    Places m_places;
};

// Putting together. Places come in the order of their paths, an item before its fields.

class Assembler {
  public:
    explicit Assembler(const PlanPath &path, const std::string &json) : m_path(path), m_json(json) {}

    void put(Tree &tree, const PlaceShape &shape, std::size_t from) const {
        if (shape.kind == Kind::items) {
            put_item(tree, shape, from);
        } else if (from == m_path.size()) {
            tree = Tree::parse(m_json, nullptr, false);
        } else if (shape.kind == Kind::set) {
            tree.push_back(m_path[from]);
        } else if (shape.kind == Kind::map) {
            put(tree[m_path[from]], each_of(shape), from + 1);
        } else {
            put_member(tree, member_of(shape, m_path[from]), from);
        }
    }

  private:
    void put_member(Tree &tree, const PlaceShape &shape, std::size_t from) const {
        if (shape.kind == Kind::together) {
            const Tree members = Tree::parse(m_json, nullptr, false);
            if (members.is_object()) {
                tree.update(members);
            }
        } else {
            put(tree[m_path[from]], shape, from + 1);
        }
    }

    void put_item(Tree &tree, const PlaceShape &shape, std::size_t from) const {
        if (from == m_path.size()) {
            return;
        }
        if (tree.empty() || tree.back().at(shape.idKey) != m_path[from]) {
            tree.push_back(Tree::object({{shape.idKey, m_path[from]}}));
        }
        if (from + 1 < m_path.size()) {
            put_member(tree.back(), member_of(shape, m_path[from + 1]), from + 1);
        }
    }

    const PlanPath &m_path;
    const std::string &m_json;
};

template <class Section> void share(Shared<Section> &section, const Shared<Section> &same) {
    if (section == same) {
        section = same;
    }
}

} // namespace

const PlaceShape &plan_shape() {
    static const PlaceShape shape = whole_shape();
    return shape;
}

Places places_of(const Plan &plan) {
    Plan rest = plan;
    rest.conflicts = {};
    if (rest.accounts->table.rows() != 0) {
        rest.accounts.edit().table = {};
    }
    // What is in memory came in through the limits; our own bytes need none.
    RestoreLimits limits;
    limits.bytes = limits.nodes = std::numeric_limits<std::size_t>::max();
    Repairs ignored;
    AccountLists none;
    Result<Tree> file = read_tree(write_plan(rest, {}), limits, ignored, none);
    if (!file) {
        return {};
    }
    file->erase("fullcourt");
    return Gatherer().gather(*file);
}

struct PlanOfPlaces::State {
    const Places &places;
    Pieces pieces;
    Places::const_iterator next;
    std::size_t put = 0;
    Tree file = Tree::object({{"fullcourt", Tree::object({{"version", formatVersion}})}});
    std::string text;
    std::optional<RestoreWork> work;

    explicit State(const Places &of) : places(of), next(of.begin()) {
        pieces.add(1, [this] { return put_some(); });
        pieces.add(0.3, [this] {
            text = canonical_text(file);
            file = Tree();
            return 1;
        });
        pieces.add(1, [this] { return read(); });
    }

    double put_some() {
        constexpr std::size_t placesAtOnce = 1'000;
        for (const std::size_t end = put + placesAtOnce; put < end && next != places.end(); ++put, ++next) {
            if (!next->first.empty()) {
                Assembler(next->first, next->second).put(file, plan_shape(), 0);
            }
        }
        return next == places.end() ? 1 : static_cast<double>(put) / static_cast<double>(places.size());
    }

    double read() {
        if (!work) {
            work.emplace(text);
        }
        return work->go_on() ? 1 : work->part();
    }
};

PlanOfPlaces::PlanOfPlaces(const Places &places) : m_state(std::make_unique<State>(places)) {}

PlanOfPlaces::~PlanOfPlaces() = default;

bool PlanOfPlaces::go_on() { return m_state->pieces.go_on(); }

double PlanOfPlaces::part() const { return m_state->pieces.part(); }

Result<Plan> PlanOfPlaces::take() {
    Result<Restored> restored = m_state->work->take();
    if (!restored) {
        return restored.error();
    }
    return std::move(restored->plan);
}

Result<Plan> plan_of(const Places &places) {
    PlanOfPlaces work(places);
    while (!work.go_on()) {
    }
    return work.take();
}

void share_sections(Plan &plan, const Plan &same) {
    share(plan.about, same.about);
    share(plan.organisation, same.organisation);
    share(plan.raci, same.raci);
    share(plan.governance, same.governance);
    share(plan.measurement, same.measurement);
    share(plan.practices, same.practices);
    share(plan.readiness, same.readiness);
    share(plan.records, same.records);
    share(plan.ballots, same.ballots);
    share(plan.workshop, same.workshop);
    share(plan.settings, same.settings);
    share(plan.acceptances, same.acceptances);
    share(plan.conflicts, same.conflicts);
    share(plan.accounts, same.accounts);
    share(plan.scoring, same.scoring);
    share(plan.contacts, same.contacts);
    share(plan.engagement, same.engagement);
    share(plan.extra, same.extra);
}

} // namespace fullcourt
