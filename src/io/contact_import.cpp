#include "io/contact_import.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"
#include "io/field_reader.h"

namespace fullcourt {
namespace {

constexpr std::array contactFields = {ContactField::id,        ContactField::name,   ContactField::account,    ContactField::title,
                                      ContactField::committee, ContactField::budget, ContactField::authority,  ContactField::need,
                                      ContactField::timeline,  ContactField::stage,  ContactField::stageSince, ContactField::note};
constexpr std::array activityFields = {ContactField::id, ContactField::name, ContactField::kind, ContactField::date, ContactField::minutes};

// ---- Guessing

/// What a head may be called, trimmed and lower-cased, the surer names first.
std::vector<std::string_view> names_of(ContactField field) {
    switch (field) {
    case ContactField::id: return {"contact id", "contactid", "contact id 18", "record id", "record id - contact", "email", "e-mail", "id"};
    case ContactField::name: return {"contact name", "full name", "name", "contact", "who"};
    case ContactField::account:
        return {"account id",         "accountid",    "account key",  "company id", "associated company ids",
                "associated company", "account name", "company name", "account",    "company"};
    case ContactField::title: return {"title", "job title", "position"};
    case ContactField::committee: return {"committee role", "buying role", "role in committee", "opportunity role", "contact role", "role"};
    case ContactField::budget: return {"budget", "budget confirmed"};
    case ContactField::authority: return {"authority", "authority confirmed"};
    case ContactField::need: return {"need", "need confirmed"};
    case ContactField::timeline: return {"timeline", "timing", "time frame"};
    case ContactField::stage: return {"stage", "lead stage", "lifecycle stage", "lead status"};
    case ContactField::stageSince: return {"stage since", "since", "stage date", "date entered stage"};
    case ContactField::note: return {"note", "notes", "description"};
    case ContactField::kind: return {"kind", "activity", "activity type", "type", "engagement type"};
    case ContactField::date: return {"date", "activity date", "on", "day", "timestamp"};
    case ContactField::minutes: return {"minutes", "duration", "duration (minutes)", "length"};
    }
    return {};
}

std::optional<std::size_t> column_for(const CsvTable &table, ContactField field, const std::set<std::size_t> &used) {
    for (const std::string_view name : names_of(field)) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            if (!used.contains(column) && lowered(trimmed(table.header()[column])) == name) {
                return column;
            }
        }
    }
    return std::nullopt;
}

bool has_column(const CsvTable &table, ContactField field) { return column_for(table, field, {}).has_value(); }

// ---- Words

struct Word {
    std::string_view text;
    int value = 0;
};

template <std::size_t count> std::optional<int> value_of(std::string_view text, const std::array<Word, count> &words) {
    std::string name = lowered(trimmed(text));
    std::replace(name.begin(), name.end(), '-', ' ');
    std::replace(name.begin(), name.end(), '_', ' ');
    for (const Word &word : words) {
        if (word.text == name) {
            return word.value;
        }
    }
    return std::nullopt;
}

constexpr int as_number(CommitteeRole role) { return static_cast<int>(role); }
constexpr int as_number(ContactActivityKind kind) { return static_cast<int>(kind); }

