// The documents of a child's record as JSON, and a file of one as it was put in.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_documents(const ApiCall& api);
http::Response api_file(const ApiCall& api);

} // namespace lifestory::web::pages
