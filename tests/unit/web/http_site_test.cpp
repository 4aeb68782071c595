// Routes, who may reach them, and the request loop without sockets.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include <unistd.h>

#include "base/fault.h"
#include "web/http/same_site.h"
#include "web/http/site.h"
#include "web/http/wire.h"

using namespace lifestory;
using namespace lifestory::web::http;

namespace {

Handler saying(std::string words) {
    return [words = std::move(words)](const Call& call) {
        std::string all = words;
        for (const auto& [name, value] : call.parameters)
            all += " " + name + "=" + value;
        return page(all);
    };
}

Router two_levels() {
    return Router({{Method::Get, "/", Reach::SignedIn, saying("home")},
                   {Method::Get, "/children/{child}", Reach::Worker, saying("child")},
                   {Method::Get, "/children/opening", Reach::Worker, saying("opening")},
                   {Method::Post, "/children/{child}/entries/{entry}", Reach::Worker, saying("entry")}});
}

Request asking(Method method, std::string path) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.id = fresh_reference();
    return request;
}

std::string_view pattern_for(const Router& router, Method method, std::string_view path) {
    auto match = router.match(method, path);
    return match ? std::string_view(match->route->pattern()) : "";
}

static_assert(!std::is_constructible_v<Route, Method, const char*, Handler>, "a route must say who may reach it");
static_assert(std::is_constructible_v<Route, Method, const char*, Reach, Handler>);

} // namespace

TEST(HttpRouter, fits_whole_segments_and_prefers_the_literal_one) {
    auto router = two_levels();
    EXPECT_EQ(pattern_for(router, Method::Get, "/"), "/");
    EXPECT_EQ(pattern_for(router, Method::Get, "/children/opening"), "/children/opening");
    EXPECT_EQ(pattern_for(router, Method::Get, "/children/7f"), "/children/{child}");
    EXPECT_EQ(pattern_for(router, Method::Head, "/children/7f"), "/children/{child}");
    EXPECT_EQ(pattern_for(router, Method::Get, "/children"), "");
    EXPECT_EQ(pattern_for(router, Method::Get, "/children/7f/entries"), "");
    auto match = router.match(Method::Post, "/children/7f/entries/9a");
    EXPECT_EQ(match->parameters, (Fields{{"child", "7f"}, {"entry", "9a"}}));
    EXPECT_EQ(router.methods_at("/children/7f/entries/9a"), std::vector{Method::Post});
}

TEST(HttpRouter, refuses_two_routes_for_one_address) {
    EXPECT_THROW(Router({{Method::Get, "/a/{b}", Reach::Everyone, saying("")},
                         {Method::Get, "/a/{c}", Reach::Worker, saying("")}}),
                 Fault);
}

TEST(HttpRouter, lists_each_route_with_who_may_reach_it_and_how_much_may_be_sent) {
    auto router = two_levels();
    std::string listed;
    for (const auto& route : router.routes())
        listed += std::string(name_of(route.method())) + " " + route.pattern() + " " + std::string(name_of(route.reach())) + " " +
                  std::to_string(route.body_limit()) + "\n";
    EXPECT_EQ(listed, "GET / signed-in 0\nGET /children/{child} worker 0\nGET /children/opening worker 0\n"
                      "POST /children/{child}/entries/{entry} worker 1048576\n");
}

TEST(HttpSite, asks_the_guard_before_every_handler_and_hands_on_what_it_found) {
    Site site{two_levels(), {}, {}, {}, {}};
    site.guard = [](const Route& route, Call& call) -> std::optional<Response> {
        if (route.reach() == Reach::SignedIn)
            return see_other("/session");
        call.who = std::string("Priya");
        return std::nullopt;
    };
    EXPECT_EQ(answer(site, asking(Method::Get, "/")).status, 303);
    EXPECT_EQ(answer(site, asking(Method::Get, "/children/7f")).body, "child child=7f");
    Call call{{}, {}, {}, std::string("Priya")};
    EXPECT_EQ(call.caller<std::string>(), "Priya");
    EXPECT_THROW(call.caller<int>(), std::bad_any_cast);
}

TEST(HttpSite, gives_refused_and_absent_the_same_bytes_but_for_nothing) {
    Site site{two_levels(), {}, {}, {}, {}};
    site.trouble = [](Trouble, const Request&) { return page("Page not found"); };
    site.guard = [&](const Route&, Call& call) -> std::optional<Response> {
        return answer_trouble(site, Trouble::NotFound, call.request, 404);
    };
    EXPECT_EQ(answer(site, asking(Method::Get, "/children/7f")), answer(site, asking(Method::Get, "/nothing/here")));
}

