// Numbers by their check digits: those of the published rules, right and wrong.
#include <gtest/gtest.h>

#include "record/identifiers.h"

namespace lifestory::record {

TEST(NhsNumber, is_right_by_its_last_digit_however_it_is_typed) {
    for (const auto* typed : {"943 476 5870", "9434765870", " 943-476-5870 "}) {
        auto read = read_nhs_number(typed);
        EXPECT_FALSE(read.fault) << typed;
        EXPECT_EQ(read.written, "943 476 5870");
    }
}

TEST(NhsNumber, says_what_is_wrong_with_it) {
    EXPECT_EQ(read_nhs_number("943 476 5871").fault, NumberFault::WrongCheck);
    EXPECT_EQ(read_nhs_number("943 476 587").fault, NumberFault::WrongLength);
    EXPECT_EQ(read_nhs_number("943 476 58O0").fault, NumberFault::WrongSigns);
    EXPECT_EQ(read_nhs_number("").fault, NumberFault::WrongLength);
    for (char last = '0'; last <= '9'; ++last) // its check digit would be ten: no such number is given
        EXPECT_EQ(read_nhs_number(std::string("000000006") + last).fault, NumberFault::WrongCheck) << last;
}

TEST(PupilNumber, is_right_by_its_first_letter_also_a_temporary_one) {
    for (const auto* typed : {"A950000178301", "H243278544154", "B801200005001", "b801 2000 05001"})
        EXPECT_FALSE(read_pupil_number(typed).fault) << typed;
    int letters_that_fit = 0; // of a temporary one, with a letter at its end, one first letter fits
    for (char first : std::string("ABCDEFGHJKLMNPQRTUVWXYZ"))
        letters_that_fit += read_pupil_number(first + std::string("80120000500A")).fault ? 0 : 1;
    EXPECT_EQ(letters_that_fit, 1);
}

TEST(PupilNumber, says_what_is_wrong_with_it) {
    for (const auto* typed : {"R247962919251", "X428558133462", "A801200005001"})
        EXPECT_EQ(read_pupil_number(typed).fault, NumberFault::WrongCheck) << typed;
    EXPECT_EQ(read_pupil_number("ASFFAGSVSV123").fault, NumberFault::WrongSigns);
    EXPECT_EQ(read_pupil_number("R325").fault, NumberFault::WrongLength);
}

} // namespace lifestory::record
