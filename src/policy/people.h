// Whom a rule means by a role or a relationship, for one child on one day (packs.md, "People"): the inverse of roles_on.
// Outsiders (a parent, a carer, the child, a notifier) are nobody who works here.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "policy/pack.h"
#include "record/authority.h"
#include "record/child.h"

namespace lifestory::policy {

using calendar::Day;

// Who holds each role on a day, looked for once: for whoever asks about many children. One thread at a time.
class Holders {
public:
    Holders(const record::Authority& authority, Day day) : m_authority(authority), m_day(day) {}
    using Held = std::vector<std::pair<WorkerNumber, TeamNumber>>; // who work here, with their team
    const Held& of(const std::string& role) const;

private:
    const record::Authority& m_authority;
    Day m_day{};
    mutable std::map<std::string, Held> m_known;
};

// For a child: who answers to `who` on that day. A relationship is resolved on the day; a role is who holds it in the allocated worker's
// line or on the record, else all who hold it, those of the team first. On a record whose work has ended it means the last
// ones. Where nobody answers, the team manager does. `starting`: the entry by whose author "author" and "chair" are known.
std::vector<WorkerNumber> workers_for_child(const std::string& who, const record::Child& child, const record::Authority& authority,
                                            const Pack& pack, Day day, const EntryId& starting = {});

// For a rule about a worker ("supervisor", "owner": the worker), and about a team ("team-manager") or the authority ("head-of-service").
std::vector<WorkerNumber> workers_for_worker(const std::string& who, const WorkerNumber& worker, const record::Authority& authority,
                                             const Pack& pack, Day day);
std::vector<WorkerNumber> workers_for_team(const std::string& who, const TeamNumber& team, const record::Authority& authority,
                                           const Pack& pack, Day day);
std::vector<WorkerNumber> workers_for_authority(const std::string& who, const record::Authority& authority, const Pack& pack, Day day);

// All of several, each once, in the order asked; the team manager where none of them is anybody.
std::vector<WorkerNumber> workers_for_child(const std::vector<std::string>& whom, const record::Child& child, const record::Authority& authority,
                                            const Pack& pack, Day day, const EntryId& starting = {});
std::vector<WorkerNumber> workers_for_child(const std::vector<std::string>& whom, const record::Child& child, const record::Authority& authority,
                                            const Pack& pack, Day day, const EntryId& starting, const Holders& holders);

} // namespace lifestory::policy
