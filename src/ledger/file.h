// A file whose bytes are kept beside the book: what an entry's sealed envelope says of it, so that the tree bears it out.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/long_bytes.h"
#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::ledger {

constexpr std::size_t longest_file = 200u << 20; // bytes
constexpr std::size_t file_piece = 256u << 10;   // bytes that are sealed together

struct NamedFile {
    FileNumber file;
    std::uint64_t length = 0;
    Digest sha256{}; // of the bytes as they were given
    bool operator==(const NamedFile&) const = default;
};

// One to be kept. It waits for the act that carries this form; what no act takes is dropped.
struct NewFile {
    RecordNumber record;
    FileNumber file;
    FormNumber form;
    std::string_view bytes;
};

// One that comes in pieces, perhaps with a cut between them. `said` is what its sender wants to find again with it; sealed by them.
struct ArrivingFile {
    RecordNumber record;
    FileNumber file;
    FormNumber form;
    Bytes said;
    calendar::Instant at{};   // when something of it came last
    std::uint64_t length = 0; // what has come
    bool operator==(const ArrivingFile&) const = default;
};

// As it was kept: its pieces are opened one by one as they are read.
struct KeptFile {
    NamedFile named;
    LongBytes bytes;
};

struct WaitingFile {
    RecordNumber record;
    FileNumber file;
    FormNumber form;
    bool operator==(const WaitingFile&) const = default;
};

} // namespace lifestory::ledger
