#include "base/long_bytes.h"

#include <gtest/gtest.h>

#include "base/fault.h"

namespace lifestory {

namespace {

std::string film() {
    std::string bytes;
    for (int i = 0; i < 2'500'000; ++i)
        bytes += static_cast<char>(i * 31 % 251);
    return bytes;
}

TEST(LongBytes, are_read_piece_by_piece_to_their_end_or_until_enough_was_seen) {
    const auto bytes = film();
    std::size_t pieces = 0, seen = 0;
    read_on(held(bytes), [&](std::string_view piece) {
        ++pieces;
        seen += piece.size();
        return Reading::GoesOn;
    });
    EXPECT_EQ(seen, bytes.size());
    EXPECT_GT(pieces, 1u);
    pieces = 0;
    read_on(held(bytes), [&](std::string_view) {
        ++pieces;
        return Reading::IsEnough;
    });
    EXPECT_EQ(pieces, 1u);
}

TEST(LongBytes, have_the_digest_of_what_they_are) {
    const auto bytes = film();
    EXPECT_EQ(sha256(held(bytes)), sha256(std::string_view(bytes)));
    EXPECT_EQ(sha256(held("")), sha256(std::string_view()));
    EXPECT_EQ(whole(held(bytes)), bytes);
}

TEST(LongBytes, of_a_part_are_that_part_and_no_more) {
    const auto bytes = film();
    const auto part = part_of(held(bytes), 1'000'000, 50);
    EXPECT_EQ(part.length, 50u);
    EXPECT_EQ(whole(part), bytes.substr(1'000'000, 50));
    EXPECT_EQ(part.read(40, 100), bytes.substr(1'000'040, 10));
    EXPECT_EQ(part.read(50, 100), "");
}

TEST(LongBytes, that_end_before_they_said_are_a_fault) {
    const LongBytes broken{100, [](std::uint64_t from, std::size_t) { return from == 0 ? Bytes(10, 'x') : Bytes(); }};
    EXPECT_THROW(whole(broken), Fault);
}

} // namespace

} // namespace lifestory
