// People and family: who is in the child's life, who lives where, who has parental responsibility, who has died, who works with them
// (pages.md 6.11). Read by who reads the whole record; changing them is person.h's and home.h's.
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Url people_path(RecordNumber child);

// The record opened by who may change its people; refused as "not-found".
Result<access::OpenRecord> open_family_to_change(const House& house, const http::Call& call);
bool may_change_people(const access::OpenRecord& open);

// A page of one form about the family, with what was typed.
struct FamilyPage {
    std::string title;
    Html before, content;
    std::string button;
    Url action;
};
http::Response family_page(const House& house, const http::Call& call, const access::OpenRecord& open, const FamilyPage& page, const Refusals& refusals);
http::Response keep_in_family(const House& house, const http::Call& call, const access::OpenRecord& open, const Result<casework::Writing>& writing,
                              const PageAgain& again);

// Ticks of people of the family, by number: NAME holds a number a line.
Html tick_people(const Asked& asked, const std::string& name, std::string_view legend, std::string_view hint, const std::vector<const record::Person*>& people);
std::vector<PersonNumber> ticked_people(const desk::Fields& fields, const std::string& name);
std::string lines_of_people(const std::vector<PersonNumber>& people);     // as the field holds them
Html who_is_not_told(const Asked& asked, const access::OpenRecord& open); // the children of the family; field "not-told"

std::vector<http::Route> people_routes(const House& house);

} // namespace lifestory::web::pages
