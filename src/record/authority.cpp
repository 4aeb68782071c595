// What the authority's entries come to.
#include "record/authority.h"

#include <algorithm>
#include <set>

namespace lifestory::record {

namespace {

template <class T>
const T* as_on(const History<T>& history, Day day) {
    const T* found = nullptr;
    for (const auto& each : history.said)
        if (holds_from(each) <= day)
            found = &each.what;
    return found;
}

template <class T>
void say_of_worker(std::vector<History<T>>& all, std::unordered_map<WorkerNumber, std::size_t>& places,
                   const Entry& entry, const T& what) {
    const auto [place, is_new] = places.try_emplace(what.worker, all.size());
    if (is_new)
        all.emplace_back();
    all[place->second].said.push_back(beside(entry, what));
}

void say_of_team(std::vector<History<Team>>& teams, const Entry& entry, const Team& team) {
    auto found =
        std::find_if(teams.begin(), teams.end(), [&](const auto& it) { return it.now().team == team.team; });
    if (found == teams.end())
        found = teams.insert(found, History<Team>{});
    found->said.push_back(beside(entry, team));
}

template <class ManagerOf>
std::vector<WorkerNumber> climb(WorkerNumber worker, ManagerOf manager_of) {
    std::vector<WorkerNumber> above;
    const auto start = worker;
    for (auto manager = manager_of(worker); manager; manager = manager_of(*manager)) {
        if (*manager == start || std::find(above.begin(), above.end(), *manager) != above.end())
            break;
        above.push_back(*manager);
    }
    return above;
}

Author author_from(const Worker& worker, const Team* team) {
    return {worker.worker, worker.full_name, worker.designation, team ? team->name : std::string()};
}

} // namespace

const Worker* Authority::worker(const WorkerNumber& number) const {
    const auto found = worker_at.find(number);
    return found == worker_at.end() ? nullptr : &workers[found->second].now();
}

const Worker* Authority::worker_on(const WorkerNumber& number, Day day) const {
    const auto found = worker_at.find(number);
    return found == worker_at.end() ? nullptr : as_on(workers[found->second], day);
}

const Team* Authority::team(const TeamNumber& number) const {
    for (const auto& one : teams)
        if (one.now().team == number)
            return &one.now();
    return nullptr;
}

const Team* Authority::team_on(const TeamNumber& number, Day day) const {
    for (const auto& one : teams)
        if (one.now().team == number)
            return as_on(one, day);
    return nullptr;
}

std::optional<Author> Authority::author(const WorkerNumber& number) const {
    const auto* found = worker(number);
    return found ? std::optional(author_from(*found, team(found->team))) : std::nullopt;
}

std::optional<Author> Authority::author_on(const WorkerNumber& number, Day day) const {
    const auto* found = worker_on(number, day);
    return found ? std::optional(author_from(*found, team_on(found->team, day))) : std::nullopt;
}

std::optional<WorkerNumber> Authority::manager_of(const WorkerNumber& number) const {
    const auto found = line_at.find(number);
    return found == line_at.end() ? std::nullopt : lines[found->second].now().manager;
}

std::optional<WorkerNumber> Authority::manager_of_on(const WorkerNumber& number, Day day) const {
    const auto found = line_at.find(number);
    const auto* line = found == line_at.end() ? nullptr : as_on(lines[found->second], day);
    return line ? line->manager : std::nullopt;
}

std::vector<WorkerNumber> Authority::line_above(const WorkerNumber& number) const {
    return climb(number, [&](const WorkerNumber& each) { return manager_of(each); });
}

std::vector<WorkerNumber> Authority::line_above_on(const WorkerNumber& number, Day day) const {
    return climb(number, [&](const WorkerNumber& each) { return manager_of_on(each, day); });
}

bool Authority::stands_above(const WorkerNumber& manager, const WorkerNumber& worker) const {
    const auto line = line_above(worker);
    return std::find(line.begin(), line.end(), manager) != line.end();
}

std::vector<WorkerNumber> Authority::workers_below(const WorkerNumber& manager) const {
    std::unordered_map<WorkerNumber, std::vector<WorkerNumber>> managed;
    for (const auto& line : lines)
        if (line.now().manager)
            managed[*line.now().manager].push_back(line.now().worker);
    std::vector<WorkerNumber> below{manager};
    std::set<WorkerNumber> met{manager};
    for (std::size_t at = 0; at < below.size(); ++at)
        if (const auto found = managed.find(below[at]); found != managed.end())
            for (const auto& each : found->second)
                if (met.insert(each).second)
                    below.push_back(each);
    below.erase(below.begin());
    return below;
}

std::vector<const Worker*> Authority::workers_in(const TeamNumber& team_number) const {
    std::vector<const Worker*> all;
    for (const auto& one : workers)
        if (one.now().team == team_number && one.now().working)
            all.push_back(&one.now());
    return all;
}

const PackAccepted* Authority::pack_in_force() const { return packs.empty() ? nullptr : &packs.back().what; }

const PackAccepted* Authority::pack_of(std::string_view digest) const {
    for (const auto& each : packs)
        if (each.what.digest == digest)
            return &each.what;
    return nullptr;
}

const AskedHelp* Authority::help_asked(const EntryId& asked) const {
    const auto found = std::find_if(help.begin(), help.end(), [&](const auto& one) { return one.asked.entry == asked; });
    return found == help.end() ? nullptr : &*found;
}

namespace {

void say_to_asker(Authority& authority, const Entry& entry, const HelpAnswered& answer) {
    for (auto& one : authority.help)
        if (one.asked.entry == answer.asked) {
            one.answers.push_back(beside(entry, answer));
            return;
        }
    authority.apart.push_back(entry);
}

} // namespace

Authority& apply(Authority& authority, const Entry& entry) {
    assert(authority.length == 0 || authority.record == entry.record);
    authority.record = entry.record;
    ++authority.length;
    if (const auto* worker = std::get_if<Worker>(&entry.content))
        say_of_worker(authority.workers, authority.worker_at, entry, *worker);
    else if (const auto* line = std::get_if<LineOfManagement>(&entry.content))
        say_of_worker(authority.lines, authority.line_at, entry, *line);
    else if (const auto* team = std::get_if<Team>(&entry.content))
        say_of_team(authority.teams, entry, *team);
    else if (const auto* pack = std::get_if<PackAccepted>(&entry.content))
        authority.packs.push_back(beside(entry, *pack));
    else if (const auto* holiday = std::get_if<HolidayDeclared>(&entry.content))
        authority.holidays.push_back(beside(entry, *holiday));
    else if (const auto* asked = std::get_if<HelpAsked>(&entry.content))
        authority.help.push_back({beside(entry, *asked), {}});
    else if (const auto* answer = std::get_if<HelpAnswered>(&entry.content))
        say_to_asker(authority, entry, *answer);
    else if (is_signed_work(entry.content))
        authority.work.push_back(entry);
    else
        authority.apart.push_back(entry);
    return authority;
}

Authority fold_authority(std::span<const Entry> entries) {
    Authority authority;
    for (const auto& entry : entries)
        apply(authority, entry);
    return authority;
}

} // namespace lifestory::record
