// What was read from a text → an edit of the plan; and the grid as a table for the way out.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostPasteProblems = 100;

std::string name_key(std::string_view name) { return lowered(trimmed(on_one_line(name))); }

/// Items by name; each is found once, so that two rows of one name mean two activities.
template <class Key> class NameIndex {
  public:
    void add(std::string_view name, const Key &id) {
        if (const std::string key = name_key(name); !key.empty()) {
            m_ids[key].push_back(id);
        }
    }

    /// Empty where there is none that has not been taken.
    Key take(std::string_view name, std::set<Key> &taken) const {
        const auto it = m_ids.find(name_key(name));
        if (it != m_ids.end()) {
            for (const Key &id : it->second) {
                if (taken.insert(id).second) {
                    return id;
                }
            }
        }
        return {};
    }

  private:
    std::map<std::string, std::vector<Key>> m_ids;
};

/// Gives items that stand otherwise the order of `ids`; those that stand right already keep their places.
template <class Key, class Item> void order_as(const std::vector<Key> &ids, std::map<Key, Item> &items) {
    std::set<std::pair<Position, Key>> places;
    bool right = true;
    for (const Key &id : ids) {
        const std::pair place(items.at(id).position, id);
        right = right && (places.empty() || *places.rbegin() < place);
        places.insert(place);
    }
    for (std::size_t i = 0; !right && i < ids.size(); ++i) {
        items.at(ids[i]).position = spread_position(i, ids.size());
    }
}

class GridPaste {
  public:
    GridPaste(const Plan &plan, const GridText &text, const RandomBits &bits) : m_before(plan), m_after(plan), m_text(text), m_bits(bits) {}

    PlanEdit run(bool replace) {
        m_phased = std::any_of(m_text.rows.begin(), m_text.rows.end(), [](const GridText::Row &row) { return !row.phase.empty(); });
        find_roles();
        find_activities();
        if (replace) {
            remove_the_rest();
        }
        set_all_letters();
        const std::string what =
            counted(m_activities.size(), "activity", "activities") + " and " + counted(m_roles.size(), "role", "roles");
        return {(replace ? "Replace the grid by " : "Paste ") + what, diff(m_before, m_after)};
    }

  private:
    RaciGrid &grid() { return m_after.raci.edit(); }

    void find_roles() {
        NameIndex<RoleId> names;
        NameIndex<RoleId> shortNames;
        const auto add = [&](const RoleId &id) {
            if (const Role *role = find(m_before.organisation->roles, id)) {
                names.add(role->name, id);
                shortNames.add(role->shortName, id);
            }
        };
        // Of two roles with one name, the one that the grid shows is meant.
        std::ranges::for_each(ordered(m_before.raci->columns), add);
        std::ranges::for_each(ordered(m_before.organisation->roles), add);
        std::set<RoleId> taken;
        m_roles.resize(m_text.roles.size());
        // All names before any short name: no head takes the role that another one means.
        for (const NameIndex<RoleId> *index : {&names, &shortNames}) {
            for (std::size_t i = 0; i < m_roles.size(); ++i) {
                m_roles[i] = m_roles[i].empty() ? index->take(m_text.roles[i], taken) : m_roles[i];
            }
        }
        for (std::size_t i = 0; i < m_roles.size(); ++i) {
            m_roles[i] = m_roles[i].empty() ? add_role(m_text.roles[i]) : m_roles[i];
            if (!grid().columns.contains(m_roles[i])) {
                grid().columns[m_roles[i]].position = position_at_end(grid().columns);
            }
        }
    }

    RoleId add_role(const std::string &name) {
        Collection<Role> &roles = m_after.organisation.edit().roles;
        const RoleId id(random_id(m_bits));
        Role role;
        role.name = name;
        role.position = position_at_end(roles);
        roles[id] = role;
        return id;
    }

    void find_activities() {
        NameIndex<ActivityId> names;
        NameIndex<ActivityId> namesInPhase;
        for (const ActivityId &id : activity_order(*m_before.raci)) {
            const Activity &activity = m_before.raci->activities.at(id);
            const Phase *phase = find(m_before.raci->phases, activity.phase);
            names.add(activity.name, id);
            namesInPhase.add(phased_name(phase == nullptr ? std::string() : phase->name, activity.name), id);
        }
        std::set<ActivityId> taken;
        m_activities.resize(m_text.rows.size());
        for (std::size_t i = 0; m_phased && i < m_activities.size(); ++i) {
            m_activities[i] = namesInPhase.take(phased_name(m_text.rows[i].phase, m_text.rows[i].activity), taken);
        }
        for (std::size_t i = 0; i < m_activities.size(); ++i) {
            ActivityId &id = m_activities[i];
            id = id.empty() ? names.take(m_text.rows[i].activity, taken) : id;
            id = id.empty() ? add_activity(m_text.rows[i].activity) : id;
            if (m_phased) {
                grid().activities[id].phase = phase_named(m_text.rows[i].phase);
            }
        }
    }

