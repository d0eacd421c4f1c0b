#include "model/contact.h"

namespace fullcourt {

ActivityWorth standard_worth(ContactActivityKind kind) {
    switch (kind) {
    case ContactActivityKind::meeting: return {40, 30, 90};
    case ContactActivityKind::reply: return {20, 0, 90};
    case ContactActivityKind::event: return {15, 120, 90};
    case ContactActivityKind::webinar: return {10, 30, 90};
    case ContactActivityKind::download: return {5, 0, 90};
    case ContactActivityKind::pageView: break;
    }
    return {1, 0, 90};
}

ActivityWorth worth_of(const LeadPolicy &policy, ContactActivityKind kind) {
    const ActivityWorth *worth = find(policy.worth, kind);
    return worth == nullptr ? standard_worth(kind) : *worth;
}

} // namespace fullcourt
