#include "policy/occurrences.h"

#include <algorithm>

#include "calendar/london.h"

namespace lifestory::policy {

namespace {

Occurrence on_day(Day day, const EntryId& id = {}) {
    return {calendar::start_of(day), day, Known::ToTheDay, nullptr, id, "", 0};
}

void sort(std::vector<Occurrence>& all) { std::ranges::stable_sort(all, comes_before); }

} // namespace

const Happening* Timeline::find(const EntryId& id) const {
    auto found = std::ranges::find(happenings, id, &Happening::id);
    return found == happenings.end() ? nullptr : &*found;
}

bool comes_before(const Occurrence& left, const Occurrence& right) {
    if (left.day != right.day)
        return left.day < right.day;
    if (left.known == Known::ToTheMinute && right.known == Known::ToTheMinute && left.at != right.at)
        return left.at < right.at;
    return left.place < right.place;
}

Instant counted_instant(const Occurrence& occurrence) {
    return occurrence.known == Known::ToTheMinute ? occurrence.at : calendar::end_of(occurrence.day) - std::chrono::minutes(1);
}

Life::Life(const Pack& pack, const Timeline& child) : m_pack(&pack), m_child(&child) {
    for (const auto& happening : child.happenings) {
        const RecordType* type = pack.record_type(happening.record_type);
        if (!type)
            continue; // of a pack that knew another type: it triggers nothing here
        for (const auto& like : type->like)
            m_by_type[like].push_back(&happening);
    }
}

std::vector<const Happening*> Life::like(std::string_view type) const {
    auto found = m_by_type.find(type);
    return found == m_by_type.end() ? std::vector<const Happening*>{} : found->second;
}

std::vector<Occurrence> Life::of_record(const Trigger& trigger) const {
    std::vector<Occurrence> all;
    auto found = m_by_type.find(trigger.id);
    if (found == m_by_type.end())
        return all;
    for (const Happening* entry : found->second)
        for (const auto& moment : entry->moments)
            if (moment.name == trigger.moment)
                all.push_back({moment.at, calendar::london_day(moment.at), moment.known, entry, entry->id, moment.to, place_of(*entry)});
    return all;
}

std::vector<Occurrence> Life::of_status(const Trigger& trigger) const {
    std::vector<Occurrence> all;
    for (const auto& spell : m_statuses) {
        if (spell.value != trigger.id)
            continue;
        if (trigger.moment == "begins")
            all.push_back(on_day(spell.from, spell.entry));
        else if (spell.to)
            all.push_back(on_day(*spell.to, spell.entry));
    }
    return all;
}

std::vector<Occurrence> Life::of(const Trigger& trigger) const {
    std::vector<Occurrence> all;
    switch (trigger.thing) {
    case Thing::Record: all = of_record(trigger); break;
    case Thing::Status: all = of_status(trigger); break;
    case Thing::Birth:
        if (m_child->born)
            all.push_back(on_day(*m_child->born));
        break;
    case Thing::Death:
        if (m_child->died)
            all.push_back(on_day(*m_child->died));
        break;
    case Thing::Birthday:
        if (m_child->born) {
            auto birthday = calendar::add_months(*m_child->born, 12 * trigger.age);
            all.push_back(on_day(calendar::age_on(*m_child->born, birthday) < trigger.age ? birthday + std::chrono::days(1) : birthday));
        }
        break;
    case Thing::Pack:
        if (trigger.moment == "launched")
            all.push_back(on_day(m_pack->about.since));
        else if (m_pack->about.review_due)
            all.push_back(on_day(*m_pack->about.review_due));
        break;
    }
    sort(all);
    return all;
}

std::vector<Occurrence> Life::of(const std::vector<Trigger>& triggers) const {
    std::vector<Occurrence> all;
    for (const auto& trigger : triggers)
        for (auto& occurrence : of(trigger))
            if (std::ranges::find(all, occurrence) == all.end())
                all.push_back(std::move(occurrence));
    sort(all);
    return all;
}

} // namespace lifestory::policy
