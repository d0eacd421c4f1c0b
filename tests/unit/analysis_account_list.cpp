// Which accounts a list shows, in which order, and what they add up to.
#include <catch2/catch_test_macros.hpp>

#include "analysis/account_list.h"

using namespace fullcourt;

namespace {

Accounts some_accounts() {
    Accounts accounts;
    const auto add = [&](const char *id, const char *name, AccountColumnType type) {
        AccountColumn column;
        column.name = name;
        column.type = type;
        column.position = position_at_end(accounts.columns);
        accounts.columns.emplace(AccountColumnId(id), column);
    };
    add("name", "Name", AccountColumnType::text);
    add("region", "Region", AccountColumnType::category);
    add("size", "Employees", AccountColumnType::number);
    add("since", "Since", AccountColumnType::date);
    add("partner", "Partner", AccountColumnType::yesNo);
    accounts.nameColumn = AccountColumnId("name");
    AccountTableBuilder builder({{AccountColumnId("name"), AccountColumnType::text},
                                 {AccountColumnId("region"), AccountColumnType::category},
                                 {AccountColumnId("size"), AccountColumnType::number},
                                 {AccountColumnId("since"), AccountColumnType::date},
                                 {AccountColumnId("partner"), AccountColumnType::yesNo}});
    const auto row = [&](const char *key, const char *name, const char *region, const char *size, const char *since, const char *partner) {
        builder.add_row(key);
        builder.add_any(0, name);
        builder.add_any(1, region);
        builder.add_any(2, size);
        builder.add_any(3, since);
        builder.add_any(4, partner);
    };
    row("a", "acme north", "DACH", "250", "2026-01-15", "yes");
    row("b", "Beta", "Nordics", "40", "2025-11-02", "no");
    row("c", "ACME South", "DACH", "-5", "", "");
    row("d", "Delta", "", "", "2026-03-01", "yes");
    row("e", "Epsilon", "Nordics", "many", "2026-01-31", "no");
    accounts.table = builder.take();
    return accounts;
}

std::string keys(const Accounts &accounts, const std::vector<std::uint32_t> &rows) {
    std::string text;
    for (const std::uint32_t row : rows) {
        text += accounts.table.key(row);
    }
    return text;
}

std::string found(const Accounts &accounts, const std::string &search) { return keys(accounts, matching_rows(accounts, search)); }

std::string filtered(const Accounts &accounts, const std::string &column, const ColumnFilter &filter) {
    AccountList list;
    ListQuestion question;
    question.filters[column] = filter;
    return keys(accounts, list.rows("1", accounts, question, nullptr));
}

std::string in_order(const Accounts &accounts, const std::vector<ListOrder> &order) {
    return keys(accounts, ordered_rows(accounts, order, nullptr));
}

} // namespace

TEST_CASE("A pod is found by the name that people gave it, and not by its id") {
    Accounts accounts;
    accounts.columns[podColumn()] = {};
    accounts.columns[podColumn()].type = AccountColumnType::category;
    AccountTableBuilder builder({{podColumn(), AccountColumnType::category}});
    for (const auto &[key, pod] : {std::pair("k", "p7x"), std::pair("l", ""), std::pair("m", "other")}) {
        builder.add_row(key);
        builder.add_any(0, pod);
    }
    accounts.table = builder.take();
    Engagement engagement;
    engagement.pods[PodId("p7x")].name = "Rhine";
    const ShownWords shown = shown_words(engagement);
    CHECK(keys(accounts, matching_rows(accounts, "rhine", shown)) == "k");
    CHECK(keys(accounts, matching_rows(accounts, "p7x", shown)).empty());
    CHECK(keys(accounts, matching_rows(accounts, "other", shown)) == "m"); // no pod of the plan: as it stands
    AccountList list;
    ListQuestion question;
    question.search = "rhine";
    CHECK(list.rows("1", accounts, question, nullptr).empty());
    question.shown = shown;
    CHECK(keys(accounts, list.rows("1", accounts, question, nullptr)) == "k");
}

