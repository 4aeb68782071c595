// Where a draft names the child whose record it is, and how each time: spoken to ("Ellie, you...") or spoken about ("Ellie
// was", "the young person", "her daughter"). And what the child's own pronoun is, as far as the draft shows it.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

enum class Called : std::uint8_t { No, About, Spoken, Another }; // Another: a boat, a cat or another girl of that name

struct CalledIn {
    std::vector<Called> of_word; // for each word
    Gender gender = Gender::Unknown;
    bool about_child = false; // somewhere the child is spoken about, or nowhere spoken to
    bool is_letter = false;   // it speaks to the child in a third of its sentences or more
    bool by_name = false;     // somewhere spoken about by name or as "the child"
};

CalledIn called_in(const Draft& draft);

} // namespace lifestory::prose
