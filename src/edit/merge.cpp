#include "edit/merge.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/pieces.h"

namespace fullcourt {
namespace {

/// What stands at a place, and which conflicts are open there.
struct Standing {
    PlaceValue value;
    Conflicts open;

    friend bool operator==(const Standing &, const Standing &) = default;
};

/// Another for every other standing that a conflict can begin from, so that one that is settled differently twice is a new one.
std::string conflict_key(const PlanPath &path, const Standing &base) {
    static constexpr std::size_t digits = 20;
    std::string text;
    const auto add = [&](const std::string &part) { text += std::to_string(part.size()) + ":" + part; };
    std::for_each(path.begin(), path.end(), add);
    text += base.value ? "=" : "-";
    add(base.value.value_or(""));
    for (const auto &[key, conflict] : base.open) {
        add(key);
    }
    return sha256(text).substr(0, digits);
}

std::optional<Conflict> find_open(const Conflicts &conflicts, const std::string &key) {
    const auto at = conflicts.find(key);
    return at == conflicts.end() ? std::nullopt : std::optional(at->second);
}

/// Of conflicts that were there before: what one side settled is settled unless the other changed it.
Conflicts join_open(const Conflicts &base, const Conflicts &mine, const Conflicts &theirs) {
    Conflicts all = mine;
    all.insert(theirs.begin(), theirs.end());
    Conflicts joined;
    for (const auto &[key, either] : all) {
        const std::optional<Conflict> before = find_open(base, key);
        const std::optional<Conflict> one = find_open(mine, key);
        const std::optional<Conflict> other = find_open(theirs, key);
        std::optional<Conflict> result = one == before ? other : other == before ? one : std::max(one, other);
        if (result) {
            joined.emplace(key, *std::move(result));
        }
    }
    return joined;
}

} // namespace

class PlacesMerge::Merger {
    /// A side as it is looked up, place by place.
    class MergedSide {
      public:
        explicit MergedSide(const MergeSide &side) : m_side(side), m_claimed(side.touched) {
            for (const auto &[key, conflict] : side.conflicts) {
                m_open[conflict.path].emplace(key, conflict);
            }
        }

        const MergeSide &side() const { return m_side; }
        const std::map<PlanPath, Conflicts> &open() const { return m_open; }
        bool has(const PlanPath &path) const { return m_side.places.contains(path); }

        Standing at(const PlanPath &path) const {
            const auto value = m_side.places.find(path);
            const auto open = m_open.find(path);
            return {value == m_side.places.end() ? PlaceValue() : value->second, open == m_open.end() ? Conflicts() : open->second};
        }

        void claim(const PlanPath &item) { m_claimed.insert(item); }
        bool claims(const PlanPath &item) const { return m_claimed.contains(item); }

      private:
        const MergeSide &m_side;
        std::map<PlanPath, Conflicts> m_open;
        std::set<PlanPath> m_claimed;
    };

  public:
    Merger(const MergeSide &base, const MergeSide &mine, const MergeSide &theirs) : m_base(base), m_mine(mine), m_theirs(theirs) {
        for (const MergedSide *side : {&m_base, &m_mine, &m_theirs}) {
            m_pieces.add(1, [this, side] {
                find_places(*side);
                return 1;
            });
        }
        add_for_each(2, m_all, [this](const PlanPath &path) { note_items(path); });
        m_pieces.add(0.1, [this] {
            for (const MergedSide *side : {&m_mine, &m_theirs}) {
                m_items.insert(side->side().touched.begin(), side->side().touched.end());
            }
            return 1;
        });
        add_for_each(3, m_all, [this](const PlanPath &path) { claim_items(path); });
        add_for_each(1, m_items, [this](const PlanPath &item) { settle_item(item); });
        add_for_each(3, m_all, [this](const PlanPath &path) {
            if (!m_items.contains(path)) {
                settle_within(path);
            }
        });
        m_pieces.add(0.1, [this] {
            sort_found();
            return 1;
        });
    }

    bool go_on() { return m_pieces.go_on(); }
    double part() const { return m_pieces.part(); }
    MergedPlaces take() { return std::move(m_result); }

  private:
    static constexpr std::size_t placesAtOnce = 1'000;

    void find_places(const MergedSide &side) {
        for (const auto &[path, value] : side.side().places) {
            m_all.insert(path);
        }
        for (const auto &[path, open] : side.open()) {
            m_all.insert(path);
        }
    }

    /// Some of the paths in each piece.
    template <class Act> void add_for_each(double weight, const std::set<PlanPath> &paths, Act act) {
        m_pieces.add(weight, [&paths, act, at = std::optional<std::set<PlanPath>::const_iterator>(), done = std::size_t{0}]() mutable {
            std::set<PlanPath>::const_iterator path = at.value_or(paths.begin());
            for (std::size_t i = 0; i < placesAtOnce && path != paths.end(); ++i, ++path, ++done) {
                act(*path);
            }
            at = path;
            return path == paths.end() ? 1 : static_cast<double>(done) / static_cast<double>(paths.size());
        });
    }

    void note_items(const PlanPath &path) {
        for (PlanPath &item : items_of(path)) {
            m_items.insert(std::move(item));
        }
    }
    void settle_item(const PlanPath &item) {
        settle(item, touches(m_mine, item) || m_mine.claims(item), touches(m_theirs, item) || m_theirs.claims(item));
    }
    void sort_found() {
        std::sort(m_result.found.begin(), m_result.found.end(),
                  [](const MergeConflict &a, const MergeConflict &b) { return a.path < b.path; });
    }

