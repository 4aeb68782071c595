// Six-digit one-time codes from a worker's telephone (RFC 6238, 30 seconds, SHA-1), by liboath. Which step was last
// taken is the desk's to keep: no code is taken twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "calendar/day.h"

namespace lifestory::desk {

Bytes new_code_secret(); // 20 random bytes

// The time step that this code belongs to: now, the step before or the step after, and later than `last_step`.
std::optional<std::uint64_t> step_of_code(const Bytes& secret, const std::string& code, calendar::Instant now,
                                          std::uint64_t last_step);
std::string code_at(const Bytes& secret, calendar::Instant now);

// What an authenticator reads: "otpauth://totp/Lifestory?secret=...&issuer=Lifestory". Names nobody.
std::string authenticator_address(const Bytes& secret);

} // namespace lifestory::desk
