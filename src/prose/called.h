// Where a draft names the child whose record it is, and how each time: spoken to ("Ellie, you...") or spoken about ("Ellie
// was", "the young person", "her daughter"). And what the child's own pronoun is, as far as the draft shows it.
#pragma once

#include <unordered_map>

#include "prose/draft.h"

namespace lifestory::prose {

enum class Called { About, Spoken };

struct CalledIn {
    std::unordered_map<std::uint32_t, Called> of_word; // by word
    Gender gender = Gender::Unknown;
    bool about_child = false; // somewhere the child is spoken about, or nowhere spoken to
    bool by_name = false;     // somewhere spoken about by name or as "the child"
};

CalledIn called_in(const Draft& draft);

} // namespace lifestory::prose
