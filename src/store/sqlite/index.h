// The lists across children, in the ledger's own SQLite file. Writing is the projection's (projection.h), within the
// ledger's transaction; this reads.
#pragma once

#include <filesystem>

#include "index/index.h"
#include "store/sqlite/database.h"
#include "store/sqlite/index_owed.h"

namespace lifestory::store::sqlite {

class SqliteIndex : public index::Index {
public:
    explicit SqliteIndex(std::filesystem::path ledger_file); // the file that SqliteLedger has opened

    std::optional<index::EntryRow> find(EntryId entry) const override;
    std::vector<index::EntryRow> entries_of_kind(RecordNumber record, std::string_view kind) const override;
    std::vector<RecordNumber> children() const override;
    std::vector<RecordNumber> families() const override;
    std::optional<RecordNumber> authority() const override;
    std::optional<RecordNumber> looks() const override;
    std::vector<index::ChildRow> children_of(RecordNumber family) const override;
    std::optional<index::ChildRow> family_of(RecordNumber child) const override;
    std::vector<index::AllocationRow> allocations_of(WorkerNumber worker) const override;
    std::vector<index::AllocationRow> allocations_of(RecordNumber record) const override;
    std::vector<index::EntryRow> naming_entries(EntryNumber from) const override;
    std::vector<index::EntryRow> waiting_for_a_manager(std::span<const WorkerNumber> authors) const override;
    std::vector<index::CorrectionAskedRow> corrections_asked(std::span<const WorkerNumber> askers) const override;
    std::vector<index::ReleaseRow> not_yet_released(std::span<const WorkerNumber> decided_by) const override;
    std::optional<index::ReleaseRow> release_of(EntryId entry) const override;
    std::vector<EntryNumber> looks_at(RecordNumber record) const override;
    std::vector<EntryNumber> emergencies() const override;
    void replace_owed(std::span<const index::OwedOfRecord> records) override { m_owed.replace(records); }
    void drop_owed() override { m_owed.drop(); }
    std::optional<index::OwedStanding> owed_standing(RecordNumber record) const override { return m_owed.standing(record); }
    std::vector<index::OwedStanding> owed_standings() const override { return m_owed.standings(); }
    std::optional<std::string> owed_outline(RecordNumber record) const override { return m_owed.outline(record); }
    std::vector<index::OwedRow> owed_of(RecordNumber record) const override { return m_owed.all_of(record); }
    std::vector<index::OwedRow> owed_open(RecordNumber record, calendar::Day until) const override { return m_owed.open_of(record, until); }
    std::vector<index::OwedRow> owed_open_between(calendar::Day from, calendar::Day to) const override { return m_owed.open_between(from, to); }
    std::vector<index::KeptRow> owed_kept(std::chrono::year_month from, std::chrono::year_month to) const override { return m_owed.kept(from, to); }
    std::string dump_owed() const override { return m_owed.dump(); }
    std::string dump() const override;

private:
    Connections m_readers;
    OwedLists m_owed; // beside it
};

} // namespace lifestory::store::sqlite
