// Passwords, by argon2id (libsodium): 64 MiB, three passes, never more than two at a time, so that signing in cannot use
// up the machine. An account that does not exist takes as long as one that does.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace lifestory::desk {

struct PasswordCost {
    std::size_t bytes = 64u << 20;
    unsigned long long passes = 3;
};

class Passwords {
public:
    explicit Passwords(PasswordCost cost = {});
    ~Passwords();

    std::string hash(const std::string& password) const; // the PHC string
    bool matches(const std::optional<std::string>& hash, const std::string& password) const; // no hash: false, as slowly

private:
    struct Queue;
    PasswordCost m_cost;
    std::unique_ptr<Queue> m_queue;
    std::string m_stand_in; // of a password that nobody knows
};

// Fifteen characters or more, not one letter over and over, at most 200 (OWASP ASVS 5.0, 6.2).
Outcome may_be_a_password(const std::string& password);

} // namespace lifestory::desk
