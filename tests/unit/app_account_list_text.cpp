// What the browser keeps of a list: it comes back as it was, and whatever else stands there does no harm.
#include <catch2/catch_test_macros.hpp>

#include "app/account_list_text.h"

using namespace fullcourt;

namespace {

Accounts with_columns() {
    Accounts accounts;
    for (const char *id : {"industry", "size", "note"}) {
        AccountColumn column;
        column.name = id;
        column.position = position_at_end(accounts.columns);
        accounts.columns.emplace(AccountColumnId(id), column);
    }
    return accounts;
}

} // namespace

TEST_CASE("A list's search, filters and order come back as they were", "[app]") {
    ListQuestion question;
    question.search = "=north, \"west\"; x";
    question.order = {{"size", true}, {std::string(byName), false}};
    question.filters["industry"].words = {"", "Soft\tware", "=1+1", "'quoted'", "two\nlines"};
    question.filters["size"].from = 0.1;
    question.filters["size"].to = -1e12;
    question.filters["note"].holds = "Zürich";
    question.filters["note"].filled = ColumnFilter::Filled::filled;
    question.filters[std::string(byTags)].filled = ColumnFilter::Filled::empty;
    CHECK(account_list_of(account_list_text(question), with_columns()) == question);
    CHECK(account_list_text({}).empty());
}

TEST_CASE("Of a kept list what names a column that is gone is left out", "[app]") {
    ListQuestion question;
    question.search = "north";
    question.order = {{"gone", true}, {"size", false}};
    question.filters["gone"].words = {"x"};
    question.filters["industry"].words = {"y"};
    const ListQuestion read = account_list_of(account_list_text(question), with_columns());
    CHECK(read.search == "north");
    CHECK(read.order == std::vector<ListOrder>{{"size", false}});
    CHECK(read.filters.size() == 1);
    CHECK(read.filters.contains("industry"));
}

TEST_CASE("A kept list that is none asks for nothing, and a huge one for no more than a person would", "[app]") {
    const Accounts accounts = with_columns();
    for (const char *text : {"", "\"", "accounts", "accounts\t2\t\nsearch\t\tx", "{\"search\": \"x\"}", "search\t\tx", "\xff\xfe\tx\ty",
                             "accounts\t1\t\t\nsearch\t\tx\t", "accounts\t1\t\nfrom\tsize\tnan\nto\tsize\t1e999\nword\t\tx\nx\tsize\ty"}) {
        INFO(text);
        CHECK(account_list_of(text, accounts) == ListQuestion());
    }
    const std::string head = "accounts\t1\t\n";
    std::string orders = head;
    std::string words = head;
    for (int i = 0; i < 2'000; ++i) {
        orders += "order\tsize\tup\norder\tnote\tdown\n";
        words += "word\tindustry\tw" + std::to_string(i) + "\n";
    }
    CHECK(account_list_of(orders, accounts).order == std::vector<ListOrder>{{"size", false}, {"note", true}});
    CHECK(account_list_of(words, accounts).filters.at("industry").words.size() == 1'000);
    CHECK(account_list_of(head + "search\t\t" + std::string(2'000, 'x') + "\n", accounts).search.empty());
    CHECK(account_list_of(head + "search\t\tx\n" + std::string(std::size_t{1} << 20U, '\n'), accounts).search.empty());
    ListQuestion endless;
    endless.search = std::string(std::size_t{1} << 20U, 'x');
    CHECK(account_list_text(endless).empty());
}
