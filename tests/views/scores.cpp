// The score as a room works on it: weights, known accounts, both sides, tiers, won and lost, versions.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

#include "analysis/calibration.h"
#include "edit/account_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// The score section with the sample accounts in the open plan.
void open_score(Page &page, const std::string &tab = "Model") {
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
    page.click("button", "Dismiss");
    page.click("link", "Score");
    page.settle();
    if (tab != "Model") {
        page.click("tab", tab);
        page.settle();
    }
}

void ask_about(Page &page, std::string_view account) {
    page.click("button", "Why is that?");
    page.type(account);
    page.press(ImGuiKey_Enter);
    page.settle();
}

const Criterion &criterion(const Page &page, const std::string &id) { return page.plan().scoring->criteria.at(CriterionId(id)); }

std::string undo_label(const Page &page) { return page.state().open->history.undo_label(); }

std::vector<std::string> names_of(std::string_view role, std::string_view within) {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == role && node.description == within) {
            names.push_back(node.name);
        }
    }
    return names;
}

/// Whether something of that role says this anywhere in its name.
bool says(std::string_view role, std::string_view words) {
    const auto &nodes = ui::semantics::last();
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](const auto &node) { return node.role == role && node.name.find(words) != std::string::npos; });
}

/// The best ten as they are shown, with their places.
std::vector<std::string> best_ten() {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && !node.name.empty() && node.name[0] >= '0' && node.name[0] <= '9' &&
            node.name.find(". ") != std::string::npos) {
            names.push_back(node.name);
        }
    }
    return names;
}

} // namespace

