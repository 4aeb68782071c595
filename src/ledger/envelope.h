// What is sealed in a body: the entry's own number, its form's, its place in its stream, and its content. JSON, its
// keys in one order. Format: docs/formats/ledger.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbers.h"
#include "base/result.h"
#include "ledger/file.h"

namespace lifestory::ledger {

struct Envelope {
    EntryId id;
    FormNumber form;
    std::uint64_t place = 0;
    std::optional<Digest> key_fingerprint; // in the first entry under each key
    std::string content;                   // a JSON object, unread here
    std::vector<NamedFile> files{};        // kept beside the book; most entries have none
    bool operator==(const Envelope&) const = default;
};

std::string write(const Envelope& envelope);
Result<Envelope> read_envelope(std::string text); // refuses every other spelling

} // namespace lifestory::ledger
