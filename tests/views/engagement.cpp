// Pods and engagement plans, as a person works with them.
#include <iterator>

#include <catch2/catch_test_macros.hpp>

#include "analysis/play_load.h"
#include "analysis/pod_assignment.h"
#include "edit/pod_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void make_pods(Page &page) {
    try_sample(page);
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
}

void assign(Page &page) {
    make_pods(page);
    page.click("button", "Assign accounts");
    page.click("button", "Assign");
}

std::string pod_of(const Page &page, const std::string &account) {
    const Accounts &accounts = *page.plan().accounts;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (account_name(accounts, row) == account) {
            const Pod *pod = find(page.plan().engagement->pods, PodId(accounts.table.text(podColumn(), row)));
            return pod == nullptr ? std::string() : pod->name;
        }
    }
    return "no such account";
}

/// The plan of the best account, from the starter plays.
void plan_best(Page &page) {
    try_sample(page);
    page.click("link", "Engagement");
    page.click("button", "Plan from the templates of 1:1, from week*");
}

const Play &play(const Page &page, const std::string &name) {
    for (const auto &[id, one] : page.plan().engagement->plays) {
        if (one.name == name) {
            return one;
        }
    }
    FAIL("no play " << name);
    return page.plan().engagement->plays.begin()->second;
}

int weeks_moved(const std::string &from, const std::string &to) { return days_between(*parse_date(from), *parse_date(to)) / 7; }

void set_status(Page &page, const std::string &name, const std::string &status) {
    page.click("button", name);
    page.scroll_to("combobox", "Status");
    page.click("combobox", "Status");
    page.click("menuitemcheckbox", status);
}

} // namespace

TEST_CASE("A play that is looked for while the templates are shown comes with its details, and templates with none of a play") {
    Page page;
    plan_best(page);
    const auto choose = [&](const PlayId &id) {
        page.dispatch(action::Choose{View::engagement, id.text});
        page.settle();
    };
    const auto &plays = page.plan().engagement->plays;
    choose(plays.begin()->first);
    page.click("tab", "Details");
    REQUIRE(page.shows("combobox", "Status"));
    page.click("tab", "Templates");
    page.settle();
    CHECK_FALSE(page.shows("combobox", "Status"));
    choose(std::next(plays.begin())->first);
    CHECK(page.shows("combobox", "Status"));
}

TEST_CASE("Pods are made of the roles in one step") {
    Page page;
    make_pods(page);
    CHECK(page.plan().engagement->pods.size() == 8);
    CHECK(page.state().open->history.undo_label() == "Make 8 pods from the roles");
    CHECK(page.find("button", "AE 5 + Account marketer 2").value == "0 accounts, load 0");
    CHECK(page.find("button", "In no pod yet").value.starts_with("120 accounts"));
}

TEST_CASE("An assignment shows what would move, changes nothing until it is taken, and is one step") {
    Page page;
    make_pods(page);
    const Plan before = page.plan();
    page.click("button", "Assign accounts");
    CHECK(page.plan() == before);
    // As many as what there is to settle speaks of, and what each pod has to do with it.
    CHECK(page.shows("status", "120 accounts get a pod, 81 of them pursued in a tier. Each pod then carries a load of 33 to 34."));
    CHECK(page.search("list", "What would move") != nullptr);
    page.click("button", "Assign");
    CHECK(page.state().open->history.undo_label() == "Assign 120 accounts to pods");
    const PodLoads loads = pod_loads(page.plan(), page.app().score_board().scores(Weights::agreed).tier, pods_of_accounts(page.plan()));
    CHECK(loads.without.count() == 0);
    CHECK(loads.spread() <= 1);
    CHECK(page.search("button", "Every account has a pod") != nullptr);
    page.click("button", "Assign accounts");
    CHECK(page.search("status", "No single move would make the loads more even.") != nullptr);
    CHECK(page.find("button", "Assign").disabled);
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("Who works an account is answered by typing its name") {
    Page page;
    assign(page);
    page.click("textbox", "Who works this account?");
    page.type("quartz works");
    const auto &row = page.find("button", "Quartz Works");
    CHECK(row.value == "1:1, " + pod_of(page, "Quartz Works"));
}

TEST_CASE("The key M moves the account that has the keyboard, and a menu keeps it there") {
    Page page;
    assign(page);
    page.click("textbox", "Who works this account?");
    page.type("quartz works");
    page.click("button", "Quartz Works");
    page.press(ImGuiKey_M);
    const std::string other =
        pod_of(page, "Quartz Works") == "AE 8 + Account marketer 2" ? "AE 1 + Account marketer 1" : "AE 8 + Account marketer 2";
    page.click("menuitemcheckbox", other);
    CHECK(pod_of(page, "Quartz Works") == other);
    CHECK(page.state().open->history.undo_label() == "Give Quartz Works to " + other);
    page.click("button", "Quartz Works", 1);
    page.click("menuitem", "Keep them in their pod");
    CHECK(page.find("button", "Quartz Works").value.ends_with("stays there"));
}

TEST_CASE("Accounts in no pod are to be settled among the pods, until they have one") {
    Page page;
    make_pods(page);
    CHECK(page.find("button", "In no pod yet").value.starts_with("120 accounts"));
    page.click("tab", "To settle*");
    CHECK(page.shows("heading", "1 thing to settle"));
    CHECK_FALSE(page.shows("status", "Nothing to settle"));
    page.click("button", "Assign accounts");
    page.click("button", "Assign");
    CHECK(page.search("button", "Every account has a pod") != nullptr);
    CHECK(page.shows("status", "Nothing to settle"));
}

TEST_CASE("An account that nobody pursues may be in no pod without anything to settle") {
    Page page;
    assign(page);
    page.click("button", "AE 1 + Account marketer 1");
    std::vector<AccountId> none;
    const std::vector<Tier> &tiers = page.app().score_board().scores(Weights::agreed).tier;
    for (std::uint32_t row = 0; row < tiers.size() && none.empty(); ++row) {
        if (tiers[row] == Tier::none) {
            none.emplace_back(std::string(page.plan().accounts->table.key(row)));
        }
    }
    page.dispatch(action::Do{give_accounts(page.plan(), none, PodId()), 0});
    page.settle();
    CHECK(page.find("button", "In no pod").value.starts_with("1 account,"));
    page.click("tab", "To settle*");
    CHECK(page.shows("status", "Nothing to settle"));
}

TEST_CASE("An account is dragged onto another pod, in one step") {
    Page page;
    assign(page);
    page.click("button", "AE 1 + Account marketer 1");
    std::string name;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && node.description == "M moves it to another pod") {
            name = node.name;
            break;
        }
    }
    REQUIRE(pod_of(page, name) == "AE 1 + Account marketer 1");
    page.drag(centre(page.find("button", name)), centre(page.find("button", "AE 3 + Account marketer 1")));
    CHECK(pod_of(page, name) == "AE 3 + Account marketer 1");
    page.click("button", "Undo*");
    CHECK(pod_of(page, name) == "AE 1 + Account marketer 1");
}

