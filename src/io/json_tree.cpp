#include "io/json_tree.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/json_text.h"
#include "io/mend_bytes.h"
#include "io/row_scanner.h"

namespace fullcourt {
namespace {

constexpr std::size_t mendedAtOnce = std::size_t{3} << 17U; ///< bytes
constexpr std::size_t scannedValuesAtOnce = 10'000;

/// What the parser reads from: its place is outside of it, so that rows can be read past it.
class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    explicit Cursor(const char **place) : m_place(place) {}
    reference operator*() const { return **m_place; }
    Cursor &operator++() {
        ++*m_place;
        return *this;
    }
    friend bool operator==(const Cursor &a, const Cursor &b) { return *a.m_place == *b.m_place; }

  private:
    const char **m_place;
};

/// Rows that were read past the parser, with the one before them.
struct PassedRows {
    RawRows rows;
    std::size_t bytes = 0;
    std::size_t values = 0;
};

/// nlohmann's SAX interface. A method that returns false stops the parser.
class TreeBuilder {
  public:
    /// The parser reads from `place` up to `end`. Behind the first row of accounts it goes past those that were read before, and
    /// where there are none, it stops.
    TreeBuilder(const RestoreLimits &limits, Repairs &repairs, AccountLists &accounts, const char *&place, const char *end,
                PassedRows *passed)
        : m_limits(limits), m_repairs(repairs), m_accounts(accounts), m_place(place), m_end(end), m_passed(passed) {}

    bool null() {
        return value(nullptr, [](RawRows &rows) { rows.add_null(); });
    }
    bool boolean(bool yes) {
        return value(yes, [&](RawRows &rows) { rows.add_yes_no(yes); });
    }
    bool number_integer(std::int64_t number) {
        return value(number, [&](RawRows &rows) { rows.add_number(static_cast<double>(number)); });
    }
    bool number_unsigned(std::uint64_t number) {
        return value(number, [&](RawRows &rows) { rows.add_number(static_cast<double>(number)); });
    }
    bool number_float(double number, const std::string & /*text*/) {
        return value(number, [&](RawRows &rows) { rows.add_number(number); });
    }
    bool string(std::string &text) {
        return value(std::move(text), [&](RawRows &rows) { rows.add_text(text); });
    }
    bool binary(const Tree::binary_t & /*value*/) { return false; }

    bool start_object(std::size_t /*size*/) { return m_inRows ? open_in_rows(false) : open(Tree::object()); }
    bool start_array(std::size_t /*size*/) { return m_inRows ? open_in_rows(true) : begins_rows() ? open_rows() : open(Tree::array()); }
    bool end_object() { return m_inRows ? close_in_rows() : close(); }
    bool end_array() { return m_inRows ? close_in_rows() : close(); }

    bool key(std::string &key) {
        if (m_inRows) {
            return true;
        }
        Level &level = m_open.back();
        auto [it, fresh] = level.value->get_ref<Tree::object_t &>().try_emplace(key, nullptr);
        level.member = &it->second;
        if (!fresh) {
            m_repairs.mended(where() + "the key " + in_quotes(key) + " stands more than once; the last one counts.");
        }
        level.key = std::move(key);
        return true;
    }

    bool parse_error(std::size_t position, const std::string & /*token*/, const Tree::exception & /*error*/) {
        m_errorPosition = position + m_passedBytes;
        return false;
    }

    Tree take() { return std::move(m_root); }
    std::optional<std::size_t> error_position() const { return m_errorPosition; }
    /// Behind the first row of accounts.
    bool stopped() const { return m_stopped; }

  private:
    struct Level {
        Tree *value = nullptr;
        Tree *member = nullptr; ///< of an object: where the next value goes
        std::string key = {};   ///< of an object: that member's key
    };

    /// A single value: to the tree, or as a cell to the rows.
    template <class Value, class Give> bool value(Value &&value, const Give &give) {
        if (!m_inRows) {
            return add(Tree(std::forward<Value>(value))) != nullptr;
        }
        if (m_inRow && m_passedOver == 0) {
            give(m_accounts.lists.back());
        } else if (m_passedOver == 0) {
            m_accounts.lists.back().add_bad_row();
        }
        return ++m_nodes <= m_limits.nodes;
    }

    bool begins_rows() const {
        return m_open.size() == m_accounts.depth && m_open.back().member != nullptr && m_open.back().key == "accounts";
    }

    bool open_rows() {
        m_inRows = true;
        m_accounts.lists.emplace_back();
        return add(m_accounts.lists.size() - 1) != nullptr;
    }

    /// What is no row, or lies in a cell, is passed over.
    bool open_in_rows(bool list) {
        if (m_passedOver != 0) {
            ++m_passedOver;
        } else if (m_inRow) {
            m_accounts.lists.back().add_bad_cell();
            m_passedOver = 1;
        } else if (list) {
            m_inRow = true;
        } else {
            m_accounts.lists.back().add_bad_row();
            m_passedOver = 1;
        }
        return ++m_nodes <= m_limits.nodes;
    }

