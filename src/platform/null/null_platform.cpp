#include "platform/null/null_platform.h"

#include <algorithm>
#include <utility>

namespace fullcourt::platform::null {

Machine &machine() {
    static Machine instance;
    return instance;
}

void reset() { machine() = Machine{}; }

void restart() {
    Machine &old = machine();
    Machine fresh;
    fresh.secondsNow = old.secondsNow;
    fresh.utcNow = old.utcNow;
    fresh.todayDate = old.todayDate;
    fresh.randomState = old.randomState;
    fresh.plans = std::move(old.plans);
    fresh.index = std::move(old.index);
    fresh.revisions = std::move(old.revisions);
    fresh.quarantined = std::move(old.quarantined);
    fresh.nextKey = old.nextKey;
    fresh.persistent = old.persistent;
    fresh.recent = std::move(old.recent);
    fresh.heldElsewhere = std::move(old.heldElsewhere);
    fresh.preferences = std::move(old.preferences);
    fresh.apple = old.apple;
    fresh.dark = old.dark;
    machine() = std::move(fresh);
}

void send(Event event) { machine().waiting.push_back(std::move(event)); }

bool deliver_one() {
    Machine &m = machine();
    if (m.waiting.empty() || !m.receiver) {
        return false;
    }
    Event event = std::move(m.waiting.front());
    m.waiting.pop_front();
    // A copy: the receiver may set another receiver while it runs.
    const Receiver receiver = m.receiver;
    receiver(std::move(event));
    wake();
    return true;
}

int deliver() {
    int count = 0;
    while (deliver_one()) {
        ++count;
    }
    return count;
}

void advance(double seconds) {
    Machine &m = machine();
    m.secondsNow += seconds;
    if (m.frameDue && *m.frameDue <= m.secondsNow) {
        m.frameDue.reset();
        wake(1);
    }
    std::stable_sort(m.timers.begin(), m.timers.end(), [](const RunningTimer &a, const RunningTimer &b) { return a.due < b.due; });
    while (!m.timers.empty() && m.timers.front().due <= m.secondsNow) {
        send(TimerFired{m.timers.front().timer});
        m.timers.erase(m.timers.begin());
    }
}

} // namespace fullcourt::platform::null

