// How long the page is held up at a time while a list of a real market is read, saved, compared and merged: each step of the app on its
// own.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "accounts_csv.h"
#include "app/app.h"
#include "app/incoming.h"
#include "app/long_work.h"
#include "bench.h"
#include "edit/account_gestures.h"
#include "edit/gestures.h"
#include "platform/null/null_platform.h"

namespace fullcourt::bench {
namespace {

struct Step {
    double milliseconds = 0;
    double part = 0; ///< of the work that is done already
};

class Steps {
  public:
    void take(double part, const std::function<void()> &step) {
        const auto start = std::chrono::steady_clock::now();
        step();
        m_steps.push_back({std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(), part});
    }
    void report(const char *what) {
        double sum = 0;
        for (const Step &step : m_steps) {
            sum += step.milliseconds;
        }
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step &a, const Step &b) { return a.milliseconds > b.milliseconds; });
        std::printf("%-40s %8.1f ms in %4zu steps; longest", what, sum, m_steps.size());
        for (std::size_t i = 0; i < std::min<std::size_t>(m_steps.size(), 5); ++i) {
            std::printf("  %.1f (step at %.0f %%)", m_steps[i].milliseconds, 100 * m_steps[i].part);
        }
        std::printf("\n");
        m_steps.clear();
    }

  private:
    std::vector<Step> m_steps;
};

double part_of_work(const State &state) {
    if (const auto *receiving = std::get_if<dialog::Receiving>(&state.dialog)) {
        return receiving->work->part();
    }
    if (const auto *incoming = std::get_if<dialog::Incoming>(&state.dialog)) {
        return comparing_part(*incoming).value_or(1);
    }
    if (const auto *import = std::get_if<dialog::AccountImport>(&state.dialog)) {
        return import->work ? import->work->part() : 1;
    }
    if (const auto *saving = std::get_if<dialog::Saving>(&state.dialog)) {
        return saving->work->part();
    }
    const auto *shown = std::get_if<dialog::Export>(&state.dialog);
    return shown != nullptr && shown->work ? shown->work->part() : 1;
}

/// The app without its interface, on a machine of its own.
class Desk {
  public:
    Desk() {
        platform::null::reset();
        m_app.start();
        settle();
        act("", action::StartFrom{"blank", false});
        act("", action::Show{View::accounts});
    }
    const State &state() const { return m_app.state(); }

    void act(const char *what, Action action) {
        m_steps.take(0, [&] { m_app.dispatch(std::move(action)); });
        settle();
        if (*what == '\0') {
            m_steps = {};
        } else {
            m_steps.report(what);
        }
    }

  private:
    void settle() {
        platform::null::Machine &machine = platform::null::machine();
        while (!machine.waiting.empty() || !machine.timers.empty()) {
            if (machine.waiting.empty()) {
                platform::null::advance(3);
            }
            m_steps.take(part_of_work(state()), [] { platform::null::deliver_one(); });
        }
    }

    App m_app{0};
    Steps m_steps;
};

} // namespace

void measure_long_work() {
    std::printf("\nLong work, 100,000 accounts × 12 columns\n");
    Desk desk;
    desk.act("CSV to what would change", platform::Event{platform::FileOpened{0, "accounts.csv", csv_of(100'000)}});
    desk.act("import and storing", action::ApplyImport{});
    desk.act("", action::SaveFile{true});
    desk.act("the plan file", action::SaveFile{true});
    std::string theirs = platform::null::machine().saved.back().bytes;
    for (const ExportKind kind :
         {ExportKind::manualHtml, ExportKind::workbook, ExportKind::accountsCsv, ExportKind::scoresCsv, ExportKind::crmCsv}) {
        action::ShowExport wanted;
        wanted.kind = kind;
        desk.act("the export's dialog", wanted);
        desk.act("an export", action::SaveExport{});
        desk.act("", action::CloseDialog{});
    }
    desk.act("a change here",
             action::Do{set_account_cell(desk.state().open->plan(), AccountId("A1000077"), AccountColumnId("employees"), "7"), 0});
    const std::size_t industry = theirs.find("\"Software\"");
    theirs.replace(industry, 10, "\"Hardware\"");
    const std::size_t revision = theirs.find("\"revision\":\"") + 12;
    theirs.replace(revision, theirs.find('"', revision) - revision, "changed-elsewhere");
    desk.act("a changed copy read and compared", platform::Event{platform::FileOpened{0, "theirs.fullcourt.json", theirs}});
    desk.act("merged and stored", action::AnswerIncoming{IncomingAnswer::take});
}

} // namespace fullcourt::bench
