#include "io/import_map.h"

#include <algorithm>
#include <array>

#include "io/item_fields.h"
#include "io/json_tree.h"

namespace fullcourt {
namespace {

constexpr std::array dateWords = {Named{DateStyle::iso, "iso"}, Named{DateStyle::dayFirst, "day-first"},
                                  Named{DateStyle::monthFirst, "month-first"}};

Error unknown(const std::string &what) { return {"The map says " + what + ".", {}}; }

class MapReader {
  public:
    MapReader(const CsvTable &table, ImportMapping mapping) : m_table(table), m_mapping(std::move(mapping)) {}

    Result<ImportMapping> read(const Tree::object_t &map) {
        for (const auto &[key, value] : map) {
            if (const std::optional<Error> error = read_member(key, value)) {
                return *error;
            }
        }
        return m_mapping;
    }

  private:
    std::optional<Error> read_member(const std::string &key, const Tree &value) {
        if (key == "columns") {
            return read_columns(value);
        }
        const auto *text = value.get_ptr<const std::string *>();
        if (text == nullptr) {
            return unknown(in_quotes(key) + " without a text");
        }
        if (key == "decimal" && (*text == "." || *text == ",")) {
            m_mapping.decimal = text->front();
            return std::nullopt;
        }
        if (key == "dates") {
            return read_word(*text, dateWords, m_mapping.dates);
        }
        if (key != "key" && key != "name") {
            return unknown(in_quotes(key) + " = " + in_quotes(*text) + ", which this program does not know");
        }
        const std::optional<std::size_t> column = column_called(*text);
        if (!column) {
            return no_column(*text);
        }
        if (key == "key") {
            m_mapping.key = *column;
        } else {
            m_mapping.name = column;
        }
        return std::nullopt;
    }

    std::optional<Error> read_columns(const Tree &value) {
        const auto *columns = value.get_ptr<const Tree::object_t *>();
        if (columns == nullptr) {
            return unknown("“columns” without an object");
        }
        for (const auto &[header, described] : *columns) {
            const std::optional<std::size_t> column = column_called(header);
            if (!column) {
                return no_column(header);
            }
            if (const std::optional<Error> error = read_column(described, m_mapping.columns[*column])) {
                return error;
            }
        }
        return std::nullopt;
    }

    static std::optional<Error> read_column(const Tree &described, ImportColumn &column) {
        const auto *object = described.get_ptr<const Tree::object_t *>();
        if (object == nullptr) {
            return unknown("something else than an object about a column");
        }
        for (const auto &[key, value] : *object) {
            const auto *text = value.get_ptr<const std::string *>();
            const auto *yes = value.get_ptr<const bool *>();
            if (key == "take" && yes != nullptr) {
                column.take = *yes;
            } else if (key == "name" && text != nullptr) {
                column.name = *text;
            } else if (key == "type" && text != nullptr) {
                if (const std::optional<Error> error = read_word(*text, accountColumnTypeWords, column.type)) {
                    return error;
                }
            } else {
                return unknown(in_quotes(key) + " about a column, which this program does not know");
            }
        }
        return std::nullopt;
    }

    template <class Enum, std::size_t count>
    static std::optional<Error> read_word(const std::string &word, const std::array<Named<Enum>, count> &words, Enum &value) {
        for (const Named<Enum> &named : words) {
            if (named.word == word) {
                value = named.value;
                return std::nullopt;
            }
        }
        return unknown(in_quotes(word) + ", which this program does not know");
    }

    std::optional<std::size_t> column_called(const std::string &header) const {
        const auto at = std::find(m_table.header().begin(), m_table.header().end(), header);
        return at == m_table.header().end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - m_table.header().begin()));
    }

    static Error no_column(const std::string &header) {
        return {"The map names a column " + in_quotes(header) + " that the file does not have.", {}};
    }

    const CsvTable &m_table;
    ImportMapping m_mapping;
};

} // namespace

Result<ImportMapping> apply_import_map(std::string_view json, const CsvTable &table, const ImportMapping &guessed) {
    const RestoreLimits limits;
    Repairs repairs;
    AccountLists none;
    none.depth = limits.depth; // a map holds no rows
    const Result<Tree> tree = read_tree(json, limits, repairs, none);
    if (!tree) {
        return Error{"The map is no JSON that can be read.", tree.error().place};
    }
    const auto *object = tree->get_ptr<const Tree::object_t *>();
    if (object == nullptr) {
        return Error{"The map is no JSON object.", {}};
    }
    return MapReader(table, guessed).read(*object);
}

} // namespace fullcourt
