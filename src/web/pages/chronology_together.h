// The chronology of brothers and sisters as one, on the file of the child from whom it was opened: those children alone whose record
// the reader may open, each with the rows that the reader may see of that child. Opening it is a look at each of the records.
#pragma once

#include <vector>

#include "web/html/ours.h"
#include "web/http/router.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_together_routes(const House& house);

// What cannot be opened is left out, as if it had not been asked for.
struct Together {
    std::vector<access::OpenRecord> children; // the child of this file first
    std::vector<chronology::Chronology> chronologies;
};
Together together_with(const House& house, const Caller& caller, const access::OpenRecord& open, const std::vector<RecordNumber>& others);

// Brothers and sisters whose record this caller may open; to name them is no look.
std::vector<const record::Person*> could_be_together(const House& house, const Caller& caller, const access::OpenRecord& open);

} // namespace lifestory::web::pages
