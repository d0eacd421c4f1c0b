// The whole plan at a glance: everything there is to settle, section by section, the six steps to a running model, what
// was settled and who does what next.
#include <algorithm>
#include <array>

#include "analysis/progress.h"
#include "base/text.h"
#include "ui/icons.h"
#include "ui/overview_parts.h"
#include "ui/panel.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float overviewSideWidth = 336;
constexpr float overviewBetween = 32;
constexpr float overviewNarrowest = 420; ///< of the things to settle beside the steps

// ---- Things to settle

/// What the list shows: everything open, one severity, or what was accepted.
enum class Filter { open, errors, warnings, notes, accepted };

Filter filter_of(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("overview-filter"));
    return picked == nullptr || picked->empty() ? Filter::open : static_cast<Filter>(picked->front() - '0');
}

bool passes(const Finding &finding, Filter filter) {
    if (filter == Filter::accepted || finding.accepted) {
        return filter == Filter::accepted && finding.accepted.has_value();
    }
    return filter == Filter::open || static_cast<int>(finding.severity) == static_cast<int>(filter) - 1;
}

void draw_filter(Scene &scene, float width) {
    const FindingCount &count = scene.derived.count;
    const std::array<std::string, 5> labels = {
        "All  " + std::to_string(count.total()), severity_title(Severity::error) + "  " + std::to_string(count.errors),
        severity_title(Severity::warning) + "  " + std::to_string(count.warnings),
        severity_title(Severity::note) + "  " + std::to_string(count.notes), "Accepted  " + std::to_string(count.accepted)};
    ImGui::BeginChild("##filter", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##filters", "Which things to show", labels, static_cast<int>(filter_of(scene)))) {
        scene.scratch.picks["overview-filter"] = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
}

void draw_section_findings(Scene &scene, PlanSection section, Filter filter, float width) {
    std::vector<const Finding *> shown;
    for (const Finding &finding : scene.derived.findings) {
        if (finding.section == section && passes(finding, filter)) {
            shown.push_back(&finding);
        }
    }
    if (shown.empty()) {
        return;
    }
    const std::string name(section_name(section));
    body_heading(name, std::to_string(shown.size()));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(("findings-" + name).c_str(), {at, at}, {.role = "list", .name = name});
    for (const Finding *finding : shown) {
        draw_finding(scene, *finding, width);
    }
}

void draw_all_settled(const Scene &scene, Filter filter, float width) {
    if (std::none_of(planSections.begin(), planSections.end(), [&](PlanSection section) { return is_begun(scene.plan(), section); })) {
        draw_empty_state({icon::listChecks, "Nothing to check yet", "What is unclear shows here once the plan is begun."}, width);
        return;
    }
    const bool none = scene.derived.count.total() == 0;
    draw_empty_state({none ? icon::circleCheck : icon::listChecks, none ? "Nothing to settle" : "Nothing of this kind",
                      filter == Filter::accepted ? "What you accept with a reason stands here, and can be opened again."
                                                 : "Every rule that is on is met."},
                     width);
}

void draw_things_to_settle(Scene &scene, float width) {
    const Filter filter = filter_of(scene);
    const std::string title = counted(scene.derived.count.total(), "thing to settle", "things to settle");
    line(title, {.size = type::heading, .strong = true});
    semantics::at(ImGui::GetID("##title"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "heading", .name = title});
    gap(10);
    draw_filter(scene, width);
    bool any = false;
    for (const PlanSection section : planSections) {
        draw_section_findings(scene, section, filter, width);
    }
    for (const Finding &finding : scene.derived.findings) {
        any = any || passes(finding, filter);
    }
    if (!any) {
        draw_all_settled(scene, filter, width);
    }
}

} // namespace

void draw_overview(Scene &scene) {
    SectionPage page{.view = View::overview,
                     .title = "Overview",
                     .purpose = "Where the plan stands, and what is still to settle between marketing and sales.",
                     .panel = false,
                     .body = {}};
    page.body = [](Scene &inner, float width) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float main = width - overviewSideWidth - overviewBetween;
        if (main < overviewNarrowest) {
            // Below each other on a tablet, what to do next first.
            draw_steps(inner, width);
            gap(24);
            draw_things_to_settle(inner, width);
            draw_figures(inner, width);
            draw_log(inner, width);
            return;
        }
        ImGui::BeginGroup();
        draw_things_to_settle(inner, main);
        ImGui::EndGroup();
        const float bottom = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({at.x + main + overviewBetween, at.y});
        ImGui::BeginGroup();
        draw_steps(inner, overviewSideWidth);
        draw_figures(inner, overviewSideWidth);
        draw_log(inner, overviewSideWidth);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x, std::max(bottom, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({0, 0});
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
