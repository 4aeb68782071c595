// What forms, writing, permissions, needs, reminders and the chronology ask of the pack for one child on one day.
#include "policy/judge.h"

#include <algorithm>

#include "policy/conditions.h"

namespace lifestory::policy {

namespace {

std::shared_ptr<const Life> life_in(const Circumstances& now) { return with_life(now).life; }

bool is_area(const std::vector<std::string>& areas, const AtMoment& now) {
    return areas.empty() || std::ranges::any_of(now.life->child().areas, [&](const Spell& spell) {
        return spell.holds_on(now.day) && std::ranges::find(areas, spell.value) != areas.end();
    });
}

// How near a row comes to a type: 0 the type itself, then what it is like; last "any other" and "any".
std::optional<std::size_t> nearness(const Audience& row, const RecordType& type) {
    for (std::size_t away = 0; away < type.like.size(); ++away)
        if (std::ranges::find(row.records, type.like[away]) != row.records.end())
            return away;
    for (const auto& record : row.records)
        if (record == "any" || record == "any other")
            return type.like.size();
    return std::nullopt;
}

// A row with a condition goes first, then the nearest record type, then a row of the child's area.
struct Rank {
    bool unconditional;
    std::size_t away;
    bool anywhere;
    auto operator<=>(const Rank&) const = default;
};

// The facts by which a condition holds, in words: names of statuses, and what was answered.
std::vector<std::string> what_speaks_in(const Condition& condition, const AtMoment& now) {
    std::vector<std::string> words;
    for (const auto& id : condition.status) {
        bool is_held = std::ranges::any_of(now.life->statuses(), [&](const Spell& spell) { return spell.value == id && spell.holds_on(now.day); });
        auto status = now.life->pack().statuses.find(id);
        if (is_held && status != now.life->pack().statuses.end())
            words.push_back(status->second.name);
    }
    for (const auto& asked : condition.item)
        if (now.entry)
            if (auto answer = now.entry->items.find(asked.first); answer != now.entry->items.end())
                words.insert(words.end(), answer->second.begin(), answer->second.end());
    return words;
}

bool is_named(const Need& need, const AtMoment& now, const Happening& entry) {
    return std::ranges::any_of(now.life->of(need.what), [&](const Occurrence& occurrence) { return occurrence.entry && occurrence.entry->belongs_to == entry.id; });
}

std::vector<EntryId> not_named_yet(const Need& need, const AtMoment& now) {
    std::vector<EntryId> all;
    for (const Happening* entry : now.life->like(need.for_each))
        if (holds(need.when, AtMoment{now.life, now.day, entry}) && !is_named(need, now, *entry))
            all.push_back(entry->id);
    return all;
}

bool stands_before(const Need& need, const AtMoment& now) {
    if (!need.for_each.empty())
        return not_named_yet(need, now).empty();
    auto since = need.since ? now.life->of(*need.since) : std::vector<Occurrence>{};
    return std::ranges::any_of(now.life->of(need.what), [&](const Occurrence& occurrence) {
        return occurrence.day <= now.day && (since.empty() || since.back().day <= occurrence.day);
    });
}

} // namespace

Circumstances with_life(Circumstances now) {
    if (now.life)
        return now;
    auto life = std::make_shared<Life>(*now.pack, *now.child);
    if (now.statuses)
        for (const auto& spell : *now.statuses)
            life->add_status(spell);
    now.life = std::move(life);
    return now;
}

bool is_in_force(const Rule& rule, Day day) { return (!rule.since || *rule.since <= day) && (!rule.until || day <= *rule.until); }

bool holds(const Conditions& conditions, const Circumstances& given) {
    if (conditions.empty())
        return true;
    auto life = life_in(given);
    return holds(conditions, AtMoment{life.get(), given.day, given.entry});
}

std::vector<const Item*> asked_items(const RecordType& type, const Circumstances& given) {
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    std::vector<const Item*> asked;
    for (const auto& item : type.items) {
        bool is_of_form = item.for_all ? given.children == Children::Several : item.force.has_value();
        if (is_of_form && holds(item.when, now))
            asked.push_back(&item);
    }
    return asked;
}

std::optional<Proposed> proposed_value(const Item& item, const Circumstances& given) {
    if (item.proposed.empty())
        return std::nullopt;
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    for (const auto& proposal : item.proposed) {
        if (proposal.when.empty())
            return Proposed{proposal.value, {}};
        auto held = std::ranges::find_if(proposal.when, [&](const Condition& one) { return holds(one, now); });
        if (held != proposal.when.end())
            return Proposed{proposal.value, what_speaks_in(*held, now)};
    }
    return std::nullopt;
}

WrittenToChild written_to_child(std::string_view record_type, const Circumstances& given) {
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    const RecordType* type = now.life->pack().record_type(record_type);
    const Audience* best = nullptr;
    Rank rank{};
    for (const auto& row : now.life->pack().audiences) {
        auto away = type ? nearness(row, *type) : std::nullopt;
        if (!away || !is_in_force(row.rule, now.day) || !is_area(row.area, now) || !holds(row.when, now))
            continue;
        Rank here{row.when.empty(), *away, row.area.empty()};
        if (!best || here < rank) {
            best = &row;
            rank = here;
        }
    }
    return best ? WrittenToChild{best->written, best->items, best->rule.full_id(), best->rule.clauses} : WrittenToChild{};
}

std::vector<const Permission*> permissions_for(std::string_view act, std::string_view on, const Circumstances& given) {
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    std::vector<const Permission*> all;
    for (const auto& permission : now.life->pack().permissions) {
        bool speaks = permission.act == act && (permission.on == on || (on != "record" && now.life->pack().is_like(on, permission.on)));
        if (speaks && is_in_force(permission.rule, now.day) && holds(permission.when, now))
            all.push_back(&permission);
    }
    return all;
}

std::vector<const Need*> missing_needs(const RecordType& type, std::string_view moment, const Circumstances& given) {
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    std::vector<const Need*> missing;
    for (const auto& need : type.needs) {
        bool excused = !need.unless.empty() && holds(need.unless, now);
        if (need.before == moment && !excused && !stands_before(need, now))
            missing.push_back(&need);
    }
    return missing;
}

std::vector<EntryId> still_needed_by(const Need& need, const Circumstances& given) {
    auto life = life_in(given);
    return need.for_each.empty() ? std::vector<EntryId>{} : not_named_yet(need, {life.get(), given.day, given.entry});
}

std::vector<const Reminder*> reminders_at(std::string_view place, const Circumstances& given) {
    auto life = life_in(given);
    AtMoment now{life.get(), given.day, given.entry};
    std::vector<const Reminder*> all;
    for (const auto& reminder : now.life->pack().reminders)
        if (std::ranges::find(reminder.at, place) != reminder.at.end() && is_in_force(reminder.rule, now.day) && holds(reminder.when, now))
            all.push_back(&reminder);
    return all;
}

} // namespace lifestory::policy
