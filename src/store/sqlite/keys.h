// The store of keys, a file of its own (keys.sqlite): who this installation is, and one key for each record, all
// wrapped by the master key. The only store of a record whose rows may ever vanish.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/checkpoint.h"
#include "ledger/keys.h"
#include "store/sqlite/database.h"

namespace lifestory::store::sqlite {

struct KeyName {
    RecordNumber record;
    std::uint32_t number = 1;
    auto operator<=>(const KeyName&) const = default;
};

struct KeyNameHash {
    std::size_t operator()(const KeyName& name) const noexcept {
        return std::hash<RecordNumber>{}(name.record) + name.number;
    }
};

class KeyStore {
public:
    KeyStore(const std::filesystem::path& folder, ledger::SecretKey master, OpenAs as);

    // The installation's random number (in the key's name) and its signing key. Refuses "not-founded" and
    // "master-key-wrong".
    Result<ledger::SigningKey> signing_key() const;
    ledger::SigningKey found_installation(); // once, in an empty store

    Result<ledger::SecretKey> find(const KeyName& name) const; // refuses "key-destroyed" and "key-wrong"
    void make(std::span<const KeyName> names); // those that are not there yet; on the disk when it returns

    // Keys whose fingerprint has been found in the book, so that one look is enough.
    bool is_proven(const KeyName& name) const;
    void set_proven(const KeyName& name) const;

    std::vector<KeyName> names() const;

    Result<ledger::SecretKey> read(const KeyName& name) const; // anew from the disk

private:
    ledger::SecretKey m_master;
    std::unique_ptr<Database> m_writer; // null when opened for reading
    Connections m_readers;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<KeyName, ledger::SecretKey, KeyNameHash> m_opened;
    mutable std::unordered_set<KeyName, KeyNameHash> m_proven;
};

} // namespace lifestory::store::sqlite
