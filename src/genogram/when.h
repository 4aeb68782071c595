// A date as surely as it is known: "3 March 1958", "about 2011", "between 1955 and 1957". How it reads in words and on the
// drawing, how old somebody was, and which of two came first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/day.h"

namespace lifestory::genogram {

using calendar::Day;

enum class Sureness { Exact, About, Before, After, Between };

struct When {
    int year = 0;
    unsigned month = 0, day = 0; // 0: not known
    Sureness sureness = Sureness::Exact;
    int last_year = 0;           // of Between
    bool operator==(const When&) const = default;
};

When when(Day day);
std::optional<When> parse_gedcom_date(std::string_view written); // none: no year in it that we can use
std::string in_words(const When& when);                          // "about March 2011"
std::string in_short(const When& when);                          // "c. 2011": the year alone
std::optional<int> age_on(const When& born, const When& on);     // none: not known to the year, or not born by then
bool comes_before(const When& one, const When& other);           // strictly
bool is_after(const When& one, Day day);                         // surely after that day

} // namespace lifestory::genogram
