// Finding a child by name or date of birth (pages 6.3): only whom this person may find or open, and the people of those
// children's families.
#include <algorithm>
#include <unordered_set>

#include "access/door_state.h"
#include "access/facts.h"
#include "calendar/london.h"
#include "record/homes.h"

namespace lifestory::access {

namespace {

constexpr std::size_t most_shown = 100;

// Children with whom some list ties this visitor are asked about one by one. All others are the same to the visitor, so
// that is asked once: a name that thousands bear costs nothing, and takes no longer for those who stay hidden.
struct Finder {
    Door::State& state;
    const Visitor& visitor;
    Instant now;
    std::shared_ptr<const record::Authority> authority = state.authority_now();
    std::shared_ptr<const Rules> rules = state.rules_now();
    std::unordered_set<RecordNumber> tied = tied_to_visitor();
    Sees of_others = decided({.existence = Existence::Kept, .relations = {}, .conflict_of_interest = false, .restricted = Restricted::No,
                              .emergency_until = {}, .listed_until = {}, .permissions = &rules->permissions});

    // By an allocation, of their own, of the line below or for business support of the team; or by an emergency.
    std::unordered_set<RecordNumber> tied_to_visitor() const {
        auto workers = authority->workers_below(visitor.who.worker);
        workers.push_back(visitor.who.worker);
        const auto* own = authority->worker(visitor.who.worker);
        if (own && visitor.who.role == Role::BusinessSupport)
            for (const auto& worker : authority->workers)
                if (worker.now().team == own->team)
                    workers.push_back(worker.now().worker);
        auto opened = state.emergencies.opened_by(visitor.who.worker);
        std::unordered_set<RecordNumber> records(opened.begin(), opened.end());
        for (const auto& worker : workers)
            for (const auto& row : state.index.allocations_of(worker))
                records.insert(row.record);
        return records;
    }

    Sees decided(const Facts& facts) const {
        if (decide(visitor.who, Act::Open, {}, facts, now).allowed)
            return Sees::Everything;
        return decide(visitor.who, Act::Find, {}, facts, now).allowed ? Sees::NameAndTeam : Sees::Nothing;
    }

    Sees sees(RecordNumber child) const {
        return tied.contains(child) ? decided(state.facts(visitor.who, child, *authority, *rules, now)) : of_others;
    }

    void add_worker(Found& found) const {
        for (const auto& row : working_with(*found.who.child, state.index, calendar::london_day(now))) {
            if (row.relationship != "allocated-worker")
                continue;
            found.worker = authority->author(row.worker);
            const auto* worker = authority->worker(row.worker);
            const auto* team = worker ? authority->team(worker->team) : nullptr;
            found.telephone = team ? team->telephone : "";
        }
    }

    void add_home(Found& found) const {
        auto family = state.families.get(found.who.family);
        auto today = calendar::london_day(now);
        const auto* home = family ? (*family)->household_of(found.who.person, today) : nullptr;
        if (!home)
            return;
        for (const auto& member : record::living_at(**family, *home, today)) {
            const auto* person = (*family)->person(member);
            if (!person || person->child || member == found.who.person)
                continue;
            found.lives_with = (*family)->who_to(member, found.who.person, today);
            if (!found.lives_with.empty())
                return;
        }
    }

    std::optional<Found> child(const Match& match) const {
        auto seen = sees(*match.who.child);
        if (seen == Sees::Nothing || !state.index.family_of(*match.who.child))
            return std::nullopt;
        Found found{.who = match.who, .why = match.why, .may_open = seen == Sees::Everything, .worker = {}, .telephone = {},
                    .lives_with = {}, .children = {}, .relation = {}};
        add_worker(found);
        if (found.may_open)
            add_home(found);
        return found;
    }

    // Somebody of a family is shown by the children whom this person may open, and by no others.
    std::optional<Found> relative(const Match& match) const {
        Found found{.who = match.who, .why = match.why, .may_open = false, .worker = {}, .telephone = {}, .lives_with = {},
                    .children = {}, .relation = {}};
        for (const auto& child : state.names.children_of(match.who.family)) {
            if (sees(*child.child) != Sees::Everything)
                continue;
            found.children.push_back(child);
            if (found.relation.empty())
                found.relation = state.names.who_to(match.who.person, child.person);
        }
        return found.children.empty() ? std::nullopt : std::optional(found);
    }
};

} // namespace

std::vector<Found> Door::find(const Visitor& visitor, const std::string& typed, Instant now) const {
    auto asked = wanted(typed);
    std::vector<Found> found;
    if (asked.words.empty() && !asked.born)
        return found;
    Finder finder{*m_state, visitor, now};
    for (const auto& match : m_state->names.search(asked)) {
        if (found.size() == most_shown)
            break;
        if (auto one = match.who.child ? finder.child(match) : finder.relative(match))
            found.push_back(std::move(*one));
    }
    return found;
}

} // namespace lifestory::access
