// One connection to one SQLite file: settings, prepared statements kept by their text, transactions. One thread at a
// time. Statements are named constants beside their store, always with bound values; what they mean is for the stores.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "base/numbers.h"

namespace lifestory::store::sqlite {

// SQLite said no: a Fault with its code (www.sqlite.org/rescode.html). `is_machine`: disk, memory or file, not the values.
class DatabaseFault : public Fault {
public:
    DatabaseFault(const std::string& what, int code) : Fault(what), m_code(code) {}
    int code() const { return m_code; }
    bool is_full() const;    // no space left; the transaction can be rolled back
    bool is_machine() const; // full, input/output, memory, corrupt, cannot open

private:
    int m_code;
};

class Database;

// A prepared statement in use; given back when it goes out of scope. Parameters are ?1, ?2 ... from 1, columns from 0.
// Text and blobs are views that live until the next step.
class Statement {
public:
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& integer(int parameter, std::int64_t value);
    Statement& text(int parameter, std::string_view value);
    Statement& blob(int parameter, std::string_view value);
    Statement& null(int parameter);
    template <class Kind>
    Statement& number(int parameter, const Number128<Kind>& value) { return blob(parameter, value.view()); }

    bool step(); // true: there is a row
    void run();  // to the end; for statements without rows

    std::int64_t integer_at(int column) const;
    std::string_view text_at(int column) const;
    std::string_view blob_at(int column) const; // empty for null
    bool is_null_at(int column) const;
    template <class Number>
    Number number_at(int column) const { // Fault unless it is 16 bytes
        auto raw = blob_at(column);
        if (raw.size() != 16)
            throw Fault("A number in the database has not 16 bytes.");
        return Number::from_bytes(raw);
    }

private:
    friend class Database;
    struct State;
    Statement(Database& database, std::string_view sql, std::unique_ptr<State> state);
    Database* m_database;
    std::string_view m_sql;
    std::unique_ptr<State> m_state;
};

enum class OpenAs { Writer, Reader };
enum class Durability { Full, Normal }; // Full: WAL flushed at each commit

class Database {
public:
    Database(const std::filesystem::path& file, OpenAs as, Durability durability = Durability::Full);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Statement statement(const char* sql); // `sql` must be a constant: it is the key under which it is kept
    void run(const char* script);         // several statements without values, for a schema
    std::int64_t rows_changed() const;    // by the latest statement
    std::string file() const;

private:
    friend class Statement;
    struct State;
    std::unique_ptr<State> m_state;
};

// Rolled back when it goes out of scope without a commit.
class Transaction {
public:
    enum class Kind { Read, Write };
    Transaction(Database& database, Kind kind);
    ~Transaction();
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

class Savepoint {
public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    void keep();

private:
    Database& m_database;
    bool m_open = true;
};

// Reading connections, lent one to a thread at a time.
class Connections {
public:
    explicit Connections(std::filesystem::path file) : m_file(std::move(file)) {}

    class Lent {
    public:
        Lent(const Connections& from, std::unique_ptr<Database> database) : m_from(from), m_database(std::move(database)) {}
        ~Lent();
        Lent(const Lent&) = delete;
        Lent& operator=(const Lent&) = delete;
        Database& operator*() const { return *m_database; }
        Database* operator->() const { return m_database.get(); }

    private:
        const Connections& m_from;
        std::unique_ptr<Database> m_database;
    };
    Lent borrow() const;

private:
    std::filesystem::path m_file;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Database>> m_idle;
};

} // namespace lifestory::store::sqlite
