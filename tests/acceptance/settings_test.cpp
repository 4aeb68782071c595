// settings.toml: what it says of e-mail, and what is refused with its line.
#include <fstream>

#include <gmock/gmock.h>

#include "acceptance/home.h"
#include "app/daily_email.h"

namespace lifestory::acceptance {

namespace {

using testing::HasSubstr;

class SettingsFile : public testing::Test {
protected:
    ~SettingsFile() override { std::filesystem::remove(file); }

    Result<app::Settings> read(std::string_view text) {
        std::ofstream(file) << text;
        return app::read_settings(file);
    }
    std::string refused(std::string_view text) {
        auto settings = read(text);
        return settings ? "taken" : settings.refusal().message.substr(file.string().size());
    }

    std::filesystem::path file = std::filesystem::temp_directory_path() / ("settings-" + to_hex(random_bytes(8)) + ".toml");
};

TEST_F(SettingsFile, AsItIsFirstWrittenSaysNothingYet) {
    EXPECT_EQ(*read(app::first_settings()), app::Settings());
}

TEST_F(SettingsFile, SaysThroughWhomEmailGoesAndWhen) {
    auto settings = read("public_address = \"https://lifestory.example/\"\n[mail]\nserver = \"smtp.example\"\nport = 465\nsecurity = \"tls\"\nfrom = \"l@example\"\n"
                         "user = \"l\"\npassword_file = \"/etc/p\"\ndaily_at = \"07:30\"\n");
    ASSERT_TRUE(settings) << settings.refusal().message;
    EXPECT_EQ(settings->public_address, "https://lifestory.example");
    ASSERT_TRUE(settings->mail);
    EXPECT_EQ(settings->mail->security, app::MailSecurity::Tls);
    EXPECT_EQ(settings->mail->port, 465);
    EXPECT_EQ(settings->mail->daily_at, std::chrono::minutes(450));
}

TEST_F(SettingsFile, RefusesWhatCannotBeSentWithItsLine) {
    EXPECT_THAT(refused("[mail]\nserver = \"smtp.example\"\n"), HasSubstr("[mail] needs server, and from"));
    EXPECT_THAT(refused("[mail]\nserver = \"smtp.example\"\nfrom = \"l@example\"\nsecurity = \"none\"\n"), HasSubstr("on this machine alone"));
    EXPECT_THAT(refused("[mail]\nserver = \"s\"\nfrom = \"l@example\"\nuser = \"l\"\n"), HasSubstr("go together"));
    EXPECT_THAT(refused("[mail]\nserver = \"s\"\nfrom = \"l@example\"\ndaily_at = \"8 o'clock\"\n"), HasSubstr(":4: daily_at must be a time"));
    EXPECT_THAT(refused("[mail]\nsrver = \"s\"\n"), HasSubstr(":2: unknown key 'srver'"));
    EXPECT_THAT(refused("mail = \"s\"\n"), HasSubstr(":1: mail must be a table"));
    EXPECT_THAT(refused("public_address = \"http://lifestory.example\"\n"), HasSubstr("must begin with https://"));
}

TEST(DailyEmailTime, IsAWorkingDayFromTheHourOnForSixHoursByLondonsClock) {
    app::MailSettings settings;
    calendar::Calendar england({{*calendar::parse_day("2026-12-25"), "Christmas Day"}});
    auto is_time = [&](const char* at) { return app::is_time_for_daily_email(settings, london_time(at), england); };
    EXPECT_FALSE(is_time("2026-12-23T07:59"));
    EXPECT_TRUE(is_time("2026-12-23T08:00"));
    EXPECT_TRUE(is_time("2026-07-01T08:00")) << "an hour earlier in UTC: summer";
    EXPECT_TRUE(is_time("2026-12-23T13:59"));
    EXPECT_FALSE(is_time("2026-12-23T14:00"));
    EXPECT_FALSE(is_time("2026-12-25T08:00"));
    EXPECT_FALSE(is_time("2026-12-26T08:00"));
}

} // namespace
} // namespace lifestory::acceptance
