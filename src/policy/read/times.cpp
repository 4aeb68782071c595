// Timescales and frequencies, each with its dated changes read as the whole rule that holds from that day.
#include <algorithm>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

Json as_json(const Node& node) {
    switch (node.type) {
    case Node::Type::Table: {
        JsonObject object;
        for (const auto& [key, value] : node.members)
            object.emplace(key, as_json(value));
        return object;
    }
    case Node::Type::Array: {
        JsonArray array;
        for (const auto& item : node.items)
            array.push_back(as_json(item));
        return array;
    }
    case Node::Type::Number: return Json(node.number);
    case Node::Type::Flag: return Json(node.flag);
    case Node::Type::Text:
    case Node::Type::Day:
    case Node::Type::Time:
    case Node::Type::Real:
    case Node::Type::Other: break;
    }
    return Json(node.text);
}

// The keys that both kinds have, and the same fields in both structs.
template <class Due>
void read_due(Due& due, const Fields& fields, const Reading& reading) {
    due.name = fields.text("name");
    due.what = read_triggers(fields, "what", reading);
    due.counts_when = read_conditions(fields, "counts_when", judged_by(due.what), reading);
    due.owes = read_people(fields, "owes", reading);
    due.to = read_people(fields, "to", reading);
    due.about = fields.one_of("about", {"child", "family", "worker", "team", "authority"}, "child");
    due.escalation = fields.text("escalation");
    due.calendar = fields.text("calendar");
    due.including_the_day = fields.flag("including_the_day");
    due.at = fields.time("at");
    due.next_working_day_if_closed = fields.one_of("if_closed", {"next working day"}) == "next working day";
    due.when_late = fields.texts("when_late");
    for (auto key : {"what", "owes"})
        fields.need(key);
    if (!due.escalation.empty())
        known_as(fields, "escalation", {due.escalation}, "escalation", reading);
    if (!due.calendar.empty() && !reading.pack.calendars.contains(due.calendar))
        known_as(fields, "calendar", {due.calendar}, "calendar", reading);
    for (const auto& asked : due.when_late)
        if (!contains({"reason", "safety", "management-oversight"}, asked))
            fields.problem("when_late", fmt::format("when_late = '{}'; expected reason, safety or management-oversight", asked));
}

std::optional<AgreedIn> read_agreed(const Fields& fields, const Reading& reading) {
    auto said = fields.text("agreed_in");
    if (said.empty())
        return std::nullopt;
    auto dot = said.find('.');
    AgreedIn agreed{said.substr(0, dot), dot == std::string::npos ? "" : said.substr(dot + 1)};
    const RecordType* type = reading.pack.record_type(agreed.record_type);
    const Item* item = type ? type->item(agreed.item) : nullptr;
    if (!item)
        fields.problem("agreed_in", fmt::format("agreed_in = '{}': there is no such item; expected record-type.item", said));
    else if (item->type != ItemType::Day && item->type != ItemType::Interval)
        fields.problem("agreed_in", fmt::format("agreed_in = '{}' is of type {}; expected an item of type day or interval", said, name_of(item->type)));
    return agreed;
}

void check_calendar(const Fields& fields, std::string_view key, const std::optional<CountOf>& of, const std::string& name, const Reading& reading) {
    if (!of)
        return;
    auto count = of->count;
    if (!count)
        if (auto setting = reading.pack.settings.find(of->setting); setting != reading.pack.settings.end())
            if (auto parsed = calendar::parse_count(setting->second.value))
                count = *parsed;
    if (!count)
        return;
    auto found = reading.pack.calendars.find(name.empty() ? "england-and-wales" : name);
    if (found == reading.pack.calendars.end())
        return;
    using calendar::Unit;
    bool terms = count->unit == Unit::SchoolDays || count->unit == Unit::SchoolTerms;
    if (terms && found->second.terms().empty())
        fields.problem(key, fmt::format("{} = '{}' needs a calendar with terms; expected calendar = \"...\"", key, of->written()));
    if (count->unit == Unit::WorkingHours && !found->second.hours())
        fields.problem(key, fmt::format("{} = '{}' needs a calendar with hours; expected calendar = \"...\"", key, of->written()));
}

void read_limit(Timescale& rule, const Fields& fields, const Reading& reading) {
    rule.limit = read_count(fields, "limit", reading);
    rule.agreed_in = read_agreed(fields, reading);
    if (rule.limit && rule.limit->count && !calendar::is_length_of_time(*rule.limit->count))
        fields.problem("limit", fmt::format("limit = '{}' is no length of time; expected days, hours, weeks or months", rule.limit->written()));
    if (!fields.has("limit") && !fields.has("agreed_in") && !fields.has("on"))
        fields.problem("limit", "there is no limit; expected limit = \"5 working days\" or agreed_in = \"...\"");
    check_calendar(fields, "limit", rule.limit, rule.calendar, reading);
}

void read_clock(Timescale& rule, const Fields& fields, const Reading& reading) {
    rule.after = read_triggers(fields, "after", reading);
    rule.before = read_triggers(fields, "before", reading);
    rule.on = fields.day("on");
    int clocks = (fields.has("after") ? 1 : 0) + (fields.has("before") ? 1 : 0) + (fields.has("on") ? 1 : 0);
    if (clocks != 1)
        fields.problem(fields.has("before") ? "before" : "on", "expected one of 'after', 'before' and 'on', and only one");
    auto from = fields.one_of("counts_from", {"each", "earliest", "latest"}, "each");
    rule.counts_from = from == "latest" ? CountsFrom::Latest : from == "earliest" ? CountsFrom::Earliest : CountsFrom::Each;
}