TEST_CASE("Dragging a weight shows who comes and goes before anything changes; letting go is one step") {
    Page page;
    open_score(page);
    const Plan before = page.plan();
    const std::vector<std::string> best = best_ten();
    REQUIRE(best.size() == 10);
    const auto &weight = page.find("slider", "Sales' weight of Employees");
    ImGuiIO &io = ImGui::GetIO();
    const ImVec2 from = centre(weight);
    io.AddMousePosEvent(from.x, from.y);
    page.frame();
    io.AddMouseButtonEvent(0, true);
    page.frame();
    for (int i = 1; i <= 6; ++i) {
        io.AddMousePosEvent(from.x + static_cast<float>(i) * 10, from.y);
        page.frame();
    }
    page.frame();
    CHECK(page.plan() == before);
    CHECK(page.find("slider", "Sales' weight of Employees").value == "10");
    CHECK(best_ten() != best);
    CHECK(says("status", " their tier: "));
    io.AddMouseButtonEvent(0, false);
    page.settle();
    CHECK(criterion(page, "size").sales == 10);
    CHECK(undo_label(page) == "Change sales' weight of Employees");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("The arrow keys change a weight that has the keyboard, and lead nowhere else") {
    Page page;
    open_score(page);
    page.click("slider", "Marketing's weight of Employees");
    page.press(ImGuiKey_RightArrow);
    const double before = criterion(page, "size").marketing;
    page.press(ImGuiKey_RightArrow);
    CHECK(criterion(page, "size").marketing == before + 1);
    page.press(ImGuiKey_LeftArrow);
    CHECK(criterion(page, "size").marketing == before);
}

TEST_CASE("One side fills in blindly, then the other, then both are shown") {
    Page page;
    open_score(page);
    page.click("button", "Fill in blindly");
    CHECK(page.search("slider", "Marketing's weight of Employees") != nullptr);
    CHECK(page.search("slider", "Sales' weight of Employees") == nullptr);
    CHECK(page.find("button", "Employees").value.empty());
    page.click("button", "Done: hand over to sales");
    CHECK(page.search("slider", "Marketing's weight of Employees") == nullptr);
    CHECK(page.search("slider", "Sales' weight of Employees") != nullptr);
    page.click("button", "Done: show both");
    CHECK(page.search("slider", "Marketing's weight of Employees") != nullptr);
    CHECK(page.search("slider", "Sales' weight of Employees") != nullptr);
}

TEST_CASE("Criteria stand under their families") {
    Page page;
    open_score(page);
    CHECK(page.find("heading", "Firmographic").value.ends_with("%"));
    CHECK(page.search("heading", "Intent") != nullptr);
}

TEST_CASE("A point of a scale is dragged, moved by keys, added and taken out, each in one step") {
    Page page;
    open_score(page);
    page.click("button", "Employees");
    const std::vector<ScalePoint> points = criterion(page, "size").points;
    REQUIRE(points.size() >= 2);
    const std::string last = "Point " + std::to_string(points.size()) + " of " + std::to_string(points.size());
    const ImVec2 at = centre(page.find("slider", last));
    page.drag(at, {at.x, at.y + 30});
    CHECK(criterion(page, "size").points.back().u < points.back().u);
    CHECK(undo_label(page) == "Change the scale of Employees");
    page.click("button", "Undo*");
    CHECK(criterion(page, "size").points == points);
    page.click("slider", "Point 1 of *");
    page.press(ImGuiKey_UpArrow);
    page.press(ImGuiKey_UpArrow);
    CHECK(criterion(page, "size").points.front().u > points.front().u);
    page.click("button", "Undo*");
    page.click("button", "Add a point");
    CHECK(criterion(page, "size").points.size() == points.size() + 1);
    page.double_click("slider", "Point 1 of *");
    CHECK(criterion(page, "size").points.size() == points.size());
}

TEST_CASE("The day that counts half is dragged over how recent accounts are") {
    Page page;
    open_score(page);
    for (const auto &[id, each] : page.plan().scoring->criteria) {
        if (each.scale == ScaleKind::recency) {
            page.click("button", each.name);
            const double before = each.halfLife;
            const ImVec2 at = centre(page.find("slider", "Half-life"));
            page.drag(at, {at.x - 40, at.y});
            CHECK(page.plan().scoring->criteria.at(id).halfLife > before);
            return;
        }
    }
    FAIL("The sample has no criterion of recency");
}

TEST_CASE("Twenty accounts wait to be placed at once; a letter places one and the next has the keyboard") {
    Page page;
    open_score(page, "Known accounts");
    const std::vector<std::string> cards = names_of("button", "h, m or l places it");
    REQUIRE(cards.size() == 20);
    page.type("h");
    page.type("m");
    page.type("l");
    CHECK(page.find("button", cards[0]).value.starts_with("high"));
    CHECK(page.find("button", cards[1]).value.starts_with("medium"));
    CHECK(page.find("button", cards[2]).value.starts_with("low"));
    std::size_t placed = 0;
    for (const auto &[id, mark] : page.plan().accounts->marks) {
        placed += mark.placement ? 1U : 0U;
    }
    CHECK(placed == 3);
}

TEST_CASE("Beside accounts to place no score stands until the account is placed") {
    Page page;
    open_score(page);
    ask_about(page, "quartz works");
    REQUIRE(page.search("text", "Together") != nullptr);
    page.click("tab", "Known accounts");
    CHECK(page.search("text", "Together") == nullptr);
    page.click("tab", "High");
    CHECK(page.find("text", "Together").value == "72.9");
}

TEST_CASE("A card is dragged into high, and its menu takes it out again") {
    Page page;
    open_score(page, "Known accounts");
    const std::string card = names_of("button", "h, m or l places it").front();
    page.drag(centre(page.find("button", card)), centre(page.find("list", "High")));
    CHECK(page.find("button", card).value.starts_with("high"));
    CHECK(undo_label(page).starts_with("Place "));
    page.click("button", card);
    page.click("menuitem", "Not known after all");
    CHECK(page.find("button", card).value.starts_with("not placed"));
}

TEST_CASE("Known accounts against the score: what it gets wrong, why, and one click that mends it in one step") {
    Page page;
    open_score(page, "Known accounts");
    // The room sees it otherwise than the score.
    PlanEdit edit{"Place", {}};
    ScoreBoard &board = page.app().score_board();
    const std::vector<std::uint32_t> order = board.scores(Weights::agreed).order;
    for (std::size_t i = 0; i < 18; ++i) {
        const std::uint32_t row = order[i * 6];
        const Placement placement = i % 3 == 0 ? Placement::high : i % 3 == 1 ? Placement::medium : Placement::low;
        const AccountId id(std::string(page.plan().accounts->table.key(row)));
        for (EditStep &step : place_accounts(page.plan(), {id}, placement).steps) {
            edit.steps.push_back(std::move(step));
        }
    }
    page.dispatch(action::Do{edit, 0});
    page.settle();
    CHECK(says("status", " of 108 pairs "));
    // A sentence, not a list of all that changes: the two that change most, and below it the picture of all.
    CHECK(page.says(
        {"With other shares, most of all ", " instead of ", " and ", " instead of ", " of 108 pairs would be in the right order."}));
    const std::string before = page.find("status", "The score puts *").name;
    CHECK(page.search("heading", "What the score gets wrong") != nullptr);
    page.scroll_to("button", "Accept the change");
    page.click("button", "Accept the change");
    page.settle();
    CHECK(page.find("status", "The score puts *").name != before);
    CHECK(undo_label(page) == "Set the weights by the known accounts");
    page.click("button", "Undo*");
    CHECK(page.find("status", "The score puts *").name == before);
}

TEST_CASE("On a tablet a card that the score places elsewhere has room for its name and for what the score says") {
    Page page({.width = 1024, .height = 768, .touch = true});
    open_score(page, "Known accounts");
    const std::vector<std::uint32_t> order = page.app().score_board().scores(Weights::agreed).order;
    PlanEdit edit{"Place", {}};
    for (const auto &[row, placement] : {std::pair{order.front(), Placement::low}, std::pair{order.back(), Placement::high}}) {
        const AccountId id(std::string(page.plan().accounts->table.key(row)));
        for (EditStep &step : place_accounts(page.plan(), {id}, placement).steps) {
            edit.steps.push_back(std::move(step));
        }
    }
    page.dispatch(action::Do{edit, 0});
    page.settle();
    const auto &card = page.find("button", account_name(*page.plan().accounts, order.front()));
    CHECK(card.value == "low, by the score high");
    CHECK(card.height > 40);
}

TEST_CASE("A doubted account is found by its name and opens into terms that add up") {
    Page page;
    open_score(page);
    ask_about(page, "quartz works");
    CHECK(page.find("text", "Together").value == "72.9");
    // What the panel shows is the account: no criterion looks chosen beside it, even where one was before.
    page.click("button", "Industry");
    CHECK(page.find("button", "Industry").selected == true);
    ask_about(page, "quartz works");
    CHECK(page.find("button", "Industry").selected == false);
    CHECK(page.search("tab", "High") != nullptr);
    page.click("tab", "High");
    CHECK(undo_label(page).find("high") != std::string::npos);
}

TEST_CASE("Two accounts stand side by side, term by term, with what would change their order") {
    Page page;
    open_score(page);
    ask_about(page, "quartz works");
    page.scroll_to("textbox", "Compare with");
    page.click("textbox", "Compare with");
    page.type("meridian systems");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(says("text", " against "));
    CHECK(says("text", "“Quartz Works” would pass “Meridian Systems” if “"));
}

TEST_CASE("The sides settle a criterion with one click, and open it again") {
    Page page;
    open_score(page, "Both sides");
    CHECK(page.find("status", "The sides share *").name.find("best accounts") != std::string::npos);
    CHECK(says("text", "Kendall's τ-b"));
    const auto &nodes = ui::semantics::last();
    const auto first =
        std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.role == "group" && node.name.starts_with("Settle "); });
    REQUIRE(first != nodes.end());
    const std::string name = first->name.substr(7);
    const auto button = std::find_if(
        nodes.begin(), nodes.end(), [&](const auto &node) { return node.role == "button" && node.description.starts_with(name + " at "); });
    REQUIRE(button != nodes.end());
    page.click_node(*button);
    page.settle();
    const auto settled = [&] {
        return std::count_if(page.plan().scoring->criteria.begin(), page.plan().scoring->criteria.end(),
                             [](const auto &each) { return each.second.settled.has_value(); });
    };
    CHECK(settled() == 1);
    page.click("button", "Open “" + name + "” again");
    CHECK(settled() == 0);
}

