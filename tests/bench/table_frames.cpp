// What a frame of the list of accounts costs while it is scrolled, and what a keystroke in its search or in the palette does: the
// whole interface, drawn by Dear ImGui into nothing.
#include <cstdio>
#include <memory>
#include <string>

#include <imgui.h>

#include "accounts_csv.h"
#include "analysis/account_list.h"
#include "app/app.h"
#include "app/plan_search.h"
#include "bench.h"
#include "edit/account_gestures.h"
#include "io/account_import.h"
#include "io/templates.h"
#include "platform/null/null_platform.h"
#include "ui/ui.h"

namespace fullcourt::bench {
namespace {

Plan plan_of(std::size_t rows) {
    const std::string bytes = csv_of(rows);
    const CsvTable table = *read_csv(bytes, guess_csv_style(bytes));
    Plan plan;
    plan.accounts = Shared<Accounts>(import_accounts(table, guess_mapping(table, {})).accounts);
    for (const char *column : {"employees", "annual-revenue", "intent-score", "website-visits"}) {
        Criterion criterion = criterion_for(*plan.accounts, AccountColumnId(column));
        criterion.position = position_at_end(plan.scoring->criteria);
        plan.scoring.edit().criteria[CriterionId(column)] = criterion;
    }
    return plan;
}

/// A page that shows the list, without a browser.
class Screen {
  public:
    explicit Screen(const Plan &plan) {
        platform::null::reset();
        platform::null::machine().mirrorOpen = false;
        m_context = ImGui::CreateContext();
        ImGuiIO &io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {1920, 1080};
        m_app = std::make_unique<App>();
        m_interface = std::make_unique<ui::Interface>(*m_app);
        m_interface->started();
        m_app->start();
        ui::connect(*m_app, *m_interface);
        frame();
        m_app->dispatch(action::StartFrom{"blank", false});
        frame();
        m_app->dispatch(action::Do{{"Fill the plan", diff(m_app->state().open->plan(), plan)}, 0});
        m_app->dispatch(action::Show{View::accounts});
        for (int i = 0; i < 10; ++i) {
            frame();
        }
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    ~Screen() {
        m_interface.reset();
        m_app.reset();
        for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext(m_context);
        platform::null::reset();
    }

    void frame() {
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        platform::null::deliver();
        ImGui::NewFrame();
        m_interface->draw();
        ImGui::Render();
        for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }

    void scroll() {
        ImGui::GetIO().AddMousePosEvent(700, 600);
        ImGui::GetIO().AddMouseWheelEvent(0, m_down ? -3.0F : 3.0F);
        m_turns = (m_turns + 1) % 200;
        m_down = m_turns == 0 ? !m_down : m_down;
        frame();
    }

  private:
    ImGuiContext *m_context = nullptr;
    std::unique_ptr<App> m_app;
    std::unique_ptr<ui::Interface> m_interface;
    bool m_down = true;
    int m_turns = 0;
};

void measure_frames(std::size_t rows, int times) {
    const Plan plan = plan_of(rows);
    const Accounts &accounts = *plan.accounts;
    std::printf("\nThe list of %zu accounts × 12 columns\n", rows);
    {
        Screen screen(plan);
        report("a frame at rest", [&] { screen.frame(); }, 101);
        report("a frame while scrolling", [&] { screen.scroll(); }, 401);
    }
    AccountList list;
    ListQuestion question;
    question.order = {{"industry", false}, {"employees", true}};
    report("put in order by two columns", [&] { (void)ordered_rows(accounts, question.order, nullptr); }, times);
    report("put in order by name", [&] { (void)ordered_rows(accounts, {{std::string(byName), false}}, nullptr); }, times);
    for (const char *typed : {"f", "fi", "firm 77", "firm 77 poland", "zzz"}) {
        question.search = typed;
        (void)list.rows("", accounts, question, nullptr);
        report(("search as one types: " + question.search).c_str(),
               [&] {
                   question.search += "x";
                   (void)list.rows("", accounts, question, nullptr);
                   question.search.pop_back();
                   (void)list.rows("", accounts, question, nullptr);
               },
               times);
    }
    question.search.clear();
    double from = 0;
    report(
        "filter by a range and two categories",
        [&] {
            question.filters["employees"].from = ++from;
            question.filters["industry"].words = {"Software", "Retail"};
            (void)list.rows("", accounts, question, nullptr);
        },
        times);
    const std::vector<std::uint32_t> all = matching_rows(accounts, "");
    report("totals of a column over all rows", [&] { (void)total_of(accounts.table, AccountColumnId("employees"), all); }, times);
}

/// What is found as somebody types in the palette: in the accounts, and in everything else that a plan holds.
void measure_searches(std::size_t rows, int times) {
    Plan plan = load_template("reference")->plan;
    plan.accounts = plan_of(rows).accounts;
    constexpr std::size_t people = 5000;
    for (std::size_t i = 0; i < people; ++i) {
        Contact &contact = plan.contacts.edit().contacts[ContactId("contact-" + std::to_string(i))];
        contact.name = "Person " + std::to_string(i);
        contact.title = "Head of procurement";
        contact.account = AccountId(std::string(plan.accounts->table.key(i * rows / people)));
    }
    std::printf("\nA keystroke in the palette: %zu accounts × 12 columns, %zu contacts\n", rows, people);
    PlanSearcher searcher;
    // First what is in most names, then what is in columns alone, then what is rare, and what is nowhere.
    for (const char *typed : {"c", "company", "company 77", "germany", "software retail", "company 770123", "zzz"}) {
        report(typed, [&] { (void)searcher.search(plan, typed, 40); }, times);
    }
}

} // namespace

void measure_plan_search() { measure_searches(100'000, 11); }

void measure_table_frames() {
    measure_frames(10'000, 21);
    measure_frames(100'000, 11);
    measure_frames(1'000'000, 3);
}

} // namespace fullcourt::bench
