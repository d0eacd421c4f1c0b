// A whole plan in the fragment of an address (DESIGN §4 "Link"), which browsers never send to a server:
//
//   #plan=BASE64URL     the characters are these bytes:
//     length            of all that follows the checksum: numbers are 7 bits a byte, low bits first
//     checksum          CRC-32, four bytes, high byte first
//     link version      1; what follows may change with it, what stands before may not
//     dictionary        its version: assets/links/VERSION.txt; none is ever changed or taken away
//     form              0 the plan's text, 1 the steps to it from the dictionary's text up to its empty line (io/text_steps.h)
//     ids               how many; plan, revision, parent, then the ancestry, each a byte of kind and length and the packed characters
//     saved             seconds since 2020-01-01 plus 1; 0: not known, or in the text
//     text              in that form by raw deflate with the dictionary
//
// The text is the canonical file without what stands in ids and saved. Reading puts that back, so a link gives the bytes of a file.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "io/restore.h"

namespace fullcourt {

/// What holds the longest link that is made or read: far more than any chat carries, little enough for every browser's address.
inline constexpr std::size_t longestLinkBytes = 48 << 10U;
/// What a link may unpack to.
inline constexpr std::size_t longestLinkText = 4 << 20U;

inline constexpr std::string_view linkMark = "#plan=";

/// Above this many characters a file is the better way: Teams cuts links at about 2,048, and mail programs near there.
inline constexpr std::size_t comfortableLink = 2'000;

/// "#plan=…". Accounts (their rows and what people noted of them) stay at home; the envelope then says so. Fails where the plan is
/// too large.
Result<std::string> write_link(const Plan &plan, const Envelope &envelope);

/// An address with such a fragment, or the fragment alone, white space within and words around it notwithstanding → the bytes of a
/// plan file, for restore(). Fails, each in its own sentence, where it is no link to a plan, was cut or altered on the way, is larger
/// than any that is made, or comes from a newer program.
Result<std::string> read_link(std::string_view text);

/// Whether the address speaks of a plan at all, in whatever state it is.
bool looks_like_link(std::string_view text);

/// How many accounts such a copy leaves at home.
std::size_t accounts_left_by_link(const Plan &plan);

/// Whether the copy left its accounts at home, or went on from one that did: an account that it lacks was not deleted in it.
bool left_accounts(const Envelope &envelope);

Plan without_accounts(Plan plan);

/// What a link left at home comes from the state that both went on from (else from the copy that is here), so that it counts as
/// unchanged and not as deleted. A copy that has accounts, or is whole, is given back as it is.
Restored with_what_links_leave(Restored received, const Plan &from);

} // namespace fullcourt
