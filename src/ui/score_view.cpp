// The score both sides agree on: what counts, how much each side gives it, where they differ, how tiers are cut, who signed.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/score_board.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float rowHeight = 48;
constexpr float stepperWidth = 128;
constexpr float shareWidth = 96;

const Scoring &scoring_of(const Scene &scene) { return *scene.plan().scoring; }

// ---- Whose weights are shown

enum class Shown { both, marketing, sales };

Shown shown_of(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("score-side"));
    return picked == nullptr || picked->empty() ? Shown::both : static_cast<Shown>(picked->front() - '0');
}

void draw_side_choice(Scene &scene, float width) {
    const std::array<std::string, 3> labels = {"Side by side", "Marketing alone", "Sales alone"};
    ImGui::BeginChild("##sides", {std::min(width, 460.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##side", "Whose weights", labels, static_cast<int>(shown_of(scene)))) {
        scene.scratch.picks["score-side"] = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
    gap(6);
    body_text(
        shown_of(scene) == Shown::both
            ? "Each side says from 0 to 10 how much a criterion counts; the share between them is what scores. Choose one for its scale."
            : "One side at a time, without seeing what the other gave.",
        width);
}

// ---- Criteria

struct Lanes {
    float marketing = 0;
    float sales = 0;
    float share = 0;
};

Lanes lanes_of(float left, float width) {
    const float share = left + width - shareWidth;
    return {share - 2 * stepperWidth - 12, share - stepperWidth - 4, share};
}

void draw_heads(const Scene &scene, float width) {
    const Lanes lanes = lanes_of(0, width);
    const bool marketing = shown_of(scene) != Shown::sales;
    const bool sales = shown_of(scene) != Shown::marketing;
    const std::array heads = {ColumnHead{"Criterion", lanes.marketing - 12},
                              ColumnHead{marketing ? "Marketing gives" : "", stepperWidth + 8, Align::middle},
                              ColumnHead{sales ? "Sales gives" : "", stepperWidth, Align::middle},
                              ColumnHead{shown_of(scene) == Shown::both ? "Counts" : "", shareWidth, Align::right}};
    column_heads(heads);
}

std::string scale_words(const Criterion &criterion) {
    switch (criterion.scale) {
    case ScaleKind::numeric:
        return criterion.points.empty() ? "no scale yet"
                                        : number_words(criterion.points.front().x) + " to " + number_words(criterion.points.back().x);
    case ScaleKind::category: return counted(criterion.values.size(), "value", "values");
    case ScaleKind::yesNo: return "yes or no";
    case ScaleKind::recency: return "halves every " + number_words(criterion.halfLife) + " days";
    }
    return {};
}

void draw_weight(Scene &scene, const CriterionId &id, const Criterion &criterion, Side side, const ImVec2 &at) {
    ImGui::SetCursorScreenPos(at);
    const bool marketing = side == Side::marketing;
    const std::string name = std::string(marketing ? "Marketing's" : "Sales'") + " weight of " + quoted(criterion.name);
    if (const auto weight = stepper(marketing ? "##marketing" : "##sales", name, marketing ? criterion.marketing : criterion.sales, 0, 10,
                                    "", !scene.editable)) {
        scene.edit(set_weight(scene.plan(), id, side, *weight));
    }
}

void draw_criterion(Scene &scene, const SectionPage &page, const CriterionId &id, double share, float width) {
    const Criterion &criterion = scoring_of(scene).criteria.at(id);
    const std::string name = criterion.name.empty() ? "Unnamed" : criterion.name;
    const AccountColumn *column = find(scene.plan().accounts->columns, criterion.column);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Lanes lanes = lanes_of(at.x, width);
    const Shown shown = shown_of(scene);
    const auto percent = static_cast<int>(std::lround(share * 100));
    ImGui::PushID(id.text.c_str());
    const Row row = item_row(scene, page, id.text, name,
                             {.width = lanes.marketing - at.x - 8,
                              .height = rowHeight,
                              .value = shown == Shown::both ? std::to_string(percent) + " %" : std::string()});
    const ImVec2 after = ImGui::GetCursorScreenPos();
    const float mark = draw_mark(scene, PlanSection::accounts, id.text, {row.box.Max.x - 8, row.box.GetCenter().y});
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 4}, {row.box.Max.x - mark - 16, row.box.Min.y + 26}}, name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 24}, {row.box.Max.x - mark - 16, row.box.Max.y - 4}},
              family_name(criterion.family) + ", " + (column == nullptr ? std::string("reads no column") : quoted(column->name)) + ", " +
                  scale_words(criterion),
              {.size = type::tiny, .colour = column == nullptr ? palette().warning : palette().muted});
    const float y = at.y + (rowHeight - 28) / 2;
    if (shown != Shown::sales) {
        draw_weight(scene, id, criterion, Side::marketing, {lanes.marketing + 4, y});
    }
    if (shown != Shown::marketing) {
        draw_weight(scene, id, criterion, Side::sales, {lanes.sales + 4, y});
    }
    if (shown == Shown::both) {
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const ImRect box({lanes.share, at.y}, {lanes.share + shareWidth - 4, at.y + rowHeight});
        if (criterion.settled) {
            draw_icon(list, {box.Min.x + 26, box.GetCenter().y}, icon::lock, 13, palette().muted);
        }
        draw_line(list, box, std::to_string(percent) + " %", {.strong = true}, Align::right);
    }
    row.list->AddRectFilled({row.box.Max.x, row.box.Max.y}, {at.x + width, row.box.Max.y + 1}, palette().line);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0, 0});
}

