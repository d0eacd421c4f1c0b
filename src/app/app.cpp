#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/incoming.h"
#include "app/long_work.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "io/write.h"

namespace fullcourt {
namespace {

/// What it carries, many megabytes maybe, is handed on.
void run_effect(Effect &effect) {
    std::visit(Overloaded{
                   [](const effect::StartStorage &) { platform::start_storage(); },
                   [](const effect::LoadPlan &e) { platform::load_plan(e.plan); },
                   [](effect::AppendJournal &e) { platform::append_journal(e.plan, std::move(e.row)); },
                   [](effect::StorePlan &e) { platform::store_plan(e.plan, std::move(e.files), e.upTo, std::move(e.row)); },
                   [](effect::PutIndex &e) { platform::put_index(std::move(e.row)); },
                   [](const effect::ErasePlan &e) { platform::erase_plan(e.plan); },
                   [](effect::KeepRevision &e) { platform::keep_revision(std::move(e.row), std::move(e.file)); },
                   [](const effect::ListRevisions &e) { platform::list_revisions(e.plan); },
                   [](const effect::LoadRevision &e) { platform::load_revision(e.key); },
                   [](effect::SetAside &e) { platform::quarantine(e.plan, std::move(e.why), std::move(e.bytes)); },
                   [](const effect::ListQuarantine &) { platform::list_quarantine(); },
                   [](const effect::LoadQuarantine &e) { platform::load_quarantine(e.key); },
                   [](const effect::TakeLock &e) { e.over ? platform::take_over(e.plan) : platform::take_lock(e.plan); },
                   [](const effect::ReleaseLock &e) { platform::release_lock(e.plan); },
                   [](const effect::PickFile &e) { platform::pick_file(e.accept); },
                   [](effect::SaveFile &e) { platform::save_file(e.handle, e.name, e.mediaType, std::move(e.bytes), e.saveAs); },
                   [](effect::SavePicture &e) { platform::save_picture(e.name, std::move(e.svg), e.width, e.height); },
                   [](const effect::StartTimer &e) { platform::start_timer(static_cast<std::uint32_t>(e.timer), e.seconds); },
                   [](const effect::StopTimer &e) { platform::stop_timer(static_cast<std::uint32_t>(e.timer)); },
                   [](const effect::SetPreference &e) { platform::set_preference(e.name, e.value); },
                   [](const effect::SaveWebPage &e) { platform::save_web_page(e.name, e.title, e.plan, e.readOnly); },
                   [](const effect::RememberFile &e) { platform::remember_file(e.handle, e.name); },
                   [](const effect::ListRecentFiles &) { platform::list_recent_files(); },
                   [](const effect::OpenRecentFile &e) { platform::open_recent_file(e.key); },
                   [](const effect::ForgetRecentFile &e) { platform::forget_recent_file(e.key); },
                   [](const effect::UseUpdate &) { platform::use_update(); },
                   [](const effect::DescribePage &) { platform::describe_page(); },
                   [](const effect::Announce &e) { platform::announce(e.sentence, e.urgent); },
               },
               effect);
}

std::string page_title(const State &state) {
    return state.open ? on_one_line(truncated(state.open->plan().about->title, 200)) + " – Fullcourt" : std::string("Fullcourt");
}

std::int32_t today() { return days_between({1970, 1, 1}, platform::today()); }

/// Accepted findings mark nothing.
void note_open(Derived &derived, const Finding &finding) {
    if (finding.accepted) {
        return;
    }
    ++derived.open[view_of(finding)];
    if (view_of(finding) == View::conflicts) {
        ++derived.open[view_of(finding.section)];
    }
    SectionState &section = derived.sections[finding.section];
    ++section.open;
    Mark &mark = section.marks[finding.item];
    mark.severity = mark.count == 0 ? finding.severity : std::min(mark.severity, finding.severity);
    ++mark.count;
}

} // namespace

Derived derive(const Plan &plan, Checker &checker, std::int32_t today) {
    Derived derived;
    derived.findings = checker.check(plan, today);
    derived.count = count(derived.findings);
    for (const Finding &finding : derived.findings) {
        note_open(derived, finding);
    }
    derived.lines = grid_lines(*plan.raci);
    derived.columns = ordered(plan.raci->columns);
    for (const auto &[id, activity] : plan.raci->activities) {
        derived.rowCounts[id] = count_row(*plan.raci, id);
    }
    for (const RoleId &role : derived.columns) {
        derived.columnCounts[role] = count_column(*plan.raci, role);
    }
    return derived;
}

std::size_t open_in(const Derived &derived, PlanSection section) {
    const SectionState *state = find(derived.sections, section);
    return state == nullptr ? 0 : state->open;
}

std::size_t open_in(const Derived &derived, View view) {
    const std::size_t *open = find(derived.open, view);
    return open == nullptr ? 0 : *open;
}

const Mark *mark_of(const Derived &derived, PlanSection section, const std::string &item) {
    const SectionState *state = find(derived.sections, section);
    return state == nullptr ? nullptr : find(state->marks, item);
}

App::App(double workSeconds) : m_bits([] { return platform::random_bits(); }), m_workSeconds(workSeconds) {}

void App::start() {
    platform::set_receiver([this](platform::Event event) { receive(std::move(event)); });
    platform::set_copy_source([this](bool cut) {
        std::string text = copied_text();
        if (cut && !text.empty() && m_state.view == View::raci && can_edit(m_state)) {
            const SelectedCells selected = selected_cells(m_state);
            dispatch(action::Do{set_cells(m_state.open->plan(), selected.rows, selected.columns, Letters()), 0});
        }
        return text;
    });
    platform::set_rescue_source([this] { return m_state.open ? write_plan(m_state.open->plan(), m_state.open->envelope) : std::string(); });
    Update first =
        begin({platform::preference("theme"), platform::preference("scale"), platform::preference("last-plan"),
               platform::preference("author"), platform::preference(keyBindingsPreference), platform::preference("guide"),
               platform::system_theme_dark(), platform::coarse_pointer(), platform::opened_from_disk(), platform::carried_plan()},
              {m_bits, platform::utc_now()});
    m_state = std::move(first.state);
    run(std::move(first.effects));
}

bool App::is_derived() const { return m_derivedGeneration == m_state.open->generation && m_derivedPlan == m_state.open->id; }

bool App::prepare_frame() {
    if (!m_state.open || is_derived()) {
        return true;
    }
    // With very many accounts what an edit changes takes as long as drawing it: then it is drawn by the next frame.
    constexpr std::size_t veryMany = 20'000;
    constexpr double longest = 0.012;
    const double start = platform::seconds();
    do {
        if (m_checker.prepare(m_state.open->plan(), today())) {
            if (m_state.open->plan().accounts->table.rows() < veryMany) {
                return true;
            }
            (void)derived();
            return platform::seconds() - start < longest;
        }
    } while (platform::seconds() < start + m_workSeconds);
    return false;
}

const Derived &App::derived() const {
    static const Derived nothing;
    if (!m_state.open) {
        return nothing;
    }
    if (!is_derived()) {
        m_derived = derive(m_state.open->plan(), m_checker, today());
        m_derivedGeneration = m_state.open->generation;
        m_derivedPlan = m_state.open->id;
    }
    return m_derived;
}

ScoreBoard &App::score_board() const {
    static const Plan nothing;
    m_checker.scores().follow(m_state.open ? m_state.open->plan() : nothing, today());
    return m_checker.scores();
}

ContactBoard &App::contact_board() const {
    static const Plan nothing;
    m_checker.contacts().follow(m_state.open ? m_state.open->plan() : nothing, today());
    return m_checker.contacts();
}

void App::receive(platform::Event event) {
    const auto *fired = std::get_if<platform::TimerFired>(&event);
    if (fired != nullptr && fired->timer == static_cast<std::uint32_t>(Timer::work)) {
        go_on_with_work();
    } else {
        dispatch(std::move(event));
    }
}

void App::dispatch(Action action) {
    m_queue.push_back(std::move(action));
    if (!m_drawing && !m_settling) {
        settle();
    }
}

void App::end_drawing() {
    m_drawing = false;
    settle();
}

void App::settle() {
    m_settling = true;
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        const Action action = std::move(m_queue[i]);
        Update next = update(std::move(m_state), action, {m_bits, platform::utc_now()});
        m_state = std::move(next.state);
        run(std::move(next.effects));
        draw_after(action);
    }
    m_settling = false;
    if (!m_queue.empty()) {
        m_queue.clear();
        platform::set_title(page_title(m_state));
        platform::set_unsaved(has_unsaved(m_state));
        if (is_working(m_state)) {
            platform::start_timer(static_cast<std::uint32_t>(Timer::work), 0);
        }
    }
}

