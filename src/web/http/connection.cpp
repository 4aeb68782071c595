// One connection: read a head, check it to the letter, read the body, have it answered, write, again. The head is
// read by our own strict reader first; Beast's parser then takes head and body, and must agree.
#include <ctime>
#include <memory>
#include <typeinfo>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>

#include "base/fault.h"
#include "web/http/head.h"
#include "web/http/inside.h"
#include "web/http/multipart.h"
#include "web/http/negotiation.h"
#include "web/http/wire.h"

namespace lifestory::web::http {

namespace {

constexpr auto outcome = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_ahead = 64 * 1024;  // what may lie unread in memory
constexpr std::size_t at_once = 256 * 1024;    // of what is too long to be held, in or out
constexpr std::size_t most_held = 16 << 20;    // of a body that is no form, whatever its route may take
constexpr std::size_t linger_limit = 16 << 20; // what a refused sender may still send so that it can read the refusal

using TlsStream = asio::ssl::stream<beast::tcp_stream>;

struct Refused {
    Trouble trouble;
    int status;
};

int status_of(const Refusal& refusal) {
    return refusal.code == "head-too-large" ? 431 : refusal.code == "unknown-expectation" ? 417 : 400;
}

// The part of the bodies' memory that one request takes, given back when it has been answered. What has come is
// counted, not what was announced: announcing costs nothing.
class Share {
public:
    explicit Share(std::size_t& held) : m_held(held) {}
    ~Share() { m_held -= m_bytes; }
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

    void grow_to(std::size_t bytes) {
        m_held += bytes - m_bytes;
        m_bytes = bytes;
    }

private:
    std::size_t& m_held;
    std::size_t m_bytes = 0;
};

// What is done on a worker, and what came of it.
template <class Work>
struct Task {
    explicit Task(Work the_work) : work(std::move(the_work)) {}
    void run() {
        try {
            done.emplace(work());
        } catch (...) {
            fault = std::current_exception();
        }
    }

    Work work;
    std::optional<std::invoke_result_t<Work>> done;
    std::exception_ptr fault;
};

template <class Stream>
class Conversation {
public:
    Conversation(Server::Inside& inside, Stream& stream, Connections::iterator self, std::string peer)
        : m_inside(inside), m_stream(stream), m_self(self), m_peer(std::move(peer)) {}

    asio::awaitable<void> hold() {
        deadline(m_inside.settings.deadlines.head);
        while (true) {
            enter(Connection::State::Waiting);
            auto head = co_await read_a_head();
            if (!head)
                co_return;
            bool may_go_on = co_await answer_one(*head);
            if (!may_go_on)
                co_return;
            deadline(m_inside.settings.deadlines.idle);
        }
    }

private:
    void deadline(std::chrono::milliseconds length) { beast::get_lowest_layer(m_stream).expires_after(length); }

    void enter(Connection::State state) {
        m_self->state = state;
        m_inside.connections.splice(m_inside.connections.end(), m_inside.connections, m_self);
    }

    std::string_view unread() const {
        return {static_cast<const char*>(m_buffer.data().data()), m_buffer.size()};
    }

    // Nothing when there is no more to answer; a refusal has been written then.
    asio::awaitable<std::optional<Head>> read_a_head() {
        std::size_t seen = 0;
        while (!m_inside.is_draining) {
            auto end = find_head_end(unread(), seen);
            if (!end || *end) {
                auto head = end ? read_head(unread().substr(0, **end)) : Result<Head>(end.refusals());
                if (head)
                    co_return std::move(*head);
                co_await refuse_and_close({Trouble::BadRequest, status_of(head.refusal())}, nameless());
                co_return std::nullopt;
            }
            seen = unread().size();
            auto [error, count] = co_await m_stream.async_read_some(m_buffer.prepare(4096), outcome);
            if (error || !m_self->stream)
                co_return std::nullopt;
            m_buffer.commit(count);
            if (seen == 0)
                deadline(m_inside.settings.deadlines.head);
        }
        co_return std::nullopt;
    }

    Request nameless() const {
        Request request;
        request.id = fresh_reference();
        request.peer = m_peer;
        request.transport = transport();
        return request;
    }

