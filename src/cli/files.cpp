#include "cli/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <random>

#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"

namespace fullcourt::cli {
namespace {

namespace fs = std::filesystem;

struct Closer {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

Error failed(const std::string &what) { return {what + ": " + std::strerror(errno), {}}; }

Result<std::string> read_all(std::FILE *file) {
    // One byte more than a plan may have is enough for restore() to say so, also of an endless stream.
    const std::size_t most = RestoreLimits().bytes + 1;
    std::string bytes;
    std::array<char, 65'536> buffer{};
    while (bytes.size() < most) {
        const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file);
        if (count == 0) {
            break;
        }
        bytes.append(buffer.data(), count);
    }
    if (std::ferror(file) != 0) {
        return failed("cannot be read");
    }
    return bytes;
}

bool write_all(std::FILE *file, std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
}

/// Through symbolic links, so that the link stays and what it means is replaced.
fs::path real_path(const std::string &path) {
    std::error_code ignored;
    const fs::path real = fs::canonical(path, ignored);
    return real.empty() ? fs::path(path) : real;
}

std::optional<Error> write_in_place(const fs::path &path, std::string_view bytes) {
    const File file(std::fopen(path.c_str(), "wb"));
    if (!file || !write_all(file.get(), bytes)) {
        return failed("cannot be written");
    }
    return std::nullopt;
}

std::optional<Error> write_and_rename(const fs::path &path, std::string_view bytes) {
    std::random_device random;
    const fs::path fresh = path.string() + ".new-" + to_hex(random()).substr(8);
    File file(std::fopen(fresh.c_str(), "wbx"));
    if (!file) {
        return failed("cannot be written");
    }
    std::optional<Error> error;
    if (!write_all(file.get(), bytes) || fsync(fileno(file.get())) != 0) {
        error = failed("cannot be written");
    }
    file.reset();
    std::error_code ignored;
    const fs::file_status old = fs::status(path, ignored);
    if (fs::exists(old)) {
        fs::permissions(fresh, old.permissions(), ignored);
    }
    if (!error && std::rename(fresh.c_str(), path.c_str()) != 0) {
        error = failed("cannot be written");
    }
    if (error) {
        fs::remove(fresh, ignored);
    }
    return error;
}

void say_all(const std::string &file, const std::vector<std::string> &sentences, std::size_t more) {
    for (const std::string &sentence : sentences) {
        say(std::string(file).append(": ").append(sentence));
    }
    if (more != 0) {
        say(file + ": … and " + std::to_string(more) + " more like these.");
    }
}

} // namespace

void say(const std::string &line) { std::fputs((line + "\n").c_str(), stderr); }

std::string shown_name(const std::string &path) { return path == "-" ? "(standard input)" : path; }

Result<std::string> read_bytes(const std::string &path) {
    if (path == "-") {
        return read_all(stdin);
    }
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        return failed("cannot be opened");
    }
    return read_all(file.get());
}

std::optional<Error> write_bytes(const std::string &path, std::string_view bytes) {
    if (path == "-") {
        return write_all(stdout, bytes) ? std::nullopt : std::optional(failed("cannot be written"));
    }
    const fs::path real = real_path(path);
    std::error_code ignored;
    const fs::file_status status = fs::status(real, ignored);
    return fs::exists(status) && !fs::is_regular_file(status) ? write_in_place(real, bytes) : write_and_rename(real, bytes);
}

void complain(const std::string &file, const Error &error) {
    std::string line = file;
    if (error.place.line != 0) {
        line += ":" + std::to_string(error.place.line);
        line += error.place.column != 0 ? ":" + std::to_string(error.place.column) : "";
    }
    say(line + ": " + error.message);
}

std::optional<Restored> load_plan(const std::string &path) {
    const std::string name = shown_name(path);
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) {
        complain(name, bytes.error());
        return std::nullopt;
    }
    return restored_from(name, *bytes);
}

std::optional<Restored> restored_from(const std::string &name, std::string_view bytes) {
    Result<Restored> restored = restore(bytes);
    if (!restored) {
        complain(name, restored.error());
        return std::nullopt;
    }
    const RepairReport &report = restored->report;
    say_all(name, report.sentences, report.more);
    say_all(name, report.kept, report.moreKept);
    return *std::move(restored);
}

} // namespace fullcourt::cli