TEST_CASE("Without accounts the plans say where to begin, without pods the roles do") {
    Page page;
    page.click("link", "Engagement");
    page.click("button", "Go to the accounts");
    CHECK(page.state().view == View::accounts);
    page.click("link", "Pods");
    CHECK(page.search("button", "Make 8 pods from the roles") != nullptr);
}

TEST_CASE("Accounts of 1:1 come first, and those without a plan say so") {
    Page page;
    try_sample(page);
    page.click("link", "Engagement");
    CHECK(page.find("button", "Meridian Systems").value == "1:1, No plan yet");
    CHECK(page.find("heading", "Meridian Systems").name == "Meridian Systems");
    page.click("button", "Plan from the templates of 1:1, from week*");
    CHECK(page.plan().engagement->plays.size() == 10);
    CHECK(page.plan().engagement->templates.size() == 10);
    CHECK(page.state().open->history.undo_label() == "Plan 10 plays for Meridian Systems");
    CHECK(page.find("button", "Meridian Systems").value == "1:1, 10 plays");
    page.click("tab", "No plan");
    CHECK(page.search("list", "119 accounts") != nullptr);
}

TEST_CASE("Arrow keys move a bar by a week with what follows it, and Shift changes its length") {
    Page page;
    plan_best(page);
    const std::string dinner = play(page, "Executive dinner").start;
    const std::string workshop = play(page, "Discovery workshop").start;
    page.click("button", "Executive dinner");
    page.press(ImGuiKey_RightArrow);
    page.press(ImGuiKey_RightArrow);
    CHECK(weeks_moved(dinner, play(page, "Executive dinner").start) == 2);
    CHECK(weeks_moved(workshop, play(page, "Discovery workshop").start) == 2);
    page.press(ImGuiMod_Shift | ImGuiKey_RightArrow);
    CHECK(play(page, "Executive dinner").weeks == 2);
    CHECK(weeks_moved(workshop, play(page, "Discovery workshop").start) == 3);
    page.click("button", "Undo*");
    CHECK(play(page, "Executive dinner").weeks == 1);
}

TEST_CASE("A bar is dragged by weeks, and its end changes its length") {
    Page page({.width = 1920, .height = 1080});
    plan_best(page);
    const auto bar = page.find("button", "Ads to the committee");
    const float week = (bar.width + 3) / 6;
    const std::string before = play(page, "Ads to the committee").start;
    page.drag(centre(bar), {centre(bar).x + 2 * week, centre(bar).y});
    CHECK(weeks_moved(before, play(page, "Ads to the committee").start) == 2);
    const auto moved = page.find("button", "Ads to the committee");
    const ImVec2 end(moved.x + moved.width - 3, centre(moved).y);
    page.drag(end, {end.x - 3 * week, end.y});
    CHECK(play(page, "Ads to the committee").weeks == 3);
}

