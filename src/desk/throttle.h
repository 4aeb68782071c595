// How long somebody waits who keeps guessing: counted for each account and for each address, a growing wait, never a
// lock for good. From an address where this account has signed in before, strangers' guesses do not count. In memory;
// a restart forgets it.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::desk {

inline constexpr int free_tries_of_an_account = 5;
inline constexpr int free_tries_of_an_address = 30; // an office shares one address

// After the free tries: 2 minutes, then 4, 8, and 15 at most.
std::chrono::minutes wait_after(int tries, int free_tries);

class Throttle {
public:
    // Counts a try and lets it go on, or refuses "wait" with how long. Ask before looking at the password.
    Outcome may_try(const Digest& account, const std::string& address, calendar::Instant now);
    void succeeded(const Digest& account, const std::string& address);

private:
    struct Tries {
        int count = 0;
        calendar::Instant last{};
    };
    static calendar::Instant free_at(const Tries& tries, int free_tries);
    void forget_old(calendar::Instant now);

    std::mutex m_mutex;
    std::map<std::string, Tries> m_tries;
    std::set<std::pair<Digest, std::string>> m_known;
};

} // namespace lifestory::desk
