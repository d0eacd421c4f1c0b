// Accounts from a CRM export: found styles, hostile files, and what importing again changes.
#include <catch2/catch_test_macros.hpp>

#include "base/hash.h"
#include "io/account_import.h"
#include "io/import_map.h"
#include "io/import_work.h"
#include "io/seen_keys.h"

using namespace fullcourt;

namespace {

CsvTable table_of(const std::string &bytes) {
    const Result<CsvTable> table = read_csv(bytes, guess_csv_style(bytes));
    REQUIRE(table);
    return *table;
}

ImportedAccounts imported(const std::string &bytes) {
    const CsvTable table = table_of(bytes);
    return import_accounts(table, guess_mapping(table, {}));
}

bool mentions(const std::vector<std::string> &sentences, const std::string &words) {
    for (const std::string &sentence : sentences) {
        if (sentence.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

AccountColumnType type_of(const Accounts &accounts, const std::string &name) {
    for (const auto &[id, column] : accounts.columns) {
        if (column.name == name) {
            return column.type;
        }
    }
    FAIL("no column " << name);
    return {};
}

std::string cell(const Accounts &accounts, const std::string &key, const std::string &name) {
    const auto row = accounts.table.row_of(key);
    REQUIRE(row);
    for (const auto &[id, column] : accounts.columns) {
        if (column.name == name) {
            return accounts.table.text(id, *row);
        }
    }
    return "no such column";
}

} // namespace

TEST_CASE("Quotes, delimiters within them, doubled quotes and line breaks") {
    const CsvTable table = table_of("id,name,note\r\n1,\"Acme, Inc.\",\"says \"\"hi\"\"\nand goes\"\r\n2,Beta,\r\n");
    REQUIRE(table.rows() == 2);
    CHECK(table.header() == std::vector<std::string>{"id", "name", "note"});
    CHECK(table.cell(0, 1) == "Acme, Inc.");
    CHECK(table.cell(0, 2) == "says \"hi\"\nand goes");
    CHECK(table.line(1) == 4);
    CHECK(table.cell(1, 2).empty());
    CHECK(table.problems().empty());
}

TEST_CASE("The delimiter, the encoding and the header are found") {
    CHECK(guess_csv_style("a;b;c\n1,5;2;3\n").delimiter == ';');
    CHECK(guess_csv_style("a\tb\n1\t2\n").delimiter == '\t');
    CHECK(guess_csv_style("a|b\n1|2\n").delimiter == '|');
    CHECK(!guess_csv_style("1,Acme\n2,Beta\n").header);
    CHECK(guess_csv_style("\xEF\xBB\xBFid,name\n1,Acme\n").encoding == CsvEncoding::utf8);
    CHECK(table_of("\xEF\xBB\xBFid,name\n1,Acme\n").header().front() == "id");
    const std::string western = "id,name\n1,Caf\xE9 \x80\n";
    CHECK(guess_csv_style(western).encoding == CsvEncoding::windows1252);
    CHECK(table_of(western).cell(0, 1) == "Café €");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("id,name\n1,Acme\n")) {
        wide += c;
        wide += '\0';
    }
    CHECK(guess_csv_style(wide).encoding == CsvEncoding::utf16LittleEndian);
    CHECK(table_of(wide).cell(0, 1) == "Acme");
}

TEST_CASE("What is wrong with a file is said, with its line, and nothing else is lost") {
    const CsvTable ragged = table_of("id,name\n1,Acme,extra\n2\n3,Beta\n");
    REQUIRE(ragged.rows() == 3);
    CHECK(ragged.cell(0, 2) == "extra");
    CHECK(ragged.header()[2] == "Column 3");
    CHECK(mentions(ragged.problems(), "Line 2 has 3 cells where the first has 2"));
    CHECK(mentions(ragged.problems(), "Line 3 has 1 cell where the first has 2; the missing ones are empty."));
    const CsvTable open = table_of("id,name\n1,\"Acme\n2,Beta\n");
    CHECK(mentions(open.problems(), "The quote that opens in line 2 is never closed; it and the quotes after it are taken as they stand."));
    REQUIRE(open.rows() == 2);
    CHECK(open.cell(0, 1) == "\"Acme");
    CHECK(open.cell(1, 1) == "Beta");
    const CsvTable null = table_of(std::string("id,name\n1,A\0b\n", 14));
    CHECK(mentions(null.problems(), "1 NUL character became blank."));
    CHECK(null.cell(0, 1) == "A b");
    const std::string bad = "id,name\n1,\xC3\x28\n";
    CHECK(guess_csv_style(bad).encoding == CsvEncoding::windows1252);
    const Result<CsvTable> forced = read_csv(bad, {CsvEncoding::utf8, ',', true});
    REQUIRE(forced);
    CHECK(mentions(forced->problems(), "1 place was no valid UTF-8"));
}

TEST_CASE("Files past the limits are refused or cut in words") {
    CHECK(read_csv("", {}).error().message == "The file holds no rows.");
    CHECK(read_csv(" \n\n", {}).error().message == "The file holds no rows.");
    const std::string wide(10'000, ',');
    CHECK(read_csv(wide + "\n", {}).error().message == "A row has 10001 columns; Fullcourt reads up to 1000.");
    CHECK(read_csv("id\n" + std::string(50, 'x'), {}, {.bytes = 10}).error().message == "The file has 53 bytes; Fullcourt reads up to 10.");
    const Result<CsvTable> long_ = read_csv("id,name\n1," + std::string(50, 'x') + "\n", {}, {.cellBytes = 20});
    REQUIRE(long_);
    CHECK(long_->cell(0, 1).size() == 20);
    CHECK(mentions(long_->problems(), "A cell in line 2 has 50 bytes; it was cut to 20."));
    const Result<CsvTable> many = read_csv("id\n1\n2\n3\n4\n", {}, {.rows = 2});
    REQUIRE(many);
    CHECK(many->rows() == 2);
    CHECK(mentions(many->problems(), "stood past the 2 that Fullcourt reads"));
}

TEST_CASE("Numbers as people write them") {
    CHECK(styled_number("1,234.5", '.') == 1234.5);
    CHECK(styled_number("1.234,5", ',') == 1234.5);
    CHECK(styled_number("€ 1.234.567", ',') == 1'234'567);
    CHECK(styled_number("-12 %", '.') == -12);
    CHECK(styled_number("$1,200", '.') == 1200);
    CHECK(styled_number("1e3", '.') == 1000);
    CHECK(!styled_number("1.234,5", '.'));
    CHECK(!styled_number("12,34.5", '.'));
    CHECK(!styled_number("1e999", '.'));
    CHECK(!styled_number("nan", '.'));
    CHECK(!styled_number("12-3", '.'));
    CHECK(!styled_number("", '.'));
    CHECK(!styled_number("N/A", '.'));
}

TEST_CASE("Dates in the style of the file, and only those that exist") {
    const auto day = day_of("2026-11-23");
    CHECK(styled_day("2026-11-23", DateStyle::dayFirst) == day);
    CHECK(styled_day("2026-11-23T10:00:00Z", DateStyle::iso) == day);
    CHECK(styled_day("2026-11-23 10:00", DateStyle::iso) == day);
    CHECK(styled_day("23.11.2026", DateStyle::dayFirst) == day);
    CHECK(styled_day("11/23/26", DateStyle::monthFirst) == day);
    CHECK(!styled_day("30.02.2026", DateStyle::dayFirst));
    CHECK(!styled_day("23.11.2026", DateStyle::monthFirst));
    CHECK(!styled_day("2026-11", DateStyle::iso));
    CHECK(!styled_day("2026-11-23x", DateStyle::iso));
}

TEST_CASE("Types, key and name are found in a Salesforce and in a HubSpot export") {
    const ImportedAccounts force = imported("Account Name,Account ID,Industry,Employees,Last Activity,Is Partner\n"
                                            "Acme,0015g00000AbCdE,Software,\"1,200\",11/23/2026,TRUE\n"
                                            "Beta,0015g00000abcde,Retail,90,1/5/2026,FALSE\n"
                                            "Gamma,0015g00000AbCdF,Software,15,,FALSE\n"
                                            "Delta,0015g00000AbCdG,Retail,15,2/2/2026,FALSE\n");
    REQUIRE(force.accounts.table.rows() == 4);
    CHECK(force.accounts.keyName == "Account ID");
    CHECK(account_name(force.accounts, 0) == "Acme");
    CHECK(type_of(force.accounts, "Industry") == AccountColumnType::category);
    CHECK(type_of(force.accounts, "Employees") == AccountColumnType::number);
    CHECK(type_of(force.accounts, "Last Activity") == AccountColumnType::date);
    CHECK(type_of(force.accounts, "Is Partner") == AccountColumnType::yesNo);
    CHECK(cell(force.accounts, "0015g00000AbCdE", "Employees") == "1200");
    CHECK(cell(force.accounts, "0015g00000AbCdE", "Last Activity") == "2026-11-23");
    const ImportedAccounts hub = imported("Record ID,Company name,Annual Revenue\n17,Acme,1000000\n18,Beta,\n");
    CHECK(hub.accounts.keyName == "Record ID");
    CHECK(account_name(hub.accounts, 1) == "Beta");
}

TEST_CASE("Cells that cannot be read, keys that are missing or stand twice: each told, none silent") {
    const ImportedAccounts result = imported("id,name,employees\n1,A,10\n2,B,20\n3,C,30\n4,D,40\n5,E,50\n6,F,60\n7,G,70\n8,H,80\n9,I,90\n"
                                             "10,J,unknown\n10,K,5\n,L,6\n");
    CHECK(result.accounts.table.rows() == 10);
    CHECK(result.unreadable == 1);
    CHECK(result.leftOut == 2);
    CHECK(cell(result.accounts, "10", "employees") == "unknown");
    CHECK(mentions(result.problems, "Line 11, employees: “unknown” is not a number; it is kept as it stands and counts as missing."));
    CHECK(mentions(result.problems, "Line 12 has the id of an earlier row, “10”; it was left out."));
    CHECK(mentions(result.problems, "Line 13 has no id to tell it by; it was left out."));
}

TEST_CASE("Keys that were chosen to collide are told apart, and those that stand twice found") {
    constexpr std::size_t count = 700;
    constexpr std::uint64_t slots = 2048; // of a table for so many
    SeenKeys seen(count + 1);
    std::vector<std::string> colliding;
    for (int i = 0; colliding.size() < count; ++i) {
        if (std::string key = "key " + std::to_string(i); fnv1a(key) % slots == 0) {
            colliding.push_back(std::move(key));
        }
    }
    for (const std::string &key : colliding) {
        REQUIRE(seen.insert(key));
    }
    for (const std::string &key : colliding) {
        REQUIRE_FALSE(seen.insert(key));
    }
    CHECK(seen.insert("another"));
}

TEST_CASE("Importing again updates by key and says what is new, changed and gone") {
    const ImportedAccounts first = imported("id,name,size\na,Acme,1\nb,Beta,2\nc,Gamma,3\n");
    Accounts before = first.accounts;
    AccountMark mark;
    mark.note = "met at the fair";
    before.marks[AccountId("b")] = mark;
    const CsvTable table = table_of("id,name,region\nb,Beta,North\na,Acme Group,South\nd,Delta,West\n");
    const ImportedAccounts second = import_accounts(table, guess_mapping(table, before));
    const AccountUpdate kept = update_accounts(before, second.accounts, false);
    CHECK(kept.added == std::vector<std::string>{"d"});
    CHECK(kept.changed == std::vector<std::string>{"a", "b"});
    CHECK(kept.gone == std::vector<std::string>{"c"});
    CHECK(kept.after.table.rows() == 4);
    CHECK(cell(kept.after, "a", "name") == "Acme Group");
    CHECK(cell(kept.after, "a", "size") == "1");
    CHECK(cell(kept.after, "b", "region") == "North");
    CHECK(kept.after.marks.contains(AccountId("b")));
    const AccountUpdate dropped = update_accounts(before, second.accounts, true);
    CHECK(dropped.after.table.rows() == 3);
    CHECK(!dropped.after.table.row_of("c"));
    const AccountUpdate again = update_accounts(before, first.accounts, false);
    CHECK(again.unchanged == 3);
    CHECK(again.after == before);
}

TEST_CASE("A map says for scripts what a person would correct") {
    const CsvTable table = table_of("key;Firma;Umsatz;Seit\n1;Acme;1.234,5;3.4.2025\n2;Beta;2,5;4.4.2025\n");
    const ImportMapping guessed = guess_mapping(table, {});
    const Result<ImportMapping> mapped = apply_import_map(
        R"({"key":"key","name":"Firma","decimal":",","dates":"day-first","columns":{"Umsatz":{"name":"Revenue","type":"number"},"Seit":{"take":false}}})",
        table, guessed);
    REQUIRE(mapped);
    const ImportedAccounts result = import_accounts(table, *mapped);
    CHECK(cell(result.accounts, "1", "Revenue") == "1234.5");
    CHECK(result.accounts.columns.size() == 2);
    CHECK(account_name(result.accounts, 1) == "Beta");
    CHECK(apply_import_map(R"({"key":"nothing"})", table, guessed).error().message ==
          "The map names a column “nothing” that the file does not have.");
    CHECK(apply_import_map(R"({"colour":"red"})", table, guessed).error().message ==
          "The map says “colour” = “red”, which this program does not know.");
    CHECK(!apply_import_map("[1]", table, guessed));
    CHECK(!apply_import_map("{", table, guessed));
}

TEST_CASE("A file that is read in pieces gives what it gives at once") {
    std::string bytes = "id,name,note\n";
    for (int i = 0; i < 3'000; ++i) {
        bytes += std::to_string(i) + ",\"Company, " + std::to_string(i) + "\",\"a \"\"quoted\"\"\nnote\"\r\n";
    }
    const CsvTable whole = table_of(bytes);
    CsvReading reading(bytes, guess_csv_style(bytes));
    std::size_t pieces = 0;
    double part = 0;
    while (!reading.go_on(1'000)) {
        ++pieces;
        CHECK(reading.part() >= part);
        part = reading.part();
    }
    CHECK(pieces > 50);
    const Result<CsvTable> table = reading.take();
    REQUIRE(table);
    REQUIRE(table->rows() == whole.rows());
    for (std::size_t row = 0; row < whole.rows(); ++row) {
        for (std::size_t column = 0; column < whole.columns(); ++column) {
            CHECK(table->cell(row, column) == whole.cell(row, column));
        }
        CHECK(table->line(row) == whole.line(row));
    }
    CHECK(table->cell(7, 2) == "a \"quoted\"\nnote");

    ImportWork work(Shared<std::string>(bytes), guess_csv_style(bytes), {});
    while (!work.go_on()) {
        CHECK(work.part() <= 1);
    }
    CHECK(work.update.added.size() == 3'000);
    CHECK(work.imported.accounts == imported(bytes).accounts);
}

TEST_CASE("A quote that nobody closes takes no rows away, however many follow it") {
    std::string bytes = "id,name\n0,\"a\n";
    for (int i = 1; i < 50'000; ++i) {
        bytes += std::to_string(i) + ",\"\"b\"\"\n";
    }
    const CsvTable table = table_of(bytes);
    REQUIRE(table.rows() == 50'000);
    CHECK(table.cell(0, 1) == "\"a");
    CHECK(table.cell(1, 1) == "\"\"b\"\"");
    CHECK(table.problems().size() == 1);
}

TEST_CASE("Cells that begin like a formula are text, told once for a column, and an export's apostrophe comes off again") {
    const ImportedAccounts result =
        imported("id,name,note\n1,Acme,=1+1\n2,Beta,\"=HYPERLINK(\"\"http://x\"\")\"\n3,Gamma,'@home\n4,Delta,-5\n5,E,'t\n");
    CHECK(mentions(result.problems, "2 cells of note begin like a formula, the first in line 2; they are text here"));
    CHECK(cell(result.accounts, "1", "note") == "=1+1");
    CHECK(cell(result.accounts, "3", "note") == "@home");
    CHECK(cell(result.accounts, "5", "note") == "'t");
}

TEST_CASE("Numbers and dates that cannot be are kept as they stand, each with its line and column") {
    const ImportedAccounts result =
        imported("id,name,size,since\n1,A,10,2026-01-05\n2,B,20,2026-01-06\n3,C,30,2026-01-07\n4,D,1,2026-01-07\n"
                 "5,E,2,2026-01-07\n6,F,3,2026-01-07\n7,G,4,2026-01-07\n8,H,5,2026-01-07\n9,I,6,2026-01-07\n"
                 "10,J,7,2026-01-07\n11,K,1e999,2026-01-07\n12,L,8,2026-02-30\n13,M,9,2026-01-07\n"
                 "14,N,9,2026-01-07\n15,O,9,2026-01-07\n16,P,9,2026-01-07\n17,Q,9,2026-01-07\n18,R,9,2026-01-07\n"
                 "19,S,9,2026-01-07\n20,T,nan,2026-01-07\n21,U,9,2026-01-07\n22,V,9,2026-01-07\n");
    CHECK(result.unreadable == 3);
    CHECK(result.unreadableIn == std::vector<std::size_t>{0, 0, 2, 1});
    REQUIRE(result.report.size() == 3);
    CHECK(result.report[0].line == 12);
    CHECK(result.report[0].column == "size");
    CHECK(result.report[0].text == "1e999");
    CHECK(result.report[1].column == "since");
    CHECK(result.report[1].what.starts_with("is not a date that exists"));
    CHECK(cell(result.accounts, "11", "size") == "1e999");
    CHECK(cell(result.accounts, "12", "since") == "2026-02-30");
    CHECK(cell(result.accounts, "20", "size") == "nan");
}

TEST_CASE("A huge cell and ten thousand columns end in a sentence") {
    const std::string huge = "id,name\n1," + std::string(std::size_t{50} << 20U, 'x') + "\n2,Beta\n";
    const CsvTable table = table_of(huge);
    CHECK(table.rows() == 2);
    CHECK(table.cell(1, 1) == "Beta");
    CHECK(mentions(table.problems(), "A cell in line 2 has 52428800 bytes; it was cut to 1048576."));
    ImportWork work(Shared<std::string>(std::string(9'999, ',') + "\n"), {}, {});
    while (!work.go_on()) {
    }
    CHECK(work.error == "A row has 10000 columns; Fullcourt reads up to 1000.");
    CHECK(work.table == nullptr);
}

TEST_CASE("What Salesforce prints below a report is no account, and short and long ids are one") {
    const std::string report = "Account ID,Account Name,Industry,Billing Zip/Postal Code\n0015g00000AbCdE,Acme,Software,01067\n"
                               "0015g00000abcde,Beta,Retail,10115\n,,,\nTarget accounts,,,\n"
                               "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\",,,\n"
                               "Confidential Information - Do Not Distribute,,,\nGenerated By:  Mara  11/23/2026,,,\n";
    const CsvTable table = table_of(report);
    const ImportMapping mapping = guess_mapping(table, {});
    CHECK(mapping.source == ImportSource::salesforce);
    const ImportedAccounts first = import_accounts(table, mapping);
    CHECK(first.accounts.table.rows() == 2);
    CHECK(mentions(first.problems, "belongs to what Salesforce prints below a report; it was left out."));
    CHECK(cell(first.accounts, "0015g00000AbCdE", "Billing Zip/Postal Code") == "01067");
    CHECK(long_salesforce_id("0015g00000AbCdE") == "0015g00000AbCdEAAV");
    const ImportedAccounts loaded = imported("Account ID,Account Name\n0015g00000AbCdEAAV,Acme Group\n");
    const AccountUpdate update = update_accounts(first.accounts, loaded.accounts, false);
    CHECK(update.added.empty());
    CHECK(update.changed == std::vector<std::string>{"0015g00000AbCdE"});
    CHECK(update.gone == std::vector<std::string>{"0015g00000abcde"});
    CHECK(imported("Record ID,Company name,Lifecycle Stage\n17,Acme,lead\n").accounts.keyName == "Record ID");
    CHECK(guess_mapping(table_of("Record ID,Company name,Lifecycle Stage\n17,Acme,lead\n"), {}).source == ImportSource::hubSpot);
}

TEST_CASE("The next file from the same source needs no mapping again") {
    const CsvTable table = table_of("key,Firma,Mitarbeiter,Intern\n1,Acme,10,x\n2,Beta,20,y\n");
    ImportMapping mapping = guess_mapping(table, {});
    mapping.columns[2].name = "Employees";
    mapping.columns[2].type = AccountColumnType::number;
    mapping.columns[3].take = false;
    Accounts accounts = import_accounts(table, mapping).accounts;
    accounts.importMap = remembered_mapping(table, mapping, {});
    const ImportMapping again = guess_mapping(table_of("Intern,Mitarbeiter,key,Firma\nz,11,1,Acme\n"), accounts);
    CHECK(again.key == 2);
    CHECK(!again.columns[0].take);
    CHECK(again.columns[1].column == mapping.columns[2].column);
    CHECK(again.columns[1].name == "Employees");
    CHECK(again.columns[1].type == AccountColumnType::number);
    CHECK(again.name == 3U);
}

TEST_CASE("Heads that differ in case, and the names of accounts by another head, go into the columns that are there") {
    const Accounts before = imported("id,Account name,Employees,Country\na,Acme,10,Spain\nb,Beta,20,Italy\n").accounts;
    REQUIRE(before.nameColumn == AccountColumnId("account-name"));
    const ImportMapping same = guess_mapping(table_of("id,Account Name,EMPLOYEES\nc,Gamma,30\nd,Delta,40\n"), before);
    CHECK(same.columns[1].column == AccountColumnId("account-name"));
    CHECK(same.columns[1].name == "Account name");
    CHECK(same.columns[2].column == AccountColumnId("employees"));
    CHECK(same.name == 1U);
    const ImportMapping other = guess_mapping(table_of("id,Company name,Region\nc,Gamma,North\nd,Delta,South\n"), before);
    CHECK(other.columns[1].column == AccountColumnId("account-name"));
    CHECK(other.columns[2].column == AccountColumnId("region"));
    const ImportMapping both = guess_mapping(table_of("id,employees,Employees\nc,1,2\nd,3,4\n"), before);
    CHECK(both.columns[1].column != AccountColumnId("employees"));
    CHECK(both.columns[2].column == AccountColumnId("employees"));
}
