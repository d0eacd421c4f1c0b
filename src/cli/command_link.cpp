#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "io/link.h"
#include "io/write.h"

namespace fullcourt::cli {
namespace {

void say_what_stays(const std::string &file, const Plan &plan) {
    if (accounts_left_by_link(plan) > 0) {
        complain(shown_name(file), {"Accounts travel by file and not by link, so they are left out of it.", {}});
    }
}

/// Else it names a file with the link in it.
bool is_address(const std::string &word) { return looks_like_link(word) || word.starts_with('#') || word.find("://") != std::string::npos; }

} // namespace

int run_link(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"--page", "-o"}, {}, 1, 1});
    if (!arguments) {
        return misunderstood("link", arguments.error().message);
    }
    const std::string &file = arguments->files.front();
    const std::optional<Restored> restored = load_plan(file);
    if (!restored) {
        return couldNot;
    }
    const Result<std::string> link = write_link(restored->plan, restored->envelope);
    if (!link) {
        complain(shown_name(file), link.error());
        return couldNot;
    }
    say_what_stays(file, restored->plan);
    const std::string page = arguments->value("--page");
    return put_out(arguments->value("-o"), page.substr(0, page.find('#')) + *link + "\n");
}

int run_unlink(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"-o"}, {}, 1, 1});
    if (!arguments) {
        return misunderstood("unlink", arguments.error().message);
    }
    const std::string &word = arguments->files.front();
    const std::string name = is_address(word) ? "(the link)" : shown_name(word);
    const Result<std::string> text = is_address(word) ? Result<std::string>(word) : read_bytes(word);
    const Result<std::string> bytes = text ? read_link(*text) : text;
    if (!bytes) {
        complain(name, bytes.error());
        return couldNot;
    }
    const std::optional<Restored> restored = restored_from(name, *bytes);
    return restored ? put_out(arguments->value("-o"), write_plan(restored->plan, restored->envelope)) : couldNot;
}

} // namespace fullcourt::cli
