// What goes to workers outside the pages: the daily e-mail, taken by another program's mail server, and the calendar,
// opened by other programs. Neither holds a name; no e-mail goes twice.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "acceptance/served.h"
#include "app/daily_email.h"
#include "base/text.h"
#include "record/codec.h"

namespace lifestory::acceptance {

namespace {

using app::Round;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string said_by(const std::string& command) {
    auto file = std::filesystem::temp_directory_path() / ("said-" + to_hex(random_bytes(8)));
    auto ended = std::system((command + " > " + file.string() + " 2>&1").c_str());
    auto text = text_of(file);
    std::filesystem::remove(file);
    EXPECT_EQ(ended, 0) << command << "\n" << text;
    return text;
}

class ToldOutside : public Served {
protected:
    // No name of a child, a relative or a worker stands in it.
    void expect_no_name(const std::string& text) {
        for (const auto& record : installation->index().children()) {
            auto child = *record::read_entries(*installation->ledger().read_from(record, 0));
            for (const auto& entry : child) {
                const auto* detail = std::get_if<record::BasicDetail>(&entry.content);
                if (!detail || (detail->fact != "name" && detail->fact != "known-as"))
                    continue;
                for (const auto& name : split(detail->value, ' ')) {
                    EXPECT_THAT(text, Not(HasSubstr(name))) << "a name stands in it";
                }
            }
        }
        for (const auto& worker : door->authority()->workers)
            EXPECT_THAT(text, Not(HasSubstr(worker.now().full_name)));
    }
};

class DailyEmail : public ToldOutside {
protected:
    ~DailyEmail() override {
        if (std::filesystem::exists(post / "pid"))
            std::system(("kill " + trim(text_of(post / "pid"))).c_str());
        std::filesystem::remove_all(post);
    }

