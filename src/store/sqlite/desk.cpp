#include "store/sqlite/desk.h"

#include "base/fault.h"
#include "store/sqlite/desk_state.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;

namespace {

constexpr std::string_view key_is_of = "the desk's key";

ledger::SecretKey key_of(Database& database, const ledger::SecretKey& master) {
    Transaction transaction(database, Transaction::Kind::Write);
    auto kept = database.statement(desk_key);
    if (kept.step()) {
        auto key = ledger::unwrap(master, kept.blob_at(0), key_is_of);
        if (!key)
            throw Fault("The desk was made under another master key: put the right master.key beside it.");
        return *key;
    }
    auto fresh = ledger::SecretKey::random();
    database.statement(keep_desk_key).blob(1, ledger::wrap(master, fresh, key_is_of)).run();
    transaction.commit();
    return fresh;
}

Database& prepared(Database& database) {
    database.run(schema);
    return database;
}

} // namespace

SqliteDesk::State::State(const std::filesystem::path& file, const ledger::SecretKey& master)
    : database(file, OpenAs::Writer), key(key_of(prepared(database), master)),
      email_key(view(hmac_sha256(key.view(), "e-mail addresses"))) {
    key.keep_in_memory();
}

Bytes SqliteDesk::State::seal(const ledger::SecretKey& under, std::string_view words, const std::string& bound) {
    return cipher.seal(under, words, bound);
}

std::string SqliteDesk::State::open(const ledger::SecretKey& under, std::string_view sealed, const std::string& bound) {
    auto words = cipher.open(under, sealed, bound);
    if (!words)
        throw Fault("The desk holds something that does not open: restore desk.sqlite from its backup.");
    return *words;
}

SqliteDesk::SqliteDesk(const std::filesystem::path& file, const ledger::SecretKey& master)
    : m_state(std::make_unique<State>(file, master)) {}

SqliteDesk::~SqliteDesk() = default;

} // namespace lifestory::store::sqlite
