// Bytes, digests, and their spellings: hexadecimal and base64. Knows nothing of what they mean.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lifestory {

using Bytes = std::string; // any octets, NUL included
using Digest = std::array<std::uint8_t, 32>;

std::string_view view(const Digest& digest);
Result<Digest> digest_of(std::string_view bytes); // refuses all but 32 bytes

std::string to_hex(std::string_view bytes);               // lower case
Result<Bytes> from_hex(std::string_view text);            // lower case only, even length
std::string to_base64(std::string_view bytes);            // RFC 4648 section 4, with padding
Result<Bytes> from_base64(std::string_view text);         // strict: canonical padding and bits
std::string to_base64url(std::string_view bytes);         // RFC 4648 section 5, without padding

Digest sha256(std::string_view bytes); // FIPS 180-4, by OpenSSL
Digest hmac_sha256(std::string_view key, std::string_view bytes);
Bytes random_bytes(std::size_t count); // from the operating system's generator
bool equal_in_constant_time(std::string_view left, std::string_view right);

} // namespace lifestory
