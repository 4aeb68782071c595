// What the forms of facts, people, homes and intervals of a life share: "Who said so?" (somebody of the family, a document, what the worker
// saw), days asked and read, and "When did we learn it?".
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

struct WhoSaid {
    std::string said_by;   // "Kerry Barrow, Tilly's mum"
    std::string how_known; // "told", "document", "seen"
};

Html who_said_fields(const Caller& caller, const access::OpenRecord& open, const Asked& asked);
Result<WhoSaid> read_who_said(const Caller& caller, const access::OpenRecord& open, const desk::Fields& fields); // refused at "said-by"

Html ask_day(const Asked& asked, const std::string& name, std::string_view legend, std::string_view hint = {});

// Reads days one after another, and keeps what was refused, each at its box.
struct DaysRead {
    Refusals refusals;
    std::optional<calendar::Day> day(const desk::Fields& fields, const std::string& name, std::string_view if_missing = {});
};

// "When did we learn it?": today, unless something else was typed.
void propose_today(const House& house, const http::Call& call, desk::Fields& fields);

} // namespace lifestory::web::pages
