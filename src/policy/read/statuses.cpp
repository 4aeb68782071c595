// Statuses and restrictions, and the order in which they can be computed: each after those it asks for.
#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

void check_during(const Status& status, const Fields& fields, const Reading& reading) {
    const RecordType* type = reading.pack.record_type(status.during);
    if (!type)
        return known_as(fields, "during", {status.during}, "record", reading);
    bool begins = contains(type->moments, "started");
    bool ends = contains(type->moments, "ended") || contains(type->moments, "completed");
    if (!begins || !ends)
        fields.problem("during", fmt::format("during = '{}' has no beginning and end; expected a type that starts and ends, like an episode", status.during));
}

void check_shape(const Status& status, const Fields& fields) {
    if (status.during.empty() == !fields.has("begins"))
        fields.problem(fields.has("begins") ? "begins" : "name", "expected one of 'during' and 'begins', and only one");
    if (fields.has("begins") && !fields.has("ends") && !fields.has("lasts") && !fields.has("renewed_at"))
        fields.problem("begins", "nothing ends it; expected ends, lasts or renewed_at");
}

Status read_status(const Entity& entity, const Fields& fields, const Reading& reading) {
    Status status;
    status.rule = read_rule(entity, fields, reading);
    status.name = fields.has("name") ? fields.text("name") : entity.id;
    status.also = fields.texts("also");
    status.during = fields.text("during");
    status.begins = read_triggers(fields, "begins", reading);
    status.ends = read_triggers(fields, "ends", reading);
    auto judged = status.during.empty() ? judged_by(status.begins) : Judged{status.during};
    status.when = read_conditions(fields, "when", judged, reading);
    status.ends_when = read_conditions(fields, "ends_when", judged_by(status.ends), reading);
    status.by = read_people(fields, "by", reading);
    if (fields.has("renewed_at"))
        status.renewed_at = read_trigger(fields, "renewed_at", fields.text("renewed_at"), reading);
    status.lasts = read_count(fields, "lasts", reading);
    check_shape(status, fields);
    if (!status.during.empty())
        check_during(status, fields, reading);
    return status;
}

void read_restriction(const Entity& entity, const Reading& reading) {
    auto table = flattened(entity);
    Fields fields(table, entity.full_id(), reading.problems);
    RestrictionRule rule;
    rule.status = read_status(entity, fields, reading);
    rule.keeps = read_people(fields, "keeps", reading);
    rule.shuts_out = read_people(fields, "shuts_out", reading);
    rule.hides = fields.texts("hides");
    rule.tells = read_people(fields, "tells", reading);
    rule.covers = fields.one_of("covers", {"record", "entry"}, "record");
    if (fields.has("keeps") == fields.has("shuts_out"))
        fields.problem("keeps", "expected one of 'keeps' and 'shuts_out', and only one");
    reading.pack.restrictions.push_back(std::move(rule));
}

std::set<std::string> asked(const Conditions& conditions) {
    std::set<std::string> all;
    for (const auto& condition : conditions) {
        for (const auto* names : {&condition.status, &condition.not_status, &condition.ever})
            all.insert(names->begin(), names->end());
        for (const auto& [id, count] : condition.lasted)
            all.insert(id);
        if (condition.total)
            all.insert(condition.total->of);
        if (condition.count && condition.count->of.thing == Thing::Status)
            all.insert(condition.count->of.id);
    }
    return all;
}

std::set<std::string> asked_by(const Status& status) {
    auto all = asked(status.when);
    all.merge(asked(status.ends_when));
    for (const auto* triggers : {&status.begins, &status.ends})
        for (const auto& trigger : *triggers)
            if (trigger.thing == Thing::Status)
                all.insert(trigger.id);
    if (status.renewed_at && status.renewed_at->thing == Thing::Status)
        all.insert(status.renewed_at->id);
    return all;
}

struct Order {
    const Reading& reading;
    std::map<std::string, const Status*> all{};
    std::set<std::string> done{};
    std::vector<std::string> path{};

    void refuse_circle(const Status& status) const {
        Node place;
        place.file = status.rule.file;
        place.line = status.rule.line;
        reading.problems.add(place, status.rule.full_id(), fmt::format("statuses ask for each other in a circle ({}); expected none to", join(path, ", ")));
    }

    void visit(const std::string& id) {
        auto found = all.find(id);
        if (found == all.end() || done.contains(id))
            return;
        if (contains(path, id))
            return refuse_circle(*found->second);
        path.push_back(id);
        for (const auto& other : asked_by(*found->second))
            if (other != id)
                visit(other);
        path.pop_back();
        if (done.insert(id).second)
            reading.pack.statuses_in_order.push_back(id);
    }
};

} // namespace

void read_statuses(const Reading& reading) {
    for (const Entity* entity : reading.all("status")) {
        auto table = flattened(*entity);
        Fields fields(table, entity->full_id(), reading.problems);
        reading.pack.statuses.emplace(entity->id, read_status(*entity, fields, reading));
    }
    for (const Entity* entity : reading.all("restriction"))
        read_restriction(*entity, reading);
    Order order{reading};
    for (const auto& [id, status] : reading.pack.statuses)
        order.all.emplace(id, &status);
    for (const auto& restriction : reading.pack.restrictions)
        order.all.emplace(restriction.status.rule.id, &restriction.status);
    for (const auto& [id, status] : order.all)
        order.visit(id);
}

} // namespace lifestory::policy
