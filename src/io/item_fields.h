// What an item holds and how the plan file names it: the one place to add a field. Private to io.
//
// describe(fields, item) visits the fields in the file's order; `Fields` is FieldWriter or FieldReader, so what is
// written and what is read cannot differ. The words of enumerations are part of the released format.
#pragma once

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

#include "model/plan.h"

namespace fullcourt {

/// An enumeration's value and its word in the file. The first of a list is the default, which is not written.
template <class Enum> struct Named {
    Enum value;
    std::string_view word;
};

inline constexpr std::array businessFunctionWords = {
    Named{BusinessFunction::other, "other"},
    Named{BusinessFunction::sales, "sales"},
    Named{BusinessFunction::marketing, "marketing"},
    Named{BusinessFunction::product, "product"},
    Named{BusinessFunction::customerSuccess, "customer-success"},
    Named{BusinessFunction::finance, "finance"},
    Named{BusinessFunction::operations, "operations"},
    Named{BusinessFunction::leadership, "leadership"},
};

inline constexpr std::array coreFunctionWords = {
    Named{CoreFunction::none, "none"},
    Named{CoreFunction::accountExecutive, "account-executive"},
    Named{CoreFunction::salesDevelopment, "sales-development"},
    Named{CoreFunction::accountMarketing, "account-marketing"},
    Named{CoreFunction::productSpecialist, "product-specialist"},
};

inline constexpr std::array schemeWords = {Named{LetterScheme::rasci, "rasci"}, Named{LetterScheme::raci, "raci"}};

template <class Enum, std::size_t count> constexpr std::string_view word_of(Enum value, const std::array<Named<Enum>, count> &words) {
    for (const Named<Enum> &named : words) {
        if (named.value == value) {
            return named.word;
        }
    }
    return words.front().word;
}

/// How sentences speak of an item, and which key holds its id.
struct ItemWords {
    std::string_view one;     ///< "role": also its word in an edit
    std::string_view many;    ///< "roles"
    std::string_view label;   ///< "Role"
    std::string_view unnamed; ///< "Unnamed role"
    std::string_view idKey = "id";
};

template <class Item> inline constexpr ItemWords itemWords = {};
template <> inline constexpr ItemWords itemWords<Role> = {"role", "roles", "Role", "Unnamed role"};
template <> inline constexpr ItemWords itemWords<Phase> = {"phase", "phases", "Phase", "Unnamed phase"};
template <> inline constexpr ItemWords itemWords<Activity> = {"activity", "activities", "Activity", "Unnamed activity"};
template <> inline constexpr ItemWords itemWords<Column> = {"column", "columns", "Column", "", "role"};

/// `Item` or `const Item`.
template <class Candidate, class Item>
concept Either = std::same_as<std::remove_const_t<Candidate>, Item>;

template <class Fields, Either<Role> Item> void describe(Fields &fields, Item &role) {
    fields.position("at", role.position);
    fields.name("name", role.name);
    fields.line("short", role.shortName);
    fields.choice("function", role.function, businessFunctionWords);
    fields.choice("core", role.core, coreFunctionWords);
}

template <class Fields, Either<Phase> Item> void describe(Fields &fields, Item &phase) {
    fields.position("at", phase.position);
    fields.name("name", phase.name);
}

template <class Fields, Either<Activity> Item> void describe(Fields &fields, Item &activity) {
    fields.position("at", activity.position);
    fields.name("name", activity.name);
    fields.text("note", activity.note);
    fields.reference("phase", activity.phase);
}

template <class Fields, Either<Column> Item> void describe(Fields &fields, Item &column) { fields.position("at", column.position); }

} // namespace fullcourt