constexpr std::array roleWords = {
    Word{"", as_number(CommitteeRole::none)},
    Word{"none", as_number(CommitteeRole::none)},
    Word{"other", as_number(CommitteeRole::none)},
    Word{"no role", as_number(CommitteeRole::none)},
    Word{"decider", as_number(CommitteeRole::decider)},
    Word{"decision maker", as_number(CommitteeRole::decider)},
    Word{"economic buyer", as_number(CommitteeRole::decider)},
    Word{"economic decision maker", as_number(CommitteeRole::decider)},
    Word{"executive sponsor", as_number(CommitteeRole::decider)},
    Word{"budget holder", as_number(CommitteeRole::decider)},
    Word{"champion", as_number(CommitteeRole::champion)},
    Word{"sponsor", as_number(CommitteeRole::champion)},
    Word{"influencer", as_number(CommitteeRole::influencer)},
    Word{"evaluator", as_number(CommitteeRole::influencer)},
    Word{"technical evaluator", as_number(CommitteeRole::influencer)},
    Word{"technical buyer", as_number(CommitteeRole::influencer)},
    Word{"user", as_number(CommitteeRole::user)},
    Word{"end user", as_number(CommitteeRole::user)},
    Word{"business user", as_number(CommitteeRole::user)},
    Word{"gatekeeper", as_number(CommitteeRole::gatekeeper)},
    Word{"blocker", as_number(CommitteeRole::gatekeeper)},
    Word{"procurement", as_number(CommitteeRole::gatekeeper)},
    Word{"legal & compliance", as_number(CommitteeRole::gatekeeper)},
};

constexpr std::array kindWords = {
    Word{"meeting", as_number(ContactActivityKind::meeting)},
    Word{"call", as_number(ContactActivityKind::meeting)},
    Word{"demo", as_number(ContactActivityKind::meeting)},
    Word{"reply", as_number(ContactActivityKind::reply)},
    Word{"replied", as_number(ContactActivityKind::reply)},
    Word{"email reply", as_number(ContactActivityKind::reply)},
    Word{"replied to email", as_number(ContactActivityKind::reply)},
    Word{"event", as_number(ContactActivityKind::event)},
    Word{"attended event", as_number(ContactActivityKind::event)},
    Word{"webinar", as_number(ContactActivityKind::webinar)},
    Word{"attended webinar", as_number(ContactActivityKind::webinar)},
    Word{"download", as_number(ContactActivityKind::download)},
    Word{"downloaded", as_number(ContactActivityKind::download)},
    Word{"form submission", as_number(ContactActivityKind::download)},
    Word{"page view", as_number(ContactActivityKind::pageView)},
    Word{"pageview", as_number(ContactActivityKind::pageView)},
    Word{"website visit", as_number(ContactActivityKind::pageView)},
    Word{"visit", as_number(ContactActivityKind::pageView)},
};

// ---- Reading rows

class Reader {
  public:
    Reader(const Plan &plan, const CsvTable &table, const ContactMapping &mapping)
        : m_plan(plan), m_table(table), m_mapping(mapping), m_accounts(plan.accounts->table) {
        m_update.after = *plan.contacts;
        for (const auto &[id, contact] : m_update.after.contacts) {
            note(id, contact);
        }
        for (const auto &[id, stage] : plan.contacts->stages) {
            m_stages.emplace(lowered(trimmed(stage.name)), id);
        }
    }

