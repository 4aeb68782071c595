#include "base/virus_scanner.h"

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace lifestory {

namespace {

constexpr std::size_t scanned_at_once = 1 << 20;
constexpr std::size_t longest_answer = 1000;
constexpr long patience = 120; // seconds: clamd takes long over a long film

Refusal silent() {
    return refuse("scanner-silent", "The virus scanner does not answer, so nothing is put in now. Try again in a few minutes; if it stays so, tell whoever looks after this program.");
}

// A line to the scanner: closed when it goes out of scope.
class Line {
public:
    explicit Line(const std::filesystem::path& to) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto path = to.string();
        if (m_socket < 0 || path.size() >= sizeof(address.sun_path))
            return;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        const timeval wait{patience, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait));
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
            const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
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
        while (answer.size() < longest_answer) {
            const auto count = ::recv(m_socket, &letter, 1, 0);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0 || letter == '\0')
                break;
            answer += letter;
        }
        return answer;
    }

private:
    int m_socket;
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

Outcome scan(const VirusScanner& scanner, const LongBytes& bytes, std::string_view name) {
    if (scanner.wanted == VirusScanner::Wanted::WhenItIsThere && !scanner.is_there())
        return Nothing{};
    const Line line(scanner.socket);
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
    const Line line(scanner.socket);
    if (!line.is_open() || !line.say(std::string_view("zVERSION\0", 9)))
        return silent();
    auto answer = line.hear();
    if (answer.empty())
        return silent();
    return answer;
}

} // namespace lifestory