namespace fullcourt::platform {
namespace {

null::Machine &m() { return null::machine(); }

std::vector<IndexRow> index_rows() {
    std::vector<IndexRow> rows;
    rows.reserve(m().index.size());
    for (const auto &[plan, row] : m().index) {
        rows.push_back(row);
    }
    return rows;
}

void send_index() { null::send(IndexChanged{index_rows()}); }

const char *const notHeld = "Another tab is editing this plan.";

} // namespace

void set_receiver(Receiver receiver) { m().receiver = std::move(receiver); }

// ---- Frames and time -----------------------------------------------------------------------------------

void wake(int frames) {
    m().framesWanted = std::max(m().framesWanted, frames);
    ++m().wakes;
}

void wake_after(double seconds) {
    const double due = m().secondsNow + seconds;
    if (!m().frameDue || due < *m().frameDue) {
        m().frameDue = due;
    }
}

void start_timer(std::uint32_t timer, double seconds) {
    stop_timer(timer);
    m().timers.push_back({timer, m().secondsNow + seconds});
}

void stop_timer(std::uint32_t timer) {
    std::erase_if(m().timers, [timer](const null::RunningTimer &running) { return running.timer == timer; });
}

double seconds() { return m().secondsNow; }
std::string utc_now() { return m().utcNow; }
Date today() { return m().todayDate; }

std::uint64_t random_bits() {
    // SplitMix64: the same numbers in every run of a test.
    std::uint64_t z = (m().randomState += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

// ---- Storage -------------------------------------------------------------------------------------------

void start_storage() {
    if (!m().storageError.empty()) {
        null::send(StorageStarted{.available = false, .persistent = false, .error = m().storageError, .setAside = false, .plans = {}});
        return;
    }
    null::send(StorageStarted{
        .available = true, .persistent = m().persistent, .error = "", .setAside = !m().quarantined.empty(), .plans = index_rows()});
}

void load_plan(const std::string &plan) {
    PlanLoaded loaded;
    loaded.plan = plan;
    if (!m().storageError.empty() || !m().loadError.empty()) {
        loaded.error = m().storageError.empty() ? m().loadError : m().storageError;
        null::send(std::move(loaded));
        return;
    }
    if (const auto found = m().plans.find(plan); found != m().plans.end()) {
        loaded.slotA = found->second.slotA;
        loaded.slotB = found->second.slotB;
        loaded.marker = found->second.marker;
        for (const auto &[name, bytes] : found->second.parts) {
            loaded.parts.push_back({name, Shared(bytes)});
        }
        loaded.journal = found->second.journal;
    }
    null::send(std::move(loaded));
}

void append_journal(const std::string &plan, JournalRow row) {
    JournalWritten answer{.plan = plan, .sequence = row.sequence, .error = ""};
    if (!m().storageError.empty()) {
        answer.error = m().storageError;
    } else if (!m().held.contains(plan)) {
        answer.error = notHeld;
    } else if (!m().journalError.empty()) {
        answer.error = m().journalError;
    } else {
        m().plans[plan].journal.push_back(std::move(row));
    }
    null::send(std::move(answer));
}

void store_plan(const std::string &plan, PlanToStore files, std::uint64_t upTo, IndexRow row) {
    PlanStored answer{.plan = plan, .upTo = upTo, .error = ""};
    if (!m().storageError.empty()) {
        answer.error = m().storageError;
    } else if (!m().held.contains(plan)) {
        answer.error = notHeld;
    } else if (!m().storeError.empty()) {
        answer.error = m().storeError;
    }
    if (!answer.error.empty()) {
        null::send(std::move(answer));
        return;
    }
    null::StoredPlan &stored = m().plans[plan];
    for (const PartToStore &part : files.parts) {
        stored.parts[part.name] = *part.bytes;
    }
    std::erase_if(stored.parts,
                  [&](const auto &part) { return std::find(files.keep.begin(), files.keep.end(), part.first) == files.keep.end(); });
    (files.marker == "B" ? stored.slotB : stored.slotA) = std::move(files.bytes);
    stored.marker = std::move(files.marker);
    std::erase_if(stored.journal, [upTo](const JournalRow &entry) { return entry.sequence <= upTo; });
    // A plan can be deleted while its last store is still under way: it stays deleted.
    if (const auto found = m().index.find(plan); found != m().index.end()) {
        row.deletedAt = found->second.deletedAt;
    }
    m().index[plan] = std::move(row);
    null::send(std::move(answer));
    send_index();
}

void put_index(IndexRow row) {
    std::string plan = row.plan;
    m().index[std::move(plan)] = std::move(row);
    send_index();
}

void erase_plan(const std::string &plan) {
    m().plans.erase(plan);
    m().index.erase(plan);
    std::erase_if(m().revisions, [&plan](const null::StoredRevision &stored) { return stored.row.plan == plan; });
    release_lock(plan);
    send_index();
}

void keep_revision(RevisionRow row, PlanInPieces file) {
    std::string bytes = std::move(file.before);
    for (const PartToStore &part : file.parts) {
        bytes += part.bytes->empty() ? m().plans[row.plan].parts[part.name] : *part.bytes;
    }
    bytes += file.after;
    for (null::StoredRevision &stored : m().revisions) {
        if (stored.row.plan == row.plan && stored.row.revision == row.revision) {
            if (row.pinned && !stored.row.pinned) {
                stored.row.pinned = true;
                stored.row.reason = row.reason;
            }
            return;
        }
    }
    row.key = m().nextKey++;
    row.bytes = bytes.size();
    m().revisions.push_back({std::move(row), std::move(bytes)});
}

void list_revisions(const std::string &plan) {
    RevisionsListed answer{.plan = plan, .revisions = {}};
    for (auto stored = m().revisions.rbegin(); stored != m().revisions.rend(); ++stored) {
        if (stored->row.plan == plan) {
            answer.revisions.push_back(stored->row);
        }
    }
    null::send(std::move(answer));
}

void load_revision(std::uint64_t key) {
    RevisionLoaded answer{.key = key, .bytes = ""};
    for (const null::StoredRevision &stored : m().revisions) {
        if (stored.row.key == key) {
            answer.bytes = stored.bytes;
        }
    }
    null::send(std::move(answer));
}

void quarantine(const std::string &plan, std::string why, std::string bytes) {
    QuarantineRow row{.key = m().nextKey++, .plan = plan, .at = m().utcNow, .why = std::move(why), .bytes = bytes.size()};
    m().quarantined.push_back({std::move(row), std::move(bytes)});
}

void list_quarantine() {
    QuarantineListed answer;
    for (const null::StoredQuarantine &stored : m().quarantined) {
        answer.rows.push_back(stored.row);
    }
    null::send(std::move(answer));
}

void load_quarantine(std::uint64_t key) {
    QuarantineLoaded answer{.key = key, .bytes = ""};
    for (const null::StoredQuarantine &stored : m().quarantined) {
        if (stored.row.key == key) {
            answer.bytes = stored.bytes;
        }
    }
    null::send(std::move(answer));
}

void take_lock(const std::string &plan) {
    const bool held = !m().heldElsewhere.contains(plan);
    if (held) {
        m().held.insert(plan);
    }
    null::send(LockChanged{plan, held});
}

void take_over(const std::string &plan) {
    m().heldElsewhere.erase(plan);
    take_lock(plan);
}

void release_lock(const std::string &plan) {
    if (m().held.erase(plan) != 0) {
        null::send(LockChanged{plan, false});
    }
}

// ---- Files and clipboard -------------------------------------------------------------------------------

void pick_file(const std::string &accept) { m().picks.push_back(accept); }

void save_file(std::uint32_t handle, const std::string &name, const std::string &mediaType, std::string bytes, bool saveAs) {
    if (handle != 0 && !saveAs && m().fileNow) {
        null::send(FileChanged{m().nextHandle++, name, *std::exchange(m().fileNow, std::nullopt)});
        return;
    }
    FileSaved answer{.handle = handle, .name = name, .cancelled = m().saveCancelled, .error = m().saveError};
    if (!answer.cancelled && answer.error.empty()) {
        if (answer.handle == 0 || saveAs) {
            answer.handle = m().nextHandle++;
        }
        m().saved.push_back({answer.handle, name, mediaType, std::move(bytes), saveAs});
    }
    null::send(std::move(answer));
}

void save_web_page(const std::string &name, const std::string &title, const std::string &plan, bool readOnly) {
    m().pages.push_back({name, title, plan, readOnly});
    null::send(FileSaved{.handle = 0, .name = name, .cancelled = m().saveCancelled, .error = m().saveError});
}

void remember_file(std::uint32_t handle, const std::string &name) {
    std::erase_if(m().recent, [&](const RecentFile &file) { return file.name == name; });
    m().recent.insert(m().recent.begin(), {m().nextKey++, name, m().utcNow, handle != 0});
    list_recent_files();
}

void describe_page() { null::send(PageDescribed{{{"Program", "without a browser"}, {"Storage used", "1.2 MB of 2,100 MB"}}}); }

void list_recent_files() { null::send(RecentFilesListed{m().recent}); }

void open_recent_file(std::uint64_t key) {
    for (const RecentFile &file : m().recent) {
        if (file.key == key) {
            null::send(FileFailed{file.name, "it is no longer there"});
        }
    }
}

void forget_recent_file(std::uint64_t key) {
    std::erase_if(m().recent, [key](const RecentFile &file) { return file.key == key; });
    list_recent_files();
}

void save_picture(const std::string &name, std::string svg, int width, int height) {
    m().pictureSize = {width, height};
    save_file(0, name, "image/png", std::move(svg), true);
}

void copy_text(const std::string &text) {
    m().copied.push_back(text);
    m().clipboard = text;
}

void paste_text() {
    if (m().clipboardRefused || m().clipboard.empty()) {
        null::send(ClipboardFailed{m().clipboardRefused ? ClipboardTrouble::pasteRefused : ClipboardTrouble::nothingToPaste});
    } else {
        m().pasting = true;
    }
}

void take_keys(const std::vector<std::string> &chords) { m().takenKeys = chords; }
void take_every_key(bool every) { m().everyKeyTaken = every; }
void set_copy_source(std::function<std::string(bool cut)> source) { m().copySource = std::move(source); }

// ---- Page ----------------------------------------------------------------------------------------------

std::string preference(const std::string &name) {
    const auto found = m().preferences.find(name);
    return found == m().preferences.end() ? std::string{} : found->second;
}

void set_preference(const std::string &name, const std::string &value) {
    if (value.empty()) {
        m().preferences.erase(name);
    } else {
        m().preferences[name] = value;
    }
}
std::string page_address() { return m().address; }
bool opened_from_disk() { return m().fromDisk; }
std::optional<CarriedPlan> carried_plan() { return m().carried; }
void use_update() { ++m().updatesUsed; }
void show_licences() { ++m().licencesShown; }
bool apple_keyboard() { return m().apple; }
bool system_theme_dark() { return m().dark; }
bool coarse_pointer() { return m().coarse; }
void set_title(const std::string &title) { m().title = title; }
void set_unsaved(bool unsaved) { m().unsaved = unsaved; }
void set_rescue_source(std::function<std::string()> source) { m().rescueSource = std::move(source); }
void fatal(const std::string &sentence) { m().fatals.push_back(sentence); }

// ---- Text ----------------------------------------------------------------------------------------------

std::optional<GlyphPicture> draw_glyph(char32_t character, float size, bool /*semibold*/) {
    if (!m().systemCharacters.contains(character)) {
        return std::nullopt;
    }
    const int side = static_cast<int>(size);
    GlyphPicture square{side, side, 0, -size * 0.8F, size, false, {}};
    square.pixels.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4, 255);
    return square;
}

// ---- Accessibility -------------------------------------------------------------------------------------

void announce(const std::string &sentence, bool urgent) { m().announcements.push_back({sentence, urgent}); }
bool mirror_open() { return m().mirrorOpen; }
void show_mirror(std::span<const MirrorNode> nodes) { m().mirror.assign(nodes.begin(), nodes.end()); }

} // namespace fullcourt::platform
