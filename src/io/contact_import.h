// A CSV file of contacts, or of what contacts did → contacts, merged with those that are there already (RULES §4).
//
// Which of the two a file is, and which column holds what, is guessed from its head, with the names that Salesforce and HubSpot give
// known; a person corrects it. What cannot be read is told by line and left out; what the file leaves empty stays as it was.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/account_import.h"
#include "io/csv_text.h"
#include "model/plan.h"

namespace fullcourt {

enum class ContactField {
    id,
    name,
    account,
    title,
    committee,
    budget,
    authority,
    need,
    timeline,
    stage,
    stageSince,
    note,
    kind,
    date,
    minutes
};
/// Those of contacts, or those of what they did; in the order that a person sees them in.
std::span<const ContactField> contact_fields(bool activities);
std::string_view contact_field_name(ContactField field); ///< "Committee role"

struct ContactMapping {
    bool activities = false;                     ///< a row is something that a contact did
    std::map<ContactField, std::size_t> columns; ///< a field without one is not in the file
    DateStyle dates = DateStyle::iso;
    char decimal = '.';

    friend bool operator==(const ContactMapping &, const ContactMapping &) = default;
};
ContactMapping guess_contact_mapping(const CsvTable &table);
/// Whether the head is one of contacts rather than of accounts.
bool looks_like_contacts(const CsvTable &table);

/// "Economic buyer" → decider; nothing for a word that is no role that this program knows. Empty, "none" and "other" are `none`.
std::optional<CommitteeRole> committee_role_of(std::string_view text);
/// "Replied to email" → reply; nothing for what is no kind.
std::optional<ContactActivityKind> activity_kind_of(std::string_view text);

struct ContactUpdate {
    Contacts after;
    std::vector<ContactId> added;
    std::vector<ContactId> changed;
    std::size_t unchanged = 0;         ///< of the rows that were read
    std::size_t activities = 0;        ///< added
    std::size_t repeated = 0;          ///< rows of activities that were there already
    std::size_t leftOut = 0;           ///< rows that say nothing that can be taken
    std::vector<std::string> problems; ///< a sentence each, with its line; at most mostImportProblems
    std::size_t more = 0;
};
/// By contact id; without one by name and account. Contacts that the file does not have stay.
ContactUpdate update_contacts(const Plan &plan, const CsvTable &table, const ContactMapping &mapping);

/// "Add 12 contacts, change 3 and log 40 activities"
std::string contact_update_label(const ContactUpdate &update);

} // namespace fullcourt
