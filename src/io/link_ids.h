// Revisions are random or digests, so nothing makes them smaller but fewer bits a character. Private to io.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/envelope.h"

namespace fullcourt {

/// What a link packs of an envelope.
struct LinkIds {
    std::vector<std::string> ids; ///< plan, revision, parent, then the ancestry; empty: they stand in the text
    std::uint32_t saved = 0;      ///< seconds since 2020-01-01 plus 1; 0: it stands in the text, or is not known
};

/// Takes them out of the envelope. What would not come back as it is (an id longer than 60 bytes, an instant in other words, more
/// ancestors than are read) stays in it.
LinkIds take_ids(Envelope &envelope);

/// As members of the envelope's JSON, each with its comma before it.
std::string ids_json(const LinkIds &ids);

std::string packed(const LinkIds &ids);
/// Takes them off the front; nothing where they are cut or none.
std::optional<LinkIds> take_packed(std::string_view &bytes);

} // namespace fullcourt
