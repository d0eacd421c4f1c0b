#include "io/conflict_fields.h"

#include <vector>

#include "io/field_writer.h"

namespace fullcourt {
namespace {

std::string list_json(const auto &texts) {
    std::vector<std::string> parts;
    for (const std::string &text : texts) {
        parts.push_back(json_string(text));
    }
    return "[" + joined(parts, ",") + "]";
}

std::string value_json(const PlaceValue &value, const std::set<std::string> &origins) {
    FieldWriter fields;
    if (value) {
        fields.put("value", *value);
    }
    if (!origins.empty()) {
        fields.put("from", list_json(origins));
    }
    return fields.object();
}

/// Nothing where anything but texts stands there.
std::optional<std::vector<std::string>> texts_of(const Tree *tree) {
    const auto *list = tree == nullptr ? nullptr : tree->get_ptr<const Tree::array_t *>();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const Tree &item : *list) {
        const auto *text = item.get_ptr<const std::string *>();
        if (text == nullptr) {
            return std::nullopt;
        }
        texts.push_back(*text);
    }
    return texts;
}

const Tree *member(const Tree::object_t &object, const std::string &key) {
    const auto at = object.find(key);
    return at == object.end() ? nullptr : &at->second;
}

PlaceValue value_of(const Tree *tree) { return tree == nullptr ? PlaceValue() : canonical_text(*tree); }

} // namespace

std::string conflict_json(const Conflict &conflict) {
    FieldWriter fields;
    fields.put("at", list_json(conflict.path));
    if (conflict.base) {
        fields.put("base", *conflict.base);
    } else {
        fields.leave_out("base");
    }
    std::vector<std::string> values;
    for (const auto &[value, origins] : conflict.values) {
        values.push_back(value_json(value, origins));
    }
    fields.put("values", "[" + joined(values, ",") + "]");
    fields.extra(conflict.extra);
    return fields.object();
}

std::optional<Conflict> read_conflict(FieldReader &fields) {
    Conflict conflict;
    const std::optional<std::vector<std::string>> path = texts_of(fields.claim("at"));
    const Tree::array_t *values = fields.claim_list("values");
    conflict.base = value_of(fields.claim("base"));
    if (path && values != nullptr) {
        conflict.path = *path;
        for (const Tree &tree : *values) {
            if (const auto *object = tree.get_ptr<const Tree::object_t *>()) {
                const std::vector<std::string> origins = texts_of(member(*object, "from")).value_or(std::vector<std::string>());
                conflict.values[value_of(member(*object, "value"))].insert(origins.begin(), origins.end());
            }
        }
    }
    if (conflict.path.empty() || conflict.values.size() < 2) {
        fields.tell("it does not say what is in conflict where; it was left out.");
        return std::nullopt;
    }
    conflict.extra = fields.rest();
    return conflict;
}

} // namespace fullcourt
