// One answer, without its wire: the server adds length, date and connection, the site the headers that protect.
#pragma once

#include <string>
#include <string_view>

#include "web/http/fields.h"

namespace lifestory::web::http {

enum class Caching {
    NoStore,    // all that holds anything about anybody
    Revalidate, // public, under a name that stays: asked for again by its ETag
    Immutable   // public, under a name made from its bytes
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8"; // empty when there is no body
    std::string body;
    Fields headers; // beside the ones every answer has; names as they are to be written
    Caching caching = Caching::NoStore;

    bool operator==(const Response&) const = default;
};

Response page(std::string html, int status = 200);
Response json(std::string text, int status = 200); // application/json
Response see_other(std::string path);              // 303: after every POST that did something
Response no_content();                             // 204

} // namespace lifestory::web::http
