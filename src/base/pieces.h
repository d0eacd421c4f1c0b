// Long work as steps that are done a piece at a time, so that a page can show how far it is, or stop.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <numeric>
#include <utility>

namespace fullcourt {

class Pieces {
  public:
    /// Does a piece; gives how much of the step is done, 1 when all of it is.
    using Step = std::function<double()>;

    /// Behind all others. What a step adds in its last piece is done next, and is a part of it. `weight`: how long the step takes, beside
    /// the others that are added with it.
    void add(double weight, Step step) {
        m_steps.emplace(m_running ? m_behind : m_steps.end(), weight, std::move(step));
        m_left += m_running ? 0 : weight;
    }
    /// A piece of the first step that is not done; true when none is left.
    bool go_on() {
        if (m_steps.empty()) {
            return true;
        }
        const auto step = m_steps.begin();
        m_behind = std::next(step);
        m_running = true;
        const double done = step->second();
        m_running = false;
        m_within = done < 1 ? done * step->first : 0;
        if (done >= 1) {
            finish(step);
        }
        return m_steps.empty();
    }
    /// How much is done, from 0 to 1, and 1 only when no step is left: a step may tell it as its own.
    double part() const {
        constexpr double most = 0.999;
        return m_steps.empty() ? 1 : std::min((m_done + m_within) / (m_done + m_left), most);
    }

  private:
    using Steps = std::list<std::pair<double, Step>>;

    void finish(Steps::iterator step) {
        const double added =
            std::accumulate(std::next(step), m_behind, 0.0, [](double sum, const auto &other) { return sum + other.first; });
        for (auto other = std::next(step); other != m_behind; ++other) {
            other->first *= step->first / added;
        }
        if (added == 0) {
            m_done += step->first;
            m_left -= step->first;
        }
        m_steps.erase(step);
    }

    Steps m_steps;
    Steps::iterator m_behind; ///< of the running step
    bool m_running = false;
    double m_done = 0;
    double m_within = 0;
    double m_left = 0;
};

} // namespace fullcourt
