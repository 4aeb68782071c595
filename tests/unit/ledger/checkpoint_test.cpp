#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

#include "ledger/checkpoint.h"

using namespace lifestory;
using namespace lifestory::ledger;

namespace {

SigningKey key_from(char seed) {
    EXPECT_GE(sodium_init(), 0);
    std::array<unsigned char, 32> public_key, octets;
    octets.fill(static_cast<unsigned char>(seed));
    SigningKey key{"lifestory/" + std::string(32, seed), Bytes(64, '\0')};
    crypto_sign_seed_keypair(public_key.data(), reinterpret_cast<unsigned char*>(key.secret.data()), octets.data());
    return key;
}

} // namespace

TEST(Checkpoint, is_three_lines_a_blank_one_and_a_signature) {
    auto key = key_from('a');
    auto note = sign({key.name, 12, sha256("root")}, key);
    EXPECT_TRUE(note.starts_with(key.name + "\n12\n" + to_base64(view(sha256("root"))) + "\n\n\u2014 " + key.name + " "));
    auto read = read_checkpoint(note, verifier_key(key));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (Checkpoint{key.name, 12, sha256("root")}));
}

TEST(Checkpoint, of_another_key_is_refused) {
    auto key = key_from('a'), other = key_from('b');
    EXPECT_FALSE(read_checkpoint(sign({other.name, 12, {}}, other), verifier_key(key)));
    other.name = key.name;
    EXPECT_FALSE(read_checkpoint(sign({key.name, 12, {}}, other), verifier_key(key)));
    EXPECT_FALSE(read_checkpoint(sign({"lifestory/elsewhere", 12, {}}, key), verifier_key(key)));
}

TEST(Checkpoint, may_carry_the_signatures_of_witnesses) {
    auto key = key_from('a');
    auto note = sign({key.name, 12, {}}, key);
    note += "\u2014 witness.example " + to_base64(std::string(72, 'w')) + "\n";
    EXPECT_TRUE(read_checkpoint(note, verifier_key(key)));
    EXPECT_FALSE(read_checkpoint(note + "nonsense\n", verifier_key(key)));
}

TEST(Checkpoint, sizes_have_one_spelling) {
    auto key = key_from('a');
    auto note = sign({key.name, 12, {}}, key);
    for (const auto* size : {"012", "+12", "12 ", "-1", "99999999999999999999", ""}) {
        auto changed = note;
        changed.replace(changed.find("\n12\n"), 4, "\n" + std::string(size) + "\n");
        EXPECT_FALSE(read_checkpoint(changed, verifier_key(key)));
    }
}

RC_GTEST_PROP(Checkpoint, a_changed_bit_is_always_refused, ()) {
    auto key = key_from('a');
    auto note = sign({key.name, 987654321, sha256("root")}, key);
    auto bit = *rc::gen::inRange<std::size_t>(0, note.size() * 8);
    note[bit / 8] = static_cast<char>(note[bit / 8] ^ (1 << bit % 8));
    RC_ASSERT(!read_checkpoint(note, verifier_key(key)));
}

TEST(VerifierKey, that_was_mistyped_is_refused) {
    auto key = key_from('a');
    auto note = sign({key.name, 12, {}}, key);
    for (const auto* wrong : {"", "+", "++", "name+00000000+", "name+00000000+AAAA"})
        EXPECT_FALSE(read_checkpoint(note, wrong));
    auto verifier = verifier_key(key);
    verifier[verifier.find('+') + 1] = verifier[verifier.find('+') + 1] == '0' ? '1' : '0';
    EXPECT_FALSE(read_checkpoint(note, verifier));
}
