#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "io/grid_text.h"

namespace fullcourt::cli {

int run_export(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"--as", "-o"}, {}, 1, 1});
    if (!arguments) {
        return misunderstood("export", arguments.error().message);
    }
    const std::string kind = arguments->value("--as");
    if (kind != "raci.csv") {
        return misunderstood("export", kind.empty() ? "say what to make: --as raci.csv" : "cannot make “" + kind + "”, only raci.csv");
    }
    const std::optional<Restored> restored = load_plan(arguments->files.front());
    if (!restored) {
        return couldNot;
    }
    return put_out(arguments->value("-o"), write_csv(grid_table(restored->plan)));
}

} // namespace fullcourt::cli
