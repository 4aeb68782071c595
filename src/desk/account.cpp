#include "desk/account.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::desk {

std::string comparable_email(std::string_view typed) {
    auto email = trim(typed);
    for (char& letter : email)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return email;
}

bool may_be_an_address(std::string_view typed) {
    auto email = trim(typed);
    auto at = email.find('@');
    bool has_both = at != std::string::npos && at > 0 && at + 1 < email.size() && email.find('@', at + 1) == std::string::npos;
    bool is_plain = std::ranges::none_of(email, [](char letter) { return static_cast<unsigned char>(letter) <= ' ' || letter == '<' || letter == '>' || letter == ','; });
    return has_both && is_plain && letters(email) <= 254;
}

} // namespace lifestory::desk