    ContactUpdate run() {
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            m_mapping.activities ? read_activity(row) : read_contact(row);
        }
        place_added();
        return std::move(m_update);
    }

  private:
    std::string cell(std::size_t row, ContactField field) const {
        const std::size_t *column = find(m_mapping.columns, field);
        return column == nullptr || *column >= m_table.columns() ? std::string() : on_one_line(trimmed(m_table.cell(row, *column)));
    }

    void tell(std::size_t row, const std::string &what) {
        if (m_update.problems.size() == mostImportProblems) {
            ++m_update.more;
            return;
        }
        m_update.problems.push_back("Line " + std::to_string(m_table.line(row)) + what);
    }
    void leave_out(std::size_t row, const std::string &why) {
        ++m_update.leftOut;
        tell(row, why + "; it was left out.");
    }

    static std::string name_key(const std::string &account, const std::string &name) { return account + "\n" + lowered(name); }
    void note(const ContactId &id, const Contact &contact) {
        m_byName.emplace(name_key(contact.account.text, contact.name), id);
        const auto at = m_byNameAlone.emplace(lowered(contact.name), id);
        if (!at.second && at.first->second != id) {
            at.first->second = ContactId(); // several have it
        }
    }

    /// By key, else by the account's name.
    AccountId account_of(const std::string &text) {
        if (text.empty() || m_accounts.row_of(text)) {
            return AccountId(text);
        }
        if (m_accountNames.empty() && m_plan.accounts->table.rows() != 0) {
            for (std::size_t row = 0; row < m_plan.accounts->table.rows(); ++row) {
                m_accountNames.emplace(lowered(account_name(*m_plan.accounts, row)), row);
            }
        }
        const auto named = m_accountNames.find(lowered(text));
        return AccountId(named == m_accountNames.end() ? sound_id(text) : std::string(m_plan.accounts->table.key(named->second)));
    }

    // -- Contacts

    void read_contact(std::size_t row) {
        const std::string name = cell(row, ContactField::name);
        const std::string key = cell(row, ContactField::id);
        if (name.empty() && key.empty()) {
            leave_out(row, " has neither a name nor an id");
            return;
        }
        const AccountId account = account_of(cell(row, ContactField::account));
        ContactId id(sound_id(key));
        if (id.empty()) {
            const auto known = m_byName.find(name_key(account.text, name));
            id = known == m_byName.end() ? ContactId(sha256(name_key(account.text, name)).substr(0, 16)) : known->second;
        }
        if (!m_seen.insert(id).second) {
            leave_out(row, " is about “" + quoted(name.empty() ? key : name) + "” once more");
            return;
        }
        const Contact *before = find(m_update.after.contacts, id);
        Contact contact = before == nullptr ? Contact() : *before;
        fill(row, contact, name, account);
        if (before != nullptr && contact == *before) {
            ++m_update.unchanged;
            return;
        }
        if (before == nullptr) {
            contact.name = contact.name.empty() ? key : contact.name;
            m_update.added.push_back(id);
        } else {
            m_update.changed.push_back(id);
        }
        m_update.after.contacts[id] = std::move(contact);
    }

    /// After those that were there, in the file's order.
    void place_added() {
        std::string_view last;
        for (const auto &[id, contact] : m_plan.contacts->contacts) {
            last = std::max(last, std::string_view(contact.position.key));
        }
        const std::vector<Position> places = positions_between(last, {}, m_update.added.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            m_update.after.contacts.at(m_update.added[i]).position = places[i];
        }
    }

    void fill(std::size_t row, Contact &contact, const std::string &name, const AccountId &account) {
        const auto take = [&](ContactField field, std::string &text) {
            const std::string value = cell(row, field);
            text = value.empty() ? text : value;
        };
        contact.name = name.empty() ? contact.name : name;
        if (!account.empty()) {
            contact.account = account;
            if (!m_accounts.row_of(account.text)) {
                tell(row, " names the account “" + quoted(account.text) + "”, which is not in the list of accounts; the contact is kept.");
            }
        }
        take(ContactField::title, contact.title);
        take(ContactField::note, contact.note);
        fill_role(row, contact);
        fill_answer(row, ContactField::budget, contact.budget);
        fill_answer(row, ContactField::authority, contact.authority);
        fill_answer(row, ContactField::need, contact.need);
        fill_answer(row, ContactField::timeline, contact.timeline);
        fill_stage(row, contact);
    }

    void fill_role(std::size_t row, Contact &contact) {
        const std::string text = cell(row, ContactField::committee);
        if (text.empty()) {
            return;
        }
        if (const std::optional<CommitteeRole> role = committee_role_of(text)) {
            contact.committee = *role;
        } else {
            tell(row, ": “" + quoted(text) + "” is no role in a buying committee; the role stays as it was.");
        }
    }

    void fill_answer(std::size_t row, ContactField field, Known &answer) {
        const std::string text = cell(row, field);
        if (text.empty()) {
            return;
        }
        const std::string word = lowered(text);
        if (const std::optional<bool> yes = yes_or_no_of(text)) {
            answer = *yes ? Known::yes : Known::no;
        } else if (word == "unknown" || word == "not known" || word == "?") {
            answer = Known::unknown;
        } else {
            tell(row,
                 ", " + std::string(contact_field_name(field)) + ": “" + quoted(text) + "” is neither yes nor no; it stays as it was.");
        }
    }

    void fill_stage(std::size_t row, Contact &contact) {
        const std::string text = cell(row, ContactField::stage);
        if (!text.empty()) {
            const auto stage = m_stages.find(lowered(text));
            if (stage == m_stages.end()) {
                tell(row, ": “" + quoted(text) + "” is no lead stage of this plan; the stage stays as it was.");
                return;
            }
            if (contact.stage != stage->second) {
                contact.stage = stage->second;
                contact.stageSince.clear(); // of the stage before
            }
        }
        const std::string since = cell(row, ContactField::stageSince);
        if (since.empty() || contact.stage.empty()) {
            return;
        }
        if (const std::optional<std::int32_t> day = styled_day(since, m_mapping.dates)) {
            contact.stageSince = day_text(*day);
        } else {
            tell(row, ": “" + quoted(since) + "” is no date that exists; the day of the stage is not known.");
        }
    }

    // -- What they did

    void read_activity(std::size_t row) {
        const std::string key = cell(row, ContactField::id);
        const std::string name = cell(row, ContactField::name);
        ContactId id(sound_id(key));
        if (id.empty() || !m_update.after.contacts.contains(id)) {
            const auto named = m_byNameAlone.find(lowered(name.empty() ? key : name));
            id = named == m_byNameAlone.end() ? ContactId() : named->second;
        }
        const auto contact = m_update.after.contacts.find(id);
        if (contact == m_update.after.contacts.end()) {
            leave_out(row, " names “" + quoted(name.empty() ? key : name) + "”, which is no contact, or more than one");
            return;
        }
        const std::string kindText = cell(row, ContactField::kind);
        const std::optional<ContactActivityKind> kind = activity_kind_of(kindText);
        if (!kind) {
            leave_out(row, ": “" + quoted(kindText) + "” is nothing that counts as engagement");
            return;
        }
        const std::string dateText = cell(row, ContactField::date);
        const std::optional<std::int32_t> day = styled_day(dateText, m_mapping.dates);
        if (!day) {
            leave_out(row, ": “" + quoted(dateText) + "” is no date that exists");
            return;
        }
        add(row, contact->first, contact->second, {*kind, day_text(*day), minutes_at(row)});
    }

    std::optional<double> minutes_at(std::size_t row) {
        const std::string text = cell(row, ContactField::minutes);
        if (text.empty()) {
            return std::nullopt;
        }
        constexpr double most = 10'000;
        const std::optional<double> minutes = styled_number(text, m_mapping.decimal);
        if (!minutes || *minutes < 0 || *minutes > most) {
            tell(row, ": “" + quoted(text) + "” is no number of minutes; the length is not known.");
            return std::nullopt;
        }
        return minutes;
    }

    void add(std::size_t row, const ContactId &id, Contact &contact, const ContactActivity &activity) {
        // The same row twice in one file is two activities; what an earlier import brought is there already.
        const Contact *before = find(m_plan.contacts->contacts, id);
        std::size_t &taken = m_taken[id.text + "\n" + std::to_string(static_cast<int>(activity.kind)) + activity.on + "\n" +
                                     (activity.minutes ? std::to_string(*activity.minutes) : "")];
        const auto there =
            before == nullptr ? std::ptrdiff_t{0} : std::count(before->activities.begin(), before->activities.end(), activity);
        if (static_cast<std::ptrdiff_t>(taken++) < there) {
            ++m_update.repeated;
            return;
        }
        if (contact.activities.size() >= mostActivities) {
            leave_out(row, ": " + quoted(contact.name) + " has as many activities as a plan keeps");
            return;
        }
        contact.activities.push_back(activity);
        ++m_update.activities;
        if (m_touched.insert(id).second) {
            m_update.changed.push_back(id);
        }
    }

    static constexpr std::size_t mostActivities = 10'000;

    const Plan &m_plan;
    const CsvTable &m_table;
    const ContactMapping &m_mapping;
    AccountIndex m_accounts;
    std::unordered_map<std::string, std::size_t> m_accountNames; ///< lower-cased → row
    std::unordered_map<std::string, LeadStageId> m_stages;       ///< by name, lower-cased
    std::unordered_map<std::string, ContactId> m_byName;         ///< by account and name
    std::unordered_map<std::string, ContactId> m_byNameAlone;    ///< empty where several have it
    std::unordered_map<std::string, std::size_t> m_taken;        ///< rows of this file by contact, kind, day and length
    std::set<ContactId> m_seen;
    std::set<ContactId> m_touched;
    ContactUpdate m_update;
};

} // namespace

