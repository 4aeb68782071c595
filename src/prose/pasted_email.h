// E-mails and message threads pasted into a record: their header lines, reply marks, sign-off and disclaimer (LEI-041). That
// one was sent, or what it said, is no paste.
#pragma once

#include <optional>
#include <vector>

#include "prose/token.h"

namespace lifestory::prose {

struct Draft;
class Reader;

std::vector<Span> pasted_emails(const Document& document); // in the order of the text
std::vector<struct Finding> find_pasted_emails(const Draft& draft);

// What somebody wrote in a pasted e-mail, without its header, sign-off, signature, small print and the e-mail that it answers. None: nothing
// would be left, or nothing would be gone.
std::optional<Span> message_in(std::string_view text, const Span& email, const Reader& reader);

} // namespace lifestory::prose
