#include "desk/passwords.h"

#include <semaphore>
#include <set>

#include <sodium.h>

#include "base/bytes.h"
#include "base/fault.h"
#include "base/text.h"

namespace lifestory::desk {

struct Passwords::Queue {
    std::counting_semaphore<2> free{2};
};

namespace {

class Turn {
public:
    explicit Turn(std::counting_semaphore<2>& free) : m_free(free) { m_free.acquire(); }
    ~Turn() { m_free.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::counting_semaphore<2>& m_free;
};

} // namespace

Passwords::Passwords(PasswordCost cost) : m_cost(cost), m_queue(std::make_unique<Queue>()) {
    if (sodium_init() < 0)
        throw Fault("libsodium does not start");
    m_stand_in = hash(to_hex(random_bytes(32)));
}

Passwords::~Passwords() = default;

std::string Passwords::hash(const std::string& password) const {
    Turn turn(m_queue->free);
    char written[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(written, password.data(), password.size(), m_cost.passes, m_cost.bytes) != 0)
        throw Fault("not enough memory to hash a password");
    return written;
}

bool Passwords::matches(const std::optional<std::string>& hash, const std::string& password) const {
    Turn turn(m_queue->free);
    const auto& kept = hash ? *hash : m_stand_in;
    bool same = crypto_pwhash_str_verify(kept.c_str(), password.data(), password.size()) == 0;
    return same && hash.has_value();
}

Outcome may_be_a_password(const std::string& password) {
    auto length = letters(password);
    if (length < 15)
        return refuse("password-too-short", "Choose a password of 15 characters or more. Four words in a row do well.", "password");
    if (length > 200)
        return refuse("password-too-long", "Choose a password of at most 200 characters.", "password");
    if (std::set<char>(password.begin(), password.end()).size() < 5)
        return refuse("password-too-simple", "Choose a password with more different letters.", "password");
    return Nothing{};
}

} // namespace lifestory::desk