    bool close_in_rows() {
        if (m_passedOver != 0) {
            --m_passedOver;
        } else if (m_inRow) {
            m_accounts.lists.back().end_row();
            m_inRow = false;
            return read_past_parser();
        } else {
            m_inRows = false;
        }
        return true;
    }

    /// The parser stands behind a row, and knows nothing yet of what follows.
    bool read_past_parser() {
        if (m_passed == nullptr) {
            m_stopped = true;
            return false;
        }
        ScannedRows scanned{m_passed->bytes, m_passed->values};
        if (scanned.bytes != 0) {
            m_accounts.lists.back() = std::move(m_passed->rows);
            m_passed->bytes = 0;
        } else {
            const std::string_view rest(m_place, static_cast<std::size_t>(m_end - m_place));
            scanned = scan_rows(rest, m_limits.nodes - m_nodes, m_accounts.lists.back());
        }
        m_place += scanned.bytes;
        m_passedBytes += scanned.bytes;
        m_nodes += scanned.values;
        return m_nodes <= m_limits.nodes;
    }

    Tree *add(Tree value) {
        if (++m_nodes > m_limits.nodes) {
            return nullptr;
        }
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Level &level = m_open.back();
        if (level.member != nullptr) {
            *level.member = std::move(value);
            return level.member;
        }
        level.value->push_back(std::move(value));
        return &level.value->back();
    }

