// Slow, silent and too many: whoever sends nothing, or drips, or floods, keeps nobody else from being answered.
#include <algorithm>
#include <csignal>

#include <gtest/gtest.h>

#include "faults/http_site.h"

using namespace lifestory;
using namespace lifestory::tests;
using namespace std::chrono_literals;

namespace {

http::Settings in_a_hurry() {
    http::Settings settings;
    settings.deadlines = {300ms, 300ms, 300ms, 300ms, 2000ms};
    return settings;
}

std::chrono::milliseconds time_of(auto act) {
    auto began = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
}

} // namespace

TEST(HttpLoad, goes_on_answering_while_250_requests_stay_half_open) {
    RunningServer server;
    std::vector<std::unique_ptr<Line>> half_open;
    for (int i = 0; i < 250; ++i) {
        half_open.push_back(std::make_unique<Line>(server.port()));
        half_open.back()->send(i % 2 ? "GET /hello HTTP/1.1\r\nHost: loc"
                                     : "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab");
    }
    HttpClient client(server.port());
    for (int i = 0; i < 20; ++i)
        EXPECT_LT(time_of([&] { EXPECT_EQ(client.get("/hello").status, 200); }), 2000ms);
    half_open[1]->send("alhost\r\n\r\n"); // whoever does finish is answered too
    EXPECT_EQ(half_open[1]->receive().status, 200);
}

TEST(HttpLoad, closes_a_head_a_body_and_a_silent_line_that_do_not_come_in_time) {
    RunningServer server(in_a_hurry());
    for (auto beginning : {"", "GET /hello HT", "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"}) {
        Line line(server.port());
        line.send(beginning);
        EXPECT_LT(time_of([&] { line.receive_all(); }), 5000ms) << beginning;
    }
}

TEST(HttpLoad, counts_the_deadline_for_the_whole_head_so_that_dripping_does_not_help) {
    RunningServer server(in_a_hurry());
    Line line(server.port(), 20ms);
    line.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nX: ");
    auto closed_after = time_of([&] {
        for (int i = 0; i < 200 && !line.is_closed_by_the_other_side(); ++i)
            line.send("y");
    });
    EXPECT_LT(closed_after, 2000ms);
}

TEST(HttpLoad, closes_on_a_reader_who_does_not_read) {
    auto site = small_site();
    site.router = http::Router({http::Route(http::Method::Get, "/long", http::Reach::Everyone, [](const http::Call&) {
        return http::page(std::string(64 << 20, 'a'));
    })});
    RunningServer server(in_a_hurry(), std::move(site));
    Line line(server.port());
    line.send("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::this_thread::sleep_for(1s);
    EXPECT_LT(line.receive_all().size(), 64u << 20);
}

TEST(HttpLoad, answers_busy_at_once_when_the_queue_is_full) {
    Gate gate;
    http::Settings settings;
    settings.workers = 2;
    settings.queue = 3;
    RunningServer server(settings, small_site(&gate));
    std::vector<std::unique_ptr<Line>> lines;
    auto ask = [&] {
        lines.push_back(std::make_unique<Line>(server.port()));
        lines.back()->send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    };
    ask();
    ask();
    ASSERT_TRUE(gate.wait_for_arrivals(2)); // both workers are held
    for (int i = 0; i < 20; ++i)
        ask();
    auto refused_so_far = [&] {
        return std::count_if(lines.begin(), lines.end(), [](auto& line) { return line->has_something_to_receive(); });
    };
    for (int i = 0; i < 500 && refused_so_far() < 17; ++i) // three wait, seventeen are turned away
        std::this_thread::sleep_for(10ms);
    ASSERT_EQ(refused_so_far(), 17);
    HttpClient client(server.port());
    auto refused = client.get("/slow");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.body, "not available just now");
    EXPECT_EQ(refused.header("retry-after"), "5");
    EXPECT_EQ(client.get("/assets/style-1a2b.css").status, 200); // what lies in memory needs no worker
    gate.open();
    auto answered = std::count_if(lines.begin(), lines.end(), [](auto& line) { return line->receive().status == 200; });
    EXPECT_EQ(answered, 5);
}

