#include <cstdio>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/today.h"
#include "edit/place_words.h"
#include "exports/changes_text.h"
#include "io/link.h"
#include "io/merge.h"
#include "io/write.h"

namespace fullcourt::cli {
namespace {

/// Git gives an empty file as the base of a file that both added.
std::optional<Restored> load_base(const std::string &path) {
    if (path != "-") {
        const Result<std::string> bytes = read_bytes(path);
        if (bytes && bytes->empty()) {
            return Restored();
        }
    }
    return load_plan(path);
}

/// "Headcount of the role CFO: 1 before, 2 in mine.json, 3 in theirs.json"
std::string line_of(const Plan &plan, const MergeConflict &conflict, const Arguments &arguments) {
    const auto words = [&](const PlaceValue &value) { return value_words(plan, conflict.path, value); };
    return place_words(plan, conflict.path) + ": " + words(conflict.base) + " before, " + words(conflict.mine) + " in " +
           shown_name(arguments.files[1]) + ", " + words(conflict.theirs) + " in " + shown_name(arguments.files[2]);
}

} // namespace

int run_merge(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"-o"}, {}, 3, 3});
    if (!arguments) {
        return misunderstood("merge", arguments.error().message);
    }
    std::optional<Restored> base = load_base(arguments->files[0]);
    std::optional<Restored> mine = load_plan(arguments->files[1]);
    std::optional<Restored> theirs = load_plan(arguments->files[2]);
    if (!base || !mine || !theirs) {
        return couldNot;
    }
    // Copies that came by link have no accounts, which does not mean that somebody deleted them.
    base = with_what_links_leave(*std::move(base), mine->plan);
    mine = with_what_links_leave(*std::move(mine), base->plan);
    theirs = with_what_links_leave(*std::move(theirs), base->plan);
    if (mine->envelope.plan != theirs->envelope.plan) {
        say("fullcourt merge: these are two plans, not two copies of one; they are merged all the same");
    }
    const Result<Merged> merged = merge(base->plan, mine->plan, theirs->plan, {origin_of(mine->envelope), origin_of(theirs->envelope)});
    if (!merged) {
        complain("fullcourt merge", merged.error());
        return couldNot;
    }
    const Envelope envelope = merged_envelope(merged->plan, mine->envelope, theirs->envelope, now());
    const int written = put_out(arguments->value("-o"), write_plan(merged->plan, envelope));
    if (written != allGood) {
        return written;
    }
    for (const MergeConflict &conflict : merged->conflicts) {
        say(line_of(merged->plan, conflict, *arguments));
    }
    const std::size_t open = merged->plan.conflicts->size();
    if (open != 0) {
        say(counted(open, "conflict", "conflicts") + " to settle; they are kept in the plan");
    }
    return open == 0 ? allGood : somethingFound;
}

} // namespace fullcourt::cli
