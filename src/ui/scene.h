// What a view gets while it draws: the state to read, the scratch to keep what is being typed or dragged, and dispatch()
// for everything else.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "app/app.h"
#include "ui/scratch.h"

namespace fullcourt::ui {

struct Scene {
    App &app;
    const State &state;
    const Derived &derived;
    Scratch &scratch;
    bool editable;

    /// Only where a plan is open.
    const Plan &plan() const { return state.open->plan(); }
    const RaciGrid &grid() const { return *state.open->plan().raci; }
    void dispatch(Action action) const { app.dispatch(std::move(action)); }
    void edit(PlanEdit edit, std::uint64_t gesture = 0) const {
        if (!edit.steps.empty()) {
            app.dispatch(action::Do{std::move(edit), gesture});
        }
    }
};

/// Whether the view has a panel beside it.
bool has_panel(View view);
/// On a narrow page it lies over the view's right part.
bool panel_lies_over();

/// True once in the frame in which the region should take the keyboard.
bool takes_focus(Scene &scene, Region region);
/// The next item gets the keyboard, and shows so.
void focus_here();
/// The same where the region should take it.
void focus_next_item(Scene &scene, Region region);

/// While it lives, arrow keys find nothing here unless the region has the keyboard: they stay within a part of the page, where the
/// nearest thing in their direction is what a person means. F6 and Tab go on to the other parts.
class ArrowsWithin {
  public:
    ArrowsWithin(const Scene &scene, Region region);
    ArrowsWithin(const ArrowsWithin &) = delete;
    ArrowsWithin &operator=(const ArrowsWithin &) = delete;
    ~ArrowsWithin();

  private:
    bool m_withheld = false;
};

inline constexpr float sidebarWidth = 172;
/// The workshop has the page for itself.
inline float width_of_sidebar(const State &state) { return state.view == View::workshop ? 0 : sidebarWidth; }

// The views, a file each. Every one fills the room it is given.
void draw_shell(Scene &scene);
void draw_sidebar(Scene &scene, float height);
void draw_topbar(Scene &scene, float width);
void draw_read_only_banner(Scene &scene, float width);
void draw_guide(Scene &scene, float width);
void draw_plans(Scene &scene);
void draw_raci(Scene &scene);
void draw_overview(Scene &scene);
void draw_organisation(Scene &scene);
void draw_models(Scene &scene);
void draw_cadences(Scene &scene);
void draw_decisions(Scene &scene);
void draw_escalation(Scene &scene);
void draw_kpis(Scene &scene);
void draw_governance(Scene &scene);
void draw_readiness(Scene &scene);
void draw_accounts(Scene &scene);
void draw_score(Scene &scene);
void draw_contacts(Scene &scene);
void draw_program(Scene &scene);
void draw_pods(Scene &scene);
void draw_engagement(Scene &scene);
void draw_ballots(Scene &scene);
void draw_workshop(Scene &scene);
void draw_conflicts(Scene &scene);
void draw_grid(Scene &scene, const ImVec2 &size);
void draw_inspector(Scene &scene);
void draw_notices(Scene &scene);
/// What the notices take of the foot of the page, and of an open dialog above its buttons: what stands there ends above them.
float page_room_of_notices(const State &state);
float dialog_room_of_notices(const State &state);
void draw_drop_target(Scene &scene);
void draw_dialogs(Scene &scene);
void draw_paste_dialog(Scene &scene, const dialog::Paste &paste);
void draw_incoming_dialog(Scene &scene, const dialog::Incoming &incoming);
void draw_receiving_dialog(Scene &scene, const dialog::Receiving &receiving);
void draw_saving_dialog(Scene &scene, const dialog::Saving &saving);
void draw_revisions_dialog(Scene &scene, const dialog::Revisions &revisions);
void draw_quarantine_dialog(Scene &scene, const dialog::Quarantine &quarantine);
void draw_repairs_dialog(Scene &scene);
void draw_rules_dialog(Scene &scene);
void draw_keys_dialog(Scene &scene);
void draw_account_import_dialog(Scene &scene, const dialog::AccountImport &import);
void draw_contact_import_dialog(Scene &scene, const dialog::ContactImport &import);
void draw_share_dialog(Scene &scene, const dialog::Share &share);
void draw_export_dialog(Scene &scene, const dialog::Export &shown);
void draw_about_dialog(Scene &scene, const dialog::About &about);
void draw_palette(Scene &scene);
void draw_file_changed_dialog(Scene &scene, const dialog::FileChanged &changed);

} // namespace fullcourt::ui
