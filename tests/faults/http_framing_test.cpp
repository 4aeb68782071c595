// What two readers could take for two different requests is refused, on a real socket: RFC 9112, sections 2.2, 3.2,
// 5.1, 6.1 to 6.3 and 11.2. After each refusal the line is closed: nothing hidden behind it is ever answered.
#include <gtest/gtest.h>

#include "faults/http_site.h"

using namespace lifestory;
using namespace lifestory::tests;

namespace {

struct Refusal400 {
    std::string name;
    std::string bytes;
    int status = 400;
};

void PrintTo(const Refusal400& one, std::ostream* out) { *out << one.name; }

const std::string hidden = "GET /children/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::vector<Refusal400> ambiguous_requests() {
    const std::string post = "POST /notes HTTP/1.1\r\nHost: localhost\r\n", get = "GET /hello HTTP/1.1\r\nHost: localhost\r\n";
    return {
        {"content_length_with_transfer_encoding", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"transfer_encoding_with_content_length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"},
        {"two_different_lengths", post + "Content-Length: 0\r\nContent-Length: 52\r\n\r\n"},
        {"two_equal_lengths", post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"},
        {"a_list_of_lengths", post + "Content-Length: 0, 0\r\n\r\n"},
        {"a_signed_length", post + "Content-Length: +0\r\n\r\n"},
        {"a_negative_length", post + "Content-Length: -1\r\n\r\n"},
        {"a_hexadecimal_length", post + "Content-Length: 0x0\r\n\r\n"},
        {"an_empty_length", post + "Content-Length:\r\n\r\n"},
        {"a_length_beyond_64_bits", post + "Content-Length: 18446744073709551616\r\n\r\n"},
        {"space_before_the_colon", post + "Content-Length : 0\r\n\r\n"},
        {"tab_before_the_colon", post + "Content-Length\t: 0\r\n\r\n"},
        {"a_folded_header", post + "Content-Length:\r\n 0\r\n\r\n"},
        {"a_header_without_colon", get + "Nothing\r\n\r\n"},
        {"a_header_without_name", get + ": nothing\r\n\r\n"},
        {"bare_line_feeds", "GET /hello HTTP/1.1\nHost: localhost\n\n"},
        {"one_bare_line_feed", "GET /hello HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n"},
        {"a_bare_carriage_return", "GET /hello HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n"},
        {"a_nul", get + std::string("X: a\0b\r\n\r\n", 10)},
        {"an_empty_line_first", "\r\n" + get + "\r\n"},
        {"missing_host", "GET /hello HTTP/1.1\r\nX: y\r\n\r\n"},
        {"two_hosts", get + "Host: elsewhere\r\n\r\n"},
        {"an_empty_host", "GET /hello HTTP/1.1\r\nHost:\r\n\r\n"},
        {"a_host_with_a_path", "GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n"},
        {"gzip_as_transfer_encoding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
        {"chunked_twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"chunked_that_is_misspelt", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"chunked_in_http_1_0", "POST /notes HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"a_chunk_size_that_is_no_number", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n"},
        {"a_chunk_that_ends_in_a_bare_line_feed", post + "Transfer-Encoding: chunked\r\n\r\n1\na\n0\n\n"},
        {"a_chunk_longer_than_it_says", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"},
        {"an_unknown_method", "BREW /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_method_in_small_letters", "get /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"trace", "TRACE /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"connect", "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_target_with_a_host", "GET http://elsewhere/hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_target_without_slash", "GET hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"two_spaces_in_the_request_line", "GET  /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_space_in_the_target", "GET /hel lo HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"dots_in_the_path", "GET /assets/../hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"encoded_dots_in_the_path", "GET /assets/%2e%2e/hello HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"an_encoded_slash", "GET /children/a%2fb HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_backslash", "GET /children\\a HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"an_encoded_nul", "GET /children/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_broken_percent_sign", "GET /children/%4 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a_broken_percent_sign_in_the_query", "GET /hello?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"raw_letters_beyond_ascii_in_the_target", "GET /children/\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"http_2", "GET /hello HTTP/2.0\r\nHost: localhost\r\n\r\n"},
        {"http_0_9", "GET /hello\r\n\r\n"},
        {"a_tls_greeting", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)},
        {"an_unknown_expectation", get + "Expect: miracles\r\n\r\n", 417},
        {"more_than_100_header_lines", get + [] {
             std::string lines;
             for (int i = 0; i < 100; ++i)
                 lines += "X: y\r\n";
             return lines;
         }() + "\r\n", 431},
        {"a_header_longer_than_16_kb", get + "X: " + std::string(17000, 'y') + "\r\n\r\n", 431},
        {"a_header_that_never_ends", get + "X: " + std::string(100000, 'y'), 431},
    };
}

class Framing : public testing::TestWithParam<Refusal400> {
protected:
    static void SetUpTestSuite() { s_server = new RunningServer(); }
    static void TearDownTestSuite() {
        delete s_server;
        s_server = nullptr;
    }
    static RunningServer* s_server;
};
RunningServer* Framing::s_server = nullptr;

} // namespace

TEST_P(Framing, is_refused_and_what_hides_behind_it_is_never_answered) {
    Line line(s_server->port());
    line.send(GetParam().bytes + hidden);
    line.finish_sending();
    auto all = line.receive_all();
    EXPECT_EQ(all.substr(0, 12), "HTTP/1.1 " + std::to_string(GetParam().status)) << all;
    EXPECT_NE(all.find("Connection: close"), std::string::npos);
    EXPECT_EQ(all.find("HTTP/1.1", 1), std::string::npos) << "a second answer came: " << all;
    EXPECT_EQ(all.find("hidden"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(http, Framing, testing::ValuesIn(ambiguous_requests()),
                         [](const auto& test) { return test.param.name; });
