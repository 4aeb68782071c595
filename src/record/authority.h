// The authority's stream, folded: workers, teams and lines of management as they were on any day, the packs that were
// accepted, the holidays declared. What a role may do is for the pack and for access.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/london.h"
#include "record/story.h"

namespace lifestory::record {

// What is said of a worker, a team or a line of management holds from the day that it says, else from when it was written.
template <class T>
Day holds_from(const Beside<T>& said) { return said.happened_on.value_or(calendar::london_day(said.at)); }

struct AskedHelp {
    Beside<HelpAsked> asked;
    std::vector<Beside<HelpAnswered>> answers;
    bool operator==(const AskedHelp&) const = default;
};

struct Authority {
    RecordNumber record;
    std::uint64_t length = 0;
    std::vector<History<Worker>> workers; // in the order in which they were first registered
    std::vector<History<Team>> teams;
    std::vector<History<LineOfManagement>> lines;
    std::vector<Beside<PackAccepted>> packs;
    std::vector<Beside<HolidayDeclared>> holidays;
    std::vector<AskedHelp> help;          // oldest first
    std::vector<Entry> work;              // signed about a worker, a team or the authority: supervision, a team's meeting, a look at the guidance
    std::vector<Entry> apart;             // what belongs in no authority's stream
    std::unordered_map<WorkerNumber, std::size_t> worker_at, line_at; // places in `workers` and `lines`
    bool operator==(const Authority&) const = default;

    const Worker* worker(const WorkerNumber& number) const;             // as now
    const Worker* worker_on(const WorkerNumber& number, Day day) const; // as at the end of that day; null: not yet here
    const Team* team(const TeamNumber& number) const;
    const Team* team_on(const TeamNumber& number, Day day) const;
    std::optional<Author> author(const WorkerNumber& number) const;     // as an entry names its author, now
    std::optional<Author> author_on(const WorkerNumber& number, Day day) const;

    std::optional<WorkerNumber> manager_of(const WorkerNumber& worker) const;
    std::optional<WorkerNumber> manager_of_on(const WorkerNumber& worker, Day day) const;
    std::vector<WorkerNumber> line_above(const WorkerNumber& worker) const;    // nearest first; a circle is cut
    std::vector<WorkerNumber> line_above_on(const WorkerNumber& worker, Day day) const;
    bool stands_above(const WorkerNumber& manager, const WorkerNumber& worker) const; // anywhere in the line above
    std::vector<WorkerNumber> workers_below(const WorkerNumber& manager) const; // all the way down, also those who left
    std::vector<const Worker*> workers_in(const TeamNumber& team) const;        // who work here now

    const AskedHelp* help_asked(const EntryId& asked) const;                    // null: nobody did

    const PackAccepted* pack_in_force() const;                          // the last accepted; null: none
    const PackAccepted* pack_of(std::string_view digest) const;
};

Authority& apply(Authority& authority, const Entry& entry);
Authority fold_authority(std::span<const Entry> entries);

} // namespace lifestory::record
