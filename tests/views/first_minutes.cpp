// The first minutes of somebody who has never seen the page, told as what they do one after another; what each takes is counted.
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "base/text.h"
#include "harness.h"
#include "ui/semantics.h"
#include "ui/terms.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// What a gesture takes of somebody who reads before they click.
constexpr double secondsAClick = 4;
constexpr double secondsAScroll = 2;
constexpr double secondsAKey = 0.3;
constexpr double secondsToBring = 15; ///< to go to the spreadsheet and copy there, or to find a file in the dialog

/// Works the page as a person does, and counts.
class Newcomer {
  public:
    Page page{{.templateName = ""}};
    int clicks = 0;
    int scrolls = 0;
    int keys = 0;
    int brought = 0;

    void click(std::string_view role, std::string_view name) {
        if (const platform::MirrorNode *node = page.search(role, name); node != nullptr) {
            const float middle = centre(*node).y;
            scrolls += middle < 0 || middle > ImGui::GetIO().DisplaySize.y ? 1 : 0;
        }
        page.click(role, name);
        ++clicks;
    }
    void type(std::string_view text) {
        page.type(text);
        keys += static_cast<int>(text.size());
    }
    void press(ImGuiKeyChord chord) {
        page.press(chord);
        ++keys;
    }
    void paste(const std::string &text) {
        page.paste(text);
        ++brought;
    }
    /// Answers the dialog that a click has opened.
    void choose_file(const std::string &name, const std::string &bytes) {
        REQUIRE_FALSE(platform::null::machine().picks.empty());
        page.dispatch(platform::Event{platform::FileOpened{0, name, bytes}});
        page.settle();
        ++brought;
    }

    int gestures() const { return clicks + scrolls + brought; }
    double seconds() const { return clicks * secondsAClick + scrolls * secondsAScroll + keys * secondsAKey + brought * secondsToBring; }
    std::size_t open_in_grid() const {
        std::size_t open = 0;
        for (const Finding &finding : check(page.plan())) {
            open += finding.section == PlanSection::grid && !finding.accepted ? 1 : 0;
        }
        return open;
    }
};

/// As a team has it: in demos nobody decides.
const std::string spreadsheet = "Activity\tAE\tSDR\tAccount marketer\tVP Sales\n"
                                "Account selection\tC\tI\tR\tA\n"
                                "Outreach\tA\tR\tC\tI\n"
                                "Demos\tR\tC\tI\t\n"
                                "Content\tC\tI\tA/R\tI\n";

/// As a CRM exports it.
std::string crm_export() {
    std::string csv = "Account ID,Account Name,Industry,Employees,Intent\n";
    for (int i = 1; i <= 40; ++i) {
        csv += "A" + std::to_string(i) + ",Company " + std::to_string(i) + "," +
               (i % 3 == 0   ? "Software"
                : i % 3 == 1 ? "Retail"
                             : "Logistics") +
               "," + std::to_string(40 * i) + "," + std::to_string(i * 7 % 100) + "\n";
    }
    return csv;
}

bool scored(const Page &page) {
    return page.search("button", "Order by Score") != nullptr && page.find("gridcell", "*").role == "gridcell" &&
           page.search("tab", "1:1  *") != nullptr;
}

} // namespace