TEST_CASE("Where both sides give a criterion the same there is one answer to settle it, not three alike") {
    Page page;
    open_score(page, "Both sides");
    Plan alike = page.plan();
    for (auto &[id, criterion] : alike.scoring.edit().criteria) {
        criterion.sales = criterion.marketing;
    }
    page.dispatch(action::Do{{"Agree on the weights", diff(page.plan(), alike)}, 0});
    page.settle();
    page.scroll_to("group", "Settle CRM we integrate with");
    const auto answers = [] {
        const auto &nodes = ui::semantics::last();
        return std::count_if(nodes.begin(), nodes.end(), [](const auto &node) {
            return node.role == "button" && node.description.starts_with("CRM we integrate with at ");
        });
    };
    CHECK(answers() == 1);
    page.click("button", "Both 8.8 %");
    CHECK(page.shows("button", "Open “CRM we integrate with” again"));
}

TEST_CASE("A signature holds while no account changes tier, and one line confirms it") {
    Page page;
    open_score(page, "Both sides");
    page.scroll_to("textbox", "Who signs for sales");
    page.click("textbox", "Who signs for sales");
    page.type("Sam");
    page.click("button", "Sign for sales");
    REQUIRE(page.plan().scoring->signatures.contains(Side::sales));
    CHECK(undo_label(page) == "Sign the score for sales");
    Criterion renamed = criterion(page, "size");
    renamed.name = "Head-count";
    page.dispatch(action::Do{change_criterion(page.plan(), CriterionId("size"), renamed), 0});
    page.settle();
    page.click("button", "Confirm for Sam");
    CHECK(undo_label(page) == "Confirm the signature of sales");
    CHECK(page.search("button", "Confirm for Sam") == nullptr);
    CHECK(page.plan().scoring->signatures.at(Side::sales).by == "Sam");
}