    /// One text for both: the same name in two phases means two activities.
    static std::string phased_name(const std::string &phase, const std::string &activity) {
        return name_key(phase) + " / " + name_key(activity);
    }

    ActivityId add_activity(const std::string &name) {
        const ActivityId id(random_id(m_bits));
        Activity activity;
        activity.name = name;
        activity.position = position_at_end(grid().activities);
        grid().activities[id] = activity;
        return id;
    }

    /// The phase of that name, a new one where there is none; empty for no name.
    PhaseId phase_named(const std::string &name) {
        const std::string key = name_key(name);
        if (key.empty()) {
            return {};
        }
        auto [it, fresh] = m_phases.try_emplace(key);
        if (!fresh) {
            return it->second;
        }
        for (const PhaseId &id : ordered(grid().phases)) {
            if (name_key(grid().phases.at(id).name) == key) {
                return it->second = id;
            }
        }
        it->second = PhaseId(random_id(m_bits));
        grid().phases[it->second] = Phase{name, position_at_end(grid().phases), {}};
        return it->second;
    }

    /// The grid shows exactly the text: its roles, its activities and its phases, in its order.
    void remove_the_rest() {
        const std::set<RoleId> roles(m_roles.begin(), m_roles.end());
        const std::set<ActivityId> activities(m_activities.begin(), m_activities.end());
        std::erase_if(grid().columns, [&](const auto &column) { return !roles.contains(column.first); });
        std::erase_if(grid().rows,
                      [&](const auto &row) { return m_before.raci->activities.contains(row.first) && !activities.contains(row.first); });
        std::erase_if(grid().activities, [&](const auto &activity) { return !activities.contains(activity.first); });
        std::vector<PhaseId> phases;
        for (const ActivityId &id : m_activities) {
            PhaseId &phase = grid().activities.at(id).phase;
            phase = m_phased ? phase : PhaseId();
            if (!phase.empty() && std::find(phases.begin(), phases.end(), phase) == phases.end()) {
                phases.push_back(phase);
            }
        }
        std::erase_if(grid().phases,
                      [&](const auto &phase) { return std::find(phases.begin(), phases.end(), phase.first) == phases.end(); });
        order_as(m_roles, grid().columns);
        order_as(m_activities, grid().activities);
        order_as(phases, grid().phases);
    }

    void set_all_letters() {
        for (std::size_t row = 0; row < m_activities.size(); ++row) {
            for (std::size_t column = 0; column < m_roles.size(); ++column) {
                set_letters(grid(), m_activities[row], m_roles[column], m_text.rows[row].letters[column]);
            }
        }
    }

    const Plan &m_before;
    Plan m_after;
    const GridText &m_text;
    const RandomBits &m_bits;
    bool m_phased = false;                ///< the text says which phase an activity is in
    std::vector<RoleId> m_roles;          ///< of the text's columns
    std::vector<ActivityId> m_activities; ///< of the text's rows
    std::map<std::string, PhaseId> m_phases;
};

// Letters alone.

/// The rows and columns that a paste covers.
struct Rectangle {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

std::string activity_name(const Plan &plan, const ActivityId &id) {
    const Activity *activity = find(plan.raci->activities, id);
    return activity == nullptr ? id.text : activity->name;
}

std::string role_name(const Plan &plan, const RoleId &id) {
    const Role *role = find(plan.organisation->roles, id);
    return role == nullptr ? id.text : role->name;
}

std::string what_does_not_fit(std::size_t rows, std::size_t columns) {
    std::vector<std::string> parts;
    if (rows != 0) {
        parts.push_back(counted(rows, "row", "rows"));
    }
    if (columns != 0) {
        parts.push_back(counted(columns, "column", "columns"));
    }
    return listed(parts) + " of what was pasted reach beyond the grid and were left out.";
}

/// Letters that the grid has; nothing where the cell holds anything else.
std::optional<Letters> letters_for(const RaciGrid &grid, std::string_view cell) {
    const std::optional<Letters> letters = Letters::parse(cell);
    const std::string text = letters ? letters->text() : std::string();
    return text.size() == 1 && !is_letter_of(grid, text[0]) ? std::nullopt : letters;
}

/// The letters of an activity, behind what `row` holds already.
void append_letters(std::vector<std::string> &row, const Plan &plan, const ActivityId &activity, const std::vector<RoleId> &columns) {
    for (const RoleId &role : columns) {
        row.push_back(letters_at(*plan.raci, activity, role).text());
    }
}

/// Between heads, a row without any letter would read as a heading: a dash says that it is an activity.
void mark_empty(std::vector<std::string> &row, std::size_t firstCell) {
    const auto cells = row.begin() + static_cast<std::ptrdiff_t>(firstCell);
    if (std::all_of(cells, row.end(), [](const std::string &cell) { return cell.empty(); })) {
        std::fill(cells, row.end(), "-");
    }
}

/// The heads over `columns`, behind what `row` holds already.
void append_heads(std::vector<std::string> &row, const Plan &plan, const std::vector<RoleId> &columns) {
    for (const RoleId &role : columns) {
        row.push_back(role_name(plan, role));
    }
}

} // namespace

