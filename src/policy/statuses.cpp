// The intervals of a child's statuses, computed once for each child in the order that the pack gives: each after
// those it asks for.
#include "policy/statuses.h"

#include <algorithm>

#include "calendar/due.h"
#include "calendar/london.h"
#include "policy/conditions.h"

namespace lifestory::policy {

namespace {

const Status* status_called(const Pack& pack, const std::string& id) {
    auto found = pack.statuses.find(id);
    if (found != pack.statuses.end())
        return &found->second;
    for (const auto& restriction : pack.restrictions)
        if (restriction.status.rule.id == id)
            return &restriction.status;
    return nullptr;
}

void add_during(Life& life, const Status& status) {
    for (const Happening* entry : life.like(status.during)) {
        std::optional<Day> started, ended;
        for (const auto& moment : entry->moments) {
            if (moment.name == "started")
                started = calendar::london_day(moment.at);
            if (moment.name == "ended" || moment.name == "completed")
                ended = calendar::london_day(moment.at);
        }
        if (started && holds(status.when, {&life, *started, entry}))
            life.add_status({status.rule.id, *started, ended, entry->id});
    }
}

bool was_decided_by(const Status& status, const Occurrence& occurrence) {
    return status.by.empty() || (occurrence.entry && std::ranges::any_of(occurrence.entry->by, [&](const auto& role) {
        return std::ranges::find(status.by, role) != status.by.end();
    }));
}

bool still_holds(const Life& life, const Status& status, const Occurrence& occurrence) {
    return was_decided_by(status, occurrence) && holds(status.when, {&life, occurrence.day, occurrence.entry});
}

bool is_later(const Occurrence& occurrence, const Occurrence& begin) {
    return comes_before(begin, occurrence) || (occurrence.day >= begin.day && occurrence.entry != begin.entry);
}

// The first day on which what began no longer holds.
std::optional<Day> end_of(const Life& life, const Status& status, const Occurrence& begin) {
    std::optional<Day> end;
    auto take = [&](Day day) { end = end ? std::min(*end, day) : day; };
    for (const auto& occurrence : life.of(status.ends))
        if (is_later(occurrence, begin) && holds(status.ends_when, {&life, occurrence.day, occurrence.entry}))
            take(occurrence.day);
    if (status.renewed_at)
        for (const auto& occurrence : life.of(*status.renewed_at))
            if (is_later(occurrence, begin) && !still_holds(life, status, occurrence))
                take(occurrence.day);
    if (status.lasts)
        if (auto count = life.pack().count(*status.lasts, begin.day))
            if (auto due = calendar::due_date({*count, begin.at, calendar::Direction::After, {}}, life.pack().calendar_named("")))
                take(due->day);
    return end;
}

void add_begun(Life& life, const Status& status) {
    std::vector<Spell> spells;
    for (const auto& begin : life.of(status.begins)) {
        if (!spells.empty() && (!spells.back().to || begin.day < *spells.back().to))
            continue; // it holds already
        if (still_holds(life, status, begin))
            spells.push_back({status.rule.id, begin.day, end_of(life, status, begin), begin.id});
    }
    for (auto& spell : spells)
        life.add_status(std::move(spell));
}

void add_statuses(Life& life) {
    for (const auto& id : life.pack().statuses_in_order)
        if (const Status* status = status_called(life.pack(), id))
            status->during.empty() ? add_begun(life, *status) : add_during(life, *status);
}

} // namespace

std::vector<std::string> statuses_on(const std::vector<Spell>& statuses, Day day) {
    std::vector<std::string> all;
    for (const auto& spell : statuses)
        if (spell.holds_on(day) && std::ranges::find(all, spell.value) == all.end())
            all.push_back(spell.value);
    return all;
}

std::vector<Spell> statuses_of(const Pack& pack, const Timeline& child) { return life_of(pack, child).statuses(); }

Life life_of(const Pack& pack, const Timeline& child) {
    Life life(pack, child);
    add_statuses(life);
    return life;
}

} // namespace lifestory::policy