TEST_CASE("A quarter's list is frozen, and later shows who came, went and moved") {
    Page page;
    open_score(page, "Tiers");
    page.click("button", "Freeze the list");
    REQUIRE(page.plan().scoring->lists.size() == 1);
    CHECK(page.find("status", "0 accounts came, 0 went*").role == "status");
    TierPolicy policy = page.plan().scoring->tiers;
    policy.oneToOne = 5;
    page.dispatch(action::Do{set_tier_policy(page.plan(), policy), 0});
    page.settle();
    CHECK(page.find("status", "0 accounts came, *").name.find("10 moved to another tier") != std::string::npos);
}

TEST_CASE("How tiers are cut is typed, by capacity or by score") {
    Page page;
    open_score(page, "Tiers");
    page.click("textbox", "1:1: how many of the best");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("7");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().scoring->tiers.oneToOne == 7);
    CHECK(page.find("text", "1:1").value == "7");
    page.click("tab", "By score");
    CHECK(page.plan().scoring->tiers.method == TierMethod::cutOffs);
}

TEST_CASE("Won and lost: the column that says it is proposed, its words are guessed, and few accounts are warned of") {
    Page page;
    open_score(page, "Won and lost");
    page.click("button", "Use “Last outcome”");
    CHECK(page.plan().scoring->outcome.column == AccountColumnId("last-outcome"));
    CHECK(page.search("status", "Of a won and a lost account, the won one has the higher score in *") != nullptr);
    CHECK(page.search("alert", "*") != nullptr);
    CHECK(page.search("text", "Tenth 1") != nullptr);
}

TEST_CASE("What is chosen about the score ends where its tabs end, or its column does") {
    for (const PageOptions &options : {PageOptions{}, PageOptions{.width = 1024, .height = 768, .touch = true}}) {
        Page page(options);
        open_score(page, "Won and lost");
        const auto end_of = [&](const char *role, const char *name) { return page.find(role, name).x + page.find(role, name).width; };
        CHECK(std::abs(end_of("combobox", "The column that says*") - end_of("tablist", "Parts of the score")) < 2);
        page.click("tab", "Tiers");
        page.settle();
        CHECK(std::abs(end_of("tablist", "How tiers are cut") - end_of("textbox", "1:1: how many of the best")) < 2);
    }
}

