// The two pages behind a one-time address: an e-mail address and a password, then the secret of the six-digit codes and one code
// that shows they work. Only then does the account hold. An address that is wrong, used or too old gets the same bytes.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

// Fields and words that the first administrator's page has too.
Html email_box(const http::Call& call, const Refusals& refusals);
Html new_password_box(const Refusals& refusals, std::string name, std::string_view label, std::string_view hint);
Html code_secret_words(const Bytes& secret); // "Give this address to the program ..."

std::vector<http::Route> joining_routes(const House& house);

} // namespace lifestory::web::pages
