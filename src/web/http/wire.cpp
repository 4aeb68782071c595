#include "web/http/wire.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/fault.h"
#include "web/http/characters.h"

namespace lifestory::web::http {

namespace {

std::string_view reason(int status) { // RFC 9110, 15
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    }
    return "";
}

std::string http_date(std::time_t now) { // RFC 9110, 5.6.7
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                       months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

void check_header(std::string_view name, std::string_view value) {
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_token_character) ||
        std::any_of(value.begin(), value.end(), is_control))
        throw Fault("a response header holds a character that cannot stand in one");
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
    check_header(name, value);
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void check_headers(const Response& response) {
    check_header("Content-Type", response.content_type);
    for (const auto& [name, value] : response.headers)
        check_header(name, value);
}

std::string write_head(const Response& response, Afterwards afterwards, std::time_t now) {
    std::string head;
    head.reserve(1024);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    add_line(head, "Date", http_date(now));
    if (!response.content_type.empty())
        add_line(head, "Content-Type", response.content_type);
    for (const auto& [name, value] : response.headers)
        add_line(head, name, value);
    if (response.status != 204 && response.status != 304)
        add_line(head, "Content-Length", std::to_string(response.length()));
    if (afterwards == Afterwards::Close)
        add_line(head, "Connection", "close");
    head += "\r\n";
    return head;
}

bool may_have_body(Method method, int status) { return method != Method::Head && status != 204 && status != 304; }

} // namespace lifestory::web::http