    bool touches(const MergedSide &side, const PlanPath &path) const { return side.at(path) != m_base.at(path); }
    bool deleted(const MergedSide &side, const PlanPath &item) const { return m_base.has(item) && !side.has(item); }
    bool anywhere(const PlanPath &path) const { return m_base.has(path) || m_mine.has(path) || m_theirs.has(path); }

    /// The items that a place is a part of.
    std::vector<PlanPath> items_of(const PlanPath &path) const {
        std::vector<PlanPath> items;
        PlanPath beginning;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            beginning.push_back(path[i]);
            if (anywhere(beginning)) {
                items.push_back(beginning);
            }
        }
        PlanPath activity = activity_of(path);
        if (!activity.empty() && anywhere(activity)) {
            items.push_back(std::move(activity));
        }
        return items;
    }

    void claim_items(const PlanPath &path) {
        const std::vector<PlanPath> items = items_of(path);
        for (MergedSide *side : {&m_mine, &m_theirs}) {
            if (!items.empty() && touches(*side, path)) {
                for (const PlanPath &item : items) {
                    if (!deleted(*side, item)) {
                        side->claim(item);
                    }
                }
            }
        }
    }

    void settle_within(const PlanPath &path) {
        const std::vector<PlanPath> items = items_of(path);
        const bool kept = std::all_of(items.begin(), items.end(), [&](const PlanPath &item) { return m_result.places.contains(item); });
        const auto has_a_say = [&](const MergedSide &side) {
            return !kept || std::none_of(items.begin(), items.end(), [&](const PlanPath &item) { return deleted(side, item); });
        };
        settle(path, touches(m_mine, path) && has_a_say(m_mine), touches(m_theirs, path) && has_a_say(m_theirs));
    }

    void settle(const PlanPath &path, bool mineTouched, bool theirsTouched) {
        if (mineTouched && theirsTouched) {
            put(path, join(path, m_base.at(path), m_mine.at(path), m_theirs.at(path)));
        } else {
            put(path, (mineTouched ? m_mine : theirsTouched ? m_theirs : m_base).at(path));
        }
    }

    Standing join(const PlanPath &path, const Standing &base, const Standing &mine, const Standing &theirs) {
        Standing joined;
        joined.value = std::max(mine.value, theirs.value);
        const std::string key = conflict_key(path, base);
        Conflict conflict{path, base.value, {}, {}};
        gather(conflict, key, mine, m_mine.side().origin);
        gather(conflict, key, theirs, m_theirs.side().origin);
        joined.open = join_open(base.open, without(mine.open, key), without(theirs.open, key));
        if (conflict.values.size() > 1) {
            joined.open.emplace(key, std::move(conflict));
            if (mine != theirs) {
                m_result.found.push_back({key, path, base.value, mine.value, theirs.value});
            }
        }
        return joined;
    }

    /// What a side made of it, and what those made of it whom it merged with before.
    static void gather(Conflict &conflict, const std::string &key, const Standing &side, const std::string &origin) {
        const auto before = side.open.find(key);
        if (before != side.open.end()) {
            for (const auto &[value, origins] : before->second.values) {
                conflict.values[value].insert(origins.begin(), origins.end());
            }
            for (const auto &[name, json] : before->second.extra) {
                conflict.extra[name] = std::max(conflict.extra[name], json);
            }
            if (before->second.values.contains(side.value)) {
                return;
            }
        }
        std::set<std::string> &origins = conflict.values[side.value];
        if (!origin.empty()) {
            origins.insert(origin);
        }
    }

    static Conflicts without(Conflicts conflicts, const std::string &key) {
        conflicts.erase(key);
        return conflicts;
    }

    void put(const PlanPath &path, Standing standing) {
        if (standing.value) {
            m_result.places.emplace(path, *std::move(standing.value));
        }
        m_result.conflicts.merge(std::move(standing.open));
    }

    MergedSide m_base;
    MergedSide m_mine;
    MergedSide m_theirs;
    std::set<PlanPath> m_all;
    std::set<PlanPath> m_items;
    MergedPlaces m_result;
    Pieces m_pieces;
};

PlacesMerge::PlacesMerge(const MergeSide &base, const MergeSide &mine, const MergeSide &theirs)
    : m_merger(std::make_unique<Merger>(base, mine, theirs)) {}

PlacesMerge::~PlacesMerge() = default;

bool PlacesMerge::go_on() { return m_merger->go_on(); }

double PlacesMerge::part() const { return m_merger->part(); }

MergedPlaces PlacesMerge::take() { return m_merger->take(); }

MergedPlaces merge_places(const MergeSide &base, const MergeSide &mine, const MergeSide &theirs) {
    PlacesMerge merge(base, mine, theirs);
    while (!merge.go_on()) {
    }
    return merge.take();
}

PlanPath activity_of(const PlanPath &path) {
    const auto is = [&](std::size_t index, std::string_view word) { return path.size() > index && path[index] == word; };
    const auto activity = [](const std::string &id) { return PlanPath{"grid", "activities", id}; };
    if (path.size() > 2 && is(0, "grid") && (is(1, "rows") || is(1, "notes") || is(1, "asIs"))) {
        return activity(path[2]);
    }
    if (path.size() > 2 && is(0, "ballots")) {
        return activity(path[2]);
    }
    return path.size() > 1 && is(0, "tallies") ? activity(path[1]) : PlanPath();
}

} // namespace fullcourt
