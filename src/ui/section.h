// What the sections of the operating model share: a page with its head, its body that scrolls and the panel beside it;
// rows that are chosen; and the marks of what there is to settle.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "ui/scene.h"

namespace fullcourt::ui {

struct SectionPage {
    View view = View::overview;
    PlanSection section = PlanSection::grid;
    std::string title;
    std::string purpose;                       ///< one short sentence under the title
    bool panel = true;                         ///< what there is to settle, and the details of what is chosen
    std::function<void(Scene &)> actions = {}; ///< buttons at the right of the head, each followed by SameLine
    float actionsWidth = 0;
    std::function<void(Scene &, float width)> body;
    bool fillsRoom = false;                    ///< the body scrolls within itself
    std::function<void(Scene &)> details = {}; ///< of the chosen item
};
/// Fills the room it is given; says so where no plan is open.
void draw_section_page(Scene &scene, const SectionPage &page);

/// Where no plan is open, or one is on its way.
void draw_nothing_open(Scene &scene, const ImVec2 &size);

/// Rows lie this far from the body's edges; `width` of a body is without them.
inline constexpr float bodyInset = 20;

/// A heading within a body, with room above; `more` is muted beside it.
void body_heading(const std::string &text, const std::string &more = {});
/// How wide a field or a row of tabs is that wants no more than `wanted`: to the edge where little would be left beside it, so that
/// edges do not differ by a little.
float reaching(float wanted, float width);
/// A muted line under a heading.
void body_text(const std::string &text, float width);

/// What a table's columns are called, above its rows.
struct ColumnHead {
    std::string name;
    float width = 0;
    Align align = Align::left;
};
void column_heads(std::span<const ColumnHead> columns);
/// After the rows of the table that the heads stand on: where they have scrolled out of sight they stand at the top again.
void keep_column_heads(std::span<const ColumnHead> columns, const ImRect &table);

/// A row that is chosen by a click and by Enter, with a ground of its own. Draw into `box` afterwards.
struct Row {
    ImRect box;
    bool clicked = false;
    ImDrawList *list = nullptr;
};
struct RowStyle {
    float width = 0;
    float height = 44;
    float groundWidth = 0; ///< as far as its ground reaches, where controls of their own stand beside it; 0: as wide as it is
    bool chosen = false;
    bool shownElsewhere = false; ///< beside the rows stands something else: none of them looks chosen
    std::string value = {};
    std::string description = {};
};
Row begin_row(const std::string &id, const std::string &name, const RowStyle &style);

/// A row of an item: choosing it shows its details in the panel. It says in the mirror what there is to settle about it.
Row item_row(Scene &scene, const SectionPage &page, const std::string &id, const std::string &name, RowStyle style);
/// The severity's icon and how many things there are to settle; nothing where there are none. Ends at `right`; its width.
float draw_mark(const Scene &scene, PlanSection section, const std::string &item, const ImVec2 &rightMiddle);

/// Small labels in as many lines as the box has room for, and "+2" for what does not fit; muted `nothing` where there are none.
void draw_labels(ImDrawList &list, const ImRect &box, const std::vector<std::string> &labels, const std::string &nothing = {});
/// The height at which none is left out.
float labels_height(const std::vector<std::string> &labels, float width);

/// Shows the item, and its details beside it.
void choose_item(Scene &scene, View view, const std::string &item);

/// A field at the end of a list: Enter adds what was typed, several pasted lines are several items.
/// Gives the names in order; empty in most frames. What is being typed stands in the draft of this name with the field's id behind.
inline constexpr std::string_view addedDraft = "add|";
/// What stands in a field that begins empty and is in the plan once it was added: a newer version of the page waits for it.
Draft &added_draft(Scene &scene, const std::string &id);
std::vector<std::string> add_field(Scene &scene, const std::string &id, const std::string &name, const std::string &hint, float width);

/// What to do in a section that nobody has begun. A button that follows stands under its words.
struct EmptyState {
    const char *icon = nullptr;
    std::string title;
    std::string text;
};
void draw_empty_state(const EmptyState &state, float width);
/// While it lives, what is drawn stands under the words of the empty state above it, where there is one.
class UnderEmptyState {
  public:
    explicit UnderEmptyState(bool empty);
    ~UnderEmptyState();
    UnderEmptyState(const UnderEmptyState &) = delete;
    UnderEmptyState &operator=(const UnderEmptyState &) = delete;
    /// What is left of it there.
    float room_of(float width) const;

  private:
    bool m_empty;
};
/// Under it: begins the section with what the reference model has there, and the plan's own roles.
void draw_reference_offer(Scene &scene, PlanSection section, const std::string &label);

} // namespace fullcourt::ui