TEST_CASE("A version is kept by name, compared with the score as it is, and brought back in one step") {
    Page page;
    open_score(page, "Versions");
    page.click("textbox", "Name of the version");
    page.type("Spring");
    page.click("button", "Keep this version");
    REQUIRE(page.plan().scoring->versions.size() == 1);
    const Scoring kept = *page.plan().scoring;
    CHECK(page.search("status", "No account changes its tier.") != nullptr);
    page.dispatch(action::Do{set_weight(page.plan(), CriterionId("size"), Side::sales, 10), 0});
    page.settle();
    CHECK(page.search("status", "No account changes its tier.") == nullptr);
    // Both numbers with a decimal, so that those of a column stand under each other.
    const std::string change = page.find("text", "Employees").value;
    CHECK(change.find('.') != change.rfind('.'));
    CHECK(page.find("heading", "From tier to tier").y == page.find("heading", "Who changes tier").y);
    page.click("button", "Bring back");
    CHECK(page.plan().scoring->criteria == kept.criteria);
    CHECK(undo_label(page) == "Bring back the score Spring");
}

namespace {

/// The score tab by tab, and an account that was asked about.
void take_score(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    open_score(page);
    page.picture("score-model" + suffix);
    page.click("button", "Employees");
    page.picture("score-scale" + suffix);
    page.click("button", "Industry");
    page.picture("score-words" + suffix);
    show_panel(page, !options.touch); // a tablet's lies over what is clicked next
    page.click("button", "Fill in blindly");
    page.picture("score-blind" + suffix);
    page.click("tab", "Side by side");
    page.click("button", "Why is that?");
    page.type("quartz");
    page.picture("score-ask" + suffix);
    page.press(ImGuiKey_Enter);
    page.settle();
    page.picture("score-account" + suffix);
    page.click("textbox", "Compare with");
    page.type("meridian sys");
    page.press(ImGuiKey_Enter);
    page.settle();
    page.picture("score-compare" + suffix);
    show_panel(page, !options.touch);
    page.click("tab", "Known accounts");
    page.picture("score-known" + suffix);
    const std::vector<std::string> cards = names_of("button", options.touch ? "A tap asks where it belongs" : "h, m or l places it");
    page.click("button", cards.front());
    page.picture("score-known-menu" + suffix);
    page.type("lmhhmlmhllmhlhmhlm");
    page.settle();
    page.picture("score-known-placed" + suffix);
    page.scroll_to("heading", "What the score gets wrong");
    page.picture("score-known-reasons" + suffix);
    page.scroll_to("heading", "What it would do to the whole list");
    page.picture("score-known-proposal" + suffix);
    page.scroll_to("tab", "Both sides");
    page.click("tab", "Both sides");
    page.picture("score-sides" + suffix);
    page.scroll_to("heading", "Settle it, criterion by criterion");
    page.picture("score-settle" + suffix);
    page.scroll_to("button", "Sign for sales");
    page.picture("score-sign" + suffix);
    page.scroll_to("tab", "Tiers");
    page.click("tab", "Tiers");
    page.click("button", "Freeze the list");
    TierPolicy policy = page.plan().scoring->tiers;
    policy.oneToOne = 6;
    page.dispatch(action::Do{set_tier_policy(page.plan(), policy), 0});
    page.settle();
    page.picture("score-tiers" + suffix);
    page.click("tab", "Won and lost");
    page.picture("score-outcome" + suffix);
    page.click("button", "Use “Last outcome”");
    page.picture("score-backtest" + suffix);
    page.click("tab", "Versions");
    page.click("textbox", "Name of the version");
    page.type("Spring workshop");
    page.click("button", "Keep this version");
    page.dispatch(action::Do{set_weight(page.plan(), CriterionId("size"), Side::sales, 10), 0});
    page.settle();
    page.picture("score-versions" + suffix);
}

} // namespace

TEST_CASE("Pictures of the score", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_score(variant.options, variant.suffix); }
    }
}
