#include <algorithm>

#include "analysis/check.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "exports/findings_json.h"

namespace fullcourt::cli {
namespace {

/// "9 things to settle: 7 errors, 2 warnings; 1 accepted."
std::string summary(const FindingCount &counts) {
    const std::string accepted = counts.accepted == 0 ? "" : std::to_string(counts.accepted) + " accepted";
    if (counts.total() == 0) {
        return "Nothing to settle" + (accepted.empty() ? "" : "; " + accepted) + ".\n";
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
    return text + (accepted.empty() ? "" : "; " + accepted) + ".\n";
}

std::string line_of(const Finding &finding) {
    std::string mark = finding.accepted ? "accepted" : severity_name(finding.severity);
    mark.resize(10, ' ');
    const std::string reason = finding.accepted ? on_one_line(finding.accepted->reason) : std::string();
    return joined({mark, finding.message, "  [", finding.rule, "]", reason.empty() ? "" : " because: ", reason, "\n"});
}

/// Section by section, in the order in which the sections first appear.
std::string check_for_people(const std::vector<Finding> &findings) {
    std::vector<std::pair<PlanSection, std::string>> groups;
    for (const Finding &finding : findings) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &one) { return one.first == finding.section; });
        if (group == groups.end()) {
            group = groups.emplace(groups.end(), finding.section, std::string());
        }
        group->second += line_of(finding);
    }
    std::string text;
    for (const auto &[section, lines] : groups) {
        text.append(section_name(section)).append("\n").append(lines).append("\n");
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
    const int written = put_out("-", arguments->has("--json") ? findings_json(findings) : check_for_people(findings));
    if (written != allGood) {
        return written;
    }
    return count(findings).errors == 0 ? allGood : somethingFound;
}

} // namespace fullcourt::cli
