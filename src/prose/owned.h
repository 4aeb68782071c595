// Whose words and whose opinion a sentence gives: the child's own, somebody's who is named, the writer's who says so, or
// nobody's.
#pragma once

#include "prose/draft.h"

namespace lifestory::prose {

bool is_childs_own(const Draft& draft, std::size_t at); // reported as said by the child: "you told me that he is a liar"
bool is_owned(const Draft& draft, std::size_t at);      // "I think that", "Dr Marsh said that": before this word in its sentence

} // namespace lifestory::prose
