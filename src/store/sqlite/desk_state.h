// What the parts of SqliteDesk share: the connection, its lock, the desk's key and the sealing of values.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "desk/codec.h"
#include "ledger/keys.h"
#include "store/sqlite/database.h"
#include "store/sqlite/desk.h"
#include "store/sqlite/desk_statements.h"

namespace lifestory::store::sqlite {

struct SqliteDesk::State {
    State(const std::filesystem::path& file, const ledger::SecretKey& master);

    std::recursive_mutex mutex;
    Database database;
    ledger::SecretKey key;   // seals accounts and sessions, wraps the drafts' keys
    Bytes email_key;         // of the keyed hash of e-mail addresses
    ledger::Cipher cipher;

    Bytes seal(const ledger::SecretKey& under, std::string_view words, const std::string& bound);
    std::string open(const ledger::SecretKey& under, std::string_view sealed, const std::string& bound); // Fault if not ours
    Bytes seal(std::string_view words, const std::string& bound) { return seal(key, words, bound); }
    std::string open(std::string_view sealed, const std::string& bound) { return open(key, sealed, bound); }
};

inline std::string account_bound_to(WorkerNumber worker) { return "account " + worker.hex(); } // what its secrets are sealed with
inline std::int64_t milliseconds(desk::Instant at) { return at.time_since_epoch().count(); }
inline desk::Instant instant(std::int64_t at) { return desk::Instant(std::chrono::milliseconds(at)); }

} // namespace lifestory::store::sqlite