void App::go_on_with_work() {
    const double end = platform::seconds() + m_workSeconds;
    do {
        dispatch(action::ContinueWork{});
    } while (is_working(m_state) && platform::seconds() < end);
}

/// Where the browser draws without a graphics card a frame takes longer than a piece of work: progress is drawn now and then.
void App::draw_after(const Action &action) {
    constexpr double betweenProgress = 0.1;
    const double now = platform::seconds();
    if (std::holds_alternative<action::ContinueWork>(action) && is_working(m_state) && now - m_progressDrawn < betweenProgress) {
        return;
    }
    m_progressDrawn = now;
    platform::wake();
}

void App::run(Effects effects) {
    for (Effect &effect : effects) {
        run_effect(effect);
    }
}

std::string App::copied_text() const {
    if (!m_state.open || !std::holds_alternative<std::monostate>(m_state.dialog)) {
        return {};
    }
    if (m_state.view == View::accounts) {
        return m_copiedAccounts ? m_copiedAccounts() : std::string();
    }
    if (m_state.view != View::raci) {
        return {};
    }
    const SelectedCells selected = selected_cells(m_state);
    if (selected.empty()) {
        return {};
    }
    Plan shown = m_state.open->plan();
    if (grid_picture(m_state) == GridPicture::asIs) {
        shown.raci.edit().rows = shown_rows(m_state);
    }
    return write_tsv(cells_table(shown, selected.rows, selected.columns, false));
}

} // namespace fullcourt
