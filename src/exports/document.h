// A document for people, as values: composed once (manual.h) and written as HTML or as Markdown. Every text may hold anything; the
// writers escape it.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/letters.h"

namespace fullcourt {

/// A piece of a sentence.
struct Span {
    std::string text;
    bool strong = false;

    friend bool operator==(const Span &, const Span &) = default;
};
using Sentence = std::vector<Span>;

/// Text without anything strong in it.
inline Sentence plain(std::string text) { return {{std::move(text), false}}; }

namespace block {

/// Within a section; one level deep.
struct Heading {
    std::string text;
};
struct Paragraph {
    Sentence text;
};
/// One line about what is not there yet, told apart from what is.
struct Missing {
    std::string text;
};
struct Bullets {
    std::vector<Sentence> items;
    bool numbered = false;
};
/// What stands on one card: "Does", "Account strategy and Close".
struct Card {
    std::string title;
    std::string subtitle;
    std::vector<std::pair<std::string, Sentence>> terms;
};
/// A column that is empty in every row is not written.
struct Table {
    struct Row {
        std::vector<std::string> cells; ///< as many as there are heads; of a group, its name alone
        bool isGroup = false;
    };
    std::vector<std::string> heads;
    std::vector<Row> rows;
};
/// The RACI grid with what its letters mean.
struct Grid {
    struct Row {
        std::string name;
        std::vector<Letters> letters; ///< one a role; of a phase none
        bool isPhase = false;
    };
    std::vector<std::string> roles;
    std::vector<Row> rows;
    std::vector<std::pair<char, std::string>> legend;
};

} // namespace block

using Block = std::variant<block::Heading, block::Paragraph, block::Missing, block::Bullets, block::Card, block::Table, block::Grid>;
using Blocks = std::vector<Block>;

struct DocumentSection {
    std::string anchor; ///< a word of a to z
    std::string title;
    Blocks blocks;
};

struct Document {
    std::string kind; ///< "Operating manual"
    std::string title;
    std::string subtitle;
    bool contents = true; ///< begins with a list of its sections
    std::vector<DocumentSection> sections;
};

/// The columns of a table that hold anything.
std::vector<std::size_t> filled_columns(const block::Table &table);

/// One page that loads nothing, runs nothing, and prints on A4 and Letter.
std::string document_html(const Document &document);
/// CommonMark with tables.
std::string document_markdown(const Document &document);

} // namespace fullcourt
