#include "policy/people.h"

#include <algorithm>
#include <array>
#include <optional>

#include "policy/timeline_of.h"

namespace lifestory::policy {

namespace {

using record::Authority;
using record::Worker;

constexpr std::array<std::string_view, 11> outsiders{"carer", "parents", "family", "child", "notifier", "school", "police", "health", "invited", "core-group", "court"};

bool is_outsider(const std::string& who) { return std::ranges::find(outsiders, who) != outsiders.end(); }

void add(std::vector<WorkerNumber>& all, const WorkerNumber& worker) {
    if (std::ranges::find(all, worker) == all.end())
        all.push_back(worker);
}

const Worker* as_on(const Authority& authority, const WorkerNumber& number, Day day) {
    const auto* then = authority.worker_on(number, day);
    return then ? then : authority.worker(number);
}

// Does the worker hold the role, or one that acts alike?
bool holds_role(const Authority& authority, const Pack& pack, const WorkerNumber& number, const std::string& role, Day day) {
    const auto* worker = as_on(authority, number, day);
    return worker && worker->working && (worker->role == role || (!pack.acts_as(role).empty() && pack.acts_as(worker->role) == pack.acts_as(role) &&
                                                                  pack.acts_as(role) != "practitioner"));
}

// The nearest in the line who holds it.
std::vector<WorkerNumber> in_line(const Authority& authority, const Pack& pack, const WorkerNumber& below, const std::string& role, Day day) {
    for (const auto& above : authority.line_above_on(below, day))
        if (holds_role(authority, pack, above, role, day))
            return {above};
    return {};
}

// All who hold it by this very name; those of the team, where there are any.
std::vector<WorkerNumber> all_who_hold(const Holders& holders, const std::string& role, const std::optional<TeamNumber>& team) {
    std::vector<WorkerNumber> all, of_team;
    for (const auto& [worker, where] : holders.of(role)) {
        all.push_back(worker);
        if (team && where == *team)
            of_team.push_back(worker);
    }
    return of_team.empty() ? all : of_team;
}

// "manager-of-the-area", "senior-practitioner-of-the-team": the built-in relationships that are roles in a place.
std::optional<std::string> acting(const std::string& who) {
    if (who == "manager-of-the-area")
        return "service-manager";
    if (who == "senior-practitioner-of-the-team" || who == "senior-practitioner-who-supervises")
        return "senior-practitioner";
    return std::nullopt;
}

std::vector<WorkerNumber> of_team_acting(const Authority& authority, const Pack& pack, const TeamNumber& team, std::string_view acts_as) {
    std::vector<WorkerNumber> all;
    for (const auto* worker : authority.workers_in(team))
        if (pack.acts_as(worker->role) == acts_as)
            add(all, worker->worker);
    return all;
}

struct ForChild {
    const record::Child& child;
    const Authority& authority;
    const Pack& pack;
    Day day{};
    EntryId starting{};
    const Holders& holders;

    // With this relationship on the day, else whoever had it last.
    std::vector<WorkerNumber> related(const std::string& relationship) const {
        std::vector<WorkerNumber> all;
        for (const auto* allocation : child.allocated_on(day))
            if (allocation->relationship == relationship)
                add(all, allocation->worker);
        const record::Allocation* last = nullptr;
        for (const auto& history : child.allocations) {
            const auto& one = history.now();
            if (one.relationship == relationship && one.until && *one.until < day && (!last || *one.until >= *last->until))
                last = &one;
        }
        if (all.empty() && last)
            add(all, last->worker);
        return all;
    }

    std::optional<WorkerNumber> worker() const {
        auto all = related("allocated-worker");
        return all.empty() ? std::nullopt : std::optional(all.front());
    }

    std::optional<TeamNumber> team() const {
        const auto* known = worker() ? as_on(authority, *worker(), day) : nullptr;
        return known ? std::optional(known->team) : std::nullopt;
    }

    std::vector<WorkerNumber> author() const {
        const auto* entry = starting.is_zero() ? nullptr : child.find(starting);
        return entry ? std::vector<WorkerNumber>{entry->entry.said.recorded_by.worker} : related("allocated-worker");
    }

    // Who wrote down one of its meetings or was there, up to that day.
    std::vector<WorkerNumber> core_group() const {
        std::vector<WorkerNumber> all;
        for (const auto& [worker, since] : core_group_of(child))
            if (since <= day && authority.worker(worker))
                add(all, worker);
        return all;
    }

    std::vector<WorkerNumber> in_a_relationship(const std::string& who) const {
        if (who == "author" || who == "chair")
            return author();
        if (who == "core-group-member")
            return core_group();
        if (who == "lead-professional" || who == "owner")
            return related("allocated-worker");
        if (!worker())
            return {};
        auto line = authority.line_above_on(*worker(), day);
        if (who == "line-of-management")
            return line;
        if (who == "supervisor" && !line.empty())
            return {line.front()};
        if (auto acts = acting(who)) {
            auto here = who == "manager-of-the-area" || !team() ? std::vector<WorkerNumber>{} : of_team_acting(authority, pack, *team(), *acts);
            return here.empty() ? in_line(authority, pack, *worker(), *acts, day) : here;
        }
        return {};
    }

