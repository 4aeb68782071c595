// The ledger kept in SQLite: DATA/ledger.sqlite (entries, tree, forms, and the lists across children) and
// DATA/keys.sqlite. One writer thread shares commits; readers have connections of their own.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "ledger/keys.h"
#include "ledger/ledger.h"

namespace lifestory::store::sqlite {

enum class Opening {
    ForWriting, // makes what is missing; one process at a time
    ForReading, // verify and doctor, also while another process writes
};

struct LedgerSettings {
    std::filesystem::path folder;
    ledger::SecretKey master_key;
    Opening opening = Opening::ForWriting;
    std::uint64_t sealings_per_key = 1 << 20; // then the record gets its next key; never changed in a folder's life
};

// What `doctor` tells of this ledger: figures, and what is wrong in words that say what to do.
struct Health {
    std::chrono::microseconds flush{};  // one small write and fdatasync in the folder, the middle of several
    std::uint64_t entries = 0;
    std::uint64_t records = 0;          // with a key
    std::uint64_t bytes = 0;            // of all files in the folder
    std::vector<std::string> wrong;
    std::vector<std::string> advice;
};

class SqliteLedger : public ledger::Ledger {
public:
    ~SqliteLedger() override;

    Result<ledger::Appended> append(ledger::Append act) override;
    Result<std::vector<ledger::OpenedEntry>> read(RecordNumber record) const override;
    Result<std::vector<ledger::OpenedEntry>> read_from(RecordNumber record, std::uint64_t place) const override;
    Result<ledger::OpenedEntry> read_entry(EntryNumber number) const override;
    std::uint64_t length(RecordNumber record) const override;
    std::uint64_t size() const override;
    std::string checkpoint() const override;
    std::string verifier_key() const override;
    Result<std::vector<Digest>> inclusion_proof(EntryNumber number, std::uint64_t tree_size) const override;
    Result<std::vector<Digest>> consistency_proof(std::uint64_t from, std::uint64_t to) const override;
    Result<Bytes> seal_beside(RecordNumber record, std::string_view plain) const override;
    Result<Bytes> open_beside(RecordNumber record, std::string_view sealed) const override;
    Result<ledger::NamedFile> keep_file(const ledger::NewFile& file) override;
    Result<ledger::KeptFile> open_file(RecordNumber record, FileNumber file) const override;
    void drop_file(RecordNumber record, FileNumber file) override;
    Outcome begin_file(const ledger::ArrivingFile& file) override;
    Result<std::uint64_t> add_to_file(const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes) override;
    Result<LongBytes> read_arriving(RecordNumber record, FileNumber file) const override;
    Result<ledger::NamedFile> finish_file(RecordNumber record, FileNumber file) override;
    std::vector<ledger::ArrivingFile> arriving_files() const override;
    std::vector<ledger::WaitingFile> waiting_files() const override;
    ledger::Verified verify() const override;
    ledger::Verified verify(RecordNumber record) const override;
    ledger::Verified verify_against(std::string_view older_note) const override;

    // Drops the lists across children and makes them again from the entries, in one transaction; the entries replayed.
    Result<std::uint64_t> rebuild();
    Health check_health() const;

private:
    friend Result<std::unique_ptr<SqliteLedger>> open_ledger(const LedgerSettings& settings);
    struct Parts;
    explicit SqliteLedger(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

// Refuses "in-use", "not-founded", "master-key-wrong" and "book-wrong" (its newest checkpoint is not that of its
// entries; opens for reading all the same, so that `verify` can say where).
Result<std::unique_ptr<SqliteLedger>> open_ledger(const LedgerSettings& settings);

} // namespace lifestory::store::sqlite
