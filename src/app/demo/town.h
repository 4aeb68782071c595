// The demonstration while it is being filled: the numbers behind the ids, and every record folded as far as it was told.
// Acts are kept here and appended when all of them hold.
#pragma once

#include "app/demo/answers.h"
#include "app/demo/data.h"
#include "casework/act.h"
#include "ledger/ledger.h"
#include "policy/pack.h"
#include "record/authority.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::app::demo {

struct FamilyTold {
    RecordNumber record = RecordNumber::random();
    record::Family family;
    std::map<std::string, PersonNumber, std::less<>> persons;
    std::map<std::string, record::Child, std::less<>> children;             // by the person's id
    std::map<std::pair<std::string, std::string>, EntryId> entries;         // by the entry's id and the child's
    std::map<std::string, std::string, std::less<>> episodes;               // the episode's number
    bool is_opened() const { return family.length > 0; }
};

class Town {
public:
    Town(const policy::Pack& pack, const Data& data, RecordNumber authority, record::Authority told, EntryNumber next);

    const policy::Pack& pack() const { return m_pack; }
    const Data& data() const { return m_data; }
    RecordNumber authority_record() const { return m_authority_record; }
    const record::Authority& authority() const { return m_authority; }
    FamilyTold& family(const FamilyOf& family);

    record::Worker worker(const std::string& id) const;
    record::Team team(const std::string& id) const;
    WorkerNumber number_of(const std::string& worker) const { return m_workers.at(worker); }
    casework::Act act(const std::string& worker, Instant at) const;
    std::string allocated_to(const FamilyOf& family, const std::string& child, Day day) const; // else who comes first
    std::string manager_of_work(const FamilyOf& family, const std::string& child, Day day) const;
    People people_around(const FamilyOf& family, const std::string& child, Day day) const;

    // Keeps what was written, or notes what was refused, with where the data stands.
    void keep(const Result<casework::Writing>& writing, const Stands& at, Instant when);
    policy::Problems& problems() { return m_problems; }
    std::vector<ledger::Append> take_appends() { return std::move(m_appends); }

private:
    void tell(const record::Entry& entry);
    std::uint64_t place_in(RecordNumber record) const;

    const policy::Pack& m_pack;
    const Data& m_data;
    RecordNumber m_authority_record;
    record::Authority m_authority;
    EntryNumber m_next;
    std::map<std::string, WorkerNumber, std::less<>> m_workers;
    std::map<std::string, TeamNumber, std::less<>> m_teams;
    std::map<std::string, FamilyTold> m_families;
    std::vector<ledger::Append> m_appends; // acts of one time are one append
    policy::Problems m_problems;
};

} // namespace lifestory::app::demo