TEST_CASE("A newcomer has a RACI of their own checked, and its first error mended, within three minutes") {
    Newcomer newcomer;
    Page &page = newcomer.page;
    // 1. The first screen asks what they want. They have a grid in a spreadsheet.
    REQUIRE(page.shows("heading", "Settle how marketing and sales work together"));
    newcomer.click("button", "Paste the RACI you have");
    // 2. They copy it there and paste it here; it is shown before it is taken.
    newcomer.paste(spreadsheet);
    CHECK(page.shows("status", "Understood as 4 activities and 4 roles."));
    // 3. They take it. Nothing else is asked.
    newcomer.click("button", "Make a plan of it");
    CHECK(page.letters("Outreach", "SDR") == "R");
    const std::size_t before = newcomer.open_in_grid();
    REQUIRE(before > 0);
    // 4. What is wrong stands beside it, in a sentence. They ask why.
    newcomer.click("button", "Nobody is accountable for Demos*");
    // 5. One click mends it.
    newcomer.click("button", "Make AE accountable and responsible");
    CHECK(page.letters("Demos", "AE") == "A/R");
    CHECK(newcomer.open_in_grid() < before);
    // 6. They give it a name.
    newcomer.click("button", "Rename plan");
    newcomer.type("Our ABM team");
    newcomer.press(ImGuiKey_Enter);
    CHECK(page.plan().about->title == "Our ABM team");
    CHECK(page.shows("button", "Saved in this browser"));

    INFO(newcomer.clicks << " clicks, " << newcomer.scrolls << " scrolls, " << newcomer.keys << " keys, " << newcomer.brought
                         << " brought");
    CHECK(newcomer.gestures() <= 8);
    CHECK(newcomer.seconds() < 3 * 60);
}

TEST_CASE("A newcomer who starts from a blank plan is led to the grid, pastes it and mends its first error within three minutes") {
    Newcomer newcomer;
    Page &page = newcomer.page;
    // 1. A blank plan, step by step: the grid is there, and says how it is filled.
    newcomer.click("button", "Blank plan");
    CHECK(page.shows("status", "Step 2 of 6: Say who does what"));
    CHECK(page.shows("button", "Paste a grid…"));
    // 2. They paste without looking for a button.
    newcomer.paste(spreadsheet);
    newcomer.click("button", "Fill the grid");
    // 3. The same error, the same click.
    newcomer.click("button", "Nobody is accountable for Demos*");
    newcomer.click("button", "Make AE accountable and responsible");
    CHECK(page.letters("Demos", "AE") == "A/R");

    CHECK(newcomer.gestures() <= 6);
    CHECK(newcomer.seconds() < 3 * 60);
}

TEST_CASE("A newcomer has a RACI typed by hand and checked within three minutes") {
    Newcomer newcomer;
    Page &page = newcomer.page;
    newcomer.click("button", "Blank plan");
    // One name after another, each ended by Enter.
    newcomer.click("button", "Add a role");
    for (const char *role : {"AE", "SDR", "Marketer"}) {
        newcomer.type(role);
        newcomer.press(ImGuiKey_Enter);
    }
    newcomer.press(ImGuiKey_Escape);
    newcomer.click("button", "Add activity");
    for (const char *activity : {"Select accounts", "Outreach", "Demos"}) {
        newcomer.type(activity);
        newcomer.press(ImGuiKey_Enter);
    }
    newcomer.press(ImGuiKey_Escape);
    REQUIRE(page.plan().raci->activities.size() == 3);
    REQUIRE(page.plan().organisation->roles.size() == 3);
    // Letters straight into the cells: the cursor is put once, the arrows do the rest.
    page.click_cell("Select accounts", "AE");
    ++newcomer.clicks;
    for (const char *row : {"ARC", "IRC", "RCI"}) {
        for (const char *letter = row; *letter != '\0'; ++letter) {
            newcomer.type(std::string_view(letter, 1));
            newcomer.press(ImGuiKey_RightArrow);
        }
        newcomer.press(ImGuiKey_Home);
        newcomer.press(ImGuiKey_DownArrow);
    }
    CHECK(page.letters("Demos", "Marketer") == "I");
    newcomer.click("button", "Nobody is accountable for Outreach*");
    newcomer.click("button", "Make SDR accountable and responsible");
    CHECK(page.letters("Outreach", "SDR") == "A/R");

    CHECK(newcomer.gestures() <= 8);
    CHECK(newcomer.seconds() < 3 * 60);
}

TEST_CASE("A newcomer sees a scored list of the sample accounts within five minutes") {
    Newcomer newcomer;
    Page &page = newcomer.page;
    newcomer.click("button", "Blank plan");
    newcomer.click("link", "Accounts");
    newcomer.click("button", "Try 120 sample accounts");
    CHECK(scored(page));
    CHECK(page.plan().accounts->table.rows() == 120);
    // Why does the first stand there?
    newcomer.click("button", "Quartz Works");
    CHECK(page.says({"Score ", "1:1, rank 4 of 120"}));

    CHECK(newcomer.gestures() <= 5);
    CHECK(newcomer.seconds() < 5 * 60);
}

