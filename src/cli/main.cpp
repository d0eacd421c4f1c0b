// fullcourt: the same core as the page, for scripts and checks before a commit (DESIGN §7).
#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/version.h"
#include "io/envelope.h"

namespace fullcourt::cli {
namespace {

constexpr const char *help = R"(fullcourt: an account-based marketing operating model, checked.

    fullcourt new [--template NAME] [-o FILE]     a new plan; NAME is one of --list, else "reference"
    fullcourt new --list                          the templates there are
    fullcourt check PLAN [--json]                 what there is to settle
    fullcourt compare PLAN [--json]               organisation models by how well they fit, and how sure that is
    fullcourt staff PLAN [--json]                 head-counts, what the ratios ask for, weekly hours in meetings
    fullcourt import PLAN CSV [--map MAP] [-o FILE] target accounts from a CRM export, added and updated by their key
    fullcourt score PLAN [--accounts CSV] [--side agreed|marketing|sales] [--json | --csv] [--explain]
                                                  accounts by score, best first
    fullcourt export PLAN --as KIND [-o FILE]     for others to read; KIND is
        manual.html | manual.md [--sections CODE,…] [--role ID]
                                                  the operating manual, whole or in part, or one role's card
        summary.html                              the model on one page
        raci.svg [--slide N] | raci.csv           the grid as a picture for a slide, or for a spreadsheet
        calendar.ics [--from DATE]                the standing meetings, from that day on (today)
        workbook.xlsx                             grid, meetings, KPIs and scored accounts, a sheet each
        accounts.csv | crm.csv | scores.csv       accounts; what goes back into the CRM; scores with every contribution
        score.sql [--dialect duckdb|postgresql] [--table NAME] [--side agreed|marketing|sales]
                  [--for server | --for coordinator --servers NAME,…]
                                                  the score as SQL, for lists that outgrow this program: two views over a table
    fullcourt diff A B [--json]                   how two copies of a plan differ
    fullcourt merge BASE MINE THEIRS [-o OUT]     two copies and what they began as, in one; what both changed is kept as a conflict
    fullcourt link PLAN [--page ADDRESS] [-o FILE] the plan as a share link: the end of the address of any Fullcourt page, or with --page the whole
    fullcourt unlink LINK [-o FILE]               the plan file that a share link holds; LINK is the link, or a file with it
    fullcourt schema [-o FILE]                    what a plan file may hold, as a JSON Schema
    fullcourt --help
    fullcourt --version

PLAN and FILE are files; - is standard input or output. Without -o, the result goes to standard output.
Exit status: 0 no error-level finding (accepted ones do not count) and no conflict, 1 some, 2 the command line, a file or the plan could not be used.
Errors go to standard error as file:line:column: what is wrong. What had to be mended in a plan is said there, too.
)";

bool asks_for_help(const Words &words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [](const std::string &word) { return word == "--help" || word == "-h"; });
}

std::string version_line() {
    return "fullcourt " + std::string(version) + " (plan files up to version " + std::to_string(formatVersion) + ")\n";
}

int run(const Words &words) {
    if (words.empty()) {
        return misunderstood("", "say what to do: new, check, compare, staff, import, score, export, diff, merge, link, unlink or schema");
    }
    if (asks_for_help(words) || words.front() == "help") {
        return put_out("-", help);
    }
    if (words.front() == "--version") {
        return put_out("-", version_line());
    }
    const Words rest(words.begin() + 1, words.end());
    if (words.front() == "new") {
        return run_new(rest);
    }
    if (words.front() == "check") {
        return run_check(rest);
    }
    if (words.front() == "compare") {
        return run_compare(rest);
    }
    if (words.front() == "staff") {
        return run_staff(rest);
    }
    if (words.front() == "export") {
        return run_export(rest);
    }
    if (words.front() == "import") {
        return run_import(rest);
    }
    if (words.front() == "score") {
        return run_score(rest);
    }
    if (words.front() == "merge") {
        return run_merge(rest);
    }
    if (words.front() == "diff") {
        return run_diff(rest);
    }
    if (words.front() == "link") {
        return run_link(rest);
    }
    if (words.front() == "unlink") {
        return run_unlink(rest);
    }
    if (words.front() == "schema") {
        return run_schema(rest);
    }
    return misunderstood("", "there is no command “" + words.front() + "”");
}

} // namespace
} // namespace fullcourt::cli

int main(int count, char **words) { return fullcourt::cli::run(fullcourt::cli::Words(words + 1, words + count)); }
