#include "io/deflate.h"

#include <algorithm>
#include <array>
#include <new>

#include <zlib.h>

namespace fullcourt {
namespace {

constexpr int rawWindow = -15; // without zlib's own head and checksum, over the whole window
constexpr int mostMemory = 9;
constexpr std::size_t pieceBytes = 16'384;

// zlib's input is not const in its declarations, though it only reads it.
Bytef *input(std::string_view bytes) {
    return const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data())); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}
uInt size_of(std::string_view bytes) { return static_cast<uInt>(bytes.size()); }

std::string deflated_by(std::string_view bytes, std::string_view dictionary, int strategy) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawWindow, mostMemory, strategy) != Z_OK) {
        throw std::bad_alloc();
    }
    if (!dictionary.empty()) {
        deflateSetDictionary(&stream, input(dictionary), size_of(dictionary));
    }
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = input(bytes);
    stream.avail_in = size_of(bytes);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = size_of(out);
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

std::string deflated(std::string_view bytes, std::string_view dictionary) {
    // For a few hundred bytes zlib's own guess between fixed and made-to-measure codes is often a little off.
    std::string usual = deflated_by(bytes, dictionary, Z_DEFAULT_STRATEGY);
    std::string fixed = deflated_by(bytes, dictionary, Z_FIXED);
    return fixed.size() < usual.size() ? fixed : usual;
}

Inflated inflated(std::string_view bytes, std::string_view dictionary, std::size_t most) {
    z_stream stream{};
    if (inflateInit2(&stream, rawWindow) != Z_OK) {
        throw std::bad_alloc();
    }
    if (!dictionary.empty()) {
        inflateSetDictionary(&stream, input(dictionary), size_of(dictionary));
    }
    stream.next_in = input(bytes);
    stream.avail_in = size_of(bytes);
    std::array<Bytef, pieceBytes> piece{};
    Inflated result;
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        result.bytes.append(reinterpret_cast<const char *>(piece.data()), piece.size() - stream.avail_out);
        if (result.bytes.size() > most) {
            result.outcome = Inflated::Outcome::tooLong;
            break;
        }
    }
    if (status == Z_STREAM_END && stream.avail_in == 0 && result.bytes.size() <= most) {
        result.outcome = Inflated::Outcome::whole;
    } else {
        result.bytes.clear();
    }
    inflateEnd(&stream);
    return result;
}

std::uint32_t checksum_of(std::string_view bytes) { return static_cast<std::uint32_t>(crc32(0, input(bytes), size_of(bytes))); }

} // namespace fullcourt
