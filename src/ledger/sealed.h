// An entry as it is kept: its plain header and its sealed body, made and opened. Every store uses these, so that all
// check the same; rows and queries are the store's.
#pragma once

#include "ledger/envelope.h"
#include "ledger/header.h"
#include "ledger/keys.h"
#include "ledger/ledger.h"

namespace lifestory::ledger {

struct SealedEntry {
    Header header;
    std::string header_text;
    Bytes body;
};

// `header` says number, record, key and time; its digest and length are filled in.
SealedEntry seal_entry(Header header, const Envelope& envelope, const SecretKey& key, Cipher& cipher);

// What a store kept, and where it said it kept it.
struct StoredEntry {
    EntryNumber number = 0;
    RecordNumber record;
    std::uint64_t place = 0;
    std::string_view header, body;
};

Result<Header> check_header(const StoredEntry& stored); // header and body as kept, without any key
Result<Envelope> open_body(const StoredEntry& stored, const Header& header, const SecretKey& key, Cipher& cipher);

} // namespace lifestory::ledger
