// Bytes that may be too many to be held at once: how many they are, and a way to read some of them. Where they lie is known to whoever made it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "base/bytes.h"

namespace lifestory {

struct LongBytes {
    std::uint64_t length = 0;
    std::function<Bytes(std::uint64_t from, std::size_t most)> read; // what is there, at most so many; throws Fault
};

LongBytes held(std::string_view bytes); // which must outlive it
LongBytes part_of(LongBytes whole, std::uint64_t from, std::uint64_t length);

// One piece after another, to the end or until `take` says that it has seen enough.
enum class Reading { GoesOn, IsEnough };
void read_on(const LongBytes& bytes, const std::function<Reading(std::string_view piece)>& take);

Digest sha256(const LongBytes& bytes);
Bytes whole(const LongBytes& bytes); // all at once: of what is known to be short

} // namespace lifestory
