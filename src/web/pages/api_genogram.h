// A child's family as JSON: people, unions, households, ties, the workers around it, and the same in words.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_genogram(const ApiCall& api); // ?on=, ?for=child

} // namespace lifestory::web::pages
