#include "base/bytes.h"

#include <cstring>
#include <memory>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "base/fault.h"

namespace lifestory {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

unsigned octet(char c) { return static_cast<unsigned char>(c); }

// By table, because digits of a digest cannot be foreseen by the processor: verify reads millions. 255: no digit.
constexpr std::array<std::uint8_t, 256> hex_values = [] {
    std::array<std::uint8_t, 256> values;
    values.fill(255);
    for (std::size_t digit = 0; digit < hex_digits.size(); ++digit)
        values[static_cast<unsigned char>(hex_digits[digit])] = static_cast<std::uint8_t>(digit);
    return values;
}();

std::string base64_without_padding(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned group = octet(bytes[i]) << 16;
        if (i + 1 < bytes.size())
            group |= octet(bytes[i + 1]) << 8;
        if (i + 2 < bytes.size())
            group |= octet(bytes[i + 2]);
        std::size_t digits = std::min<std::size_t>(bytes.size() - i, 3) + 1;
        for (std::size_t d = 0; d < digits; ++d)
            out += base64_digits[(group >> (18 - 6 * d)) & 63];
    }
    return out;
}

} // namespace

std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Result<Digest> digest_of(std::string_view bytes) {
    Digest digest{};
    if (bytes.size() != digest.size())
        return refuse("not-a-digest", "A SHA-256 digest has 32 bytes.");
    std::memcpy(digest.data(), bytes.data(), digest.size());
    return digest;
}

std::string to_hex(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (char c : bytes) {
        out += hex_digits[octet(c) >> 4];
        out += hex_digits[octet(c) & 15];
    }
    return out;
}

Result<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2)
        return refuse("not-hex", "Expected an even number of hexadecimal digits.");
    Bytes out(text.size() / 2, '\0');
    unsigned seen = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        unsigned high = hex_values[octet(text[2 * i])], low = hex_values[octet(text[2 * i + 1])];
        out[i] = static_cast<char>(high << 4 | low);
        seen |= high | low;
    }
    if (seen > 15)
        return refuse("not-hex", "Expected hexadecimal digits in lower case.");
    return out;
}

std::string to_base64(std::string_view bytes) {
    auto out = base64_without_padding(bytes);
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

std::string to_base64url(std::string_view bytes) {
    auto out = base64_without_padding(bytes);
    for (char& c : out)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return out;
}

Result<Bytes> from_base64(std::string_view text) {
    Bytes out;
    auto body = text.substr(0, text.find_last_not_of('=') + 1);
    unsigned group = 0;
    int bits = 0;
    for (char c : body) {
        auto digit = base64_digits.find(c);
        if (digit == std::string_view::npos)
            return refuse("not-base64", "Expected base64.");
        group = group << 6 | static_cast<unsigned>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(group >> bits & 255);
        }
    }
    if (to_base64(out) != text) // padding too much or too little, or stray bits at the end
        return refuse("not-base64", "Expected base64 in its one canonical spelling.");
    return out;
}

Digest sha256(std::string_view bytes) {
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    static thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> kept(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    auto* context = kept.get();
    Digest digest{};
    if (!algorithm || !context || EVP_DigestInit_ex(context, algorithm, nullptr) != 1 ||
        EVP_DigestUpdate(context, bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1)
        throw Fault("SHA-256 failed");
    return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
    Digest digest{};
    unsigned length = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
              reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data(), &length))
        throw Fault("HMAC-SHA-256 failed");
    return digest;
}

Bytes random_bytes(std::size_t count) {
    Bytes out(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(count)) != 1)
        throw Fault("the random generator failed");
    return out;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace lifestory
