// The one way in: a thread that gathers waiting acts and stores each group in one transaction. After a failed flush it
// stops for good: what the disk then holds is not known. Private to ledger.cpp.
#pragma once

#include <condition_variable>
#include <future>
#include <thread>

#include "store/sqlite/ledger_group.h"

namespace lifestory::store::sqlite {

// Held by the one process that writes to a folder.
class FolderLock {
public:
    static std::optional<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : m_file(file) {}
    int m_file;
};

class LedgerWriter {
public:
    LedgerWriter(Book& book, FolderLock lock, std::unique_ptr<Database> database, ledger::Edge edge);
    ~LedgerWriter();

    Result<ledger::Appended> append(ledger::Append act);
    Result<ledger::NamedFile> keep_file(const ledger::NewFile& file);
    void drop_file(RecordNumber record, FileNumber file);
    Outcome begin_file(const ledger::ArrivingFile& file);
    Result<std::uint64_t> add_to_file(const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes);
    Result<ledger::NamedFile> finish_file(RecordNumber record, const ledger::NamedFile& file);
    std::uint64_t rebuild();
    ledger::Edge edge() const; // of the newest commit

private:
    struct Waiting {
        explicit Waiting(ledger::Append append) : act(std::move(append)) {}
        Act act;
        std::promise<Result<ledger::Appended>> answer;
    };
    using Acts = std::vector<std::unique_ptr<Waiting>>;

    void write_until_stopped(std::stop_token stop);
    Acts next_acts(std::stop_token stop);
    void store(Acts& acts);
    std::vector<Answer> store_group(const Acts& acts);
    template <class Step>
    auto in_one_transaction(Step step) -> decltype(step(*std::declval<Database*>())); // of files: a full disk is refused
    void stop_if_unsafe(const DatabaseFault& fault);

    Book& m_book;
    FolderLock m_lock;
    std::mutex m_writing; // held through one transaction
    std::unique_ptr<Database> m_database;

    mutable std::mutex m_mutex; // of what follows
    std::condition_variable_any m_arrived;
    Acts m_waiting;
    ledger::Edge m_edge;
    std::string m_stopped; // why no more is taken; empty while all is well

    std::jthread m_thread; // last, so that it ends first
};

} // namespace lifestory::store::sqlite
