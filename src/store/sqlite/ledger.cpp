#include "store/sqlite/ledger.h"

#include <sodium.h>

#include <fmt/format.h>

#include "store/sqlite/ledger_arriving.h"
#include "store/sqlite/ledger_files.h"
#include "store/sqlite/ledger_health.h"
#include "store/sqlite/ledger_verify.h"
#include "store/sqlite/ledger_writer.h"
#include "store/sqlite/projection.h"

namespace lifestory::store::sqlite {

namespace {

constexpr const char* insert_first_checkpoint = "INSERT INTO checkpoints (size, note) VALUES (0, ?1)";

Outcome check_head(const ledger::Edge& edge, const std::string& note, const ledger::SigningKey& signing) {
    auto head = ledger::read_checkpoint(note, ledger::verifier_key(signing));
    if (!head || head->size != edge.size() || head->root != edge.root())
        return refuse("book-wrong", "The newest checkpoint is not that of the entries in ledger.sqlite. "
                                    "Run 'lifestory verify' to see what was changed.");
    return Nothing{};
}

void make_folder(const std::filesystem::path& folder) {
    if (std::filesystem::create_directories(folder))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

// Who this is; in an empty folder founded now, with a first checkpoint of no entries, so that there is always one.
Result<ledger::SigningKey> installation(Book& book, Database& database) {
    auto signing = book.keys.signing_key();
    bool is_empty = newest_checkpoint(database).empty() && book_size(database) == 0;
    if (!is_empty && !signing && signing.refusal().code == "not-founded")
        return refuse("keys-missing", "keys.sqlite does not hold this ledger's keys: put back its copy before you start.");
    if (!is_empty || (!signing && signing.refusal().code != "not-founded"))
        return signing;
    auto key = signing ? *signing : book.keys.found_installation();
    auto note = ledger::sign({key.name, 0, ledger::empty_root()}, key);
    database.statement(insert_first_checkpoint).text(1, note).run();
    return key;
}

} // namespace

struct SqliteLedger::Parts {
    explicit Parts(const LedgerSettings& settings)
        : book(settings.folder, settings.master_key,
               settings.opening == Opening::ForWriting ? OpenAs::Writer : OpenAs::Reader, settings.sealings_per_key) {}

    Book book;
    std::unique_ptr<LedgerWriter> writer; // null when opened for reading

