#include "ledger/sealed.h"

#include <fmt/format.h>

namespace lifestory::ledger {

namespace {

Refusal wrong(std::string_view what) { return refuse("entry-wrong", std::string(what)); }

// bound_part(header) as it stands in the text, which read_header found to be the one spelling.
std::string_view bound_part(std::string_view header) { return header.substr(0, header.find("body ")); }

} // namespace

SealedEntry seal_entry(Header header, const Envelope& envelope, const SecretKey& key, Cipher& cipher) {
    auto plain = write(envelope);
    SealedEntry sealed{header, {}, cipher.seal(key, plain, bound_part(header))};
    wipe(plain);
    sealed.header.body = sha256(sealed.body);
    sealed.header.length = sealed.body.size();
    sealed.header_text = write(sealed.header);
    return sealed;
}

Result<Header> check_header(const StoredEntry& stored) {
    auto header = TRY(read_header(stored.header));
    if (header.number != stored.number)
        return wrong(fmt::format("its header is that of entry {}", header.number));
    if (header.record != stored.record)
        return wrong("its header names another record");
    if (header.length != stored.body.size() || header.body != sha256(stored.body))
        return wrong("its sealed body is not the one its header was written for");
    return header;
}

Result<Envelope> open_body(const StoredEntry& stored, const Header& header, const SecretKey& key, Cipher& cipher) {
    auto plain = cipher.open(key, stored.body, bound_part(stored.header));
    if (!plain)
        return wrong("its sealed body does not open under this record's key and this header");
    auto envelope = TRY(read_envelope(std::move(*plain)));
    if (envelope.place != stored.place)
        return wrong(fmt::format("its body says place {}, and it is kept at place {}", envelope.place, stored.place));
    if (envelope.key_fingerprint && *envelope.key_fingerprint != fingerprint(key, header.record, header.key))
        return wrong("the fingerprint in it is not that of this record's key");
    return envelope;
}

} // namespace lifestory::ledger