    static constexpr Transport transport() { return std::is_same_v<Stream, TlsStream> ? Transport::Tls : Transport::Plain; }

    const Route* route_of(const Head& head) const {
        auto match = m_inside.site.router.match(head.request.method, head.request.path);
        return match ? match->route : nullptr;
    }

    // Of a form with long files its files come in at the side; anything else that is sent there is held, and kept short.
    static std::optional<std::string> boundary_of_long_form(const Route* route, const Head& head) {
        auto media = route && route->takes_long_files() ? read_media_type(head.request.header("content-type")) : std::nullopt;
        if (!media || media->type != "multipart/form-data")
            return std::nullopt;
        return std::string(media->parameters.get("boundary"));
    }

    asio::awaitable<bool> answer_one(Head& head) {
        const auto* route = route_of(head);
        const auto boundary = boundary_of_long_form(route, head);
        const auto limit = boundary ? route->body_limit() : route ? std::min(route->body_limit(), most_held) : is_safe(head.request.method) ? 0 : form_limit;
        head.request.id = fresh_reference();
        head.request.peer = m_peer;
        head.request.transport = transport();
        if (boundary) {
            const auto ask = [this, route, &head] { return answer_early(m_inside.site, *route, head.request); };
            auto instead = co_await on_a_worker(ask);
            if (instead)
                co_return co_await say_and_close(*instead, head.request.method, limit);
        }
        if (head.length > limit)
            co_return co_await refuse_and_close({Trouble::TooLarge, 413}, head.request, limit);
        Share share(m_inside.bytes_held), aside(m_inside.bytes_aside);
        enter(Connection::State::Receiving);
        std::optional<Refused> refused;
        if (boundary)
            refused = co_await read_long_body(head, limit, *boundary, aside);
        else
            refused = co_await read_body(head, limit, share);
        if (!m_self->stream)
            co_return false;
        if (refused) {
            share.grow_to(0); // the body is gone already
            co_return co_await refuse_and_close(*refused, head.request, limit);
        }
        enter(Connection::State::Busy);
        auto method = head.request.method;
        auto response = co_await have_answered(std::move(head.request));
        auto afterwards = m_inside.is_draining ? Afterwards::Close : head.afterwards;
        bool is_written = co_await write(response, method, afterwards);
        co_return is_written && afterwards == Afterwards::KeepOpen;
    }

    // Each piece has the whole deadline: a slow line takes long over a film, and is still alive.
    asio::awaitable<std::optional<Refused>> read_long_body(Head& head, std::size_t limit, const std::string& boundary, Share& aside) {
        beast::http::request_parser<beast::http::buffer_body> parser;
        parser.header_limit(head_limit);
        parser.body_limit(limit);
        beast::error_code error;
        m_buffer.consume(parser.put(m_buffer.data(), error));
        if (error || !parser.is_header_done())
            co_return Refused{Trouble::BadRequest, 400};
        if (head.expecting == Expecting::Continue && m_buffer.size() == 0)
            co_await asio::async_write(m_stream, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), outcome);
        MultipartReader reader(boundary, form_limit, [this] { return std::make_shared<SetAside>(m_inside.settings.aside_folder); });
        std::string piece(at_once, '\0');
        for (std::size_t came = 0; !parser.is_done();) {
            auto& body = parser.get().body();
            body.data = piece.data();
            body.size = piece.size();
            deadline(m_inside.settings.deadlines.body);
            auto [failed, count] = co_await beast::http::async_read(m_stream, m_buffer, parser, outcome);
            if (failed == beast::http::error::body_limit)
                co_return Refused{Trouble::TooLarge, 413};
            if (!m_self->stream || (failed && failed != beast::http::error::need_buffer))
                co_return Refused{Trouble::BadRequest, 400};
            const auto bytes = std::string_view(piece).substr(0, piece.size() - parser.get().body().size);
            aside.grow_to(came += bytes.size());
            if (m_inside.bytes_aside > m_inside.settings.aside_room)
                co_return Refused{Trouble::TooBusy, 503};
            const auto take = [&reader, bytes] { return reader.take(bytes); };
            std::optional<Outcome> taken;
            try {
                taken = co_await on_a_worker(take);
            } catch (const std::exception& thrown) { // only a Fault's words are ours and name nobody
                const auto* fault = dynamic_cast<const Fault*>(&thrown);
                m_inside.site.log.line(fmt::format("fault request={} type={} what=\"{}\"", head.request.id, typeid(thrown).name(), fault ? fault->what() : ""));
            }
            if (!taken)
                co_return Refused{Trouble::OurMistake, 500};
            if (!*taken)
                co_return refused_for(taken->refusal());
        }
        auto form = reader.finish();
        if (!form)
            co_return refused_for(form.refusal());
        head.request.form = std::make_shared<const Form>(std::move(*form));
        co_return std::nullopt;
    }