/// The columns that no criterion reads yet: a click makes one of them.
void draw_offers(Scene &scene, float width) {
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<AccountColumnId> offers;
    for (const AccountColumnId &id : ordered(accounts.columns)) {
        const auto &criteria = scoring_of(scene).criteria;
        const bool used = std::any_of(criteria.begin(), criteria.end(), [&](const auto &each) { return each.second.column == id; });
        if (!used && id != accounts.nameColumn) {
            offers.push_back(id);
        }
    }
    if (offers.empty()) {
        return;
    }
    body_heading("Add a criterion", "from a column that none reads yet");
    const float left = ImGui::GetCursorScreenPos().x;
    float x = left;
    for (const AccountColumnId &id : offers) {
        const std::string &name = accounts.columns.at(id).name;
        const float room = button_width(name, true);
        if (x > left && x + room > left + width) {
            x = left;
        } else if (x > left) {
            ImGui::SameLine(0, 8);
        }
        if (button(("##add-" + id.text).c_str(), name, {.icon = icon::plus, .disabled = !scene.editable})) {
            std::vector<CriterionId> made;
            scene.edit(add_criteria(scene.plan(), {criterion_for(accounts, id)}, scene.app.bits(), &made));
            choose_item(scene, View::score, made.front().text);
        }
        x += room + 8;
    }
}

void draw_criteria(Scene &scene, const SectionPage &page, float width) {
    const std::vector<double> &shares = scene.app.score_board().shares(Weights::agreed);
    draw_side_choice(scene, width);
    draw_heads(scene, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    {
        const semantics::Group group("criteria", {at, at}, {.role = "list", .name = "Criteria"});
        const std::vector<CriterionId> ids = ordered(scoring_of(scene).criteria);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            draw_criterion(scene, page, ids[i], shares[i], width);
        }
    }
    draw_offers(scene, width);
}

// ---- Where the sides stand

