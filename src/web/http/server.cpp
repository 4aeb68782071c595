// Listening, making room, and stopping. What happens on one connection is in connection.cpp.
#include "web/http/server.h"

#include <algorithm>
#include <csignal>
#include <exception>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "base/fault.h"
#include "web/http/inside.h"

namespace lifestory::web::http {

namespace {

constexpr auto outcome = asio::as_tuple(asio::use_awaitable);

// RFC 9325: TLS 1.2 with forward secrecy and authenticated encryption, or 1.3.
asio::ssl::context tls_context(const Certificate& certificate) {
    asio::ssl::context context(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(context.native_handle(),
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    context.use_certificate_chain_file(certificate.chain_file);
    context.use_private_key_file(certificate.key_file, asio::ssl::context::pem);
    return context;
}

void listen_on(Tcp::acceptor& acceptor, const Settings& settings) {
    auto address = asio::ip::make_address(settings.address);
    if (!settings.certificate && !address.is_loopback())
        throw Fault("without a certificate the server answers on localhost alone");
    Tcp::endpoint place(address, settings.port);
    acceptor.open(place.protocol());
    acceptor.set_option(Tcp::acceptor::reuse_address(true));
    acceptor.bind(place);
    acceptor.listen(1024);
}

} // namespace

void Server::Inside::close(Connections::iterator self) {
    connections.erase(self);
    if (is_draining && connections.empty()) {
        drain_deadline.cancel();
        work.reset();
    }
}

void Server::Inside::open(Tcp::socket socket) {
    if (connections.size() >= settings.connections) {
        auto slow = std::find_if(connections.begin(), connections.end(),
                                 [](const Connection& one) { return one.state != Connection::State::Busy && one.stream; });
        if (slow == connections.end())
            return; // all are being answered: the newcomer is turned away by closing
        slow->interrupt();
    }
    boost::system::error_code ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    auto self = connections.emplace(connections.end());
    asio::co_spawn(io, serve(std::move(socket), self), [this, self](std::exception_ptr thrown) {
        if (thrown)
            site.log.line("fault in a connection");
        close(self);
    });
}

asio::awaitable<void> Server::Inside::listen() {
    while (acceptor.is_open()) {
        auto [error, socket] = co_await acceptor.async_accept(outcome);
        if (!error) {
            open(std::move(socket));
        } else if (acceptor.is_open()) { // out of file descriptors, most likely: let some be given back
            asio::steady_timer pause(io, std::chrono::milliseconds(50));
            co_await pause.async_wait(outcome);
        }
    }
}

void Server::Inside::drain() {
    if (is_draining)
        return;
    is_draining = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (auto& connection : connections)
        if (connection.state == Connection::State::Waiting && connection.stream)
            connection.interrupt();
    if (connections.empty())
        return work.reset();
    drain_deadline.expires_after(settings.deadlines.drain);
    drain_deadline.async_wait([this](boost::system::error_code error) {
        if (!error)
            io.stop();
    });
}

Server::Server(Settings settings, Site site) : m_inside(std::make_unique<Inside>(std::move(settings), std::move(site))) {
    try {
        if (m_inside->settings.certificate)
            m_inside->tls = tls_context(*m_inside->settings.certificate);
        listen_on(m_inside->acceptor, m_inside->settings);
    } catch (const boost::system::system_error& error) {
        throw Fault(fmt::format("cannot listen on {} port {}: {}", m_inside->settings.address, m_inside->settings.port,
                                error.code().message()));
    }
}

Server::~Server() = default;

std::uint16_t Server::port() const { return m_inside->acceptor.local_endpoint().port(); }

void Server::run() {
    asio::signal_set signals(m_inside->io);
    if (m_inside->settings.signals == Signals::StopTheServer) {
        signals.add(SIGTERM);
        signals.add(SIGINT);
        signals.async_wait([this](boost::system::error_code error, int) {
            if (!error)
                m_inside->drain();
        });
    }
    asio::co_spawn(m_inside->io, m_inside->listen(), asio::detached);
    m_inside->io.run();
}

void Server::stop() {
    asio::post(m_inside->io, [inside = m_inside.get()] { inside->drain(); });
}

} // namespace lifestory::web::http
