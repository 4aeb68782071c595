#include "chronology/family_rows.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "record/address.h"
#include "record/homes.h"

namespace lifestory::chronology {

namespace {

const policy::Significance* rule_for(const Life& life, std::string_view thing) {
    for (const auto& rule : life.now.pack->significances) {
        const bool speaks = std::ranges::any_of(rule.what, [&](const auto& trigger) { return trigger.thing == policy::Thing::Record && trigger.id == thing; });
        if (speaks && rule.put != "never" && rule.put != "off the story")
            return &rule;
    }
    return nullptr;
}

bool is_told(const Life& life, const record::Person& person) {
    return life.reader == Reader::Worker || !life.child.person || std::ranges::find(person.not_told, *life.child.person) == person.not_told.end();
}

void add(FamilyRows& rows, const policy::Significance& rule, Row row) {
    row.theme = rule.theme;
    row.always = rule.put == "always";
    (row.always ? rows.always : rows.offered).push_back(std::move(row));
}

// The first home is where the child's life is told from; each one after it is a move.
void add_moves(FamilyRows& rows, const Life& life, const policy::Significance& rule) {
    const auto addresses = record::addresses_of(life.family);
    for (const auto& home : life.family.households) {
        const auto& now = home.now();
        const bool is_told_as_placement = std::ranges::any_of(life.child.episodes, [&](const auto& one) { return record::home_of_placement_id(one.episode) == now.household; });
        if (!now.since || is_told_as_placement || std::ranges::find(now.members, *life.child.person) == now.members.end())
            continue;
        Row row;
        row.entry = home.said.front().entry;
        row.day = *now.since;
        row.what = std::string(life.reader == Reader::Child ? "You moved" : "Moved") + " to live at " + record::without_addresses(now.name, addresses) + ".";
        row.sources = {{row.entry, "Family", row.day, From::TheFamily}};
        add(rows, rule, std::move(row));
    }
}

void add_deaths(FamilyRows& rows, const Life& life, const policy::Significance& rule) {
    for (const auto& person : life.family.people) {
        const auto& now = person.now();
        if (!now.died || now.person == *life.child.person || !is_told(life, now))
            continue;
        const auto who = life.family.who_to(now.person, *life.child.person, *now.died);
        Row row;
        row.entry = person.said.back().entry;
        row.day = *now.died;
        row.what = now.full_name + (who.empty() ? "" : ", " + who + ",") + " died.";
        row.sources = {{row.entry, "Family", row.day, From::TheFamily}};
        add(rows, rule, std::move(row));
    }
}

Row birth_of(const record::History<record::Person>& person, record::Day day, std::string what) {
    Row row;
    row.entry = person.said.front().entry;
    row.day = day;
    row.what = std::move(what);
    row.sources = {{row.entry, "Family", row.day, From::TheFamily}};
    return row;
}

// The child's own stands in every chronology; that a brother or sister came is put in or offered like whatever touches the family.
void add_births(FamilyRows& rows, const Life& life, const policy::Significance& rule) {
    static constexpr std::array<std::string_view, 9> kin{"brother", "sister", "half-brother", "half-sister", "stepbrother", "stepsister", "twin", "brother or sister", "half-brother or half-sister"};
    const auto born = life.child.born();
    for (const auto& person : life.family.people) {
        const auto& now = person.now();
        if (now.person == *life.child.person) {
            if (!born)
                continue;
            auto own = birth_of(person, *born, life.reader == Reader::Child ? "You were born." : life.child.first_name() + " was born.");
            own.theme = rule.theme;
            own.always = true;
            rows.always.push_back(std::move(own));
            continue;
        }
        const auto who = life.family.who_to(now.person, *life.child.person, life.now.day);
        const bool came_after = born && now.born && *born < *now.born && !now.died;
        if (came_after && std::ranges::find(kin, who) != kin.end() && is_told(life, now))
            add(rows, rule, birth_of(person, *now.born, now.full_name + ", " + who + ", was born."));
    }
}

// Told once, whichever of the two was said to be the other's; without its day it has no place among the events.
void add_weddings(FamilyRows& rows, const Life& life, const policy::Significance& rule) {
    constexpr std::array<std::string_view, 3> wed{"wife", "husband", "civil partner"};
    std::set<std::pair<PersonNumber, PersonNumber>> told;
    for (const auto& one : life.family.relationships) {
        const auto& now = one.now();
        const auto *from = life.family.person(now.from), *to = life.family.person(now.to);
        const bool is_told_of = life.reader == Reader::Worker || std::ranges::find(now.not_told, *life.child.person) == now.not_told.end();
        if (std::ranges::find(wed, now.kind) == wed.end() || !now.since || !from || !to || !is_told_of || !is_told(life, *from) || !is_told(life, *to) ||
            !told.insert(std::minmax(now.from, now.to)).second)
            continue;
        Row row;
        row.entry = one.said.front().entry;
        row.day = *now.since;
        row.what = from->full_name + " and " + to->full_name + (now.kind == "civil partner" ? " became civil partners." : " married.");
        row.sources = {{row.entry, "Family", row.day, From::TheFamily}};
        add(rows, rule, std::move(row));
    }
}

} // namespace

FamilyRows family_rows(const Life& life) {
    FamilyRows rows;
    if (!life.child.person)
        return rows;
    if (const auto* rule = rule_for(life, "household"))
        add_moves(rows, life, *rule);
    if (const auto* rule = rule_for(life, "person")) {
        add_births(rows, life, *rule);
        add_deaths(rows, life, *rule);
        add_weddings(rows, life, *rule);
    }
    return rows;
}

} // namespace lifestory::chronology
