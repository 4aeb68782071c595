// An entry's plain header: the leaf of the tree. Fixed ASCII lines, one accepted spelling, under 400 bytes; holds
// nothing that a person could be known by. Format: docs/formats/ledger.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/numbers.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::ledger {

struct Header {
    EntryNumber number = 0;
    RecordNumber record;
    std::uint32_t key = 1; // which of the record's keys sealed the body
    calendar::Instant time{};
    Digest body{}; // SHA-256 of the sealed body
    std::uint64_t length = 0; // of the sealed body, in bytes
    bool operator==(const Header&) const = default;
};

constexpr std::size_t longest_header = 400; // shorter than this, in bytes

std::string write(const Header& header);
std::string bound_part(const Header& header); // the lines before `body`: what a sealed body is tied to
Result<Header> read_header(std::string_view text); // refuses every other spelling

} // namespace lifestory::ledger
