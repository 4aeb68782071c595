// One pass over a range of entries, in order: headers, bodies, keys, forms, places and the lowest tiles. Two scans
// share a book between two threads; ledger_verify joins them. Private to ledger_verify.cpp.
#pragma once

#include <unordered_map>

#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

struct Range {
    EntryNumber begin = 0, end = 0; // `begin` at a tile's start
};

// A stream as one scan saw it.
struct StreamEnds {
    std::uint64_t first_place = 0, last_place = 0;
    std::uint32_t first_key = 1, last_key = 1;
    EntryNumber first = 0;             // its first entry in the range
    bool first_has_fingerprint = false;
};

struct Scanned {
    std::vector<ledger::WrongEntry> wrong;
    std::vector<Digest> tile_roots;                              // of the full tiles in the range
    std::map<std::uint64_t, std::vector<Digest>> partial;        // for each size asked: its last tile's subtrees
    std::unordered_map<RecordNumber, StreamEnds> streams;
    std::set<KeyName> keys;                                      // that were met
};

// `sizes`: the tree sizes, in order, whose roots will be wanted.
Scanned scan(const Book& book, Database& database, Range range, const std::vector<std::uint64_t>& sizes);

constexpr std::size_t most_wrong = 1000; // told of one book; then one more says that there are others

// Why a stream does not go on from `before` (nothing: its beginning) to `next`; empty when it does.
std::string broken_stream(const StreamEnds* before, const StreamEnds& next);

} // namespace lifestory::store::sqlite
