// Numbers that others give a child, held to their check digits. Who gave them, and that they are this child's, is for who writes them down.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lifestory::record {

enum class NumberFault { WrongLength, WrongSigns, WrongCheck };

struct ReadNumber {
    std::string written;              // as it is kept: "943 476 5870", "A950000178301"
    std::optional<NumberFault> fault; // none: it can be right
};

ReadNumber read_nhs_number(std::string_view typed);    // blanks and dashes do not count
ReadNumber read_pupil_number(std::string_view typed);  // a unique pupil number, also a temporary one

} // namespace lifestory::record
