// Edits as JSON, for the journal. Read back with the same suspicion as a plan file: a journal lies on disk.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "edit/edit.h"

namespace fullcourt {

/// One line: {"label": …, "steps": [ … ]}.
std::string write_edit(const PlanEdit &edit);

/// Fails where the text is no edit or holds a step that this program does not know: replay then stops there and
/// says so, because applying the rest would make something nobody had.
/// For every edit e: restore_edit(write_edit(e)) == e.
Result<PlanEdit> restore_edit(std::string_view bytes);

} // namespace fullcourt
