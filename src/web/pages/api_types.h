// What a record type asks, as JSON: the keys by which a draft's fields are named (form_fields.h).
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

JsonArray items_json(const std::vector<const policy::Item*>& items);
http::Response api_record_type(const ApiCall& api); // ?child=: what is asked of that child today

} // namespace lifestory::web::pages
