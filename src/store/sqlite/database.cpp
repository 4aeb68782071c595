#include "store/sqlite/database.h"

#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace lifestory::store::sqlite {

namespace {

constexpr int wait_for_a_lock_ms = 10'000;

[[noreturn]] void fail(const SQLite::Exception& error) {
    throw DatabaseFault(std::string("SQLite: ") + error.what(), error.getExtendedErrorCode());
}

// Every call to SQLiteCpp goes through here, so that its exceptions leave as ours.
template <class Action>
decltype(auto) guarded(Action&& action) {
    try {
        return action();
    } catch (const SQLite::Exception& error) {
        fail(error);
    }
}

// SQLite would let everybody read the files that it makes; those beside it (-wal, -shm) follow the first. One that is
// there is not opened: closing it again would drop this process's locks on it.
void make_for_owner(const std::filesystem::path& file) {
    int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0)
        ::close(made);
}

constexpr const char* writer_settings = "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; "
                                        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; "
                                        "PRAGMA wal_autocheckpoint=2000;";
constexpr const char* reader_settings = "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4096; "
                                        "PRAGMA mmap_size=805306368;";

} // namespace

bool DatabaseFault::is_full() const { return (m_code & 0xff) == SQLITE_FULL; }

bool DatabaseFault::is_machine() const {
    switch (m_code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return true;
    }
    return false;
}

struct Statement::State {
    State(SQLite::Database& database, const char* sql) : statement(database, sql) {}
    SQLite::Statement statement;
};

struct Database::State {
    State(const std::filesystem::path& file, int flags) : connection(file.string(), flags, wait_for_a_lock_ms) {}
    SQLite::Database connection;
    std::unordered_multimap<std::string_view, std::unique_ptr<Statement::State>> kept;
};

Statement::Statement(Database& database, std::string_view sql, std::unique_ptr<State> state)
    : m_database(&database), m_sql(sql), m_state(std::move(state)) {}

Statement::Statement(Statement&&) noexcept = default;

Statement::~Statement() {
    if (!m_state)
        return;
    m_state->statement.tryReset();
    try {
        m_state->statement.clearBindings();
        m_database->m_state->kept.emplace(m_sql, std::move(m_state));
    } catch (const std::exception&) {
        m_state.reset(); // a statement that cannot be cleared is prepared anew next time
    }
}

Statement& Statement::integer(int parameter, std::int64_t value) {
    guarded([&] { m_state->statement.bind(parameter, value); });
    return *this;
}

Statement& Statement::text(int parameter, std::string_view value) {
    guarded([&] { m_state->statement.bind(parameter, std::string(value)); });
    return *this;
}

Statement& Statement::blob(int parameter, std::string_view value) {
    const char* bytes = value.empty() ? "" : value.data(); // a null pointer would be bound as NULL
    guarded([&] { m_state->statement.bind(parameter, static_cast<const void*>(bytes), static_cast<int>(value.size())); });
    return *this;
}

Statement& Statement::null(int parameter) {
    guarded([&] { m_state->statement.bind(parameter); });
    return *this;
}

bool Statement::step() {
    return guarded([&] { return m_state->statement.executeStep(); });
}

void Statement::run() {
    while (step())
        ;
}

std::int64_t Statement::integer_at(int column) const {
    return guarded([&] { return m_state->statement.getColumn(column).getInt64(); });
}

std::string_view Statement::text_at(int column) const {
    return guarded([&] {
        auto cell = m_state->statement.getColumn(column);
        const char* text = cell.getText("");
        return std::string_view(text, static_cast<std::size_t>(cell.getBytes()));
    });
}

std::string_view Statement::blob_at(int column) const {
    return guarded([&] {
        auto cell = m_state->statement.getColumn(column);
        const void* bytes = cell.getBlob();
        return std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(cell.getBytes()));
    });
}

bool Statement::is_null_at(int column) const {
    return guarded([&] { return m_state->statement.getColumn(column).isNull(); });
}

Database::Database(const std::filesystem::path& file, OpenAs as, Durability durability) {
    if (as == OpenAs::Writer)
        make_for_owner(file);
    int flags = (as == OpenAs::Writer ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READWRITE) |
                SQLITE_OPEN_NOMUTEX;
    guarded([&] { m_state = std::make_unique<State>(file, flags); });
    run(as == OpenAs::Writer ? writer_settings : reader_settings);
    if (as == OpenAs::Writer)
        run(durability == Durability::Full ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=NORMAL;");
}

Database::~Database() = default;

Statement Database::statement(const char* sql) {
    auto kept = m_state->kept.find(std::string_view(sql));
    if (kept != m_state->kept.end()) {
        auto state = std::move(kept->second);
        m_state->kept.erase(kept);
        return {*this, sql, std::move(state)};
    }
    return guarded([&] { return Statement(*this, sql, std::make_unique<Statement::State>(m_state->connection, sql)); });
}

void Database::run(const char* script) {
    guarded([&] { m_state->connection.exec(script); });
}

std::int64_t Database::rows_changed() const { return m_state->connection.getChanges(); }

std::string Database::file() const { return m_state->connection.getFilename(); }

Transaction::Transaction(Database& database, Kind kind) : m_database(database) {
    database.run(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!m_open)
        return;
    try {
        m_database.run("ROLLBACK");
    } catch (const Fault&) {
        // SQLite has rolled back by itself (disk full, for one).
    }
}

void Transaction::commit() {
    m_database.run("COMMIT");
    m_open = false;
}

Savepoint::Savepoint(Database& database) : m_database(database) { database.run("SAVEPOINT act"); }

Savepoint::~Savepoint() {
    if (!m_open)
        return;
    try {
        m_database.run("ROLLBACK TO act; RELEASE act");
    } catch (const Fault&) {
        // The transaction around it is gone already, and this with it.
    }
}

void Savepoint::keep() {
    m_database.run("RELEASE act");
    m_open = false;
}

Connections::Lent::~Lent() {
    std::lock_guard lock(m_from.m_mutex);
    m_from.m_idle.push_back(std::move(m_database));
}

Connections::Lent Connections::borrow() const {
    {
        std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto database = std::move(m_idle.back());
            m_idle.pop_back();
            return {*this, std::move(database)};
        }
    }
    return {*this, std::make_unique<Database>(m_file, OpenAs::Reader)};
}

} // namespace lifestory::store::sqlite