TEST_CASE("A newcomer has their own CRM's list scored within five minutes") {
    Newcomer newcomer;
    Page &page = newcomer.page;
    newcomer.click("button", "Blank plan");
    newcomer.click("link", "Accounts");
    newcomer.click("button", "Import a CSV file");
    newcomer.choose_file("crm.csv", crm_export());
    newcomer.click("button", "Import");
    // The list says that nothing orders it yet, and leads to what does.
    CHECK(page.shows("status", "Not ordered yet*"));
    newcomer.click("button", "Choose what counts");
    newcomer.click("button", "Employees");
    newcomer.click("button", "Intent");
    newcomer.click("link", "Accounts");
    CHECK(scored(page));
    CHECK_FALSE(page.shows("status", "Not ordered yet*"));
    CHECK(page.find("button", "Company 28").value.find("no score") == std::string::npos);

    CHECK(newcomer.gestures() <= 12);
    CHECK(newcomer.seconds() < 5 * 60);
}

TEST_CASE("The guide says which step this is, leads to the next, is closed, and the overview takes it up again") {
    Page page({.templateName = ""});
    page.click("button", "Blank plan");
    page.picture("guide");
    CHECK(page.shows("status", "Step 2 of 6: Say who does what"));
    CHECK(page.find("button", "Step 2: Say who does what").selected == true);
    CHECK(page.find("button", "Step 2: Say who does what").description == "not begun");
    // What is done is read from the plan.
    page.paste("Activity\tAE\tSDR\nOutreach\tA\tR\nDemos\tR\tA\nContent\tA\tR\n");
    page.click("button", "Fill the grid");
    CHECK(page.find("button", "Step 2: Say who does what").description != "not begun");
    page.click("button", "Next: set the rhythm");
    CHECK(page.state().view == View::cadences);
    CHECK(page.shows("status", "Step 3 of 6: Set the rhythm"));
    page.picture("guide-cadences");
    // A section that is no step of the six shows the way to the next one.
    page.click("link", "Accounts");
    CHECK(page.shows("status", "Step 1 of 6: Choose the organisation model"));
    page.click("button", "Go there");
    CHECK(page.state().view == View::models);

    page.click("button", "Close the guide");
    CHECK_FALSE(page.shows("region", "Guide through the six steps"));
    page.reload();
    CHECK_FALSE(page.shows("region", "Guide through the six steps"));
    page.click("link", "Overview");
    CHECK(page.shows("text", "Next: choose the organisation model"));
    page.click("button", "Guide me through");
    CHECK(page.shows("region", "Guide through the six steps"));
    page.reload();
    page.click("link", "Overview");
    CHECK(page.shows("region", "Guide through the six steps"));
}

TEST_CASE("Who closed the guide once is not asked again by the next plan") {
    Page page({.templateName = ""});
    page.click("button", "Blank plan");
    page.click("button", "Close the guide");
    page.click("link", "Plans");
    page.click("button", "Blank plan");
    CHECK_FALSE(page.shows("region", "Guide through the six steps"));
}

TEST_CASE("The last step is done once everything is settled and the plan was shared") {
    Page page({.templateName = "blank"});
    page.click("link", "Overview");
    CHECK(page.find("button", "Share the operating model").value == "Once the steps above are settled");
    page.click("button", "Share the operating model");
    CHECK(page.shows("dialog", "Share this plan"));
    page.click("button", "Close");
    CHECK(page.find("button", "Share the operating model").value == "Shared, with things open");
}

