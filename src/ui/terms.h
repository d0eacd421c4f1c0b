// The field's terms in plain words, all in one table (terms.cpp). Each section explains those that it uses beside its title; a term
// that is a thing's name or kind is explained where its details stand.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/action.h"

namespace fullcourt::ui {

struct Term {
    std::string_view name; ///< as people say it: "MQL", "Buying committee"
    std::string_view meaning;
};

std::span<const Term> all_terms();
/// Nothing where the table does not have it. Upper and lower case are one.
const Term *find_term(std::string_view name);
/// Those that the view uses, in the order in which one meets them; each is in the table.
std::vector<std::string_view> terms_of(View view);

/// How wide the button is; nothing where the view has no terms.
inline constexpr float termsButtonSize = 28;
/// A question mark that opens what the terms of the view mean.
void terms_button(View view);

} // namespace fullcourt::ui
