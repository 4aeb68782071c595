// What a well framed request may count on: keep-alive, pipelining, HEAD, chunks, 100-continue, limits with our own
// page, and the headers that protect every answer.
#include <gtest/gtest.h>

#include "faults/http_site.h"

using namespace lifestory;
using namespace lifestory::tests;
using http::Fields;

TEST(HttpConversation, keeps_the_line_open_and_answers_pipelined_requests_in_their_order) {
    RunningServer server;
    Line line(server.port());
    std::string many;
    for (int i = 0; i < 50; ++i)
        many += fmt::format("GET /children/{} HTTP/1.1\r\nHost: localhost\r\n\r\n", i);
    line.send(many);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(line.receive().body, fmt::format("GET|/children/{}||0", i));
}

TEST(HttpConversation, finds_the_next_request_exactly_behind_a_body) {
    RunningServer server;
    Line line(server.port());
    line.send("POST /notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              "Content-Length: 10\r\n\r\nnote=GET /POST /notes HTTP/1.1\r\nHost: localhost\r\n"
              "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: z\r\n\r\n"
              "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(line.receive().body, "POST|/notes|GET /|10");
    EXPECT_EQ(line.receive().body, "POST|/notes||5");
    auto last = line.receive();
    EXPECT_EQ(last.body, "GET|/hello||0");
    EXPECT_EQ(last.header("connection"), "close");
    EXPECT_TRUE(line.is_closed_by_the_other_side());
}

TEST(HttpConversation, reads_a_request_that_comes_byte_by_byte) {
    RunningServer server;
    Line line(server.port());
    for (char c : std::string("POST /notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                              "\r\nContent-Length: 8\r\n\r\nnote=one"))
        line.send(std::string(1, c));
    EXPECT_EQ(line.receive().body, "POST|/notes|one|8");
}

TEST(HttpConversation, answers_head_as_get_without_the_body) {
    RunningServer server;
    Line line(server.port());
    line.send("HEAD /hello HTTP/1.1\r\nHost: localhost\r\n\r\nGET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    auto head = line.receive("HEAD");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), "14"); // "HEAD|/hello||0"
    EXPECT_EQ(line.receive().body, "GET|/hello||0");
}

TEST(HttpConversation, says_continue_only_when_it_will_take_the_body) {
    RunningServer server;
    Line line(server.port());
    line.send("POST /short HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(line.receive().status, 100);
    line.send("abc");
    EXPECT_EQ(line.receive().body, "POST|/short||3");
    line.send("POST /short HTTP/1.1\r\nHost: localhost\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(line.receive().status, 413);
    EXPECT_TRUE(line.is_closed_by_the_other_side());
}

TEST(HttpConversation, takes_a_body_up_to_the_routes_limit_and_no_byte_more) {
    RunningServer server;
    HttpClient client(server.port());
    EXPECT_EQ(client.send("POST", "/short", {}, std::string(100, 'a')).status, 200);
    EXPECT_EQ(client.send("POST", "/short", {}, std::string(101, 'a')).status, 413);
    EXPECT_EQ(client.send("POST", "/notes", {}, std::string(1 << 20, 'a')).status, 200);
    EXPECT_EQ(client.send("POST", "/notes", {}, std::string((1 << 20) + 1, 'a')).body, "too large");
    EXPECT_EQ(client.send("POST", "/photographs", {}, std::string(4 << 20, 'a')).status, 200);
    EXPECT_EQ(client.send("GET", "/hello", {}, "a").status, 413);
}

TEST(HttpConversation, counts_chunks_against_the_limit_too) {
    RunningServer server;
    Line line(server.port());
    line.send("POST /short HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i)
        line.send("a\r\n0123456789\r\n");
    auto answer = line.receive();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.body, "too large");
}

TEST(HttpConversation, lets_a_sender_of_far_too_much_read_the_refusal) {
    RunningServer server;
    HttpClient client(server.port());
    auto answer = client.send("POST", "/notes", {}, std::string(12 << 20, 'a'));
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.body, "too large");
}

TEST(HttpConversation, gives_the_same_bytes_for_every_address_where_nothing_is) {
    RunningServer server;
    HttpClient client(server.port());
    auto first = client.get("/nothing"), second = client.get("/children/a/b/c");
    EXPECT_EQ(first.status, 404);
    EXPECT_EQ(first.body, "Page not found");
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(client.send("DELETE", "/hello", {}, "").header("allow"), "GET, HEAD");
}

TEST(HttpConversation, turns_a_fault_into_an_apology_with_a_reference_and_goes_on) {
    RunningServer server;
    HttpClient client(server.port());
    auto sorry = client.get("/fault");
    EXPECT_EQ(sorry.status, 500);
    EXPECT_TRUE(sorry.body.starts_with("Sorry. Give this number: "));
    EXPECT_EQ(sorry.body.find("disk"), std::string::npos);
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST(HttpConversation, never_lets_a_value_become_a_header_of_its_own) {
    RunningServer server;
    auto answer = HttpClient(server.port()).get("/smuggle");
    EXPECT_EQ(answer.status, 500);
    EXPECT_FALSE(answer.headers.has("set-cookie"));
}

TEST(HttpConversation, protects_every_answer_whatever_it_is) {
    RunningServer server;
    HttpClient client(server.port());
    for (auto path : {"/hello", "/nothing", "/fault", "/assets/style-1a2b.css"}) {
        auto answer = client.get(path);
        auto policy = answer.header("content-security-policy");
        for (auto part : {"default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'",
                          "frame-ancestors 'none'", "form-action 'self'"})
            EXPECT_NE(policy.find(part), std::string_view::npos) << path << " " << part;
        EXPECT_EQ(policy.find("unsafe"), std::string_view::npos);
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.header("x-frame-options"), "DENY");
        EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
        EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_EQ(answer.header("cross-origin-resource-policy"), "same-origin");
        EXPECT_NE(answer.header("permissions-policy"), "");
        EXPECT_FALSE(answer.headers.has("strict-transport-security"));
        EXPECT_FALSE(answer.headers.has("server"));
    }
    EXPECT_EQ(client.get("/hello").header("cache-control"), "no-store");
    EXPECT_EQ(client.get("/fault").header("cache-control"), "no-store");
    EXPECT_EQ(client.get("/assets/style-1a2b.css").header("cache-control"), "public, max-age=31536000, immutable");
}

TEST(HttpConversation, serves_an_asset_in_the_smallest_encoding_that_the_browser_takes) {
    RunningServer server;
    HttpClient client(server.port());
    auto fetch = [&](std::string encodings) {
        return client.send("GET", "/assets/style-1a2b.css", Fields{{"Accept-Encoding", std::move(encodings)}}, "");
    };
    EXPECT_EQ(fetch("gzip, deflate, br").body, "BROTLIED");
    EXPECT_EQ(fetch("gzip, br;q=0").body, "GZIPPED");
    EXPECT_EQ(fetch("identity").body, "body{}");
    auto tag = std::string(fetch("br").header("etag"));
    auto again = client.send("GET", "/assets/style-1a2b.css", Fields{{"Accept-Encoding", "br"}, {"If-None-Match", tag}}, "");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
}
