// E-mails and message threads pasted into a record: their header lines, reply marks, sign-off and disclaimer (LEI-041). That
// one was sent, or what it said, is no paste.
#pragma once

#include <vector>

#include "prose/token.h"

namespace lifestory::prose {

struct Draft;

std::vector<Span> pasted_emails(const Document& document); // in the order of the text
std::vector<struct Finding> find_pasted_emails(const Draft& draft);

} // namespace lifestory::prose