TEST_CASE("A word is found wherever it stands, in either case, and all words must be") {
    const WordFinder finder("Acme");
    CHECK(finder.find("the ACME group") == 4);
    CHECK(finder.find("acm") == std::string::npos);
    CHECK(finder.find("acme acme", 1) == 5);
    const std::string far = std::string(1'000, 'a') + "CmE";
    CHECK(finder.find(far) == 999);
    CHECK(WordFinder("é").find("Café") == 3);
    const Accounts accounts = some_accounts();
    CHECK(found(accounts, "") == "abcde");
    CHECK(found(accounts, "acme") == "ac");
    CHECK(found(accounts, "acme dach") == "ac");
    CHECK(found(accounts, "acme south") == "c");
    CHECK(found(accounts, "nord") == "be");
    CHECK(found(accounts, "250") == "a");
    CHECK(found(accounts, "2026-01") == "ae");
    CHECK(found(accounts, "2025") == "b");
    CHECK(found(accounts, "many") == "e");
    CHECK(found(accounts, "northbeta").empty()); // half in one account's text and half in the next
}

TEST_CASE("Notes and tags are searched too") {
    Accounts accounts = some_accounts();
    AccountMark mark;
    mark.note = "Met at the fair";
    mark.tags = {"Wave 2"};
    accounts.marks[AccountId("d")] = mark;
    CHECK(found(accounts, "fair") == "d");
    CHECK(found(accounts, "wave 2") == "d");
    CHECK(filtered(accounts, std::string(byTags), {.words = {"Wave 2"}}) == "d");
    CHECK(filtered(accounts, std::string(byTags), {.words = {""}}) == "abce");
}

TEST_CASE("Matches are marked where they stand, one over another as one") {
    using Matches = std::vector<std::pair<std::size_t, std::size_t>>;
    CHECK(matches_in("Acme Acme", {"acme"}) == Matches{{0, 4}, {5, 9}});
    CHECK(matches_in("abcd", {"bc", "cd"}) == Matches{{1, 4}});
    CHECK(matches_in("abcd", {"x"}).empty());
}

TEST_CASE("A filter of each kind of column") {
    const Accounts accounts = some_accounts();
    CHECK(filtered(accounts, "size", {.from = 0}) == "ab");
    CHECK(filtered(accounts, "size", {.from = -10, .to = 40}) == "bc");
    CHECK(filtered(accounts, "size", {.filled = ColumnFilter::Filled::empty}) == "de");
    CHECK(filtered(accounts, "size", {.filled = ColumnFilter::Filled::filled}) == "abc");
    CHECK(filtered(accounts, "since", {.from = *day_of("2026-01-01"), .to = *day_of("2026-01-31")}) == "ae");
    CHECK(filtered(accounts, "since", {.to = *day_of("2025-12-31")}) == "b");
    CHECK(filtered(accounts, "region", {.words = {"DACH"}}) == "ac");
    CHECK(filtered(accounts, "region", {.words = {"DACH", ""}}) == "acd");
    CHECK(filtered(accounts, "partner", {.words = {"yes"}}) == "ad");
    CHECK(filtered(accounts, "partner", {.words = {""}}) == "c");
    CHECK(filtered(accounts, "name", {.holds = "acme"}) == "ac");
    CHECK(filtered(accounts, std::string(byName), {.holds = "beta"}) == "b");
    CHECK(filtered(accounts, "nothing", {.holds = "x"}).empty());
    CHECK(filtered(accounts, "nothing", {.words = {""}}) == "abcde");
}

TEST_CASE("Several columns order together, and what is missing comes last in either direction") {
    const Accounts accounts = some_accounts();
    CHECK(in_order(accounts, {{"size", false}}) == "cbade");
    CHECK(in_order(accounts, {{"size", true}}) == "abcde");
    CHECK(in_order(accounts, {{std::string(byName), false}}) == "acbde");
    CHECK(in_order(accounts, {{std::string(byName), true}}) == "edbca");
    CHECK(in_order(accounts, {{"region", false}, {"size", true}}) == "acbed");
    CHECK(in_order(accounts, {{"region", true}, {"since", true}}) == "ebacd");
    CHECK(in_order(accounts, {{"partner", false}, {"since", false}}) == "adbec");
}

TEST_CASE("The list is worked out anew where accounts, scores or the question are others") {
    Accounts accounts = some_accounts();
    AccountList list;
    ListQuestion question;
    question.order = {{"size", false}};
    CHECK(keys(accounts, list.rows("1", accounts, question, nullptr)) == "cbade");
    const std::uint64_t first = list.revision();
    (void)list.rows("1", accounts, question, nullptr);
    CHECK(list.revision() == first);
    question.search = "acme";
    CHECK(keys(accounts, list.rows("1", accounts, question, nullptr)) == "ca");
    accounts.table.set_text(AccountColumnId("size"), AccountColumnType::number, 2, "999");
    CHECK(keys(accounts, list.rows("2", accounts, question, nullptr)) == "ac");
}

TEST_CASE("Totals count what is a number") {
    const Accounts accounts = some_accounts();
    const std::vector<std::uint32_t> rows = {0, 1, 2, 3, 4};
    const ColumnTotal total = total_of(accounts.table, AccountColumnId("size"), rows);
    CHECK(total.known == 3);
    CHECK(total.sum == 285);
    CHECK(total.mean() == 95);
    CHECK(total_of(accounts.table, AccountColumnId("region"), rows).known == 0);
}
