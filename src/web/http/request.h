// One request, already known to be well framed: what a page needs of HTTP, without its wire. Made by read_head
// (web/http/head.h) and the server; tests make them by hand.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "web/http/fields.h"

namespace lifestory::web::http {

struct Form; // web/http/form.h

enum class Method { Get, Head, Post, Put, Patch, Delete };
enum class Transport { Plain, Tls };

std::string_view name_of(Method method); // "GET"
bool is_safe(Method method);             // GET and HEAD: these never change anything (RFC 9110, 9.2.1)

struct Request {
    Method method = Method::Get;
    std::string path = "/"; // decoded, begins with "/", no empty or dot segment, no control character
    Fields query;
    Fields headers; // names in lower case
    Fields cookies;
    std::string body;
    std::shared_ptr<const Form> form{}; // of a route that takes long files: read as it came, and `body` is empty
    std::string peer; // the address at the other end, without its port
    std::string id;   // "K7M-24F": in the log, and on the page when something went wrong
    Transport transport = Transport::Plain;

    std::string_view header(std::string_view lower_case_name) const { return headers.get(lower_case_name); }
};

std::string fresh_reference(); // three and three of 30 letters and digits that are not mistaken for each other

} // namespace lifestory::web::http
