#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "web/http/head.h"

using namespace lifestory;
using namespace lifestory::web::http;

TEST(HttpHead, is_read_into_method_path_query_headers_and_cookies) {
    auto head = read_head("POST /children/a%20b/visit?kind=visit&kind=note HTTP/1.1\r\nHost: localhost:8080\r\n"
                          "Content-Length:  12 \r\nCookie: session=abc; other=1\r\nX-Empty:\r\n\r\n").value();
    EXPECT_EQ(head.request.method, Method::Post);
    EXPECT_EQ(head.request.path, "/children/a b/visit");
    EXPECT_EQ(head.request.query.all("kind"), (std::vector<std::string>{"visit", "note"}));
    EXPECT_EQ(head.request.header("host"), "localhost:8080");
    EXPECT_TRUE(head.request.headers.has("x-empty"));
    EXPECT_EQ(head.request.cookies.get("session"), "abc");
    EXPECT_EQ(head.length, 12u);
    EXPECT_EQ(head.afterwards, Afterwards::KeepOpen);
    EXPECT_FALSE(head.chunked);
}

TEST(HttpHead, closes_after_http_1_0_and_when_asked) {
    EXPECT_EQ(read_head("GET / HTTP/1.0\r\n\r\n").value().afterwards, Afterwards::Close);
    EXPECT_EQ(read_head("GET / HTTP/1.1\r\nHost: a\r\nConnection: TE, Close\r\n\r\n").value().afterwards, Afterwards::Close);
}

TEST(HttpHead, expects_continue_only_before_a_body) {
    EXPECT_EQ(read_head("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-Continue\r\n\r\n").value().expecting,
              Expecting::Continue);
    EXPECT_EQ(read_head("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n").value().expecting, Expecting::Nothing);
}

TEST(HttpHead, ends_at_its_blank_line_however_it_comes_in) {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", more = head + "GET /next";
    for (std::size_t seen = 0; seen < head.size(); ++seen) {
        EXPECT_FALSE(find_head_end(std::string_view(head).substr(0, seen)).value().has_value());
        EXPECT_EQ(find_head_end(more, seen).value(), head.size());
    }
}

TEST(HttpHead, is_refused_at_the_first_wrong_byte_without_waiting_for_the_rest) {
    EXPECT_EQ(find_head_end("GET / HTTP/1.1\n").refusal().code, "bad-framing");
    EXPECT_EQ(find_head_end("GET / HTTP/1.1\rX").refusal().code, "bad-framing");
    EXPECT_EQ(find_head_end("\x16\x03").refusal().code, "bad-framing");
    EXPECT_EQ(find_head_end(std::string(head_limit, 'a')).refusal().code, "head-too-large");
    EXPECT_FALSE(find_head_end(std::string(head_limit - 1, 'a')).value().has_value());
}

TEST(HttpHead, has_one_spelling_for_each_path) {
    EXPECT_EQ(read_path("/").value(), "/");
    EXPECT_EQ(read_path("/assets/a-1.css").value(), "/assets/a-1.css");
    EXPECT_EQ(read_path("/%C3%A9").value(), "/\u00e9");
    for (auto bad : {"", "a", "//", "/a//b", "/a/", "/./a", "/a/..", "/%2e", "/%2E%2e/a", "/a%2Fb", "/a%5cb", "/a\\b", "/%00",
                     "/%0a", "/%7f", "/%", "/%4", "/%g0"})
        EXPECT_FALSE(read_path(bad)) << bad;
}

// The reader never takes one body length where a second reading is possible, whatever lines stand around it.
RC_GTEST_PROP(HttpHead, never_accepts_a_second_framing_line_wherever_it_stands, ()) {
    auto lines = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"Content-Length: 0", "Content-Length: 5", "content-length: 5",
                                                    "Transfer-Encoding: chunked", "TRANSFER-ENCODING: Chunked", "X: y",
                                                    "Cookie: a=b", "Accept: */*"}));
    std::string head = "POST / HTTP/1.1\r\nHost: a\r\n";
    int framing = 0;
    for (const auto& line : lines) {
        head += line + "\r\n";
        framing += line.find("ength") != std::string::npos || line.find("hunked") != std::string::npos;
    }
    RC_ASSERT(read_head(head + "\r\n").has_value() == (framing <= 1 && lines.size() < most_header_lines));
}
