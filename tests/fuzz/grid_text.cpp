// libFuzzer: any text is read as a table and as a grid, pasted, and the pasted grid survives the way out and back.
#include <cstdlib>
#include <string_view>

#include "io/grid_text.h"

namespace {

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    using namespace fullcourt;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<TextTable> table = read_table(text);
    if (!table) {
        return 0;
    }
    const Result<TextTable> again = read_table(write_csv(*table));
    demand(again && again->rows == table->rows);
    Plan plan;
    const Result<GridText> grid = read_grid(text, *plan.raci);
    if (!grid) {
        return 0;
    }
    for (const GridText::Row &row : grid->rows) {
        demand(row.letters.size() == grid->roles.size());
    }
    apply(plan, paste_grid(plan, *grid, true, counting_bits(1)));
    demand(plan.raci->columns.size() == grid->roles.size());
    demand(plan.raci->activities.size() == grid->rows.size());
    // Pasting the same again changes nothing.
    demand(paste_grid(plan, *grid, true, counting_bits(2)).steps.empty());
    return 0;
}
