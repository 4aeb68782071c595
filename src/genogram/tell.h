// The same family in words: a nested list that holds all that the drawing shows, for screen readers and for whoever would
// rather read.
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

struct TellingItem {
    std::string words;
    std::vector<TellingItem> under;
    bool operator==(const TellingItem&) const = default;
};

std::vector<TellingItem> tell(const Family& family, std::optional<Day> on);

// Two blanks deeper for each level, a dash before each item.
std::string plain_text(const std::vector<TellingItem>& items);

} // namespace lifestory::genogram
