// Drafts through /api/v1: begun, read, saved, and signed. The fields are those of the record's page (form_fields.h),
// merged in the same way when two people write.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_begin_draft(const ApiCall& api);
http::Response api_draft(const ApiCall& api);
http::Response api_save_draft(const ApiCall& api);
http::Response api_sign_draft(const ApiCall& api);

} // namespace lifestory::web::pages
