// What is written beside a signed entry through /api/v1: the same acts, permissions and refusals as on the pages.
#pragma once

#include "casework/sign.h"
#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_add(const ApiCall& api);
http::Response api_comment(const ApiCall& api);
http::Response api_endorse(const ApiCall& api);
http::Response api_ask_correction(const ApiCall& api);
http::Response api_correct(const ApiCall& api);
http::Response api_put_day_right(const ApiCall& api);
http::Response api_withdraw(const ApiCall& api);
http::Response api_close(const ApiCall& api);
http::Response api_release(const ApiCall& api);
http::Response api_disagree(const ApiCall& api);
http::Response api_share(const ApiCall& api);

// {how, not_yet_reason, look_again, warning}, already held to its schema.
casework::Releasing releasing_of(const JsonObject& said);

} // namespace lifestory::web::pages
