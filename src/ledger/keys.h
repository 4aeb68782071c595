// Secret keys and what is sealed under them: AES-256-GCM (NIST SP 800-38D) by OpenSSL with a random 96-bit nonce. A
// sealed text is nonce, ciphertext, 16-byte tag. Where keys are kept is the store's.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/bytes.h"
#include "base/numbers.h"
#include "base/result.h"

namespace lifestory::ledger {

// 32 octets that are wiped when they go out of scope.
class SecretKey {
public:
    SecretKey() = default;
    SecretKey(const SecretKey& other) = default;
    SecretKey& operator=(const SecretKey& other) = default;
    ~SecretKey();
    static SecretKey random();
    static Result<SecretKey> from_bytes(std::string_view bytes);

    std::string_view view() const { return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}; }
    void keep_in_memory(); // asks that it is never swapped out; for the few keys that live long

private:
    std::array<unsigned char, 32> m_bytes{};
};

void wipe(Bytes& bytes);

// One thread at a time. `bound` is what the sealed text is tied to: it opens with the same words only.
class Cipher {
public:
    Cipher();
    ~Cipher();
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    Bytes seal(const SecretKey& key, std::string_view plain, std::string_view bound);
    Result<Bytes> open(const SecretKey& key, std::string_view sealed, std::string_view bound); // refuses "not-opened"

private:
    struct State;
    std::unique_ptr<State> m_state;
};

constexpr std::size_t sealing_adds = 12 + 16; // bytes

// A key under a key: 60 bytes. `bound` says whose it is.
Bytes wrap(const SecretKey& master, const SecretKey& key, std::string_view bound);
Result<SecretKey> unwrap(const SecretKey& master, std::string_view wrapped, std::string_view bound);

// One-way: tells that a key is the one an entry was sealed under, and nothing about it (AES-GCM alone ties no text to
// one key). HMAC-SHA-256 over a constant, the record and the key's number.
Digest fingerprint(const SecretKey& key, RecordNumber record, std::uint32_t number);

// For what is kept beside a record and outside the book: another key, made of the record's own. HMAC-SHA-256 likewise.
SecretKey key_beside(const SecretKey& key, RecordNumber record);

// The master key: a file of 64 hexadecimal digits and a newline, readable by its owner alone.
enum class IfAbsent { Refuse, Make };
Result<SecretKey> master_key(const std::filesystem::path& file, IfAbsent absent);

// No core dumps, and no other process of this user may look into this one's memory.
void protect_memory();

} // namespace lifestory::ledger
