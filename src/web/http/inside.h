// What the server's two files share: the I/O thread's state and the list of open connections. Everything here is
// touched by the I/O thread alone, but for the workers. Included by server.cpp and connection.cpp only.
#pragma once

#include <list>
#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "web/http/server.h"
#include "web/http/workers.h"

namespace lifestory::web::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Tcp = asio::ip::tcp;

struct Connection {
    enum class State { Waiting, Receiving, Busy }; // without a whole head; its body on the way; being answered
    State state = State::Waiting;
    beast::tcp_stream* stream = nullptr; // nothing once it is interrupted

    void interrupt() {
        stream->cancel();
        stream = nullptr;
    }
};
using Connections = std::list<Connection>; // those longest in their state stand first

struct Server::Inside {
    Inside(Settings the_settings, Site the_site)
        : settings(std::move(the_settings)), site(std::move(the_site)), workers(settings.workers, settings.queue) {}

    Settings settings;
    Site site;
    Connections connections; // these three outlive the coroutines that io holds
    std::size_t bytes_held = 0, bytes_aside = 0;
    bool is_draining = false;
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    Tcp::acceptor acceptor{io};
    asio::steady_timer drain_deadline{io};
    std::optional<asio::ssl::context> tls;
    Workers workers; // last: joined before anything that its work uses is gone

    asio::awaitable<void> listen();
    asio::awaitable<void> serve(Tcp::socket socket, Connections::iterator self);
    void open(Tcp::socket socket);
    void close(Connections::iterator self);
    void drain();
};

} // namespace lifestory::web::http
