// What is too long to be held: a form's files set aside as they come, an answer read as it goes out, and the parts of one that are asked for.
#include <gtest/gtest.h>

#include "faults/http_site.h"

using namespace lifestory;
using namespace lifestory::tests;
using namespace std::chrono_literals;

namespace {

std::string film(std::size_t length) {
    std::string bytes(length, '\0');
    for (std::size_t i = 0; i < length; ++i)
        bytes[i] = static_cast<char>(i * 31 % 251);
    return bytes;
}

constexpr std::size_t longest = 8 << 20;

http::Response count(const http::Call& call) {
    std::string words = std::string(call.form.get("note")) + "|" + std::to_string(call.request.body.size());
    for (const auto& upload : call.form.uploads)
        words += fmt::format("|{} {} {} {}", upload.file_name, upload.aside ? "aside" : "held", upload.content().length, to_hex(view(sha256(upload.content()))));
    return http::page(words);
}

http::Response give(const http::Call& call) {
    static const auto bytes = film(3'000'001);
    return http::long_answer(call.request, held(bytes), "video/mp4");
}

http::Response breaks_off(const http::Call& call) {
    LongBytes bytes{1'000'000, [](std::uint64_t from, std::size_t) -> Bytes {
                        if (from > 0)
                            throw Fault("the disk said no");
                        return Bytes(300'000, 'x');
                    }};
    return http::long_answer(call.request, bytes, "video/mp4");
}

http::Site long_site() {
    auto site = small_site();
    auto routes = site.router.routes();
    routes.emplace_back(http::Method::Post, "/films", http::Reach::Everyone, count, longest);
    routes.emplace_back(http::Method::Get, "/film", http::Reach::Everyone, give);
    routes.emplace_back(http::Method::Get, "/broken", http::Reach::Everyone, breaks_off);
    site.router = http::Router(std::move(routes));
    site.early = [](const http::Route&, const http::Request& request) -> std::optional<http::Response> {
        return request.header("x-stranger").empty() ? std::nullopt : std::optional(http::see_other("/session"));
    };
    return site;
}

std::string form_of(const std::string& bytes) {
    return "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwords\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.mp4\"\r\n\r\n" + bytes +
           "\r\n--b--\r\n";
}

class Long : public testing::Test {
protected:
    Answer send(const std::string& body, web::http::Fields more = {}) {
        web::http::Fields headers{{"Content-Type", "multipart/form-data; boundary=b"}};
        for (const auto& [name, value] : more)
            headers.add(name, value);
        return client.send("POST", "/films", headers, body);
    }
    Answer part(const std::string& range, web::http::Fields more = {}) {
        more.add("Range", range);
        return client.send("GET", "/film", more, "");
    }

    RunningServer server{{}, long_site()};
    HttpClient client{server.port()};
};

TEST_F(Long, files_are_set_aside_and_reach_their_handler_whole) {
    for (std::size_t length : {0u, 1u, 262'144u, 262'145u, 5'000'000u}) {
        const auto bytes = film(length);
        auto answer = send(form_of(bytes));
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, fmt::format("words|0|a.mp4 {} {} {}", length ? "aside" : "held", length, to_hex(view(sha256(bytes)))));
    }
}

TEST_F(Long, forms_that_are_broken_too_long_or_a_strangers_are_refused) {
    auto broken = form_of(film(2'000'000));
    broken.resize(broken.size() - 8);
    EXPECT_EQ(send(broken).status, 400);
    EXPECT_EQ(send(form_of(film(longest))).status, 413) << "and read, though it was still being sent";
    EXPECT_EQ(send(form_of(film(2'000'000)), {{"X-Stranger", "yes"}}).status, 303);
    auto words = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + film(2'000'000) + "\r\n--b--\r\n";
    EXPECT_EQ(send(words).status, 413) << "only files are set aside";
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST(LongForm, that_cannot_be_set_aside_is_answered_with_an_apology) {
    http::Settings settings;
    settings.aside_folder = "/nowhere/at/all";
    RunningServer server(settings, long_site());
    HttpClient client(server.port());
    auto answer = client.send("POST", "/films", {{"Content-Type", "multipart/form-data; boundary=b"}}, form_of(film(2'000'000)));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST_F(Long, answers_come_whole) {
    auto answer = client.get("/film");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("accept-ranges"), "bytes");
    EXPECT_EQ(answer.body, film(3'000'001));
}

TEST_F(Long, answers_come_in_the_part_that_is_asked_for) {
    const auto bytes = film(3'000'001);
    struct Case {
        std::string range, said;
        std::size_t from, length;
    };
    for (const auto& [range, said, from, length] : std::vector<Case>{{"bytes=0-0", "bytes 0-0/3000001", 0, 1},
                                                                     {"bytes=1000000-", "bytes 1000000-3000000/3000001", 1'000'000, 2'000'001},
                                                                     {"bytes=-5", "bytes 2999996-3000000/3000001", 2'999'996, 5},
                                                                     {"bytes=2999999-9999999", "bytes 2999999-3000000/3000001", 2'999'999, 2}}) {
        auto answer = part(range);
        EXPECT_EQ(answer.status, 206) << range;
        EXPECT_EQ(answer.header("content-range"), said);
        EXPECT_EQ(answer.body, bytes.substr(from, length)) << range;
    }
    EXPECT_EQ(part("bytes=3000001-").status, 416);
    EXPECT_EQ(part("bytes=3000001-").header("content-range"), "bytes */3000001");
    for (auto passed_over : {"bytes=0-1,5-6", "bytes=5-1", "lines=0-1", "bytes=-", "bytes=a-b"})
        EXPECT_EQ(part(passed_over).status, 200) << passed_over;
    EXPECT_EQ(part("bytes=0-0", {{"If-Range", "\"other\""}}).status, 200);
}

TEST_F(Long, answers_that_cannot_be_read_to_their_end_are_cut_and_never_filled_up) {
    Line line(server.port());
    line.send("GET /broken HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_LT(line.receive_all().size(), 400'000u);
    EXPECT_EQ(client.get("/hello").status, 200);
}

} // namespace
