#include "record/named_files.h"

namespace lifestory::record {

namespace {

// No digest at all is one that no file has: the ledger refuses it.
Digest digest_in(const std::string& hexadecimal) {
    auto bytes = from_hex(hexadecimal);
    auto digest = bytes ? digest_of(*bytes) : Result<Digest>(bytes.refusals());
    return digest ? *digest : Digest{};
}

} // namespace

std::vector<ledger::NamedFile> named_files(const Content& content) {
    std::vector<ledger::NamedFile> all;
    if (const auto* form = form_of(content))
        for (const auto& file : form->files())
            all.push_back({file.number, file.length, digest_in(file.sha256)});
    return all;
}

} // namespace lifestory::record
