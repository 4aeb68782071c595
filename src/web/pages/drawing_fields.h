// What the page of drawing with the family asks, and what was answered: who tells, whom to add to whom, a tie, and what stands around.
#pragma once

#include "casework/draw_family.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

// As the page opens: the child, whoever told last and who they live with as they were left; what stands around as it was kept.
desk::Fields drawing_fields(const access::OpenRecord& open, const http::Call& call, calendar::Day today);

Html drawing_form(const access::OpenRecord& open, const Asked& asked, const Html& lately); // `lately`: what was drawn, to be undone

std::vector<std::string> telling(const access::OpenRecord& open, const desk::Fields& fields); // by name
std::string left_as_it_was(const access::OpenRecord& open, const desk::Fields& fields);     // for the next press: numbers alone

struct Drawn {
    record::Person person;
    record::Relationship tie;
    std::optional<record::Household> home;
};
Drawn drawn_person(const access::OpenRecord& open, const http::Call& call, const desk::Fields& fields, const std::string& kind, calendar::Day today);
record::Relationship drawn_tie(const access::OpenRecord& open, const desk::Fields& fields);
record::KeptGenogram kept_genogram(const access::OpenRecord& open, const desk::Fields& fields);

} // namespace lifestory::web::pages
