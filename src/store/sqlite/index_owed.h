// What is owed across children, in a SQLite file of its own (owed.sqlite): it is derived, so its loss costs time alone,
// and writing much of it never makes a signature wait. Private to index.cpp.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <unordered_map>

#include "index/owed.h"
#include "store/sqlite/database.h"
#include "store/sqlite/owed_bytes.h"

namespace lifestory::store::sqlite {

class OwedLists {
public:
    explicit OwedLists(std::filesystem::path file) : m_file(file), m_readers(std::move(file)) {}

    void replace(std::span<const index::OwedOfRecord> records);
    void drop();
    std::optional<index::OwedStanding> standing(RecordNumber record) const;
    std::vector<index::OwedStanding> standings() const;
    std::optional<std::string> outline(RecordNumber record) const;
    std::vector<index::OwedRow> all_of(RecordNumber record) const;
    std::vector<index::OwedRow> open_of(RecordNumber record, calendar::Day until) const;
    std::vector<index::OwedRow> open_between(calendar::Day from, calendar::Day to) const;
    std::vector<index::KeptRow> kept(std::chrono::year_month from, std::chrono::year_month to) const;
    std::string dump() const;

private:
    Connections::Lent reader() const; // makes the file at the first question
    Database& writer() const;         // with m_writing held
    void load_words(Database& database) const;
    Code code_of(Database& database, std::string_view word);
    std::string word_of(Code code) const;
    index::OwedStanding standing_at(const Statement& row) const;
    std::vector<index::OwedRow> rows_at(Statement statement) const;
    void write_one(Database& database, const index::OwedOfRecord& one);
    void write_closed(Database& database, const index::OwedOfRecord& one);
    static void write_outline(Database& database, const index::OwedOfRecord& one);
    void write_open(Database& database, const index::OwedOfRecord& one);

    std::filesystem::path m_file;
    Connections m_readers;
    mutable std::mutex m_writing;
    mutable std::unique_ptr<Database> m_writer;
    mutable std::atomic<bool> m_is_made = false; // readers need not wait for a batch that is being written
    mutable std::shared_mutex m_naming; // of the words
    mutable std::vector<std::string> m_words;
    struct WordHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    mutable std::unordered_map<std::string, Code, WordHash, std::equal_to<>> m_codes;
};

} // namespace lifestory::store::sqlite
