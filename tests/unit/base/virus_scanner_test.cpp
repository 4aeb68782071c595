// A scanner that speaks clamd's protocol, and finds the industry's harmless test string: what it says is what is refused.
#include "base/scan_within.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace lifestory {

namespace {

namespace fs = std::filesystem;

// Put together when it runs, so that no scanner takes this file away.
std::string test_virus() { return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}$") + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*"; }

enum class Mood { Well, Silent, SmallLimit, OverItsLimits, NeverReads };

class FakeScanner {
public:
    explicit FakeScanner(Mood mood) : m_mood(mood), m_listening(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        m_path = fs::temp_directory_path() / ("scanner-" + to_hex(random_bytes(6)));
        std::string(m_path.string()).copy(address.sun_path, sizeof(address.sun_path) - 1);
        EXPECT_EQ(::bind(m_listening, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
        EXPECT_EQ(::listen(m_listening, 4), 0);
        m_thread = std::jthread([this] { answer(); });
    }
    ~FakeScanner() {
        ::shutdown(m_listening, SHUT_RDWR);
        m_thread.join();
        ::close(m_listening);
        fs::remove(m_path);
    }

    VirusScanner scanner() const { return {VirusScanner::Wanted::Always, m_path}; }
    std::size_t longest_piece = 0;
    std::string heard;

private:
    static std::string take(int from, std::size_t count) {
        std::string bytes(count, '\0');
        std::size_t at = 0;
        for (ssize_t got = 1; at < count && (got = ::recv(from, bytes.data() + at, count - at, 0)) > 0;)
            at += static_cast<std::size_t>(got);
        bytes.resize(at);
        return bytes;
    }
    void answer() {
        for (int one = ::accept(m_listening, nullptr, nullptr); one >= 0; one = ::accept(m_listening, nullptr, nullptr)) {
            const auto said = answer_to(one);
            if (!said.empty())
                ::send(one, said.c_str(), said.size() + 1, MSG_NOSIGNAL);
            ::close(one);
        }
    }
    std::string answer_to(int one) {
        if (m_mood == Mood::Silent)
            return {};
        if (m_mood == Mood::NeverReads) {
            pollfd until_it_goes{one, POLLRDHUP, 0};
            ::poll(&until_it_goes, 1, 10'000);
            return {};
        }
        auto command = take(one, 2);
        command += take(one, command == "zV" ? 7 : 8);
        if (command == std::string("zVERSION\0", 9))
            return "ClamAV 1.0.3";
        heard.clear();
        while (true) {
            auto four = take(one, 4);
            std::size_t length = 0;
            for (char octet : four)
                length = length << 8 | static_cast<unsigned char>(octet);
            if (m_mood == Mood::OverItsLimits && length == 0)
                return "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND";
            if (length == 0 || four.size() < 4)
                return heard.find("EICAR-STANDARD") == std::string::npos ? "stream: OK" : "stream: Eicar-Signature FOUND";
            longest_piece = std::max(longest_piece, length);
            heard += take(one, length);
            if (m_mood == Mood::SmallLimit && heard.size() > 1000)
                return "INSTREAM size limit exceeded. ERROR";
        }
    }

    Mood m_mood;
    int m_listening;
    fs::path m_path;
    std::jthread m_thread;
};

std::string code_of(const Outcome& outcome) { return outcome ? "kept" : outcome.refusal().code; }

TEST(VirusScanner, lets_pass_what_it_finds_nothing_in_and_was_given_every_byte) {
    FakeScanner fake(Mood::Well);
    std::string film;
    for (int i = 0; i < 3'000'000; ++i)
        film += static_cast<char>(i * 31 % 251);
    EXPECT_EQ(code_of(scan(fake.scanner(), held(film), "film.mp4")), "kept");
    EXPECT_EQ(fake.heard, film);
    EXPECT_LE(fake.longest_piece, std::size_t{1} << 20) << "given in pieces";
    EXPECT_EQ(ask_version(fake.scanner()).value(), "ClamAV 1.0.3");
}

TEST(VirusScanner, has_what_it_finds_refused_in_a_sentence_that_names_the_file) {
    FakeScanner fake(Mood::Well);
    auto refused = scan(fake.scanner(), held(test_virus()), "letter.pdf");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "file-infected");
    EXPECT_TRUE(refused.refusal().message.starts_with("letter.pdf holds something that harms computers, and was not kept."));
}

TEST(VirusScanner, that_is_there_and_says_nothing_lets_nothing_pass) {
    FakeScanner fake(Mood::Silent);
    EXPECT_EQ(code_of(scan(fake.scanner(), held("a scan"), "scan.pdf")), "scanner-silent");
    EXPECT_EQ(ask_version(fake.scanner()).refusal().code, "scanner-silent");
}

// A hanging clamd once held each worker for four minutes, and no page was answered.
TEST(VirusScanner, that_never_reads_is_waited_for_once_and_by_two_at_most) {
    using namespace std::chrono_literals;
    FakeScanner fake(Mood::NeverReads);
    const std::string film(5'000'000, 'x');
    const auto began = std::chrono::steady_clock::now();
    auto took = [&] { return std::chrono::steady_clock::now() - began; };
    auto hangs = [&] { EXPECT_EQ(code_of(scan_within({10s, 1s}, fake.scanner(), held(film), "film.mp4")), "scanner-silent"); };
    std::jthread one(hangs), two(hangs);
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(code_of(scan_within({100ms, 60s}, fake.scanner(), held(film), "film.mp4")), "scanner-silent") << "two are at it";
    EXPECT_LT(took(), 900ms) << "it did not wait for an answer";
    one.join();
    two.join();
    EXPECT_LT(took(), 1900ms) << "one deadline for saying and hearing";
    hangs();
    EXPECT_GE(took(), 1900ms) << "their places are free again";
}

TEST(VirusScanner, that_reads_no_further_says_so) {
    FakeScanner fake(Mood::SmallLimit);
    EXPECT_EQ(code_of(scan(fake.scanner(), held(std::string(5'000'000, 'x')), "film.mp4")), "scanner-limit");
}

TEST(VirusScanner, that_read_only_the_beginning_has_found_no_virus_and_passed_nothing) {
    FakeScanner fake(Mood::OverItsLimits);
    auto refused = scan(fake.scanner(), held("a film"), "film.mp4");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "scanner-limit");
    EXPECT_EQ(refused.refusal().message.find("harms"), std::string::npos);
}

TEST(VirusScanner, that_is_nowhere_is_missed_only_where_it_is_always_wanted) {
    const auto nowhere = fs::temp_directory_path() / "no-scanner-is-here";
    EXPECT_EQ(code_of(scan({}, held(test_virus()), "letter.pdf")), "kept");
    EXPECT_EQ(code_of(scan({VirusScanner::Wanted::WhenItIsThere, nowhere}, held("a scan"), "")), "kept");
    EXPECT_EQ(code_of(scan({VirusScanner::Wanted::Always, nowhere}, held("a scan"), "")), "scanner-silent");
}

} // namespace

} // namespace lifestory
