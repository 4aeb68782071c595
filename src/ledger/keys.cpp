#include "ledger/keys.h"

#include <cstring>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <fmt/format.h>

#include "base/fault.h"

namespace lifestory::ledger {

namespace {

constexpr std::size_t nonce_length = 12, tag_length = 16;

unsigned char* octets(Bytes& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

void must(int answer) {
    if (answer != 1)
        throw Fault("AES-256-GCM failed.");
}

} // namespace

SecretKey::~SecretKey() { OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }

SecretKey SecretKey::random() {
    auto fresh = random_bytes(32);
    auto key = from_bytes(fresh);
    wipe(fresh);
    return *key;
}

Result<SecretKey> SecretKey::from_bytes(std::string_view bytes) {
    SecretKey key;
    if (bytes.size() != key.m_bytes.size())
        return refuse("not-a-key", "A key has 32 bytes.");
    std::memcpy(key.m_bytes.data(), bytes.data(), bytes.size());
    return key;
}

void SecretKey::keep_in_memory() { (void)sodium_mlock(m_bytes.data(), m_bytes.size()); }

void wipe(Bytes& bytes) { OPENSSL_cleanse(bytes.data(), bytes.size()); }

struct Cipher::State {
    EVP_CIPHER* algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
};

Cipher::Cipher() : m_state(std::make_unique<State>()) {
    must(m_state->algorithm && m_state->context);
    must(EVP_EncryptInit_ex2(m_state->context, m_state->algorithm, nullptr, nullptr, nullptr)); // each use keeps the algorithm
}

Cipher::~Cipher() {
    EVP_CIPHER_CTX_free(m_state->context);
    EVP_CIPHER_free(m_state->algorithm);
}

Bytes Cipher::seal(const SecretKey& key, std::string_view plain, std::string_view bound) {
    auto* context = m_state->context;
    Bytes sealed = random_bytes(nonce_length);
    sealed.resize(nonce_length + plain.size() + tag_length);
    int length = 0;
    must(EVP_EncryptInit_ex2(context, nullptr, octets(key.view()), octets(sealed), nullptr));
    must(EVP_EncryptUpdate(context, nullptr, &length, octets(bound), static_cast<int>(bound.size())));
    must(EVP_EncryptUpdate(context, octets(sealed) + nonce_length, &length, octets(plain), static_cast<int>(plain.size())));
    must(EVP_EncryptFinal_ex(context, octets(sealed) + nonce_length + length, &length));
    must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, tag_length, octets(sealed) + nonce_length + plain.size()));
    return sealed;
}

Result<Bytes> Cipher::open(const SecretKey& key, std::string_view sealed, std::string_view bound) {
    auto not_opened = [] { return refuse("not-opened", "The sealed text does not open: it was changed, or it is another's."); };
    if (sealed.size() < sealing_adds)
        return not_opened();
    auto* context = m_state->context;
    auto cipher_text = sealed.substr(nonce_length, sealed.size() - sealing_adds);
    std::array<char, tag_length> tag;
    sealed.copy(tag.data(), tag.size(), sealed.size() - tag.size());
    Bytes plain(cipher_text.size(), '\0');
    int length = 0;
    must(EVP_DecryptInit_ex2(context, nullptr, octets(key.view()), octets(sealed), nullptr));
    must(EVP_DecryptUpdate(context, nullptr, &length, octets(bound), static_cast<int>(bound.size())));
    must(EVP_DecryptUpdate(context, octets(plain), &length, octets(cipher_text), static_cast<int>(cipher_text.size())));
    must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, tag_length, tag.data()));
    if (EVP_DecryptFinal_ex(context, octets(plain) + length, &length) != 1)
        return not_opened();
    return plain;
}

Bytes wrap(const SecretKey& master, const SecretKey& key, std::string_view bound) {
    return Cipher().seal(master, key.view(), bound);
}

Result<SecretKey> unwrap(const SecretKey& master, std::string_view wrapped, std::string_view bound) {
    auto bytes = TRY(Cipher().open(master, wrapped, bound));
    auto key = SecretKey::from_bytes(bytes);
    wipe(bytes);
    return key;
}

Digest fingerprint(const SecretKey& key, RecordNumber record, std::uint32_t number) {
    return hmac_sha256(key.view(), fmt::format("lifestory-key-fingerprint 1\n{}\n{}\n", record.hex(), number));
}

SecretKey key_beside(const SecretKey& key, RecordNumber record) {
    auto made = hmac_sha256(key.view(), fmt::format("lifestory-key-beside 1\n{}\n", record.hex()));
    auto beside = SecretKey::from_bytes(lifestory::view(made));
    OPENSSL_cleanse(made.data(), made.size());
    return *beside;
}

void protect_memory() {
    rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace lifestory::ledger