std::span<const ContactField> contact_fields(bool activities) {
    return activities ? std::span<const ContactField>(activityFields) : std::span<const ContactField>(contactFields);
}

std::string_view contact_field_name(ContactField field) {
    static constexpr std::array<std::string_view, 15> names = {"Contact id",  "Name",      "Account",       "Title",    "Committee role",
                                                               "Budget",      "Authority", "Need",          "Timeline", "Stage",
                                                               "Stage since", "Note",      "What they did", "Date",     "Minutes"};
    return names[static_cast<std::size_t>(field)];
}

std::optional<CommitteeRole> committee_role_of(std::string_view text) {
    const std::optional<int> value = value_of(text, roleWords);
    return value ? std::optional(static_cast<CommitteeRole>(*value)) : std::nullopt;
}

std::optional<ContactActivityKind> activity_kind_of(std::string_view text) {
    const std::optional<int> value = value_of(text, kindWords);
    return value ? std::optional(static_cast<ContactActivityKind>(*value)) : std::nullopt;
}

bool looks_like_contacts(const CsvTable &table) {
    // Lists of accounts have columns such as "Contact e-mail" too: only what an account cannot have is telling.
    static constexpr std::array telling = {"contact id",          "contactid",      "contact id 18",
                                           "record id - contact", "committee role", "buying role"};
    const bool any = std::any_of(table.header().begin(), table.header().end(), [](const std::string &head) {
        return std::find(telling.begin(), telling.end(), lowered(trimmed(head))) != telling.end();
    });
    return any &&
           (has_column(table, ContactField::account) || (has_column(table, ContactField::kind) && has_column(table, ContactField::date)));
}

