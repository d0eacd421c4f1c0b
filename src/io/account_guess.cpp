// How a file of accounts is probably meant to be read.
#include <algorithm>
#include <array>
#include <set>

#include "base/number.h"
#include "base/text.h"
#include "io/account_import.h"

namespace fullcourt {
namespace {

constexpr std::size_t salesforceShort = 15;
constexpr std::size_t salesforceLong = 18;

/// What CRM exports call them, in the order of preference.
constexpr std::array keyNames = {"account id", "accountid", "account id 18", "account id (18)", "record id", "company id", "id", "crm id"};
/// Keys where nothing better stands in the file.
constexpr std::array weakKeyNames = {"company domain name", "domain", "website"};
constexpr std::array accountNames = {"account name", "company name", "name", "account", "company"};

constexpr std::size_t sampled = 2'000;

template <class Names> std::optional<std::size_t> column_called(const CsvTable &table, const Names &names) {
    for (const char *name : names) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            if (lowered(table.header()[column]) == name) {
                return column;
            }
        }
    }
    return std::nullopt;
}

/// Lines that a CRM prints below its rows.
constexpr std::size_t mostFootLines = 8;

/// Whether all rows but `most` have a text of their own there.
bool tells_apart(const CsvTable &table, std::size_t column, std::size_t most) {
    std::set<std::string_view> seen;
    std::size_t bad = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view key = trimmed(table.cell(row, column));
        bad += key.empty() || !seen.insert(key).second ? 1U : 0U;
    }
    return bad <= most;
}

std::size_t guess_key(const CsvTable &table, const Accounts &existing) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (!existing.keyName.empty() && table.header()[column] == existing.keyName) {
            return column;
        }
    }
    if (const auto named = column_called(table, keyNames); named && tells_apart(table, *named, mostFootLines + table.rows() / 10)) {
        return *named;
    }
    if (const auto named = column_called(table, weakKeyNames); named && tells_apart(table, *named, 0)) {
        return *named;
    }
    for (std::size_t column = 0; column < table.columns(); ++column) {
        if (tells_apart(table, column, 0)) {
            return column;
        }
    }
    return 0;
}

/// Which mark cuts off decimals in most of the numbers that only make sense one way.
char guess_decimal(const CsvTable &table) {
    std::size_t points = 0;
    std::size_t commas = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const std::string_view text = trimmed(table.cell(row, column));
            if (text.find_first_of(".,") == std::string_view::npos) {
                continue;
            }
            const bool point = styled_number(text, '.').has_value();
            const bool comma = styled_number(text, ',').has_value();
            points += point && !comma ? 1U : 0U;
            commas += comma && !point ? 1U : 0U;
        }
    }
    return commas > points ? ',' : '.';
}

DateStyle guess_dates(const CsvTable &table) {
    std::size_t dayFirst = 0;
    std::size_t monthFirst = 0;
    std::size_t points = 0;
    std::size_t slashes = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const std::optional<DateParts> parts = date_parts(trimmed(table.cell(row, column)));
            if (!parts || parts->numbers[0] > 31) {
                continue;
            }
            dayFirst += parts->numbers[0] > 12 ? 1U : 0U;
            monthFirst += parts->numbers[1] > 12 ? 1U : 0U;
            points += parts->mark == '.' ? 1U : 0U;
            slashes += parts->mark == '/' ? 1U : 0U;
        }
    }
    if (dayFirst + monthFirst == 0) {
        return points + slashes == 0 ? DateStyle::iso : points >= slashes ? DateStyle::dayFirst : DateStyle::monthFirst;
    }
    return dayFirst >= monthFirst ? DateStyle::dayFirst : DateStyle::monthFirst;
}

