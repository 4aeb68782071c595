// Record types: `like` chains followed to a built-in type, items joined down the chain and put in order, lists
// resolved. Conditions are read in a second pass, when all items of all types are known.
#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/letter_text.h"
#include "policy/who_decides.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

const Entity* entity_of(const Reading& reading, const std::string& id) {
    auto found = reading.entities.find({"record", id});
    return found == reading.entities.end() ? nullptr : &found->second;
}

Names built_in_chain(const std::string& type) {
    static const Names episodes{"placement", "legal-status", "allocation", "involvement", "consent", "risk-alert", "restriction"};
    Names chain{type};
    if (contains(episodes, type))
        chain.emplace_back("episode");
    if (type != "entry")
        chain.emplace_back("entry");
    return chain;
}

std::string like_of(const Entity& entity) {
    auto found = entity.keys.find("like");
    return found == entity.keys.end() ? "" : found->second.value.text;
}

void refuse_like(const Entity& entity, const Reading& reading, std::string_view message) {
    auto found = entity.keys.find("like");
    reading.problems.add(found == entity.keys.end() ? entity.place : found->second.value, entity.full_id(), message);
}

// The type itself first, "entry" last. What cannot be followed is refused and taken as like "entry".
Names chain_of(const std::string& id, const Reading& reading) {
    Names chain;
    for (std::string at = id;;) {
        const Entity* entity = entity_of(reading, at);
        bool built_in = contains(built_in_types(), at);
        if (entity && at == id && built_in && !like_of(*entity).empty())
            refuse_like(*entity, reading, "'like' stands on a built-in type; expected it only on types of your own");
        if (built_in) {
            auto rest = built_in_chain(at);
            chain.insert(chain.end(), rest.begin(), rest.end());
            return chain;
        }
        chain.push_back(at);
        auto next = entity ? like_of(*entity) : "";
        if (at == id && next.empty() && entity)
            refuse_like(*entity, reading, "say what it is like: like = \"...\"; expected another record type or a built-in one");
        else if (at == id && entity && !reading.has("record", next))
            refuse_like(*entity, reading, fmt::format("like = '{}': there is no such record type{}; expected one of the pack or a built-in one",
                                                      next, did_you_mean(next, reading.ids("record"))));
        if (contains(chain, next) && entity)
            refuse_like(*entity, reading, fmt::format("like = '{}' goes in a circle; expected it to end at a built-in type", next));
        if (next.empty() || contains(chain, next) || !reading.has("record", next)) {
            chain.emplace_back("entry");
            return chain;
        }
        at = next;
    }
}

Node merged(Node base, const Node& over) {
    for (const auto& [key, value] : over.members) {
        if (key == "clause" && base.find("clause")) {
            Node both = *base.find("clause");
            Node list = both;
            list.type = Type::Array;
            list.text.clear();
            if (both.type == Type::Text)
                list.items = {both};
            for (const auto& id : texts_in(value)) {
                Node one = value;
                one.type = Type::Text;
                one.text = id;
                one.items.clear();
                list.items.push_back(one);
            }
            base.set(key, list);
        } else {
            base.set(key, value);
        }
    }
    base.file = over.file;
    base.line = over.line;
    return base;
}

std::string item_id(const Node& item) { return item.find("id") ? item.find("id")->text : ""; }

// The items of a type as tables, from the built-in type down, those of every entry last.
std::vector<Node> item_tables(const RecordType& type, const Reading& reading) {
    Names chain(type.like.rbegin(), type.like.rend());
    if (chain.size() > 1)
        std::rotate(chain.begin(), chain.begin() + 1, chain.end());
    std::vector<Node> items;
    std::map<std::string, Node> common;
    for (const auto& id : chain) {
        const Entity* entity = entity_of(reading, id);
        if (!entity)
            continue;
        auto table = flattened(*entity);
        const Node* own = table.find("items");
        if (!own)
            continue;
        for (const auto& item : own->items) {
            auto there = std::ranges::find(items, item_id(item), item_id);
            if (there == items.end())
                items.push_back(item);
            else
                *there = id == "entry" ? merged(item, *there) : merged(*there, item);
        }
    }
    return items;
}

std::optional<Words> parse_words(const std::string& text) {
    auto number = [](std::string_view digits) {
        int value = 0;
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
    };
    std::string_view said = text;
    if (said.starts_with("at most ") && number(said.substr(8)))
        return Words{std::nullopt, number(said.substr(8))};
    if (said.starts_with("at least ") && number(said.substr(9)))
        return Words{number(said.substr(9)), std::nullopt};
    if (auto to = said.find(" to "); to != std::string_view::npos && number(said.substr(0, to)) && number(said.substr(to + 4)))
        return Words{number(said.substr(0, to)), number(said.substr(to + 4))};
    return std::nullopt;
}

