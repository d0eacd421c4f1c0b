// Files and streams for the commands. "-" is standard input or output.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "io/restore.h"

namespace fullcourt::cli {

/// How messages name it.
std::string shown_name(const std::string &path);

Result<std::string> read_bytes(const std::string &path);

/// Writes all or nothing: into a new file beside `path` that then takes its name, so that whatever stood there stays
/// whole until then. What is no regular file (a pipe, /dev/null) is written as it is. Nothing on success.
std::optional<Error> write_bytes(const std::string &path, std::string_view bytes);

/// One line on standard error.
void say(const std::string &line);

/// Standard error, as "file:line:column: what is wrong".
void complain(const std::string &file, const Error &error);

/// Reads and restores; complains where that fails, and says what was mended.
std::optional<Restored> load_plan(const std::string &path);

/// The same for bytes that are read already; `name` is what messages call them.
std::optional<Restored> restored_from(const std::string &name, std::string_view bytes);

} // namespace fullcourt::cli
