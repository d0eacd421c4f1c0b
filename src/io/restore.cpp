#include "io/restore.h"

#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>

#include "base/pieces.h"
#include "base/text.h"
#include "io/item_reader.h"
#include "io/migrate.h"
#include "io/plan_reader.h"

namespace fullcourt {
namespace {

const Tree *member(const Tree &tree, std::string_view key) {
    const auto *object = tree.get_ptr<const Tree::object_t *>();
    if (object == nullptr) {
        return nullptr;
    }
    const auto it = object->find(std::string(key));
    return it == object->end() ? nullptr : &it->second;
}

const Tree *member_of(const Tree *tree, std::string_view key) { return tree == nullptr ? nullptr : member(*tree, key); }

// Whether it is a plan file of a version that can be read.

Error newer_version(const std::string &version) {
    return {"This file was written by a newer Fullcourt (format " + version + "; this one reads up to " + std::to_string(formatVersion) +
                "). Nothing was changed; open it with the newer Fullcourt.",
            {}};
}

Result<int> read_version(const Tree &file) {
    const Tree *envelope = member(file, "fullcourt");
    if (envelope == nullptr || !envelope->is_object()) {
        return Error{"This is no Fullcourt plan: the file holds JSON, but not of a plan.", {}};
    }
    const Tree *version = member(*envelope, "version");
    if (version == nullptr || !version->is_number()) {
        return Error{"The file calls itself a Fullcourt plan but does not say of which format version, so it cannot be read.", {}};
    }
    const double number = version->get<double>();
    if (number > formatVersion) {
        return newer_version(canonical_text(*version));
    }
    if (number < 1 || number != std::floor(number)) {
        return Error{"The file says that it has format " + canonical_text(*version) + ", which no Fullcourt can read.", {}};
    }
    return static_cast<int>(number);
}

// Whether its lists keep to the limits.

std::optional<Error> oversized(const Tree *list, std::string_view what, const RestoreLimits &limits) {
    if (list == nullptr || !list->is_structured() || list->size() <= limits.items) {
        return std::nullopt;
    }
    return Error{"The file lists " + std::to_string(list->size()) + " " + std::string(what) + "; Fullcourt reads up to " +
                     std::to_string(limits.items) + ".",
                 {}};
}

std::optional<Error> oversized(const Tree &file, const RestoreLimits &limits) {
    for (const ItemWords &words : {itemWords<Role>,          itemWords<Person>,          itemWords<OwnModel>,      itemWords<Meeting>,
                                   itemWords<Decision>,      itemWords<EscalationLevel>, itemWords<Kpi>,           itemWords<Practice>,
                                   itemWords<Tool>,          itemWords<LogEntry>,        itemWords<Dispute>,       itemWords<RunSheetItem>,
                                   itemWords<AccountColumn>, itemWords<AccountMark>,     itemWords<Criterion>,     itemWords<ScoreVersion>,
                                   itemWords<FrozenList>,    itemWords<Contact>,         itemWords<LeadStage>,     itemWords<Pod>,
                                   itemWords<Play>,          itemWords<PlayTemplate>,    itemWords<EngagementNote>}) {
        if (std::optional<Error> error = oversized(member(file, words.list_key()), words.many, limits)) {
            return error;
        }
    }
    for (const std::string_view key : {"rules", "thresholds", "readiness", "acceptances", "conflicts"}) {
        if (std::optional<Error> error = oversized(member(file, key), key, limits)) {
            return error;
        }
    }
    for (const std::string_view key : {"phases", "activities", "columns", "rows", "notes", "asIs"}) {
        if (std::optional<Error> error = oversized(member_of(member(file, "grid"), key), key, limits)) {
            return error;
        }
    }
    for (const Named<Side> &side : sideWords) {
        if (std::optional<Error> error = oversized(member_of(member(file, "ballots"), side.word), "rows of a ballot", limits)) {
            return error;
        }
    }
    return std::nullopt;
}

std::vector<std::string> read_ancestry(FieldReader &fields) {
    std::vector<std::string> ancestry;
    const Tree::array_t *list = fields.claim_list("ancestry");
    if (list == nullptr) {
        return ancestry;
    }
    std::size_t left = 0;
    for (const Tree &item : *list) {
        const auto *revision = item.get_ptr<const std::string *>();
        if (revision == nullptr || ancestry.size() == longestAncestry) {
            ++left;
        } else {
            ancestry.push_back(fields.sound_line("ancestry", *revision));
        }
    }
    if (left != 0) {
        fields.tell(counted(left, "entry", "entries") + " of “ancestry” " + (left == 1 ? "was" : "were") + " left out.");
    }
    return ancestry;
}

Envelope read_envelope(const Tree::object_t &object, const RestoreLimits &limits, Repairs &repairs) {
    Envelope envelope;
    FieldReader fields(object, "The file's first line", "", {limits.nameBytes, limits.textBytes, true, limits.entries}, repairs);
    fields.claim("version");
    fields.reference("plan", envelope.plan);
    fields.line("revision", envelope.revision);
    fields.line("parent", envelope.parent);
    envelope.ancestry = read_ancestry(fields);
    fields.line("saved", envelope.savedAt);
    fields.line("author", envelope.author);
    envelope.extra = fields.rest();
    return envelope;
}

} // namespace

struct RestoreWork::State {
    RestoreLimits limits;
    Repairs repairs;
    AccountLists accounts;
    TreeReader reader;
    Tree file;
    Restored restored;
    Result<Restored> result = Restored();
    Pieces pieces;

