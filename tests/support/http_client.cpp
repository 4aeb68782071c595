#include "support/http_client.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/http/characters.h"
#include "web/http/form.h"

namespace lifestory::tests {

using web::http::Fields;

namespace {

int connect_to(std::uint16_t port) {
    int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket < 0 || ::connect(socket, reinterpret_cast<sockaddr*>(&place), sizeof place) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    return socket;
}

void set_patience(int socket, std::chrono::milliseconds patience) {
    timeval limit{patience.count() / 1000, patience.count() % 1000 * 1000};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

Answer read_answer_head(std::string_view head) {
    Answer answer;
    answer.status = std::stoi(std::string(head.substr(9, 3)));
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        auto line = head.substr(0, head.find("\r\n"));
        auto colon = line.find(':');
        answer.headers.add(web::http::to_lower(line.substr(0, colon)),
                           std::string(web::http::without_spaces(line.substr(colon + 1))));
        head.remove_prefix(line.size() + 2);
    }
    return answer;
}

} // namespace

Line::Line(std::uint16_t port, std::chrono::milliseconds patience) : m_socket(connect_to(port)) {
    set_patience(m_socket, patience);
}

Line::~Line() { ::close(m_socket); }

void Line::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return; // the other side closed: what it said can still be read
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Line::finish_sending() { ::shutdown(m_socket, SHUT_WR); }

bool Line::has_something_to_receive() const {
    pollfd asked{m_socket, POLLIN, 0};
    return !m_unread.empty() || ::poll(&asked, 1, 0) > 0;
}

bool Line::receive_more() {
    char piece[65536];
    auto count = ::recv(m_socket, piece, sizeof piece, 0);
    if (count > 0)
        m_unread.append(piece, static_cast<std::size_t>(count));
    return count > 0;
}

Answer Line::receive(std::string_view method) {
    std::size_t end;
    while ((end = m_unread.find("\r\n\r\n")) == std::string::npos)
        if (!receive_more())
            return {};
    auto answer = read_answer_head(std::string_view(m_unread).substr(0, end + 2));
    m_unread.erase(0, end + 4);
    if (answer.status == 100 || method == "HEAD" || !answer.headers.has("content-length"))
        return answer;
    auto length = std::stoul(std::string(answer.header("content-length")));
    while (m_unread.size() < length)
        if (!receive_more())
            return {};
    answer.body = m_unread.substr(0, length);
    m_unread.erase(0, length);
    return answer;
}

std::string Line::receive_all() {
    while (receive_more()) {
    }
    return std::exchange(m_unread, {});
}

bool Line::is_closed_by_the_other_side() {
    char byte;
    return ::recv(m_socket, &byte, 1, MSG_PEEK) == 0 || errno == ECONNRESET;
}

Answer HttpClient::get(std::string_view path) { return send("GET", path, {}, ""); }

Answer HttpClient::post(std::string_view path, const Fields& form) {
    return send("POST", path, Fields{{"Content-Type", "application/x-www-form-urlencoded"}}, write_urlencoded(form));
}

Answer HttpClient::send(std::string_view method, std::string_view path, const Fields& more, std::string_view body) {
    auto request = std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: localhost:" +
                   std::to_string(m_port) + "\r\n";
    for (const auto* some : {&std::as_const(headers), &more})
        for (const auto& [name, value] : *some)
            request += name + ": " + value + "\r\n";
    std::string jar;
    for (const auto& [name, value] : cookies)
        jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    if (!jar.empty())
        request += "Cookie: " + jar + "\r\n";
    if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    Line line(m_port, std::chrono::seconds(30));
    line.send(request + "\r\n" + std::string(body));
    auto answer = line.receive(method);
    keep_cookies(answer);
    return answer;
}

void HttpClient::keep_cookies(const Answer& answer) {
    for (const auto& set : answer.headers.all("set-cookie")) {
        auto pair = set.substr(0, set.find(';'));
        auto equals = pair.find('=');
        if (set.find("Max-Age=0") != std::string::npos)
            cookies.erase(pair.substr(0, equals));
        else
            cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
}

} // namespace lifestory::tests
