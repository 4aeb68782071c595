// Clauses, settings, roles, areas, lists, calendars, escalations: the words that rules are made of.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

void read_clause(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    fields.need("says");
    Clause clause{entity.id, entity.pack, fields.text("section"), fields.text("says"), fields.force("force").value_or(Force::Must),
                  fields.text("doubt"), fields.text("outside"), fields.texts("shape"), fields.day("withdrawn")};
    for (const auto& shape : clause.shape)
        if (!contains(shapes(), shape))
            fields.problem("shape", fmt::format("shape = '{}'{}; expected one of: {}", shape, did_you_mean(shape, shapes()), join(shapes(), ", ")));
    reading.pack.clauses.emplace(entity.id, std::move(clause));
}

bool fits(const std::string& type, const Node& node, const Reading& reading) {
    if (type == "count")
        return node.type == Type::Text && calendar::parse_count(node.text).has_value();
    if (type == "number")
        return node.type == Type::Number && node.number >= 0;
    if (type == "age")
        return node.type == Type::Text && parse_ages(node.text).has_value();
    if (type == "date")
        return node.type == Type::Day;
    if (node.type != Type::Text || is_blank(node.text))
        return false;
    return type == "text" || reading.has(type, node.text);
}

std::string_view expected_of(const std::string& type) {
    if (type == "count")
        return "a count like \"5 working days\"";
    if (type == "age")
        return "an age like \"under 5\"";
    if (type == "number")
        return "a whole number from 0 up";
    return type == "date" ? "a day like 2026-09-01" : type == "text" ? "words" : "the id of one that a pack names";
}

void read_setting_changes(Setting& setting, const Fields& fields, const Reading& reading) {
    const Node* changes = fields.node("changes");
    if (!changes)
        return;
    for (const auto& [written, node] : changes->members) {
        auto day = calendar::parse_day(written);
        const Node* value = node.find("value");
        if (!day || !value || node.members.size() != 1 || !fits(setting.type, *value, reading))
            reading.problems.add(node, fields.name(), fmt::format("changes.{}: expected changes.2026-09-01.value = {}", written, expected_of(setting.type)));
        else
            setting.changes.emplace_back(*day, value->text);
    }
    std::ranges::sort(setting.changes);
}

void read_setting(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    for (auto key : {"asks", "type", "value"})
        fields.need(key);
    Setting setting{read_rule(entity, fields, reading), fields.text("asks"),
                    fields.one_of("type", {"count", "number", "age", "date", "role", "area", "list", "text"}), "", fields.text("chosen"), {}};
    if (const Node* value = fields.node("value")) {
        setting.value = value->text;
        if (!setting.type.empty() && !fits(setting.type, *value, reading))
            fields.problem("value", fmt::format("value = {}; expected {}", value->shown(), expected_of(setting.type)));
    }
    read_setting_changes(setting, fields, reading);
    reading.pack.settings.emplace(entity.id, std::move(setting));
}

void read_role(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    fields.need("name");
    fields.need("acts_as");
    reading.pack.roles.emplace(entity.id, Role{read_rule(entity, fields, reading), fields.text("name"),
                                               fields.one_of("acts_as", acts_as_names()), fields.texts("also")});
}

void read_area(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    fields.need("name");
    reading.pack.areas.emplace(entity.id, Area{read_rule(entity, fields, reading), fields.text("name"), fields.texts("teams"), fields.texts("also")});
}

void read_choices(ListOfChoices& list, const Fields& fields, std::string_view key, const Reading& reading) {
    const Node* node = fields.node(key);
    if (!node)
        return;
    if (node->type != Type::Array)
        return fields.problem(key, fmt::format("{} = {}; expected a list", key, node->shown()));
    for (const auto& item : node->items) {
        Choice choice{item.text, "", {}, {}};
        if (item.type == Type::Table) {
            Fields inner(item, fields.name(), reading.problems);
            inner.only(keys_of_part("choice"));
            inner.need("name");
            choice = {inner.text("name"), inner.text_or_number("code"), inner.day("since"), inner.day("until"), inner.text("means")};
        } else if (item.type != Type::Text) {
            reading.problems.add(item, fields.name(), fmt::format("{} in {}; expected words, or {{ code = ..., name = ... }}", item.shown(), key));
            continue;
        }
        if (std::ranges::find(list.choices, choice) == list.choices.end())
            list.choices.push_back(std::move(choice));
    }
}

void read_list(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    ListOfChoices list{read_rule(entity, fields, reading), {}};
    read_choices(list, fields, "items", reading);
    read_choices(list, fields, "adds", reading);
    if (list.choices.empty())
        fields.problem("items", "the list is empty; expected items = [\"...\", ...]");
    reading.pack.lists.emplace(entity.id, std::move(list));
}

// ---- calendars

