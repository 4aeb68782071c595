// "Who said so?", asked the same way of facts, people and intervals of a life: somebody of the family, a document, what the worker saw.
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

struct WhoSaid {
    std::string said_by;   // "Kerry Barrow, Tilly's mum"
    std::string how_known; // "told", "document", "seen"
};

Html who_said_fields(const Caller& caller, const access::OpenRecord& open, const Asked& asked);
Result<WhoSaid> read_who_said(const Caller& caller, const access::OpenRecord& open, const desk::Fields& fields); // refused at "said-by"

// "When did we learn it?": today, unless something else was typed.
void propose_today(const House& house, const http::Call& call, desk::Fields& fields);

} // namespace lifestory::web::pages