TEST_CASE("An empty section is begun with what the reference model has, in one step that can be undone") {
    Page page({.templateName = "blank"});
    const auto begin = [&](const char *section, const char *offer) {
        page.click("link", section);
        const Plan before = page.plan();
        page.click("button", offer);
        CHECK_FALSE(page.plan() == before);
        CHECK_FALSE(page.shows("button", offer));
        const Plan after = page.plan();
        page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(page.plan() == before);
        page.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(page.plan() == after);
    };
    begin("Organisation", "Start with seven usual roles");
    CHECK(page.plan().organisation->roles.size() == 7);
    begin("Cadences", "Start with four usual meetings");
    CHECK(page.plan().governance->meetings.size() == 4);
    begin("Decisions", "Start with four usual decisions");
    begin("Escalation", "Start with a ladder of four levels");
    begin("KPIs", "Start with the usual KPIs");
    begin("Governance", "Start with the usual practices");
    // Nobody was added by the sections after the first.
    CHECK(page.plan().organisation->roles.size() == 7);
}

TEST_CASE("What is begun with the reference model knows the plan's own roles by their names") {
    Page page({.templateName = "blank"});
    page.paste("Activity\tAE\tVP Sales\nOutreach\tR\tA\n");
    page.click("button", "Fill the grid");
    page.click("link", "Cadences");
    page.click("button", "Start with four usual meetings");
    CHECK(page.plan().organisation->roles.size() == 2);
    const Meeting &sync = page.plan().governance->meetings.at(MeetingId("weekly-sync"));
    REQUIRE(sync.attendees.size() == 1);
    CHECK(page.plan().organisation->roles.at(*sync.attendees.begin()).name == "AE");
}

TEST_CASE("Who comes back goes on with the plan that was changed last") {
    Page page({.templateName = ""});
    CHECK_FALSE(page.shows("button", "Go on with*"));
    page.click("button", "Blank plan");
    page.click("button", "Rename plan");
    page.type("Mine");
    page.press(ImGuiKey_Enter);
    page.click("link", "Plans");
    page.picture("plans-again");
    page.click("button", "Go on with " + quoted("Mine"));
    CHECK(page.state().view == View::overview);
    CHECK(page.plan().about->title == "Mine");
}

TEST_CASE("Every section explains its terms beside its title, for the eye and for the mirror") {
    Page page;
    for (const char *section : {"Overview", "Organisation", "Models", "RACI grid", "Cadences", "Decisions", "Escalation", "KPIs",
                                "Governance", "Readiness", "Accounts", "Score", "Contacts", "Program", "Pods", "Engagement"}) {
        INFO(section);
        page.click("link", section);
        const std::vector<std::string_view> terms = ui::terms_of(page.state().view);
        REQUIRE_FALSE(terms.empty());
        page.click("button", "Terms used here");
        CHECK(page.shows("dialog", "Terms used here"));
        for (const std::string_view term : terms) {
            INFO(term);
            REQUIRE(ui::find_term(term) != nullptr);
            CHECK(page.shows("listitem", std::string(term) + ": " + std::string(ui::find_term(term)->meaning)));
        }
        page.picture("terms-" + std::string(section));
        page.press(ImGuiKey_Escape);
        CHECK_FALSE(page.shows("dialog", "Terms used here"));
    }
}

TEST_CASE("The letters of the legend, a field and a kind of thing say what they mean where they stand") {
    Page page;
    CHECK(page.find("note", "A, accountable").description.find("Exactly one") != std::string::npos);
    page.click("link", "KPIs");
    page.click("button", "Account coverage*");
    CHECK(page.find("note", "About: KPI").description == std::string(ui::find_term("KPI")->meaning));
    CHECK_FALSE(page.find("note", "About: What it counts").description.empty());
    page.click("link", "Contacts");
    page.click("tab", "Lead stages*");
    page.click("button", "Start with MQL, TQL, SAL and SQL");
    page.click("button", "MQL");
    CHECK(page.find("note", "About: MQL").description.find("Marketing-qualified") != std::string::npos);
}

TEST_CASE("The table of terms has each once, in plain sentences") {
    std::set<std::string> seen;
    for (const ui::Term &term : ui::all_terms()) {
        INFO(term.name);
        CHECK(seen.insert(lowered(term.name)).second);
        CHECK(term.meaning.ends_with("."));
        CHECK(term.meaning.size() < 200);
    }
}