void close_days(calendar::Calendar& calendar, const Fields& fields, const Reading& reading) {
    const Node* closed = fields.node("closed");
    if (!closed)
        return;
    if (closed->type != Type::Array)
        return fields.problem("closed", "closed is a list of days: closed = [{ day = 2026-12-25, name = \"Christmas Day\" }]");
    for (const auto& item : closed->items) {
        if (item.type == Type::Day) {
            calendar.close({item.day, fields.text("name").empty() ? "Closed" : "Closed: " + fields.text("name")});
            continue;
        }
        Fields inner(item, fields.name(), reading.problems);
        inner.only(keys_of_part("closed"));
        inner.need("day");
        inner.need("name");
        if (auto day = inner.day("day"))
            calendar.close({*day, inner.text("name")});
    }
}

void open_days(calendar::Calendar& calendar, const Fields& fields) {
    const Node* open = fields.node("open");
    if (!open)
        return;
    for (const auto& item : open->items)
        if (item.type == Type::Day)
            calendar.open(item.day);
        else
            fields.problem("open", "open is a list of days: open = [2026-12-27]");
}

void set_hours(calendar::Calendar& calendar, const Fields& fields) {
    auto said = fields.texts("hours");
    if (said.empty())
        return;
    if (said.size() == 2) {
        auto from = calendar::parse_clock_time(said[0]), to = calendar::parse_clock_time(said[1]);
        if (from && to && *from < *to)
            return calendar.set_hours({*from, *to});
    }
    fields.problem("hours", "expected the hours as hours = [\"08:45\", \"17:00\"]");
}

void set_terms(calendar::Calendar& calendar, const Fields& fields, const Reading& reading) {
    std::vector<calendar::Term> terms;
    for (const Node* table : fields.tables("terms")) {
        Fields inner(*table, fields.name(), reading.problems);
        inner.only(keys_of_part("term"));
        inner.need("from");
        inner.need("to");
        auto from = inner.day("from"), to = inner.day("to");
        if (from && to && *to < *from)
            inner.problem("to", "the term ends before it begins; expected a later day");
        else if (from && to)
            terms.push_back({*from, *to});
    }
    calendar.set_terms(std::move(terms));
}

void read_calendar(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    read_rule(entity, fields, reading);
    auto based_on = fields.one_of("based_on", {"england-and-wales", "every weekday"}, "every weekday");
    calendar::Calendar calendar;
    if (auto base = reading.pack.calendars.find("england-and-wales"); based_on == "england-and-wales" && base != reading.pack.calendars.end())
        calendar = base->second;
    close_days(calendar, fields, reading);
    open_days(calendar, fields);
    set_hours(calendar, fields);
    set_terms(calendar, fields, reading);
    reading.pack.calendars.insert_or_assign(entity.id, std::move(calendar));
}

void read_calendars(const Reading& reading) {
    reading.pack.calendars.emplace("england-and-wales", calendar::Calendar());
    for (const Entity* entity : reading.all("calendar"))
        if (entity->id == "england-and-wales")
            read_calendar(*entity, reading);
    for (const Entity* entity : reading.all("calendar"))
        if (entity->id != "england-and-wales")
            read_calendar(*entity, reading);
}

// ---- escalations

bool is_step_time(const std::string& at) {
    if (at == "half" || at == "on the day" || at == "late")
        return true;
    constexpr std::array<std::string_view, 3> ends{" before", " late", " after the start"};
    return std::ranges::any_of(ends, [&](std::string_view end) {
        return at.ends_with(end) && calendar::parse_count(std::string_view(at).substr(0, at.size() - end.size())).has_value();
    });
}

void read_escalation(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    Escalation escalation{read_rule(entity, fields, reading), {}};
    fields.need("steps");
    for (const Node* step : fields.tables("steps")) {
        Fields inner(*step, entity.full_id(), reading.problems);
        inner.only(keys_of_part("step"));
        inner.need("at");
        inner.need("tell");
        auto at = inner.text("at");
        if (!at.empty() && !is_step_time(at))
            inner.problem("at", fmt::format("at = '{}'; expected half, on the day, late, '<count> before', '<count> late' or '<count> after the start'", at));
        escalation.steps.push_back({at, read_people(inner, "tell", reading), inner.text("asks")});
    }
    reading.pack.escalations.emplace(entity.id, std::move(escalation));
}

} // namespace

void read_vocabulary(const Reading& reading) {
    for (const Entity* entity : reading.all("clause"))
        read_clause(*entity, reading);
    for (const Entity* entity : reading.all("setting"))
        read_setting(*entity, reading);
    for (const Entity* entity : reading.all("role"))
        read_role(*entity, reading);
    for (const Entity* entity : reading.all("area"))
        read_area(*entity, reading);
    for (const Entity* entity : reading.all("list"))
        read_list(*entity, reading);
    read_calendars(reading);
    for (const Entity* entity : reading.all("escalation"))
        read_escalation(*entity, reading);
}

} // namespace lifestory::policy
