#include "desk/account.h"

#include "base/text.h"

namespace lifestory::desk {

std::string comparable_email(std::string_view typed) {
    auto email = trim(typed);
    for (char& letter : email)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return email;
}

} // namespace lifestory::desk
