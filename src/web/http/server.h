// The wire: listens, reads strictly framed requests within deadlines on one thread, has workers answer them, writes.
// HTTP/1.1 (RFC 9112) over plain TCP or TLS. All of Boost.Beast stays behind this header.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "web/http/site.h"

namespace lifestory::web::http {

struct Certificate {
    std::string chain_file; // PEM
    std::string key_file;   // PEM
};

struct Deadlines {
    std::chrono::milliseconds head{10'000}; // from a request's first byte (or the connection) to its blank line
    std::chrono::milliseconds body{60'000}; // the whole of it
    std::chrono::milliseconds write{60'000};
    std::chrono::milliseconds idle{60'000};  // between two requests on one connection
    std::chrono::milliseconds drain{10'000}; // after stop: for the answers under way
};

enum class Signals { Ignored, StopTheServer }; // SIGTERM and SIGINT

struct Settings {
    std::string address = "127.0.0.1"; // without a certificate nothing else is allowed
    std::uint16_t port = 8080;         // 0: any free one
    std::optional<Certificate> certificate;
    unsigned workers = 8;
    std::size_t queue = 256; // requests that wait for a worker; beyond, 503 at once
    std::size_t connections = 800; // beyond, whoever has waited longest without a whole request makes room
    std::size_t body_memory = 256u << 20; // bytes of bodies held at once; beyond, 503
    std::string aside_folder;             // where long files wait for their handler, sealed; empty: the machine's folder for such
    std::size_t aside_room = std::size_t{4} << 30; // bytes of them at once; beyond, 503
    Deadlines deadlines;
    Signals signals = Signals::Ignored;
};

class Server {
public:
    Server(Settings settings, Site site); // listens from here on; throws Fault when it cannot
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    void run();  // answers until stopped; returns when the answers under way are written, or after the drain deadline
    void stop(); // from any thread

    struct Inside; // known to the server's own files alone

private:
    std::unique_ptr<Inside> m_inside;
};

} // namespace lifestory::web::http
