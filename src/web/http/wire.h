// A response's head as bytes (RFC 9112, 4 and 5; RFC 9110, 6.6.1 and 8.6). Pure; the body follows it unchanged.
#pragma once

#include <ctime>
#include <string>

#include "web/http/head.h"
#include "web/http/response.h"

namespace lifestory::web::http {

// Throws Fault where a header holds a line end or another control character: it would become a header of its own.
void check_headers(const Response& response);

// Of a response that check_headers lets pass.
std::string write_head(const Response& response, Afterwards afterwards, std::time_t now);

bool may_have_body(Method method, int status); // not to HEAD, 204, 304

} // namespace lifestory::web::http
