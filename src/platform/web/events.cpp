// Events on their way from JavaScript to the program: built field by field (web/border.js), queued, and delivered
// from a microtask of the browser, when no C++ is on the stack.
#include <deque>
#include <map>
#include <utility>

#include <emscripten/emscripten.h>

#include "platform/web/border.h"

namespace fullcourt::platform {
namespace {

/// The fields of one event in the order of platform.h. A number or a text; which one, the reader knows.
class Fields {
  public:
    void add_number(double value) { m_fields.push_back({value, {}}); }
    char *add_text(std::size_t size) {
        m_fields.push_back({0, std::string(size, '\0')});
        return m_fields.back().text.data();
    }
    void add_text(std::string text) { m_fields.push_back({0, std::move(text)}); }
    void clear() {
        m_fields.clear();
        m_next = 0;
    }

    std::string text() { return std::move(m_fields.at(m_next++).text); }
    double number() { return m_fields.at(m_next++).number; }
    bool truth() { return number() != 0; }
    std::uint64_t whole() { return static_cast<std::uint64_t>(number()); }
    std::uint32_t small() { return static_cast<std::uint32_t>(number()); }
    template <class Row> std::vector<Row> rows(Row (*read)(Fields &)) {
        std::vector<Row> rows(small());
        for (Row &row : rows) {
            row = read(*this);
        }
        return rows;
    }

