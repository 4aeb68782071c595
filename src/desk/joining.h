// How somebody comes to an account: an administrator makes an address that opens once, within 72 hours; whoever has it gives
// an e-mail address and a password, and shows by one six-digit code that the codes work. Only then does the account hold.
// What was done with an account stands beside it, with who and when, for good.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/numbers.h"
#include "calendar/day.h"
#include "desk/draft.h"

namespace lifestory::desk {

using calendar::Instant;

inline constexpr auto joining_time = std::chrono::hours(72);

// The secret part of the address: 128 random bits in base64url. Kept is its SHA-256 alone.
struct JoiningSecret {
    std::string written;
    Digest hash{};
};
JoiningSecret new_joining_secret();
Digest hash_of_joining_secret(std::string_view written);

// What was given on the first of its two pages.
struct Joining {
    std::string email;    // as it is compared
    std::string password; // its hash, as an account keeps it
    Bytes code_secret;
    bool operator==(const Joining&) const = default;
};

struct Invitation {
    WorkerNumber worker;
    Writer by; // the administrator who made the address
    Instant made{};
    std::optional<Joining> joining;
    bool operator==(const Invitation&) const = default;
};

Instant ends_at(const Invitation& invitation);

enum class AccountAct { AddressMade, SetAnew, Joined, Ended };

// What was done with the account of this worker.
struct AccountNote {
    AccountAct act = AccountAct::AddressMade;
    Writer by;
    Instant at{};
    bool operator==(const AccountNote&) const = default;
};

} // namespace lifestory::desk
