#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "exports/changes_text.h"

namespace fullcourt::cli {

int run_diff(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{}, {"--json"}, 2, 2});
    if (!arguments) {
        return misunderstood("diff", arguments.error().message);
    }
    const std::optional<Restored> before = load_plan(arguments->files[0]);
    const std::optional<Restored> after = load_plan(arguments->files[1]);
    if (!before || !after) {
        return couldNot;
    }
    return put_out("-", arguments->has("--json") ? changes_json(before->plan, after->plan) : changes_text(before->plan, after->plan));
}

} // namespace fullcourt::cli
