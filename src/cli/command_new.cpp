#include <random>

#include "base/random.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/today.h"
#include "io/templates.h"
#include "io/write.h"

namespace fullcourt::cli {
namespace {

/// The first of the list: what the page opens with, too.
constexpr const char *usualTemplate = "reference";

std::uint64_t random_bits() {
    static std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

std::string template_list() {
    std::string text;
    for (const TemplateInfo &info : templates()) {
        text += info.name + "\t" + info.title + "\t" + info.summary + "\n";
    }
    return text;
}

} // namespace

int run_new(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"--template", "-o"}, {"--list"}, 0, 0});
    if (!arguments) {
        return misunderstood("new", arguments.error().message);
    }
    if (arguments->has("--list")) {
        return put_out(arguments->value("-o"), template_list());
    }
    const std::string name = arguments->has("--template") ? arguments->value("--template") : usualTemplate;
    Result<Restored> made = load_template(name);
    if (!made) {
        complain("fullcourt new", made.error());
        return couldNot;
    }
    made->envelope = Envelope();
    made->envelope.plan = PlanId(random_id(random_bits));
    made->envelope.revision = random_id(random_bits);
    made->envelope.savedAt = now();
    return put_out(arguments->value("-o"), write_plan(made->plan, made->envelope));
}

} // namespace fullcourt::cli
