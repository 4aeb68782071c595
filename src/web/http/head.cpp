#include "web/http/head.h"

#include <algorithm>
#include <array>

#include "web/http/characters.h"
#include "web/http/form.h"
#include "web/http/negotiation.h"

namespace lifestory::web::http {

namespace {

Refusal bad_framing(std::string what) { return refuse("bad-framing", std::move(what)); }

Result<Method> read_method(std::string_view word) {
    constexpr std::array all{Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete};
    for (auto method : all)
        if (word == name_of(method))
            return method;
    return bad_framing("The method is none that we answer.");
}

Outcome read_target(std::string_view target, Request& request) {
    auto question = target.find('?');
    request.path = TRY(read_path(target.substr(0, question)));
    if (question != std::string_view::npos)
        request.query = TRY(read_urlencoded(target.substr(question + 1)));
    return Nothing{};
}

// RFC 9112, 3: method SP request-target SP HTTP-version, single spaces. Returns the version's last digit.
Result<char> read_request_line(std::string_view line, Request& request) {
    auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return bad_framing("The request line needs a method, a target and a version.");
    auto target = line.substr(first + 1, last - first - 1), version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return bad_framing("The version must be HTTP/1.1.");
    if (!std::all_of(target.begin(), target.end(), is_visible_ascii) || target.find('#') != std::string_view::npos)
        return bad_framing("The target holds a character that must be encoded.");
    request.method = TRY(read_method(line.substr(0, first)));
    TRY(read_target(target, request));
    return version.back();
}

// RFC 9112, 5: name, colon directly after it, value. A line that begins with white space would go on the line before
// it (obsolete folding): refused, as its name is then no token.
Result<Field> read_header_line(std::string_view line) {
    auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos ||
        !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_token_character))
        return bad_framing("A header line needs a name with a colon directly after it.");
    return Field{to_lower(line.substr(0, colon)), std::string(without_spaces(line.substr(colon + 1)))};
}

Result<std::uint64_t> read_length(std::string_view digits) {
    if (digits.empty() || digits.size() > 15 || !std::all_of(digits.begin(), digits.end(), is_digit))
        return bad_framing("Content-Length must be one number.");
    std::uint64_t length = 0;
    for (char digit : digits)
        length = length * 10 + static_cast<std::uint64_t>(digit - '0');
    return length;
}

// RFC 9112, 6: one length, or chunks, never both and never twice.
Outcome read_body_framing(Head& head, char version) {
    auto lengths = head.request.headers.all("content-length");
    auto codings = head.request.headers.all("transfer-encoding");
    if (lengths.size() + codings.size() > 1)
        return bad_framing("The length of the body is given more than once.");
    if (!lengths.empty())
        head.length = TRY(read_length(lengths.front()));
    if (!codings.empty() && (to_lower(codings.front()) != "chunked" || version == '0'))
        return bad_framing("The only transfer encoding that we read is chunked, in HTTP/1.1.");
    head.chunked = !codings.empty();
    return Nothing{};
}

// RFC 9112, 3.2: exactly one Host in HTTP/1.1, at most one in HTTP/1.0.
Outcome check_host(const Fields& headers, char version) {
    auto hosts = headers.all("host");
    if (hosts.size() > 1 || (hosts.empty() && version == '1'))
        return bad_framing("Exactly one Host is needed.");
    if (!hosts.empty() && (hosts.front().empty() || !std::all_of(hosts.front().begin(), hosts.front().end(), is_host_character)))
        return bad_framing("Host must be a name or an address, with or without a port.");
    return Nothing{};
}

Outcome read_wishes(Head& head, char version) {
    std::string connection;
    for (const auto& value : head.request.headers.all("connection")) {
        if (!is_token_list(value))
            return bad_framing("Connection must be a list of words.");
        connection += (connection.empty() ? "" : ",") + value;
    }
    head.afterwards = version == '0' || list_holds(connection, "close") ? Afterwards::Close : Afterwards::KeepOpen;
    if (!head.request.headers.has("expect"))
        return Nothing{};
    if (to_lower(head.request.header("expect")) != "100-continue")
        return refuse("unknown-expectation", "The only expectation that we meet is 100-continue.");
    if (version == '1' && (head.chunked || head.length > 0))
        head.expecting = Expecting::Continue;
    return Nothing{};
}

Result<Fields> read_header_lines(std::string_view lines) {
    Fields headers;
    while (!lines.empty()) {
        if (headers.size() == most_header_lines)
            return refuse("head-too-large", "There are too many header lines.");
        auto end = lines.find("\r\n");
        auto field = TRY(read_header_line(lines.substr(0, end)));
        headers.add(std::move(field.name), std::move(field.value));
        lines.remove_prefix(end + 2);
    }
    return headers;
}

bool is_dot_segment(std::string_view segment) { return segment == "." || segment == ".."; }

} // namespace

Result<std::optional<std::size_t>> find_head_end(std::string_view so_far, std::size_t seen) {
    auto limit = std::min(so_far.size(), head_limit);
    for (std::size_t i = seen; i < limit; ++i) {
        char c = so_far[i];
        bool after_return = i > 0 && so_far[i - 1] == '\r';
        if ((c == '\n') != after_return)
            return bad_framing("A line must end in carriage return and line feed.");
        if (is_control(c) && c != '\r' && c != '\n' && c != '\t')
            return bad_framing("A control character stands in the head.");
        if (c == '\n' && i >= 3 && so_far[i - 2] == '\n')
            return std::optional(i + 1);
    }
    if (so_far.size() >= head_limit)
        return refuse("head-too-large", "The head is longer than 16 KB.");
    return std::optional<std::size_t>();
}

Result<std::string> read_path(std::string_view encoded) {
    if (encoded.empty() || encoded.front() != '/')
        return bad_framing("The target must begin with a slash.");
    auto path = decode_percent(encoded);
    if (!path || std::any_of(path->begin(), path->end(), [](char c) { return is_control(c) || c == '\\'; }) ||
        std::count(path->begin(), path->end(), '/') != std::count(encoded.begin(), encoded.end(), '/'))
        return bad_framing("The path holds a character that cannot stand in one.");
    std::string_view rest = std::string_view(*path).substr(1);
    while (!rest.empty()) {
        auto slash = rest.find('/');
        auto segment = rest.substr(0, slash);
        if (segment.empty() || is_dot_segment(segment) || slash == rest.size() - 1)
            return bad_framing("The path holds an empty or a dotted segment.");
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    return *path;
}

Result<Head> read_head(std::string_view head) {
    auto end = TRY(find_head_end(head));
    if (end != head.size())
        return bad_framing("The head must end in its blank line.");
    Head read;
    auto line_end = head.find("\r\n");
    char version = TRY(read_request_line(head.substr(0, line_end), read.request));
    auto lines = head.substr(line_end + 2);
    lines.remove_suffix(2);
    read.request.headers = TRY(read_header_lines(lines));
    TRY(check_host(read.request.headers, version));
    TRY(read_body_framing(read, version));
    TRY(read_wishes(read, version));
    read.request.cookies = read_cookies(read.request.header("cookie"));
    return read;
}

} // namespace lifestory::web::http
