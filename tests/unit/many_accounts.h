// A plan with so many accounts that the store keeps them in parts.
#pragma once

#include "accounts_for_tests.h"
#include "model/plan.h"

namespace fullcourt::test {

/// Three chunks: a text and a number in each row.
inline Accounts many_accounts() {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t row = 0; row < 2 * accountChunkRows + 100; ++row) {
        rows.push_back({"a" + std::to_string(100000 + row), "Account " + std::to_string(row), std::to_string(row % 997)});
    }
    return accounts({{"name", AccountColumnType::text}, {"size"}}, rows);
}

inline Plan plan_with_many_accounts() {
    Plan plan;
    plan.about.edit().title = "Many";
    plan.accounts.edit() = many_accounts();
    return plan;
}

inline void set_size(Plan &plan, std::size_t row, const std::string &size) {
    plan.accounts.edit().table.set_text(AccountColumnId("size"), AccountColumnType::number, row, size);
}

} // namespace fullcourt::test