    static Refused refused_for(const Refusal& refusal) {
        if (refusal.code == "form-too-large")
            return {Trouble::TooLarge, 413};
        return refusal.code == "disk-full" ? Refused{Trouble::TooBusy, 503} : Refused{Trouble::BadRequest, 400};
    }

    // What blocks is done there, and its answer brought back; where all are taken, here and now. A Fault is thrown here again.
    template <class Work>
    asio::awaitable<std::invoke_result_t<Work>> on_a_worker(Work work) {
        auto task = std::make_shared<Task<Work>>(std::move(work));
        co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(
            [&inside = m_inside](auto handler, std::shared_ptr<Task<Work>> given) {
                auto go_on = std::make_shared<decltype(handler)>(std::move(handler));
                auto act = [&inside, go_on, given] {
                    given->run();
                    asio::post(inside.io, [go_on] { (*go_on)(); });
                };
                if (inside.workers.take(act) == Workers::Taken::QueueIsFull)
                    act();
            },
            asio::use_awaitable, task);
        if (task->fault)
            std::rethrow_exception(task->fault);
        co_return std::move(*task->done);
    }

    asio::awaitable<std::optional<Refused>> read_body(Head& head, std::size_t limit, Share& share) {
        beast::http::request_parser<beast::http::string_body> parser;
        parser.header_limit(head_limit);
        parser.body_limit(limit);
        beast::error_code error;
        m_buffer.consume(parser.put(m_buffer.data(), error));
        if (error || !parser.is_header_done())
            co_return Refused{Trouble::BadRequest, 400};
        if (parser.is_done())
            co_return std::nullopt;
        deadline(m_inside.settings.deadlines.body);
        if (head.expecting == Expecting::Continue && m_buffer.size() == 0)
            co_await asio::async_write(m_stream, asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), outcome);
        while (!parser.is_done()) {
            auto [failed, count] = co_await beast::http::async_read_some(m_stream, m_buffer, parser, outcome);
            if (failed == beast::http::error::body_limit)
                co_return Refused{Trouble::TooLarge, 413};
            if (failed)
                co_return Refused{Trouble::BadRequest, 400};
            share.grow_to(parser.get().body().size());
            if (m_inside.bytes_held > m_inside.settings.body_memory)
                co_return Refused{Trouble::TooBusy, 503};
        }
        head.request.body = std::move(parser.get().body());
        co_return std::nullopt;
    }