TEST_CASE("A plan under way asks for the reason and keeps it with the change") {
    Page page({.width = 1920, .height = 1080});
    plan_best(page);
    set_status(page, "Account briefing", "Done");
    const std::string before = play(page, "Executive dinner").start;
    page.click("button", "Executive dinner");
    page.press(ImGuiKey_RightArrow);
    page.press(ImGuiKey_RightArrow);
    CHECK(play(page, "Executive dinner").start == before);
    CHECK(page.search("group", "Executive dinner moves 2 weeks later. The plan is under way: why?") != nullptr);
    CHECK(page.find("button", "Change it").disabled);
    page.click("textbox", "Why is the plan changed?");
    page.type("The CFO is away");
    page.press(ImGuiKey_Enter);
    CHECK(weeks_moved(before, play(page, "Executive dinner").start) == 2);
    CHECK(page.find("button", "Moved to week*").name.ends_with(": The CFO is away"));
    page.click("button", "Undo*");
    CHECK(play(page, "Executive dinner").start == before);
    CHECK(page.plan().engagement->notes.empty());
    page.click("button", "Executive dinner");
    page.press(ImGuiKey_RightArrow);
    page.click("button", "Leave it");
    CHECK(play(page, "Executive dinner").start == before);
}

TEST_CASE("What a buyer did is noted with today's date, and stands on the time line") {
    Page page({.width = 1920, .height = 1080});
    plan_best(page);
    page.scroll_to("textbox", "What the buyer said or did");
    page.click("textbox", "What the buyer said or did");
    page.type("The CFO asked for figures");
    page.press(ImGuiKey_Enter);
    REQUIRE(page.plan().engagement->notes.size() == 1);
    CHECK(page.plan().engagement->notes.begin()->second.on == to_text(platform::today()));
    CHECK(page.search("img", "Response on " + to_text(platform::today()) + ": The CFO asked for figures") != nullptr);
}

TEST_CASE("Who has time shows what is free and what is over, and opens into people and plays") {
    Page page;
    plan_best(page);
    page.dispatch(action::Do{{"Fill the week",
                              [&] {
                                  Plan full = page.plan();
                                  for (auto &[id, one] : full.engagement.edit().plays) {
                                      if (one.name == "Demo on their own case") {
                                          one.effort[RoleId("product-specialist")] = 11;
                                      }
                                  }
                                  return diff(page.plan(), full);
                              }()},
                             0});
    page.settle();
    page.click("tab", "Who has time");
    const std::string week = week_name(week_number(*parse_date(play(page, "Demo on their own case").start)));
    const auto &full = page.find("gridcell", "Product specialist, " + week);
    CHECK(full.value == "11 h, 1 over");
    CHECK(full.description == "Over");
    const std::string dinner = week_name(week_number(*parse_date(play(page, "Executive dinner").start)));
    CHECK(page.find("gridcell", "Account executive, " + dinner).value == "6 h, 58 free");
    CHECK(page.find("rowheader", "Account executive").description == "8 heads × 40 h × 20 %");
    CHECK(page.shows("text", "Hours that plays ask of each role, over all accounts; below them what is free"));
    CHECK(page.shows("note", "The fuller a role's week is, the stronger its colour*"));
    page.click("gridcell", "Account executive, " + dinner);
    CHECK(page.search("button", "Executive dinner at Meridian Systems") != nullptr);
    page.click("button", "Executive dinner at Meridian Systems");
    CHECK(page.find("textbox", "Name").value == "Executive dinner");
}

TEST_CASE("The finding of what is over opens the load at its worst week") {
    Page page;
    plan_best(page);
    Plan full = page.plan();
    for (auto &[id, one] : full.engagement.edit().plays) {
        one.effort[RoleId("product-specialist")] = one.name == "Account briefing" ? 30 : 0;
    }
    page.dispatch(action::Do{{"Fill the week", diff(page.plan(), full)}, 0});
    page.settle();
    page.click("tab", "To settle*");
    page.click("button", "Product specialist: plays ask 30 h*");
    CHECK(page.find("tab", "Who has time").selected == true);
    CHECK(page.search("button", "Account briefing at Meridian Systems") != nullptr);
}

TEST_CASE("A template is changed in its details and changes no plan that is there") {
    Page page;
    plan_best(page);
    page.click("tab", "Templates");
    page.click("button", "Executive dinner");
    page.click("textbox", "Takes");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("2");
    page.press(ImGuiKey_Enter);
    CHECK(page.state().open->history.undo_label() == "Change the weeks of Executive dinner");
    CHECK(play(page, "Executive dinner").weeks == 1);
    page.scroll_to("button", "Add starter plays for 1:few");
    page.click("button", "Add starter plays for 1:few");
    CHECK(page.plan().engagement->templates.size() == 16);
}

TEST_CASE("Only accounts in sight are drawn in the lists of pods and plans") {
    Page page;
    assign(page);
    page.click("textbox", "Who works this account?");
    page.type("a");
    std::size_t rows = 0;
    for (const auto &node : ui::semantics::last()) {
        rows += node.description == "M moves it to another pod" ? 1U : 0U;
    }
    CHECK(rows > 5);
    CHECK(rows < 30);
}
