#include "web/http/protection.h"

namespace lifestory::web::http {

namespace {

void add_where_missing(Response& response, std::string_view name, std::string_view value) {
    if (!response.headers.has(name))
        response.headers.add(std::string(name), std::string(value));
}

std::string_view cache_control(Caching caching) {
    switch (caching) {
    case Caching::NoStore: return "no-store";
    case Caching::Revalidate: return "public, no-cache";
    case Caching::Immutable: return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

} // namespace

void protect(Response& response, Transport transport) {
    add_where_missing(response, "Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
                      "connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
                      "frame-ancestors 'none'");
    add_where_missing(response, "X-Content-Type-Options", "nosniff");
    add_where_missing(response, "X-Frame-Options", "DENY");
    add_where_missing(response, "Referrer-Policy", "no-referrer");
    add_where_missing(response, "Cross-Origin-Opener-Policy", "same-origin");
    add_where_missing(response, "Cross-Origin-Resource-Policy", "same-origin");
    add_where_missing(response, "Permissions-Policy",
                      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), "
                      "payment=(), usb=()");
    add_where_missing(response, "Cache-Control", cache_control(response.caching));
    if (transport == Transport::Tls) // two years
        add_where_missing(response, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

} // namespace lifestory::web::http