/// Without blanks and marks, in lower case: "Zip/Postal Code" → "zippostalcode".
std::string comparable_name(const std::string &name) {
    std::string plain = lowered(name);
    std::erase_if(plain, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9') && static_cast<unsigned char>(c) < 0x80; });
    return plain;
}

struct KnownColumn {
    std::string_view name;
    AccountColumnType type;
};
/// Columns of Salesforce and HubSpot whose kind their cells do not always tell.
constexpr std::array knownColumns = {
    KnownColumn{"phone", AccountColumnType::text},
    KnownColumn{"phonenumber", AccountColumnType::text},
    KnownColumn{"fax", AccountColumnType::text},
    KnownColumn{"postalcode", AccountColumnType::text},
    KnownColumn{"zippostalcode", AccountColumnType::text},
    KnownColumn{"billingzippostalcode", AccountColumnType::text},
    KnownColumn{"billingpostalcode", AccountColumnType::text},
    KnownColumn{"website", AccountColumnType::text},
    KnownColumn{"websiteurl", AccountColumnType::text},
    KnownColumn{"companydomainname", AccountColumnType::text},
    KnownColumn{"employees", AccountColumnType::number},
    KnownColumn{"numberofemployees", AccountColumnType::number},
    KnownColumn{"annualrevenue", AccountColumnType::number},
    KnownColumn{"lastactivity", AccountColumnType::date},
    KnownColumn{"lastactivitydate", AccountColumnType::date},
    KnownColumn{"lastmodifieddate", AccountColumnType::date},
    KnownColumn{"createdate", AccountColumnType::date},
    KnownColumn{"createddate", AccountColumnType::date},
    KnownColumn{"industry", AccountColumnType::category},
    KnownColumn{"type", AccountColumnType::category},
    KnownColumn{"rating", AccountColumnType::category},
    KnownColumn{"country", AccountColumnType::category},
    KnownColumn{"countryregion", AccountColumnType::category},
    KnownColumn{"billingcountry", AccountColumnType::category},
    KnownColumn{"billingstateprovince", AccountColumnType::category},
    KnownColumn{"lifecyclestage", AccountColumnType::category},
    KnownColumn{"accountowner", AccountColumnType::category},
    KnownColumn{"companyowner", AccountColumnType::category},
};

/// What the CRM's own name says, where at least half of the cells agree.
std::optional<AccountColumnType> known_type(const CsvTable &table, std::size_t column, const ImportMapping &mapping) {
    const std::string name = comparable_name(table.header()[column]);
    const auto *const known =
        std::find_if(knownColumns.begin(), knownColumns.end(), [&](const KnownColumn &one) { return one.name == name; });
    if (known == knownColumns.end()) {
        return std::nullopt;
    }
    std::size_t filled = 0;
    std::size_t fit = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view text = trimmed(table.cell(row, column));
        const bool fits = known->type == AccountColumnType::number ? styled_number(text, mapping.decimal).has_value()
                          : known->type == AccountColumnType::date ? styled_day(text, mapping.dates).has_value()
                                                                   : true;
        filled += text.empty() ? 0U : 1U;
        fit += !text.empty() && fits ? 1U : 0U;
    }
    return fit * 2 >= filled ? std::optional(known->type) : std::nullopt;
}

bool is_salesforce_id(std::string_view text) {
    const auto letter = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return (text.size() == salesforceShort || text.size() == salesforceLong) && std::all_of(text.begin(), text.end(), letter);
}

AccountColumnType guess_type(const CsvTable &table, std::size_t column, const ImportMapping &mapping) {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t dates = 0;
    std::size_t words = 0;
    std::size_t longest = 0;
    bool leadingZero = false;
    std::set<std::string_view> distinct;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view text = trimmed(table.cell(row, column));
        if (text.empty()) {
            continue;
        }
        ++filled;
        longest = std::max(longest, text.size());
        leadingZero = leadingZero || (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9' && !date_parts(text));
        numbers += styled_number(text, mapping.decimal) ? 1U : 0U;
        dates += styled_day(text, mapping.dates) ? 1U : 0U;
        words += yes_or_no_of(text) && !parse_number(text) ? 1U : 0U;
        distinct.insert(text);
    }
    constexpr std::size_t almostAll = 90; // %
    const auto most = [&](std::size_t count) { return filled != 0 && count * 100 >= filled * almostAll; };
    if (most(words)) {
        return AccountColumnType::yesNo;
    }
    if (most(dates)) {
        return AccountColumnType::date;
    }
    if (most(numbers) && !leadingZero) { // "01067" is a name of a place, and would not come back from a number
        return AccountColumnType::number;
    }
    constexpr std::size_t longestCategory = 60;
    constexpr std::size_t fewCategories = 40;
    const bool repeats = distinct.size() <= fewCategories && distinct.size() * 2 <= filled;
    return repeats && longest <= longestCategory ? AccountColumnType::category : AccountColumnType::text;
}

