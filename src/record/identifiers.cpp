#include "record/identifiers.h"

#include <algorithm>
#include <cctype>

namespace lifestory::record {

namespace {

constexpr std::string_view check_letters = "ABCDEFGHJKLMNPQRTUVWXYZ"; // no I, O or S

std::string without_blanks(std::string_view typed) {
    std::string kept;
    for (unsigned char sign : typed)
        if (!std::isspace(sign) && sign != '-')
            kept += static_cast<char>(std::toupper(sign));
    return kept;
}

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

} // namespace

ReadNumber read_nhs_number(std::string_view typed) {
    auto digits = without_blanks(typed);
    if (!std::all_of(digits.begin(), digits.end(), is_digit))
        return {digits, NumberFault::WrongSigns};
    if (digits.size() != 10)
        return {digits, NumberFault::WrongLength};
    int sum = 0;
    for (int place = 0; place < 9; ++place)
        sum += (10 - place) * (digits[static_cast<std::size_t>(place)] - '0');
    int check = 11 - sum % 11;
    if (check == 11)
        check = 0;
    auto written = digits.substr(0, 3) + ' ' + digits.substr(3, 3) + ' ' + digits.substr(6);
    if (check != digits[9] - '0') // 10 is no digit at all
        return {written, NumberFault::WrongCheck};
    return {written, std::nullopt};
}

ReadNumber read_pupil_number(std::string_view typed) {
    auto signs = without_blanks(typed);
    if (signs.size() != 13)
        return {signs, NumberFault::WrongLength};
    bool ends_well = is_digit(signs[12]) || check_letters.find(signs[12]) != std::string_view::npos; // a letter: a temporary one
    if (check_letters.find(signs[0]) == std::string_view::npos || !std::all_of(signs.begin() + 1, signs.begin() + 12, is_digit) || !ends_well)
        return {signs, NumberFault::WrongSigns};
    std::size_t sum = 0;
    for (std::size_t place = 1; place < signs.size(); ++place) {
        auto worth = is_digit(signs[place]) ? static_cast<std::size_t>(signs[place] - '0') : check_letters.find(signs[place]);
        sum += (place + 1) * worth;
    }
    if (check_letters[sum % 23] != signs[0])
        return {signs, NumberFault::WrongCheck};
    return {signs, std::nullopt};
}

} // namespace lifestory::record
