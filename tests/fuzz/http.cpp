// A request's head, and the header values that are read from it. Whatever our strict reader accepts, Beast's parser
// must accept too, with the same method, target and body length: two readers, one meaning.
#include <cstdint>
#include <cstdlib>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "web/http/head.h"
#include "web/http/negotiation.h"

namespace {

using namespace lifestory::web::http;

void must(bool holds) {
    if (!holds)
        std::abort();
}

void agree_however_the_bytes_come(std::string_view bytes) {
    auto whole = find_head_end(bytes);
    for (std::size_t size = 0, seen = 0; size <= bytes.size(); seen = size, size += 1 + size / 7) {
        auto part = find_head_end(bytes.substr(0, size), seen);
        if (!part.has_value() || part->has_value()) {
            must(part.has_value() == whole.has_value() && (!whole.has_value() || *part == *whole));
            return;
        }
    }
}

void agree_with_beast(std::string_view bytes, const Head& head) {
    boost::beast::http::request_parser<boost::beast::http::string_body> parser;
    boost::beast::error_code error;
    parser.header_limit(head_limit);
    parser.body_limit(boost::none);
    parser.put(boost::asio::buffer(bytes), error);
    must(!error && parser.is_header_done());
    must(parser.get().method_string() == name_of(head.request.method));
    must(parser.chunked() == head.chunked);
    must(parser.content_length().value_or(0) == head.length || head.chunked);
    for (const auto& [name, value] : head.request.headers)
        must(parser.get().count(name) > 0);
}

void hold_what_the_site_counts_on(const Head& head) {
    const auto& path = head.request.path;
    must(path.front() == '/' && path.find("//") == std::string::npos && path.find("/../") == std::string::npos);
    must(head.request.headers.all("content-length").size() + head.request.headers.all("transfer-encoding").size() <= 1);
    must(head.request.headers.all("host").size() <= 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    agree_however_the_bytes_come(bytes);
    read_media_type(bytes);
    read_cookies(bytes);
    best_accepted(bytes, {"text/html", "application/json"});
    takes_encoding(bytes, "br");
    matches_tag(bytes, "\"a\"");
    auto end = find_head_end(bytes);
    if (!end || !*end)
        return 0;
    auto text = bytes.substr(0, **end);
    if (auto head = read_head(text)) {
        agree_with_beast(text, *head);
        hold_what_the_site_counts_on(*head);
    }
    return 0;
}
