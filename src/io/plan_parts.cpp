#include "io/plan_parts.h"

#include <algorithm>
#include <limits>

#include "io/account_rows.h"

namespace fullcourt {
namespace {

/// Rows of one chunk are written with the slot: where there are more, most of them are in other chunks than an edit.
bool lies_in_slot(const AccountTable &table) { return table.chunks() < 2; }

std::vector<AccountColumnId> columns_of(const Accounts &accounts) {
    std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::erase_if(columns, [&](const AccountColumnId &id) { return accounts.table.column(id) == nullptr; });
    for (const auto &[id, column] : accounts.table.columns()) {
        if (!accounts.columns.contains(id)) {
            columns.push_back(id);
        }
    }
    return columns;
}

} // namespace

bool PlanParts::Chunk::is(const AccountTable &table, std::size_t chunk) const {
    if (name.empty() || cells.size() != table.columns().size() || !keys.shares_with(table.keys()[chunk])) {
        return false;
    }
    return std::equal(cells.begin(), cells.end(), table.columns().begin(),
                      [&](const auto &cell, const auto &column) { return cell.shares_with(column.second[chunk]); });
}

void PlanParts::opened(std::vector<std::string> partsOfA, std::vector<std::string> partsOfB) {
    m_slots = {std::move(partsOfA), std::move(partsOfB)};
    m_held = names_in_slots();
}

void PlanParts::emptied() {
    m_slots = {};
    failed();
}

void PlanParts::failed() {
    m_chunks.clear();
    m_held.clear();
}

void PlanParts::read_from(const Accounts &accounts, char slot, const std::vector<std::size_t> &partBytes) {
    const std::vector<std::string> &names = m_slots.at(slot == 'A' ? 0 : 1);
    const AccountTable &table = accounts.table;
    if (lies_in_slot(table) || names.size() != table.chunks() || partBytes.size() != names.size()) {
        return;
    }
    m_columns = columns_of(accounts);
    m_chunks.clear();
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_chunks.push_back(chunk_of(table, i));
        m_chunks.back().name = names[i];
        m_chunks.back().bytes = partBytes[i];
    }
}

PlanParts::Chunk PlanParts::chunk_of(const AccountTable &table, std::size_t index) {
    Chunk chunk;
    chunk.keys = table.keys()[index];
    for (const auto &[id, column] : table.columns()) {
        chunk.cells.push_back(column[index]);
    }
    return chunk;
}

std::set<std::string> PlanParts::names_in_slots() const {
    std::set<std::string> names;
    for (const std::vector<std::string> &slot : m_slots) {
        names.insert(slot.begin(), slot.end());
    }
    return names;
}

const PlanFrame &PlanParts::frame_of(const Plan &plan) {
    if (!m_written || !((*m_written)->plan == plan)) {
        m_written = Shared(Written{plan, write_around_rows(plan, {})});
    }
    return (*m_written)->frame;
}

bool PlanParts::prepare(const Plan &plan, std::size_t most) {
    const AccountTable &table = plan.accounts->table;
    if (lies_in_slot(table)) {
        m_chunks.clear();
        return true;
    }
    std::vector<AccountColumnId> columns = columns_of(*plan.accounts);
    if (columns != m_columns) {
        m_columns = std::move(columns);
        m_chunks.clear();
    }
    m_chunks.resize(table.chunks());
    const AccountRowsText rows(table, m_columns);
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        if (m_chunks[i].is(table, i)) {
            continue;
        }
        if (most == 0) {
            return false;
        }
        --most;
        Chunk chunk = chunk_of(table, i);
        rows.append_chunk(chunk.text.edit(), i, ",\n");
        chunk.bytes = chunk.text->size();
        chunk.name = part_name(*chunk.text);
        if (m_held.contains(chunk.name)) {
            chunk.text = {};
        }
        m_chunks[i] = std::move(chunk);
    }
    return true;
}

PlanWrite PlanParts::write(const Plan &plan, const Envelope &envelope, char slot) {
    prepare(plan, std::numeric_limits<std::size_t>::max());
    std::vector<std::string> &names = m_slots.at(slot == 'A' ? 0 : 1);
    names.clear();
    PlanWrite written;
    if (lies_in_slot(plan.accounts->table)) {
        const std::string file = write_plan(plan, envelope);
        written.bytes = file.size();
        written.slot = write_slot(file);
    } else {
        const PlanFrame frame = with_envelope(frame_of(plan), envelope);
        written.bytes = frame.before.size() + frame.after.size();
        std::set<std::string> sent = m_held;
        for (const Chunk &chunk : m_chunks) {
            names.push_back(chunk.name);
            written.bytes += chunk.bytes;
            if (sent.insert(chunk.name).second) {
                written.parts.emplace_back(chunk.name, chunk.text);
            }
        }
        written.slot = write_slot(frame, names);
    }
    written.needs = names;
    written.keep = names_in_slots();
    return written;
}

PlanPieces PlanParts::pieces(const Plan &plan, const Envelope &envelope) {
    PlanPieces pieces;
    prepare(plan, std::numeric_limits<std::size_t>::max());
    if (lies_in_slot(plan.accounts->table)) {
        pieces.frame.before = write_plan(plan, envelope);
    } else {
        pieces.frame = with_envelope(frame_of(plan), envelope);
    }
    pieces.bytes = pieces.frame.before.size() + pieces.frame.after.size();
    // A store that is under way may have taken out of the mount what only the slot before it needed.
    const std::set<std::string> stay = names_in_slots();
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        const Chunk &chunk = m_chunks[i];
        Shared<std::string> text;
        if (!m_held.contains(chunk.name) || !stay.contains(chunk.name)) {
            text = chunk.text;
            if (text->empty()) {
                AccountRowsText(plan.accounts->table, m_columns).append_chunk(text.edit(), i, ",\n");
            }
        }
        pieces.bytes += chunk.bytes;
        pieces.parts.emplace_back(chunk.name, std::move(text));
    }
    return pieces;
}

void PlanParts::take_names(const PlanParts &prepared) {
    m_columns = prepared.m_columns;
    m_chunks = prepared.m_chunks;
    for (Chunk &chunk : m_chunks) {
        if (chunk.text->empty() && !m_held.contains(chunk.name)) {
            chunk.name.clear(); // the store has lost it meanwhile
        }
    }
}

std::string PlanParts::contents(const Plan &plan) {
    if (lies_in_slot(plan.accounts->table)) {
        return write_plan(plan, {});
    }
    prepare(plan, std::numeric_limits<std::size_t>::max());
    const PlanFrame &frame = frame_of(plan);
    std::string text = frame.before;
    for (const Chunk &chunk : m_chunks) {
        text += "\n" + chunk.name;
    }
    return text + frame.after;
}

void PlanParts::stored() {
    m_held = names_in_slots();
    for (Chunk &chunk : m_chunks) {
        if (m_held.contains(chunk.name)) {
            chunk.text = {};
        }
    }
}

} // namespace fullcourt