    LedgerWriter& writing() const {
        if (!writer)
            throw Fault("This ledger was opened for reading.");
        return *writer;
    }
    ledger::Edge edge(Database& database) const {
        return writer ? writer->edge() : load_edge(database, book_size(database));
    }
};

SqliteLedger::SqliteLedger(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

SqliteLedger::~SqliteLedger() = default;

Result<ledger::Appended> SqliteLedger::append(ledger::Append act) { return m_parts->writing().append(std::move(act)); }

Result<std::vector<ledger::OpenedEntry>> SqliteLedger::read(RecordNumber record) const { return read_from(record, 0); }

Result<std::vector<ledger::OpenedEntry>> SqliteLedger::read_from(RecordNumber record, std::uint64_t place) const {
    auto database = m_parts->book.readers.borrow();
    auto row = database->statement(select_stream);
    row.number(1, record).integer(2, row_number(place));
    Opener opener(m_parts->book, *database);
    std::vector<ledger::OpenedEntry> entries;
    for (; row.step(); ++place) {
        auto stored = stored_entry(row);
        if (stored.place != place)
            throw Fault(fmt::format("Record {} lacks its entry at place {}. Run 'lifestory verify'.", record.hex(), place));
        entries.push_back(TRY(opener.open(stored)));
    }
    if (entries.empty() && stream_length(*database, record) == 0)
        return refuse("not-found", "There is no such record.");
    return entries;
}

Result<ledger::OpenedEntry> SqliteLedger::read_entry(EntryNumber number) const {
    auto database = m_parts->book.readers.borrow();
    auto row = database->statement(select_entry);
    row.integer(1, row_number(number));
    if (!row.step())
        return refuse("not-found", "There is no such entry.");
    return Opener(m_parts->book, *database).open(stored_entry(row));
}

std::uint64_t SqliteLedger::length(RecordNumber record) const {
    return stream_length(*m_parts->book.readers.borrow(), record);
}

std::uint64_t SqliteLedger::size() const { return book_size(*m_parts->book.readers.borrow()); }

std::string SqliteLedger::checkpoint() const { return newest_checkpoint(*m_parts->book.readers.borrow()); }

std::string SqliteLedger::verifier_key() const { return ledger::verifier_key(m_parts->book.signing); }

Result<std::vector<Digest>> SqliteLedger::inclusion_proof(EntryNumber number, std::uint64_t tree_size) const {
    auto database = m_parts->book.readers.borrow();
    Transaction transaction(*database, Transaction::Kind::Read);
    auto edge = m_parts->edge(*database);
    if (number >= tree_size || tree_size > edge.size())
        return refuse("not-in-tree", "There is no such entry in a tree of that size.");
    return prove(*database, edge, ledger::inclusion_steps(number, tree_size));
}

Result<std::vector<Digest>> SqliteLedger::consistency_proof(std::uint64_t from, std::uint64_t to) const {
    auto database = m_parts->book.readers.borrow();
    Transaction transaction(*database, Transaction::Kind::Read);
    auto edge = m_parts->edge(*database);
    if (from == 0 || from > to || to > edge.size())
        return refuse("not-in-tree", "The book has had no such two sizes, one after the other.");
    return prove(*database, edge, ledger::consistency_steps(from, to));
}

Result<Bytes> SqliteLedger::seal_beside(RecordNumber record, std::string_view plain) const {
    const auto key = TRY(m_parts->book.keys.find({record, 1}));
    return ledger::Cipher().seal(ledger::key_beside(key, record), plain, record.view());
}

Result<Bytes> SqliteLedger::open_beside(RecordNumber record, std::string_view sealed) const {
    const auto key = TRY(m_parts->book.keys.find({record, 1}));
    return ledger::Cipher().open(ledger::key_beside(key, record), sealed, record.view());
}

Result<ledger::NamedFile> SqliteLedger::keep_file(const ledger::NewFile& file) { return m_parts->writing().keep_file(file); }

Result<ledger::KeptFile> SqliteLedger::open_file(RecordNumber record, FileNumber file) const { return open_kept_file(m_parts->book, record, file); }

Outcome SqliteLedger::begin_file(const ledger::ArrivingFile& file) {
    TRY(m_parts->book.keys.find({file.record, 1}));
    return m_parts->writing().begin_file(file);
}

Result<std::uint64_t> SqliteLedger::add_to_file(const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes) {
    return m_parts->writing().add_to_file(file, from, bytes);
}

Result<LongBytes> SqliteLedger::read_arriving(RecordNumber record, FileNumber file) const { return open_arriving_file(m_parts->book, record, file); }

// Counted before the one transaction begins: others go on writing meanwhile.
Result<ledger::NamedFile> SqliteLedger::finish_file(RecordNumber record, FileNumber file) {
    const auto bytes = TRY(read_arriving(record, file));
    return m_parts->writing().finish_file(record, {file, bytes.length, sha256(bytes)});
}

std::vector<ledger::ArrivingFile> SqliteLedger::arriving_files() const { return sqlite::arriving_files(*m_parts->book.readers.borrow()); }

void SqliteLedger::drop_file(RecordNumber record, FileNumber file) { m_parts->writing().drop_file(record, file); }

std::vector<ledger::WaitingFile> SqliteLedger::waiting_files() const { return sqlite::waiting_files(*m_parts->book.readers.borrow()); }

ledger::Verified SqliteLedger::verify() const { return verify_book(m_parts->book, {}); }

ledger::Verified SqliteLedger::verify(RecordNumber record) const { return verify_record(m_parts->book, record); }

ledger::Verified SqliteLedger::verify_against(std::string_view older_note) const {
    return verify_book(m_parts->book, older_note);
}

Result<std::uint64_t> SqliteLedger::rebuild() {
    return m_parts->writing().rebuild();
}

Health SqliteLedger::check_health() const { return health_of(m_parts->book); }

Result<std::unique_ptr<SqliteLedger>> open_ledger(const LedgerSettings& settings) {
    if (sodium_init() < 0)
        throw Fault("libsodium does not start.");
    bool writing = settings.opening == Opening::ForWriting;
    if (!writing && !std::filesystem::exists(ledger_file(settings.folder)))
        return refuse("not-founded", fmt::format("The folder {} holds no ledger.", settings.folder.string()));
    if (!writing) {
        auto parts = std::make_unique<SqliteLedger::Parts>(settings);
        parts->book.signing = TRY(parts->book.keys.signing_key());
        return std::unique_ptr<SqliteLedger>(new SqliteLedger(std::move(parts)));
    }
    make_folder(settings.folder);
    auto lock = FolderLock::take(settings.folder);
    if (!lock)
        return refuse("in-use", fmt::format("Another lifestory writes to {}: stop it first.", settings.folder.string()));
    auto database = std::make_unique<Database>(ledger_file(settings.folder), OpenAs::Writer);
    prepare_book(*database);
    prepare_files(*database);
    prepare_arriving(*database);
    prepare_projection(*database);
    auto parts = std::make_unique<SqliteLedger::Parts>(settings);
    parts->book.signing = TRY(installation(parts->book, *database));
    auto edge = load_edge(*database, book_size(*database));
    TRY(check_head(edge, newest_checkpoint(*database), parts->book.signing));
    parts->writer = std::make_unique<LedgerWriter>(parts->book, std::move(*lock), std::move(database), std::move(edge));
    return std::unique_ptr<SqliteLedger>(new SqliteLedger(std::move(parts)));
}

} // namespace lifestory::store::sqlite
