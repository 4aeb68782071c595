#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>

#include "ledger/keys.h"
#include "ledger/sealed.h"

using namespace lifestory;
using namespace lifestory::ledger;

namespace {

Header header_of(RecordNumber record) {
    Header header;
    header.number = 3;
    header.record = record;
    header.time = *calendar::parse_utc("2026-12-23T10:40:00.000Z");
    return header;
}

} // namespace

RC_GTEST_PROP(Sealing, opens_to_the_same_words_and_to_nothing_after_a_changed_bit, (std::string words, std::string bound)) {
    Cipher cipher;
    auto key = SecretKey::random();
    auto sealed = cipher.seal(key, words, bound);
    RC_ASSERT(sealed.size() == words.size() + sealing_adds);
    RC_ASSERT(cipher.open(key, sealed, bound).value() == words);
    RC_ASSERT(!cipher.open(key, sealed, bound + "x"));
    RC_ASSERT(!cipher.open(SecretKey::random(), sealed, bound));
    auto bit = *rc::gen::inRange<std::size_t>(0, sealed.size() * 8);
    sealed[bit / 8] = static_cast<char>(sealed[bit / 8] ^ (1 << bit % 8));
    RC_ASSERT(!cipher.open(key, sealed, bound));
}

TEST(Sealing, the_same_words_are_never_sealed_the_same) {
    Cipher cipher;
    auto key = SecretKey::random();
    EXPECT_NE(cipher.seal(key, "words", ""), cipher.seal(key, "words", ""));
    EXPECT_FALSE(cipher.open(key, std::string(sealing_adds - 1, 'x'), ""));
}

// The test case 14 of the GCM proposal: a zero key, a zero nonce, sixteen zero octets.
TEST(Sealing, is_AES_256_GCM_as_others_have_it) {
    auto sealed = std::string(12, '\0') + *from_hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    auto zero = SecretKey::from_bytes(std::string(32, '\0'));
    EXPECT_EQ(Cipher().open(*zero, sealed, "").value(), std::string(16, '\0'));
}

TEST(WrappedKey, is_60_bytes_and_opens_for_its_own_record_alone) {
    auto master = SecretKey::random(), key = SecretKey::random();
    auto wrapped = wrap(master, key, "record one");
    EXPECT_EQ(wrapped.size(), 60u);
    EXPECT_EQ(unwrap(master, wrapped, "record one")->view(), key.view());
    EXPECT_FALSE(unwrap(master, wrapped, "record two"));
    EXPECT_FALSE(unwrap(SecretKey::random(), wrapped, "record one"));
}

TEST(Fingerprint, tells_keys_records_and_key_numbers_apart) {
    auto key = SecretKey::random();
    auto record = RecordNumber::random();
    EXPECT_EQ(fingerprint(key, record, 1), fingerprint(key, record, 1));
    EXPECT_NE(fingerprint(key, record, 1), fingerprint(key, record, 2));
    EXPECT_NE(fingerprint(key, record, 1), fingerprint(key, RecordNumber::random(), 1));
    EXPECT_NE(fingerprint(key, record, 1), fingerprint(SecretKey::random(), record, 1));
}

TEST(SealedEntry, opens_only_where_it_was_put) {
    Cipher cipher;
    auto key = SecretKey::random();
    auto record = RecordNumber::random();
    Envelope envelope{EntryId::random(), FormNumber::random(), 5, fingerprint(key, record, 1), R"({"a":1})"};
    auto sealed = seal_entry(header_of(record), envelope, key, cipher);
    StoredEntry stored{3, record, 5, sealed.header_text, sealed.body};
    auto header = check_header(stored);
    ASSERT_TRUE(header);
    EXPECT_EQ(open_body(stored, *header, key, cipher).value(), envelope);

    auto moved = stored;
    moved.place = 6;
    EXPECT_FALSE(open_body(moved, *header, key, cipher));
    moved = stored;
    moved.number = 4;
    EXPECT_FALSE(check_header(moved));
    moved = stored;
    moved.record = RecordNumber::random();
    EXPECT_FALSE(check_header(moved));
    auto later = *header;
    later.time += std::chrono::milliseconds(1);
    auto text = write(later);
    moved = stored;
    moved.header = text;
    ASSERT_TRUE(check_header(moved));
    EXPECT_FALSE(open_body(moved, later, key, cipher));
}

TEST(SealedEntry, with_another_keys_fingerprint_is_refused) {
    Cipher cipher;
    auto key = SecretKey::random();
    auto record = RecordNumber::random();
    Envelope envelope{EntryId::random(), {}, 0, fingerprint(SecretKey::random(), record, 1), "{}"};
    auto sealed = seal_entry(header_of(record), envelope, key, cipher);
    StoredEntry stored{3, record, 0, sealed.header_text, sealed.body};
    EXPECT_FALSE(open_body(stored, *check_header(stored), key, cipher));
}

TEST(MasterKey, is_made_once_for_its_owner_alone_and_never_made_anew) {
    auto folder = std::filesystem::temp_directory_path() / ("lifestory-" + RecordNumber::random().hex());
    std::filesystem::create_directories(folder);
    auto file = folder / "master.key";
    EXPECT_EQ(master_key(file, IfAbsent::Refuse).refusal().code, "no-master-key");
    auto made = master_key(file, IfAbsent::Make);
    ASSERT_TRUE(made);
    EXPECT_EQ(master_key(file, IfAbsent::Make)->view(), made->view());
    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u);
    std::ofstream(file, std::ios::trunc) << "too short\n";
    EXPECT_EQ(master_key(file, IfAbsent::Make).refusal().code, "master-key-wrong");
    std::filesystem::remove_all(folder);
}
