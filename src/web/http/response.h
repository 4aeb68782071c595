// One answer, without its wire: the server adds length, date and connection, the site the headers that protect.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/long_bytes.h"
#include "web/http/fields.h"

namespace lifestory::web::http {

struct Request;

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
    std::shared_ptr<const LongBytes> long_body{}; // sent instead of `body`, read as it goes out

    std::uint64_t length() const { return long_body ? long_body->length : body.size(); }
    bool operator==(const Response&) const = default;
};

Response page(std::string html, int status = 200);
Response json(std::string text, int status = 200); // application/json
Response see_other(std::string path);              // 303: after every POST that did something
// 200, or of what a Range asks for 206 and 416 (RFC 9110, 14). A list of several ranges is answered by the whole.
Response long_answer(const Request& request, LongBytes bytes, std::string content_type);
Response no_content();                             // 204

} // namespace lifestory::web::http
