// The frame of every HTML export: one page with its style in it, which loads nothing and runs nothing.
#pragma once

#include <string>
#include <string_view>

#include "exports/document.h"

namespace fullcourt {

/// `body` is HTML already. The page's own policy allows its style by hash and nothing else: no script, picture, font or request.
std::string html_page(std::string_view title, std::string_view body);

/// Whether the grid is too wide for an upright page: what it stands in is then printed on turned ones (class "turned").
bool is_wide(const block::Grid &grid);
/// The grid as tables that stay legible on paper, split by roles where a turned page is not enough.
std::string grid_html(const block::Grid &grid);
/// The same in one table, whatever its width, with its legend.
std::string grid_table_html(const block::Grid &grid);
/// "<span class="letter R">R</span>"; both of A/R.
std::string letters_html(Letters letters);

} // namespace fullcourt
