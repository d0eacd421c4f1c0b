// Long lists of accounts merged: chunk by chunk, in pieces, with the result that a merge of the changed rows alone has.
#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "io/merge.h"
#include "io/restore.h"
#include "io/write.h"
#include "many_accounts.h"
#include "rounds.h"

using namespace fullcourt;

namespace {

const std::vector<test::TestColumn> listColumns = {{"name", AccountColumnType::text},
                                                   {"size", AccountColumnType::number},
                                                   {"since", AccountColumnType::date},
                                                   {"customer", AccountColumnType::yesNo},
                                                   {"trade", AccountColumnType::category}};

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const Accounts &accounts) {
    Rows rows;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        rows.push_back({std::string(accounts.table.key(row))});
        for (const test::TestColumn &column : listColumns) {
            rows.back().push_back(accounts.table.text(AccountColumnId(column.id), row));
        }
    }
    return rows;
}

Plan plan_of_rows(const Rows &rows) {
    Plan plan;
    plan.accounts.edit() = test::accounts(listColumns, rows);
    return plan;
}

struct Progress {
    int pieces = 1;
    double lastPart = 0; // before it was done
};

/// Does all of it; how far it says that it is never falls, and is all only in the end.
template <class Work> Progress all_of(Work &work) {
    Progress progress;
    while (!work.go_on()) {
        ++progress.pieces;
        CHECK(work.part() >= progress.lastPart - 1e-9);
        CHECK(work.part() < 1);
        progress.lastPart = work.part();
    }
    return progress;
}

/// Three chunks; some cells are empty, some unreadable.
Rows long_list(const RandomBits &bits) {
    Rows rows;
    for (std::size_t row = 0; row < 2 * accountChunkRows + 100; ++row) {
        rows.push_back({"a" + std::to_string(100000 + row), "Firm " + std::to_string(bits() % 1000), std::to_string(bits() % 500),
                        bits() % 9 == 0 ? "" : "2026-11-0" + std::to_string(1 + bits() % 9), bits() % 7 == 0 ? "perhaps" : "yes",
                        bits() % 2 == 0 ? "Retail" : "Energy"});
    }
    return rows;
}

/// Some cells other, some rows gone, some new, and once in a while all of it in another order. `who` is in what is typed.
Rows edited(const RandomBits &bits, Rows rows, const std::string &who) {
    for (std::uint64_t i = 1 + bits() % 5; i > 0; --i) {
        // Near the beginning both meet.
        std::vector<std::string> &row = rows[bits() % (bits() % 2 == 0 ? 4 : rows.size())];
        row[1 + bits() % 5] = bits() % 3 == 0 ? "" : who + std::to_string(bits() % 3);
        row[2] = std::to_string(bits() % 4);
    }
    for (std::uint64_t i = bits() % 3; i > 0; --i) {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(bits() % (bits() % 2 == 0 ? 4 : rows.size())));
    }
    for (std::uint64_t i = bits() % 3; i > 0; --i) {
        const std::string key = "new" + std::to_string(bits() % 4);
        if (std::none_of(rows.begin(), rows.end(), [&](const auto &row) { return row[0] == key; })) {
            rows.insert(bits() % 2 == 0 ? rows.begin() : rows.end(), {key, who, "1", "", "", ""});
        }
    }
    if (bits() % 4 == 0) {
        std::reverse(rows.begin(), rows.end());
    }
    return rows;
}

std::map<std::string, std::vector<std::string>> by_key(const Rows &rows) {
    std::map<std::string, std::vector<std::string>> byKey;
    for (const std::vector<std::string> &row : rows) {
        byKey[row[0]] = row;
    }
    return byKey;
}

/// Keys of rows that not all three have alike.
std::set<std::string> keys_that_differ(const Rows &base, const Rows &mine, const Rows &theirs) {
    const auto one = by_key(base);
    std::set<std::string> keys;
    for (const auto &other : {by_key(mine), by_key(theirs)}) {
        for (const auto &[key, row] : one) {
            const auto now = other.find(key);
            if (now == other.end() || now->second != row) {
                keys.insert(key);
            }
        }
        for (const auto &[key, row] : other) {
            if (!one.contains(key)) {
                keys.insert(key);
            }
        }
    }
    return keys;
}

