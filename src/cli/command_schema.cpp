#include "cli/arguments.h"
#include "cli/commands.h"
#include "io/plan_schema.h"

namespace fullcourt::cli {

int run_schema(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"-o"}, {}, 0, 0});
    if (!arguments) {
        return misunderstood("schema", arguments.error().message);
    }
    return put_out(arguments->value("-o"), plan_schema());
}

} // namespace fullcourt::cli
