// The random 128-bit numbers by which things are known: never names, never counting numbers, each kind a type of
// its own. Written as 32 hexadecimal digits.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace lifestory {

template <class Kind>
struct Number128 {
    std::array<std::uint8_t, 16> bytes{};

    static Number128 random() {
        Number128 number;
        auto fresh = random_bytes(16);
        std::memcpy(number.bytes.data(), fresh.data(), 16);
        return number;
    }
    static Result<Number128> parse(std::string_view hex) {
        if (hex.size() != 32)
            return refuse("not-a-number", "Expected a number of 32 hexadecimal digits.");
        auto raw = TRY(from_hex(hex));
        return from_bytes(raw);
    }
    static Number128 from_bytes(std::string_view raw) { // exactly 16 bytes
        assert(raw.size() == 16);
        Number128 number;
        std::memcpy(number.bytes.data(), raw.data(), 16);
        return number;
    }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    std::string hex() const { return to_hex(view()); }
    bool is_zero() const { return *this == Number128{}; }
    auto operator<=>(const Number128&) const = default;
};

using RecordNumber = Number128<struct RecordKind>; // a stream: a child's, a family's, the authority's, the looks'
using EntryId = Number128<struct EntryKind>;       // an entry's own number, the one in addresses
using FormNumber = Number128<struct FormKind>;     // one filled-in form: sent twice, stored once
using DraftId = Number128<struct DraftKind>;
using WorkerNumber = Number128<struct WorkerKind>;
using PersonNumber = Number128<struct PersonKind>;
using TeamNumber = Number128<struct TeamKind>;
using FileNumber = Number128<struct FileKind>;     // a photograph, a letter that was scanned

using EntryNumber = std::uint64_t; // its place in the installation's tree, from 0

} // namespace lifestory

template <class Kind>
struct std::hash<lifestory::Number128<Kind>> {
    std::size_t operator()(const lifestory::Number128<Kind>& number) const noexcept {
        std::size_t value;
        std::memcpy(&value, number.bytes.data(), sizeof value);
        return value;
    }
};
