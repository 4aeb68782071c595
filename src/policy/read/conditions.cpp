// Triggers and conditions: every name in them is looked up, and what an item can never answer is refused.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

std::optional<int> whole(std::string_view text) {
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

// ---- triggers

std::optional<Trigger> simple_trigger(const std::string& said) {
    if (said == "birth")
        return Trigger{Thing::Birth, "", "", 0};
    if (said == "death")
        return Trigger{Thing::Death, "", "", 0};
    if (said == "pack.launched" || said == "pack.review-due")
        return Trigger{Thing::Pack, "", said.substr(5), 0};
    if (said.starts_with("birthday."))
        if (auto age = whole(said.substr(9)); age && *age >= 1 && *age <= 120)
            return Trigger{Thing::Birthday, "", "", *age};
    return std::nullopt;
}

std::string nothing_produces(std::string_view key, const std::string& said, std::string_view why) {
    return fmt::format("{} = '{}': nothing produces it: {}", key, said, why);
}

std::optional<Trigger> status_trigger(const Fields& fields, std::string_view key, const std::string& said, const Trigger& trigger, const Reading& reading) {
    if (reading.is_status(trigger.id))
        return trigger;
    fields.problem(key, nothing_produces(key, said, fmt::format("no status '{}'{}", trigger.id, did_you_mean(trigger.id, reading.ids("status")))));
    return std::nullopt;
}

std::optional<Trigger> record_trigger(const Fields& fields, std::string_view key, const std::string& said, const Trigger& trigger, const Reading& reading) {
    const RecordType* type = reading.pack.record_type(trigger.id);
    if (!type) {
        fields.problem(key, nothing_produces(key, said, fmt::format("no record type '{}'{}", trigger.id, did_you_mean(trigger.id, reading.ids("record")))));
        return std::nullopt;
    }
    if (contains(type->moments, trigger.moment))
        return trigger;
    fields.problem(key, nothing_produces(key, said, fmt::format("{} has no moment '{}'{}; it has: {}", trigger.id, trigger.moment,
                                                                did_you_mean(trigger.moment, type->moments), join(type->moments, ", "))));
    return std::nullopt;
}

// ---- conditions

struct ConditionReader {
    const Fields& fields;
    const Judged& judged;
    const Reading& reading;

    Names statuses(std::string_view key) const {
        auto said = fields.texts(key);
        for (const auto& id : said)
            if (!reading.is_status(id))
                fields.problem(key, fmt::format("{} = '{}': there is no such status{}; expected [status.{}]", key, id,
                                                did_you_mean(id, reading.ids("status")), id));
        return said;
    }

    std::vector<std::pair<std::string, CountOf>> lasted() const {
        std::vector<std::pair<std::string, CountOf>> all;
        const Node* node = fields.node("lasted");
        if (!node)
            return all;
        Fields inner(*node, fields.name() + ".lasted", reading.problems);
        for (const auto& [id, value] : node->members) {
            if (!reading.is_status(id) && !reading.has("record", id))
                inner.problem(id, fmt::format("lasted: no status or record type '{}'; expected one that a pack names", id));
            if (auto count = read_count(inner, id, reading))
                all.emplace_back(id, *count);
        }
        return all;
    }

    std::optional<Ages> ages(std::string_view key) const {
        auto said = fields.text(key);
        if (said.empty())
            return std::nullopt;
        if (said.starts_with("setting ")) {
            known_as(fields, key, {said.substr(8)}, "setting", reading);
            return Ages{std::nullopt, std::nullopt, said.substr(8)};
        }
        auto found = parse_ages(said);
        if (!found)
            fields.problem(key, fmt::format("{} = '{}'; expected 'under 5', '5 or over' or '16 to 17'", key, said));
        return found;
    }

    Names areas(std::string_view key) const {
        auto said = fields.texts(key);
        for (const auto& id : said)
            id.starts_with("setting ") ? known_as(fields, key, {id.substr(8)}, "setting", reading) : known_as(fields, key, {id}, "area", reading);
        return said;
    }

    bool is_judged(const RecordType& type) const {
        return judged.empty() || std::ranges::any_of(judged, [&](const auto& id) {
            return type.is_like(id) || reading.pack.is_like(id, type.id);
        });
    }

    std::vector<const Item*> items_called(const std::string& id, bool details) const {
        std::vector<const Item*> found;
        for (const auto& [name, type] : reading.pack.record_types)
            if (details ? type.is_like("basic-detail") : is_judged(type))
                if (const Item* item = type.item(id))
                    found.push_back(item);
        return found;
    }

    static Names values_of(const Item& item) {
        if (item.type == ItemType::YesNo)
            return {"yes", "no"};
        Names values;
        for (const auto& choice : item.choices)
            values.push_back(choice.code.empty() ? choice.name : choice.code);
        return values;
    }

    static bool takes(const Item& item, const std::string& value) {
        auto values = values_of(item);
        return value == "any" || value == "none" || contains(values, value);
    }

    void check_value(std::string_view key, const std::string& id, const std::string& value, const std::vector<const Item*>& items, const Node& place) const {
        if (std::ranges::any_of(items, [&](const Item* item) { return takes(*item, value); }))
            return;
        auto values = values_of(*items.front());
        std::string wanted = values.empty() ? "any, none" : join(values, ", ");
        reading.problems.add(place, fields.name(), fmt::format("{}: {} = '{}'{}; expected one of: {}", key, id, value, did_you_mean(value, values), wanted));
    }

    std::vector<Values> answers(std::string_view key) const {
        std::vector<Values> all;
        const Node* node = fields.node(key);
        if (!node)
            return all;
        Fields inner(*node, fields.name(), reading.problems);
        for (const auto& [id, value] : node->members) {
            auto items = items_called(id, key == "detail");
            auto said = inner.texts(id);
            if (items.empty())
                reading.problems.add(value, fields.name(), fmt::format("{}: no item '{}' in {}; expected an item that it has", key, id,
                                                                       judged.empty() || key == "detail" ? "any record type" : join(judged, ", ")));
            else
                for (const auto& one : said)
                    check_value(key, id, one, items, value);
            all.emplace_back(id, said);
        }
        return all;
    }

    std::optional<HowOften> how_often() const {
        const Node* node = fields.node("count");
        if (!node)
            return std::nullopt;
        Fields inner(*node, fields.name() + ".count", reading.problems);
        inner.only(keys_of_part("count"));
        inner.need("of");
        auto of = read_trigger(inner, "of", inner.text("of"), reading);
        HowOften result{of.value_or(Trigger{}), inner.number("at_least"), inner.number("at_most"), inner.count("within")};
        if (!result.at_least && !result.at_most)
            inner.problem("of", "expected at_least or at_most");
        return result;
    }

    std::optional<HowLong> how_long() const {
        const Node* node = fields.node("total");
        if (!node)
            return std::nullopt;
        Fields inner(*node, fields.name() + ".total", reading.problems);
        inner.only(keys_of_part("total"));
        inner.need("of");
        HowLong result{inner.text("of"), inner.count("at_least"), inner.count("at_most"), inner.count("within"), std::nullopt};
        if (!result.of.empty() && !reading.is_status(result.of))
            inner.problem("of", fmt::format("of = '{}': there is no such status{}", result.of, did_you_mean(result.of, reading.ids("status"))));
        if (auto since = inner.text("since"); !since.empty())
            result.since = read_trigger(inner, "since", since, reading);
        if (!result.at_least && !result.at_most)
            inner.problem("of", "expected at_least or at_most");
        return result;
    }

    Condition read() const {
        fields.only(keys_of_part("condition"));
        Condition condition;
        condition.status = statuses("status");
        condition.not_status = statuses("not_status");
        condition.ever = statuses("ever");
        condition.lasted = lasted();
        condition.age = ages("age");
        condition.age_at_death = ages("age_at_death");
        condition.area = areas("area");
        condition.not_area = areas("not_area");
        condition.team = fields.texts("team");
        condition.item = answers("item");
        condition.detail = answers("detail");
        condition.has = fields.texts("has");
        condition.has_not = fields.texts("has_not");
        known_as(fields, "has", condition.has, "record", reading);
        known_as(fields, "has_not", condition.has_not, "record", reading);
        condition.count = how_often();
        condition.total = how_long();
        return condition;
    }
};

} // namespace