    void begin_post() {
        std::filesystem::create_directories(post);
        said_by("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout " +
                (post / "key.pem").string() + " -out " + (post / "certificate.pem").string());
        std::ofstream(post / "password") << "a long password\n";
        std::system(("/usr/bin/python3 " SOURCE_FOLDER "/tests/outside/mail_server.py " + post.string() + " " + (post / "certificate.pem").string() + " " +
                     (post / "key.pem").string() + " > " + (post / "log").string() + " 2>&1 & echo $! > " + (post / "pid").string()).c_str());
        for (int tries = 0; tries < 400 && !std::filesystem::exists(post / "port"); ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        ASSERT_TRUE(std::filesystem::exists(post / "port")) << "this test needs python3-aiosmtpd: " << text_of(post / "log");
        settings.port = static_cast<std::uint16_t>(std::stoi(text_of(post / "port")));
        settings.server = "localhost";
        settings.from = "lifestory@northmere.example";
        settings.user = "lifestory";
        settings.password_file = post / "password";
        settings.certificates = post / "certificate.pem";
    }

    // Lines that quoted-printable has broken (RFC 2045 section 6.7), joined again.
    static std::string in_one_piece(std::string letter) {
        for (std::size_t at; (at = letter.find("=\r\n")) != std::string::npos;)
            letter.erase(at, 3);
        return letter;
    }

    std::vector<std::string> letters() {
        std::vector<std::string> all;
        for (int number = 1; std::filesystem::exists(post / fmt::format("{:03}.eml", number)); ++number)
            all.push_back(unfolded(text_of(post / fmt::format("{:03}.eml", number))));
        return all;
    }

    // Without the soft line ends of quoted-printable (RFC 2045 6.7), so that nothing hides across one.
    static std::string unfolded(std::string letter) {
        for (std::size_t at; (at = letter.find("=\r\n")) != std::string::npos;)
            letter.erase(at, 3);
        return letter;
    }

    Round send() { return app::send_daily_emails(*house, settings, web::http::Log()); }

    std::filesystem::path post = std::filesystem::temp_directory_path() / ("post-" + to_hex(random_bytes(8)));
    app::MailSettings settings;
};

TEST_F(DailyEmail, GoesOnceAWorkingDaySealedAndWithoutANameAndNeverTwiceAfterARestart) {
    serve();
    begin_post();
    ASSERT_EQ(send(), Round::Done);
    auto first = letters();
    ASSERT_GT(first.size(), 2u);
    std::string to_priya;
    for (const auto& letter : first) {
        EXPECT_THAT(letter, HasSubstr(" sealed\n"));
        EXPECT_THAT(letter, HasSubstr("Subject: What is due, Wednesday 23 December 2026"));
        auto words = letter.substr(letter.find("\r\n\r\n")); // the address of the head is the reader's own
        expect_no_name(words);
        if (letter.find("> priya.anand@northmere.example") != std::string::npos)
            to_priya = letter;
    }
    EXPECT_THAT(to_priya, HasSubstr("Late ("));
    auto to_gareth = std::ranges::find_if(first, [](const auto& letter) { return letter.find("> gareth.holloway@northmere.example") != std::string::npos; });
    ASSERT_NE(to_gareth, first.end());
    EXPECT_THAT(*to_gareth, HasSubstr("Worker's supervision: late by")) << "what managers owe as managers";
    EXPECT_THAT(to_priya, HasSubstr("https://lifestory.northmere.example/account"));

    EXPECT_EQ(send(), Round::Done);
    restart("2026-12-23T11:00");
    EXPECT_EQ(send(), Round::Done);
    EXPECT_EQ(letters().size(), first.size()) << "nobody is told twice on one day";

    for (const auto* closed : {"2026-12-25T10:00", "2026-12-26T10:00", "2026-12-28T10:00", "2026-12-24T07:59", "2026-12-24T14:01"}) {
        furnish(closed);
        EXPECT_EQ(send(), Round::Done);
    }
    EXPECT_EQ(letters().size(), first.size()) << "Christmas, the weekend, the bank holiday, too early, too late in the day";
    furnish("2026-12-24T08:00");
    EXPECT_EQ(send(), Round::Done);
    EXPECT_EQ(letters().size(), 2 * first.size());
}

TEST_F(DailyEmail, WaitsForAServerThatIsNotThereAndForOneThatAsksToBeAskedAgain) {
    serve();
    begin_post();
    auto there = settings.port;
    settings.port = 1;
    EXPECT_EQ(send(), Round::TryAgain);
    settings.port = there;
    std::ofstream(post / "answer") << "451 Later\n";
    EXPECT_EQ(send(), Round::TryAgain);
    EXPECT_TRUE(letters().empty());
    std::filesystem::remove(post / "answer");
    EXPECT_EQ(send(), Round::Done);
    auto sent = letters().size();
    EXPECT_GT(sent, 2u);
    EXPECT_EQ(send(), Round::Done);
    EXPECT_EQ(letters().size(), sent);
    for (const auto& worker : installation->desk().readers_of_daily_email())
        ASSERT_TRUE(installation->desk().set_daily_email(worker, ""));
    furnish("2026-12-24T08:00");
    EXPECT_EQ(send(), Round::Done);
    EXPECT_EQ(letters().size(), sent) << "whoever wants none gets none";
}

TEST_F(DailyEmail, GoesToNoServerThatCannotBeTrustedAndToNoAddressThatIsMoreThanOne) {
    begin_post();
    settings.certificates.reset(); // nobody this machine trusts has signed it
    app::Post strict(settings);
    app::Email email{"priya.anand@northmere.example", "What is due", "Nothing is late.\n", london_time("2026-12-23T10:40")};
    auto sent = strict.send(email);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.refusal().code, "no-mail-server");
    EXPECT_THAT(sent.refusal().message, Not(HasSubstr("priya")));
    email.to = "a@b.example\r\nBcc: c@d.example";
    EXPECT_EQ(strict.send(email).refusal().code, "mail-refused");
    EXPECT_TRUE(letters().empty());
}

// ---- the calendar

TEST_F(ToldOutside, TheCalendarOpensInOtherProgramsAndHoldsNoName) {
    serve();
    auto secret = desk::new_calendar_secret();
    ASSERT_TRUE(installation->desk().set_calendar(worker_named("Priya Anand"), secret.hash, house->now()));
    auto answer = get("/calendars/" + secret.written + ".ics");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "text/calendar; charset=utf-8");
    expect_no_name(answer.body);
    auto file = folder / "due.ics";
    std::ofstream(file, std::ios::binary) << answer.body;
    auto read = said_by("/usr/bin/python3 " SOURCE_FOLDER "/tests/outside/read_calendar.py " + file.string());
    EXPECT_THAT(read, HasSubstr("2026-12-23\t"));
    EXPECT_THAT(read, HasSubstr("late\thttps://lifestory.northmere.example/\n"));
    EXPECT_THAT(read, HasSubstr("Due: "));
    EXPECT_THAT(read, HasSubstr("https://lifestory.northmere.example/children/"));
    auto home = folder / "khal";
    std::filesystem::create_directories(home);
    std::ofstream(home / "config") << "[calendars]\n[[due]]\npath = " << home.string() << "\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                                      "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n";
    auto shown = said_by("HOME=" + home.string() + " LC_ALL=C.UTF-8 /usr/bin/khal -c " + (home / "config").string() + " printics " + file.string());
    EXPECT_THAT(shown, HasSubstr("Due: ")) << "Debian's khal, a calendar program, shows it";

    // Managers find there what they owe as managers, also without a name.
    auto third = desk::new_calendar_secret();
    ASSERT_TRUE(installation->desk().set_calendar(worker_named("Gareth Holloway"), third.hash, house->now()));
    auto of_gareth = get("/calendars/" + third.written + ".ics").body;
    expect_no_name(of_gareth);
    EXPECT_THAT(of_gareth, AllOf(HasSubstr("SUMMARY:Late: Worker's supervision"), HasSubstr("SUMMARY:Due: Worker's supervision"), HasSubstr("northmere.example/team")));

    // A wrong address, an old one and one of a disabled account are answered as nothing at all.
    auto nothing = get("/nothing-of-this-name");
    auto second = desk::new_calendar_secret();
    auto priya = worker_named("Priya Anand");
    ASSERT_TRUE(installation->desk().set_calendar(priya, second.hash, house->now()));
    EXPECT_EQ(get("/calendars/" + secret.written), nothing);
    EXPECT_EQ(get("/calendars/x"), nothing);
    EXPECT_EQ(get("/calendars/" + second.written).status, 200);
    ASSERT_TRUE(installation->desk().disable(priya, house->now()));
    EXPECT_EQ(get("/calendars/" + second.written), nothing);
}

} // namespace
} // namespace lifestory::acceptance