    std::vector<WorkerNumber> with_role(const std::string& role) const {
        std::vector<WorkerNumber> on_record;
        for (const auto* allocation : child.allocated_on(day))
            if (const auto* known = as_on(authority, allocation->worker, day); allocation->relationship == role || (known && known->role == role))
                add(on_record, allocation->worker);
        if (!on_record.empty())
            return on_record;
        auto line = worker() ? in_line(authority, pack, *worker(), role, day) : std::vector<WorkerNumber>{};
        return line.empty() ? all_who_hold(holders, role, team()) : line;
    }

    std::vector<WorkerNumber> who(const std::string& said) const {
        auto all = related(said);
        if (all.empty())
            all = pack.roles.contains(said) ? with_role(said) : in_a_relationship(said);
        return all;
    }

    // Where nobody answers, the team manager does.
    std::vector<WorkerNumber> manager() const {
        if (!worker())
            return all_who_hold(holders, "team-manager", std::nullopt);
        auto line = in_line(authority, pack, *worker(), "team-manager", day);
        return line.empty() && team() ? of_team_acting(authority, pack, *team(), "team-manager") : line;
    }
};

// What a pack's setting names ("setting reviewer") is the role itself.
std::string without_setting(const std::string& who, const Pack& pack, Day day) {
    return who.starts_with("setting ") ? pack.setting(std::string_view(who).substr(8), day) : who;
}

} // namespace

const Holders::Held& Holders::of(const std::string& role) const {
    auto [known, is_new] = m_known.try_emplace(role);
    if (is_new)
        for (const auto& history : m_authority.workers)
            if (const auto* worker = m_authority.worker_on(history.now().worker, m_day); worker && worker->working && worker->role == role)
                known->second.emplace_back(worker->worker, worker->team);
    return known->second;
}

std::vector<WorkerNumber> workers_for_child(const std::vector<std::string>& whom, const record::Child& child, const Authority& authority,
                                            const Pack& pack, Day day, const EntryId& starting) {
    return workers_for_child(whom, child, authority, pack, day, starting, Holders(authority, day));
}

std::vector<WorkerNumber> workers_for_child(const std::vector<std::string>& whom, const record::Child& child, const Authority& authority,
                                            const Pack& pack, Day day, const EntryId& starting, const Holders& holders) {
    const ForChild asked{child, authority, pack, day, starting, holders};
    std::vector<WorkerNumber> all;
    bool somebody_here = false;
    for (const auto& said : whom) {
        auto who = without_setting(said, pack, day);
        if (is_outsider(who))
            continue;
        somebody_here = true;
        for (const auto& worker : asked.who(who))
            add(all, worker);
    }
    return all.empty() && somebody_here ? asked.manager() : all;
}

std::vector<WorkerNumber> workers_for_child(const std::string& who, const record::Child& child, const Authority& authority, const Pack& pack, Day day,
                                            const EntryId& starting) {
    return workers_for_child(std::vector<std::string>{who}, child, authority, pack, day, starting);
}

std::vector<WorkerNumber> workers_for_worker(const std::string& who, const WorkerNumber& worker, const Authority& authority, const Pack& pack, Day day) {
    auto said = without_setting(who, pack, day);
    if (said == "owner" || said == "author" || said == "allocated-worker")
        return {worker};
    auto line = authority.line_above_on(worker, day);
    if (said == "line-of-management")
        return line;
    if (said == "supervisor" || said == "senior-practitioner-who-supervises")
        return line.empty() ? std::vector<WorkerNumber>{} : std::vector<WorkerNumber>{line.front()};
    auto found = in_line(authority, pack, worker, acting(said).value_or(said), day);
    const auto* known = as_on(authority, worker, day);
    return found.empty() ? all_who_hold(Holders(authority, day), said, known ? std::optional(known->team) : std::nullopt) : found;
}

std::vector<WorkerNumber> workers_for_team(const std::string& who, const TeamNumber& team, const Authority& authority, const Pack& pack, Day day) {
    auto said = without_setting(who, pack, day);
    auto manager = of_team_acting(authority, pack, team, "team-manager");
    if (said == "team-manager" || said == "supervisor" || said == "owner" || said == "author" || said == "chair")
        return manager;
    for (const auto& one : manager)
        if (auto above = in_line(authority, pack, one, acting(said).value_or(said), day); !above.empty())
            return above;
    return all_who_hold(Holders(authority, day), said, team);
}

std::vector<WorkerNumber> workers_for_authority(const std::string& who, const Authority& authority, const Pack& pack, Day day) {
    auto said = without_setting(who, pack, day);
    return all_who_hold(Holders(authority, day), acting(said).value_or(said), std::nullopt);
}

} // namespace lifestory::policy