TEST(HttpSite, logs_the_pattern_and_a_faults_words_but_never_a_paths_value_or_another_exceptions_words) {
    auto path = testing::TempDir() + "http_log_" + std::to_string(::getpid());
    auto* file = std::fopen(path.c_str(), "w");
    Site site{Router({{Method::Get, "/children/{child}", Reach::Worker, [](const Call& call) -> Response {
                          if (call.parameter("child") == "Tilly")
                              throw std::runtime_error("nothing known of Tilly");
                          throw Fault("the disk said no");
                      }}}),
              {}, {}, {}, Log::to(::fileno(file))};
    auto request = asking(Method::Get, "/children/Tilly");
    request.id = "K7M-24F";
    EXPECT_EQ(answer(site, request).status, 500);
    request.path = "/children/Reece";
    EXPECT_EQ(answer(site, request).status, 500);
    std::fclose(file);
    std::stringstream log;
    log << std::ifstream(path).rdbuf();
    ::unlink(path.c_str());
    EXPECT_NE(log.str().find("answered request=K7M-24F method=GET route=/children/{child} status=500"), std::string::npos);
    EXPECT_NE(log.str().find("the disk said no"), std::string::npos);
    EXPECT_EQ(log.str().find("Tilly"), std::string::npos);
    EXPECT_EQ(log.str().find("Reece"), std::string::npos);
}

TEST(HttpSite, apologises_even_when_the_page_for_trouble_fails) {
    Site site{};
    site.trouble = [](Trouble, const Request&) -> Response { throw Fault("no page"); };
    auto response = answer(site, asking(Method::Get, "/"));
    EXPECT_EQ(response.status, 404);
    EXPECT_NE(response.body, "");
}

TEST(HttpSameSite, believes_what_the_browser_says_of_where_a_request_comes_from) {
    auto from = [](Fields headers) {
        Request request;
        request.headers = std::move(headers);
        return is_from_our_own_pages(request);
    };
    EXPECT_TRUE(from({{"sec-fetch-site", "same-origin"}}));
    for (auto elsewhere : {"cross-site", "same-site", "none", ""})
        EXPECT_FALSE(from({{"sec-fetch-site", elsewhere}})) << elsewhere;
    EXPECT_TRUE(from({{"origin", "http://localhost:8080"}, {"host", "localhost:8080"}}));
    EXPECT_FALSE(from({{"origin", "http://localhost:8081"}, {"host", "localhost:8080"}}));
    EXPECT_FALSE(from({{"origin", "null"}, {"host", "localhost:8080"}}));
    EXPECT_FALSE(from({{"sec-fetch-site", "cross-site"}, {"origin", "http://localhost"}, {"host", "localhost"}}));
    EXPECT_TRUE(from({}));
}

TEST(HttpSameSite, fits_a_token_only_to_itself) {
    EXPECT_TRUE(token_fits("abc", "abc"));
    EXPECT_FALSE(token_fits("abd", "abc"));
    EXPECT_FALSE(token_fits("", ""));
    EXPECT_FALSE(token_fits("", "abc"));
}

TEST(HttpSameSite, keeps_the_session_in_a_cookie_that_scripts_and_other_hosts_cannot_touch) {
    Response response;
    set_session_cookie(response, Transport::Tls, "v");
    EXPECT_EQ(response.headers.get("Set-Cookie"), "__Host-session=v; Path=/; HttpOnly; SameSite=Strict; Secure");
    Response plain;
    set_session_cookie(plain, Transport::Plain, "v");
    EXPECT_EQ(plain.headers.get("Set-Cookie"), "session=v; Path=/; HttpOnly; SameSite=Strict");
    Response gone;
    clear_session(gone, Transport::Plain);
    EXPECT_EQ(gone.headers.get("Set-Cookie"), "session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    EXPECT_TRUE(gone.headers.has("Clear-Site-Data"));
    Request twice;
    twice.cookies = {{"session", "a"}, {"session", "b"}};
    EXPECT_EQ(session_cookie(twice), "");
}

TEST(HttpProtection, asks_for_tls_for_two_years_only_over_tls) {
    Site site{};
    auto request = asking(Method::Get, "/");
    EXPECT_FALSE(answer(site, request).headers.has("Strict-Transport-Security"));
    request.transport = Transport::Tls;
    EXPECT_EQ(answer(site, request).headers.get("Strict-Transport-Security"), "max-age=63072000; includeSubDomains");
}

TEST(HttpWire, writes_a_head_with_its_date_length_and_no_stray_lines) {
    auto response = see_other("/drafts/1");
    EXPECT_EQ(write_head(response, Afterwards::Close, 1798027200),
              "HTTP/1.1 303 See Other\r\nDate: Wed, 23 Dec 2026 12:00:00 GMT\r\nLocation: /drafts/1\r\nContent-Length: 0\r\n"
              "Connection: close\r\n\r\n");
    response.headers.add("X", "a\nb");
    EXPECT_THROW(check_headers(response), Fault);
}

TEST(HttpReference, is_short_readable_aloud_and_not_repeated) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto reference = fresh_reference();
        EXPECT_EQ(reference.size(), 7u);
        EXPECT_EQ(reference.find_first_not_of("ABCDEFGHJKLMNPQRTUVWXYZ2346789-"), std::string::npos);
        EXPECT_EQ(reference[3], '-');
        seen.insert(reference);
    }
    EXPECT_GT(seen.size(), 995u);
}
