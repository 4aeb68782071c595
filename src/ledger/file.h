// A file whose bytes are kept beside the book: what an entry's sealed envelope says of it, so that the tree bears it out.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/numbers.h"

namespace lifestory::ledger {

constexpr std::size_t longest_file = 25u << 20; // bytes

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

struct WaitingFile {
    RecordNumber record;
    FileNumber file;
    FormNumber form;
    bool operator==(const WaitingFile&) const = default;
};

} // namespace lifestory::ledger