/// "Revenue (EUR m)" → "revenue-eur-m", told apart from the ids in use.
AccountColumnId id_for(const std::string &name, const std::set<std::string> &used) {
    std::string text;
    for (const char c : lowered(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            text += c;
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    constexpr std::size_t longest = 48;
    text = std::string(truncated(text, longest));
    while (!text.empty() && text.back() == '-') {
        text.pop_back();
    }
    const std::string base = text.empty() ? "column" : text;
    text = base;
    for (std::size_t i = 2; used.contains(text); ++i) {
        text = base + "-" + std::to_string(i);
    }
    return AccountColumnId(text);
}

/// The column that is there already: one of the head's name, one that differs in case alone, or for account names the one that
/// holds them, unless another head of the file says that name.
Collection<AccountColumn>::const_iterator column_for(const CsvTable &table, std::size_t head, const Accounts &existing,
                                                     const std::set<AccountColumnId> &matched, bool holdsNames) {
    const auto &heads = table.header();
    const std::string &name = heads[head];
    const auto first = [&](auto fits) {
        return std::find_if(existing.columns.begin(), existing.columns.end(),
                            [&](const auto &column) { return !matched.contains(column.first) && fits(column); });
    };
    const auto is_free = [&](const auto &column) { return std::find(heads.begin(), heads.end(), column.second.name) == heads.end(); };
    auto found = first([&](const auto &column) { return column.second.name == name; });
    if (found == existing.columns.end()) {
        found = first([&](const auto &column) { return is_free(column) && lowered(column.second.name) == lowered(name); });
    }
    if (found == existing.columns.end() && holdsNames) {
        found = first([&](const auto &column) { return is_free(column) && column.first == existing.nameColumn; });
    }
    return found;
}

ImportSource guess_source(const CsvTable &table, std::size_t key) {
    std::size_t ids = 0;
    std::size_t filled = 0;
    for (std::size_t row = 0; row < std::min(table.rows(), sampled); ++row) {
        const std::string_view text = trimmed(table.cell(row, key));
        filled += text.empty() ? 0U : 1U;
        ids += is_salesforce_id(text) && text.starts_with("001") ? 1U : 0U;
    }
    if (ids != 0 && ids * 2 + mostFootLines >= filled) {
        return ImportSource::salesforce;
    }
    static constexpr std::array marks = {"company domain name", "company name", "lifecycle stage", "company owner"};
    const bool record = column_called(table, std::array{"record id", "company id"}).has_value();
    return record && column_called(table, marks) ? ImportSource::hubSpot : ImportSource::other;
}

} // namespace

ImportMapping guess_mapping(const CsvTable &table, const Accounts &existing) {
    ImportMapping mapping;
    mapping.decimal = guess_decimal(table);
    mapping.dates = guess_dates(table);
    mapping.key = guess_key(table, existing);
    mapping.name = column_called(table, accountNames);
    mapping.source = guess_source(table, mapping.key);
    std::set<std::string> used;
    for (const auto &[id, column] : existing.columns) {
        used.insert(id.text);
    }
    std::set<AccountColumnId> matched;
    for (std::size_t i = 0; i < table.columns(); ++i) {
        ImportColumn mapped;
        mapped.name = table.header()[i];
        const auto saved = existing.importMap.find(mapped.name);
        const AccountColumn *before = saved == existing.importMap.end() ? nullptr : find(existing.columns, AccountColumnId(saved->second));
        mapped.take = saved == existing.importMap.end() || !saved->second.empty();
        if (before != nullptr && matched.insert(AccountColumnId(saved->second)).second) {
            mapped.column = AccountColumnId(saved->second);
            mapped.name = before->name;
            mapped.type = before->type;
            mapping.name = mapped.column == existing.nameColumn ? std::optional(i) : mapping.name;
            mapping.columns.push_back(std::move(mapped));
            continue;
        }
        if (const auto same = column_for(table, i, existing, matched, mapping.name == i); same != existing.columns.end()) {
            mapped.column = same->first;
            mapped.name = same->second.name;
            mapped.type = same->second.type;
            matched.insert(same->first);
            if (same->first == existing.nameColumn) {
                mapping.name = i;
            }
        } else {
            mapped.column = id_for(mapped.name, used);
            mapped.type = known_type(table, i, mapping).value_or(guess_type(table, i, mapping));
            used.insert(mapped.column.text);
        }
        mapping.columns.push_back(std::move(mapped));
    }
    if (!mapping.name) {
        for (std::size_t i = 0; i < table.columns() && !mapping.name; ++i) {
            if (i != mapping.key && mapping.columns[i].take && mapping.columns[i].type == AccountColumnType::text) {
                mapping.name = i;
            }
        }
    }
    return mapping;
}

} // namespace fullcourt
