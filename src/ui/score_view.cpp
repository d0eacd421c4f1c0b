// The score both sides agree on: what counts, held against accounts people know, where the sides stand, how tiers are cut, whether
// it would have told won from lost, and its versions.
#include <array>

#include "ui/icons.h"
#include "ui/score_parts.h"

namespace fullcourt::ui {
namespace {

enum Tab { model, known, sides, tiers, record, versions };
const std::array<std::string, 6> tabNames = {"Model", "Known accounts", "Both sides", "Tiers", "Won and lost", "Versions"};

void draw_score_start(Scene &scene, float width) {
    const bool accounts = scene.plan().accounts->table.rows() != 0;
    draw_empty_state({icon::slidersHorizontal, "What makes an account worth pursuing?",
                      accounts
                          ? "Choose the columns that count. Each side then says how much, and the list is ordered by what they agree on."
                          : "Bring a list of accounts first: its columns become the criteria. Or try it with the sample accounts."},
                     width);
    if (accounts) {
        draw_criterion_offers(scene, width);
        return;
    }
    if (button("##accounts", "Go to the accounts", {.icon = icon::crosshair, .look = Look::primary})) {
        scene.dispatch(action::Show{View::accounts});
    }
    ImGui::SameLine(0, 8);
    if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
        scene.dispatch(action::TrySampleAccounts{});
    }
}

void draw_tabs(Scene &scene, float width) {
    ImGui::BeginChild("##tabs", {reaching(860, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##tab", "Parts of the score", tabNames, scene.scratch.score.tab)) {
        scene.scratch.score.tab = *picked;
    }
    ImGui::EndChild();
    gap(12);
}

void draw_tab(Scene &scene, const SectionPage &page, float width) {
    if (scene.plan().accounts->table.rows() == 0 && scene.scratch.score.tab != model) {
        body_text("Without accounts there is nothing to show here: bring a list first.", width);
        return;
    }
    switch (scene.scratch.score.tab) {
    case known: draw_calibration(scene, width); break;
    case sides: draw_score_sides(scene, width); break;
    case tiers: draw_score_tiers(scene, width); break;
    case record: draw_backtest(scene, width); break;
    case versions: draw_score_versions(scene, width); break;
    default: draw_score_model(scene, page, width); break;
    }
}

/// Beside the score stands the criterion that was chosen, or the account that somebody asked about.
void draw_score_details(Scene &scene) {
    ScoreScratch &scratch = scene.scratch.score;
    if (!scratch.showsAccount) {
        draw_criterion_details(scene);
        return;
    }
    // Who places an account is not to be told by the score where it belongs.
    const AccountId id{chosen_item(scene.state, View::accounts)};
    const AccountMark *mark = find(scene.plan().accounts->marks, id);
    if (scratch.tab == known && (mark == nullptr || !mark->placement)) {
        draw_account_to_place(scene);
        return;
    }
    draw_account_details(scene);
}

bool has_score_question(const Scene &scene) {
    return scene.state.open && scene.plan().accounts->table.rows() != 0 && !scene.plan().scoring->criteria.empty();
}

/// Somebody in the room doubts an account: found here, it opens into its terms.
void draw_score_question(Scene &scene) {
    if (!has_score_question(scene)) {
        return;
    }
    constexpr float width = 220;
    ImGui::PushID("question");
    if (button("##ask", "Why is that?", {.icon = icon::circleHelp, .tooltip = "Finds an account and says why it stands where it does"})) {
        ImGui::OpenPopup("##asking");
    }
    const ImRect asked(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImGui::SameLine(0, 4);
    ImGui::SetNextWindowPos({asked.Max.x, asked.Max.y + 4}, ImGuiCond_Always, {1, 0});
    menu("##asking", "Which account?", [&] {
        gap(4);
        if (ImGui::IsWindowAppearing()) {
            ImGui::SetKeyboardFocusHere();
        }
        if (const auto row = account_picker(scene, "question", "Which account?", "Which account?", width)) {
            show_account(scene, *row);
            ImGui::CloseCurrentPopup();
        }
    });
    ImGui::PopID();
}

} // namespace

void draw_score(Scene &scene) {
    SectionPage page{.view = View::score,
                     .section = PlanSection::accounts,
                     .title = "Score",
                     .purpose = "What counts, how much each side gives it, and what both sign.",
                     .actions = draw_score_question,
                     .actionsWidth = has_score_question(scene) ? button_width("Why is that?", true) : 0,
                     .body = {},
                     .details = draw_score_details};
    page.body = [&page](Scene &inner, float width) {
        if (inner.plan().scoring->criteria.empty()) {
            draw_score_start(inner, width);
            return;
        }
        draw_tabs(inner, width);
        draw_tab(inner, page, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