std::optional<Ages> parse_ages(std::string_view text) {
    if (text.starts_with("under "))
        if (auto below = whole(text.substr(6)))
            return Ages{std::nullopt, below, ""};
    if (text.ends_with(" or over"))
        if (auto from = whole(text.substr(0, text.size() - 8)))
            return Ages{from, std::nullopt, ""};
    if (auto to = text.find(" to "); to != std::string_view::npos) {
        auto from = whole(text.substr(0, to)), last = whole(text.substr(to + 4));
        if (from && last && *from <= *last)
            return Ages{from, *last + 1, ""};
    }
    return std::nullopt;
}

std::optional<Trigger> read_trigger(const Fields& fields, std::string_view key, const std::string& said, const Reading& reading) {
    if (said.empty())
        return std::nullopt;
    if (auto simple = simple_trigger(said))
        return simple;
    auto dot = said.rfind('.');
    if (dot == std::string::npos) {
        fields.problem(key, nothing_produces(key, said, "expected thing.moment, like visit.happened"));
        return std::nullopt;
    }
    Trigger trigger{Thing::Record, said.substr(0, dot), said.substr(dot + 1), 0};
    if (trigger.moment == "begins" || trigger.moment == "ends") {
        trigger.thing = Thing::Status;
        return status_trigger(fields, key, said, trigger, reading);
    }
    return record_trigger(fields, key, said, trigger, reading);
}

std::vector<Trigger> read_triggers(const Fields& fields, std::string_view key, const Reading& reading) {
    std::vector<Trigger> all;
    for (const auto& said : fields.texts(key))
        if (auto trigger = read_trigger(fields, key, said, reading))
            all.push_back(*trigger);
    return all;
}

Conditions read_conditions(const Fields& fields, std::string_view key, const Judged& judged, const Reading& reading) {
    Conditions all;
    for (const Node* table : fields.tables(key)) {
        Fields inner(*table, fields.name(), reading.problems);
        if (table->members.empty())
            reading.problems.add(*table, fields.name(), fmt::format("{} asks nothing; expected a fact, like {{ status = \"...\" }}", key));
        all.push_back(ConditionReader{inner, judged, reading}.read());
    }
    return all;
}

Judged judged_by(const std::vector<Trigger>& triggers) {
    Judged types;
    for (const auto& trigger : triggers)
        if (trigger.thing == Thing::Record)
            types.push_back(trigger.id);
    return types;
}

} // namespace lifestory::policy
