#include "exports/wording.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt::wording {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_large(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace

std::string role_head(const Plan &plan, const RoleId &id) {
    const Role *role = find(plan.organisation->roles, id);
    return role == nullptr ? id.text : head_name(*role);
}

std::vector<std::string> role_names(const Plan &plan, const std::set<RoleId> &ids) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (ids.contains(id)) {
            names.push_back(role_head(plan, id));
        }
    }
    return names;
}

std::string who(const Plan &plan, const std::set<RoleId> &ids) {
    const std::vector<std::string> names = role_names(plan, ids);
    return names.empty() ? "nobody yet" : listed(names);
}

std::string meeting_name(const Plan &plan, const MeetingId &id) {
    const Meeting *meeting = find(plan.governance->meetings, id);
    return meeting == nullptr ? std::string() : meeting->name;
}

std::string often(const Period &period) {
    static constexpr std::array<std::string_view, 6> units = {"", "day", "week", "month", "quarter", "year"};
    if (period.unit == PeriodUnit::none) {
        return {};
    }
    const std::string unit(units[static_cast<std::size_t>(period.unit)]);
    return period.every == 1 ? "every " + unit : "every " + std::to_string(period.every) + " " + unit + "s";
}

std::string length(int minutes) {
    const auto hours = static_cast<std::size_t>(minutes / 60);
    const auto rest = static_cast<std::size_t>(minutes % 60);
    std::string text = hours == 0 ? "" : counted(hours, "hour", "hours");
    if (rest != 0 || hours == 0) {
        text += (text.empty() ? "" : " ") + counted(rest, "minute", "minutes");
    }
    return text;
}

std::string percent(double share) { return to_text(std::round(share * 100)) + " %"; }

std::string weekday(int number) {
    static constexpr std::array names = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return names[static_cast<std::size_t>((number + 6) % 7)];
}

std::string series(const std::vector<std::string> &items) {
    const bool involved = items.size() > 1 && std::any_of(items.begin(), items.end(), [](const std::string &item) {
                              return item.find_first_of(",(") != std::string::npos || item.find(" and ") != std::string::npos;
                          });
    if (!involved) {
        return listed(items);
    }
    std::string text;
    for (const std::string &item : items) {
        text += (text.empty() ? "" : "; ") + item;
    }
    return text;
}

std::string inside(std::string text) {
    if (text.size() > 1 && is_large(text[0]) && !is_large(text[1])) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string capital(std::string text) {
    if (!text.empty() && is_small(text[0])) {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string stopped(std::string text) {
    text = std::string(trimmed(text));
    if (!text.empty() && std::string_view(".!?…:").find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

} // namespace fullcourt::wording
