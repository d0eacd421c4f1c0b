// The account table: one form for one content, whatever led to it.
#include <catch2/catch_test_macros.hpp>

#include "model/accounts.h"

using namespace fullcourt;

namespace {

const AccountColumnId industry{"industry"};
const AccountColumnId size{"size"};
const AccountColumnId since{"since"};
const AccountColumnId partner{"partner"};
const AccountColumnId note{"note"};

AccountTable table_of(std::size_t rows) {
    AccountTableBuilder builder({{industry, AccountColumnType::category},
                                 {size, AccountColumnType::number},
                                 {since, AccountColumnType::date},
                                 {partner, AccountColumnType::yesNo},
                                 {note, AccountColumnType::text}});
    for (std::size_t row = 0; row < rows; ++row) {
        builder.add_row("a" + std::to_string(row));
        builder.add_any(0, row % 3 == 0 ? "Software" : row % 3 == 1 ? "Retail" : "");
        builder.add_any(1, std::to_string(row));
        builder.add_any(2, "2026-11-23");
        builder.add_any(3, row % 2 == 0 ? "yes" : "no");
        builder.add_any(4, "note " + std::to_string(row));
    }
    return builder.take();
}

} // namespace

TEST_CASE("Every cell reads back as it was added, across chunks") {
    const AccountTable table = table_of(5000);
    REQUIRE(table.rows() == 5000);
    CHECK(table.chunks() == 2);
    CHECK(table.key(4999) == "a4999");
    CHECK(table.text(industry, 4998) == "Software");
    CHECK(table.text(industry, 4997).empty());
    CHECK(table.text(size, 4097) == "4097");
    CHECK(table.text(since, 0) == "2026-11-23");
    CHECK(table.text(partner, 4097) == "no");
    CHECK(table.text(note, 4095) == "note 4095");
    CHECK(table.text(AccountColumnId("none"), 1).empty());
}

TEST_CASE("An edited cell copies one chunk of one column") {
    const AccountTable before = table_of(5000);
    AccountTable after = before;
    after.set_text(industry, AccountColumnType::category, 10, "Energy");
    std::size_t copied = 0;
    for (const auto &[id, column] : after.columns()) {
        for (std::size_t chunk = 0; chunk < column.size(); ++chunk) {
            copied += column[chunk].shares_with((*before.column(id))[chunk]) ? 0U : 1U;
        }
    }
    CHECK(copied == 1);
    CHECK(after.text(industry, 10) == "Energy");
    CHECK(after != before);
    after.set_text(industry, AccountColumnType::category, 10, before.text(industry, 10));
    CHECK(after == before);
}

TEST_CASE("What is no value of a column's type stays as it stands, and counts as missing") {
    AccountTable table = table_of(3);
    for (const char *text : {"many", "1e999", "nan", "1.234,5"}) {
        table.set_text(size, AccountColumnType::number, 1, text);
        CHECK(table.text(size, 1) == text);
        CHECK(std::holds_alternative<std::monostate>(table.value(size, 1)));
    }
    table.set_text(since, AccountColumnType::date, 1, "2026-02-30");
    CHECK(table.text(since, 1) == "2026-02-30");
    CHECK(std::holds_alternative<std::monostate>(table.value(since, 1)));
    table.set_text(since, AccountColumnType::date, 1, "");
    CHECK(table.text(since, 1).empty());
}

TEST_CASE("A column whose cells are all taken out is as if it had never been filled") {
    AccountTableBuilder builder({{size, AccountColumnType::number}});
    builder.add_row("a");
    const AccountTable empty = builder.take();
    AccountTable table = empty;
    table.set_text(size, AccountColumnType::number, 0, "7");
    CHECK(table != empty);
    table.set_text(size, AccountColumnType::number, 0, "");
    CHECK(table == empty);
}

TEST_CASE("A column read as another type and back again is what it was") {
    const AccountTable before = table_of(5000);
    AccountTable table = before;
    table.convert_column(industry, AccountColumnType::number);
    CHECK(std::holds_alternative<std::monostate>(table.value(industry, 0)));
    CHECK(table.text(industry, 0) == "Software");
    table.convert_column(industry, AccountColumnType::category);
    CHECK(table == before);
}

TEST_CASE("Accounts are found by their keys, and keys are case-sensitive") {
    AccountTableBuilder builder({});
    for (const char *key : {"0015g00000AbCdE", "0015g00000abcde", "b"}) {
        builder.add_row(key);
    }
    const AccountTable table = builder.take();
    const AccountIndex index(table);
    CHECK(index.row_of("0015g00000AbCdE") == 0);
    CHECK(index.row_of("0015g00000abcde") == 1);
    CHECK(table.row_of("b") == 2);
    CHECK(!index.row_of("0015G00000ABCDE"));
}

TEST_CASE("An index goes on with a table whose cells were edited, and not with one of other accounts") {
    const auto table_of = [](std::initializer_list<const char *> keys) {
        AccountTableBuilder builder({});
        for (const char *key : keys) {
            builder.add_row(key);
        }
        return builder.take();
    };
    std::optional<AccountTable> table = table_of({"a", "b"});
    AccountIndex index(*table);
    AccountTable edited = *table;
    edited.set_text(AccountColumnId("name"), AccountColumnType::text, 1, "Beta");
    const AccountTable other = table_of({"a", "b", "c"});
    table.reset();
    REQUIRE(index.follow(edited));
    CHECK(index.row_of("b") == 1);
    CHECK_FALSE(index.follow(other));
}
