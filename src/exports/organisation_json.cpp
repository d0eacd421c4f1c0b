#include "exports/organisation_json.h"

#include <nlohmann/json.hpp>

#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"

namespace fullcourt {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// "[", each on a line of its own, "]".
std::string lines_of(const std::vector<std::string> &items) {
    std::string text = "[";
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += (i == 0 ? "\n" : ",\n") + items[i];
    }
    return text + (items.empty() ? "]" : "\n]");
}

template <class Value> Json or_null(const std::optional<Value> &value) { return value ? Json(*value) : Json(nullptr); }

Json term_json(const FitTerm &term) {
    const std::string kind = term.need.kind == NeedKind::atLeast ? "at least " : "at most ";
    return {{"factor", term.need.factor},
            {"need", kind + std::to_string(term.need.level)},
            {"importance", term.need.importance},
            {"answer", term.answer},
            {"suitability", term.suitability}};
}

std::string fit_json(const Fit &fit) {
    Json terms = Json::array();
    for (const FitTerm &term : fit.terms) {
        terms.push_back(term_json(term));
    }
    return text_of({{"id", fit.code}, {"name", fit.name}, {"fit", or_null(fit.score)}, {"terms", std::move(terms)}});
}

Json robustness_json(const Robustness &robust) {
    Json answer = "none";
    if (robust.answer) {
        answer = {
            {"factor", robust.answer->factor}, {"from", robust.answer->from}, {"to", robust.answer->to}, {"winner", robust.answer->winner}};
    }
    Json importance = "none";
    if (robust.importance) {
        importance = {{"model", robust.importance->model},
                      {"factor", robust.importance->factor},
                      {"from", robust.importance->from},
                      {"to", robust.importance->to},
                      {"winner", robust.importance->winner}};
    }
    return {{"clear", robust.clear}, {"undecided", robust.undecided}, {"answer", std::move(answer)}, {"importance", std::move(importance)}};
}

std::string row_json(const StaffingRow &row) {
    Json terms = Json::array();
    for (const MeetingHours &term : row.week.terms) {
        terms.push_back({{"meeting", term.meeting.text}, {"hours", term.hoursAWeek}, {"times", term.times}});
    }
    Json need = nullptr;
    if (row.need) {
        need = Json::array({row.need->least, row.need->most});
    }
    return text_of({{"id", row.role.text},
                    {"headcount", or_null(row.headcount)},
                    {"need", std::move(need)},
                    {"pods_per_person", row.podsPerPerson},
                    {"weekly_hours", row.week.hours},
                    {"terms", std::move(terms)}});
}

} // namespace

std::string comparison_json(const Plan &plan) {
    const OrganisationChoice &choice = plan.organisation->choice;
    const Collection<OwnModel> &own = plan.organisation->models;
    const Robustness robust = robustness(choice, own);
    std::vector<std::string> models;
    for (const Fit &fit : compare_models(choice, own)) {
        models.push_back(fit_json(fit));
    }
    const Json winner = robust.winner.empty() ? Json(nullptr) : Json(robust.winner);
    return "{\"models\":" + lines_of(models) + ",\n\"winner\":" + text_of(winner) +
           ",\n\"robustness\":" + text_of(robustness_json(robust)) + "}\n";
}

std::string staffing_json(const Plan &plan) {
    std::vector<std::string> roles;
    for (const StaffingRow &row : staffing(plan)) {
        roles.push_back(row_json(row));
    }
    Json stage = nullptr;
    if (const std::optional<StageView> view = scaling_stage(*plan.organisation)) {
        stage = {{"reached", view->stage}, {"missing", view->missing}};
    }
    return "{\"roles\":" + lines_of(roles) + ",\n\"stage\":" + text_of(stage) + "}\n";
}

} // namespace fullcourt
