#include "analysis/raci.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "exports/findings_json.h"

namespace fullcourt::cli {
namespace {

/// "9 things to settle: 7 errors, 2 warnings."
std::string summary(const FindingCount &counts) {
    if (counts.total() == 0) {
        return "Nothing to settle.\n";
    }
    std::string text = counted(counts.total(), "thing to settle", "things to settle") + ": ";
    std::string gap;
    const auto part = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count != 0) {
            text += gap + counted(count, one, many);
            gap = ", ";
        }
    };
    part(counts.errors, "error", "errors");
    part(counts.warnings, "warning", "warnings");
    part(counts.notes, "note", "notes");
    return text + ".\n";
}

std::string for_people(const std::vector<Finding> &findings) {
    std::string text;
    for (const Finding &finding : findings) {
        std::string severity = severity_name(finding.severity);
        severity.resize(9, ' ');
        text += severity + finding.message + "  [" + finding.rule + "]\n";
    }
    return text + summary(count(findings));
}

} // namespace

int run_check(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{}, {"--json"}, 1, 1});
    if (!arguments) {
        return misunderstood("check", arguments.error().message);
    }
    const std::optional<Restored> restored = load_plan(arguments->files.front());
    if (!restored) {
        return couldNot;
    }
    const std::vector<Finding> findings = check(restored->plan);
    const int written = put_out("-", arguments->has("--json") ? findings_json(findings) : for_people(findings));
    if (written != allGood) {
        return written;
    }
    return count(findings).errors == 0 ? allGood : somethingFound;
}

} // namespace fullcourt::cli