void draw_agreement(Scene &scene, float width) {
    body_heading("Where the sides stand");
    const SidesAgreement &agreement = scene.app.score_board().agreement();
    paragraph(agreement.best == 0 ? std::string("Both sides have to give weights first.") : agreement.sentence, {.size = type::small + 1},
              width);
    gap(6);
    constexpr std::size_t most = 6;
    const Scores &marketing = scene.app.score_board().scores(Weights::marketing);
    const Scores &sales = scene.app.score_board().scores(Weights::sales);
    for (std::size_t i = 0; i < std::min(most, agreement.differ.size()); ++i) {
        const std::uint32_t row = agreement.differ[i];
        const std::string name = account_name(*scene.plan().accounts, row);
        const std::string value =
            "marketing " + std::string(tier_name(marketing.tier[row])) + ", sales " + std::string(tier_name(sales.tier[row]));
        const Row shown = begin_row("differs-" + std::to_string(row), name, {.width = width, .height = 34, .value = value});
        if (shown.clicked) {
            choose_item(scene, View::accounts, std::string(scene.plan().accounts->table.key(row)));
        }
        draw_line(*shown.list, {{shown.box.Min.x + 12, shown.box.Min.y}, {shown.box.Max.x - 200, shown.box.Max.y}}, name,
                  {.size = type::small + 1});
        draw_line(*shown.list, {{shown.box.Max.x - 196, shown.box.Min.y}, {shown.box.Max.x - 124, shown.box.Max.y}}, "M",
                  {.size = type::tiny, .colour = palette().muted});
        draw_tier(*shown.list, {shown.box.Max.x - 180, shown.box.GetCenter().y}, marketing.tier[row]);
        draw_line(*shown.list, {{shown.box.Max.x - 92, shown.box.Min.y}, {shown.box.Max.x - 60, shown.box.Max.y}}, "S",
                  {.size = type::tiny, .colour = palette().muted});
        draw_tier(*shown.list, {shown.box.Max.x - 78, shown.box.GetCenter().y}, sales.tier[row]);
    }
    if (agreement.differ.size() > most) {
        body_text("And " + std::to_string(agreement.differ.size() - most) + " more.", width);
    }
    if (const std::optional<double> tau = scene.app.score_board().tau()) {
        gap(4);
        body_text("Kendall's τ-b of the two orders: " + to_text(std::round(*tau * 100) / 100) + " (1 is the same order, 0 no connection).",
                  width);
    }
}

// ---- Tiers

void draw_tiers(Scene &scene, float width) {
    body_heading("How tiers are cut");
    const TierPolicy &policy = scoring_of(scene).tiers;
    const std::array<std::string, 2> methods = {"By capacity", "By score"};
    ImGui::BeginChild("##method", {std::min(width, 280.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##by", "How tiers are cut", methods, static_cast<int>(policy.method))) {
        TierPolicy changed = policy;
        changed.method = static_cast<TierMethod>(*picked);
        scene.edit(set_tier_policy(scene.plan(), changed));
    }
    ImGui::EndChild();
    gap(8);
    const auto number = [&](const char *id, const std::string &label, double value, double most, const auto &set) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width - 128, at.y + 28}}, label, {.size = type::small + 1});
        ImGui::SetCursorScreenPos({at.x + std::min(width, 420.0F) - 120, at.y});
        if (const auto changed = stepper(id, label, value, 0, most, "", !scene.editable)) {
            TierPolicy next = policy;
            set(next, *changed);
            scene.edit(set_tier_policy(scene.plan(), next));
        }
        ImGui::SetCursorScreenPos({at.x, at.y + 34});
        ImGui::Dummy({0, 0});
    };
    if (policy.method == TierMethod::capacity) {
        number("##one", "1:1, so many of the best", policy.oneToOne, 1'000'000,
               [](TierPolicy &next, double value) { next.oneToOne = static_cast<int>(value); });
        number("##few", "1:few, so many next", policy.oneToFew, 1'000'000,
               [](TierPolicy &next, double value) { next.oneToFew = static_cast<int>(value); });
    } else {
        number("##one-from", "1:1 from a score of", policy.oneToOneFrom, 100,
               [](TierPolicy &next, double value) { next.oneToOneFrom = value; });
        number("##few-from", "1:few from a score of", policy.oneToFewFrom, 100,
               [](TierPolicy &next, double value) { next.oneToFewFrom = value; });
    }
    number("##many-from", "1:many from a score of", policy.oneToManyFrom, 100,
           [](TierPolicy &next, double value) { next.oneToManyFrom = value; });
    number("##confidence", "1:1 needs known values, %", std::round(policy.confidence * 100), 100,
           [](TierPolicy &next, double value) { next.confidence = value / 100; });
    body_text("Published capacities differ widely (1:1 from 5 to 50 accounts, 1:few from 20 to 500): what your people can serve decides.",
              width);
}

// ---- Signatures

std::string state_words(SignatureState state) {
    switch (state) {
    case SignatureState::none: return "Not signed yet.";
    case SignatureState::valid: return "Signed";
    case SignatureState::toConfirm: return "The model was changed since, but no account moved to another tier: confirm in one line.";
    case SignatureState::voided: return "Accounts moved to another tier since: sign again.";
    }
    return {};
}

