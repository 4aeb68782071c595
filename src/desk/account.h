// What lets a worker sign in. A worker's name and role stand in the authority's stream, not here; the e-mail address is
// known to the desk as a keyed hash, and sealed where e-mail goes to it (telling.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/numbers.h"

namespace lifestory::desk {

struct Account {
    WorkerNumber worker;
    std::string password;       // argon2id in the PHC string format, as libsodium writes it
    std::optional<Bytes> code_secret; // of the one-time codes (RFC 6238), 20 bytes
    std::uint64_t last_step = 0;      // the time step of the last code taken: none at or before it is taken again
    bool disabled = false;
    bool operator==(const Account&) const = default;
};

// An e-mail address as it is compared: trimmed and in small letters.
std::string comparable_email(std::string_view typed);
bool may_be_an_address(std::string_view typed); // one "@" with something on both sides, no space, at most 254 letters (RFC 5321)

} // namespace lifestory::desk
