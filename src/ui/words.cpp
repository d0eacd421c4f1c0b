#include "ui/words.h"

#include <array>
#include <cstdio>
#include <optional>

#include "base/date_words.h"
#include "base/text.h"

namespace fullcourt::ui {
namespace {

struct Instant {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::optional<Instant> parse(const std::string &text) {
    Instant at;
    const int read =
        std::sscanf(text.c_str(), "%d-%d-%dT%d:%d:%d", &at.year, &at.month, &at.day, &at.hour, &at.minute, &at.second); // NOLINT
    return read == 6 && at.month >= 1 && at.month <= 12 ? std::optional<Instant>(at) : std::nullopt;
}

/// Days since 1970-01-01 (Howard Hinnant's days_from_civil).
long long days(const Instant &at) {
    const int year = at.month <= 2 ? at.year - 1 : at.year;
    const long long era = (year >= 0 ? year : year - 399) / 400;
    const long long yearOfEra = year - era * 400;
    const long long dayOfYear = (153LL * (at.month + (at.month > 2 ? -3 : 9)) + 2) / 5 + at.day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

long long in_seconds(const Instant &at) { return days(at) * 86400 + at.hour * 3600LL + at.minute * 60LL + at.second; }

std::string date_text(const Instant &at) { return date_words(Date{at.year, at.month, at.day}); }

std::size_t whole(long long value) { return static_cast<std::size_t>(value); }

} // namespace

std::string ago(const std::string &then, const std::string &now) {
    const std::optional<Instant> a = parse(then);
    const std::optional<Instant> b = parse(now);
    if (!a || !b) {
        return {};
    }
    const long long seconds = in_seconds(*b) - in_seconds(*a);
    if (seconds < 60) {
        return "just now";
    }
    if (seconds < 3600) {
        return counted(whole(seconds / 60), "minute ago", "minutes ago");
    }
    if (seconds < 86400) {
        return counted(whole(seconds / 3600), "hour ago", "hours ago");
    }
    const long long passed = days(*b) - days(*a);
    if (passed <= 1) {
        return "yesterday";
    }
    return passed < 30 ? counted(whole(passed), "day ago", "days ago") : "on " + date_text(*a);
}

std::string size_text(std::uint64_t bytes) {
    if (bytes < 1000) {
        return std::to_string(bytes) + " bytes";
    }
    if (bytes < 1'000'000) {
        return std::to_string((bytes + 500) / 1000) + " kB";
    }
    const std::uint64_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string instant_text(const std::string &instant) {
    const std::optional<Instant> at = parse(instant);
    if (!at) {
        return instant;
    }
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", at->hour % 100, at->minute % 100); // NOLINT
    return date_text(*at) + ", " + clock.data() + " UTC";
}

std::string storage_sentence(const State &state) {
    switch (state.storage) {
    case StorageState::starting: return "Opening this browser's storage …";
    case StorageState::unavailable: return "This browser keeps no plans: " + state.storageError + " Save a file before you close the page.";
    case StorageState::ready: break;
    }
    if (state.fromDisk) {
        return "This page was opened from disk. What you change is kept in this browser, not in the file, and some browsers find it "
               "again only while the file stays where it is: save a file or a web page of what matters.";
    }
    const std::string place = std::string("Plans are kept in this browser on this computer; nothing is sent anywhere.") +
                              (state.worksOffline ? " This page is kept too and opens without a network." : "");
    return state.storagePersistent ? place + " The browser has promised not to clear them by itself."
                                   : place + " The browser may clear them when space runs short, so save a file of what matters.";
}

} // namespace fullcourt::ui
