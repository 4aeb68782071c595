#include "web/http/same_site.h"

#include "base/bytes.h"

namespace lifestory::web::http {

namespace {

std::string own_origin(const Request& request) {
    return (request.transport == Transport::Tls ? "https://" : "http://") + std::string(request.header("host"));
}

void set_cookie(Response& response, Transport transport, std::string_view value, std::string_view more) {
    std::string cookie(session_cookie_name(transport));
    cookie.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict").append(more);
    if (transport == Transport::Tls)
        cookie += "; Secure";
    response.headers.add("Set-Cookie", std::move(cookie));
}

} // namespace

bool is_from_our_own_pages(const Request& request) {
    if (request.headers.has("sec-fetch-site"))
        return request.header("sec-fetch-site") == "same-origin";
    if (request.headers.has("origin"))
        return request.header("origin") == own_origin(request);
    return true;
}

bool token_fits(std::string_view brought, std::string_view expected) {
    return !expected.empty() && equal_in_constant_time(brought, expected);
}

std::string_view session_cookie_name(Transport transport) {
    return transport == Transport::Tls ? "__Host-session" : "session";
}

std::string_view session_cookie(const Request& request) {
    auto name = session_cookie_name(request.transport);
    return request.cookies.all(name).size() == 1 ? request.cookies.get(name) : std::string_view();
}

void set_session_cookie(Response& response, Transport transport, std::string_view value) {
    set_cookie(response, transport, value, "");
}

void clear_session(Response& response, Transport transport) {
    set_cookie(response, transport, "", "; Max-Age=0");
    response.headers.add("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
}

} // namespace lifestory::web::http
