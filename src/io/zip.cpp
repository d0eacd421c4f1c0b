#include "io/zip.h"

#include <array>
#include <new>

#include <zlib.h>

namespace fullcourt {
namespace {

// The format's own numbers (PKWARE's APPNOTE 6.3, §4.3).
constexpr std::uint32_t localHeader = 0x04034B50;
constexpr std::uint32_t centralHeader = 0x02014B50;
constexpr std::uint32_t endRecord = 0x06054B50;
constexpr std::uint32_t versionNeeded = 20;
constexpr std::uint32_t deflateMethod = 8;
constexpr std::uint32_t dayOfFiles = 0x0021; // 1980-01-01
constexpr std::size_t checksumAt = 14;       // within the local header
constexpr std::size_t packedPiece = 16'384;

void put_number(std::string &out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(static_cast<unsigned char>(number >> (8 * i)));
    }
}
void put_short(std::string &out, std::uint32_t number) { put_number(out, number, 2); }
void put_long(std::string &out, std::uint32_t number) { put_number(out, number, 4); }

std::string sizes_text(std::uint32_t checksum, std::uint32_t packed, std::uint32_t size) {
    std::string out;
    put_long(out, checksum);
    put_long(out, packed);
    put_long(out, size);
    return out;
}

/// What both headers of a file begin with, behind their mark.
void put_common(std::string &out, const std::string &sizes, const std::string &name) {
    put_short(out, versionNeeded);
    put_short(out, 0); // no flags
    put_short(out, deflateMethod);
    put_short(out, 0); // midnight
    put_short(out, dayOfFiles);
    out += sizes;
    put_short(out, static_cast<std::uint32_t>(name.size()));
    put_short(out, 0); // nothing extra
}

} // namespace

struct ZipWriter::Packer {
    z_stream stream{};

    Packer() {
        constexpr int memory = 8;
        if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Packer() { deflateEnd(&stream); }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    void pack(std::string_view bytes, int flush, std::string &out) {
        std::array<Bytef, packedPiece> room{};
        // zlib's input is not const in its declarations, though it only reads it.
        stream.next_in =
            const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data())); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream.next_out = room.data();
            stream.avail_out = static_cast<uInt>(room.size());
            deflate(&stream, flush);
            out.append(room.begin(), room.end() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
};

ZipWriter::ZipWriter() = default;
ZipWriter::~ZipWriter() = default;

void ZipWriter::begin(std::string_view name) {
    end();
    Entry entry;
    entry.name = name;
    entry.offset = static_cast<std::uint32_t>(m_bytes.size());
    put_long(m_bytes, localHeader);
    put_common(m_bytes, sizes_text(0, 0, 0), entry.name);
    m_bytes += entry.name;
    m_entries.push_back(std::move(entry));
    m_packer = std::make_unique<Packer>();
}

void ZipWriter::add(std::string_view bytes) {
    Entry &entry = m_entries.back();
    entry.checksum = static_cast<std::uint32_t>(crc32_z(entry.checksum, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
    entry.size += static_cast<std::uint32_t>(bytes.size());
    m_packer->pack(bytes, Z_NO_FLUSH, m_bytes);
}

void ZipWriter::end() {
    if (!m_packer) {
        return;
    }
    m_packer->pack({}, Z_FINISH, m_bytes);
    m_packer.reset();
    Entry &entry = m_entries.back();
    constexpr std::size_t headerBytes = 30;
    entry.packed = static_cast<std::uint32_t>(m_bytes.size() - entry.offset - headerBytes - entry.name.size());
    const std::string sizes = sizes_text(entry.checksum, entry.packed, entry.size);
    m_bytes.replace(entry.offset + checksumAt, sizes.size(), sizes);
}

std::string ZipWriter::take() {
    end();
    const auto directory = static_cast<std::uint32_t>(m_bytes.size());
    for (const Entry &entry : m_entries) {
        put_long(m_bytes, centralHeader);
        put_short(m_bytes, versionNeeded); // made by
        put_common(m_bytes, sizes_text(entry.checksum, entry.packed, entry.size), entry.name);
        put_short(m_bytes, 0); // no comment
        put_short(m_bytes, 0); // first disk
        put_short(m_bytes, 0); // internal attributes
        put_long(m_bytes, 0);  // external attributes
        put_long(m_bytes, entry.offset);
        m_bytes += entry.name;
    }
    const auto directoryBytes = static_cast<std::uint32_t>(m_bytes.size()) - directory;
    put_long(m_bytes, endRecord);
    put_short(m_bytes, 0);
    put_short(m_bytes, 0);
    put_short(m_bytes, static_cast<std::uint32_t>(m_entries.size()));
    put_short(m_bytes, static_cast<std::uint32_t>(m_entries.size()));
    put_long(m_bytes, directoryBytes);
    put_long(m_bytes, directory);
    put_short(m_bytes, 0); // no comment
    return std::move(m_bytes);
}

} // namespace fullcourt