Names item_type_names() {
    Names names;
    for (int place = 0; place <= static_cast<int>(ItemType::Entry); ++place)
        names.push_back(name_of(static_cast<ItemType>(place)));
    return names;
}

void read_choices_of(Item& item, const Fields& fields, const Reading& reading) {
    item.list = fields.text("list");
    if (auto list = reading.pack.lists.find(item.list); list != reading.pack.lists.end())
        item.choices = list->second.choices;
    else if (!item.list.empty())
        known_as(fields, "list", {item.list}, "list", reading);
    for (const auto& option : fields.texts("options"))
        item.choices.push_back({option, "", {}, {}});
    if (item.type == ItemType::Seen)
        item.choices = {{"not seen", "", {}, {}}, {"seen with others", "", {}, {}}, {"seen alone", "", {}, {}}, {"baby seen awake", "", {}, {}}};
    bool chooses = item.type == ItemType::Choice || item.type == ItemType::Choices || item.type == ItemType::Code;
    bool offers_goals = item.type == ItemType::Choices && fields.flag("serves"); // of the plan that the child has
    if (chooses && !offers_goals && item.choices.empty() && fields.has("type"))
        fields.problem("type", fmt::format("item '{}' offers nothing to choose; expected list = \"...\" or options = [...]", item.id));
}

Item read_item(const Node& table, const std::string& name, const Reading& reading, Problems& problems) {
    Reading quiet{reading.pack, reading.entities, problems};
    Fields fields(table, name, problems);
    Item item;
    item.id = fields.text("id");
    for (auto key : {"type", "label"})
        if (!fields.has(key))
            problems.add(table, name, fmt::format("item '{}' has no {}; expected {} = \"...\"", item.id, key, key));
    item.part = fields.one_of("part", parts());
    item.type = item_type_of(fields.one_of("type", item_type_names(), "text")).value_or(ItemType::Text);
    item.label = fields.text("label");
    item.hint = fields.text("hint");
    item.force = fields.force("force");
    item.clauses = read_clauses(fields, quiet);
    read_choices_of(item, fields, quiet);
    item.columns = fields.texts("columns");
    item.long_columns = fields.texts("long_columns");
    for (const auto& column : item.long_columns)
        if (std::ranges::find(item.columns, column) == item.columns.end())
            fields.problem("long_columns", fmt::format("item '{}' has no column '{}'; expected one of its columns", item.id, column));
    item.needs_rows = fields.texts("needs_rows");
    item.each_child = fields.flag("each_child");
    item.for_all = fields.flag("for_all");
    item.whose = fields.text("whose");
    item.accepts = fields.texts("accepts");
    item.said = fields.text("said");
    item.from = fields.text("from");
    item.under = fields.text("under");
    item.serves = fields.flag("serves");
    if (auto words = fields.text("words"); !words.empty()) {
        item.words = parse_words(words);
        if (!item.words)
            fields.problem("words", fmt::format("words = '{}'; expected '10 to 400', 'at most 150' or 'at least 10'", words));
    }
    if (item.type == ItemType::Prompt && item.force == Force::Must)
        fields.problem("force", fmt::format("item '{}' is a prompt and a must; expected should or advice", item.id));
    if (!item.accepts.empty() && item.said.empty())
        fields.problem("accepts", fmt::format("item '{}' takes only some answers; expected said = \"...\" for the others", item.id));
    return item;
}

void move_after(std::vector<Item>& items, const std::string& id, const std::string& place) {
    auto from = std::ranges::find(items, id, &Item::id);
    Item item = *from;
    items.erase(from);
    auto there = std::ranges::find(items, place, &Item::id);
    items.insert(there == items.end() ? there : there + 1, std::move(item));
}

void put_in_order(RecordType& type, const Fields& fields, const std::vector<Node>& tables) {
    for (const auto& table : tables)
        if (const Node* after = table.find("after"); after && type.item(after->text) && item_id(table) != after->text)
            move_after(type.items, item_id(table), after->text);
    auto order = fields.texts("order");
    for (const auto& id : order)
        if (!type.item(id))
            fields.problem("order", fmt::format("order: no item '{}'; expected an item that the record type has", id));
    std::ranges::stable_sort(type.items, {}, [&](const Item& item) { return std::ranges::find(order, item.id) - order.begin(); });
}

// Where a prompt stands: in the part of the box it is under.
void place_prompts(RecordType& type, const Fields& fields) {
    for (auto& item : type.items) {
        if (item.under.empty())
            continue;
        const Item* box = type.item(item.under);
        if (!box)
            fields.problem("items", fmt::format("item '{}' is under '{}', which is not there; expected an item of this type", item.id, item.under));
        else if (item.part.empty())
            item.part = box->part;
    }
}

