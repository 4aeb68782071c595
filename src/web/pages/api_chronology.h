// A child's chronology as JSON: its rows with their entries, what the policy offers, the stretches without an important event.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_chronology(const ApiCall& api); // ?for=child

} // namespace lifestory::web::pages
