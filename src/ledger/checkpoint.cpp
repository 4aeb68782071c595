#include "ledger/checkpoint.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <sodium.h>

#include "base/fault.h"

namespace lifestory::ledger {

namespace {

constexpr char ed25519 = 1; // the algorithm's octet in c2sp.org/signed-note
constexpr std::string_view dash = "\u2014 ";
constexpr std::size_t most_signatures = 100;
constexpr std::size_t longest_note = 1'000'000;

Refusal broken(std::string_view what) {
    return refuse("checkpoint-wrong", fmt::format("This is not a checkpoint of this book: {}.", what));
}

// The key's name and octets lead to its four-byte id.
Bytes key_id(std::string_view name, std::string_view public_key) {
    Bytes hashed = fmt::format("{}\n", name);
    hashed += ed25519;
    hashed += public_key;
    return Bytes(view(sha256(hashed)).substr(0, 4));
}

struct Verifier {
    std::string name;
    Bytes id, public_key;
};

Bytes public_key_of(const SigningKey& key) {
    Bytes public_key(crypto_sign_PUBLICKEYBYTES, '\0');
    if (key.secret.size() != crypto_sign_SECRETKEYBYTES ||
        crypto_sign_ed25519_sk_to_pk(reinterpret_cast<unsigned char*>(public_key.data()),
                                     reinterpret_cast<const unsigned char*>(key.secret.data())) != 0)
        throw Fault("The signing key has not 64 bytes.");
    return public_key;
}

Result<Verifier> read_verifier(std::string_view text) {
    auto first = text.find('+'), second = text.find('+', first == text.npos ? first : first + 1);
    if (second == text.npos)
        return refuse("verifier-wrong", "A verifier key is written name+hash+key.");
    auto key = TRY(from_base64(text.substr(second + 1)));
    if (key.size() != 1 + crypto_sign_PUBLICKEYBYTES || key[0] != ed25519)
        return refuse("verifier-wrong", "The verifier key is not one of Ed25519.");
    Verifier verifier{std::string(text.substr(0, first)), TRY(from_hex(text.substr(first + 1, second - first - 1))),
                      key.substr(1)};
    if (verifier.id != key_id(verifier.name, verifier.public_key))
        return refuse("verifier-wrong", "The verifier key's hash does not belong to it.");
    return verifier;
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key) {
    auto octets = [](std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); };
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(octets(signature), octets(text), text.size(), octets(public_key)) == 0;
}

// Other people's signatures may stand beside ours; those of other keys are left unread, as the format asks.
Outcome check_signatures(std::string_view text, std::string_view lines, const Verifier& verifier) {
    bool found = false;
    for (std::size_t count = 0; !lines.empty(); ++count) {
        auto end = lines.find('\n');
        auto line = lines.substr(0, end);
        auto space = line.find(' ', dash.size());
        if (end == lines.npos || !line.starts_with(dash) || space == line.npos || count >= most_signatures)
            return broken("a signature line is misspelt");
        auto signature = TRY(from_base64(line.substr(space + 1)));
        if (signature.size() < 5)
            return broken("a signature line is too short");
        if (line.substr(dash.size(), space - dash.size()) == verifier.name && signature.starts_with(verifier.id)) {
            if (!is_signed(text, std::string_view(signature).substr(4), verifier.public_key))
                return broken("its signature does not belong to its text");
            found = true;
        }
        lines.remove_prefix(end + 1);
    }
    if (!found)
        return broken("it is signed by somebody else");
    return Nothing{};
}

Result<Checkpoint> read_text(std::string_view text) {
    auto first = text.find('\n'), second = text.find('\n', first + 1);
    if (first == text.npos || second == text.npos || text.find('\n', second + 1) != text.size() - 1)
        return broken("it has not three lines");
    Checkpoint checkpoint{std::string(text.substr(0, first)), 0, {}};
    auto digits = text.substr(first + 1, second - first - 1);
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), checkpoint.size);
    if (error != std::errc{} || end != digits.data() + digits.size() || (digits.size() > 1 && digits[0] == '0'))
        return broken("its size is not a number");
    auto root = TRY(from_base64(text.substr(second + 1, text.size() - second - 2)));
    checkpoint.root = TRY(digest_of(root));
    return checkpoint;
}

} // namespace

std::string sign(const Checkpoint& checkpoint, const SigningKey& key) {
    auto text = fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size, to_base64(view(checkpoint.root)));
    Bytes signature(crypto_sign_BYTES, '\0');
    auto id = key_id(key.name, public_key_of(key));
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         reinterpret_cast<const unsigned char*>(key.secret.data()));
    return fmt::format("{}\n{}{} {}\n", text, dash, key.name, to_base64(id + signature));
}

std::string verifier_key(const SigningKey& key) {
    auto public_key = public_key_of(key);
    return fmt::format("{}+{}+{}", key.name, to_hex(key_id(key.name, public_key)), to_base64(ed25519 + public_key));
}

Result<Checkpoint> read_checkpoint(std::string_view note, std::string_view key) {
    auto verifier = TRY(read_verifier(key));
    auto blank = note.rfind("\n\n");
    if (blank == note.npos || note.size() > longest_note)
        return broken("it has no signature");
    auto text = note.substr(0, blank + 1);
    TRY(check_signatures(text, note.substr(blank + 2), verifier));
    auto checkpoint = TRY(read_text(text));
    if (checkpoint.origin != verifier.name)
        return broken("it names another book");
    return checkpoint;
}

} // namespace lifestory::ledger
