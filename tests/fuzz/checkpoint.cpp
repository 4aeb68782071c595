// A signed checkpoint. As it comes, and with the input spliced over one that we signed: nothing but the very bytes
// that were signed may give a checkpoint, and then the one that was signed.
#include <cstdint>
#include <cstdlib>

#include <sodium.h>

#include "ledger/checkpoint.h"

namespace {

using namespace lifestory;
using namespace lifestory::ledger;

SigningKey key_for_fuzzing() {
    SigningKey key{"lifestory/00112233445566778899aabbccddeeff", Bytes(crypto_sign_SECRETKEYBYTES, '\0')};
    unsigned char seed[crypto_sign_SEEDBYTES] = {7}, public_key[crypto_sign_PUBLICKEYBYTES];
    if (crypto_sign_seed_keypair(public_key, reinterpret_cast<unsigned char*>(key.secret.data()), seed) != 0)
        std::abort();
    return key;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const SigningKey key = key_for_fuzzing();
    static const std::string known = verifier_key(key);
    static const Checkpoint signed_one{key.name, 12345, sha256("root")};
    static const std::string note = sign(signed_one, key);
    std::string_view input(reinterpret_cast<const char*>(data), size);
    auto accepted = read_checkpoint(input, known);
    if (accepted && !(*accepted == signed_one))
        std::abort();
    if (size < 2)
        return 0;
    auto at = (data[0] * 256u + data[1]) % note.size();
    auto spliced = note.substr(0, at) + std::string(input.substr(2)) +
                   note.substr(std::min(note.size(), at + size - 2));
    auto read = read_checkpoint(spliced, known);
    if (read && !(*read == signed_one))
        std::abort();
    if (!read && spliced == note)
        std::abort();
    (void)read_checkpoint(note, input);
    return 0;
}
