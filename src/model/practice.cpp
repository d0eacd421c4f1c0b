#include "model/practice.h"

#include "base/text.h"

namespace fullcourt {

PracticeId testing_practice(const Practices &practices) {
    for (const PracticeId &id : ordered(practices.practices)) {
        const Practice &practice = practices.practices.at(id);
        if (practice.kind == PracticeKind::improvement && lowered(practice.name).find("testing") != std::string::npos) {
            return id;
        }
    }
    return {};
}

} // namespace fullcourt
