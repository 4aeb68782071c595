#include "desk/codec.h"

#include <gtest/gtest.h>

#include "base/fault.h"

namespace lifestory::desk {
namespace {

using namespace std::chrono_literals;

Draft full_draft() {
    Writer priya{WorkerNumber::random(), "Priya Anand"}, sam{WorkerNumber::random(), "Sam O'Kóro"};
    Draft draft;
    draft.draft = DraftId::random();
    draft.form = FormNumber::random();
    draft.owner = priya;
    draft.writers = {priya, sam};
    draft.record = RecordNumber::random();
    draft.record_type = "visit";
    draft.version = 7;
    draft.fields = {{"happened", "\"Nan's\" is quiet.\n\\ محمد"}, {"seen", "alone\nbaby awake"}};
    draft.stopped_at = "happened";
    draft.saved_by = sam;
    draft.created = Instant(5s);
    draft.updated = Instant(9s);
    draft.put_away = PutAway{"Twice.", priya, Instant(10s)};
    draft.sent_back = {{sam, Instant(11s), {{"happened", "Say who."}}}, {priya, Instant(12s), {}}};
    draft.awaits_manager = true;
    draft.signed_as = EntryId::random();
    return draft;
}

TEST(DeskCodec, ADraftIsReadAsItWasWritten) {
    auto draft = full_draft();
    EXPECT_EQ(read_draft(write_draft(draft)), draft);
    EXPECT_EQ(read_draft(write_draft(Draft{})), Draft{});
}

TEST(DeskCodec, VersionsOpeningsAndSecretsAreReadAsTheyWereWritten) {
    Writer sam{WorkerNumber::random(), "Sam Okoro"};
    EarlierVersion version{3, sam, Instant(4s), {{"a", "b"}}, true};
    EXPECT_EQ(read_version(write_version(version)), version);
    DraftOpening opening{sam, "Priya is ill.", Instant(6s)};
    EXPECT_EQ(read_opening(write_opening(opening)), opening);
    Account account{sam.worker, "$argon2id$", Bytes("\0secret\xff", 8), 0, false}, read{sam.worker, "", {}, 0, false};
    read_secrets(write_secrets(account), read);
    EXPECT_EQ(read, account);
}

TEST(DeskCodec, AnythingElseIsAFault) {
    EXPECT_THROW(read_draft("[]"), Fault);
    EXPECT_THROW(read_version("{"), Fault);
}

TEST(DeskFields, AreKeptInOneSpellingWithoutTheEmptyOnes) {
    EXPECT_EQ(*clean_fields({{"a", "one\r\ntwo"}, {"b", ""}}), (Fields{{"a", "one\ntwo"}}));
    EXPECT_EQ(clean_fields({{"a", "\xc3("}}).refusal().field, "a");
    EXPECT_EQ(clean_fields({{"a", std::string(1u << 20, 'x')}, {"b", std::string(2u << 20, 'x')}}).refusal().field, "b");
}

} // namespace
} // namespace lifestory::desk
