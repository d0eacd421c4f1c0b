#include "io/migrate.h"

#include <algorithm>

namespace fullcourt {

std::span<const Migration> migrations() { return {}; }

std::optional<Error> migrate(Tree &file, int version, int target, std::span<const Migration> steps, Repairs &repairs) {
    for (; version < target; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Migration &known) { return known.from == version; });
        if (step == steps.end()) {
            return Error{"The file says that it has format " + std::to_string(version) + ", which no Fullcourt can read.", {}};
        }
        step->step(file, repairs);
    }
    return std::nullopt;
}

} // namespace fullcourt
