// What keeps other sites from acting in a signed-in worker's name: where a request comes from, the form's token, and
// the session's cookie. ASVS 5.0: 3.3.1 to 3.3.4, 3.5.1, 3.5.3, 14.3.1.
#pragma once

#include <string>
#include <string_view>

#include "web/http/request.h"
#include "web/http/response.h"

namespace lifestory::web::http {

// False when a browser says that another site, or another origin of ours, made it send this. A request that says
// nothing of where it comes from (a program's) is let through: the token decides.
bool is_from_our_own_pages(const Request& request);

// Whether the token that the form brought is the session's; in constant time. An empty token never fits.
bool token_fits(std::string_view brought, std::string_view expected);

// "__Host-session" over TLS; "session" over plain HTTP on localhost, where the prefix is not allowed.
std::string_view session_cookie_name(Transport transport);
std::string_view session_cookie(const Request& request); // its value; empty when there is none, or there are two

void set_session_cookie(Response& response, Transport transport, std::string_view value);
// The cookie gone, and what the browser kept of our pages with it.
void clear_session(Response& response, Transport transport);

} // namespace lifestory::web::http