ContactMapping guess_contact_mapping(const CsvTable &table) {
    ContactMapping mapping;
    mapping.activities = has_column(table, ContactField::kind) && has_column(table, ContactField::date);
    const ImportMapping like = guess_mapping(table, {});
    mapping.dates = like.dates;
    mapping.decimal = like.decimal;
    std::set<std::size_t> used;
    for (const ContactField field : contact_fields(mapping.activities)) {
        if (const std::optional<std::size_t> column = column_for(table, field, used)) {
            mapping.columns.emplace(field, *column);
            used.insert(*column);
        }
    }
    return mapping;
}

ContactUpdate update_contacts(const Plan &plan, const CsvTable &table, const ContactMapping &mapping) {
    return Reader(plan, table, mapping).run();
}

std::string contact_update_label(const ContactUpdate &update) {
    std::vector<std::string> parts;
    if (!update.added.empty()) {
        parts.push_back("add " + counted(update.added.size(), "contact", "contacts"));
    }
    if (update.activities != 0) {
        parts.push_back("log " + counted(update.activities, "activity", "activities"));
    } else if (!update.changed.empty()) {
        parts.push_back("change " + counted(update.changed.size(), "contact", "contacts"));
    }
    std::string label = parts.empty() ? "update contacts" : listed(parts);
    label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

} // namespace fullcourt
