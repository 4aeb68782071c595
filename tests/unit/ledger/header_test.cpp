#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/envelope.h"
#include "ledger/header.h"

using namespace lifestory;
using namespace lifestory::ledger;

namespace {

Header some_header() {
    Header header;
    header.number = 1204;
    header.record = *RecordNumber::parse("00112233445566778899aabbccddeeff");
    header.key = 2;
    header.time = *calendar::parse_utc("2026-12-23T10:40:00.125Z");
    header.body = sha256("sealed");
    header.length = 2048;
    return header;
}

constexpr const char* written = "lifestory-entry 1\nnumber 1204\nrecord 00112233445566778899aabbccddeeff\nkey 2\n"
                                "time 2026-12-23T10:40:00.125Z\n"
                                "body 0a3c6ec3af1bc7f95a6ca5bb31f59f34ea5d4d64ca90a2ceb8aae86ad4cae6be\nlength 2048\n";

} // namespace

TEST(Header, is_written_in_fixed_lines_under_400_bytes) {
    auto text = write(some_header());
    auto expected = std::string(written);
    auto body = expected.find("body ") + 5;
    expected.replace(body, 64, to_hex(view(sha256("sealed"))));
    EXPECT_EQ(text, expected);
    EXPECT_LT(text.size(), longest_header);
    EXPECT_EQ(read_header(text).value(), some_header());
    EXPECT_TRUE(text.starts_with(bound_part(some_header())));
}

TEST(Header, has_one_spelling) {
    auto text = write(some_header());
    auto refuses = [&](std::string_view from, std::string_view to) {
        auto changed = text;
        changed.replace(changed.find(from), from.size(), to);
        EXPECT_FALSE(read_header(changed)) << changed;
    };
    refuses("entry 1", "entry 2");
    refuses("number 1204", "number 01204");
    refuses("number 1204", "number +1204");
    refuses("number 1204", "number -1");
    refuses("number 1204", "number 99999999999999999999");
    refuses("number 1204", "number 1204 ");
    refuses("number 1204", "number ");
    refuses("number 1204\n", "number 1204\r\n");
    refuses("aabb", "AABB");
    refuses("key 2", "key 4294967296");
    refuses("10:40", "25:40");
    refuses("Z\n", "+00:00\n");
    refuses("2048\n", "2048");
    refuses("2048\n", "2048\nmore 1\n");
    refuses("key 2\n", "");
    EXPECT_FALSE(read_header(""));
    EXPECT_FALSE(read_header(std::string(500, 'x')));
}

RC_GTEST_PROP(Header, what_is_read_is_written_the_same, (std::uint64_t number, std::uint32_t key, std::uint64_t length)) {
    Header header = some_header();
    header.number = number;
    header.key = key;
    header.length = length;
    header.time = calendar::Instant(std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)));
    auto text = write(header);
    RC_ASSERT(read_header(text).value() == header);
    RC_ASSERT(text.size() < longest_header);
}

RC_GTEST_PROP(Header, a_changed_bit_is_another_header_or_none, ()) {
    auto text = write(some_header());
    auto bit = *rc::gen::inRange<std::size_t>(0, text.size() * 8);
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ (1 << bit % 8));
    auto read = read_header(text);
    bool told_apart = !read || (*read != some_header() && write(*read) == text);
    RC_ASSERT(told_apart);
}

TEST(Envelope, is_read_as_it_was_written_and_in_no_other_spelling) {
    Envelope envelope{EntryId::random(), FormNumber::random(), 7, sha256("key"), R"({"words":"Hello"})"};
    auto text = write(envelope);
    EXPECT_EQ(read_envelope(text).value(), envelope);
    envelope.key_fingerprint.reset();
    EXPECT_EQ(read_envelope(write(envelope)).value(), envelope);
    envelope.files = {{FileNumber::random(), 12, sha256("a scan")}, {FileNumber::random(), 700'000, sha256("a drawing")}};
    text = write(envelope);
    EXPECT_EQ(read_envelope(text).value(), envelope);
    for (std::size_t cut = 0; cut < text.size(); ++cut)
        EXPECT_FALSE(read_envelope(text.substr(0, cut)));
    EXPECT_FALSE(read_envelope(" " + text));
    auto later = text;
    later.replace(later.find("\"format\":1"), 10, "\"format\":2");
    EXPECT_FALSE(read_envelope(later));
}
