// The commands of DESIGN §7. Each takes the words after its name and returns the exit status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/account_import.h"

namespace fullcourt::cli {

inline constexpr int allGood = 0;
inline constexpr int somethingFound = 1; ///< an error-level finding, or a conflict
inline constexpr int couldNot = 2;       ///< not understood, not read or not written

using Words = std::vector<std::string>;

int run_new(const Words &words);
int run_check(const Words &words);
int run_compare(const Words &words);
int run_staff(const Words &words);
int run_export(const Words &words);
int run_import(const Words &words);
int run_score(const Words &words);
int run_merge(const Words &words);
int run_diff(const Words &words);
int run_link(const Words &words);
int run_unlink(const Words &words);
int run_schema(const Words &words);

/// The accounts with those of a CSV file; nothing where it could not be read, which is said. Problems go to standard error.
std::optional<AccountUpdate> read_accounts(const std::string &path, const std::string &mapPath, const Accounts &existing);

/// Says what is wrong with the command line itself, and where help is.
int misunderstood(const std::string &command, const std::string &message);

/// Writes where -o says, or to standard output.
int put_out(const std::string &path, const std::string &bytes);

} // namespace fullcourt::cli