  private:
    struct Field {
        double number = 0;
        std::string text;
    };
    std::vector<Field> m_fields;
    std::size_t m_next = 0;
};

// Braces evaluate from left to right, so the order of the fields is the order of the members.
IndexRow index_row(Fields &f) { return {f.text(), f.text(), f.text(), f.text(), f.whole()}; }
JournalRow journal_row(Fields &f) { return {f.whole(), f.text(), f.text(), f.text()}; }
StoredPart stored_part(Fields &f) { return {f.text(), Shared(f.text())}; }
RevisionRow revision_row(Fields &f) { return {f.whole(), f.text(), f.text(), f.text(), f.text(), f.truth(), f.whole()}; }
PageFact page_fact(Fields &f) { return {f.text(), f.text()}; }
RecentFile recent_file(Fields &f) { return {f.whole(), f.text(), f.text(), f.truth()}; }
QuarantineRow quarantine_row(Fields &f) { return {f.whole(), f.text(), f.text(), f.text(), f.whole()}; }

using Read = Event (*)(Fields &);

const std::map<std::string, Read, std::less<>> &readers() {
    static const std::map<std::string, Read, std::less<>> table = {
        {"StorageStarted", [](Fields &f) -> Event { return StorageStarted{f.truth(), f.truth(), f.text(), f.truth(), f.rows(index_row)}; }},
        {"IndexChanged", [](Fields &f) -> Event { return IndexChanged{f.rows(index_row)}; }},
        {"PlanLoaded",
         [](Fields &f) -> Event {
             return PlanLoaded{f.text(), f.text(), f.text(), f.text(), f.rows(stored_part), f.rows(journal_row), f.text()};
         }},
        {"JournalWritten", [](Fields &f) -> Event { return JournalWritten{f.text(), f.whole(), f.text()}; }},
        {"PlanStored", [](Fields &f) -> Event { return PlanStored{f.text(), f.whole(), f.text()}; }},
        {"RevisionsListed", [](Fields &f) -> Event { return RevisionsListed{f.text(), f.rows(revision_row)}; }},
        {"RevisionLoaded", [](Fields &f) -> Event { return RevisionLoaded{f.whole(), f.text()}; }},
        {"QuarantineListed", [](Fields &f) -> Event { return QuarantineListed{f.rows(quarantine_row)}; }},
        {"QuarantineLoaded", [](Fields &f) -> Event { return QuarantineLoaded{f.whole(), f.text()}; }},
        {"LockChanged", [](Fields &f) -> Event { return LockChanged{f.text(), f.truth()}; }},
        {"TakeOverAsked", [](Fields &f) -> Event { return TakeOverAsked{f.text()}; }},
        {"PlanChangedElsewhere", [](Fields &f) -> Event { return PlanChangedElsewhere{f.text()}; }},
        {"FileOpened", [](Fields &f) -> Event { return FileOpened{f.small(), f.text(), f.text()}; }},
        {"FileSaved", [](Fields &f) -> Event { return FileSaved{f.small(), f.text(), f.truth(), f.text()}; }},
        {"FileChanged", [](Fields &f) -> Event { return FileChanged{f.small(), f.text(), f.text()}; }},
        {"FileFailed", [](Fields &f) -> Event { return FileFailed{f.text(), f.text()}; }},
        {"LinkOpened", [](Fields &f) -> Event { return LinkOpened{f.text()}; }},
        {"RecentFilesListed", [](Fields &f) -> Event { return RecentFilesListed{f.rows(recent_file)}; }},
        {"OfflineReady", [](Fields &) -> Event { return OfflineReady{}; }},
        {"UpdateReady", [](Fields &) -> Event { return UpdateReady{}; }},
        {"PageDescribed", [](Fields &f) -> Event { return PageDescribed{f.rows(page_fact)}; }},
        {"DragChanged", [](Fields &f) -> Event { return DragChanged{f.truth()}; }},
        {"Pasted", [](Fields &f) -> Event { return Pasted{f.text()}; }},
        {"ClipboardFailed", [](Fields &f) -> Event { return ClipboardFailed{static_cast<ClipboardTrouble>(f.small())}; }},
        {"TimerFired", [](Fields &f) -> Event { return TimerFired{f.small()}; }},
        {"PageHidden", [](Fields &) -> Event { return PageHidden{}; }},
        {"SystemThemeChanged", [](Fields &f) -> Event { return SystemThemeChanged{f.truth()}; }},
        {"ForcedColoursChanged",
         [](Fields &f) -> Event { return ForcedColoursChanged{f.truth(), f.small(), f.small(), f.small(), f.small(), f.small()}; }},
        {"Pinched", [](Fields &f) -> Event { return Pinched{f.number(), f.truth()}; }},
        {"MirrorActivated", [](Fields &f) -> Event { return MirrorActivated{f.small(), f.truth()}; }},
    };
    return table;
}

struct Inbox {
    Fields building;
    std::map<std::uint32_t, std::string> parcels; ///< long texts that arrive in pieces, before their events
    std::uint32_t lastParcel = 0;
    std::deque<Event> waiting;
    Receiver receiver;
    std::string result;
};

Inbox &inbox() {
    static Inbox instance;
    return instance;
}

} // namespace

void set_receiver(Receiver receiver) {
    inbox().receiver = std::move(receiver);
    platform_schedule_delivery();
}

void post(Event event) {
    inbox().waiting.push_back(std::move(event));
    platform_schedule_delivery();
}

std::string take_result() { return std::exchange(inbox().result, {}); }

extern "C" {

/// Adds a text field and says where its bytes go.
EMSCRIPTEN_KEEPALIVE char *fullcourt_event_text(std::size_t size) { return inbox().building.add_text(size); }
EMSCRIPTEN_KEEPALIVE void fullcourt_event_number(double value) { inbox().building.add_number(value); }

/// A text of so many bytes is on its way; its number.
EMSCRIPTEN_KEEPALIVE std::uint32_t fullcourt_parcel(std::size_t size) {
    Inbox &box = inbox();
    box.parcels[++box.lastParcel].reserve(size);
    return box.lastParcel;
}
/// Where its next bytes go.
EMSCRIPTEN_KEEPALIVE char *fullcourt_parcel_more(std::uint32_t parcel, std::size_t size) {
    std::string &text = inbox().parcels[parcel];
    const std::size_t from = text.size();
    text.resize(from + size);
    return text.data() + from;
}
/// It is the event's next field.
EMSCRIPTEN_KEEPALIVE void fullcourt_event_parcel(std::uint32_t parcel) {
    Inbox &box = inbox();
    box.building.add_text(std::move(box.parcels[parcel]));
    box.parcels.erase(parcel);
}

/// The event is complete: its first field is its name.
EMSCRIPTEN_KEEPALIVE void fullcourt_event_end() {
    Fields &fields = inbox().building;
    const auto reader = readers().find(fields.text());
    if (reader != readers().end()) {
        inbox().waiting.push_back(reader->second(fields));
    }
    fields.clear();
}

EMSCRIPTEN_KEEPALIVE void fullcourt_deliver() {
    Inbox &box = inbox();
    while (box.receiver && !box.waiting.empty()) {
        Event event = std::move(box.waiting.front());
        box.waiting.pop_front();
        // A copy: the receiver may set another receiver while it runs.
        const Receiver receiver = box.receiver;
        receiver(std::move(event));
        platform_wake(2);
    }
}

/// Room for the bytes that a platform_read_… call answers with.
EMSCRIPTEN_KEEPALIVE char *fullcourt_result(std::size_t size) {
    inbox().result.assign(size, '\0');
    return inbox().result.data();
}
}

} // namespace fullcourt::platform
