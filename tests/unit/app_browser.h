// A browser made of values, for tests: carries out the effects of update(), late and in the order in which a real store
// would, and forgets everything that was not durable when it is killed.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/update.h"

namespace fullcourt::test {

/// What survives a kill: the mounts (one slot file at a time is replaced) and the plain database.
struct Disk {
    struct Mount {
        std::string slotA;
        std::string slotB;
        std::string marker;
        std::map<std::string, std::string> parts;
    };
    std::map<std::string, Mount> mounts;
    std::map<std::string, std::vector<platform::JournalRow>> journals;
    std::vector<platform::IndexRow> index;
    std::vector<std::pair<platform::RevisionRow, std::string>> revisions;
    std::vector<std::pair<std::string, std::string>> quarantine; ///< why, bytes
    std::map<std::string, std::uint64_t> locks;                  ///< plan → tab
};

/// One tab. Work for the disk waits in `pending` until step() carries out the oldest.
class Tab {
  public:
    Tab(Disk &disk, std::uint64_t number, const Preferences &preferences = {});

    void dispatch(const Action &action);
    /// Carries out one waiting piece of work and delivers its answer, or else reads on in a long plan; false where nothing waits.
    bool step();
    void run_all();
    /// What a running timer would do now.
    bool fire(Timer timer);

    const State &state() const { return m_state; }
    const Plan &plan() const { return m_state.open->plan(); }
    std::size_t waiting() const { return m_pending.size(); }
    /// The next so many writes fail as a full disk does.
    int failures = 0;
    /// Bytes of slots and parts written.
    std::size_t bytesStored = 0;
    std::string clock = "2026-11-23T08:00:00Z";
    std::vector<effect::SaveFile> files;
    std::string fileNow; ///< what somebody else wrote into the file that is saved in place next; empty: nothing
    std::vector<effect::SaveWebPage> pages;
    std::vector<effect::RememberFile> remembered;
    int updatesUsed = 0;
    std::vector<std::string> announced;

  private:
    void run(const Effects &effects);
    std::string failure();

    Disk &m_disk;
    std::uint64_t m_number;
    State m_state;
    RandomBits m_bits;
    std::deque<std::function<void()>> m_pending;
    std::set<Timer> m_timers;
};

} // namespace fullcourt::test
