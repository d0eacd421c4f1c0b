#include "io/item_reader.h"

#include "base/hash.h"

namespace fullcourt {

std::string item_label(std::string_view label, std::size_t index, const Tree::object_t &object) {
    const std::string plain = std::string(label) + " " + std::to_string(index + 1);
    const auto name = object.find("name");
    const auto *text = name == object.end() ? nullptr : name->second.get_ptr<const std::string *>();
    return text == nullptr || text->empty() ? plain : plain + " (" + in_quotes(*text) + ")";
}

std::string derived_id(const Tree &item, std::size_t index) {
    return sha256(canonical_text(item) + "#" + std::to_string(index)).substr(0, 10);
}

} // namespace fullcourt
