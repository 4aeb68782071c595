#include "policy/occurrences.h"

#include <algorithm>

#include "calendar/london.h"

namespace lifestory::policy {

namespace {

Occurrence on_day(Day day, const EntryId& id = {}) {
    return {calendar::start_of(day), day, Known::ToTheDay, nullptr, id, {}, 0};
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

std::string Timeline::pack_at(Instant at) const {
    std::string digest = accepted.empty() ? "" : accepted.front().digest;
    for (const auto& one : accepted)
        if (one.at <= at)
            digest = one.digest;
    return digest;
}

std::vector<calendar::Holiday> Timeline::declared_by(std::optional<Instant> closed_at) const {
    std::vector<calendar::Holiday> all;
    for (const auto& one : declared)
        if (!closed_at || one.at <= *closed_at)
            all.push_back({one.day, one.name});
    return all;
}

Life::Life(const Pack& pack, const Timeline& child) : m_pack(&pack), m_child(&child) {
    m_first.reserve(child.happenings.size() + 1);
    for (const auto& happening : child.happenings) {
        m_first.push_back(m_moments.size());
        for (const auto& moment : happening.moments) {
            m_moments.push_back(occurrence_of(happening, moment, place_of(happening)));
            m_days.push_back(m_moments.back().day);
        }
        if (happening.is_withdrawn())
            m_withdrawn.push_back(&happening);
        const RecordType* type = pack.record_type(happening.record_type);
        m_types.push_back(type);
        if (!type || happening.is_withdrawn())
            continue; // of a pack that knew another type: it triggers nothing here
        for (const auto& like : type->like)
            m_by_type[like].push_back(&happening);
    }
    std::ranges::sort(m_days);
    m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
}

bool Life::has_status(std::string_view status) const {
    return std::ranges::any_of(m_statuses, [status](const Spell& spell) { return spell.value == status; });
}

Occurrence Life::as_known(const Occurrence& occurrence, std::optional<Instant> then) const {
    if (!then || !occurrence.entry || occurrence.entry->former.empty())
        return occurrence;
    auto is_it = [&](const std::string& name) {
        return std::ranges::any_of(occurrence.entry->moments, [&](const Moment& moment) { return moment.name == name && moment.at == occurrence.at; });
    };
    for (const auto& former : occurrence.entry->former)
        if (former.until > *then && is_it(former.moment.name))
            return occurrence_of(*occurrence.entry, former.moment, occurrence.place);
    return occurrence;
}

Occurrence occurrence_of(const Happening& entry, const Moment& moment, std::size_t place) {
    return {moment.at, calendar::london_day(moment.at), moment.known, &entry, entry.id, moment.to, place};
}

const std::vector<const Happening*>& Life::like(std::string_view type) const {
    static const std::vector<const Happening*> none;
    auto found = m_by_type.find(type);
    return found == m_by_type.end() ? none : found->second;
}

void Life::add_status(Spell spell) {
    std::erase_if(m_known, [](const auto& known) { return known.first.thing == Thing::Status; });
    std::erase_if(m_known_together, [](const auto& known) {
        return std::ranges::any_of(*known.first, [](const Trigger& trigger) { return trigger.thing == Thing::Status; });
    });
    m_statuses.push_back(std::move(spell));
}

std::vector<Occurrence> Life::of_record(const Trigger& trigger) const {
    std::vector<Occurrence> all;
    auto found = m_by_type.find(std::string_view(trigger.id));
    if (found == m_by_type.end())
        return all;
    for (const Happening* entry : found->second) {
        auto at = m_first[place_of(*entry)];
        for (const auto& moment : entry->moments) {
            if (moment.name == trigger.moment)
                all.push_back(m_moments[at]);
            ++at;
        }
    }
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

std::vector<Occurrence> Life::found(const Trigger& trigger) const {
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

const std::vector<Occurrence>& Life::of(const Trigger& trigger) const {
    static const std::vector<Occurrence> none;
    bool record = trigger.thing == Thing::Record;
    auto type = record ? m_by_type.find(std::string_view(trigger.id)) : m_by_type.end();
    if (record && type == m_by_type.end())
        return none;
    auto known = m_known.find(trigger);
    if (known == m_known.end())
        known = m_known.emplace(trigger, found(trigger)).first;
    return known->second;
}

const std::vector<Occurrence>& Life::of(const std::vector<Trigger>& triggers) const {
    if (triggers.size() == 1)
        return of(triggers.front());
    auto [known, is_new] = m_known_together.try_emplace(&triggers);
    auto& all = known->second;
    if (!is_new)
        return all;
    for (const auto& trigger : triggers) {
        const auto& some = of(trigger);
        all.insert(all.end(), some.begin(), some.end());
    }
    sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace lifestory::policy
