#include "base/virus_scanner.h"

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/scan_within.h"

namespace lifestory {

namespace {

constexpr std::size_t scanned_at_once = 1 << 20;
constexpr std::size_t longest_answer = 1000;
constexpr int most_scans = 2; // at once: a scanner that hangs must leave workers for the pages

Refusal silent() {
    return refuse("scanner-silent", "The virus scanner does not answer, so nothing is put in now. Try again in a few minutes; if it stays so, tell whoever looks after this program.");
}

using Clock = std::chrono::steady_clock;

// The scans of the whole program: there is one scanner beside it.
class Places {
public:
    bool take(std::chrono::milliseconds patience) {
        std::unique_lock lock(m_mutex);
        if (!m_freed.wait_for(lock, patience, [this] { return m_taken < most_scans; }))
            return false;
        ++m_taken;
        return true;
    }
    void give_back() {
        const std::lock_guard lock(m_mutex);
        --m_taken;
        m_freed.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_freed;
    int m_taken = 0;
};

class Place {
public:
    explicit Place(std::chrono::milliseconds patience) : m_is_ours(places().take(patience)) {}
    ~Place() {
        if (m_is_ours)
            places().give_back();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool is_ours() const { return m_is_ours; }

private:
    static Places& places() {
        static Places all;
        return all;
    }
    bool m_is_ours;
};

// A line to the scanner, with one deadline for all that is said and heard on it: closed when it goes out of scope.
class Line {
public:
    Line(const std::filesystem::path& to, std::chrono::milliseconds patience)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_until(Clock::now() + patience) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto path = to.string();
        if (m_socket < 0 || path.size() >= sizeof(address.sun_path))
            return;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        const timeval wait{patience.count() / 1000, patience.count() % 1000 * 1000}; // connecting waits as sending does
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof(wait));
        m_is_open = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    }
    ~Line() {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool is_open() const { return m_is_open; }

    bool say(std::string_view bytes) const {
        while (!bytes.empty()) {
            if (!is_ready(POLLOUT))
                return false;
            const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // Up to its NUL, or its end; empty when nothing came in time.
    std::string hear() const {
        std::string answer;
        char letter = 0;
        while (answer.size() < longest_answer && is_ready(POLLIN)) {
            const auto count = ::recv(m_socket, &letter, 1, MSG_DONTWAIT);
            if (count < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (count <= 0 || letter == '\0')
                break;
            answer += letter;
        }
        return answer;
    }

private:
    bool is_ready(short to_do) const {
        pollfd one{m_socket, to_do, 0};
        for (auto rest = m_until - Clock::now(); rest > Clock::duration::zero(); rest = m_until - Clock::now()) {
            const auto ready = ::poll(&one, 1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(rest).count()));
            if (ready > 0)
                return true;
            if (ready < 0 && errno != EINTR)
                return false;
        }
        return false;
    }

    int m_socket;
    Clock::time_point m_until;
    bool m_is_open = false;
};

std::string length_of(std::size_t piece) { // four bytes, the highest first
    std::string four;
    for (int shift = 24; shift >= 0; shift -= 8)
        four += static_cast<char>(piece >> shift & 0xff);
    return four;
}

// It stops listening where it has seen enough: what it says then is read all the same.
std::string answer_on(const Line& line, const LongBytes& bytes) {
    bool listens = line.say(std::string_view("zINSTREAM\0", 10));
    read_on(bytes, [&](std::string_view piece) {
        for (; listens && !piece.empty(); piece.remove_prefix(std::min(piece.size(), scanned_at_once)))
            listens = line.say(length_of(std::min(piece.size(), scanned_at_once))) && line.say(piece.substr(0, scanned_at_once));
        return listens ? Reading::GoesOn : Reading::IsEnough;
    });
    if (listens)
        line.say(length_of(0));
    return line.hear();
}

} // namespace

bool VirusScanner::is_there() const {
    std::error_code error;
    return !socket.empty() && std::filesystem::is_socket(socket, error);
}

Outcome scan(const VirusScanner& scanner, const LongBytes& bytes, std::string_view name) { return scan_within({}, scanner, bytes, name); }

Outcome scan_within(const ScanPatience& patience, const VirusScanner& scanner, const LongBytes& bytes, std::string_view name) {
    if (scanner.wanted == VirusScanner::Wanted::WhenItIsThere && !scanner.is_there())
        return Nothing{};
    const Place place(patience.place);
    if (!place.is_ours())
        return silent();
    const Line line(scanner.socket, patience.answer);
    if (!line.is_open())
        return silent();
    const auto answer = answer_on(line, bytes);
    const auto file = name.empty() ? std::string("That file") : std::string(name);
    if (answer.find("size limit") != std::string::npos || answer.find("Heuristics.Limits.Exceeded") != std::string::npos)
        return refuse("scanner-limit", file + " is longer, or holds more, than the virus scanner here reads, and was not kept. Ask whoever looks after this program to let it read longer files.");
    if (answer.ends_with(" FOUND"))
        return refuse("file-infected", file + " holds something that harms computers, and was not kept. Do not open it; tell whoever sent it, and whoever looks after your computers.");
    if (!answer.ends_with(" OK"))
        return silent();
    return Nothing{};
}

Result<std::string> ask_version(const VirusScanner& scanner) {
    const Line line(scanner.socket, ScanPatience().place);
    if (!line.is_open() || !line.say(std::string_view("zVERSION\0", 9)))
        return silent();
    auto answer = line.hear();
    if (answer.empty())
        return silent();
    return answer;
}

} // namespace lifestory
