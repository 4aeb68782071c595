// Dates as a draft gives them: "6 May 2023", "the 8th February", "May 16th", "06/05/2023".
#pragma once

#include <vector>

#include "prose/token.h"

namespace lifestory::prose {

struct Date {
    std::uint32_t first = 0, last = 0; // words, end exclusive
    int day = 0, month = 0, year = 0;  // year 0: not given; day 0: "in June 2023", and month 0 too: "in 2023"
};

std::vector<Date> dates_in(const Document& document); // outside quotations and pasted e-mails

} // namespace lifestory::prose
