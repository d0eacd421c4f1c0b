#include "cli/commands.h"

#include <cstdio>

#include "cli/files.h"

namespace fullcourt::cli {

int misunderstood(const std::string &command, const std::string &message) {
    const std::string name = command.empty() ? "fullcourt" : "fullcourt " + command;
    std::fputs((name + ": " + message + "; see fullcourt --help\n").c_str(), stderr);
    return couldNot;
}

int put_out(const std::string &path, const std::string &bytes) {
    const std::string target = path.empty() ? "-" : path;
    if (const std::optional<Error> error = write_bytes(target, bytes)) {
        complain(target == "-" ? "(standard output)" : target, *error);
        return couldNot;
    }
    return allGood;
}

} // namespace fullcourt::cli
