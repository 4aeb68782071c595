// The tree's signed head: a C2SP tlog-checkpoint in a C2SP signed note (Ed25519). Outside programs can check it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace lifestory::ledger {

struct Checkpoint {
    std::string origin; // "lifestory/" and the installation's random number in hexadecimal
    std::uint64_t size = 0;
    Digest root{};
    bool operator==(const Checkpoint&) const = default;
};

struct SigningKey {
    std::string name; // the origin
    Bytes secret;     // 64 bytes, libsodium's form
};

std::string sign(const Checkpoint& checkpoint, const SigningKey& key);         // the note's whole text
std::string verifier_key(const SigningKey& key);                               // "name+8 hex digits+base64"
Result<Checkpoint> read_checkpoint(std::string_view note, std::string_view verifier_key); // checks the signature

} // namespace lifestory::ledger
