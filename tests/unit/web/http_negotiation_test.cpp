#include <gtest/gtest.h>

#include "web/http/negotiation.h"

using namespace lifestory::web::http;

TEST(HttpCookies, are_read_in_order_and_malformed_ones_passed_over) {
    auto cookies = read_cookies("__Host-session=abc=; ; =x; bare; spoilt name=1; two=a b;two=2");
    EXPECT_EQ(cookies, (Fields{{"__Host-session", "abc="}, {"two", "a b"}, {"two", "2"}}));
    EXPECT_TRUE(read_cookies("").empty());
}

TEST(HttpAccept, picks_what_the_client_likes_best) {
    const std::vector<std::string_view> offered{"text/html", "application/json"};
    EXPECT_EQ(best_accepted("", offered), 0u);
    EXPECT_EQ(best_accepted("*/*", offered), 0u);
    EXPECT_EQ(best_accepted("application/json", offered), 1u);
    EXPECT_EQ(best_accepted("text/html;q=0.5, application/*;q=0.8", offered), 1u);
    EXPECT_EQ(best_accepted("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", offered), 0u);
    EXPECT_EQ(best_accepted("text/html;q=0, */*", offered), 1u);
    EXPECT_EQ(best_accepted("image/png", offered), std::nullopt);
    EXPECT_EQ(best_accepted("application/json;q=2, text/html;q=0.1", offered), 0u);
}

TEST(HttpAcceptEncoding, takes_only_what_is_named_and_not_refused) {
    EXPECT_TRUE(takes_encoding("gzip, deflate, br", "br"));
    EXPECT_TRUE(takes_encoding("GZIP;q=0.1", "gzip"));
    EXPECT_FALSE(takes_encoding("gzip;q=0", "gzip"));
    EXPECT_FALSE(takes_encoding("gzip;q=0.000", "gzip"));
    EXPECT_FALSE(takes_encoding("brotli", "br"));
    EXPECT_FALSE(takes_encoding("*", "br"));
}

TEST(HttpIfNoneMatch, compares_tags_weakly_and_knows_the_star) {
    EXPECT_TRUE(matches_tag("\"a\", W/\"b\"", "\"b\""));
    EXPECT_TRUE(matches_tag("*", "\"b\""));
    EXPECT_TRUE(matches_tag("\"a,b\"", "\"a,b\""));
    EXPECT_FALSE(matches_tag("\"a\"", "\"b\""));
    EXPECT_FALSE(matches_tag("", "\"b\""));
}

TEST(HttpMediaType, is_read_with_its_parameters) {
    EXPECT_EQ(read_media_type("Text/HTML; Charset=\"utf-8\"; a=b"), (MediaType{"text/html", {{"charset", "utf-8"}, {"a", "b"}}}));
    EXPECT_EQ(read_media_type("multipart/form-data; boundary=\"a;\\\"b\"")->parameters.get("boundary"), "a;\"b");
    for (auto bad : {"", "text", "text/", "/html", "a/b/c", "text/html; charset", "text/html; =x", "text/html; a=\"b"})
        EXPECT_EQ(read_media_type(bad), std::nullopt) << bad;
}