bool says_item(const Entity* entity, const std::string& id) {
    return entity && std::ranges::any_of(entity->items, [&](const auto& item) { return item.id == id; });
}

void read_items(RecordType& type, const Reading& reading) {
    const Entity* entity = entity_of(reading, type.id);
    Problems unheard; // what an inherited item has wrong is told where it stands
    auto tables = item_tables(type, reading);
    for (const auto& table : tables)
        type.items.push_back(read_item(table, "record." + type.id, reading, says_item(entity, item_id(table)) ? reading.problems : unheard));
    if (!entity)
        return;
    auto flat = flattened(*entity);
    Fields fields(flat, entity->full_id(), reading.problems);
    put_in_order(type, fields, tables);
    place_prompts(type, fields);
}

std::string as_name(std::string id) {
    std::ranges::replace(id, '-', ' ');
    if (!id.empty() && id[0] >= 'a' && id[0] <= 'z')
        id[0] = static_cast<char>(id[0] - 'a' + 'A');
    return id;
}

// A key of the type, or of the nearest type that it is like.
std::pair<Node, std::string> inherited(const RecordType& type, std::string_view key, const Reading& reading) {
    for (const auto& id : type.like)
        if (const Entity* entity = entity_of(reading, id))
            if (auto found = entity->keys.find(std::string(key)); found != entity->keys.end()) {
                Node table = entity->place;
                table.type = Type::Table;
                table.set(key, found->second.value);
                return {table, entity->full_id()};
            }
    Node none;
    return {none, "record." + type.id};
}

void read_letter(RecordType& type, const Fields& fields, const Reading& reading) {
    if (!fields.has("template"))
        return;
    auto parts = letter_parts(fields.text("template"));
    for (const auto& refusal : parts ? Refusals() : parts.refusals())
        fields.problem("template", refusal.message);
    if (!contains(type.like, "correspondence"))
        fields.problem("template", "only what is like correspondence has a template; expected like = \"letter\"");
    if (!parts)
        return;
    for (const auto& part : *parts)
        if (!part.of.empty())
            known_as(fields, "template", {part.of}, "record", reading);
    type.letter = fields.text("template");
}

// Only managers agree to an entry, and only a relationship that can be told on the day counts.
void check_who_agrees(const RecordType& type, const Fields& fields, const Reading& reading) {
    static const Names managing{"senior-practitioner", "team-manager", "service-manager", "head-of-service"};
    for (const auto& who : type.endorsed_by)
        if (who != "line-of-management" && who != "supervisor" && !contains(managing, reading.pack.acts_as(who)))
            fields.problem("endorsed_by", fmt::format("endorsed_by = '{}': they do not agree to entries; expected the role of a manager, "
                                                      "line-of-management or supervisor", who));
}

// Who decided is named at an item of the form; where the form has none, whoever signs it decides.
void check_who_decides(const RecordType& type, const Fields& fields) {
    const auto* item = type.item(decider_item);
    if (!type.decided_by.empty() && item && (item->type != ItemType::Worker || !item->force))
        fields.problem("decided_by", fmt::format("who decided is not named at '{0}' as it stands; expected an item "
                                                 "{{ id = \"{0}\", type = \"worker\", force = ... }}", decider_item));
}

void read_inherited(RecordType& type, const Reading& reading) {
    auto read = [&](std::string_view key, auto&& take) {
        auto [table, name] = inherited(type, key, reading);
        take(Fields(table, name, reading.problems));
    };
    auto people = [&](std::string_view key, std::vector<std::string>& into) {
        read(key, [&](const Fields& fields) { into = read_people(fields, key, reading); });
    };
    people("distribute_to", type.distribute_to);
    people("written_by", type.written_by);
    people("signed_by", type.signed_by);
    people("endorsed_by", type.endorsed_by);
    read("endorsed_by", [&](const Fields& fields) { check_who_agrees(type, fields, reading); });
    people("decided_by", type.decided_by);
    read("decided_by", [&](const Fields& fields) { check_who_decides(type, fields); });
    read("about", [&](const Fields& fields) { type.about = fields.one_of("about", {"child", "family", "worker", "team", "authority"}, "child"); });
    read("several_children", [&](const Fields& fields) { type.several_children = fields.flag("several_children"); });
    read("template", [&](const Fields& fields) { read_letter(type, fields, reading); });
    read("belongs_to", [&](const Fields& fields) {
        type.belongs_to = fields.texts("belongs_to");
        known_as(fields, "belongs_to", type.belongs_to, "record", reading);
    });
    read("updates", [&](const Fields& fields) {
        type.updates = fields.texts("updates");
        known_as(fields, "updates", type.updates, "record", reading);
    });
    read("expects", [&](const Fields& fields) {
        type.expects = fields.texts("expects");
        for (const auto& expected : type.expects)
            if (!contains(finding_categories(), expected))
                fields.problem("expects", fmt::format("expects '{}'{}; expected one of: child-voice, how-views-obtained, who-was-present, "
                                                      "reason-for-decision, decision-maker, next-step, what-was-wanted", expected, did_you_mean(expected, finding_categories())));
    });
}

