#include "store/sqlite/keys.h"

#include <sodium.h>

#include <fmt/format.h>

namespace lifestory::store::sqlite {

namespace {

constexpr std::size_t most_opened = 8192; // keys kept in memory

constexpr const char* keys_schema = R"(
CREATE TABLE IF NOT EXISTS installation (one INTEGER PRIMARY KEY CHECK (one = 1), sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS record_keys (
  record BLOB NOT NULL, number INTEGER NOT NULL, wrapped BLOB NOT NULL, PRIMARY KEY (record, number)) WITHOUT ROWID;
)";
constexpr const char* select_installation = "SELECT sealed FROM installation";
constexpr const char* insert_installation = "INSERT INTO installation (one, sealed) VALUES (1, ?1)";
constexpr const char* select_key = "SELECT wrapped FROM record_keys WHERE record = ?1 AND number = ?2";
constexpr const char* insert_key = "INSERT OR IGNORE INTO record_keys (record, number, wrapped) VALUES (?1, ?2, ?3)";
constexpr const char* select_names = "SELECT record, number FROM record_keys ORDER BY record, number";

constexpr std::string_view installation_bound = "lifestory-installation 1\n";

std::string bound(const KeyName& name) {
    return fmt::format("lifestory-record-key 1\n{}\n{}\n", name.record.hex(), name.number);
}

// Sealed together: 16 random bytes that name the installation, then the 64 of its signing key.
ledger::SigningKey signing_key_from(std::string_view opened) {
    return {"lifestory/" + to_hex(opened.substr(0, 16)), Bytes(opened.substr(16))};
}

} // namespace

KeyStore::KeyStore(const std::filesystem::path& folder, ledger::SecretKey master, OpenAs as)
    : m_master(master), m_readers(folder / "keys.sqlite") {
    m_master.keep_in_memory();
    if (as == OpenAs::Writer) {
        m_writer = std::make_unique<Database>(folder / "keys.sqlite", OpenAs::Writer);
        m_writer->run(keys_schema);
    }
}

Result<ledger::SigningKey> KeyStore::signing_key() const {
    auto database = m_readers.borrow();
    auto row = database->statement(select_installation);
    if (!row.step())
        return refuse("not-founded", "This folder holds no installation yet.");
    auto opened = ledger::Cipher().open(m_master, row.blob_at(0), installation_bound);
    if (!opened || opened->size() != 16 + crypto_sign_SECRETKEYBYTES)
        return refuse("master-key-wrong", "The master key does not open this folder's keys: use the key it was made with, "
                                          "or put back keys.sqlite if it was changed.");
    auto key = signing_key_from(*opened);
    ledger::wipe(*opened);
    return key;
}

ledger::SigningKey KeyStore::found_installation() {
    Bytes public_key(crypto_sign_PUBLICKEYBYTES, '\0'), secret(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_keypair(reinterpret_cast<unsigned char*>(public_key.data()), reinterpret_cast<unsigned char*>(secret.data()));
    auto plain = random_bytes(16) + secret;
    auto sealed = ledger::Cipher().seal(m_master, plain, installation_bound);
    auto key = signing_key_from(plain);
    ledger::wipe(plain);
    ledger::wipe(secret);
    m_writer->statement(insert_installation).blob(1, sealed).run();
    return key;
}

Result<ledger::SecretKey> KeyStore::read(const KeyName& name) const {
    auto database = m_readers.borrow();
    auto row = database->statement(select_key);
    row.number(1, name.record).integer(2, name.number);
    if (!row.step())
        return refuse("key-destroyed", "This record's key is not there, so it cannot be opened.");
    auto key = ledger::unwrap(m_master, row.blob_at(0), bound(name));
    if (!key)
        return refuse("key-wrong", "This record's key in keys.sqlite was changed: put back the key store's copy.");
    return key;
}

Result<ledger::SecretKey> KeyStore::find(const KeyName& name) const {
    {
        std::lock_guard lock(m_mutex);
        auto found = m_opened.find(name);
        if (found != m_opened.end())
            return found->second;
    }
    auto key = TRY(read(name));
    std::lock_guard lock(m_mutex);
    if (m_opened.size() >= most_opened)
        m_opened.clear();
    m_opened.emplace(name, key);
    return key;
}

void KeyStore::make(std::span<const KeyName> names) {
    Transaction transaction(*m_writer, Transaction::Kind::Write);
    for (const auto& name : names) {
        auto wrapped = ledger::wrap(m_master, ledger::SecretKey::random(), bound(name));
        m_writer->statement(insert_key).number(1, name.record).integer(2, name.number).blob(3, wrapped).run();
    }
    transaction.commit();
}

bool KeyStore::is_proven(const KeyName& name) const {
    std::lock_guard lock(m_mutex);
    return m_proven.contains(name);
}

void KeyStore::set_proven(const KeyName& name) const {
    std::lock_guard lock(m_mutex);
    m_proven.insert(name);
}

std::vector<KeyName> KeyStore::names() const {
    auto database = m_readers.borrow();
    auto row = database->statement(select_names);
    std::vector<KeyName> names;
    while (row.step())
        names.push_back({row.number_at<RecordNumber>(0), static_cast<std::uint32_t>(row.integer_at(1))});
    return names;
}

} // namespace lifestory::store::sqlite