TEST(HttpLoad, holds_no_more_bodies_in_memory_than_it_may) {
    http::Settings settings;
    settings.body_memory = 5 << 20;
    RunningServer server(settings);
    Line greedy(server.port());
    greedy.send("POST /photographs HTTP/1.1\r\nHost: a\r\nContent-Length: 4194304\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_EQ(greedy.receive().status, 100);
    HttpClient client(server.port());
    EXPECT_EQ(client.send("POST", "/photographs", {}, std::string(4 << 20, 'a')).status, 200); // announced is not held
    greedy.send(std::string((4 << 20) - 1, 'a'));
    auto send_two_megabytes = [&] { return client.send("POST", "/photographs", {}, std::string(2 << 20, 'a')).status; };
    std::this_thread::sleep_for(1s); // until all of it has been read: whoever goes over the limit is the one refused
    EXPECT_EQ(send_two_megabytes(), 503);
    EXPECT_EQ(client.send("POST", "/notes", {}, std::string(1 << 19, 'a')).status, 200);
    greedy.send("a");
    EXPECT_EQ(greedy.receive().status, 200);
    EXPECT_EQ(send_two_megabytes(), 200);
}

TEST(HttpLoad, makes_room_for_a_newcomer_where_others_only_announce_a_body) {
    http::Settings settings;
    settings.connections = 20;
    RunningServer server(settings);
    std::vector<std::unique_ptr<Line>> dripping;
    for (int i = 0; i < 40; ++i) {
        dripping.push_back(std::make_unique<Line>(server.port()));
        dripping.back()->send("POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\na");
    }
    EXPECT_EQ(HttpClient(server.port()).get("/hello").status, 200);
    EXPECT_TRUE(dripping.front()->is_closed_by_the_other_side());
}

TEST(HttpLoad, makes_room_for_a_newcomer_by_closing_whoever_waits_longest) {
    http::Settings settings;
    settings.connections = 20;
    RunningServer server(settings);
    std::vector<std::unique_ptr<Line>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<Line>(server.port()));
        silent.back()->send("GET /hello HT");
    }
    HttpClient client(server.port());
    EXPECT_EQ(client.get("/hello").status, 200);
    EXPECT_TRUE(silent.front()->is_closed_by_the_other_side());
}

TEST(HttpLoad, stops_gracefully_answering_what_is_under_way_and_closing_what_is_idle) {
    Gate gate;
    RunningServer server({}, small_site(&gate));
    Line idle(server.port()), slow(server.port());
    idle.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(idle.receive().status, 200);
    slow.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\nGET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    ASSERT_TRUE(gate.wait_for_arrivals(1));
    server.stop();
    EXPECT_TRUE(idle.is_closed_by_the_other_side());
    EXPECT_FALSE(server.has_ended());
    EXPECT_THROW(Line(server.port()), std::runtime_error);
    gate.open();
    auto last = slow.receive();
    EXPECT_EQ(last.status, 200);
    EXPECT_EQ(last.header("connection"), "close");
    EXPECT_EQ(slow.receive().status, 0); // what was pipelined behind it is not begun
    for (int i = 0; i < 100 && !server.has_ended(); ++i)
        std::this_thread::sleep_for(20ms);
    EXPECT_TRUE(server.has_ended());
}

TEST(HttpLoad, drains_on_the_signal_to_terminate) {
    http::Settings settings;
    settings.signals = http::Signals::StopTheServer;
    RunningServer server(settings);
    EXPECT_EQ(HttpClient(server.port()).get("/hello").status, 200);
    ::raise(SIGTERM);
    for (int i = 0; i < 100 && !server.has_ended(); ++i)
        std::this_thread::sleep_for(20ms);
    EXPECT_TRUE(server.has_ended());
}

TEST(HttpLoad, gives_up_on_a_handler_that_outlasts_the_drain) {
    Gate gate;
    http::Settings settings;
    settings.deadlines.drain = 100ms;
    RunningServer server(settings, small_site(&gate));
    Line slow(server.port());
    slow.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    ASSERT_TRUE(gate.wait_for_arrivals(1));
    server.stop();
    for (int i = 0; i < 100 && !server.has_ended(); ++i)
        std::this_thread::sleep_for(20ms);
    EXPECT_TRUE(server.has_ended());
    gate.open();
}

TEST(HttpLoad, answers_every_one_of_many_at_once) {
    RunningServer server;
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int c = 0; c < 16; ++c)
        clients.emplace_back([&, c] {
            Line line(server.port());
            for (int i = 0; i < 200; ++i) {
                auto path = fmt::format("/children/{}-{}", c, i);
                line.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                right += line.receive().body == "GET|" + path + "||0";
            }
        });
    for (auto& client : clients)
        client.join();
    EXPECT_EQ(right, 16 * 200);
}

TEST(HttpSettings, answers_on_localhost_alone_without_a_certificate) {
    http::Settings settings;
    settings.address = "0.0.0.0";
    settings.port = 0;
    EXPECT_THROW(http::Server(settings, small_site()), Fault);
}