void read_fresh(Timescale& rule, const Fields& fields, const Reading& reading) {
    auto said = fields.text("fresh");
    if (said.empty())
        return;
    if (!fields.has("before"))
        fields.problem("fresh", "'fresh' stands without 'before'; expected before = \"...\"");
    if (said.starts_with("since "))
        rule.fresh_since = read_trigger(fields, "fresh", said.substr(6), reading);
    else
        rule.fresh_within = fields.count("fresh");
}

Timescale read_timescale(const Entity& entity, const Node& table, const Reading& reading) {
    Fields fields(table, entity.full_id(), reading.problems);
    Timescale rule;
    rule.rule = read_rule(entity, fields, reading);
    read_due(rule, fields, reading);
    read_clock(rule, fields, reading);
    read_limit(rule, fields, reading);
    read_fresh(rule, fields, reading);
    auto judged = judged_by(rule.after.empty() ? rule.before : rule.after);
    bool by_status = judged.empty();
    rule.when = read_conditions(fields, "when", by_status ? Judged{} : judged, reading);
    rule.falls_away = read_triggers(fields, "falls_away", reading);
    rule.general = fields.flag("general");
    return rule;
}

void check_every(const Frequency& rule, const Fields& fields, const Reading& reading) {
    if (!rule.every && !rule.agreed_in && !fields.has("every"))
        fields.problem("every", "there is no interval; expected every = \"6 weeks\" or agreed_in = \"...\"");
    check_calendar(fields, "every", rule.every, rule.calendar, reading);
    auto count = rule.every ? rule.every->count : std::nullopt;
    if (count && count->unit == calendar::Unit::Times && !rule.out_of)
        fields.problem("every", fmt::format("every = '{}' counts in a series; expected out_of = \"visit.seen\"", rule.every->written()));
    if (count && count->unit == calendar::Unit::SameDay)
        fields.problem("every", "every = 'same day' is no interval; expected one like \"6 weeks\"");
}

Frequency read_frequency(const Entity& entity, const Node& table, const Reading& reading) {
    Fields fields(table, entity.full_id(), reading.problems);
    Frequency rule;
    rule.rule = read_rule(entity, fields, reading);
    read_due(rule, fields, reading);
    rule.every = read_count(fields, "every", reading);
    rule.agreed_in = read_agreed(fields, reading);
    for (const auto& said : fields.texts("first"))
        rule.first.push_back(count_of(fields, "first", said, reading));
    rule.starts = read_triggers(fields, "starts", reading);
    rule.stops = read_triggers(fields, "stops", reading);
    rule.never = read_triggers(fields, "never", reading);
    if (fields.has("out_of"))
        rule.out_of = read_trigger(fields, "out_of", fields.text("out_of"), reading);
    rule.for_each = fields.text("for_each");
    if (!rule.for_each.empty())
        known_as(fields, "for_each", {rule.for_each}, "record", reading);
    rule.done_by = read_people(fields, "done_by", reading);
    rule.while_ = read_conditions(fields, "while", {}, reading);
    check_every(rule, fields, reading);
    return rule;
}

// The rule as it is from each day on: its table with the keys that changed so far.
template <class Due, class Read>
std::vector<Due> dated_changes(const Entity& entity, const Node& table, const Reading& reading, Read&& read) {
    std::vector<Due> all;
    const Node* changes = table.find("changes");
    if (!changes)
        return all;
    auto in_order = changes->members;
    std::ranges::sort(in_order, {}, [](const auto& member) { return member.first; });
    Node changed = table;
    std::erase_if(changed.members, [](const auto& member) { return member.first == "changes"; });
    for (const auto& [written, keys] : in_order) {
        auto day = calendar::parse_day(written);
        if (!day || keys.type != Node::Type::Table) {
            reading.problems.add(keys, entity.full_id(), fmt::format("changes.{}: expected a day and a key: changes.2026-09-01.limit = ...", written));
            continue;
        }
        Fields(keys, entity.full_id(), reading.problems).only(keys_of(entity.kind));
        for (const auto& [key, value] : keys.members)
            changed.set(key, value);
        Due due = read(entity, changed, reading);
        due.rule.since = *day;
        all.push_back(std::move(due));
    }
    return all;
}

} // namespace

void read_times(const Reading& reading) {
    for (const Entity* entity : reading.all("timescale")) {
        auto table = flattened(*entity);
        auto rule = read_timescale(*entity, table, reading);
        rule.rule.as_written = to_text(as_json(table));
        rule.changes = dated_changes<Timescale>(*entity, table, reading, read_timescale);
        reading.pack.timescales.push_back(std::move(rule));
    }
    for (const Entity* entity : reading.all("frequency")) {
        auto table = flattened(*entity);
        auto rule = read_frequency(*entity, table, reading);
        rule.rule.as_written = to_text(as_json(table));
        rule.changes = dated_changes<Frequency>(*entity, table, reading, read_frequency);
        reading.pack.frequencies.push_back(std::move(rule));
    }
}

} // namespace lifestory::policy
