#include "app_browser.h"

#include <algorithm>
#include <utility>

#include <catch2/catch_test_macros.hpp>

namespace fullcourt::test {
namespace {

template <class... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

void put_row(Disk &disk, platform::IndexRow row) {
    const auto old = std::find_if(disk.index.begin(), disk.index.end(), [&](const auto &r) { return r.plan == row.plan; });
    if (old == disk.index.end()) {
        disk.index.push_back(std::move(row));
    } else {
        *old = std::move(row);
    }
}

void put_row_keeping_deleted(Disk &disk, platform::IndexRow row) {
    for (const platform::IndexRow &old : disk.index) {
        if (old.plan == row.plan) {
            row.deletedAt = old.deletedAt;
        }
    }
    put_row(disk, std::move(row));
}

/// What is kept already is not kept twice, only pinned.
void keep_revision(Disk &disk, const effect::KeepRevision &kept) {
    for (auto &[row, bytes] : disk.revisions) {
        if (row.plan == kept.row.plan && row.revision == kept.row.revision) {
            if (kept.row.pinned && !row.pinned) {
                row.pinned = true;
                row.reason = kept.row.reason;
            }
            return;
        }
    }
    std::string bytes = kept.file.before;
    for (const platform::PartToStore &part : kept.file.parts) {
        bytes += part.bytes->empty() ? disk.mounts[kept.row.plan].parts.at(part.name) : *part.bytes;
    }
    disk.revisions.emplace_back(kept.row, bytes + kept.file.after);
}

std::vector<platform::StoredPart> parts_of(const Disk::Mount &mount) {
    std::vector<platform::StoredPart> parts;
    for (const auto &[name, bytes] : mount.parts) {
        parts.push_back({name, Shared(bytes)});
    }
    return parts;
}

void store_files(Disk::Mount &mount, const platform::PlanToStore &files) {
    for (const platform::PartToStore &part : files.parts) {
        mount.parts[part.name] = *part.bytes;
    }
    for (const std::string &name : files.needs) {
        REQUIRE(mount.parts.contains(name));
    }
    std::erase_if(mount.parts,
                  [&](const auto &part) { return std::find(files.keep.begin(), files.keep.end(), part.first) == files.keep.end(); });
    (files.marker == "A" ? mount.slotA : mount.slotB) = files.bytes;
    mount.marker = files.marker;
}

} // namespace

Tab::Tab(Disk &disk, std::uint64_t number, const Preferences &preferences)
    : m_disk(disk), m_number(number), m_bits(counting_bits(number * 7919)) {
    Update first = begin(preferences, {m_bits, clock});
    m_state = std::move(first.state);
    run(first.effects);
}

void Tab::dispatch(const Action &action) {
    Update next = update(std::move(m_state), action, {m_bits, clock});
    m_state = std::move(next.state);
    run(next.effects);
}

bool Tab::step() {
    if (m_pending.empty() && !m_state.reading.empty()) {
        dispatch(action::ContinueWork{});
        return true;
    }
    if (m_pending.empty()) {
        return false;
    }
    const std::function<void()> work = std::move(m_pending.front());
    m_pending.pop_front();
    work();
    return true;
}

void Tab::run_all() {
    while (step()) {
    }
}

bool Tab::fire(Timer timer) {
    if (m_timers.erase(timer) == 0) {
        return false;
    }
    dispatch(platform::Event(platform::TimerFired{static_cast<std::uint32_t>(timer)}));
    return true;
}

std::string Tab::failure() {
    if (failures == 0) {
        return {};
    }
    --failures;
    return "the browser's storage is full";
}

void Tab::run(const Effects &effects) {
    const auto later = [this](std::function<void()> work) { m_pending.push_back(std::move(work)); };
    const auto tell = [this](platform::Event event) { dispatch(event); };
    for (const Effect &effect : effects) {
        std::visit(Overloaded{
                       [&](const effect::StartStorage &) {
                           later([=, this] { tell(platform::StorageStarted{true, true, "", !m_disk.quarantine.empty(), m_disk.index}); });
                       },
                       [&](const effect::LoadPlan &e) {
                           later([=, this] {
                               const Disk::Mount mount = m_disk.mounts[e.plan];
                               tell(platform::PlanLoaded{e.plan, mount.slotA, mount.slotB, mount.marker, parts_of(mount),
                                                         m_disk.journals[e.plan], ""});
                           });
                       },
                       [&](const effect::AppendJournal &e) {
                           later([=, this] {
                               const std::string error = failure();
                               if (error.empty()) {
                                   m_disk.journals[e.plan].push_back(e.row);
                               }
                               tell(platform::JournalWritten{e.plan, e.row.sequence, error});
                           });
                       },
                       [&](const effect::StorePlan &e) {
                           // Two databases, so two moments between which the browser can die.
                           later([=, this] {
                               const std::string error = failure();
                               if (!error.empty()) {
                                   tell(platform::PlanStored{e.plan, e.upTo, error});
                                   return;
                               }
                               Disk::Mount &mount = m_disk.mounts[e.plan];
                               store_files(mount, e.files);
                               bytesStored += e.files.bytes.size();
                               for (const platform::PartToStore &part : e.files.parts) {
                                   bytesStored += part.bytes->size();
                               }
                               m_pending.emplace_front([=, this] {
                                   std::erase_if(m_disk.journals[e.plan], [&](const auto &row) { return row.sequence <= e.upTo; });
                                   put_row_keeping_deleted(m_disk, e.row);
                                   tell(platform::PlanStored{e.plan, e.upTo, ""});
                               });
                           });
                       },
                       [&](const effect::PutIndex &e) {
                           later([=, this] {
                               put_row(m_disk, e.row);
                               tell(platform::IndexChanged{m_disk.index});
                           });
                       },
                       [&](const effect::ErasePlan &e) {
                           later([=, this] {
                               m_disk.mounts.erase(e.plan);
                               m_disk.journals.erase(e.plan);
                               std::erase_if(m_disk.index, [&](const auto &row) { return row.plan == e.plan; });
                           });
                       },
                       [&](const effect::KeepRevision &e) { later([=, this] { keep_revision(m_disk, e); }); },
                       [&](const effect::SetAside &e) { later([=, this] { m_disk.quarantine.emplace_back(e.why, e.bytes); }); },
                       [&](const effect::TakeLock &e) {
                           later([=, this] {
                               const auto holder = m_disk.locks.find(e.plan);
                               const bool held = e.over || holder == m_disk.locks.end() || holder->second == m_number;
                               if (held) {
                                   m_disk.locks[e.plan] = m_number;
                               }
                               tell(platform::LockChanged{e.plan, held});
                           });
                       },
                       [&](const effect::ReleaseLock &e) {
                           later([=, this] {
                               if (m_disk.locks[e.plan] == m_number) {
                                   m_disk.locks.erase(e.plan);
                               }
                               tell(platform::LockChanged{e.plan, false});
                           });
                       },
                       [&](const effect::ListRevisions &e) {
                           later([=, this] {
                               platform::RevisionsListed listed{e.plan, {}};
                               for (std::size_t i = m_disk.revisions.size(); i-- > 0;) {
                                   platform::RevisionRow row = m_disk.revisions[i].first;
                                   row.key = i + 1;
                                   if (row.plan == e.plan) {
                                       listed.revisions.push_back(std::move(row));
                                   }
                               }
                               tell(listed);
                           });
                       },
                       [&](const effect::LoadRevision &e) {
                           later([=, this] { tell(platform::RevisionLoaded{e.key, m_disk.revisions.at(e.key - 1).second}); });
                       },
                       [&](const effect::SaveFile &e) {
                           if (e.handle != 0 && !e.saveAs && !fileNow.empty()) {
                               later([=, this] { tell(platform::FileChanged{e.handle + 1, e.name, std::exchange(fileNow, {})}); });
                               return;
                           }
                           files.push_back(e);
                           later([=] { tell(platform::FileSaved{e.handle, e.name, false, ""}); });
                       },
                       [&](const effect::StartTimer &e) { m_timers.insert(e.timer); },
                       [&](const effect::StopTimer &e) { m_timers.erase(e.timer); },
                       [&](const effect::Announce &e) { announced.push_back(e.sentence); },
                       [&](const effect::ListQuarantine &) {},
                       [&](const effect::LoadQuarantine &) {},
                       [&](const effect::PickFile &) {},
                       [&](const effect::SetPreference &) {},
                       [&](const effect::SaveWebPage &e) { pages.push_back(e); },
                       [&](const effect::RememberFile &e) { remembered.push_back(e); },
                       [&](const effect::ListRecentFiles &) {},
                       [&](const effect::OpenRecentFile &) {},
                       [&](const effect::ForgetRecentFile &) {},
                       [&](const effect::UseUpdate &) { ++updatesUsed; },
                       [&](const effect::DescribePage &) {},
                       [&](const effect::SavePicture &) {},
                   },
                   effect);
    }
}

} // namespace fullcourt::test