void read_own(RecordType& type, const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    auto rule = read_rule(entity, fields, reading);
    type.clauses = rule.clauses;
    type.also = fields.texts("also");
    type.area = fields.texts("area");
    known_as(fields, "area", type.area, "area", reading);
    if (fields.has("name"))
        type.name = fields.text("name");
    reading.pack.record_rules.emplace(type.id, std::move(rule));
}

void read_needs(RecordType& type, const Reading& reading) {
    for (const auto& id : type.like) {
        const Entity* entity = entity_of(reading, id);
        if (!entity)
            continue;
        Problems unheard;
        Reading heard{reading.pack, reading.entities, id == type.id ? reading.problems : unheard};
        auto table = flattened(*entity);
        for (const Node* node : Fields(table, entity->full_id(), heard.problems).tables("needs")) {
            Fields fields(*node, entity->full_id(), heard.problems);
            fields.only(keys_of_part("need"));
            fields.need("what");
            Need need{read_triggers(fields, "what", heard), "recorded", std::nullopt, read_conditions(fields, "unless", {type.id}, heard),
                      fields.force("force").value_or(Force::Must), read_clauses(fields, heard), fields.text("for_each"), {}};
            if (!need.for_each.empty()) {
                known_as(fields, "for_each", {need.for_each}, "record", heard);
                need.when = read_conditions(fields, "when", {need.for_each}, heard);
            } else if (fields.has("when")) {
                fields.problem("when", "needs says when, of which entries is not said; expected for_each beside it");
            }
            if (!fields.has("force") && !need.clauses.empty())
                if (auto clause = reading.pack.clauses.find(need.clauses.front()); clause != reading.pack.clauses.end())
                    need.force = clause->second.force;
            if (fields.has("before"))
                need.before = fields.one_of("before", type.moments, "recorded");
            if (fields.has("since"))
                need.since = read_trigger(fields, "since", fields.text("since"), heard);
            type.needs.push_back(std::move(need));
        }
    }
}

// What a choice is proposed to be: one of its own values each, on conditions of the answers before it.
void read_proposals(Item& item, const Fields& fields, const RecordType& type, const Reading& heard) {
    item.proposed.clear();
    for (const Node* table : fields.tables("proposed")) {
        Fields one(*table, fields.name(), heard.problems);
        one.only(keys_of_part("proposal"));
        one.need("value");
        Proposal proposal{one.text("value"), read_conditions(one, "when", {type.id}, heard)};
        if (std::ranges::find(item.choices, proposal.value, &Choice::name) == item.choices.end())
            one.problem("value", fmt::format("item '{}' is proposed to be '{}'; expected one of its own values", item.id, proposal.value));
        item.proposed.push_back(std::move(proposal));
    }
}

void read_conditions_of(RecordType& type, const Reading& reading) {
    const Entity* entity = entity_of(reading, type.id);
    if (entity) {
        auto table = flattened(*entity);
        type.when = read_conditions(Fields(table, entity->full_id(), reading.problems), "when", {type.id}, reading);
    }
    for (const auto& table : item_tables(type, reading)) {
        Problems unheard;
        Reading heard{reading.pack, reading.entities, says_item(entity, item_id(table)) ? reading.problems : unheard};
        auto found = std::ranges::find(type.items, item_id(table), &Item::id);
        if (found == type.items.end())
            continue;
        Fields fields(table, "record." + type.id, heard.problems);
        found->when = read_conditions(fields, "when", {type.id}, heard);
        read_proposals(*found, fields, type, heard);
    }
    read_needs(type, reading);
}

} // namespace

void read_record_shells(const Reading& reading) {
    for (const auto& id : reading.ids("record")) {
        RecordType type;
        type.id = id;
        type.name = as_name(id);
        type.like = chain_of(id, reading);
        for (const auto& above : type.like) {
            if (type.built_in.empty() && contains(built_in_types(), above))
                type.built_in = above;
            for (const auto& moment : contains(built_in_types(), above) ? moments_of_built_in(above) : Names{})
                if (!contains(type.moments, moment))
                    type.moments.push_back(moment);
        }
        read_items(type, reading);
        reading.pack.record_types.emplace(id, std::move(type));
    }
    for (auto& [id, type] : reading.pack.record_types) {
        read_inherited(type, reading);
        if (const Entity* entity = entity_of(reading, id))
            read_own(type, *entity, reading);
    }
}

void read_record_conditions(const Reading& reading) {
    for (auto& [id, type] : reading.pack.record_types)
        read_conditions_of(type, reading);
}

} // namespace lifestory::policy