    // On a worker, because stores block; what lies in memory is answered here and now.
    asio::awaitable<Response> have_answered(Request request) {
        if (m_inside.site.assets.has(request.path))
            co_return answer(m_inside.site, std::move(request));
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
            [&inside = m_inside](auto handler, Request asked) {
                auto go_on = std::make_shared<decltype(handler)>(std::move(handler));
                auto shared = std::make_shared<Request>(std::move(asked));
                auto taken = inside.workers.take([&inside, go_on, shared]() mutable {
                    auto response = answer(inside.site, std::move(*shared));
                    asio::post(inside.io, [go_on = std::move(go_on), response = std::move(response)]() mutable {
                        (*go_on)(std::move(response));
                    });
                });
                if (taken == Workers::Taken::QueueIsFull) {
                    auto busy = answer_trouble(inside.site, Trouble::TooBusy, *shared, 503);
                    busy.headers.add("Retry-After", "5");
                    asio::post(inside.io, [go_on, busy = std::move(busy)]() mutable { (*go_on)(std::move(busy)); });
                }
            },
            asio::use_awaitable, std::move(request));
    }

    asio::awaitable<bool> write(const Response& response, Method method, Afterwards afterwards) {
        auto head = write_head(response, afterwards, std::time(nullptr));
        auto body = may_have_body(method, response.status) ? std::string_view(response.body) : std::string_view();
        std::array<asio::const_buffer, 2> both{asio::buffer(head), asio::buffer(body)};
        deadline(m_inside.settings.deadlines.write);
        auto [error, count] = co_await asio::async_write(m_stream, both, outcome);
        if (!error && response.long_body && may_have_body(method, response.status))
            co_return co_await write_long_body(*response.long_body);
        co_return !error;
    }

    // What cannot be read any more cuts the line: the other end knows the length, and that it has not got it.
    asio::awaitable<bool> write_long_body(const LongBytes& body) {
        for (std::uint64_t at = 0; at < body.length;) {
            Bytes piece;
            const auto read = [&body, at] { return body.read(at, at_once); };
            try {
                piece = co_await on_a_worker(read);
            } catch (const std::exception&) {
                m_inside.site.log.line("a long answer was cut: it cannot be read");
            }
            if (piece.empty() || !m_self->stream)
                co_return false;
            deadline(m_inside.settings.deadlines.write);
            auto [error, count] = co_await asio::async_write(m_stream, asio::buffer(piece), outcome);
            if (error)
                co_return false;
            at += piece.size();
        }
        co_return true;
    }

    // Reads on for a little while what is still being sent: closing at once would reset the line, and the refusal
    // would not be read (RFC 9112, 9.6). Of what may be long more is read: the sentence that says why is worth it.
    asio::awaitable<bool> refuse_and_close(Refused refused, Request request, std::size_t limit = 0) {
        auto response = answer_trouble(m_inside.site, refused.trouble, request, refused.status);
        co_return co_await say_and_close(std::move(response), request.method, limit);
    }

    asio::awaitable<bool> say_and_close(Response response, Method method, std::size_t limit) {
        bool is_written = co_await write(response, method, Afterwards::Close);
        if (!is_written)
            co_return false;
        auto& lowest = beast::get_lowest_layer(m_stream);
        beast::error_code ignored;
        lowest.socket().shutdown(Tcp::socket::shutdown_send, ignored);
        const auto most = std::max(linger_limit, 4 * limit);
        deadline(limit > form_limit ? m_inside.settings.deadlines.body : std::chrono::seconds(2));
        m_buffer.clear();
        for (std::size_t discarded = 0; discarded < most;) {
            auto [error, count] = co_await lowest.async_read_some(m_buffer.prepare(read_ahead), outcome);
            if (error)
                break;
            discarded += count;
        }
        co_return false;
    }

    Server::Inside& m_inside;
    Stream& m_stream;
    Connections::iterator m_self;
    std::string m_peer;
    beast::flat_buffer m_buffer{read_ahead};
};

std::string address_of(const Tcp::socket& socket) {
    beast::error_code error;
    auto peer = socket.remote_endpoint(error);
    return error ? std::string() : peer.address().to_string();
}

} // namespace

asio::awaitable<void> Server::Inside::serve(Tcp::socket socket, Connections::iterator self) {
    auto peer = address_of(socket);
    beast::tcp_stream plain(std::move(socket));
    self->stream = &plain;
    if (!tls) {
        Conversation conversation(*this, plain, self, std::move(peer));
        co_await conversation.hold();
    } else {
        TlsStream secured(std::move(plain), *tls);
        self->stream = &secured.next_layer();
        secured.next_layer().expires_after(settings.deadlines.head);
        auto [error] = co_await secured.async_handshake(asio::ssl::stream_base::server, outcome);
        if (!error) {
            Conversation conversation(*this, secured, self, std::move(peer));
            co_await conversation.hold();
            secured.next_layer().expires_after(std::chrono::seconds(2));
            co_await secured.async_shutdown(outcome);
        }
    }
    self->stream = nullptr;
}

} // namespace lifestory::web::http
