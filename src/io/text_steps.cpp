#include "io/text_steps.h"

#include <algorithm>
#include <vector>

namespace fullcourt {
namespace {

/// Line ends belong to their lines.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

/// What two lines have in common at both ends.
struct Alike {
    std::size_t front = 0;
    std::size_t back = 0;
};

Alike alike(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    Alike both;
    while (both.front < most && a[both.front] == b[both.front]) {
        ++both.front;
    }
    while (both.back < most - both.front && a[a.size() - 1 - both.back] == b[b.size() - 1 - both.back]) {
        ++both.back;
    }
    return both;
}

/// What a pair of lines saves, in bytes; a change within a line costs a step, and most pairs share the beginning of an item.
constexpr std::uint32_t stepCost = 12;

std::uint32_t worth(std::string_view a, std::string_view b) {
    if (a == b) {
        return static_cast<std::uint32_t>(a.size()) + 1;
    }
    const Alike both = alike(a, b);
    const auto kept = static_cast<std::uint32_t>(both.front + both.back);
    return kept > stepCost ? kept - stepCost : 0;
}

/// The most that the lines from each pair of places on can save, as the usual table for what two sequences share.
class Savings {
  public:
    Savings(const std::vector<std::string_view> &from, const std::vector<std::string_view> &to)
        : m_width(to.size() + 1), m_best((from.size() + 1) * m_width, 0) {
        for (std::size_t i = from.size(); i-- > 0;) {
            for (std::size_t j = to.size(); j-- > 0;) {
                const std::uint32_t without = std::max(at(i + 1, j), at(i, j + 1));
                const std::uint32_t pair = worth(from[i], to[j]);
                m_best[i * m_width + j] = pair == 0 ? without : std::max(without, pair + at(i + 1, j + 1));
            }
        }
    }
    std::uint32_t at(std::size_t i, std::size_t j) const { return m_best[i * m_width + j]; }

  private:
    std::size_t m_width;
    std::vector<std::uint32_t> m_best;
};

class TextStepWriter {
  public:
    void copy(std::size_t count) {
        if (count == 0) {
            return;
        }
        if (m_drop != 0 || !m_insert.empty()) {
            flush();
        }
        m_copy += count;
    }
    void drop(std::size_t count) { m_drop += count; }
    void insert(std::string_view text) { m_insert += text; }
    std::string take() {
        if (m_copy != 0 || !m_insert.empty()) {
            flush();
        }
        return std::move(m_bytes);
    }

  private:
    void flush() {
        append_number(m_bytes, static_cast<std::uint32_t>(m_copy));
        append_number(m_bytes, static_cast<std::uint32_t>(m_drop));
        append_number(m_bytes, static_cast<std::uint32_t>(m_insert.size()));
        m_bytes += m_insert;
        m_copy = 0;
        m_drop = 0;
        m_insert.clear();
    }

    std::string m_bytes;
    std::size_t m_copy = 0;
    std::size_t m_drop = 0;
    std::string m_insert;
};

void write_pair(TextStepWriter &writer, std::string_view from, std::string_view to) {
    const Alike both = from == to ? Alike{from.size(), 0} : alike(from, to);
    writer.copy(both.front);
    writer.drop(from.size() - both.front - both.back);
    writer.insert(to.substr(both.front, to.size() - both.front - both.back));
    writer.copy(both.back);
}

} // namespace

std::optional<std::string> steps_between(std::string_view from, std::string_view to) {
    const std::vector<std::string_view> before = lines_of(from);
    const std::vector<std::string_view> after = lines_of(to);
    if ((before.size() + 1) * (after.size() + 1) > mostPairs) {
        return std::nullopt;
    }
    const Savings savings(before, after);
    TextStepWriter writer;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() && j < after.size()) {
        const std::uint32_t best = savings.at(i, j);
        if (best == savings.at(i + 1, j)) {
            writer.drop(before[i++].size());
        } else if (best == savings.at(i, j + 1)) {
            writer.insert(after[j++]);
        } else {
            write_pair(writer, before[i++], after[j++]);
        }
    }
    for (; j < after.size(); ++j) {
        writer.insert(after[j]);
    }
    return writer.take();
}

std::optional<std::string> follow_steps(std::string_view from, std::string_view steps, std::size_t most) {
    std::string to;
    while (!steps.empty()) {
        const std::optional<std::uint32_t> copy = take_number(steps);
        const std::optional<std::uint32_t> drop = take_number(steps);
        const std::optional<std::uint32_t> insert = take_number(steps);
        if (!copy || !drop || !insert || *copy > from.size() || *drop > from.size() - *copy || *insert > steps.size()) {
            return std::nullopt;
        }
        to += from.substr(0, *copy);
        to += steps.substr(0, *insert);
        from.remove_prefix(std::size_t{*copy} + *drop);
        steps.remove_prefix(*insert);
        if (to.size() > most) {
            return std::nullopt;
        }
    }
    return to;
}

void append_number(std::string &bytes, std::uint32_t number) {
    while (number >= 128U) {
        bytes += static_cast<char>((number & 127U) | 128U);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

std::optional<std::uint32_t> take_number(std::string_view &bytes) {
    constexpr unsigned mostShift = 21; // four bytes: up to 2^28, far above every limit
    std::uint32_t number = 0;
    for (unsigned shift = 0; shift <= mostShift && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= (byte & 127U) << shift;
        if (byte < 128U) {
            return number;
        }
    }
    return std::nullopt;
}

} // namespace fullcourt
