// A line for each thing that is asked: "order<tab>COLUMN<tab>down", "word<tab>COLUMN<tab>Software".
#include "app/account_list_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/number.h"
#include "base/text.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

constexpr std::string_view listFirstCell = "accounts";
constexpr std::string_view listVersion = "1";
constexpr std::size_t mostListBytes = std::size_t{64} << 10U;
constexpr std::size_t mostListSearched = 1'000; ///< bytes of what somebody looks for
constexpr std::size_t mostListOrders = 8;
constexpr std::size_t mostListFilters = 64;
constexpr std::size_t mostFilterWords = 1'000; ///< of a filter
constexpr std::array<std::string_view, 4> listWorkedOut = {byRank, byName, byTier, byTags};

using ListLine = std::vector<std::string>;

void write_list_filter(std::vector<ListLine> &lines, const std::string &by, const ColumnFilter &filter) {
    if (!filter.holds.empty()) {
        lines.push_back({"holds", by, filter.holds});
    }
    if (filter.from) {
        lines.push_back({"from", by, to_text(*filter.from)});
    }
    if (filter.to) {
        lines.push_back({"to", by, to_text(*filter.to)});
    }
    for (const std::string &word : filter.words) {
        lines.push_back({"word", by, word});
    }
    if (filter.filled != ColumnFilter::Filled::either) {
        lines.push_back({filter.filled == ColumnFilter::Filled::filled ? "filled" : "empty", by, ""});
    }
}

void read_list_order(ListQuestion &question, const std::string &by, const std::string &direction) {
    const bool again = std::any_of(question.order.begin(), question.order.end(), [&](const ListOrder &order) { return order.by == by; });
    if (!again && question.order.size() < mostListOrders) {
        question.order.push_back({by, direction == "down"});
    }
}

/// False where the line asks for nothing.
bool read_list_filter(ColumnFilter &filter, const std::string &what, const std::string &value) {
    if (what == "holds" && value.size() <= mostListSearched) {
        filter.holds = on_one_line(value);
    } else if (what == "from") {
        filter.from = parse_number(value);
    } else if (what == "to") {
        filter.to = parse_number(value);
    } else if (what == "word" && filter.words.size() < mostFilterWords) {
        filter.words.insert(value);
    } else if (what == "filled" || what == "empty") {
        filter.filled = what == "filled" ? ColumnFilter::Filled::filled : ColumnFilter::Filled::empty;
    }
    return filter.asks();
}

bool is_in_list(const Accounts &accounts, const std::string &by) {
    return std::find(listWorkedOut.begin(), listWorkedOut.end(), by) != listWorkedOut.end() ||
           accounts.columns.contains(AccountColumnId(by));
}

void read_list_line(ListQuestion &question, const ListLine &line, const Accounts &accounts) {
    const std::string &what = line[0];
    const std::string &by = line[1];
    const std::string &value = line[2];
    if (what == "search" && value.size() <= mostListSearched) {
        question.search = on_one_line(value);
    } else if (!is_in_list(accounts, by)) {
        return;
    } else if (what == "order") {
        read_list_order(question, by, value);
    } else if (question.filters.contains(by) || question.filters.size() < mostListFilters) {
        ColumnFilter filter = question.filters[by];
        if (read_list_filter(filter, what, value)) {
            question.filters[by] = std::move(filter);
        } else {
            question.filters.erase(by);
        }
    }
}

} // namespace

std::string account_list_preference(const PlanId &plan) { return "accounts-" + plan.text; }

std::string account_list_text(const ListQuestion &question) {
    std::vector<ListLine> lines;
    if (!question.search.empty()) {
        lines.push_back({"search", "", question.search});
    }
    for (const ListOrder &order : question.order) {
        lines.push_back({"order", order.by, order.descending ? "down" : "up"});
    }
    for (const auto &[by, filter] : question.filters) {
        write_list_filter(lines, by, filter);
    }
    if (lines.empty()) {
        return {};
    }
    lines.insert(lines.begin(), {std::string(listFirstCell), std::string(listVersion), ""});
    std::string text = write_tsv({std::move(lines)});
    return text.size() > mostListBytes ? std::string() : text;
}

ListQuestion account_list_of(std::string_view text, const Accounts &accounts) {
    ListQuestion question;
    if (text.empty() || text.size() > mostListBytes) {
        return question;
    }
    const Result<TextTable> table = read_table(text);
    if (!table || table->columns() != 3 || table->rows[0][0] != listFirstCell || table->rows[0][1] != listVersion) {
        return question;
    }
    for (const ListLine &line : table->rows) {
        read_list_line(question, line, accounts);
    }
    return question;
}

} // namespace fullcourt
