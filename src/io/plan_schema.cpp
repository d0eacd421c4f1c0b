#include "io/plan_schema.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "io/envelope.h"
#include "io/item_fields.h"
#include "io/json_text.h"

namespace fullcourt {
namespace {

using Schema = nlohmann::ordered_json;

Schema type(const char *name) { return Schema{{"type", name}}; }
Schema text() { return type("string"); }
Schema one_line() { return Schema{{"type", "string"}, {"pattern", "^[^\\r\\n]*$"}}; }
Schema id() { return Schema{{"type", "string"}, {"minLength", 1}}; }
Schema date() { return Schema{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}; }
Schema instant() { return Schema{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$"}}; }
Schema letters_text() { return Schema{{"type", "string"}, {"pattern", "^[A-Z](/[A-Z])*$"}}; }
Schema anything() { return Schema(true); }
Schema reference_to(std::string_view definition) { return Schema{{"$ref", "#/$defs/" + std::string(definition)}}; }

Schema list_of(Schema each) { return Schema{{"type", "array"}, {"items", std::move(each)}}; }
Schema set_of(Schema each) { return Schema{{"type", "array"}, {"items", std::move(each)}, {"uniqueItems", true}}; }
Schema map_of(Schema each) { return Schema{{"type", "object"}, {"additionalProperties", std::move(each)}}; }
/// Exactly these, in this order; the last ones may be missing from the `least`-th on.
Schema tuple_of(std::initializer_list<Schema> parts, std::size_t least) {
    Schema each = Schema::array();
    for (const Schema &part : parts) {
        each.push_back(part);
    }
    return Schema{{"type", "array"}, {"prefixItems", std::move(each)}, {"items", false}, {"minItems", least}, {"maxItems", parts.size()}};
}

template <class Number> Schema number_within(const Range<Number> &range) {
    Schema schema = type(std::integral<Number> ? "integer" : "number");
    const Range<Number> all = {std::numeric_limits<Number>::lowest(), std::numeric_limits<Number>::max()};
    if (range.least != all.least) {
        schema["minimum"] = range.least;
    }
    if (range.most != all.most) {
        schema["maximum"] = range.most;
    }
    return schema;
}

template <class Enum, std::size_t count> Schema word_among(const std::array<Named<Enum>, count> &words) {
    Schema all = Schema::array();
    for (const Named<Enum> &named : words) {
        all.push_back(named.word);
    }
    return Schema{{"enum", std::move(all)}};
}

template <class Enum, std::size_t count> Schema map_by(const std::array<Named<Enum>, count> &words, const Schema &each) {
    Schema members = Schema::object();
    for (const Named<Enum> &named : words) {
        members[std::string(named.word)] = each;
    }
    return Schema{{"type", "object"}, {"properties", std::move(members)}, {"additionalProperties", false}};
}

Schema recurrence() {
    std::vector<std::string> units;
    for (const Named<PeriodUnit> &named : periodUnitWords) {
        if (named.value != PeriodUnit::none) {
            units.emplace_back(named.word);
        }
    }
    const std::string unit = "(" + joined(units, "|") + ")";
    return Schema{{"type", "string"}, {"pattern", "^(" + unit + "|([2-9]|[1-9][0-9]|100) " + unit + "s)$"}};
}

template <class Item> std::string definition_of() {
    std::string name(itemWords<Item>.one);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}
template <> std::string definition_of<TierPolicy>() { return "tiers"; }

/// A visitor of describe(): what each field may hold.
class SchemaOfFields {
  public:
    explicit SchemaOfFields(Schema &item) : m_item(item) {}

    void position(std::string_view key, const Position & /*position*/) {
        add_required(key, Schema{{"type", "string"}, {"pattern", "^[0-9A-Za-z]*[1-9A-Za-z]$"}});
    }
    void name(std::string_view key, const std::string & /*name*/) { add_required(key, one_line()); }
    void line(std::string_view key, const std::string & /*text*/) { add(key, one_line()); }
    void text(std::string_view key, const std::string & /*text*/) { add(key, fullcourt::text()); }
    template <class Item> void reference(std::string_view key, const Id<Item> & /*id*/) { add(key, id()); }
    template <class Value, class Words> void choice(std::string_view key, const Value & /*value*/, const Words &words) {
        add(key, word_among(words));
    }
    void date(std::string_view key, const std::string & /*date*/) { add(key, fullcourt::date()); }
    void yes_or_no(std::string_view key, const bool & /*yes*/) { add(key, type("boolean")); }
    template <class Value, class Number> void number(std::string_view key, const Value & /*value*/, const Range<Number> &range) {
        add(key, number_within(range));
    }
    void period(std::string_view key, const Period & /*period*/) { add(key, recurrence()); }
    template <class Item> void ids(std::string_view key, const std::set<Id<Item>> & /*ids*/) { add(key, set_of(id())); }
    template <class Item> void many_ids(std::string_view key, const std::set<Id<Item>> & /*ids*/) { add(key, set_of(id())); }
    void lines(std::string_view key, const std::vector<std::string> & /*lines*/) { add(key, list_of(fullcourt::text())); }
    template <class Item> void lines_by_id(std::string_view key, const std::map<Id<Item>, std::string> & /*lines*/) {
        add(key, map_of(fullcourt::text()));
    }
    template <class Key, class Number>
    void numbers(std::string_view key, const std::map<Key, Number> & /*numbers*/, const Range<Number> &range) {
        add(key, map_of(number_within(range)));
    }
    void ticks(std::string_view key, const std::map<std::string, bool> & /*ticks*/) {
        Schema ticks = map_of(type("boolean"));
        ticks["propertyNames"] = fullcourt::date();
        add(key, std::move(ticks));
    }
    void needs(std::string_view key, const std::map<std::string, OwnNeed> & /*needs*/) {
        add(key, map_of(tuple_of({Schema{{"enum", {">=", "<="}}}, number_within(answerRange), number_within(importanceRange)}, 3)));
    }
    void points(std::string_view key, const std::vector<ScalePoint> & /*points*/) {
        add(key, list_of(tuple_of({type("number"), number_within(shareRange)}, 2)));
    }
    void keys(std::string_view key, const std::set<std::string> & /*keys*/) { add(key, set_of(id())); }
    void dates(std::string_view key, const std::map<std::string, std::string> & /*dates*/) { add(key, map_of(fullcourt::date())); }
    void activities(std::string_view key, const std::vector<ContactActivity> & /*activities*/) {
        add(key, list_of(tuple_of({word_among(contactActivityWords), fullcourt::date(), number_within(activityMinutesRange)}, 2)));
    }
    void worths(std::string_view key, const std::map<ContactActivityKind, ActivityWorth> & /*worths*/) {
        add(key, map_by(contactActivityWords,
                        tuple_of({number_within(pointsRange), number_within(activityMinutesRange), number_within(halfLifeRange)}, 3)));
    }
    template <class Item> void items(std::string_view key, const Collection<Item> & /*items*/) {
        add(key, list_of(reference_to(definition_of<Item>())));
    }
    template <class Part> void part(std::string_view key, const Part & /*part*/) { add(key, reference_to(definition_of<Part>())); }

  private:
    void add(std::string_view key, Schema schema) { m_item["properties"][std::string(key)] = std::move(schema); }
    void add_required(std::string_view key, Schema schema) {
        add(key, std::move(schema));
        m_item["required"].push_back(key);
    }

    Schema &m_item;
};

template <class Part> Schema schema_of() {
    Schema schema = {{"type", "object"}, {"properties", Schema::object()}, {"required", Schema::array()}};
    SchemaOfFields fields(schema);
    const Part part{};
    describe(fields, part);
    return schema;
}

template <class Item> Schema item() {
    Schema schema = schema_of<Item>();
    const std::string key(itemWords<Item>.idKey);
    Schema members = {{key, id()}};
    members.update(schema["properties"]);
    schema["properties"] = std::move(members);
    schema["required"].insert(schema["required"].begin(), key);
    return schema;
}

template <class Item> void add_list(Schema &members, Schema &definitions) {
    definitions[definition_of<Item>()] = item<Item>();
    members[std::string(itemWords<Item>.list_key())] = list_of(reference_to(definition_of<Item>()));
}
template <class... Items> void add_lists(Schema &members, Schema &definitions) { (add_list<Items>(members, definitions), ...); }

Schema envelope() {
    const Schema members = {{"version", Schema{{"const", formatVersion}}},
                            {"plan", id()},
                            {"revision", one_line()},
                            {"parent", one_line()},
                            {"ancestry", Schema{{"type", "array"}, {"items", one_line()}, {"maxItems", longestAncestry}}},
                            {"saved", instant()}};
    return Schema{{"type", "object"}, {"properties", members}, {"required", {"version"}}};
}

Schema rows() { return map_of(map_of(letters_text())); }

Schema grid(Schema &definitions) {
    Schema members = {
        {"scheme", word_among(schemeWords)},
        {"letters", Schema{{"type", "object"}, {"patternProperties", {{"^[A-Z]$", text()}}}, {"additionalProperties", false}}}};
    add_lists<Phase, Activity, Column>(members, definitions);
    members["rows"] = rows();
    members["notes"] = map_of(map_of(text()));
    members["asIsOn"] = date();
    members["asIs"] = rows();
    return Schema{{"type", "object"}, {"properties", std::move(members)}, {"required", {"scheme"}}};
}

Schema account_rows() {
    return list_of(Schema{{"type", "array"}, {"items", Schema{{"type", {"string", "number", "boolean", "null"}}}}, {"minItems", 1}});
}

Schema conflicts() {
    const Schema value = {{"type", "object"}, {"properties", {{"value", anything()}, {"from", list_of(text())}}}};
    const Schema members = {
        {"at", list_of(text())}, {"base", anything()}, {"values", Schema{{"type", "array"}, {"items", value}, {"minItems", 2}}}};
    return map_of(Schema{{"type", "object"}, {"properties", members}, {"required", {"at", "values"}}});
}

Schema plan(Schema &definitions) {
    Schema members = {{"fullcourt", envelope()}, {"title", one_line()}, {"description", text()}};
    add_lists<Role, Person>(members, definitions);
    members["choice"] = schema_of<OrganisationChoice>();
    add_lists<OwnModel>(members, definitions);
    members["grid"] = grid(definitions);
    add_lists<Meeting, Decision, EscalationLevel, Kpi, Practice, Tool>(members, definitions);
    members["readiness"] = map_of(map_by(sideWords, number_within(answerRange)));
    add_lists<LogEntry, Dispute>(members, definitions);
    members["ballots"] = map_by(sideWords, rows());
    members["ballotContext"] = map_by(sideWords, map_of(number_within(answerRange)));
    members["tallies"] = map_of(text());
    add_lists<RunSheetItem>(members, definitions);
    members["parked"] = set_of(id());
    add_lists<AccountColumn>(members, definitions);
    members["accountKey"] = one_line();
    members["accountName"] = id();
    members["accounts"] = account_rows();
    add_lists<AccountMark>(members, definitions);
    members["accountBoard"] = schema_of<AccountBoard>();
    members["accountStages"] = list_of(text());
    members["accountImport"] = map_of(text());
    add_lists<Criterion>(members, definitions);
    definitions[definition_of<TierPolicy>()] = schema_of<TierPolicy>();
    members["tiers"] = reference_to(definition_of<TierPolicy>());
    members["scoringSignatures"] = map_by(sideWords, schema_of<ScoringSignature>());
    add_lists<ScoreVersion, FrozenList>(members, definitions);
    members["outcome"] = schema_of<OutcomePolicy>();
    add_lists<Contact, LeadStage>(members, definitions);
    members["leadPolicy"] = schema_of<LeadPolicy>();
    add_lists<Pod>(members, definitions);
    members["podPolicy"] = schema_of<PodPolicy>();
    add_lists<Play, PlayTemplate, EngagementNote>(members, definitions);
    members["rules"] = map_of(type("boolean"));
    members["thresholds"] = map_of(type("number"));
    members["acceptances"] = map_of(schema_of<Acceptance>());
    members["conflicts"] = conflicts();
    return Schema{{"type", "object"}, {"properties", std::move(members)}, {"required", {"fullcourt"}}};
}

} // namespace

std::string plan_schema() {
    Schema definitions = Schema::object();
    const Schema whole = plan(definitions);
    Schema schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"title", "Fullcourt plan file"},
                     {"description", "An account-based marketing operating model as Fullcourt writes it. Further keys are kept."}};
    schema.update(whole);
    schema["$defs"] = std::move(definitions);
    return schema.dump(1) + "\n";
}

} // namespace fullcourt
