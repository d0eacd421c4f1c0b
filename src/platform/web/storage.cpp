// Storage and locks: the work is done in web/storage.js, web/mounts.js and web/locks.js.
#include <cstdint>
#include <map>

#include <emscripten/emscripten.h>

#include "platform/web/border.h"

namespace fullcourt::platform {
namespace {

double number(std::uint64_t value) { return static_cast<double>(value); }

std::string lines_of(const std::vector<std::string> &names) {
    std::string lines;
    for (const std::string &name : names) {
        lines += name + "\n";
    }
    return lines;
}

/// Parts that JavaScript copies one by one after the call that named them, by their numbers.
struct Lent {
    std::map<std::uint32_t, Shared<std::string>> parts;
    std::uint32_t last = 0;
};
Lent &lent() {
    static Lent instance;
    return instance;
}

} // namespace

/// The part was copied.
extern "C" EMSCRIPTEN_KEEPALIVE void fullcourt_give_back(std::uint32_t part) { lent().parts.erase(part); }

void start_storage() { platform_start_storage(); }
void load_plan(const std::string &plan) { platform_load_plan(plan); }

// The strings that a caller moves in are copied by JavaScript before the call returns.
// NOLINTBEGIN(performance-unnecessary-value-param)
void append_journal(const std::string &plan, JournalRow row) {
    platform_append_journal(plan, number(row.sequence), row.parent, row.kind, row.bytes);
}

void store_plan(const std::string &plan, PlanToStore files, std::uint64_t upTo, IndexRow row) {
    for (const PartToStore &part : files.parts) {
        lent().parts[++lent().last] = part.bytes;
        platform_lend_part(part.name, *part.bytes, lent().last);
    }
    platform_store_plan(plan, files.marker, files.bytes, lines_of(files.needs), lines_of(files.keep), number(upTo), row.title, row.savedAt,
                        row.deletedAt, number(row.bytes));
}

void put_index(IndexRow row) { platform_put_index(row.plan, row.title, row.savedAt, row.deletedAt, number(row.bytes)); }
void erase_plan(const std::string &plan) { platform_erase_plan(plan); }

void keep_revision(RevisionRow row, PlanInPieces file) {
    std::vector<std::string> names;
    for (const PartToStore &part : file.parts) {
        names.push_back(part.name);
        if (!part.bytes->empty()) {
            platform_add_part(part.name, *part.bytes);
        }
    }
    platform_keep_revision(row.plan, row.revision, row.at, row.reason, row.pinned ? 1 : 0, file.before, lines_of(names), file.after);
}

void list_revisions(const std::string &plan) { platform_list_revisions(plan); }
void load_revision(std::uint64_t key) { platform_load_revision(number(key)); }
void quarantine(const std::string &plan, std::string why, std::string bytes) { platform_quarantine(plan, why, bytes); }
void list_quarantine() { platform_list_quarantine(); }
void load_quarantine(std::uint64_t key) { platform_load_quarantine(number(key)); }
// NOLINTEND(performance-unnecessary-value-param)

void take_lock(const std::string &plan) { platform_take_lock(plan); }
void take_over(const std::string &plan) { platform_take_over(plan); }
void release_lock(const std::string &plan) { platform_release_lock(plan); }

} // namespace fullcourt::platform
