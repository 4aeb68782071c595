// Where somebody else's words stand in quotation marks: these are the speaker's own and are left alone.
#pragma once

#include "prose/token.h"

namespace lifestory::prose {

// Finds the quotations of a document and marks the words in them. One that is never closed is none.
void mark_quotations(Document& document);

} // namespace lifestory::prose
