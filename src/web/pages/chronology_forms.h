// What the pages share on which something is written into a chronology: who may, the form, and where it leads.
#pragma once

#include "web/pages/beside_entry.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

// Refused as "not-found" for whoever may not see all of the record, or not write into its chronology.
Result<access::OpenRecord> chronology_to_keep(const House& house, const http::Call& call);

Keeping keeping(const House& house, const access::OpenRecord& open, std::string_view type, std::string_view code);

struct FormPage {
    std::string title;
    Html before, content;
    std::string button;
    Url action;
};
http::Response form_page(const House& house, const http::Call& call, const access::OpenRecord& open, const FormPage& page, const Refusals& refusals);

Html what_a_row_says(const Asked& asked, const std::string& name); // what happened, what it meant, what was done

} // namespace lifestory::web::pages