    State(std::string_view bytes, const RestoreLimits &within) : limits(within), reader(bytes, limits, repairs, accounts) {
        pieces.add(1, [this] { return reader.go_on() ? 1 : reader.part(); });
        pieces.add(0.8, [this] { return begin_plan(); });
    }

    double begin_plan() {
        Result<Tree> tree = reader.take();
        if (!tree) {
            result = tree.error();
            return 1;
        }
        file = *std::move(tree);
        if (std::optional<Error> error = look_at_version()) {
            result = *std::move(error);
            return 1;
        }
        const auto &object = file.get_ref<const Tree::object_t &>();
        restored.envelope = read_envelope(object.at("fullcourt").get_ref<const Tree::object_t &>(), limits, repairs);
        add_plan_steps(pieces, object, limits, repairs, accounts, restored.plan);
        pieces.add(0.1, [this] {
            restored.report = repairs.report();
            result = std::move(restored);
            return 1;
        });
        return 1;
    }

    std::optional<Error> look_at_version() {
        const Result<int> version = read_version(file);
        if (!version) {
            return version.error();
        }
        if (std::optional<Error> error = migrate(file, *version, formatVersion, migrations(), repairs)) {
            return error;
        }
        return oversized(file, limits);
    }
};

RestoreWork::RestoreWork(std::string_view bytes, const RestoreLimits &limits) : m_state(std::make_unique<State>(bytes, limits)) {}

RestoreWork::~RestoreWork() = default;

bool RestoreWork::go_on() {
    try {
        return m_failed || m_state->pieces.go_on();
    } catch (const std::bad_alloc &) {
    } catch (const std::length_error &) {
    }
    m_failed = true;
    m_state->result = Error{"There is not enough memory to read this file.", {}};
    return true;
}

double RestoreWork::part() const { return m_state->pieces.part(); }

Result<Restored> RestoreWork::take() { return std::move(m_state->result); }

Result<Restored> restore(std::string_view bytes, const RestoreLimits &limits) {
    RestoreWork work(bytes, limits);
    while (!work.go_on()) {
    }
    return work.take();
}

bool looks_like_plan(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::string_view text = trimmed(bytes);
    return text.starts_with('{') && text.find("\"fullcourt\"") != std::string_view::npos;
}

} // namespace fullcourt