PlanEdit paste_grid(const Plan &plan, const GridText &text, bool replace, const RandomBits &bits) {
    return GridPaste(plan, text, bits).run(replace);
}

CellPaste paste_cells(const Plan &plan, const TextTable &table, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns,
                      std::size_t firstRow, std::size_t firstColumn, std::size_t selectedRows, std::size_t selectedColumns) {
    CellPaste paste;
    if (table.columns() == 0 || firstRow >= rows.size() || firstColumn >= columns.size()) {
        return paste;
    }
    const bool fills = table.rows.size() == 1 && table.columns() == 1;
    const Rectangle wanted = fills ? Rectangle{std::max<std::size_t>(selectedRows, 1), std::max<std::size_t>(selectedColumns, 1)}
                                   : Rectangle{table.rows.size(), table.columns()};
    const Rectangle fitting = {std::min(wanted.rows, rows.size() - firstRow), std::min(wanted.columns, columns.size() - firstColumn)};
    for (std::size_t i = 0; i < fitting.rows; ++i) {
        for (std::size_t j = 0; j < fitting.columns; ++j) {
            const std::string &cell = table.rows[fills ? 0 : i][fills ? 0 : j];
            const ActivityId &activity = rows[firstRow + i];
            const RoleId &role = columns[firstColumn + j];
            const std::optional<Letters> letters = letters_for(*plan.raci, cell);
            if (letters && *letters != letters_at(*plan.raci, activity, role)) {
                paste.edit.steps.push_back(SetLetters{activity, role, *letters});
            } else if (!letters && paste.problems.size() < mostPasteProblems) {
                paste.problems.push_back("Row “" + quoted(activity_name(plan, activity)) + "”, column “" + quoted(role_name(plan, role)) +
                                         "”: “" + quoted(cell) + "” is no letter of this grid; the cell stays as it is.");
            }
        }
    }
    if (!fills && (fitting.rows < wanted.rows || fitting.columns < wanted.columns)) {
        paste.problems.push_back(what_does_not_fit(wanted.rows - fitting.rows, wanted.columns - fitting.columns));
    }
    paste.edit.label = "Paste " + counted(fitting.rows * fitting.columns, "cell", "cells");
    return paste;
}

TextTable grid_table(const Plan &plan) {
    const RaciGrid &grid = *plan.raci;
    const std::vector<RoleId> columns = ordered(grid.columns);
    const bool phased = !grid.phases.empty();
    TextTable table;
    std::vector<std::string> &heads = table.rows.emplace_back();
    heads.emplace_back("Activity");
    if (phased) {
        heads.emplace_back("Phase");
    }
    append_heads(heads, plan, columns);
    for (const GridLine &line : grid_lines(grid)) {
        if (line.is_heading()) {
            continue;
        }
        std::vector<std::string> &row = table.rows.emplace_back();
        row.push_back(activity_name(plan, line.activity));
        if (phased) {
            const Phase *phase = find(grid.phases, line.phase);
            row.push_back(phase == nullptr ? std::string() : phase->name);
        }
        append_letters(row, plan, line.activity, columns);
        if (!phased) {
            mark_empty(row, 1);
        }
    }
    return table;
}

TextTable cells_table(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, bool withHeads) {
    TextTable table;
    if (withHeads) {
        append_heads(table.rows.emplace_back(1), plan, columns);
    }
    for (const ActivityId &activity : rows) {
        std::vector<std::string> &row = table.rows.emplace_back();
        if (withHeads) {
            row.push_back(activity_name(plan, activity));
        }
        append_letters(row, plan, activity, columns);
        if (withHeads) {
            mark_empty(row, 1);
        }
    }
    return table;
}

} // namespace fullcourt
