// What update() asks the platform to do. Plain values, so that tests read them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "platform/platform.h"

namespace fullcourt {

/// Timers that update() starts, but for that of long work, which the app starts while there is some.
enum class Timer : std::uint32_t { store = 1, retry = 2, follow = 3, notices = 4, work = 5 };

namespace effect {

struct StartStorage {};
struct LoadPlan {
    std::string plan;
};
struct AppendJournal {
    std::string plan;
    platform::JournalRow row;
};
struct StorePlan {
    std::string plan;
    platform::PlanToStore files;
    std::uint64_t upTo = 0; ///< the journal is cleared up to here: what the slot that stays holds already
    platform::IndexRow row;
};
struct PutIndex {
    platform::IndexRow row;
};
struct ErasePlan {
    std::string plan;
};
struct KeepRevision {
    platform::RevisionRow row;
    platform::PlanInPieces file;
};
struct ListRevisions {
    std::string plan;
};
struct LoadRevision {
    std::uint64_t key = 0;
};
struct SetAside {
    std::string plan;
    std::string why;
    std::string bytes;
};
struct ListQuarantine {};
struct LoadQuarantine {
    std::uint64_t key = 0;
};
struct TakeLock {
    std::string plan;
    bool over = false; ///< ask the holder to hand over
};
struct ReleaseLock {
    std::string plan;
};
struct PickFile {
    std::string accept;
};
struct SaveFile {
    std::uint32_t handle = 0;
    std::string name;
    std::string mediaType;
    std::string bytes;
    bool saveAs = false;
};
struct SaveWebPage {
    std::string name;
    std::string title;
    std::string plan; ///< the bytes of a plan file
    bool readOnly = false;
};
struct RememberFile {
    std::uint32_t handle = 0;
    std::string name;
};
struct ListRecentFiles {};
struct OpenRecentFile {
    std::uint64_t key = 0;
};
struct ForgetRecentFile {
    std::uint64_t key = 0;
};
struct UseUpdate {};
struct DescribePage {};
/// An SVG picture as a PNG of so many pixels.
struct SavePicture {
    std::string name;
    std::string svg;
    int width = 0;
    int height = 0;
};
struct StartTimer {
    Timer timer = Timer::store;
    double seconds = 0;
};
struct StopTimer {
    Timer timer = Timer::store;
};
struct SetPreference {
    std::string name;
    std::string value;
};
struct Announce {
    std::string sentence;
    bool urgent = false;
};

} // namespace effect

using Effect = std::variant<effect::StartStorage, effect::LoadPlan, effect::AppendJournal, effect::StorePlan, effect::PutIndex,
                            effect::ErasePlan, effect::KeepRevision, effect::ListRevisions, effect::LoadRevision, effect::SetAside,
                            effect::ListQuarantine, effect::LoadQuarantine, effect::TakeLock, effect::ReleaseLock, effect::PickFile,
                            effect::SaveFile, effect::StartTimer, effect::StopTimer, effect::SetPreference, effect::Announce,
                            effect::SaveWebPage, effect::RememberFile, effect::ListRecentFiles, effect::OpenRecentFile,
                            effect::ForgetRecentFile, effect::UseUpdate, effect::DescribePage, effect::SavePicture>;
using Effects = std::vector<Effect>;

} // namespace fullcourt
