#include <algorithm>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/sides.h"
#include "cli/today.h"
#include "exports/exports.h"
#include "exports/grid_picture.h"
#include "exports/score_sql.h"
#include "exports/sql_text.h"

namespace fullcourt::cli {
namespace {

constexpr std::string_view scoreSqlCode = "score.sql";

std::string kinds() {
    std::vector<std::string> codes;
    for (const ExportInfo &info : exportKinds) {
        codes.emplace_back(info.code);
    }
    codes.emplace_back(scoreSqlCode);
    return listed(codes, "or");
}

std::string section_codes() {
    std::vector<std::string> codes;
    for (const ManualSectionInfo &info : manualSections) {
        codes.emplace_back(info.code);
    }
    return listed(codes);
}

/// "north, south" → both; empty ones are left out.
std::vector<std::string> words_of(const std::string &list) {
    std::vector<std::string> words;
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (const std::string_view word = trimmed(rest.substr(0, end)); !word.empty()) {
            words.emplace_back(word);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

/// "raci,decisions"; nothing where one of them is no section.
std::optional<std::set<ManualSection>> sections_of(const std::string &list) {
    std::set<ManualSection> sections;
    for (const std::string &code : words_of(list)) {
        const std::optional<ManualSection> section = manual_section_of(code);
        if (!section) {
            return std::nullopt;
        }
        sections.insert(*section);
    }
    return sections;
}

/// What the words say about SQL; else what is wrong with them.
Result<ScoreSqlChoice> sql_of(const Arguments &arguments) {
    ScoreSqlChoice choice;
    if (arguments.has("--dialect")) {
        const std::optional<SqlDialect> dialect = sql_dialect_of(arguments.value("--dialect"));
        if (!dialect) {
            return Error{"--dialect is duckdb or postgresql", {}};
        }
        choice.dialect = *dialect;
    }
    if (arguments.has("--table")) {
        choice.table = arguments.value("--table");
        const sql::TableParts parts = sql::parts_of(choice.table);
        if (parts.table.empty() || (parts.schema.empty() && choice.table.find('.') != std::string::npos)) {
            return Error{"--table is the name of a table, or SCHEMA.TABLE", {}};
        }
    }
    const std::optional<Weights> weights = weights_of(arguments.value("--side"));
    if (!weights) {
        return Error{"--side is agreed, marketing or sales", {}};
    }
    choice.weights = *weights;
    const std::string part = arguments.value("--for");
    choice.part = part == "server" ? SqlPart::server : part == "coordinator" ? SqlPart::coordinator : SqlPart::whole;
    choice.servers = words_of(arguments.value("--servers"));
    if (!part.empty() && choice.part == SqlPart::whole) {
        return Error{"--for is server or coordinator", {}};
    }
    if (choice.part != SqlPart::whole && choice.dialect != SqlDialect::postgresql) {
        return Error{"--for takes --dialect postgresql: a table of DuckDB is in one place", {}};
    }
    if ((choice.part == SqlPart::coordinator) == choice.servers.empty()) {
        return Error{"--for coordinator and --servers NAME,NAME go together: they name the foreign servers that hold the rows", {}};
    }
    return choice;
}

/// By its id, its name or its short name; empty where there is none.
RoleId role_of(const Plan &plan, const std::string &wanted) {
    if (plan.organisation->roles.contains(RoleId(wanted))) {
        return RoleId(wanted);
    }
    for (const auto &[id, role] : plan.organisation->roles) {
        if (lowered(role.name) == lowered(wanted) || (!role.shortName.empty() && lowered(role.shortName) == lowered(wanted))) {
            return id;
        }
    }
    return {};
}

Date day_today() { return date_after({1970, 1, 1}, today()); }

/// What the words ask for, but for the role, which only the plan knows; else what is wrong with them.
Result<ExportRequest> request_of(const Arguments &arguments) {
    ExportRequest request;
    const std::string code = arguments.value("--as");
    const std::optional<ExportKind> kind = export_kind_of(code);
    if (!kind && code != scoreSqlCode) {
        return Error{code.empty() ? "say what to make: --as " + kinds() : "cannot make “" + code + "”, only " + kinds(), {}};
    }
    request.kind = kind.value_or(request.kind);
    const std::optional<std::set<ManualSection>> sections = sections_of(arguments.value("--sections"));
    if (!sections) {
        return Error{"“" + arguments.value("--sections") + "” names a section that there is not; there are " + section_codes(), {}};
    }
    request.sections = *sections;
    request.today = day_today();
    request.from = request.today;
    if (arguments.has("--from")) {
        const std::optional<Date> from = date_in_words(arguments.value("--from"), request.today);
        if (!from) {
            return Error{"--from is a date such as 2026-12-01", {}};
        }
        request.from = *from;
    }
    if (arguments.has("--slide")) {
        const std::optional<double> slide = parse_number(arguments.value("--slide"));
        constexpr double most = 10'000;
        if (!slide || *slide < 1 || *slide > most) {
            return Error{"--slide counts from 1", {}};
        }
        request.slide = static_cast<std::size_t>(*slide) - 1;
    }
    return request;
}

/// Nothing where all is well.
std::optional<Error> take_role(ExportRequest &request, const Plan &plan, const std::string &wanted) {
    request.role = role_of(plan, wanted);
    return request.role.empty() ? std::optional(Error{"there is no role “" + wanted + "” in the plan", {}}) : std::nullopt;
}

/// Whoever gets one picture of several is told so.
void tell_of_slides(const std::string &file, const ExportRequest &request, const Plan &plan) {
    const std::size_t slides = request.kind == ExportKind::gridPicture ? grid_slides(plan) : 1;
    if (slides > 1) {
        complain(file, {"the grid takes " + std::to_string(slides) + " slides; this is slide " +
                            std::to_string(std::min(request.slide, slides - 1) + 1) + " (others by --slide)",
                        {}});
    }
}

} // namespace

int run_export(const Words &words) {
    const Result<Arguments> arguments = read_arguments(
        words,
        {{"--as", "-o", "--sections", "--role", "--from", "--slide", "--dialect", "--table", "--side", "--for", "--servers"}, {}, 1, 1});
    if (!arguments) {
        return misunderstood("export", arguments.error().message);
    }
    Result<ExportRequest> request = request_of(*arguments);
    if (!request) {
        return misunderstood("export", request.error().message);
    }
    const Result<ScoreSqlChoice> sql = sql_of(*arguments);
    if (!sql) {
        return misunderstood("export", sql.error().message);
    }
    const std::string &file = arguments->files.front();
    const std::optional<Restored> restored = load_plan(file);
    if (!restored) {
        return couldNot;
    }
    request->plan = restored->envelope.plan.text;
    if (arguments->has("--role")) {
        if (const std::optional<Error> error = take_role(*request, restored->plan, arguments->value("--role"))) {
            complain(shown_name(file), *error);
            return couldNot;
        }
    }
    if (arguments->value("--as") == scoreSqlCode) {
        return put_out(arguments->value("-o"), score_sql(restored->plan, *sql, today()));
    }
    tell_of_slides(shown_name(file), *request, restored->plan);
    const Exported made = make_export(restored->plan, *request);
    for (const std::string &cut : made.cuts) {
        complain(shown_name(file), {cut, {}});
    }
    return put_out(arguments->value("-o"), made.bytes);
}

} // namespace fullcourt::cli
