// A zip archive in memory, made file by file; what is added is packed at once, so that a large file never stands here whole.
//
//     ZipWriter zip;
//     zip.begin("notes.txt");
//     zip.add("Hello");
//     const std::string archive = zip.take();
//
// The same files give the same bytes: every file is of 1 January 1980, the first day that the format knows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fullcourt {

class ZipWriter {
  public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;

    /// Ends the file before, if there is one. Names in ASCII, folders with "/".
    void begin(std::string_view name);
    /// To the file that was begun, which must stay below 4 GiB.
    void add(std::string_view bytes);
    /// The whole archive; the writer is then spent.
    std::string take();

  private:
    struct Entry {
        std::string name;
        std::uint32_t offset = 0; ///< of its local header
        std::uint32_t checksum = 0;
        std::uint32_t packed = 0;
        std::uint32_t size = 0;
    };
    struct Packer;
    void end();

    std::string m_bytes;
    std::vector<Entry> m_entries;
    std::unique_ptr<Packer> m_packer; ///< of the file that is being written
};

} // namespace fullcourt
