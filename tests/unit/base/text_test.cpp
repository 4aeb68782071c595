#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/numbers.h"
#include "base/text.h"

using namespace lifestory;

TEST(Text, folds_case_accents_and_curly_apostrophes_so_that_names_are_found) {
    EXPECT_EQ(fold("O\u2019Dowd"), "o'dowd");
    EXPECT_EQ(fold("Zo\u00eb \u00c9LISE"), "zoe elise");
    EXPECT_EQ(fold("\u0645\u062d\u0645\u062f"), "\u0645\u062d\u0645\u062f");
}

TEST(Text, keeps_what_was_typed_but_for_control_characters_and_line_ends) {
    EXPECT_EQ(clean_text("Mum said:\r\n\"no\"\x01").value(), "Mum said:\n\"no\"");
    EXPECT_EQ(clean_text("Zoe\u0308").value(), "Zo\u00eb");
    EXPECT_EQ(clean_text("\xff").refusal().code, "not-utf8");
}

TEST(Text, counts_and_cuts_by_letters_not_bytes) {
    EXPECT_EQ(letters("\u0141ukasz"), 6u);
    EXPECT_EQ(first("\u0141ukasz", 2), "\u0141u");
    EXPECT_EQ(trim("\u00a0 a b \n"), "a b");
    EXPECT_TRUE(is_blank(" \u2003\n"));
}

TEST(Text, offers_the_nearest_known_word) {
    EXPECT_EQ(nearest("limt", {"limit", "after", "what"}), "limit");
    EXPECT_EQ(nearest("zzzzzz", {"limit", "after"}), "");
}

TEST(Bytes, base64_has_one_spelling) {
    EXPECT_EQ(to_base64("any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw==");
    EXPECT_EQ(from_base64("YW55IGNhcm5hbCBwbGVhcw==").value(), "any carnal pleas");
    EXPECT_FALSE(from_base64("YW55IGNhcm5hbCBwbGVhcw="));
    EXPECT_FALSE(from_base64("YW55IGNhcm5hbCBwbGVhcx=="));
}

TEST(Bytes, sha256_of_the_empty_string_is_the_known_one) {
    EXPECT_EQ(to_hex(view(sha256(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Numbers, are_written_as_32_hexadecimal_digits_and_read_back) {
    auto number = RecordNumber::random();
    EXPECT_EQ(number.hex().size(), 32u);
    EXPECT_EQ(RecordNumber::parse(number.hex()).value(), number);
    EXPECT_FALSE(RecordNumber::parse("12"));
    EXPECT_FALSE(RecordNumber::parse(std::string(32, 'G')));
}
