// A small HTTP client for tests: raw sockets on the loopback, a cookie jar, forms, and bytes exactly as given. It
// follows no redirect and hides nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "web/http/fields.h"

namespace lifestory::tests {

struct Answer {
    int status = 0; // 0: the line was closed, or nothing came in time
    web::http::Fields headers; // names in lower case
    std::string body;

    std::string_view header(std::string_view lower_case_name) const { return headers.get(lower_case_name); }
};

// One TCP connection; closed when it goes.
class Line {
public:
    explicit Line(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void send(std::string_view bytes);
    Answer receive(std::string_view method = "GET"); // one answer; to HEAD without its body
    std::string receive_all();                       // until the other side closes, or patience ends
    bool is_closed_by_the_other_side();              // waits for it as long as patience lasts
    bool has_something_to_receive() const; // now, without waiting
    void finish_sending();

private:
    bool receive_more();
    int m_socket;
    std::string m_unread;
};

class HttpClient {
public:
    explicit HttpClient(std::uint16_t port) : m_port(port) {}

    Answer get(std::string_view path);
    Answer post(std::string_view path, const web::http::Fields& form);
    Answer send(std::string_view method, std::string_view path, const web::http::Fields& headers, std::string_view body);

    std::map<std::string, std::string> cookies;                // kept and sent as a browser does
    web::http::Fields headers{{"Sec-Fetch-Site", "same-origin"}}; // sent with every request

private:
    void keep_cookies(const Answer& answer);
    std::uint16_t m_port;
};

} // namespace lifestory::tests
