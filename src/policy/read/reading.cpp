#include "policy/read/reading.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::policy {

namespace {

// Of the kinds that count: a setting says how it was chosen, and the other kinds hold no number to settle.
const Names kinds_that_settle{"timescale", "frequency", "audit", "retention", "hold"};

void require_settled(const Entity& entity, const Fields& fields, const Rule& rule, const Reading& reading) {
    if (!rule.settled.empty() || !contains(kinds_that_settle, entity.kind))
        return;
    for (const auto& id : rule.clauses) {
        auto clause = reading.pack.clauses.find(id);
        if (clause != reading.pack.clauses.end() && !clause->second.doubt.empty())
            reading.problems.add(fields.at("clause"), entity.full_id(),
                                 fmt::format("clause {} is in doubt ({}); say how it is settled: settled = \"...\"", id, clause->second.doubt));
    }
}

Force force_by_clauses(const Names& clauses, const Reading& reading) {
    std::optional<Force> force;
    for (const auto& id : clauses) {
        auto clause = reading.pack.clauses.find(id);
        if (clause != reading.pack.clauses.end() && (!force || stricter(clause->second.force, *force)))
            force = clause->second.force;
    }
    return force.value_or(Force::Must);
}

bool is_person(const std::string& name, const Reading& reading) {
    auto without = [&](std::string_view end) {
        return name.ends_with(end) && reading.has("role", std::string_view(name).substr(0, name.size() - end.size()));
    };
    return contains(relationships(), name) || reading.has("role", name) || without("-of-the-team") || without("-on-a-programme");
}

void check_item_person(const Fields& fields, std::string_view key, const std::string& item, const Reading& reading) {
    for (const auto& [id, type] : reading.pack.record_types)
        if (type.item(item))
            return;
    fields.problem(key, fmt::format("{}: no record type has an item '{}'; expected an item of people, person or worker", key, item));
}

} // namespace

bool Reading::has(std::string_view kind, std::string_view id) const {
    if (kind == "record" && contains(built_in_types(), id))
        return true;
    return entities.contains({std::string(kind), std::string(id)});
}

Names Reading::ids(std::string_view kind) const {
    Names names;
    for (const Entity* entity : all(kind))
        names.push_back(entity->id);
    if (kind == "record")
        for (const auto& type : built_in_types())
            if (!contains(names, type))
                names.push_back(type);
    std::ranges::sort(names);
    return names;
}

bool Reading::is_status(std::string_view id) const { return has("status", id) || has("restriction", id); }

std::vector<const Entity*> Reading::all(std::string_view kind) const {
    std::vector<const Entity*> found;
    for (auto at = entities.lower_bound({std::string(kind), ""}); at != entities.end() && at->first.first == kind; ++at)
        found.push_back(&at->second);
    return found;
}

std::vector<std::string> read_clauses(const Fields& fields, const Reading& reading, std::string_view key) {
    auto said = fields.texts(key);
    for (const auto& id : said)
        if (!reading.has("clause", id))
            fields.problem(key, fmt::format("there is no clause '{}'{}; expected [clause.{}] in this pack or one that it extends", id,
                                            did_you_mean(id, reading.ids("clause")), id));
    return said;
}

Rule read_rule(const Entity& entity, const Fields& fields, const Reading& reading) {
    Rule rule;
    rule.kind = entity.kind;
    rule.id = entity.id;
    rule.clauses = read_clauses(fields, reading);
    rule.force = fields.force("force").value_or(force_by_clauses(rule.clauses, reading));
    rule.since = fields.day("since");
    rule.until = fields.day("until");
    rule.settled = fields.text("settled");
    rule.why = fields.text("why");
    rule.note = fields.text("note");
    rule.firm = fields.flag("firm");
    rule.pack = entity.pack;
    rule.file = entity.place.file;
    rule.line = entity.place.line;
    require_settled(entity, fields, rule, reading);
    if (rule.since && rule.until && *rule.until < *rule.since)
        fields.problem("until", "until is before since; expected a later day");
    return rule;
}

void known_as(const Fields& fields, std::string_view key, const Names& said, std::string_view kind, const Reading& reading) {
    for (const auto& id : said)
        if (!reading.has(kind, id))
            fields.problem(key, fmt::format("{}: no {} '{}'{}; expected one that a pack names", key, kind == "record" ? "record type" : kind, id,
                                            did_you_mean(id, reading.ids(kind))));
}

std::vector<std::string> read_people(const Fields& fields, std::string_view key, const Reading& reading) {
    auto said = fields.texts(key);
    for (const auto& name : said) {
        if (name.starts_with("item ")) {
            check_item_person(fields, key, name.substr(5), reading);
        } else if (name.starts_with("setting ")) {
            known_as(fields, key, {name.substr(8)}, "setting", reading);
        } else if (!is_person(name, reading)) {
            auto known = relationships();
            for (const auto& role : reading.ids("role"))
                known.push_back(role);
            fields.problem(key, fmt::format("{} = '{}': there is no such role or relationship{}; expected a role of the pack, a relationship, "
                                            "'item ...' or 'setting ...'", key, name, did_you_mean(name, known)));
        }
    }
    return said;
}

CountOf count_of(const Fields& fields, std::string_view key, const std::string& said, const Reading& reading) {
    if (said.starts_with("setting ")) {
        auto id = said.substr(8);
        auto setting = reading.pack.settings.find(id);
        if (setting == reading.pack.settings.end())
            fields.problem(key, fmt::format("{} = '{}': there is no such setting{}; expected [setting.{}]", key, said,
                                            did_you_mean(id, reading.ids("setting")), id));
        else if (setting->second.type != "count")
            fields.problem(key, fmt::format("{} = '{}': that setting is of type {}; expected one of type count", key, said, setting->second.type));
        return {std::nullopt, id};
    }
    auto count = calendar::parse_count(said);
    if (!count) {
        fields.problem(key, fmt::format("{}: {}", key, count.refusal().message));
        return {};
    }
    return {*count, ""};
}

std::optional<CountOf> read_count(const Fields& fields, std::string_view key, const Reading& reading) {
    auto said = fields.text(key);
    return said.empty() ? std::nullopt : std::optional(count_of(fields, key, said, reading));
}

} // namespace lifestory::policy