Rows only(Rows rows, const std::set<std::string> &keys) {
    std::erase_if(rows, [&](const auto &row) { return !keys.contains(row[0]); });
    return rows;
}

Merged merged(const Rows &base, const Rows &mine, const Rows &theirs) {
    Result<Merged> result = merge(plan_of_rows(base), plan_of_rows(mine), plan_of_rows(theirs), {"Ada", "Ben"});
    REQUIRE(result);
    return *std::move(result);
}

} // namespace

TEST_CASE("A long list merges as its changed rows do by themselves, and everything else stays", "[merge]") {
    const RandomBits bits = counting_bits(80);
    const Rows base = long_list(bits);
    for (int i = 0; i < test::rounds(96); ++i) {
        const Rows mine = edited(bits, base, "Ada");
        const Rows theirs = edited(bits, base, "Ben");
        const std::set<std::string> keys = keys_that_differ(base, mine, theirs);
        const Merged whole = merged(base, mine, theirs);
        const Merged part = merged(only(base, keys), only(mine, keys), only(theirs, keys));
        CHECK(whole.conflicts == part.conflicts);
        CHECK(whole.plan.conflicts == part.plan.conflicts);
        Rows expected;
        const Rows changed = rows_of(*part.plan.accounts);
        const auto now = by_key(changed);
        for (const std::vector<std::string> &row : base) {
            if (!keys.contains(row[0])) {
                expected.push_back(row);
            } else if (const auto at = now.find(row[0]); at != now.end()) {
                expected.push_back(at->second);
            }
        }
        const auto before = by_key(base);
        std::copy_if(changed.begin(), changed.end(), std::back_inserter(expected),
                     [&](const auto &row) { return !before.contains(row[0]); });
        REQUIRE(whole.plan.accounts->table == test::accounts(listColumns, expected).table);
    }
}

TEST_CASE("A long list merges in pieces that say how far they are, and the chunks that nobody changed stay shared", "[merge]") {
    const RandomBits bits = counting_bits(81);
    const Plan base = plan_of_rows(long_list(bits));
    Plan mine = base;
    test::set_size(mine, 5, "77");
    Plan theirs = restore(write_plan(base, {}))->plan;
    test::set_size(theirs, 5, "76");
    test::set_size(theirs, 5000, "79");
    MergeWork work(base, mine, theirs);
    const Progress progress = all_of(work);
    CHECK(progress.pieces > 10);
    CHECK(progress.lastPart > 0.5);
    CHECK(work.part() == 1);
    const Result<Merged> result = work.take();
    REQUIRE(result);
    CHECK(result->conflicts.size() == 1);
    const AccountTable &table = result->plan.accounts->table;
    CHECK(table.text(AccountColumnId("size"), 5) == "77");
    CHECK(table.text(AccountColumnId("size"), 5000) == "79");
    const AccountTable &before = mine.accounts->table;
    CHECK(table.keys()[1].shares_with(before.keys()[1]));
    CHECK((*table.column(AccountColumnId("size")))[2].shares_with((*before.column(AccountColumnId("size")))[2]));
    CHECK((*table.column(AccountColumnId("name")))[0].shares_with((*before.column(AccountColumnId("name")))[0]));
}

TEST_CASE("A long plan file is restored in pieces", "[restore]") {
    const RandomBits bits = counting_bits(82);
    Rows rows = long_list(bits);
    rows[5000][1] = "Zoë \"Z\" \x01 & Söhne";
    std::reverse(rows.begin() + 6000, rows.end()); // keys that do not rise are looked at otherwise
    const Plan plan = plan_of_rows(rows);
    const std::string file = write_plan(plan, {});
    RestoreWork work(file);
    CHECK(all_of(work).pieces > 4);
    const Result<Restored> restored = work.take();
    REQUIRE(restored);
    CHECK(restored->report.empty());
    CHECK(restored->plan == plan);
}
