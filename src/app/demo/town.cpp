#include "app/demo/town.h"

#include <algorithm>

#include <fmt/format.h>

namespace lifestory::app::demo {

Town::Town(const policy::Pack& pack, const Data& data, RecordNumber authority, record::Authority told, EntryNumber next)
    : m_pack(pack), m_data(data), m_authority_record(authority), m_authority(std::move(told)), m_next(next) {
    for (const auto& one : data.workers)
        m_workers.emplace(one.id, WorkerNumber::random());
    for (const auto& one : data.teams)
        m_teams.emplace(one.id, TeamNumber::random());
}

FamilyTold& Town::family(const FamilyOf& family) { return m_families[family.id]; }

record::Worker Town::worker(const std::string& id) const {
    const auto& one = *m_data.worker(id);
    return {m_workers.at(id), one.name, one.designation, one.role, one.telephone, m_teams.at(one.team), true};
}

record::Team Town::team(const std::string& id) const {
    const auto& one = *m_data.team(id);
    return {m_teams.at(id), one.name, one.area, one.telephone};
}

casework::Act Town::act(const std::string& worker, Instant at) const {
    const auto& one = *m_data.worker(worker);
    return {{m_workers.at(worker), one.name, one.designation, m_data.team(one.team)->name},
            m_pack.acts_as(one.role),
            {m_pack.about.id, m_pack.about.version, m_pack.digest},
            at,
            EntryId::random()};
}

std::string Town::allocated_to(const FamilyOf& family, const std::string& child, Day day) const {
    const AllocationOf *there = nullptr, *first = nullptr;
    for (const auto& one : family.allocations) {
        if (one.child != child)
            continue;
        if (!first || one.from < first->from)
            first = &one;
        if (one.relationship == "allocated-worker" && one.from <= day && (!there || there->from < one.from))
            there = &one;
    }
    if (!there)
        there = first;
    return there ? there->worker : m_data.workers.front().id;
}

std::string Town::manager_of_work(const FamilyOf& family, const std::string& child, Day day) const {
    const auto worker = allocated_to(family, child, day);
    const auto& manager = m_data.worker(worker)->manager;
    return manager.empty() ? worker : manager;
}

People Town::people_around(const FamilyOf& family, const std::string& child, Day day) const {
    People people;
    people.child = child;
    auto told = m_families.find(family.id);
    if (told != m_families.end())
        for (const auto& [of, number] : told->second.entries)
            if (const auto* story = of.second == child ? told->second.children.at(child).find(number) : nullptr)
                people.entries[of.first] = {number, story->name(), story->day()};
    if (told != m_families.end())
        for (const auto& [id, number] : told->second.persons) {
            auto own = told->second.persons.find(child);
            people.persons[id] = {family.person(id)->name, own == told->second.persons.end() ? "" : told->second.family.who_to(number, own->second, day), number, {}};
        }
    for (const auto& one : m_data.workers)
        people.workers[one.id] = {one.name, one.designation + ", " + m_data.team(one.team)->name, {}, m_workers.at(one.id)};
    return people;
}

std::uint64_t Town::place_in(RecordNumber record) const {
    if (record == m_authority_record)
        return m_authority.length;
    for (const auto& [id, told] : m_families) {
        if (told.record == record)
            return told.family.length;
        for (const auto& [person, child] : told.children)
            if (child.record == record)
                return child.length;
    }
    return 0;
}

void Town::tell(const record::Entry& entry) {
    if (entry.record == m_authority_record) {
        record::apply(m_authority, entry);
        return;
    }
    for (auto& [id, told] : m_families) {
        if (told.record == entry.record)
            record::apply(told.family, entry);
        for (auto& [person, child] : told.children)
            if (child.record == entry.record)
                record::apply(child, entry);
    }
}

void Town::keep(const Result<casework::Writing>& writing, const Stands& at, Instant when) {
    if (!writing) {
        for (const auto& refusal : writing.refusals())
            m_problems.add(*at.at, refusal.field, refusal.message);
        return;
    }
    if (m_appends.empty() || m_appends.back().at != when)
        m_appends.push_back({FormNumber::random(), when, {}, {}});
    auto& append = m_appends.back();
    for (const auto& one : *writing) {
        append.entries.push_back({one.record, one.id, record::write_content(one.said, one.content), std::nullopt});
        tell({m_next++, one.id, one.record, place_in(one.record), append.form, when, one.said, one.content});
    }
}

} // namespace lifestory::app::demo
