// A small site on a real loopback socket, for the tests of the wire.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "base/fault.h"
#include "support/http_client.h"
#include "web/http/server.h"

namespace lifestory::tests {

namespace http = web::http;

// Lets a test hold handlers in their work until it opens the gate.
class Gate {
public:
    void wait() {
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_is_open; });
    }
    void open() {
        std::lock_guard lock(m_mutex);
        m_is_open = true;
        m_changed.notify_all();
    }
    bool wait_for_arrivals(int count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_arrived >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_arrived = 0;
    bool m_is_open = false;
};

inline http::Response say(const http::Call& call) {
    return http::page(fmt::format("{}|{}|{}|{}", name_of(call.request.method), call.request.path, call.form.get("note"),
                                  call.request.body.size()));
}

inline http::Response trouble_page(http::Trouble trouble, const http::Request& request) {
    switch (trouble) {
    case http::Trouble::BadRequest: return http::page("bad request");
    case http::Trouble::NotFound: return http::page("Page not found");
    case http::Trouble::TooLarge: return http::page("too large");
    case http::Trouble::OurMistake: return http::page("Sorry. Give this number: " + request.id);
    case http::Trouble::TooBusy: return http::page("not available just now");
    }
    return http::page("");
}

inline http::Site small_site(Gate* gate = nullptr) {
    using http::Method, http::Reach;
    std::vector<http::Route> routes;
    routes.emplace_back(Method::Get, "/hello", Reach::Everyone, say);
    routes.emplace_back(Method::Get, "/children/{child}", Reach::Everyone, say);
    routes.emplace_back(Method::Post, "/notes", Reach::Everyone, say);
    routes.emplace_back(Method::Post, "/short", Reach::Everyone, say, 100);
    routes.emplace_back(Method::Post, "/photographs", Reach::Everyone, say, 4 << 20);
    routes.emplace_back(Method::Get, "/fault", Reach::Everyone,
                        [](const http::Call&) -> http::Response { throw Fault("the disk said no"); });
    routes.emplace_back(Method::Get, "/smuggle", Reach::Everyone,
                        [](const http::Call&) { return http::see_other("/a\r\nSet-Cookie: session=stolen"); });
    if (gate)
        routes.emplace_back(Method::Get, "/slow", Reach::Everyone, [gate](const http::Call& call) {
            gate->wait();
            return say(call);
        });
    http::Asset style{"/assets/style-1a2b.css", "text/css", "body{}", "GZIPPED", "BROTLIED"};
    return http::Site{http::Router(std::move(routes)), http::Assets({style}), {}, trouble_page, {}};
}

class RunningServer {
public:
    explicit RunningServer(http::Settings settings = {}, http::Site site = small_site())
        : m_server(with_any_port(std::move(settings)), std::move(site)), m_port(m_server.port()),
          m_thread([this] { m_server.run(); m_has_ended = true; }) {}
    ~RunningServer() {
        m_server.stop();
        m_thread.join();
    }

    std::uint16_t port() const { return m_port; }
    void stop() { m_server.stop(); }
    bool has_ended() const { return m_has_ended; }

private:
    static http::Settings with_any_port(http::Settings settings) {
        settings.port = 0;
        return settings;
    }
    http::Server m_server;
    std::uint16_t m_port;
    std::atomic<bool> m_has_ended = false;
    std::thread m_thread;
};

} // namespace lifestory::tests
