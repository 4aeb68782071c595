// What the parts of the SQLite ledger share: its files, its schema, its statements for reading, and how a stored
// entry is opened. Private to ledger*.cpp.
#pragma once

#include "ledger/sealed.h"
#include "ledger/tiles.h"
#include "store/sqlite/keys.h"

namespace lifestory::store::sqlite {

struct Book {
    Book(const std::filesystem::path& in, const ledger::SecretKey& master, OpenAs as, std::uint64_t sealings)
        : folder(in), keys(in, master, as), readers(in / "ledger.sqlite"), sealings_per_key(sealings) {}

    std::filesystem::path folder;
    KeyStore keys;
    Connections readers;
    ledger::SigningKey signing;
    std::uint64_t sealings_per_key;
};

std::filesystem::path ledger_file(const std::filesystem::path& folder);
void prepare_book(Database& database); // the ledger's tables, where they are not there yet

std::uint64_t book_size(Database& database);                  // by the entries themselves
std::string newest_checkpoint(Database& database);            // empty: none
std::uint64_t stream_length(Database& database, RecordNumber record);
ledger::Edge load_edge(Database& database, std::uint64_t size); // from full tiles and the last headers

// Proofs from full tiles and the edge; Fault when a tile is not whole.
std::vector<Digest> prove(Database& database, const ledger::Edge& edge, const std::vector<ledger::Step>& steps);

// Rows of `SELECT number, record, place, header, body FROM entries`, as views until the next step.
extern const char* const select_entry;     // number
extern const char* const select_stream;    // record, from place
extern const char* const select_numbers;   // from, before
ledger::StoredEntry stored_entry(const Statement& row);

// Opens entries with all checks of design section 3. Refuses "key-destroyed"; Fault when the book lies.
class Opener {
public:
    Opener(const Book& book, Database& database) : m_book(book), m_database(database) {}
    Result<ledger::OpenedEntry> open(const ledger::StoredEntry& stored);

private:
    Result<ledger::OpenedEntry> open_unproven(const ledger::StoredEntry& stored);
    Outcome prove_key(const KeyName& name);

    const Book& m_book;
    Database& m_database;
    ledger::Cipher m_cipher;
};

std::int64_t row_number(std::uint64_t number); // as SQLite keeps it
KeyName key_for_place(const Book& book, RecordNumber record, std::uint64_t place);

} // namespace lifestory::store::sqlite