    bool open(Tree value) {
        Tree *added = m_open.size() < m_limits.depth ? add(std::move(value)) : nullptr;
        m_open.push_back({added});
        return added != nullptr;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    /// "In roles, item 3, " of the innermost open object.
    std::string where() const {
        std::string path;
        for (std::size_t i = 0; i + 1 < m_open.size(); ++i) {
            path += path.empty() ? "In " : ", ";
            path += m_open[i].value->is_object() ? in_quotes(m_open[i].key) : "item " + std::to_string(m_open[i].value->size());
        }
        return path.empty() ? "At the top level, " : path + ", ";
    }

    const RestoreLimits &m_limits;
    Repairs &m_repairs;
    AccountLists &m_accounts;
    const char *&m_place;
    const char *m_end;
    PassedRows *m_passed;
    bool m_stopped = false;
    std::size_t m_passedBytes = 0; ///< that the parser did not see
    bool m_inRows = false;
    bool m_inRow = false;
    std::size_t m_passedOver = 0; ///< open lists and objects whose content is no cell
    Tree m_root;
    std::vector<Level> m_open;
    std::size_t m_nodes = 0;
    std::optional<std::size_t> m_errorPosition;
};

std::size_t first_character(std::string_view text) { return std::min(text.find_first_not_of(" \t\r\n"), text.size()); }

Error syntax_error(std::string_view text, std::size_t position) {
    const char first = text[first_character(text)];
    if (first != '{' && first != '[') {
        return {"This is no Fullcourt plan: the file holds no JSON text.", {1, 1}};
    }
    if (position > text.size()) {
        const Place place = place_of(text, text.size());
        return {"The file ends too early, in line " + std::to_string(place.line) + ": a part of it is missing.", place};
    }
    const Place place = place_of(text, position == 0 ? 0 : position - 1);
    return {"The file is damaged: what stands in line " + std::to_string(place.line) + ", column " + std::to_string(place.column) +
                " is no JSON.",
            place};
}

void append(std::string &out, const Tree &tree) {
    switch (tree.type()) {
    case Tree::value_t::boolean: out += *tree.get_ptr<const bool *>() ? "true" : "false"; return;
    case Tree::value_t::number_unsigned: out += std::to_string(*tree.get_ptr<const std::uint64_t *>()); return;
    case Tree::value_t::number_integer: out += std::to_string(*tree.get_ptr<const std::int64_t *>()); return;
    case Tree::value_t::number_float: out += json_number(*tree.get_ptr<const double *>()); return;
    case Tree::value_t::string: out += json_string(*tree.get_ptr<const std::string *>()); return;
    case Tree::value_t::array: {
        char before = '[';
        for (const Tree &item : *tree.get_ptr<const Tree::array_t *>()) {
            out += std::exchange(before, ',');
            append(out, item);
        }
        out += before == '[' ? "[]" : "]";
        return;
    }
    case Tree::value_t::object: {
        char before = '{';
        for (const auto &[key, item] : *tree.get_ptr<const Tree::object_t *>()) {
            out += std::exchange(before, ',');
            out += json_string(key) + ":";
            append(out, item);
        }
        out += before == '{' ? "{}" : "}";
        return;
    }
    default: out += "null"; return;
    }
}

} // namespace

const RawRows *AccountLists::at(const Tree *tree) const {
    const auto *number = tree == nullptr ? nullptr : tree->get_ptr<const std::uint64_t *>();
    return number == nullptr || *number >= lists.size() ? nullptr : &lists[static_cast<std::size_t>(*number)];
}

TreeReader::TreeReader(std::string_view bytes, const RestoreLimits &limits, Repairs &repairs, AccountLists &accounts)
    : m_bytes(bytes), m_limits(limits), m_repairs(repairs), m_accounts(accounts) {}

TreeReader::~TreeReader() = default;

bool TreeReader::fail(Error error) {
    m_result = std::move(error);
    return true;
}

bool TreeReader::go_on() {
    if (m_scanning) {
        return scan();
    }
    if (m_bytes.empty()) {
        return fail({"The file is empty.", {}});
    }
    if (m_bytes.size() > m_limits.bytes) {
        return fail(
            {"The file has " + std::to_string(m_bytes.size()) + " bytes; Fullcourt reads up to " + std::to_string(m_limits.bytes) + ".",
             {}});
    }
    if (m_mender == nullptr) {
        m_mender = std::make_unique<BytesMender>(m_bytes, m_limits.depth);
    }
    if (!m_mender->go_on(mendedAtOnce)) {
        return false;
    }
    const Result<std::string_view> mended = m_mender->take(m_repairs);
    if (!mended) {
        return fail(mended.error());
    }
    m_first = first_character(*mended);
    if (m_first == mended->size()) {
        return fail({"The file holds nothing but blank space.", {}});
    }
    m_text = *mended;
    return find_rows();
}

/// The parser keeps the white space it skips in memory: what stands in front is not shown to it.
bool TreeReader::find_rows() {
    const char *place = m_text.data() + m_first;
    const char *end = m_text.data() + m_text.size();
    Repairs repairs = m_repairs;
    AccountLists accounts = m_accounts;
    TreeBuilder builder(m_limits, repairs, accounts, place, end, nullptr);
    if (Tree::sax_parse(Cursor(&place), Cursor(&end), &builder)) {
        m_repairs = std::move(repairs);
        m_accounts = std::move(accounts);
        m_result = builder.take();
        return true;
    }
    if (!builder.stopped()) {
        read();
        return true;
    }
    m_rowsBegin = static_cast<std::size_t>(place - m_text.data());
    m_rows = std::move(accounts.lists.back());
    m_scanning = true;
    return false;
}

bool TreeReader::scan() {
    const std::size_t most = std::min(scannedValuesAtOnce, m_limits.nodes - m_values);
    const ScannedRows scanned = scan_rows(m_text.substr(m_rowsBegin + m_scanned), most, m_rows);
    if (m_scanned == 0 && scanned.bytes != 0) {
        // What follows is like it, near enough; to grow would be to copy all of it in one piece.
        m_rows.reserve_times((m_text.size() - m_rowsBegin) / scanned.bytes + 2);
    }
    m_scanned += scanned.bytes;
    m_values += scanned.values;
    if (scanned.bytes != 0) {
        return false;
    }
    read();
    return true;
}

void TreeReader::read() {
    const char *place = m_text.data() + m_first;
    const char *end = m_text.data() + m_text.size();
    PassedRows passed{std::move(m_rows), m_scanned, m_values};
    TreeBuilder builder(m_limits, m_repairs, m_accounts, place, end, &passed);
    if (Tree::sax_parse(Cursor(&place), Cursor(&end), &builder)) {
        m_result = builder.take();
    } else if (builder.error_position()) {
        m_result = syntax_error(m_text, m_first + *builder.error_position());
    } else {
        m_result = Error{"The file holds more than " + std::to_string(m_limits.nodes) + " values; Fullcourt reads no more than that.", {}};
    }
}

double TreeReader::part() const {
    const double mended = m_mender == nullptr ? 0 : m_mender->part();
    const double scanned = m_text.empty() ? 0 : static_cast<double>(m_scanned) / static_cast<double>(m_text.size());
    return (mended + scanned) / 2;
}

Result<Tree> TreeReader::take() { return std::move(m_result); }

Result<Tree> read_tree(std::string_view bytes, const RestoreLimits &limits, Repairs &repairs, AccountLists &accounts) {
    TreeReader reader(bytes, limits, repairs, accounts);
    while (!reader.go_on()) {
    }
    return reader.take();
}

std::string canonical_text(const Tree &tree) {
    std::string out;
    append(out, tree);
    return out;
}

std::string_view kind_of(const Tree &tree) {
    switch (tree.type()) {
    case Tree::value_t::boolean: return "a yes or no";
    case Tree::value_t::string: return "a text";
    case Tree::value_t::array: return "a list";
    case Tree::value_t::object: return "an object";
    case Tree::value_t::null: return "nothing";
    default: return "a number";
    }
}

} // namespace fullcourt
