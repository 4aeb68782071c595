#include "base/long_bytes.h"

#include <algorithm>
#include <memory>

#include <openssl/evp.h>

#include "base/fault.h"

namespace lifestory {

namespace {

constexpr std::size_t at_once = 1 << 20;

} // namespace

LongBytes held(std::string_view bytes) {
    return {bytes.size(), [bytes](std::uint64_t from, std::size_t most) {
                return from < bytes.size() ? Bytes(bytes.substr(static_cast<std::size_t>(from), most)) : Bytes();
            }};
}

LongBytes part_of(LongBytes whole, std::uint64_t from, std::uint64_t length) {
    return {length, [read = std::move(whole.read), from, length](std::uint64_t at, std::size_t most) {
                return at < length ? read(from + at, static_cast<std::size_t>(std::min<std::uint64_t>(most, length - at))) : Bytes();
            }};
}

void read_on(const LongBytes& bytes, const std::function<Reading(std::string_view)>& take) {
    for (std::uint64_t at = 0; at < bytes.length;) {
        const auto piece = bytes.read(at, at_once);
        if (piece.empty())
            throw Fault("Bytes that should be there cannot be read.");
        if (take(piece) == Reading::IsEnough)
            return;
        at += piece.size();
    }
}

Digest sha256(const LongBytes& bytes) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    bool is_well = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    read_on(bytes, [&](std::string_view piece) {
        is_well = is_well && EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
        return Reading::GoesOn;
    });
    Digest digest{};
    if (!is_well || EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
        throw Fault("SHA-256 failed");
    return digest;
}

Bytes whole(const LongBytes& bytes) {
    Bytes all;
    read_on(bytes, [&](std::string_view piece) {
        all.append(piece);
        return Reading::GoesOn;
    });
    return all;
}

} // namespace lifestory
