#include "app/demo/steps.h"

#include <algorithm>

#include "record/entry.h"

namespace lifestory::app::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

Day first_day(const Data& data) { return calendar::london_day(data.anchor) - days(730); }
Instant morning(Day day) { return calendar::instant_of({day, hours(9)}); }
Instant evening(Day day) { return calendar::instant_of({day, hours(17) + minutes(30)}); }

// One family's steps. When each child's record is opened decides when the rest can be said.
class Plan {
public:
    Plan(const Data& data, const FamilyOf& family) : m_family(family), m_first(first_day(data)) {
        for (const auto& person : family.people)
            if (person.child)
                m_opened[person.id] = opening_of(person.id);
        m_family_opened = Instant::max();
        for (const auto& [child, at] : m_opened)
            m_family_opened = std::min(m_family_opened, at);
    }

    std::vector<Step> steps() {
        people();
        ties_and_homes();
        work();
        for (const auto& one : m_family.details)
            add(std::max(opened(one.child), morning(one.since)), one.since, SaysDetail{&one});
        for (const auto& one : m_family.entries)
            add(one.recorded, calendar::london_day(one.recorded), SignsEntry{&one});
        for (const auto& one : m_family.afters)
            add(one.recorded, calendar::london_day(one.recorded), SaysBeside{&one});
        return std::move(m_steps);
    }

private:
    void add(Instant at, Day day, Deed deed) { m_steps.push_back({at, day, &m_family, deed}); }
    Instant opened(const std::string& child) const { return m_opened.at(child); }

    Instant opening_of(const std::string& child) const {
        std::optional<Day> work;
        std::optional<Instant> written;
        for (const auto& one : m_family.allocations)
            if (one.child == child)
                work = std::min(work.value_or(one.from), one.from);
        for (const auto& one : m_family.entries)
            if (std::ranges::find(one.children, child) != one.children.end())
                written = std::min(written.value_or(one.recorded), one.recorded);
        auto at = morning(std::max(m_first, work.value_or(m_first)));
        return written ? std::min(at, *written - minutes(1)) : at;
    }

    Instant introduced(const std::string& person) const {
        auto child = m_opened.find(person);
        return child == m_opened.end() ? m_family_opened : child->second;
    }

    void people() {
        for (const auto& one : m_family.people) {
            const auto at = introduced(one.id);
            const auto day = calendar::london_day(at);
            if (one.child)
                add(at, day, OpensChild{&one});
            if (!one.child || !one.telephone.empty() || !one.note.empty())
                add(at, day, SaysPerson{&one});
            if (one.born && *one.born > day && one.child)
                add(evening(*one.born), *one.born, IsBorn{&one});
            for (const auto& change : {one.born, one.died})
                if (change && *change > day)
                    add(evening(*change), *change, SaysPerson{&one});
        }
    }

    void ties_and_homes() {
        for (const auto& one : m_family.relationships) {
            auto at = std::max(introduced(one.from), introduced(one.to));
            if (one.since)
                at = std::max(at, morning(*one.since));
            begin_and_end<SaysRelationship>(one, at, one.since.value_or(m_first), one.until);
        }
        for (const auto& one : m_family.households) {
            auto at = m_family_opened;
            for (const auto& member : one.members)
                at = std::max(at, introduced(member));
            if (one.since)
                at = std::max(at, morning(*one.since));
            begin_and_end<SaysHousehold>(one, at, one.since.value_or(m_first), one.until);
        }
    }

    void work() {
        for (const auto& one : m_family.allocations)
            begin_and_end<Allocates>(one, std::max(opened(one.child), morning(one.from)), one.from, one.until);
        for (const auto& one : m_family.episodes)
            begin_and_end<SaysEpisode>(one, std::max(opened(one.child), morning(one.started)), one.started, one.ended);
    }

    template <class What, class Of>
    void begin_and_end(const Of& one, Instant at, Day day, std::optional<Day> until) {
        add(at, day, What{&one, Part::Begins});
        if (until)
            add(std::max(at, evening(*until)), *until, What{&one, Part::Ends});
    }

    const FamilyOf& m_family;
    Day m_first;
    std::map<std::string, Instant> m_opened;
    Instant m_family_opened{};
    std::vector<Step> m_steps;
};

} // namespace

std::vector<Step> steps_of(const Data& data, Instant until) {
    std::vector<Step> all;
    for (const auto& family : data.families)
        for (auto& step : Plan(data, family).steps())
            if (step.at <= until)
                all.push_back(std::move(step));
    for (const auto& one : data.work)
        if (const auto at = evening(one.happened); at <= until)
            all.push_back({at, one.happened, nullptr, SignsWork{&one}});
    // Said at one time: in the order of the deeds' list, and of one deed in the order of the days it speaks of.
    auto group = [](const Step& step) { return step.deed.index(); };
    std::ranges::stable_sort(all, [&](const Step& one, const Step& other) {
        return std::tuple(one.at, group(one), one.day) < std::tuple(other.at, group(other), other.day);
    });
    return all;
}

Instant begins(const Data& data) { return morning(first_day(data) - days(1)); }

const Stands& stands(const Deed& deed) {
    return std::visit(record::Cases{
                          [](const OpensChild& it) -> const Stands& { return *it.person; },
                          [](const SaysPerson& it) -> const Stands& { return *it.person; },
                          [](const SaysRelationship& it) -> const Stands& { return *it.tie; },
                          [](const SaysHousehold& it) -> const Stands& { return *it.home; },
                          [](const Allocates& it) -> const Stands& { return *it.allocation; },
                          [](const SaysEpisode& it) -> const Stands& { return *it.episode; },
                          [](const IsBorn& it) -> const Stands& { return *it.person; },
                          [](const SaysDetail& it) -> const Stands& { return *it.detail; },
                          [](const SignsEntry& it) -> const Stands& { return *it.entry; },
                          [](const SaysBeside& it) -> const Stands& { return *it.after; },
                          [](const SignsWork& it) -> const Stands& { return *it.work; },
                      },
                      deed);
}

} // namespace lifestory::app::demo