void draw_signature(Scene &scene, Side side, float width) {
    ScoreBoard &board = scene.app.score_board();
    const ScoringSignature *signature = find(scoring_of(scene).signatures, side);
    const SignatureState state = board.signature(side);
    const std::string name = side == Side::marketing ? "Marketing" : "Sales";
    ImGui::PushID(name.c_str());
    line(name, {.strong = true});
    std::string words = state_words(state);
    if (signature != nullptr && state == SignatureState::valid) {
        words += " by " + (signature->by.empty() ? std::string("somebody") : signature->by) +
                 (signature->on.empty() ? "" : " on " + signature->on) + ".";
    }
    if (signature != nullptr && !signature->dissent.empty()) {
        words += " Would have had otherwise: " + signature->dissent;
    }
    paragraph(words, {.size = type::small + 1, .colour = state == SignatureState::valid ? palette().good : palette().muted}, width);
    gap(6);
    Draft &by = scene.scratch.drafts["sign|" + name];
    ImGui::BeginChild("##by", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##name", "Who signs for " + lowered(name), by.text,
               {.hint = "Who signs", .size = type::small + 1, .disabled = !scene.editable});
    ImGui::EndChild();
    gap(6);
    Draft &dissent = scene.scratch.drafts["dissent|" + name];
    ImGui::BeginChild("##dissent", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##text", name + " would have had otherwise", dissent.text,
               {.hint = "Would have had otherwise (may stay empty)", .size = type::small + 1, .disabled = !scene.editable});
    ImGui::EndChild();
    gap(8);
    const bool again = state == SignatureState::toConfirm || state == SignatureState::voided;
    if (button("##sign", again ? "Sign again" : "Sign for " + lowered(name),
               {.icon = icon::check, .disabled = !scene.editable || trimmed(by.text).empty()})) {
        scene.edit(sign_scoring(
            scene.plan(), side,
            ScoringSignature{by.text, to_text(platform::today()), dissent.text, board.tiers_digest(), board.model_digest(), {}}));
        by = {};
        dissent = {};
    }
    if (signature != nullptr) {
        ImGui::SameLine(0, 8);
        if (button("##unsign", "Take it back", {.look = Look::ghost, .disabled = !scene.editable})) {
            scene.edit(sign_scoring(scene.plan(), side, std::nullopt));
        }
    }
    ImGui::PopID();
}

void draw_two(float width, const std::function<void(float)> &left, const std::function<void(float)> &right) {
    constexpr float between = 40;
    const float half = (width - between) / 2;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    left(half);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({at.x + half + between, at.y});
    ImGui::BeginGroup();
    right(half);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({at.x, std::max(bottom, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({0, 0});
}

void draw_start(Scene &scene, float width) {
    const bool accounts = scene.plan().accounts->table.rows() != 0;
    draw_empty_state({icon::slidersHorizontal, "What makes an account worth pursuing?",
                      accounts
                          ? "Choose the columns that count. Each side then says how much, and the list is ordered by what they agree on."
                          : "Bring a list of accounts first: its columns become the criteria."},
                     width);
    if (accounts) {
        draw_offers(scene, width);
    } else if (button("##accounts", "Go to the accounts", {.icon = icon::crosshair, .look = Look::primary})) {
        scene.dispatch(action::Show{View::accounts});
    }
}

} // namespace

void draw_score(Scene &scene) {
    SectionPage page{.view = View::score,
                     .section = PlanSection::accounts,
                     .title = "Score",
                     .purpose = "What counts, how much each side gives it, and what both sign.",
                     .body = {},
                     .details = draw_criterion_details};
    page.body = [&page](Scene &inner, float width) {
        if (scoring_of(inner).criteria.empty()) {
            draw_start(inner, width);
            return;
        }
        draw_criteria(inner, page, width);
        if (shown_of(inner) != Shown::both || inner.plan().accounts->table.rows() == 0) {
            return;
        }
        draw_two(width, [&](float half) { draw_agreement(inner, half); }, [&](float half) { draw_tiers(inner, half); });
        body_heading("Signatures", "under the model and the account list");
        draw_two(
            width, [&](float half) { draw_signature(inner, Side::marketing, half); },
            [&](float half) { draw_signature(inner, Side::sales, half); });
        gap(24);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
